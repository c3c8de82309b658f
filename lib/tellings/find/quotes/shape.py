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

from tellings.find.quotes import readings, words
from tellings.find.quotes.marks import FIRST, Marked
from tellings.text.characters import lowered, plain
from tellings.text.memory import once, remembered

# Between two spaces stand a plain word or mark, as most do; "U.S.", "he's", "Lee" and "'s",
# "co-op's", "1,200", "10:03", any other mark; signs of no width are nothing.
_TOKEN = re.compile(
    rf"""[^\W_]++(?=[,.]?$)|[,.;:!?"()—–-]
    |(?:[^\W\d_]\.){{2,}}|(?i:{"|".join(words.contracted())})(?![^\W_])
    |[^\W_]+(?:(?:'(?![sS](?![^\W_]))|[.,&/-]|(?<=\d):(?=\d))(?=[^\W_])[^\W_]+)*|(?<=[^\W_])'[sS](?![^\W_])
    |\'\'|[^\w\s\u200b-\u200f\u2060\ufeff\u00ad]""",
    re.VERBOSE,
)
# "WASHINGTON (AP) - ", "PALM BEACH, Fla., May 3 - ": a place, a day, an agency before the text.
_DATELINE = re.compile(r"\|N[N,~.]{0,6}(?:T|[NTA][~.]?D)?(?:\(N{1,3}\))?[—–-]")


class Shape:
    """The letters of a paragraph's words, and `low`: the words in small letters.

    The first letter and the last are |, so that a rule may look beside any word.
    """

    def __init__(self, letters: str, low: list[str], text: str, cuts: dict[int, tuple[int, int]]):
        """text: with plain marks; cuts: where those of the words stand that are none of its own."""
        self.letters = letters
        self.low = low
        self._text = text
        self._cuts = cuts

    def read_as(self, letters: str) -> "Shape":
        """The shape of the same words with other letters."""
        return Shape(letters, self.low, self._text, self._cuts)

    @once
    def starts(self) -> list[int]:
        """Where each word begins; worked out when asked for: many paragraphs report nothing."""
        text, at = lowered(self._text), 0
        found: list[int] = []
        for place, (first, last) in self._cuts.items():
            for word in self.low[len(found) : place]:
                at = text.index(word, at)
                found.append(at)
                at += len(word)
            found.append(first)
            at = last
        return found

    def end(self, place: int) -> int:
        """Where the word at `place` ends."""
        cut = self._cuts.get(place)
        return cut[1] if cut else self.starts[place] + len(self.low[place])

    def at(self, offset: int) -> int:
        """The index of the first word that starts at `offset` or after it."""
        return bisect_left(self.starts, offset)


def of(text: str, marked: Sequence[Marked], stops: Sequence[int]) -> Shape:
    """The shape of a paragraph with its marked stretches and the ends of its sentences.

    A marked stretch is one word, Q or q: nobody reports inside it, and no sentence ends there.
    """
    flat = plain(text)
    ends = [s for s in stops if not _is_inside(marked, s)] if marked else stops
    parts = [(s, s, "|", "|") for s in {*ends, len(flat)}]
    parts += [(m.first, m.last, "q" if _goes_on(flat, m) else "Q", "") for m in marked]
    letters, low, cuts, at = ["|"], ["|"], {0: (-1, 0)}, 0
    for first, last, letter, word in sorted(parts):
        for own, small in map(_alone, flat[at:first].split()):
            letters.append(own)
            low += small
        cuts[len(low)] = first, last
        letters.append(letter)
        low.append(word)
        at = last
    settled = readings.settled("".join(letters), low)
    line = _DATELINE.match(settled)
    if line:
        settled = f"{settled[: line.end() - 1]}|{settled[line.end() :]}"
    return Shape(settled, low, flat, cuts)


@remembered(most=20_000)
def _alone(chunk: str) -> tuple[str, tuple[str, ...]]:
    """What stands between two spaces: the letters of its words taken alone, and they in small."""
    written = _TOKEN.findall(chunk)
    low = tuple(map(lowered, written))
    return "".join(map(words.alone, written, low)), low


def _is_inside(marked: Sequence[Marked], offset: int) -> bool:
    """Whether the offset stands inside one of the stretches."""
    place = bisect_left(marked, offset, key=FIRST)
    return place > 0 and offset < marked[place - 1].last


def _goes_on(flat: str, mark: Marked) -> bool:
    """Whether the words between the marks end as if the sentence went on behind them."""
    end = flat[mark.start : mark.end].rstrip("'\" ")[-1:]
    return end != "" and end in ",?!—–-"
