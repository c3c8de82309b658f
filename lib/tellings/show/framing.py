"""Figures of framing: names in reading order, verbs by class, rates, a forest of words."""

import textwrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from tellings.compare.statistics import FEWEST
from tellings.show import links, panels
from tellings.show.style import INK, MUTED, colours

_TILES = 9  # names in one line of the strip
_LINES = 3  # lines of one telling
_CLASSES = {"neutral": "#d9d9d9", "assertive": "#969696", "conceding": "#ffffff", "doubting": INK}
_HATCHES = {"neutral": "", "assertive": "", "conceding": "////", "doubting": ""}
_CLEAR = dict(facecolor="white", edgecolor="none", pad=1)  # behind words on a hatched face
_TERMS = 12  # words of each outlet in the forest


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
    colour, shown = colours(articles), panels.events(names)
    parts = [names[names["event_id"] == e] for e in shown]
    lines = [_lines(part) for part in parts]
    left_out = names["event_id"].nunique() - len(shown)
    figure, axes = panels.grid([len(x) for x in lines], left_out, line=0.48)
    for panel, event, rows in zip(axes[:, 0], shown, lines, strict=True):
        for line, (_, tiles, more) in enumerate(rows):
            for place, tile in enumerate(tiles):
                _tile(panel, place, line, tile, colour[tile.outlet])
            if more:
                panel.text(_TILES + 0.02, line, f"+{more}", va="center", fontsize=8, color=MUTED)
        panels.rows(panel, [label for label, _, _ in rows])
        panel.grid(False)
        panel.set_xlim(-0.05, _TILES + (0.35 if any(more for *_, more in rows) else 0.05))
        panel.set_xticks([])
        panel.spines["bottom"].set_visible(False)
        panels.heading(panel, event)
    panels.beside(axes[0, 0], f"“{topic}”, in reading order, n {len(names)}")
    _legend_of_voices(figure)
    return axes[0, 0]


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
    look = {
        "own": dict(facecolor=colour, edgecolor=colour),
        "attributed": dict(facecolor="white", edgecolor=colour, hatch="/////", linewidth=0),
        "quoted": dict(facecolor="white", edgecolor=colour, linewidth=2),
    }[name.voice]
    address = links.url(name.article_id, name.start, name.end)
    panel.add_patch(Rectangle((place + 0.03, line - 0.38), 0.94, 0.76, **look, url=address))
    dark = name.voice == "own" and _luminance(colour) < 0.45
    panel.text(
        place + 0.5,
        line,
        "\n".join(textwrap.wrap(name.term, 11, break_long_words=False)),
        ha="center",
        va="center",
        fontsize=7.5,
        linespacing=0.95,
        color="white" if dark else INK,
        url=address,
        bbox=dict(facecolor="white", edgecolor="none", pad=1)
        if name.voice == "attributed"
        else None,
    )


def _luminance(colour: tuple) -> float:
    """How light a colour is, 0 to 1."""
    red, green, blue = colour[:3]
    return 0.299 * red + 0.587 * green + 0.114 * blue


def _legend_of_voices(figure) -> None:
    """What the three kinds of tile mean, under the figure."""
    figure.legend(
        handles=[
            Patch(facecolor=MUTED, edgecolor=MUTED, label="in the outlet's own voice"),
            Patch(facecolor="white", edgecolor=MUTED, hatch="/////", label="attributed"),
            Patch(facecolor="white", edgecolor=MUTED, linewidth=2, label="quoted"),
        ],
        loc="outside upper left",
        ncols=3,
        frameon=False,
        fontsize=9,
    )


def verbs(table: pd.DataFrame) -> Axes:
    """How many reporting verbs of each class a telling uses, as bars side by side with counts.

    table  compare.framing.wording
    """
    table = table[table["group"] == "reporting"]
    if not table["n"].sum():
        return panels.empty("No telling hands words to a speaker with a verb.")
    shown = panels.events(table)
    parts = [table[table["event_id"] == e] for e in shown]
    left_out = table["event_id"].nunique() - len(shown)
    tall = [part["telling"].nunique() for part in parts]
    figure, axes = panels.grid(tall, left_out, sharex=True)
    for panel, event, part in zip(axes[:, 0], shown, parts, strict=True):
        wide = part.pivot(index=["article_id", "telling"], columns="term", values="n")
        wide = wide.reindex(columns=list(_CLASSES), fill_value=0).sort_index()
        labels = [f"{telling} (n {int(n)})" for (_, telling), n in wide.sum(axis=1).items()]
        panels.rows(panel, labels)
        left = pd.Series(0, index=wide.index)
        for kind, face in _CLASSES.items():
            style = dict(
                color=face, hatch=_HATCHES[kind], edgecolor=INK, linewidth=0.7, height=0.62
            )
            panel.barh(range(len(wide)), wide[kind], left=left, label=kind, **style)
            for line, (n, start) in enumerate(zip(wide[kind], left, strict=True)):
                ink = "white" if kind == "doubting" else INK
                if n:
                    place = dict(ha="center", va="center", fontsize=8, color=ink)
                    panel.text(
                        start + n / 2, line, n, bbox=_CLEAR if _HATCHES[kind] else None, **place
                    )
            left = left + wide[kind]
        panels.heading(panel, event)
        panel.tick_params(axis="x", labelbottom=True)
    axes[-1, 0].set_xlabel("Reporting verbs (count)")
    handles, labels = axes[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper left", ncols=4, frameon=False, fontsize=9)
    return axes[0, 0]


def rates(table: pd.DataFrame, articles: pd.DataFrame) -> Axes:
    """Attributions, hedges, boosters, agentless passives per 1,000 words, with 95 % intervals.

    table     compare.framing.rates
    articles  all of them: see style.colours
    """
    if table.empty:
        return panels.empty("No hedges, boosters or passives were found.")
    colour, shown = colours(articles), panels.events(table)
    groups = list(dict.fromkeys(table["what"]))
    parts = [table[table["event_id"] == e].sort_values("article_id") for e in shown]
    tall = [part["article_id"].nunique() for part in parts]
    left_out = table["event_id"].nunique() - len(shown)
    _, axes = panels.grid(tall, left_out, len(groups), sharex="col", sharey="row")
    for across, part, event in zip(axes, parts, shown, strict=True):
        for panel, group in zip(across, groups, strict=True):
            rows = part[part["what"] == group].rename(columns={"per_1000_words": "value"})
            panels.rows(panel, [f"{r.telling} ({r.words} words)" for r in rows.itertuples()])
            panels.dots(panel, rows, rows["outlet"].map(colour))
            panel.tick_params(axis="x", labelbottom=True)
        panels.heading(across[0], event)
    for panel, group in zip(axes[-1], groups, strict=True):
        panel.set_xlim(left=0)
        panel.set_xlabel(f"{group}\n(per 1,000 words)")
    return axes[0, 0]


def forest(keys: pd.DataFrame, events: int = FEWEST) -> Axes:
    """The words that tell two outlets apart most, with 95 % intervals; filled where beyond chance.

    keys    compare.keyness.keyness; the pair of outlets with most events in common is drawn
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
