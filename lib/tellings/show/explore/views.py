"""The views of explore.ipynb: a corpus in, something to look at and operate out."""

from functools import partial

import ipywidgets as widgets
import pandas as pd

from tellings.compare.corpus import concordance, subcorpus
from tellings.compare.corpus.subcorpus import Corpus
from tellings.compare.coverage import partners
from tellings.show import page
from tellings.show.explore import browser, columns, frame, picker, reader, scripts
from tellings.show.explore.browser import Browser
from tellings.show.marking import MARKS
from tellings.tables import tuples

ORDERS = ("right 1, right 2", "left 1, left 2", "text, right 1", "voice, right 1", "published")
# What a table's list shows, and how many letters of it; a negative number keeps the end.
_WIDTHS = {
    "words": {"telling": 23, "voice": 16, "left": -36, "text": 16, "right": 36},
    "claims": {"telling": 23, "text": 34, "bound": 5, "low": 10, "unit": 9, "key": 24},
    "quotes": {"telling": 23, "form": 8, "speaker": 26, "text": 70},
    "mentions": {"telling": 23, "text": 30, "entity": 30, "kind": 8, "voice": 16, "zone": 8},
    "framing": {"telling": 23, "group": 12, "term": 16, "topic": 20, "voice": 16, "text": 24},
    "whens": {"telling": 23, "text": 30, "first": 10, "last": 10, "rule": 24},
}
_PLAIN = {"telling": 23, "zone": 8, "voice": 16, "text": 64}
_PLACE = ("sentence", "start", "end", "text")
_SIDE = 60  # letters of a sentence to each side in the still table; the rows have it whole


def words(corpus: Corpus, search: str, order: str = "") -> None:
    """Words in context: search, sort, filter, read on, save. Beneath it: contexts.table.

    search, order  what to begin with, as for contexts.table
    """
    widths = _WIDTHS["words"]

    def widget() -> widgets.Widget:
        controls = {
            "words": _typed("words", search),
            "order": _typed("sorted by", order, ORDERS),
            "case": widgets.Checkbox(description="capitals as written", indent=False),
        }
        return Browser(corpus, concordance.table, controls, widths, "contexts", scripts.words).box

    found = concordance.table(corpus, search, order)
    seen = found[["article_id", *widths, "start", "end"]].assign(
        left=found["left"].str[-_SIDE:], right=found["right"].str[:_SIDE]
    )
    frame.show(seen, f"“{search}” in {subcorpus.in_words(corpus)}", widget)


def rows(corpus: Corpus, table: str, order: str = "") -> None:
    """A table's rows: search, sort, filter, read on, save. Beneath it: subcorpus.rows.

    table  "claims", "quotes", "mentions", "framing", "whens", "sentences" ...
    """
    found = concordance.ordered(subcorpus.rows(corpus, table), order)
    widths = {c: n for c, n in _WIDTHS.get(table, _PLAIN).items() if c in found.columns}
    own = [c for c in found.columns if c not in {*subcorpus.WHERE, *_PLACE}]

    def view(part: Corpus, search: str, order: str, column: str, value: str) -> pd.DataFrame:
        where = {column: frame.as_kept(column, value)} if column else {}
        return browser.containing(subcorpus.rows(part, table, **where), search, order)

    def widget() -> widgets.Widget:
        controls = {
            "search": _typed("containing", ""),
            "order": _typed("sorted by", order, ["telling", *own, *(f"-{c}" for c in own)]),
            "column": widgets.Dropdown(options=["", *own], description="column", **_TYPED),
            "value": _typed("column is", ""),
        }
        controls["column"].observe(partial(_suggest, found, controls["value"]), "value")
        script = partial(scripts.rows, table=table)
        return Browser(corpus, view, controls, widths, table, script).box

    seen = found[["article_id", *widths, "start", "end"]]
    frame.show(seen, f"{table} in {subcorpus.in_words(corpus)}", widget)


def _suggest(found: pd.DataFrame, value: widgets.Combobox, change) -> None:
    """Suggest the values of the column that was chosen."""
    known = (
        frame.worded(found)[change["new"]].dropna().astype(str).unique() if change["new"] else []
    )
    value.value, value.options = "", sorted(v for v in known if v)


def telling(corpus: Corpus, article_id: str = "") -> None:
    """A telling to read, with what was found marked. Beneath it: reader.marks and reader.page.

    article_id  the one to begin with; "" the first
    """
    if corpus.articles.empty:
        page.note("No article is here to be read.")
        return
    article_id = article_id or corpus.articles["article_id"].iloc[0]
    found = reader.marks(corpus, article_id)
    name = corpus.articles.set_index("article_id")["telling"][article_id]
    frame.show(found, f"Marked in {name}", partial(_reader, corpus, article_id))


