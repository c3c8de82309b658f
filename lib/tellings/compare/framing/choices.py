"""What the words of an event's tellings say, as sentences: naming sets and strong words in."""

from collections.abc import Iterator

import pandas as pd

from tellings.compare.framing import usage
from tellings.tables import tuples
from tellings.text.prose import joined, number

NOTHING = "No difference in what the outlets call things in their own voice could be told."
TITLE = "What each outlet calls the thing in its own voice"
_WORDS = 3  # strong words of one outlet in a sentence
_OUTLETS = 4  # outlets in a sentence


def said(uses: pd.DataFrame, strong: pd.DataFrame) -> dict[str, list[str]]:
    """Of each event by its id what its outlets call a thing, and their strong words: sentences.

    uses    usage.given and sets.propose together
    strong  loaded.words

    Only what stands in an outlet's own voice, and only where outlets differ: a set of which two
    outlets have no word in common, strong words that no other outlet has. Of the sets proposed only
    a likely one is spoken of.
    """
    found: dict[str, list[str]] = {}
    for event, rows in usage.chosen(usage.differing(uses)).groupby("event_id", sort=True):
        _, rows = next(iter(rows.groupby(["rank", "set"], sort=True)))
        found.setdefault(str(event), []).append(_called(rows))
    own = strong[(strong["voice"] == "own") & strong["alone"]]
    for event, rows in own.groupby("event_id", sort=True):
        found.setdefault(str(event), []).append(_strong(rows))
    return found


def in_words(uses: pd.DataFrame, names: dict[str, str]) -> str:
    """The figure's sets by event: which outlets write which noun in their own voice.

    uses   usage.differing
    names  of the events by their ids
    """
    told = []
    for event, rows in uses.groupby("event_id", sort=True):
        _, rows = next(iter(rows.groupby(["rank", "set"], sort=True)))
        own = usage.chosen(rows).groupby("outlet", sort=True)
        parts = [f"{outlet} {joined([_used(r) for r in _often(part)])}" for outlet, part in own]
        told.append(f"{names[str(event)]}: {'; '.join(parts)}.")
    return " ".join(told) or NOTHING


def _called(rows: pd.DataFrame) -> str:
    """Who calls the thing what: Antiwar.com writes "assault" (twice); Axios, "offensive"."""
    topic = rows["set"].iloc[0] if rows["rank"].iloc[0] == 0 else ""
    outlets = list(rows.groupby("outlet", sort=True))[:_OUTLETS]
    (first, own), *others = [(o, joined([_used(r) for r in _often(own)])) for o, own in outlets]
    opening = f"For the {topic}" if topic else "Perhaps for one thing"
    rest = "".join(f"; {outlet}, {words}" for outlet, words in others)
    return f"{opening}, {first} writes {own} in its own voice{rest}."


def _often(own: pd.DataFrame) -> Iterator:
    return tuples(own.sort_values(["own", "head"], ascending=[False, True]))


def _used(row) -> str:
    """A noun with how often it is used, where that is more than once."""
    often = {1: "", 2: " (twice)"}.get(row.own, f" ({number(row.own)} times)")
    return f"“{row.head}”{often}"


def _strong(rows: pd.DataFrame) -> str:
    """The strong words that one outlet alone has, outlet by outlet."""
    parts = []
    for outlet, own in list(rows.groupby("said_by", sort=False))[:_OUTLETS]:
        words = own.drop_duplicates("term")
        parts.append(f"{joined([f'“{_small(w)}”' for w in words['text'].head(_WORDS)])} ({outlet})")
    return f"Strong words that only one outlet uses, in its own voice: {'; '.join(parts)}."


def _small(text: str) -> str:
    """A word that begins a sentence or stands in a title, as it stands inside one."""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]
