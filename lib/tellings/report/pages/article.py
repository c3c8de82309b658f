"""Article pages: each capture whole, its roles, and what was found marked in the text."""

import heapq
import html
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd

from tellings.report.pages.frame import BLANK, Page, Places, article_href, table


class Kind(NamedTuple):
    """What a table's rows are called on an article's page, and the columns that tell of a row."""

    kind: str
    label: str
    table: str
    told: tuple[str, ...]
    also: tuple[str, ...] = ()  # columns whose values show in the mark's look


KINDS = (
    Kind("claim", "numbers", "claims", ("bound", "low", "unit", "source", "status")),
    Kind("quote", "quotes and reported speech", "quotes", ("form", "speaker", "cue"), ("form",)),
    Kind("name", "names", "mentions", ("kind", "entity", "title")),
    Kind("wording", "wording", "framing", ("group", "term", "voice")),
    Kind("when", "days", "whens", ("first", "last")),
)
CITED = "cited"


class Mark(NamedTuple):
    """A stretch of a capture that something was found in, or that a page points to."""

    start: int
    end: int
    kind: str
    note: str


class Piece(NamedTuple):
    """The part of a mark that lies inside the marks round it; `first` where the mark begins."""

    start: int
    end: int
    mark: Mark
    first: bool


def articles(job, places: Places) -> Iterator[tuple[Page, str]]:
    """Each article's page and its body: lines with roles, marks, where it is spoken of."""
    captures = pd.read_parquet(job.data / "captures.parquet")
    tellings = pd.read_parquet(job.data / "articles.parquet").set_index("article_id")
    lines = dict(iter(pd.read_parquet(job.data / "lines.parquet").groupby("article_id")))
    found = _found(job.data)
    for capture in captures.itertuples():
        asked = places.asked_of(capture.article_id)
        marks = sorted({*found[capture.article_id], *(Mark(*at, CITED, "") for at in asked)})
        telling = tellings.loc[capture.article_id]
        title = telling.headline or capture.file
        page = Page(article_href(capture.article_id), telling.telling, title)
        yield page, _body(capture, telling, lines[capture.article_id], marks, asked)


def _found(data) -> dict[str, list[Mark]]:
    """What the finders found, by article: a mark for each row."""
    found = defaultdict(list)
    for kind in KINDS:
        path = data / f"{kind.table}.parquet"
        table = pd.read_parquet(path) if path.exists() else pd.DataFrame()
        for row in table.to_dict("records"):
            note = " · ".join(
                f"{row[c]:g}" if isinstance(row[c], float) else str(row[c])
                for c in kind.told
                if _says(row[c])
            )
            kinds = " ".join([kind.kind, *(str(row[c]) for c in kind.also)])
            mark = Mark(int(row["start"]), int(row["end"]), kinds, note)
            found[row["article_id"]].append(mark)
    return found


def _says(value) -> bool:
    """Whether a cell says something."""
    return value is not None and value == value and value != ""


def _body(capture, telling, lines: pd.DataFrame, marks: list[Mark], asked: dict) -> str:
    """The body of an article's page."""
    kinds = [k for k in KINDS if any(m.kind.split()[0] == k.kind for m in marks)]
    boxes = "".join(
        f'<label><input type="checkbox" class="show-{k.kind}" checked> '
        f'<span class="mark {k.kind}">{k.label}</span></label>'
        for k in kinds
    )
    where = " · ".join(x for x in (telling.telling, telling.event_id, capture.file) if x)
    shown = "".join(_line(line, marks) for line in lines.itertuples() if line.role != "blank")
    return (
        f'<div class="telling"><h1>{html.escape(telling.headline or capture.file)}</h1>'
        f'<p class="muted">{html.escape(where)}</p>'
        f'<fieldset class="filters"><legend>Marked in the text</legend>{boxes}</fieldset>'
        f'<div class="capture">{shown}</div>'
        f'<h2 id="marks">Where the report speaks of this text</h2>'
        f"{_cited(capture.file, capture.text, marks, asked)}</div>"
    )


def _line(line, marks: list[Mark]) -> str:
    """A line of the capture: its number, its role, its text with the marks."""
    text = marked(line.text, line.start, nested(marks, line.start, line.end))
    return (
        f'<p class="line role-{line.role}" id="line-{line.line}"><span class="role">{line.line} '
        f"{line.role.replace('_', ' ')}</span><span>{text}</span></p>\n"
    )


def nested(marks: Iterable[Mark], start: int, end: int) -> list[Piece]:
    """The marks between start and end as pieces that lie inside one another or apart, never across.

    >>> marks = [Mark(0, 5, "a", ""), Mark(3, 8, "b", "")]
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


def marked(text: str, offset: int, pieces: list[Piece]) -> str:
    """The text as HTML, an element for each piece; where a mark begins, it has its address.

    offset  where the text begins in the capture
    """
    out, ends, given, at = [], [], set(), offset
    for piece in [*pieces, Piece(offset + len(text), 0, None, False)]:
        while ends and ends[-1] <= piece.start:
            out.append(html.escape(text[at - offset : ends[-1] - offset]) + "</span>")
            at = ends.pop()
        out.append(html.escape(text[at - offset : piece.start - offset]))
        at = piece.start
        if piece.mark:
            out.append(_opening(piece, given))
            ends.append(piece.end)
    return "".join(out)


def _opening(piece: Piece, given: set) -> str:
    """The start tag of a piece; an address is given once, however many marks share the place."""
    place = f"at-{piece.mark.start}-{piece.mark.end}"
    address = f' id="{place}"' if piece.first and place not in given else ""
    given.add(place)
    note = f' title="{html.escape(piece.mark.note)}"' if piece.mark.note else ""
    return f'<span class="mark {piece.mark.kind}"{address}{note}>'


def _cited(file: str, text: str, marks: list[Mark], asked: dict) -> str:
    """A table of the places that pages point to: words, what was found there, links both ways."""
    notes = defaultdict(list)
    for mark in marks:
        notes[mark.start, mark.end] += [mark.note] if mark.note else []
    said = {at: html.escape(text[slice(*at)].strip() or BLANK) for at in asked}
    return table(
        f"Every place in {html.escape(file)} that a page of the report points to.",
        ["words", "what was found", "spoken of in"],
        [
            [
                f'<a href="#at-{start}-{end}">{said[start, end]}</a>',
                html.escape("; ".join(notes[start, end])),
                _back(pages),
            ]
            for (start, end), pages in sorted(asked.items())
        ],
    )


def _back(pages: list[tuple[str, str, str]]) -> str:
    """Links to the pages that point to a place, each to the row it stands in."""
    return ", ".join(f'<a href="../{href}#{row}">{label}</a>' for href, label, row in pages)
