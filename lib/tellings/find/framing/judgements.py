"""Whether a judging word is somebody's: a sentence's words in, "they called it reckless" told."""

from collections.abc import Sequence
from functools import cache

from tellings.lexicons import listed, rows
from tellings.text.tokens import Whole

_REACH = 14  # words before the judging word in which its verb must stand


def gives_away(text: str, words: Whole, start: int, end: int) -> bool:
    """Whether the sentence gives the judging words from `start` to `end` to somebody.

    >>> text = "Voters called the plan reckless."
    >>> gives_away(text, Whole(text), 23, 31)
    True
    """
    if _particles().keys().isdisjoint(words.low):
        return False
    first, beyond = words.start.index(start), words.end.index(end) + 1
    marks = [text[a:b] for a, b in zip(words.end, words.start[1:], strict=False)]
    return _is_anothers(words.low, first, beyond, marks)


def _is_anothers(low: Sequence[str], first: int, beyond: int, marks: Sequence[str]) -> bool:
    """Whether a verb of judging before the words first to beyond gives them to its subject.

    marks  what stands between each word and the next

    With a particle its words count behind it ("blamed him for the fiasco", "agree that a reckless
    plan"), without one only what closes the sentence's object ("called the plan reckless", "called
    it a farce"). A stop or semicolon ends a verb's reach; but before "that" a comma does, too.
    """
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if any(mark in marks[at] for mark in ".;?!"):
            return False
        for particle in _particles().get(low[at], ()):
            between = low[at + 1 : first]
            if particle:
                comma = "," in "".join(marks[at:first])
                if particle in between and (particle == "that" or not comma):
                    return True
            elif _is_complement(low, at, first, beyond):
                return "," not in "".join(marks[at:first])
    return False


def _is_complement(low: Sequence[str], verb: int, first: int, beyond: int) -> bool:
    """Whether the words say what something is called: "called it a farce", "it reckless"."""
    closes = beyond >= len(low) or low[beyond] in listed("function_words")
    opened = first - 1 if low[first - 1] in ("a", "an") else first
    return closes and opened - verb > 1


@cache
def _particles() -> dict[str, tuple[str, ...]]:
    """The particles of each form of a verb of judging; "" for none."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("judging_verbs"):
        found[row["form"]] = (*found.get(row["form"], ()), row["particle"])
    return found
