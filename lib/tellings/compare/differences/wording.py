"""What the differences of one event say first: its rows in, the page's finding out."""

import pandas as pd

from tellings.compare.events import outlets
from tellings.tables import tuples
from tellings.text.prose import few, joined, upper

_MISSED = ("not told", "told alone", "number not given")
_FIRST = 2  # differences in a finding


def finding(articles: pd.DataFrame, differences: pd.DataFrame, first: int = _FIRST) -> str:
    """Who tells the event, then its first differences, a line each."""
    if articles.empty:
        return "No article that could be compared."
    names = list(dict.fromkeys(outlets.voices(articles).str.replace(" (inferred)", "")))
    told = upper(f"{few(len(articles), 'article')} by {joined(names, most=6)}")
    lines = [f"{told}."]
    rows = differences[differences["part"] == "differs"].sort_values("rank", kind="stable")
    if rows.empty:
        rows = differences[differences["part"] == "cannot be told"].head(1)
    return "\n".join([*lines, *rows["sentence"].head(first)])


def missed(differences: pd.DataFrame, most: int = 1) -> dict[str, list[str]]:
    """What a reader of one outlet would miss: of each event the first sentences that say it."""
    rows = differences[differences["kind"].isin(_MISSED)].sort_values("rank", kind="stable")
    return {str(e): list(own["sentence"].head(most)) for e, own in rows.groupby("event_id")}


def first_missed(differences: pd.DataFrame) -> pd.DataFrame:
    """The rows of which `missed` says one, of each event the first."""
    rows = differences[differences["kind"].isin(_MISSED)].sort_values("rank", kind="stable")
    return rows.drop_duplicates("event_id")


def in_words(differences: pd.DataFrame, part: str = "differs") -> str:
    """The sentences of a part, a line each: what a list of them says as plain text."""
    rows = differences[differences["part"] == part].sort_values("rank", kind="stable")
    return "\n".join(rows["sentence"]) or "Nothing was found."


def checks_in_words(checks: pd.DataFrame, first: int = 10) -> str:
    """The first places to check, a line each, as plain text."""
    rows = checks[checks["rank"] <= first]
    lines = [f"{r.reason}: {r.telling_a} / {r.telling_b}" for r in tuples(rows)]
    return "\n".join(lines) or "No two sentences are near."
