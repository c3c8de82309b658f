"""Whom an outlet leaves out: a tally, the mentions and the sentences in, searched absences out.

A row stands here only after every form and part of the name was looked for in the outlet's words:
that no mention was found there might be the finder's fault.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.entities import searching
from tellings.compare.events.outlets import voices
from tellings.compare.rows import alike
from tellings.find.mentions.forms import comparable
from tellings.find.mentions.looks import first_names
from tellings.tables import tuples

# Kinds that set the scene: told apart from whom a story is about.
_SETTING = {"PLACE": "place", "NORP": "people"}
_BY = ["event_id", "entity_id"]


class Absence(NamedTuple):
    """An entity that an outlet does not name though other outlets of the event do.

    named_by      the outlets that name it, joined by ", "; outlets: how many; mentions: theirs
    expected      the mentions that the silent outlet's story would have at the others' rate
    by_chance     how likely none at all then is (Poisson)
    apart         "" for persons, bodies, events; place, people or outlet: what sets the scene;
                  first name: one alone, as of a relative, names nobody to whoever reads it
    searched_for  what was looked for in the outlet's words without a hit, joined by "; "
    """

    event_id: str
    entity: str
    kind: str
    left_out_by: str
    named_by: str
    outlets: int
    mentions: int
    expected: float
    by_chance: float
    apart: str
    searched_for: str


class Lone(NamedTuple):
    """An entity that one outlet of an event alone names; apart and searched_for as in Absence."""

    event_id: str
    outlet: str
    entity: str
    kind: str
    mentions: int
    apart: str
    searched_for: str


def left_out(
    tally: pd.DataFrame,
    merged: pd.DataFrame,
    sentences: pd.DataFrame,
    at_least: int = 2,
    outlets: Collection[str] = (),
) -> pd.DataFrame:
    """Who is absent from an outlet though `at_least` other outlets of the same event name them.

    outlets  those of the whole corpus, as `bare` has them, where the tally is of a part of it: to
             name one sets the scene

    One Absence per event, entity and silent outlet, persons and bodies first. Two files of one
    outlet are one outlet; a file of an unknown outlet stands for itself. Looked for are all forms
    that the event has of the name, those of lists (GOP for the Republican Party), the surname
    unless somebody else of the event bears it, and the ends of long names ("Capitol Police").
    """
    silent = _silent(tally, at_least, outlets)
    known = searching.Names(tuples(merged[searching.NAMED]))
    texts = searching.texts(tally, sentences)
    given = zip(silent["event_id"], silent["entity_id"], silent["left_out_by"], strict=True)
    words = [_in_vain(known.terms(*key), texts[key[0], key[2]]) for key in given]
    table = silent.assign(searched_for=pd.array(words, dtype="str"))
    table = table[table["searched_for"].notna()]
    order = ["event_id", "apart", "outlets", "mentions", "entity", "left_out_by"]
    table = table.sort_values(order, ascending=[True, True, False, False, True, True])
    return table[list(Absence._fields)].reset_index(drop=True)


def _in_vain(terms: Sequence[searching.Term], words: searching.Words) -> str | None:
    """What was looked for in a text; None where any of it stands there."""
    found = any(term.stands_in(words) for term in terms)
    return None if found else "; ".join(term.text for term in terms)


def alone(tally: pd.DataFrame, merged: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Whom one outlet of an event alone names, after the words of all its others were searched.

    One Lone per event and entity, persons and bodies first. An event that one outlet tells has no
    row.
    """
    return _lone(left_out(tally, merged, sentences, at_least=1), tally)


def both(
    tally: pd.DataFrame,
    merged: pd.DataFrame,
    sentences: pd.DataFrame,
    outlets: Collection[str] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What `left_out` and what `alone` give, after one search."""
    gone = left_out(tally, merged, sentences, 1, outlets)
    return gone[gone["outlets"] > 1].reset_index(drop=True), _lone(gone, tally)


def _lone(gone: pd.DataFrame, tally: pd.DataFrame) -> pd.DataFrame:
    """The absences of whom one outlet names from all others of the event, as Lone rows."""
    once = gone[gone["outlets"] == 1]
    told = tally.assign(voice=voices(tally)).groupby("event_id")["voice"].nunique()
    others = once["event_id"].map(told).astype("int64") - 1
    silent = once.groupby(["event_id", "entity", "kind"])["left_out_by"].transform("size")
    rows = once[silent == others].drop_duplicates(["event_id", "entity", "kind"])
    order = ["event_id", "apart", "named_by", "mentions", "entity"]
    rows = rows.sort_values(order, ascending=[True, True, True, False, True], kind="stable")
    named = rows.drop(columns="outlet", errors="ignore").rename(columns={"named_by": "outlet"})
    return named[list(Lone._fields)].reset_index(drop=True)


def bare(name: str) -> str:
    """A name for comparing, without its article: "The Lindau Post" is "the Lindau Post"."""
    return comparable(name).removeprefix("the ")


def _silent(tally: pd.DataFrame, at_least: int, outlets: Collection[str]) -> pd.DataFrame:
    """The entities without a mention in an outlet that `at_least` others of the event name."""
    heard = tally.assign(voice=voices(tally))
    keys = [*_BY, "entity", "kind", "voice"]
    told = heard.groupby(keys, sort=False)[["mentions", "story_words"]].sum().reset_index()
    naming = told[told["mentions"] > 0]
    own = naming.groupby(_BY, sort=False).agg(
        outlets=("voice", "size"), total=("mentions", "sum"), words=("story_words", "sum")
    )
    named = alike(naming[[*_BY, "voice"]], _BY, lone=True)
    own["named_by"] = [", ".join(row.voice for row in rows) for rows in named]
    silent = told[told["mentions"] == 0].join(own, on=_BY)
    silent = silent[silent["outlets"] >= at_least]
    expected = silent["total"] / silent["words"].clip(1) * silent["story_words"]
    apart = silent["kind"].map(_SETTING).fillna("")
    heard_of = set(map(bare, heard["voice"].unique()))
    # The outlets of a corpus may be as many as its articles: they are asked, never gone through.
    is_outlet = silent["entity"].map(lambda name: bare(name) in heard_of or bare(name) in outlets)
    first_name = (silent["kind"] == "PERSON") & silent["entity"].isin(first_names())
    apart = apart.mask(first_name, "first name")
    table = silent.assign(
        expected=expected,
        by_chance=np.exp(-expected),
        mentions=silent["total"].astype("int64"),
        outlets=silent["outlets"].astype("int64"),
        apart=apart.mask(is_outlet.astype(bool), "outlet").astype("str"),
    )
    return table.rename(columns={"voice": "left_out_by"})
