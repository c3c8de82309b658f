"""What the numbers of events say, in sentences: pairs and aligned claims in, the finding out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from operator import attrgetter

import pandas as pd

from tellings.compare.claims import wording
from tellings.compare.claims.clauses import (
    OTHER,
    ROUND,
    before_joint,
    behind_joint,
    kinds,
    last,
    trimmed,
)
from tellings.compare.claims.intervals import Span, compare
from tellings.compare.claims.judging import close
from tellings.compare.claims.unkeyed import is_number, label
from tellings.compare.events.naming import of_year
from tellings.compare.events.outlets import voices
from tellings.compare.rows import by_event, grouped, of_events
from tellings.tables import tuples
from tellings.text.prose import joined, number, upper

NOTHING = "No two outlets were found to give different numbers of one thing."
TITLE = "The numbers that two outlets give of one thing"
_NAMED = 2  # quantities, and numbers that one outlet alone gives, that an event's sentences name
_OUTLETS = 3
# What is said of two numbers of one thing, and of more.
_JUDGED = {
    "conflict": ("they conflict", "they cannot all be true"),
    "development": ("the count may have gone on in between",) * 2,
    "consistent": ("only a loose bound leaves room for both", "only a loose bound leaves room"),
    "compatible": ("both can be true", "all can be true"),
}
_RANK = tuple(_JUDGED)
_DIGITS = re.compile(r"\d[\d.,]*\d")  # of two digits or more: what can be searched for
_AGE = "age of "
_WEIGHTY = ("money", "percent")  # kinds of numbers that a reader asks for, people apart
_STOP = re.compile(r"[,;:.!?—–“”\"]\s|[“”\"]")  # where the words round a number end
_EDGES = " ,;:.“”'"
_LARGE = 1000.0  # two numbers from here on are near each other by no chance
_LOOSE = 1.25  # "more than $400 million" may be the $412 million of another outlet, not its $600
_CLAUSE = 8  # words of its clause on either side, with which it is told whole
_JOINING = ("coordinator", "subordinator", "relative")
_GRAMMAR = (*_JOINING, "preposition", "determiner", "pronoun", "auxiliary")
_SENTENCE = ["article_id", "start", "end", "text"]
_NUMBER = ["kind", "low", "high", "bound", "unit", "status"]
_CLAIM = [*_SENTENCE, "outlet", "group", "key", *_NUMBER]


def said(
    pairs: pd.DataFrame, aligned: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame
) -> dict[str, list[str]]:
    """Of each event by its id what is at odds, what only one outlet gives, what all give alike.

    pairs     compare.claims.verdicts; aligned: compare.claims.align
    articles  all of them, also those without a number; sentences: theirs

    What one outlet alone gives is told after its digits were searched for in all the others' words.
    """
    voice = dict(zip(articles["article_id"], voices(articles), strict=True))
    inside = pairs[(pairs["outlets"] > 1) & (pairs["event_id"] != "")]
    odds, possible = _at_odds(inside, _RANK[:-1]), _at_odds(inside, _RANK[-1:])
    given = wording.left_out(aligned, articles), _agreed(inside)
    told = zip(
        by_event(articles, sentences[_SENTENCE], aligned[_CLAIM]),
        of_events(set(articles["event_id"]), *given),
        strict=True,
    )
    found = {}
    for (event, _, here, own), (_, missing, agreed) in told:
        texts: dict[str, list[str]] = {}
        for sentence in here:
            texts.setdefault(voice[sentence.article_id], []).append(sentence.text)
        parts = [*odds.get(event, ()), _only(own, here, texts), _missing(own, missing)]
        parts += [*possible.get(event, ()), _alike(agreed, len(texts))]
        found[event] = [part for part in parts if part and len(texts) > 1]
    return found


def drawn(said: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Those of the sentences that speak of what the figure draws: numbers that differ."""
    ends = tuple(f"; {words}." for judged in _JUDGED.values() for words in judged)
    return {event: [s for s in own if s.endswith(ends)] for event, own in said.items()}


