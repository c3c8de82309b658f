"""Keys: a number and its sentence in, the quantity spoken of ("people killed in Gaza") out."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.claims import forecasts, numbers, units
from tellings.lexicons import listed, rows
from tellings.text import inflection
from tellings.text.characters import plain
from tellings.text.tokens import Words

_AHEAD, _BACK = 14, 10  # words of the clause behind and before a number that tell what it counts
_BREAKS = frozenset(', ; : ( ) " — – …'.split())


class What(NamedTuple):
    """What a number speaks of.

    key      the quantity, "" if the text does not tell it
    unit     what is counted where no noun stands behind the number ("the toll will top 100,000")
    subject  the words of the text for it
    horizon  the day or month (ISO) that a forecast speaks of, "" if none
    """

    key: str
    unit: str
    subject: str
    horizon: str


class _Sense(NamedTuple):
    """What is said of the things counted: the word at index `at`."""

    sense: str
    at: int


class Article:
    """The quantities of one article, asked for in the order of its text."""

    def __init__(self, sentences: Sequence, anchor=None):
        self.sentences, self.anchor = sentences, anchor
        self.places: dict[str, str] = {}  # sense -> the place it was last said of
        self.last: tuple[int, str, What] | None = (
            None  # sentence, base key and What of the number before
        )
        self.introduced: dict[str, str] | None = None

    def quantity(self, n: int, said: Words, quantity, status: str) -> What:
        """What the quantity of sentence n speaks of."""
        base, unit = self._base(n, said, quantity)
        horizon = key = ""
        if status == "forecast":
            horizon = forecasts.horizon(said, quantity.last, self.anchor) or self._carried(n)
            condition = forecasts.condition(said, quantity.last)
            key = base and ", ".join([base, " ".join(["forecast", condition]).strip()])
        what = What(key or base, unit, _subject(said, quantity), horizon)
        self.last = (n, base, what)
        return what

    def _carried(self, n: int) -> str:
        """The horizon of the forecast before, in the same sentence."""
        return self.last[2].horizon if self.last and self.last[0] == n else ""

    def _base(self, n: int, said: Words, quantity) -> tuple[str, str]:
        """The key but for a forecast's condition, and the unit where none stands behind it."""
        kind = quantity.unit.kind if quantity.unit else ""
        if quantity.form == "rank":
            return _rank(said, quantity), ""
        if kind == "duration":
            return _length(said, quantity), ""
        if kind not in ("", "cardinal") or quantity.form == "share":
            return "", ""
        return self._count(n, said, quantity)

    def _count(self, n: int, said: Words, quantity) -> tuple[str, str]:
        """The key of things counted: noun, what is said of them, place."""
        sense = _sense(said, quantity)
        unit = quantity.unit.unit if quantity.unit else ""
        if not unit:
            if self.last and self.last[0] == n and _pronoun_before(said, quantity.first):
                return self.last[1], self.last[2].unit
            if not sense or not _of_people(said, quantity, sense):
                return "", ""
            unit = "person"
        place = self._place(said, quantity, sense)
        if sense and not place and not quantity.unit:  # "the death toll": the one spoken of before
            place = self.places.get(sense.sense, "")
        if sense and place:
            self.places[sense.sense] = place
        told = sense.sense if sense and sense.sense != "in" else _participle(said, quantity.last)
        if not told and not place:
            return "", "" if quantity.unit else unit
        people = sense and sense.sense in _people() and quantity.beyond <= sense.at < quantity.last
        noun = inflection.plural("person" if people else unit)  # "300 deaths" are people killed
        parts = [noun, told, f"in {place}" if place else ""]
        return " ".join(p for p in parts if p), "" if quantity.unit else unit

    def _place(self, said: Words, quantity, sense: _Sense | None) -> str:
        """Where the things counted are: behind the number, else the subject of "hosts"."""
        last = _clause_end(said, quantity.last) if sense else min(quantity.last + 1, len(said.low))
        for i in range(quantity.last, last):
            if said.low[i] == "there":
                return self._before(said, quantity.first)
            if said.low[i] in _prepositions():
                place = self._at(said, i + 1)
                if place:
                    return place
        if sense and sense.sense == "in" and sense.at < quantity.first:
            return self._before(said, sense.at)
        return (
            self._at(said, 1) if said.low[0] in _prepositions() and quantity.first < _AHEAD else ""
        )

    def _before(self, said: Words, i: int) -> str:
        """The nearest place before word i, past ", which …,"."""
        floor = max(i - 25, 0)
        while i > floor:
            i -= 1
            if said.low[i] == ",":
                relative = [
                    j for j in range(max(i - 12, 0), i) if said.low[j] in ("which", "who", "where")
                ]
                if relative and said.low[relative[-1] - 1] == ",":
                    i = relative[-1] - 1
                    continue
            if said.low[i] in _classes() and "the" in said.low[max(i - 4, 0) : i]:
                return self._introduced().get(said.low[i], "")
            if said.written[i][0].isupper() and (i == 0 or not said.written[i - 1][0].isupper()):
                place = _name(said, i)[0]
                if place:
                    return place
        return ""

    def _at(self, said: Words, i: int) -> str:
        """The place whose words begin at i: a name, or "the city" for the one so introduced."""
        first = i
        while (
            i < min(first + 5, len(said.low))
            and said.low[i][0].isalpha()
            and said.written[i][0].islower()
        ):
            if said.low[i] in _classes():
                return self._introduced().get(said.low[i], "")
            if said.low[i] in listed("function_words") and said.low[i] != "the":
                return ""
            i += 1
        if i >= len(said.low):
            return ""
        place, last = _name(said, i)
        if last < len(said.low) and said.low[last] in _classes() and first < i:
            return self._introduced().get(said.low[last], "") or place
        return place

    def _introduced(self) -> dict[str, str]:
        """ "city" -> "Rafah": what "the city" stands for, by how the article introduced it."""
        if self.introduced is None:
            self.introduced = {}
            for sentence in self.sentences:
                text = plain(sentence.text)
                for found in _introductions()[0].finditer(text):
                    self.introduced.setdefault(found.group(1), found.group(2))
                for found in _introductions()[1].finditer(text):
                    self.introduced.setdefault(found.group(2), found.group(1))
        return self.introduced


