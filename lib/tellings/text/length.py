"""How long a stretch of text is, in words: the one count that every page uses."""

import re

_RUN = re.compile(r"\S+")


def places(text: str) -> list[tuple[int, int]]:
    """Where each word begins and ends: runs between white space that hold a letter or a digit.

    >>> places("U.S. – a talk")
    [(0, 4), (7, 8), (9, 13)]
    """
    return [run.span() for run in _RUN.finditer(text) if any(c.isalnum() for c in run[0])]


def words(text: str) -> int:
    """The number of words.

    >>> words("U.S. co-operation – a 2-hour talk")
    5
    """
    return len(places(text))
