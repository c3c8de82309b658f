"""Which forms name one person: by surname, first name, title, and who was named last."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.mentions.forms import Answer, Form, comparable
from tellings.find.mentions.looks import cues, first_names, group_of
from tellings.lexicons import rows


class _Person:
    """The names that one person goes by."""

    def __init__(self, number: int):
        self.number = number
        self.names: Counter = Counter()
        self.articles: set[str] = set()
        self.titles: set[str] = set()
        self.genders: set[str] = set()
        self.last = -1

    def add(self, name: "Called", form: Form, order: int) -> None:
        self.names[name] += form.times
        self.articles.add(form.article)
        self.last = order
        self._hear(form.title)

    def _hear(self, title: str) -> None:
        if title:
            self.titles.add(comparable(title))
            gender = _gender(title)
            self.genders |= {gender} if gender else set()

    def gender(self) -> str:
        """male, female or "" if the titles, else the first name, do not tell."""
        genders = self.genders or {_first_gender(name) for name in self.names}
        return next(iter(genders)) if len(genders) == 1 else ""

    def best(self) -> str:
        """The fullest name, of the fullest the most frequent."""
        most = max(
            self.names, key=lambda n: (len(n.parts) > 1, self.names[n], len(n.parts), n.text)
        )
        return most.text


class Called(NamedTuple):
    """A person's name without title: its words for comparing, "jr" and the like, as written."""

    parts: tuple[str, ...]
    generation: str
    text: str


def surnames(forms: Sequence[Form]) -> frozenset[str]:
    """The surnames of the people whom a form names in full, for comparing."""
    full = (called(f.text) for f in forms if f.kind == "PERSON")
    return frozenset(skeleton(name.parts[-1]) for name in full if len(name.parts) > 1)


def linked(forms: list[Form]) -> list[Answer]:
    """The person behind each form."""
    names = [called(form.text) for form in forms]
    full = [k for k, name in enumerate(names) if len(name.parts) > 1]
    known = _Known()
    for k in sorted(full, key=lambda k: (_initial(names[k]), -len(names[k].parts), k)):
        known.meet(names[k], forms[k])
    chosen: list[_Person] = []
    for order, (name, form) in enumerate(zip(names, forms, strict=True)):
        person = known.of_full(name) if len(name.parts) > 1 else known.of_lone(name, form)
        person.add(name, form, order)
        chosen.append(person)
    return [Answer(f"person {p.number}", p.best(), "PERSON") for p in chosen]


class _Known:
    """The people met so far, by the words of their names."""

    def __init__(self) -> None:
        self.full: dict[tuple[str, str], _Person] = {}
        self.surname: dict[str, list[_Person]] = defaultdict(list)
        self.first: dict[str, list[_Person]] = defaultdict(list)
        self.lone: dict[tuple[str, str], _Person] = {}
        self.names_of: dict[int, list[Called]] = defaultdict(list)
        self.count = 0

    def meet(self, name: Called, form: Form) -> None:
        """Make the full name known, as a new person's or as another name of one."""
        joined = _joined(name)
        person = self.full.get(joined)
        if person is None:
            same = self.surname[skeleton(name.parts[-1])]
            fits = [p for p in same if self._fits(name, p)]
            fits = [p for p in fits if form.article in p.articles] or fits
            person = fits[0] if fits else self._new()
            self.full[joined] = person
            self.names_of[person.number].append(name)
            self._index(name, person)
        person.articles.add(form.article)
        person._hear(form.title)

    def _fits(self, name: Called, person: _Person) -> bool:
        """Whether the name may be the person's: it agrees with the first names so far."""
        agree = [_compatible(name, o) for o in self.names_of[person.number] if not _initial(o)]
        return any(agree) if _initial(name) else all(agree)

    def _new(self) -> _Person:
        self.count += 1
        return _Person(self.count)

    def _index(self, name: Called, person: _Person) -> None:
        for index, part in ((self.surname, skeleton(name.parts[-1])), (self.first, name.parts[0])):
            if person not in index[part]:
                index[part].append(person)

    def of_full(self, name: Called) -> _Person:
        return self.full[_joined(name)]

    def of_lone(self, name: Called, form: Form) -> _Person:
        """The person whom a lone name means; a new one if nobody is known by it."""
        part = name.parts[0] if name.parts else ""
        by_surname, by_first = self.surname.get(skeleton(part), []), self.first.get(part, [])
        for here in (True, False):
            for people in (by_surname, by_first):
                those = [p for p in people if form.article in p.articles or not here]
                if those:
                    return _likeliest(those, form, here)
        key = (skeleton(part), "")
        if key not in self.lone:
            self.lone[key] = self._new()
        return self.lone[key]


