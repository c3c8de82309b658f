"""Verbs that report: sentences and their quotes in, the place and class of each quote's cue out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import itemgetter

from tellings.find.framing import strong
from tellings.lexicons import rows
from tellings.read.sentences import Sentence
from tellings.text.characters import plain
from tellings.text.tokens import Whole


def verbs(sentences: Sequence[Sentence], said: Sequence) -> dict[int, set[tuple]]:
    """By sentence, the words with which the article hands words to a speaker: the quotes' cues.

    Each is (start, end, "reporting", class, ""), counted from its sentence's start.
    """
    starts, standing = [s.start for s in sentences], _Standing()
    found: dict[int, set[tuple]] = {}
    for q in said:
        place = _cue(sentences, starts, standing, q) if q.cue else None
        if place:
            number, row = place
            found.setdefault(number, set()).add(row)
    return found


class _Standing(dict[tuple[Sentence, str], list[tuple[int, int]]]):
    """Where a cue stands in a sentence: looked for once, however many quotes have it."""

    def __missing__(self, asked: tuple[Sentence, str]) -> list[tuple[int, int]]:
        s, cue = asked
        found = self[asked] = _places(s, cue) if cue in s.text else []
        return found


def _places(s: Sentence, cue: str) -> list[tuple[int, int]]:
    """Where a cue stands in a sentence, as whole words."""
    found: Iterable[re.Match] = _whole(cue).finditer(s.text)
    title = cue[0].isupper() and not strong.in_title_case(s.text, Whole(s.text))
    if title:  # "White House Counsel Ann Lee" has no verb
        found = (m for m in found if not any(map(str.isalnum, s.text[: m.start()])))
    return [(s.start + m.start(), s.start + m.end()) for m in found]


def _cue(
    sentences: Sequence[Sentence], starts: Sequence[int], standing: _Standing, quote
) -> tuple[int, tuple] | None:
    """The sentence and place of a quote's cue: where its words stand nearest to the quote."""
    first = max(bisect_right(starts, quote.start) - 2, 0)
    last = bisect_right(starts, quote.end)
    term = _class(quote.cue)
    best: tuple[int, int, tuple] | None = None
    around = (*sentences[first : first + 2], *sentences[max(last - 1, first + 2) : last + 1])
    for s, places in [(s, places) for s in around if (places := standing[s, quote.cue])]:
        for start, end in _beside(places, quote):
            away = max(quote.start - end, start - quote.end)
            if best is None or away < best[0]:
                row = (start - s.start, end - s.start, "reporting", term, "")
                best = (away, s.sentence, row)
    return best[1:] if best else None


def _beside(places: list[tuple[int, int]], quote) -> Iterator[tuple[int, int]]:
    """The last of the places that ends before the quote, the first that begins after it."""
    before = bisect_right(places, quote.start, key=itemgetter(1)) - 1
    after = bisect_left(places, quote.end, key=itemgetter(0))
    if before >= 0:
        yield places[before]
    if after < len(places):
        yield places[after]


@lru_cache(maxsize=10_000)
def _whole(cue: str) -> re.Pattern:
    """Finds the cue as whole words."""
    return re.compile(rf"(?<!\w){re.escape(cue)}(?!\w)")


@lru_cache(maxsize=10_000)
def _class(cue: str) -> str:
    """The class of a cue's verb, its last word."""
    return _classes().get(plain(cue).lower().split()[-1], "neutral")


@cache
def _classes() -> dict[str, str]:
    """The class of each reporting verb's form."""
    return {r["word"]: r["class"] for r in rows("reporting_verbs")}
