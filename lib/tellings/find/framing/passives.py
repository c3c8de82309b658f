"""Passives of a sentence: its words in, each form of "be" with its participle out."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from tellings.lexicons import listed
from tellings.text.inflection import is_participle
from tellings.text.tokens import Whole

_REACH = 4  # words between a participle and the "by" that names who did it
_PHRASE = 25  # words of the longest phrase between two participles that share a "be"


class Passive(NamedTuple):
    """A passive: tokens first to beyond, and whether a "by" names who did it."""

    first: int
    beyond: int
    agent: bool


def of(text: str, given: Whole, at: Iterable[int] | None = None) -> list[Passive]:
    """The passives of the sentence `text`, whose tokens are `given`, in order.

    at  the places of forms_of_be among the tokens, others beside them or not, where that is known

    A passive is a form of "be", adverbs, and a participle: an irregular one or a word in -ed
    that is no adjective ("is concerned") and no state ("is set to"). Participles that are joined
    on count too: "was tried and jailed", "is run by A and owned by B".

    Its lists are lexicons/passives.csv; how often it errs stands in notebook 6.
    """
    found: list[Passive] = []
    be, low, beyond = forms_of_be(), given.low, 0
    for place in range(len(low)) if at is None else at:
        if place < beyond or low[place] not in be or not _goes_on_to_participle(low, place + 1):
            continue
        participle = _participle_after(text, given, place)
        if not participle:
            continue
        first = place
        while first and _auxiliary(low[first - 1]) and _joined(text, given, first - 1):
            first -= 1
        found.append(Passive(first, participle + 1, _agent(text, given, participle)))
        others = _joined_on(text, given, participle)
        found += [Passive(other, other + 1, _agent(text, given, other)) for other in others]
        beyond = max([participle, *others]) + 1
    return found


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of lexicons/passives.csv of a kind."""
    return listed("passives", kind=kind)


@cache
def _function(kind: str) -> frozenset[str]:
    """The function words of a kind."""
    return listed("function_words", kind=kind)


def _goes_on_to_participle(low: Sequence[str], at: int) -> bool:
    """Whether adverbs, if any, and then what can be a participle stand from `at` on.

    Asked first, as it needs no places of words and most sentences with a "be" hold no passive.
    """
    while at < len(low) and _adverb(low[at]):
        at += 1
    if at >= len(low):
        return False
    return is_participle(low[at]) or (low[at + 1 : at + 2] == ("by",) and _stative(low[at]))


def _participle_after(text: str, given: Whole, place: int) -> int:
    """The token of the participle behind the "be" at `place`, over adverbs; 0 if there is none."""
    at = _over_adverbs(text, given, place + 1)
    if not _joined(text, given, at - 1):
        return 0
    following = _low(given, at + 1) if _joined(text, given, at) else ""
    if not is_participle(given.low[at]) and not (following == "by" and _stative(given.low[at])):
        return 0
    has = given.low[place] in _words("is or has") and _takes_object(given.low[at], following)
    return 0 if has or _state(given, at, following) else at


def _takes_object(participle: str, following: str) -> bool:
    """Whether a noun phrase behind "he's" and a participle is its object: "he's led a quiet life"
    is "he has", but "it's called a coup" is "it is".
    """
    opens = following in _function("determiner")
    return opens and participle not in _words("before a complement")


@cache
def forms_of_be() -> frozenset[str]:
    """The forms of "be"; 's and 're count behind a pronoun only, 'd never."""
    return _words("be") | _words("be behind a pronoun")


def _state(given: Whole, at: int, following: str) -> bool:
    """Whether what follows makes the participle at `at` a state: "is set to", "is bent on"."""
    low = given.low[at]
    if following == "to" and low in _words("state before to and a noun"):
        after = _low(given, at + 2)
        nominal = any(after in _function(k) for k in ("determiner", "pronoun"))
        return after.endswith("ing") or nominal  # "used to talking", but "used to decide"
    return following in ("to", "on") and low in _words(f"state before {following}")


