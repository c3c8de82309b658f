"""What a corpus holds, in sentences and a table: words, articles and rejects in."""

import pandas as pd

from tellings.compare import languages
from tellings.compare.events import findings
from tellings.compare.events.outlets import voices
from tellings.text.prose import few, joined, upper

_EVENTS = 4  # that the finding names
_WHOLE = 0.995  # of the words: as good as all


# What is said here of articles: no more need be held of a corpus.
LISTED = (
    *("article_id", "event_id", "event_name", "telling", "outlet", "outlet_status", "anchor"),
    *("file", "headline", "headline_start", "headline_end"),
)


def finding(
    words: pd.DataFrame, articles: pd.DataFrame, rejects: pd.DataFrame, apart: pd.DataFrame
) -> str:
    """Which articles tell which events, how much of them is read, and what is uncertain.

    words  compare.ingest.words; apart: compare.languages.set_aside
    """
    refused = few(len(rejects), "file") + " could not be read" if len(rejects) else ""
    aside = languages.in_words(apart, len(articles) + len(apart))
    notes = [f"{upper(note)}." for note in (refused, aside) if note]
    if articles.empty:
        return " ".join([*notes, "No article is left to compare."])
    said = [_stories(articles), _lengths(words), _read(words), _guessed(articles), *notes]
    return " ".join(filter(None, said))


def _stories(articles: pd.DataFrame) -> str:
    """The events, each with who tells it."""
    called = findings.names(articles)
    tell = "tells" if len(articles) == 1 else "tell"
    many = f"{upper(few(len(articles), 'article'))} {tell} of {few(len(called), 'event')}"
    parts = [
        f"“{name}” ({_tellers(articles[articles['event_id'] == event])})"
        for event, name in list(called.items())[:_EVENTS]
    ]
    more = few(len(called) - _EVENTS, "other") if len(called) > _EVENTS else ""
    return f"{many}: {joined([*parts, *filter(None, [more])])}."


def _tellers(articles: pd.DataFrame) -> str:
    """Whose the articles of an event are."""
    return joined(sorted(set(voices(articles))), 5)


def _lengths(words: pd.DataFrame) -> str:
    """Of one event of several articles, the longest and the shortest."""
    read = words[words["read"]].groupby(["event_id", "telling"], sort=True)["words"].sum()
    if len(read) < 2 or read.index.get_level_values("event_id").nunique() > 1:
        return ""
    read = read.droplevel("event_id").sort_values(ascending=False, kind="stable")
    return (
        f"{read.index[0]} is the longest ({read.iloc[0]:,} words), {read.index[-1]} the shortest "
        f"({read.iloc[-1]:,})."
    )


def _read(words: pd.DataFrame) -> str:
    """How much of what was saved belongs to the articles, if it is not all."""
    total, kept = words["words"].sum(), words.loc[words["read"], "words"].sum()
    if kept >= _WHOLE * total:
        return ""
    return (
        f"Of the {total:,} words that were saved, {kept / total:.0%} are the articles'; the rest "
        "is page clutter and is not counted."
    )


def _guessed(articles: pd.DataFrame) -> str:
    """How many outlets are inferred or unknown, how many articles nothing dates."""
    status = articles["outlet_status"]
    told = [
        _how_many(int((status == "inferred").sum()), "outlet", "inferred, not stated"),
        _how_many(int((articles["outlet"] == "").sum()), "outlet", "unknown"),
        _how_many(int((articles["anchor"] == "").sum()), "date", "unknown"),
    ]
    said = [part for part in told if part]
    return f"{upper('; '.join(said))}." if said else ""


def _how_many(count: int, what: str, how: str) -> str:
    """ "the outlet of two articles is inferred"; "" for none."""
    return f"the {what} of {few(count, 'article')} is {how}" if count else ""


def title(words: pd.DataFrame) -> str:
    """What the figure of the words finds."""
    total, kept = words["words"].sum(), words.loc[words["read"], "words"].sum()
    if not total:
        return ""
    if kept >= _WHOLE * total:
        return "All that was saved belongs to the articles"
    return f"{kept / total:.0%} of what was saved belongs to the articles"


def in_words(words: pd.DataFrame) -> str:
    """How much of the texts is read, and which keeps least of itself."""
    if words.empty:
        return "No text has a word."
    own = words["words"].where(words["read"], 0).groupby(words["article_id"], sort=False).sum()
    share = own / words.groupby("article_id", sort=False)["words"].sum()
    least = words.loc[words["article_id"] == share.idxmin(), "telling"].iloc[0]
    total = words["words"].sum()
    return (
        f"Of {total:,} words in {few(share.size, 'text')} {own.sum():,} ({own.sum() / total:.0%}) "
        f"are headline, summary line or body and are read; {least} keeps least, {share.min():.0%}."
    )


def table(articles: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Each article by event: event, telling, day, words that are read, headline with its place."""
    read = words[words["read"]].groupby("article_id")["words"].sum()
    called = findings.names(articles)
    rank = articles["event_id"].map({event: n for n, event in enumerate(called)})
    rows = articles.assign(rank=rank).sort_values(["rank", "article_id"], kind="stable")
    return pd.DataFrame(
        {
            "event": rows["event_name"],
            "outlet": rows["telling"],
            "text": rows["headline"].where(rows["headline"] != "", rows["file"]),
            "day": rows["anchor"],
            "words": rows["article_id"].map(read).fillna(0).astype(int),
            "article_id": rows["article_id"],
            "start": rows["headline_start"].fillna(0).astype(int),
            "end": rows["headline_end"].fillna(0).astype(int),
        }
    )
