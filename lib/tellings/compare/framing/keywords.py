"""Which words set an outlet apart from all others on the same events: effect sizes, and a test."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from tellings.compare.framing import term_counts
from tellings.compare.framing.term_counts import Terms
from tellings.compare.rows import in_turn
from tellings.compare.statistics import FEWEST, sign_flip, summed
from tellings.lexicons import listed, rows
from tellings.text import spans, tokens, voice
from tellings.text.characters import lowered
from tellings.text.prose import counted, few, joined, number

OUTLETS = 6  # those of most events are compared, each with all others
_PRIOR = 20  # the prior weighs a twentieth of the words compared, as in the study cited
_LEAST = 3  # occurrences of a term on both sides together
SURE = 0.05  # the chance up to which a word sets an outlet apart
_KEPT = 50  # terms of an outlet in a table for people
_NAMED = 3  # words of an outlet in a sentence
_NO_WORD = re.compile(r"[\d.'-]+")


class Key(NamedTuple):
    """A term of an outlet beside all others, on the events that it and another tell.

    n, n_rest  occurrences in its articles and in the others'; words, words_rest: of how many
               words counted
    log_odds   how much likelier in its articles (natural log of the odds' ratio, with a prior)
    low, high  its 95 % interval; it takes words as independent and so is too narrow
    kind       "word", "own name" (a word of the outlet's name), or of what house style ("courtesy
               title", "spelling" ...)
    events     that the outlet and at least one other tell
    chance     over all terms tested, that outlets alike would differ as much; NaN below 6 events,
               and for a term of fewer: what one event is about is nobody's style
    """

    outlet: str
    term: str
    kind: str
    n: int
    n_rest: int
    words: int
    words_rest: int
    log_odds: float
    low: float
    high: float
    events: int
    chance: float


class Term(NamedTuple):
    """How often an article uses a word in its own voice."""

    term: str
    n: int


def terms(sentences: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """A Term for each article and word, under its article_id.

    Words that are quoted or attributed are somebody else's choice and are left out, as are function
    words and numbers. Case is folded, but "US" is not "us".
    """
    grammar, found = listed("function_words") | {""}, []
    for i, told, said in in_turn(list(sentences["article_id"].unique()), sentences, quotes):
        own: dict[str, int] = {}
        for word, n in Counter(_own(told, said)).items():
            term = _term(word)
            own[term] = own.get(term, 0) + n
        found += [(i, term, n) for term, n in own.items() if term not in grammar]
    columns = zip(*found, strict=True) if found else [()] * 3
    return pd.DataFrame(dict(zip(["article_id", *Term._fields], map(list, columns), strict=True)))


def _own(sentences: Sequence, quotes: Sequence) -> list[str]:
    """The words of an article that are in its own voice, as they are written."""
    found: list[str] = []
    for s, near in zip(sentences, spans.reaching(sentences, quotes), strict=True):
        if near:
            words = tokens.begun(s.text)
            places = [(s.start + at, s.start + at + len(word)) for at, word in words]
            told = zip(words, voice.each(places, near), strict=True)
            found += [word for (_, word), whose in told if whose == "own"]
        else:
            found += tokens.written(s.text)
    return found


@lru_cache(maxsize=50_000)
def _term(written: str) -> str:
    """The word as counted: without "'s", in capitals if it is written so; "" for a number."""
    low = lowered(written).removesuffix("'s")
    if _NO_WORD.fullmatch(low):
        return ""
    short = written[: len(low)]
    return short if len(low) > 1 and short.isupper() and "." not in short else low


def keyness(terms: Terms, articles: pd.DataFrame) -> pd.DataFrame:
    """The words of each outlet beside all others of its events, as Key: the strongest first.

    terms  keywords.terms; the outlets of most events are compared, OUTLETS of them
    """
    told = articles[articles["outlet"] != ""]
    used = term_counts.used(terms, told)
    order = told.groupby("outlet")["event_id"].nunique().sort_index()
    outlets = order.sort_values(ascending=False, kind="stable").index[:OUTLETS]
    found = [_named(_beside(used, told, told["outlet"] == o), o) for o in outlets]
    found = [rows for rows in found if len(rows)]
    columns = pd.DataFrame(columns=list(Key._fields))
    return pd.concat(found, ignore_index=True)[list(Key._fields)] if found else columns


def _named(rows: pd.DataFrame, outlet: str) -> pd.DataFrame:
    """The rows as the outlet's; that it speaks of itself ("told Argus") is no choice of words."""
    own = rows["term"].str.lower().isin([token.low for token in tokens.whole(outlet)])
    return rows.assign(outlet=outlet, kind=rows["kind"].mask(own, "own name"))


def against(terms: pd.DataFrame, articles: pd.DataFrame, theirs: pd.Series) -> pd.DataFrame:
    """The words of some articles beside the others on their events: Key without the outlet.

    theirs  whether each article is one of them

    Compared are the events that both sides tell. log_odds: Monroe, Colaresi and Quinn 2008,
    Political Analysis 16, 372-403 (informative Dirichlet prior, all articles as background). As a
    test its z finds three times too much, because words come in bunches; so the chance is that of
    the sign-flip test paired by event (compare.statistics), over all terms tested.
    """
    return _beside(term_counts.used(terms, articles), articles, theirs)


def _beside(used: term_counts.Used, articles: pd.DataFrame, theirs: pd.Series) -> pd.DataFrame:
    """What `against` gives, of articles whose words are counted."""
    sides = articles["event_id"].groupby(theirs.to_numpy()).agg(set)
    both = sorted(sides.get(True, set()) & sides.get(False, set()))
    if not both:
        return pd.DataFrame(columns=list(Key._fields[1:]))
    event = pd.Index(both).get_indexer(articles["event_id"])
    return _compared(used, event, theirs.to_numpy())


def _compared(used: term_counts.Used, event: np.ndarray, theirs: np.ndarray) -> pd.DataFrame:
    """The terms by how often the two sides use them.

    event  the number of each article's, -1 where it is not compared
    """
    n, n_rest, chance = np.full((3, len(used.vocabulary)), np.nan)
    words, words_rest = used.words(event, theirs), used.words(event, ~theirs)
    tested, apart = [], []
    for place, x, y in used.by_event(event, theirs):
        n[place], n_rest[place] = x.sum(axis=0), y.sum(axis=0)
        often = (x + y).astype(bool).sum(axis=0) >= FEWEST
        often &= n[place] + n_rest[place] >= _LEAST
        tested.append(place[often])
        apart.append(summed(_rates(x, words)[:, often] - _rates(y, words_rest)[:, often]))
    chance[np.concatenate(tested)] = sign_flip(*apart).over_all
    table = _table(used.vocabulary, n, n_rest, chance).assign(events=event.max() + 1)
    return table[list(Key._fields[1:])]


def _table(
    vocabulary: pd.Series, n: np.ndarray, n_rest: np.ndarray, chance: np.ndarray
) -> pd.DataFrame:
    """The terms that are used often enough, those first that set the two sides apart."""
    size, error = _log_odds(n, n_rest, vocabulary.to_numpy(float))
    table = pd.DataFrame({"term": vocabulary.index, "n": n.astype(int)})
    table = table.assign(n_rest=n_rest.astype(int), kind=table["term"].map(_kind))
    table = table.assign(words=int(n.sum()), words_rest=int(n_rest.sum()), chance=chance)
    reach, kept = 1.96 * error, n + n_rest >= _LEAST
    table = table.assign(log_odds=size, low=size - reach, high=size + reach)[kept]
    strongest = (table["log_odds"].abs() / error[kept]).sort_values(ascending=False, kind="stable")
    return table.loc[strongest.index].reset_index(drop=True)


def _rates(counts: sparse.csr_array, words: np.ndarray) -> sparse.csr_array:
    """The share of each term in the words of its event."""
    rates = counts.copy()
    rates.data = counts.data / np.repeat(np.maximum(words, 1), np.diff(counts.indptr))
    return rates


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
    """The strongest terms tested of each outlet: words (kind "word") or house style ("style")."""
    rows = keys[(keys["kind"] == "word") == (kind == "word")].dropna(subset=["chance"])
    return rows.groupby("outlet", sort=False).head(most)


def printed(keys: pd.DataFrame) -> pd.DataFrame:
    """For a table for people: the strongest of each outlet, words and house style."""
    return keys.groupby("outlet", sort=False).head(_KEPT)


def finding(keys: pd.DataFrame) -> str:
    """What the comparison of words may be taken to say, in a sentence."""
    if keys.empty:
        return "No two outlets that are known tell the same event: their words are not compared."
    most = int(keys["events"].max())
    if most < FEWEST:
        return (
            f"No outlet shares more than {counted(most, 'event')} with others; below {FEWEST} no "
            f"difference in their words can be told from chance, and none is claimed."
        )
    words = keys[(keys["kind"] == "word") & keys["chance"].notna()]
    sure = words[words["chance"] <= SURE]
    told = [
        f"{joined([f'“{term}”' for term in rows['term'].head(_NAMED)])} in {outlet}"
        for outlet, rows in sure[sure["log_odds"] > 0].groupby("outlet", sort=False)
    ]
    return (
        f"Of {few(words['term'].nunique(), 'word')} found in {FEWEST} events or more, "
        f"{number(sure['term'].nunique())} set an outlet apart from the others of its events "
        f"beyond chance{': used more often, ' if told else ''}{'; '.join(told)}."
    )
