"""Figures of framing: what a thing is called, verbs by class, rates, a forest of words."""

from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from tellings.compare.events.outlets import voices
from tellings.compare.framing import choices, keywords
from tellings.show import html, links, page, panels
from tellings.show.style import INK, MUTED, colours, ink_on
from tellings.tables import tuples

_EDGE = dict(edgecolor=INK, linewidth=0.7)
_CLASSES = {
    "neutral": dict(facecolor="#d9d9d9", **_EDGE),
    "assertive": dict(facecolor="#969696", **_EDGE),
    "conceding": dict(facecolor="white", hatch="////", **_EDGE),
    "doubting": dict(facecolor=INK, **_EDGE),
}
_VOICES = {True: "in the outlet's own voice", False: "in others' words"}
_UNLIKE = "Uses by the outlet : by the others on its events; filled: beyond chance"
_TERMS = 6  # words of each outlet in the forest


def naming(uses: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str]) -> None:
    """What each outlet calls the thing, as a figure; nothing where no set parts two outlets.

    uses, articles, names  as `called` takes them
    """
    if len(uses):
        alt = choices.in_words(uses, dict(names))
        page.figure(called(uses, articles, names), "called", alt, choices.TITLE)


def called(uses: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """Which noun of a set each outlet writes, and how often: filled where it does so in its own
    voice, outlined where it hands on others' words.

    uses      compare.framing.usage.differing; the nouns of each event's first set are drawn that an
              outlet has in its own voice
    articles  all of them: see style.colours; an outlet that writes none of the nouns has an empty
              line
    names     of the events by their ids
    """
    first = uses.groupby("event_id")[["rank", "set"]].transform("first")
    uses = uses[(uses["rank"] == first["rank"]) & (uses["set"] == first["set"])]
    uses = uses[uses.groupby(["event_id", "head"])["own"].transform("sum") > 0]
    colour, tells = colours(articles), articles.assign(outlet=voices(articles))
    outlets = tells.groupby("event_id")["outlet"].agg(lambda told: sorted(set(told)))

    def tall(rows: pd.DataFrame) -> int:
        """Lines of an event: its outlets, and the names of the columns."""
        return len(outlets[rows["event_id"].iloc[0]]) + 1

    for panel, event, rows in panels.each_event(uses, tall, names=names, line=0.42):
        heads = list(dict.fromkeys(rows.sort_values("own", ascending=False)["head"]))
        lines = outlets[event]
        for row in tuples(rows):
            at = heads.index(row.head), lines.index(row.outlet)
            _tile(panel, *at, row, colour.get(row.outlet, colour[""]))
        panels.rows(panel, [panels.short(outlet) for outlet in lines])
        panel.set_xlim(0, max(len(heads), panels.ACROSS))
        panels.heads(panel, heads, 0.5)
        if len(names) > 1:
            panels.heading(panel, names[event])
        panel.grid(False)
    looks = {label: _look(own, MUTED) for own, label in _VOICES.items()}
    panels.key(panel.figure, looks, "outside lower left")  # the figure's title stands above
    return panel.figure.axes[0]


def sets(rows: pd.DataFrame, most: int = 5) -> None:
    """A table of who writes which noun of a set, in its own voice and in others' words: a row for
    each outlet, each noun with its count and leading to its first use.

    rows  compare.framing.usage.printed
    most  sets that are shown
    """
    turn = rows.groupby(["event", "set"], sort=False).ngroup()
    shown = rows[turn < most].groupby(["event", "set", "outlet"], sort=False)
    if rows.empty:
        return page.note("No set of nouns that may name one thing was found.")
    cells = [
        [*keys, _nouns(said, "in_own_voice"), _nouns(said, "in_others'_words")]
        for keys, said in shown
    ]
    heads = ["event", "set", "outlet", "in its own voice", "in others' words"]
    plain = "\n".join(" | ".join(Markup(c).striptags() for c in row) for row in cells)
    page.text(html.table("Who writes which noun, and how often", heads, cells), plain)
    return page.table(rows, "All sets, a row for each noun and outlet.", "naming_sets", shown=0)


def _nouns(said: pd.DataFrame, column: str) -> Markup:
    """The nouns that an outlet uses in a voice, the most frequent first; a place is that of the
    first use in its own voice, if there is one.
    """
    said = said[said[column] > 0].sort_values(column, ascending=False, kind="stable")
    words = []
    for row, n in zip(tuples(said), said[column], strict=True):
        leads = column == "in_own_voice" or not row.in_own_voice
        place = html.place(row.article_id, row.start, row.end, row.text) if leads else row.text
        words.append(Markup("{}{}").format(place, f" ({n})" if n > 1 else ""))
    return Markup(", ").join(words)


def _tile(panel: Axes, place: int, line: int, use, colour: tuple) -> None:
    """One outlet's uses of one noun: those in its own voice, beside them those in others' words."""
    counts = [(own, n) for own, n in ((True, use.own), (False, use.n - use.own)) if n]
    wide = 0.92 / len(counts)
    address = links.url(use.article_id, use.start, use.end)
    for nth, (own, n) in enumerate(counts):
        left, look = place + 0.04 + nth * wide, _look(own, colour)
        panel.add_patch(Rectangle((left, line - 0.36), wide, 0.72, **look, url=address))
        style = dict(ha="center", va="center", fontsize=panels.SMALL, url=address)
        panel.text(left + wide / 2, line, str(n), color=ink_on(look["facecolor"]), **style)


def _look(own: bool, colour) -> dict:
    """How a tile in the outlet's own voice, or in others' words, is drawn."""
    if own:
        return dict(facecolor=colour, edgecolor=colour)
    return dict(facecolor="white", edgecolor=colour, linewidth=1.5)


def verbs(table: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """How many reporting verbs of each class an article uses, as bars side by side with counts.

    table  compare.framing.wording
    names  of the events by their ids
    """
    table = table[table["group"] == "reporting"]
    if not table["n"].sum():
        return panels.empty("No article hands words to a speaker with a verb.")
    for panel, _, rows in panels.each_event(table, names=names, sharex=True):
        wide = rows.pivot(index=["article_id", "telling"], columns="term", values="n")
        wide = wide.reindex(columns=list(_CLASSES), fill_value=0).sort_index()
        counts = wide.sum(axis=1).items()
        panels.rows(panel, [f"{panels.short(t)} (n {int(n)})" for (_, t), n in counts])
        panels.stacked(panel, wide, _CLASSES)
    panel.set_xlabel("Reporting verbs (count)")
    panels.key(panel.figure, _CLASSES)
    return panel.figure.axes[0]


def rates(table: pd.DataFrame, articles: pd.DataFrame, names: Mapping[str, str]) -> Axes:
    """Hedges, boosters, agentless passives per 1,000 words, with 95 % intervals.

    table     compare.framing.rates
    articles  all of them: see style.colours
    names     of the events by their ids
    """
    if table.empty:
        return panels.empty("No hedges, boosters or passives were found.")
    colour, groups = colours(articles), list(dict.fromkeys(table["what"]))
    table = table.sort_values("article_id", kind="stable").rename(
        columns={"per_1000_words": "value"}
    )
    kept = dict(names=names, columns=len(groups), sharex="col", sharey="row")
    for across, _, part in panels.each_event(table, **kept):
        for panel, group in zip(across, groups, strict=True):
            rows = part[part["what"] == group]
            panels.rows(panel, [panels.short(telling) for telling in rows["telling"]])
            panels.dots(panel, rows, voices(rows).map(colour))
    for panel, group in zip(across, groups, strict=True):
        panel.set_xlim(left=-0.08 * panel.get_xlim()[1])  # room for the number above a 0
        panel.set_xlabel(panels.wrapped(f"{group}, per 1,000 words", 14))
    return across[0].figure.axes[0]


def keyness(keys: pd.DataFrame) -> None:
    """The words that set each outlet apart, as a figure; where nothing can be told, a sentence.

    keys  compare.framing.keyness
    """
    said = keywords.finding(keys)
    words = keywords.strongest(keys, "word", _TERMS)
    if words.empty:
        return page.note(said)
    return page.figure(forest(words), "keyness", said, _UNLIKE)


def forest(words: pd.DataFrame) -> Axes:
    """Words of an outlet beside all others of its events, a panel for each: log-odds with 95 %
    intervals, filled where beyond chance.

    words  compare.framing.keywords.strongest
    """
    parts = list(words.sort_values("log_odds", ascending=False).groupby("outlet", sort=True))
    _, axes = panels.grid([len(rows) for _, rows in parts], line=0.3, sharex=True)
    for (outlet, rows), panel in zip(parts, axes[:, 0], strict=True):
        panels.rows(panel, [f"{r.term} ({r.n} : {r.n_rest})" for r in tuples(rows)])
        panel.axvline(0, color=MUTED, linewidth=1)
        beyond = (rows["chance"] <= keywords.SURE).map({True: "yes", False: "no"})
        dots = rows.assign(value=rows["log_odds"], apart=beyond)
        panels.dots(panel, dots, [INK] * len(rows), "+.1f")
        panels.heading(panel, f"{outlet}, {rows['events'].iloc[0]} events")
    panel.set_xlabel("Log-odds ratio (above 0: more often in this outlet)")
    return panel
