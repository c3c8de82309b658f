"""What a notebook puts on its page: figures with their alternative text, tables, findings."""

import re

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from markupsafe import Markup
from matplotlib.axes import Axes

from tellings.show import html, svg
from tellings.show.style import theme

theme()

ROWS_SHOWN = 50
# What makes a spreadsheet run a cell: OWASP, "CSV Injection".
_FORMULA = tuple("=+-@\t\r")


def figure(axes: Axes, name: str, alt: str) -> None:
    """Show the figure that `axes` belongs to as SVG, with what it says in words beside it.

    name  of the figure's file in the report: the name of the function that drew it
    alt   the alternative text; it is compared by nbval and read out by screen readers

    The words are also the output's plain text, so that a change of fact shows in a diff.
    """
    picture = svg.drawn(axes, name, alt)
    plt.close(axes.figure)
    display({"image/svg+xml": picture, "text/plain": alt}, raw=True)


def table(rows: pd.DataFrame, caption: str, name: str = "") -> None:
    """Show a table with its caption; rows with article_id, start and end lead to their words.

    name  of the table's CSV in the report; "" for a table that is only looked at here

    The columns article_id, start and end are not shown: they become the place that the row's `text`
    (or its last column) points to on the article's page; those of a pair, article_id_a to end_b,
    become the places of text_a and text_b. A long table is shown down to row
    ROWS_SHOWN and says so; its CSV is whole.
    """
    shown = rows.head(ROWS_SHOWN)
    if len(rows) > len(shown):
        caption = f"{caption} (the first {len(shown):,} of {len(rows):,} rows)"
    plain = caption if rows.empty else _plain(shown)
    data = {"text/html": str(_html(shown, caption, name)), "text/plain": plain}
    if name:
        data["text/csv"] = csv(rows)
    display(data, raw=True)


def csv(rows: pd.DataFrame) -> str:
    """The rows as CSV for people: a cell that a spreadsheet would run as a formula is made text."""
    safe = rows.map(lambda v: f"'{v}" if isinstance(v, str) and v[:1] in _FORMULA else v)
    return safe.to_csv(index=False, lineterminator="\n")


def text(made: Markup, plain: str) -> None:
    """Show HTML, and beside it what it says in plain text."""
    display({"text/html": str(made), "text/plain": plain}, raw=True)


def note(words: str) -> None:
    """Show words in the place of a table or text that there is nothing for."""
    text(Markup('<p class="empty">{}</p>').format(words), words)


def finding(sentence: str) -> None:
    """Show the notebook's computed finding, set off from the text."""
    text(Markup('<p class="finding">{}</p>').format(" ".join(sentence.split())), sentence)


_PLACE = ("article_id", "start", "end")
_SIDES = ("", "_a", "_b")  # a row may hold one place, or two of a pair


def _html(rows: pd.DataFrame, caption: str, name: str) -> Markup:
    """The table as HTML; a column of numbers has its head to the right like them."""
    if rows.empty:
        named = Markup(' data-table="{}"').format(name) if name else ""
        return Markup('<p class="empty"{}>{}</p>').format(named, caption)
    sides = [s for s in _SIDES if all(f"{c}{s}" in rows.columns for c in _PLACE)]
    shown = [c for c in rows.columns if c not in {f"{p}{s}" for p in _PLACE for s in sides}]
    links = {f"text{s}" if f"text{s}" in shown else shown[-1]: s for s in sides}
    heads = [html.Cell(_title(c), "n" if _numeric(rows[c]) else "") for c in shown]
    cells = ([_cell(row, c, links.get(c)) for c in shown] for row in rows.to_dict("records"))
    return html.table(caption, heads, cells, name)


def _cell(row: dict, column: str, side: str | None) -> html.Cell:
    """One cell; the words that stand for a place in a text lead to it."""
    cell = html.cell(row[column])
    if side is None:
        return cell
    return cell._replace(words=html.place(*(row[f"{c}{side}"] for c in _PLACE), cell.words))


def _numeric(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)


def _title(column: str) -> str:
    """A column's name as a heading: "per_1000_words" is "per 1000 words", "text_a" is "text"."""
    return re.sub("_[ab]$", "", str(column)).replace("_", " ")


def _plain(rows: pd.DataFrame) -> str:
    """The table as plain text, for terminals, diffs and nbval."""
    return rows.to_string(index=False, na_rep="")