def _at_odds(judged: pd.DataFrame, verdicts: Sequence[str]) -> dict[str, list[str]]:
    """By event_id the quantities on which two outlets differ, what conflicts first, with both
    wordings."""
    bare = judged["key"].map(is_number).astype(bool)  # "19 other states"
    differing = judged[judged["verdict"].isin(_RANK) & (~bare | (judged["verdict"] == "conflict"))]
    rank = differing["verdict"].map(_RANK.index)
    worst = rank.groupby([differing["event_id"], differing["key"]]).transform("min")
    first = differing["verdict"].isin(verdicts) & (rank == worst)  # each quantity is told of once
    rows = differing.assign(rank=rank)[first].sort_values("rank", kind="stable")
    found: dict[str, dict[str, list]] = {}
    for row in tuples(rows):
        found.setdefault(row.event_id, {}).setdefault(row.key, []).append(row)
    return {
        event: [_differ(key, own) for key, own in islice(of.items(), _NAMED)]
        for event, of in found.items()
    }


def _differ(key: str, pairs: list) -> str:
    """That the numbers of one thing differ: one of each outlet that is in a pair as far apart as
    the first; those of a count that went on with their days."""
    verdict = pairs[0].verdict
    sides: dict[str, tuple[str, str]] = {}
    told = [row for row in pairs if row.verdict == verdict]
    for row in sorted(told, key=lambda row: not _DIGITS.search(row.text_a + row.text_b)):
        sides.setdefault(row.outlet_a, (row.text_a, row.as_of_a))
        sides.setdefault(row.outlet_b, (row.text_b, row.as_of_b))
    given: dict[tuple[str, str], list[str]] = {}
    for outlet, (text, day) in sorted(sides.items(), key=lambda side: _day(verdict, side[1][1])):
        given.setdefault((_day(verdict, day), text), []).append(outlet)
    words = []
    for (day, text), outlets in given.items():
        on = f"on {of_year(day)} " if day and f"on {of_year(day)} " not in "".join(words) else ""
        words.append(f"{on}“{text}” in {joined(outlets)}")
    what = f"{upper(label(key))}: " if label(key) else ""
    return upper(f"{what}{', '.join(words)}; {_JUDGED[verdict][len(given) > 2]}.")


def _day(verdict: str, day: str) -> str:
    """The day on which a number is told to stand: that of a count that went on."""
    return day if verdict == "development" else ""


def _only(own: list, sentences: list, texts: dict[str, list[str]]) -> str:
    """The weightiest numbers that one outlet alone gives, in the words round them.

    texts  all sentences of each outlet
    """
    outlets: dict[str, set[str]] = {}
    for claim in own:
        outlets.setdefault(claim.group, set()).add(claim.outlet)
    alone = {"", *(group for group, given in outlets.items() if len(given) == 1)}
    lone = [claim for claim in own if claim.outlet and claim.group in alone and _weight(claim)]
    lone = [claim for claim in lone if not converted(claim, own, sentences)]
    told: dict[str, list[str]] = {}
    numbers: set[tuple[str, float, str]] = set()
    for claim in sorted(lone, key=_weight, reverse=True):
        more = claim.outlet in told or len(told) < _OUTLETS
        fits = more and len(told.get(claim.outlet, ())) < _NAMED
        others = (other for other in own if other.outlet != claim.outlet)
        if fits and _nowhere(claim, texts) and not any(likely_of_one(claim, o) for o in others):
            words = _round(claim, sentences)
            given = told.setdefault(claim.outlet, [])
            number = (claim.outlet, claim.low, claim.unit)  # two files of one outlet, or a headline
            given += [] if number in numbers else [words]
            numbers.add(number)
    parts = [f"only {outlet} gives {joined(words)}" for outlet, words in told.items()]
    return upper("; ".join(parts) + ".") if parts else ""


def likely_of_one(claim, other) -> bool:
    """Whether two numbers of one unit may be of one quantity: counts of one noun that are near each
    other, sums and shares that may both be true.

    "5,400 teachers" is nothing that an outlet alone gives where another has "more than 5,000
    teachers", nor is "6.2%" beside "6 per cent".
    """
    if claim.kind != other.kind or not claim.unit or not other.unit:
        return False
    if claim.kind == "cardinal":  # "child car seats" are seats
        noun, another = (one.unit.rpartition(" ")[2] for one in (claim, other))
        near = max(claim.low, other.low) <= _LOOSE * min(claim.low, other.low)
        same = claim.unit == other.unit or (noun == another and near)
        return close(claim, other) and (same or _rounded(claim, other))
    if claim.unit != other.unit:
        return False
    if claim.kind == "percent" and round(claim.low) == round(other.low):
        return not all(c.low % 1 for c in (claim, other))  # "6 per cent" is 6.2% in whole numbers
    one, two = (Span(c.low, c.high, c.bound, c.text) for c in (claim, other))
    verdict = compare(one, two)[0]
    near = max(claim.low, other.low) <= _LOOSE * min(claim.low, other.low)
    return verdict in ("agree", "compatible") or (verdict == "consistent" and near)


