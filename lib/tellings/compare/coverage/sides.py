"""The sides of the matrix: its cells in; what one tells alone, leaves out, and all tell, out.

Each side is ranked by weight: how many tell a fact, how early, in whose voice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from tellings.compare.corpus.corrections import applied
from tellings.compare.coverage import passages
from tellings.compare.coverage.states import CARRIED, OMITTED, PARTLY, UNCLEAR
from tellings.compare.events import findings
from tellings.tables import tuples
from tellings.text.prose import counted, few, number

_FACT = ["event_id", "kind", "fact"]
_TOLD = (CARRIED, PARTLY)
EVENTS = 2  # that the matrix draws
_FIRST = 10  # pairs of an event that are shown; further down most are chance
# How each state is called on the page, in its order.
NAMES = {CARRIED: "carried", PARTLY: "partly", UNCLEAR: "perhaps here", OMITTED: "omitted"}
_PLACED = ["article_id", "start", "end"]
# The same in a column that bears an article's name.
_SAID = {CARRIED: "yes", PARTLY: "partly", UNCLEAR: "perhaps", OMITTED: "not found"}


def table(cells: pd.DataFrame) -> pd.DataFrame:
    """A row per fact for people to read: which tellings carry it, partly, perhaps, or omit it.

    article_id, start, end  the fact's own sentence; the fact leads there
    """
    single = _single(cells)
    facts = _own(single)
    by = {name: single[single["state"] == state] for state, name in NAMES.items()}
    told = {name: _together(facts, rows, rows["telling"], ", ") for name, rows in by.items()}
    facts = facts.assign(**told).reset_index(drop=True)
    return _worded(facts)[["event_id", *_PLACED, "text", *NAMES.values(), "marks"]]


def by_article(cells: pd.DataFrame) -> pd.DataFrame:
    """A row per fact of one event, and a column per telling with what it does with the fact.

    article_id, start, end  the fact's own sentence; the fact leads there
    """
    single = _single(cells)
    facts = _own(single)
    states = single.assign(told=single["state"].map(_SAID))
    by = states.pivot_table(
        index=_FACT, columns="telling", values="told", aggfunc="first", sort=False
    )
    order = list(single.sort_values("article_id")["telling"].drop_duplicates())
    named = by.reindex(columns=order).reset_index().rename_axis(columns=None)
    after = facts[[*_FACT, *_PLACED]].merge(named, on=_FACT, how="left")
    assert len(after) == len(facts)
    return _worded(after)[[*_PLACED, "text", *order]]


def only_one(cells: pd.DataFrame) -> pd.DataFrame:
    """The facts that one telling carries and all others of its event omit, the weightiest first."""
    single = _single(cells)
    alone = (single["state"] == CARRIED) & (single["carriers"] == 1) & (single["of"] > 1)
    rows = single[alone & ~_has(single, UNCLEAR)]
    return _ranked(rows)[["event_id", "telling", *_PLACED, "text", "paragraph", "marks"]]


def left_out(cells: pd.DataFrame) -> pd.DataFrame:
    """The facts that one telling omits and all others of its event, two at least, tell.

    told_by  the others; the fact leads to its own sentence
    """
    single = _single(cells)
    shared = single[(single["carriers"] == single["of"] - 1) & (single["carriers"] > 1)]
    omitting = shared[shared["state"] == OMITTED]
    told = shared[shared["state"].isin(_TOLD)]
    own = _own(shared)[["number", *_PLACED]].rename(columns={"article_id": "at"})
    rows = omitting.drop(columns=["start", "end", "text"]).merge(own, on="number")
    rows = rows.assign(told_by=_together(rows, told, told["telling"], ", "))
    rows = _distinct(_ranked(rows), single).drop(columns="article_id")
    rows = rows.rename(columns={"at": "article_id"})
    return _worded(rows)[["event_id", "telling", "told_by", *_PLACED, "text", "marks"]]


def by_all(cells: pd.DataFrame) -> pd.DataFrame:
    """The facts that every telling of an event tells, two at least; each leads to its sentence."""
    single = _single(cells)
    shared = single[(single["carriers"] == single["of"]) & (single["of"] > 1)]
    rows = _distinct(_ranked(_own(shared)), single)
    return _worded(rows)[["event_id", *_PLACED, "text", "marks"]]


def perhaps(cells: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The facts that a telling has perhaps here, the nearest first: each with its nearest place,
    and below it with the one that comes second, where that is close.

    beside  what stands before the place and behind it, as far as a glance takes it in
    order   the index: the nearest of all events come first; the rows come event by event
    """
    cells = _numbered(cells)
    rows = cells[(cells["state"] == UNCLEAR) & cells["start"].notna()]
    second = rows[rows["second_start"].notna()].drop(columns=["start", "end", "text"])
    second = second.rename(columns={f"second_{c}": c for c in ("start", "end", "text")})
    rows = pd.concat([rows, second]).sort_index(kind="stable")
    rows = rows.sort_values(["event_id", "score"], ascending=[True, False], kind="stable")
    own = _own(cells)[["number", "telling"]].rename(columns={"telling": "told_by"})
    rows = rows.merge(own, on="number", how="left")
    rows = rows.assign(beside=passages.beside(rows, sentences), order=-rows["score"])
    return rows.set_index("order")[
        ["event_id", "told_by", "fact", "telling", *_PLACED, "text", "beside"]
    ]


