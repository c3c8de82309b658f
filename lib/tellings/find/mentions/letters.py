"""Names that their letters explain: an article's words and names in, the names mended out."""

from collections.abc import Sequence
from operator import attrgetter

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.looks import cues
from tellings.find.mentions.words import Words

# A name's letters are three at least; how far before them the name may end, in words.
_LEAST, _FAR = 3, 5


def spelled(words: Words, names: Sequence[Name]) -> list[Name]:
    """The names, with whole those that letters spell, and the letters themselves as their body's.

    "Deferred Aid for Rural Schools (DARS)" is one body; so are, anywhere, DARS and NOW where the
    National Organization for Women is named.
    """
    names = _whole(words, names)
    bodies = [words.at[n.first : n.last] for n in names if n.kind == "ORG" and n.last - n.first > 2]
    letters = {
        "".join(w.text[0] for w in body if w.look.low not in cues("small")) for body in bodies
    }
    if not letters:
        return names
    places = [
        Name(k, k + 1, "ORG", "letters")
        for k in words.capitals
        if words.at[k].look.key in letters
        and len(words.at[k].look.key) >= _LEAST
        and not words.at[k].style
    ]
    longer = [n for n in names if n.last - n.first > 1]
    return _over(names, places, longer)


def _whole(words: Words, names: Sequence[Name]) -> list[Name]:
    """The names, with those whole that stand before their letters: "X Y Z (XYZ)", ", or XYZ"."""
    found = []
    for place in words.capitals:
        word = words.at[place]
        if word.look.upper and len(word.look.key) >= _LEAST and _explains(words, place):
            span = _span(words, place)
            found += [Name(*span, "ORG", "letters")] if span else []
    return _over(names, found)


def _explains(words: Words, place: int) -> bool:
    """Whether letters stand behind what they are short for."""
    before = words.at[place - 1].text
    return before == "(" or (before == "or" and words.at[place - 2].text == ",")


def _span(words: Words, place: int) -> tuple[int, int] | None:
    """The words that letters spell, which end shortly before them; None if there are none."""
    letters = words.at[place].look.key
    for last in range(place - 1, place - 1 - _FAR, -1):
        first, left = last, list(letters)
        while left and words.beside(first - 1, place).text:
            word = words.at[first - 1]
            counts = word.look.low not in cues("small") or word.look.capital
            if counts and not (word.look.capital and word.text[0] == left.pop()):
                break
            first -= 1
            if not left:
                return (first, last) if last - first > 1 else None
    return None


def _over(names: Sequence[Name], new: Sequence[Name], keep: Sequence[Name] = ()) -> list[Name]:
    """The names with the new ones in their place where they meet, but for those to keep."""
    if not new:
        return list(names)
    kept = {k for n in keep for k in range(n.first, n.last)}
    new = [n for n in new if kept.isdisjoint(range(n.first, n.last))]
    taken = {k for n in new for k in range(n.first, n.last)}
    others = [n for n in names if taken.isdisjoint(range(n.first, n.last))]
    return sorted([*others, *new], key=attrgetter("first", "last"))
