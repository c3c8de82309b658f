"""Naming sets that an event proposes: sentences and quotes in, who calls the thing what out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.events.outlets import voices
from tellings.compare.framing import nouns
from tellings.compare.rows import by_article, by_event
from tellings.lexicons import rows
from tellings.text import hypernyms, spans, voice

MOST = 20  # sets of an event that are kept
_WORDS = 4  # of a set: larger ones hold more than one thing
_LINK = 3.0  # how strong a link between two nouns of a set must be
_LIKE = 3.0  # what likeness in meaning counts against a shared slot
_SLOTS = {"beside": 1.0, "behind": 1.0, "before": 1.0, "with": 0.5}
_MOST_ALIKE = {"beside": 2}  # names that a whole event stands beside prove little, however many
_HEADLINE = 2.0  # what a headline adds
_TELLING = ("beside", "behind", "before")  # slots that tell more than an adjective
_DEFINITE = 0.2  # share of a noun's uses in sentences that speak of the thing as known
_LEAST = 8  # uses of a set's nouns in an event: what it is about, not what it mentions


class Use(NamedTuple):
    """How often an outlet writes one noun of a proposed naming set, and its first place.

    rank        of the set in its event, from 1: those over which outlets differ most first
    set         the set's nouns, the most frequent first
    sure        whether the set's two most frequent nouns are synonyms, or one the other's broader
                term, and share a name or a verb beside them: likely to name one thing
    head        the noun, in the singular; outlet: or the telling where no outlet is known
    n, own      uses, and those in the outlet's own voice
    start, end, text  the first use in own voice, else the first; as written
    """

    event_id: str
    rank: int
    set: str
    sure: bool
    head: str
    outlet: str
    n: int
    own: int
    article_id: str
    start: int
    end: int
    text: str


def propose(sentences: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The naming sets of each event, as Use rows in the order of their rank.

    Nouns belong together that stand in the same slots of an event's tellings (beside the same name,
    with the same verb, under the same adjective) and are alike in meaning (text.hypernyms). What
    the outlets' own voices choose differently comes first.
    """
    outlet = dict(zip(articles["article_id"], voices(articles), strict=True))
    found = [
        use
        for event_id, _, told, said in by_event(articles, sentences, quotes)
        for use in _of_event(list(_places(event_id, told, by_article(said), outlet)))
    ]
    return tables.frame(found, Use)


class _Place(NamedTuple):
    """A noun of an event where it stands."""

    event_id: str
    article_id: str
    outlet: str
    headline: bool
    definite: bool
    own: bool
    start: int
    end: int
    text: str
    head: str
    slots: frozenset[nouns.Slot]


def _places(event_id: str, told: Sequence, said: dict, outlet: dict) -> Iterator[_Place]:
    """The nouns of one event's sentences, in the order of its texts.

    said  quotes by article_id; outlet: of each article
    """
    for article, sentences in by_article(told).items():
        near = spans.reaching(sentences, said.get(article, ()))
        for s, quotes in zip(sentences, near, strict=True):
            headline = s.zone == "headline"
            for n in nouns.of(s.text, headline):
                start, end = s.start + n.start, s.start + n.end
                own = voice.of(start, end, quotes) == "own"
                text = s.text[n.start : n.end]
                place = (event_id, article, outlet[article], headline, n.definite, own)
                yield _Place(*place, start, end, text, n.head, n.slots)


class _Known(NamedTuple):
    """What an event says of its nouns: their places, and what each may belong with."""

    places: dict[str, list[_Place]]
    slots: dict[str, frozenset[nouns.Slot]]
    links: dict[str, dict[str, float]]

    def outlets(self, head: str) -> set[str]:
        """The outlets that use the noun."""
        return {p.outlet for p in self.places[head]}

    def weight(self, head: str) -> float:
        """How much an event is about a noun."""
        places = self.places[head]
        titles = len({p.article_id for p in places if p.headline})
        return min(len(places), 10) + len(self.outlets(head)) + _HEADLINE * titles


def _of_event(places: Sequence[_Place]) -> Iterator[Use]:
    """The uses of an event's sets."""
    known = _known(places)
    sets = list(_sets(known))
    ranked = sorted(sorted(sets), key=lambda heads: _rank(heads, known), reverse=True)[:MOST]
    for rank, heads in enumerate(ranked, 1):
        name = " / ".join(sorted(heads, key=lambda h: (-len(known.places[h]), h)))
        yield from _uses(rank, name, heads, known)


