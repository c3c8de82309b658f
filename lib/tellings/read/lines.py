"""Lines of a capture and their roles: a text in, one Line for each of its lines out."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tellings.lexicons import rows, words
from tellings.read.characters import plain

ROLES = (
    "headline",
    "dek",
    "byline",
    "caption",
    "body",
    "list",
    "timestamp",
    "section",
    "notice",
    "promo",
    "nav",
    "editors_note",
    "credit",
    "bio",
    "comments",
    "blank",
)
BULLET = re.compile(r"\s*(?:[•·▪‣○*–-]|\d{1,2}\.)\s+")
_WORD = re.compile(r"[^\W_](?:[\w'.]*\w)?")
_STOP = re.compile(r"""[.!?…]["')\]]*$""")
_END = re.compile(r"""[.!?…:;,]["')\]]*$""")
_STAMP = re.compile(
    r"(?:(?:last|first|originally|date)\s+)?(?:updated|published|posted|modified|publication)\b",
    re.I,
)
_BYLINE = re.compile(r"(?:by|authors?:|written by|story by|words by|analysis by)\s+(?=\S)", re.I)
_FIRST_PERSON = re.compile(r"I(?:'m| am)\s.{1,60}\bauthor\b")
_EDGES = " \t\r*+•|»›>:-=_."
# A line of the head further than this many filled lines from the body is the site's, not the article's.
_HEAD_LINES = 12


class Line(NamedTuple):
    """One line of a capture; `line` is 1-based, `rule` names what decided the role."""

    line: int
    role: str
    start: int
    end: int
    rule: str
    text: str


def classify(text: str, corrections: Iterable = ()) -> list[Line]:
    """Every line of the text once, in order, with its role (DESIGN.md, section 4, says what they mean).

    rule         what decided: the phrase, form or position; "correction" where the researcher did
    start, end   code points into the text; joined with "\\n" the lines are the text again
    corrections  rows of files.Correction for this capture; those of subject "line" set a role

    First the lines that name themselves (lexicons/site_phrases.csv, datelines, bylines, agencies); then
    the body: the run of lines with the largest sum of scores, where a line that reads like prose counts
    for it and furniture counts against it (maximum-sum segment, as in Pasternack and Roth, 2009,
    "Extracting article text from the Web with maximum subsequence segmentation"); then headline, dek
    and section by their place before the body. What is left over is nav.

    >>> [line.role for line in classify("Talks resume\\n\\nThe two sides met again on Monday, officials said.")]
    ['headline', 'blank', 'body']
    """
    lines = [_look(piece) for piece in text.split("\n")]
    named = [_named(line) for line in lines]
    first, last = _span([_score(line, name) for line, name in zip(lines, named, strict=True)])
    decided = _inside(lines, named, first, last)
    decided |= _head(lines, named, first)
    decided |= _after(lines, named, last)
    decided |= {int(c.place) - 1: (c.becomes, "correction") for c in corrections if _of_line(c)}
    return list(_rows(text, decided))


class _Look(NamedTuple):
    """A line as the rules see it: plain characters, no white space round it, its number of words."""

    text: str
    low: str
    words: tuple[str, ...]
    bullet: bool


def _look(piece: str) -> _Look:
    """What the rules need of a line; a bullet is not part of its text."""
    text = plain(piece)
    bullet = BULLET.match(text)
    text = text[bullet.end() if bullet else 0 :].strip()
    low = text.lower()
    return _Look(text, low, tuple(_WORD.findall(low)), bool(bullet))


# --- lines that name themselves ----------------------------------------------------------------------


def _named(line: _Look) -> tuple[str, str] | None:
    """The role and rule of a line that says itself what it is, or None."""
    if not line.text:
        return "blank", "no words" if not line.bullet else "a bullet with no words"
    if not line.words:
        return "nav", "marks only"
    return _stamp(line) or _byline(line) or _phrase(line) or _agency(line)


