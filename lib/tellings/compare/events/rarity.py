"""How much a word tells: general word frequencies and a corpus's own counts in, weights out."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import exp, log

import numpy as np

from tellings.compare.events.numbers import Numbers
from tellings.compare.events.particulars import is_plain, setting
from tellings.lexicons import listed, rows

# General knowledge counts as much as so many articles: in a corpus of one beat or one event, which
# says that "referendum" or "Rafah" is in every text, it still says which of the two is rare.
PRIOR = 20
# Words of an article, to turn a word's frequency into the chance that an article holds it.
_ARTICLE_WORDS = 250
# The least chance of a plain word, since any beat has words that are rare elsewhere; of a name that
# is a plain word or of the setting; of any other name; and of numbers.
_PLAIN, _PLAIN_NAME, _SETTING, _NAME = 0.03, 0.03, 0.1, 0.004
_FIGURE, _SHORT_NUMBER, _NUMBER, _CALENDAR = 0.3, 0.05, 0.005, 0.3


class Rarity:
    """The weight of each word of a corpus: the logarithm of one over the chance that an article
    about something else holds it.

    weights  of the words of the store's vocabulary, by their numbers; 0 for words of grammar
    holding  how many articles hold each of them
    """

    def __init__(self, told: Numbers):
        """told: all articles; a pair's own two never speak for how frequent a word is.

        A text that is there many times (exports, reprints) speaks once: its words are not frequent.
        """
        texts = list({text: place for place, text in enumerate(told.texts)}.values())
        self._others = max(0, len(texts) - 2)
        self.holding = told.holding(range(len(told))).astype(np.int32)
        holds, names = told.holding(texts), _named(told, texts)
        known = zip(told.vocabulary, holds.tolist(), names.tolist(), strict=True)
        self.weights = np.fromiter((self._weighed(*word) for word in known), dtype=float)
        # By their hashes: as a dictionary the words of a hundred thousand articles take 60 MB.
        hashes = np.fromiter(map(hash, told.vocabulary), dtype=np.int64, count=len(self.weights))
        self._numbers = hashes.argsort().astype(np.int32)
        self._hashes = array("q", hashes[self._numbers].tobytes())

    def weight(self, word: str) -> float:
        """The word's weight, of one too that no article holds."""
        at = bisect_left(self._hashes, hash(word))
        if at == len(self._hashes) or self._hashes[at] != hash(word):
            return self._weighed(word, 0, 0)
        return float(self.weights[self._numbers[at]])

    def _weighed(self, word: str, held: int, named: int) -> float:
        """The weight of a word that so many texts hold, and so many have as a name."""
        if word in listed("function_words"):
            return 0.0
        others = max(0, held - 2) + PRIOR * chance(word, name=2 * named > held)
        return max(0.0, log((self._others + PRIOR) / others))


def _named(told: Numbers, places: Sequence[int]) -> np.ndarray:
    """How many of the articles have each word as a name."""
    own = np.zeros(len(told), dtype=bool)
    own[places] = True
    rows = np.repeat(own, np.diff(told.names.ends))
    return np.bincount(told.names.word[rows], minlength=len(told.vocabulary))


def chance(word: str, name: bool = False) -> float:
    """How likely an article about anything else holds the word, as far as general counts tell.

    >>> chance("said") > chance("bridge") > chance("oderau", name=True)
    True
    """
    if word[0].isdigit():
        return _of_number(word)
    if word in _calendar():
        return _CALENDAR
    used = 1 - exp(-_ARTICLE_WORDS * 10 ** (_zipf()[word] - 9)) if word in _zipf() else 0.0
    if not name:
        return max(used, _PLAIN)
    least = _SETTING if word in setting() else _PLAIN_NAME if is_plain(word) else _NAME
    return min(_CALENDAR, max(used / 5, least))  # as a name it is rarer than as a word


def _of_number(word: str) -> float:
    """The chance of a number: one figure is everywhere, two and years are frequent."""
    if len(word) < 2:
        return _FIGURE
    return _SHORT_NUMBER if re.fullmatch(r"(?:19|20)?\d\d", word) else _NUMBER


@cache
def _zipf() -> dict[str, float]:
    """Each frequent word's Zipf value (lexicons/word_frequencies.csv)."""
    return {w: float(r["zipf"]) for r in rows("word_frequencies") for w in r["words"].split()}


@cache
def _calendar() -> frozenset[str]:
    """Names of months and days, which any article may hold."""
    kinds = ("month", "weekday", "short weekday")
    return frozenset().union(*(listed("calendar", kind=k) for k in kinds))