def abreast(checks: pd.DataFrame) -> pd.DataFrame:
    """The first places to check of each event for people to read: article and sentence, twice.

    article_id, start, end  of the first sentence, `text`
    order   the index: each event's first come before any second; the rows come event by event
    """
    first = checks[checks["rank"] <= _FIRST].sort_values(["event_id", "rank"], kind="stable")
    named = first.rename(columns={f"{c}_a": c for c in (*_PLACED, "text")} | {"rank": "order"})
    return named.set_index("order")[
        ["event_id", "reason", "telling_a", *_PLACED, "text", "telling_b", "text_b"]
    ]


def corrected(cells: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """The corrections of facts and cells with how many cells each made or set, as Applied rows.

    A fact whose place is no sentence that is read, and a cell whose fact is not there, changed
    nothing: 0.
    """
    given = corrections[corrections["subject"].isin(("fact", "cell"))]
    words = given["was"].where(given["subject"] == "cell", given["becomes"])
    there = Counter(zip(cells["article_id"], cells["fact"], strict=True))
    return applied(given, [there[key] for key in zip(given["article_id"], words, strict=True)])


def prominence(cells: pd.DataFrame) -> pd.DataFrame:
    """Where the tellings first tell the facts they share: a row per fact, the widest apart first.

    where     the headline or the paragraph of each telling, the earliest first
    apart     paragraphs between the first and the last of them; the headline counts as 0
    order     the index: the widest apart of all events come first; the rows come event by event
    """
    cells = _numbered(cells)
    told = cells[cells["state"].isin(_TOLD) & (cells["carriers"] > 1)]
    place = told["paragraph"].astype("Float64").mask(told["in_headline"], 0).fillna(0)
    told = told.assign(place=place.astype(float)).sort_values("place", kind="stable")
    told = told.drop_duplicates(["number", "article_id"])
    words = [
        f"{r.telling}: {'headline' if r.place == 0 else f'paragraph {r.place:.0f}'}"
        for r in tuples(told)
    ]
    by = told.groupby("number")["place"]
    rows = _own(cells)
    rows = rows.assign(apart=rows["number"].map(by.max() - by.min()).fillna(0).astype(int))
    rows = rows.assign(where=_together(rows, told, words, "; "))[rows["apart"] > 0]
    order = ["event_id", "apart", "weight"]
    rows = rows.sort_values(order, ascending=[True, False, False], kind="stable")
    rows = _distinct(rows, cells)
    rows = rows.assign(order=-rows["apart"]).set_index("order")
    return _worded(rows)[["event_id", *_PLACED, "text", "where", "apart"]]


def shares(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per telling: what it does with the facts that the other tellings of its event tell.

    carried, partly, unclear, omitted   of the facts that have their sentence in another telling
    only_here   facts that it alone tells; facts: those of the others
    """
    single = _single(cells)
    others = single[single["score"].notna()]
    keys = ["event_id", "article_id", "outlet", "telling"]
    table = others.groupby([*keys, "state"]).size().unstack(fill_value=0)
    table = table.reindex(columns=list(NAMES), fill_value=0)
    table = table.assign(facts=table.sum(axis=1)).reset_index().rename_axis(columns=None)
    alone = only_one(cells).groupby("article_id").size()
    return table.assign(only_here=table["article_id"].map(alone).fillna(0).astype(int))


def shares_to_draw(called: Mapping[str, str]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """A function that gives what a figure of `shares` needs of the cells of a part; see
    findings.to_draw."""
    drawn = findings.to_draw(called)
    return lambda cells: drawn(shares(cells))


def in_words(cells: pd.DataFrame, called: Mapping[str, str]) -> str:
    """For each event that is drawn how many of its facts all tellings tell, and how many one alone.

    called  the names of the events by their ids
    """
    said, several = [], _single(cells[cells["of"] > 1])
    for name, rows in findings.drawn(several, called, EVENTS):
        facts, everywhere = rows.drop_duplicates(_FACT), len(by_all(rows))
        said.append(
            f"{name}: of {counted(len(facts), 'fact')} {everywhere} told by all "
            f"{counted(rows['article_id'].nunique(), 'article')}, "
            f"{len(only_one(rows))} by one only."
        )
    return " ".join(said) or "No event has two articles to set side by side."


def shares_in_words(shares: pd.DataFrame, called: Mapping[str, str]) -> str:
    """For each telling of the events that are drawn how many of the others' facts it omits.

    called  the names of the events by their ids
    """
    said = [
        f"{name}: " + ", ".join(f"{r.telling} omits {r.omitted} of {r.facts}" for r in tuples(rows))
        for name, rows in findings.drawn(shares, called)
    ]
    return "; ".join(said) + "." if said else "No facts were found."


def title(cells: pd.DataFrame, names: Mapping[str, str]) -> str:
    """What a figure of the cells finds in the event of most articles: how much one alone tells.

    names  of the events by their ids, the event of most articles first
    """
    several = _single(cells[cells["of"] > 1])
    event = next((e for e in names if e in set(several["event_id"])), None)
    if event is None:
        return "No event has two articles to set side by side"
    own = several[several["event_id"] == event]
    facts, alone = len(own.drop_duplicates(_FACT)), len(only_one(own))
    articles = few(own["article_id"].nunique(), "article")
    told = len(by_all(own))
    lead = f"{names[event]}: of" if len(names) > 1 else "Of"
    shared = f"the {articles} share {number(told) if told else 'none'}"
    verb = "is" if alone == 1 else "are"
    return f"{lead} {facts} sentences, {shared}; {number(alone)} {verb} in one only"


def _distinct(rows: pd.DataFrame, cells: pd.DataFrame) -> pd.DataFrame:
    """The rows without facts told at the same places as one before: its other halves.

    Of two sentences that tell each other in part each is a fact; a reader needs one of them.
    """
    told = cells[cells["state"].isin(_TOLD) & ~cells["again"]]
    places: dict[int, set] = {}
    for fact, *place in tuples(told[["number", "article_id", "start"]]):
        places.setdefault(fact, set()).add(tuple(place))
    return rows[~pd.Series([frozenset(places[n]) for n in rows["number"]], rows.index).duplicated()]


def _together(facts: pd.DataFrame, rows: pd.DataFrame, texts: Iterable[str], between: str):
    """Of each fact the texts of its rows as one; "" of one without rows."""
    told: dict[int, list[str]] = {}
    for fact, text in zip(rows["number"], texts, strict=True):
        told.setdefault(fact, []).append(text)
    return pd.array([between.join(told.get(fact, ())) for fact in facts["number"]], dtype="str")


def _worded(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the fact's words as their text, the words that lead to the place."""
    return rows.drop(columns="text", errors="ignore").rename(columns={"fact": "text"})


def _single(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells without the places where a telling tells a fact again; each fact has a number."""
    return _numbered(cells)[~cells["again"]]


def _numbered(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with a number for each fact: one is asked for sooner than three columns."""
    return cells.assign(number=cells.groupby(_FACT, sort=False).ngroup())


def _own(cells: pd.DataFrame) -> pd.DataFrame:
    """The cell of each fact's own sentence."""
    return cells[(cells["state"] == CARRIED) & ~cells["again"]].drop_duplicates("number")


def _has(cells: pd.DataFrame, state: str) -> pd.Series:
    """Whether the cell's fact has this state in some telling."""
    return (cells["state"] == state).groupby(cells["number"]).transform("any")


def _ranked(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows by event, the weightiest first."""
    order = ["event_id", "weight"]
    return rows.sort_values(order, ascending=[True, False], kind="stable").reset_index(drop=True)
