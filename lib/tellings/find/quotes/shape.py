"""The shape of a paragraph: its words in, a letter for each out, so that rules are patterns.

D determiner ("the", "his")       V reporting verb ("said")
P pronoun                         I reporting verb in -ing
W relative ("who", "which")       B reporting verb after "to"
S subordinator ("because")        v other verb form ("went", "briefed")
H "that"                          g other word in -ing
p preposition                     A auxiliary ("has", "will")
t "to" before a reporting verb    R adverb
C coordinator ("and")             T time word ("Monday", "earlier")
N capitalised word                a "according to", "as reported by"
n any other word                  ' possessive ending
~ the stop of "Mr."               | end of a sentence
M reporting noun before "that"
Q words between marks             q the same, ending in , ? ! or a dash
Other marks of punctuation stand for themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.quotes.marks import Marked
from tellings.lexicons import listed, rows
from tellings.text.characters import plain

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['.,&/-](?=[^\W_])[^\W_]+)*|''|[^\w\s]")
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
# "WASHINGTON (AP) - ": a place and an agency before the first sentence.
_DATELINE = re.compile(r"N[N,~]{0,5}(?:\(N{1,3}\))?[—–-]")


class Shape(NamedTuple):
    """The letters of a paragraph's words, their offsets, and `low`: the words in small letters."""

    letters: str
    starts: list[int]
    ends: list[int]
    low: list[str]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


def of(text: str, marked: Sequence[Marked], stops: Sequence[int]) -> Shape:
    """The shape of a paragraph with its marked stretches and the ends of its sentences.

    A marked stretch is one word, Q or q: nobody reports inside it, and no sentence ends there.
    """
    flat = plain(text)
    found = [(m.first, m.last, "q" if _goes_on(flat, m) else "Q", "") for m in marked]
    at = 0
    for mark in [*marked, None]:
        end = mark.first if mark else len(flat)
        for token in _TOKEN.finditer(flat, at, end):
            found += _letters_of(token.group(), token.start(), token.end())
        at = mark.last if mark else end
    inside = [(m.first, m.last) for m in marked]
    ends = [s for s in stops if not any(a < s < b for a, b in _near(inside, s))]
    found += [(s, s, "|", "|") for s in dict.fromkeys([*ends, len(flat)])]
    found.sort(key=lambda word: (word[0], word[1]))
    starts, ends, letters, low = (list(column) for column in zip(*found, strict=True))
    return Shape(_settled(letters, low), starts, ends, low)


def _near(spans: list[tuple[int, int]], offset: int) -> list[tuple[int, int]]:
    """The span that may hold the offset: the last that starts before it."""
    place = bisect_left(spans, (offset, 0))
    return spans[place - 1 : place] if place else []


def _goes_on(flat: str, mark: Marked) -> bool:
    """Whether the words between the marks end as if the sentence went on behind them."""
    end = flat[mark.start : mark.end].rstrip("'\" ")[-1:]
    return end != "" and end in ",?!—–-"


@cache
def _known() -> dict[str, str]:
    """The letter of each word that a list knows."""
    known = {r["word"]: "I" if r["word"].endswith("ing") else "V" for r in rows("reporting_verbs")}
    known |= {r["word"]: _LETTER[r["kind"]] for r in rows("function_words")}
    return known | {"that": "H", "according": "a"}


@cache
def _lemmas() -> dict[str, str]:
    """The lemma of each form that is also a noun: "claims", "warning"."""
    return {r["word"]: r["lemma"] for r in rows("reporting_verbs") if r["also"] == "noun"}


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(w.lower() for w in listed("abbreviations"))


def _letters_of(word: str, start: int, end: int) -> list[tuple[int, int, str, str]]:
    """The word with its letter; a possessive as two."""
    lower = word.lower()
    if lower.endswith("'s") and lower not in _known():
        cut = end - 2
        return [(start, cut, _letter(word[:-2], lower[:-2]), lower[:-2]), (cut, end, "'", "'s")]
    return [(start, end, _letter(word, lower), lower)]


