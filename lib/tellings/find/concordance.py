"""Words in context: sentences and words to look for in, a Context for each place out."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tellings.text.characters import plain

# What `*` stands for inside a word; a hyphen or apostrophe is part of it: "cease*fire" finds
# "ceasefire" and "cease-fire". Its length has an end, so that the time of a search is linear.
_ANY = r"[\w'-]{0,40}"
_WORD = r"\w[\w'-]{0,40}"
# Ends of a whole word; 1.1 and 33,000 are one word each, and so is what a hyphen joins to letters:
# "operation" is not in "co-operation". Two hyphens are a dash, one between digits parts numbers.
_LETTER = r"[^\W\d_]"
_BEFORE = rf"(?<!\w)(?<!\d[.,])(?<!{_LETTER}-)"
_AFTER = rf"(?!\w|[.,]\d|-{_LETTER})"


class Context(NamedTuple):
    """One place where the words stand; `left` and `right` are the rest of its sentence."""

    sentence: int
    start: int
    end: int
    text: str
    left: str
    right: str


def find(sentences: Iterable, words: str, case: bool = False) -> Iterator[Context]:
    """Yield one Context for each place where `words` stand, in the order of the text.

    words  a word or phrase, found as whole words; `*` in a word is any letters or none, `*` alone
           any one word; `|` separates wordings of which any will do; curly and straight marks are
           the same. What a hyphen joins is one word, as where words are counted: "Israeli" is not
           in "Israeli-occupied", "Israeli*" finds both
    case   whether capitals must be as written

    start, end  code points into the capture: capture[start:end] == text
    Raises ValueError where there is nothing to look for.

    >>> from tellings.read.sentences import of
    >>> [(c.left, c.text) for c in find(of("Aid came. They agreed on aid."), "aid|help*")]
    [('', 'Aid'), ('They agreed on ', 'aid')]
    """
    pattern = _pattern(words, case)
    for s in sentences:
        for found in pattern.finditer(plain(s.text)):
            a, b = found.span()
            place = (s.sentence, s.start + a, s.start + b)
            yield Context(*place, s.text[a:b], s.text[:a], s.text[b:])


def _pattern(words: str, case: bool) -> re.Pattern:
    """The pattern that finds any of the wordings; the longest first, so that none hides another."""
    wordings = [w.split() for w in plain(words).split("|")]
    wordings = [w for w in wordings if any(c not in "*" for c in "".join(w))]
    if not wordings:
        raise ValueError(
            f"nothing to look for in {words!r}; give a word or phrase, * is any ending"
        )
    wordings.sort(key=lambda w: -len(" ".join(w)))
    either = "|".join(r"\s+".join(_word(w) for w in wording) for wording in wordings)
    return re.compile(f"{_BEFORE}(?:{either}){_AFTER}", 0 if case else re.IGNORECASE)


def _word(word: str) -> str:
    """The pattern of one word of a wording."""
    if set(word) == {"*"}:
        return _WORD
    return _ANY.join(map(re.escape, re.split(r"\*+", word)))
