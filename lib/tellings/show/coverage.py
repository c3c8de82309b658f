"""Figures of coverage: which telling carries which fact, and what a reader of one would miss."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from tellings.show import links, panels
from tellings.show.style import INK, MUTED, colours

_FACTS = 24  # of one event, those in most tellings first
_TELLINGS = 8  # columns
_RING = "#9a9a9a"
_LABEL = 62  # characters of a fact's words
_EDGE = dict(edgecolor=INK, linewidth=0.7)
_PARTS = {
    "carried": dict(label="carried, not alone", facecolor="#595959", **_EDGE),
    "only_here": dict(label="carried here only", facecolor=INK, **_EDGE),
    "unclear": dict(label="unclear", facecolor="white", hatch="xxxx", **_EDGE),
    "omitted": dict(label="omitted", facecolor="white", **_EDGE),
}


def matrix(cells: pd.DataFrame, articles: pd.DataFrame) -> Axes:
    """Facts down, tellings across: a filled square carries, an empty ring omits; most shared first.

    cells     compare.coverage.missing.decided; a square leads to its place
    articles  all of them: see style.colours
    """
    if cells.empty:
        return panels.empty("No fact is decided in every telling.")
    colour = colours(articles)
    cells = cells.sort_values("carriers", ascending=False, kind="stable")
    cells = cells.assign(label=[f"{_short(r.fact)} [{r.kind}]" for r in cells.itertuples()])

    def tall(rows: pd.DataFrame) -> int:
        return min(rows["label"].nunique(), _FACTS) + 3

    for panel, _, rows in panels.each_event(cells, tall, most=3, line=0.25):
        labels, tellings = list(dict.fromkeys(rows["label"])), _columns(rows)
        shown = rows[rows["telling"].isin(tellings) & rows["label"].isin(labels[:_FACTS])]
        for cell in shown.itertuples():
            _mark(panel, tellings.index(cell.telling), labels.index(cell.label), cell, colour)
        panels.rows(panel, labels[:_FACTS])
        panels.columns(panel, ["\n".join(textwrap.wrap(t, 13)) for t in tellings], top=True)
        panel.set_xlim(-0.6, max(len(tellings), 4) - 0.4)
        panel.tick_params(axis="both", labelsize=8.5)
        if len(labels) > _FACTS:
            words = f"{len(labels) - _FACTS} more facts are in the table."
            panel.set_xlabel(words, fontsize=9, color=MUTED)
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
    if cell.state == "carried":
        name = f"{cell.fact}: {cell.telling}"
        address = links.url(cell.article_id, cell.start, cell.end, name)
        panel.plot(x, y, "s", color=colour[cell.outlet], markersize=9, url=address)
    else:
        panel.plot(x, y, "o", color=_RING, markerfacecolor="none", markersize=7)


def _legend(figure) -> None:
    """What the two marks mean."""
    ring = dict(color=_RING, markerfacecolor="none")
    panels.key(
        figure,
        [
            Line2D([], [], marker="s", linestyle="", color=MUTED, markersize=9, label="carried"),
            Line2D([], [], marker="o", linestyle="", label="omitted", **ring),
        ],
    )


def misses(table: pd.DataFrame) -> Axes:
    """Of an event's facts, how many each telling carries, has alone, leaves open, and omits.

    table  compare.missing.misses
    """
    if table.empty:
        return panels.empty("No facts were found.")
    table = table.sort_values("article_id", kind="stable")
    for panel, _, rows in panels.each_event(table, sharex=True):
        panels.stacked(panel, rows, _PARTS)
        panels.rows(panel, list(rows["telling"]))
        panels.beside(panel, f"{rows['facts'].iloc[0]} facts")
    panel.set_xlabel("Facts of the event (numbers, days, people, statements)")
    panels.key(panel.figure, _PARTS)
    return panel.figure.axes[0]
