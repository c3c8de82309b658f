"""An event's texts in columns: what several tell joined by links, what one alone tells tinted."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from tellings.compare.coverage import abreast
from tellings.compare.coverage.abreast import Line
from tellings.show import html, marking
from tellings.tables import tuples
from tellings.text.prose import counted, joined

COLUMNS = 6  # articles; further ones would not be read beside each other
_MARKED = ("claims", "quotes")


class _Join(NamedTuple):
    """A link to the sentence of another article that tells the same."""

    href: str
    number: int
    title: str


class _Sentence(NamedTuple):
    """A sentence as HTML, with its classes and its links."""

    id: str
    look: str
    words: Markup
    joins: list[_Join]


class _Column(NamedTuple):
    """One article: its heading, a link to its page, and its paragraphs."""

    number: int
    name: str
    head: Markup
    paragraphs: list[tuple[str, list[_Sentence]]]


def texts(
    cells: pd.DataFrame,
    sentences: pd.DataFrame,
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    claims: pd.DataFrame,
    cited: tuple[str, int, int] | None = None,
) -> Markup:
    """The texts of one event in columns, numbers and quotes marked.

    cited  article_id, start and end of words to point out, and the sentences that tell the same

    Behind a sentence the number of each column that tells the same; it leads there. Works without
    a script: the numbers are links, and what belongs together lights up by the style sheet.
    """
    shown = articles.sort_values("article_id", kind="stable").head(COLUMNS)
    lines = abreast.lines(cells, sentences, shown)
    found = marking.marks({"claims": claims, "quotes": quotes}, _MARKED)
    marks = {
        i: [html.Mark(m.start, m.end, m.look, m.note) for m in tuples(rows)]
        for i, rows in found.groupby("article_id")
    }
    if cited:
        marks.setdefault(cited[0], []).append(html.Mark(*cited[1:], "cited"))
    names = list(shown["telling"].str.replace(" (inferred)", "", regex=False))
    near = _near(lines, cited)
    columns = [
        _column(number, names, list(own), marks, near)
        for number, own in groupby(lines, key=lambda line: line.column)
    ]
    return Markup(
        html.templates()
        .get_template("side_by_side.html.j2")
        .render(
            columns=columns,
            facts=sorted({fact for line in lines for fact in line.facts}),
            style=Markup(marking.style(".abreast ")),
            rest=_rest(articles, shown),
        )
    )


def in_words(cells: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> str:
    """How many sentences each text shares with another and how many stand in it alone."""
    shown = articles.sort_values("article_id", kind="stable").head(COLUMNS)
    lines = abreast.lines(cells, sentences, shown)
    parts = []
    for column, name in enumerate(shown["telling"], 1):
        own = [line for line in lines if line.column == column]
        shares, alone = sum(bool(i.joined) for i in own), sum(i.alone for i in own)
        many = counted(len(own), "sentence")
        parts.append(f"{name}: {many}, {shares} with a partner, {alone} found here only")
    return "; ".join(parts) + "."


def _rest(articles: pd.DataFrame, shown: pd.DataFrame) -> str:
    """What is said of the articles that have no column."""
    more = articles[~articles["article_id"].isin(shown["article_id"])]
    names = joined(list(more["telling"]), most=6)
    return f"Without a column here: {names}." if len(more) else ""


def _near(lines: Sequence[Line], cited: tuple[str, int, int] | None) -> set[tuple[int, int]]:
    """The column and row of the sentence that holds the cited words, and of its partners."""
    article, start, _ = cited or ("", -1, -1)
    held = [s for s in lines if s.article_id == article and s.start <= start < s.end]
    return {place for s in held for place in ((s.column, s.row), *s.joined)}


def _column(
    number: int, names: Sequence[str], lines: list[Line], marks: dict, near: set
) -> _Column:
    """One article's column."""
    first = lines[0]
    head = html.place(first.article_id, first.start, first.end, names[number - 1])
    paragraphs = [
        ("head" if zone != "body" else "", [_sentence(line, names, marks, near) for line in own])
        for (zone, _), own in groupby(lines, key=lambda line: (line.zone, line.paragraph))
    ]
    return _Column(number, names[number - 1], head, paragraphs)


def _sentence(line: Line, names: Sequence[str], marks: dict, near: set) -> _Sentence:
    """One sentence with its marks, and a link to the first partner in each other column."""
    here = [m for m in marks.get(line.article_id, ()) if m.start < line.end and line.start < m.end]
    look = ["said", *(f"f{fact}" for fact in line.facts), *["alone"] * line.alone]
    look += ["reached"] * ((line.column, line.row) in near)
    words = html.marked(line.text, line.start, here)
    return _Sentence(_id(line.column, line.row), " ".join(look), words, list(_joins(line, names)))


def _joins(line: Line, names: Sequence[str]) -> Iterator[_Join]:
    """The links of a sentence, one to each other column that tells the same."""
    for column, places in groupby(line.joined, key=lambda place: place[0]):
        row = next(places)[1]
        yield _Join(f"#{_id(column, row)}", column, f"the same in {names[column - 1]}")


def _id(column: int, row: int) -> str:
    return f"text-{column}-{row}"
