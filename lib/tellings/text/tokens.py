"""The words of a text, cut in one of two ways, and how many there are: text in, words out."""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import add
from typing import NamedTuple

from tellings.text.characters import lowered, plain
from tellings.text.memory import once
from tellings.text.patterns import Pattern

# A run of digits, commas and points is one word, so that "1,2,3,4" is looked at once, as a list.
# "U.S." and "p.m." are one word too.
_FINE = Pattern(
    r"[A-Za-z](?:\.(?:[A-Za-z]\.)+|[^\W\d_]*+(?:'[^\W\d_]++)*+)"
    r"|[^\W\d_]++(?:'[^\W\d_]++)*+|\d(?:[\d,.]*\d)?|[^\w\s]|_"
)
# A word keeps its inner marks: "all-out", "don't", "U.S".
_WHOLE = Pattern(r"[^\W_]++(?:['.-][^\W_]++)*+")
# A run between white space with a letter or digit in it.
_RUN = re.compile(r"(?<!\S)(?:[^\w\s]|_)*+[^\W_]\S*")
# A run from its first letter or digit on: a run without one is no word.
_COUNTED = re.compile(r"[^\W_]\S*")
# In ASCII such runs are all that is left without marks, which is told in an eighth of the time.
_MARKS = bytes(n for n in range(128) if not (chr(n).isalnum() or chr(n).isspace()))
_SPACES = bytes(ord(" ") if chr(n).isspace() else n for n in range(256))
# The sentences of an article or two: each is cut once, for whichever finder asks first.
_KEPT = 1024


def _starts(text: str, words: Sequence[str]) -> tuple[int, ...]:
    """Where each of a text's words begins: each behind the one before it."""
    found, at = [], 0
    for word in words:
        at = text.index(word, at)
        found.append(at)
        at += len(word)
    return tuple(found)


class Words:
    """The words and marks of a text: as written, in lower case, with their offsets."""

    def __init__(self, text: str):
        """text: with plain marks; nothing but white space stands between two words."""
        self.text = text
        self.written = tuple(_FINE.findall(text))
        self.low = tuple(" ".join(self.written).lower().split(" ")) if self.written else ()

    @once
    def start(self) -> tuple[int, ...]:
        """Where each word begins; worked out when it is asked for, which most sentences are not."""
        return _starts(self.text, self.written)

    @once
    def end(self) -> tuple[int, ...]:
        """Where each word ends."""
        return tuple(map(add, self.start, map(len, self.written)))

    def at(self, i: int) -> str:
        """The word at i in lower case; "" before the first and behind the last."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def has(self, i: int, *words: str) -> bool:
        """Whether these words, in lower case, stand at i and behind it.

        >>> fine("at least 40").has(0, "at", "least"), fine("at least 40").has(-1, "at")
        (True, False)
        """
        return i >= 0 and self.low[i : i + len(words)] == words

    def capital(self, i: int) -> bool:
        """Whether the word at i begins with a capital."""
        return 0 <= i < len(self.written) and self.written[i][0].isupper()

    def glued(self, i: int) -> bool:
        """Whether word i stands right behind the one before it, without a space."""
        return 0 < i < len(self.start) and self.start[i] == self.end[i - 1]

    def said(self, first: int, last: int) -> str:
        """The text from word `first` to word `last` - 1."""
        return self.text[self.start[first] : self.end[last - 1]]


@lru_cache(maxsize=_KEPT)
def fine(text: str) -> Words:
    """The words of a text, each mark a word of its own; offsets are those of the text.

    >>> fine("More than 1.3 million.").low
    ('more', 'than', '1.3', 'million', '.')
    """
    return Words(plain(text))


class Token(NamedTuple):
    """A word of a text: where it stands in it, and in lower case with plain marks."""

    start: int
    end: int
    low: str


class Whole:
    """The words of a text with the marks inside them, without those between them.

    low         each in lower case, with plain marks
    start, end  where each stands; worked out when asked for, which most sentences are not
    tokens      the same, word by word

    Not kept: only one finder asks, and what lives for a thousand sentences costs the garbage
    collector a fifth of all finders' time.
    """

    def __init__(self, text: str):
        """text: as it stands."""
        self._text = lowered(text)
        self.low = tuple(_WHOLE.findall(self._text))

    @once
    def start(self) -> tuple[int, ...]:
        """Where each word begins; no letter stands between two words."""
        return _starts(self._text, self.low)

    @once
    def end(self) -> tuple[int, ...]:
        """Where each word ends."""
        return tuple(map(add, self.start, map(len, self.low)))

    def until(self, i: int) -> int:
        """Where word i ends: for who asks about a few of them."""
        return self.start[i] + len(self.low[i])

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words with their places."""
        return tuple(map(Token, self.start, self.end, self.low))


def whole(text: str) -> tuple[Token, ...]:
    """The words of a text with the marks inside them, without those between them.

    >>> [t.low for t in whole("An all-out U.S. push")]
    ['an', 'all-out', 'u.s', 'push']
    """
    return Whole(text).tokens


def written(text: str) -> list[str]:
    """The same words as they are written, with plain marks.

    >>> written("An all-out U.S. push")
    ['An', 'all-out', 'U.S', 'push']
    """
    return _WHOLE.findall(plain(text))


def begun(text: str) -> list[tuple[int, str]]:
    """The same words, each behind the place where it begins.

    >>> begun("An all-out push")
    [(0, 'An'), (3, 'all-out'), (11, 'push')]
    """
    words = written(text)
    return list(zip(_starts(plain(text), words), words, strict=True))


def places(text: str) -> list[tuple[int, int]]:
    """Where each counted word begins and ends: runs between white space with a letter or digit.

    >>> places("U.S. – a talk")
    [(0, 4), (7, 8), (9, 13)]
    """
    return [run.span() for run in _RUN.finditer(text)]


def count(text: str) -> int:
    """The number of words: the one count of every table and page.

    >>> count("U.S. co-operation – a 2-hour talk")
    5
    """
    if text.isascii():
        return len(text.encode().translate(_SPACES, _MARKS).split())
    return len(_COUNTED.findall(text))
