"""Events for people: pairs, reasons, open questions and unknown outlets as tables and sentences."""

import pandas as pd

from tellings.compare.events import outlets
from tellings.compare.events.members import largest_first
from tellings.text.prose import counted


def named(likeness: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The pairs of compare.events.likeness of two of the articles, by their tellings' names."""
    name = articles.set_index("article_id")["telling"]
    event = articles.set_index("article_id")["event_id"]
    both = likeness["article_id_a"].isin(name.index) & likeness["article_id_b"].isin(name.index)
    likeness = likeness[both]
    a, b = likeness["article_id_a"], likeness["article_id_b"]
    return pd.DataFrame(
        {
            "telling": a.map(name),
            "other": b.map(name),
            "same event": a.map(event) == b.map(event),
            "likeness": likeness["likeness"],
            "rare words": likeness["text"],
            "names": likeness["names"],
            "particulars": likeness["particulars"],
            "days": likeness["days"],
            "the days": likeness["said"],
            "shared runs of five words": likeness["shared"],
        }
    ).sort_values("likeness", ascending=False, kind="stable", ignore_index=True)


_WHY = {
    "event_id": "event",
    "telling": "telling",
    "event_evidence": "why this event",
    "outlet_evidence": "why this outlet",
    "anchor": "weekdays count from",
    "anchor_basis": "which is",
}
EVIDENCE = ("article_id", *_WHY)  # what is asked of articles


def evidence(articles: pd.DataFrame) -> pd.DataFrame:
    """Each article's event and outlet with the evidence for both, by event."""
    return largest_first(articles)[list(_WHY)].rename(columns=_WHY)


def questions(asked: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The questions of events.questions about these articles: both headlines, and what decides."""
    here = set(articles["article_id"])
    own = asked[asked["article_id_a"].isin(here) | asked["article_id_b"].isin(here)]
    return pd.DataFrame(
        {
            "one event?": own["together"].map({True: "yes, so far", False: "no, so far"}),
            "first": own["headline_a"].where(own["headline_a"] != "", own["article_id_a"]),
            "second": own["headline_b"].where(own["headline_b"] != "", own["article_id_b"]),
            "both have": own["shared"],
            "against it": own["against"],
            "likeness": own["likeness"],
            "row of corrections.csv": own["correction"],
        }
    ).reset_index(drop=True)


def asked_in_words(asked: pd.DataFrame) -> str:
    """How many pairs may be one event or not, and what a row of corrections.csv does."""
    if asked.empty:
        return "No pair of articles is near the line."
    joins, parts = int((~asked["together"]).sum()), int(asked["together"].sum())
    said = [f"{counted(joins, 'pair')} that may be one event"] * bool(joins)
    said += [f"{counted(parts, 'pair')} that may be two"] * bool(parts)
    return f"{' and '.join(said)}. The row, written into corrections.csv, decides otherwise."


def unnamed(articles: pd.DataFrame) -> str:
    """Which articles' outlets are unknown, and the manifest.csv that would name them."""
    rows = outlets.manifest(articles)
    if not rows:
        return "Every article's outlet is known."
    alone = counted(int((articles["outlet"] == "").sum()), "article")
    return (
        f"The outlet of {alone} is unknown. To name it, put a file manifest.csv beside the "
        f"articles, with a line for each:\n\n{rows}"
    )
