"""Which articles tell the same event: articles and sentences in, event ids with their evidence out."""

import re
from collections import Counter
from datetime import date
from typing import NamedTuple, get_type_hints

import numpy as np
import pandas as pd

from tellings import tables
from tellings.read import dates
from tellings.read.articles import Article
from tellings.read.characters import plain

# Least likeness (text x days) of an article to a group, as a mean over its members. Found on three
# labelled sets of news events; below it texts of two events are as like as texts of one.
LEAST = 0.15
# What the days of two leads say about a pair; the text's likeness is multiplied by it. Dated days
# weigh exp(-days apart / 7): a week later it is news of something else. Where a date is missing: the
# same weekday is compatible; no day at all leaves it open; another weekday speaks against, and so does
# a weekday beside a month's day without its year (they fit in one year of seven), and a month's day far
# from the other's date, which may be a day to come that the lead speaks of.
SAME_WEEKDAY, UNKNOWN, OTHER_DAY, OTHER_DATE = 0.95, 0.65, 0.5, 0.4
WEEK = 7
# Articles further apart than this are never compared: exp(-21 / 7) leaves a twentieth of the likeness.
WINDOW = 21
_SOME_ANCHOR = date(2024, 1, 3)
_LEAD_SENTENCES = 2


def _telling() -> type:
    """The columns of articles.parquet: keys, what was described, the event and its evidence."""
    own = {"article_id": str, "file": str, "event_id": str, "outlet": str, "telling": str}
    more = {
        "outlet_evidence": str,
        "event_day": str,
        "event_evidence": str,
        "anchor": str,
        "anchor_basis": str,
    }
    return NamedTuple("Telling", list((own | get_type_hints(Article) | more).items()))


# One row per article: the columns of Article and
# telling          its label in figures, unique inside its event
# event_day        the day of the event, ISO, "" if no telling gives one; event_evidence: why it is in it
# anchor           the day its weekday words count from, ISO or ""; anchor_basis: where that comes from
Telling = _telling()


def described(articles: pd.DataFrame, captures: pd.DataFrame) -> pd.DataFrame:
    """What articles.describe found, with the file and the event_id that were given for each capture."""
    given = captures[["article_id", "file", "event_id"]]
    after = articles.drop(columns=["file", "event_id"], errors="ignore").merge(
        given, on="article_id"
    )
    assert len(after) == len(articles), "an article without its capture"
    return after


