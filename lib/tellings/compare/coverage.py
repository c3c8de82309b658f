"""What each telling carries and what it leaves out: what was found in, a matrix of facts out."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings.compare import events
from tellings.compare.contents import Concepts, Content, held, weights
from tellings.compare.quotes import differences
from tellings.read.characters import plain

CARRIED, UNCLEAR, OMITTED = "carried", "unclear", "omitted"
KINDS = ("by hand", "number", "day", "person", "pair", "statement", "cut", "told")
# What a statement says is carried by a sentence that holds so much of it, and left out where no
# sentence holds even a fifth; in between the words do not tell.
_HOLDS, _SAYS_NOTHING = 0.6, 0.2
_FEWEST = 6  # stems: with fewer, a stretch cannot be looked for in other words
_LEAST = 2  # stems of a statement: "concerns" alone is no fact
_REST = 6  # words of a clause around a shared statement that say nothing of their own
_SAID = 0.25  # share of a sentence in statements, from which on it is no longer the outlet's own


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

    kind      number, day, person, pair (two people in one sentence), statement (attributed words),
              cut (words that a version of a statement leaves out), told (the outlet's own words)
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


class _Place(NamedTuple):
    """Where a telling carries a fact, or seems to."""

    article_id: str
    state: str
    start: int | None
    end: int | None
    text: str
    held: float = float("nan")


def matrix(found: Found, corrections: pd.DataFrame | None = None) -> pd.DataFrame:
    """A row per fact and telling of its event, as Cell under the article's keys.

    A telling "omits" a number, day or person where it has no such claim, day or mention; a
    statement or a sentence of another telling where no sentence of its own holds a fifth of its
    content words. Those that hold more, but not three fifths, are "unclear" and neither.
    Corrections of subject "fact" are facts of the researcher's: carried where they stand, omitted
    elsewhere.
    """
    rows = []
    for _, articles in found.articles.groupby("event_id", sort=True):
        ids = list(articles["article_id"])
        own = Found(articles, *(t[t["article_id"].isin(ids)] for t in found[1:]))
        given = (
            corrections[corrections["article_id"].isin(ids)] if corrections is not None else None
        )
        for kind, fact, places in _facts(own, given):
            rows += _cells(kind, fact, places, ids)
    table = pd.DataFrame(rows, columns=["article_id", *Cell._fields])
    table[["start", "end"]] = table[["start", "end"]].astype("Int64")
    return _ordered(events.join(table, found.articles))


def _facts(found: Found, given: pd.DataFrame | None) -> Iterator[tuple[str, str, list[_Place]]]:
    """Kind, words and places of each fact of one event."""
    if given is not None:
        yield from _by_hand(found, given[given["subject"] == "fact"])
    yield from _numbers(found.claims)
    yield from _days(found.whens, found.sentences)
    yield from _people(found.mentions)
    yield from _pairs(found.mentions, found.sentences)
    yield from _said(found)
    yield from _cuts(found.statements)


def _cells(kind: str, fact: str, places: list[_Place], ids: list[str]) -> Iterator[tuple]:
    """A row for each telling; one without a place omits the fact."""
    by = {p.article_id: p for p in reversed(places)}
    carriers = sum(p.state == CARRIED for p in by.values())
    for article_id in ids:
        p = by.get(article_id, _Place(article_id, OMITTED, None, None, ""))
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


# --- facts that are looked up ------------------------------------------------------------------
def _by_hand(found: Found, given: pd.DataFrame) -> Iterator[tuple]:
    """The researcher's facts: article_id, place "start-end" and the fact in words."""
    for fact, rows in given.groupby("becomes", sort=False):
        places = []
        for row in rows.itertuples():
            start, end = (int(n) for n in row.place.split("-"))
            places.append(
                _Place(row.article_id, CARRIED, start, end, _words(found, row, start, end))
            )
        yield "by hand", fact, places


def _words(found: Found, row, start: int, end: int) -> str:
    """The words of an article from `start` to `end`, as far as one sentence has them."""
    own = found.sentences[found.sentences["article_id"] == row.article_id]
    near = own[(own["start"] < end) & (own["end"] > start)]
    return " ".join(s.text[max(0, start - s.start) : end - s.start] for s in near.itertuples())


def _numbers(claims: pd.DataFrame) -> Iterator[tuple]:
    """A fact per quantity; a telling with a number of its unit and no known quantity is unclear."""
    # "2 sides" is the number with its noun: a quantity that has no name of its own is no fact.
    named = claims[~claims["key"].str.match(r"$|\d")]
    for key, rows in named.groupby("key", sort=False):
        places = [_Place(r.article_id, CARRIED, r.start, r.end, r.text) for r in rows.itertuples()]
        open_ = claims[(claims["key"] == "") & claims["unit"].isin(set(rows["unit"]))]
        places += [
            _Place(r.article_id, UNCLEAR, r.start, r.end, r.text) for r in open_.itertuples()
        ]
        yield "number", key, places


