"""Odd places of a capture: lines with roles in, Oddity rows out; flagged, never repaired."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from operator import eq
from typing import NamedTuple

from tellings.read import dates
from tellings.read.lines import BULLET, Line, paragraphs
from tellings.text.characters import lowered, plain

_STORY = frozenset({"headline", "dek", "body", "list"})
_PROSE = _STORY | {"bio"}
_PAIR = {"“": "”", "‘": "’", '"': '"'}
# The signs first, as one set: it is what is looked for.
_MARK = re.compile(r"""[“”"‘’](?:(?<![‘’])|(?<=‘)(?<!\w‘)|(?<=’)(?!\w))""")
# All of them double a word, or have an "at" beside one of a few words.
_GARBLED = re.compile(
    r"\bat (?:least|most) (?:have|has|had|are|is|were|was)\b"
    r"|\b(?:the the|a a|of of|to to|in in|and and|is is|that that the)\b"
    r"|\b(?:located|available|reached) at (?=[A-Z][a-z]+ [a-z]+ [A-Z]|[.,])"
)
_BESIDE_AT = ("least", "most", "located", "available", "reached")
_ON_ITSELF = re.compile(r"I(?:'m| am)\b[^.,;]*")
# White space but for the usual; control and format characters; the private use area.
_UNSEEN = re.compile(
    r"[^\S \t\r\n]|[\x00-\x08\x0e-\x1b\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    r"|[\ue000-\uf8ff]"
)
_ASKS = re.compile(r"\bto (?:read|continue)\b")
_WORD = re.compile(r"\w+")
# What each ASCII sign is in words apart: itself in lower case, or a blank.
_APART = bytes(ord(chr(n).lower()) if _WORD.match(chr(n)) else 32 for n in range(128)).ljust(256)
_AGAIN = 5
_LONG_QUOTE = 1000


class Oddity(NamedTuple):
    """A place that a reader should know of; `kind` is short, `note` says what is odd."""

    kind: str
    line: int
    start: int
    end: int
    text: str
    note: str


def find(lines: Iterable[Line]) -> Iterator[Oddity]:
    """Yield one Oddity for each odd place of a capture, in the order of its lines.

    kind  mismatched quotes, unclosed quote, stray quote, mixed quotes, odd space, control
          character, garbled, repeated words, repeated line, nag, reposter, bullets, double blank,
          wall, two days

    Nothing is changed by it: the rows tell the reader what other figures may stumble over.
    """
    lines = list(lines)
    story = paragraphs([line for line in lines if line.role in _STORY])
    found = [o for line in lines if not line.text.isprintable() for o in _signs(line)]
    found += [o for line in lines if line.role in _PROSE for o in _words(line)]
    found += [o for line in lines if line.role in ("promo", "bio") for o in _site(line)]
    found += [*_quotes(story), *_mixed(story), *_repeated(lines), *_blanks(lines)]
    found += [*_bullets(lines), *_wall(lines), *_two_days(lines)]
    yield from sorted(found, key=lambda o: (o.start, o.kind))


def _two_days(lines: Sequence[Line]) -> Iterator[Oddity]:
    """Stamps whose date can be read as two days, so that it is not used: "Published 5/6/2024"."""
    stamps = [line for line in lines if line.role == "timestamp"]
    order = dates.order([line.text for line in lines]) if stamps else ""
    for line in stamps:
        if dates.ambiguous(line.text, order):
            note = "day and month may change places: give the date in manifest.csv"
            yield _at("two days", line, 0, len(line.text), note)


def _at(kind: str, line: Line, start: int, end: int, note: str) -> Oddity:
    """An oddity by offsets into its line."""
    return Oddity(kind, line.line, line.start + start, line.start + end, line.text[start:end], note)


def _signs(line: Line) -> Iterator[Oddity]:
    """Spaces that no keyboard types, and signs that no printer prints."""
    for found in _UNSEEN.finditer(line.text):
        sign, i = found.group(), found.start()
        where = f"U+{ord(sign):04X}, column {i + 1}"
        if sign.isspace() and unicodedata.category(sign) == "Zs":
            yield _at("odd space", line, i, i + 1, f"{unicodedata.name(sign).lower()}, {where}")
        else:
            yield _at("control character", line, i, i + 1, where)


def _words(line: Line) -> Iterator[Oddity]:
    """Words that are missing or doubled: "at least have been killed", "located at With our"."""
    low = _split(line.text)
    own = set(low)
    again = len(low) - len(own)
    at = "at" in own and not own.isdisjoint(_BESIDE_AT)
    if at or (again and any(map(eq, low, low[1:]))):
        for found in _GARBLED.finditer(line.text):
            yield _at("garbled", line, *found.span(), "words are missing or doubled here")
    # As in few paragraphs; of these, few say so many pairs of words again.
    if again >= _AGAIN and len(low) - len(set(itertools.pairwise(low))) >= _AGAIN:
        yield from _said_twice(line, low)


