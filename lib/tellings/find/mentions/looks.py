"""What is known of a word by itself: a word in, how it looks and what the lists say of it out."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.lexicons import listed, rows
from tellings.text.inflection import bases

_FIGURED = re.compile(r"\d+(?:ers\b|M\b)")
_CONTRACTED = re.compile(r"(?:n't|'(?:m|ve|ll|re|d))$")


# No NamedTuple: it is made once for a word and read at every place, four times as fast so.
@dataclass(slots=True)
class Look:
    """What a word's letters alone say of it.

    low, key  in lower case; as it is looked up in lists: without stops, "U.S." is "US"
    size      of the largest place of this name: country, region, city, town or ""
    also      what a place of this name is besides: surname, first name or ""
    noted     whether rules begin at it: a capital, a title's first word, a mark of speech, a dash
    cued      whether a rule about where names begin is about this very word
    """

    low: str
    key: str
    capital: bool
    upper: bool
    stop: bool
    calendar: bool
    common: bool
    first: bool
    group: bool
    size: str
    also: str
    noted: bool
    cued: bool


NO_LOOK = Look("", "", False, False, False, False, False, False, False, "", "", False, False)


@lru_cache(maxsize=40_000)
def look(text: str) -> Look:
    """What is known of a word from its letters alone."""
    low, key = text.lower(), text.replace(".", "")
    bare = low.rstrip(".")
    calendar = bare in cues("calendar")
    size, also = places().get(key, ("", ""))
    capital = _capital(text)
    return Look(
        low=bare if len(low) > 2 else low,
        key=key,
        capital=capital,
        upper=len(key) > 1 and key.isupper(),
        stop=bare in cues("stop")
        and not (calendar and text[0].isupper())  # May
        and not (len(key) == 1 < len(text) and text[0].isupper()),  # the A. of John A. Lind
        calendar=calendar,
        common=common(low),
        first=text in first_names(),
        group=group_of(text) is not None,
        size=size,
        also=also,
        noted=capital or text in cues("noted") or low in _title_starts(),
        cued=not _cued().isdisjoint((low, bare, key)),
    )


@cache
def _cued() -> frozenset[str]:
    """The words that rules about the beginning of names ask for by name."""
    return frozenset().union(*map(cues, ("no_body", "bill", "word_name", "firm", "before_hyphen")))


@cache
def _title_starts() -> frozenset[str]:
    """The first words of titles, up to a space or a hyphen."""
    first = (row["title"].split()[0] for row in rows("titles"))
    return frozenset(part for word in first for part in (word, word.partition("-")[0]))


def _capital(text: str) -> bool:
    """Whether a word is written as names are: a capital first, "al-Assad", "49ers"; not "Isn't"."""
    if _CONTRACTED.search(text):
        return False
    if text[0].isupper():
        latin = text[0].isascii() or unicodedata.name(text[0], "").startswith("LATIN")
        return latin  # the lists know no other script
    return text[:3] in ("al-", "el-") or _FIGURED.match(text) is not None


@cache
def cues(place: str, kind: str = "") -> frozenset[str]:
    """The words of name_cues.csv with this place, of one kind or of all."""
    return listed("name_cues", place=place, kind=kind) if kind else listed("name_cues", place=place)


@lru_cache(maxsize=40_000)
def common(word: str) -> bool:
    """Whether a lower-case word is a common English word, or a regular form of one.

    Or a form of a form: the list leaves out "honest", which looks like one of "hone".
    """
    known = _common()
    if word in known:
        return True
    once = bases(word)
    return any(b in known or not known.isdisjoint(bases(b)) for b in once)


@cache
def _common() -> frozenset[str]:
    return frozenset(word for row in rows("common_words") for word in row["words"].split())


@cache
def first_names() -> dict[str, str]:
    """First names, and of whom: male, female or "" for either."""
    return {r["name"]: r["gender"] for r in rows("first_names")}


@cache
def places() -> dict[str, tuple[str, str]]:
    """Places with their size and what else they are, one word or several."""
    known = {r["name"]: ("country", "") for r in rows("known_names") if r["kind"] == "PLACE"}
    return {r["name"]: (r["size"], r["also"]) for r in rows("places")} | known


@lru_cache(maxsize=20_000)
def group_of(text: str) -> dict[str, str] | None:
    """A people's row: from the list, or made of a listed place (Floridian, Floridians)."""
    if text in groups():
        return groups()[text]
    one = text.removesuffix("s")
    if one.endswith("ite") and one.removesuffix("ite") in places():
        place = one.removesuffix("ite")  # Seattleites
        return {"word": text, "group": one + "s", "folds_to": place, "alone": ""}
    if not one.endswith("an"):
        return None
    named = any(n in first_names() or n in places() for n in (text, one))  # Jordans, Sudans
    if named or common(text.lower()):
        return None
    for place in (one[:-1], one[:-2], one.removesuffix("ian"), one.removesuffix("ian") + "a"):
        if len(place) > 3 and place in places():
            return {"word": text, "group": one + "s", "folds_to": place, "alone": ""}
    return None


@cache
def groups() -> dict[str, dict[str, str]]:
    """Nations, faiths and parties by every form of their names: "Israeli", "Israelis"."""
    return {r["word"]: r for r in rows("demonyms")}