def _rounded(claim, other) -> bool:
    """Whether one of two large numbers may be the other, told roughly: "about 90,000 teenagers" are
    the 86,000 pupils, whatever they are called."""
    rough = "~" in (claim.bound, other.bound) and min(claim.low, other.low) >= _LARGE
    one, two = (Span(c.low, c.high, c.bound, c.text) for c in (claim, other))
    return rough and compare(one, two)[0] in ("agree", "compatible")


def converted(claim, others: Iterable, sentences: Iterable) -> bool:
    """Whether a number only says again in another unit what stands before it: "11km (7 miles)",
    "£2.1m ($2.8m)".

    others, sentences  of its event
    """
    same = (o for o in others if o.article_id == claim.article_id and o.kind == claim.kind)
    beside = any(claim.start - o.end == len(" (") for o in same)
    return beside and any(
        s.text[: claim.start - s.start].endswith(" (")
        for s in sentences
        if s.article_id == claim.article_id and s.start <= claim.start < s.end
    )


def _weight(row) -> int:
    """How much a number matters: forecasts first, then those of people, money and shares."""
    if row.key.startswith(_AGE) or not _DIGITS.search(row.text):
        return 0
    keyed = bool(row.key) and not is_number(row.key)
    asked = row.unit == "person" or row.kind in _WEIGHTY
    return 4 * (row.status == "forecast" and keyed) + 2 * asked + keyed


def _nowhere(claim, texts: dict[str, list[str]]) -> bool:
    """Whether a number's digits stand in no other outlet's words."""
    digits = _DIGITS.search(claim.text)[0]
    alone = re.compile(rf"(?<![\d.,]){re.escape(digits)}(?![\d])")
    others = (text for outlet, own in texts.items() if outlet != claim.outlet for text in own)
    return not any(digits in text and alone.search(text) for text in others)


def _round(claim, sentences: list) -> str:
    """A number with the words of its sentence round it, in quotation marks."""
    own = next(
        sentence
        for sentence in sentences
        if sentence.article_id == claim.article_id
        and sentence.start <= claim.start < claim.end <= sentence.end
    )
    before = behind_joint(_STOP.split(own.text[: claim.start - own.start])[-1].split(" "))
    after = before_joint(_STOP.split(own.text[claim.end - own.start :])[0].split(" "))
    opens = ends = ""
    if any(OTHER.search(word) and word[0] != "(" for word in after):
        ends, after = " …", after[:1]  # "£69,000 [are asking for 7.5 per cent]"
    if len(before) > _CLAUSE:
        opens, before = "… ", trimmed(last(before).split(" "), 1, kinds(*_GRAMMAR))
    if len(after) > _CLAUSE:
        ends, after = " …", trimmed(after[: ROUND + 1], -1, kinds(*_GRAMMAR))
    said = " ".join(trimmed(before, 1, kinds(*_JOINING))) + claim.text + " ".join(after)
    return f"“{opens}{said.strip(_EDGES)}{ends}”"


def _missing(own: list, lacking: list) -> str:
    """The numbers of people that all outlets of an event but one give.

    lacking  wording.left_out of the event
    """
    people = {claim.key for claim in own if claim.unit == "person"}
    of_people = [row for row in lacking if row.quantity in people]
    if not of_people:
        return ""
    outlet = of_people[0].outlet
    named = [row.quantity for row in of_people if row.outlet == outlet][:_NAMED]
    return f"In {outlet}, no number was found of {' or '.join(named)}."


def _agreed(judged: pd.DataFrame) -> pd.DataFrame:
    """The pairs of those quantities of an event on which nothing but agreement was found."""
    agree = (judged["verdict"] == "agree").groupby([judged["event_id"], judged["key"]])
    return judged[agree.transform("all")]


def _alike(agreed: Sequence, outlets: int) -> str:
    """A number that all outlets of an event give alike."""
    for pairs in grouped(agreed, attrgetter("key")).values():
        texts = (text for pair in pairs for text in (pair.text_a, pair.text_b))
        words = min(texts, key=lambda text: (len(text), text))
        telling = {outlet for pair in pairs for outlet in (pair.outlet_a, pair.outlet_b)}
        if any(c.isdigit() for c in words) and len(telling) == outlets > 2:
            return f"All {number(outlets)} outlets give “{words}”."
    return ""
