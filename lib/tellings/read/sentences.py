"""Sentences of a telling: lines with roles in, sentences with zones and offsets out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed
from tellings.read.lines import Line, paragraphs, whole

ZONES = {"headline": "headline", "dek": "dek", "body": "body", "list": "body"}
_BULLET = re.compile(r"\s*(?:[•*·▪‣○–-]|\d+\.)\s+")
# A stop, its closing marks, white space (zero-width signs are some), the word that follows.
_STOP = re.compile(r"""([.!?…])["'”’)\]]*[\s\u200b\u2060\ufeff]+(?=["'“‘(\[]*([^\W_]['’\w]*))""")
# Behind a word in small letters a stop may have lost its space: "The vote failed.The mayor left",
# "“No.”He left"; or have a note's number in its place: "He left.1 She stayed".
_TIGHT = re.compile(
    r"""([.!?])(?<=[a-z]{2}.)(?:[”’](?=[“A-Z])|\d{1,3}\s+(?=([A-Z])[a-z])|(?=([A-Z])[a-z]*[\s,]))"""
)
# "al-Sisi", "von der Heyden": names that begin with a small letter begin sentences with it.
_PARTICLES = re.compile(r"(?:[a-z]{1,4}[ -]){1,3}[A-Z]")
# Initials and dotted shorts: "J.", "U.S.", "p.m."; those with two parts or more may end a sentence.
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+$")


class Sentence(NamedTuple):
    """One sentence; `paragraph` and `sentence` count from 1 through the telling.

    start, end  code points into the capture: capture[start:end] == text
    """

    zone: str
    paragraph: int
    sentence: int
    start: int
    end: int
    text: str


def split(lines: Sequence[Line]) -> list[Sentence]:
    """The sentences of the lines that have a zone; all other lines are chrome and give none.

    zone is "headline", "dek" or "body" (a list line is body; its bullet is no part of the
    sentence). A line is a paragraph, with the lines that are joined to it: a sentence never runs
    over its end. A sentence of joined lines has their line breaks in its text.

    Between two sentences of a line stand spaces, nothing else.

    The rule: a stop, its closing marks, white space, then a capital or a digit; not after an
    abbreviation (lexicons/abbreviations.csv), unless it is one that may end a sentence ("U.S.",
    "Inc.") and the next word is a plain sentence starter (lexicons/sentence_starters.csv).
    """
    found: list[Sentence] = []
    for paragraph, line in enumerate(paragraphs(x for x in lines if x.role in ZONES), 1):
        for start, end in _spans(line):
            text = line.text[start - line.start : end - line.start]
            place = (ZONES[line.role], paragraph, len(found) + 1)
            found.append(Sentence(*place, start, end, text))
    return found


def of(text: str) -> list[Sentence]:
    """The sentences of plain text, every line that is not empty taken as a body paragraph.

    >>> [s.text for s in of("Ms. Lee left the U.S. on Monday. She flew.")]
    ['Ms. Lee left the U.S. on Monday.', 'She flew.']
    """
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        first = line.lstrip()[:1]
        role = "blank" if not first else "list" if first in "•▪‣" else "body"
        lines.append(Line(number, role, start, start + len(line), "plain text", line))
        start += len(line) + 1
    return split(lines)


def _spans(line: Line) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a line, in the capture's code points."""
    first, last = whole(line)
    text = line.text[:last]
    bullet = _BULLET.match(text) if line.role == "list" else None
    start = bullet.end() if bullet else len(text) - len(text[first:].lstrip())
    end = len(text.rstrip())
    for stop in _stops(text, start):
        if not _inside(text, start, stop):
            # White space that is no space (an NBSP behind a closing mark) stays with its sentence:
            # whoever joins sentences of a line with spaces has the line's own characters.
            cut = start + len(text[start : stop.end()].rstrip(" \n\r"))
            yield line.start + start, line.start + cut
            start = stop.end()
    if start < end:
        yield line.start + start, line.start + end


def _stops(text: str, start: int) -> list[re.Match]:
    """Stops before what may begin a sentence, in order."""
    spaced = [stop for stop in _STOP.finditer(text, start) if _begins(text, stop)]
    tight = [*_TIGHT.finditer(text, start)]
    return sorted([*spaced, *tight], key=lambda stop: stop.start()) if tight else spaced


def _begins(text: str, stop: re.Match) -> bool:
    """Whether the word behind a stop may begin a sentence: capital, digit, or a name's particle."""
    word = stop.group(2)
    if word[0].isupper() or word[0].isdigit():
        return True
    particle = word in listed("name_cues", place="particle")
    return particle and bool(_PARTICLES.match(text, stop.start(2)))


def _inside(text: str, start: int, stop: re.Match) -> bool:
    """Whether the stop belongs to an abbreviation and so does not end a sentence."""
    if stop.group(1) != ".":
        return False
    before = text[max(start, stop.start() - 30) : stop.start()].split()
    word = before[-1].lstrip("\"'“‘([") if before else ""
    dotted = _DOTTED.search(word + ".")
    if dotted and dotted.start() and word[dotted.start() - 1].isalnum():
        dotted = None  # "Rafah." is a word with a stop, not an initial
    if not dotted and word not in _abbreviations():
        return False
    # "U.S.", "Inc." and a letter that stands for itself ("Plan B", "vitamin C") may end a sentence.
    may_end = word in _abbreviations("yes") or bool(dotted)
    return not (may_end and stop.group(2) in listed("sentence_starters"))


@cache
def _abbreviations(may_end_sentence: str = "") -> frozenset[str]:
    """Abbreviations without their stop; "yes": only those that may end a sentence."""
    kept = {"may_end_sentence": may_end_sentence} if may_end_sentence else {}
    return listed("abbreviations", **kept)
