"""Figures of entities: who is named in which telling, how often, how early, and who is left out."""

from collections.abc import Callable
from itertools import cycle

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from tellings.compare.statistics import rates as exact
from tellings.show import links, panels
from tellings.show.style import INK, MUTED, RULE, colours

_ENTITIES, _DOTTED, _STRIPPED = 14, 6, 9  # entities in one panel: grids, dots, strips
_MARKERS = "osD^vP*X"
_CENTRED = {"ha": "center", "va": "center"}
_HATCH = {"facecolor": "white", "edgecolor": RULE, "hatch": "////", "linewidth": 0.8}


def counts(tally: pd.DataFrame) -> Axes:
    """A grid of entities and tellings per event: the count in each cell, its shade the rate.

    tally  compare.entities.tally, with telling
    """
    if tally.empty:
        return panels.empty("No telling names anybody.")
    most = tally["per_1000_words"].max()
    scale = mpl.colors.PowerNorm(0.6, 0, most if most > 0 else 1)

    def told(row) -> tuple[float, str]:
        return scale(row.per_1000_words), f"{row.mentions}"

    axes = _grids(tally, "mentions", told)
    _bar(axes, scale, "mentions per 1,000 story words")
    return axes[0]


def presence(tally: pd.DataFrame) -> Axes:
    """A grid of entities and tellings per event: darker the earlier first named, hatched if never.

    Only entities that at least one telling of their event leaves out and at least two tellings, or
    every other one, name; where a name stands in the headline the cell says so.

    tally  compare.entities.tally, with telling
    """
    missed = _missed(tally)
    if missed.empty:
        return panels.empty("No telling leaves out anybody whom the others name.")

    def told(row) -> tuple[float, str]:
        words = "headline" if row.in_headline else f"{100 * row.first:.0f} %"
        return 0.9 - 0.8 * row.first, words

    return _grids(missed, "first named at", told)[0]


def rates(tally: pd.DataFrame, articles: pd.DataFrame) -> Axes:
    """Mentions per 1,000 words as dots with exact 95 % intervals: a line per entity and telling.

    The remark under the figure says what one mention is worth in a story of that length.

    tally     compare.entities.tally, with telling
    articles  all of them: see style.colours
    """
    if tally.empty:
        return panels.empty("No telling names anybody.")
    colour, chosen = colours(articles), _most_named(tally, _DOTTED)

    def tall(rows: pd.DataFrame) -> int:
        ids = chosen[rows["event_id"].iloc[0]]
        return int(len(ids) * panels.tellings(rows) * 0.55 + 0.5 * len(ids)) + 1

    for panel, event, rows in panels.each_event(tally, tall, line=0.3):
        here, shown = rows.drop_duplicates("article_id"), chosen[event]
        order = dict(zip(here["article_id"], range(len(here)), strict=True))
        panels.rows(panel, [_short(rows, i) for i in shown])
        drawn = rows[rows["entity_id"].isin(shown)]
        for row in drawn.itertuples():
            nth = order[row.article_id]
            at = shown.index(row.entity_id) + 0.68 * ((nth + 0.5) / len(order) - 0.5)
            _dot(panel, row, at, colour[row.outlet or row.telling], _MARKERS[nth % len(_MARKERS)])
        _key(panel, here, colour)
        panel.set_xlim(-0.6, 1.03 * drawn["high"].max())
    words = int(tally.drop_duplicates("article_id")["story_words"].median())
    panel.set_xlabel(f"Mentions per 1,000 story words, 95 % interval\n{noise(words)}")
    return panel.figure.axes[0]


def noise(words: int) -> str:
    """What one mention is worth in a story of so many words.

    >>> noise(400)
    'In 400 words one mention is 2.5 per 1,000, interval 0.06 to 13.9: one more or less is noise.'
    """
    one = exact(pd.Series([1]), pd.Series([words])).iloc[0]
    return (
        f"In {words} words one mention is {one.per_1000_words:.1f} per 1,000, interval "
        f"{one.low:.2f} to {one.high:.1f}: one more or less is noise."
    )


def strips(mentions: pd.DataFrame, tally: pd.DataFrame) -> Axes:
    """Where in its telling each entity stands: a panel per telling, a line per entity, a tick each.

    mentions  compare.entities.placed, with telling; tally: of the same mentions. The tinted start
    is headline and standfirst; all panels of an event have the same lines.
    """
    if mentions.empty:
        return panels.empty("No telling names anybody.")
    events, chosen = panels.events(tally, 3), _most_named(tally, _STRIPPED)
    here = tally[tally["event_id"].isin(events)].drop_duplicates("article_id")
    here = here.assign(rank=here["event_id"].map(events.index))
    here = here.sort_values(["rank", "article_id"], kind="stable")
    lines = [len(chosen[e]) for e in here["event_id"]]
    remark = panels.left_out(tally, len(events))
    _, axes = panels.grid(lines, remark, line=0.22, sharex=True)
    for panel, row in zip(axes[:, 0], here.itertuples(), strict=True):
        ids = chosen[row.event_id]
        part = tally[tally["event_id"] == row.event_id]
        panels.rows(panel, [_short(part, i) for i in ids])
        panel.tick_params(axis="both", labelsize=8, labelbottom=True)
        _ticks(panel, mentions[mentions["article_id"] == row.article_id], ids)
        panel.axvline(row.story_words, color=MUTED, linewidth=0.8)
        panels.heading(panel, f"{row.event_id}: {row.telling}")
        panels.beside(panel, f"{row.story_words} words")
    axes[-1, 0].set_xlabel("Word of the story; grey ground: headline and standfirst")
    axes[-1, 0].set_xlim(0, here["story_words"].max() * 1.01)
    return axes[0, 0]


