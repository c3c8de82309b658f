"""Listed words and phrases: a sentence in, its tokens and the listed forms among them out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tellings.text.characters import plain

# A word keeps its inner marks: "all-out", "don't", "U.S".
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")


class Token(NamedTuple):
    """A word of a text: where it stands in it, and in lower case with plain marks."""

    start: int
    end: int
    low: str


def tokens(text: str) -> list[Token]:
    """The words of a text, in order.

    >>> [t.low for t in tokens("An all-out U.S. push")]
    ['an', 'all-out', 'u.s', 'push']
    """
    low = plain(text).lower()
    if len(low) != len(text):  # "İ" in lower case is two characters: offsets would move
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain(text))
    return [Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(low)]


class Forms:
    """A list of words and phrases made ready to be looked up, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, object]]):
        """entries: each form, in lower case, with what stands for it."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], object]]] = {}
        for form, entry in entries:
            parts = tuple(t.low for t in tokens(form))
            self._by_first.setdefault(parts[0], []).append((parts, entry))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def among(self, words: Sequence[Token]) -> Iterator[tuple[int, int, object]]:
        """First token, the one beyond the last, and entry of each form found; none overlap."""
        beyond = 0
        for first, word in enumerate(words):
            if first < beyond:
                continue
            for parts, entry in self._by_first.get(word.low, ()):
                if len(parts) == 1 or parts == tuple(
                    w.low for w in words[first : first + len(parts)]
                ):
                    beyond = first + len(parts)
                    yield first, beyond, entry
                    break