def _days(whens: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[tuple]:
    """A fact per day or span of days named; another span that meets it is unclear."""
    dated = whens[whens["first"].fillna("") != ""]
    for (first, last), rows in dated.groupby(["first", "last"]):
        meets = dated[(dated["first"] <= last) & (dated["last"] >= first)]
        meets = meets[(meets["first"] != first) | (meets["last"] != last)]
        places = [_Place(r.article_id, CARRIED, r.start, r.end, r.text) for r in rows.itertuples()]
        places += [
            _Place(r.article_id, UNCLEAR, r.start, r.end, r.text) for r in meets.itertuples()
        ]
        yield "day", _named(date.fromisoformat(first), date.fromisoformat(last)), places


def _named(first: date, last: date) -> str:
    """A day or a span of days as people write it: "1 April 2024", "March 2024"."""
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    same = (first.month, first.year) == (last.month, last.year)
    if same and first.day == 1 and (last + timedelta(1)).day == 1:
        return f"{first:%B %Y}"
    return f"{first.day} to {end}" if same else f"{first.day} {first:%B %Y} to {end}"


def _people(mentions: pd.DataFrame) -> Iterator[tuple]:
    """A fact per person who is named."""
    people = mentions[mentions["kind"] == "PERSON"]
    for _, rows in people.groupby("entity_id", sort=False):
        places = [_Place(r.article_id, CARRIED, r.start, r.end, r.text) for r in rows.itertuples()]
        yield "person", rows["entity"].iloc[0], places


def _pairs(mentions: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[tuple]:
    """A fact per two people whom one sentence names; unclear where a telling names both apart."""
    people = mentions[mentions["kind"] == "PERSON"]
    name = people.groupby("entity_id")["entity"].first()
    texts = sentences.set_index(["article_id", "sentence"])
    found: dict[tuple[str, str], list[_Place]] = {}
    for key, rows in people.groupby(["article_id", "sentence"], sort=False):
        s = texts.loc[key]
        for pair in combinations(sorted(set(rows["entity_id"]), key=lambda e: name[e]), 2):
            place = _Place(key[0], CARRIED, int(s["start"]), int(s["end"]), s["text"])
            found.setdefault(pair, []).append(place)
    named = people.groupby("article_id")["entity_id"].agg(set)
    for (a, b), places in found.items():
        apart = [_Place(i, UNCLEAR, None, None, "") for i, who in named.items() if {a, b} <= who]
        yield "pair", f"{name[a]} with {name[b]}", places + apart


# --- facts that are told -----------------------------------------------------------------------
class _Unit(NamedTuple):
    """A statement or a sentence: what it says, and where it stands in each telling that has it."""

    kind: str
    content: Content
    places: list[_Place]


def _said(found: Found) -> Iterator[tuple]:
    """A fact per statement and per sentence of the outlets' own, looked for in every telling."""
    concepts = Concepts(found.mentions, found.wordings)
    sentences = [
        concepts.content(r.article_id, r.start, r.text) for r in found.sentences.itertuples()
    ]
    weight, taken = weights(sentences), []
    for unit in [*_statements(found, concepts), *_own(found, concepts)]:
        here = unit.content
        if any(_same(here, there, weight) for there in taken if _overlaps(here, there)):
            continue  # it carries a fact that stands above
        places = list(unit.places)
        has = {p.article_id for p in places}
        for article_id in found.articles["article_id"]:
            if article_id not in has:
                own = [s for s in sentences if s.article_id == article_id]
                places.append(_nearest(unit.content, own, weight))
        taken += [c for c in sentences if any(_stands(p, c) for p in places)]
        yield unit.kind, here.text, places


def _same(unit: Content, place: Content, weight: dict[str, float]) -> bool:
    """Whether a place that carries another fact is all that the unit says."""
    return held(unit, place, weight) >= _HOLDS


def _overlaps(a: Content, b: Content) -> bool:
    return a.article_id == b.article_id and a.start < b.end and b.start < a.end


def _stands(place: _Place, sentence: Content) -> bool:
    """Whether a sentence is a place where a reworded fact was found."""
    return place.state == CARRIED and (place.article_id, place.start) == sentence[:2]


def _nearest(fact: Content, own: list[Content], weight: dict[str, float]) -> _Place:
    """Where a telling comes nearest to saying the fact, and whether it says it."""
    best = max(own, key=lambda s: held(fact, s, weight), default=None)
    if best is None:
        return _Place(fact.article_id, UNCLEAR, None, None, "")
    share = held(fact, best, weight)
    few = len(fact.stems) < _FEWEST
    state = UNCLEAR if few or share >= _SAYS_NOTHING else OMITTED
    state = CARRIED if share >= _HOLDS and not few else state
    if state == OMITTED:
        return _Place(best.article_id, OMITTED, None, None, "", share)
    return _Place(best.article_id, state, best.start, best.end, best.text, share)


def _statements(found: Found, concepts: Concepts) -> Iterator[_Unit]:
    """The statements of an event, those with most versions first; a cut-up clause in one piece."""
    groups = [rows for _, rows in _pieced(found).groupby("statement", sort=False)]
    for rows in sorted(groups, key=lambda g: (-g["article_id"].nunique(), -len(g["text"].iloc[0]))):
        full = rows[rows["fullest"]].iloc[0]
        content = concepts.content(full["article_id"], int(full["start"]), full["text"])
        places = [_Place(r.article_id, CARRIED, r.start, r.end, r.text) for r in rows.itertuples()]
        if len(content.stems) >= _LEAST:
            yield _Unit("statement", content, places)


def _pieced(found: Found) -> pd.DataFrame:
    """The statements, the pieces of one clause that only one telling has put together again.

    'any plan to enter Rafah would be a' and 'red line' are two quotes and one statement.
    """
    rows = found.statements.sort_values(["article_id", "start"], kind="stable").reset_index(
        drop=True
    )
    before = rows.shift()
    joined = (before["article_id"] == rows["article_id"]) & (before["end"] + 4 >= rows["start"])
    clause = (~(joined & (before["speaker"] == rows["speaker"]))).cumsum()
    shared = rows.groupby("statement")["article_id"].transform("nunique") > 1
    rest = (shared.groupby(clause).transform("any") & ~shared) & (
        rows["text"].str.split().str.len() <= _REST
    )
    rows, clause, shared = rows[~rest], clause[~rest], shared[~rest]
    texts = {(s.article_id, s.sentence): s for s in found.sentences.itertuples()}
    whole = [rows[shared]]
    for _, pieces in rows[~shared].groupby(clause[~shared]):
        first = pieces.head(1)
        if len(pieces) > 1:
            at = first.iloc[0]
            words = _with_marks(texts[at["article_id"], at["sentence"]], at["start"], pieces["end"])
            first = first.assign(**words, fullest=True)
        whole.append(first)
    return pd.concat(whole, ignore_index=True)


def _with_marks(sentence, start: int, ends: pd.Series) -> dict:
    """start, end and text of the pieces of a sentence, with the marks at their two ends."""
    first, beyond = start - sentence.start, ends.iloc[-1] - sentence.start
    first -= first > 0 and plain(sentence.text[first - 1]) == '"'
    beyond += beyond < len(sentence.text) and plain(sentence.text[beyond]) == '"'
    text = sentence.text[first:beyond]
    return dict(start=sentence.start + first, end=sentence.start + first + len(text), text=text)


def _own(found: Found, concepts: Concepts) -> Iterator[_Unit]:
    """The sentences of the bodies that are not mostly somebody's statement, the longest first."""
    said = {i: rows for i, rows in found.statements.groupby("article_id")}
    body = found.sentences[found.sentences["zone"] == "body"]
    for r in sorted(body.itertuples(), key=lambda s: -len(s.text)):
        rows = said.get(r.article_id)
        covered = 0 if rows is None else _covered(r, rows)
        if covered < _SAID * len(r.text):
            content = concepts.content(r.article_id, r.start, r.text)
            place = _Place(r.article_id, CARRIED, r.start, r.end, r.text)
            yield _Unit("told", content, [place])


def _covered(sentence, statements: pd.DataFrame) -> int:
    """How many characters of a sentence stand in statements."""
    first = statements["start"].clip(lower=sentence.start)
    return int((statements["end"].clip(upper=sentence.end) - first).clip(lower=0).sum())


def _cuts(statements: pd.DataFrame) -> Iterator[tuple]:
    """A fact per run of words that some telling quotes and another, quoting the same, drops."""
    whole = statements[statements["form"] == "direct"]
    if whole["statement"].nunique() == len(whole):
        return
    steps = differences(whole)
    runs = steps[(steps["operation"] == "dropped") & ~steps["fullest"]]
    for (statement, run), rows in runs.groupby(["statement", "was"], sort=False):
        versions = whole[whole["statement"] == statement]
        dropped = set(rows["article_id"])
        kept = versions[~versions["article_id"].isin(dropped)]
        places = [_Place(r.article_id, CARRIED, r.start, r.end, r.text) for r in kept.itertuples()]
        others = set(statements["article_id"]) - set(versions["article_id"])
        places += [_Place(i, UNCLEAR, None, None, "") for i in sorted(others)]
        yield "cut", f"“{run}” in “{_short(versions['text'].iloc[0])}”", places


def _short(text: str, words: int = 6) -> str:
    """The first words of a text."""
    parts = text.split()
    return text if len(parts) <= words else " ".join(parts[:words]) + " …"
