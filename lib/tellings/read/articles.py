"""What a capture says about itself: lines with roles in, one Article out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.read import dates
from tellings.read.lines import Line
from tellings.text.characters import plain

FIELDS = (
    "headline",
    "dek",
    "byline",
    "outlet",
    "host",
    "published",
    "updated",
    "image_credit",
    "agency",
    "section",
    "notice",
)
STATUSES = ("text", "inferred", "given", "absent")
# Own lead-ins of an outlet that a text needs before the outlet is inferred from its style alone.
_ENOUGH_MARKS = 3
_STORY = ("headline", "dek", "body", "list")


class Article(NamedTuple):
    """Each field with x_status (one of STATUSES) and, where words of the text give it, their place.

    byline               the names, without "By"
    outlet               who wrote it; host: the site or app that carried it
    published, updated   ISO to the precision written, no zone; their place is that of the words
    """

    headline: str
    headline_status: str
    headline_start: int | None
    headline_end: int | None
    dek: str
    dek_status: str
    dek_start: int | None
    dek_end: int | None
    byline: str
    byline_status: str
    byline_start: int | None
    byline_end: int | None
    outlet: str
    outlet_status: str
    outlet_start: int | None
    outlet_end: int | None
    host: str
    host_status: str
    host_start: int | None
    host_end: int | None
    published: str
    published_status: str
    published_start: int | None
    published_end: int | None
    updated: str
    updated_status: str
    updated_start: int | None
    updated_end: int | None
    image_credit: str
    image_credit_status: str
    image_credit_start: int | None
    image_credit_end: int | None
    agency: str
    agency_status: str
    agency_start: int | None
    agency_end: int | None
    section: str
    section_status: str
    section_start: int | None
    section_end: int | None
    notice: str
    notice_status: str
    notice_start: int | None
    notice_end: int | None


class _Found(NamedTuple):
    """A field's value, how it is known, and where."""

    value: str = ""
    status: str = "absent"
    start: int | None = None
    end: int | None = None


# What a container may give, and the field it fills.
GIVEN = {"title": "headline", "author": "byline", "outlet": "outlet", "date": "published"}


def describe(
    lines: Sequence[Line], hints: Mapping | None = None, corrections: Iterable = ()
) -> Article:
    """The article's metadata: what the text says, what was given, and nothing else.

    hints        what came with the text (files.Capture.hints); it wins over the text: "given"
    corrections  rows of files.Correction for this capture; subject "article" wins over both

    An outlet is taken from the text only where the text names its own: in the author's line, in a
    word about the site, or where it speaks of itself ("told The National") on a page that bears
    that outlet's marks (lexicons/house_styles.csv). Three or more lead-ins that only one outlet
    uses ("Why it matters:") make it "inferred". Everything else is absent.
    """
    found = {name: _Found() for name in FIELDS} | _by_role(lines)
    found |= {"byline": _byline(lines), "host": _host(lines), "agency": _agency(lines)}
    found |= {"image_credit": _image_credit(lines), "published": _date(lines, "published")}
    found |= {"updated": _date(lines, "updated"), "outlet": _outlet(lines)}
    for name, value in (hints or {}).items():
        if value and name in GIVEN:
            found[GIVEN[name]] = _Found(value, "given")
    for row in (c for c in corrections if c.subject == "article"):
        if row.place not in FIELDS:
            known = ", ".join(FIELDS)
            raise ValueError(f"corrections.csv: unknown field {row.place!r}; known: {known}")
        found[row.place] = _Found(row.becomes, "given" if row.becomes else "absent")
    return Article(*(part for name in FIELDS for part in found[name]))


def _words(line: Line, start: int, end: int, status: str = "text") -> _Found:
    """A stretch of a line, by offsets into the line, without the white space round it."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    at = line.start + start
    return _Found(text, status, at, at + len(text)) if text else _Found()


def _first(found: Iterable[_Found]) -> _Found:
    """The first that is there."""
    return next((f for f in found if f.value), _Found())


def _with(lines: Sequence[Line], *roles: str) -> list[Line]:
    """The lines of these roles."""
    return [line for line in lines if line.role in roles]


# --- one field each -------------------------------------------------------------------------------


def _by_role(lines: Sequence[Line]) -> dict[str, _Found]:
    """Fields that are a whole line: the first of its role."""
    roles = ("headline", "dek", "section", "notice")
    return {r: _first(_words(x, 0, len(x.text)) for x in _with(lines, r)) for r in roles}


_BY = re.compile(r"\s*(?:(?:by|authors?|(?:written|story|words|analysis) by)\b:?)\s*", re.I)
_MONTHS = "|".join(w.capitalize() for w in sorted(listed("calendar", kind="month")))
_NAMES_END = re.compile(
    r"\s*(?:[|•·–—@\d]|\s-\s|,\s(?=[a-z])"
    rf"|\b(?:Special to|Staff|Senior|Opinion|Updated|Published|{_MONTHS})\b)"
)
_I_AM = re.compile(r"\bI(?:'m| am) (?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}),? the author\b")


def _byline(lines: Sequence[Line]) -> _Found:
    """The names of the byline; else the author who speaks of himself in a line about the site."""
    for line in _with(lines, "byline"):
        start = _BY.match(line.text).end() if _BY.match(line.text) else 0
        stop = _NAMES_END.search(line.text, start)
        return _words(line, start, stop.start() if stop else len(line.text))
    named = ((line, _I_AM.search(plain(line.text))) for line in _with(lines, "bio"))
    return _first(_words(line, *m.span("name")) for line, m in named if m)


def _date(lines: Sequence[Line], which: str) -> _Found:
    """The first stamp of a kind: a bare date is when it was published, "Updated" never is."""
    pattern = _UPDATED if which == "updated" else _PUBLISHED
    for line in _with(lines, "timestamp"):
        for part in _parts(line, pattern):
            value = dates.stamp(part.value)
            if value:
                return _Found(value, "text", part.start, part.end)
    return _Found()


_LABEL = re.compile(
    r"\b(?P<label>updated|modified|published|posted|publication)\b[^\w]*(?:(?:on|at|date)\b[^\w]*)?",
    re.I,
)
_UPDATED, _PUBLISHED = ("updated", "modified"), ("", "published", "posted", "publication")


def _parts(line: Line, labels: tuple[str, ...]) -> Iterable[_Found]:
    """The stretches of a timestamp line under one of these labels ("": a line without one)."""
    found = list(_LABEL.finditer(line.text))
    if not found and "" in labels:
        yield _words(line, 0, len(line.text))
    ends = [m.start() for m in found[1:]] + [len(line.text)] * bool(found)
    for label, end in zip(found, ends, strict=True):
        if label["label"].lower() in labels:
            yield _words(line, label.end(), len(line.text[:end].rstrip(" |•·-–—")))


@cache
def _agencies() -> str:
    """The agencies' names as one alternation, longest first."""
    names = sorted(listed("agencies", column="name"), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, names))


