"""What one telling alone tells and what one leaves out: the cells of coverage in, drafts out.

"Found only in" is said where no other telling has the fact, not even perhaps, and enough of its
words stand nowhere in the others: a fact told in wholly different words would still escape.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tellings.compare.claims.findings import likely_of_one
from tellings.compare.claims.near import whole
from tellings.compare.coverage.content_words import stems
from tellings.compare.coverage.states import CARRIED, PARTLY
from tellings.compare.differences import pairs
from tellings.compare.differences.facts import Fact, ranked, words
from tellings.compare.differences.rows import Draft, Event, Said, listed
from tellings.compare.rows import grouped
from tellings.lexicons import listed as listed_words

_QUOTED = 2  # facts quoted in one sentence
_OUTLETS = 3  # outlets in one sentence
_ROWS = 3  # sentences of one kind about one outlet
_LARGE = 1000.0  # two numbers of one noun from here on are near each other by no chance
_TELLING = 10.0  # a smaller number may be of anything
# Who somebody is said to be behind the name: ", the team's captain,".
_APPOSED = re.compile(r", (?P<words>(?P<first>\w+) [^,;:.]{1,60})(?=[,;.]|$)")
_AS_GOOD = 0.5  # a second fact stands beside the first if it counts so much of what that counts


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kinds "told alone" and "not told"."""
    everyone = event.everyone
    if len(everyone) < 2 or not event.facts:
        return
    has = words(event)
    names = _names(event)
    told = [own for own in event.facts.values() if any(c.state == CARRIED for c in own)]
    spoken = grouped((q for q in event.quotes if q.standing == "named"), lambda q: q.article_id)
    told = [own for own in told if len(_speakers(own, spoken)) < 2]
    facts = [Fact(own, event.voices, names) for own in told]
    alone, missing = {}, {}
    for outlet in everyone:
        others = [v for v in everyone if v != outlet]
        own = [f for f in facts if f.tells == {outlet} and f.omits >= set(others)]
        alone[outlet] = _numbered(ranked(own, [has[v] for v in others]), event, set(others))
        shared = [f for f in facts if len(others) > 1 and f.tells >= set(others)]
        own = [f for f in shared if outlet in f.omits | f.far]
        missing[outlet] = _numbered(ranked(own, [has[outlet]]), event, {outlet})
    yield from _missing([pair for pair in missing.items() if pair[1]], len(everyone))
    yield from pairs.drafts(facts, has, missing)
    yield from _alone([pair for pair in alone.items() if pair[1]])


def _speakers(cells: Iterable, spoken: Mapping[str, list]) -> set[str]:
    """The people whose words a fact is where it is told: of two, one may mock the other's words.

    spoken  the quotes of each article that a named person speaks
    """
    places = [c for c in cells if c.state in (CARRIED, PARTLY) and c.kind == "statement"]
    return {
        quote.source
        for cell in places
        for quote in spoken.get(cell.article_id, ())
        if quote.form != "indirect" and quote.start < cell.end and cell.start < quote.end
    }


def _numbered(facts: list[Fact], event: Event, silent: set[str]) -> list[Fact]:
    """The facts but for those that are quoted with a number which a silent outlet gives, too: "to
    cut about 4,500 jobs" is not found in one outlet only where the others write "lays off 4,500".

    Nor with one of a quantity that it gives otherwise: "11 children have been hurt" is told by
    whoever writes "12 tots". Of an age only where it stands for whom it is told of: "the missing
    man is a 61-year-old".
    """
    if not facts:
        return []
    there = [c for c in event.claims_aligned if event.told_by(c) in silent]
    given, groups = {_number(c) for c in there}, {c.group for c in there} - {""}
    wholes = {whole(c.key) for c in there} - {""}
    told = [
        c
        for c in event.claims_aligned
        if (c.low >= _TELLING and c.kind != "age" and _number(c) in given)
        or (c.group in groups and (c.kind not in ("age", "ordinal") or c.basis == "person"))
        or (c.unit == "person" and whole(c.key) in wholes)
        or (c.low >= _LARGE and any(likely_of_one(c, other) for other in there))
    ]
    return [f for f in facts if not any(_holds(f.said, claim) for claim in told)]


