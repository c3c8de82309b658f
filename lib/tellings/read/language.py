"""Whether a text is English, the one language that the rules know: a text in, a judgement out."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from tellings.lexicons import listed, rows
from tellings.text.tokens import Whole

# Of paragraphs of news and web pages, English ones have 15 of these in 100 words and more, those in
# other languages at most 6: they share short words only ("in", "is", "was", "do", "a").
_SHORTEST_LETTERS = 3
_LEAST_SHARE = 0.1
_LEAST_WORDS = 40
_LEAST_WITHOUT_ANY = 25
# A list of results has names and hardly a function word; yet of its other words 97 in 100 are
# frequent English ones, and of those in other languages at most 26.
_LEAST_FREQUENT = 0.5


def is_english(text: str) -> bool:
    """Whether a text is English, or too short to tell.

    A text in another language has few English function words (lexicons/function_words.csv) of three
    letters or more, and few of its small words are among the frequent English ones
    (lexicons/word_frequencies.csv); one whose letters are mostly of another alphabet is none.

    >>> is_english("Старый причал в Линдау закрыли в понедельник.")
    False
    >>> is_english("Pier in Lindau shut")
    True
    """
    words = Whole(text)
    found = [low for low in words.low if low[0].isalpha()]
    if not text.isascii() and not _are_latin("".join(found)):
        return False
    if _has_function_words(found):
        return True
    told = (low for low, start in zip(words.low, words.start, strict=True) if text[start].islower())
    small = [low for low in told if len(low) >= _SHORTEST_LETTERS]
    return sum(word in _frequent() for word in small) >= _LEAST_FREQUENT * len(small)


def _has_function_words(words: Sequence[str]) -> bool:
    """Whether as many of the words are function words as of English ones are, or they are few."""
    common = sum(map(_function_words().__contains__, words))
    if len(words) < _LEAST_WORDS:
        return common > 0 or len(words) < _LEAST_WITHOUT_ANY
    return common >= _LEAST_SHARE * len(words)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(w for w in listed("function_words") if len(w) >= _SHORTEST_LETTERS)


@cache
def _frequent() -> frozenset[str]:
    return frozenset(word for row in rows("word_frequencies") for word in row["words"].split())


def _are_latin(letters: str) -> bool:
    """Whether at least half of the letters are of the Latin alphabet."""
    latin = sum(often for letter, often in Counter(letters).items() if _is_latin(letter))
    return 2 * latin >= len(letters)


@cache
def _is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin alphabet, or none (a digit inside a word)."""
    return not letter.isalpha() or unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH"))
