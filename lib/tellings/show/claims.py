"""Claims in figures: aligned claims in, one panel per quantity out."""

from textwrap import wrap

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from tellings.compare.claims.intervals import Span, place, suggested
from tellings.compare.claims.wording import drawn, panels
from tellings.show import style
from tellings.show.links import url
from tellings.text.prose import counted

_WIDTH = 8.6  # inches
_ROW, _FRAME, _FOOT = 0.40, 0.95, 0.75  # inches for a claim, a panel's title and axis, the key
_SMALL = {"fontsize": 8, "color": style.MUTED}
_WORDS, _LABEL = 34, 40  # characters of a line of quoted words, of a row's label


def aligned(aligned: pd.DataFrame, articles: pd.DataFrame, most: int = 8) -> Axes:
    """One panel per quantity that compare.agreement.drawn keeps, one row per claim, oldest first.

    Filled dot: the number; thin bar: the precision it is written to; pale band: "about"; open
    circle with an arrow: a bound; dashed: a forecast, in a panel of its own. Grey: the outlet's own
    voice; its colour: a source it names. At the right the words themselves. At most `most` panels:
    the events with the most tellings first, in them the quantities of most outlets; the figure says
    how many are left out.

    articles  all of them: see style.colours
    """
    table = drawn(aligned)
    chosen = panels(table)
    groups = [table[table["panel"] == panel] for panel in chosen[:most]]
    heights = [_ROW * len(rows) + _FRAME for rows in groups] or [_FRAME]
    figure = plt.figure(figsize=(_WIDTH, sum(heights) + _FOOT), layout="none")
    colours = style.colours(articles)
    top, axes = sum(heights) + _FOOT, []
    for rows, height in zip(groups, heights, strict=False):
        top -= height
        axes.append(_axes(figure, top + 0.45, height - _FRAME))
        _panel(axes[-1], rows, colours)
    if not groups:
        axes.append(_nothing(figure))
    _key(figure, len(chosen) - len(groups), bool(groups))
    return axes[0]


def _axes(figure, bottom: float, height: float) -> Axes:
    """Axes of a panel, placed in inches from the figure's foot."""
    tall = figure.get_figheight()
    return figure.add_axes((0.285, bottom / tall, 0.40, height / tall))


def _panel(ax: Axes, rows: pd.DataFrame, colours: dict) -> None:
    """One quantity: its claims from the oldest down."""
    rows = rows.sort_values(["as_of", "article_id", "start"], kind="stable")
    size, scale = _scale(rows)
    spans = [Span(r.low, r.high, r.bound, r.text) for r in rows.itertuples()]
    reach = _reach(spans)
    for y, (row, span) in enumerate(zip(rows.itertuples(), spans, strict=True)):
        colour = colours.get(row.outlet, style.MUTED) if row.source else style.OWN
        _mark(ax, y, span, reach, colour, row.status == "forecast")
        _quoted(ax, y, row)
    ax.set_yticks(range(len(rows)), [_label(r) for r in rows.itertuples()], fontsize=8)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xlim(*reach)
    ax.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x / size:,.10g}"))
    ax.tick_params(axis="y", length=0)
    ax.tick_params(axis="x", labelsize=8)
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x", color=style.RULE, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel(scale, fontsize=8, labelpad=2)
    outlets = rows["outlet"].nunique()
    title = rows["title"].iloc[0]
    ax.text(-0.70, 1, title, transform=_above(ax), fontsize=10, weight="bold")
    ax.text(1, 1, f"event {rows['event_id'].iloc[0]}", transform=_above(ax), ha="right", **_SMALL)
    told = f"{counted(len(rows), 'claim')}, {counted(outlets, 'outlet')}"
    ax.text(1.03, 1, told, transform=_above(ax), **_SMALL)


def _quoted(ax: Axes, y: int, row) -> None:
    """The claim's words at the right of its row, a link to their place; a forecast's condition."""
    condition = row.key.partition(", forecast")[2].strip() if row.status == "forecast" else ""
    lines = wrap(f"“{row.text}”", _WORDS)[:2] + wrap(
        condition, _WORDS + 4, max_lines=1, placeholder=" …"
    )
    where = {"transform": ax.get_yaxis_transform(), "va": "center", "fontsize": 8}
    text = ax.text(1.03, y, "\n".join(lines[:3]), linespacing=1.05, **where)
    text.set_url(url(row.article_id, row.start, row.end))


def _above(ax: Axes) -> mpl.transforms.Transform:
    """Places just above a panel: across in shares of its width, up from its top edge."""
    return ax.transAxes + mpl.transforms.ScaledTranslation(0, 0.09, ax.figure.dpi_scale_trans)


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


def _key(figure, left_out: int, marks: bool) -> None:
    """The key to the marks at the figure's foot, and how many panels are not shown."""
    ink = style.INK
    handles = [
        Line2D([], [], marker="o", ls="", color=ink, label="the number"),
        Line2D([], [], color=ink, lw=2, label="precision as written"),
        Line2D([], [], color=ink, lw=8, alpha=0.3, label="“about”"),
        Line2D([], [], marker="o", mfc="white", ls="-", color=ink, label="bound (more, less than)"),
        Line2D([], [], color=ink, lw=1.6, ls="--", label="forecast"),
        Line2D([], [], color=style.OWN, lw=4, label="grey: own voice"),
    ]
    if marks:
        figure.legend(
            handles=handles,
            loc="lower left",
            ncols=6,
            fontsize=8,
            frameon=False,
            bbox_to_anchor=(0.0, 0.0),
            handlelength=1.6,
            columnspacing=1.2,
        )
    if left_out:
        note = f"{counted(left_out, 'quantity')} more not shown"
        figure.text(
            0.99, 0.3 / figure.get_figheight(), note, ha="right", fontsize=8, color=style.MUTED
        )


def _nothing(figure) -> Axes:
    """Axes that say that there is nothing to draw."""
    ax = figure.add_axes((0.02, 0.1, 0.96, 0.8))
    ax.set_axis_off()
    ax.text(0, 0.5, "No quantity is given by two claims of one event.", fontsize=10)
    return ax
