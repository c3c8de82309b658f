"""What a notebook puts on its page: figures with their alternative text, tables, findings."""

import base64
import io
from collections.abc import Iterable
from functools import cache

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display
from markupsafe import Markup
from matplotlib.axes import Axes
from PIL import Image

from tellings.lexicons import rows as rows_of
from tellings.show import html, panels, spreadsheet, svg
from tellings.show.style import theme
from tellings.text.prose import counted

theme()

ROWS_SHOWN = 50
_DPI = 72  # of the small picture: about 15 kB
# An octree keeps the colours of small dots; the usual median cut made one of blue and green.
_FEW_COLOURS = {"colors": 64, "method": Image.Quantize.FASTOCTREE}
_FOLD = Markup('<details class="table"><summary>{}</summary>{}</details>')
_LINE = Markup('<p class="table"{}>{} <span class="muted">{}</span>{}</p>')


def figure(axes: Axes, name: str, alt: str, title: str = "") -> None:
    """Show the figure that `axes` belongs to as SVG and small PNG, with what it says in words.

    name   of the figure's file in the report: the name of the function that drew it
    alt    the alternative text; it is compared by nbval and read out by screen readers
    title  the figure's finding in a sentence, above it

    The words are also the output's plain text, so that a change of fact shows in a diff. Where
    nothing is drawn, what the figure says of it is a note.
    """
    if nothing := panels.said_instead(axes):
        plt.close(axes.figure)
        note(nothing)
        return
    if title:
        panels.title(axes.figure, title)
    shown = {"image/svg+xml": svg.drawn(axes, name, alt), "image/png": _small(axes.figure)}
    plt.close(axes.figure)
    display({**shown, "text/plain": alt}, raw=True)


def _small(figure) -> str:
    """The figure as a small PNG, coded in letters, for readers that show no SVG: JupyterLab in a
    notebook not yet run there (SVG may hold scripts), code hosts.
    """
    figure.set_layout_engine("none")  # it stands as the SVG laid it out
    pixels, small = io.BytesIO(), io.BytesIO()
    given = {"dpi": _DPI, "bbox_inches": "tight", "metadata": {"Software": None}}
    figure.savefig(pixels, format="png", **given)  # whatever a notebook has set
    Image.open(pixels).convert("RGB").quantize(**_FEW_COLOURS).save(small, "PNG", optimize=True)
    return base64.b64encode(small.getvalue()).decode()


def table(
    rows: pd.DataFrame | Iterable[pd.DataFrame],
    caption: str,
    name: str = "",
    shown: int = ROWS_SHOWN,
    folded: bool = False,
    none: str = "",
) -> None:
    """Show a table with its caption; rows with article_id, start and end lead to their words.

    rows    the table, or its parts one after another, with the same columns and types each; of
            parts only the rows shown are kept
    name    of the table's CSV, which a link in the caption leads to (spreadsheet.link); "" for a
            table that is only looked at here
    shown   rows that the page has room for, at most ROWS_SHOWN; the CSV has them all. With 0 the
            caption stands alone, a line that leads to the CSV
    folded  only its caption is seen until a reader opens it
    none    what is said in the place of a table without rows; the caption if nothing is given

    The columns article_id, start and end are not shown: they become the place that the row's `text`
    (or its last column) points to on the article's page.
    """
    whole = spreadsheet.Rows(rows, min(shown, ROWS_SHOWN))
    link = _link(whole, name)
    part, many = whole.first, counted(whole.many, "row")
    cut = len(part) < whole.many
    if not whole.many:
        caption = none or caption
        made = Markup('<p class="empty"{}>{}</p>').format(_named(name), caption)
    elif part.empty:
        made = _LINE.format(_named(name), caption, many, link)
    elif folded:
        many = f"{len(part):,} of {whole.many:,} rows" if cut else many
        made = _FOLD.format(caption, _html(part, many + link, name))
    else:
        caption += f" (the first {len(part):,} of {whole.many:,} rows)" if cut else ""
        made = _html(part, caption + link, name)
    plain = caption if part.empty else _plain(part)
    display({"text/html": _bare(made), "text/plain": plain}, raw=True)


def _link(whole: spreadsheet.Rows, name: str) -> Markup:
    """The link to the CSV of all rows, which are gone through once, also for none."""
    if name:
        return spreadsheet.link(whole, name)
    for _ in whole:
        continue
    return Markup("")


def text(made: Markup, plain: str) -> None:
    """Show HTML, and beside it what it says in plain text."""
    display({"text/html": _bare(made), "text/plain": plain}, raw=True)


def _bare(made: Markup) -> str:
    """The HTML, in which JupyterLab's MathJax takes no "$5 ... $6" for a formula."""
    return f'<div class="mathjax_ignore">{made}</div>'


def note(words: str) -> None:
    """Show words in the place of a table or text that there is nothing for."""
    text(Markup('<p class="empty">{}</p>').format(words), words)


def finding(sentences: str) -> None:
    """Show the notebook's computed finding, set off from the text; a paragraph for each line."""
    paragraphs = [" ".join(line.split()) for line in sentences.splitlines() if line.strip()]
    made = Markup("").join(Markup('<p class="finding">{}</p>').format(p) for p in paragraphs)
    text(made, "\n".join(paragraphs))


_PLACE = ("article_id", "start", "end")


def _html(rows: pd.DataFrame, caption: str, name: str) -> Markup:
    """The table as HTML; a column of numbers has its head to the right like them."""
    placed = all(c in rows.columns for c in _PLACE)
    shown = [c for c in rows.columns if not (placed and c in _PLACE)]
    link = placed and ("text" if "text" in shown else shown[-1])
    heads = [html.Cell(_title(c), "n" if _numeric(rows[c]) else "") for c in shown]
    cells = ([_cell(row, c, c == link) for c in shown] for row in rows.to_dict("records"))
    return html.table(caption, heads, cells, name)


def _named(name: str) -> Markup:
    """The attribute that leads to a table's CSV."""
    return Markup(' data-table="{}"').format(name) if name else Markup("")


def _cell(row: dict, column: str, linked: bool) -> html.Cell:
    """One cell; the words that stand for a place in a text lead to it."""
    value = html.cell_words().get((column, row[column]), row[column])
    cell = html.cell(value)
    if column == "event_id":
        cell = html.Cell(html.event(value), "event")
    if not linked:
        return cell
    return cell._replace(words=html.place(*(row[c] for c in _PLACE), cell.words))


def _numeric(values: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values)


def _title(column: str) -> str:
    """A column's name as a heading, in the words of lexicons/column_names.csv, with its tooltip.

    >>> print(_title("lix"), _title("first_seen"), _title("likeness"))
    LIX first seen <span title="0 to 1">similarity</span>
    """
    row = _column_names().get(str(column))
    if not row:
        return str(column).replace("_", " ")
    tip = Markup('<span title="{explained}">{words}</span>')
    return tip.format(**row) if row["explained"] else row["words"]


@cache
def _column_names() -> dict[str, dict[str, str]]:
    """The rows of the list of column names, by column."""
    return {row["column"]: row for row in rows_of("column_names")}


def _plain(rows: pd.DataFrame) -> str:
    """The table as plain text, for terminals, diffs and nbval."""
    return rows.to_string(index=False, na_rep="")
