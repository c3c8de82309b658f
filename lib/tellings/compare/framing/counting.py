"""Which words each telling chooses, in whose voice: Wording rows in, tables across tellings out."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare import events, statistics
from tellings.compare.events import findings
from tellings.find.framing import find
from tellings.read.files import Naming
from tellings.tables import tuples
from tellings.text import hypernyms, tokens, voice
from tellings.text.inflection import plural
from tellings.text.prose import counted

VOICES = voice.VOICES


def finder(corrections: pd.DataFrame, given: pd.DataFrame | None = None) -> Callable:
    """find.framing.find with the corpus's own naming sets and what corrections.csv adds to them.

    A correction of subject "naming" has the topic as its place, the form as `was` and the name it
    stands for as `becomes` ("" takes the form out of the set); a noun's plural counts with it.
    """
    own = corrections[corrections["subject"] == "naming"]
    naming = [] if given is None else list(tuples(given))
    naming += [
        Naming(topic=r.place, kind="name", form=form, term=r.becomes)
        for r in tuples(own)
        for form in ((r.was, plural(r.was)) if hypernyms.known(r.was) else (r.was,))
    ]
    return partial(find, naming=naming)


def table(wordings: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The wordings for people to read, in the order of the text, each with its place."""
    rows = events.join(wordings, articles)
    rows = rows.sort_values(["event_id", "article_id", "start"], kind="stable")
    columns = [
        "event_id",
        "telling",
        "group",
        "term",
        "voice",
        "article_id",
        "start",
        "end",
        "text",
    ]
    return rows[columns].reset_index(drop=True)


class Count(NamedTuple):
    """How often a telling has the wordings of one group and term.

    own, attributed, quoted  of them, in whose voice
    words                    of headline, dek and body
    per_1000_words, low, high  the rate with its exact 95 % Poisson interval (Garwood 1936)
    """

    group: str
    term: str
    n: int
    own: int
    attributed: int
    quoted: int
    words: int
    per_1000_words: float
    low: float
    high: float


def _kinds(wordings: pd.DataFrame) -> pd.DataFrame:
    """The groups and terms that are counted, each once; strong words are read in their sentences,
    never counted up."""
    counted_up = wordings[wordings["group"] != "strong"]
    return counted_up[["group", "term"]].drop_duplicates().sort_values(["group", "term"])


def counter(told: tables.Tables) -> Callable[..., pd.DataFrame]:
    """`wording` for a part of a corpus: an article has a row for whatever the corpus has."""
    every = told.gather(_kinds, "framing").drop_duplicates().sort_values(["group", "term"])
    return partial(wording, kinds=every)


