"""Which articles tell the same event: articles and sentences in, event ids with evidence out."""

from collections import Counter
from datetime import date

import numpy as np
import pandas as pd

from tellings.compare.events import days as leads, wording
from tellings.compare.events.days import WEEK, Days
from tellings.compare.events.linkage import linked
from tellings.compare.events.members import short
from tellings.compare.events.similarity import Compared, compare
from tellings.compare.events.wording import free
from tellings.compare.parts import Rows
from tellings.tables import tuples


def group(
    articles: pd.DataFrame,
    sentences: Rows,
    corrections: pd.DataFrame | None = None,
    compared: Compared | None = None,
) -> pd.DataFrame:
    """article_id, event_id, evidence and day (the event's, ISO, "" if unknown), in articles' order.

    compared  what events.compare found of the same articles, where it is there already

    An event_id that is given (manifest, or corrections of subject "event") always wins. Others are
    one event where a pair is so like that it makes one (linkage.CORE) and each article is like the
    whole (linkage.LEAST); likeness is that of rare words, of what is particular to both and of
    their days (similarity.Compared). What is like nothing else stays alone and says so.
    """
    own = articles[articles["event_id"] != ""] if "event_id" in articles else articles.head(0)
    given = dict(zip(own["article_id"], own["event_id"], strict=True))
    found = _named(list(articles["article_id"]), given, compared or compare(articles, sentences))
    return found if corrections is None else _corrected(found, corrections)


def likeness(
    articles: pd.DataFrame, sentences: Rows, compared: Compared | None = None
) -> pd.DataFrame:
    """What `group` compared: a row for each pair of articles that may tell one event.

    compared  what events.compare found, where it is there already; of it the articles' pairs

    article_id_a, article_id_b   the pair
    text         likeness of their words, each weighed by how rare it is, 0 to 1
    names        share of the names in one's lead that the other holds, 0 to 1
    particulars  how many particulars both have: names, numbers, quoted words, the day
    days         what their days say, 0 to 1; said: the same in words
    likeness     text x names^.75 x days x particulars / 3 (1 from three on)
    shared       share of the shorter text's runs of five words that stand in the other too, 0 to 1
    """
    done = compared or compare(articles, sentences)
    ids = np.array(done.ids, dtype=object)
    here = pd.Index(done.ids).isin(articles["article_id"])  # np.isin holds each text against each
    pairs = done.pairs[here[done.pairs["a"]] & here[done.pairs["b"]]].reset_index(drop=True)
    named = {f"article_id_{x}": ids[pairs[x].to_numpy()] for x in "ab"}
    found = pairs.rename(columns={"shared": "particulars"})
    found = found.assign(shared=done.runs.shared(pairs), **named)
    columns = ["text", "names", "particulars", "days", "said", "likeness", "shared"]
    return found[[*named, *columns]]


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
        for row in tuples(groups)
    ]
    return pd.DataFrame(rows, columns=groups.columns).astype("str")


def _joined(ids, given, pairs: pd.DataFrame) -> list:
    """For each article its given event_id, that of the like article in its group, or a number."""
    label = linked(pairs, len(ids))
    own = [given[i] if i in given else int(n) for i, n in zip(ids, label, strict=True)]
    chosen = list(own)
    inside = pairs[label[pairs["a"].to_numpy()] == label[pairs["b"].to_numpy()]]
    for pair in tuples(inside.sort_values("likeness", ascending=False, kind="stable")):
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if isinstance(chosen[one], int) and ids[other] in given:
                chosen[one] = own[other]
    return chosen


def _named(ids: list[str], given: dict, compared: Compared) -> pd.DataFrame:
    """Event ids, evidence and days of the groups."""
    days = compared.days
    event = _joined(ids, given, compared.pairs)
    members: dict = {}
    for i, key in enumerate(event):
        members.setdefault(key, []).append(i)
    day = {key: _event_day([days[i] for i in own]) for key, own in members.items()}
    name = _event_names(members, day, ids)
    best, called = wording.closest(compared.pairs, event), list(short(ids).values())
    rows = []
    for i, key in enumerate(event):
        why = "given in manifest.csv"
        if ids[i] not in given:
            told = wording.days(days[i], day[key])
            alone = "alone: " if len(members[key]) == 1 else ""
            why = f"{alone}{told}; {wording.evidence(i, best.get(i), compared, called)}"
        rows.append((ids[i], name[key], why, day[key].isoformat() if day[key] else ""))
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
