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
    """A line per article from its first word to its last, a mark at each place: a panel per event.

    table  compare.corpus.concordance.places
    """
    if table["place"].notna().sum() == 0:
        return panels.empty("The words are in no article.")
    table = table.sort_values("article_id", kind="stable")
    named = table.get("event_name", table["event_id"])
    names = dict(zip(table["event_id"], named.where(named != "", table["event_id"]), strict=True))
    for panel, _, rows in panels.each_event(table, names=names, sharex=True):
        _panel(panel, rows)
    panel.set_xlabel("place in the article (per cent of its letters)")
    looks = {"linestyle": "", "marker": "o"}
    marks = [Line2D([], [], label=voice, **looks, **_mark(face)) for voice, face in _FACES.items()]
    panels.key(panel.figure, marks, "outside lower left")
    return panel.figure.axes[0]


def _panel(axes: Axes, part: pd.DataFrame) -> None:
    """The tellings of one event."""
    tellings = list(part.groupby("telling", sort=False))
    marks = [int(rows["place"].notna().sum()) for _, rows in tellings]
    names = (panels.short(name) for name, _ in tellings)
    panels.rows(axes, [f"{name} ({n})" for name, n in zip(names, marks, strict=True)])
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
