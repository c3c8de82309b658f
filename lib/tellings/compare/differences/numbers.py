"""Numbers that outlets give differently, alone, or not at all: aligned claims in, drafts out."""

from collections.abc import Iterator, Sequence
from types import SimpleNamespace

import pandas as pd

from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Said, listed
from tellings.tables import tuples
from tellings.text.prose import joined

# What a reader would miss: how many and how much, not how old, how long or the how-manieth.
_KINDS = ("cardinal", "money", "percent")
_ALIKE = (*_KINDS, "duration", "vote", "share", "distance")
_LARGE = 1000.0  # from here on a count is news by itself
_HUGE = 1e6  # and from here on an event's
_COLUMNS = [
    *("article_id", "sentence", "start", "end", "text"),
    *("kind", "unit", "group", "key", "low", "high", "status"),
]
_OF_OUTLET = 2  # numbers that one outlet alone gives, in one sentence


def drafts(
    claims: pd.DataFrame, pairs: pd.DataFrame, sentences: pd.DataFrame, voices: dict[str, str]
) -> Iterator[Draft]:
    """Drafts of kinds "numbers differ", "number not given" and "number alone", for one event, and
    of what agrees."""
    everyone = list(dict.fromkeys(voices.values()))
    if len(everyone) < 2 or claims.empty:
        return
    given = claims[_COLUMNS].assign(voice=claims["article_id"].map(voices))
    lacking = _lacking(given, everyone)
    yield from _conflicts(pairs, voices)
    yield from _not_given(lacking)
    alone = _alone(given, sentences, everyone)
    if alone:
        yield alone
    yield from _agreements(pairs, given, lacking, everyone)


def _conflicts(pairs: pd.DataFrame, voices: dict[str, str]) -> Iterator[Draft]:
    """Numbers of one thing that cannot both be true."""
    rows = pairs[(pairs["verdict"] == "conflict") & (pairs["outlets"] > 1)]
    for row in tuples(rows.drop_duplicates("key")):
        said = [
            Said(*(getattr(row, f"{c}_{s}") for c in ("article_id", "start", "end", "text")))
            for s in "ab"
        ]
        one, other = (voices[place.article_id] for place in said)
        told = [said[0], f" in {one}, ", said[1], f" in {other}; both cannot be true."]
        yield Draft("numbers differ", [_what(row.key), *told], [one, other], 0.95)


def _what(key: str) -> str:
    """What is counted, before its numbers; nothing where the numbers' own words say it."""
    return "" if key[:1].isdigit() else f"{key[:1].upper()}{key[1:]}: "


def _not_given(lacking: dict[str, list[pd.DataFrame]]) -> Iterator[Draft]:
    """What all outlets but one give a number of, and no like number was found in that one."""
    for outlet, groups in lacking.items():
        parts: list[str | Said] = []
        for rows in groups:
            what = _what(rows["key"].iloc[0])
            between = ["; ", what[:1].lower() + what[1:]] if parts else [what]
            parts += [*between, *_given(rows)]
        large = groups[0]["low"].max() >= _LARGE
        none = "neither" if len(groups) == 2 else "no such number"
        given = [*dict.fromkeys(v for rows in groups for v in rows["voice"]), outlet]
        parts.append(f"; {none} found in {outlet}.")
        yield Draft("number not given", parts, given, 0.74 if large else 0.6)


def _lacking(claims: pd.DataFrame, everyone: list[str]) -> dict[str, list[pd.DataFrame]]:
    """The largest quantities that each outlet alone gives no number of: their rows, one of each
    outlet that does."""
    grouped = claims[(claims["group"] != "") & claims["kind"].isin(_KINDS) & (claims["unit"] != "")]
    lacking: dict[str, list[pd.DataFrame]] = {}
    for _, rows in grouped.groupby("group", sort=False):
        silent = [v for v in everyone if v not in set(rows["voice"])]
        if len(silent) == 1 and rows["voice"].nunique() > 1:
            own = claims[claims["voice"] == silent[0]]
            if not own["low"].isin(rows["low"]).any() and not _same_unit(own, rows):
                lacking.setdefault(silent[0], []).append(rows.drop_duplicates("voice"))
    return {
        outlet: sorted(groups, key=lambda rows: -rows["low"].max())[:_OF_OUTLET]
        for outlet, groups in lacking.items()
    }


