"""Whom one telling alone names and whom one leaves out: tallies and absences in, drafts out."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from tellings.compare.differences.rows import Draft, Said, listed
from tellings.compare.entities import searching
from tellings.compare.events import particulars
from tellings.compare.rows import by_article
from tellings.tables import tuples

_KINDS = ("PERSON", "ORG")
_MOST = 3  # names of one outlet in a sentence
_OUTLETS = 3  # outlets in one sentence
_ARTICLE = 0.25  # from this share of its places on a name has "the" before it


class _Event:
    """One event's mentions: how each entity is written, who speaks, what its texts hold."""

    def __init__(self, mentions, entities, sentences, quotes, voices: Mapping[str, str]):
        self.voices = voices
        self.everyone = list(dict.fromkeys(voices.values()))
        self._known = searching.Names(mentions)
        self._texts = searching.texts(entities, sentences)
        self._article = _with_article(mentions, sentences)
        self._places: dict[str, dict[str, Said]] = {}
        for r in sorted(tuples(mentions), key=lambda m: (-len(m.text), m.start)):
            said = Said(r.article_id, r.start, r.end, r.text, False)
            self._places.setdefault(r.entity_id, {}).setdefault(r.article_id, said)
        self.speak = _speaking(mentions, quotes)

    def places(self, entity_id: str) -> list[Said]:
        """The fullest mention of each article that names the entity."""
        return [*self._places.get(entity_id, {}).values()]

    def name(self, entity_id: str, entity: str) -> list[str | Said]:
        """The name as a sentence has it: "the White House"; the words of an article that has it
        so, else ours."""
        the = ["the "] if self._article.get(entity_id, 0) >= _ARTICLE else []
        own = next((p for p in self.places(entity_id) if p.text == entity), entity)
        return [*the, own]

    def nowhere(self, event_id: str, entity_id: str, outlet: str) -> bool:
        """Whether no form of the name stands in any outlet but this one."""
        return not any(
            term.stands_in(self._texts[event_id, other])
            for other in self.everyone
            if other != outlet
            for term in self._known.terms(event_id, entity_id, other)
        )


def drafts(
    absences: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
    voices: dict[str, str],
) -> Iterator[Draft]:
    """A draft of kind "not named", or "named alone" if nobody is left out, for one event.

    Who is left out and whom one outlet alone names stand in one sentence, or two.
    """
    event = _Event(mentions, entities, sentences, quotes, voices)
    if len(event.everyone) < 2:
        return
    found = [*_left_out(absences, entities, event), *_alone(entities, event)]
    if found:
        parts = [p for one in found for p in (" ", *one.parts)][1:]
        outlets = [outlet for one in found for outlet in one.outlets]
        rests = [place for one in found for place in one.rests]
        strength = max(one.strength for one in found)
        yield Draft(found[0].kind, parts, outlets, strength, rests=rests)


def _with_article(mentions: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, float]:
    """Of each body the share of its places before which "the" stands."""
    told = {(s.article_id, s.sentence): s for s in tuples(sentences) if s.zone == "body"}
    the: dict[str, list[bool]] = {}
    for m in tuples(mentions[mentions["kind"] != "PERSON"]):
        if s := told.get((m.article_id, m.sentence)):
            before = s.text[: max(m.start - s.start, 0)]
            the.setdefault(m.entity_id, []).append(before.lower().endswith("the "))
    return {entity_id: sum(found) / len(found) for entity_id, found in the.items()}


def _speaking(mentions: pd.DataFrame, quotes: pd.DataFrame) -> set[str]:
    """The entities that a speaker's words name."""
    spoken = quotes[(quotes["speaker"] != "") & quotes["speaker_start"].notna()]
    own = by_article(tuples(mentions))
    return {
        m.entity_id
        for q in tuples(spoken)
        for m in own.get(q.article_id, ())
        if q.speaker_start <= m.start and m.end <= q.speaker_start + len(q.speaker)
    }


