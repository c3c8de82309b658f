"""What a stretch of a text says: its words without grammar, as stems, and how rare each stem is."""

from collections import defaultdict
from functools import cache, lru_cache
from math import log10

from tellings.lexicons import listed, rows
from tellings.text import tokens
from tellings.text.inflection import singular
from tellings.text.memory import remembered

_STEM = 5  # letters: "defeated" and "defeating" are one word, and so are "discuss" and "discussion"
_EVERYWHERE = 7.7  # on the Zipf scale "the", the most frequent word: it tells nothing
_UNLISTED = 3.5  # what a word that is not listed stands at: less than ten in a million


@lru_cache(maxsize=4_096)  # the sentences of an event or two: each is asked for several times
def stems(text: str) -> frozenset[str]:
    """The stems of a text's content words.

    >>> sorted(stems("The plans were presented."))
    ['plan', 'prese']
    """
    return frozenset(map(_telling, cut(text.replace("-", " ")).low)) - {""}


@lru_cache(maxsize=1_024)  # of an event: what it says is asked for, then what speaks against it
def cut(text: str) -> tokens.Whole:
    """The words of a text, as tokens.Whole has them."""
    return tokens.Whole(text)


def tells(low: str) -> bool:
    """Whether a word, in lower case, says anything by itself."""
    return low.removesuffix("'s").replace(".", "") not in _grammar()


@remembered(most=50_000)
def _telling(low: str) -> str:
    """The stem of a content word; "" of a word that says nothing by itself."""
    return stem(low) if tells(low) else ""


def stem(low: str) -> str:
    """A word without its ending: "plans" and "plan", "defeated" and "defeating" are one.

    >>> stem("plans"), stem("presented"), stem("crisis")
    ('plan', 'prese', 'crisi')
    """
    low = low.removesuffix("'s").replace(".", "")
    return singular(low)[:_STEM]


@remembered(most=50_000)
def weight(stem: str) -> float:
    """How much a stem tells: how many powers of ten rarer than "the" its words are in English.

    Frequencies are of English at large (lexicons/word_frequencies.csv), not of the event: in three
    articles on one subject the words that matter are the frequent ones.
    """
    return _EVERYWHERE - min(log10(_frequency().get(stem, 10**_UNLISTED)), _EVERYWHERE)


@cache
def _frequency() -> dict[str, float]:
    """How often the words of each stem stand in a thousand million words."""
    of: dict[str, float] = defaultdict(float)
    for row in rows("word_frequencies"):
        for word in row["words"].split():
            of[stem(word)] += 10 ** float(row["zipf"])
    return dict(of)


@cache
def _grammar() -> frozenset[str]:
    """Words that say nothing by themselves."""
    chosen = listed("function_words") - listed("function_words", kind="finite verb")
    return chosen | {"s", "t"}
