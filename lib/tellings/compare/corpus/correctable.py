"""What a researcher can put right: a corpus's tables in, a row for each thing out."""

from collections.abc import Iterable

import pandas as pd

from tellings.compare.corpus.corrections import must_be
from tellings.compare.corpus.subcorpus import Corpus
from tellings.read import articles


def things(corpus: Corpus, subject: str) -> pd.DataFrame:
    """What can be put right, a row for each: article_id, telling, place, was, text, n (how many).

    subject  as for corrections.correction(); for "entity" and "claim" a row without place is all
             that bear the name or key, one with a place a single one of them; for "fact" the
             sentences that a fact may be put to; for "cell" what each telling does with a fact
             (`was`: the fact); for "naming" the nouns of the sets that the suite proposes (`place`:
             the set)

    Raises ValueError in one line for another subject.
    """
    made = {
        "line": lambda: _lines(corpus),
        "article": lambda: _fields(corpus, articles.FIELDS),
        "event": lambda: _fields(corpus, ["event_id"]).assign(place=""),
        "entity": lambda: _all_and_each(corpus, "mentions", "entity"),
        "claim": lambda: _all_and_each(corpus, "claims", "key"),
        "fact": lambda: _stretches(corpus),
        "cell": lambda: _cells(corpus),
        "naming": lambda: _names(corpus),
    }
    must_be(subject, made, "subject")
    found = made[subject]()
    tellings = corpus.articles.set_index("article_id")["telling"]
    found = found.assign(
        telling=found["article_id"].map(tellings).fillna(""), place=found["place"].astype(str)
    )
    found = found.assign(n=1) if "n" not in found else found
    return found[["article_id", "telling", "place", "was", "text", "n"]].reset_index(drop=True)


def _lines(corpus: Corpus) -> pd.DataFrame:
    """A row for each line that is not blank."""
    table = corpus.tables["lines"]
    filled = table[table["text"].str.strip() != ""]
    return filled.assign(place=filled["line"], was=filled["role"])


def _fields(corpus: Corpus, fields: Iterable[str]) -> pd.DataFrame:
    """A row for each of these fields of each article; the headline stands for the article."""
    known = corpus.articles
    keys = {"article_id": known["article_id"], "text": known["headline"]}
    each_field = [pd.DataFrame(keys | {"place": f, "was": known[f]}) for f in fields]
    return pd.concat(each_field).sort_values("article_id", kind="stable")


def _names(corpus: Corpus) -> pd.DataFrame:
    """A row for each noun of a proposed naming set; accepted, it is one of the set's names."""
    must_be("naming_sets", corpus.tables, "table")
    by = corpus.tables["naming_sets"].groupby(["event_id", "rank", "set", "head"], as_index=False)
    found = by.agg(n=("n", "sum"), text=("text", "first"))
    return found.assign(article_id="", place=found["set"], was=found["head"])


def _stretches(corpus: Corpus) -> pd.DataFrame:
    """A row for each sentence: a fact is put to it in the researcher's words."""
    rows = corpus.tables["sentences"]
    place = rows["start"].astype(str) + "-" + rows["end"].astype(str)
    return rows.assign(place=place, was="")


def _cells(corpus: Corpus) -> pd.DataFrame:
    """A row for each fact and telling; its state is the text, since the fact is what it was."""
    must_be("coverage", corpus.tables, "table")
    table = corpus.tables["coverage"]
    single = table[~table["again"]]
    return single.assign(place="", was=single["fact"], text=single["state"])


def _all_and_each(corpus: Corpus, table: str, column: str) -> pd.DataFrame:
    """A row for each name or key, the most frequent first, then one for each place it stands in."""
    must_be(table, corpus.tables, "table")
    rows = corpus.tables[table].assign(was=lambda t: t[column], place=lambda t: t["start"], n=1)
    named = rows[rows["was"] != ""]
    whole = (
        named.groupby("was", sort=True).agg(text=("text", "first"), n=("n", "sum")).reset_index()
    )
    whole = whole.sort_values("n", ascending=False, kind="stable").assign(article_id="", place="")
    return pd.concat([whole, rows])
