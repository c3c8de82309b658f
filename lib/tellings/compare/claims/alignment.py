"""Claims across tellings: claims in, what speaks of one quantity and whether it agrees out."""

from collections.abc import Collection, Iterator

import pandas as pd

from tellings import tables
from tellings.compare.claims import measures, running, unkeyed
from tellings.compare.claims.judging import FAR, days_between
from tellings.compare.claims.placing import with_one_noun, without_own_place, without_own_year
from tellings.compare.corpus.corrections import applied, meant
from tellings.compare.events.outlets import voices
from tellings.compare.rows import alike
from tellings.find.claims import Claim, idle
from tellings.tables import KEYS, tuples

_WHOLE = ("date", "ordinal", "age", "vote")  # kinds that no size tells apart
_LOST = 8.0  # as far apart, two outlets that give one number each of a key may mean the same

Aligned = tables.extend(
    Claim,
    "Aligned",
    "A Claim with its group, the quantity it is compared in, and what its key rests on (basis).",
    basis=str,
    group=str,
)


def align(claims: pd.DataFrame, articles: pd.DataFrame, corrections=None) -> pd.DataFrame:
    """One row per claim of the articles, in the order given, with its event, outlet, key and group.

    "One of the stars" compares with nothing: such a row is left out.

    key     as found, without the place that the event is named after where another article of it
            names none; corrected; or, where the text did not tell it, the number itself for claims
            of different articles that say the same ("2 sides") and the shared words for near ones;
            "" for a claim that stands alone
    basis   what the key rests on: text, person, number, words, researcher; "" without one
    group   the claims of one event that speak of one quantity; "" for a claim without a key. Values
            of one key more than twice apart (a day's dead, a war's dead) are different quantities

    corrections  rows of subject "claim": `was` -> `becomes` for every claim of that key, or for the
                 one of `article_id` at `place`. A corrected key is taken as it is
    """
    aligned = _with_events(claims, articles)
    aligned["outlet"] = voices(aligned)  # an article of an unknown outlet stands for itself
    aligned["key"] = _folded(aligned)
    if "event_name" in articles.columns:
        names = dict(zip(articles["event_id"], articles["event_name"], strict=True))
        aligned["key"] = without_own_place(aligned, names)
    aligned["key"] = without_own_year(aligned)
    aligned["key"] = with_one_noun(aligned)
    aligned["basis"] = aligned["key"].map(lambda key: "text" if key else "")
    for basis, keys in unkeyed.WAYS:
        _give(aligned, keys(aligned), basis)
    given = _corrected(aligned, corrections)
    _give(aligned, given, "researcher")
    if "event_day" in articles.columns:
        aligned["as_of"] = _of_its_day(aligned, articles)
    aligned["group"] = _groups(aligned, given)
    return aligned


def _folded(aligned: pd.DataFrame) -> pd.Series:
    """The keys; those that differ only in what outlets call a thing under the first one's name."""
    folded = aligned["key"].map(measures.folded_key)
    return aligned["key"].groupby([aligned["event_id"], folded], sort=False).transform("first")


def _give(aligned: pd.DataFrame, keys: dict[int, str], basis: str) -> None:
    """Set the keys that are given, by the claim's index, and what they rest on."""
    known = list(keys)
    aligned.loc[known, "key"] = list(keys.values())
    aligned.loc[known, "basis"] = basis


