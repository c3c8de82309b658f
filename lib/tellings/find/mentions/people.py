"""Which forms name one person: full names by their words, bare surnames by evidence.

A bare surname means who fits its title, its gender and its office; a relative ("his wife, Grace
Oduya") yields to who bears the name in his own right. Then counts whom the article named last, then
whom the event's other articles name. Where nothing decides, the name stays by itself.
"""

from collections import defaultdict
from collections.abc import Sequence

from tellings.find.mentions.bearers import Bearer, Evidence, evidence
from tellings.find.mentions.called import (
    Called,
    called,
    compatible,
    generations_differ,
    skeleton,
)
from tellings.find.mentions.forms import Answer, Form


def surnames(forms: Sequence[Form]) -> frozenset[str]:
    """The surnames of the people whom a form names in full, for comparing."""
    full = (called(f.text) for f in forms if f.kind == "PERSON")
    return frozenset(skeleton(name.parts[-1]) for name in full if name.full)


def linked(forms: Sequence[Form]) -> list[Answer]:
    """The person behind each form."""
    names = [called(form.text) for form in forms]
    full = [k for k, name in enumerate(names) if name.full]
    known = _Known(_namesakes(names, forms))
    chosen: dict[int, Bearer] = {}
    for k in sorted(full, key=lambda k: (names[k].initial, -len(names[k].parts), k)):
        chosen[k] = known.meet(names[k], forms[k])
    for k in full:
        chosen[k].add(names[k], forms[k], k)
    lone = [k for k in range(len(forms)) if k not in chosen]
    said = {k: evidence(forms[k], names[k]) for k in lone}
    for k in sorted(lone, key=lambda k: (not said[k].told, k)):  # first whom a title tells apart
        chosen[k] = known.of_lone(names[k], forms[k], said[k], k)
        chosen[k].hear(forms[k], said[k])
        chosen[k].add(names[k], forms[k], k)
    answers = {p: Answer(f"person {p.number}", p.best(), "PERSON") for p in set(chosen.values())}
    return [answers[chosen[k]] for k in range(len(forms))]


def _namesakes(names: Sequence[Called], forms: Sequence[Form]) -> set[tuple[str, str]]:
    """First name and surname of fathers and sons: one article names both, with and without Jr."""
    if not any(name.generation for name in names):
        return set()
    generations: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for name, form in zip(names, forms, strict=True):
        if name.full and name.generation in ("", "jr", "sr"):
            generations[form.article, *_ends(name)].add(name.generation)
    return {key[1:] for key, found in generations.items() if len(found) > 1}


def _ends(name: Called) -> tuple[str, str]:
    return name.parts[0], skeleton(name.parts[-1])


def _surnames(name: Called) -> list[str]:
    """What a full name's bearer may be called by alone: Ocasio-Cortez, and Ocasio."""
    last = name.parts[-1]
    half = last.partition("-")[0]
    return [skeleton(last)] + ([skeleton(half)] if 2 < len(half) < len(last) else [])