def _split(text: str) -> list[str]:
    """The words of a text in lower case, as `_WORD` finds them; ASCII is split at what is none."""
    flat = plain(text)
    if not flat.isascii():
        return _WORD.findall(lowered(flat))
    return flat.encode().translate(_APART).decode().split()


def _said_twice(line: Line, low: Sequence[str]) -> Iterator[Oddity]:
    """The first run of words that a line says again, farther on."""
    seen: dict[tuple, int] = {}
    for i, run in enumerate(zip(*(low[k:] for k in range(_AGAIN)), strict=False)):
        if seen.setdefault(run, i) <= i - _AGAIN:
            words = list(_WORD.finditer(lowered(line.text)))
            place = words[i].start(), words[i + _AGAIN - 1].end()
            yield _at("repeated words", line, *place, "said twice in one paragraph")
            return


def _site(line: Line) -> Iterator[Oddity]:
    """Lines in which the site speaks for itself."""
    whole = (0, len(line.text))
    if line.role == "promo":
        yield _at("nag", line, *whole, "asks the reader for something; left out")
    if line.role != "bio":
        return
    if found := _ON_ITSELF.match(plain(line.text)):
        note = "the site on itself; it may not be the source"
        yield _at("reposter", line, *found.span(), note)
    if line.text.count('"') % 2:
        i = line.text.index('"')
        yield _at("stray quote", line, i, i + 1, "a quotation mark without its partner")


def _quotes(story: list[Line]) -> Iterator[Oddity]:
    """Quotation marks that close with another kind, or do not close."""
    for line, following in zip(story, [*story[1:], None], strict=False):
        if not any(map(line.text.__contains__, _PAIR)):
            continue
        opened: re.Match | None = None
        for mark in _MARK.finditer(line.text):
            sign = mark.group()
            if opened is None:
                opened = mark if sign in _PAIR else None
            elif sign == _PAIR[opened.group()]:
                opened = None
            elif sign in "”’" and opened.group() in "“‘" and _closes(line.text, mark, opened):
                note = f"opens with {opened.group()} and closes with {sign}"
                yield _at("mismatched quotes", line, opened.start(), mark.end(), note)
                opened = None
        if opened is not None:
            goes_on = following is not None and following.text[:1] == opened.group()
            note = _OVER_PARAGRAPHS if goes_on else "does not close"
            yield _at("unclosed quote", line, opened.start(), len(line.text), note)


_OVER_PARAGRAPHS = "the next paragraph opens again: one quotation over paragraphs"


def _closes(text: str, mark: re.Match, opened: re.Match) -> bool:
    """Whether a mark of another kind closes: it follows a word, and the right one never comes."""
    behind = text[mark.end() : mark.end() + _LONG_QUOTE].split(opened.group())[0]
    return bool(text[mark.start() - 1].strip()) and _PAIR[opened.group()] not in behind


def _mixed(story: list[Line]) -> Iterator[Oddity]:
    """The first straight mark of a telling that also has curly ones."""
    straight, curly = (sum([line.text.count(mark) for line in story]) for mark in '"“')
    if straight and curly:
        line = next(line for line in story if '"' in line.text)
        i = line.text.index('"')
        note = f"straight marks: {straight}, curly opening ones: {curly}"
        yield _at("mixed quotes", line, i, i + 1, note)


def _repeated(lines: list[Line]) -> Iterator[Oddity]:
    """A line that stands in the capture before, word for word."""
    seen: dict[str, int] = {}
    for line in lines:
        text = line.text.strip()
        if text and text in seen and len(text.split()) > 1:
            yield _at("repeated line", line, 0, len(line.text), f"the same as line {seen[text]}")
        seen.setdefault(text, line.line)


def _blanks(lines: list[Line]) -> Iterator[Oddity]:
    """Two blank lines together inside the capture: where something was cut out, often."""
    pairs = itertools.pairwise(lines)
    second = [line for above, line in pairs if above.role == line.role == "blank"]
    last = max([line.line for line in lines if line.role != "blank"], default=0) if second else 0
    for line in second:
        if line.line < last:
            yield _at("double blank", line, 0, len(line.text), "two blank lines together")


def _bullets(lines: list[Line]) -> Iterator[Oddity]:
    """The first bullet with white space before it, and how many there are."""
    own = [(line, m) for line in lines if line.role == "list" and (m := BULLET.match(line.text))]
    own = [(line, m) for line, m in own if m.group()[0].isspace()]
    if own:
        line, mark = own[0]
        note = f"lines with white space before the bullet: {len(own)}"
        yield _at("bullets", line, 0, mark.end(), note)


def _wall(lines: list[Line]) -> Iterator[Oddity]:
    """A line after the story that asks to sign up to read: the story may be cut there."""
    promos = [line for line in lines if line.role == "promo"]
    last = max([line.line for line in lines if line.role in _STORY], default=0) if promos else 0
    for line in promos:
        if line.line > last and _ASKS.search(line.text.lower()):
            note = "the text may be cut here: whether it is complete is unknown"
            yield _at("wall", line, 0, len(line.text), note)
            return
