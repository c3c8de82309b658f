"""Differences: the tables of a corpus in, what the tellings of each event differ in out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.differences import (
    agreements,
    checks,
    missing,
    names,
    numbers,
    prominence,
    quotations,
    sources,
    wordings,
)
from tellings.compare.differences.facts import by_fact
from tellings.compare.differences.rows import (
    PARTS,
    Difference,
    Draft,
    Event,
    Place,
    Said,
    Tables,
    listed,
    sentence,
)
from tellings.compare.events.outlets import voices
from tellings.compare.quotes import speakers
from tellings.compare.rows import of_events

_ALONE = ("told alone", "number alone")
_AGAIN = 0.5  # what a difference counts whose every quotation stands in a stronger one


class Found(NamedTuple):
    """The two tables: Difference rows, and their Place rows."""

    differences: pd.DataFrame
    places: pd.DataFrame


def find(given: Tables) -> Found:
    """What the tellings of each event differ in, agree in, and what cannot be told of them.

    Ranked in each event and part by what an editor would print first. Events are never mixed, and
    two files of one outlet are one outlet.
    """
    rows, places = [], []
    for event_id, event in _events(given):
        for draft_rows, draft_places in _ranked(event_id, list(_drafts(event)), event.voices):
            rows.append(draft_rows)
            places += draft_places
    return Found(tables.frame(rows, Difference), tables.frame(places, Place))


def between(*given: pd.DataFrame) -> Found:
    """What `find` finds in these tables, in the order of Tables, as `told.make` hands them over."""
    return find(Tables(*given))


def _events(given: Tables) -> Iterator[tuple[str, Event]]:
    """Each event in the order of its name, with its rows of all tables."""
    told_by = dict(zip(given.articles["article_id"], voices(given.articles), strict=True))
    for event_id, *rows in of_events(set(given.articles["event_id"]), *_prepared(given)):
        own = Tables(*rows)
        voice = {r.article_id: told_by[r.article_id] for r in own.articles}
        yield event_id, Event(*own, voices=voice, facts=by_fact(own.coverage))


def _prepared(given: Tables) -> Tables:
    """The tables with their events; what is reckoned event by event anyway, once for all of them:
    the quotes with their sources, of the statements what became of their words."""
    found = Tables(*(_under_events(table, given.articles) for table in given))
    return found._replace(
        quotes=speakers.named(found.quotes, found.mentions),
        statements=quotations.versions(found.statements),
    )


def _under_events(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The table, under event_id; one without events has the rows of these articles."""
    if "event_id" in table.columns:
        return table
    event = dict(zip(articles["article_id"], articles["event_id"], strict=True))
    return table.assign(event_id=table["article_id"].map(event)).dropna(subset=["event_id"])


def _drafts(event: Event) -> Iterator[Draft]:
    """The drafts of each kind, for one event."""
    kinds = (missing, names, numbers, quotations, sources, wordings, prominence, checks, agreements)
    for kind in kinds:
        yield from kind.drafts(event)


def _once(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, the strongest first; one that quotes only what was quoted before counts less.

    What one outlet alone was said to give is not said again to be found in it only.
    """
    quoted: set[tuple[str, int]] = set()
    alone: list[Said] = []
    for draft in drafts:
        draft = _without(draft, alone)
        said = [p for p in draft.parts if isinstance(p, Said) and p.quoted]
        alone += said if draft.kind in _ALONE else []
        own = {(p.article_id, p.end) for p in said}
        again = bool(own) and own <= quoted
        if draft.parts:
            yield draft._replace(strength=draft.strength * _AGAIN) if again else draft
        quoted |= own


def _without(draft: Draft, alone: list[Said]) -> Draft:
    """A draft of what is found in one outlet only without what stands among these words; without
    parts where nothing is left."""
    if draft.kind != "told alone" or len(draft.outlets) > 1:
        return draft
    said = [p for p in draft.parts if isinstance(p, Said)]
    kept = [one for one in said if not any(_overlap(one, other) for other in alone)]
    if len(kept) == len(said):
        return draft
    return draft._replace(parts=[draft.parts[0], *listed(kept), "."] if kept else [])


def _overlap(one: Said, other: Said) -> bool:
    """Whether two stretches of words share some."""
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end


def _ranked(
    event_id: str, drafts: list[Draft], told_by: Mapping[str, str]
) -> Iterator[tuple[Difference, list[Place]]]:
    """The drafts as rows, the strongest of each part first."""
    for part in PARTS:
        own = sorted((d for d in drafts if d.part == part), key=lambda d: -d.strength)
        own = sorted(_once(own), key=lambda d: -d.strength)
        for rank, draft in enumerate(own, 1):
            text, said = sentence(draft)
            row = Difference(
                event_id,
                part,
                rank,
                draft.kind,
                text,
                "; ".join(dict.fromkeys(draft.outlets)),
                draft.strength,
                draft.certainty,
            )
            yield (
                row,
                [
                    Place(
                        *(event_id, part, rank, n, at, words.words),
                        *(words.article_id, told_by[words.article_id]),
                        *(words.start, words.end, words.text),
                    )
                    for n, (at, words) in enumerate(said, 1)
                ],
            )