def _reader(corpus: Corpus, article_id: str) -> widgets.Widget:
    """The widget of a telling: which one, and what is marked."""
    which = _tellings(corpus, article_id)
    boxes = {
        kind.name: widgets.Checkbox(value=True, description=kind.label, indent=False, **_BOX)
        for kind in MARKS
        if kind.table in corpus.tables
    }
    text, link = frame.Html(), frame.Html()

    def turn(change=None) -> None:
        kinds = [kind for kind, box in boxes.items() if box.value]
        text.value = reader.page(corpus, which.value, kinds)
        link.value = frame.csv_link(
            reader.marks(corpus, which.value, kinds), f"marks-{which.value}"
        )

    for choice in [which, *boxes.values()]:
        choice.observe(turn, "value")
    turn()
    return widgets.VBox([which, widgets.HBox(list(boxes.values())), link, text])


def _tellings(corpus: Corpus, article_id: str) -> widgets.Dropdown:
    """A choice of one telling, each said with its event and headline."""
    names = subcorpus.event_names(corpus)
    options = [
        (f"{r.telling} · {names[r.event_id]} · {r.headline[:70]}", r.article_id)
        for r in tuples(corpus.articles)
    ]
    layout = widgets.Layout(width="46rem")
    return widgets.Dropdown(options=options, value=article_id, description="telling", layout=layout)


def beside(corpus: Corpus, article_id: str = "", other: str = "") -> None:
    """Two tellings of an event in columns, what both tell joined. Beneath it: columns.rows.

    article_id, other  the ones to begin with; "" the first that has another beside it
    """
    known = corpus.articles
    several = known[known["event_id"].duplicated(keep=False)]
    if several.empty:
        page.note("No event is here that two articles tell.")
        return
    article_id = article_id or several["article_id"].iloc[0]
    other = other or columns.others(corpus, article_id)["article_id"].iloc[0]
    found = columns.rows(corpus, article_id, other)
    names = known.set_index("article_id")["telling"]
    caption = f"{names[article_id]} beside {names[other]}, {partners.in_words(found)}"
    seen = found[["article_id", "start", "end", "text", "text_b"]]
    frame.show(seen, caption, partial(_columns, corpus, article_id, other))


def _columns(corpus: Corpus, article_id: str, other: str) -> widgets.Widget:
    """The widget of two tellings: which ones, and their texts."""
    which = _tellings(corpus, article_id)
    against = widgets.Dropdown(description="beside", layout=widgets.Layout(width="24rem"))
    text, link = frame.Html(), frame.Html()

    def turn(change=None) -> None:
        if against.value is None:
            text.value, link.value = "<p>No other telling of this event is here.</p>", ""
            return
        found = columns.rows(corpus, which.value, against.value)
        text.value = columns.page(corpus, which.value, against.value)
        link.value = frame.csv_link(found, "sentences-beside")

    def offer(change=None) -> None:
        known = columns.others(corpus, which.value)
        against.options = list(zip(known["telling"], known["article_id"], strict=True))
        turn()

    offer()
    against.value = other
    turn()
    which.observe(offer, "value")
    against.observe(turn, "value")
    return widgets.VBox([widgets.HBox([which, against]), link, text])


def corrections(corpus: Corpus, folder, proposed: pd.DataFrame) -> None:
    """A picker that writes corrections.csv in `folder`. Beneath it: corrections.changes and write.

    proposed  what corrections.changes says of some to begin with: shown where no picker can be
    """
    frame.show(proposed, "What would change", lambda: picker.Picker(corpus, folder).box)


def table(found: pd.DataFrame, caption: str, name: str) -> None:
    """Rows of your own as a still table; at a keyboard with a link that saves them as name.csv."""
    frame.show(found, caption, partial(_table, found, caption, name))


def _table(found: pd.DataFrame, caption: str, name: str) -> widgets.Widget:
    """The widget of rows of one's own: the table and its link."""
    link = frame.Html(frame.csv_link(found, name))
    shown = frame.framed(frame.still(found, caption)["text/html"])
    return widgets.VBox([frame.Html(shown), link])


_BOX = {"layout": widgets.Layout(width="auto", margin="0 1rem 0 0")}
_TYPED = {
    "layout": widgets.Layout(width="24rem"),
    "style": {"description_width": "5rem"},
}


def _typed(name: str, value: str, options=()) -> widgets.Combobox:
    """A field to type in, with suggestions."""
    known = [option for option in options if option]
    return widgets.Combobox(
        value=value, options=known, description=name, continuous_update=False, **_TYPED
    )
