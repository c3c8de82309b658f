"""Strong words of a sentence: its words in, the loaded ones out, with what they weigh."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text.matcher import Matcher
from tellings.text.tokens import Whole

_AT_THE_START = re.compile(r"[\W_]*\Z")  # nothing but marks stands before the word
_AFTER_A_STOP = re.compile(r"[.!?:;…—–][\"'”’)]*\s+[\"'“‘(]*\Z")
_TITLE_CASE = 0.6  # share of long words with a capital from which a headline capitalises them all
_LONG = 4  # letters of a word that a title in capitals capitalises


class Entry(NamedTuple):
    """A listed form: its base, its weight, and the neighbours beside which it is a plain word."""

    base: str
    weight: int
    plain_behind: frozenset[str]
    plain_before: frozenset[str]


def of(
    text: str, words: Whole, headline: bool = False, at: Iterable[int] | None = None
) -> list[tuple[int, int, str, int]]:
    """Each strong word of a sentence as (start, end, base, weight).

    headline  whether capitals may be those of a title, and so no sign of a name
    at        where listed forms may begin, as text.matcher takes it

    Weights and plain senses ("pleaded guilty" is none, "a toxic exchange" is, "toxic waste" is not)
    are lexicons/strong_words.csv. A word with a capital inside a sentence is a name and none.

    >>> of("He was slammed by Slam Magazine.", Whole("He was slammed by Slam Magazine."))
    [(7, 14, 'slam', 3)]
    """
    low, found = words.low, []
    for first, beyond, entry in forms().among(low, at):
        behind = low[first - 1] if first else ""
        before = low[beyond] if beyond < len(low) else ""
        if behind in entry.plain_behind or before in entry.plain_before:
            continue
        if entry.base in _hyphened() and _in_compound(text, words, first, beyond):
            continue
        if not (_is_name(text, words, first, headline) or _ends_name(text, words, first, beyond)):
            found.append((words.start[first], words.until(beyond - 1), entry.base, entry.weight))
    return found


@cache
def forms() -> Matcher[Entry]:
    """The listed forms."""

    def entry(row: dict[str, str]) -> Entry:
        neighbours = (frozenset(row[c].split()) for c in ("plain_behind", "plain_before"))
        return Entry(row["base"], int(row["weight"]), *neighbours)

    return Matcher((row["form"], entry(row)) for row in rows("strong_words"))


@cache
def _hyphened() -> frozenset[str]:
    """Phrases whose words must stand beside each other: no mark may part them."""
    return listed("strong_words", "base", kind="phrase")


def _in_compound(text: str, words: Whole, first: int, beyond: int) -> bool:
    """Whether a mark of the sentence parts the words of a phrase: "a hit back. At noon"."""
    parted = text[words.start[first] : words.until(beyond - 1)]
    return any(mark in parted for mark in ".;:!?()")


def _is_name(text: str, words: Whole, first: int, headline: bool) -> bool:
    """Whether the word at `first` has the capital of a name."""
    start = words.start[first]
    if not text[start].isupper():
        return False
    before = text[:start]
    if _AT_THE_START.match(before) or _AFTER_A_STOP.search(before):
        return not headline and _goes_on(text, words, first)
    return not (headline and in_title_case(text, words))


def _ends_name(text: str, words: Whole, first: int, beyond: int) -> bool:
    """Whether the words are the noun of a named thing: "the brewer of Old Brack bitter, a beer".

    An adjective has a noun behind it, or a verb before it: "left Lund bitter".
    """
    if text[words.until(beyond - 1) :][:1] not in (",", ".", ";", ")") or not first:
        return False
    at = first - 1
    while at >= 0 and text[words.start[at]].isupper():
        at -= 1
    opens = {"of"} | listed("function_words", kind="determiner")
    return 0 <= at < first - 1 and words.low[at] in opens


def _goes_on(text: str, words: Whole, first: int) -> bool:
    """Whether a name goes on behind a sentence's first word: "Fury Road opened"."""
    if first + 1 >= len(words.low):
        return False
    behind = words.start[first + 1]
    joined = text[words.until(first) : behind].isspace()
    noun = words.low[first] in listed("strong_words", "form", kind="noun")
    return joined and noun and text[behind].isupper()


def in_title_case(text: str, words: Whole) -> bool:
    """Whether the words of a text have capitals because it is a title."""
    long = [place for place, low in enumerate(words.low) if len(low) >= _LONG]
    return sum(text[words.start[place]].isupper() for place in long) >= _TITLE_CASE * len(long)
