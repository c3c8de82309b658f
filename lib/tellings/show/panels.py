"""Panels of a figure: which events get one, how tall they are, what is written beside them."""

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from tellings.show.style import INK, MUTED

WIDTH = 8.6  # inches: a page's column
SHOWN = 6  # events in one figure, the largest first


def events(table: pd.DataFrame, most: int = SHOWN) -> list[str]:
    """The events of a table by their number of tellings, largest first, `most` of them."""
    size = table.groupby("event_id")["article_id"].nunique()
    return list(size.sort_index().sort_values(ascending=False, kind="stable").index[:most])


def grid(tall: list[int], left_out: int = 0, columns: int = 1, line: float = 0.34, **kept):
    """A new figure with a row of axes per event: (figure, axes in two dimensions).

    tall      lines that each event needs, `line` inches high
    left_out  events for which there is no room; the figure says how many
    """
    lines = [max(2, n) for n in tall]
    size = (WIDTH, sum(lines) * line + 0.75 * len(lines) + 0.55)
    figure, axes = plt.subplots(
        len(lines), columns, figsize=size, height_ratios=lines, squeeze=False, **kept
    )
    if left_out > 0:
        words = f"{left_out} more events are not shown: those with most tellings stand here."
        figure.supxlabel(words, fontsize=9, color=MUTED)
    return figure, axes


def empty(words: str) -> Axes:
    """A figure that only says why there is nothing to draw."""
    figure, axes = plt.subplots(figsize=(WIDTH, 0.8))
    axes.set_axis_off()
    axes.text(0, 0.5, words, color=MUTED, va="center", transform=axes.transAxes)
    return axes


def heading(axes: Axes, words: str) -> None:
    """Write a panel's name above its left edge."""
    axes.set_title(words, loc="left", fontsize=10, color=INK, fontweight="bold")


def beside(axes: Axes, words: str) -> None:
    """Write a remark above the panel's right edge, in the muted ink of notes."""
    axes.set_title(words, loc="right", fontsize=9, color=MUTED, fontweight="normal")


def rows(axes: Axes, labels: list[str]) -> None:
    """One line per label from the top down, a faint rule under each."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color="#eeeeee", linewidth=0.8)
    axes.spines["left"].set_visible(False)


def dots(axes: Axes, table: pd.DataFrame, inks, form: str = ".1f") -> None:
    """Each row as a dot with its interval on a line of its own, the number above the dot.

    table  value, low, high, and `apart` where there is one: a row that is not "yes" is drawn open
    """
    for line, (row, ink) in enumerate(zip(table.itertuples(), inks, strict=True)):
        if row.value != row.value:
            continue  # nothing to score: the empty line says so
        face = ink if getattr(row, "apart", "yes") == "yes" else "white"
        axes.plot([row.low, row.high], [line, line], color=ink, linewidth=2)
        axes.plot(
            row.value, line, "o", color=ink, markersize=7.5, markerfacecolor=face, clip_on=False
        )
        axes.annotate(
            f"{round(row.value, 1) + 0.0:{form}}".replace("-", "−"),  # no "−0.0"
            (row.value, line),
            xytext=(0, 6),
            textcoords="offset points",
            ha="center",
            fontsize=8,
        )