def _stamp(line: _Look) -> tuple[str, str] | None:
    """A line that says when the text was published or updated, or that is nothing but a date."""
    digits = any(w[0].isdigit() for w in line.words)
    if len(line.words) > 24 or not digits:
        return None
    if _STAMP.match(line.text) and any(w in _calendar() or _clock(w) for w in line.words):
        return "timestamp", "says when it was published or updated"
    if len(line.words) <= 12 and all(w in _calendar() or _clock(w) for w in line.words):
        dated = any(w in _calendar("month") for w in line.words) or len(line.words) > 1
        return ("timestamp", "nothing but a date") if dated else None
    return None


def _clock(word: str) -> bool:
    """Whether a word is a number of a date or time: "18", "2024", "8:30", "30pm", "2nd"."""
    return word[0].isdigit() and len(word) <= 6 and word.rstrip("apmthndrsz.").isdigit()


def _byline(line: _Look) -> tuple[str, str] | None:
    """ "By" or "Author:" and a name: capitals, few words, no stop."""
    mark = _BYLINE.match(line.text)
    if not mark or len(line.words) > 20 or _STOP.search(line.text):
        return None
    name = line.text[mark.end() :].split()
    capitals = sum(w[0].isupper() or not w[0].isalpha() for w in name)
    dated = name[0].lower().strip(".,") in _calendar()
    if name[0][0].isupper() and not dated and (capitals >= 0.6 * len(name) or len(name) == 1):
        return "byline", f"{mark.group().strip().rstrip(':').lower()} and a name"
    return None


def _phrase(line: _Look) -> tuple[str, str] | None:
    """The first site phrase that the line is, begins with or holds (lexicons/site_phrases.csv)."""
    bare, whole, start, inside = line.low.strip(_EDGES), *_phrases()
    if bare in whole and len(line.words) <= whole[bare].most:
        return whole[bare].role, f'is "{bare}"'
    found = start.match(line.low)
    known = _known("start", found.group()) if found else None
    if known and _fits(line, known) and not line.low[found.end() : found.end() + 1].isalnum():
        return known.role, f'begins with "{found.group()}"'
    for found in inside.finditer(line.low) if len(line.words) <= 90 else ():
        known = _known("inside", found.group())
        if _fits(line, known):
            return known.role, f'holds "{found.group()}"'
    if _FIRST_PERSON.match(line.text):
        return "bio", "the author speaks of himself or herself"
    return None


def _agency(line: _Look) -> tuple[str, str] | None:
    """A caption whose last word, after its stop, is an agency; or an agency alone on a line."""
    bare = line.text.strip("()[] .")
    if bare in words("agencies", column="name"):
        return "credit", "an agency alone"
    found = _credits().search(line.text) if len(line.words) <= 80 else None
    return ("caption", f"ends in the agency {found.group(1)}") if found else None


@cache
def _calendar(kind: str = "") -> frozenset[str]:
    """Words of dates and times; with a kind only those."""
    if kind:
        return words("calendar", kind=kind)
    kinds = ("month", "weekday", "short weekday", "clock", "filler")
    return frozenset().union(*(words("calendar", kind=k) for k in kinds))


class _Known(NamedTuple):
    role: str
    most: int
    any_stop: bool


@cache
def _known(where: str, phrase: str) -> _Known:
    """What the list says of a phrase."""
    row = next(r for r in rows("site_phrases") if (r["where"], r["phrase"]) == (where, phrase))
    return _Known(row["role"], int(row["most_words"]), row["stop"] == "any")


@cache
def _phrases() -> tuple[dict[str, _Known], re.Pattern, re.Pattern]:
    """Phrases that are a whole line; one pattern each for those at a line's start and inside it."""
    whole = {
        r["phrase"].strip(_EDGES): r["phrase"]
        for r in rows("site_phrases")
        if r["where"] == "whole"
    }
    starts, insides = (
        re.compile("|".join(re.escape(p) for p in sorted(found, key=len, reverse=True)))
        for found in (words("site_phrases", column="phrase", where=w) for w in ("start", "inside"))
    )
    return {bare: _known("whole", phrase) for bare, phrase in whole.items()}, starts, insides


