"""A person as the forms of a name make him known, and what a form says of whom it means."""

from bisect import bisect_left, insort
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.find.mentions.called import (
    Called,
    gender_of_first,
    gender_of_title,
    kinship,
    titles,
)
from tellings.find.mentions.forms import Form, comparable
from tellings.lexicons import listed

# Titles of these styles are held by one person of a name at a time; "Mr." or "actor" are not.
_OFFICES = ("office", "royal", "military", "letters")


class Evidence(NamedTuple):
    """What a form says of its bearer beside the name: a title, whether it is an office, gender.

    governs  whether it is of an administration: "the Bush administration"
    """

    title: str
    office: bool
    gender: str
    governs: bool

    @property
    def told(self) -> bool:
        """Whether it can tell two people of one name apart."""
        return self.office or bool(self.gender)


def evidence(form: Form, name: Called) -> Evidence:
    """What a form says of its bearer beside the name."""
    return _evidence(form.title, name.title, form.sense == "administration", form.kin)


@lru_cache(maxsize=10_000)
def _evidence(written: str, inside: str, governs: bool, kin: str) -> Evidence:
    """What a title as written, or inside the name, and a kinship word say."""
    title = comparable(written).replace(".", "") or inside
    gender = gender_of_title(title) or (kinship()[kin]["gender"] if kin else "")
    return Evidence(title, governs or _is_office(title), gender, governs)


@cache
def _is_office(title: str) -> bool:
    """Whether a title is an office; "first lady" and the like are none."""
    row = titles().get(title) or titles().get(title.partition(" ")[2])
    return row is not None and row["style"] in _OFFICES and title not in kinship()


class Bearer:
    """The names that one person goes by, with titles, gender and the places where he is named."""

    def __init__(self, number: int) -> None:
        """A person whom nothing is known of yet."""
        self.number = number
        self.names: dict[Called, int] = defaultdict(int)
        self.articles: set[str] = set()
        self.titles: set[str] = set()
        self.genders: set[str] = set()
        self.office = self.kin = False
        self.places: list[tuple[int, int]] = []

    def add(self, name: Called, form: Form, order: int) -> None:
        """Note a form that means this person, and where it stands."""
        self.names[name] += form.times
        insort(self.places, (order, form.sentence))

    def hear(self, form: Form, said: Evidence) -> None:
        """Note what a form says of this person."""
        self.articles.add(form.article)
        self.office |= said.office
        if form.kin or said.title:
            family = listed("kinship", relation="family")
            self.kin |= form.kin in family or said.title in family
        if said.title:
            self.titles.add(said.title)
        if said.gender:
            self.genders.add(said.gender)

    @property
    def relative(self) -> bool:
        """Whether he is named as somebody's relative and holds no office of his own."""
        return self.kin and not self.office

    @property
    def gender(self) -> str:
        """male, female or "" if the titles, else the first name, do not tell."""
        genders = self.genders or {gender_of_first(name) for name in self.names}
        return next(iter(genders)) if len(genders) == 1 else ""

    @property
    def younger(self) -> bool:
        """Whether a name of his says that he is a Jr."""
        return any(name.generation for name in self.names)

    def fits(self, said: Evidence) -> bool:
        """Whether nothing that a form says speaks against this person."""
        return not said.gender or self.gender in ("", said.gender)

    def last_before(self, order: int) -> int:
        """The sentence of his last place before a form, -1 if there is none."""
        at = bisect_left(self.places, (order, 0))
        return self.places[at - 1][1] if at else -1

    def best(self) -> str:
        """The fullest name, of the fullest the most frequent, of these the plainest."""
        if len(self.names) == 1:
            return next(iter(self.names)).text
        plain = lambda n: (not any(len(p) == 1 for p in n.parts), not n.generation)  # noqa: E731
        order = lambda n: (n.full, self.names[n], plain(n), len(n.parts), n.text)  # noqa: E731
        return max(self.names, key=order).text
