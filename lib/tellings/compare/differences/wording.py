"""What the differences of one event say first: its rows in, the page's finding out."""

import pandas as pd

from tellings.compare.events import outlets
from tellings.text.prose import counted, joined

_FIRST = 2  # differences in a finding


def finding(articles: pd.DataFrame, differences: pd.DataFrame, first: int = _FIRST) -> str:
    """The event's name and who tells it, then its first differences, a line each."""
    if articles.empty:
        return "No article that could be compared."
    names = list(dict.fromkeys(outlets.voices(articles).str.replace(" (inferred)", "")))
    told = f"{counted(len(articles), 'article')} by {joined(names, most=6)}"
    lines = [f"{articles['event_name'].iloc[0]}: {told}."]
    rows = differences[differences["part"] == "differs"].sort_values("rank", kind="stable")
    if rows.empty:
        rows = differences[differences["part"] == "cannot be told"].head(1)
    return "\n".join([*lines, *rows["sentence"].head(first)])


def in_words(differences: pd.DataFrame, part: str = "differs") -> str:
    """The sentences of a part, a line each: what a list of them says as plain text."""
    rows = differences[differences["part"] == part].sort_values("rank", kind="stable")
    return "\n".join(rows["sentence"]) or "Nothing was found."
