"""Which names stand for one entity: names of an article, or of an event, in; a name for each out.

People are linked by surname, others by lists, initials and common endings. Everything is indexed by
surname or by key, so that the work grows with the number of names, not with its square.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.words import first_names, group_of
from tellings.lexicons import rows, words
from tellings.read.characters import plain


class Form(NamedTuple):
    """A name as one article uses it: the article, its words, kind and title, how often.

    sure  whether the kind is; a guess yields to a person of that surname
    """

    article: str
    text: str
    kind: str
    title: str
    times: int
    sure: bool = True


class Answer(NamedTuple):
    """What a form stands for: a key that is one entity's alone, its best name, its kind."""

    key: str
    name: str
    kind: str


def link(forms: Sequence[Form]) -> list[Answer]:
    """The entity of each form, in the forms' order, which is the order of reading.

    People: titles are left out; full names first, the longest first; two are one person when the
    surname is the same and the first names agree (the same, an initial, a nickname). A lone name
    is linked inside its article by surname, then as a first name ("Kim"); where several people
    share it, its title decides, then who was named last before it; then the event's other articles.
    Bodies and places: the list's name, an acronym's expansion, a longer name with the same end.
    """
    known = {
        _skeleton(_called(f.text).parts[-1]) for f in forms if f.kind == "PERSON" and " " in f.text
    }
    person = [f.kind == "PERSON" or not f.sure and _skeleton(fold(f.text)) in known for f in forms]
    people = [k for k, is_one in enumerate(person) if is_one]
    others = [k for k, is_one in enumerate(person) if not is_one]
    found = {}
    for these, of in ((people, _people), (others, _others)):
        found |= dict(zip(these, of([forms[k] for k in these]), strict=True))
    return [found[k] for k in range(len(forms))]


def fold(text: str) -> str:
    """The text for comparing: lower case, no accents, plain marks."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", plain(text))
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(text.lower().split())


# --- people ---------------------------------------------------------------------------------------
class _Person:
    """The names that one person goes by."""

    def __init__(self, number: int):
        self.number = number
        self.names: Counter = Counter()
        self.articles: set[str] = set()
        self.titles: set[str] = set()
        self.genders: set[str] = set()
        self.last = -1

    def add(self, name: "_Called", form: Form, order: int) -> None:
        self.names[name] += form.times
        self.articles.add(form.article)
        self.last = order
        self._hear(form.title)

    def _hear(self, title: str) -> None:
        if title:
            self.titles.add(fold(title))
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


class _Called(NamedTuple):
    """A person's name without title: its words for comparing, "jr" and the like, as written."""

    parts: tuple[str, ...]
    generation: str
    text: str


def _people(forms: list[Form]) -> list[Answer]:
    """The person behind each form."""
    names = [_called(form.text) for form in forms]
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

    def __init__(self):
        self.full: dict[tuple[str, str], _Person] = {}
        self.surname: dict[str, list[_Person]] = defaultdict(list)
        self.first: dict[str, list[_Person]] = defaultdict(list)
        self.lone: dict[tuple[str, str], _Person] = {}
        self.called: dict[int, list[_Called]] = defaultdict(list)
        self.count = 0

    def meet(self, name: _Called, form: Form) -> None:
        """Make the full name known, as a new person's or as another name of one."""
        joined = _joined(name)
        person = self.full.get(joined)
        if person is None:
            same = self.surname[_skeleton(name.parts[-1])]
            fits = [p for p in same if self._fits(name, p)]
            fits = [p for p in fits if form.article in p.articles] or fits
            person = fits[0] if fits else self._new()
            self.full[joined] = person
            self.called[person.number].append(name)
            self._index(name, person)
        person.articles.add(form.article)
        person._hear(form.title)

    def _fits(self, name: _Called, person: _Person) -> bool:
        """Whether the name may be the person's: it agrees with the first names so far."""
        agree = [_compatible(name, o) for o in self.called[person.number] if not _initial(o)]
        return any(agree) if _initial(name) else all(agree)

    def _new(self) -> _Person:
        self.count += 1
        return _Person(self.count)

    def _index(self, name: _Called, person: _Person) -> None:
        for index, part in ((self.surname, _skeleton(name.parts[-1])), (self.first, name.parts[0])):
            if person not in index[part]:
                index[part].append(person)

    def of_full(self, name: _Called) -> _Person:
        return self.full[_joined(name)]

    def of_lone(self, name: _Called, form: Form) -> _Person:
        """The person whom a lone name means; a new one if nobody is known by it."""
        part = name.parts[0] if name.parts else ""
        by_surname, by_first = self.surname.get(_skeleton(part), []), self.first.get(part, [])
        for here in (True, False):
            for people in (by_surname, by_first):
                those = [p for p in people if form.article in p.articles or not here]
                if those:
                    return _likeliest(those, form, here)
        key = (_skeleton(part), "")
        if key not in self.lone:
            self.lone[key] = self._new()
        return self.lone[key]


def _likeliest(people: list[_Person], form: Form, here: bool) -> _Person:
    """Of several people of one name the one whom title and nearness speak for."""
    if len(people) == 1:
        return people[0]
    title, gender = fold(form.title), _gender(form.title)
    if gender:
        people = [p for p in people if p.gender() in (gender, "")] or people
    elif title:
        people = [p for p in people if title in p.titles] or people
    if here:
        return max(people, key=lambda p: (p.last, -p.number))
    return max(people, key=lambda p: (len(p.articles), -p.number))


