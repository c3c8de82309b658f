"""Which articles tell the same event: articles and sentences in, event ids with evidence out."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple, get_type_hints

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.events import days as leads, similarity as alike
from tellings.compare.events.days import WEEK, Days
from tellings.compare.events.similarity import LEAST
from tellings.read.articles import Article

# articles.parquet: a row per article, the columns of Article and
#   telling                     its label in figures, unique inside its event
#   outlet_evidence             why this outlet; event_evidence: why this event
#   event_day                   the event's day, ISO, "" if no telling gives one
#   anchor                      the day its weekday words count from, ISO or ""
#   anchor_basis                what that day is: published, updated, given, the event's day
_KEYS = {"article_id": str, "file": str, "event_id": str, "outlet": str, "telling": str}
_MORE = ("outlet_evidence", "event_day", "event_evidence", "anchor", "anchor_basis")
Telling = NamedTuple(
    "Telling", list((_KEYS | get_type_hints(Article) | dict.fromkeys(_MORE, str)).items())
)


# A set of linked articles larger than this is cut before it is grouped: the table of all its pairs
# would not fit into memory.
MOST_LINKED = 3000


def described(articles: pd.DataFrame, captures: pd.DataFrame) -> pd.DataFrame:
    """What articles.describe found, with the file and the event_id given for each capture.

    An article of which nothing was found (a capture without a word that is read) is there as well.
    """
    given = captures[["article_id", "file", "event_id"]]
    own = articles.drop(columns=["file", "event_id"], errors="ignore")
    after = given.merge(own, on="article_id")
    assert len(after) == len(articles) == len(captures), "an article without its capture"
    return after


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


def tellings(articles: pd.DataFrame, outlets: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The table of Telling rows: each article with its outlet, event, anchor and label.

    articles from described, outlets from compare.outlets.find, groups from group.
    """
    own = articles.drop(columns=["outlet", "outlet_status", "event_id"])
    after = own.merge(outlets, on="article_id").merge(groups, on="article_id")
    assert len(after) == len(articles), "an article was lost or doubled"
    after = after.rename(columns={"evidence": "event_evidence", "day": "event_day"})
    anchor = [_anchor(row) for row in after.itertuples()]
    after = after.assign(anchor=[a for a, _ in anchor], anchor_basis=[b for _, b in anchor])
    return tables.typed(after.assign(telling=_labels(after)), Telling)


def anchors(articles: pd.DataFrame) -> pd.Series:
    """The day each article's weekday words count from, by article_id; None where it is unknown."""
    days = [date.fromisoformat(a) if a else None for a in articles["anchor"]]
    return pd.Series(days, index=articles["article_id"], dtype=object)


def join(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of an article's table with event_id, outlet and telling beside article_id.

    Raises ValueError for a row of an article that is not in `articles`.
    """
    keys = ["event_id", "outlet", "telling"]
    unknown = set(rows["article_id"]) - set(articles["article_id"])
    if unknown:
        raise ValueError(f"no article {min(unknown)!r} in articles. Run: make clean report")
    own = rows.drop(columns=[k for k in keys if k in rows.columns])
    after = own.merge(articles[["article_id", *keys]], on="article_id", how="left")
    assert len(after) == len(rows), "a row was lost or doubled"
    return after[["article_id", *keys, *(c for c in own.columns if c != "article_id")]]


def only(articles: pd.DataFrame, event: str) -> pd.DataFrame:
    """The articles of one event; of all events for "".

    Raises ValueError for an unknown event, naming the known ones.
    """
    known = sorted(set(articles["event_id"]))
    if event and event not in known:
        raise ValueError(f"unknown event {event!r}; this corpus has: {', '.join(known)}")
    return articles[articles["event_id"] == event] if event else articles


# --- groups ---------------------------------------------------------------------------------------


def _linked(pairs: pd.DataFrame, size: int) -> np.ndarray:
    """A group number per article: average linkage inside each set that strong pairs connect."""
    label, begun, waiting = np.arange(size), size, [(pairs, LEAST)]
    while waiting:
        some, least = waiting.pop()
        for members, own in _connected(some, size, least):
            if len(members) > MOST_LINKED:  # too large for a square table: cut it where it is weak
                waiting.append((own, least * 1.25))
                continue
            label[members] = begun + _average_linkage(members, own)
            begun += len(members)
    return label


def _connected(pairs: pd.DataFrame, size: int, least: float):
    """Each set of articles that pairs of at least this likeness connect, with its pairs."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    strong = pairs[pairs["likeness"] >= least]
    links = coo_matrix((strong["likeness"], (strong["a"], strong["b"])), shape=(size, size))
    _, part = connected_components(links, directed=False)
    of_a, of_b = part[pairs["a"].to_numpy()], part[pairs["b"].to_numpy()]
    inner = of_a == of_b
    for _, own in pairs[inner].groupby(of_a[inner]):
        yield np.unique(own[["a", "b"]].to_numpy()), own


def _average_linkage(members: np.ndarray, pairs: pd.DataFrame) -> np.ndarray:
    """Group numbers of the members, joined while two groups' mean likeness is at least LEAST."""
    from sklearn.cluster import AgglomerativeClustering

    a, b = (np.searchsorted(members, pairs[x].to_numpy()) for x in "ab")
    distance = np.ones((len(members), len(members)))
    distance[a, b] = distance[b, a] = 1 - pairs["likeness"].clip(0, 1).to_numpy()
    np.fill_diagonal(distance, 0)
    return AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - LEAST
    ).fit_predict(distance)


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
    label = _linked(pairs, len(ids))
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
    best, short = _closest(pairs, event), _short(ids)
    rows = []
    for i, key in enumerate(event):
        told = _day_words(days[i], day[key])
        why = (
            "given in manifest.csv" if ids[i] in given else _evidence(told, best.get(i), short, ids)
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
    short, names = _short(ids), {}
    taken = {key for key in members if isinstance(key, str)}
    for key, own in members.items():
        base = day[key].isoformat() if day[key] else f"undated-{short[ids[own[0]]]}"
        names[key] = key if isinstance(key, str) else _free(base, taken, "-")
        taken.add(names[key])
    return names


def _free(base: str, taken: set[str], mark: str) -> str:
    """The name, or the name with the first number behind it that is not taken."""
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}{mark}{number}"
    return name


