"""Figures of readability: dots with their intervals, never bars, never a bare grade."""

import pandas as pd
from matplotlib.axes import Axes

from tellings.compare.events.outlets import voices
from tellings.compare.readability import WORTH, label, measures
from tellings.show import panels
from tellings.show.style import INK, MUTED, RULE, colours

_UNITS = {m["measure"]: m["unit"] for m in measures().to_dict("records")}
_PAIRS = 12  # pairs in one panel, the largest differences first


def scores(
    table: pd.DataFrame,
    articles: pd.DataFrame,
    shown: tuple[str, ...] = ("flesch_kincaid", "flesch", "sentence_length"),
) -> Axes:
    """One dot per telling with its 95 % interval: a panel per event and measure.

    table     compare.readability.scores, with event_id, outlet and telling
    articles  all of them: see style.colours
    """
    if table.empty:
        return panels.empty("No telling has words to score.")
    colour, table = colours(articles), table.sort_values("article_id", kind="stable")
    side = dict(columns=len(shown), sharex="col", sharey="row")
    for across, _, part in panels.each_event(table, **side):
        for panel, measure in zip(across, shown, strict=True):
            rows = part[part["measure"] == measure]
            panels.rows(panel, [f"{r.telling} (n {r.n})" for r in rows.itertuples()])
            panels.dots(panel, rows, voices(rows).map(colour))
    for panel, measure in zip(across, shown, strict=True):
        panel.set_xlabel(f"{label(measure)}\n({_UNITS[measure]})")
    return panel.figure.axes[0]


def differences(table: pd.DataFrame, measure: str = "flesch_kincaid") -> Axes:
    """The difference of each pair of tellings with its 95 % interval, the largest first.

    table  compare.readability.differences

    Filled: the pair can be told apart; open: it cannot. In the grey band a difference is too small
    to matter to a reader.
    """
    table = table[(table["measure"] == measure) & table["low"].notna()]
    if table.empty:
        return panels.empty("No event has two tellings with sentences enough to compare.")
    table = table.assign(article_id=table["article_id_a"] + " " + table["article_id_b"])
    table = table.sort_values("difference", key=abs, ascending=False, kind="stable")
    worth = WORTH.get(measure, 0)

    def tall(rows: pd.DataFrame) -> int:
        return min(len(rows), _PAIRS)

    for panel, _, part in panels.each_event(table, tall, sharex=True):
        panel.axvspan(-worth, worth, color="#f0f0f0", zorder=0)
        panel.axvline(0, color=MUTED, linewidth=1)
        rows = part.head(_PAIRS)
        panels.rows(panel, [f"{r.telling_a} − {r.telling_b}" for r in rows.itertuples()])
        panels.dots(panel, rows.rename(columns={"difference": "value"}), [INK] * len(rows), "+.1f")
        panels.beside(panel, _verdict(part["apart"] == "yes"))
    panel.set_xlabel(f"Difference in {label(measure)} ({_UNITS[measure]})")
    return panel.figure.axes[0]


def _verdict(apart: pd.Series) -> str:
    """How many pairs can be told apart, in words."""
    if len(apart) == 1:
        return "the pair can be told apart" if apart.all() else "the pair cannot be told apart"
    return f"{apart.sum() or 'none'} of {len(apart)} pairs can be told apart"


def beside_textstat(table: pd.DataFrame, articles: pd.DataFrame, measure: str = "flesch") -> Axes:
    """Our score and textstat's of the same text, a line between them: what its cuts do.

    table     compare.readability.crosscheck.beside
    articles  all of them: see style.colours
    """
    table = table[table["measure"] == measure]
    if table.empty:
        return panels.empty("No telling has words to score.")
    colour, table = colours(articles), table.sort_values("article_id", kind="stable")
    names = "{0.telling} ({0.n} sentences, textstat {0.n_textstat})"
    for panel, _, rows in panels.each_event(table, sharex=True):
        panels.rows(panel, [names.format(r) for r in rows.itertuples()])
        for line, row in enumerate(rows.itertuples()):
            ink = colour[row.outlet or row.telling]
            panel.plot([row.value, row.textstat], [line, line], color=RULE, linewidth=3, zorder=1)
            panel.plot(row.value, line, "o", color=ink, markersize=8, zorder=3)
            panel.plot(row.textstat, line, "D", color=ink, markersize=7, fillstyle="none", zorder=2)
        panels.beside(panel, "● true sentences   ◇ textstat's")
    panel.set_xlabel(f"{label(measure)} ({_UNITS[measure]})")
    return panel.figure.axes[0]