@cache
def _called(text: str) -> _Called:
    """A person's name taken apart; titles and possessives that came along are left out."""
    written = re.sub(r"['’]s?$", "", " ".join(text.split()))
    parts = written.replace(",", " ").split()
    while len(parts) > 1 and _is_title(parts):
        parts = parts[_is_title(parts) :]
    low = [fold(p).strip(".") for p in parts]
    generation = ""
    while len(low) > 1 and low[-1] in words("name_cues", place="generation"):
        generation = low.pop()
        parts.pop()
    text = " ".join(parts) + (f" {written.split()[-1]}" if generation else "")
    return _Called(tuple(low), generation, text)


def _is_title(parts: list[str]) -> int:
    """How many of the first words are a title, or a nation before one; 0 if none."""
    for count in range(min(5, len(parts) - 1), 0, -1):
        if fold(" ".join(parts[:count])).replace(".", "") in _titles():
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
    return _titles().get(fold(title).replace(".", ""), "")


def _first_gender(name: _Called) -> str:
    given = first_names()
    return given.get(name.text.split()[0], "") if len(name.parts) > 1 else ""


def _initial(name: _Called) -> bool:
    """Whether of the first name only an initial is given."""
    return len(name.parts[0]) == 1


def _joined(name: _Called) -> tuple[str, str]:
    """The whole name without spaces and hyphens: Kim Jong-un is Kim Jong Un."""
    return "".join(name.parts).replace("-", ""), name.generation


@cache
def _skeleton(part: str) -> str:
    """A surname for comparing: Zelenskyy, Zelenskiy and Zelensky are written alike."""
    return re.sub(r"(?:iy|yy|ij|yi|ii|y|i)$", "y", part.replace("-", ""))


def _compatible(one: _Called, other: _Called) -> bool:
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


# --- bodies, places, peoples ----------------------------------------------------------------------
def _others(forms: list[Form]) -> list[Answer]:
    """The entity behind each form that is no person."""
    keys = [_key(form) for form in forms]
    counts: dict[str, Counter] = defaultdict(Counter)
    for key, form in zip(keys, forms, strict=True):
        counts[key][_listed_name(form) or form.text] += form.times
    bodies = list(dict.fromkeys(k for k, f in zip(keys, forms, strict=True) if f.kind == "ORG"))
    into = _acronyms(bodies) | _tails(bodies) | _heads(bodies)
    answers = []
    for key in keys:
        while key in into:
            key = into[key]
        answers.append(key)
    for key, end in zip(keys, answers, strict=True):
        if key != end and not _short(key, counts):
            counts[end] += counts.pop(key, Counter())
    return [
        Answer(key, _best(counts[key]), form.kind) for key, form in zip(answers, forms, strict=True)
    ]


def _best(names: Counter) -> str:
    """The most frequent name, of equals the longest."""
    return max(names, key=lambda n: (names[n], len(n), n))


def _short(key: str, counts: dict) -> bool:
    """Whether a name is an acronym, which never names the entity once its expansion is known."""
    return all(name.replace(".", "").isupper() for name in counts[key])


@cache
def _key(form: Form) -> str:
    """What a name is compared by: the list's entity, else its words without endings."""
    listed = _listed_name(form)
    if form.kind == "NORP":
        return "people " + fold(listed or re.sub(r"(?<=[^s])s$", "", form.text))
    if listed:
        return fold(listed)
    parts = fold(re.sub(r"^[Tt]he\s+", "", form.text)).replace(".", "").replace("-", " ").split()
    if form.kind == "ORG":
        while len(parts) > 1 and parts[-1] in words("name_cues", place="company"):
            if parts[-1] == "group" and len(parts) > 2:
                break
            parts.pop()
        for country in (["us"], ["uk"], ["united", "states"], ["united", "kingdom"]):
            if parts[: len(country)] == country and len(parts) > len(country) + 1:
                parts = parts[len(country) :]
        if len(parts) > 2 and parts[1] == "of":  # Ministry of Health: Health Ministry
            if parts[0] in ("ministry", "department"):
                parts = [p for p in parts[2:] if p != "the"] + parts[:1]
    return " ".join(parts)


@cache
def _listed_name(form: Form) -> str:
    """The name under which the lists know this one, "" if they do not."""
    text = plain(form.text).replace(".", "")
    if form.kind == "NORP":
        row = group_of(text)
        return row["group"] if row else ""
    for name in (
        text,
        re.sub(r"^[Tt]he ", "", text),
        re.sub(r"^(?:US|United States|UK) ", "", text),
    ):
        if name in _aliases():
            return _aliases()[name]
    return ""


@cache
def _aliases() -> dict[str, str]:
    return {row["name"].replace(".", ""): row["entity"] for row in rows("known_names")}


def _acronyms(keys: list[str]) -> dict[str, str]:
    """Acronyms among the names, each with the longer name whose initials it is."""
    small = words("name_cues", place="small")
    initials: dict[str, str] = {}
    for key in keys:
        parts = key.split()
        if len(parts) > 1:
            initials.setdefault("".join(p[0] for p in parts if p not in small), key)
            initials.setdefault("".join(p[0] for p in parts), key)
    return {k: initials[k] for k in keys if " " not in k and k in initials}


def _tails(keys: list[str]) -> dict[str, str]:
    """Names of two words or more that end exactly one longer name: they are that name."""
    ends: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        parts = key.split()
        for cut in range(1, len(parts) - 1):
            ends[" ".join(parts[cut:])].add(key)
    return {k: next(iter(ends[k])) for k in keys if len(ends.get(k, ())) == 1}


def _heads(keys: list[str]) -> dict[str, str]:
    """Names of one word that begin exactly one longer name; its rest says only what it is."""
    generic = words("name_cues", place="ending", kind="ORG")
    starts: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        first, *rest = key.split()
        if rest and all(
            part in generic or part in words("name_cues", place="small") for part in rest
        ):
            starts[first].add(key)
    return {k: next(iter(starts[k])) for k in keys if " " not in k and len(starts.get(k, ())) == 1}