def outlets(articles: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """article_id, outlet, outlet_status, outlet_evidence for each article.

    An article that does not name its outlet has the outlet of another whose page bears the same
    furniture: the same notice and the same form of timestamp and at least one more line of the site's
    own, shared with articles of one outlet only. Such an outlet is "inferred".
    """
    marks = {i: _furniture(rows) for i, rows in lines.groupby("article_id", sort=False)}
    named = {r.article_id: r.outlet for r in articles.itertuples() if r.outlet}
    found = [_outlet(row, marks, named) for row in articles.itertuples()]
    columns = ["article_id", "outlet", "outlet_status", "outlet_evidence"]
    return pd.DataFrame(found, columns=columns).astype("str")


def group(
    articles: pd.DataFrame, sentences: pd.DataFrame, corrections: pd.DataFrame | None = None
) -> pd.DataFrame:
    """article_id, event_id, evidence and day (the event's, ISO, "" if unknown), in the order of articles.

    An event_id that is given (manifest, or corrections of subject "event") always wins. For the others:
    likeness = cosine of TF-IDF word vectors (log counts, the headline twice) x what the days of the two
    leads say: the same day agrees, days apart weigh exp(-days / 7), the same weekday without a date is
    compatible, another weekday speaks against, no day at all leaves it open. Articles are joined by
    average linkage down to LEAST; what is like nothing else stays alone and says so.
    """
    given = _given(articles, corrections)
    days, pairs = _compared(articles, sentences)
    return _named(articles, given, days, pairs, _linked(pairs, len(articles)))


def likeness(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """What `group` compared: a row for each pair of articles that may tell one event.

    article_id_a, article_id_b   the pair
    text       cosine of their word vectors, 0 to 1; days: what their days say, 0 to 1; said: in words
    likeness   text x days, held against LEAST
    shared     share of the shorter text's runs of five words that stand in the other too, 0 to 1
    """
    _, pairs = _compared(articles, sentences)
    ids = articles["article_id"].to_numpy()
    runs = [_runs(t) for t in _texts(articles, sentences)]
    shared = [_contained(runs[a], runs[b]) for a, b in zip(pairs["a"], pairs["b"], strict=True)]
    found = pairs.assign(
        article_id_a=ids[pairs["a"].to_numpy(dtype=int)],
        article_id_b=ids[pairs["b"].to_numpy(dtype=int)],
        shared=np.array(shared, dtype=float),
    )
    columns = ["article_id_a", "article_id_b", "text", "days", "said", "likeness", "shared"]
    return found[columns].reset_index(drop=True)


def tellings(articles: pd.DataFrame, outlets: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The table of Telling rows: each article with its outlet, event, anchor and label."""
    own = articles.drop(columns=["outlet", "outlet_status", "event_id"])
    after = own.merge(outlets, on="article_id").merge(groups, on="article_id")
    assert len(after) == len(articles), "an article was lost or doubled"
    after = after.rename(columns={"evidence": "event_evidence", "day": "event_day"})
    anchored = pd.DataFrame([_anchor(row) for row in after.itertuples()], index=after.index)
    after[["anchor", "anchor_basis"]] = anchored.reindex(columns=[0, 1]).astype("str")
    after["telling"] = _labels(after)
    return tables.typed(after, Telling)


def anchors(articles: pd.DataFrame) -> pd.Series:
    """The day each article's weekday words count from, by article_id; None where it is not known."""
    days = [date.fromisoformat(a) if a else None for a in articles["anchor"]]
    return pd.Series(days, index=articles["article_id"], dtype=object)


def join(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of an article's table with event_id, outlet and telling beside article_id.

    Raises ValueError for a row of an article that is not in `articles`.
    """
    keys = ["event_id", "outlet", "telling"]
    unknown = set(rows["article_id"]) - set(articles["article_id"])
    if unknown:
        raise ValueError(f"no article {sorted(unknown)[0]!r} in articles. Run: make clean report")
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


# --- outlets -----------------------------------------------------------------------------------------

_FURNITURE = ("notice", "promo", "nav", "timestamp", "comments")


def _furniture(lines: pd.DataFrame) -> set[tuple[str, str]]:
    """The site's own lines of a capture, so written that two pages of one site have the same."""
    own = lines[lines["role"].isin(_FURNITURE)]
    return {(r.role, _shape(r.role, r.text)) for r in own.itertuples()}


def _shape(role: str, text: str) -> str:
    """A line without what changes from page to page: figures and months, or words after the third."""
    low = re.sub(r"\d+", "0", plain(text).lower())
    words = re.findall(r"\w+|[^\w\s]", low)
    if role == "timestamp":
        return " ".join(
            "month" if dates.is_month(w) else "xm" if w in ("am", "pm") else w for w in words
        )
    return " ".join(words) if role == "notice" else " ".join(words[:3])


def _outlet(row, marks: dict[str, set], named: dict[str, str]) -> tuple[str, str, str, str]:
    """One article's outlet with its status and evidence."""
    if row.outlet:
        return row.article_id, row.outlet, row.outlet_status, _outlet_words(row)
    own = marks.get(row.article_id, set())
    shared = {i: own & marks.get(i, set()) for i in named}
    like = {
        i: s
        for i, s in shared.items()
        if len(s) >= 3 and {"notice", "timestamp"} <= {r for r, _ in s}
    }
    names = {named[i] for i in like}
    if len(names) != 1:
        return row.article_id, "", "absent", "the text does not name it"
    first = sorted(like)[0]
    shapes = ", ".join(f'"{text}"' for _, text in sorted(like[first]))
    return row.article_id, names.pop(), "inferred", f"same page furniture as {first}: {shapes}"


def _outlet_words(row) -> str:
    """Where an article's outlet comes from, in words."""
    if row.outlet_status == "text":
        return f"named in the text, characters {row.outlet_start} to {row.outlet_end}"
    return {"given": "given with the text", "inferred": "inferred from its house style"}.get(
        row.outlet_status, ""
    )


# --- days --------------------------------------------------------------------------------------------


class _Days(NamedTuple):
    """What an article says about its day: day numbers (date.toordinal), weekdays 0 to 6, month and day."""

    stamp: int | None
    lead: tuple[int, ...]
    weekdays: tuple[int, ...]
    month_days: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def _days(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[_Days]:
    """The days of each article: its stamp, and those that headline, dek and first sentences name."""
    leads = dict(_leads(sentences))
    return [_day(_stamp(row), leads.get(row.article_id, [])) for row in articles.itertuples()]


def _leads(sentences: pd.DataFrame):
    """Each article_id with the sentences that open it."""
    sentences = sentences.reset_index(drop=True)
    body = sentences["zone"] == "body"
    place = sentences[body].groupby("article_id", sort=False).cumcount()
    later = place[place >= _LEAD_SENTENCES].index
    for article_id, rows in sentences.drop(index=later).groupby("article_id", sort=False):
        yield article_id, list(rows.itertuples(index=False))


def _stamp(row) -> date | None:
    """The day an article was published, else updated, as far as it is known."""
    text = row.published or row.updated
    return date.fromisoformat(text[:10]) if text else None


def _day(stamp: date | None, lead: list) -> _Days:
    """The days of one article; a day a week or more from its stamp is spoken of, not told."""
    known = list(dates.resolve(lead, stamp))
    shape = list(dates.resolve(lead, stamp or _SOME_ANCHOR))
    single = [
        (k, date.fromisoformat(s.first))
        for k, s in zip(known, shape, strict=True)
        if s.first and s.first == s.last and s.rule in ("weekday", "month and day", "day")
        if not stamp or abs((date.fromisoformat(s.first) - stamp).days) < WEEK
    ]
    return _Days(
        stamp.toordinal() if stamp else None,
        tuple(dict.fromkeys(d.toordinal() for k, d in single if k.first)),
        tuple(d.weekday() for k, d in single if not k.first and k.rule == "weekday"),
        tuple((d.month, d.day) for k, d in single if not k.first and k.rule == "month and day"),
        tuple(dict.fromkeys(k.text for k, _ in single)),
    )


class _Said(NamedTuple):
    """What the days of two articles say about the pair: a weight up to 1, and words for it."""

    weight: float
    words: str


def _days_say(a: _Days, b: _Days) -> _Said:
    """What the days of a pair say.

    Dated days decide; where one article has none, its weekday or month's day is held against the
    other's, and the best that any of its days says counts.
    """
    of_a, of_b = a.lead or _one(a.stamp), b.lead or _one(b.stamp)
    if of_a and of_b:
        apart = [abs(x - y) for x in of_a for y in of_b]
        apart += [abs(a.stamp - b.stamp)] if a.stamp and b.stamp else []
        return _said_apart(min(apart), 0.0)
    said = [_said_apart(apart, OTHER_DATE) for apart in _apart(a, of_a, b, of_b)]
    in_a, in_b = a.weekdays or _weekdays(a.lead), b.weekdays or _weekdays(b.lead)
    if in_a and in_b:
        same = set(in_a) & set(in_b)
        said.append(
            _Said(SAME_WEEKDAY, "same weekday") if same else _Said(OTHER_DAY, "other weekday")
        )
    elif (in_a and b.month_days) or (in_b and a.month_days):
        said.append(_Said(OTHER_DAY, "weekday, date"))
    return max(said, default=_Said(UNKNOWN, "no day"))


def _said_apart(days: int, least: float) -> _Said:
    """What so many days between two leads say."""
    words = "same day" if days == 0 else f"{days} day{'s' * (days > 1)} apart"
    return _Said(max(least, float(np.exp(-days / WEEK))), words)


def _adopted(days: list[_Days], pairs: pd.DataFrame) -> list[_Days]:
    """The days, where an article whose lead names a weekday or a month's day alone has found its date.

    It takes the day of the dated article that is most like it, among those whose day it fits. So "on
    Thursday" in a text without any date becomes the Thursday that a like text dates.
    """
    after = list(days)
    strong = pairs[pairs["likeness"] >= LEAST].sort_values("likeness", kind="stable")
    for a, b in zip(strong["a"], strong["b"], strict=True):
        for one, other in ((a, b), (b, a)):
            fitting = [d for d in days[other].lead if _fits(days[one], d)]
            if fitting and not days[one].lead and not days[one].stamp:
                after[one] = days[one]._replace(lead=(min(fitting),))
    return after


def _one(stamp: int | None) -> tuple[int, ...]:
    """A stamp as days."""
    return (stamp,) if stamp else ()


def _weekdays(days: tuple[int, ...]) -> tuple[int, ...]:
    """The weekdays of day numbers, Monday 0."""
    return tuple((d + 6) % 7 for d in days)


def _apart(a: _Days, of_a: tuple, b: _Days, of_b: tuple):
    """Days between the one's month's day without a year and the other's day, in the nearest year."""
    for one, other, days in ((a, b, of_b), (b, a, of_a)):
        for month, day in one.month_days:
            near = [date.fromordinal(d) for d in days]
            near += [date(_SOME_ANCHOR.year, *other_day) for other_day in other.month_days]
            for at in near:
                years = (at.year - 1, at.year, at.year + 1)
                safe = 28 if (month, day) == (2, 29) else day
                yield min(abs((date(y, month, safe) - at).days) for y in years)


# --- texts and pairs ---------------------------------------------------------------------------------


def _compared(articles, sentences) -> tuple[list[_Days], pd.DataFrame]:
    """Each article's days, dates found included, and the pairs with their likeness."""
    days = _days(articles, sentences)
    pairs = _pairs(_texts(articles, sentences), days)
    days = _adopted(days, pairs)
    return days, _weighed(pairs, days)


def _runs(text: str) -> set[tuple[str, ...]]:
    """The runs of five words of a text."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def _contained(a: set, b: set) -> float:
    """Share of the smaller set that is in the other too; 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _texts(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Each article's sentences as one text, its headline twice."""
    whole = sentences.groupby("article_id", sort=False)["text"].agg(" ".join)
    return [f"{r.headline}. {whole.get(r.article_id, '')}" for r in articles.itertuples()]


def _pairs(texts: list[str], days: list[_Days]) -> pd.DataFrame:
    """Pairs of articles (a < b, by place) that may tell one event: text, days, likeness.

    Only articles within WINDOW days of each other are compared, and those whose day is not known.
    """
    vectors = _vectors(texts)
    found = []
    for rows, columns in _blocks(days):
        likeness = (vectors[rows] @ vectors[columns].T).tocoo()
        strong = likeness.data >= LEAST / 2
        for i, j, text in zip(
            rows[likeness.row[strong]],
            columns[likeness.col[strong]],
            likeness.data[strong],
            strict=True,
        ):
            if i < j:
                found.append((int(i), int(j), float(text)))
    pairs = pd.DataFrame(found, columns=["a", "b", "text"]).drop_duplicates(["a", "b"])
    return _weighed(pairs.sort_values(["a", "b"], ignore_index=True), days)


def _weighed(pairs: pd.DataFrame, days: list[_Days]) -> pd.DataFrame:
    """The pairs with what their days say, and their likeness: text x days."""
    said = [_days_say(days[a], days[b]) for a, b in zip(pairs["a"], pairs["b"], strict=True)]
    weight = np.array([s.weight for s in said], dtype=float)
    words = np.array([s.words for s in said], dtype=object)
    return pairs.assign(days=weight, said=words, likeness=pairs["text"] * weight)


def _vectors(texts: list[str]):
    """Rows of TF-IDF weights of unit length; empty texts give empty rows."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(re.search(r"\w\w", t) for t in texts):
        return csr_matrix((len(texts), 1))
    # In a large corpus a word of every fifth article tells no event, and would make every pair a candidate.
    common = 0.2 if len(texts) > 500 else 1.0
    return TfidfVectorizer(
        stop_words="english",
        sublinear_tf=True,
        max_df=common,
        min_df=2 if len(texts) > 19 else 1,
        dtype=np.float32,
    ).fit_transform(texts)


def _blocks(days: list[_Days], size: int = 500):
    """Places of articles in blocks by day, each with the places it must be compared with."""
    first = np.array([min([d.stamp or np.inf, *d.lead]) for d in days], dtype=float)
    last = np.array([max([d.stamp or -np.inf, *d.lead]) for d in days], dtype=float)
    order = np.argsort(first, kind="stable")
    undated = np.isinf(first)
    for at in range(0, len(order), size):
        rows = order[at : at + size]
        dated = rows[~undated[rows]]
        if len(dated) < len(rows):
            yield rows, np.arange(len(days))
            continue
        near = (first <= last[rows].max() + WINDOW) & (last >= first[rows].min() - WINDOW)
        yield rows, np.flatnonzero(near | undated)


# --- groups ------------------------------------------------------------------------------------------


def _linked(pairs: pd.DataFrame, size: int) -> np.ndarray:
    """A group number for each article: average linkage inside each set that strong pairs connect."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    strong = pairs[pairs["likeness"] >= LEAST]
    links = coo_matrix((strong["likeness"], (strong["a"], strong["b"])), shape=(size, size))
    count, part = connected_components(links, directed=False)
    label = np.zeros(size, dtype=int)
    inner = pairs[part[pairs["a"]] == part[pairs["b"]]]
    by_part = dict(tuple(inner.groupby(part[inner["a"]]))) if len(inner) else {}
    begun = 0
    for number in range(count):
        members = np.flatnonzero(part == number)
        own = (
            _average_linkage(members, by_part.get(number)) if len(members) > 1 else np.zeros(1, int)
        )
        label[members] = own + begun
        begun += own.max() + 1
    return label


def _average_linkage(members: np.ndarray, pairs: pd.DataFrame) -> np.ndarray:
    """Group numbers of the members, joined while the mean likeness of two groups is at least LEAST."""
    from sklearn.cluster import AgglomerativeClustering

    place = {m: i for i, m in enumerate(members)}
    distance = np.ones((len(members), len(members)))
    a, b = pairs["a"].map(place).to_numpy(), pairs["b"].map(place).to_numpy()
    distance[a, b] = distance[b, a] = 1 - np.clip(pairs["likeness"], 0, 1)
    np.fill_diagonal(distance, 0)
    return AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - LEAST
    ).fit_predict(distance)


def _given(articles: pd.DataFrame, corrections: pd.DataFrame | None) -> dict[str, tuple[str, str]]:
    """article_id to (event_id, who gave it)."""
    given = {
        r.article_id: (r.event_id, "given in manifest.csv")
        for r in articles.itertuples()
        if getattr(r, "event_id", "")
    }
    if corrections is not None:
        own = corrections[corrections["subject"] == "event"]
        given |= {r.article_id: (r.becomes, "given in corrections.csv") for r in own.itertuples()}
    return given


def _named(articles, given, days, pairs, label) -> pd.DataFrame:
    """Event ids, evidence and days of the groups."""
    ids = list(articles["article_id"])
    event = _resolved(ids, given, pairs, label)
    members: dict = {}
    for i, key in enumerate(event):
        members.setdefault(key, []).append(i)
    day = {key: _event_day([days[i] for i in own]) for key, own in members.items()}
    name = _event_names(members, day, ids)
    best = _closest(pairs, event)
    rows = [
        (
            ids[i],
            name[key],
            _evidence(i, ids, given, days, day[key], members[key], best),
            day[key].isoformat() if day[key] else "",
        )
        for i, key in enumerate(event)
    ]
    return pd.DataFrame(rows, columns=["article_id", "event_id", "evidence", "day"]).astype("str")


def _resolved(ids, given, pairs, label) -> list:
    """For each article its given event_id, that of the like article in its group, or the group's number."""
    named: list = [
        given[i][0] if i in given else int(number) for i, number in zip(ids, label, strict=True)
    ]
    if not given:
        return named
    both = pairs[label[pairs["a"]] == label[pairs["b"]]].sort_values("likeness", ascending=False)
    chosen = list(named)
    for a, b in zip(both["a"], both["b"], strict=True):
        for one, other in ((a, b), (b, a)):
            if isinstance(chosen[one], int) and ids[other] in given:
                chosen[one] = named[other]
    return chosen


def _event_day(members: list[_Days]) -> date | None:
    """The day most leads name; a weekday or a month's day counts for the day it fits; else the first stamp."""
    named = Counter(d for m in members for d in m.lead)
    known = sorted({*named, *(m.stamp for m in members if m.stamp)})
    for m in members:
        named.update(d for d in named if _fits(m, d))
    if named:
        return date.fromordinal(min(named, key=lambda d: (-named[d], d)))
    for m in members:
        for d in (d for s in known for d in range(s, s - WEEK, -1)):
            if _fits(m, d):
                return date.fromordinal(d)
    return date.fromordinal(known[0]) if known else None


def _fits(days: _Days, day: int) -> bool:
    """Whether a weekday, or a month's day without its year, may stand for the day."""
    at = date.fromordinal(day)
    return at.weekday() in days.weekdays or (at.month, at.day) in days.month_days


def _event_names(members: dict, day: dict, ids: list[str]) -> dict:
    """A readable event_id for each group: the given one, its day, or "undated-" and its first article."""
    short, taken, names = _short(ids), {str(k) for k in members if not isinstance(k, int)}, {}
    for key, own in members.items():
        base = day[key].isoformat() if day[key] else f"undated-{short[ids[own[0]]]}"
        names[key] = key if not isinstance(key, int) else _free(base, taken)
        taken.add(names[key])
    return names


def _free(base: str, taken: set[str]) -> str:
    """The name, or the name with the first number behind it that is not taken."""
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def _short(ids: list[str]) -> dict[str, str]:
    """Each article_id's first part ("001_ef03..." is "001"), where it is unique; else the whole."""
    first = {i: re.split(r"[_ ]", i)[0] for i in ids}
    count = Counter(first.values())
    return {i: f if f and count[f] == 1 else i for i, f in first.items()}


# --- evidence ----------------------------------------------------------------------------------------


def _closest(pairs: pd.DataFrame, event: list) -> dict[int, tuple]:
    """For each article its most like partner: inside its event if there is one, else anywhere."""
    best: dict[int, tuple] = {}
    for a, b, text, likeness in zip(
        pairs["a"], pairs["b"], pairs["text"], pairs["likeness"], strict=True
    ):
        for one, other in ((a, b), (b, a)):
            rank = (event[one] == event[other], likeness, -other)
            if one not in best or rank > best[one][0]:
                best[one] = (rank, other, text, likeness)
    return best


def _evidence(i, ids, given, days, day, own, best) -> str:
    """Why an article is in its event, or alone, in words."""
    if ids[i] in given:
        return given[ids[i]][1]
    said = _day_words(days[i], day)
    if i not in best:
        return f"alone: {said}; no other text is like it"
    _, other, text, likeness = best[i]
    partner = _short(ids)[ids[other]]
    if len(own) == 1:
        return f"alone: {said}; nearest is {partner}, likeness {likeness:.2f} of {LEAST:.2f} needed"
    return f"{said}; text nearest to {partner} ({text:.2f})"


def _day_words(days: _Days, day: date | None) -> str:
    """What the article's days say about the event's."""
    words = " and ".join(days.words[:2])
    stamp = date.fromordinal(days.stamp).isoformat() if days.stamp else ""
    if days.lead and day and not (days.weekdays or days.month_days):
        named = date.fromordinal(min(days.lead, key=lambda d: (abs(d - day.toordinal()), d)))
        basis = f", counted from its date {stamp}" if stamp else ""
        return f"its lead says {words}, {named.isoformat()}{basis}"
    if words and day and _fits(days, day.toordinal()):
        return f"its lead says {words}, without a year or date; that fits {day.isoformat()}"
    if words:
        return f"its lead says {words}, without a year or date"
    return f"its date is {stamp}" if stamp else "it gives no day"


def _anchor(row) -> tuple[str, str]:
    """The day an article's weekday words count from, and where that comes from."""
    if row.published:
        return row.published[:10], "published" if row.published_status == "text" else "given"
    if row.updated:
        return row.updated[:10], "updated"
    return (row.event_day, "the event's day") if row.event_day else ("", "")


def _labels(articles: pd.DataFrame) -> pd.Series:
    """Short names for figures, unique inside an event: the outlet, "(inferred)" where it is, a number if two."""
    short = _short(list(articles["article_id"]))
    taken: dict[str, set[str]] = {}
    labels = []
    for row in articles.itertuples():
        base = row.outlet or short[row.article_id]
        base += " (inferred)" if row.outlet_status == "inferred" else ""
        name = _free_label(base, taken.setdefault(row.event_id, set()))
        taken[row.event_id].add(name)
        labels.append(name)
    return pd.Series(labels, index=articles.index, dtype="str")


def _free_label(base: str, taken: set[str]) -> str:
    """The label, or with the first free number: "The National 2"."""
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base} {number}"
    return name
