"""What the lists know of the words at a place: a name, a title, a word that names end with."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from tellings.find.mentions.looks import Look, cues, groups, places
from tellings.find.mentions.words import Word, Words, pieces
from tellings.lexicons import rows
from tellings.text.characters import plain
from tellings.text.inflection import plural
from tellings.text.memory import remembered

# Titles of these styles stand before several people, too: "Special Agents Lind and Okoro".
_PLURAL = ("office", "work", "military", "post")
# How far behind a title the end of a name is looked for, in words.
_ENOUGH = 8
_NONE: dict[str, list["Listed"]] = {}


@dataclass(slots=True)
class Listed:
    """A name of the lists: its words as keys, its kind, the size of a place and what else it is."""

    keys: tuple[str, ...]
    kind: str
    size: str
    also: str


def listed_at(
    words: Words, place: int, end: int, taken: Container[int] = ()
) -> tuple[int, Listed] | None:
    """The longest listed name from a word on that stops before `end`, and the place after it.

    taken  places of capitals that belong to a title: "U.S. | Treasury Secretary"
    """
    word = words.at[place]
    key = word.look.key
    names = beginning(key)
    if not names or (key == "The" and (word.opens or word.style)):
        return None  # at a sentence's start the capital of "The" says nothing
    longer = names.get(words.at[place + 1].look.key.upper(), ())
    for name in (*longer, *names.get("", ())):
        after = place + len(name.keys)
        loud = word.style == "upper" or (word.look.upper and len(key) + len(name.keys) > 3)
        if after <= end and _stands_there(words, place, name.keys, loud, taken):
            return after, name
    return None


def _stands_there(
    words: Words, place: int, keys: tuple[str, ...], loud: bool, taken: Container[int]
) -> bool:
    """Whether the words from a place on are a listed name's, and no title is in its way."""
    if words.sentence[place + len(keys) - 1] != words.sentence[place]:
        return False
    for at, key in enumerate(keys, place):
        word = words.at[at]
        if word.look.key != key and not (loud and word.look.key == key.upper()):
            small = word.style == "title" and key.islower() and word.look.low == key
            if not small:  # Department Of Energy, in a headline
                return False
        if at in taken and word.look.capital:
            return False
    return True


def titles(words: Words) -> dict[int, tuple[int, str]]:
    """The titles among the words: place of the first word -> place after the last, style."""
    found: dict[int, tuple[int, str]] = {}
    known, lows, beyond = _titles(), words.lows, 0
    for place in words.noted:
        if lows[place] not in known or place < beyond:
            continue
        end, style = title_at(words, place)
        if end > place and not _only_looks_like_a_title(words, place, end, style):
            found[place] = end, style
            beyond = end
    return found


def title_at(words: Words, place: int) -> tuple[int, str]:
    """The place after the longest title that starts at a word, its style; itself, "" if none."""
    known = _titles().get(words.lows[place])
    if not known:
        return place, ""
    after = words.lows[place + 1]
    for title, style in known:
        end = place + len(title)
        if end - place > 1 and (title[1] != after or words.low(place, end) != title):
            continue
        loud = style != "letters" or words.at[place].look.upper  # DA Lind, but "da"
        if loud and words.sentence[end - 1] == words.sentence[place]:
            return end, style
    return place, ""


def _only_looks_like_a_title(words: Words, place: int, end: int, style: str) -> bool:
    """Whether capitals beside it make a title part of a name: Stephen King, King County."""
    word = words.at[place]
    if not word.look.capital:
        return False
    for start in range(place, max(-1, place - 6), -1):
        hit = listed_at(words, start, len(words.at))
        if hit and hit[0] >= end + (start == place):
            return True
    if words.at[end].text == "-" and not words.at[end].spaced and words.at[end + 1].look.capital:
        return True  # the Spokesman-Review
    if words.at[end].text == "'" and not words.at[end].spaced and words.at[end + 1].look.capital:
        return True  # the Teachers' Association
    lone = end - place == 1
    surname = style == "work" or word.look.low in cues("also_surname")
    if lone and surname and _adjoins(words, place):
        before = words.at[place - 1].look
        if before.first or not (before.common or before.upper or before.group or before.size):
            return True
    last = end + _ENOUGH
    while end < last and words.at[end].look.capital and _adjoins(words, end):
        end += 1
    return end - place > 1 and ending(words.at[end - 1]) in ("ORG", "PLACE") and lone


def _adjoins(words: Words, place: int) -> bool:
    """Whether a word follows a capital of the same sentence with only a space between."""
    word, before = words.at[place], words.at[place - 1]
    same = words.sentence[place - 1] == words.sentence[place]
    return word.spaced and same and before.look.capital


def ending(word: Word) -> str:
    """What names that end with this word are: PLACE, ORG, EVENT, OTHER or ""."""
    return _endings().get(word.look.low, "")


def stands_alone(look: Look) -> bool:
    """Whether a word names a country, a people or a body by itself."""
    if look.size == "country" or look.group:
        return True
    return any(
        n.kind == "ORG" and n.keys == (look.key,)
        for n in _index().get(look.key.upper(), {}).get("", ())
    )


@cache
def _endings() -> dict[str, str]:
    return {r["word"]: r["kind"] for r in rows("name_cues") if r["place"] == "ending"}


@cache
def _titles() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Titles by their first word, the longest first, with their style."""
    found = defaultdict(list)
    for row in rows("titles"):
        *first, last = (word for word, _ in pieces(row["title"]))
        forms = {last, plural(last)} if row["style"] in _PLURAL else {last}
        for form in forms:
            parts = (*first, form)
            found[parts[0]].append((parts, row["style"]))
    return {first: sorted(those, key=lambda t: -len(t[0])) for first, those in found.items()}


@cache
def title_ends() -> frozenset[str]:
    """The last words of titles."""
    return frozenset(parts[-1] for those in _titles().values() for parts, _ in those)


@remembered(most=50_000)
def beginning(key: str) -> dict[str, list[Listed]]:
    """The listed names that begin with a word, by their second; with most words none does."""
    return _index().get(key.upper(), _NONE)


@cache
def _index() -> dict[str, dict[str, list[Listed]]]:
    """All listed names by their first two words in capitals, the second "" if there is none.

    Of those that share them the longest stands first.
    """
    listed = {name: ("PLACE", *size) for name, size in places().items()}
    listed |= dict.fromkeys(groups(), ("NORP", "", ""))
    listed |= {r["name"]: (r["kind"], "", "") for r in rows("known_names") if r["kind"] != "PLACE"}
    names = []
    for name, (kind, size, also) in listed.items():
        keys = tuple(word.replace(".", "") for word, _ in pieces(plain(name)))
        names.append(Listed(keys, kind, size, also))
    found: dict[str, dict[str, list[Listed]]] = defaultdict(lambda: defaultdict(list))
    for each in sorted(names, key=lambda name: -len(name.keys)):
        first, second = (*each.keys, "")[:2]
        found[first.upper()][second.upper()].append(each)
    return {first: dict(those) for first, those in found.items()}
