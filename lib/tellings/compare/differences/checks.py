"""Places where two tellings may differ in what they say: the checks in, drafts out."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

from tellings.compare.coverage.to_check import ALIKE
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import TO_CHECK, Draft, Event

_MOST = 6
_DIFFERING = re.compile(r"“([^”]+)” and “([^”]+)”")
_DENYING = re.compile(r"“([^”]+)” in one of them")
_PEOPLE = re.compile(r"(?:^|; )[^“]+ and [^“]+$")
_NEAR = 0.2  # likeness from which on two sentences mostly speak of one thing
# Two sentences abreast stand behind what the tables prove: read by hand, one in four of those with
# opposed words or other numbers opposes the other at all, and a denial mostly does not.
_OPPOSED, _DENIED, _OTHER = 0.47, 0.38, 0.2
_NAMED = 0.35  # likeness below which two sentences that only name other people tell of two things
_ONE = 0.38  # likeness from which on what one denies is mostly what the other says


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kind "to check": two sentences abreast and what differs in them."""
    given = {frozenset((r.text_a, r.text_b)) for r in event.claim_pairs}  # judged already
    found = []
    for row in event.checks:
        names = [event.voices[i] for i in (row.article_id_a, row.article_id_b)]
        if row.reason == ALIKE or names[0] == names[1]:
            continue
        strength, words = _differing(row)
        again = words[0] and frozenset(words) in given
        others = not words[0] and not _DENYING.search(row.reason)
        if not again and not (others and row.like < _NAMED):
            given.add(frozenset(words))
            found.append((strength, row, names, words))
    found.sort(key=lambda one: -one[0])
    for n, (strength, *told) in enumerate(found[:_MOST]):
        yield _draft(strength * 0.8**n, *told)  # one after another says less and less


def _draft(strength: float, row, names: list[str], words: tuple[str, str]) -> Draft:
    """Both sentences, each round the word that differs."""
    said = [_quoted(_side(row, side), word) for side, word in zip("ab", words, strict=True)]
    parts = ["To compare: ", said[0], f" in {names[0]}, ", said[1], f" in {names[1]}."]
    return Draft("to check", parts, names, strength, TO_CHECK)


def _side(row, side: str) -> SimpleNamespace:
    """One side of a check as a row of its own."""
    return SimpleNamespace(
        **{c: getattr(row, f"{c}_{side}") for c in ("article_id", "start", "end", "text")}
    )


def _differing(row) -> tuple[float, tuple[str, str]]:
    """How much a check counts, and the words on either side that differ.

    Opposed words and other numbers count where the sentences are near; numbers of other people are
    none of one thing.
    """
    if (found := _DIFFERING.search(row.reason)) and row.like >= _NEAR:
        numbers = any(c.isdigit() for c in found[1] + found[2])
        if not (numbers and _PEOPLE.search(row.reason)):
            return _OPPOSED, (found[1], found[2])
    if _DENYING.search(row.reason):
        return _DENIED * min(1.0, row.like / _ONE), ("", "")  # where "not" stands would mislead
    return _OTHER * min(1.0, row.like / _NEAR), ("", "")


def _quoted(side: SimpleNamespace, word: str):
    """What is quoted of a side: round the word that differs, where it has it."""
    at = re.search(rf"\b{re.escape(word)}", side.text, re.IGNORECASE) if word else None
    return excerpts.around(side, at.start(), at.end()) if at else excerpts.of(side)
