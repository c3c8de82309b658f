"""What the words of an event's tellings say, as sentences: naming sets and strong words in."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter

import pandas as pd

from tellings.compare.framing import usage
from tellings.tables import tuples
from tellings.text.prose import joined, number

NOTHING = "No difference in what the outlets call things in their own voice could be told."
TITLE = "What each outlet calls the thing in its own voice"
_WORDS = 3  # strong words of one outlet in a sentence
_OUTLETS = 4  # outlets in a sentence
_EVENT, _OUTLET = attrgetter("event_id"), attrgetter("outlet")


def said(uses: pd.DataFrame, strong: pd.DataFrame) -> dict[str, list[str]]:
    """Of each event by its id what its outlets call a thing, and their strong words: sentences.

    uses    usage.given and sets.propose together
    strong  loaded.words

    Only what stands in an outlet's own voice, and only where outlets differ: a set of which two
    outlets have no word in common, strong words that no other outlet has. Of the sets proposed only
    a likely one is spoken of.
    """
    found: dict[str, list[str]] = {}
    for event, rows in _first_sets(usage.chosen(usage.differing(uses))):
        found.setdefault(event, []).append(_called(rows))
    own = strong[(strong["voice"] == "own") & strong["alone"]]
    for event, same in groupby(tuples(own.sort_values("event_id", kind="stable")), _EVENT):
        found.setdefault(event, []).append(_strong(same))
    return found


def in_words(uses: pd.DataFrame, names: dict[str, str]) -> str:
    """The figure's sets by event: which outlets write which noun in their own voice.

    uses   usage.differing
    names  of the events by their ids
    """
    told = []
    for event, rows in _first_sets(usage.chosen(uses)):
        parts = [f"{outlet} {_nouns(own)}" for outlet, own in groupby(rows, _OUTLET)]
        told.append(f"{names[event]}: {'; '.join(parts)}.")
    return " ".join(told) or NOTHING


def _first_sets(chosen: pd.DataFrame) -> Iterator[tuple[str, list]]:
    """Each event with the rows of its first set: outlet after outlet, what it uses most first."""
    order = ["event_id", "rank", "set", "outlet", "own", "head"]
    rows = chosen.sort_values(order, ascending=[column != "own" for column in order])
    for event, same in groupby(tuples(rows), _EVENT):
        _, first = next(groupby(same, attrgetter("rank", "set")))
        yield event, list(first)


def _called(rows: list) -> str:
    """Who calls the thing what: Antiwar.com writes "assault" (twice); Axios, "offensive"."""
    topic = rows[0].set if rows[0].rank == 0 else ""
    outlets = islice(groupby(rows, _OUTLET), _OUTLETS)
    (first, own), *others = [(outlet, _nouns(own)) for outlet, own in outlets]
    opening = f"For the {topic}" if topic else "Perhaps for one thing"
    rest = "".join(f"; {outlet}, {words}" for outlet, words in others)
    return f"{opening}, {first} writes {own} in its own voice{rest}."


def _nouns(rows: Iterable) -> str:
    """The nouns that an outlet uses: "assault" (twice) and "raid"."""
    return joined([_used(row) for row in rows])


def _used(row) -> str:
    """A noun with how often it is used, where that is more than once."""
    often = {1: "", 2: " (twice)"}.get(row.own, f" ({number(row.own)} times)")
    return f"“{row.head}”{often}"


def _strong(rows: Iterable) -> str:
    """The strong words that one outlet alone has, outlet by outlet."""
    own: dict[str, dict[str, str]] = {}
    for row in rows:
        own.setdefault(row.said_by, {}).setdefault(row.term, _small(row.text))
    parts = [
        f"{joined([f'“{word}”' for word in list(words.values())[:_WORDS]])} ({outlet})"
        for outlet, words in list(own.items())[:_OUTLETS]
    ]
    one = sum(map(len, own.values())) == 1
    what = "A strong word" if one else "Strong words"
    return f"{what} that only one outlet uses, in its own voice: {'; '.join(parts)}."


def _small(text: str) -> str:
    """A word that begins a sentence or stands in a title, as it stands inside one."""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]
