"""Whether a person is named as somebody's relative: the words around a name in, one word out."""

from functools import cache

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.looks import cues
from tellings.find.mentions.words import Words
from tellings.lexicons import listed

# How many words an apposition has before its noun: "the president's eldest daughter".
_FAR = 5


def word_of(words: Words, name: Name) -> str:
    """The kinship word that stands with a person's name, "" if none does.

    Before the name ("his wife, Grace Oduya", "first lady Elena Kovac") or in apposition behind it
    ("Grace Oduya, his wife", "Ivan Lind, son of the founder").
    """
    return _before(words, name.first) or _behind(words, name.last)


def _before(words: Words, place: int) -> str:
    """The kinship word right before a name, or before a comma in between."""
    last = place - 1 - (words.at[place - 1].text == ",")
    if words.at[last].look.low not in _nouns() or words.at[last].text[:1].isupper():
        return ""
    if words.sentence[last] != words.sentence[place]:
        return ""
    two = words.key(last - 1, last + 1) if last else ""
    return (
        two
        if two in _kin()
        else words.at[last].look.low
        if words.at[last].look.low in _kin()
        else ""
    )


def _behind(words: Words, place: int) -> str:
    """The kinship word in the apposition behind a name."""
    if words.at[place].text != ",":
        return ""
    owned = False
    for at in range(place + 1, place + 1 + _FAR):
        word = words.beside(at, place)
        low, two = word.look.low, words.key(at, at + 2)
        if two in _kin():
            return two
        if low in _kin():
            number = words.at[at + 2].text.isdigit() or words.at[at + 2].look.low in cues("count")
            of = words.at[at + 1].look.low == "of" and not number  # but "mother of two"
            return low if owned or of else ""
        if low in cues("phrase_end") or low in cues("ends_apposition") or not low:
            return ""
        owned = owned or low in cues("possessive")
    return ""


@cache
def _kin() -> frozenset[str]:
    return listed("kinship")


@cache
def _nouns() -> frozenset[str]:
    """The last words of kinship words."""
    return frozenset(word.split()[-1] for word in _kin())
