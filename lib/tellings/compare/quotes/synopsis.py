"""The versions of a statement word under word: their differences in, columns of words out."""

from collections.abc import Iterator
from itertools import pairwise

import pandas as pd

from tellings import tables
from tellings.compare.quotes.versions import words_of
from tellings.tables import tuples


def runs(differences: pd.DataFrame) -> pd.DataFrame:
    """One row per version, column and piece: the versions of a statement set word under word.

    column     counted from 0: the runs of the fullest version's words that no version breaks, with
               a column for words added between two of them
    operation  of the piece: kept | dropped | elsewhere | added | changed; "" for a column that this
               version has nothing in (another one adds words there)
    text       the piece; of dropped words those that are missing
    what       "form" where a changed piece is written otherwise only
    """
    keys = [c for c in tables.KEYS if c in differences.columns]
    keys += ["statement", "version", "version_end", "speaker", "fullest"]
    own = list(differences[keys].itertuples(index=False, name=None))
    by: dict = {}
    for place, step in zip(own, tuples(differences), strict=True):
        by.setdefault(step.statement, {}).setdefault(place, []).append(step)
    rows: list[tuple] = []
    for versions in by.values():
        columns = _columns([step for steps in versions.values() for step in steps])
        for place, steps in versions.items():
            rows += [(*place, *piece) for piece in _pieces(steps, columns)]
    return pd.DataFrame(rows, columns=[*keys, "column", "operation", "what", "text"])


def _columns(steps: list) -> list[tuple[int, int]]:
    """The columns as words of the fullest version, first to last; first = last takes additions."""
    size = max(s.last for s in steps)
    inside = {w for s in steps if s.operation == "changed" for w in range(s.first + 1, s.last)}
    parting = [s for s in steps if s.operation != "kept" and s.what != "form"]
    breaks = sorted({0, size, *(s.first for s in parting), *(s.last for s in parting)} - inside)
    between = {s.first for s in parting if s.first == s.last}
    return sorted({*pairwise(breaks), *((f, f) for f in between.intersection(breaks))})


def _pieces(steps: list, columns: list[tuple[int, int]]) -> Iterator[tuple[int, str, str, str]]:
    """The pieces of one version, column by column: column, operation, what, text."""
    for column, (first, last) in enumerate(columns):
        found = [p for s in steps if (p := _piece(s, first, last))]
        for operation, what, text in found or [("", "", "")]:
            yield column, operation, what, text


def _piece(step, first: int, last: int) -> tuple[str, str, str] | None:
    """What of a step stands in the column from `first` to `last`; None if nothing."""
    text = step.was if step.operation in ("dropped", "elsewhere") else step.becomes
    if step.first == step.last:
        here = step.first == first == last or first < step.first < last
        here = here or (
            step.operation == "changed" and first < last == step.first
        )  # a closing mark
        return (step.operation, step.what, text) if here else None
    begin, end = max(first, step.first), min(last, step.last)
    if begin >= end:
        return None
    if step.operation == "changed":
        return step.operation, step.what, text
    if (begin, end) == (step.first, step.last):
        return step.operation, step.what, text
    places = words_of(text).places
    start = places[begin - step.first][0]
    stop = len(text) if end == step.last else places[end - step.first - 1][1]
    return step.operation, step.what, text[start:stop]