def _same_unit(claims: pd.DataFrame, rows: pd.DataFrame) -> bool:
    """Whether claims hold a number near these, of their unit: the same, perhaps."""
    near = claims[claims["unit"].isin(rows["unit"])]
    return bool(near["low"].between(rows["low"].min() / 2, rows["high"].max() * 2).any())


def _said(row) -> Said:
    return Said(row.article_id, row.start, row.end, row.text)


def _alone(claims: pd.DataFrame, sentences: pd.DataFrame, everyone: Sequence[str]) -> Draft | None:
    """The largest numbers that each outlet alone gives, in one sentence, each with its words."""
    of = {(s.article_id, s.sentence): s for s in tuples(sentences)}
    known = claims[claims["kind"].isin(_KINDS) & (claims["unit"] != "")]
    known = known[(known["status"] == "forecast") | (known["low"] >= _LARGE)]
    parts: list[str | Said] = []
    outlets, forecast, most = [], False, 0.0
    for outlet in everyone:
        rest = claims[claims["voice"] != outlet]
        own = known[(known["voice"] == outlet) & ~known["low"].isin(rest["low"])]
        own = own[~own["group"].isin(set(rest["group"]) - {""})]
        own = own.assign(later=own["status"] != "forecast")
        own = own.sort_values(["later", "low"], ascending=[True, False], kind="stable")
        chosen = own.drop_duplicates(["article_id", "sentence"]).head(_OF_OUTLET)
        said = [
            _around(own[own["sentence"] == r.sentence], of[r.article_id, r.sentence])
            for r in tuples(chosen)
        ]
        if said:
            parts += [f"{'; only' if parts else 'Only'} {outlet} gives ", *listed(said)]
            outlets.append(outlet)
            large = own[own["low"] >= _LARGE]
            forecast = forecast or bool((large["status"] == "forecast").any())
            most = max(most, own["low"].max())
    strength = 0.85 if forecast else 0.65 if most >= _HUGE else 0.55
    return Draft("number alone", [*parts, "."], outlets, strength) if parts else None


def _around(claims: pd.DataFrame, sentence) -> Said:
    """Numbers of one sentence with the words round them."""
    row = SimpleNamespace(
        article_id=sentence.article_id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
    )
    first, last = claims["start"].min() - sentence.start, claims["end"].max() - sentence.start
    return excerpts.around(row, int(first), int(last))


def _agreements(
    pairs: pd.DataFrame,
    claims: pd.DataFrame,
    lacking: dict[str, list[pd.DataFrame]],
    everyone: list[str],
) -> Iterator[Draft]:
    """Numbers that two outlets or more give alike, as drafts of what agrees; what one outlet lacks
    is a difference already, and so is what two of them cannot both be right in."""
    said = {key for groups in lacking.values() for rows in groups for key in rows["key"]}
    said |= set(pairs.loc[(pairs["verdict"] == "conflict") & (pairs["outlets"] > 1), "key"])
    rows = pairs[pairs["verdict"].isin(("agree", "compatible")) & (pairs["outlets"] > 1)]
    rows = rows[(rows["event_id"] != "") & ~rows["key"].isin(said)]
    for key, group in rows.groupby("key", sort=False):
        own = claims[(claims["key"] == key) & claims["kind"].isin(_ALIKE)].drop_duplicates("voice")
        if len(own) > 1 and ((own["unit"] != "") | (own["kind"] == "vote")).all():
            word = "they agree" if set(group["verdict"]) == {"agree"} else "both can be true"
            strength = len(own) / len(everyone)
            parts = [_what(str(key)), *_given(own), f"; {word}."]
            yield Draft("number", parts, list(own["voice"]), strength, part="agrees")


def _given(claims: pd.DataFrame) -> Iterator[str | Said]:
    """Numbers with their outlets: those in the same words together."""
    by = claims.groupby(claims["text"].str.lower(), sort=False)
    for n, (_, rows) in enumerate(by):
        yield from ([", "] if n else [])
        yield _said(next(tuples(rows)))
        yield f" in {joined(list(rows['voice']))}"
