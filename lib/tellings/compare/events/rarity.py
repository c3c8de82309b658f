"""How much a word tells: general word frequencies and a corpus's own counts in, weights out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from math import exp, log

from tellings.compare.events.particulars import Particulars, is_plain, setting
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
    about something else holds it."""

    def __init__(self, articles: Sequence[Particulars]):
        """articles: all of the corpus; a pair's own two never speak for how frequent a word is.

        A text that is there many times (exports, reprints) speaks once: its words are not frequent.
        """
        # By hash: the counts themselves would be held twice over.
        texts = {hash(frozenset(article.words.pairs())): article for article in articles}
        self._others = max(0, len(texts) - 2)
        self._articles = Counter(chain.from_iterable(article.words for article in articles))
        self._holds = Counter(chain.from_iterable(text.words for text in texts.values()))
        self._names = Counter(chain.from_iterable(text.names for text in texts.values()))
        self._known: dict[str, float] = {}

    def shared(self) -> Iterator[str]:
        """The words that two articles hold."""
        return (word for word, articles in self._articles.items() if articles > 1)

    def weights(self) -> dict[str, float]:
        """The weight of each word of the articles."""
        return {word: self.weight(word) for word in self._articles}

    def weight(self, word: str) -> float:
        """The word's weight; 0 for words of grammar."""
        if word not in self._known:
            self._known[word] = 0.0 if word in listed("function_words") else self._weighed(word)
        return self._known[word]

    def _weighed(self, word: str) -> float:
        held, named = self._holds[word], self._names[word]
        others = max(0, held - 2) + PRIOR * chance(word, name=2 * named > held)
        return max(0.0, log((self._others + PRIOR) / others))


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