def _letter(word: str, lower: str) -> str:
    """The letter of a word taken alone."""
    first, known = word[0], _known().get(lower, "")
    if first.isupper() and known in ("", "V", "I", "v", "R"):
        says = known in ("V", "I") and lower not in _lemmas()
        return known if says else "N"  # "Says" in a headline reports, "Post" and "States" do not
    if known:
        return known
    if not first.isalnum():
        return {"|": "/", "''": '"'}.get(word, first)
    if first.isdigit():
        return "n" if lower[-1].isalpha() and "-" in lower else "D"  # "the 46-year-old"
    if lower.endswith("ed") and len(lower) > 4:
        return "v"
    if lower.endswith("ing") and len(lower) > 5:
        return "g"
    return "R" if lower.endswith("ly") and len(lower) > 4 else "n"


def _settled(letters: list[str], low: list[str]) -> str:
    """The letters, words of two readings settled by their neighbours: "reports", "to", "Mr."."""
    for i in range(len(letters) - 1):
        letter, before, after = letters[i], letters[i - 1] if i else "|", letters[i + 1]
        if letter == "N" and before in "|:Qq":
            letters[i] = _opening(low[i], after)
        if letter == "p" and after == "V" and low[i] == "to":
            letters[i] = "t"
        elif letter == "V" and before == "t":
            letters[i] = "B"
        elif letter in "VI" and low[i] in _lemmas():
            noun = _is_noun(low[i], before, low[i - 1] if i else "", after)
            letters[i] = _noun(low[i], before, after) if noun else letter
        elif letter == "I" and before == "S" and low[i - 1] in ("as", "than"):
            letters[i] = "g"  # "such as threatening"
        elif letter == "g" and before in "D'" and after not in "NnD":
            letters[i] = "n"  # "of the meeting"
        elif letter == "V" and before in "D'" and low[i].endswith("ed"):
            letters[i] = "v"  # "400 pledged delegates"
        elif letter == "n" and after == "H":
            letters[i] = _noun(low[i], before, after)
        elif letter == "." and i and (len(low[i - 1]) == 1 or low[i - 1] in _abbreviations()):
            letters[i] = "~"
        elif letter == "V" and low[i] == "reported" and after == "p" and low[i + 1] == "by":
            letters[i] = "a" if before == "S" else letter
    text = "".join(letters)
    line = _DATELINE.match(text)
    return text if not line else f"{text[: line.end() - 1]}|{text[line.end() :]}"


def _noun(lower: str, before: str, after: str) -> str:
    """The letter of a noun: "his claim that" reports."""
    reports = after == "H" and before in "D'n" and lower in listed("reporting_nouns")
    return "M" if reports else "n"


def _opening(lower: str, after: str) -> str:
    """The letter of a capitalised word that opens a sentence: "Reached", "Also", "Speaking".

    Before a verb it is a name: "Fielding said".
    """
    letter = _letter(lower, lower)
    return letter if letter in "RvgI" and after not in "VAvN" and len(lower) > 3 else "N"


def _is_noun(word: str, before: str, word_before: str, after: str) -> bool:
    """Whether a word that is verb and noun is a noun: after "the", or where it would not agree."""
    if before in "PAtWQq":
        return False
    if word.endswith("ing"):
        return before in "D'" or before not in ",|" and after not in "HDPNQq:S"
    if before in "DpC'|(,RvVIBgTH" or after in "VAvp|" or word_before in _demonyms():
        return True
    plural = word_before.endswith("s") and not word_before.endswith("ss")
    return plural if word.endswith("s") and word != _lemmas()[word] else not plural


@cache
def _demonyms() -> frozenset[str]:
    """Adjectives of peoples, in small letters: "Israeli plans" are no act of a planner."""
    return frozenset(w.lower() for w in listed("demonyms"))
