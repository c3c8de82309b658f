"""A sentence as written: its text in, its words and marks with their places out."""

import re
from typing import NamedTuple

from tellings.text.characters import plain

# A run of digits, commas and points is one word, so that "1,2,3,4" is looked at once, as a list.
# "U.S." and "p.m." are one word too.
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:'[^\W\d_]+)*|\d(?:[\d,.]*\d)?|[^\w\s]|_")


class Words(NamedTuple):
    """The words and marks of a text: as written, in lower case, with their offsets."""

    text: str
    written: list[str]
    low: list[str]
    start: list[int]
    end: list[int]

    def glued(self, i: int) -> bool:
        """Whether word i stands right behind the one before it, without a space."""
        return i > 0 and i < len(self.start) and self.start[i] == self.end[i - 1]


def split(text: str) -> Words:
    """The words of a text, its marks made plain; offsets are those of the text.

    >>> split("More than 1.3 million.").low
    ['more', 'than', '1.3', 'million', '.']
    """
    text = plain(text)
    written, start, end = [], [], []
    for found in _WORD.finditer(text):
        written.append(found.group())
        start.append(found.start())
        end.append(found.end())
    return Words(text, written, [w.lower() for w in written], start, end)
