"""What became of a statement's words: statements in, each version's kept and dropped runs out."""

from textwrap import shorten
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.quotes.versions import operations, words_of

OPERATIONS = ("kept", "changed", "added", "dropped")


class Difference(NamedTuple):
    """One run of words of a version, set against the fullest version of its statement.

    version, version_end  where the version stands in its capture; with article_id they name it
    operation    kept | dropped | added | changed
    was          the run in the fullest version ("" where words are added)
    becomes      the run in this version ("" where words are dropped)
    what         of a change: "words", or "form" where only letter case, stops or hyphens differ
    first, last  the run's words in the fullest version, counted from 0, `last` not among them
    start, end   where it stands in this version's capture; equal where words are dropped
    """

    statement: str
    version: int
    version_end: int
    speaker: str
    fullest: bool
    operation: str
    was: str
    becomes: str
    what: str
    first: int
    last: int
    start: int
    end: int


def shared(statements: pd.DataFrame) -> pd.DataFrame:
    """The versions of those statements that more than one quote gives."""
    return statements[statements.groupby("statement")["start"].transform("size") > 1]


def differences(statements: pd.DataFrame) -> pd.DataFrame:
    """Word operations of every version against the fullest one: the Difference columns, with keys.

    A statement that is given only once has no rows. The fullest version's own row is "kept" whole.
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    rows = []
    for _, versions in shared(statements).groupby("statement", sort=False):
        fullest = versions[versions["fullest"]].iloc[0]["text"]
        for version in versions.to_dict("records"):
            for step in operations(fullest, version["text"]):
                place = {"start": version["start"] + step.start, "end": version["start"] + step.end}
                own = {k: version[k] for k in [*keys, "statement", "speaker", "fullest"]}
                own |= {"version": version["start"], "version_end": version["end"]}
                rows.append(own | step._asdict() | place)
    return tables.typed(pd.DataFrame(rows, columns=[*keys, *Difference._fields]), Difference)


RELATIONS = ("fullest", "verbatim", "cut", "reworded")


def cuts(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per version of a statement: what it did with the words of the fullest version.

    relation    fullest | verbatim (every word is there) | cut (words dropped) | reworded (words
                changed or added, perhaps also dropped)
    kept, changed, dropped  words of the fullest version; written otherwise is kept
    added       words of this version
    form        runs that are written otherwise only: letter case, stops, hyphens, closing marks
    missing     the dropped runs, " … " between them
    start, end, text  the version itself
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    keys += ["statement", "speaker"]
    steps = dict(list(differences(statements).groupby(["article_id", "statement", "version"])))
    rows = [
        {k: version[k] for k in keys}
        | _cut(steps[version["article_id"], version["statement"], version["start"]])
        | {k: version[k] for k in ("start", "end", "text")}
        for version in shared(statements).to_dict("records")
    ]
    return pd.DataFrame(rows, columns=[*keys, *_CUT])


_CUT = [
    "relation",
    "missing",
    "start",
    "end",
    "text",
    *["kept", "changed", "dropped", "added", "form"],
]


def _cut(steps: pd.DataFrame) -> dict:
    """The counts of one version."""
    size, spelled = steps["last"] - steps["first"], steps["what"] == "form"
    count = {o: int(size[(steps["operation"] == o) & ~spelled].sum()) for o in OPERATIONS}
    added = steps[steps["operation"] == "added"]["becomes"]
    count |= {"kept": count["kept"] + int(size[spelled].sum()), "form": int(spelled.sum())}
    count |= {"added": sum(len(words_of(text).keys) for text in added)}
    missing = steps[steps["operation"] == "dropped"]["was"]
    return count | {"relation": _relation(steps, count), "missing": " … ".join(missing)}


def _relation(steps: pd.DataFrame, count: dict) -> str:
    """What a version is to the fullest one."""
    if steps["fullest"].any():
        return "fullest"
    if count["changed"] or count["added"]:
        return "reworded"
    return "cut" if count["dropped"] else "verbatim"


def in_words(cuts: pd.DataFrame) -> str:
    """Who cut what, in a sentence or two: how many versions repeat, cut or reword the fullest one.

    Only statements that more than one telling gives are counted.
    """
    several = cuts[cuts.groupby("statement")["article_id"].transform("nunique") > 1]
    if several.empty:
        return "No statement is quoted by more than one telling of an event."
    n = several["relation"].value_counts().reindex(RELATIONS, fill_value=0)
    statements = "1 statement is" if n["fullest"] == 1 else f"{n['fullest']} statements are"
    words = (
        f"{statements} quoted by more than one telling of an event; beside the fullest version "
        f"{n['verbatim']} of {len(several) - n['fullest']} others keep every word, {n['cut']} cut "
        f"and {n['reworded']} change words."
    )
    most = several.sort_values("dropped", ascending=False, kind="stable").iloc[0]
    if most["dropped"]:
        missing = shorten(most["missing"], 120, placeholder=" …")
        words += f" The longest cut is by {most['telling']}: “{missing}”."
    return words
