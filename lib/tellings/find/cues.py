"""Cues: a paragraph's shape in, the words that report with who speaks and what is said out."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tellings.find.shape import Shape
from tellings.lexicons import rows

_WINDOW = 60  # words that a rule looks to either side: the work grows with the text, not its square
_NOUNS = "NnD'-&gT#$%"


class Cue(NamedTuple):
    """A reporting word at the index `verb` and its speaker, words first to last of the shape.

    speaker        (first, beyond) or None
    inverted       the speaker stands behind it ("said X")
    """

    verb: int
    speaker: tuple[int, int] | None
    inverted: bool


def of(shape: Shape) -> list[Cue]:
    """The cues of a paragraph in order."""
    return [_cue(shape, m.start()) for m in re.finditer("[VIBa]", shape.letters)]


@cache
def takes() -> dict[str, frozenset[str]]:
    """What each reporting verb takes: quote, clause, infinitive, object."""
    return {r["word"]: frozenset(r["takes"].split()) for r in rows("reporting_verbs")}


def _cue(shape: Shape, at: int) -> Cue:
    letters = shape.letters
    if letters[at] == "a":
        return Cue(at, behind(shape, at + 2), True)
    before = letters[at - 1] if at else "|"
    if before in "Qq" or (before in ",-—–" and letters[at] == "V"):
        after = behind(shape, at + 1)
        if after:
            return Cue(at, after, True)
    if letters[at] in "IB":
        return Cue(at, main_subject(shape, at), False)
    return Cue(at, ahead(shape, at), False)


_BEHIND = re.compile(r"P(?![NnD])|(?:[DNn'&-]|(?<=[Nn'])p(?=[DNn])(?<!T))+")


def behind(shape: Shape, at: int) -> tuple[int, int] | None:
    """The noun phrase that starts at `at`: the speaker behind a verb."""
    letters, low, end = shape.letters, shape.low, at
    if letters[at : at + 1] == "P":
        return at, at + 1
    while end < at + 16 and end < len(letters):
        letter = letters[end]
        if letter == "p" and end > at and low[end] in ("of", "for", "from", "with", "at", "in"):
            if low[end] not in ("of", "for") and letters[end + 1 : end + 2] != "N":
                break
        elif letter == "C" and end > at:
            if letters[end + 1 : end + 2] not in ("N", "D"):
                break
        elif letter not in "NnD'-&":
            break
        end += 1
    while end > at and letters[end - 1] in "pCD'-":
        end -= 1
    return (at, end) if end > at else None


def ahead(shape: Shape, verb: int) -> tuple[int, int] | None:
    """The noun phrase before the verb at `verb`, past adverbs, brackets, relatives and appositives."""
    letters = shape.letters
    at, floor = verb - 1, max(verb - _WINDOW, 0)
    while at >= floor and letters[at] in "ARt":
        at -= 1
    if at < floor:
        return None
    if letters[at] == "T" and letters[at - 1 : at] in ("N", "n", "p", "T"):
        while at > floor and letters[at] in "Tp":
            at -= 1
    if letters[at] == "P":
        return at, at + 1
    if letters[at] in "WH":
        at -= 2 if letters[at - 1 : at] == "," else 1
        return _ending(shape, at, floor)
    if letters[at] == ")":
        at = letters.rfind("(", floor, at) - 1
    if letters[at] == ",":
        return _before_comma(shape, at, floor)
    if letters[at] in "C" or letters[at] in "vgVI":
        return main_subject(shape, at)
    return _ending(shape, at, floor)


def _before_comma(shape: Shape, comma: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase before the appositive or clause that ends at the comma: "X, a teacher, said"."""
    letters = shape.letters
    start = max(floor, letters.rfind("|", floor, comma) + 1)
    other = letters.rfind(",", start, comma)
    while other > start:
        found = _ending(shape, other - 1, floor)
        if not found:
            return None
        if letters[found[0] - 1 : found[0]] != "," or letters[found[0]] not in "Dn":
            return found
        other = found[0] - 1
    return main_subject(shape, comma)


