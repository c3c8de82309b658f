"""Which mentions of an event name one entity: mentions in, the same rows with their entity out."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.corpus.corrections import applied, meant
from tellings.compare.rows import of_events
from tellings.find.mentions import Mention, linking
from tellings.find.mentions.forms import Form, comparable
from tellings.tables import tuples

# Rules that guess what a name of one word stands for: a firm's name may look like a person's.
_GUESSED = ("votes: one word", "part of a person's name")

Merged = tables.extend(
    Mention,
    "Merged",
    """A Mention with its entity across the tellings of its event.

    entity_id  one entity's alone inside its event
    zone       of its sentence; word: its place in the story, counted in words from 1
    """,
    entity_id=str,
    zone=str,
    word=int,
)


def merge(mentions: pd.DataFrame, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """The same rows with entity_id and, in `entity`, the name of the entity in its event.

    Names are merged inside each event only (mentions.linking); a kind that was only guessed gives
    way where another telling knows a person or a firm of that name, and `rule` then says so.

    Rows of `corrections` with subject "entity" win: all mentions of the merged entity `was`, or of
    the one article named, or the one mention at `place`, become the entity `becomes`; an empty
    `becomes` says that it names nobody, and the rows are left out.
    """
    found = mentions.sort_values(["event_id", "article_id", "start"], kind="stable")
    answers = []
    for _, rows in of_events(found["event_id"].unique(), found):
        answers += linking.link(list(map(_form, rows)))
    found["rule"] = found["rule"].mask(
        np.array([a.kind for a in answers], dtype=object) != found["kind"].to_numpy(),
        "as elsewhere in the event",
    )
    for column, field in (("entity", "name"), ("entity_id", "key"), ("kind", "kind")):
        found[column] = pd.array([getattr(a, field) for a in answers], dtype="str")
    return corrected(found.loc[mentions.index], corrections)


def _form(row) -> Form:
    """A mention as linking.link takes it; a name of one word that was only voted for is a guess.

    A person goes by the words of the text: whom a bare surname means is told anew, now that the
    event's other articles are heard, too.
    """
    sure = row.rule not in _GUESSED and not (row.kind == "ORG" and row.rule.startswith("votes"))
    plain = row.kind == "PERSON" and not row.text.isupper()
    text = row.text if plain else row.entity
    kin = getattr(row, "kin", "")
    firm = row.rule == "ending" and " " not in row.entity  # Pellworth Group PLC, or Pellworth
    also = row.text if firm or row.rule in ("bill", "letters") else ""
    words = (row.title, 1, sure, row.sense, kin, row.sentence, also)
    return Form(row.article_id, text, row.kind, *words)


def corrected(merged: pd.DataFrame, corrections: pd.DataFrame | None) -> pd.DataFrame:
    """The merged rows after the researcher's corrections of names, applied in their order."""
    for _, after in _steps(merged, corrections):
        merged = after
    return merged


def changes(merged: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """The corrections of names, as corpus.corrections.Applied: how many mentions each changed.

    0 mentions: no telling here names `was` so, in that article or at that place.
    """
    steps = list(_steps(merged, corrections))
    names = corrections[corrections["subject"] == "entity"]
    return applied(names, [changed for changed, _ in steps])


def _steps(found: pd.DataFrame, corrections: pd.DataFrame | None) -> Iterator[tuple]:
    """For each correction of a name, how many rows it changes, and the rows after it."""
    if corrections is None:
        return
    for row in tuples(corrections[corrections["subject"] == "entity"]):
        mask = meant(found, row, "entity")
        mask &= found["entity"] != row.becomes
        found = renamed(found, mask, row.becomes) if row.becomes else found[~mask]
        yield int(mask.sum()), found


def renamed(found: pd.DataFrame, meant: pd.Series, name: str) -> pd.DataFrame:
    """The rows with those meant under another name, joined to its entity if there is one."""
    found = found.copy()
    ids = found[~meant & (found["entity"] == name)].groupby("event_id")["entity_id"].first()
    new = f"corrected {comparable(name)}"
    found.loc[meant, "entity"] = name
    found.loc[meant, "entity_id"] = [ids.get(e, new) for e in found.loc[meant, "event_id"]]
    return found
