"""When an article was published and updated: lines with roles in, dates out."""

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from tellings.read import dates
from tellings.read.articles.fields import Found, first, having, stretch
from tellings.read.lines import Line
from tellings.text import tokens

_LABEL = re.compile(
    r"\b(?P<label>updated|modified|published|posted|publication)\b[^\w]*(?:(?:on|at|date)\b[^\w]*)?",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_UPDATED, _PUBLISHED = ("updated", "modified"), ("", "published", "posted", "publication")
# "SANTA ROSA, Cal., Nov. 22, 1916--", "KYIV, 14 May 2024 (Reuters) -": the day the words were sent.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'-]{2,}[A-Za-z ,.'-]{0,30}?,\s*(?P<date>[^()]{6,30}?)\s*"
    r"(?:\([^)]*\)\s*)?(?:--|[-–—])"
)


def days(lines: Sequence[Line]) -> dict[str, Found]:
    """When an article was "published" and "updated": the stamp of each kind that stands nearest to
    the headline; a bare date is when the article was published, "Updated" never is.

    Where no stamp tells, a date beside headline and byline does, then that of the dateline. A date
    in figures that may be two days is read as the page writes its other dates, or not at all.
    """
    order, places = dates.order(line.text for line in lines), _Places(lines)
    stamps = having(lines, "timestamp")
    ranked = [(places.rank(line), *own) for line in stamps for own in _parts(line)]
    ranked.sort(key=itemgetter(0))
    published, near = _stamped(ranked, _PUBLISHED, order)
    if not near.value:
        beside = (own for line in places.beside() for label, own in _parts(line) if not label)
        near = first(_dated(part, order) for part in (*beside, *_dateline(lines)))
    updated, last = _stamped(ranked, _UPDATED, order)
    return {
        "published": near if near.value else _only(published),
        "updated": last if last.value else first(updated),
    }


def _stamped(
    ranked: Sequence[tuple[int, str, Found]], labels: tuple[str, ...], order: str
) -> tuple[list[Found], Found]:
    """The stamps under one of these labels; and the first of them that stands near the article."""
    parts = [(rank, part) for rank, label, part in ranked if label in labels]
    found = [(rank, value) for rank, part in parts if (value := _dated(part, order)).value]
    return [value for _, value in found], first(value for rank, value in found if rank < _FAR)


def _only(found: list[Found]) -> Found:
    """The one date that stamps far from the article agree on: more are those of other articles."""
    return found[0] if len({f.value[:10] for f in found}) == 1 else Found()


# Lines with words within so many of the headline or of the body's end are the article's own.
_ABOVE, _BELOW = 5, 8
_FAR = 3
_ROUND = " |•·-–—/*_"  # what stands between two stamps
_SHORT = 14


class _Places:
    """Where lines stand to the headline and the body."""

    def __init__(self, lines: Sequence[Line]):
        self.filled = [line for line in lines if line.role != "blank" and line.text.strip()]
        self.at = {line.line: i for i, line in enumerate(self.filled)}
        told = [i for i, x in enumerate(self.filled) if x.role in ("body", "list")]
        title = next((i for i, x in enumerate(self.filled) if x.role == "headline"), None)
        self.body, self.end = (told[0], told[-1]) if told else (len(self.filled), len(self.filled))
        self.title = title if title is not None else self.body

    def rank(self, line: Line) -> int:
        """0 between headline and body, 1 just above, 2 just below, then farther and farther."""
        at = self.at.get(line.line, -1)
        if self.title <= at < self.body:
            return 0
        if self.title - _ABOVE <= at < self.title:
            return 1
        if self.end < at <= self.end + _BELOW:
            return 2
        return _FAR if at < self.title else _FAR + 1

    def beside(self) -> list[Line]:
        """Short lines between headline and body, then just above the headline; no story."""
        lines = [*self.filled[self.title + 1 : self.body], *self.filled[: self.title][-_ABOVE:]]
        story = ("headline", "dek", "body", "list", "caption")
        return [x for x in lines if x.role not in story and tokens.count(x.text) <= _SHORT]


def _dated(part: Found, order: str) -> Found:
    """The stamp in a stretch of a line, in the place of its words."""
    value = dates.stamp(part.value, order) if _FIGURE.search(part.value) else ""
    return Found(value, "text", part.start, part.end) if value else Found()


def _parts(line: Line) -> Iterable[tuple[str, Found]]:
    """The stretches of a timestamp line, each behind its label ("": before the first)."""
    found = list(_LABEL.finditer(line.text))
    if not found or found[0].start() > 0:
        end = found[0].start() if found else len(line.text)
        yield "", stretch(line, 0, len(line.text[:end].rstrip(_ROUND)))
    ends = [m.start() for m in found[1:]] + [len(line.text)] * bool(found)
    for label, end in zip(found, ends, strict=True):
        part = stretch(line, label.end(), len(line.text[:end].rstrip(_ROUND)))
        yield label["label"].lower(), part


def _dateline(lines: Sequence[Line]) -> Iterable[Found]:
    """The dateline's date before the first paragraph."""
    for line in having(lines, "body")[:1]:
        found = _DATELINE.match(line.text)
        if found:
            yield stretch(line, *found.span("date"))
