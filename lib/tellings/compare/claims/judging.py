"""Verdicts: claims of one quantity in, whether two of them agree out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from heapq import merge
from itertools import combinations
from math import ceil, frexp, log2
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.claims import intervals, measures, running, unkeyed
from tellings.compare.claims.intervals import Span
from tellings.compare.rows import alike
from tellings.find.claims import occasions
from tellings.find.claims.neighbours import role
from tellings.text.tokens import fine

FAR = 2.0  # two values of one key further apart than this ratio are counts of different things
NEXT = 5  # events whose numbers of one key are set beside an event's
_APART = ceil(log2(FAR))
_FORECAST = ", forecast"
_COMPARED = ["article_id", "event_id", "outlet", "start", "end", "text", "kind", "low", "high"]
_COMPARED += ["bound", "trend", "unit", "source", "status", "as_of", "key", "basis", "group"]
_STILL = ("date", "ordinal", "duration")  # kinds that do not develop from event to event


class Pair(NamedTuple):
    """Two claims about one quantity and what they make of each other.

    event_id    of both; "" for two events, whose claims are a development, never a disagreement
    outlets     how many outlets give the two: 1 or 2
    difference  of b from a in per cent; NaN for days and ranks
    days        from the day that a speaks of to the day that b speaks of; NaN if one is unknown
    verdict     agree: one number, or one rounds to the other
                compatible: what a reader takes from the two wordings overlaps
                consistent: only what the words strictly commit to overlaps
                conflict: no reading lets both be true
                sequence: two ranks of one series
                development: between two events, or two days of a running count, what may have
                changed
                incomparable: not the same thing (a forecast and a count), or denied by its source
    reason      the verdict in words
    """

    event_id: str
    key: str
    article_id_a: str
    outlet_a: str
    start_a: int
    end_a: int
    text_a: str
    source_a: str
    as_of_a: str
    article_id_b: str
    outlet_b: str
    start_b: int
    end_b: int
    text_b: str
    source_b: str
    as_of_b: str
    outlets: int
    difference: float
    days: float
    verdict: str
    reason: str


def verdicts(aligned: pd.DataFrame) -> pd.DataFrame:
    """One row (Pair) per two claims of one quantity: inside an event, then between two events.

    A forecast and a count of the same things are listed as incomparable; any pair not listed is.
    """
    return pd.concat([inside(aligned), *between(aligned)], ignore_index=True)


def inside(aligned: pd.DataFrame) -> pd.DataFrame:
    """Those of `verdicts` whose claims are of one event; a part of the events has its own."""
    known = aligned[aligned["group"] != ""]
    told = alike(known.assign(base=known["key"].map(_base)), ["event_id", "base"])
    pairs = ((a, b, rows) for rows in told for a, b in combinations(rows, 2))
    return tables.frame((_pair(a, b, rows) for a, b, rows in pairs if _meet(a, b)), Pair)


def moving(aligned: pd.DataFrame) -> pd.DataFrame:
    """The claims that `between` sets beside those of other events, by the columns that it reads.

    None whose key is the number itself: that two events have "15 dollars" in them says nothing, and
    of 100,000 articles such pairs were 2.36 of 2.37 million.
    """
    named = (aligned["basis"] != "number") | ~aligned["key"].map(unkeyed.is_number).astype(bool)
    kept = (aligned["group"] != "") & ~aligned["kind"].isin(_STILL) & named
    return aligned.loc[kept, _COMPARED]


def between(aligned: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Those of `verdicts` whose claims are of two events, in parts: they may outnumber the claims.

    Between two events there is no conflict: what does not agree is a development. A claim is set
    beside those of the NEXT events in time that give a number near it: a quantity of which every
    event speaks would else have as many rows as there are pairs of events.
    """
    told = alike(moving(aligned), ["key"])
    pairs = ((rows[a], rows[b]) for rows in told for a, b in _between_events(rows))
    yield from tables.frames((_pair(*sorted(pair, key=_time)) for pair in pairs), Pair)


def _between_events(claims: list) -> list[tuple[int, int]]:
    """The pairs of places of one key's claims that are set beside each other, as they stand.

    Numbers are looked up by their power of two, so that the work grows with the claims and not
    with their pairs.
    """
    order = sorted(range(len(claims)), key=lambda n: (*_time(claims[n]), n))
    rank = {n: at for at, n in enumerate(order)}
    later: dict[tuple[int, int], list[int]] = defaultdict(list)
    found = []
    for n in reversed(order):
        sign, power = _magnitude(claims[n].low)
        near = [later[sign, power + step] for step in range(-_APART, _APART + 1)]
        events = {claims[n].event_id}
        for other in merge(*map(reversed, near), key=rank.__getitem__):
            if claims[other].event_id == claims[n].event_id or not close(claims[n], claims[other]):
                continue
            events.add(claims[other].event_id)
            if len(events) > NEXT + 1:
                break
            found.append((min(n, other), max(n, other)))
        later[sign, power].append(n)
    return sorted(found)


def _time(claim) -> tuple[str, str]:
    """What puts two events' claims in order."""
    return claim.as_of, claim.event_id


def _magnitude(value: float) -> tuple[int, int]:
    """A number's sign and power of two; close ones are at most _APART powers apart."""
    return (value > 0) - (value < 0), frexp(value)[1]


def _base(key: str) -> str:
    """The quantity that a forecast's key forecasts: the key before ", forecast"."""
    return key.split(_FORECAST)[0]


def _meet(a, b) -> bool:
    """Whether two claims with one base key are listed: one quantity, or a forecast of it."""
    return a.group == b.group or (_FORECAST in a.key) != (_FORECAST in b.key)


