"""Who is heard in which telling: quotes in, drafts out."""

from collections.abc import Iterator

import pandas as pd

from tellings.compare.differences.rows import Draft, Said
from tellings.tables import tuples
from tellings.text import tokens
from tellings.text.prose import joined

_QUOTED = 20  # words that another outlet has in marks, where one has none
_HEARD = 15  # words of a side's bodies that one outlet alone hears
_TOLD = 0.6  # share of an outlet's reported words whose side is told
_UNNAMED, _TIMES = 60, 2  # words of unnamed sources, and how often those of the next outlet


def drafts(named: pd.DataFrame, voices: dict[str, str]) -> Iterator[Draft]:
    """Drafts of kind "sources", for one event: who quotes nobody, which side is heard only once,
    who gives most words to sources without a name.

    named  the event's quotes with their sources (compare.quotes.speakers)
    """
    everyone = list(dict.fromkeys(voices.values()))
    if len(everyone) < 2 or named.empty:
        return
    named = named.assign(
        voice=named["article_id"].map(voices), words=named["text"].map(tokens.count)
    )
    named = named.drop_duplicates(["voice", "source", "form", "text"])  # a reprint is told once
    yield from _quoting_nobody(named, everyone)
    yield from _one_side(named, everyone)
    yield from _unnamed(named, everyone)


def _quoting_nobody(named: pd.DataFrame, everyone: list[str]) -> Iterator[Draft]:
    marked = named[named["form"] != "indirect"]
    words = marked.groupby("voice")["words"].sum().reindex(everyone, fill_value=0)
    silent = [v for v in everyone if words[v] == 0]
    if silent and words.max() >= _QUOTED:
        most = str(words.idxmax())
        does = "quotes" if len(silent) == 1 else "quote"
        said = (
            f"{joined(silent)} {does} nobody word for word; {most} puts {words[most]} words in "
            "quotation marks."
        )
        rests = _places(marked[marked["voice"] == most])
        yield Draft("sources", [said], [*silent, most], 0.8, rests=rests)


def _one_side(named: pd.DataFrame, everyone: list[str]) -> Iterator[Draft]:
    """A side for which somebody speaks in one outlet only."""
    known = named.assign(known=named["words"].where(named["side"] != "", 0))
    by = known.groupby("voice")[["known", "words"]].sum()
    if (by["known"] < _TOLD * by["words"]).any():
        return  # who stands for whom is told too seldom: a side may be heard without its name
    told = named[(named["side"] != "") & ~named["side"].str.contains(" and ")]
    for side, rows in told.groupby("side", sort=False):
        bodies = rows[rows["standing"] == "institution"]
        heard = rows["voice"].unique()
        if len(heard) == 1 and bodies["words"].sum() >= _HEARD:
            who = joined(list(dict.fromkeys(bodies["source"])), most=3)
            said = f"Only {heard[0]} quotes a source that speaks for {_the(str(side))}: {who}."
            yield Draft("sources", [said], [heard[0]], 0.6, rests=_places(bodies))


def _the(side: str) -> str:
    """A side as a sentence has it: a people or a union of states has an article."""
    return f"the {side}" if side.endswith("s") else side


def _unnamed(named: pd.DataFrame, everyone: list[str]) -> Iterator[Draft]:
    words = named[named["standing"] == "unnamed"].groupby("voice")["words"].sum()
    words = words.reindex(everyone, fill_value=0).sort_values(ascending=False, kind="stable")
    if words.iloc[0] >= _UNNAMED and words.iloc[0] >= _TIMES * words.iloc[1]:
        parts = [f"{n or 'none'} in {voice}" for voice, n in words.items()]
        said = f"Words given to unnamed sources: {joined(parts)}."
        most = words.index[0]
        rows = named[(named["standing"] == "unnamed") & (named["voice"] == most)]
        yield Draft("sources", [said], [str(most)], 0.48, rests=_places(rows))


def _places(rows: pd.DataFrame) -> list[Said]:
    return [Said(r.article_id, r.start, r.end, r.text) for r in tuples(rows)]
