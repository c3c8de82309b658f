"""What all tellings of an event agree in, and what cannot be told: tables in, drafts out."""

from collections.abc import Iterator

import pandas as pd

from tellings.compare.coverage.states import CARRIED, UNCLEAR
from tellings.compare.differences import excerpts
from tellings.compare.differences.facts import by_fact
from tellings.compare.differences.rows import Draft, Tables
from tellings.text.prose import counted, joined

_FACTS, _NAMES = 3, 6


def drafts(own: Tables, voices: dict[str, str]) -> Iterator[Draft]:
    """Drafts of the parts "agrees" and "cannot be told", for one event's tables."""
    everyone = list(dict.fromkeys(voices.values()))
    if len(everyone) < 2:
        one = everyone[0] if everyone else "nobody"
        words = f"Only {one} reports this, so there is nothing to compare it with."
        yield Draft("one outlet", [words], everyone, 1.0, part="cannot be told")
        return
    yield from _facts(own.coverage, voices, everyone)
    yield from _names(own.entities, voices, everyone)
    yield from _unknown(own, everyone)


def _facts(cells: pd.DataFrame, voices: dict[str, str], everyone: list[str]) -> Iterator[Draft]:
    """Facts that every outlet tells whole."""
    n = 0
    for own in by_fact(cells).values():
        told = [c for c in own if c.state == CARRIED]
        first = [c for c in told if c.score != c.score]
        if first and {voices[c.article_id] for c in told} == set(everyone) and n < _FACTS:
            n += 1
            all_of = "Both" if len(everyone) == 2 else "All"
            rests = [excerpts.of(c) for c in told if c.score == c.score]
            parts = [f"{all_of} report: ", excerpts.of(first[0]), "."]
            yield Draft("fact", parts, everyone, 0.9 - 0.1 * n, part="agrees", rests=rests)


def _names(entities: pd.DataFrame, voices: dict[str, str], everyone: list[str]) -> Iterator[Draft]:
    """The people whom every outlet names."""
    named = entities[(entities["mentions"] > 0) & (entities["kind"] == "PERSON")]
    named = named.assign(voice=named["article_id"].map(voices))
    by = named.groupby(["entity_id", "entity"], sort=False)
    total = by["mentions"].sum()[by["voice"].nunique() == len(everyone)]
    total = total.sort_values(ascending=False, kind="stable")
    if len(total):
        names = [entity for _, entity in total.index[:_NAMES]]
        all_of = "Both" if len(everyone) == 2 else "All"
        words = f"{all_of} name {joined(names)}."
        yield Draft("names", [words], everyone, 0.5, part="agrees")


def _unknown(own: Tables, everyone: list[str]) -> Iterator[Draft]:
    """What the texts leave open."""
    cells = own.coverage.loc[~own.coverage["again"], ["kind", "fact", "state"]]
    facts = {(kind, fact) for kind, fact, _ in cells.itertuples(index=False, name=None)}
    open_ = {c[:2] for c in cells.itertuples(index=False, name=None) if c[2] == UNCLEAR}
    if open_:
        words = (
            f"For {len(open_)} of {counted(len(facts), 'sentence')} it could not be decided "
            "whether another outlet has them; they are marked “perhaps here”."
        )
        yield Draft("facts", [words], everyone, 0.9, part="cannot be told")
    undated = own.articles[own.articles["anchor"] == ""]
    if len(undated):
        names = joined(sorted(set(undated["telling"].str.replace(" (inferred)", ""))))
        words = f"When {names} published is not stated."
        yield Draft("day", [words], everyone, 0.6, part="cannot be told")
    if (own.articles["outlet"] == "").any():
        many = counted(int((own.articles["outlet"] == "").sum()), "article")
        words = f"The outlet of {many}: each counts as one of its own."
        yield Draft("outlet", [words], everyone, 0.7, part="cannot be told")
