"""What two outlets tell in words of their own and another does not: facts in, drafts out.

Likeness alone often leaves open whether two sentences tell the same. Where neither was found in a
third outlet both can be quoted, and a reader sees what they have in common.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tellings.compare.differences.facts import Fact, alike
from tellings.compare.differences.rows import Draft, Said

_COMMON = 4.0  # what words must tell that two facts have in common: a rare one, or two
_SAID = 2  # pairs in one sentence
_ROWS = 4  # further sentences
_WHOLE = 0.25  # from here on it counts no more: less sure than what outlets surely tell
_AGAIN = 0.5  # what a pair counts, half of which is said already


class _Pair(NamedTuple):
    """A fact and the one nearest to it in another outlet; a third lacks both.

    outlet  the third
    again   whether one of them is said to be missing there already
    counts  how much it counts that they are
    """

    outlet: str
    one: Fact
    other: Fact
    again: bool
    counts: float
    said: tuple[Said, Said]


def drafts(
    facts: list[Fact], has: Mapping[str, set[str]], missing: Mapping[str, list[Fact]]
) -> Iterator[Draft]:
    """Drafts of kind "not told", for one event: the first pairs in one sentence, then one each.

    has      all stems of each outlet
    missing  the facts that are said to be missing in it already
    """
    pairs = [p for outlet in has for p in _missed(outlet, facts, has, missing.get(outlet, []))]
    pairs.sort(key=lambda p: (p.again, -p.counts))
    if pairs:
        strength = 0.55 + 0.6 * min(pairs[0].counts, _WHOLE)
        yield _draft(sorted(pairs[:_SAID], key=lambda p: p.outlet != pairs[0].outlet), strength)
    for n, pair in enumerate(pairs[_SAID:][:_ROWS]):
        yield _draft([pair], 0.7 * pair.counts**0.25 * 0.85**n)


def _missed(
    outlet: str, facts: list[Fact], has: Mapping[str, set[str]], told: list[Fact]
) -> list[_Pair]:
    """The pairs that an outlet lacks, those that count most first, each fact once."""
    at = {(f.own.article_id, f.own.start): f for f in facts if outlet in f.omits}
    found = []
    for fact in at.values():
        open_ = set(has) - fact.tells - {outlet}
        near = fact.nearest.get(next(iter(open_))) if len(open_) == 1 else None
        other = at.get((near.article_id, near.start)) if near else None
        if other and _related(fact, other):
            one, two = (f.missed(has[outlet], fact.things & other.things) for f in (fact, other))
            again = _in(fact, told) or _in(other, told)
            if one and two:
                counts = (one[0] + two[0]) / 2 * (_AGAIN if again else 1.0)
                found.append(_Pair(outlet, fact, other, again, counts, (one[1], two[1])))
    found.sort(key=lambda p: (p.again, -p.counts, p.one.own.article_id, p.one.own.start))
    kept: list[_Pair] = []
    for pair in found:
        before = [fact for earlier in kept for fact in _both(earlier)]
        both_told = pair.again and all(_in(fact, told) for fact in _both(pair))
        if not both_told and not any(_in(fact, before) for fact in _both(pair)):
            kept.append(pair)
    return kept


def _both(pair: _Pair) -> tuple[Fact, Fact]:
    return pair.one, pair.other


def _in(fact: Fact, told: list[Fact]) -> bool:
    """Whether facts that are quoted already say much of this one."""
    return any(alike(fact, before) for before in told)


def _related(fact: Fact, other: Fact) -> bool:
    """Whether two facts are perhaps one: each comes near the other, and both share words."""
    back = {*other.tells, *other.nearest} & fact.tells
    return bool(back) and fact.shared(other.things) >= _COMMON


def _draft(pairs: list[_Pair], strength: float) -> Draft:
    """ "Not found in the Post: “…” (the Echo) and “…” (the Mail); not in the Mail: …"."""
    parts: list[Said | str] = []
    for n, pair in enumerate(pairs):
        named = n == 0 or pair.outlet != pairs[n - 1].outlet
        parts.append("; " if n else "Not found ")
        parts.append(f"{'not ' if n else ''}in {pair.outlet}: " if named else "")
        one, other = (f" ({fact.voice})" for fact in _both(pair))
        parts += [pair.said[0], one, " and ", pair.said[1], other]
    return Draft("not told", [*parts, "."], [pair.outlet for pair in pairs], strength)
