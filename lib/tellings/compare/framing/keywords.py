"""Which words one outlet uses more than another on the same events: effect sizes, and a test."""

import re
from collections import Counter
from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.statistics import FEWEST, sign_flip
from tellings.lexicons import listed, rows
from tellings.text import tokens, voice

OUTLETS = 6  # those in most events are compared, each with each
TERMS = 3000  # the most frequent are kept
_PRIOR = 20  # the prior weighs a twentieth of the words compared, as in the study cited
_LEAST = 3  # occurrences of a term in the two outlets together
_NO_WORD = re.compile(r"[\d.'-]+")


class Key(NamedTuple):
    """A term that outlet_a and outlet_b use, on the events that both tell.

    n_a, n_b   occurrences; words_a, words_b: of how many words counted
    log_odds   how much likelier in a than in b (natural log of the odds' ratio, with a prior)
    low, high  its 95 % interval; it takes words as independent and so is too narrow
    kind       "word", or of what house style ("courtesy title", "spelling" ...)
    events     that both tell
    chance     over all terms tested, that outlets alike would differ as much; NaN below 6 events
    """

    outlet_a: str
    outlet_b: str
    term: str
    kind: str
    n_a: int
    n_b: int
    words_a: int
    words_b: int
    log_odds: float
    low: float
    high: float
    events: int
    chance: float


def terms(sentences: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """article_id, term, n: how often each article uses each word in its own voice.

    Words that are quoted or attributed are somebody else's choice and are left out, as are function
    words and numbers. Case is folded, but "US" is not "us".
    """
    said = {i: list(rows.itertuples()) for i, rows in quotes.groupby("article_id")}
    counts: dict[str, Counter] = {}
    for i, told in sentences.groupby("article_id", sort=False):
        own = counts.setdefault(i, Counter())
        told = list(told.itertuples())
        for row, token, whose in voice.pieces(told, said.get(i, ()), tokens.whole):
            if whose == "own":
                own[_term(row.text[token.start : token.end], token.low)] += 1
    grammar = listed("function_words") | {""}
    found = [(i, t, n) for i, own in counts.items() for t, n in own.items() if t not in grammar]
    return pd.DataFrame(found, columns=["article_id", "term", "n"])


def _term(written: str, low: str) -> str:
    """The word as counted: without "'s", in capitals if it is written so; "" for a number."""
    low = low.removesuffix("'s")
    if _NO_WORD.fullmatch(low):
        return ""
    short = written[: len(low)]
    return short if len(low) > 1 and short.isupper() and "." not in short else low


def keyness(terms: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of outlets and term, as Key: the strongest first within each pair.

    Two outlets are compared on the events that both tell. log_odds: Monroe, Colaresi and Quinn
    2008, Political Analysis 16, 372-403 (informative Dirichlet prior, all outlets as background).
    As a test its z finds three times too much, because words come in bunches; so the chance is
    that of the sign-flip test paired by event (compare.paired), over all terms of the pair.
    """
    told = articles[articles["outlet"] != ""]
    counted = terms.merge(told[["article_id", "event_id", "outlet"]], on="article_id")
    vocabulary = counted.groupby("term")["n"].sum()
    vocabulary = vocabulary.sort_index().sort_values(ascending=False, kind="stable").head(TERMS)
    order = told.groupby("outlet")["event_id"].nunique().sort_index()
    outlets = list(order.sort_values(ascending=False, kind="stable").index[:OUTLETS])
    tables = {
        o: counted[counted["outlet"] == o]
        .pivot_table(index="event_id", columns="term", values="n", aggfunc="sum", fill_value=0)
        .reindex(columns=vocabulary.index, fill_value=0)
        for o in outlets
    }
    found = [_pair(a, b, tables, vocabulary) for a, b in combinations(outlets, 2)]
    found = [pair for pair in found if pair is not None]
    columns = pd.DataFrame(columns=list(Key._fields))
    return pd.concat(found, ignore_index=True) if found else columns


def _pair(a: str, b: str, tables: dict, vocabulary: pd.Series) -> pd.DataFrame | None:
    """The terms of two outlets on the events that both tell; None if there is no such event."""
    both = tables[a].index.intersection(tables[b].index)
    if not len(both):
        return None
    x, y = (tables[o].loc[both].to_numpy(float) for o in (a, b))
    n_a, n_b = x.sum(axis=0), y.sum(axis=0)
    size, error = _log_odds(n_a, n_b, vocabulary.to_numpy(float))
    rates = [m / np.maximum(m.sum(axis=1, keepdims=True), 1) for m in (x, y)]
    kept = n_a + n_b >= _LEAST
    tested = kept & (((x > 0) | (y > 0)).sum(axis=0) >= FEWEST)
    chance = np.full(len(vocabulary), np.nan)
    chance[tested] = sign_flip((rates[0] - rates[1])[:, tested]).over_all
    table = pd.DataFrame({"term": vocabulary.index, "n_a": n_a.astype(int), "n_b": n_b.astype(int)})
    table = table.assign(outlet_a=a, outlet_b=b, kind=table["term"].map(_kind), events=len(both))
    table = table.assign(words_a=int(n_a.sum()), words_b=int(n_b.sum()), chance=chance)
    reach = 1.96 * error
    table = table.assign(log_odds=size, low=size - reach, high=size + reach)[kept]
    strongest = (table["log_odds"].abs() / error[kept]).sort_values(ascending=False, kind="stable")
    return table.loc[strongest.index, list(Key._fields)]


def _log_odds(a: np.ndarray, b: np.ndarray, background: np.ndarray) -> tuple:
    """Log-odds ratio of counts and its standard error; their equations 16, 18 and 22."""
    prior = (a.sum() + b.sum()) / _PRIOR * background / background.sum()
    of_a, of_b = a.sum() + prior.sum(), b.sum() + prior.sum()
    size = np.log((a + prior) / (of_a - a - prior)) - np.log((b + prior) / (of_b - b - prior))
    return size, (1 / (a + prior) + 1 / (b + prior)) ** 0.5


def _kind(term: str) -> str:
    """Whether a term is a word or house style, and which."""
    return _styles().get(term, "word")


@cache
def _styles() -> dict[str, str]:
    """The kind of each word of house style."""
    return {r["word"]: r["kind"] for r in rows("style_words")}


def strongest(keys: pd.DataFrame, kind: str, most: int = 10) -> pd.DataFrame:
    """The strongest terms of each pair of outlets: words (kind "word") or house style ("style")."""
    rows = keys[(keys["kind"] == "word") == (kind == "word")]
    return rows.groupby(["outlet_a", "outlet_b"], sort=False).head(most)


def finding(keys: pd.DataFrame) -> str:
    """What the comparison of words may be taken to say, in a sentence."""
    if keys.empty:
        return "No two outlets tell the same event."
    most = int(keys["events"].max())
    words = keys[keys["kind"] == "word"]
    if most < FEWEST:
        return (
            f"No two outlets share more than {most} event{'s' * (most != 1)}; below {FEWEST} no "
            f"difference in their words can be told from chance, and none is claimed."
        )
    sure = words[words["chance"] <= 0.05]
    return (
        f"Of {words['chance'].notna().sum()} words tested, {len(sure)} differ between two outlets "
        f"beyond chance on the events that both tell (at 5 % over all words of a pair)."
    )
