"""Figures of readability: dots with their intervals, never bars, never a bare grade; sentences."""

from collections.abc import Mapping

import pandas as pd
import seaborn
from matplotlib.axes import Axes

from tellings.compare.events.outlets import voices
from tellings.compare.readability import label, measures
from tellings.show import panels
from tellings.show.style import colours
from tellings.tables import tuples

_HALF = {"linestyle": "none", "markersize": 15, "markeredgewidth": 2.5, "err_kws": {"linewidth": 2}}
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


def lengths(table: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """A dot per sentence by its words, over a bar that holds half of an article's: a panel for each
    event.

    table     compare.readability.lengths.to_draw
    articles  all of them: see style.colours; names: of the events
    """
    table = table.sort_values("article_id", kind="stable")
    if table.empty:
        return panels.empty("No article has sentences to measure.")
    colour = colours(articles)
    for panel, _, rows in panels.each_event(table, line=0.42, sharex=True, names=names):
        told = rows.drop_duplicates("article_id")
        inks = dict(zip(told["telling"], voices(told).map(colour), strict=True))
        own = {"x": "words", "y": "telling", "hue": "telling", "order": list(inks), "ax": panel}
        own |= {"hue_order": list(inks), "palette": inks, "legend": False}
        seaborn.stripplot(rows, jitter=False, size=5, alpha=0.45, **own)
        seaborn.pointplot(rows, estimator="median", errorbar=("pi", 50), marker="|", **own, **_HALF)
        panels.rows(panel, [panels.short(telling) for telling in inks])
        panel.set(xlabel="", ylabel="")
    panel.set_xlabel("words of a sentence")
    return panel.figure.axes[0]
