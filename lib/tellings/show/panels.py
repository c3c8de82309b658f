"""Panels of a figure: which events get one, how tall they are, what is written beside them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil
from textwrap import shorten, wrap

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.text import Text

from tellings.compare.events.findings import DRAWN
from tellings.show.style import INK, MUTED, ink_on
from tellings.tables import tuples

WIDTH = 5.6  # inches: on a phone, which shrinks it, letters of SMALL are 10 pixels high
TEXT, SMALL = 11, 10.5  # sizes of letters, in points: no smaller ones
_EMPTY = "empty"  # the mark of axes that only say why there is nothing to draw
ACROSS = 3  # names that stand level beside one another above columns
_TITLE_LINE, _KEY_LINE = 0.2, 0.22  # inches that a line of a title, of a key adds to a figure
_ROOM = 40  # characters that have room above all columns
LABEL = 24  # characters of a label
CLEAR = dict(facecolor="white", edgecolor="none", pad=1)  # behind words on a hatched face


def events(table: pd.DataFrame, most: int = DRAWN) -> list[str]:
    """The events of a table by their number of tellings, largest first, `most` of them."""
    size = table.groupby("event_id")["article_id"].nunique()
    return list(size.sort_index().sort_values(ascending=False, kind="stable").index[:most])


def grid(tall: list[int], remark: str = "", columns: int = 1, line: float = 0.34, **kept):
    """A new figure with a row of axes for each number of lines: (figure, axes in two dimensions).

    tall    lines that each row of axes needs, `line` inches high
    remark  stands at the figure's foot
    """
    lines = [max(2, n) for n in tall]
    size = (WIDTH, sum(lines) * line + 0.75 * len(lines) + 0.55)
    figure, axes = plt.subplots(
        len(lines), columns, figsize=size, height_ratios=lines, squeeze=False, **kept
    )
    if remark:
        figure.supxlabel(remark, fontsize=SMALL, color=MUTED)
    return figure, axes


def left_out(table: pd.DataFrame, shown: int) -> str:
    """The remark on the events for which a figure that shows so many has no room."""
    more = table["event_id"].nunique() - shown
    words = f"{more} more events are not drawn: those of most articles are."
    return words if more > 0 else ""


def tellings(rows: pd.DataFrame) -> int:
    """How many tellings the rows are of."""
    return rows["article_id"].nunique()


def each_event(
    table: pd.DataFrame,
    lines: Callable[[pd.DataFrame], int] = tellings,
    most: int = DRAWN,
    columns: int = 0,
    names: Mapping[str, str] | None = None,
    **kept,
) -> Iterator[tuple]:
    """A new figure with a panel for each event, the largest first: (axes, event, its rows) in turn.

    lines    how many lines an event's rows need
    most     events; the figure says for how many more there was no room
    columns  panels of one event side by side: their axes come as a list; 0: one, by itself
    names    of the events by their ids; given them, the only event of a figure needs none in it

    Each panel bears its event's name and the numbers of its axis.
    """
    shown = events(table, most)
    parts = [table[table["event_id"] == event] for event in shown]
    tall = [lines(part) for part in parts]
    _, axes = grid(tall, left_out(table, len(shown)), columns or 1, **kept)
    for across, event, part in zip(axes, shown, parts, strict=True):
        if names is None or len(shown) > 1:
            heading(across[0], (names or {}).get(event, event))
        for panel in across:
            panel.tick_params(axis="x", labelbottom=True)
        yield list(across) if columns else across[0], event, part


def empty(words: str) -> Axes:
    """A figure that only says why there is nothing to draw."""
    _figure, axes = plt.subplots(figsize=(WIDTH, 0.8))
    axes.set_axis_off()
    axes.text(0, 0.5, words, color=MUTED, va="center", transform=axes.transAxes)
    axes.set_gid(_EMPTY)
    return axes


def said_instead(axes: Axes) -> str:
    """What a figure of `empty` says; "" of one that shows something."""
    return axes.texts[0].get_text() if axes.get_gid() == _EMPTY else ""


def heading(axes: Axes, words: str) -> Text:
    """Write a panel's name above its left edge."""
    return axes.set_title(wrapped(words), loc="left", fontsize=TEXT, color=INK, fontweight="bold")


def beside(axes: Axes, words: str) -> Text:
    """Write a remark above the panel's right edge, in the muted ink of notes."""
    return axes.set_title(words, loc="right", fontsize=SMALL, color=MUTED, fontweight="normal")


def title(figure, words: str) -> None:
    """Write what a figure finds above it, in as many lines as it needs."""
    lines = wrapped(words, 54)
    figure.set_figheight(figure.get_figheight() + _TITLE_LINE * (lines.count("\n") + 1))
    look = dict(ha="left", fontsize=TEXT + 0.5, color=INK, fontweight="bold")
    figure.suptitle(lines, x=0.01, **look)


