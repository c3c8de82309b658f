"""The words of sentences as a finder of names sees them: where they stand, how they look."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text.characters import plain
from tellings.text.inflection import bases

# Shapes of a word, the longest first. "Jong-un" and "U.S." are one word, "US-led" is three.
_SHAPES = r"""
    (?:https?://|www\.)\S+ | [@\#]\w+
    | [A-Za-z0-9]+\.(?:com|org|net|gov|tv)\b           # Antiwar.com
    | (?:[Aa][lnrsdt]|[Ee]l|[Aa]sh|[Aa]bd)-[A-Z][\w']+ # al-Assad
    | (?:[A-Z]\.){2,} | (?:[A-Z]\.)+[A-Z]\b            # U.S. and, sloppily, U.S
    | [A-Z]\.(?=\s|$)                                  # the J. of J. Smith
    | [A-Z]{1,3}&[A-Z]{1,2}\b                          # AT&T
    | [A-Z][a-z]+-[a-z]{2,6}\b(?!-)                    # Jong-un; US-led, too, which is cut
    | (?:%s)\.                                          # Gen., Inc.
    | [^\W\d_]+(?:n't|'(?:m|ve|ll|re|d))\b            # Isn't, They've
    | [^\W\d_]+(?:'(?=[A-Z])[^\W\d_]+)?                # O'Brien
    | \d+(?:[.,]\d+)*(?:[A-Za-z]+)?                    # 49ers, 3M, 1,000
    | 's\b | [^\w\s]
"""


# Marks behind which any word may have a capital.
_OPENING = frozenset(".!?:•\"'")
_CHUNK = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CONTRACTED = re.compile(r"(?:n't|'(?:m|ve|ll|re|d))$")
_LONG, _LONG_CAPITAL = re.compile(r"[^\W\d_]{4,}"), re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{3,}")
# Before a hyphen these belong to an Arabic name, whatever follows.
_ARTICLES = frozenset("al el an ar as ad at ash abd".split())


class Look(NamedTuple):
    """What a word's letters alone say of it.

    low, key  in lower case; as it is looked up in lists: without stops, "U.S." is "US"
    size      of the largest place of this name: country, region, city, town or ""
    also      what a place of this name is besides: surname, first name or ""
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


class Word:
    """A word of a sentence.

    start, end  code points into the capture
    opens       whether it stands where any word would have a capital
    style       of its sentence: "" | title | upper (headlines say little by their capitals)
    name        whether it may be part of a name; a finder may take this from it
    """

    __slots__ = ("text", "start", "end", "spaced", "opens", "sentence", "style", "look", "name")

    def __init__(self, text, start, spaced, opens, sentence, style, look):
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.spaced = spaced
        self.opens = opens
        self.sentence = sentence
        self.style = style
        self.look = look
        self.name = look.capital


def read(sentences: Iterable) -> list[Word]:
    """The words of all sentences, in order."""
    found = []
    for sentence in sentences:
        text = plain(sentence.text)
        style = _style(text)
        number, begin = sentence.sentence, sentence.start
        opens = True
        for chunk in _CHUNK.finditer(text):
            start = begin + chunk.start()
            for word, place, seen, mark in _chunk(chunk[0]):
                spaced = not place
                found.append(Word(word, start + place, spaced, opens, number, style, seen))
                if not mark:
                    opens = False
                elif word in _OPENING:
                    opens = opens or spaced or word not in "\"'"
    return found


@lru_cache(maxsize=100_000)
def _chunk(text: str) -> tuple[tuple[str, int, "Look", bool], ...]:
    """What stands between two spaces: each word with its place, its look, whether it is a mark."""
    return tuple(
        (word, place, look(word), not word[0].isalnum() and word != "'s")
        for word, place in pieces(text)
    )


def pieces(text: str) -> list[tuple[str, int]]:
    """Each word of the text with its place; "US-led" is cut, "Gen." keeps its stop."""
    found = [(match[0], match.start()) for match in _word().finditer(text)]
    return [piece for word, start in found for piece in _cut(word, start)]


@cache
def _word() -> re.Pattern:
    """What a word is, with the abbreviations of the list."""
    short = listed("abbreviations") | cues("abbreviation")
    short = sorted(short, key=lambda word: (-len(word), word))
    return re.compile(_SHAPES % "|".join(map(re.escape, short)), re.VERBOSE)


def _cut(word: str, start: int) -> list[tuple[str, int]]:
    """The word; in three when its hyphen joins a name and a common word: "Iran-led"."""
    head, hyphen, tail = word.partition("-")
    if not (head and tail.islower()) or head.lower() in _ARTICLES or not common(tail):
        return [(word, start)]
    return [(head, start), (hyphen, start + len(head)), (tail, start + len(head) + 1)]


def _style(text: str) -> str:
    """How a sentence is capitalised: "upper", "title", or "" for plain text.

    A sentence with a stop at its end is a headline only when all its long words have capitals.
    """
    long, capitals = len(_LONG.findall(text)), len(_LONG_CAPITAL.findall(text))
    if 2 * capitals < long:
        return ""
    letters = _LETTERS.findall(text)
    if len(letters) >= 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        return "upper"
    if not _auxiliaries().isdisjoint(letters):
        return ""  # a headline writes "Is" and "Has"
    least, share = (6, 1.0) if text.rstrip()[-1:] in tuple(".!?\"'") else (4, 0.75)
    return "title" if long >= least and capitals >= share * long else ""


@cache
def _auxiliaries() -> frozenset[str]:
    return listed("function_words", kind="auxiliary")


@lru_cache(maxsize=100_000)
def look(text: str) -> Look:
    """What is known of a word from its letters alone."""
    low, key = text.lower(), text.replace(".", "")
    calendar = low.rstrip(".") in cues("calendar")
    size, also = places().get(key, ("", ""))
    return Look(
        low=low.rstrip(".") if len(low) > 2 else low,
        key=key,
        capital=_capital(text),
        upper=len(key) > 1 and key.isupper(),
        stop=low.rstrip(".") in cues("stop") and not (calendar and text[0].isupper()),  # May
        calendar=calendar,
        common=common(low),
        first=text in first_names(),
        group=group_of(text) is not None,
        size=size,
        also=also,
    )


def _capital(text: str) -> bool:
    """Whether a word is written as names are: a capital first, "al-Assad", "49ers"; not "Isn't"."""
    if _CONTRACTED.search(text):
        return False
    if text[0].isupper():
        return unicodedata.name(text[0], "").startswith("LATIN")  # the lists know no other script
    return text[:3] in ("al-", "el-") or bool(re.match(r"\d+(?:ers\b|M\b)", text))


@cache
def cues(place: str, kind: str = "") -> frozenset[str]:
    """The words of name_cues.csv with this place, of one kind or of all."""
    return listed("name_cues", place=place, kind=kind) if kind else listed("name_cues", place=place)


@lru_cache(maxsize=100_000)
def common(word: str) -> bool:
    """Whether a lower-case word is a common English word, or a regular form of one.

    Or a form of a form: the list leaves out "honest", which looks like one of "hone".
    """
    if word in _common():
        return True
    once = bases(word)
    return any(b in _common() or any(c in _common() for c in bases(b)) for b in once)


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
    if not one.endswith("an") or text in first_names() or text in places() or common(text.lower()):
        return None
    for place in (one[:-1], one[:-2], one.removesuffix("ian"), one.removesuffix("ian") + "a"):
        if len(place) > 3 and place in places():
            return {"word": text, "group": one + "s", "folds_to": place, "alone": ""}
    return None


@cache
def groups() -> dict[str, dict[str, str]]:
    """Nations, faiths and parties by every form of their names: "Israeli", "Israelis"."""
    return {r["word"]: r for r in rows("demonyms")}
