"""Listed words and phrases among the words of a text: a list and tokens in, what is found out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from tellings.text.tokens import Token, whole

Entry = TypeVar("Entry")


class Matcher(Generic[Entry]):
    """A list of words and phrases made ready to be looked up, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]):
        """entries: each form, in lower case, with what stands for it."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for form, entry in entries:
            parts = tuple(t.low for t in whole(form))
            self._by_first.setdefault(parts[0], []).append((parts, entry))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def among(self, words: Sequence[Token]) -> Iterator[tuple[int, int, Entry]]:
        """First token, the one beyond the last, and entry of each form found; none overlap.

        >>> list(Matcher([("at least", 1), ("at", 2)]).among(whole("at home, at least")))
        [(0, 1, 2), (2, 4, 1)]
        """
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
