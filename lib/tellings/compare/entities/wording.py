"""What the tables of entities say: notebook 2's finding and its figure in words."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

import pandas as pd

from tellings.compare.events import findings
from tellings.compare.rows import grouped
from tellings.lexicons import listed
from tellings.tables import tuples
from tellings.text.prose import few, joined, number, upper

_NAMED = 3  # names in one sentence for an outlet
_OUTLETS = 3  # outlets of which one sentence speaks
NOBODY = "Every person whom one outlet names was found in the words of another."
_EVENT = attrgetter("event_id")
MOST = "Who is named, and how often"


def said(left_out: pd.DataFrame, alone: pd.DataFrame) -> dict[str, list[str]]:
    """Of each event by its id whom an outlet leaves out and whom one alone names, in sentences.

    left_out  compare.entities.left_out; alone: compare.entities.alone. Only persons are spoken of,
              and bodies that are left out where no person is: what sets the scene says little.
    """
    found: dict[str, list[str]] = {}
    gone = left_out[left_out["apart"] == ""].sort_values("event_id", kind="stable")
    for event, rows in grouped(tuples(gone), _EVENT).items():
        found.setdefault(event, []).extend(_missing(rows))
    parts = alone["entity"].str.count(" ") + 1  # one word, and four, are seldom a whole name
    people = alone[(alone["kind"] == "PERSON") & parts.between(2, 3)]
    order, falling = ["event_id", "mentions", "entity"], [True, False, True]
    people = people.sort_values(order, ascending=falling, kind="stable")
    for event, rows in grouped(tuples(people), _EVENT).items():
        found.setdefault(event, []).extend(_only(rows))
    return {event: sentences for event, sentences in found.items() if sentences}


def _missing(rows: Sequence) -> list[str]:
    """Whom each outlet leaves out though all the others of the event name them."""
    everyone = max(row.outlets for row in rows)
    rows = [row for row in rows if row.outlets == everyone]
    people = [row for row in rows if row.kind == "PERSON"]
    rows = people or [row for row in rows if row.mentions > everyone]
    parts = [
        unnamed(outlet, [_called(row) for row in own])
        for outlet, own in grouped(rows, attrgetter("left_out_by")).items()
    ]
    if not parts:
        return []
    return ["; ".join(parts[:_OUTLETS]) + ", though the other outlets do."]


def _called(row) -> str:
    """A name as a sentence has it: "the White House", "the General Medical Council"."""
    *before, last = row.entity.lower().split()
    the = row.kind == "ORG" and before and last in listed("name_cues", place="takes_the")
    return f"the {row.entity}" if the else row.entity


def unnamed(outlet: str, names: Sequence[str]) -> str:
    """Whom an outlet does not name, as a clause.

    >>> unnamed("HuffPost", ["Ann Lee"]), unnamed("HuffPost", ["Ann Lee", "Bo Ek"])
    ('HuffPost does not name Ann Lee', 'HuffPost names neither Ann Lee nor Bo Ek')
    >>> unnamed("HuffPost", ["A", "B", "C", "D"])
    'HuffPost does not name A, B or C'
    """
    if len(names) == 1:
        return f"{outlet} does not name {names[0]}"
    if len(names) == 2:
        return f"{outlet} names neither {names[0]} nor {names[1]}"
    *first, last = names[:_NAMED]
    return f"{outlet} does not name {', '.join(first)} or {last}"


def _only(rows: Sequence) -> list[str]:
    """Whom each outlet alone names, itself apart; those with most mentions stand first."""
    parts = [
        f"only {outlet} names {joined([row.entity for row in own[:_NAMED]])}"
        for outlet, rest in grouped(rows, attrgetter("outlet")).items()
        if (own := [row for row in rest if row.entity.lower() != outlet.lower()])
    ]
    return [upper("; ".join(parts[:_OUTLETS]) + ".")] if parts else []


def in_words(tally: pd.DataFrame, left_out: pd.DataFrame, called: Mapping[str, str]) -> str:
    """The figure: how many each event names, whom most, and how many are missing somewhere.

    called  the names of the events by their ids
    """
    said = [_of_event(name, rows, left_out) for name, rows in findings.drawn(tally, called)]
    return " ".join(said) or "No article names anybody."


def _of_event(name: str, rows: pd.DataFrame, left_out: pd.DataFrame) -> str:
    """One event of the figure."""
    most = rows.groupby("entity", sort=False)["mentions"].sum()
    event = rows["event_id"].iloc[0]
    gone = left_out[(left_out["event_id"] == event) & (left_out["apart"] == "")]
    missing = f"; left out: {joined(list(dict.fromkeys(gone['entity'])), 6)}" if len(gone) else ""
    articles = few(rows["article_id"].nunique(), "article")
    return f"{name}: {articles}, {most.index[0]} named most ({most.iloc[0]} times){missing}."


def titles_in_words(ways: pd.DataFrame) -> str:
    """How many people go by more than one way of naming inside their event.

    ways  compare.entities.rosters.ways
    """
    people, several = int(ways["people"].sum()), int(ways["several"].sum())
    if not several:
        return "Nobody is called by more than one name."
    some = upper(number(several))
    are = "is" if several == 1 else "are"
    return f"{some} of {few(people, 'person')} {are} called by more than one name."