def close(a, b) -> bool:
    """Whether two values, of one key or one unit, are near enough to be of one quantity."""
    low, high = sorted((a.low, b.low))
    return low <= high <= max(low * FAR, low / FAR)


def _pair(a, b, rows: Sequence = ()) -> Pair:
    """The row of two claims; rows: all those of their event and quantity."""
    verdict, reason = _verdict(a, b)
    if verdict == "conflict" and (_gives_too(a, b, rows) or _gives_too(b, a, rows)):
        verdict, reason = "incomparable", "one may be a part: its article gives the other, too"
    same = a.event_id == b.event_id
    number = a.kind not in ("date", "ordinal", "vote") and a.low + a.high
    of_a, of_b = ((c.low + c.high) * measures.size(c.unit) for c in (a, b))
    difference = 100 * (of_b - of_a) / of_a if number else float("nan")
    return Pair(
        a.event_id if same else "",
        a.key if a.key == b.key else _base(a.key),
        *_side(a),
        *_side(b),
        len({a.outlet, b.outlet}),
        difference,
        days_between(a.as_of, b.as_of),
        verdict,
        reason,
    )


def _gives_too(claim, other, rows: Sequence) -> bool:
    """Whether the article of a claim gives the other's number as well: 4,500 jobs in all, 1,900 of
    them here."""
    if claim.kind in _STILL or claim.kind == "vote":
        return False
    own = (row for row in rows if row.article_id == claim.article_id != other.article_id)
    found = (intervals.compare(_span(row), _span(other))[0] for row in own if row.kind != "date")
    return any(verdict in ("agree", "compatible") for verdict in found)


def _side(claim) -> tuple:
    """One claim's part of a pair."""
    place = (claim.article_id, claim.outlet, int(claim.start), int(claim.end), claim.text)
    return (*place, claim.source, claim.as_of)


def days_between(a: str, b: str) -> float:
    """Days from one ISO day to another; NaN where one is no day."""
    if len(a) != 10 or len(b) != 10:
        return float("nan")
    return float((date.fromisoformat(b) - date.fromisoformat(a)).days)


def _verdict(a, b) -> tuple[str, str]:
    """What two claims of one quantity make of each other, and why."""
    if a.kind == "date" or b.kind == "date":
        return of_days(a.low, a.high, b.low, b.high, a.bound == b.bound)
    apart = _set_apart(a, b)
    if apart:
        return "incomparable", apart
    if a.kind == "ordinal":
        return _of_ranks(a, b)
    if a.kind == "vote":
        same = (a.low, a.high) == (b.low, b.high)
        return ("agree", "the same vote") if same else ("conflict", "two counts of one vote")
    verdict, reason = intervals.compare(_span(a), _span(b))
    if verdict in ("conflict", "consistent") and a.event_id != b.event_id:
        return "development", "between two events the number may have changed" + _apart(a, b)
    if verdict == "conflict" and running.went_on(a, b, days_between(a.as_of, b.as_of)):
        return "development", "the count may have gone on" + _apart(a, b)
    return verdict, reason + _apart(a, b)


def _of_ranks(a, b) -> tuple[str, str]:
    """Two ranks of events of one kind: of one series unless their words tell two apart."""
    one, other = (
        set(c.unit.split()) - role("says no series") - occasions.events().keys() for c in (a, b)
    )
    if one and other and one.isdisjoint(other):
        return "incomparable", "two series"  # "the third Hale-Abe summit", "the third Gulf summit"
    return ("agree", "the same rank") if a.low == b.low else ("sequence", "two ranks of one series")


def _set_apart(a, b) -> str:
    """Why two claims of one key are not of one thing; "" where they are."""
    if (_FORECAST in a.key) != (_FORECAST in b.key):
        return "one is a forecast, the other is not"
    if "denied" in (a.status, b.status):
        return "" if a.status == b.status else "one is denied by its source"
    if a.trend != b.trend and not (a.basis == b.basis == "text" and a.kind == "cardinal"):
        return "one is a level, the other a change"
    return "one counts only what comes on top" if _on_top(a) != _on_top(b) else ""


def _on_top(claim) -> bool:
    """Whether a claim counts others than those counted before: "two additional packages"."""
    words = fine(claim.text).low
    besides = (i for i, w in enumerate(words) if w in role("besides"))
    return any(words[i + 1 : i + 2] != ("than",) for i in besides)


def _apart(a, b) -> str:
    """How many days lie between two claims, as the end of a reason; "" for none."""
    days = days_between(a.as_of, b.as_of)
    if not days or days != days:
        return ""
    source = "; the same source" if _same_source(a.source, b.source) else ""
    return f"; {abs(days):.0f} day{'' if abs(days) == 1 else 's'} apart{source}"


def _same_source(a: str, b: str) -> bool:
    """Whether two claims name one source: "The UN", "the UN"."""
    plain = [s.lower().removeprefix("the ").strip() for s in (a, b)]
    return plain[0] == plain[1] != ""


def _span(claim) -> Span:
    """What the interval rules need of a claim."""
    size = measures.size(claim.unit)
    return Span(claim.low, claim.high, claim.bound, claim.text, size, claim.unit)


def of_days(
    low_a: float, high_a: float, low_b: float, high_b: float, bound_alike: bool = True
) -> tuple[str, str]:
    """Two days, or stretches of days, of one event: the verdict and its reason."""
    if (low_a, high_a) == (low_b, high_b) and bound_alike:
        return "agree", "the same day" if low_a == high_a else "the same days"
    if low_a <= high_b and low_b <= high_a:
        return "compatible", "one is given more exactly than the other"
    return "conflict", "the days do not overlap"