def _with_events(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The claims with the event, outlet and telling of their articles."""
    wanted = [c for c in KEYS[1:] if c not in claims.columns and c in articles.columns]
    known = articles[["article_id", *wanted]].drop_duplicates("article_id")
    counted = claims[~claims["text"].map(idle.is_partitive).astype(bool)]
    return counted.merge(known, on="article_id").reset_index(drop=True)


def _of_its_day(aligned: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """The days that the claims speak of: a number given in the two days after its event speaks of
    the event's day, not of the update's; but a toll is as of the day on which it is given."""
    days = aligned["article_id"].map(articles.set_index("article_id")["event_day"])
    late = [
        0 < days_between(day, as_of) <= 2 and not running.course(key)
        for day, as_of, key in zip(days, aligned["as_of"], aligned["key"], strict=True)
    ]
    return aligned["as_of"].mask(pd.Series(late, index=aligned.index, dtype=bool), days)


def changes(claims: pd.DataFrame, articles: pd.DataFrame, corrections) -> pd.DataFrame:
    """The corrections of quantities as corpus.corrections.Applied: the claims each changed."""
    said = corrections[corrections["subject"] == "claim"]
    found = align(claims, articles) if len(said) else claims
    return applied(said, [len(rows) for rows, _ in _meant(found, said)])


def _corrected(claims: pd.DataFrame, corrections) -> dict[int, str]:
    """The keys that the researcher gives, by the claim's index."""
    keys: dict[int, str] = {}
    if corrections is not None:
        for rows, key in _meant(claims, corrections[corrections["subject"] == "claim"]):
            keys |= dict.fromkeys(rows, key)
    return keys


def _meant(claims: pd.DataFrame, corrections: pd.DataFrame) -> Iterator[tuple[pd.Index, str]]:
    """For each correction of a quantity the claims that it changes, and their new key."""
    for row in tuples(corrections):
        mask = meant(claims, row, "key") & (claims["key"] != row.becomes)
        yield claims.index[mask], row.becomes


def _groups(aligned: pd.DataFrame, given: Collection[int]) -> pd.Series:
    """The group of each claim: event and key, numbered where the key's values are far apart.

    given  the index of the claims whose key the researcher gives: these go together
    """
    named = aligned["event_id"] + ": " + aligned["key"]
    names = named.where(aligned["key"] != "", "").astype("str")
    size = measures.sizes(aligned["unit"])
    rows = aligned.assign(least=aligned["low"] * size, most=aligned["high"] * size, name=names)
    numbered = {}
    for same in alike(rows.assign(at=rows.index)[names != ""], ["event_id", "key"]):
        whole = any(row.at in given for row in same) or all(row.kind in _WHOLE for row in same)
        parts = [] if whole else list(_near(same))
        if len(parts) > 1:
            numbered |= {r.at: f"{r.name} ({n})" for n, part in enumerate(parts, 1) for r in part}
    names.loc[list(numbered)] = list(numbered.values())
    return names


def _near(rows: list) -> Iterator[list]:
    """The rows of one key in parts whose values are near each other, the smallest first.

    Near is FAR apart at most; where the text tells the key and each article gives one number of
    it, as an outlet does that has lost a digit, they may be further apart.
    """
    alone = len({row.article_id for row in rows}) == len(rows)
    lost = alone and all(row.basis == "text" and row.kind == "cardinal" for row in rows)
    far = _LOST if lost else FAR
    part: list = []
    reach = 0.0
    for row in sorted(rows, key=lambda row: (row.least, row.most)):
        if part and not row.least <= max(reach * far, reach / far):
            yield part
            part = []
        reach = max(reach, row.most) if part else row.most
        part.append(row)
    yield part


def quantities(aligned: pd.DataFrame) -> pd.DataFrame:
    """One row per quantity of an event that has a key: how many outlets and claims give it.

    Columns event_id, key, outlets, claims, lowest, highest, unit, words; in each event those of
    most outlets first. Two articles of one outlet count as one;
    one of an unknown outlet stands for itself, under its own name.
    """
    known = aligned[aligned["group"] != ""]
    rows = [
        {
            "event_id": part[0].event_id,
            "key": part[0].key,
            "outlets": len({row.outlet for row in part}),
            "claims": len(part),
            "lowest": min(row.low for row in part),
            "highest": max(row.high for row in part),
            "unit": part[0].unit,
            "words": "; ".join(f"{row.outlet}: “{row.text}”" for row in part),
        }
        for part in alike(known, ["group"], lone=True)
    ]
    columns = "event_id key outlets claims lowest highest unit words".split()
    table = pd.DataFrame(rows, columns=columns)
    by, ascending = ["event_id", "outlets", "claims"], [True, False, False]
    return table.sort_values(by, ascending=ascending, kind="stable", ignore_index=True)
