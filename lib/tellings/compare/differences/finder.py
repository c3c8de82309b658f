"""Differences: the tables of a corpus in, what the tellings of each event differ in out."""

from collections.abc import Iterator
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
from tellings.compare.differences.rows import (
    PARTS,
    Difference,
    Draft,
    Place,
    Said,
    Tables,
    sentence,
)
from tellings.compare.events import join
from tellings.compare.events.outlets import voices
from tellings.compare.quotes import speakers
from tellings.compare.rows import ByEvent

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
    parts = {name: ByEvent(table) for name, table in _prepared(given).items()}
    for event_id, articles in given.articles.groupby("event_id", sort=True):
        event = str(event_id)
        own = Tables(articles, **{name: part.of(event) for name, part in parts.items()})
        for draft_rows, draft_places in _ranked(event, list(_drafts(own)), articles):
            rows.append(draft_rows)
            places += draft_places
    return Found(tables.frame(rows, Difference), tables.frame(places, Place))


def _prepared(given: Tables) -> dict[str, pd.DataFrame]:
    """The tables with their events; what is reckoned event by event anyway, once for all of them:
    the quotes with their sources, of the statements what became of their words."""
    found = {name: _of_events(getattr(given, name), given.articles) for name in given._fields[1:]}
    found["quotes"] = speakers.named(found["quotes"], found["mentions"])
    found["statements"] = quotations.versions(found["statements"])
    return found


def _of_events(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The table, under event_id; one without events has the rows of these articles."""
    if "event_id" in table.columns:
        return table
    known = table["article_id"].isin(set(articles["article_id"]))
    return join(table[known], articles)


def _drafts(own: Tables) -> Iterator[Draft]:
    """The drafts of each kind, for one event's tables."""
    voice = dict(zip(own.articles["article_id"], voices(own.articles), strict=True))
    yield from missing.drafts(own.coverage, own.sentences, own.mentions, voice)
    named = (own.absences, own.mentions, own.entities, own.sentences, own.quotes)
    yield from names.drafts(*named, voice)
    yield from numbers.drafts(own.claims_aligned, own.claim_pairs, own.sentences, voice)
    yield from quotations.drafts(own.statements, voice)
    yield from sources.drafts(own.quotes, voice)
    yield from wordings.drafts(own.framing, voice)
    yield from prominence.drafts(own.coverage, voice)
    yield from checks.drafts(own.checks, voice)
    yield from agreements.drafts(own, voice)


def _once(drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, the strongest first; one that quotes only what was quoted before counts less."""
    quoted: set[tuple[str, int]] = set()
    for draft in drafts:
        own = {(p.article_id, p.end) for p in draft.parts if isinstance(p, Said) and p.quoted}
        again = bool(own) and own <= quoted
        yield draft._replace(strength=draft.strength * _AGAIN) if again else draft
        quoted |= own


def _ranked(
    event_id: str, drafts: list[Draft], articles: pd.DataFrame
) -> Iterator[tuple[Difference, list[Place]]]:
    """The drafts as rows, the strongest of each part first."""
    voice = dict(zip(articles["article_id"], voices(articles), strict=True))
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
                        *(words.article_id, voice[words.article_id]),
                        *(words.start, words.end, words.text),
                    )
                    for n, (at, words) in enumerate(said, 1)
                ],
            )
