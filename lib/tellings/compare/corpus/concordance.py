"""Words in context across tellings: a corpus and words in, a concordance and its counts out."""

import re
from functools import partial

import pandas as pd

from tellings.compare import statistics
from tellings.compare.corpus import subcorpus
from tellings.compare.corpus.subcorpus import Corpus
from tellings.find import concordance
from tellings.parallel import each

_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")
_SIDE = re.compile(r"(left|right) ([1-9])$")
_LAST = ("left", "text", "right", "sentence", "start", "end")


def table(
    corpus: Corpus, words: str, order: str = "", case: bool = False, engine: str = "local"
) -> pd.DataFrame:
    """A row for each place where `words` stand (find.contexts tells how), with where that is.

    order  what to sort by, the first before the second: "left 1" is the word before, "right 2" the
           second word after, else a column: "voice, right 1". Ties, and "", keep the text's order

    Columns: those of subcorpus.WHERE, then left, text, right, sentence, start, end.
    Raises ValueError in one line where there is nothing to look for and for an unknown order.
    """
    look = partial(concordance.find, words=words, case=case)
    list(look([]))  # a search for nothing is no article's fault: it is told before any is read
    found = each(corpus.tables["sentences"], look, concordance.Context, engine)
    found = subcorpus.rows(corpus, found)
    return ordered(found[[*(c for c in found.columns if c not in _LAST), *_LAST]], order)


def ordered(found: pd.DataFrame, order: str) -> pd.DataFrame:
    """The rows sorted: "right 1, left 1" by words round a place, "event_id, -low" by columns.

    A column with "-" before it is sorted from its end. Raises ValueError for an unknown one.
    """
    names = [part.strip() for part in order.split(",") if part.strip()]
    keys = pd.DataFrame({place: _key(found, name) for place, name in enumerate(names)})
    if not names:
        return found
    up = [not name.startswith("-") for name in names]
    keys = keys.sort_values(list(keys.columns), ascending=up, kind="stable")
    return found.loc[keys.index].reset_index(drop=True)


def _key(found: pd.DataFrame, name: str) -> pd.Series:
    """What the rows are sorted by under one name of an order."""
    name = name.removeprefix("-")
    side = _SIDE.match(name) if "left" in found.columns else None
    if not side and name not in found.columns:
        known = "left 1 ... left 9, right 1 ... right 9, " + ", ".join(found.columns)
        raise ValueError(f"unknown order {name!r}; known: {known}")
    key = found[side[1]].map(partial(_nth, *side.groups())) if side else found[name]
    return key if pd.api.types.is_numeric_dtype(key) else key.fillna("").astype(str).str.casefold()


def _nth(side: str, number: str, text: str) -> str:
    """The word that is so many places to the left or right; "" where the sentence ends before."""
    words = _WORD.findall(text)
    words = words[::-1] if side == "left" else words
    return words[int(number) - 1] if len(words) >= int(number) else ""


def tally(found: pd.DataFrame, corpus: Corpus, by: str = "telling") -> pd.DataFrame:
    """How often the words stand in each telling (or `by`): event, n, words, per_1000_words.

    by         any column of the articles table; where the words do not stand, n is 0
    words      of this part of the corpus
    low, high  per 1,000 words: 95 % interval, as statistics.rates gives it
    """
    if by not in corpus.articles.columns:
        raise ValueError(f"unknown column {by!r}; known: {', '.join(corpus.articles.columns)}")
    keys = list(dict.fromkeys(["event_id", "event_name", by]))
    keys = [key for key in keys if key in corpus.articles.columns]
    size = subcorpus.sizes(corpus)[["article_id", "words"]].merge(corpus.articles, on="article_id")
    size["n"] = size["article_id"].map(found["article_id"].value_counts()).fillna(0).astype("int64")
    result = size.groupby(keys, sort=False)[["n", "words"]].sum().reset_index()
    result = result[result["words"] > 0].reset_index(drop=True)
    return result.join(statistics.rates(result["n"], result["words"]))


def places(found: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Where in its telling each place is: event_id and event_name, article_id, telling, outlet,
    voice, place.

    place  share of the telling's read text that is before it: 0 its first letter, 1 its last; NaN
           in the one row of a telling where the words do not stand
    """
    known = ["event_id", "event_name", "article_id", "telling", "outlet"]
    fields = [field for field in known if field in corpus.articles.columns]
    texts = corpus.tables["sentences"].groupby("article_id")
    first, last = texts["start"].min(), texts["end"].max()
    rows = corpus.articles[fields].merge(found[["article_id", "voice", "start"]], how="left")
    begin, end = (rows["article_id"].map(edge).astype(float) for edge in (first, last))
    return rows.assign(
        place=(rows["start"] - begin) / (end - begin), voice=rows["voice"].fillna("")
    )[[*fields, "voice", "place"]]


def places_in_words(table: pd.DataFrame) -> str:
    """How many places there are, and where in the tellings half of them stand, in a sentence."""
    there = table[table["place"].notna()]
    tellings = table["article_id"].nunique()
    if there.empty:
        return f"The words stand in none of {tellings} tellings."
    early, middle, late = there["place"].quantile([0.25, 0.5, 0.75])
    own = (there["voice"] == "own").sum()
    return (
        f"{len(there)} places in {there['article_id'].nunique()} of {tellings} tellings, {own} of "
        f"them in the outlet's own voice; half of the places stand between {early:.0%} and "
        f"{late:.0%} of the text, the middle one at {middle:.0%}."
    )
