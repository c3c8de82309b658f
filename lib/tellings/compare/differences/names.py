"""Whom one telling alone names and whom one leaves out: tallies and absences in, drafts out."""

from collections.abc import Iterator

import pandas as pd

from tellings.compare.differences.rows import Draft, Said, listed
from tellings.compare.entities import searching

_KINDS = ("PERSON", "ORG")
_MOST = 4  # names in one part of a sentence


def drafts(
    absences: pd.DataFrame,
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    sentences: pd.DataFrame,
    voices: dict[str, str],
) -> Iterator[Draft]:
    """Drafts of kinds "not named" and "named alone", for one event."""
    everyone = list(dict.fromkeys(voices.values()))
    if len(everyone) < 2:
        return
    first = _first_places(mentions)
    yield from _left_out(absences, first, everyone)
    yield from _alone(mentions, entities, sentences, first, voices, everyone)


def _first_places(mentions: pd.DataFrame) -> dict[str, list[Said]]:
    """Of each entity the fullest mention of each article that names it."""
    rows = mentions.assign(long=-mentions["text"].str.len())
    rows = rows.sort_values(["long", "start"], kind="stable")
    rows = rows.drop_duplicates(["entity_id", "article_id"])
    found: dict[str, list[Said]] = {}
    for r in rows.itertuples():
        found.setdefault(r.entity_id, []).append(Said(r.article_id, r.start, r.end, r.text, False))
    return found


def _left_out(absences: pd.DataFrame, first: dict, everyone: list[str]) -> Iterator[Draft]:
    """One sentence on whom each outlet leaves out that all others name."""
    given = absences[(absences["apart"] == "") & absences["kind"].isin(_KINDS)]
    given = given[given["outlets"] == len(everyone) - 1]
    ids = {place.text: key for key, places in first.items() for place in places}
    parts: list[str | Said] = []
    strength, outlets, rests = 0.0, [], []
    for outlet, rows in given.groupby("left_out_by", sort=False):
        rows = rows.sort_values("mentions", ascending=False, kind="stable").head(_MOST)
        names = [r.entity for r in rows.itertuples()]
        rests += [p for name in names for p in first.get(ids.get(name, ""), [])]
        parts.append(_negated(outlet, names))
        outlets.append(outlet)
        strength = max(strength, 1 - 1 / (1 + 0.6 * rows["mentions"].max()))
    if parts:
        tail = ", though the other outlets do." if len(everyone) > 2 else "."
        words = "; ".join(parts) + tail
        yield Draft("not named", [words], outlets, strength, rests=rests)


def _negated(outlet: str, names: list[str]) -> str:
    """ "The Post names neither A nor B"."""
    if len(names) == 1:
        return f"{outlet} does not name {names[0]}"
    if len(names) == 2:
        return f"{outlet} names neither {names[0]} nor {names[1]}"
    return f"{outlet} does not name {''.join(listed(names, last=' or '))}"


def _alone(
    mentions: pd.DataFrame,
    entities: pd.DataFrame,
    sentences: pd.DataFrame,
    first: dict,
    voices: dict[str, str],
    everyone: list[str],
) -> Iterator[Draft]:
    """One sentence on the people whom each outlet alone names, after their names were searched."""
    known, texts = searching.Names(mentions), searching.texts(entities, sentences)
    named = entities[(entities["mentions"] > 0) & (entities["kind"] == "PERSON")]
    named = named.assign(voice=named["article_id"].map(voices))
    who = named.groupby("entity_id")["voice"].agg(set)
    parts: list[str] = []
    rests: list[Said] = []
    outlets, most = [], 0
    for outlet in everyone:
        own = [key for key, voice in who.items() if voice == {outlet}]
        rows = named[named["entity_id"].isin(own)].sort_values(
            ["mentions", "entity"], ascending=[False, True], kind="stable"
        )
        rows = [r for r in rows.itertuples() if _nowhere(r, known, texts, outlet, everyone)]
        rows = [r for r in rows if " " in r.entity][:_MOST]
        if rows:
            names = "".join(listed([r.entity for r in rows]))
            parts.append(f"{'only' if parts else 'Only'} {outlet} names {names}")
            rests += [p for r in rows for p in first.get(r.entity_id, [])[:1]]
            outlets.append(outlet)
            most = max(most, rows[0].mentions)
    if parts:
        strength = 0.45 + 0.06 * min(most, 5)
        yield Draft("named alone", ["; ".join(parts) + "."], outlets, strength, rests=rests)


def _nowhere(row, known, texts: dict, outlet: str, everyone: list[str]) -> bool:
    """Whether no form of the name stands in any other outlet."""
    return not any(
        term.stands_in(texts[row.event_id, other])
        for other in everyone
        if other != outlet
        for term in known.terms(row.event_id, row.entity_id, other)
    )