def _image_credit(lines: Sequence[Line]) -> _Found:
    """The agency that a caption ends in."""
    last = re.compile(rf"(?<![\w-])({_agencies()})[)\].\s]*$")
    found = ((line, last.search(line.text)) for line in _with(lines, "caption"))
    return _first(_words(line, *m.span(1)) for line, m in found if m)


def _agency(lines: Sequence[Line]) -> _Found:
    """The agency that a credit line names: it contributed, it is not the author."""
    name = re.compile(rf"(?<![\w-])({_agencies()})(?![\w-])")
    found = ((line, name.search(line.text)) for line in _with(lines, "credit"))
    return _first(_words(line, *m.span(1)) for line, m in found if m)


_HOST = re.compile(
    r"\b(?:stories|news|articles|read) on (?P<name>[\w.]+) (?:right now|today)\b", re.I
)


def _host(lines: Sequence[Line]) -> _Found:
    """The site or app that carries the text, where its own furniture says so."""
    found = ((line, _HOST.search(line.text)) for line in _with(lines, "nav", "promo"))
    return _first(_words(line, *m.span("name")) for line, m in found if m)


# --- the outlet -----------------------------------------------------------------------------------

_NAME = r"(?P<name>[A-Z][\w.&'-]*(?: (?:of |the )?[A-Z][\w.&'-]*){0,4})"
_ABOUT = (
    re.compile(
        r"\b(?:editor|reporter|correspondent|writer|journalist|columnist|author)s? "
        rf"(?:of|at|for|with|behind) (?:the )?{_NAME}"
    ),
    re.compile(rf"\bauthor behind {_NAME}"),
)
_SITE_END = re.compile(r" (?:located|is|was)\b.*")
_TOLD = re.compile(
    rf"\b(?:told|tells) {_NAME}(?= (?:that|on|in|by|he|she|they|it|the|a)\b|[.,;]|$)"
)


def _outlet(lines: Sequence[Line]) -> _Found:
    """The outlet in the author's or site's line, in self-reference with page marks, or by style."""
    return _first((_outlet_of_author(lines), _outlet_of_itself(lines), _outlet_of_style(lines)))


def _outlet_of_author(lines: Sequence[Line]) -> _Found:
    """ "Dave DeCamp is the news editor of Antiwar.com": the outlet that the author's line names."""
    found = (
        (line, pattern.search(plain(line.text)))
        for line in _with(lines, "bio")
        for pattern in _ABOUT
    )
    return _first(_words(line, *_name(m)) for line, m in found if m)


def _name(found: re.Match) -> tuple[int, int]:
    """Where a name stands, without the stop or comma behind it."""
    start, end = found.span("name")
    return start, start + len(found["name"].rstrip(".,'"))


def _outlet_of_itself(lines: Sequence[Line]) -> _Found:
    """ "told The National", on a page with at least two marks of that outlet's pages.

    The words alone prove nothing: "Israeli sources told CNN" stands in other outlets' texts.
    """
    marks = _marks(lines)
    for line in _with(lines, *_STORY):
        for told in _TOLD.finditer(plain(line.text)):
            start, end = _name(told)
            if len(marks.get(line.text[start:end], ())) >= 2:
                return _words(line, start, end)
    return _Found()


def _outlet_of_style(lines: Sequence[Line]) -> _Found:
    """The outlet whose own lead-ins the text bears, three or more; it is inferred, never a fact."""
    alone = {r["outlet"] for r in rows("house_styles") if r["alone"] == "yes"}
    marks = {o: m for o, m in _marks(lines).items() if o in alone and len(m) >= _ENOUGH_MARKS}
    return (
        _Found(max(sorted(marks), key=lambda o: len(marks[o])), "inferred") if marks else _Found()
    )


def _marks(lines: Sequence[Line]) -> dict[str, set[str]]:
    """The marks of each outlet's house style that lines of the capture begin with."""
    found: dict[str, set[str]] = {}
    low = [plain(line.text).lower().lstrip() for line in lines if line.text]
    for row in rows("house_styles"):
        if any(text.startswith(row["mark"]) for text in low):
            found.setdefault(row["outlet"], set()).add(row["mark"])
    return found