@cache
def _classes() -> frozenset[str]:
    return listed("number_neighbours", role="place class")


@cache
def _prepositions() -> frozenset[str]:
    return listed("number_neighbours", role="place preposition")


@cache
def _introductions() -> tuple[re.Pattern, re.Pattern]:
    """How a text introduces a place: "the city of Rafah"; "Rafah, the southern Gaza city"."""
    classes = "|".join(sorted(_classes()))
    is_one = rf"([A-Z][\w-]+)[,.]?['\"]?,? (?:the|a|an) (?:[\w'-]+ ){{0,4}}({classes})\b"
    return re.compile(rf"\b({classes}) of ([A-Z][\w'-]+)"), re.compile(is_one)


@cache
def _senses() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> the phrases that tell what is said of people or things, longest first."""
    found: dict[str, list] = {}
    for row in rows("claim_keys"):
        parts = tuple(row["words"].split())
        found.setdefault(parts[0], []).append((parts, row["sense"]))
    return {word: sorted(given, key=lambda g: -len(g[0])) for word, given in found.items()}


def _of_people(said: Words, quantity, sense: _Sense) -> bool:
    """Whether a bare number counts people: "killed 300", "300 were killed", "a toll of 300"."""
    if sense.sense not in _people() or quantity.form == "share" or quantity.low % 1:
        return False
    gap = said.low[sense.at + 1 : quantity.first] or said.low[quantity.last : sense.at]
    return len(gap) < 5 and not any(w[0].isdecimal() or w in ("year", "years", "age") for w in gap)


@cache
def _people() -> frozenset[str]:
    """Senses that are said of people, so that a bare number with one counts people."""
    return frozenset(r["sense"] for r in rows("claim_keys") if r["unit"] == "person") - {"in"}


def _clause_end(said: Words, i: int) -> int:
    """Where the clause that goes on at word i ends: at a mark, or at the next number."""
    for j in range(i, min(i + _AHEAD, len(said.low))):
        if said.low[j] in _BREAKS or said.low[j] == "." or said.low[j][0].isdecimal():
            return j
    return min(i + _AHEAD, len(said.low))


def _sense(said: Words, quantity) -> _Sense | None:
    """The nearest word of lexicons/claim_keys.csv in the clause of a quantity."""
    near = []
    for i in range(quantity.beyond, _clause_end(said, quantity.last)):
        sense = _sense_at(said, i)
        if sense and not _acts(said, quantity, i):
            near.append((max(i - quantity.last, 0), _Sense(sense, i)))
            break
    for i in range(quantity.first - 1, max(quantity.first - _BACK, -1), -1):
        if said.low[i] in _BREAKS:
            break
        sense = _sense_at(said, i)
        if sense:
            near.append((quantity.first - i, _Sense(sense, i)))
            break
    return min(near, key=lambda found: found[0])[1] if near else None


def _acts(said: Words, quantity, i: int) -> bool:
    """Whether the verb at i is what the things counted do: "two men that killed 14"."""
    if i < quantity.last:
        return False
    active = said.low[i - 1] in ("that", "which", "who", "have", "had", "has", "also")
    return active and i + 1 < len(said.low) and numbers.begins(said.low[i + 1])


def _sense_at(said: Words, i: int) -> str:
    for parts, sense in _senses().get(said.low[i], ()):
        if tuple(said.low[i : i + len(parts)]) == parts:
            return sense
    return ""


def _participle(said: Words, i: int) -> str:
    """What was done to the things counted: the participle of the passive behind them."""
    passive = False
    for word in said.low[i : min(i + 5, _clause_end(said, i))]:
        if passive and inflection.is_participle(word):
            return word
        passive = passive or word in ("is", "are", "was", "were", "been", "being", "be")
    return ""


def _pronoun_before(said: Words, first: int) -> bool:
    """Whether "it" or "the figure" is the subject before word `first` ("it will be higher …")."""
    return not {"it", "figure", "number", "toll"}.isdisjoint(said.low[max(first - 5, 0) : first])


def _name(said: Words, i: int) -> tuple[str, int]:
    """The name of a place at word i and where it ends; "" for a month or an adjective."""
    last = i
    while (
        last < len(said.low)
        and said.written[last][0].isupper()
        and not said.low[last].endswith("'s")
    ):
        last += 1
    name = said.text[said.start[i] : said.end[last - 1]] if last > i else ""
    behind = said.low[last] if last < len(said.low) else "."
    if not name or last - i > 4 or behind.endswith("'s") and said.written[last][0].isupper():
        return "", last
    if (
        behind[0].isalpha()
        and behind not in listed("function_words")
        and behind not in _follows_a_place()
    ):
        return ("", last) if behind not in _classes() else (name, last)
    low = name.lower()
    if low in listed("calendar") or low in units.demonyms() or low in listed("function_words"):
        return "", last
    return _known_places().get(name, name), last


@cache
def _follows_a_place() -> frozenset[str]:
    """Words that go on behind a place without making it an adjective."""
    return listed("noun_phrase_ends") | {
        "alone",
        "so",
        "during",
        "amid",
        "last",
        "this",
        "alive",
        "every",
    }


@cache
def _known_places() -> dict[str, str]:
    """Names of places as the corpus-wide list merges them: "Gaza Strip" -> "Gaza"."""
    return {r["name"]: r["entity"] for r in rows("known_names") if r["kind"] == "PLACE"}


def _rank(said: Words, quantity) -> str:
    """ "rank of the meeting" for "the first round of talks"."""
    for i in range(quantity.beyond, min(quantity.last + 3, len(said.low))):
        event = _events().get(said.low[i])
        if event:
            return f"rank of the {event}"
    return ""


def _length(said: Words, quantity) -> str:
    """ "length of the meeting" for "a two-hour discussion"; "" for "two weeks ago"."""
    behind = said.low[quantity.last] if quantity.last < len(said.low) else ""
    if behind in listed("number_neighbours", role="time left open"):
        return ""
    inside = range(quantity.beyond, quantity.last)
    ahead = range(quantity.last, min(_clause_end(said, quantity.last), quantity.last + 7))
    back = range(quantity.first - 1, max(quantity.first - 8, -1), -1)
    for i in [*inside, *ahead, *back]:
        if i < quantity.first and said.low[i] in _BREAKS:
            break
        if said.low[i] in _events():
            return f"length of the {_events()[said.low[i]]}"
    return ""


def event_near(said: Words, at: int, reach: int) -> str:
    """The event that a day at word `at` is said of: "the meeting on Monday", "Monday's talks".

    "" where a reporting verb or a statement stands nearer: that is the day of the saying.
    """
    near = range(at + 1, min(at + 4, len(said.low)))
    far = range(at + 4, min(at + reach, len(said.low)))
    for i in [*near, *range(at - 1, max(at - reach, -1), -1), *far]:
        if said.low[i] in _events():
            return _events()[said.low[i]]
        if i < at and said.low[i] in listed("reporting_verbs") | {"statement", "readout", "report"}:
            return ""
    return ""


@cache
def _events() -> dict[str, str]:
    return {r["word"]: r["event"] for r in rows("lasting_events")}


def _subject(said: Words, quantity) -> str:
    """What is counted, in the text's words: the noun and what follows it in its clause."""
    back = [i for i in range(max(quantity.first - 6, 0), quantity.first) if _sense_at(said, i)]
    if back and quantity.unit is None:
        return said.text[said.start[back[0]] : said.end[back[-1]]]
    first = max(quantity.unit.noun if quantity.unit else 0, quantity.beyond)
    last = min(_clause_end(said, max(quantity.last, first)), first + 10)
    return said.text[said.start[first] : said.end[last - 1]].strip(" -") if last > first else ""
