"""Where it cannot be told whether articles tell one event: what was compared in, questions out."""

import csv
import io
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.events import linkage, wording
from tellings.compare.events.shared import common, missing
from tellings.compare.events.similarity import Compared
from tellings.compare.rows import of_events
from tellings.read.files import Correction
from tellings.tables import tuples

# Pairs of two events that are so like are asked about, ...
_NEAR = 0.08
# ... and joins that rest on so little more than is needed, or whose articles are so little like it.
_JUST, _JUST_MEAN = 0.02, 0.06


class Question(NamedTuple):
    """Two articles that may tell one event, or may not.

    together      whether they are one event as it is
    likeness      theirs
    shared        what they have in common, in words; against: what speaks against one event
    correction    the row of corrections.csv that decides otherwise
    """

    article_id_a: str
    article_id_b: str
    headline_a: str
    headline_b: str
    event_id_a: str
    event_id_b: str
    together: bool
    likeness: float
    shared: str
    against: str
    correction: str


def find(articles: pd.DataFrame, groups: pd.DataFrame, compared: Compared) -> pd.DataFrame:
    """A row for each question, as Question; the likest first, those of one event before.

    Asked of each two events once, about their likest pair; of an event once, about the article that
    only just belongs to it. What manifest.csv or corrections.csv have decided is never asked.
    """
    event = list(groups["event_id"])
    fixed = list(groups["evidence"].str.startswith("given"))
    asked = [*_between(compared.pairs, event, fixed), *_inside(compared.pairs, event, fixed)]
    rows = [_question(articles, event, compared, pair) for pair in asked]
    order = ["together", "likeness"]
    found = tables.frame(rows, Question)
    return found.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def _between(pairs: pd.DataFrame, event: list[str], fixed: list[bool]) -> Iterator:
    """The likest pair of each two events that are near the line."""
    seen: set[frozenset[str]] = set()
    near = pairs[pairs["likeness"] >= _NEAR]
    for pair in tuples(near.sort_values("likeness", ascending=False, kind="stable")):
        both = frozenset((event[pair.a], event[pair.b]))
        if len(both) == 2 and both not in seen and not (fixed[pair.a] or fixed[pair.b]):
            seen.add(both)
            yield pair


def _inside(pairs: pd.DataFrame, event: list[str], fixed: list[bool]) -> Iterator:
    """The pair on which an event only just rests, or that of an article that only just belongs."""
    code, names = pd.factorize(np.array(event, dtype=object))
    inside = pairs[code[pairs["a"]] == code[pairs["b"]]]
    line = linkage.needed(inside, len(event))
    inside = inside.assign(event_id=pd.array(names[code[inside["a"]]], dtype="str"), line=line)
    for _, own in of_events(inside["event_id"].unique(), inside):
        of_it: dict[int, list] = {}
        for pair in own:
            of_it.setdefault(pair.a, []).append(pair)
            of_it.setdefault(pair.b, []).append(pair)
        if any(fixed[member] for member in of_it):
            continue
        best = max(own, key=attrgetter("likeness"))
        if best.likeness < best.line + _JUST:
            yield best
            continue
        mean = {m: sum(p.likeness for p in pairs) / (len(of_it) - 1) for m, pairs in of_it.items()}
        least = min(mean, key=lambda member: (mean[member], member))
        if mean[least] < _JUST_MEAN:
            yield max(of_it[least], key=lambda pair: pair.likeness)


def _question(articles: pd.DataFrame, event: list[str], compared: Compared, pair) -> Question:
    """The question about a pair."""
    a, b = articles.iloc[pair.a], articles.iloc[pair.b]
    one, other = compared.particulars[pair.a], compared.particulars[pair.b]
    shared = common(one, other, compared.rarity)
    gone = [missing(one, other, compared.rarity), missing(other, one, compared.rarity)]
    together = event[pair.a] == event[pair.b]
    becomes = f"{event[pair.b]}-b" if together else event[pair.a]
    return Question(
        *(a["article_id"], b["article_id"], a["headline"], b["headline"]),
        *(event[pair.a], event[pair.b], together, float(pair.likeness)),
        wording.shared(shared, pair.said),
        wording.against(*gone, pair.said if pair.days <= linkage.OTHER_DAY else ""),
        row(b["article_id"], becomes),
    )


def row(article_id: str, becomes: str) -> str:
    """The row of corrections.csv that puts an article into an event.

    >>> row("b", "2024-04-18")
    'event,b,,,2024-04-18,'
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(
        Correction("event", article_id, "", "", becomes, "")
    )
    return text.getvalue()
