"""Figure of words in context: where in each telling they stand, and in whose voice."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import PercentFormatter

from tellings.show import panels
from tellings.show.style import INK, MUTED

# Own words filled, others' words open: told apart without colour.
_FACES = {"own": INK, "attributed": "#b0b0b0", "quoted": "white"}


def places(table: pd.DataFrame) -> Axes:
    """A line per telling from its first word to its last, a mark at each place: a panel per event.

    table  compare.corpus.concordance.places
    """
    if table["place"].notna().sum() == 0:
        return panels.empty("The words stand in no telling.")
    table = table.sort_values("article_id", kind="stable")
    for panel, _, rows in panels.each_event(table, sharex=True):
        _panel(panel, rows)
    figure = panel.figure
    _key(figure.axes[0])
    panel.set_xlabel("place in the telling (per cent of its letters)")
    return figure.axes[0]


def _panel(axes: Axes, part: pd.DataFrame) -> None:
    """The tellings of one event."""
    tellings = list(part.groupby("telling", sort=False))
    panels.rows(axes, [f"{name} (n {rows['place'].notna().sum()})" for name, rows in tellings])
    for line, (_, rows) in enumerate(tellings):
        axes.plot([0, 1], [line, line], color=MUTED, linewidth=0.8, zorder=1)
        for voice, face in _FACES.items():
            there = rows.loc[rows["voice"] == voice, "place"]
            axes.plot(there, [line] * len(there), "o", **_mark(face), zorder=2)
    axes.set_xlim(-0.02, 1.02)  # room for the marks at both ends
    axes.xaxis.set_major_formatter(PercentFormatter(1))


def _mark(face: str) -> dict:
    """How a place is drawn."""
    return {"color": INK, "markerfacecolor": face, "markersize": 7, "markeredgewidth": 1.1}


def _key(axes: Axes) -> None:
    """What the marks mean, above the first panel's right edge."""
    handles = [Line2D([], [], linestyle="", marker="o", **_mark(f)) for f in _FACES.values()]
    key = axes.legend(
        handles,
        list(_FACES),
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncols=3,
        frameon=False,
        fontsize=9,
        borderpad=0,
        handletextpad=0.2,
    )
    key.set_in_layout(False)  # it stands where the panel's heading has made room already
