"""Which articles of an event can be told apart in how hard they are to read, in sentences."""

import numpy as np
import pandas as pd

from tellings.compare.readability.scoring import WORTH, label, measures
from tellings.compare.statistics import FEWEST
from tellings.tables import tuples
from tellings.text.prose import few

NOTHING = "No two articles on one event can be told apart in how hard they are to read."
ALIKE = "The lines overlap: no two articles on one event can be told apart"
_MOST = 2  # pairs of an event that are spoken of, the largest differences first


def said(pairs: pd.DataFrame, measure: str) -> dict[str, list[str]]:
    """Of each event by its id which article is harder to read than which other, in sentences.

    pairs  compare.readability.differences; only those that some measure of difficulty can tell
           apart are spoken of: by the chosen measure where its own interval leaves out zero
    """
    table = measures().set_index("measure")
    hard = pairs[pairs["measure"].map(table["harder"]).isin(["up", "down"])]
    worth = np.array([WORTH.get(name, 0.0) for name in hard["measure"]])
    hard = hard[hard["difference"].abs() >= worth]
    by = ["event_id", "article_id_a", "article_id_b"]
    known = (hard["apart"] == "yes").groupby([hard[c] for c in by]).transform("any").astype(bool)
    sure = (hard["apart"] == "yes") | (
        (hard["measure"] == measure) & (hard["low"] * hard["high"] > 0)
    )
    rank = {name: n for n, name in enumerate([measure, *table.index.drop(measure)])}
    rows = hard[known & sure]
    rows = rows.assign(rank=rows["measure"].map(rank), size=rows["difference"].abs())
    rows = rows.sort_values(["rank", "size"], ascending=[True, False], kind="stable")
    rows = rows.drop_duplicates(by)
    found: dict[str, list[str]] = {}
    for row in tuples(rows):
        up = (row.difference > 0) == (table.at[row.measure, "harder"] == "up")
        found.setdefault(str(row.event_id), []).append(_harder(row, up))
    return {event: sentences[:_MOST] for event, sentences in found.items()}


def _harder(row, first: bool) -> str:
    """That one article of a pair is harder to read; `first`: that the pair's first one is."""
    one, other = (row.telling_a, row.value_a), (row.telling_b, row.value_b)
    hard, easy = (one, other) if first else (other, one)
    low, high = sorted((abs(row.low), abs(row.high)))
    how = label(row.measure)
    sure = f"{low:.1f} to {high:.1f} with 95% confidence"
    return (
        f"{hard[0]} is harder to read than {easy[0]}: {how} {hard[1]:.1f} against {easy[1]:.1f}, "
        f"a difference of {sure}."
    )


def outlets(table: pd.DataFrame, fewest: int = FEWEST) -> str:
    """Whether two outlets differ over events, or that they share too few to tell."""
    most = int(table["events"].max()) if len(table) else 0
    if most < fewest:
        share = few(most, "event")
        return f"Two outlets share {share} at most: too few to tell whether they differ."
    tested = table[table["chance"].notna()]
    by = ["outlet_a", "outlet_b"]
    sure = tested[tested["chance"] <= 0.05].groupby(by).ngroups
    return (
        f"Beyond chance, {few(sure, 'pair')} of outlets of {tested.groupby(by).ngroups:,} "
        f"{'differs' if sure == 1 else 'differ'} over common events."
    )
