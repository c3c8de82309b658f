"""A list of places to walk through: filters above it, the chosen place in its telling below."""

from collections.abc import Callable, Mapping

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from tellings.compare.corpus import concordance, subcorpus
from tellings.compare.corpus.subcorpus import Corpus
from tellings.show.explore import frame, reader
from tellings.show.explore.columns import Beside
from tellings.show.explore.filters import Filters
from tellings.show.html import words
from tellings.text.prose import counted

LISTED = 500
_AROUND = 1  # lines of the telling before and behind the chosen place


class Browser:
    """Rows of a view, one line each, to walk through with the arrow keys.

    view      what to list of a part of the corpus, from the controls' values: a plain function
    controls  widgets by the name of the argument they give to `view`
    widths    columns listed and how many letters each has at most; a negative number keeps the end
    name      of the CSV
    script    the Python that gives what `view` gives, of the same arguments

    `box` is the widget; `rows` holds what is listed, whole.
    """

    def __init__(
        self,
        corpus: Corpus,
        view: Callable[..., pd.DataFrame],
        controls: Mapping[str, widgets.Widget],
        widths: Mapping[str, int],
        name: str,
        script: Callable[..., str],
    ):
        self._corpus, self._view, self._controls = corpus, view, controls
        self._widths, self._name, self._script = widths, name, script
        self._filters = Filters(corpus, self._fill)
        self._beside = Beside(corpus, self._read)
        self._status, self._head, self._csv, self._place = (frame.Html() for _ in range(4))
        self._list = widgets.Select(rows=12, layout=widgets.Layout(width="99%"))
        self._list.add_class("tellings-list")
        self._list.observe(self._read, "value")
        for control in controls.values():
            control.observe(lambda change: self._fill(), "value")
        asked = widgets.HBox(list(controls.values()), layout=widgets.Layout(flex_flow="row wrap"))
        table = widgets.VBox([self._head, self._list], layout=widgets.Layout(overflow="auto"))
        self.box = widgets.VBox(
            [
                *(asked, self._filters.box, self._status, table, self._csv),
                *(self._beside.box, self._place),
            ]
        )
        self._fill()

    def _fill(self) -> None:
        """List what the controls and filters ask for, and say on what it was computed."""
        try:
            part = self._filters.part()
            asked = {name: control.value for name, control in self._controls.items()}
            self.rows = self._view(part, **asked)
        except ValueError as error:
            self._status.value = frame.said(str(error), "alert")
            return
        shown = self.rows.head(LISTED)
        more = f", the first {LISTED} listed" if len(self.rows) > LISTED else ""
        tellings = counted(self.rows["article_id"].nunique(), "telling")
        self._status.value = frame.said(
            f"{len(self.rows):,} in {tellings}{more}. Computed on {subcorpus.in_words(part)}."
        )
        self._csv.value = frame.csv_link(self.rows, self._name) + frame.script(
            self._script(part, **asked)
        )
        head, *lines = listed(frame.worded(shown), self._widths)
        self._head.value = Markup('{}<div class="tellings-head">{}</div>').format(_STYLE, head)
        self._list.options = [(line, place) for place, line in enumerate(lines)]
        self._read()

    def _read(self, change=None) -> None:
        """Show the telling round the chosen row, and all that the row says."""
        if self._list.value is None:
            self._place.value = "<p>Choose a row to read it in its telling.</p>"
            return
        row = frame.worded(self.rows.iloc[[self._list.value]]).iloc[0]
        place = (row["article_id"], int(row["start"]), int(row["end"]))
        text = self._beside.page(*place) or reader.page(
            self._corpus.whole, place[0], cited=place[1:], around=_AROUND
        )
        told = ((c, words(row[c], 10)) for c in row.index if c not in _NOT_TOLD)
        said = "; ".join(f"{column}: {value}" for column, value in told if value)
        self._place.value = text + Markup("<p><small>{}</small></p>").format(said)


_NOT_TOLD = {"article_id", "left", "right", "text", "sentence", "start", "end"}
_STYLE = Markup("""<style>
.tellings-list select, .tellings-head { font-family: var(--jp-code-font-family, monospace);
  font-size: var(--jp-code-font-size, 13px); }
.tellings-head { margin: 0 0 -6px 3px; white-space: pre; }
</style>""")


def listed(rows: pd.DataFrame, widths: Mapping[str, int]) -> list[str]:
    """The columns as lines of one width, their names first; with spaces that a list keeps."""
    columns = [
        _column([name, *(words(value, 10) for value in rows[name])], most)
        for name, most in widths.items()
    ]
    lines = ("  ".join(cells) for cells in zip(*columns, strict=True))
    return [line.replace(" ", "\N{NO-BREAK SPACE}") for line in lines]


def _column(cells: list[str], most: int) -> list[str]:
    """The cells, all as wide as the widest, but not wider than `most`."""
    cells = [" ".join(cell.split()) for cell in cells]
    width = min(max(map(len, cells)), abs(most))
    return [_cell(cell, -width if most < 0 else width) for cell in cells]


def _cell(text: str, width: int) -> str:
    """The text cut or filled to the width; a negative width keeps its end."""
    return text[width:].rjust(-width) if width < 0 else text[:width].ljust(width)


def containing(rows: pd.DataFrame, search: str, order: str) -> pd.DataFrame:
    """The rows whose text has the words in it, capitals or not, sorted as a concordance is."""
    if search.strip():
        rows = rows[rows["text"].str.contains(search.strip(), case=False, regex=False)]
    return concordance.ordered(rows.reset_index(drop=True), order)
