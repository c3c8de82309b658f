"""Lines that say themselves what they are: a Look in, its role and the rule's name out."""

import re
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_FIRST_PERSON = re.compile(r"I(?:'m| am)\s.{1,60}\bauthor behind\b")
_EDGES = " \t\r*+•|»›>:-=_."
# Phrases are looked up by so many first letters.
_KEY = 3


def named(line: Look) -> Verdict | None:
    """The role and rule of a line that says itself what it is, or None."""
    if not line.text and not line.bullet:
        return Verdict("blank", "no words")
    if not line.words:
        return Verdict("nav", "marks only")
    return _count(line) or _stamp(line) or _byline(line) or _phrase(line) or _agency(line)


def author(line: Look) -> str:
    """The words of a byline behind its mark: "Ann Lee" of "By Ann Lee"."""
    return _byline_mark().sub("", line.text)


# --- counts, stamps, bylines ----------------------------------------------------------------------


def _count(line: Look) -> Verdict | None:
    """ "34 responses to …", "258 Shares", "Image 1 of 5": the site counts something."""
    if len(line.words) > 14 or line.stops:
        return None
    if _picture_count().match(line.text):
        return Verdict("nav", "counts pictures")
    found = _counter().match(line.text)
    if not found:
        return None
    what = found["what"].lower()
    answers = what in listed("line_cues", kind="answers")
    if len(line.words) > 3 and not answers:
        return None
    return Verdict("comments" if answers else "nav", f"counts {what}")


def _stamp(line: Look) -> Verdict | None:
    """A line that says when the text was published or updated, or that is nothing but a date."""
    digits = any(w[0].isdigit() for w in line.words)
    if len(line.words) > 24 or not digits:
        return None
    if _stamp_mark().match(line.text) and any(w in _calendar() or _clock(w) for w in line.words):
        return Verdict("timestamp", "says when it was published or updated")
    if len(line.words) <= 12 and all(w in _calendar() or _clock(w) for w in line.words):
        dated = any(w in _calendar("month") for w in line.words) or len(line.words) > 1
        return Verdict("timestamp", "nothing but a date") if dated else None
    return None


def _clock(word: str) -> bool:
    """Whether a word is a number of a date or time: "18", "2024", "8:30", "30pm", "2nd"."""
    return word[0].isdigit() and len(word) <= 6 and word.rstrip("apmthndrsz.").isdigit()


def _byline(line: Look) -> Verdict | None:
    """ "By" or "Author:" and a name: capitals, few words, no stop."""
    mark = _byline_mark().match(line.text)
    if not mark or len(line.words) > 20 or line.stops:
        return None
    name = line.text[mark.end() :].split()
    capitals = sum(w[0].isupper() or not w[0].isalpha() for w in name)
    dated = name[0].lower().strip(".,") in _calendar()
    if name[0][0].isupper() and not dated and (capitals >= 0.6 * len(name) or len(name) == 1):
        return Verdict("byline", f"{mark.group().strip().rstrip(':').lower()} and a name")
    return None


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
        rf"\W*\d[\d,.]*k?\s(?P<what>{_any('answers')}|{_any('shares')})\b", re.IGNORECASE
    )


@cache
def _picture_count() -> re.Pattern:
    return re.compile(rf"(?:{_any('picture')})\s\d+\s(?:of|/)\s\d+$", re.IGNORECASE)


@cache
def _stamp_mark() -> re.Pattern:
    leads, marks = _any("before stamp"), _any("stamp")
    return re.compile(rf"(?:(?:{leads})\s+)?(?:{marks})\b", re.IGNORECASE)


@cache
def _byline_mark() -> re.Pattern:
    return re.compile(rf"(?:{_any('byline')}|(?:{_any('label')}):)\s+(?=\S)", re.IGNORECASE)


# --- phrases and agencies -------------------------------------------------------------------------


class _Known(NamedTuple):
    role: str
    most: int
    any_stop: bool

    def fits(self, line: Look) -> bool:
        """Whether a line is short enough for it, and no sentence where it may be none."""
        return len(line.words) <= self.most and (self.any_stop or not line.stops)


def _phrase(line: Look) -> Verdict | None:
    """The first site phrase that the line is, begins with or holds (lexicons/site_phrases.csv)."""
    whole, starts, insides = _phrases()
    bare = line.low.strip(_EDGES)
    if bare in whole and len(line.words) <= whole[bare].most:
        return Verdict(whole[bare].role, f'is "{bare}"')
    for phrase, known in starts.get(line.low[:_KEY], ()):
        if line.low.startswith(phrase) and known.fits(line) and _ends(line.low, len(phrase)):
            return Verdict(known.role, f'begins with "{phrase}"')
    for phrase, known in insides if len(line.words) <= 90 else ():
        if phrase in line.low and known.fits(line):
            return Verdict(known.role, f'holds "{phrase}"')
    if _FIRST_PERSON.match(line.text):
        return Verdict("bio", "the author speaks of himself or herself")
    return None


def _ends(low: str, at: int) -> bool:
    """Whether a word ends here."""
    return not (low[at - 1].isalnum() and low[at : at + 1].isalnum())


@cache
def _phrases() -> tuple[
    dict[str, _Known], dict[str, list[tuple[str, _Known]]], tuple[tuple[str, _Known], ...]
]:
    """Phrases that are a whole line; those at its start, by their first letters; those inside."""
    whole: dict[str, _Known] = {}
    starts: dict[str, list[tuple[str, _Known]]] = {}
    insides = []
    for row in sorted(rows("site_phrases"), key=lambda r: -len(r["phrase"])):
        phrase = row["phrase"]
        known = _Known(row["role"], int(row["most_words"]), row["stop"] == "any")
        if row["where"] == "whole":
            whole[phrase.strip(_EDGES)] = known
        elif row["where"] == "start":
            starts.setdefault(phrase[:_KEY], []).append((phrase, known))
        else:
            insides.append((phrase, known))
    return whole, starts, tuple(insides)


def _agency(line: Look) -> Verdict | None:
    """A caption whose last word, after its stop, is an agency; or an agency alone on a line."""
    if line.text.strip("()[] .") in listed("agencies", column="name"):
        return Verdict("credit", "an agency alone")
    found = _credits().search(line.text) if len(line.words) <= 80 else None
    return Verdict("caption", f"ends in the agency {found.group(1)}") if found else None


@cache
def _credits() -> re.Pattern:
    """An agency at a line's end: after a stop ("… over Rafah. Reuters"), a slash or in brackets."""
    names = sorted(listed("agencies", column="name"), key=len, reverse=True)
    return re.compile(
        rf"""(?:[.!?"')\]]\s+|[/(\[|]\s?)({"|".join(map(re.escape, names))})[)\].]*$"""
    )
