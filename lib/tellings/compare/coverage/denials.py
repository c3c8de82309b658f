"""Words that deny: the words of a sentence in, which of them deny, and what, out."""

from collections.abc import Iterator, Sequence
from functools import cache

from tellings.compare.coverage.content_words import stems, tells
from tellings.lexicons import listed
from tellings.text.memory import remembered
from tellings.text.tokens import Whole

_AHEAD = 10  # words behind a negation that it may speak of
_STOPS = frozenset(',.;:!?"”')


@remembered(most=50_000)
def denies(low: str) -> bool:
    """Whether a word makes of what follows something that is not so."""
    return low.endswith("n't") or low in listed("negations", kind="denies")


def places(words: Whole) -> list[int]:
    """Which of a sentence's words deny what follows them."""
    low = words.low
    return [n for n, word in enumerate(low) if denies(word) and not _adjective(low, n)]


def _adjective(low: Sequence[str], place: int) -> bool:
    """Whether the word is a participle before its noun: "a failed valve" denies nothing.

    Behind an article, a possessive or a preposition it can be no verb.
    """
    before = low[place - 1] if place and low[place].endswith("ed") else ""
    owner = before.removesuffix("'s")
    genitive = owner != before and owner not in listed("function_words")  # "he's refused" is none
    return genitive or before in _opens_a_noun_phrase()


@cache
def _opens_a_noun_phrase() -> frozenset[str]:
    """Words behind which a noun phrase follows, and no finite verb."""
    known = listed("negations", kind="opens a noun phrase")
    return known | listed("function_words", kind="preposition")


def scope(text: str, words: Whole, place: int) -> Iterator[str]:
    """The stems of the words that stand behind the negation at a place, up to the next stop."""
    end = words.until(place)
    for n in range(place + 1, min(place + 1 + _AHEAD, len(words.low))):
        if not _STOPS.isdisjoint(text[end : words.start[n]]):
            break
        end = words.until(n)
        if tells(words.low[n]):
            yield from stems(words.low[n])
