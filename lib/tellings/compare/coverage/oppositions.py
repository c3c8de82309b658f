"""What a sentence says that another may say otherwise: two sentences in, what differs out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from tellings.compare.claims import intervals
from tellings.compare.coverage.content_words import stems, tells
from tellings.compare.rows import by_sentence
from tellings.lexicons import listed, rows
from tellings.text import tokens
from tellings.text.inflection import singular

_BEFORE = 8  # words before "in Washington" among which the meeting stands: "talks resumed in"
_SCOPE = 10  # words behind a negation that it may speak of
_MEETING = "met"  # of what sentences may have in common: people who met, online or in a place
_VAGUE = 5  # "thousands" is from one to ten thousand: what lies so wide opposes nothing


class Said:
    """What a sentence says that another may say otherwise.

    denies   the first word that denies; denied: the stems of what it may speak of
    sides    the pairs of opposed sets of words of which it has the first and not the second
    against  the same pairs the other way round
    numbers  its claims that have a unit; people: those it names, by entity_id
    online   the word that says that people met so; met: “in” and the place where they met
    things   what numbers count, whom it names, that people met: another may say of them otherwise
    """

    __slots__ = (
        *("stems", "words", "denies", "denied", "sides", "against"),
        *("numbers", "people", "online", "met", "things"),
    )

    def __init__(self, sentence, claims: Iterable, mentions: Iterable):
        """claims, mentions: those that begin in the sentence."""
        text, low = sentence.text, tokens.Whole(sentence.text).low
        meets = not listed("meetings", kind="meeting").isdisjoint(low)
        words = tokens.whole(text) if meets or any(map(_denies, low)) else ()
        places = [m.start - sentence.start for m in mentions if m.kind == "PLACE"] if meets else ()
        self.stems, self.words = stems(text), frozenset(map(_plain, low))
        self.denies = next((text[w.start : w.end] for w in words if _denies(w.low)), "")
        self.denied = frozenset(_denied(text, words))
        self.sides, self.against = _sides(self.words)
        self.numbers = [c for c in claims if c.unit]
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
    told = by_sentence(sentences, claims), by_sentence(sentences, mentions)
    return [Said(*own) for own in zip(sentences, *told, strict=True)]


def may_differ(one: Said, other: Said) -> bool:
    """Whether anything may differ between two sentences; of most pairs it cannot."""
    return not (
        one.things.isdisjoint(other.things)
        and one.sides.isdisjoint(other.against)
        and one.denied.isdisjoint(other.stems)
        and other.denied.isdisjoint(one.stems)
    )


def differences(one: Said, other: Said) -> tuple[float, list[str]]:
    """How much what differs counts beside the likeness, and what it is, in words."""
    found = [
        (reason, counts) for differs, counts in _DIFFERENCES if (reason := differs(one, other))
    ]
    return sum(counts for _, counts in found), [reason for reason, _ in found]


@lru_cache(maxsize=50_000)
def _plain(low: str) -> str:
    """A word in the singular and without its genitive."""
    return singular(low.removesuffix("'s"))


@lru_cache(maxsize=50_000)
def _denies(low: str) -> bool:
    """Whether a word makes of what follows something that is not so."""
    return low.endswith("n't") or low in listed("negations", kind="denies")


def _denied(text: str, words: Sequence) -> Iterator[str]:
    """The stems of the words that stand behind a negation, up to the next stop."""
    for place, word in enumerate(words):
        if _denies(word.low):
            end = word.end
            for next_word in words[place + 1 : place + 1 + _SCOPE]:
                if set(text[end : next_word.start]) & set(',.;:!?"”'):
                    break
                end = next_word.end
                if tells(next_word.low):
                    yield from stems(next_word.low)


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


def _sides(words: frozenset[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The pairs of which the words hold the first side and not the second; the same turned."""
    known, many = _first_of_pairs(), len(_opposites())
    if known.keys().isdisjoint(words):
        return frozenset(), frozenset()
    held = {place for word in words & known.keys() for place in known[word]}
    turned = {(place + many // 2) % many for place in held}
    return frozenset(held - turned), frozenset(turned - held)


def _denial(one: Said, other: Said) -> str:
    """The word with which one of the two denies what the other says; "" where both deny."""
    if one.denied.isdisjoint(other.stems) and other.denied.isdisjoint(one.stems):
        return ""
    both = one.denies and other.denies
    return "" if both else f"“{one.denies or other.denies}” in one of them"


def _opposed(one: Said, other: Said) -> str:
    """Two opposed words of which each sentence has one, and none of the other's side."""
    pairs = one.sides & other.against
    if not pairs:
        return ""
    here, there = _opposites()[min(pairs)]
    return f"“{min(here & one.words)}” and “{min(there & other.words)}”"


def _numbers(one: Said, other: Said) -> str:
    """Two numbers of one unit that differ, where the sentences have none in common."""
    if {(c.unit, c.low) for c in one.numbers} & {(c.unit, c.low) for c in other.numbers}:
        return ""
    sharp = [[c for c in own if c.high < _VAGUE * c.low] for own in (one.numbers, other.numbers)]
    pairs = ((c, d) for c in sharp[0] for d in sharp[1] if c.unit == d.unit)
    return next((f"“{c.text}” and “{d.text}”" for c, d in pairs if _apart(c, d)), "")


def _apart(one, other) -> bool:
    """Whether no number fits both wordings: 33,970 fits "more than 33,900"."""
    a, b = (
        intervals.committed(intervals.Span(c.low, c.high, c.bound, c.text)) for c in (one, other)
    )
    return a.low > b.high or b.low > a.high


def _people(one: Said, other: Said) -> str:
    """Whom only one names and whom only the other names, beside somebody whom both name."""
    if one.people.keys().isdisjoint(other.people):
        return ""
    mine, theirs = one.people.keys() - other.people.keys(), other.people.keys() - one.people.keys()
    if not (mine and theirs):
        return ""
    return f"{min(one.people[m] for m in mine)} and {min(other.people[t] for t in theirs)}"


def _where(one: Said, other: Said) -> str:
    """That people met online, and in what place, where each sentence says one of the two."""
    if one.online and other.met and not other.online:
        return f"“{one.online}” and “{other.met}”"
    if other.online and one.met and not one.online:
        return f"“{one.met}” and “{other.online}”"
    return ""


# What may differ, and how much it counts beside the likeness.
_DIFFERENCES = (
    (_denial, 0.12),
    (_opposed, 0.15),
    (_numbers, 0.12),
    (_people, 0.045),
    (_where, 0.12),
)
