"""How well coverage.parquet knows who carries the facts that matter most: labels in, figures out.

    python tests/tools/score_lead.py LABELS DATA

LABELS  a CSV with a row per fact and telling: id, event, telling (an article_id), label (yes |
        partly | no), place_start, place_end (code points, "" where there is none), paragraph (where
        it first stands, 1 below the headline), in_headline (yes | no)
DATA    a folder with coverage.parquet and sentences.parquet, or one in which each event's folder
        holds them under data/

A fact is met by the rows that another telling has where the labels place it, often several: labels
are of things told over two or three sentences. A "no" is right where the state of most characters
is omitted, or unclear without a place. A "yes" is right where one of the rows is carried or partly,
or unclear with a place that meets the label's (the headline counts where the label says so). An
unclear row shows its nearest place and, where that is close, a second, each with what stands before
it and behind it, up to sixty words (coverage.passages): "yes" counts all that, "yes, one place"
nothing of the second, and "yes, sentences" the two places without what is beside them. A "yes" that
no other telling shares cannot be looked up and is not counted.

The labels that the project was made with are of articles of others and are not part of it.
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

from tellings.compare.coverage import passages
from tellings.compare.rows import by_article

TOLD = ("carried", "partly")
ONE, ALONE = "yes, one place", "yes, sentences"
_HEADLINE = 20  # a place that begins before it is the headline, which stands first in a text


def score(
    labels: list[dict], cells: dict[str, pd.DataFrame], sentences: pd.DataFrame | None = None
) -> dict[str, tuple[int, int]]:
    """For each figure how many are right, and of how many.

    sentences  of the articles, for what the page shows beside a place
    no, yes    cells of these labels; yes, one place: where a reader is shown the nearest place
               only; yes, sentences: without what stands beside a place
    first      a "yes" whose first paragraph is the label's, or next to it
    headline   a "yes" whose in_headline is the label's
    """
    right, of = Counter(), Counter()
    shown = _Shown(sentences)
    facts = defaultdict(list)
    for row in labels:
        facts[row["id"]].append(row)
    for rows in facts.values():
        for row in rows:
            sources = [r for r in rows if r is not row and r["label"] == "yes"]
            sources = sources or [r for r in rows if r is not row and r["label"] == "partly"]
            if not sources or row["label"] == "partly":
                continue
            found = _cells(cells[row["event"]], sources, row["telling"])
            of[row["label"]] += 1
            if row["label"] == "no":
                right["no"] += _right(row, found)
                continue
            for name, places, around in (("yes", 2, shown), (ONE, 1, shown), (ALONE, 2, None)):
                of[name] += name != "yes"
                right[name] += any(_leads(row, cell, places, around) for cell, _ in found)
        for row in rows:
            if row["label"] == "yes":
                own = _at(cells[row["event"]], row)
                for figure, (fits, counts) in _prominence(row, own).items():
                    of[figure] += counts
                    right[figure] += fits
    return {
        name: (right[name], of[name]) for name in ("no", "yes", ONE, ALONE, "first", "headline")
    }


def _at(cells: pd.DataFrame, row: dict) -> pd.DataFrame:
    """The rows that an article carries where a label places a fact, with the characters shared."""
    start, end = int(row["place_start"]), int(row["place_end"])
    own = cells[(cells["article_id"] == row["telling"]) & cells["state"].isin(TOLD)]
    shared = own["end"].clip(upper=end) - own["start"].clip(lower=start)
    return own.assign(shared=shared)[shared > 0]


def _cells(cells: pd.DataFrame, sources: list[dict], telling: str) -> list[tuple]:
    """The telling's cells that the places in other tellings lead to, each with the characters."""
    own = cells[(cells["article_id"] == telling) & ~cells["again"]].set_index("fact")
    facts = [(r.fact, r.shared) for source in sources for r in _at(cells, source).itertuples()]
    return [(own.loc[fact], shared) for fact, shared in facts if fact in own.index]


class _Shown:
    """What the page shows of an article for a place in it: the sentence and those beside it."""

    def __init__(self, sentences: pd.DataFrame | None):
        rows = [] if sentences is None else sentences.itertuples(index=False)
        self._of = by_article(rows)

    def of(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        """The place with what is beside it."""
        own = self._of.get(article_id, [])
        at = next((n for n, s in enumerate(own) if s.start == start), None)
        if at is None:
            return start, end
        passage = passages.around(own, at)
        return own[passage[0]].start, own[passage[-1]].end


def _right(row: dict, found: list[tuple]) -> bool:
    """Whether the cells say what a "no" says."""
    by = Counter()
    for cell, shared in found:
        told = cell["state"] in TOLD or (cell["state"] == "unclear" and pd.notna(cell["start"]))
        by[told] += shared
    return by[False] >= by[True] and bool(by)


def _leads(row: dict, cell, places: int, around: _Shown | None) -> bool:
    """Whether a cell leads a reader to what its label says is there.

    places  how many are shown; around: with what is beside them
    """
    if cell["state"] != "unclear":
        return cell["state"] in TOLD
    shown = [(cell[f"{which}start"], cell[f"{which}end"]) for which in ("", "second_")[:places]]
    for place in (place for place in shown if pd.notna(place[0])):
        if _meets(row, *(around.of(row["telling"], *place) if around else place)):
            return True
    return False


def _meets(row: dict, start: int, end: int) -> bool:
    """Whether a place is the label's, or the headline where the label says that it tells it."""
    if row["in_headline"] == "yes" and start < _HEADLINE:
        return True
    return start < int(row["place_end"]) and int(row["place_start"]) < end


def _prominence(row: dict, own: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Whether the first paragraph and the headline are the label's, and whether they count."""
    if own.empty or not row["paragraph"]:
        return {}
    first = own["paragraph"].min()
    headed = bool(own["in_headline"].any())
    return {
        "first": (int(abs(first - int(row["paragraph"])) <= 1), 1),
        "headline": (int(headed == (row["in_headline"] == "yes")), 1),
    }


def main(labels: Path, data: Path) -> None:
    """Print the figures."""
    with labels.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    events = {r["event"] for r in rows}
    cells = {event: _table(data, event, "coverage") for event in events}
    sentences = pd.concat([_table(data, event, "sentences") for event in events])
    for name, (right, of) in score(rows, cells, sentences).items():
        print(f"{name:15}{right:4} of {of}")


def _table(data: Path, event: str, name: str) -> pd.DataFrame:
    """A table of an event."""
    files = [data / f"{name}.parquet", *sorted(data.glob(f"{event}*/data/{name}.parquet"))]
    return pd.read_parquet(next(f for f in files if f.exists()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
