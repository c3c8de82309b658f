"""Whether a text is English, the one language that the rules know: a text in, a judgement out."""

import unicodedata
from functools import cache

from tellings.lexicons import listed
from tellings.text import tokens

# Of paragraphs of news and web pages, English ones have 15 of these in 100 words and more, those in
# other languages at most 6: they share short words only ("in", "is", "was", "do", "a"), and lists
# of names in English have none, so that of few words nothing is said.
_SHORTEST_LETTERS = 3
_LEAST_SHARE = 0.1
_LEAST_WORDS = 40
_LEAST_WITHOUT_ANY = 25


def is_english(text: str) -> bool:
    """Whether a text is English, or too short to tell.

    Told by the share of its words that are English function words (lexicons/function_words.csv) of
    three letters or more; a text whose letters are mostly of another alphabet needs no more words.

    >>> is_english("Старый причал в Линдау закрыли в понедельник.")
    False
    >>> is_english("Pier in Lindau shut")
    True
    """
    words = [token.low for token in tokens.whole(text) if token.low[0].isalpha()]
    letters = "".join(words)
    if 2 * sum(map(_is_latin, letters)) < len(letters):
        return False
    common = sum(word in _function_words() for word in words)
    if len(words) < _LEAST_WORDS:
        return common > 0 or len(words) < _LEAST_WITHOUT_ANY
    return common >= _LEAST_SHARE * len(words)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(w for w in listed("function_words") if len(w) >= _SHORTEST_LETTERS)


@cache
def _is_latin(letter: str) -> bool:
    """Whether a letter is of the Latin alphabet, or none (a digit inside a word)."""
    return not letter.isalpha() or unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH"))
