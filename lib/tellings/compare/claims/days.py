"""Days as claims: When rows and their sentences in, the day that each lead gives its event out."""

from datetime import date

import pandas as pd

from tellings.find.claims import occasions
from tellings.text import tokens

_REACH = 14  # words between a day and the word for what happened on it
_LEAD = 1  # paragraphs of the body that tell the event itself; days further down are its background


def claimed(whens: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The days that headline, dek and first paragraph give, as claims of kind "date".

    low and high are day numbers (date.toordinal()), so that claims.align and claims.verdicts take
    days like numbers; the key is what happened: "day of the meeting". A day after the article's own
    (its `anchor`), or one that no event of lexicons/lasting_events.csv stands near, is no claim.
    Columns: those of find's Claim.
    """
    opening = sentences[_in_lead(sentences)]
    where = ["article_id", "sentence"]
    after = whens.merge(opening, on=where, suffixes=("", "_sentence"), validate="many_to_one")
    anchors = after["article_id"].map(articles.set_index("article_id")["anchor"])
    past = (after["first"] != "") & (after["first"] <= anchors)
    found = [_claim(row) for row in after[past].itertuples()]
    columns = (
        "article_id sentence start end text kind low high bound trend unit subject source status"
    )
    return pd.DataFrame([c for c in found if c], columns=[*columns.split(), "as_of", "key"])


def _in_lead(sentences: pd.DataFrame) -> pd.Series:
    """Whether a sentence stands in the headline, the dek or the first paragraphs of the body."""
    body = sentences["zone"] == "body"
    first = sentences["paragraph"].where(body).groupby(sentences["article_id"]).transform("min")
    return ~body | (sentences["paragraph"] < first + _LEAD)


def _claim(row) -> tuple | None:
    """One day as a claim, or None where the words around it name no event."""
    said = tokens.fine(row.text_sentence)
    at = next(
        (i for i, s in enumerate(said.start) if s >= row.start - row.start_sentence),
        len(said.start),
    )
    event = occasions.near(said, at, _REACH)
    if not event:
        return None
    low, high = (float(date.fromisoformat(d).toordinal()) for d in (row.first, row.last))
    place = (row.article_id, row.sentence, row.start, row.end, row.text)
    key = f"day of the {event}"
    return (*place, "date", low, high, "=", "", "day", event, "", "report", row.first, key)
