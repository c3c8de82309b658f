"""What each telling carries and what it leaves out: what was found in, a matrix of facts out."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings.compare import events
from tellings.compare.coverage import told
from tellings.compare.coverage.content_words import Concepts
from tellings.compare.coverage.told import CARRIED, OMITTED, UNCLEAR, Place
from tellings.compare.quotes import differences

_ENTITIES = {"PERSON": "person", "ORG": "organisation", "PLACE": "place"}
KINDS = ("by hand", "number", "day", *_ENTITIES.values(), "pair", "statement", "cut", "told")


class Found(NamedTuple):
    """What the other notebooks found: their tables, with article_id."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    claims: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame
    whens: pd.DataFrame
    wordings: pd.DataFrame


class Cell(NamedTuple):
    """One fact in one telling of its event.

    kind      number, day, person, organisation, place, pair (two people in one sentence), statement
              (attributed words), cut (words that a version of a statement leaves out), told (the
              outlet's own words)
    fact      in words; alike in all cells of the fact
    state     carried | omitted | unclear: words alone do not tell
    carriers  how many tellings of the event carry it; of: how many tellings there are
    held      the share of the fact's words that the place holds; NaN where none was needed
    start, end, text  the place that carries it, or comes nearest to it
    """

    kind: str
    fact: str
    state: str
    carriers: int
    of: int
    held: float
    start: int | None
    end: int | None
    text: str


