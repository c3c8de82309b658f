"""Verbs that report: sentences and their quotes in, the place and class of each quote's cue out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from tellings.lexicons import rows
from tellings.read.sentences import Sentence
from tellings.text.characters import plain


def verbs(sentences: Sequence[Sentence], said: Sequence) -> dict[int, set[tuple]]:
    """By sentence, the words with which the article hands words to a speaker: the quotes' cues.

    Each is (start, end, "reporting", class, ""), counted from its sentence's start.
    """
    starts, found = [s.start for s in sentences], {s.sentence: set[tuple]() for s in sentences}
    for q in said:
        place = _cue(sentences, starts, q) if q.cue else None
        if place:
            number, row = place
            found[number].add(row)
    return found


def _cue(sentences: Sequence[Sentence], starts: Sequence[int], quote) -> tuple[int, tuple] | None:
    """The sentence and place of a quote's cue: where its words stand nearest to the quote."""
    first = max(bisect_right(starts, quote.start) - 2, 0)
    last = bisect_right(starts, quote.end)
    term = _classes().get(plain(quote.cue).lower().split()[-1], "neutral")
    best: tuple[int, int, tuple] | None = None
    for s in (*sentences[first : first + 2], *sentences[max(last - 1, first + 2) : last + 1]):
        for match in _whole(quote.cue).finditer(s.text):
            start, end = s.start + match.start(), s.start + match.end()
            away = max(quote.start - end, start - quote.end)
            if away >= 0 and (best is None or away < best[0]):
                row = (match.start(), match.end(), "reporting", term, "")
                best = (away, s.sentence, row)
    return best[1:] if best else None


@lru_cache(maxsize=10_000)
def _whole(cue: str) -> re.Pattern:
    """Finds the cue as whole words."""
    return re.compile(rf"(?<!\w){re.escape(cue)}(?!\w)")


@cache
def _classes() -> dict[str, str]:
    """The class of each reporting verb's form."""
    return {r["word"]: r["class"] for r in rows("reporting_verbs")}
