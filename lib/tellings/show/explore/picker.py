"""A picker of corrections: choose what is wrong, see what changes, write it or take it back."""

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from tellings.compare.corpus import correctable, corrections, subcorpus
from tellings.compare.corpus.subcorpus import Corpus
from tellings.read import files, lines
from tellings.show import html
from tellings.show.explore import frame
from tellings.show.explore.applying import SUBJECTS, Applying
from tellings.tables import tuples

_TABLES = {
    "entity": "mentions",
    "claim": "claims",
    "cell": "coverage",
    "naming": "naming_sets",
}  # the others need lines
_SHOWN = 12


class Picker:
    """Widgets that make one correction at a time and show what it changes; `box` holds them.

    Nothing is written before the button is pressed.
    """

    def __init__(self, corpus: Corpus, folder):
        self._corpus, self._folder = corpus, folder
        known = [s for s in SUBJECTS if _TABLES.get(s, "lines") in corpus.tables]
        self._subject = widgets.Dropdown(
            options=[(SUBJECTS[s], s) for s in known], description="put right", **_WIDE
        )
        tellings = zip(corpus.articles["telling"], corpus.articles["article_id"], strict=True)
        self._article = widgets.Dropdown(
            options=[("any telling", ""), *tellings], description="in", **_WIDE
        )
        self._search = widgets.Text(description="containing", continuous_update=False, **_WIDE)
        self._thing = widgets.Select(rows=8, layout=widgets.Layout(width="99%"))
        self._becomes = widgets.Combobox(description="becomes", continuous_update=False, **_WIDE)
        self._note = widgets.Text(description="because", continuous_update=False, **_WIDE)
        self._write = widgets.Button(
            description="Write to corrections.csv", disabled=True, **_BUTTON
        )
        self._written = widgets.Select(rows=4, layout=widgets.Layout(width="99%"))
        self._back = widgets.Button(description="Take the chosen one back", **_BUTTON)
        self._preview, self._status = frame.Html(), frame.Html()
        applying = Applying(folder, *corpus.read_from, self._renewed)
        for choice in (self._subject, self._article, self._search):
            choice.observe(self._offer, "value")
        for choice in (self._thing, self._becomes, self._note):
            choice.observe(self._look, "value")
        self._write.on_click(self._save)
        self._back.on_click(self._take_back)
        asked = [self._subject, self._article, self._search]
        said = [self._becomes, self._note, self._write]
        wrap = widgets.Layout(flex_flow="row wrap")
        self.box = widgets.VBox(
            [
                *(widgets.HBox(asked, layout=wrap), self._thing, widgets.HBox(said, layout=wrap)),
                *(self._status, self._preview),
                frame.Html("In corrections.csv:"),
                *(self._written, self._back, applying.box),
            ]
        )
        self._offer()
        self._list()

    def correction(self) -> files.Correction:
        """The correction that the widgets say."""
        thing = self._things.iloc[self._thing.value]
        ids = {name: event for event, name in self._events().items()}
        becomes = self._becomes.value
        return corrections.correction(
            self._subject.value,
            ids.get(becomes, becomes) if self._subject.value == "event" else becomes,
            thing["article_id"],
            thing["place"],
            thing["was"],
            self._note.value,
        )

    def _offer(self, change=None) -> None:
        """List what can be put right, and suggest what it may become."""
        found = correctable.things(self._corpus, self._subject.value)
        if self._article.value:
            found = found[found["article_id"].isin([self._article.value, ""])]
        if self._search.value.strip():
            words = found["was"].astype(str) + " " + found["text"].astype(str)
            found = found[words.str.contains(self._search.value.strip(), case=False, regex=False)]
        if self._subject.value == "event":
            found = found.assign(said=found["was"].replace(self._events()))
        self._things = found.reset_index(drop=True)
        self._becomes.value = ""
        self._becomes.options = self._known()
        self._thing.options = [
            (_label(row), place) for place, row in enumerate(self._things.to_dict("records"))
        ]
        self._look()

    def _known(self) -> list[str]:
        """What a thing of this subject may become."""
        subject = self._subject.value
        if subject == "line":
            return list(lines.ROLES)
        if subject == "cell":
            return list(corrections.STATES)
        if subject == "event":
            return list(self._events().values())
        return sorted({v for v in self._things["was"].astype(str) if v})

    def _events(self) -> dict[str, str]:
        """The names of the events by their ids; the id where two have one name."""
        names = subcorpus.event_names(self._corpus)
        told = list(names.values())
        return {e: name if told.count(name) == 1 else e for e, name in names.items()}

    def _look(self, change=None) -> None:
        """Show what the correction would change."""
        self._write.disabled, self._preview.value = True, ""
        if self._thing.value is None or not (
            self._becomes.value or self._subject.value == "article"
        ):
            self._status.value = frame.said("Choose what is wrong, then what it becomes.")
            return
        try:
            found = corrections.changes(self._corpus, [self.correction()])
        except ValueError as error:
            self._status.value = frame.said(str(error), "alert")
            return
        many = f"{len(found):,} places" if len(found) > 1 else "one place"
        self._status.value = frame.said(f"This changes {many}. Nothing is written yet.")
        if self._subject.value == "event":
            found = found.replace({"was": self._events(), "becomes": self._events()})
        self._preview.value = _table(found)
        self._write.disabled = False

    def _save(self, button) -> None:
        """Write the correction."""
        try:
            outcome = corrections.write(self._folder, [self.correction()])["outcome"].iloc[0]
        except (ValueError, OSError) as error:
            self._status.value = frame.said(str(error), "alert")
            return
        self._list()
        self._status.value = frame.said(
            f"Written to corrections.csv ({outcome}). The tables and figures follow with Apply."
        )

    def _list(self) -> None:
        """List what stands in corrections.csv."""
        rows = files.corrections(self._folder)
        known = self._corpus.whole.articles.set_index("article_id")["telling"].to_dict()
        known |= self._events()
        self._written.options = [
            (" · ".join(known.get(value, value) for value in row if value), row) for row in rows
        ]
        self._back.disabled = not rows

    def _take_back(self, button) -> None:
        """Take the chosen correction out of the file."""
        if self._written.value:
            corrections.take_back(self._folder, [self._written.value])
            self._list()
            self._status.value = frame.said(
                "Taken out of corrections.csv. The tables and figures follow with Apply."
            )

    def _renewed(self) -> None:
        """The tables were made anew: offer what is there now."""
        self._corpus = subcorpus.read(*self._corpus.read_from)
        self._offer()


_WIDE = {"layout": widgets.Layout(width="22rem"), "style": {"description_width": "5rem"}}
_BUTTON = {"layout": widgets.Layout(width="16rem")}


def _label(row: dict) -> str:
    """A thing to put right, as one line of the list."""
    where = " ".join(filter(None, [row["telling"], row["place"]]))
    many = f"{row['n']} times" if row["n"] > 1 or not row["place"] else ""
    return " · ".join(
        filter(None, [where, str(row.get("said", row["was"])), many, str(row["text"])[:90]])
    )


def _table(found: pd.DataFrame) -> str:
    """What changes, as HTML: before and after."""
    gone, new = Markup("<del>{}</del>"), Markup("<ins>{}</ins>")
    rows = (
        [r.telling, str(r.text)[:90], gone.format(r.was), new.format(r.becomes)]
        for r in tuples(found.head(_SHOWN))
    )
    more = f" (the first {_SHOWN} of {len(found):,})" if len(found) > _SHOWN else ""
    heads = ["telling", "text", "was", "becomes"]
    return frame.framed(html.table(f"Before and after{more}", heads, rows))
