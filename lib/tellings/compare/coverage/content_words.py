"""What a stretch of a telling says: its content words, and how much of it another one holds."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import fsum, log
from typing import NamedTuple

from tellings.lexicons import listed
from tellings.text import tokens
from tellings.text.inflection import singular

_STEM = 5  # letters: "defeated" and "defeating" are one word, and so are "discuss" and "discussion"


class Content(NamedTuple):
    """A stretch of a telling and its content words; equal words and names are equal stems."""

    article_id: str
    start: int
    end: int
    text: str
    stems: frozenset[str]


class Concepts:
    """Names of people, places and things at their places: "Washington" and "the US" are one."""

    def __init__(self, mentions: Iterable, wordings: Iterable):
        """mentions: rows as merged; wordings: those of group "naming" stand for their topic."""
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for m in mentions:
            self._add(m, "@" + (m.folds_to or m.entity))
        for w in wordings:
            if w.group == "naming":
                self._add(w, "#" + w.topic)

    def _add(self, row, concept: str) -> None:
        self._spans.setdefault(row.article_id, []).append((row.start, row.end, concept))

    def content(self, article_id: str, start: int, text: str) -> Content:
        """The content of the stretch `text` that starts at `start`.

        Function words say nothing; a name is its entity; any other word is cut to five letters.
        """
        near = [s for s in self._spans.get(article_id, ()) if s[0] < start + len(text)]
        near = [s for s in near if s[1] > start]
        found = set()
        for token in tokens.whole(text.replace("-", " ")):
            at = start + token.start
            concept = next((c for first, last, c in near if first <= at < last), None)
            if concept or tells(token.low):
                found.add(concept or stem(token.low))
        return Content(article_id, start, start + len(text), text, frozenset(found))


def tells(low: str) -> bool:
    """Whether a word, in lower case, says anything by itself."""
    return low.removesuffix("'s").replace(".", "") not in _grammar()


def stem(low: str) -> str:
    """A word without its ending: "plans" and "plan", "defeated" and "defeating" are one.

    >>> stem("plans"), stem("presented"), stem("crisis")
    ('plan', 'prese', 'crisi')
    """
    low = low.removesuffix("'s").replace(".", "")
    return singular(low)[:_STEM]


@cache
def _grammar() -> frozenset[str]:
    """Words that say nothing by themselves."""
    chosen = listed("function_words") - listed("function_words", kind="finite verb")
    return chosen | {"s", "t"}


def weights(contents: Iterable[Content]) -> dict[str, float]:
    """How much each stem tells: the log of how many stretches there are for one that has it."""
    contents = list(contents)
    seen = Counter(stem for content in contents for stem in content.stems)
    return {stem: log(1 + len(contents) / n) for stem, n in seen.items()}


def held(said: Content, by: Content, weight: dict[str, float]) -> float:
    """The share of what one stretch says that the other says too, by weight; 0 to 1."""
    if not said.stems:
        return 0.0
    both = fsum(weight.get(s, 0.0) for s in said.stems & by.stems)  # the same in any order
    return both / fsum(weight.get(s, 0.0) for s in said.stems)