def _likeliest(people: list[_Person], form: Form, here: bool) -> _Person:
    """Of several people of one name the one whom title and nearness speak for."""
    if len(people) == 1:
        return people[0]
    elder = [p for p in people if not any(name.generation for name in p.names)]
    people = elder or people  # a bare "Trump" is not Donald Trump Jr.
    title, gender = comparable(form.title), _gender(form.title)
    if gender:
        people = [p for p in people if p.gender() in (gender, "")] or people
    elif title:
        people = [p for p in people if title in p.titles] or people
    if here:
        return max(people, key=lambda p: (p.last, -p.number))
    return max(people, key=lambda p: (len(p.articles), -p.number))


@cache
def called(text: str) -> Called:
    """A person's name taken apart; titles and possessives that came along are left out."""
    written = re.sub(r"['’]s?$", "", " ".join(text.split()))
    parts = written.replace(",", " ").split()
    while len(parts) > 1 and _is_title(parts):
        parts = parts[_is_title(parts) :]
    low = [comparable(p).strip(".") for p in parts]
    generation = ""
    while len(low) > 1 and low[-1] in cues("generation"):
        generation = low.pop()
        parts.pop()
    text = " ".join(parts) + (f" {written.split()[-1]}" if generation else "")
    return Called(tuple(low), generation, text)


def _is_title(parts: list[str]) -> int:
    """How many of the first words are a title, or a nation before one; 0 if none."""
    for count in range(min(5, len(parts) - 1), 0, -1):
        if comparable(" ".join(parts[:count])).replace(".", "") in _titles():
            return count
    return (
        1
        if group_of(parts[0]) or parts[0].lower() in ("former", "then", "the", "late", "ex")
        else 0
    )


@cache
def _titles() -> dict[str, str]:
    """Titles and the gender that they tell, if any."""
    return {row["title"]: row["gender"] for row in rows("titles")}


def _gender(title: str) -> str:
    return _titles().get(comparable(title).replace(".", ""), "")


def _first_gender(name: Called) -> str:
    given = first_names()
    return given.get(name.text.split()[0], "") if len(name.parts) > 1 else ""


def _initial(name: Called) -> bool:
    """Whether of the first name only an initial is given."""
    return len(name.parts[0]) == 1


def _joined(name: Called) -> tuple[str, str]:
    """The whole name without spaces and hyphens: Kim Jong-un is Kim Jong Un."""
    return "".join(name.parts).replace("-", ""), name.generation


@cache
def skeleton(part: str) -> str:
    """A surname for comparing: Zelenskyy, Zelenskiy and Zelensky are written alike."""
    return re.sub(r"(?:iy|yy|ij|yi|ii|y|i)$", "y", part.replace("-", ""))


def _compatible(one: Called, other: Called) -> bool:
    """Whether two full names with one surname may be one person's."""
    if one.generation != other.generation:
        return False
    first, second = one.parts[:-1], other.parts[:-1]
    if not (
        _same_first(first[0], second[0]) or set(first) <= set(second) or set(second) <= set(first)
    ):
        return False
    middles = [m[1:] for m in (first, second)]
    return not all(middles) or middles[0][0][0] == middles[1][0][0]


@cache
def _same_first(one: str, other: str) -> bool:
    """Whether two first names may be one: the same, an initial, a nickname."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(_nicknames().get(one, set()) & _nicknames().get(other, set()))


@cache
def _nicknames() -> dict[str, set[str]]:
    """The groups of first names that a name belongs to."""
    found = defaultdict(set)
    for row in rows("nicknames"):
        found[row["name"]].add(row["group"])
    return dict(found)
