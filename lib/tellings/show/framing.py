"""Figures of framing: names in reading order, verbs by class, rates, a forest of words."""

import textwrap
from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from tellings.compare.events.outlets import voices
from tellings.compare.statistics import FEWEST
from tellings.show import links, panels
from tellings.show.style import INK, MUTED, colours, ink_on

_TILES = 9  # names in one line of the strip
_LINES = 3  # lines of one telling
_EDGE = dict(edgecolor=INK, linewidth=0.7)
_CLASSES = {
    "neutral": dict(facecolor="#d9d9d9", **_EDGE),
    "assertive": dict(facecolor="#969696", **_EDGE),
    "conceding": dict(facecolor="white", hatch="////", **_EDGE),
    "doubting": dict(facecolor=INK, **_EDGE),
}
_VOICES = {
    "own": "in the outlet's own voice",
    "attributed": "attributed",
    "quoted": "quoted",
}
_TERMS = 12  # words of each outlet in the forest


def called(uses: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """Which noun of a set each outlet writes: filled with the times it does so in its own voice,
    outlined where only others' words have it.

    uses      compare.framing.sets.differing; the first set of each event is drawn
    articles  all of them: see style.colours
    names     of the events by their ids
    """
    if uses.empty:
        return panels.empty("No set of words over which the outlets differ was found.")
    first = uses.groupby("event_id")[["rank", "set"]].transform("first")
    uses = uses[(uses["rank"] == first["rank"]) & (uses["set"] == first["set"])]
    colour = colours(articles)
    for panel, _, rows in panels.each_event(uses, _outlets, names=names, line=0.42):
        heads = list(dict.fromkeys(rows.sort_values("own", ascending=False)["head"]))
        outlets = sorted(set(rows["outlet"]))
        for row in rows.itertuples():
            look = _look("own" if row.own else "quoted", colour.get(row.outlet, colour[""]))
            place, line = heads.index(row.head), outlets.index(row.outlet)
            address = links.url(row.article_id, row.start, row.end)
            box = Rectangle((place + 0.04, line - 0.36), 0.92, 0.72, **look, url=address)
            panel.add_patch(box)
            ink = ink_on(look["facecolor"])
            style = dict(ha="center", va="center", fontsize=panels.SMALL, color=ink, url=address)
            panel.text(place + 0.5, line, f"{row.own or row.n}", **style)
        panels.rows(panel, [panels.short(outlet) for outlet in outlets])
        panel.set_xlim(0, max(len(heads), panels.ACROSS))
        panels.heads(panel, heads, 0.5)
        panel.grid(False)
    shown = {"own": "in the outlet's own voice", "quoted": "in others' words only"}
    looks = {label: _look(voice, MUTED) for voice, label in shown.items()}
    panels.key(panel.figure, looks, "outside lower left")  # the figure's title stands above
    return panel.figure.axes[0]


def _outlets(rows: pd.DataFrame) -> int:
    """Lines of an event: its outlets, and the names of the columns."""
    return rows["outlet"].nunique() + 1


def naming_strip(names: pd.DataFrame, articles: pd.DataFrame) -> Axes:
    """One tile per name in reading order: filled in own voice, hatched if attributed, outlined if
    quoted.

    names     compare.framing.naming.names; the topic named most is drawn, each tile leads to its
              words
    articles  all of them: see style.colours
    """
    if names.empty:
        return panels.empty("No telling uses a name of the naming sets.")
    topic = names["topic"].value_counts().sort_index().idxmax()
    names = names[names["topic"] == topic]
    colour = colours(articles)

    def tall(rows: pd.DataFrame) -> int:
        return len(_lines(rows))

    for panel, _, rows in panels.each_event(names, tall, line=0.48):
        lines = _lines(rows)
        for line, (_, tiles, more) in enumerate(lines):
            for place, tile in enumerate(tiles):
                _tile(panel, place, line, tile, colour[tile.outlet or tile.telling])
            if more:
                panel.text(_TILES + 0.02, line, f"+{more}", va="center", fontsize=8, color=MUTED)
        panels.rows(panel, [label for label, _, _ in lines])
        panel.grid(False)
        panel.set_xlim(-0.05, _TILES + (0.35 if any(more for *_, more in lines) else 0.05))
        panels.columns(panel, [])
    figure = panel.figure
    panels.beside(figure.axes[0], f"“{topic}”, in reading order, n {len(names)}")
    panels.key(figure, {label: _look(voice, MUTED) for voice, label in _VOICES.items()})
    return figure.axes[0]


def _lines(names: pd.DataFrame) -> list[tuple[str, list, int]]:
    """The strip's lines of an event: label, tiles, and how many more there was no room for."""
    lines = []
    for telling, rows in names.groupby("telling", sort=False):
        tiles = list(rows.itertuples())
        for first in range(0, min(len(tiles), _TILES * _LINES), _TILES):
            last = first + _TILES * 2 > _TILES * _LINES or first + _TILES >= len(tiles)
            more = max(0, len(tiles) - _TILES * _LINES) if last else 0
            label = f"{telling} (n {len(tiles)})" if first == 0 else ""
            lines.append((label, tiles[first : first + _TILES], more))
    return lines


def _tile(panel: Axes, place: int, line: int, name, colour: tuple) -> None:
    """One name as a tile whose face tells the voice."""
    look, address = _look(name.voice, colour), links.url(name.article_id, name.start, name.end)
    panel.add_patch(Rectangle((place + 0.03, line - 0.38), 0.94, 0.76, **look, url=address))
    words = "\n".join(textwrap.wrap(name.term, 11, break_long_words=False))
    style = dict(ha="center", va="center", fontsize=7.5, linespacing=0.95, url=address)
    box = panels.CLEAR if "hatch" in look else None
    panel.text(place + 0.5, line, words, color=ink_on(look["facecolor"]), bbox=box, **style)


def _look(voice: str, colour) -> dict:
    """How a tile of this voice is drawn."""
    return {
        "own": dict(facecolor=colour, edgecolor=colour),
        "attributed": dict(facecolor="white", edgecolor=colour, hatch="/////", linewidth=0),
        "quoted": dict(facecolor="white", edgecolor=colour, linewidth=2),
    }[voice]


def verbs(table: pd.DataFrame) -> Axes:
    """How many reporting verbs of each class a telling uses, as bars side by side with counts.

    table  compare.framing.wording
    """
    table = table[table["group"] == "reporting"]
    if not table["n"].sum():
        return panels.empty("No telling hands words to a speaker with a verb.")
    for panel, _, rows in panels.each_event(table, sharex=True):
        wide = rows.pivot(index=["article_id", "telling"], columns="term", values="n")
        wide = wide.reindex(columns=list(_CLASSES), fill_value=0).sort_index()
        counts = wide.sum(axis=1).items()
        panels.rows(panel, [f"{telling} (n {int(n)})" for (_, telling), n in counts])
        panels.stacked(panel, wide, _CLASSES)
    panel.set_xlabel("Reporting verbs (count)")
    panels.key(panel.figure, _CLASSES)
    return panel.figure.axes[0]


def rates(table: pd.DataFrame, articles: pd.DataFrame) -> Axes:
    """Attributions, hedges, boosters, agentless passives per 1,000 words, with 95 % intervals.

    table     compare.framing.rates
    articles  all of them: see style.colours
    """
    if table.empty:
        return panels.empty("No hedges, boosters or passives were found.")
    colour, groups = colours(articles), list(dict.fromkeys(table["what"]))
    table = table.sort_values("article_id", kind="stable").rename(
        columns={"per_1000_words": "value"}
    )
    for across, _, part in panels.each_event(
        table, columns=len(groups), sharex="col", sharey="row"
    ):
        for panel, group in zip(across, groups, strict=True):
            rows = part[part["what"] == group]
            panels.rows(panel, [f"{r.telling} ({r.words} words)" for r in rows.itertuples()])
            panels.dots(panel, rows, voices(rows).map(colour))
    for panel, group in zip(across, groups, strict=True):
        panel.set_xlim(left=0)
        panel.set_xlabel(f"{group}\n(per 1,000 words)")
    return across[0].figure.axes[0]


def forest(keys: pd.DataFrame, events: int = FEWEST) -> Axes:
    """The words that tell two outlets apart most, with 95 % intervals; filled where beyond chance.

    keys    compare.framing.keyness; the pair of outlets with most events in common is drawn
    events  the fewest that two outlets must share for a figure
    """
    keys = keys[(keys["events"] >= events) & (keys["kind"] == "word")] if len(keys) else keys
    if keys.empty:
        return panels.empty(f"No two outlets share {events} events: their words are not compared.")
    top = keys.loc[keys["events"].idxmax()]
    pair = keys[(keys["outlet_a"] == top["outlet_a"]) & (keys["outlet_b"] == top["outlet_b"])]
    ends = [pair[pair["log_odds"] > 0].head(_TERMS), pair[pair["log_odds"] < 0].head(_TERMS)]
    rows = pd.concat(ends).sort_values("log_odds", ascending=False)
    _, axes = panels.grid([len(rows)], line=0.28)
    panel = axes[0, 0]
    panels.rows(panel, [f"{r.term} ({r.n_a} : {r.n_b})" for r in rows.itertuples()])
    panel.axvline(0, color=MUTED, linewidth=1)
    beyond = (rows["chance"] <= 0.05).map({True: "yes", False: "no"})
    panels.dots(panel, rows.assign(value=rows["log_odds"], apart=beyond), [INK] * len(rows), "+.1f")
    panels.heading(panel, f"← {top['outlet_b']}     {top['outlet_a']} →")
    panels.beside(panel, f"{top['events']} events, {top['words_a']:,} and {top['words_b']:,} words")
    panel.set_xlabel("Log-odds ratio of the word in the outlets' own voice (natural logarithm)")
    return panel
