"""The row of choices that makes a sub-corpus: widgets in, the part of the corpus out."""

from collections.abc import Callable

import ipywidgets as widgets

from tellings.compare.corpus import subcorpus
from tellings.compare.corpus.subcorpus import Corpus
from tellings.show import html

# Choices with more values than this are typed, with suggestions.
_MANY = 40
_FIRST = ("event_name", "telling", "outlet", "zone", "voice", "speaker", "entity")
_NAMES = {"event_name": "event"}


class Filters:
    """Choices for every field: each empty at first, which asks nothing.

    box       the widget
    part()    the part of the corpus that has all that is chosen; raises ValueError for none
    """

    def __init__(self, corpus: Corpus, changed: Callable[[], None]):
        self._corpus = corpus
        known = subcorpus.fields(corpus)
        self._chosen = {f: self._choice(f) for f in _FIRST if f in known}
        self._field = widgets.Dropdown(
            options=["", *(f for f in known if f not in _FIRST)], description="field", **_NARROW
        )
        self._value = widgets.Combobox(description="field is", continuous_update=False, **_NARROW)
        self._field.observe(self._offer, "value")
        every = [*self._chosen.values(), self._field, self._value]
        for choice in every:
            choice.observe(lambda change: changed(), "value")
        self.box = widgets.HBox(every, layout=widgets.Layout(flex_flow="row wrap"))

    def part(self) -> Corpus:
        """The part of the corpus that has all that is chosen."""
        asked = {field: choice.value for field, choice in self._chosen.items()}
        if self._field.value:
            asked[self._field.value] = self._value.value
        return subcorpus.only(self._corpus, **asked)

    def _choice(self, field: str) -> widgets.Widget:
        """The widget that chooses a field's value."""
        known = [str(v) for v in subcorpus.values(self._corpus, field)]
        name = _NAMES.get(field, field)
        if len(known) > _MANY or field in ("entity", "speaker"):
            return widgets.Combobox(
                options=known,
                description=name,
                placeholder="any",
                continuous_update=False,
                **_NARROW,
            )
        return widgets.Dropdown(
            options=[("any", ""), *((html.cell_words().get((field, v), v), v) for v in known)],
            value="",
            description=name,
            **_NARROW,
        )

    def _offer(self, change) -> None:
        """Suggest the values of the field that was chosen."""
        self._value.value = ""
        known = subcorpus.values(self._corpus, change["new"]) if change["new"] else []
        self._value.options = [str(v) for v in known]


_NARROW = {"layout": widgets.Layout(width="15rem"), "style": {"description_width": "4.5rem"}}
