"""Claims across tellings: claims in, what speaks of one quantity and whether it agrees out."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.claims import intervals, unkeyed
from tellings.compare.claims.intervals import Span
from tellings.compare.corpus.corrections import applied, meant
from tellings.find.claims import Claim
from tellings.tables import KEYS

_FAR = 2.0  # two values of one key further apart than this ratio are counts of different things
_FORECAST = ", forecast"


Aligned = tables.extend(
    Claim,
    "Aligned",
    "A Claim with its group, the quantity it is compared in, and what its key rests on (basis).",
    basis=str,
    group=str,
)


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
                incomparable: not the same thing (a forecast and a count), or not at the same time
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


def align(claims: pd.DataFrame, articles: pd.DataFrame, corrections=None) -> pd.DataFrame:
    """One row per claim of the articles, in the order given, with its event, outlet, key and group.

    key     as found, corrected, or, where the text did not tell it, the number itself for claims of
            different articles that say the same ("2 sides") and the shared words for near numbers;
            "" for a claim that stands alone
    basis   what the key rests on: text, number, words, researcher; "" without one
    group   the claims of one event that speak of one quantity; "" for a claim without a key. Values
            of one key more than twice apart (a day's dead, a war's dead) are different quantities

    corrections  rows of subject "claim": `was` -> `becomes` for every claim of that key, or for the
                 one of `article_id` at `place`. A corrected key is taken as it is
    """
    aligned = _with_events(claims, articles)
    aligned["basis"] = aligned["key"].map(lambda key: "text" if key else "")
    for basis, keys in (("number", unkeyed.by_value), ("words", unkeyed.by_words)):
        _give(aligned, keys(aligned), basis)
    given = _corrected(aligned, corrections)
    _give(aligned, given, "researcher")
    aligned["group"] = ""
    for (event, key), rows in aligned[aligned["key"] != ""].groupby(
        ["event_id", "key"], sort=False
    ):
        whole = given[rows.index].notna().any() or rows["kind"].isin(["date", "ordinal"]).all()
        parts = [rows] if whole else list(_near(rows))
        for n, part in enumerate(parts, 1):
            name = f"{event}: {key}" + (f" ({n})" if len(parts) > 1 else "")
            aligned.loc[part.index, "group"] = name
    assert len(aligned) == claims["article_id"].isin(articles["article_id"]).sum()
    return aligned


def _give(aligned: pd.DataFrame, keys: pd.Series, basis: str) -> None:
    """Set the keys that are given, and what they rest on; None leaves a key as it is."""
    known = keys.notna()
    aligned.loc[known, "key"] = keys[known]
    aligned.loc[known, "basis"] = basis


def _with_events(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The claims with the event, outlet and telling of their articles.

    A number given in the two days after its event speaks of the event's day, not of the update's.
    """
    wanted = [c for c in KEYS[1:] if c not in claims.columns and c in articles.columns]
    known = articles[["article_id", *wanted]].drop_duplicates("article_id")
    after = claims.merge(known, on="article_id").reset_index(drop=True)
    if "event_day" in articles.columns:
        days = after["article_id"].map(articles.set_index("article_id")["event_day"])
        late = [0 < _days(day, as_of) <= 2 for day, as_of in zip(days, after["as_of"], strict=True)]
        after["as_of"] = after["as_of"].mask(pd.Series(late, index=after.index, dtype=bool), days)
    return after


def changes(claims: pd.DataFrame, articles: pd.DataFrame, corrections) -> pd.DataFrame:
    """The corrections of quantities as corpus.corrections.Applied: the claims each changed."""
    said = corrections[corrections["subject"] == "claim"]
    found = align(claims, articles) if len(said) else claims
    return applied(said, [len(rows) for rows, _ in _meant(found, said)])


def _corrected(claims: pd.DataFrame, corrections) -> pd.Series:
    """For each claim the key that the researcher gives it, None where there is none."""
    keys = pd.Series([None] * len(claims), index=claims.index, dtype=object)
    if corrections is not None:
        for rows, key in _meant(claims, corrections[corrections["subject"] == "claim"]):
            keys[rows] = key
    return keys


def _meant(claims: pd.DataFrame, corrections: pd.DataFrame) -> Iterator[tuple[pd.Index, str]]:
    """For each correction of a quantity the claims that it changes, and their new key."""
    for row in corrections.itertuples():
        mask = meant(claims, row, "key") & (claims["key"] != row.becomes)
        yield claims.index[mask], row.becomes