class _Known:
    """The people met so far, by the words of their names."""

    def __init__(self, namesakes: set[tuple[str, str]]) -> None:
        """Know only which names fathers and sons share."""
        self.namesakes = namesakes
        self.full: dict[tuple[str, str], Bearer] = {}
        self.surname: dict[str, list[Bearer]] = defaultdict(list)
        self.first: dict[str, list[Bearer]] = defaultdict(list)
        self.unresolved: dict[str, Bearer] = {}
        self.names_of: dict[int, list[Called]] = defaultdict(list)
        self.turned: dict[tuple[str, ...], Bearer] = {}
        self.count = 0

    def key(self, name: Called) -> tuple[str, str]:
        """What full names of one person have in common: the words, a Jr. where there are two."""
        shared = self.namesakes and _ends(name) in self.namesakes
        return name.joined, name.generation if shared else ""

    def meet(self, name: Called, form: Form) -> Bearer:
        """Make the full name known, as a new person's or as another name of one; the person."""
        key = self.key(name)
        if key not in self.full:
            last = _surnames(name)
            same = dict.fromkeys([person for part in last for person in self.surname[part]])
            fits = [p for p in same if self._fits(name, p)]
            fits = [p for p in fits if form.article in p.articles] or fits
            turned = (key[1], *sorted(name.parts))  # Jong Un Kim is Kim Jong Un
            person = fits[0] if fits else self.turned.get(turned) or self._new()
            self.full[key] = self.turned[turned] = person
            self.names_of[person.number].append(name)
            for part in last:
                self.surname[part] += [person] if person not in self.surname[part] else []
            first = self.first[name.parts[0]]
            first += [person] if person not in first else []
        self.full[key].hear(form, evidence(form, name))
        return self.full[key]

    def _fits(self, name: Called, person: Bearer) -> bool:
        """Whether the name may be the person's: it agrees with the first names so far."""
        others = self.names_of[person.number]
        if any(generations_differ(name, o) or self.key(name)[1] != self.key(o)[1] for o in others):
            return False
        agree = [compatible(name, o) for o in others if not o.initial]
        return any(agree) if name.initial else all(agree)

    def _new(self) -> Bearer:
        self.count += 1
        return Bearer(self.count)

    def of_lone(self, name: Called, form: Form, said: Evidence, order: int) -> Bearer:
        """The person whom a lone name means; one by itself where nothing decides."""
        part = name.parts[0]
        by_surname, by_first = self.surname.get(skeleton(part), []), self.first.get(part, [])
        for people in filter(None, (by_surname, by_first)):
            here = [p for p in people if form.article in p.articles and p.fits(said)]
            there = [p for p in people if form.article not in p.articles and p.fits(said)]
            here, there = _principals(*_holders(here, there, said, order))
            if here or there:
                person = _in_article(here, name, said, order) if here else _elsewhere(there, name)
                return person or self._by_itself(skeleton(part), said)
        return self._by_itself(skeleton(part), said)

    def _by_itself(self, part: str, said: Evidence) -> Bearer:
        """Somebody of this surname of whom only a title is known, or nothing."""
        if not said.told:
            if part not in self.unresolved:
                self.unresolved[part] = self._new()
            return self.unresolved[part]
        lone = [p for p in self.surname[part] if p.number not in self.names_of and p.fits(said)]
        person = lone[0] if lone else self._new()
        if not lone:
            self.surname[part].append(person)
        return person


def _holders(
    here: list[Bearer], there: list[Bearer], said: Evidence, order: int
) -> tuple[list[Bearer], list[Bearer]]:
    """Those who may be meant by the office that a form names, if it names one."""
    if not said.office:
        return here, there
    held = lambda p: p.office if said.governs else said.title in p.titles  # noqa: E731
    holders = [p for p in here if held(p)]
    if holders or any(held(p) for p in there):
        return holders, [p for p in there if held(p)]
    if said.governs:  # a Bush of whom no office is told is not yet known, or not he
        here = [p for p in here if p.last_before(order) >= 0]
    return [p for p in here if not p.relative], [p for p in there if not p.relative]


def _principals(here: list[Bearer], there: list[Bearer]) -> tuple[list[Bearer], list[Bearer]]:
    """Those who bear the name in their own right; relatives only where there is nobody else."""
    own, others = [p for p in here if not p.relative], [p for p in there if not p.relative]
    return (own, others) if own or others else (here, there)


def _in_article(people: list[Bearer], name: Called, said: Evidence, order: int) -> Bearer | None:
    """Of several people of an article the one whom a bare name means, if that can be told."""
    if len(people) == 1:
        return people[0]
    people = _of_generation(people, name)
    people = [p for p in people if said.title and said.title in p.titles] or people
    holders = [p for p in people if p.office]
    if len(people) > 1 and len(holders) == 1:
        return holders[0]
    last = sorted(people, key=lambda p: p.last_before(order))
    nearest = [p for p in people if p.last_before(order) == last[-1].last_before(order)]
    return nearest[0] if len(nearest) == 1 else None


def _elsewhere(people: list[Bearer], name: Called) -> Bearer | None:
    """Of several people whom other articles name the one that most of them do."""
    if len(people) == 1:
        return people[0]
    people = _of_generation(people, name)
    most = max(len(p.articles) for p in people)
    often = [p for p in people if len(p.articles) == most]
    return often[0] if len(often) == 1 else None


def _of_generation(people: list[Bearer], name: Called) -> list[Bearer]:
    """The sons where the name has a Jr.; else those without: a bare Trump is not Trump Jr."""
    return [p for p in people if p.younger is bool(name.generation)] or people
