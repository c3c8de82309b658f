"""Who writes which noun of a naming set: Use rows in, those over which outlets differ out."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, groupby
from operator import attrgetter

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.events.outlets import voices
from tellings.compare.framing.sets import Use
from tellings.tables import tuples

_TWICE = 2  # uses in own voice from which on a proposed noun is an outlet's word


def given(names: pd.DataFrame) -> pd.DataFrame:
    """The researcher's naming sets as Use rows of rank 0: their names by outlet.

    names  compare.framing.naming.names
    """
    keys = ["event_id", "topic", "term", "said_by"]
    rows = names.assign(said_by=voices(names)).sort_values(keys, kind="stable")
    found = []
    for (event, topic, head, outlet), same in groupby(tuples(rows), key=attrgetter(*keys)):
        part = list(same)
        own = [row for row in part if row.voice == "own"]
        first = min(own or part, key=attrgetter("start"))
        where = (first.article_id, first.start, first.end, first.text)
        found.append(Use(event, 0, topic, True, head, outlet, len(part), len(own), *where))
    return tables.frame(found, Use)


def both(names: pd.DataFrame, proposed: pd.DataFrame) -> pd.DataFrame:
    """The researcher's sets, then those proposed."""
    own = given(names)
    return pd.concat([own, proposed]) if len(own) else proposed


def chosen(uses: pd.DataFrame) -> pd.DataFrame:
    """The uses in own voice of the outlets that choose a noun: of a proposed set, which must be
    likely, an outlet does so that writes one more than once.
    """
    own = uses[uses["own"] > 0]
    given_or_likely = (own["rank"] == 0) | (own["sure"] & (own["own"] >= _TWICE))
    by = [own[column] for column in ("event_id", "rank", "set", "outlet")]
    return own[given_or_likely.groupby(by).transform("any")]


def differing(uses: pd.DataFrame) -> pd.DataFrame:
    """The rows of the sets of which two outlets that choose a noun have none in common."""
    heads: dict[tuple, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in tuples(chosen(uses)):
        heads[row.event_id, row.rank, row.set][row.outlet].add(row.head)
    apart = {key for key, own in heads.items() if _apart(own.values())}
    by = ["event_id", "rank", "set"]
    given = zip(*(uses[column] for column in by), strict=True)
    kept = np.array([key in apart for key in given], dtype=bool)
    return uses[kept].sort_values(by, kind="stable")


def _apart(own: Iterable[set[str]]) -> bool:
    """Whether two outlets have no word in common."""
    return any(one.isdisjoint(other) for one, other in combinations(own, 2))


def printed(uses: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The sets for a page of which an outlet has a noun in its own voice, a row for each noun and
    outlet: the first set of every event, in the order of `names`, before any event's second.

    names  of the events by their ids
    """
    own = uses.groupby(["event_id", "set"])["own"].transform("sum") > 0
    uses = uses[own].sort_values(["event_id", "rank", "set"], kind="stable")
    number = uses.groupby("event_id")["set"].transform(lambda sets: pd.factorize(sets)[0])
    rows = uses.assign(event=uses["event_id"].map(names), others=uses["n"] - uses["own"])
    place = rows["event_id"].map({event: place for place, event in enumerate(names)})
    rows = rows.assign(number=number, place=place).sort_values(["number", "place"], kind="stable")
    columns = ["event", "set", "outlet", "article_id", "start", "end", "text"]
    counts = {"own": "in_own_voice", "others": "in_others'_words"}
    return rows.rename(columns=counts)[[*columns, *counts.values()]]
