"""HTML: one table, one text with its marks, for pages, notebooks and the lab alike.

What is already HTML is Markup; every other word is escaped by the templates.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

import jinja2
import pandas as pd
from markupsafe import Markup, escape

from tellings.lexicons import rows as rows_of

_SHORT = 24  # signs: a cell up to this long is not broken over lines
_CUT, _NO_SIGN = "\0", "\ufffd"  # HTML knows no NUL: browsers show the sign for what is none


class Mark(NamedTuple):
    """A stretch of a capture that is marked; `look` is its classes, `note` what is said of it."""

    start: int
    end: int
    look: str
    note: str = ""


class Cell(NamedTuple):
    """A cell of a table. kind: "n" for numbers, "long" for words that may break over lines."""

    words: str
    kind: str = ""
    head: bool = False


class Piece(NamedTuple):
    """The part of a mark that lies inside the marks round it; `first` where the mark begins."""

    start: int
    end: int
    mark: Mark
    first: bool


@cache
def templates(room: str = "tellings.show") -> jinja2.Environment:
    """The templates of a room; they can import those of show/. What they are given is escaped."""
    rooms = dict.fromkeys((room, "tellings.show"))
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(r, "template") for r in rooms]),
        autoescape=True,
        auto_reload=False,  # else each use of a template asks the disk whether it has changed
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _macros():
    return templates().get_template("html.j2").module


# --- tables ---------------------------------------------------------------------------------------
def table(
    caption: str, heads: Sequence, rows: Iterable[Sequence], name: str = "", kind: str = ""
) -> Markup:
    """A table; heads and cells are Cells or values, which are written as people read them.

    name  of its CSV in the report
    kind  a class of its own
    """
    cells = ([cell(value) for value in row] for row in rows)
    return _macros().table(caption, [cell(head) for head in heads], cells, name, kind)


def cell(value) -> Cell:
    """A value as a cell: numbers to the right, long words over lines, Cells as they are."""
    if isinstance(value, Cell):
        return value
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    shown = value if isinstance(value, Markup) else words(value)
    bare = value.striptags() if isinstance(value, Markup) else shown
    return Cell(shown, "n" if number else "long" if len(bare) > _SHORT else "")


def words(value, digits: int = 3) -> str:
    """A value as people write it: thousands apart, at most so many digits; missing values empty.

    >>> words(12345.678), words(0.5), words(True), words(float("nan")), words(1234.5, 10)
    ('12,346', '0.5', 'yes', '', '1,234.5')
    """
    if value is None or value is pd.NA or value != value:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.{digits}g}" if abs(value) < 10 ** (digits - 1) else f"{value:,.0f}"
    return f"{value:,.0f}" if isinstance(value, (int, float)) else str(value)


def place(article_id: str, start: int, end: int, text: str) -> Markup:
    """Words that stand for their place in an article; the report makes a link of them."""
    return Markup('<span data-at="{}:{}-{}">{}</span>').format(article_id, start, end, text)


@cache
def cell_words() -> dict[tuple[str, object], str]:
    """What a cell's value is called on a page, by its column and the value."""
    return {(row["column"], row["value"]): row["words"] for row in rows_of("cell_words")}


def event(event_id: str) -> Markup:
    """An event's id; the report puts its name there, which leads to its page."""
    return Markup('<span data-event="{0}">{0}</span>').format(event_id)


# --- texts with marks -----------------------------------------------------------------------------
def lines(lines: Iterable, marks: Iterable[Mark], addressed: bool = False) -> Markup:
    """The lines that hold words, each with its number, its role and why, its text with its marks.

    lines      rows of the table lines of one capture, in order
    addressed  each line, and the beginning of each mark, has an address to link to
    """
    told = (
        (line, marked(line.text, line.start, here, addressed))
        for line, here in _with_marks(lines, marks)
        if line.role != "blank"
    )
    return _macros().lines(told, addressed)


def _with_marks(lines: Iterable, marks: Iterable[Mark]) -> Iterator[tuple[Any, list[Mark]]]:
    """Each line with the marks that stand in it or reach into it."""
    waiting = sorted(marks, reverse=True)
    here: list[Mark] = []
    for line in lines:
        end = line.start + len(line.text)
        while waiting and waiting[-1].start < end:
            here.append(waiting.pop())
        here = [mark for mark in here if mark.end > line.start]
        yield line, here


def marked(text: str, offset: int, marks: Sequence[Mark], addressed: bool = False) -> Markup:
    """The text as HTML, an element for each mark or, where marks cross, for each of its pieces.

    offset  where the text begins in the capture

    >>> print(marked("a<b", 10, [Mark(10, 12, "days"), Mark(11, 12, "cited")]))
    <span class="mark days">a<span class="mark cited">&lt;</span></span>b
    """
    places, tags, ends, given = [offset], list[str](), list[int](), set[str]()
    for begin, till, (start, end, look, note), first in nested(marks, offset, offset + len(text)):
        while ends and ends[-1] <= begin:
            places.append(ends.pop())
            tags.append("</span>")
        opens, closes = _opening(look, note)
        address = f' id="at-{start}-{end}"' if addressed and first else ""
        tags.append(opens + closes if address in given else opens + address + closes)
        given.add(address)
        places.append(begin)
        ends.append(till)
    tags += ["</span>"] * len(ends)
    places += [*reversed(ends), offset + len(text)]
    text = text.replace(_CUT, _NO_SIGN)
    between = [text[a - offset : b - offset] for a, b in pairwise(places)]
    told = str(escape(_CUT.join(between))).split(_CUT)
    return Markup("".join(chain.from_iterable(zip(told, [*tags, ""], strict=True))))


@lru_cache(maxsize=10_000)  # the names of an event stand in each of its texts
def _opening(look: str, note: str) -> tuple[str, str]:
    """Where the element of a mark begins that looks so and says so, before and behind its address,
    to which it is linked."""
    title = f' title="{escape(note)}"' if note else ""
    return f'<span class="mark {escape(look)}"', f"{title}>"


def nested(marks: Iterable[Mark], start: int, end: int) -> list[Piece]:
    """The marks between start and end as pieces that lie inside one another or apart, never across.

    >>> marks = [Mark(0, 5, "a"), Mark(3, 8, "b")]
    >>> [(p.start, p.end, p.first) for p in nested(marks, 0, 9)]
    [(0, 5, True), (3, 5, True), (5, 8, False)]
    """
    waiting = [
        (max(m.start, start), -min(m.end, end), m, m.start >= start)
        for m in marks
        if start < m.end and m.start < min(m.end, end)
    ]
    heapq.heapify(waiting)
    pieces, ends = [], []
    while waiting:
        begin, till, mark, first = heapq.heappop(waiting)
        till = -till
        while ends and ends[-1] <= begin:
            ends.pop()
        if ends and till > ends[-1]:
            heapq.heappush(waiting, (ends[-1], -till, mark, False))
            till = ends[-1]
        pieces.append(Piece(begin, till, mark, first))
        ends.append(till)
    return pieces
