"""A person's name taken apart, and whether two names may be one person's."""

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.find.mentions.forms import comparable
from tellings.find.mentions.looks import cues, first_names, group_of
from tellings.lexicons import rows

_NICKNAME = re.compile(r"(?<=\s)[\"'“‘][^\"'”’]+[\"'”’](?=\s)")
_POSSESSIVE = re.compile(r"['’]s?$")
# A title before a name has no more words.
_LONGEST_TITLE = 5


class Called(NamedTuple):
    """A person's name without title: its words for comparing, "jr" and the like, as written.

    title  what stood before it in the text, for comparing; ""
    """

    parts: tuple[str, ...]
    generation: str
    text: str
    title: str = ""

    @property
    def full(self) -> bool:
        """Whether it has a first name and a surname."""
        return len(self.parts) > 1

    @property
    def initial(self) -> bool:
        """Whether of the first name only an initial is given."""
        return len(self.parts[0]) == 1

    @property
    def joined(self) -> str:
        """The whole name without spaces and hyphens: Kim Jong-un is Kim Jong Un."""
        return "".join(self.parts).replace("-", "")


@lru_cache(maxsize=20_000)
def called(text: str) -> Called:
    """A person's name taken apart; titles, nicknames in marks and possessives are left out.

    >>> called("Senator Ron “Doc” Lee Jr.")
    Called(parts=('ron', 'lee'), generation='jr', text='Ron Lee Jr.', title='senator')
    """
    written = _POSSESSIVE.sub("", " ".join(_NICKNAME.sub("", text).split()))
    words = written.replace(",", " ").split()
    begin = 0
    while len(words) - begin > 1 and (more := _title_words(words[begin:])):
        begin += more
    title, words = comparable(" ".join(words[:begin])).replace(".", ""), words[begin:]
    ending = ""
    if len(words) > 1 and comparable(words[-1]).strip(".") in cues("generation"):
        ending = words.pop()
    parts = [p for word in words for p in comparable(word).replace(".", " ").split()]
    text = " ".join(filter(None, [*words, ending]))
    return Called(tuple(parts) or ("",), comparable(ending).strip("."), text, title)


def _title_words(words: list[str]) -> int:
    """How many of the first words are a title, or a nation before one; 0 if none."""
    for count in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1):
        if comparable(" ".join(words[:count])).replace(".", "") in titles():
            return count
    before = words[0].lower() in cues("title_prefix") | cues("before_title")
    return 1 if before or group_of(words[0]) else 0


@cache
def titles() -> dict[str, dict[str, str]]:
    """The rows of titles by the title: its style, and the gender that it tells, if any."""
    return {row["title"]: row for row in rows("titles")}


@cache
def kinship() -> dict[str, dict[str, str]]:
    """The rows of kinship by the word: gender and relation, if they tell."""
    return {row["word"]: row for row in rows("kinship")}


def gender_of_title(title: str) -> str:
    """male, female or "" of a title as written."""
    row = titles().get(comparable(title).replace(".", ""))
    return row["gender"] if row else ""


def gender_of_first(name: Called) -> str:
    """male, female or "" of a full name's first name."""
    return first_names().get(name.text.split()[0], "") if name.full else ""


@lru_cache(maxsize=20_000)
def skeleton(part: str) -> str:
    """A surname for comparing: Zelenskyy, Zelenskiy and Zelensky are written alike."""
    return re.sub(r"(?:iy|yy|ij|yi|ii|y|i)$", "y", part.replace("-", ""))


def compatible(one: Called, other: Called) -> bool:
    """Whether two full names with one surname may be one person's, generations aside."""
    first, second = one.parts[:-1], other.parts[:-1]
    inside = set(first) <= set(second) or set(second) <= set(first)
    if not (_same_first(first[0], second[0]) or inside):
        return False
    middles = [m[1:] for m in (first, second)]
    return not all(middles) or middles[0][0][0] == middles[1][0][0]


def generations_differ(one: Called, other: Called) -> bool:
    """Whether two names are of a father and a son: both say which, and say it differently."""
    return bool(one.generation and other.generation and one.generation != other.generation)


@lru_cache(maxsize=20_000)
def _same_first(one: str, other: str) -> bool:
    """Whether two first names may be one: the same, an initial, a nickname."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return not _nicknames().get(one, set()).isdisjoint(_nicknames().get(other, set()))


@cache
def _nicknames() -> dict[str, set[str]]:
    """The groups of first names that a name belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("nicknames"):
        found[row["name"]].add(row["group"])
    return dict(found)
