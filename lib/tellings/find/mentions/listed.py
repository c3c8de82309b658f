"""What the lists know of the words at a place: a name, a title, a word that names end with."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.mentions.words import Look, Word, cues, groups, pieces, places
from tellings.lexicons import rows
from tellings.text.characters import plain

# How far behind a title the end of a name is looked for, in words.
_ENOUGH = 8


class Listed(NamedTuple):
    """A name of the lists: its words as keys, its kind, the size of a place and what else it is."""

    keys: tuple[str, ...]
    kind: str
    size: str
    also: str


def listed_at(given: Sequence[Word], place: int, end: int) -> tuple[int, Listed] | None:
    """The longest listed name from a word on that stops before `end`, and the place after it."""
    word = given[place]
    key = word.look.key
    names = _index().get(key.upper())
    if not names or key == "The" and (word.opens or word.style):
        return None  # at a sentence's start the capital of "The" says nothing
    for name in names:
        after = place + len(name.keys)
        loud = word.style == "upper" or word.look.upper and len(key) + len(name.keys) > 3
        if after <= end and _stands_there(given, place, after, name.keys, loud):
            return after, name
    return None


def _stands_there(given: Sequence[Word], place: int, after: int, keys: tuple, loud: bool) -> bool:
    """Whether the words from a place on are a listed name's, and no title is in its way."""
    those = given[place:after]
    if those[-1].sentence != those[0].sentence:
        return False
    for word, key in zip(those, keys, strict=True):
        if word.look.key != key and not (loud and word.look.key == key.upper()):
            small = word.style == "title" and key.islower() and word.look.low == key
            if not small:  # Department Of Energy, in a headline
                return False
        if word.look.capital and not word.name:
            return False  # U.S. | Treasury Secretary
    return True


def titles(given: Sequence[Word]) -> dict[int, tuple[int, str]]:
    """The titles among the words: place of the first word -> place after the last, style."""
    found, place = {}, 0
    known = _titles()
    while place < len(given):
        if given[place].look.low not in known:
            place += 1
            continue
        end, style = title_at(given, place)
        if end > place and not _only_looks_like_a_title(given, place, end):
            found[place] = end, style
            place = end
        else:
            place += 1
    return found


def title_at(given: Sequence[Word], place: int) -> tuple[int, str]:
    """The place after the longest title that starts at a word, its style; itself, "" if none."""
    for title, style in _titles().get(given[place].look.low, ()):
        end = place + len(title)
        if end <= len(given) and tuple(w.look.low for w in given[place:end]) == title:
            if given[end - 1].sentence == given[place].sentence:
                return end, style
    return place, ""


def _only_looks_like_a_title(given: Sequence[Word], place: int, end: int) -> bool:
    """Whether capitals beside it make a title part of a name: Stephen King, King County."""
    word = given[place]
    if not word.look.capital:
        return False
    for start in range(place, max(-1, place - 6), -1):
        hit = listed_at(given, start, len(given))
        if hit and hit[0] >= end + (start == place):
            return True
    style = title_at(given, place)[1]
    surname = style == "work" or word.look.low in cues("also_surname")
    if place and _adjoins(given, place) and end - place == 1 and surname:
        before = given[place - 1].look
        if before.first or not (before.common or before.upper or before.group or before.size):
            return True
    last = min(len(given), end + _ENOUGH)
    while end < last and given[end].look.capital and _adjoins(given, end):
        end += 1
    return end - place > 1 and ending(given[end - 1]) in ("ORG", "PLACE") and _lone(given, place)


def _lone(given: Sequence[Word], place: int) -> bool:
    """Whether the title at a word is one word long."""
    return title_at(given, place)[0] == place + 1


def _adjoins(given: Sequence[Word], place: int) -> bool:
    """Whether a word follows a capital of the same sentence with only a space between."""
    word, before = given[place], given[place - 1]
    return word.spaced and before.sentence == word.sentence and before.look.capital


def ending(word: Word) -> str:
    """What names that end with this word are: PLACE, ORG, EVENT, OTHER or ""."""
    return _endings().get(word.look.low, "")


def stands_alone(look: Look) -> bool:
    """Whether a word names a country, a people or a body by itself."""
    if look.size == "country" or look.group:
        return True
    return any(
        n.kind == "ORG" and n.keys == (look.key,) for n in _index().get(look.key.upper(), ())
    )


@cache
def _endings() -> dict[str, str]:
    return {r["word"]: r["kind"] for r in rows("name_cues") if r["place"] == "ending"}


@cache
def _titles() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Titles by their first word, the longest first, with their style."""
    found = defaultdict(list)
    for row in rows("titles"):
        parts = tuple(word for word, _ in pieces(row["title"]))
        found[parts[0]].append((parts, row["style"]))
    return {first: sorted(those, key=lambda t: -len(t[0])) for first, those in found.items()}


@cache
def _index() -> dict[str, list[Listed]]:
    """All listed names by their first word in capitals, the longest first."""
    listed = {name: ("PLACE", *size) for name, size in places().items()}
    listed |= {name: ("NORP", "", "") for name in groups()}
    listed |= {r["name"]: (r["kind"], "", "") for r in rows("known_names") if r["kind"] != "PLACE"}
    found = defaultdict(list)
    for name, (kind, size, also) in listed.items():
        keys = tuple(word.replace(".", "") for word, _ in pieces(plain(name)))
        found[keys[0].upper()].append(Listed(keys, kind, size, also))
    return {first: sorted(those, key=lambda n: -len(n.keys)) for first, those in found.items()}