def matrix(found: Found, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """A row per fact and telling of its event, as Cell under the article's keys.

    A telling "omits" a number, day or entity where it has no such claim, day or mention; a
    statement or a sentence of another telling where no sentence of its own holds an eighth of its
    content words. Those that hold more, but not three fifths, are "unclear" and neither.
    Corrections of subject "fact" are facts of the researcher's: carried where they stand, omitted
    elsewhere.
    """
    given = found.claims.head(0) if corrections is None else corrections.query("subject == 'fact'")
    hand, by_article, rows = _by_article(given), _rows(found), []
    for _, articles in found.articles.groupby("event_id", sort=True):
        event = _event(list(articles["article_id"]), by_article)
        shared = found.statements[found.statements["article_id"].isin(event.ids)]
        by_hand = [r for i in event.ids for r in hand.get(i, ())]
        for kind, fact, places in [*_by_hand(event, by_hand), *_facts(event), *_cuts(shared)]:
            rows += _cells(kind, fact, places, event.ids)
    table = pd.DataFrame(rows, columns=["article_id", *Cell._fields])
    table[["start", "end"]] = table[["start", "end"]].astype("Int64")
    return _ordered(events.join(table, found.articles))


class _Event(NamedTuple):
    """The rows of one event's tellings."""

    ids: list[str]
    sentences: list
    claims: list
    statements: list
    mentions: list
    whens: list
    wordings: list


def _rows(found: Found) -> dict[str, dict[str, list]]:
    """The rows of each table that an event is made of: by the table's name, then by article_id."""
    names = [name for name in _Event._fields if name != "ids"]
    return {name: _by_article(getattr(found, name)) for name in names}


def _event(ids: list[str], by_article: dict[str, dict[str, list]]) -> _Event:
    """The rows of these articles, each table's under its name."""
    rows = {name: [r for i in ids for r in own.get(i, ())] for name, own in by_article.items()}
    return _Event(ids, **rows)


def _by_article(table: pd.DataFrame) -> dict[str, list]:
    """The rows of a table as named tuples, by article_id."""
    rows = defaultdict(list)
    for row in table.itertuples(index=False):
        rows[row.article_id].append(row)
    return rows


def _facts(event: _Event) -> Iterator[tuple[str, str, list[Place]]]:
    """Kind, words and places of each fact that was found in one event."""
    yield from _numbers(event.claims)
    yield from _days(event.whens)
    yield from _entities(event.mentions)
    yield from _pairs(event.mentions, event.sentences)
    concepts = Concepts(event.mentions, event.wordings)
    yield from told.facts(event.ids, event.sentences, event.statements, concepts)


def _cells(kind: str, fact: str, places: list[Place], ids: list[str]) -> Iterator[tuple]:
    """A row for each telling, with its first place; one without a place omits the fact."""
    by = {p.article_id: p for p in reversed(places)}
    carriers = sum(p.state == CARRIED for p in by.values())
    for article_id in ids:
        p = by.get(article_id, Place(article_id, OMITTED, None, None, ""))
        yield article_id, kind, fact, p.state, carriers, len(ids), p.held, p.start, p.end, p.text


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    """By event, kind, how many tellings carry the fact (most first), and where it first stands."""
    rank = table["kind"].map({kind: n for n, kind in enumerate(KINDS)})
    by = [table[c] for c in ("event_id", "kind", "fact")]
    first = table["start"].where(table["state"] == CARRIED).groupby(by).transform("min")
    table = table.assign(rank=rank, first=first)
    order = ["event_id", "rank", "carriers", "first", "fact", "article_id"]
    table = table.sort_values(order, ascending=[True, True, False, True, True, True])
    return table.drop(columns=["rank", "first"]).reset_index(drop=True)


def _grouped(rows: list, key) -> dict:
    """The rows by what `key` makes of them, in order."""
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _places(rows: list, state: str = CARRIED) -> list[Place]:
    """The places of rows."""
    return [Place(r.article_id, state, r.start, r.end, r.text) for r in rows]


def _by_hand(event: _Event, given: list) -> Iterator[tuple]:
    """The researcher's facts: article_id, place "start-end" and the fact in words."""
    for fact, rows in _grouped(given, lambda r: r.becomes).items():
        places = []
        for row in rows:
            start, end = (int(n) for n in row.place.split("-"))
            own = [s for s in event.sentences if s.article_id == row.article_id]
            near = [s for s in own if s.start < end and start < s.end]
            text = " ".join(s.text[max(0, start - s.start) : end - s.start] for s in near)
            places.append(Place(row.article_id, CARRIED, start, end, text))
        yield "by hand", fact, places


def _numbers(claims: list) -> Iterator[tuple]:
    """A fact per quantity; a telling with a number of its unit and no known quantity is unclear."""
    by_key = _grouped(claims, lambda c: c.key)
    unknown = by_key.pop("", [])
    for key, rows in by_key.items():
        # "2 sides" is the number with its noun: a quantity without a name of its own is no fact.
        if not key[0].isdigit():
            units = {c.unit for c in rows}
            perhaps = [c for c in unknown if c.unit in units]
            yield "number", key, [*_places(rows), *_places(perhaps, UNCLEAR)]


def _days(whens: list) -> Iterator[tuple]:
    """A fact per day or span of days named; another span that meets it is unclear."""
    spans = _grouped([w for w in whens if w.first], lambda w: (w.first, w.last))
    for (first, last), rows in sorted(spans.items()):
        meets = [
            w
            for (begin, end), others in spans.items()
            if begin <= last and first <= end and (begin, end) != (first, last)
            for w in others
        ]
        name = _named(date.fromisoformat(first), date.fromisoformat(last))
        yield "day", name, [*_places(rows), *_places(meets, UNCLEAR)]


def _named(first: date, last: date) -> str:
    """A day or a span of days as people write it: "1 April 2024", "March 2024"."""
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    same = (first.month, first.year) == (last.month, last.year)
    if same and first.day == 1 and (last + timedelta(1)).day == 1:
        return f"{first:%B %Y}"
    return f"{first.day} to {end}" if same else f"{first.day} {first:%B %Y} to {end}"


def _entities(mentions: list) -> Iterator[tuple]:
    """A fact per person, organisation or place that is named."""
    named = [m for m in mentions if m.kind in _ENTITIES]
    for rows in _grouped(named, lambda m: m.entity_id).values():
        yield _ENTITIES[rows[0].kind], rows[0].entity, _places(rows)


def _pairs(mentions: list, sentences: list) -> Iterator[tuple]:
    """A fact per two people whom one sentence names; unclear where a telling names both apart."""
    people = [m for m in mentions if m.kind == "PERSON"]
    name = {m.entity_id: m.entity for m in reversed(people)}
    texts = {(s.article_id, s.sentence): s for s in sentences}
    found, named = defaultdict(list), _grouped(people, lambda m: m.article_id)
    for key, rows in _grouped(people, lambda m: (m.article_id, m.sentence)).items():
        who = sorted({m.entity_id for m in rows}, key=lambda e: name[e])
        for pair in combinations(who, 2):
            found[pair] += _places([texts[key]])
    for (a, b), places in found.items():
        both = [i for i, rows in named.items() if {a, b} <= {m.entity_id for m in rows}]
        apart = [_unknown(i) for i in both]
        yield "pair", f"{name[a]} with {name[b]}", places + apart


def _cuts(statements: pd.DataFrame) -> Iterator[tuple]:
    """A fact per run of words that some telling quotes and another, quoting the same, drops."""
    direct = statements[statements["form"] == "direct"]
    by = direct.groupby("statement")
    # A cut shows only against a fullest version that is quoted itself.
    several = by["article_id"].transform("nunique") > 1
    quoted = direct[several & by["fullest"].transform("any")]
    if quoted.empty:
        return
    steps = differences(quoted)
    runs = steps[(steps["operation"] == "dropped") & ~steps["fullest"]]
    for (statement, run), rows in runs.groupby(["statement", "was"], sort=False):
        versions = quoted[quoted["statement"] == statement]
        dropped = set(rows["article_id"])
        kept = versions[~versions["article_id"].isin(dropped)]
        others = sorted(set(statements["article_id"]) - set(versions["article_id"]))
        places = [*_places(list(kept.itertuples())), *(_unknown(i) for i in others)]
        yield "cut", f"“{run}” in “{_short(versions['text'].iloc[0])}”", places


def _unknown(article_id: str) -> Place:
    """A telling of which the words do not say whether it carries a fact."""
    return Place(article_id, UNCLEAR, None, None, "")


def _short(text: str, words: int = 6) -> str:
    """The first words of a text."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]) + " …"
