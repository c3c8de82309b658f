"""Places of what is counted: a number's place in its sentence in, where the things are out."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Any

from tellings.find.claims import measures
from tellings.find.claims.neighbours import function, role
from tellings.lexicons import listed, rows
from tellings.text.characters import plain
from tellings.text.tokens import Words

_REACH = 25  # words before a number in which a place is looked for
_RELATIVE = 12  # words of a relative clause between commas
_NAME = 4  # words of the longest place
_NAMED = rf"[A-Z][\w-]+(?: [A-Z][\w-]+){{0,{_NAME - 1}}}"


class Places:
    """The places of one article, with what "the city" stands for in it."""

    def __init__(self, sentences: Sequence[Any]):
        """sentences: the article's Sentence rows."""
        self._sentences = sentences

    @cached_property
    def introduced(self) -> dict[str, str]:
        """ "city" -> "Rafah": what "the city" stands for, by how the article introduced it."""
        found: dict[str, str] = {}
        for sentence in self._sentences:
            text = plain(sentence.text)
            if not any(word in text for word in role("place class")):
                continue  # as nine in ten; asked first, since the patterns try every capital
            for told in _of_name().finditer(text):
                found.setdefault(told.group(1), told.group(2))
            for told in _name_is().finditer(text):
                if name := _without_opener(told.group(1)):
                    found.setdefault(told.group(2), name)
        return found

    def before(self, said: Words, i: int) -> str:
        """The nearest place before word i, past ", which …,"."""
        floor = max(i - _REACH, 0)
        while i > floor:
            i -= 1
            opener = _relative_before(said, i) if said.low[i] == "," else 0
            if opener:
                i = opener
                continue
            if said.low[i] in role("place class") and "the" in said.low[max(i - 4, 0) : i]:
                return self.introduced.get(said.low[i], "")
            if said.capital(i) and not said.capital(i - 1):
                place = _name(said, i)[0]
                if place:
                    return place
        return ""

    def at(self, said: Words, i: int) -> str:
        """The place whose words begin at i: a name, or "the city" for the one so introduced."""
        first = i
        while i < first + 5 and said.at(i)[:1].isalpha() and said.written[i][0].islower():
            if said.low[i] in role("place class"):
                return self.introduced.get(said.low[i], "")
            if said.low[i] in function() and said.low[i] != "the":
                return ""
            i += 1
        if not said.at(i):
            return ""
        place, last = _name(said, i)
        if said.at(last) in role("place class") and first < i:
            return self.introduced.get(said.low[last], "") or place
        return place


def _relative_before(said: Words, comma: int) -> int:
    """The comma that opens the relative clause which ends at `comma`; 0 for any other comma."""
    words = range(comma - 1, max(comma - _RELATIVE, 0) - 1, -1)
    last = next((j for j in words if said.low[j] in role("relative of a place")), 0)
    return last - 1 if said.at(last - 1) == "," else 0


@cache
def _of_name() -> re.Pattern[str]:
    """ "the city of Rafah", "the port of Le Havre"."""
    return re.compile(rf"\b({_classes()}) of ({_NAMED})")


@cache
def _name_is() -> re.Pattern[str]:
    """ "Rafah, the southern Gaza city"."""
    article = r"(?:the|a|an)"
    return re.compile(
        rf"({_NAMED})[,.]?['\"]?,? {article} (?:[\w'-]+ ){{0,4}}({_classes()})\b(?!'s)"
    )


def _without_opener(name: str) -> str:
    """A name without the small words before it that open a sentence: "In Le Havre"."""
    words = name.split()
    while words and words[0].lower() in function():
        words = words[1:]
    return " ".join(words)


def _classes() -> str:
    return "|".join(sorted(role("place class")))


def _name(said: Words, i: int) -> tuple[str, int]:
    """The name of a place at word i and where it ends; "" for a month or an adjective."""
    last = i
    while said.capital(last) and not said.low[last].endswith("'s"):
        last += 1
    name = said.said(i, last) if last > i else ""
    behind = said.at(last) or "."
    if not name or last - i > _NAME or (behind.endswith("'s") and said.capital(last)):
        return "", last
    if behind in role("place class"):
        return name, last
    if behind[0].isalpha() and not (behind in function() or behind in _follows_a_place()):
        return "", last
    low = name.lower()
    day = low.split()[0] in listed("calendar")  # "On Monday Ann Lee said 30 were killed"
    if day or low in measures.demonyms() or low in function():
        return "", last
    return _known_places().get(name, name), last


@cache
def _follows_a_place() -> frozenset[str]:
    """Words that go on behind a place without making it an adjective."""
    return listed("noun_phrase_ends") | role("behind a place")


@cache
def _known_places() -> dict[str, str]:
    """Names of places as the corpus-wide list merges them: "Gaza Strip" -> "Gaza"."""
    return {r["name"]: r["entity"] for r in rows("known_names") if r["kind"] == "PLACE"}