def wording(
    wordings: pd.DataFrame,
    sentences: pd.DataFrame,
    articles: pd.DataFrame,
    kinds: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per article, group and term: the Count columns under the article's keys.

    kinds  the groups and terms that are counted, sorted; None: those of the wordings
    """
    by = ["article_id", "group", "term"]
    pairs = _kinds(wordings) if kinds is None else kinds
    wordings = wordings[wordings["group"] != "strong"]
    counts = wordings.groupby([*by, "voice"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=list(VOICES), fill_value=0)
    grid = articles[["article_id"]].merge(pairs, how="cross")
    table = grid.merge(counts.reset_index(), on=by, how="left").fillna(dict.fromkeys(VOICES, 0))
    table = table.merge(_words(sentences), on="article_id", how="left").fillna({"words": 0})
    whole = [*VOICES, "words"]
    table[whole] = table[whole].astype(int)
    table["n"] = table[list(VOICES)].sum(axis=1)
    table = events.join(table, articles)
    table = table.join(statistics.rates(table["n"], table["words"]))
    return table[[*_keys(table), *Count._fields]]


_RATES = {
    ("hedge", ""): "Hedges",
    ("booster", ""): "Boosters",
    ("passive", "agent left out"): "Passives without agent",
}


def rates(counts: pd.DataFrame) -> pd.DataFrame:
    """Hedges, boosters, passives that name no agent: a row per article and `what`.

    counts  what `wording` gives; n, words, per_1000_words, low and high as there
    """
    keys = _keys(counts)
    found = []
    for (group, term), what in _RATES.items():
        rows = counts[(counts["group"] == group) & ((counts["term"] == term) | (term == ""))]
        table = rows.groupby([*keys, "words"], sort=False)["n"].sum().reset_index()
        found.append(table.assign(what=what))
    table = pd.concat(found, ignore_index=True)
    return table.join(statistics.rates(table["n"], table["words"]))


def rates_to_draw(
    called: Mapping[str, str],
) -> Callable[[pd.DataFrame], tuple[pd.DataFrame, pd.DataFrame]]:
    """A function that gives what a figure of `rates` needs of the counts of a part (see
    findings.to_draw), and the `densest` of these, which its words need.

    called  the names of the events by their ids, in the order of findings.names
    """
    drawn = findings.to_draw(called, "what")

    def told(counts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
        found = rates(counts)
        return drawn(found), densest(found)

    return told


def verbs_to_draw(called: Mapping[str, str]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """The same for a figure of reporting verbs."""
    drawn = findings.to_draw(called)
    return lambda counts: drawn(counts[counts["group"] == "reporting"])


def densest(found: pd.DataFrame) -> pd.DataFrame:
    """What `rates_in_words` speaks of: of each kind of wording the row of `rates` of the article
    with the highest, with the `n` of all articles."""
    every = found.groupby("what", sort=False)["n"].sum()
    top = found.sort_values("per_1000_words", ascending=False, kind="stable")
    top = top.drop_duplicates("what").set_index("what").loc[every.index]
    return top.assign(n=every).reset_index()


def _keys(table: pd.DataFrame) -> list[str]:
    """The key columns of a joined table, in their order."""
    return [c for c in ("article_id", "event_id", "outlet", "telling") if c in table.columns]


def _words(sentences: pd.DataFrame) -> pd.DataFrame:
    """The words of each article, headline and dek included."""
    words = sentences["text"].map(tokens.count)
    return words.groupby(sentences["article_id"]).sum().rename("words").reset_index()


def verbs(counts: pd.DataFrame) -> pd.DataFrame:
    """What `in_words` speaks of: how many reporting verbs of each class (term), of how many
    articles."""
    by_class = counts[counts["group"] == "reporting"].groupby("term")
    return by_class.agg(n=("n", "sum"), articles=("article_id", "nunique")).reset_index()


def in_words(verbs: pd.DataFrame) -> str:
    """How many reporting verbs the articles use, and of which classes.

    verbs  of all articles, or of some after others: each has a row for whatever they have
    """
    by_class = verbs.groupby("term")["n"].sum().sort_values(ascending=False, kind="stable")
    if not by_class.sum():
        return "No article hands words to a speaker with a verb."
    classes = ", ".join(f"{n} {term}" for term, n in by_class.items() if n)
    articles = counted(int(verbs.groupby("term")["articles"].sum().max()), "article")
    return f"{counted(int(by_class.sum()), 'reporting verb')} in {articles}: {classes}."


def rates_in_words(densest: pd.DataFrame, names: Mapping[str, str]) -> str:
    """For each kind of wording the article with the highest rate, with its interval.

    densest  of all articles, or of some after others
    names    of the events by their ids
    """
    said = []
    for what, rows in densest.groupby("what", sort=False):
        top = rows.loc[rows["per_1000_words"].idxmax()]
        said.append(
            f"{what}: {rows['n'].sum()} in all, most densely in {top['telling']}, "
            f"{names[top['event_id']]} ({top['per_1000_words']:.1f} per 1,000 words, 95 % interval "
            f"{top['low']:.1f} to {top['high']:.1f})."
        )
    return " ".join(said) or "No hedges, boosters or passives were found."