def _number(claim) -> tuple[str, float]:
    """What a number is known by: people who are counted go by many names."""
    return "" if claim.kind == "cardinal" else claim.unit, claim.low


def _holds(said: Said, claim) -> bool:
    """Whether a number stands in the words that are quoted."""
    return said.article_id == claim.article_id and said.start <= claim.start < said.end


def _names(event: Event) -> frozenset[str]:
    """The stems of all names, of people's titles, and of who they are said to be behind a name:
    "Rui Salgado, the captain,"."""
    told = {text for m in event.mentions for text in (m.text, m.title)}
    of = {(s.article_id, s.sentence): s for s in event.sentences}
    for m in event.mentions:
        own = of.get((m.article_id, m.sentence)) if m.kind == "PERSON" else None
        apposed = own and _APPOSED.match(own.text, m.end - own.start)
        if apposed and apposed["first"] in listed_words("function_words", kind="determiner"):
            told.add(apposed["words"])
    return frozenset().union(*map(stems, told))


def _alone(of: list[tuple[str, list[Fact]]]) -> Iterator[Draft]:
    """What each outlet alone tells: the first of each in one sentence, then the others."""
    first = sorted(of, key=lambda pair: -pair[1][0].counts)[:_OUTLETS]
    parts: list[str | Said] = []
    for n, (outlet, facts) in enumerate(first):
        parts += [f"{'; only in' if n else 'Found only in'} {outlet}: ", facts[0].said]
    if first:
        strength = 0.55 + 0.3 * first[0][1][0].counts
        yield Draft("told alone", [*parts, "."], [outlet for outlet, _ in first], strength)
    for outlet, facts in of:
        for n, own in enumerate(_together(facts[1:])):
            parts = [f"Found only in {outlet}: ", *listed(f.said for f in own), "."]
            yield Draft("told alone", parts, [outlet], 0.64 * own[0].counts ** 0.25 * 0.85**n)


def _missing(of: list[tuple[str, list[Fact]]], outlets: int) -> Iterator[Draft]:
    """What all outlets but one tell: the first of each that lacks something, then more of it."""
    others = "the other two" if outlets == 3 else "all the others"
    of = sorted(of, key=lambda pair: -pair[1][0].counts)
    parts: list[str | Said] = []
    for n, (outlet, facts) in enumerate(of[:_OUTLETS]):
        own = next(_together(facts)) if len(of) < _OUTLETS else facts[:1]
        parts += [f"{'; not in' if n else 'Not found in'} {outlet}: ", *listed(f.said for f in own)]
    if of:
        shown = [own for _, facts in of[:_OUTLETS] for own in facts[:_QUOTED]]
        words = f"; {others} report it{_partly(shown)}."
        strength = 0.7 + 0.35 * of[0][1][0].counts
        yield Draft("not told", [*parts, words], [outlet for outlet, _ in of], strength)
    for outlet, facts in of:
        rest = facts[len(next(_together(facts))) if len(of) < _OUTLETS else 1 :]
        for n, own in enumerate(_together(rest)):
            words = f"; {others} report it{_partly(own)}."
            parts = [f"Not found in {outlet}: ", *listed(f.said for f in own), words]
            yield Draft("not told", parts, [outlet], 0.77 * own[0].counts ** 0.25 * 0.85**n)


def _partly(facts: Iterable[Fact]) -> str:
    """What is to be added where a telling has a fact in part only."""
    return ", at least in part" if any(f.tells - f.whole for f in facts) else ""


def _together(facts: list[Fact]) -> Iterator[list[Fact]]:
    """The facts in sentences of two at most; a weak one stands beside no strong one."""
    rest = list(facts)
    for _ in range(_ROWS):
        if rest:
            own = [f for f in rest[:_QUOTED] if f.counts >= _AS_GOOD * rest[0].counts]
            rest = rest[len(own) :]
            yield own
