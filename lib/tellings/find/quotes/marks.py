"""Quotation marks of a paragraph: its text in, the stretches that stand between marks out."""

import re
from bisect import bisect_right
from typing import NamedTuple

_DOUBLE = re.compile(r"""[“”„«»"‘]|(?<=[,.?!])['’](?=\s|$)""")
_PAIR = re.compile("(?<!')''(?!')")
_SINGLE = re.compile(r"""(?<![\w'’])[‘'](?=\w)|(?<=[\w.,!?…)])['’](?!\w)""")
# 'em, '90s, 'til: an apostrophe for what is left out, not a mark that opens.
_ELISION = re.compile(r"['’‘](?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b)", re.IGNORECASE)
_OPENS_AFTER = "([{—–-/‘'"
_LONGEST_SINGLE = 400  # characters; beyond it two apostrophes are likelier than a pair of marks


class Marked(NamedTuple):
    """A stretch between marks: text[start:end] without them, text[first:last] with them.

    closed  False where no mark closes it: it then runs to the paragraph's end
    sure    False for two apostrophes (''), which archives write for a double mark
    """

    first: int
    start: int
    end: int
    last: int
    closed: bool = True
    sure: bool = True


def between(text: str) -> list[Marked]:
    """The stretches of one paragraph's text that stand between quotation marks, in order.

    Straight, curly and mismatched marks (“… Rafah,’ in one seed); a stretch that nothing closes
    runs to the end of the paragraph, as a quote does that goes on in the next one. 6" is no mark.
    Single marks count outside double ones, from two words on: below that they are mostly
    apostrophes. Marks inside a stretch belong to it.

    >>> [m[1:3] for m in between('He “agreed” to it.')]
    [(4, 10)]
    """
    found = _double(text)
    if "''" in text:
        found = sorted([*found, *_paired(text, found)])
    if "'" in text or "‘" in text:
        found = sorted([*found, *_single(text, found)])
    return [m for m in found if m.end > m.start]


def _double(text: str) -> list[Marked]:
    """Stretches between double marks."""
    found, first, stray, nested = [], None, None, False
    for mark in _DOUBLE.finditer(text):
        at, char = mark.start(), mark.group()
        if char in "'’‘":
            nested = nested or char == "‘"
            if first is not None and stray is None and not nested:
                stray = at  # may be the wrong mark, closing
            continue
        nested = False
        opens = _opens(text, at, char, first is not None)
        if opens and first is not None:  # the one before was never closed
            if stray is not None:
                found.append(Marked(first, first + 1, stray, stray + 1))
            first, stray = at, None
        elif opens:
            first, stray = at, None
        elif first is not None:
            found.append(Marked(first, first + 1, at, at + 1))
            first = None
    if first is not None and stray is not None:
        found.append(Marked(first, first + 1, stray, stray + 1))
    elif first is not None:
        end = len(text.rstrip())
        found.append(Marked(first, first + 1, end, end, False))
    return found


def _opens(text: str, at: int, char: str, inside: bool) -> bool:
    """Whether the double mark at `at` opens a stretch; `inside` says that one is open."""
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if char in "“„«":
        return True
    if before == "=":
        return False  # a piece of markup: id="7"
    if char in "”»":
        return not inside and before.isspace() and not after.isspace()
    if inside:
        return (before.isspace() or before in "([") and (after.isalnum() or after in "‘'$#@[…")
    if before.isdigit() and not after.isalnum():
        return False
    return (
        before.isspace() or before in _OPENS_AFTER or not (after.isspace() or after in ".,;:?!)]—–")
    )


def _paired(text: str, doubles: list[Marked]) -> list[Marked]:
    """Stretches between pairs of apostrophes, outside the double marks."""
    found, first = [], None
    for mark in _PAIR.finditer(text):
        at = mark.start()
        place = bisect_right(doubles, at, key=lambda m: m.first)
        if place and at < doubles[place - 1].last:
            continue
        if first is None and not text[at + 2 : at + 3].isspace():
            first = at
        elif first is not None and not text[at - 1].isspace():
            found.append(Marked(first, first + 2, at, at + 2, sure=False))
            first = None
    if first is not None and not text[:first].strip():
        end = len(text.rstrip())
        found.append(Marked(first, first + 2, end, end, False, False))
    return found


def _single(text: str, doubles: list[Marked]) -> list[Marked]:
    """Stretches of two words or more between single marks, outside the double ones."""
    found, first, position = [], None, 0
    for mark in _SINGLE.finditer(text):
        at = mark.start()
        while position < len(doubles) and doubles[position].last <= at:
            first, position = None, position + 1
        if position < len(doubles) and doubles[position].first < at:
            continue
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        if not (before.isalnum() or before in ".,!?…)"):
            first = None if _ELISION.match(text, at) else at
        elif first is not None and not _possessive(before, after, text, at):
            if " " in text[first:at].strip() and at - first <= _LONGEST_SINGLE:
                found.append(Marked(first, first + 1, at, at + 1))
            first = None
    return found


def _possessive(before: str, after: str, text: str, at: int) -> bool:
    """Whether the mark after an s is likelier a possessive: "the workers' union"."""
    return before == "s" and after.isspace() and text[at + 2 : at + 3].islower()