def _ending(shape: Shape, last: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase whose last word stands at `last`."""
    letters = shape.letters
    if last < floor or letters[last] not in _NOUNS + ")":
        return None
    first = last
    while first >= floor and letters[first] in _NOUNS + "pvC()":
        first -= 1
    first += 1
    return _trimmed(shape, first, last + 1)


def _trimmed(shape: Shape, first: int, beyond: int) -> tuple[int, int] | None:
    """The subject in the words first to beyond: without phrases before it and behind it."""
    letters, low = shape.letters, shape.low
    while first < beyond and letters[first] in "CTR'-)":
        first += 1
    if (
        first < beyond and letters[first] == "p"
    ):  # "In a statement the White House": the last that stands free
        free = [
            i
            for i in range(first + 2, beyond)
            if letters[i] == "D"
            and letters[i - 1] not in "pD"
            or letters[i] == "N"
            and letters[i - 1] in "nT"
        ]
        if not free:
            return None
        first = free[-1]
    conjunction = letters.find("C", first, beyond)
    if conjunction > first and "v" in letters[first:conjunction]:
        first = conjunction + 1
    for i in range(first + 1, beyond - 1):
        if letters[i] == "p" and low[i] not in ("of", "for", "from") and letters[i + 1] != "N":
            beyond = i
            break
        if letters[i] == "T":
            beyond = i if letters[i - 1] != "p" else i - 1
            break
    while beyond > first and letters[beyond - 1] in "TpC-":
        beyond -= 1
    return (first, beyond) if beyond > first else None


def main_subject(shape: Shape, before: int) -> tuple[int, int] | None:
    """The subject of the clause that the word at `before` goes on: "X fired back, saying"."""
    letters = shape.letters
    floor = max(before - _WINDOW, 0)
    start = max(letters.rfind(mark, floor, before) + 1 for mark in "|;:qQ")
    start = max(start, floor)
    while start < before:
        while start < before and letters[start] in "CRTS,—–-\"'":
            start += 1
        if letters[start] == "P":
            return start, start + 1
        if letters[start] in "DNn":
            end = start
            while end < before and (
                letters[end] in _NOUNS
                or letters[end : end + 1] == "p"
                and shape.low[end] == "of"
                or letters[end] == "C"
                and letters[end + 1] in "ND"
            ):
                end += 1
            return _trimmed(shape, start, end)
        comma = letters.find(",", start, before)
        if comma < 0:
            return None
        start = comma + 1
    return None


def content(shape: Shape, cue: Cue) -> Iterator[tuple[int, int]]:
    """What a cue reports outside of marks: words first to beyond, the part before it first."""
    letters = shape.letters
    floor = max(cue.verb - _WINDOW, 0)
    sentence = max(
        letters.rfind("|", floor, cue.verb) + 1, letters.rfind(";", floor, cue.verb) + 1, floor
    )
    after = max(cue.verb + 1, cue.speaker[1] if cue.speaker else 0)
    head = min(cue.verb, cue.speaker[0]) if cue.speaker else cue.verb
    if letters[cue.verb] == "a":
        if cue.speaker is None:
            return
        if head - sentence >= 3:
            yield sentence, head
        elif letters[after : after + 1] == ",":
            yield after + 1, _stop(shape, after + 1)
        return
    start = _content_start(shape, cue, after)
    if start is not None:
        yield start, _stop(shape, start)
    elif (
        head - sentence >= 4
        and letters[head - 1] == ","
        and cue.speaker
        and "clause" in takes()[shape.low[cue.verb]]
    ):
        yield sentence, head - 1
        if letters[after : after + 1] == "," and letters[after + 1 : after + 2] not in (
            "I",
            "W",
            "Q",
            "q",
        ):
            yield after + 1, _stop(shape, after + 1)


def _stop(shape: Shape, start: int) -> int:
    """Where what is reported ends: the sentence, or a verb that reports on."""
    end = re.compile(r"[|;]|,?CR?V|,I|,a").search(shape.letters, start)
    return end.start() if end else len(shape.letters)


_CLAUSE = re.compile(r"[^|,;:QqC]{0,14}?[AvVP]")


def _content_start(shape: Shape, cue: Cue, at: int) -> int | None:
    """Where the clause or infinitive behind the verb starts; None if there is none."""
    letters, low = shape.letters, shape.low
    kinds = takes()[low[cue.verb]]
    if cue.inverted:
        return None
    if low[cue.verb] in (
        "told",
        "tell",
        "tells",
        "telling",
        "asked",
        "urged",
        "warned",
        "asks",
        "ask",
    ):
        listener = behind(shape, at)
        if listener and (
            letters[listener[1]] in "HPDQN"
            or low[listener[1]] in ("to", "how", "whether", "if", "what", "why")
        ):
            at = listener[1]
    for _ in range(6):
        if letters[at] in "RT":
            at += 1
        elif letters[at] == "p" and low[at] != "to":
            end = at + 1
            while letters[end] in "D" or letters[end] in "nN'&g-T":
                end += 1
                if letters[end] == "D":
                    break
            at = end
        else:
            break
    if low[at] == "to" and "infinitive" in kinds:
        return at
    if "clause" not in kinds and "quote" not in kinds:
        return None
    if letters[at] == "H":
        return at + 1
    if letters[at] == "S" and low[at] not in (
        "because",
        "while",
        "though",
        "although",
        "since",
        "after",
        "before",
        "until",
        "as",
        "when",
    ):
        return at
    return (
        at if letters[at] in "PDNnQ" and _CLAUSE.match(letters, at) and "clause" in kinds else None
    )
