"""Two tellings of an event beside each other, as the report shows them; a place in one points to
its partners in the other."""

from collections.abc import Callable

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from tellings.compare.corpus.subcorpus import Corpus
from tellings.compare.coverage import partners
from tellings.show import side_by_side

_NO_CELLS = ["article_id", "event_id", "kind", "fact", "state", "start", "end"]
_NO_ROWS = ["article_id", "start", "end"]


def others(corpus: Corpus, article_id: str) -> pd.DataFrame:
    """The articles of the same event but this one."""
    known = corpus.whole.articles
    event = known.loc[known["article_id"] == article_id, "event_id"].iloc[0]
    return known[(known["event_id"] == event) & (known["article_id"] != article_id)]


def rows(corpus: Corpus, article_id: str, other: str) -> pd.DataFrame:
    """The sentences of one telling with their partners in another, as partners.table gives them."""
    cells, sentences = _event(corpus, [article_id, other])
    return partners.table(cells, sentences, article_id, other)


def page(
    corpus: Corpus, article_id: str, other: str, cited: tuple[int, int] | None = None
) -> Markup:
    """The two tellings in columns as HTML; the cited words of the first are pointed out."""
    both = [article_id, other]
    cells, sentences = _event(corpus, both)
    articles = corpus.whole.articles
    made = side_by_side.texts(
        cells,
        sentences,
        articles[articles["article_id"].isin(both)],
        _of(corpus, "quotes", both),
        _of(corpus, "claims", both),
        (article_id, *cited) if cited else None,
    )
    return Markup('{}<div class="tellings-beside">{}</div>').format(_STYLE, made)


def _event(corpus: Corpus, both: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The cells of the event that both tell, and the sentences of the two."""
    cells = corpus.whole.tables.get("coverage", pd.DataFrame(columns=_NO_CELLS))
    mine = cells.loc[cells["article_id"].isin(both), "event_id"].unique()
    return cells[cells["event_id"].isin(mine)], _of(corpus, "sentences", both)


def _of(corpus: Corpus, table: str, both: list[str]) -> pd.DataFrame:
    """The rows of the two tellings; none of a table that is not there."""
    found = corpus.whole.tables.get(table, pd.DataFrame(columns=_NO_ROWS))
    return found[found["article_id"].isin(both)]


class Beside:
    """A switch that puts a second telling beside the one that is read; `box` holds it.

    changed  is called when the switch, or the telling beside, is another
    """

    def __init__(self, corpus: Corpus, changed: Callable[[], None]):
        self._corpus, self._changed, self._chosen, self._filling = corpus, changed, "", False
        self._on = widgets.ToggleButton(
            description="Beside another telling", tooltip="in the list: Enter", **_BUTTON
        )
        self._on.add_class("tellings-to-beside")
        self._which = widgets.Dropdown(description="beside", **_WHICH)
        self._on.observe(lambda change: changed(), "value")
        self._which.observe(self._choose, "value")
        self._which.layout.visibility = "hidden"
        self.box = widgets.HBox([self._on, self._which])

    def page(self, article_id: str, start: int, end: int) -> Markup:
        """The place in its telling beside the other, as HTML; "" where that is not asked for.

        Beside it stands the telling chosen before, where it is of the same event; else the first in
        which the sentence has a partner; else the event's first.
        """
        self._which.layout.visibility = "visible" if self._on.value else "hidden"
        if not self._on.value:
            return Markup("")
        known = others(self._corpus, article_id)
        if known.empty:
            self._offer([], None)
            return Markup("<p>No other telling of this event is here.</p>")
        ids = list(known["article_id"])
        told = (i for i in ids if len(partners.at(rows(self._corpus, article_id, i), start)))
        chosen = self._chosen if self._chosen in ids else next(told, ids[0])
        self._offer(list(zip(known["telling"], ids, strict=True)), chosen)
        return page(self._corpus, article_id, chosen, (start, end))

    def _offer(self, options: list, chosen: str | None) -> None:
        """Offer the tellings without being told that one was chosen."""
        self._filling = True
        self._which.options, self._which.value = options, chosen
        self._filling = False

    def _choose(self, change) -> None:
        """Another telling was chosen by hand."""
        if not self._filling and change["new"]:
            self._chosen = change["new"]
            self._changed()


_BUTTON = {"layout": widgets.Layout(width="14rem")}
_WHICH = {"layout": widgets.Layout(width="24rem"), "style": {"description_width": "4rem"}}

# The renderer's colours are the report's; its ground and its column heads are JupyterLab's here.
_STYLE = Markup("""<style>
.tellings-beside .abreast .column { height: 26rem; }
.tellings-beside .abreast .column h3 { background: var(--jp-layout-color0, Canvas); }
.tellings-beside .mark.cited { outline: 2px solid; background: rgba(255, 230, 0, .45); }
.tellings-beside a { color: var(--jp-content-link-color, LinkText); }
</style>""")