def network(together: pd.DataFrame, tally: pd.DataFrame, most: int = 20) -> Axes:
    """Who is named in the same sentences: entities on a circle, a line per pair, per event a panel.

    together  compare.entities.together. Only so many pairs are drawn, the most frequent first, that
    no more than `most` entities stand on the circle; the remark says how many sentences they share.
    """
    pairs = together[together["sentences"] > 1]
    if pairs.empty:
        return panels.empty("No two entities are named together in more than one sentence.")
    events = [e for e in panels.events(tally, 2) if e in set(pairs["event_id"])]
    total = tally.groupby(["event_id", "entity"])["mentions"].sum()
    chosen = [_readable(pairs[pairs["event_id"] == event], most) for event in events]
    tall = [max(10, round(0.62 * len(set(d["a"]) | set(d["b"])))) for d, _ in chosen]
    _, axes = panels.grid(tall, panels.left_out(pairs, len(events)), line=0.36)
    for panel, event, (drawn, least) in zip(axes[:, 0], events, chosen, strict=True):
        _circle(panel, drawn, total[event])
        panels.heading(panel, event)
        panels.beside(panel, f"pairs in {least} sentences or more")
    return axes[0, 0]


def _most_named(tally: pd.DataFrame, most: int | None = None) -> dict[str, list[str]]:
    """The entities of each event in the order of the tally: the most named first."""
    return {
        event: list(dict.fromkeys(part["entity_id"]))[:most]
        for event, part in tally.groupby("event_id", sort=True)
    }


def _missed(tally: pd.DataFrame) -> pd.DataFrame:
    """The rows of entities that one telling of the event leaves out and others name."""
    if tally.empty:
        return tally
    named = tally["mentions"].gt(0).groupby([tally["event_id"], tally["entity_id"]])
    yes, of = named.transform("sum"), named.transform("size")
    wanted = (yes < of) & (yes >= np.minimum(2, of - 1)) & (of > 1)
    rows = tally[wanted].assign(tellings=yes[wanted])
    order = ["event_id", "tellings"]
    return rows.sort_values(order, ascending=[True, False], kind="stable")


def _short(part: pd.DataFrame, entity_id: str, most: int = 30) -> str:
    """An entity's name for a tick."""
    name = part.loc[part["entity_id"] == entity_id, "entity"].iloc[0]
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def _grids(tally: pd.DataFrame, unit: str, told: Callable) -> list[Axes]:
    """One grid per event, entities down, tellings across; the axes.

    told  a row that names its entity -> its cell's shade, 0 to 1, and words
    """
    named, chosen = _most_named(tally), _most_named(tally, _ENTITIES)
    shown = pd.concat(
        tally[(tally["event_id"] == event) & tally["entity_id"].isin(ids)]
        for event, ids in chosen.items()
    )
    for panel, event, rows in panels.each_event(shown, _tall, line=0.29):
        ids, rest = chosen[event], len(named[event]) - len(chosen[event])
        here = rows.drop_duplicates("article_id").sort_values("article_id")
        places = {article_id: column for column, article_id in enumerate(here["article_id"])}
        for row in rows.itertuples():
            at = (ids.index(row.entity_id), places[row.article_id])
            _cell(panel, *at, *told(row), row) if row.mentions else _absent(panel, *at)
        panels.rows(panel, [_short(rows, i) for i in ids])
        panel.set_ylim(len(ids) - 0.5, -0.5)
        panel.grid(False)
        panels.columns(panel, [f"{r.telling}\n{r.story_words} words" for r in here.itertuples()])
        panel.set_xlim(-0.5, len(here) - 0.5)
        panel.tick_params(axis="both", length=0, labelsize=9)
        panels.beside(panel, f"{unit}; {rest} more in the table" if rest else unit)
    return list(panel.figure.axes)


def _tall(rows: pd.DataFrame) -> int:
    """Lines of a grid: an entity each, and one for the names below it."""
    return rows["entity_id"].nunique() + 1


def _cell(panel: Axes, line: int, column: int, shade: float, words: str, row) -> None:
    """A shaded cell with its words, which lead to the first mention."""
    ground = mpl.colormaps["Blues"](0.06 + 0.84 * float(shade))
    box = Rectangle((column - 0.5, line - 0.5), 1, 1, facecolor=ground, edgecolor="white")
    panel.add_patch(box)
    ink = "white" if shade > 0.62 else INK
    text = panel.text(column, line, words, **_CENTRED, fontsize=9, color=ink)
    text.set_url(links.url(row.article_id, int(row.start), int(row.end)))


