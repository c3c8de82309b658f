"""Words round a number: those of its sentence on either side in, those to print with it out."""

import re
from collections.abc import Set

from tellings.lexicons import listed

ROUND = 4  # words of the sentence on either side
OTHER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)\d")  # a number but for a year's


def behind_joint(words: list[str]) -> list[str]:
    """The words behind a coordinator that joins them to another number: "[71% of Ostrans and] 64%
    of Westmarkers".

    >>> behind_joint("71% of nuns and ".split(" "))
    ['']
    """
    joins = [n for n, word in enumerate(words) if word.lower() in kinds("coordinator")]
    other = joins and any(map(OTHER.search, words[: joins[-1]]))
    return words[joins[-1] + 1 :] if other else words


def before_joint(words: list[str]) -> list[str]:
    """The words without what a coordinator joins to them as another clause, or as another number:
    "0.9% [and said unemployment]", "$21 billion a year [and employ 38,000 people]"."""
    low = [word.lower() for word in words]
    joins = (n for n, word in enumerate(low[:-1]) if word in kinds("coordinator"))
    verbs = kinds("finite verb") | {"said"}
    numbers = [n for n, word in enumerate(low) if any(c.isdecimal() for c in word)]
    return words[
        : next((n for n in joins if low[n + 1] in verbs or numbers[-1:] > [n]), len(words))
    ]


def kinds(*chosen: str) -> frozenset[str]:
    """The function words of these kinds."""
    return frozenset().union(*(listed("function_words", kind=kind) for kind in chosen))


def last(words: list[str]) -> str:
    """The last of the words, the first of them no second half of a name: "St Olave's church"."""
    first = max(0, len(words) - ROUND - 1)
    while first and words[first][:1].isupper() and words[first - 1][:1].isupper():
        first -= 1
    return " ".join(words[first:])


def trimmed(words: list[str], step: int, idle: Set[str]) -> list[str]:
    """The words without those at an end (step 1: the first ones) that mean little by themselves."""
    own = words[::step]
    while len(own) > 1 and own[0].lower() in idle:
        own = own[1:]
    return own[::step]
