"""Claims in figures: aligned claims in, one panel per quantity out."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from tellings.compare.claims import wording
from tellings.compare.claims.intervals import Span, place, suggested
from tellings.show import panels
from tellings.show.links import url
from tellings.show.style import INK, MUTED, OWN, RULE, colours
from tellings.tables import tuples
from tellings.text.prose import counted

_LINE = 0.42  # inches for a claim: its words, and its mark under them
_WORDS = 76  # characters of the words over a mark
_MARK = 0.22  # how far below its line's middle a mark stands, its words as far above


def aligned(
    table: pd.DataFrame,
    articles: pd.DataFrame,
    names: Mapping[str, str],
    most: int = wording.PANELS,
) -> Axes:
    """A panel per quantity, a line per claim, oldest first.

    Filled dot: the number; thin bar: the precision it is written to; pale band: "about"; open
    circle with an arrow: a bound; dashed: a forecast, in a panel of its own. Grey: the outlet's own
    voice; its colour: a source it names. Above each mark its words. At most `most` panels: the
    events with the most articles first, in them the quantities of most outlets; the figure says how
    many are left out.

    table     compare.claims.wording.drawn, of all events
    articles  all of them: see style.colours; names: of the events
    """
    chosen = wording.panels(table)
    if not chosen:
        return panels.empty("No quantity is given twice on one event.")
    groups = [table[table["panel"] == panel] for panel in chosen[:most]]
    more = len(chosen) - len(groups)
    remark = f"Not shown: {counted(more, 'more quantity')}."
    tall = [len(rows) for rows in groups]
    figure, axes = panels.grid(tall, remark if more else "", line=_LINE)
    ink, said = colours(articles), ""
    for panel, rows in zip(axes[:, 0], groups, strict=True):
        event = rows["event_id"].iloc[0]
        name = names.get(event, event) if len(names) > 1 and event != said else ""
        _panel(panel, rows.sort_values(["as_of", "article_id", "start"], kind="stable"), ink, name)
        said = event
    panels.key(figure, _handles(), "outside lower left", columns=2)
    return axes[0, 0]


def _panel(ax: Axes, rows: pd.DataFrame, colours: dict, event: str) -> None:
    """One quantity: its claims from the oldest down."""
    size, scale = _scale(rows)
    ends = zip(rows["low"] / rows["size"], rows["high"] / rows["size"], strict=True)
    spans = [Span(*e, r.bound, r.text, r.size) for e, r in zip(ends, tuples(rows), strict=True)]
    reach = _reach(spans)
    panels.rows(ax, [""] * len(rows))
    for line, (row, span) in enumerate(zip(tuples(rows), spans, strict=True)):
        colour = colours.get(row.outlet or row.telling, MUTED) if row.source else OWN
        _mark(ax, line + _MARK, span, reach, colour, row.status == "forecast")
        _quoted(ax, line - _MARK, row)
    ax.set_xlim(*reach)
    ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x / size:,.10g}"))
    ax.grid(axis="y", visible=False)
    ax.grid(axis="x", color=RULE, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel(scale, labelpad=2)
    panels.heading(ax, f"{event}: {rows['title'].iloc[0]}" if event else rows["title"].iloc[0])


def _quoted(ax: Axes, y: int, row) -> None:
    """Who gives the number in which words, above its mark: a link to their place."""
    outlet = getattr(row, "telling", "") or row.outlet or row.article_id
    condition = row.key.partition(", forecast")[2].strip() if row.status == "forecast" else ""
    source = ", ".join(filter(None, [row.source or "own voice", condition]))
    words = panels.short(f"{outlet}: “{row.text}” ({source})", _WORDS)
    where = {"transform": ax.get_yaxis_transform(), "va": "center", "fontsize": panels.SMALL}
    text = ax.text(0, y, words, bbox=panels.CLEAR, **where)
    text.set_url(url(row.article_id, row.start, row.end))


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
    ends, read = [_ends(span) for span in spans], [suggested(span) for span in spans]
    low = min(min(end[0], r.low) for end, r in zip(ends, read, strict=True))
    high = max(
        max(end[1], r.high if span.bound in "=~" else end[1])
        for span, end, r in zip(spans, ends, read, strict=True)
    )
    room = (high - low) or 2.0 * max(place(s.text)[0] * s.size for s in spans)
    low, high = (low, high) if high > low else (low - room, high + room)
    return low - 0.18 * room, high + 0.45 * room


def _ends(span: Span) -> tuple[float, float]:
    """A claim's lowest and highest number in the panel's unit."""
    return span.low * span.size, span.high * span.size


def _mark(ax: Axes, y: int, span: Span, reach: tuple, colour, forecast: bool) -> None:
    """The mark of one claim."""
    read, dashes = suggested(span), "--" if forecast else "-"
    low, high = _ends(span)
    arrow = 0.16 * (reach[1] - reach[0])
    if span.bound in (">", ">=", "<", "<="):
        end = high + arrow if span.bound[0] == ">" else low - arrow
        start = high if span.bound[0] == ">" else low
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
    points = [low] if low == high else [low, high]
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