def _absent(panel: Axes, line: int, column: int) -> None:
    """A hatched cell that says so."""
    panel.add_patch(Rectangle((column - 0.5, line - 0.5), 1, 1, **_HATCH))
    style = {"fontsize": 8, "color": MUTED, "bbox": panels.CLEAR}
    panel.text(column, line, "not named", **_CENTRED, **style)


def _bar(axes: list[Axes], scale, words: str) -> None:
    """The scale of the shades, at the right of all panels."""
    colours_ = mpl.colors.ListedColormap(mpl.colormaps["Blues"](np.linspace(0.06, 0.9, 200)))
    shades = mpl.cm.ScalarMappable(scale, colours_)
    bar = axes[0].figure.colorbar(shades, ax=axes, shrink=0.6, aspect=30, pad=0.02)
    bar.set_label(words, fontsize=9)
    bar.ax.tick_params(labelsize=8)
    bar.outline.set_visible(False)


def _dot(panel: Axes, row, at: float, ink, marker: str) -> None:
    """One rate with its interval; open where the telling does not name the entity at all."""
    panel.plot([row.low, row.high], [at, at], color=ink, linewidth=1.4, solid_capstyle="butt")
    look = {"color": ink, "markersize": 6, "markerfacecolor": ink if row.mentions else "white"}
    (dot,) = panel.plot(row.per_1000_words, at, marker, **look, zorder=3)
    if row.mentions:
        dot.set_url(links.url(row.article_id, int(row.start), int(row.end)))


def _key(panel: Axes, here: pd.DataFrame, colour: dict) -> None:
    """Which marker is which telling, above the panel's right edge."""
    inks = [colour[row.outlet or row.telling] for row in here.itertuples()]
    looks = zip(inks, cycle(_MARKERS), strict=False)
    marks = [Line2D([], [], c=c, marker=m, ms=6) for c, m in looks]
    names = [f"{row.telling} ({row.story_words} words)" for row in here.itertuples()]
    place = {"loc": "lower right", "bbox_to_anchor": (1.01, 0.98), "ncols": min(len(marks), 3)}
    look = {"fontsize": 8, "frameon": False, "handletextpad": 0.4, "columnspacing": 1.2}
    panel.legend(marks, names, **place, **look)


def _ticks(panel: Axes, rows: pd.DataFrame, ids: list[str]) -> None:
    """A tick for each mention; the ground tinted as far as headline and standfirst reach."""
    top = rows.loc[rows["zone"] != "body", "word"]
    if len(top):
        panel.axvspan(0, top.max() + 1, color="#eeeeee", zorder=0)
    for line, entity_id in enumerate(ids):
        at = rows.loc[rows["entity_id"] == entity_id, "word"].astype(float)
        # One path for all ticks of a line, with a gap behind each: a page holds hundreds of them.
        words = np.column_stack([at, at, np.full(len(at), np.nan)]).ravel()
        ends = np.tile([line - 0.32, line + 0.32, np.nan], len(at))
        panel.plot(words, ends, color=INK, linewidth=1.8, solid_capstyle="butt", gid="ticks")


def _readable(pairs: pd.DataFrame, most: int) -> tuple[pd.DataFrame, int]:
    """The pairs with the most sentences, as many as leave the figure readable, and their least."""
    for least in sorted(set(pairs["sentences"])):
        drawn = pairs[pairs["sentences"] >= least]
        if len(set(drawn["a"]) | set(drawn["b"])) <= most and len(drawn) <= 3 * most:
            return drawn, int(least)
    return pairs.head(most // 2), int(pairs["sentences"].max())


def _circle(panel: Axes, pairs: pd.DataFrame, total: pd.Series) -> None:
    """Entities round a circle, the most named at the top right; thicker lines: more sentences."""
    names = sorted(set(pairs["a"]) | set(pairs["b"]), key=lambda n: (-total[n], n))
    turn = np.pi / 2 - 2 * np.pi * (np.arange(len(names)) + 0.5) / len(names)
    at = dict(zip(names, np.column_stack([np.cos(turn), np.sin(turn)]), strict=True))
    widest = pairs["sentences"].max()
    for row in pairs.itertuples():
        ends = np.array([at[row.a], at[row.b]])
        width = 0.6 + 4.4 * row.sentences / widest
        panel.plot(*ends.T, color=RULE, linewidth=width, zorder=1)
    for name, (x, y) in at.items():
        panel.plot(x, y, "o", color=INK, markersize=3 + 9 * (total[name] / total.max()) ** 0.5)
        side = "left" if x > 0 else "right"
        label = f"{name} ({total[name]})"
        panel.text(1.08 * x, 1.08 * y, label, ha=side, va="center", fontsize=8)
    panel.set_aspect("equal")
    panel.set_xlim(-2.4, 2.4)
    panel.set_ylim(-1.25, 1.25)
    panel.set_axis_off()
