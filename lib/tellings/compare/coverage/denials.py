"""Words that deny: the words of a sentence in, which of them deny, and what, out."""

from collections.abc import Iterator, Sequence
from functools import cache

from tellings.compare.coverage.content_words import stems, tells
from tellings.lexicons import listed
from tellings.text.memory import remembered

_AHEAD = 10  # words behind a negation that it may speak of


@remembered(most=50_000)
def denies(low: str) -> bool:
    """Whether a word makes of what follows something that is not so."""
    return low.endswith("n't") or low in listed("negations", kind="denies")


def places(words: Sequence) -> list[int]:
    """Which of a sentence's words deny what follows them."""
    return [n for n in range(len(words)) if denies(words[n].low) and not _adjective(words, n)]


def _adjective(words: Sequence, place: int) -> bool:
    """Whether the word is a participle before its noun: "a failed valve" denies nothing.

    Behind an article, a possessive or a preposition it can be no verb.
    """
    before = words[place - 1].low if place and words[place].low.endswith("ed") else ""
    owner = before.removesuffix("'s")
    genitive = owner != before and owner not in listed("function_words")  # "he's refused" is none
    return genitive or before in _opens_a_noun_phrase()


@cache
def _opens_a_noun_phrase() -> frozenset[str]:
    """Words behind which a noun phrase follows, and no finite verb."""
    known = listed("negations", kind="opens a noun phrase")
    return known | listed("function_words", kind="preposition")


def scope(text: str, words: Sequence, place: int) -> Iterator[str]:
    """The stems of the words that stand behind the negation at a place, up to the next stop."""
    end = words[place].end
    for next_word in words[place + 1 : place + 1 + _AHEAD]:
        if set(text[end : next_word.start]) & set(',.;:!?"”'):
            break
        end = next_word.end
        if tells(next_word.low):
            yield from stems(next_word.low)
