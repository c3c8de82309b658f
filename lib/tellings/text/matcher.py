"""Listed words and phrases among the words of a text: a list and words in, what is found out."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from tellings.text.tokens import Whole

Entry = TypeVar("Entry")


class Matcher(Generic[Entry]):
    """A list of words and phrases made ready to be looked up, the longest first."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]):
        """entries: each form, in lower case, with what stands for it."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for form, entry in entries:
            parts = Whole(form).low
            self._by_first.setdefault(parts[0], []).append((parts, entry))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))
        self.first_words = frozenset(self._by_first)
        # The second words of what begins phrases only: "to", "in" and "of" are all over a text.
        self._second_words = {
            word: frozenset(parts[1] for parts, _ in known)
            for word, known in self._by_first.items()
            if all(len(parts) > 1 for parts, _ in known)
        }

    def among(
        self, low: Sequence[str], at: Iterable[int] | None = None
    ) -> list[tuple[int, int, Entry]]:
        """First word, the one beyond the last, and entry of each form found; none overlap.

        low  the words of the text, in lower case (tokens.Whole)
        at   the places of those of them that are among first_words, others beside them or not,
             where that is known already: who asks many lists looks at each word once

        >>> Matcher([("at least", 1), ("at", 2)]).among(("at", "home", "at", "least"))
        [(0, 1, 2), (2, 4, 1)]
        """
        found: list[tuple[int, int, Entry]] = []
        by_first, beyond = self._by_first, 0
        if at is None:
            at = [place for place, word in enumerate(low) if word in by_first]
        for first in at:
            if first < beyond or low[first] not in by_first:
                continue
            seconds = self._second_words.get(low[first])
            if seconds and (first + 1 == len(low) or low[first + 1] not in seconds):
                continue
            for parts, entry in by_first[low[first]]:
                if len(parts) == 1 or parts == tuple(low[first : first + len(parts)]):
                    beyond = first + len(parts)
                    found.append((first, beyond, entry))
                    break
        return found
