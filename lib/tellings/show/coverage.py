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
_PARTS = {
    "carried": ("carried, not alone", "#595959", ""),
    "only_here": ("carried here only", INK, ""),
    "unclear": ("unclear", "white", "xxxx"),
    "omitted": ("omitted", "white", ""),
}


def matrix(cells: pd.DataFrame, articles: pd.DataFrame) -> Axes:
    """Facts down, tellings across: a filled square carries, an empty ring omits; most shared first.

    cells     compare.coverage.missing.decided; a square leads to its place
    articles  all of them: see style.colours
    """
    if cells.empty:
        return panels.empty("No fact is decided in every telling.")
    colour, shown = colours(articles), panels.events(cells, most=3)
    parts = [_first(cells[cells["event_id"] == e]) for e in shown]
    left_out = cells["event_id"].nunique() - len(shown)
    tall = [part["label"].nunique() + 3 for part, _ in parts]
    figure, axes = panels.grid(tall, left_out, line=0.25)
    for panel, event, (part, more) in zip(axes[:, 0], shown, parts, strict=True):
        labels, tellings = list(dict.fromkeys(part["label"])), _columns(part)
        for cell in part[part["telling"].isin(tellings)].itertuples():
            _mark(panel, tellings.index(cell.telling), labels.index(cell.label), cell, colour)
        panels.rows(panel, labels)
        panel.tick_params(axis="y", labelsize=8.5)
        panel.set_xlim(-0.6, max(len(tellings), 4) - 0.4)
        panel.set_xticks(range(len(tellings)), ["\n".join(textwrap.wrap(t, 13)) for t in tellings])
        panel.tick_params(
            axis="x", top=True, labeltop=True, bottom=False, labelbottom=False, length=0
        )
        panel.tick_params(axis="x", labelsize=8.5)
        panel.spines["bottom"].set_visible(False)
        panels.heading(panel, event)
        if more:
            panel.set_xlabel(f"{more} more facts are in the table.", fontsize=9, color=MUTED)
    _legend(figure)
    return axes[0, 0]


def _first(part: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The facts of an event that are shown, with their labels, and how many are not."""
    order = part.sort_values(["carriers"], ascending=False, kind="stable")
    label = [f"{_short(r.fact)} [{r.kind}]" for r in order.itertuples()]
    order = order.assign(label=label)
    kept = list(dict.fromkeys(label))[:_FACTS]
    return order[order["label"].isin(kept)], len(set(label)) - len(kept)


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
    """What the two marks mean, under the figure."""
    kinds = [
        Line2D([], [], marker="s", linestyle="", color=MUTED, markersize=9, label="carried"),
        Line2D(
            [], [], marker="o", linestyle="", color=_RING, markerfacecolor="none", label="omitted"
        ),
    ]
    figure.legend(handles=kinds, loc="outside upper left", ncols=2, frameon=False, fontsize=9)


def misses(table: pd.DataFrame) -> Axes:
    """Of an event's facts, how many each telling carries, has alone, leaves open, and omits.

    table  compare.missing.misses
    """
    if table.empty:
        return panels.empty("No facts were found.")
    shown = panels.events(table)
    parts = [table[table["event_id"] == e].sort_values("article_id") for e in shown]
    left_out = table["event_id"].nunique() - len(shown)
    figure, axes = panels.grid([len(p) for p in parts], left_out, sharex=True)
    for panel, event, part in zip(axes[:, 0], shown, parts, strict=True):
        left = pd.Series(0, index=part.index)
        for column, (label, face, hatch) in _PARTS.items():
            style = dict(color=face, hatch=hatch, edgecolor=INK, linewidth=0.7, height=0.62)
            panel.barh(range(len(part)), part[column], left=left, label=label, **style)
            for line, (n, start) in enumerate(zip(part[column], left, strict=True)):
                ink = "white" if column in ("carried", "only_here") else INK
                box = dict(facecolor="white", edgecolor="none", pad=1) if hatch else None
                place = dict(ha="center", va="center", fontsize=8, color=ink, bbox=box)
                panel.text(start + n / 2, line, f"{n}" if n else "", **place if n else {})
            left = left + part[column]
        panels.rows(panel, list(part["telling"]))
        panels.heading(panel, event)
        panels.beside(panel, f"{part['facts'].iloc[0]} facts")
        panel.tick_params(axis="x", labelbottom=True)
    axes[-1, 0].set_xlabel("Facts of the event (numbers, days, people, statements)")
    handles, labels = axes[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper left", ncols=4, frameon=False, fontsize=9)
    return axes[0, 0]