def _fits(line: _Look, known: _Known) -> bool:
    """Whether a line is short enough for the phrase, and no plain sentence where it may not be one."""
    return len(line.words) <= known.most and (known.any_stop or not _STOP.search(line.text))


@cache
def _credits() -> re.Pattern:
    """An agency at a line's end: after a stop ("… over Rafah. Reuters"), a slash or in brackets."""
    names = sorted(words("agencies", column="name"), key=len, reverse=True)
    return re.compile(
        rf"""(?:[.!?"')\]]\s+|[/(\[|]\s?)({"|".join(map(re.escape, names))})[)\].]*$"""
    )


# --- the span of the body ----------------------------------------------------------------------------


def _score(line: _Look, name: tuple[str, str] | None) -> float:
    """How much a line reads like prose (above 0) or like furniture (below)."""
    if name:
        return 0.0 if name[0] == "blank" else -3.0
    long, ends = min(len(line.words), 40), bool(_END.search(line.text))
    if long >= 8 and ends:
        return long * 0.35
    common = _share_of_function_words(line)
    if long >= 15 and common >= 0.25:
        return long * 0.25
    if long >= 4 and ends and common >= 0.2:
        return 0.5
    return -3.0 if line.bullet and long < 8 else -2.0


def _share_of_function_words(line: _Look) -> float:
    """Share of the words that prose cannot do without."""
    return sum(w in words("function_words") for w in line.words) / max(1, len(line.words))


def _span(scores: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run with the largest sum; (0, -1) when no line scores above 0."""
    best, span, total, begin = 0.0, (0, -1), 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, i
        total += score
        if total > best:
            best, span = total, (begin, i)
    return span


# --- roles by place ----------------------------------------------------------------------------------


def _inside(lines, named, first: int, last: int) -> dict[int, tuple[str, str]]:
    """Inside the body's span: what names itself keeps its role; bullets are list, the rest body."""
    found = {}
    for i in range(first, last + 1):
        role = "list" if lines[i].bullet else "body"
        found[i] = named[i] or (role, "in the run of prose")
    return found


def _head(lines, named, first: int) -> dict[int, tuple[str, str]]:
    """Before the body: headline, then dek, with a section above; what is left over is nav."""
    found = {i: named[i] or ("nav", "before the body") for i in range(first)}
    filled = [i for i in range(first) if lines[i].text][-_HEAD_LINES:]
    free = [i for i in filled if not named[i]]
    titles = [i for i in free if len(lines[i].words) >= 4 and not lines[i].bullet] or free[-1:]
    if titles:
        found[titles[0]] = "headline", "first title before the body"
        above = [i for i in filled if i < titles[0]]
        if above and above[-1] in free and len(lines[above[-1]].words) <= 3:
            found[above[-1]] = "section", "a kicker above the headline"
    if len(titles) > 1 and len(lines[titles[1]].words) >= 6:
        found[titles[1]] = "dek", "second title before the body"
    return found


def _after(lines, named, last: int) -> dict[int, tuple[str, str]]:
    """After the body: what names itself keeps its role, the rest is nav."""
    return {i: named[i] or ("nav", "after the body") for i in range(last + 1, len(lines))}


def _of_line(correction) -> bool:
    """Whether a correction sets the role of a line."""
    return correction.subject == "line"


def _rows(text: str, decided: dict[int, tuple[str, str]]):
    """Line rows in order, with their offsets."""
    start = 0
    for i, piece in enumerate(text.split("\n")):
        role, rule = decided[i]
        yield Line(i + 1, role, start, start + len(piece), rule, piece)
        start += len(piece) + 1
