"""The shape of a paragraph: its words in, one letter for each out, so that rules are short patterns.

| letter | stands for                          | letter | stands for                         |
|--------|-------------------------------------|--------|------------------------------------|
| D      | determiner ("the", "his")           | V      | reporting verb                     |
| P      | pronoun                             | I      | reporting verb in -ing             |
| W      | relative ("who", "which")           | B      | reporting verb after "to"          |
| S      | subordinator ("because")            | v      | other verb form ("went", "briefed")|
| H      | "that"                              | g      | other word in -ing                 |
| p      | preposition                         | A      | auxiliary ("has", "will")          |
| C      | coordinator ("and")                 | R      | adverb                             |
| T      | time word ("Monday", "earlier")     | t      | "to" before a verb                 |
| N      | capitalised word                    | a      | "according to", "as reported by"   |
| n      | any other word                      | '      | possessive ending                  |
| Q      | words between marks                 | q      | the same, ending in , ? ! or dash  |
| \\|     | end of a sentence                   |        | punctuation stands for itself      |
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.marks import Marked
from tellings.lexicons import rows, words
from tellings.read.characters import plain

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['.,&/-](?=[^\W_])[^\W_]+)*|[^\w\s]")
_LETTER = {
    "determiner": "D",
    "pronoun": "P",
    "relative": "W",
    "preposition": "p",
    "subordinator": "S",
    "coordinator": "C",
    "auxiliary": "A",
    "adverb": "R",
    "time": "T",
    "finite verb": "v",
}
_DASHES = "—–-"


class Shape(NamedTuple):
    """The letters of a paragraph's words with their offsets; `low` holds the words in lower case."""

    letters: str
    starts: list[int]
    ends: list[int]
    low: list[str]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


def of(text: str, marked: Sequence[Marked], stops: Sequence[int]) -> Shape:
    """The shape of a paragraph with its marked stretches and the ends of its sentences.

    A marked stretch is one word, Q or q: nobody reports inside it. A stop inside it does not count.
    """
    flat = plain(text)
    letters, starts, ends, low = [], [], [], []
    at, ends_left = 0, list(reversed(stops))

    def add(letter, start, end, word):
        letters.append(letter)
        starts.append(start)
        ends.append(end)
        low.append(word)

    def run(start, end):
        for token in _TOKEN.finditer(flat, start, end):
            while ends_left and ends_left[-1] <= token.start():
                stop = ends_left.pop()
                add("|", stop, stop, "|")
            word = token.group()
            lower = word.lower()
            if lower.endswith("'s") and lower not in _letters():
                add(_letter(word[:-2], lower[:-2]), token.start(), token.end() - 2, lower[:-2])
                add("'", token.end() - 2, token.end(), "'s")
            else:
                add(_letter(word, lower), token.start(), token.end(), lower)

    for mark in marked:
        run(at, mark.first)
        while ends_left and ends_left[-1] <= mark.first:
            stop = ends_left.pop()
            add("|", stop, stop, "|")
        open_end = flat[mark.end - 1] in ",?!" or flat[mark.end - 1] in _DASHES
        add("q" if open_end else "Q", mark.first, mark.last, "")
        while ends_left and ends_left[-1] < mark.last:
            ends_left.pop()
        at = mark.last
    run(at, len(flat))
    add("|", len(flat), len(flat), "|")
    return _settled(Shape("".join(letters), starts, ends, low))


@cache
def _letters() -> dict[str, str]:
    """The letter of each word that a list knows."""
    known = {r["word"]: "I" if r["word"].endswith("ing") else "V" for r in rows("reporting_verbs")}
    known |= {r["word"]: _LETTER[r["kind"]] for r in rows("function_words")}
    return known | {"that": "H"}


@cache
def _titles() -> frozenset[str]:
    return words("abbreviations", kind="title")


def _letter(word: str, lower: str) -> str:
    """The letter of a word taken alone."""
    known = _letters().get(lower, "")
    if word[0].isupper() and known in ("", "V", "I", "T", "v", "R") and not _plain_verb(lower):
        return "T" if known == "T" else "N"
    if known:
        return known
    if not word[0].isalnum():
        return word[0] if word[0] != "|" else "/"
    if word[0].isdigit():
        return "D"
    if lower.endswith("ed") and len(lower) > 4:
        return "v"
    if lower.endswith("ing") and len(lower) > 5:
        return "g"
    return "R" if lower.endswith("ly") and len(lower) > 4 else "n"


@cache
def _also_nouns() -> frozenset[str]:
    return words("reporting_verbs", also="noun")


def _plain_verb(lower: str) -> bool:
    """Whether the word reports whatever its first letter: "Says" in a headline, but not "Post"."""
    return _letters().get(lower) in ("V", "I") and lower not in _also_nouns()


def _settled(shape: Shape) -> Shape:
    """The shape with words of two readings settled by their neighbours: "reports", "to", "Mr."."""
    letters, low = list(shape.letters), shape.low
    for i in range(len(letters) - 1):
        letter, before, after = letters[i], letters[i - 1] if i else "|", letters[i + 1]
        if low[i] == "to" and after == "V":
            letters[i] = "t"
        elif letter == "V" and before == "t":
            letters[i] = "B"
        elif letter == "V" and low[i] in _also_nouns() and _is_noun(before, after):
            letters[i] = "n"
        elif letter == "." and i and _shortened(low[i - 1]):
            letters[i] = "-"  # the stop of "Mr." or of an initial is part of the name
        elif low[i] == "according":
            letters[i] = "a"
    return shape._replace(letters="".join(letters))


def _is_noun(before: str, after: str) -> bool:
    """Whether a word that is noun and verb is a noun between these letters."""
    if before in "PARtW":
        return False
    return before in "DpC'|(," or after in "VAvp|"


def _shortened(lower: str) -> bool:
    return len(lower) == 1 or lower.capitalize() in _titles()
