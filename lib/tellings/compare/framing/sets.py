"""Naming sets that an event proposes: sentences and quotes in, who calls the thing what out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.events.outlets import voices
from tellings.compare.framing import nouns
from tellings.compare.rows import by_article, by_event
from tellings.text import hypernyms, spans, voice
from tellings.text.memory import once

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
        for use in _of_event(event_id, _places(told, by_article(said), outlet))
    ]
    return tables.frame(found, Use)


class _Place:
    """A noun of an event where it stands.

    sentence  its row; quotes: those that reach into the sentence
    """

    def __init__(self, outlet: str, sentence: Any, quotes: list[Any], noun: nouns.Noun):
        self.outlet, self.sentence, self.noun, self._quotes = outlet, sentence, noun, quotes
        self.headline = sentence.zone == "headline"
        self.text = sentence.text[noun.start : noun.end]
        self.start, self.end = sentence.start + noun.start, sentence.start + noun.end

    @once
    def own(self) -> bool:
        """Whether it stands in the outlet's own voice."""
        return voice.of(self.start, self.end, self._quotes) == "own"


def _places(told: Sequence, said: Mapping, outlet: Mapping) -> Iterator[_Place]:
    """The nouns of one event's sentences that may belong with another, in the order of its texts.

    said  quotes by article_id; outlet: of each article
    """
    cut = [nouns.Phrases(s.text, s.zone == "headline") for s in told]
    wanted = {*chain(*_alike(_repeated(cut)))}
    own = by_article(told).items()
    near = chain(*(spans.reaching(rows, said.get(article, ())) for article, rows in own))
    for s, phrases, quotes in zip(told, cut, near, strict=True):
        for noun in phrases.nouns(wanted):
            yield _Place(outlet[s.article_id], s, quotes, noun)


def _repeated(cut: Sequence[nouns.Phrases]) -> set[str]:
    """The nouns that stand more than once or in a headline."""
    times = Counter(head for phrases in cut for head in phrases.heads if head)
    titles = {head for phrases in cut if phrases.headline for head in phrases.heads if head}
    return titles.union(head for head, n in times.items() if n > 1)


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
        titles = len({p.sentence.article_id for p in places if p.headline})
        return min(len(places), 10) + len(self.outlets(head)) + _HEADLINE * titles


def _of_event(event_id: str, places: Iterable[_Place]) -> Iterator[Use]:
    """The uses of an event's sets."""
    known = _known(places)
    sets = list(_sets(known))
    ranked = sorted(sorted(sets), key=lambda heads: _rank(heads, known), reverse=True)[:MOST]
    for rank, heads in enumerate(ranked, 1):
        name = " / ".join(sorted(heads, key=lambda h: (-len(known.places[h]), h)))
        yield from _uses(event_id, rank, name, heads, known)


def _known(places: Iterable[_Place]) -> _Known:
    by: dict[str, list[_Place]] = defaultdict(list)
    for place in places:
        by[place.noun.head].append(place)
    kept = {head for head, found in by.items() if _names_the_thing(found)}
    pairs = sorted(_alike(kept))
    slots = {h: frozenset().union(*(p.noun.slots for p in by[h])) for h in {*chain(*pairs)}}
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for one, other in pairs:
        strength = _link(one, other, slots)
        if strength >= _LINK:
            links[one][other] = links[other][one] = strength
    return _Known(by, slots, links)


def _alike(heads: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of nouns that are synonyms, or one the other's broader term: what is only of one
    kind ("trip", "tour") may be two things."""
    within: dict[int, set[str]] = defaultdict(set)
    for head in heads:
        for sense in hypernyms.reach(head):
            within[sense].add(head)
    pairs = ((h, o) for h in heads for s in hypernyms.senses(h) for o in within[s] if o != h)
    return {(min(pair), max(pair)) for pair in pairs}


def _names_the_thing(places: Sequence[_Place]) -> bool:
    """Whether a noun may name what the event is about, and not what it mentions in passing.

    It stands more than once or in a headline; somebody writes it small, or it is a name ("Indiana"
    of a title); and it is spoken of as known ("the raid"), which "at least" and "a chance" are not.
    Headlines leave articles out and do not count against it.
    """
    if len(places) == 1 and not places[0].headline:
        return False
    known = sum(place.noun.definite for place in places)
    told = sum(place.noun.definite or not place.headline for place in places)
    return known > 0 and known >= _DEFINITE * told and any(p.text.islower() for p in places)


def _link(one: str, other: str, slots: Mapping[str, frozenset[nouns.Slot]]) -> float:
    """How strong two nouns hang together: shared slots, and likeness in meaning.

    Nouns for who and where ("official", "aide", "city") stand in one slot all day: they must share
    another, too.
    """
    shared = Counter(slot[0] for slot in slots[one] & slots[other])
    slotted = sum(_SLOTS[kind] * min(n, _MOST_ALIKE.get(kind, n)) for kind, n in shared.items())
    if "role" in (nouns.use(one), nouns.use(other)) and slotted < 1:
        return 0.0
    return slotted + _LIKE * hypernyms.likeness(one, other)


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


def _uses(event_id: str, rank: int, name: str, heads: tuple, known: _Known) -> Iterator[Use]:
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
            where = (first.sentence.article_id, first.start, first.end, first.text)
            yield Use(event_id, rank, name, sure, head, outlet, n, own, *where)
