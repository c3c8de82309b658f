"""Which articles tell the same event: articles and sentences in, event ids with evidence out."""

from collections import Counter
from datetime import date

import numpy as np
import pandas as pd

from tellings.compare.events import days as leads, similarity as alike, wording
from tellings.compare.events.days import WEEK, Days
from tellings.compare.events.linkage import linked
from tellings.compare.events.members import free, short


def group(
    articles: pd.DataFrame, sentences: pd.DataFrame, corrections: pd.DataFrame | None = None
) -> pd.DataFrame:
    """article_id, event_id, evidence and day (the event's, ISO, "" if unknown), in articles' order.

    An event_id that is given (manifest, or corrections of subject "event") always wins. The others
    are joined by average linkage down to LEAST on likeness = text x days (compare.likeness,
    compare.lead_days); what is like nothing else stays alone and says so.
    """
    own = articles[articles["event_id"] != ""] if "event_id" in articles else articles.head(0)
    given = dict(zip(own["article_id"], own["event_id"], strict=True))
    days, pairs = alike.pairs(articles, sentences)
    found = _named(list(articles["article_id"]), given, days, pairs)
    return found if corrections is None else _corrected(found, corrections)


def likeness(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """What `group` compared: a row for each pair of articles that may tell one event.

    article_id_a, article_id_b   the pair
    text       cosine of their word vectors, 0 to 1
    days       what their days say, 0 to 1; said: the same in words
    likeness   text x days, held against LEAST
    shared     share of the shorter text's runs of five words that stand in the other too, 0 to 1
    """
    _, pairs = alike.pairs(articles, sentences)
    ids = articles["article_id"].to_numpy()
    shared = alike.shared(alike.texts(articles, sentences), pairs)
    named = {f"article_id_{x}": ids[pairs[x].to_numpy()] for x in "ab"}
    found = pairs.assign(shared=np.array(shared, dtype=float), **named)
    return found[[*named, "text", "days", "said", "likeness", "shared"]]


# --- groups ---------------------------------------------------------------------------------------


def _corrected(groups: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """The groups with each article that a correction moves in the event it is moved to."""
    said = corrections[corrections["subject"] == "event"]
    moved = dict(zip(said["article_id"], said["becomes"], strict=True))
    day = dict(zip(groups["event_id"], groups["day"], strict=True))
    rows = [
        row._replace(event_id=event, evidence="given in corrections.csv", day=day.get(event, ""))
        if (event := moved.get(row.article_id))
        else row
        for row in groups.itertuples(index=False)
    ]
    return pd.DataFrame(rows, columns=groups.columns).astype("str")


def _joined(ids, given, pairs: pd.DataFrame) -> list:
    """For each article its given event_id, that of the like article in its group, or a number."""
    label = linked(pairs, len(ids))
    own = [given[i] if i in given else int(n) for i, n in zip(ids, label, strict=True)]
    chosen = list(own)
    inside = pairs[label[pairs["a"].to_numpy()] == label[pairs["b"].to_numpy()]]
    for pair in inside.sort_values("likeness", ascending=False, kind="stable").itertuples():
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if isinstance(chosen[one], int) and ids[other] in given:
                chosen[one] = own[other]
    return chosen


def _named(ids: list[str], given: dict, days: list[Days], pairs: pd.DataFrame) -> pd.DataFrame:
    """Event ids, evidence and days of the groups."""
    event = _joined(ids, given, pairs)
    members: dict = {}
    for i, key in enumerate(event):
        members.setdefault(key, []).append(i)
    day = {key: _event_day([days[i] for i in own]) for key, own in members.items()}
    name = _event_names(members, day, ids)
    best, names = wording.closest(pairs, event), short(ids)
    rows = []
    for i, key in enumerate(event):
        told = wording.days(days[i], day[key])
        why = (
            "given in manifest.csv"
            if ids[i] in given
            else wording.evidence(told, best.get(i), names, ids)
        )
        alone = "alone: " if len(members[key]) == 1 and ids[i] not in given else ""
        rows.append((ids[i], name[key], alone + why, day[key].isoformat() if day[key] else ""))
    return pd.DataFrame(rows, columns=["article_id", "event_id", "evidence", "day"]).astype("str")


# --- names and days of events ---------------------------------------------------------------------


def _event_day(members: list[Days]) -> date | None:
    """The day that most leads name; where none has a date, the stamped day that a weekday fits,
    counted back; else the first stamp."""
    named = Counter(d for m in members for d in m.lead)
    if named:
        return date.fromordinal(min(named, key=lambda d: (-named[d], d)))
    stamps = sorted(m.stamp for m in members if m.stamp)
    back = (d for s in stamps for d in range(s, s - WEEK, -1))
    fitting = next((d for d in back if any(leads.fits(m, d) for m in members)), None)
    known = fitting or next(iter(stamps), None)
    return date.fromordinal(known) if known else None


def _event_names(members: dict, day: dict, ids: list[str]) -> dict:
    """A readable event_id for each group: the given one, its day, or "undated-" and an article."""
    first, names = short(ids), {}
    taken = {key for key in members if isinstance(key, str)}
    for key, own in members.items():
        base = day[key].isoformat() if day[key] else f"undated-{first[ids[own[0]]]}"
        names[key] = key if isinstance(key, str) else free(base, taken, "-")
        taken.add(names[key])
    return names