def _known(places: Iterable[_Place]) -> _Known:
    by: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        by[place.head].append(place)
    kept = {h: p for h, p in by.items() if _names_the_thing(p)}
    slots = {h: frozenset().union(*(p.slots for p in found)) for h, found in kept.items()}
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other in combinations(sorted(kept), 2):
        strength = _link(one, other, slots)
        if strength >= _LINK:
            links[one][other] = links[other][one] = strength
    return _Known(kept, slots, links)


def _names_the_thing(places: Sequence[_Place]) -> bool:
    """Whether a noun may name what the event is about, and not what it mentions in passing.

    It stands more than once or in a headline; somebody writes it small, or it is a name ("Indiana"
    of a title); and it is spoken of as known ("the raid"), which "at least" and "a chance" are not.
    Headlines leave articles out and do not count against it.
    """
    if len(places) == 1 and not places[0].headline:
        return False
    known = sum(place.definite for place in places)
    told = sum(place.definite or not place.headline for place in places)
    return known > 0 and known >= _DEFINITE * told and any(p.text.islower() for p in places)


def _link(one: str, other: str, slots: dict[str, frozenset[nouns.Slot]]) -> float:
    """How strong two nouns hang together: shared slots, and likeness in meaning.

    They must be synonyms, or one the other's broader term: what is only of one kind ("trip",
    "tour") may be two things. Nouns for who and where ("official", "aide", "city") stand in one
    slot all day: they must share another, too.
    """
    uses = {_use(one), _use(other)}
    like = hypernyms.likeness(one, other)
    if "" in uses or like < 1:
        return 0.0
    shared = Counter(slot[0] for slot in slots[one] & slots[other])
    slotted = sum(_SLOTS[kind] * min(n, _MOST_ALIKE.get(kind, n)) for kind, n in shared.items())
    if "role" in uses and slotted < 1:
        return 0.0
    return slotted + _LIKE * like


def _use(head: str) -> str:
    """Whether a noun is for a "thing" or a "role" (lexicons/noun_subjects.csv); else ""."""
    return _uses_of_subjects().get(hypernyms.subject(head), "")


@cache
def _uses_of_subjects() -> dict[str, str]:
    return {r["subject"]: r["use"] for r in rows("noun_subjects")}


def _sets(known: _Known) -> Iterator[tuple[str, ...]]:
    """Each noun with those it is linked to most; two outlets use them, none stands in two sets."""

    def strength(head: str) -> float:
        best = sorted(known.links[head].values(), reverse=True)[: _WORDS - 1]
        return sum(best) + known.weight(head)

    taken: set[str] = set()
    for hub in sorted(known.links, key=lambda h: (-strength(h), h)):
        if hub in taken:
            continue
        linked = known.links[hub]
        order = sorted(linked, key=lambda h: (-linked[h], -len(known.places[h]), h))
        heads = (hub, *[h for h in order if h not in taken][: _WORDS - 1])
        outlets = set().union(*map(known.outlets, heads))
        uses = sum(len(known.places[h]) for h in heads)
        if len(heads) > 1 and len(outlets) > 1 and uses >= _LEAST:
            taken |= set(heads)
            yield heads


def _rank(heads: tuple[str, ...], known: _Known) -> tuple[bool, float]:
    """What a set says of its event: whether outlets differ in own voice, and how much it weighs."""
    hub, *others = heads
    links = sum(known.links[hub][h] for h in others)
    return _differ(heads, known), links + known.weight(hub)


def _differ(heads: tuple[str, ...], known: _Known) -> bool:
    """Whether two outlets write most often different nouns of a set in their own voice."""
    own: dict[str, Counter] = defaultdict(Counter)
    for head in heads:
        for place in known.places[head]:
            own[place.outlet][head] += place.own
    return len({max(heads, key=n.__getitem__) for n in own.values() if any(n.values())}) > 1


def _uses(rank: int, name: str, heads: tuple[str, ...], known: _Known) -> Iterator[Use]:
    """The rows of one set: a row for each noun and outlet."""
    first_two = name.split(" / ")[:2]
    shared = {kind for kind, *_ in known.slots[first_two[0]] & known.slots[first_two[1]]}
    sure = not shared.isdisjoint(_TELLING) and hypernyms.likeness(*first_two) >= 1
    for head in name.split(" / "):
        by: dict[str, list[_Place]] = defaultdict(list)
        for place in known.places[head]:
            by[place.outlet].append(place)
        for outlet in sorted(by):
            first = next((p for p in by[outlet] if p.own), by[outlet][0])
            n, own = len(by[outlet]), sum(p.own for p in by[outlet])
            where = (first.article_id, first.start, first.end, first.text)
            yield Use(first.event_id, rank, name, sure, head, outlet, n, own, *where)
