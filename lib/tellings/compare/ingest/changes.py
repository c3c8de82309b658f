"""What corrections change in how captures are read: corrections and captures in, counts out."""

import pandas as pd

from tellings.compare import languages
from tellings.compare.corpus.corrections import applied
from tellings.read.articles import LANGUAGE, describe
from tellings.read.files import HINTS
from tellings.read.lines import classify
from tellings.tables import tuples
from tellings.text import tokens
from tellings.text.matcher import Matcher


def corrected(corrections: pd.DataFrame, captures: pd.DataFrame) -> pd.DataFrame:
    """The corrections of lines, articles, events, facts and names of things, as Applied rows.

    changed  1 where the capture without that row would be read otherwise, else 0; for a row of
             subject "naming" how often its form stands in the captures
    """
    here = ("line", "article", "event", "fact", "naming")
    said = corrections[corrections["subject"].isin(here)]
    known = {c.article_id: c for c in tuples(captures)}
    own = {i: list(tuples(rows)) for i, rows in said.groupby("article_id")}
    changed = [
        _standing(r.was, captures)
        if r.subject == "naming"
        else _changed(r, known.get(r.article_id), own[r.article_id])
        for r in tuples(said)
    ]
    return applied(said, changed)


def _standing(form: str, captures: pd.DataFrame) -> int:
    """How often a form of words stands in the captures."""
    if not tokens.whole(form):
        return 0
    wanted = Matcher([(form.lower(), form)])
    return sum(1 for text in captures["text"] for _ in wanted.among(tokens.Whole(text).low))


def _changed(row, capture, beside: list) -> int:
    """Whether a correction changes how its capture is read; `beside`: all of that capture."""
    if capture is None:
        return 0
    if row.subject == "event":
        return int(bool(row.becomes))
    if row.subject == "fact":
        start, _, end = row.place.partition("-")
        return int(bool(capture.text[int(start) : int(end)].strip()))
    others = [other for other in beside if other != row]
    before = classify(capture.text, others)
    if row.place == LANGUAGE:
        return int(languages.judged(before, capture.text) != (row.becomes == languages.ENGLISH))
    if row.subject == "line":
        return int(before[int(row.place) - 1].role != row.becomes)
    given = {name: getattr(capture, name) for name in HINTS if getattr(capture, name)}
    return int(getattr(describe(before, given, others), row.place) != row.becomes)
