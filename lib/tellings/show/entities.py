"""Figure of entities: who is named in which article, and who in none of an outlet's."""

from collections.abc import Mapping

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from tellings.compare.rows import ByEvent
from tellings.show import links, panels
from tellings.show.style import INK, MUTED, RULE
from tellings.tables import tuples

_MISSING, _LINES = 8, 12  # of one event: entities that somebody leaves out, entities in all
_CENTRED = {"ha": "center", "va": "center", "fontsize": panels.SMALL}
_ROOMY = 6  # columns in which a word has room
_HATCH = {"facecolor": "white", "edgecolor": RULE, "hatch": "////", "linewidth": 0.8}


def named(tally: pd.DataFrame, left_out: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """A grid of persons and bodies by articles, a panel for each event.

    tally     compare.entities.tally, with telling
    left_out  compare.entities.left_out: whom it has stands first, and its cells are hatched
    names     of the events

    A cell has the number of mentions, darker the more there are for the article's length. A name
    that was not found, and not searched for either, leaves its cell empty.
    """
    acting = tally[~tally["kind"].isin(["PLACE", "NORP"])]
    if acting.empty:
        return panels.empty("No article names a person or body.")
    missing = ByEvent(left_out[left_out["apart"] == ""])
    drawn = acting[acting["event_id"].isin(panels.events(acting))]  # the others are counted only
    chosen = {e: _chosen(rows, missing.of(e)) for e, rows in drawn.groupby("event_id")}
    beyond = [row.entity not in chosen[row.event_id] for row in tuples(drawn)]
    shown = acting.drop(drawn.index[beyond])
    most = acting["per_1000_words"].max() or 1.0
    gone = set(zip(left_out["event_id"], left_out["entity"], left_out["left_out_by"], strict=True))
    for panel, event, rows in panels.each_event(shown, _tall, line=0.27, names=names):
        here = rows.drop_duplicates("article_id").sort_values("article_id")
        places = {article_id: column for column, article_id in enumerate(here["article_id"])}
        lines = {entity: line for line, entity in enumerate(chosen[event])}
        _frame(panel, list(map(panels.short, lines)), list(here["telling"]))
        for row in tuples(rows):
            at = lines[row.entity], places[row.article_id]
            if row.mentions:
                _cell(panel, *at, (row.per_1000_words / most) ** 0.6, row)
            elif (event, row.entity, row.outlet or row.article_id) in gone:
                _absent(panel, *at)
    return panel.figure.axes[0]


def _chosen(rows: pd.DataFrame, missing: pd.DataFrame) -> list[str]:
    """The entities of an event's panel: those whom somebody leaves out, then those named most."""
    gone = missing.assign(body=missing["kind"] != "PERSON")
    gone = gone.sort_values(["outlets", "body"], ascending=[False, True], kind="stable")
    first = list(dict.fromkeys(gone["entity"]))[:_MISSING]
    often = rows.groupby("entity", sort=False)["mentions"].sum()
    often = often.sort_values(ascending=False, kind="stable")
    return list(dict.fromkeys([*first, *often.index]))[:_LINES]


def _tall(rows: pd.DataFrame) -> int:
    """Lines of a grid: an entity each, and room for the names above the columns."""
    turned = panels.tellings(rows) > panels.ACROSS
    return rows["entity"].nunique() + (3 if turned else 1)


def _frame(panel: Axes, lines: list[str], articles: list[str]) -> None:
    """Names at the left of the lines and above the columns."""
    panels.rows(panel, lines)
    panel.set_ylim(len(lines) - 0.5, -0.5)
    panel.grid(False)
    panels.heads(panel, articles, at=0.5)
    panel.set_xlim(0, len(articles))
    panel.tick_params(axis="both", length=0, labelsize=panels.SMALL)


def _cell(panel: Axes, line: int, column: int, shade: float, row) -> None:
    """A shaded cell with its number, which leads to the first mention."""
    ground = mpl.colormaps["Blues"](0.06 + 0.84 * float(shade))
    box = Rectangle((column, line - 0.5), 1, 1, facecolor=ground, edgecolor="white")
    panel.add_patch(box)
    ink = "white" if shade > 0.62 else INK
    text = panel.text(column + 0.5, line, f"{row.mentions}", **_CENTRED, color=ink)
    text.set_url(links.url(row.article_id, int(row.start), int(row.end)))


def _absent(panel: Axes, line: int, column: int) -> None:
    """A hatched cell that says so, as far as it has room."""
    panel.add_patch(Rectangle((column, line - 0.5), 1, 1, **_HATCH))
    words = "none" if panel.get_xlim()[1] <= _ROOMY else "–"
    panel.text(column + 0.5, line, words, **_CENTRED, color=MUTED, bbox=panels.CLEAR)
