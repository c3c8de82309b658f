"""What a sentence says that another may say otherwise: two sentences in, what differs out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import cache
from itertools import chain
from math import inf

from tellings.compare.claims import intervals, running
from tellings.compare.claims.judging import FAR
from tellings.compare.coverage import denials
from tellings.compare.coverage.content_words import cut, stems, weight
from tellings.compare.rows import by_sentence
from tellings.lexicons import listed, rows
from tellings.text.inflection import singular
from tellings.text.memory import remembered

_BEFORE = 8  # words before "in Washington" among which the meeting stands: "talks resumed in"
_RARE = 3.0  # how much a word must tell that by itself is the matter: "lying"; not "invitation"
# Less near, two sentences speak of two things, and nothing in them is opposed: of sixteen
# oppositions that a reader marked in twelve events all that are found but one are nearer.
_ABOUT_ONE = 0.18
_MEETING = "met"  # of what sentences may have in common: people who met, online or in a place
_NONE: frozenset[str] = frozenset()
_VAGUE = 5  # "thousands" is from one to ten thousand: what lies so wide opposes nothing


class Said:
    """What a sentence says that another may say otherwise.

    low      its words in lower case
    denies   the first word that denies; denied: the stems of what such words may speak of; heads:
             the first of each, the deed or thing that is denied; named: stems of names
    sides    the pairs of opposed sets of words of which it has the first and not the second
    against  the same pairs the other way round
    numbers  its claims that have a unit; given: the unit and value of all numbers of its article
    people   those it names, by entity_id
    online   the word that says that people met so; met: “in” and the place where they met
    things   what numbers count, whom it names, that people met: another may say of them otherwise
    """

    __slots__ = (
        *("stems", "low", "denies", "denied", "heads", "named"),
        *("sides", "against"),
        *("numbers", "given", "people", "online", "met", "things"),
    )

    def __init__(self, sentence, claims: Iterable, mentions: Iterable, given: Set = frozenset()):
        """claims, mentions: those that begin in the sentence; given: as above."""
        text, whole = sentence.text, cut(sentence.text)
        low = self.low = whole.low
        meets = not listed("meetings", kind="meeting").isdisjoint(low)
        words = whole.tokens if meets else ()
        places = [m.start - sentence.start for m in mentions if m.kind == "PLACE"] if meets else ()
        self.stems = stems(text)
        self.denies, self.denied, self.heads, self.named = "", _NONE, _NONE, _NONE
        if any(map(denials.denies, low)) and (denying := denials.places(whole)):
            self.denies = text[whole.start[denying[0]] : whole.until(denying[0])]
            scopes = [list(denials.scope(text, whole, place)) for place in denying]
            self.denied = frozenset(stem for scope in scopes for stem in scope)
            self.heads = frozenset(scope[0] for scope in scopes if scope)
            self.named = frozenset().union(*(stems(m.text) for m in mentions))
        self.sides, self.against = _sides(low)
        self.numbers, self.given = [c for c in claims if c.unit], given
        self.people = {m.entity_id: m.entity for m in mentions if m.kind == "PERSON"}
        self.online = _online(text, words) if meets else ""
        self.met = next((met for at in places if (met := _met(text, words, at))), "")
        self.things = {*self.people, *(c.unit for c in self.numbers)}
        if self.online or self.met:
            self.things.add(_MEETING)


def said(sentences: Sequence, claims: Iterable, mentions: Iterable) -> list[Said]:
    """What each sentence of an event says.

    claims, mentions  theirs
    """
    claims, given = list(claims), defaultdict(set)
    for claim in claims:
        given[claim.article_id].add(_value(claim))
    told = by_sentence(sentences, claims), by_sentence(sentences, mentions)
    return [Said(*own, given[own[0].article_id]) for own in zip(sentences, *told, strict=True)]


def may_differ(one: Said, other: Said) -> bool:
    """Whether anything may differ between two sentences; of most pairs it cannot."""
    return not (
        one.things.isdisjoint(other.things)
        and one.sides.isdisjoint(other.against)
        and one.denied.isdisjoint(other.stems)
        and other.denied.isdisjoint(one.stems)
    )


def differences(one: Said, other: Said, like: float) -> tuple[float, list[str]]:
    """How much what differs counts beside the likeness, and what it is, in words.

    like  how near the sentences are
    """
    found = [
        (reason, counts)
        for differs, counts, least in _DIFFERENCES
        if like >= least and (reason := differs(one, other))
    ]
    return sum(counts for _, counts in found), [reason for reason, _ in found]


@remembered(most=50_000)
def _plain(low: str) -> str:
    """A word in the singular and without its genitive."""
    return singular(low.removesuffix("'s"))


def _online(text: str, words: Sequence) -> str:
    """The word that says that people who met were not in one place; "" where none says so."""
    apart = listed("meetings", kind="apart")
    return next((text[w.start : w.end] for w in words if w.low in apart), "")


def _met(text: str, words: Sequence, at: int) -> str:
    """“in” and the word of the place at `at`, where a meeting stands shortly before; else ""."""
    before = [w for w in words if w.end <= at]
    if not before or before[-1].low != "in":
        return ""
    place = next((w for w in words if w.start >= at), before[-1])
    if any(w.low in listed("meetings", kind="meeting") for w in before[-_BEFORE:]):
        return text[before[-1].start : place.end]
    return ""


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The sets of words that oppose each other, then each pair the other way round."""
    pairs = [
        (frozenset(r["one"].split()), frozenset(r["other"].split())) for r in rows("opposites")
    ]
    return tuple(pairs + [(b, a) for a, b in pairs])