def _left_out(absences: pd.DataFrame, entities: pd.DataFrame, event: _Event) -> Iterator[Draft]:
    """Whom each outlet leaves out that all others name, in one sentence."""
    given = absences[(absences["apart"] == "") & absences["kind"].isin(_KINDS)]
    given = given[given["outlets"] == len(event.everyone) - 1]
    ids = dict(zip(entities["entity"], entities["entity_id"], strict=True))
    known = [r.kind == "ORG" and r.entity.lower() in particulars.setting() for r in _rows(given)]
    given = given.assign(known=pd.Series(known, index=given.index, dtype=bool))
    given = given.assign(person=given["kind"] == "PERSON")
    given = given.sort_values(
        ["known", "person", "mentions"], ascending=[True, False, False], kind="stable"
    )
    parts: list[str | Said] = []
    rests, outlets, most = [], [], 0
    silent = given[~given["known"]].groupby("left_out_by")["mentions"].max()
    order = silent.sort_values(ascending=False, kind="stable").index[:_OUTLETS]
    for outlet in order:
        rows = given[(given["left_out_by"] == outlet) & ~given["known"]]
        own = list(_rows(rows))[:_MOST]
        names = [event.name(ids[r.entity], r.entity) for r in own]
        parts += [*(["; "] if parts else []), *_negated(str(outlet), names)]
        rests += [place for r in own for place in event.places(ids[r.entity])[:2]]
        outlets.append(str(outlet))
        most = max(most, silent[outlet])
    if parts:
        others = {3: "the other two", 2: "the other"}.get(len(event.everyone), "all the others")
        does = "does" if len(event.everyone) == 2 else "do"
        parts.append(f"; {others} {does}.")
        yield Draft("not named", parts, outlets, 0.8 - 0.4 / most, rests=rests)


def _rows(table: pd.DataFrame) -> Iterator:
    return tuples(table)


def _negated(outlet: str, names: Sequence[list[str | Said]]) -> list[str | Said]:
    """ "The Post names neither A nor B"."""
    if len(names) == 2:
        return [f"{outlet} names neither ", *names[0], " nor ", *names[1]]
    return [f"{outlet} does not name ", *listed(names, " or ")]


def _alone(entities: pd.DataFrame, event: _Event) -> Iterator[Draft]:
    """The people whom each outlet alone names, after their names were searched in the others;
    those who speak first."""
    named = entities[(entities["mentions"] > 0) & (entities["kind"] == "PERSON")]
    named = named.assign(
        voice=named["article_id"].map(event.voices), speaks=named["entity_id"].isin(event.speak)
    )
    who = named.groupby("entity_id")["voice"].agg(set)
    parts: list[str | Said] = []
    outlets, rests, most = [], [], 0
    for outlet in event.everyone:
        own = [key for key, voice in who.items() if voice == {outlet}]
        rows = named[named["entity_id"].isin(own) & named["entity"].str.contains(" ")]
        rows = rows.sort_values(
            ["speaks", "mentions", "entity"], ascending=[False, False, True], kind="stable"
        )
        kept = [r for r in _rows(rows) if event.nowhere(r.event_id, r.entity_id, outlet)][:_MOST]
        if kept:
            names = [event.name(r.entity_id, r.entity)[-1:] for r in kept]
            parts += [f"{'; only' if parts else 'Only'} {outlet} names ", *listed(names)]
            rests += [place for r in kept for place in event.places(r.entity_id)[:1]]
            outlets.append(outlet)
            most = max(most, kept[0].mentions)
    if parts:
        strength = 0.5 + 0.05 * min(most, 5)
        yield Draft("named alone", [*parts, _stop(parts[-1])], outlets, strength, rests=rests)


def _stop(last: str | Said) -> str:
    """The stop that ends a sentence; "Jr." has its own."""
    return "" if (last if isinstance(last, str) else last.text).endswith(".") else "."
