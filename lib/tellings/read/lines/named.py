"""Lines that say themselves what they are: a Look in, its role and the rule's name out."""

import re
from functools import cache

from tellings.lexicons import listed
from tellings.read import dates
from tellings.read.lines.asks import asks
from tellings.read.lines.looks import Look
from tellings.read.lines.phrases import phrase
from tellings.read.lines.pictures import pictured
from tellings.read.lines.roles import Verdict

# Figures that are a day or a time of day: 2024-05-14, 14/5/24, 10:42, 8 pm; 718-555-0140 is none.
_FIGURES = re.compile(
    r"(?<![\d-])(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d)"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2}\s?[ap]\.?m)(?![\d-])",
    re.IGNORECASE,
)
# The Express ends links to other articles in a label: "… for Hong Kong protest [INSIGHT]".
_LABEL = re.compile(r"\[[A-Z]{3,12}\]\W*$")
_DIGIT = re.compile(r"\d")
_TAG = re.compile(r"(?:<|&lt;)/?[a-z][a-z0-9]*(?:\s[^>]*)?/?(?:>|&gt;)", re.IGNORECASE)

_BLANK = Verdict("blank", "no words")


def named(line: Look) -> Verdict | None:
    """The role and rule of a line that says itself what it is, or None."""
    if not line.text and not line.bullet:
        return _BLANK
    if not line.words:
        return Verdict("nav", "marks only")
    for rule in _RULES:
        if verdict := rule(line):
            return verdict
    return None


def author(line: Look) -> str:
    """The words of a byline behind its mark: "Ann Lee" of "By Ann Lee"."""
    return _byline_mark().sub("", line.text)


def _markup(line: Look) -> Verdict | None:
    """What is left of the page's own markup, and links that end in a label."""
    if _TAG.match(line.text) and not _TAG.sub("", line.text).strip():
        return Verdict("nav", "page markup")
    return Verdict("nav", "a link with its label") if _LABEL.search(line.text) else None


# --- counts, stamps, bylines ----------------------------------------------------------------------


def _count(line: Look) -> Verdict | None:
    """ "34 responses to …", "258 Shares", "Image 1 of 5": the site counts something."""
    if len(line.words) > 30 or line.stops:
        return None
    if _picture_count().match(line.text):
        return Verdict("nav", "counts pictures")
    if _counted().match(line.text):
        return Verdict("comments", "heads comments, with their number")
    found = _counter().match(line.text)
    if not found:
        return None
    what = found["what"].lower()
    if what not in listed("line_cues", kind="answers"):
        return Verdict("nav", f"counts {what}") if len(line.words) <= 3 else None
    if found["to"]:
        return Verdict("comments", f"heads {what}, with their number")
    return Verdict("comments", f"counts {what}") if len(line.words) <= 14 else None


def _stamp(line: Look) -> Verdict | None:
    """A line that says when the text was published or updated, or that is nothing but a date."""
    if len(line.words) > 24 or not _DIGIT.search(line.low):
        return None
    if _stamp_mark().match(line.text) and any(w in _calendar() or _clock(w) for w in line.words):
        return Verdict("timestamp", "says when it was published or updated")
    return _date(line) if len(line.words) <= 14 else None


def _date(line: Look) -> Verdict | None:
    """A line that is nothing but a date, or a date with who gives it; or figures that are none."""
    if dates.is_only_date(line.text):
        return Verdict("timestamp", "nothing but a date")
    if dates.is_date_with_name(line.text) and not _byline_mark().match(line.text):
        return Verdict("timestamp", "a date with who gives it")
    if len(line.words) > 12 or not all(w in _calendar() or _clock(w) for w in line.words):
        return None
    if any(w in _days() for w in line.words) or _FIGURES.search(line.text):
        return Verdict("timestamp", "nothing but a date")
    return Verdict("nav", "nothing but figures") if len(line.words) > 1 else None


def _clock(word: str) -> bool:
    """Whether a word is a number of a date or time: "18", "2024", "8:30", "30pm", "2nd"."""
    return word[0].isdigit() and len(word) <= 6 and word.rstrip("apmthndrsz.").isdigit()


def _byline(line: Look) -> Verdict | None:
    """ "By" or "Author:" and a name: capitals, few words, no stop but that of "11:04 a.m."."""
    mark = _byline_mark().match(line.text)
    if not mark or len(line.words) > 20:
        return None
    if line.stops and not dates.is_date_with_name(line.text):
        return None
    name = line.text[mark.end() :].split()
    capitals = sum(w[0].isupper() or not w[0].isalpha() for w in name)
    if (
        name[0][0].isupper()
        and not _is_day(name)
        and (capitals >= 0.6 * len(name) or len(name) == 1)
    ):
        return Verdict("byline", f"{mark.group().strip().rstrip(':').lower()} and a name")
    return None


def _is_day(words: list[str]) -> bool:
    """Whether words after "By" begin with a day: "Monday", "May 14"; not "May Jeong"."""
    low = [w.lower().strip(".,") for w in words]
    named = len(words) > 1 and words[1][0].isupper() and low[1] not in _calendar()
    return low[0] in _calendar() and not named


@cache
def _days() -> frozenset[str]:
    """Names of months and of days of the week."""
    return _calendar("month") | _calendar("weekday") | _calendar("short weekday")


@cache
def _calendar(kind: str = "") -> frozenset[str]:
    """Words of dates and times; with a kind only those."""
    if kind:
        return listed("calendar", kind=kind)
    kinds = ("month", "weekday", "short weekday", "clock", "filler")
    return frozenset().union(*(listed("calendar", kind=k) for k in kinds))


def _any(kind: str) -> str:
    """The words of a kind (lexicons/line_cues.csv) as one alternation, longest first."""
    return "|".join(sorted(listed("line_cues", kind=kind), key=lambda w: (-len(w), w)))


@cache
def _counter() -> re.Pattern:
    return re.compile(
        rf"\W*\d[\d,.]*k?\s(?P<what>{_any('answers')}|{_any('shares')})\b(?P<to>\s(?:to|on)\b)?",
        re.IGNORECASE,
    )


@cache
def _counted() -> re.Pattern:
    """ "Comments (12)", "Replies: 3"."""
    return re.compile(rf"(?:{_any('answers')})\s?[(\[:]\s?\d[\d,.]*k?\W*$", re.IGNORECASE)


@cache
def _picture_count() -> re.Pattern:
    return re.compile(rf"(?:{_any('picture')})\s\d+\s(?:of|/)\s\d+$", re.IGNORECASE)


@cache
def _stamp_mark() -> re.Pattern:
    leads, marks = _any("before stamp"), _any("stamp")
    return re.compile(rf"(?:(?:{leads})\s+)?(?:{marks})\b", re.IGNORECASE)


@cache
def _byline_mark() -> re.Pattern:
    return re.compile(rf"(?:(?:{_any('byline')})\s+|(?:{_any('label')}):\s*)(?=\S)", re.IGNORECASE)


_RULES = (_markup, _count, _stamp, _byline, phrase, pictured, asks)