@cache
def _first_of_pairs() -> dict[str, tuple[int, ...]]:
    """The pairs, by their place, on whose first side a word stands."""
    found: dict[str, list[int]] = {}
    for place, (here, _) in enumerate(_opposites()):
        for word in here:
            found.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in found.items()}


@remembered(most=50_000)
def _places(low: str) -> tuple[int, ...]:
    """The pairs, by their place, on whose first side a word stands: of nearly every word none."""
    return _first_of_pairs().get(_plain(low), ())


def _sides(low: Iterable[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The pairs of which the words hold the first side and not the second; the same turned."""
    held = set(chain.from_iterable(map(_places, low)))
    many = len(_opposites())
    turned = {(place + many // 2) % many for place in held}
    return frozenset(held - turned), frozenset(turned - held)


def _denial(one: Said, other: Said) -> str:
    """The word with which one of the two denies what the other says; "" where both deny."""
    if bool(one.denies) == bool(other.denies):
        return ""
    denying, saying = (one, other) if one.denies else (other, one)
    return f"“{denying.denies}” in one of them" if _denied_in(denying, saying) else ""


def _denied_in(denying: Said, saying: Said) -> bool:
    """Whether one sentence says what the other denies: the deed or thing denied, two words, or a
    rare one.

    A name is nothing that can be denied: "has not spoken with Kim", "met with Kim". Nor is it said
    where the sentences have no other word in common: "Nobody called", "she called it a shame".
    """
    common = denying.stems & saying.stems
    both = denying.denied & common
    told = both - denying.named
    if len(common) < 2 or not told:
        return False
    return len(both) > 1 or bool(told & denying.heads) or max(map(weight, told)) >= _RARE


def _opposed(one: Said, other: Said) -> str:
    """Two opposed words of which each sentence has one, and none of the other's side."""
    pairs = one.sides & other.against
    if not pairs:
        return ""
    here, there = _opposites()[min(pairs)]
    told = (here, one), (there, other)
    first, second = (min(side.intersection(map(_plain, said.low))) for side, said in told)
    return f"“{first}” and “{second}”"


def _numbers(one: Said, other: Said) -> str:
    """Two numbers of one unit that differ, the nearest, where the sentences have none in common.

    A number that the other article gives elsewhere is nothing in which they differ: "64 per cent
    voted" stands beside "81% of those who voted" in articles that both give both.
    """
    if not (one.numbers and other.numbers):
        return ""
    if {_value(c) for c in one.numbers} & {_value(c) for c in other.numbers}:
        return ""
    mine, theirs = _own_numbers(one, other), _own_numbers(other, one)
    pairs = [(c, d) for c in mine for d in theirs if _of_one(c, d) and _apart(c, d)]
    if not pairs:
        return ""
    c, d = min(pairs, key=lambda pair: _times(*pair))
    return f"“{c.text}” and “{d.text}”"


def _value(claim) -> tuple[str, float]:
    """The unit and the value of a number."""
    return claim.unit, claim.low


def _own_numbers(one: Said, other: Said) -> list:
    """The numbers of a sentence, the vague ones apart, that the other's article does not give."""
    sharp = [c for c in one.numbers if c.high < _VAGUE * c.low]
    return [c for c in sharp if _value(c) not in other.given]


def _of_one(one, other) -> bool:
    """Whether two numbers may be of one quantity: of one key, or near enough where one has none."""
    if one.unit != other.unit:
        return False
    if one.key and other.key:
        if running.year(one.key) != running.year(other.key):
            return False  # the dead of 1999 and those of today
        return one.key.startswith(other.key) or other.key.startswith(one.key)
    return _times(one, other) <= FAR


def _times(one, other) -> float:
    """How many times as large the larger of two numbers is."""
    low, high = sorted((abs(one.low), abs(other.low)))
    return high / low if low else inf


def _apart(one, other) -> bool:
    """Whether no number fits both wordings: 33,970 fits "more than 33,900"."""
    a, b = (
        intervals.committed(intervals.Span(c.low, c.high, c.bound, c.text)) for c in (one, other)
    )
    return a.low > b.high or b.low > a.high


def _people(one: Said, other: Said) -> str:
    """Whom only one names and whom only the other names, beside somebody whom both name."""
    first, second = one.people.keys(), other.people.keys()
    if first.isdisjoint(second) or first <= second or second <= first:
        return ""
    mine, theirs = first - second, second - first
    return f"{min(one.people[m] for m in mine)} and {min(other.people[t] for t in theirs)}"


def _where(one: Said, other: Said) -> str:
    """That people met online, and in what place, where each sentence says one of the two."""
    if one.online and other.met and not other.online:
        return f"“{one.online}” and “{other.met}”"
    if other.online and one.met and not one.online:
        return f"“{one.met}” and “{other.online}”"
    return ""


# What may differ, how much it counts beside the likeness, and how near the sentences must be.
_DIFFERENCES = (
    (_denial, 0.12, _ABOUT_ONE),
    (_opposed, 0.15, _ABOUT_ONE),
    (_numbers, 0.12, _ABOUT_ONE),
    (_people, 0.045, 0.0),
    (_where, 0.12, 0.0),
)
