"""Verbs that report: sentences and their quotes in, the place and class of each quote's cue out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import itemgetter

from tellings.find.framing import strong
from tellings.lexicons import rows
from tellings.read.sentences import Sentence
from tellings.text.characters import plain
from tellings.text.tokens import Whole

_LETTER = re.compile(r"[^\W_]")
Place = tuple[int, int]


def verbs(sentences: Sequence[Sentence], said: Sequence) -> dict[int, set[tuple]]:
    """By sentence, the words with which the article hands words to a speaker: the quotes' cues.

    Each is (start, end, "reporting", class, "", 0), counted from its sentence's start.
    """
    starts, text = [s.start for s in sentences], _laid_out(sentences)
    standing: dict[str, list[Place]] = {}  # a cue is looked for once, however many quotes have it
    found: dict[int, set[tuple]] = {}
    for quote in said:
        if not quote.cue:
            continue
        if quote.cue not in standing:
            standing[quote.cue] = _places(text, quote.cue, sentences, starts)
        place = _nearest(standing[quote.cue], quote, starts)
        if place:
            own = sentences[bisect_right(starts, place[0]) - 1]
            first, last = place[0] - own.start, place[1] - own.start
            row = (first, last, "reporting", _class(quote.cue), "", 0)
            found.setdefault(own.sentence, set()).add(row)
    return found


def _laid_out(sentences: Sequence[Sentence]) -> str:
    """The sentences at their places in the capture, line breaks around them."""
    at, pieces = 0, []
    for s in sentences:
        pieces += ["\n" * (s.start - at), s.text]
        at = s.end
    return "".join(pieces)


def _places(
    text: str, cue: str, sentences: Sequence[Sentence], starts: Sequence[int]
) -> list[Place]:
    """Where a cue stands in the sentences' text, as whole words."""
    found = [m.span() for m in _whole(cue).finditer(text)]
    if not cue[0].isupper():
        return found
    owners = [sentences[bisect_right(starts, start) - 1] for start, _ in found]
    return [p for p, s in zip(found, owners, strict=True) if _is_verb(s.text, p[0] - s.start)]


def _is_verb(text: str, start: int) -> bool:
    """Whether a cue with a capital may be one: "White House Counsel Ann Lee" has no verb."""
    first = _LETTER.search(text)
    opens = first is not None and first.start() == start
    return opens or _in_title_case(text)


@lru_cache(maxsize=8)  # each of a sentence's cues asks
def _in_title_case(text: str) -> bool:
    return strong.in_title_case(text, Whole(text))


def _nearest(places: list[Place], quote, starts: Sequence[int]) -> Place | None:
    """The place nearest to a quote, in its own sentences or the one before or behind them."""
    first = bisect_right(starts, quote.start) - 2
    beyond = bisect_right(starts, quote.end) + 1
    ahead = bisect_right(places, quote.start, key=itemgetter(1)) - 1
    before = places[ahead] if ahead >= 0 else None
    if before and first >= 0 and before[0] < starts[first]:
        before = None
    behind = bisect_left(places, quote.end, key=itemgetter(0))
    after = places[behind] if behind < len(places) else None
    if after and beyond < len(starts) and after[0] >= starts[beyond]:
        after = None
    if before and after:
        return before if quote.start - before[1] <= after[0] - quote.end else after
    return before or after


@lru_cache(maxsize=10_000)
def _whole(cue: str) -> re.Pattern:
    """Finds the cue as whole words."""
    own = re.escape(cue)  # first, then what stands before it: the rest of a text is passed over
    return re.compile(rf"{own}(?<!\w{own})(?!\w)")


@lru_cache(maxsize=10_000)
def _class(cue: str) -> str:
    """The class of a cue's verb, its last word."""
    return _classes().get(plain(cue).lower().split()[-1], "neutral")


@cache
def _classes() -> dict[str, str]:
    """The class of each reporting verb's form."""
    return {r["word"]: r["class"] for r in rows("reporting_verbs")}
