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
from itertools import accumulate
from typing import NamedTuple

from tellings.find.quotes import readings, words
from tellings.find.quotes.marks import Marked
from tellings.text.characters import plain

# "U.S.", "he's", "Lee" and "'s", "co-op's", "1,200", "10:03", a mark; signs of no width
# are nothing.
_TOKEN = re.compile(
    rf"""((?:[^\W\d_]\.){{2,}}|(?i:{"|".join(words.contracted())})(?![^\W_])
    |[^\W_]+(?:(?:'(?![sS](?![^\W_]))|[.,&/-]|(?<=\d):(?=\d))(?=[^\W_])[^\W_]+)*|(?<=[^\W_])'[sS](?![^\W_])
    |\'\'|[^\w\s\u200b-\u200f\u2060\ufeff\u00ad])""",
    re.VERBOSE,
)
# "WASHINGTON (AP) - ", "PALM BEACH, Fla., May 3 - ": a place, a day, an agency before the text.
_DATELINE = re.compile(r"\|N[N,~.]{0,6}(?:T|[NTA][~.]?D)?(?:\(N{1,3}\))?[—–-]")


class Shape(NamedTuple):
    """The letters of a paragraph's words, their offsets, and `low`: the words in small letters.

    The first letter and the last are |, so that a rule may look beside any word.
    """

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
    inside = [(m.first, m.last) for m in marked]
    ends = [s for s in stops if not any(a < s < b for a, b in _near(inside, s))]
    cuts = [(s, s, "|", "|") for s in {*ends, len(flat)}]
    cuts += [(m.first, m.last, "q" if _goes_on(flat, m) else "Q", "") for m in marked]
    letters, starts, lasts, low, at = ["|"], [-1], [-1], ["|"], 0
    for first, last, letter, word in sorted(cuts):
        between_and_tokens = _TOKEN.split(flat[at:first])
        places = list(accumulate(map(len, between_and_tokens), initial=at))
        tokens = between_and_tokens[1::2]
        letters += map(words.alone, tokens)
        low += map(str.lower, tokens)
        starts += places[1:-1:2]
        lasts += places[2::2]
        letters.append(letter)
        low.append(word)
        starts.append(first)
        lasts.append(last)
        at = last
    settled = readings.settled(letters, low)
    line = _DATELINE.match(settled)
    if line:
        settled = f"{settled[: line.end() - 1]}|{settled[line.end() :]}"
    return Shape(settled, starts, lasts, low)


def _near(spans: list[tuple[int, int]], offset: int) -> list[tuple[int, int]]:
    """The span that may hold the offset: the last that starts before it."""
    place = bisect_left(spans, (offset, 0))
    return spans[place - 1 : place] if place else []


def _goes_on(flat: str, mark: Marked) -> bool:
    """Whether the words between the marks end as if the sentence went on behind them."""
    end = flat[mark.start : mark.end].rstrip("'\" ")[-1:]
    return end != "" and end in ",?!—–-"