def _short(ids: list[str]) -> dict[str, str]:
    """Each article_id's first part ("001_ef03..." is "001") where it is unique; else the whole."""
    first = {i: re.split(r"[_ ]", i)[0] for i in ids}
    count = Counter(first.values())
    return {i: f if f and count[f] == 1 else i for i, f in first.items()}


# --- evidence -------------------------------------------------------------------------------------


class _Closest(NamedTuple):
    """An article's most like partner."""

    inside: bool
    likeness: float
    text: float
    other: int


def _closest(pairs: pd.DataFrame, event: list) -> dict[int, _Closest]:
    """For each article its most like partner: inside its event if there is one, else anywhere."""
    best: dict[int, _Closest] = {}
    for pair in pairs.itertuples():
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            found = _Closest(event[one] == event[other], pair.likeness, pair.text, other)
            if one not in best or found[:2] > best[one][:2]:
                best[one] = found
    return best


def _evidence(told: str, best: _Closest | None, short: dict, ids: list[str]) -> str:
    """Why an article is in its event, in words: its days, and the text it is nearest to."""
    if best is None:
        return f"{told}; no other text is like it"
    partner = short[ids[best.other]]
    if not best.inside:
        return f"{told}; nearest is {partner}, likeness {best.likeness:.2f} of {LEAST:.2f} needed"
    return f"{told}; text nearest to {partner} ({best.text:.2f})"


def _day_words(days: Days, day: date | None) -> str:
    """What the article's days say about the event's, in words."""
    words = " and ".join(days.words[:2])
    stamp = date.fromordinal(days.stamp).isoformat() if days.stamp else ""
    if days.lead and day and not days.adopted:
        named = min(days.lead, key=lambda d: (abs(d - day.toordinal()), d))
        basis = f", counted from its date {stamp}" if stamp else ""
        return f"its lead says {words}, {date.fromordinal(named).isoformat()}{basis}"
    if words and day and leads.fits(days, day.toordinal()):
        return f"its lead says {words}, without a year or date; that fits {day.isoformat()}"
    if words:
        return f"its lead says {words}, without a year or date"
    return f"its date is {stamp}" if stamp else "it gives no day"


def _anchor(row) -> tuple[str, str]:
    """The day an article's weekday words count from, and what that day is."""
    if row.published:
        return row.published[:10], "published" if row.published_status == "text" else "given"
    if row.updated:
        return row.updated[:10], "updated"
    return (row.event_day, "the event's day") if row.event_day else ("", "")


def _labels(articles: pd.DataFrame) -> list[str]:
    """Short names for figures, unique inside an event: the outlet, or the article_id's first part.

    An inferred outlet says so; a second telling of one outlet gets a number.
    """
    short = _short(list(articles["article_id"]))
    taken: dict[str, set[str]] = {}
    labels = []
    for row in articles.itertuples():
        base = row.outlet or short[row.article_id]
        base += " (inferred)" if row.outlet_status == "inferred" else ""
        own = taken.setdefault(row.event_id, set())
        labels.append(_free(base, own, " "))
        own.add(labels[-1])
    return labels
