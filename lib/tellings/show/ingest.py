"""What was captured, drawn: the words of each text that are read and that are left out."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from tellings.show import panels

MOST_CAPTURES = 24
# A colour and a hatch for each of compare.ingest.PARTS: what is left out is grey, and hatched so
# that it can be told without colour too.
_EDGE = dict(edgecolor="white", linewidth=0.5)
_LOOKS = {
    "headline": dict(facecolor="#b26a00", **_EDGE),
    "dek": dict(facecolor="#e0b35a", **_EDGE),
    "body": dict(facecolor="#2f6fb7", **_EDGE),
    "list": dict(facecolor="#8fb8e0", **_EDGE),
    "left out: asks the reader": dict(facecolor="#8c8c8c", hatch="////", **_EDGE),
    "left out: about the text": dict(facecolor="#c4c4c4", hatch="\\\\\\\\", **_EDGE),
    "left out: the site's own": dict(facecolor="#dcdcdc", hatch="xxxx", **_EDGE),
}


def kept(words: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """Words of each capture by what became of them: one bar per capture, a panel per event.

    words  from compare.ingest.words; at most MOST_CAPTURES bars, of the largest events, are drawn
    names  of the events
    """
    if words.empty:
        return panels.empty("No capture holds words.")
    shown, rest = _largest(words, MOST_CAPTURES)
    used = {part: look for part, look in _LOOKS.items() if (shown["part"] == part).any()}
    widest = shown.groupby("article_id")["words"].sum().max()
    every = dict(most=MOST_CAPTURES, sharex=True, names=names)
    for panel, _, rows in panels.each_event(shown, **every):
        wide = rows.pivot_table("words", ["article_id", "telling"], "part", "sum", fill_value=0)
        panels.rows(panel, [panels.short(t) for t in wide.index.get_level_values("telling")])
        panels.stacked(panel, wide.reindex(columns=list(used), fill_value=0), used)
        panel.grid(False)
        _shares(panel, rows)
        panel.set_xlim(0, widest * 1.45)
    panel.set_xlabel("words" + (f" ({rest} more texts are not drawn)" if rest else ""))
    looks = {"summary line" if part == "dek" else part: look for part, look in used.items()}
    panels.key(panel.figure, looks, "outside lower left", columns=2)
    return panel.figure.axes[0]


def _shares(panel: Axes, rows: pd.DataFrame) -> None:
    """How much of each capture is read, behind its bar."""
    of = rows.groupby("article_id")["words"].sum()
    own = rows[rows["read"]].groupby("article_id")["words"].sum().reindex(of.index, fill_value=0)
    for line, (read, total) in enumerate(zip(own, of, strict=True)):
        words = f" {read / max(1, total):.0%} of {total:,}"
        panel.text(total, line, words, va="center", fontsize=panels.SMALL)


def _largest(table: pd.DataFrame, most: int) -> tuple[pd.DataFrame, int]:
    """The rows of at most so many articles, of the largest events first; how many are left."""
    size = table.groupby("event_id")["article_id"].nunique()
    order = table.assign(size=table["event_id"].map(size)).sort_values(
        ["size", "event_id", "article_id"], ascending=[False, True, True], kind="stable"
    )
    ids = list(dict.fromkeys(order["article_id"]))
    return order[order["article_id"].isin(ids[:most])].drop(columns="size"), max(0, len(ids) - most)
