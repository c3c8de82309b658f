"""What all tellings of an event agree in, and what cannot be told: tables in, drafts out."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from tellings.compare.coverage.states import CARRIED, UNCLEAR
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Event
from tellings.text.prose import counted, joined

_FACTS, _NAMES = 3, 6


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of the parts "agrees" and "cannot be told"."""
    everyone = event.everyone
    if len(everyone) < 2:
        one = everyone[0] if everyone else "nobody"
        words = f"Only {one} reports this, so there is nothing to compare it with."
        yield Draft("one outlet", [words], everyone, 1.0, part="cannot be told")
        return
    yield from _facts(event, everyone)
    yield from _names(event, everyone)
    yield from _unknown(event, everyone)


def _facts(event: Event, everyone: list[str]) -> Iterator[Draft]:
    """Facts that every outlet tells whole."""
    n = 0
    for own in event.facts.values():
        told = [c for c in own if c.state == CARRIED]
        first = [c for c in told if c.score != c.score]
        if first and {event.voices[c.article_id] for c in told} == set(everyone) and n < _FACTS:
            n += 1
            all_of = "Both" if len(everyone) == 2 else "All"
            rests = [excerpts.of(c) for c in told if c.score == c.score]
            parts = [f"{all_of} report: ", excerpts.of(first[0]), "."]
            yield Draft("fact", parts, everyone, 0.9 - 0.1 * n, part="agrees", rests=rests)


def _names(event: Event, everyone: list[str]) -> Iterator[Draft]:
    """The people whom every outlet names."""
    voices: dict[tuple[str, str], set[str]] = defaultdict(set)
    often: Counter[tuple[str, str]] = Counter()
    for r in event.entities:
        if r.mentions > 0 and r.kind == "PERSON":
            voices[r.entity_id, r.entity].add(event.voices[r.article_id])
            often[r.entity_id, r.entity] += r.mentions
    shared = [who for who, named_by in voices.items() if len(named_by) == len(everyone)]
    if shared:
        names = [entity for _, entity in sorted(shared, key=lambda who: -often[who])[:_NAMES]]
        all_of = "Both" if len(everyone) == 2 else "All"
        words = f"{all_of} name {joined(names)}."
        yield Draft("names", [words], everyone, 0.5, part="agrees")


def _unknown(event: Event, everyone: list[str]) -> Iterator[Draft]:
    """What the texts leave open."""
    cells = [c for c in event.coverage if not c.again]
    if open_ := {(c.kind, c.fact) for c in cells if c.state == UNCLEAR}:
        facts = {(c.kind, c.fact) for c in cells}
        words = (
            f"For {len(open_)} of {counted(len(facts), 'sentence')} it could not be decided "
            "whether another outlet has them; they are marked “perhaps”."
        )
        yield Draft("facts", [words], everyone, 0.9, part="cannot be told")
    if undated := {r.telling for r in event.articles if r.anchor == ""}:
        names = joined(sorted({name.replace(" (inferred)", "") for name in undated}))
        words = f"When {names} published is not stated."
        yield Draft("day", [words], everyone, 0.6, part="cannot be told")
    if unknown := sum(r.outlet == "" for r in event.articles):
        words = "The outlet of {} is not known; {} as an outlet of its own.".format(
            counted(unknown, "article"), "it counts" if unknown == 1 else "each counts"
        )
        yield Draft("outlet", [words], everyone, 0.7, part="cannot be told")
