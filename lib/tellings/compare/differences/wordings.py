"""What outlets call a thing, and how strongly they put it, in their own voice: framing in, drafts
out. A word that somebody said is never an outlet's."""

from collections.abc import Iterator

import pandas as pd

from tellings.compare.differences.rows import Draft, Said, listed
from tellings.tables import tuples
from tellings.text.prose import upper

_MOST = 3  # words of one outlet in a sentence
_BLUNT = 3  # weight of the strongest words of the list


def drafts(framing: pd.DataFrame, voices: dict[str, str]) -> Iterator[Draft]:
    """Drafts of kinds "called" and "strong words", for one event."""
    own = framing[framing["voice"] == "own"]
    own = own.assign(outlet=own["article_id"].map(voices), low=own["text"].str.lower())
    if len(set(voices.values())) < 2:
        return
    names = own[own["group"] == "naming"]
    for topic, rows in names.groupby("topic", sort=False):
        if _differ(rows):
            words = f"{upper(str(topic))}, in the outlets' own words: "
            yield Draft("called", [words, *_each(rows), "."], _outlets(rows), 0.73)
    strong = own[own["group"] == "strong"]
    if len(strong):
        heaviest = strong.sort_values("weight", ascending=False, kind="stable")
        bluntest = strong[strong["weight"] >= _BLUNT].drop_duplicates(["outlet", "term"])
        most = [*bluntest["outlet"].value_counts().head(2), 0, 0]
        parts = ["Strong words in the outlets' own voice: ", *_each(heaviest), "."]
        strength = 0.52 + 0.075 * min(
            most[0] - most[1], _MOST
        )  # where all are blunt none stands out
        yield Draft("strong words", parts, _outlets(heaviest), strength)


def _differ(rows: pd.DataFrame) -> bool:
    """Whether two outlets have no word for a thing in common."""
    terms = [set(own["term"]) for _, own in rows.groupby("outlet")]
    return any(not one & other for one in terms for other in terms)


def _each(rows: pd.DataFrame) -> Iterator[str | Said]:
    """The words of each outlet, each word once, with the outlet behind them."""
    for n, (outlet, own) in enumerate(rows.groupby("outlet", sort=False)):
        words = own.drop_duplicates("low").drop_duplicates("term").head(_MOST)
        said = [Said(r.article_id, r.start, r.end, r.text) for r in tuples(words)]
        yield from ["; "] if n else []
        yield from listed(said)
        yield f" in {outlet}"


def _outlets(rows: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(rows["outlet"]))
