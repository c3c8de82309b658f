"""Figures of coverage: which telling carries which fact, and what a reader of one would miss."""

import textwrap
from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from tellings.compare.coverage.sides import EVENTS
from tellings.show import links, panels
from tellings.show.style import INK, MUTED, colours
from tellings.tables import tuples

_FACTS = 12  # of one event, the weightiest first
_TELLINGS = 12  # columns
_RING = "#9a9a9a"
_WIDE, _LABEL = 30, 52  # characters of a line and of two lines of a fact's words
_EDGE = dict(edgecolor=INK, linewidth=0.7)
_PARTS = {
    "carried": dict(label="told", facecolor=INK, **_EDGE),
    "partly": dict(label="partly", facecolor="#8c8c8c", **_EDGE),
    "unclear": dict(label="perhaps", facecolor="white", hatch="xxxx", **_EDGE),
    "omitted": dict(label="not found", facecolor="white", **_EDGE),
}
# A fact's mark in a telling, as matplotlib draws it; all but the ring lead to their places.
_MARKS = {
    "carried": dict(marker="s", markersize=9),
    "partly": dict(marker="s", markersize=9, fillstyle="left", markerfacecoloralt="white"),
    "unclear": dict(marker="o", markersize=3.5, color=MUTED),
    "omitted": dict(marker="o", markersize=7, color=_RING, markerfacecolor="none"),
}
_NAMES = {state: look["label"] for state, look in _PARTS.items()}


def matrix(
    cells: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str] | None = None
) -> Axes:
    """Facts down, tellings across: a square carries, half partly, a dot perhaps, a ring omits.

    cells     compare.coverage.matrix; a mark with a place leads to it
    articles  all of them: see style.colours
    names     of the events by their ids
    """
    cells = cells[~cells["again"] & (cells["of"] > 1)]
    if cells.empty:
        return panels.empty("No event has two articles to set side by side.")
    colour = colours(articles)
    drawn = cells["event_id"].isin(panels.events(cells, EVENTS))
    labels_of = {fact: _short(fact) for fact in cells.loc[drawn, "fact"].unique()}
    cells = cells.assign(label=cells["fact"].map(labels_of))

    def tall(rows: pd.DataFrame) -> int:
        turned = panels.tellings(rows) > panels.ACROSS
        return min(rows["label"].nunique(), _FACTS) + (3 if turned else 2)

    for panel, _, rows in panels.each_event(cells, tall, most=EVENTS, line=0.42, names=names):
        labels, tellings = list(dict.fromkeys(rows["label"])), _columns(rows)
        shown = rows[rows["telling"].isin(tellings) & rows["label"].isin(labels[:_FACTS])]
        for cell in tuples(shown):
            _mark(panel, tellings.index(cell.telling), labels.index(cell.label), cell, colour)
        panels.rows(panel, [panels.wrapped(label, _WIDE) for label in labels[:_FACTS]])
        panels.heads(panel, [t.replace(" (inferred)", "") for t in tellings])
        panel.set_xlim(-0.6, max(len(tellings), 3) - 0.4)
        panel.tick_params(axis="both", labelsize=panels.SMALL)
        panel.tick_params(axis="x", bottom=False, labelbottom=False)
        if len(labels) > _FACTS:
            words = f"{len(labels) - _FACTS} more sentences are in the table."
            panel.set_xlabel(words, fontsize=panels.SMALL, color=MUTED)
    _legend(panel.figure)
    return panel.figure.axes[0]


def _short(words: str) -> str:
    """A fact's words, cut to fit."""
    return textwrap.shorten(words, _LABEL, placeholder=" …")


def _columns(part: pd.DataFrame) -> list[str]:
    """The tellings of an event in the report's order."""
    return list(part.sort_values("article_id")["telling"].drop_duplicates())[:_TELLINGS]


def _mark(panel: Axes, x: int, y: int, cell, colour: dict) -> None:
    """The mark of one cell."""
    look = {"color": colour[cell.outlet or cell.telling], "linestyle": "", **_MARKS[cell.state]}
    if pd.notna(cell.start):
        name = f"{_NAMES[cell.state]} in {cell.telling}: {_short(cell.text)}"
        look["url"] = links.url(cell.article_id, cell.start, cell.end, name)
    panel.plot(x, y, **look)


def _legend(figure) -> None:
    """What the marks mean."""
    handles = [
        Line2D([], [], **{"color": MUTED, "linestyle": "", "label": _NAMES[state], **look})
        for state, look in _MARKS.items()
    ]
    panels.key(figure, handles, "outside lower left")


def shares(table: pd.DataFrame, names: Mapping[str, str] | None = None) -> Axes:
    """Of the facts that the others tell, how many each telling carries, partly, perhaps, or omits.

    table  compare.coverage.sides.shares
    names  of the events by their ids
    """
    if table.empty:
        return panels.empty("No event has two articles to set side by side.")
    table = table.sort_values("article_id", kind="stable")
    for panel, _, rows in panels.each_event(table, sharex=True, names=names):
        panels.stacked(panel, rows, _PARTS)
        panels.rows(panel, list(rows["telling"].str.replace(" (inferred)", "", regex=False)))
    panel.set_xlabel("Sentences that the other articles have")
    panels.key(panel.figure, _PARTS, "outside lower left")
    return panel.figure.axes[0]