def wrapped(words: str, width: int = 56) -> str:
    """The words in lines of at most so many characters.

    >>> wrapped("one two three", 8)
    'one two\\nthree'
    """
    return "\n".join(wrap(words, width))


def short(words: str, most: int = LABEL) -> str:
    """A label of at most so many characters, cut at a word where it must be.

    >>> short("a spokesperson for the foreign ministry")
    'a spokesperson for the …'
    """
    return shorten(words, most, placeholder=" …")


def rows(axes: Axes, labels: list[str]) -> None:
    """One line per label from the top down, a faint rule under each."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color="#eeeeee", linewidth=0.8)
    axes.spines["left"].set_visible(False)


def columns(axes: Axes, labels: list[str], top: bool = False) -> None:
    """One column per label from the left, without a rule; top: the labels stand above."""
    axes.set_xticks(range(len(labels)), labels)
    axes.tick_params(axis="x", length=0)
    if top:
        axes.tick_params(axis="x", top=True, labeltop=True, bottom=False, labelbottom=False)
    axes.spines["bottom"].set_visible(False)


def heads(axes: Axes, labels: list[str], at: float = 0.0) -> None:
    """Names above columns of a unit's width, turned where many have no room.

    at  where in its column a name stands: 0 at the left edge, 0.5 in the middle
    """
    level = len(labels) <= ACROSS or sum(map(len, labels)) <= _ROOM
    columns(axes, [], top=True)
    places = [n + at for n in range(len(labels))]
    axes.set_xticks(places, [wrapped(name, 13) if level else short(name) for name in labels])
    for tick in axes.xaxis.get_major_ticks():
        tick.label2.set(ha="center" if level and at else "left")
        if not level:
            tick.label2.set(rotation=35, rotation_mode="anchor")


def dots(axes: Axes, table: pd.DataFrame, inks, form: str = ".1f") -> None:
    """Each row as a dot with its interval on a line of its own, the number above the dot.

    table  value, low, high, and `apart` where there is one: a row that is not "yes" is drawn open
    """
    for line, (row, ink) in enumerate(zip(tuples(table), inks, strict=True)):
        if row.value != row.value:
            continue  # nothing to score: the empty line says so
        face = ink if getattr(row, "apart", "yes") == "yes" else "white"
        axes.plot([row.low, row.high], [line, line], color=ink, linewidth=2)
        axes.plot(
            row.value, line, "o", color=ink, markersize=7.5, markerfacecolor=face, clip_on=False
        )
        axes.annotate(
            f"{round(row.value, 1) + 0.0:{form}}".replace("-", "−"),  # no "−0.0"
            (row.value, line),
            xytext=(0, 6),
            textcoords="offset points",
            ha="center",
            fontsize=SMALL,
        )


def stacked(
    axes: Axes, wide: pd.DataFrame, looks: Mapping[str, dict], numbers: pd.DataFrame | None = None
) -> None:
    """A bar for each row, its columns end to end, and in each part its number where there is room.

    looks    how a column's part is drawn: facecolor, hatch, edgecolor ...; the parts in this order
    numbers  what is written in the parts; the widths themselves if none are given
    """
    wide = wide[list(looks)]
    numbers = wide if numbers is None else numbers
    left, most = pd.Series(0.0, index=wide.index), wide.sum(axis=1).max()
    for column, look in looks.items():
        width = wide[column].fillna(0)
        axes.barh(range(len(wide)), width, 0.62, left, **look)
        style = dict(ha="center", va="center", fontsize=SMALL, color=ink_on(look["facecolor"]))
        style["bbox"] = CLEAR if look.get("hatch") else None
        for line, (start, size, n) in enumerate(zip(left, width, numbers[column], strict=True)):
            words = f"{n:,.0f}"
            if size > most * (0.01 + 0.04 * len(words)):
                axes.text(start + size / 2, line, words, **style)
        left = left + width


def key(
    figure,
    handles: Sequence | Mapping[str, dict],
    place: str = "outside upper left",
    columns: int = 0,
    size: float = SMALL,
) -> None:
    """What the marks of a figure mean, above or below its panels.

    handles  artists with a label, or the looks of `stacked`: their labels, else their names
    columns  the handles stand in so many; 0: all in a line
    """
    if isinstance(handles, Mapping):
        handles = [Patch(**{"label": name, **look}) for name, look in handles.items()]
    look = dict(ncols=columns or len(handles), frameon=False, fontsize=size)
    lines = ceil(len(handles) / look["ncols"])
    figure.set_figheight(figure.get_figheight() + _KEY_LINE * lines)
    remark = figure.get_supxlabel()
    if remark and "lower" in place:  # they would stand on one another
        figure.supxlabel("")
        look |= dict(title=remark, title_fontsize=SMALL, alignment="left")
    figure.legend(handles=handles, loc=place, **look)
