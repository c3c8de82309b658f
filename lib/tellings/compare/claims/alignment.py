"""Claims across tellings: claims in, what speaks of one quantity and whether it agrees out."""

from collections.abc import Iterator

import pandas as pd

from tellings import tables
from tellings.compare.claims import measures, unkeyed
from tellings.compare.claims.judging import FAR, days_between
from tellings.compare.corpus.corrections import applied, meant
from tellings.compare.events.outlets import voices
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

    key     as found, corrected, or, where the text did not tell it, the number itself for claims of
            different articles that say the same ("2 sides") and the shared words for near numbers;
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
    aligned["basis"] = aligned["key"].map(lambda key: "text" if key else "")
    for basis, keys in unkeyed.WAYS:
        _give(aligned, keys(aligned), basis)
    given = _corrected(aligned, corrections)
    _give(aligned, given, "researcher")
    aligned["group"] = ""
    for (event, key), rows in aligned[aligned["key"] != ""].groupby(
        ["event_id", "key"], sort=False
    ):
        whole = given[rows.index].notna().any() or rows["kind"].isin(_WHOLE).all()
        parts = [rows] if whole else list(_near(rows))
        for n, part in enumerate(parts, 1):
            name = f"{event}: {key}" + (f" ({n})" if len(parts) > 1 else "")
            aligned.loc[part.index, "group"] = name
    return aligned


def _folded(aligned: pd.DataFrame) -> pd.Series:
    """The keys; those that differ only in what outlets call a thing under the first one's name."""
    folded = aligned["key"].map(measures.folded_key)
    return aligned["key"].groupby([aligned["event_id"], folded], sort=False).transform("first")


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
    counted = claims[~claims["text"].map(idle.is_partitive).astype(bool)]
    after = counted.merge(known, on="article_id").reset_index(drop=True)
    if "event_day" in articles.columns:
        days = after["article_id"].map(articles.set_index("article_id")["event_day"])
        late = [
            0 < days_between(day, as_of) <= 2
            for day, as_of in zip(days, after["as_of"], strict=True)
        ]
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
    for row in tuples(corrections):
        mask = meant(claims, row, "key") & (claims["key"] != row.becomes)
        yield claims.index[mask], row.becomes


def _near(rows: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The rows of one key in parts whose values are near each other, the smallest first.

    Near is FAR apart at most; where the text tells the key and each article gives one number of
    it, as an outlet does that has lost a digit, they may be further apart.
    """
    alone = not rows["article_id"].duplicated().any() and (rows["basis"] == "text").all()
    alone = alone and rows["kind"].eq("cardinal").all()
    far = _LOST if alone else FAR
    size = measures.sizes(rows["unit"])
    rows = rows.assign(_low=rows["low"] * size, _high=rows["high"] * size)
    rows = rows.sort_values(["_low", "_high"], kind="stable")
    first, reach = 0, None
    for n, (low, high) in enumerate(zip(rows["_low"], rows["_high"], strict=True)):
        if reach is not None and not low <= max(reach * far, reach / far):
            yield rows.iloc[first:n].sort_index()
            first, reach = n, None
        reach = high if reach is None else max(reach, high)
    yield rows.iloc[first:].sort_index()


def quantities(aligned: pd.DataFrame) -> pd.DataFrame:
    """One row per quantity of an event that has a key: how many outlets and claims give it.

    Columns event_id, key, outlets, claims, lowest, highest, unit, words; those of most
    outlets first. Two articles of one outlet count as one;
    one of an unknown outlet stands for itself, under its own name.
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
            "words": "; ".join(f"{r.outlet}: “{r.text}”" for r in tuples(part)),
        }
        for _, part in known.groupby("group", sort=False)
    ]
    columns = "event_id key outlets claims lowest highest unit words".split()
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(
        ["outlets", "claims"], ascending=False, kind="stable", ignore_index=True
    )