def _near(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows of one key in parts whose values are at most _FAR apart, the smallest first."""
    rows = rows.sort_values(["low", "high"], kind="stable")
    first, reach = 0, None
    for n, (low, high) in enumerate(zip(rows["low"], rows["high"], strict=True)):
        if reach is not None and not low <= max(reach * _FAR, reach / _FAR):
            yield rows.iloc[first:n].sort_index()
            first, reach = n, None
        reach = high if reach is None else max(reach, high)
    yield rows.iloc[first:].sort_index()


def quantities(aligned: pd.DataFrame) -> pd.DataFrame:
    """One row per quantity of an event that has a key: how many outlets and claims give it.

    Columns event_id, key, outlets, claims, lowest, highest, unit, words; those of most
    outlets first. Two articles of one outlet count as one.
    """
    known = aligned[aligned["group"] != ""]
    rows = [
        {
            "event_id": part["event_id"].iloc[0],
            "key": part["key"].iloc[0],
            "outlets": part["outlet"].nunique(),
            "claims": len(part),
            "lowest": part["low"].min(),
            "highest": part["high"].max(),
            "unit": part["unit"].iloc[0],
            "words": "; ".join(f"{r.outlet}: “{r.text}”" for r in part.itertuples()),
        }
        for _, part in known.groupby("group", sort=False)
    ]
    columns = "event_id key outlets claims lowest highest unit words".split()
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(
        ["outlets", "claims"], ascending=False, kind="stable", ignore_index=True
    )


def verdicts(aligned: pd.DataFrame) -> pd.DataFrame:
    """One row (Pair) per two claims of one quantity: inside an event, then between two events.

    A forecast and a count of the same things are listed as incomparable; any pair not listed is.
    Between two events there is no conflict: a number may have changed.
    """
    known = aligned[aligned["group"] != ""]
    found = []
    for _, rows in known.groupby(["event_id", known["key"].map(_base)], sort=False):
        found += [_pair(a, b) for a, b in combinations(rows.itertuples(), 2) if _meet(a, b)]
    moving = known[~known["kind"].isin(["date", "ordinal", "duration"])]
    for _, rows in moving.groupby("key", sort=False):
        found += [
            _pair(*sorted((a, b), key=lambda r: (r.as_of, r.event_id)))
            for a, b in combinations(rows.itertuples(), 2)
            if a.event_id != b.event_id and _close(a, b)
        ]
    return tables.frame((p for p in found if p), Pair)


def _base(key: str) -> str:
    """The quantity that a forecast's key forecasts: the key before ", forecast"."""
    return key.split(_FORECAST)[0]


def _meet(a, b) -> bool:
    """Whether two claims with one base key are listed: one quantity, or a forecast of it."""
    return a.group == b.group or (_FORECAST in a.key) != (_FORECAST in b.key)


def _close(a, b) -> bool:
    """Whether two values of one key are near enough to be one quantity at two times."""
    low, high = sorted((a.low, b.low))
    return low <= high <= max(low * _FAR, low / _FAR)


def _pair(a, b) -> Pair:
    """The row of two claims."""
    verdict, reason = _verdict(a, b)
    same = a.event_id == b.event_id
    number = a.kind not in ("date", "ordinal") and a.low
    difference = (
        100 * (b.low + b.high - a.low - a.high) / (a.low + a.high) if number else float("nan")
    )
    return Pair(
        a.event_id if same else "",
        a.key if a.key == b.key else _base(a.key),
        *_side(a),
        *_side(b),
        len({a.outlet, b.outlet}),
        difference,
        _days(a.as_of, b.as_of),
        verdict,
        reason,
    )


def _side(claim) -> tuple:
    """One claim's part of a pair."""
    place = (claim.article_id, claim.outlet, int(claim.start), int(claim.end), claim.text)
    return (*place, claim.source, claim.as_of)


def _days(a: str, b: str) -> float:
    """Days from one ISO day to another; NaN where one is no day."""
    if len(a) != 10 or len(b) != 10:
        return float("nan")
    return float((date.fromisoformat(b) - date.fromisoformat(a)).days)


def _verdict(a, b) -> tuple[str, str]:
    """What two claims of one quantity make of each other, and why."""
    if (_FORECAST in a.key) != (_FORECAST in b.key):
        return "incomparable", "one is a forecast, the other is not"
    if a.trend != b.trend:
        return "incomparable", "one is a level, the other a change"
    if a.kind == "ordinal":
        same = a.low == b.low
        return ("agree", "the same rank") if same else ("sequence", "two ranks of one series")
    if a.kind == "date" or b.kind == "date":
        return _of_days(a, b)
    verdict, reason = intervals.compare(_span(a), _span(b))
    if verdict in ("conflict", "consistent") and a.event_id != b.event_id:
        changed = "the events are at different times: the number may have changed"
        return "incomparable", changed + _apart(a, b)
    return verdict, reason + _apart(a, b)


def _apart(a, b) -> str:
    """How many days lie between two claims, as the end of a reason; "" for none."""
    days = _days(a.as_of, b.as_of)
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
    return Span(claim.low, claim.high, claim.bound, claim.text)


def _of_days(a, b) -> tuple[str, str]:
    """Two days, or stretches of days, of one event."""
    if (a.low, a.high, a.bound) == (b.low, b.high, b.bound):
        return "agree", "the same day" if a.low == a.high else "the same days"
    if a.low <= b.high and b.low <= a.high:
        return "compatible", "one is given more exactly than the other"
    return "conflict", "the days do not overlap"
