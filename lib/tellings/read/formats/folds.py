"""Folded text: lines cut after so many characters in, the lines of its paragraphs out."""

import re
from functools import cache
from itertools import pairwise

from tellings.lexicons import rows

_NARROWEST = 40  # characters: a shorter line is a column's, whose words are whole
_CUTS = 3  # full lines that go on in small letters, from which on they tell
_SHARE = 0.5  # of the lines that go on, how many are full; of these, how many cut a word
_WORD = re.compile(r"[a-z]+")


def unfolded(text: str) -> str:
    """The text with its lines joined where they were cut after a fixed number of characters.

    Such a cut falls inside words ("the De", "partment"), so the lines are joined as they stand.
    Lines that end between words are of many lengths, and stay.

    >>> row = "A bus braked hard on Monday at the Marsh Road bri"
    >>> text = "\\n".join([row, "dge, and the mayor, who had been told of it, closed", "it."])
    >>> unfolded(text) == text  # a single cut tells nothing
    True
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    goes_on = [(b, a) for b, a in pairwise(lines) if a[:1].islower()]
    full = [after for before, after in goes_on if len(before) >= width - 1]
    if width < _NARROWEST or len(full) < max(_CUTS, _SHARE * len(goes_on)):
        return text
    if sum(map(_is_torn, full)) < _SHARE * len(full):
        return text
    joined = lines[:1]
    for before, line in pairwise(lines):
        if len(before) < width - 1 or not line or _begins(before, line):
            joined.append(line)
        else:
            joined[-1] += line if len(before) == width else f" {line}"  # the space at its end
    return "\n".join(joined)


def _is_torn(line: str) -> bool:
    """Whether a line begins with the end of a word: "partment of Transport"."""
    return _WORD.findall(line)[0] not in _words()


@cache
def _words() -> frozenset[str]:
    """The words of lexicons/common_words.csv."""
    return frozenset(word for row in rows("common_words") for word in row["words"].split())


def _begins(before: str, line: str) -> bool:
    """Whether the line begins a paragraph, though the one before it is full by chance."""
    return before.rstrip()[-1:] in tuple(".!?”\"'’") and not line[0].islower()
