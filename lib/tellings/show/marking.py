"""Marks: what the notebooks found in a text, a mark a row, and how each kind of it looks."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from tellings.show.html import cell_words, templates, words

_PLACE = ("article_id", "start", "end", "text")


class Kind(NamedTuple):
    """A kind of thing that is marked in a text; a row of its table is a mark.

    name   the class of its marks; `label` is what its box on a page is called
    told   the columns that say what a row is
    looks  CSS by the form of a mark; "" for every form
    form   the column that holds a mark's form
    """

    name: str
    label: str
    table: str
    told: tuple[str, ...]
    looks: tuple[tuple[str, str], ...]
    form: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of its table that marks() asks for."""
        return tuple(dict.fromkeys(filter(None, (*_PLACE, *self.told, self.form))))


# Told apart by the kind of line and by colour; thin colours read on a light and on a dark ground.
MARKS = (
    Kind(
        "claims",
        "numbers",
        "claims",
        ("bound", "low", "high", "unit", "key", "source", "status"),
        (("", "text-decoration: underline double #b3261e"),),
    ),
    Kind(
        "quotes",
        "quotes and reported speech",
        "quotes",
        ("form", "speaker", "cue"),
        (
            ("", "background: color-mix(in srgb, #2f6fb7 16%, transparent)"),
            (".indirect", "background: color-mix(in srgb, #2f6fb7 7%, transparent)"),
        ),
        form="form",
    ),
    Kind(
        "names",
        "names",
        "mentions",
        ("entity", "kind", "title"),
        (("", "text-decoration: underline dotted #1a7f37"),),
    ),
    Kind(
        "wording",
        "wording",
        "framing",
        ("group", "term", "topic", "voice"),
        (("", "text-decoration: underline dashed #8a3ffc"),),
    ),
    Kind(
        "days",
        "days",
        "whens",
        ("first", "last", "rule"),
        (("", "text-decoration: underline solid #b26a00"),),
    ),
)
KINDS = tuple(kind.name for kind in MARKS)


def marks(tables: Mapping[str, pd.DataFrame], kinds: Sequence[str] = KINDS) -> pd.DataFrame:
    """What was found in texts, a row each in their order: article_id, kind, start, end, text, note.

    tables  by name, as the notebooks save them; one that is not there gives nothing
    kinds   names of MARKS

    `look` is the classes of the mark's element.
    """
    found = [_rows(kind, tables[kind.table]) for kind in MARKS if kind.table in tables]
    columns = ["article_id", "kind", "start", "end", "text", "note", "look"]
    found = [rows for rows in found if len(rows) and rows["kind"].iloc[0] in kinds]
    if not found:
        return pd.DataFrame(columns=columns)
    order = ["article_id", "start", "end"]
    return pd.concat(found)[columns].sort_values(order, kind="stable", ignore_index=True)


def _rows(kind: Kind, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of a kind with what they say of their words and how they look."""
    look = kind.name + " " + rows[kind.form] if kind.form else kind.name
    return rows.assign(kind=kind.name, note=_notes(kind, rows), look=look)


def _notes(kind: Kind, rows: pd.DataFrame) -> list[str]:
    """What each row says of its words: "claims: bound >, low 33,900, unit person"."""
    told = [[_said(c, value) for value in rows[c].tolist()] for c in kind.told if c in rows]
    rows_told = zip(*told, strict=True) if told else [()] * len(rows)
    said = (", ".join(filter(None, row)) for row in rows_told)
    return [f"{kind.name}: {note}" if note else kind.name for note in said]


@lru_cache(maxsize=10_000)
def _said(column: str, value) -> str:
    """What a column says of a row, "" where it is empty."""
    said = words(cell_words().get((column, value), value), 10)
    return f"{column} {said}" if said else ""


def style(within: str = "") -> str:
    """The CSS that makes marks visible; `within`: a selector before each rule, with its space."""
    return templates().get_template("marks.css.j2").render(kinds=MARKS, within=within)
