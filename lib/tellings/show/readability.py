"""Figures of readability: dots with their intervals, never bars, never a bare grade."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from tellings.compare.events.outlets import voices
from tellings.compare.readability import label, measures
from tellings.show import panels
from tellings.show.style import colours
from tellings.tables import tuples

_UNITS = {m["measure"]: m["unit"] for m in measures().to_dict("records")}


def scores(
    table: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    measure: str = "flesch_kincaid",
) -> Axes:
    """One dot per article with its 95 % interval: a panel for each event.

    table     compare.readability.scores, with event_id, outlet and telling
    articles  all of them: see style.colours; names: of the events
    """
    table = table[table["measure"] == measure].sort_values("article_id", kind="stable")
    if table.empty:
        return panels.empty("No article has words to score.")
    colour = colours(articles)
    for panel, _, rows in panels.each_event(table, line=0.42, sharex=True, names=names):
        panels.rows(panel, [f"{panels.short(r.telling)}\n(n {r.n})" for r in tuples(rows)])
        panels.dots(panel, rows, voices(rows).map(colour))
    panel.set_xlabel(f"{label(measure)} ({_UNITS[measure]})")
    return panel.figure.axes[0]