def _over_adverbs(text: str, given: Whole, at: int) -> int:
    """The first token from `at` on that is no adverb ("was not yet fully repaired")."""
    while _joined(text, given, at - 1) and _adverb(given.low[at]):
        at += 1
    return at


def _stative(low: str) -> bool:
    """Whether a word is an adjective that a "by" right behind it makes a deed ("shocked by")."""
    return low in _words("adjective")


def _joined(text: str, given: Whole, place: int) -> bool:
    """Whether white space alone, or it and an opening mark, parts the token from a next one."""
    if place + 1 >= len(given.low):
        return False
    between = text[given.until(place) : given.start[place + 1]]
    return between.isspace() or between.rstrip("\"'“‘").isspace()


@cache
def _adverbs() -> frozenset[str]:
    """Words that may stand between "be" and its participle."""
    time = _function("time")
    return _function("adverb") | time | _words("between")


def _low(given: Whole, at: int) -> str:
    """The token at `at` in lower case; "" behind the last."""
    return given.low[at] if at < len(given.low) else ""


def _adverb(low: str) -> bool:
    return low in _adverbs() or (low.endswith("ly") and len(low) > 4)


def _auxiliary(low: str) -> bool:
    return low in _function("auxiliary")


def _joined_on(text: str, given: Whole, participle: int) -> list[int]:
    """The participles that share the "be" of the one given: "beaten, robbed and left".

    The last must not have an object of its own ("was tried and admitted the theft" is no second
    passive). Behind a longer phrase only one with "by" counts: "is run by A and owned by B".
    """
    found, at = [], participle
    while at + 1 < len(given.low):
        comma = text[given.until(at) : given.start[at + 1]].strip() == ","
        conjunction = given.low[at + 1] in _words("joins")
        following = _over_adverbs(text, given, at + 1 + conjunction)
        if not (comma or conjunction) or following >= len(given.low):
            break
        if not is_participle(given.low[following]):
            break
        found.append(following)
        at = following
        if conjunction:
            return found if _without_object(text, given, at) else _by_later(given, participle)
    return _by_later(given, participle)


def _without_object(text: str, given: Whole, at: int) -> bool:
    """Whether the participle at `at` ends its clause or goes on with a preposition."""
    if not _joined(text, given, at):
        return True
    low = given.low[at + 1]
    return _adverb(low) or low in _function("preposition")


def _by_later(given: Whole, participle: int) -> list[int]:
    """A participle later on between "and" and "by"."""
    low = given.low[participle + 1 : participle + 1 + _PHRASE]
    for at in range(1, len(low) - 1):
        if low[at - 1] == "and" and low[at + 1] == "by" and is_participle(low[at]):
            return [participle + 1 + at]
    return []


def _agent(text: str, given: Whole, participle: int) -> bool:
    """Whether a "by" within reach of the participle names who did it, not when or how."""
    for at in range(participle + 1, min(participle + 2 + _REACH, len(given.low) - 1)):
        if not _joined(text, given, at - 1):
            return False
        if given.low[at] == "by":
            return _doer(text, given, at + 1)
    return False


def _doer(text: str, given: Whole, at: int) -> bool:
    """Whether the words behind a "by" are a doer's: no means, no time, no measure, no gerund."""
    low = [_low(given, at + i) for i in range(3)]
    rest = text[given.start[at] :]
    determined = low[0] in _words("before a doer")
    head = low[1] if determined else low[0]
    if head in _moments() or (not determined and head in _words("means")):
        return False
    measure = _words("measure")
    preposition = low[1] in _function("preposition")
    if low[1] in measure or (low[2] in measure and not preposition):
        return False
    if rest[0] in "$£€" or "%" in rest.split(maxsplit=1)[0]:
        return False
    return not low[0].endswith("ing") or _without_object(text, given, at)


@cache
def _moments() -> frozenset[str]:
    """Words behind "by" that say when, not who."""
    days = (w for kind in ("weekday", "month") for w in listed("calendar", kind=kind))
    when = _words("moment") | _function("time")
    return when | frozenset(days)
