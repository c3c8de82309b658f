"""Whose an article is, as far as its own text tells: lines with roles in, the outlet out."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from tellings.lexicons import listed, rows
from tellings.read.articles import sites
from tellings.read.articles.byline import glued, names, undated, whole
from tellings.read.articles.fields import Found, first, having, stretch
from tellings.read.articles.newsrooms import is_paper, known, newsroom
from tellings.read.lines import Line
from tellings.read.lines.titles import RULE, WITH_SITE, parts
from tellings.text.characters import plain

# Own lead-ins of an outlet that a text needs before the outlet is inferred from its style alone.
_ENOUGH_MARKS = 3
_STORY = ("headline", "dek", "body", "list")
_NAME = r"(?P<name>[A-Z][\w.&'-]*(?: (?:of |the )?[A-Z][\w.&'-]*){0,4})"
_SENTENCE_END = re.compile(r"(?<=\w{3})\.\s")
_ABOUT = (
    re.compile(
        r"(?<!former )(?<!formerly a )(?<!previously a )\b"
        r"(?i:editor|reporter|correspondent|writer|contributor|journalist|columnist|author)s? "
        rf"(?:of|at|for|with|behind) (?:the )?{_NAME}"
    ),
    re.compile(rf"\bauthor behind {_NAME}"),
)
_TELLS = ("told ", "tells ")
_TOLD = re.compile(
    rf"\b(?:{'|'.join(_TELLS)}){_NAME}(?= (?:that|on|in|by|he|she|they|it|the|a)\b|[.,;]|$)"
)
# "By Bill Hoppe | Special to the Pioneer Press", "By Ann Lee, CNN", "Ann Lee for The Gazette".
_BEHIND_NAMES = re.compile(
    r"(?:[|•·,/]\s*|\s[-–—]\s|\bfor\s)(?:special to |for )?(?:the )?"
    r"(?P<name>[A-Z][\w.&'-]*(?: (?:of |the )?[A-Z][\w.&'-]*){0,4})\W*$",
    re.IGNORECASE,
)
_BETWEEN_BARS = re.compile(r"[^|•·]+")
_SPECIAL = re.compile(rf"\bspecial to (?:the )?{_NAME}", re.IGNORECASE)
# "(CNN) —", "LINDAU (Oderau Gazette) -" before the first sentence.
_IN_DATELINE = re.compile(
    r"(?:[A-Z\d][^.()]{0,60}?)?\((?P<name>[A-Z][\w.&' -]{1,40})\)(?:\s*[-–—]|(?=[A-Z]))"
)
_ADDRESSED = re.compile(r"(?P<name>[A-Z][\w-]+\.(?:[Nn]et|[Cc]om|[Oo]rg|[Ii]nfo)) [-–—] ")


def outlet(lines: Sequence[Line]) -> Found:
    """The first of: the author's or site's line, a field, the byline's place, the page's title, the
    site's own lines, a dateline, the text's word for itself on a page with its marks, its style."""
    ways = (_of_author, _of_byline, _of_title, sites.site, _of_dateline)
    told = first(way(lines) for way in ways)
    if told.value:
        return told
    marks = _marks(lines)
    return first((_of_itself(lines, marks), _of_style(marks)))


def _of_author(lines: Sequence[Line]) -> Found:
    """ "Dave DeCamp is the news editor of Antiwar.com": the outlet that the author's line names."""
    about = having(lines, "bio")
    found = ((x, pattern.search(plain(x.text))) for x in about for pattern in _ABOUT)
    own = first(stretch(x, *_name(m)) for x, m in found if m)
    author = names(lines).value
    last = [x for x in having(lines, "body")[-2:] if author and x.text.startswith(author)]
    found = ((x, _ABOUT[0].search(plain(x.text))) for x in last)
    return first((own, *(stretch(x, *_name(m)) for x, m in found if m and known(m["name"]))))


def _name(found: re.Match) -> tuple[int, int]:
    """Where a name stands, without what is behind it: "Fox News. Follow her"."""
    name = _SENTENCE_END.split(found["name"])[0]
    return found.start("name"), found.start("name") + len(name.rstrip(".,'"))


