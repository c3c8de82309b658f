"""Two versions of one sentence: texts in, what was kept, dropped, added and changed out."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tellings.text.characters import plain
from tellings.text.memory import once
from tellings.text.patterns import Pattern

_WORD = Pattern(
    r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*+(?:'[^\W_]++)*+)|[^\W_]++(?:'[^\W_]++)*+"
)  # "U.S." is one word, and so is "it's"
_INSERTED = re.compile(r"\[[^\[\]]*\]")  # an editor's words in a quotation: "times, [and] nothing"
_OPENING = "([{\"'“‘ "


class Words:
    """The words of a text for comparing: `keys` without case and stops.

    What an editor put into it in brackets is none, unless nothing else is there. Where the words
    stand is worked out when it is asked for, which most texts are not.
    """

    def __init__(self, text: str):
        """text: as it stands."""
        self.text = text
        flat = plain(text)
        found = [m.group() for m in self._found] if "[" in flat else _WORD.findall(flat)
        self.keys = tuple(" ".join(found).lower().replace(".", "").split())

    @property
    def _found(self) -> list[re.Match[str]]:
        flat = plain(self.text)
        said = list(_WORD.of(flat).finditer(flat))
        if "[" not in flat:
            return said
        inserted = [m.span() for m in _INSERTED.finditer(flat)]
        return [m for m in said if not any(a < m.start() < b for a, b in inserted)] or said

    @once
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands: with the marks behind it ("talks,"), but for those of the end."""
        found = self._found
        spans = [m.span() for m in found]
        between = [(end, after) for (_, end), (after, _) in pairwise(spans)]
        ends = [end + len(self.text[end:after].rstrip(_OPENING)) for end, after in between]
        ends += [end for _, end in spans[-1:]]
        return tuple((start, end) for (start, _), end in zip(spans, ends, strict=True))

    @once
    def ending(self) -> str:
        """The marks that end the text."""
        return self.text[self.places[-1][1] :].strip() if self.places else ""

    def run(self, first: int, last: int) -> str:
        """The words from `first` to `last`, that one left out, as written."""
        return self.text[self.places[first][0] : self.places[last - 1][1]] if last > first else ""


class Step(NamedTuple):
    """One run of words, as in compare.quotes.Difference; start and end count from the version's."""

    operation: str
    was: str
    becomes: str
    what: str
    first: int
    last: int
    start: int
    end: int


@lru_cache(maxsize=1024)  # the quotations of a few articles: each is cut once for all of them
def words_of(text: str) -> Words:
    """The words of a text, ready to be compared; what an editor put into it in brackets is none.

    >>> words_of("U.S. follow-up [peace] talks.").keys
    ('us', 'follow', 'up', 'talks')
    """
    return Words(text)


def length(text: str) -> int:
    """How many keys the words of a text have; without brackets that need not be asked of each.

    >>> length("U.S. follow-up [peace] talks."), length("U.S. follow-up talks.")
    (4, 4)
    """
    flat = plain(text)
    return len(words_of(text).keys if "[" in flat else _WORD.findall(flat))


def operations(fullest: str, version: str) -> Iterator[Step]:
    """What was done to the words of `fullest` to get `version`, from left to right.

    Words are the same whatever their case, stops and hyphens; where these differ, the run is
    "changed" in form only. The marks that end a text are compared as part of its last word.

    >>> [(s.operation, s.was, s.becomes) for s in operations("We met again.", "We met,")]
    [('kept', 'We met', 'We met'), ('dropped', 'again', ''), ('changed', 'again.', ',')]
    """
    one, other = words_of(fullest), words_of(version)
    blocks = opcodes(one.keys, other.keys)
    for tag, a, b, c, d in blocks:
        if tag == "equal":
            yield from _same_words(one, other, a, b, c)
        elif tag == "replace":
            yield _step("changed", one, other, (a, b), (c, d), "words")
        else:
            yield _step("added" if tag == "insert" else "dropped", one, other, (a, b), (c, d))
    if not one.keys or _end_together(one, other, blocks):
        return
    if other.ending and other.ending != one.ending:
        was = one.run(len(one.keys) - 1, len(one.keys)) + one.ending
        place = (len(one.keys), len(one.keys), len(version) - len(other.ending), len(version))
        yield Step("changed", was, other.ending, "form", *place)


def opcodes(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, int, int, int, int]]:
    """What makes the words `other` of `one`, as difflib tells it.

    >>> opcodes(("we", "met", "again"), ("we", "met"))
    [('equal', 0, 2, 0, 2), ('delete', 2, 3, 2, 2)]
    """
    if one and one == other:  # as most versions are
        return [("equal", 0, len(one), 0, len(one))]
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _end_together(one: Words, other: Words, blocks: list) -> bool:
    """Whether the last words of both are the same word."""
    return any(
        b[0] == "equal" and b[2] == len(one.keys) and b[4] == len(other.keys) for b in blocks
    )


def _same_words(one: Words, other: Words, first: int, last: int, start: int) -> Iterator[Step]:
    """The steps of a run of the same words: kept, but for those that are written otherwise."""
    if _as_written(one, first, last) == _as_written(other, start, start + last - first):
        yield _step("kept", one, other, (first, last), (start, start + last - first))
        return
    pairs = [_written(one, other, at, at - first + start) for at in range(first, last)]
    at = first
    while at < last:
        stop = at + 1
        if pairs[at - first][0] == pairs[at - first][1]:
            while stop < last and pairs[stop - first][0] == pairs[stop - first][1]:
                stop += 1
            operation, what = "kept", ""
        else:  # "follow-up" and "follow up": the pair of words is the change
            while stop < last and any(w.endswith("-") for w in pairs[stop - 1 - first]):
                stop += 1
            operation, what = "changed", "form"
        becomes = (at - first + start, stop - first + start)
        yield _step(operation, one, other, (at, stop), becomes, what)
        at = stop


def _as_written(words: Words, first: int, last: int) -> tuple[str, str]:
    """A run of words as it stands, and the marks behind it where it ends the text."""
    return words.run(first, last), words.ending if last == len(words.keys) else ""


def _written(one: Words, other: Words, at: int, there: int) -> tuple[str, str]:
    """The same word as both write it, with its marks; curly and straight ones count as the same."""
    both_end = at == len(one.keys) - 1 and there == len(other.keys) - 1
    endings = (one.ending, other.ending) if both_end else ("", "")
    words = [
        _INSERTED.sub("", run).strip(_OPENING)
        for run in (one.run(at, at + 1), other.run(there, there + 1))
    ]
    return plain(words[0] + endings[0]), plain(words[1] + endings[1])


def _step(
    operation: str, one: Words, other: Words, was: tuple, becomes: tuple, what: str = ""
) -> Step:
    """The step that turns the words `was` of one text into the words `becomes` of the other."""
    before, after = one.run(*was), other.run(*becomes)
    ends, other_ends = was[1] == len(one.keys), becomes[1] == len(other.keys)
    if before and ends and ((after and other_ends) or not other.ending):
        before += one.ending
    if after and ends and other_ends:
        after += other.ending
    start = other.places[becomes[0]][0] if becomes[0] < len(other.places) else len(other.text)
    end = start + len(after) if after else start
    return Step(operation, before, after, what, *was, start, end)
