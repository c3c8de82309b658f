"""What a reader of one telling would miss: the matrix of coverage in, tables and sentences out."""

import pandas as pd

from tellings.compare.coverage.facts import CARRIED, OMITTED, UNCLEAR

_FACT = ["event_id", "kind", "fact"]
# Kinds that are looked up or quoted. Organisations, places, pairs and the outlets' own sentences
# stand in the tables only: most are the setting, and would drown what is told in it.
_COUNTED = ("by hand", "number", "day", "person", "statement", "cut")


def table(cells: pd.DataFrame) -> pd.DataFrame:
    """A row per fact for people to read: which tellings carry it, omit it, or leave it unclear.

    article_id, start, end  the first place that carries it; the fact leads there
    """
    facts = cells[cells["state"] == CARRIED].drop_duplicates(_FACT)
    facts = facts[[*_FACT, "article_id", "start", "end"]]
    by = cells.groupby([*_FACT, "state"], sort=False)["telling"].agg(", ".join)
    by = by.unstack(fill_value="").reindex(columns=[CARRIED, OMITTED, UNCLEAR], fill_value="")
    after = facts.merge(by.reset_index().rename_axis(columns=None), on=_FACT, how="left")
    assert len(after) == len(facts)
    places = ["article_id", "start", "end", "fact"]
    columns = ["event_id", "kind", CARRIED, OMITTED, UNCLEAR, *places]
    return after[columns]


def counted(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of facts that are counted: numbers, days, people, statements and what was cut."""
    return cells[cells["kind"].isin(_COUNTED)]


def decided(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells of counted facts that every telling either carries or omits."""
    own = counted(cells)
    return own[~_open(own)].reset_index(drop=True)


def _open(cells: pd.DataFrame) -> pd.Series:
    """Whether the cell's fact is unclear in some telling."""
    return (cells["state"] == UNCLEAR).groupby([cells[c] for c in _FACT]).transform("any")


def _alone(cells: pd.DataFrame) -> pd.Series:
    """Whether the cell carries a fact that every other telling of its event omits."""
    only = (cells["state"] == CARRIED) & (cells["carriers"] == 1) & (cells["of"] > 1)
    return only & ~_open(cells)


def only_here(cells: pd.DataFrame) -> pd.DataFrame:
    """The facts that one telling carries and all others of its event omit, with their places."""
    rows = cells[_alone(cells)]
    rows = rows.sort_values(["event_id", "article_id", "kind", "start"], kind="stable")
    columns = ["event_id", "telling", "kind", "article_id", "start", "end", "fact"]
    return rows[columns].reset_index(drop=True)


def misses(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per telling: what it does with its event's counted facts.

    carried    with others, or perhaps alone; only_here: surely alone; unclear; omitted
    facts      of the event
    """
    own = counted(cells)
    state = own["state"].mask(_alone(own), "only_here")
    keys = ["event_id", "article_id", "outlet", "telling"]
    table = own.assign(state=state).groupby([*keys, "state"]).size().unstack(fill_value=0)
    table = table.reindex(columns=[CARRIED, "only_here", UNCLEAR, OMITTED], fill_value=0)
    return table.assign(facts=table.sum(axis=1)).reset_index().rename_axis(columns=None)


def in_words(cells: pd.DataFrame) -> str:
    """How many facts each event has, how many all tellings carry, how many one alone."""
    said = []
    for event_id, rows in counted(cells).groupby("event_id"):
        facts = rows.drop_duplicates(_FACT)
        everywhere = (facts["carriers"] == facts["of"]).sum()
        said.append(
            f"{event_id}: {len(facts)} facts in {rows['article_id'].nunique()} tellings, "
            f"{everywhere} in all of them, {_alone(rows).sum()} in one only."
        )
    return " ".join(said) or "No facts were found."


def misses_in_words(misses: pd.DataFrame) -> str:
    """For each telling how many of its event's facts it omits."""
    said = [
        f"{event_id} ({rows['facts'].iloc[0]} facts): "
        + ", ".join(f"{r.telling} omits {r.omitted}" for r in rows.itertuples())
        for event_id, rows in misses.groupby("event_id")
    ]
    return "; ".join(said) + "." if said else "No facts were found."


def finding(cells: pd.DataFrame, contradictions: pd.DataFrame) -> str:
    """What a reader of one outlet would miss, and how often tellings contradict each other."""
    table = misses(cells)
    table = table[table.groupby("event_id")["article_id"].transform("size") > 1]
    if table.empty:
        return "No event has two tellings to set side by side."
    share = table["omitted"] / table["facts"]
    most, least = table.loc[share.idxmax()], table.loc[share.idxmin()]
    n = len(contradictions)
    sides = "; ".join(
        f"“{c.words}” in {c.telling_b}, denied in {c.telling_a}"
        for c in contradictions[contradictions["reason"] == "negation"].head(2).itertuples()
    )
    return (
        f"A reader of {most['telling']} alone would miss at least {most['omitted']} of "
        f"{most['facts']} facts told on {most['event_id']}, a reader of {least['telling']} "
        f"{least['omitted']} of {least['facts']} on {least['event_id']}. Tellings "
        f"contradict each other in {n or 'no'} place{'s' * (n != 1)}{': ' * bool(sides)}{sides}."
    )
