"""Claims in figures: aligned claims in, one panel per quantity out."""

from textwrap import wrap

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from tellings.compare.claims import wording
from tellings.compare.claims.intervals import Span, place, suggested
from tellings.compare.events.outlets import noun, voices
from tellings.show import panels
from tellings.show.links import url
from tellings.show.style import INK, MUTED, OWN, RULE, colours
from tellings.text.prose import counted

_LINE = 0.40  # inches for a claim: two lines of words
_WORDS, _LABEL = 34, 40  # characters of a line of quoted words, of a row's label
_SMALL = dict(fontsize=8)
_LEFT, _RIGHT = -0.55, 1.5  # where titles begin and remarks end, in widths of a panel


def aligned(aligned: pd.DataFrame, articles: pd.DataFrame, most: int = 8) -> Axes:
    """A panel per quantity that compare.claims.wording.drawn keeps, a row per claim, oldest first.

    Filled dot: the number; thin bar: the precision it is written to; pale band: "about"; open
    circle with an arrow: a bound; dashed: a forecast, in a panel of its own. Grey: the outlet's own
    voice; its colour: a source it names. At the right the words themselves. At most `most` panels:
    the events with the most tellings first, in them the quantities of most outlets; the figure says
    how many are left out.

    articles  all of them: see style.colours
    """
    table = wording.drawn(aligned)
    chosen = wording.panels(table)
    if not chosen:
        return panels.empty("No quantity is given by two claims of one event.")
    groups = [table[table["panel"] == panel] for panel in chosen[:most]]
    more = len(chosen) - len(groups)
    remark = f"Not shown: {counted(more, 'more quantity')}."
    tall = [len(rows) for rows in groups]
    figure, axes = panels.grid(tall, remark if more else "", line=_LINE)
    ink = colours(articles)
    for panel, rows in zip(axes[:, 0], groups, strict=True):
        _panel(panel, rows.sort_values(["as_of", "article_id", "start"], kind="stable"), ink)
    panels.key(figure, _handles(), "outside lower left", size=8)
    return axes[0, 0]


def _panel(ax: Axes, rows: pd.DataFrame, colours: dict) -> None:
    """One quantity: its claims from the oldest down."""
    size, scale = _scale(rows)
    spans = [Span(r.low, r.high, r.bound, r.text) for r in rows.itertuples()]
    reach = _reach(spans)
    panels.rows(ax, [_label(r) for r in rows.itertuples()])
    for line, (row, span) in enumerate(zip(rows.itertuples(), spans, strict=True)):
        colour = colours.get(row.outlet or row.telling, MUTED) if row.source else OWN
        _mark(ax, line, span, reach, colour, row.status == "forecast")
        _quoted(ax, line, row)
    ax.set_xlim(*reach)
    ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x / size:,.10g}"))
    ax.tick_params(labelsize=8)
    ax.grid(axis="y", visible=False)
    ax.grid(axis="x", color=RULE, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel(scale, labelpad=2, **_SMALL)
    panels.heading(ax, rows["title"].iloc[0]).set_x(_LEFT)
    told = f"{counted(len(rows), 'claim')}, {counted(voices(rows).nunique(), noun(rows))}"
    panels.beside(ax, f"{rows['event_id'].iloc[0]}: {told}").set_x(_RIGHT)


def _quoted(ax: Axes, y: int, row) -> None:
    """The claim's words at the right of its row, a link to their place; a forecast's condition."""
    condition = row.key.partition(", forecast")[2].strip() if row.status == "forecast" else ""
    lines = wrap(f"“{row.text}”", _WORDS)[:2] + wrap(
        condition, _WORDS + 4, max_lines=1, placeholder=" …"
    )
    where = {"transform": ax.get_yaxis_transform(), "va": "center", "fontsize": 8}
    text = ax.text(1.03, y, "\n".join(lines[:3]), linespacing=1.05, **where)
    text.set_url(url(row.article_id, row.start, row.end))


def _label(row) -> str:
    """Outlet and day in the first line, whose number it is in the second."""
    outlet = getattr(row, "telling", "") or row.outlet or row.article_id
    source = wrap(row.source, _LABEL - 2, placeholder=" …", max_lines=1)[0] if row.source else ""
    return (
        f"{outlet}, {'by ' * (len(row.as_of) in (4, 7))}{row.as_of}".strip(", ")
        + "\n"
        + (source or "own voice")
    )


def _scale(rows: pd.DataFrame) -> tuple[float, str]:
    """The size that the axis counts in, and its label ("million people")."""
    largest = rows["high"].abs().max()
    unit = rows["units"].iloc[0]
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if largest >= size:
            return size, f"{word} {unit}".strip()
    return 1.0, unit


def _reach(spans: list[Span]) -> tuple[float, float]:
    """The ends of a panel's axis: all marks and the arrows of bounds, not zero."""
    low = min(min(s.low, suggested(s).low) for s in spans)
    high = max(max(s.high, suggested(s).high if s.bound in "=~" else s.high) for s in spans)
    room = (high - low) or 2.0 * max(place(s.text)[0] for s in spans)
    low, high = (low, high) if high > low else (low - room, high + room)
    return low - 0.18 * room, high + 0.45 * room


def _mark(ax: Axes, y: int, span: Span, reach: tuple, colour, forecast: bool) -> None:
    """The mark of one claim."""
    read, dashes = suggested(span), "--" if forecast else "-"
    arrow = 0.16 * (reach[1] - reach[0])
    if span.bound in (">", ">=", "<", "<="):
        end = span.high + arrow if span.bound[0] == ">" else span.low - arrow
        start = span.high if span.bound[0] == ">" else span.low
        line = {
            "arrowstyle": "->",
            "color": colour,
            "lw": 1.6,
            "ls": dashes,
            "shrinkA": 3,
            "shrinkB": 0,
        }
        ax.annotate("", xy=(end, y), xytext=(start, y), arrowprops=line)
        ax.plot([start], [y], "o", ms=7, mfc="white", mec=colour, mew=1.6, zorder=3)
        return
    if span.bound == "~":
        ax.plot([read.low, read.high], [y, y], color=colour, lw=8, alpha=0.3, solid_capstyle="butt")
    elif read.high > read.low:
        ax.plot([read.low, read.high], [y, y], color=colour, lw=2, ls=dashes, solid_capstyle="butt")
    points = [span.low] if span.low == span.high else [span.low, span.high]
    ax.plot(points, [y] * len(points), "o", ms=7, color=colour, mfc="white" if forecast else colour)


def _handles() -> list[Line2D]:
    """What the marks mean."""
    looks = {
        "the number": dict(marker="o", ls=""),
        "precision as written": dict(lw=2),
        "“about”": dict(lw=8, alpha=0.3),
        "bound (more, less than)": dict(marker="o", mfc="white"),
        "forecast": dict(lw=1.6, ls="--"),
        "grey: own voice": dict(lw=4, color=OWN),
    }
    return [Line2D([], [], **{"color": INK, "label": name, **look}) for name, look in looks.items()]
