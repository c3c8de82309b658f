"""Differences as HTML: sentences whose quoted words lead to their places in the articles."""

from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from tellings.compare.coverage.to_check import ALIKE
from tellings.show import html
from tellings.tables import tuples

_RESTS = 6  # places that a sentence rests on and does not quote, shown behind it


def items(differences: pd.DataFrame, places: pd.DataFrame) -> list[Markup]:
    """Each difference as a sentence with its places, in the order given.

    differences, places  rows of the tables differences and difference_places
    """
    told = [(row, (row.event_id, row.part, row.rank)) for row in tuples(differences)]
    of: dict[tuple, list] = {key: [] for _, key in told}
    for place in tuples(places[places["event_id"].isin(differences["event_id"])]):
        if (key := (place.event_id, place.part, place.rank)) in of:
            of[key].append(place)
    return [sentence(row.sentence, of[key]) for row, key in told]


def sentence(words: str, places: list) -> Markup:
    """A sentence, its quoted words leading to their places; behind it places it rests on."""
    parts, done = [], 0
    for place in sorted((p for p in places if not pd.isna(p.at)), key=lambda p: p.at):
        parts += [escape(words[done : place.at]), _place(place, place.words)]
        done = place.at + len(place.words)
    made = Markup("").join([*parts, escape(words[done:])])
    rests = [p for p in places if pd.isna(p.at)]
    if not rests or any(not pd.isna(p.at) for p in places):
        return made
    return Markup('{} <span class="rests">({})</span>').format(made, _sources(rests))


def _sources(places: list) -> Markup:
    """Places by their outlet: its name leads to the only one, numbers to several."""
    once: dict[tuple[str, str], Any] = {}
    for place in places:
        once.setdefault((place.outlet, place.text), place)  # of reprints the first
    by: dict[str, list] = {}
    for place in once.values():
        by.setdefault(place.outlet, []).append(place)
    made = []
    for outlet, own in by.items():
        numbered = Markup(", ").join(_place(p, str(n)) for n, p in enumerate(own[:_RESTS], 1))
        several = Markup("{}: {}").format(outlet, numbered)
        made.append(several if len(own) > 1 else _place(own[0], outlet))
    return Markup("; ").join(made)


def _place(place, words: str) -> Markup:
    return html.place(place.article_id, int(place.start), int(place.end), words)


def listing(
    differences: pd.DataFrame, places: pd.DataFrame, part: str = "differs", first: int = 8
) -> Markup:
    """The differences of a part as a list; those further down are folded.

    first  how many are open
    """
    rows = differences[differences["part"] == part].sort_values("rank", kind="stable")
    made = [Markup("<li>{}</li>").format(item) for item in items(rows, places)]
    if not made:
        return Markup('<p class="empty">Nothing was found.</p>')
    shown = Markup('<ol class="differences">{}</ol>').format(Markup("").join(made[:first]))
    if len(made) <= first:
        return shown
    more = Markup('<ol class="differences" start="{}">{}</ol>').format(
        first + 1, Markup("").join(made[first:])
    )
    rest = len(made) - first
    return shown + Markup("<details><summary>{} more</summary>{}</details>").format(rest, more)


def abreast(checks: pd.DataFrame, caption: str, first: int = 10) -> Markup:
    """Places to check as a table: what differs, and both sentences, each a link to its place.

    checks  rows of the table checks; `first` of each event are shown, if something differs
    """
    differing = checks[checks["reason"] != ALIKE]
    shown = differing[differing["rank"] <= first]
    if shown.empty:
        return Markup('<p class="empty">No two near sentences differ in a telling word.</p>')
    heads = ["what differs", "one article", "another article"]
    rows = [[row.reason, *(_side(row, side) for side in "ab")] for row in tuples(shown)]
    return html.table(caption, heads, rows)


def _side(row, side: str) -> Markup:
    """One sentence of a pair, behind the name of its article."""
    article_id, start, end, text, telling = (
        getattr(row, f"{column}_{side}")
        for column in ("article_id", "start", "end", "text", "telling")
    )
    name = telling.replace(" (inferred)", "")
    return Markup("{}: {}").format(name, html.place(article_id, start, end, text))