def _of_byline(lines: Sequence[Line]) -> Found:
    """ "By THE ODERAU GAZETTE", "Special to The New York Times", "By Ann Lee, CNN"."""
    for line in whole(lines):
        text = undated(plain(line.text))
        name = newsroom(text)
        if name and not _agency(name):
            start = text.index(name)
            return stretch(line, start, start + len(name))
        found = _SPECIAL.search(text) or _BEHIND_NAMES.search(text)
        if found and (known(found["name"]) or found.re is _SPECIAL) and not _agency(found["name"]):
            return stretch(line, *_name(found))
        if own := _between_bars(text):
            return stretch(line, *own)
        if (at := glued(text)) and not _agency(text[at:]):
            return stretch(line, at, len(text))
    return Found()


def _between_bars(text: str) -> tuple[int, int] | None:
    """Where "By Ann Lee | The Lindau Post | 4 March 2024" has its outlet: a listed one, or a
    newspaper's name."""
    for found in list(_BETWEEN_BARS.finditer(text))[1:]:
        name = found.group().strip()
        if name and (known(name) or is_paper(name)) and not _agency(name):
            start = found.start() + found.group().index(name)
            return start, start + len(name)
    return None


def _agency(name: str) -> bool:
    """Whether a name is a news agency's: it is credited, it is not whose page it is."""
    return plain(name).lower() in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name.lower() for name in listed("agencies", column="name"))


def _of_title(lines: Sequence[Line]) -> Found:
    """ "Bridge closed | Oderau Gazette": the site's part of a title that the headline repeats, or
    that names a listed outlet."""
    repeated = [line for line in lines if line.rule == RULE]
    for line in [*repeated, *having(lines, "headline")[:1]]:
        site = parts(line.text)[1]
        if site and (line in repeated or line.rule == WITH_SITE or known(site)):
            start = line.text.rindex(site)
            return stretch(line, start, start + len(site))
    return Found()


def _of_dateline(lines: Sequence[Line]) -> Found:
    """ "(CNN) —", "Harbour.Net - " before the first sentence; an agency there is a source."""
    for line in having(lines, "body")[:1]:
        text = plain(line.text)
        found = _IN_DATELINE.match(text)
        if found and known(found["name"]) and not _agency(found["name"]):
            return stretch(line, *found.span("name"))
        own = _ADDRESSED.match(text)
        if own:
            return stretch(line, *own.span("name"))
    return Found()


def _of_itself(lines: Sequence[Line], marks: Mapping[str, Collection[str]]) -> Found:
    """ "told The National", on a page with at least two marks of that outlet's pages.

    The words alone prove nothing: "Israeli sources told CNN" stands in other outlets' texts.
    """
    known_by = {outlet for outlet, own in marks.items() if len(own) >= 2}
    for line in having(lines, *_STORY) if known_by else ():
        text = plain(line.text)
        for told in _TOLD.finditer(text) if any(word in text for word in _TELLS) else ():
            start, end = _name(told)
            if line.text[start:end] in known_by:
                return stretch(line, start, end)
    return Found()


def _of_style(marks: Mapping[str, Collection[str]]) -> Found:
    """The outlet whose own lead-ins the text bears, three or more; it is inferred, never a fact."""
    alone = listed("house_styles", column="outlet", alone="yes")
    own = {o: m for o, m in marks.items() if o in alone and len(m) >= _ENOUGH_MARKS}
    return Found(max(sorted(own), key=lambda o: len(own[o])), "inferred") if own else Found()


def _marks(lines: Sequence[Line]) -> dict[str, set[str]]:
    """The marks of each outlet's house style that lines of the capture begin with."""
    found: dict[str, set[str]] = {}
    marks, longest = _all_marks()
    low = [plain(line.text.lstrip()[:longest]).lower() for line in lines if line.text]
    for text in low:
        if text.startswith(marks):
            for row in rows("house_styles"):
                if text.startswith(row["mark"]):
                    found.setdefault(row["outlet"], set()).add(row["mark"])
    return found


@cache
def _all_marks() -> tuple[tuple[str, ...], int]:
    """The marks of all outlets, and how long the longest is."""
    marks = tuple(sorted(listed("house_styles", column="mark")))
    return marks, max(map(len, marks))
