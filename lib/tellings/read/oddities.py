"""Odd places of a capture: lines with roles in, Oddity rows out; they are flagged, never repaired."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tellings.read.characters import plain
from tellings.read.lines import BULLET, Line

_STORY = ("headline", "dek", "body", "list")
_PAIR = {"“": "”", "‘": "’", '"': '"'}
_MARK = re.compile('[“”"]|(?<!\\w)‘|’(?!\\w)')
_GARBLED = re.compile(
    r"\bat (?:least|most) (?:have|has|had|are|is|were|was)\b"
    r"|\b(?:the the|a a|of of|to to|in in|and and|is is|that that the)\b"
    r"|\b(?:located|available|reached) at (?=[A-Z][a-z]+ [a-z]+ [A-Z]|[.,])"
)
_AGAIN = 5


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

    kind  mismatched quotes, unclosed quote, stray quote, mixed quotes, odd space, control character,
          garbled, repeated words, repeated line, nag, reposter, bullets, double blank, wall

    Nothing is changed by it: the rows tell the reader what other figures may stumble over.
    """
    lines = list(lines)
    story = [line for line in lines if line.role in _STORY]
    found = [o for line in lines for o in _of_line(line)]
    found += [*_quotes(story), *_mixed(story), *_repeated(lines), *_blanks(lines), *_bullets(lines)]
    found += [*_wall(lines)]
    yield from sorted(found, key=lambda o: (o.start, o.kind))


def _at(kind: str, line: Line, start: int, end: int, note: str) -> Oddity:
    """An oddity by offsets into its line."""
    return Oddity(kind, line.line, line.start + start, line.start + end, line.text[start:end], note)


def _of_line(line: Line) -> Iterator[Oddity]:
    """What is odd in a line by itself."""
    for i, sign in enumerate(line.text):
        if unicodedata.category(sign) == "Zs" and sign != " ":
            name = unicodedata.name(sign).lower()
            yield _at("odd space", line, i, i + 1, f"{name} (U+{ord(sign):04X}), column {i + 1}")
        elif unicodedata.category(sign) in ("Cc", "Cf", "Co") and sign not in "\t\r":
            yield _at("control character", line, i, i + 1, f"U+{ord(sign):04X}, column {i + 1}")
    if line.role in (*_STORY, "bio"):
        for found in _GARBLED.finditer(line.text):
            yield _at("garbled", line, *found.span(), "words are missing or doubled here")
        yield from _again(line)
    if line.role == "promo":
        yield _at("nag", line, 0, len(line.text), "asks the reader for something; left out")
    if line.role == "bio" and re.match(r"I(?:'m| am)\b", plain(line.text)):
        yield _at(
            "reposter",
            line,
            0,
            len(line.text),
            "the site speaks of itself; it may not be the source",
        )
    if line.role == "bio" and line.text.count('"') % 2:
        i = line.text.index('"')
        yield _at("stray quote", line, i, i + 1, "a quotation mark without its partner")


def _again(line: Line) -> Iterator[Oddity]:
    """Five words or more that a sentence says twice: "have been killed in Gaza … have been killed in Gaza"."""
    words = list(re.finditer(r"\w+", line.text.lower()))
    seen: dict[tuple, int] = {}
    for i in range(len(words) - _AGAIN + 1):
        run = tuple(w.group() for w in words[i : i + _AGAIN])
        first = seen.setdefault(run, i)
        if first <= i - _AGAIN:
            yield _at(
                "repeated words",
                line,
                words[i].start(),
                words[i + _AGAIN - 1].end(),
                "said twice in one paragraph",
            )
            return


def _quotes(story: list[Line]) -> Iterator[Oddity]:
    """Quotation marks that close with another kind, or do not close."""
    for number, line in enumerate(story):
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
            after = story[number + 1].text[:1] if number + 1 < len(story) else ""
            goes_on = after == opened.group()
            note = (
                "the next paragraph opens again: one quotation over paragraphs"
                if goes_on
                else "does not close"
            )
            yield _at("unclosed quote", line, opened.start(), len(line.text), note)


def _closes(text: str, mark: re.Match, opened: re.Match) -> bool:
    """Whether a mark of another kind closes: it follows a word or a stop, and the right mark does not come."""
    rest = text[mark.end() :]
    own = _PAIR[opened.group()]
    before_next = rest.split(opened.group())[0]
    return text[mark.start() - 1 : mark.start()].strip() != "" and own not in before_next


def _mixed(story: list[Line]) -> Iterator[Oddity]:
    """The first straight mark of a telling that also has curly ones."""
    straight = [(line, i) for line in story for i, c in enumerate(line.text) if c == '"']
    curly = sum(line.text.count("“") for line in story)
    if straight and curly:
        line, i = straight[0]
        note = f"{len(straight)} straight marks beside {curly} curly opening ones"
        yield _at("mixed quotes", line, i, i + 1, note)


def _repeated(lines: list[Line]) -> Iterator[Oddity]:
    """A line that stands in the capture before, word for word."""
    seen: dict[str, int] = {}
    for line in lines:
        text = line.text.strip()
        if text and len(text.split()) > 1 and text in seen:
            yield _at("repeated line", line, 0, len(line.text), f"the same as line {seen[text]}")
        seen.setdefault(text, line.line)


def _blanks(lines: list[Line]) -> Iterator[Oddity]:
    """Two blank lines together: where something was cut out, often."""
    for before, line in zip(lines, lines[1:], strict=False):
        if before.role == line.role == "blank":
            yield _at("double blank", line, 0, len(line.text), "two blank lines together")


def _bullets(lines: list[Line]) -> Iterator[Oddity]:
    """The first bullet that stands inside white space, with how many there are."""
    own = [(line, m) for line in lines if line.role == "list" and (m := BULLET.match(line.text))]
    if own:
        line, mark = own[0]
        note = f"{len(own)} lines begin with {mark.group()!r}; it is no part of their sentences"
        yield _at("bullets", line, 0, mark.end(), note)


def _wall(lines: list[Line]) -> Iterator[Oddity]:
    """A line after the story that asks to sign up in order to read: the story may be cut there."""
    last = max((line.line for line in lines if line.role in _STORY), default=0)
    for line in lines:
        low = line.text.lower()
        if (
            line.role == "promo"
            and line.line > last
            and re.search(r"\bto (?:read|continue)\b", low)
        ):
            yield _at(
                "wall",
                line,
                0,
                len(line.text),
                "the text may be cut here: complete or not is unknown",
            )
            return
