"""One outlet, or any group, against the rest: a widget of choices, what they differ in below."""

from functools import partial

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from tellings.compare.corpus import subcorpus
from tellings.compare.corpus.subcorpus import Corpus
from tellings.compare.framing import contrast as across
from tellings.show import page
from tellings.show.explore import frame, scripts

_FIELDS = ("outlet", "telling", "author", "published")


def contrast(corpus: Corpus, words: str = "", **group) -> None:
    """A group of articles against the rest: how often each uses the words, and which words mark it.
    Beneath it: compare.framing.contrast, rates and keyness.

    words  to count on both sides, as concordance.table takes them; "" for none
    group  as subcorpus.only takes it: outlet=["Axios", "Antiwar.com"]; without one, the outlet of
           the first article that has another outlet's beside it
    """
    group = group or _first(corpus)
    try:
        keys = across.keyness(corpus, **group)
    except ValueError as error:
        page.note(str(error) if group else "No event is here that two outlets tell.")
        return
    caption = (
        f"Words that {_named(group)} and the rest use unlike each other; {across.in_words(keys)}"
    )
    frame.show(keys, caption.rstrip("."), partial(_widget, corpus, words, group))


def _first(corpus: Corpus) -> dict:
    """The outlet to begin with; nothing where no event has two."""
    told = corpus.articles[corpus.articles["outlet"] != ""]
    several = told[told.groupby("event_id")["outlet"].transform("nunique") > 1]
    return {"outlet": [several["outlet"].iloc[0]]} if len(several) else {}


def _named(group: dict) -> str:
    """The group in words."""
    values = [[v] if isinstance(v, str) else list(v) for v in group.values()]
    return " and ".join(" or ".join(map(str, given)) for given in values)


def _widget(corpus: Corpus, words: str, group: dict) -> widgets.Widget:
    """The widget: field, values and words to choose; counts, words and their CSVs below."""
    (first, given), *_ = group.items()
    known = [f for f in dict.fromkeys((first, *_FIELDS)) if f in corpus.articles.columns]
    field = widgets.Dropdown(options=known, value=first, description="these: by", **_WIDE)
    which = widgets.SelectMultiple(description="these", rows=5, **_WIDE)
    asked = widgets.Text(words, description="words", continuous_update=False, **_WIDE)
    status, told = frame.Html(), frame.Html()

    def offer(change=None) -> None:
        which.options = [str(v) for v in subcorpus.values(corpus, field.value)]

    def compare(change=None) -> None:
        if not which.value:
            status.value = frame.said("Choose one or several; they are held against the rest.")
            return
        these = {field.value: list(which.value)}
        try:
            told.value = _told(corpus, asked.value.strip(), these)
        except ValueError as error:
            status.value = frame.said(str(error), "alert")
            return
        part = across.sides(corpus, **these)
        status.value = frame.said(
            f"{_named(these)} against the rest, in the events that both tell: "
            f"{subcorpus.in_words(part)}."
        )

    offer()
    which.value = [v for v in ([given] if isinstance(given, str) else given) if v in which.options]
    field.observe(offer, "value")
    for choice in (which, asked):
        choice.observe(compare, "value")
    compare()
    wrap = widgets.Layout(flex_flow="row wrap")
    return widgets.VBox([widgets.HBox([field, which, asked], layout=wrap), status, told])


def _told(corpus: Corpus, words: str, group: dict) -> str:
    """Both tables as HTML with their links, and how to get them in a script."""
    keys = across.keyness(corpus, **group)
    parts = []
    if words:
        counted = across.rates(corpus, words, **group)
        parts.append(_table(counted, f"“{words}” per 1,000 words, with 95 % intervals", "rates"))
    parts.append(_table(keys, across.in_words(keys).rstrip("."), "keyness"))
    return "".join([*parts, frame.script(scripts.contrast(corpus, words, group))])


def _table(rows: pd.DataFrame, caption: str, name: str) -> str:
    """One table and the link that saves it."""
    made = frame.framed(frame.still(rows, caption)["text/html"])
    return Markup("{}{}").format(Markup(made), frame.csv_link(rows, name))


_WIDE = {"layout": widgets.Layout(width="22rem"), "style": {"description_width": "5rem"}}
