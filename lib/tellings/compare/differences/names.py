"""Whom one telling alone names and whom one leaves out: tallies and absences in, drafts out."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

import pandas as pd

from tellings.compare.differences.rows import Draft, Event, Said, listed
from tellings.compare.entities import searching
from tellings.compare.events import particulars
from tellings.compare.rows import by_article, firsts, grouped

_KINDS = ("PERSON", "ORG")
_MOST = 3  # names of one outlet in a sentence
_OUTLETS = 3  # outlets in one sentence
_ARTICLE = 0.25  # from this share of its places on a name has "the" before it


def drafts(event: Event) -> Iterator[Draft]:
    """A draft of kind "not named", or "named alone" if nobody is left out.

    Who is left out and whom one outlet alone names stand in one sentence, or two.
    """
    if len(event.everyone) < 2:
        return
    names = _Names(event)
    found = [*_left_out(event, names), *_alone(event, names)]
    if found:
        parts = [p for one in found for p in (" ", *one.parts)][1:]
        outlets = [outlet for one in found for outlet in one.outlets]
        rests = [place for one in found for place in one.rests]
        strength = max(one.strength for one in found)
        yield Draft(found[0].kind, parts, outlets, strength, rests=rests)


class _Names:
    """The names of one event: how each is written, whether it speaks, where it does not stand."""

    def __init__(self, event: Event):
        self._event = event
        self._mentions = grouped(event.mentions, lambda m: m.entity_id)
        self._sentences = {(s.article_id, s.sentence): s for s in event.sentences}
        spoken = [q for q in event.quotes if q.speaker and not pd.isna(q.speaker_start)]
        self._spoken = by_article(spoken)

    def places(self, entity_id: str) -> list[Said]:
        """The fullest mention of each article that names the entity."""
        own = sorted(self._mentions.get(entity_id, ()), key=lambda m: (-len(m.text), m.start))
        fullest = firsts(own, lambda m: m.article_id)
        return [Said(m.article_id, m.start, m.end, m.text, False) for m in fullest]

    def name(self, entity_id: str, entity: str) -> list[str | Said]:
        """The name as a sentence has it: "the White House"; the words of an article that has it
        so, else ours."""
        the = ["the "] if self._has_article(entity_id) else []
        own = next((p for p in self.places(entity_id) if p.text == entity), entity)
        return [*the, own]

    def _has_article(self, entity_id: str) -> bool:
        """Whether "the" stands often enough before a body's name."""
        found = []
        for m in self._mentions.get(entity_id, ()):
            told = self._sentences.get((m.article_id, m.sentence))
            if m.kind != "PERSON" and told and told.zone == "body":
                before = told.text[: max(m.start - told.start, 0)]
                found.append(before.lower().endswith("the "))
        return bool(found) and sum(found) / len(found) >= _ARTICLE

    def speaks(self, entity_id: str) -> bool:
        """Whether a speaker's words name the entity."""
        return any(
            q.speaker_start <= m.start and m.end <= q.speaker_start + len(q.speaker)
            for m in self._mentions.get(entity_id, ())
            for q in self._spoken.get(m.article_id, ())
        )

    def nowhere(self, event_id: str, entity_id: str, outlet: str) -> bool:
        """Whether no form of the name stands in any outlet but this one."""
        return not any(
            term.stands_in(words)
            for other, words in self._texts.items()
            if other != outlet
            for term in self._known.terms(event_id, entity_id, other)
        )

    @cached_property
    def _known(self) -> searching.Names:
        return searching.Names(self._event.mentions)

    @cached_property
    def _texts(self) -> dict[str, searching.Words]:
        """All words of each outlet, searchable."""
        told = grouped(self._event.sentences, self._event.told_by)
        return {
            outlet: searching.searchable(" | ".join(s.text for s in told.get(outlet, ())))
            for outlet in self._event.everyone
        }


def _left_out(event: Event, names: _Names) -> Iterator[Draft]:
    """Whom each outlet leaves out that all others name, in one sentence."""
    others = len(event.everyone) - 1
    given = [r for r in event.absences if r.outlets == others and r.apart == "" and _told_of(r)]
    given.sort(key=lambda r: (r.kind != "PERSON", -r.mentions))
    by = grouped(given, lambda r: r.left_out_by)
    most = {outlet: max(r.mentions for r in rows) for outlet, rows in by.items()}
    ids = {r.entity: r.entity_id for r in event.entities}
    order = sorted(by, key=lambda outlet: (-most[outlet], outlet))[:_OUTLETS]
    parts: list[str | Said] = []
    rests = []
    for outlet in order:
        own = [(ids[r.entity], r.entity) for r in by[outlet][:_MOST]]
        named = [names.name(*who) for who in own]
        parts += [*(["; "] if parts else []), *_negated(outlet, named)]
        rests += [place for entity_id, _ in own for place in names.places(entity_id)[:2]]
    if parts:
        do = {1: "the other does", 2: "the other two do"}.get(others, "all the others do")
        strength = 0.8 - 0.4 / most[order[0]]
        yield Draft("not named", [*parts, f"; {do}."], order, strength, rests=rests)


def _told_of(absence) -> bool:
    """Whether a reader would miss who is left out: a person, or a body that does not stand in every
    story of its subject."""
    scene = absence.kind == "ORG" and absence.entity.lower() in particulars.setting()
    return absence.kind in _KINDS and not scene


def _negated(outlet: str, names: Sequence[list[str | Said]]) -> list[str | Said]:
    """ "The Post names neither A nor B"."""
    if len(names) == 2:
        return [f"{outlet} names neither ", *names[0], " nor ", *names[1]]
    return [f"{outlet} does not name ", *listed(names, " or ")]


def _alone(event: Event, names: _Names) -> Iterator[Draft]:
    """The people whom each outlet alone names, after their names were searched in the others;
    those who speak first."""
    by = _named_by_one(event)
    parts: list[str | Said] = []
    outlets, rests, most = [], [], 0
    for outlet in event.everyone:
        rows = [r for r in by.get(outlet, ()) if " " in r.entity]
        rows.sort(key=lambda r: (not names.speaks(r.entity_id), -r.mentions, r.entity))
        unique = (r for r in rows if names.nowhere(r.event_id, r.entity_id, outlet))
        if kept := list(islice(unique, _MOST)):
            called = [names.name(r.entity_id, r.entity)[-1:] for r in kept]
            parts += [f"{'; only' if parts else 'Only'} {outlet} names ", *listed(called)]
            rests += [place for r in kept for place in names.places(r.entity_id)[:1]]
            outlets.append(outlet)
            most = max(most, kept[0].mentions)
    if parts:
        strength = 0.5 + 0.05 * min(most, 5)
        yield Draft("named alone", [*parts, _stop(parts[-1])], outlets, strength, rests=rests)


def _named_by_one(event: Event) -> dict[str, list]:
    """By outlet the rows of the people whom no other one names."""
    found: dict[str, list] = {}
    outlets = {outlet.lower() for outlet in event.everyone}  # "told Space Monthly"
    named = [
        r
        for r in event.entities
        if r.mentions > 0 and r.kind == "PERSON" and r.entity.lower() not in outlets
    ]
    for rows in grouped(named, lambda r: r.entity_id).values():
        if len(tellers := {event.told_by(r) for r in rows}) == 1:
            found.setdefault(tellers.pop(), []).extend(rows)
    return found


def _stop(last: str | Said) -> str:
    """The stop that ends a sentence; "Jr." has its own."""
    return "" if (last if isinstance(last, str) else last.text).endswith(".") else "."
