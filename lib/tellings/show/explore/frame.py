"""What every view at the keyboard shares: a still table, a status, a CSV to take away."""

from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets
import pandas as pd
import traitlets
from IPython.core.formatters import format_display_data
from IPython.display import display
from IPython.utils.capture import capture_output
from markupsafe import Markup

from tellings import progress
from tellings.show import html, page, spreadsheet
from tellings.text.prose import counted

_QUIET = '<div class="mathjax_ignore">'


class Html(widgets.HTML):
    """HTML inside a widget, in which JupyterLab's MathJax takes no "$5 ... $6" for a formula."""

    @traitlets.validate("value")
    def _quiet(self, proposal) -> str:
        """The value, marked as words."""
        value = str(proposal["value"])
        return value if not value or value.startswith(_QUIET) else f"{_QUIET}{value}</div>"


STILL = 20  # rows of a still table: enough to see what a view is


def show(rows: pd.DataFrame, caption: str, widget: Callable) -> None:
    """Show the widget at a keyboard, a still table anywhere else; either is saved as the table.

    widget  makes the widget; it is not called where nobody is there to operate it

    A widget's address is new in every run. So what counts of a view is its table, which is the same
    on each run: it reads well where no kernel is, and can be compared.
    """
    data = still(rows, caption)
    if progress.at_keyboard():
        view = widget()
        view.add_class("tellings-view")  # lab/extensions: its keys are its own
        data = format_display_data(view)[0] | data
    display(data, raw=True)


def still(rows: pd.DataFrame, caption: str) -> dict[str, str]:
    """The first rows as page.table shows them, by kind; the caption says how many there are.

    Raises ValueError in one line where there is nothing to show a view on.
    """
    many = f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}"
    first = f", the first {STILL} shown" if len(rows) > STILL else ""
    with capture_output() as captured:
        page.table(worded(rows.head(STILL)), caption=f"{caption}: {many}{first}.")
    if not captured.outputs:
        raise ValueError("a view needs a notebook; in a script call the plain function beneath it")
    return captured.outputs[0].data


def as_kept(column: str, value: str) -> str:
    """A value as the tables have it, of one in words: ORG for the kind "body"."""
    known = html.cell_words().items()
    return next((str(kept) for (c, kept), words in known if (c, words) == (column, value)), value)


def worded(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows as people read them: events by their names, what tables write short in words."""
    if "event_name" in rows.columns:
        rows = rows.drop(columns="event_id", errors="ignore").rename(
            columns={"event_name": "event"}
        )
    for column in rows.columns.intersection([column for column, _ in html.cell_words()]):
        words = {kept: told for (c, kept), told in html.cell_words().items() if c == column}
        rows = rows.assign(**{column: rows[column].replace(words)})
    return rows


_LINK = "color: var(--jp-content-link-color, LinkText); text-decoration: underline"


def csv_link(rows: pd.DataFrame, name: str) -> Markup:
    """A link that saves all the rows as name.csv where the browser saves what it downloads."""
    link = Markup('<a style="{}" download="{}.csv" href="{}">Save {} as CSV</a>')
    address = spreadsheet.data(spreadsheet.csv(rows))
    return link.format(_LINK, name, address, counted(len(rows), "row"))


_TABLE = """<style>
.tellings-table :is(th, td) { padding: .15rem .7rem .15rem 0; text-align: left; line-height: 1.4;
  vertical-align: top; }
.tellings-table td.n { text-align: right; font-variant-numeric: tabular-nums; }
.tellings-table caption { text-align: left; white-space: nowrap; }
</style>"""


def framed(table: str) -> str:
    """A table's HTML as it stands inside a widget, where JupyterLab's own look does not reach."""
    return f'{_TABLE}<div class="tellings-table">{table}</div>'


def save(rows: pd.DataFrame, path, computed_on: str) -> Path:
    """Save the rows as CSV at `path`, beside it a text that says what they were computed on.

    The path comes back. What a spreadsheet would run as a formula is saved as text.
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(spreadsheet.csv(rows), encoding="utf-8-sig", newline="")
    words = f"{path.name}: {len(rows):,} rows, computed on {computed_on}.\n"
    path.with_suffix(".txt").write_text(words, encoding="utf-8")
    return path


def script(words: str) -> Markup:
    """A script to take along, folded away until it is asked for."""
    fold = Markup("<details><summary>How to get this in a script</summary><pre>{}</pre></details>")
    return fold.format(words)


def said(words: str, kind: str = "status") -> Markup:
    """Words that a screen reader reads out when they change; kind "alert" for what went wrong."""
    return Markup('<p role="{0}" class="tellings-{0}">{1}</p>').format(kind, words)
