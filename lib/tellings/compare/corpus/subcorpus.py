"""Parts of a corpus by any field: a corpus's tables in, the tables of the part and its size out."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.quotes import speakers
from tellings.parallel import each
from tellings.text import spans, tokens, voice
from tellings.text.prose import counted

# What a place in an article is asked, beside the fields of its article.
PLACES = ("zone", "voice", "speaker", "entity")
# Fields whose values are known before a corpus is.
_CLOSED = {"zone": ("headline", "dek", "body"), "voice": voice.VOICES}
_OF_ARTICLES = ("event_id", "event_name", "telling", "outlet", "published")
WHERE = ("article_id", *_OF_ARTICLES, "zone", "voice", "speaker")  # before a row's own columns
_PLACE = ("sentence", "start", "end")
_NAMES = {"event_id": "event", "event_name": "event"}


class Corpus(NamedTuple):
    """The tables of a corpus or of a part of it.

    tables  by name: captures, lines, sentences, stretches (text.voice), and whichever there are
            of mentions, claims, quotes, framing, whens
    kept    what the part was asked for, (field, values) in turn; () for the whole
    source  the whole that this is a part of: a place is read in its article, not in the part
    read_from  the folder `data` and the event that read() was given

    Voice and speaker are a matter of each row: rows() leaves out the others.
    """

    articles: pd.DataFrame
    tables: dict[str, pd.DataFrame]
    kept: tuple[tuple[str, tuple], ...] = ()
    source: "Corpus | None" = None
    read_from: tuple[str, str] = ("", "")

    @property
    def whole(self) -> "Corpus":
        """The corpus that this is a part of; itself where it is the whole."""
        return self.source or self


def read(data, event: str = "") -> Corpus:
    """The corpus whose tables the notebooks have written to the folder `data`.

    event  only the tellings of this event

    Raises ValueError in one line where the first notebook has not been run.
    """
    folder = Path(data)
    if not (folder / "articles.parquet").exists():
        raise ValueError(f"no articles.parquet in {str(data)!r}. Run the notebooks: make report")
    tables = {p.stem: _whole(pd.read_parquet(p)) for p in sorted(folder.glob("*.parquet"))}
    whole = of(tables.pop("articles"), **tables)._replace(read_from=(str(data), event))
    return only(whole, event_id=event) if event else whole


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its places as whole numbers, also where some are missing."""
    places = [c for c in table.select_dtypes("float") if c.endswith(("_start", "_end"))]
    return table.astype(dict.fromkeys(places, "Int64"))


def of(articles: pd.DataFrame, **tables: pd.DataFrame) -> Corpus:
    """The corpus of tables at hand: `sentences`, and `quotes` to tell voices and speakers."""
    beside = {"quotes": _named(tables["quotes"], articles)} if "quotes" in tables else {}
    cut = each(tables["sentences"], voice.stretches, voice.Stretch, **beside)
    return Corpus(articles, tables | {"stretches": cut})


def _named(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The quotes, their speakers under one name each; unnamed ones with their side."""
    found = quotes[["article_id", "start", "end", "form", "speaker"]]
    found = speakers.named(found.merge(articles[["article_id", "event_id"]], on="article_id"))
    side = (" (" + found["side"] + ")").where(
        (found["standing"] == "unnamed") & (found["side"] != ""), ""
    )
    return found.assign(speaker=found["source"] + side)


def only(corpus: Corpus, **asked) -> Corpus:
    """The part of the corpus that has all that is asked; "" and [] ask nothing.

    Each field has a value or a list of values, of which any will do; `*` in one is anything.
    It is any column of the articles table (outlet="Axios", published="2024-04-*"), or of a place:
    zone; voice (own, attributed, quoted); speaker, under one name ("White House" for "the White
    House", "unnamed officials (Israel)"); entity: the sentences that name it.

    A zone or voice in which nothing stands gives a part without words. Raises ValueError in one
    line for an unknown field, and for any other value that is not in the corpus.
    """
    for field, given in asked.items():
        wanted = [given] if isinstance(given, str) or not np.iterable(given) else list(given)
        wanted = tuple(w for w in wanted if w != "")
        if wanted:
            corpus = _only(corpus, field, wanted)
    return corpus


def _only(corpus: Corpus, field: str, wanted: tuple) -> Corpus:
    """The part of the corpus where `field` is one of what is wanted."""
    known = [*values(corpus, field), *_CLOSED.get(field, ())]
    if not any(_one_of(wanted)(value) for value in known):
        there = ", ".join(map(str, known[:20])) + " ..." * (len(known) > 20)
        shown = " or ".join(repr(w) for w in wanted)
        raise ValueError(f"no {field} is {shown} in {in_words(corpus)}; there: {there}")
    kept, source = (*corpus.kept, (field, wanted)), corpus.whole
    if field == "entity":
        named = corpus.tables["mentions"]["entity"].map(_one_of(wanted)).astype(bool)
        corpus = _restricted(corpus, ["article_id", "sentence"], corpus.tables["mentions"][named])
    elif field == "zone":
        standing = corpus.tables["sentences"]["zone"].map(_one_of(wanted)).astype(bool)
        keys = corpus.tables["sentences"][standing]
        corpus = _restricted(corpus, ["article_id", "sentence"], keys)
    elif field not in PLACES:
        corpus = corpus._replace(
            articles=corpus.articles[corpus.articles[field].map(_one_of(wanted))]
        )
        corpus = _restricted(corpus, ["article_id"], corpus.articles)
    return corpus._replace(kept=kept, source=source)


def _restricted(corpus: Corpus, by: list[str], keys: pd.DataFrame) -> Corpus:
    """The corpus with the rows whose keys are among `keys`; a table without these columns whole."""
    index = pd.MultiIndex.from_frame(keys[by])
    tables = {
        name: table[pd.MultiIndex.from_frame(table[by]).isin(index)]
        if set(by) <= set(table.columns)
        else table
        for name, table in corpus.tables.items()
    }
    return corpus._replace(tables=tables)


def values(corpus: Corpus, field: str) -> list:
    """The values that a field has in the corpus, in order, without the empty one.

    Raises ValueError in one line for an unknown field.
    """
    if field in corpus.articles.columns:
        column = corpus.articles[field]
    elif field == "entity" and "mentions" in corpus.tables:
        column = corpus.tables["mentions"]["entity"]
    elif field in PLACES and field != "entity":
        column = _spoken(corpus, corpus.tables["stretches"])[field]
    else:
        raise ValueError(f"unknown field {field!r}; known: {', '.join(fields(corpus))}")
    return sorted(v for v in column.dropna().unique() if v != "")


def fields(corpus: Corpus) -> list[str]:
    """What only() can be asked; it takes x_start and x_end of the articles table too."""
    places = [p for p in PLACES if p != "entity" or "mentions" in corpus.tables]
    return places + [c for c in corpus.articles.columns if not c.endswith(("_start", "_end"))]


def _one_of(wanted: tuple) -> Callable[[object], bool]:
    """Whether a value is one of what is wanted; `*` in a wanted text is anything."""
    patterns = [
        re.compile(".*".join(map(re.escape, re.split(r"\*+", w))), re.DOTALL)
        for w in wanted
        if isinstance(w, str) and "*" in w
    ]
    return lambda v: v in wanted or str(v) in wanted or any(p.fullmatch(str(v)) for p in patterns)


def rows(corpus: Corpus, table: str | pd.DataFrame, **where) -> pd.DataFrame:
    """The rows of a table that stand in the corpus, each with the columns WHERE before its own.

    table  its name ("claims"), or rows with article_id, sentence, start and end
    where  what its own columns must be, as only() takes it: rows(corpus, "claims", unit="person")

    voice    of a row: as text.voice.of tells it; a table that has its own keeps it
    speaker  who speaks where the row has its middle, under one name (compare.sources); a table that
             has its own keeps it as speaker_as_written

    Raises ValueError in one line for a table or a column that is not there.
    """
    if isinstance(table, str):
        table = _table(corpus, table)
    found = _spoken(corpus, _placed(corpus, table))
    for column, given in where.items():
        if column not in found.columns:
            raise ValueError(f"unknown column {column!r}; known: {', '.join(found.columns)}")
        wanted = (given,) if isinstance(given, str) or not np.iterable(given) else tuple(given)
        if wanted not in ((), ("",)):
            found = found[found[column].map(_one_of(wanted)).astype(bool)]
    return found.reset_index(drop=True)


def _table(corpus: Corpus, name: str) -> pd.DataFrame:
    """The table of this name; raises ValueError for one that has no places or is not there."""
    placed = [n for n, t in corpus.tables.items() if {"article_id", *_PLACE} <= set(t.columns)]
    if name not in placed:
        raise ValueError(f"no table {name!r} of places in the text; there: {', '.join(placed)}")
    return corpus.tables[name]


def _spoken(corpus: Corpus, table: pd.DataFrame) -> pd.DataFrame:
    """The rows that have the voices and speakers that the corpus was asked for."""
    for field, wanted in corpus.kept:
        if field in ("voice", "speaker"):
            table = table[table[field].map(_one_of(wanted)).astype(bool)]
    return table


def _placed(corpus: Corpus, table: pd.DataFrame) -> pd.DataFrame:
    """The rows with their article's fields, their zone, voice and speaker; nothing is lost."""
    fields = [c for c in _OF_ARTICLES if c in corpus.articles.columns]
    table = table.rename(columns={"speaker": "speaker_as_written"})
    own = [c for c in table.columns if c not in fields]
    zones = corpus.tables["sentences"][["article_id", "sentence", "zone"]]
    after = table[own].merge(corpus.articles[["article_id", *fields]], on="article_id")
    if "zone" not in own:
        after = after.merge(zones, on=["article_id", "sentence"], how="left")
    for column, told in _told(corpus.tables["stretches"], after).items():
        if column not in own:
            after[column] = told
    assert len(after) <= len(table), "a row stands in two articles or two sentences"
    before = [c for c in WHERE if c in after.columns]
    return after[[*before, *(c for c in own if c not in before)]]


def _told(cut: pd.DataFrame, table: pd.DataFrame) -> dict[str, pd.Series]:
    """voice and speaker of each row, by the stretches it lies in."""
    form = {"quoted": "direct", "attributed": "indirect"}
    cut = cut.assign(form=cut["voice"].map(form))
    pieces = {i: list(rows.itertuples()) for i, rows in cut.groupby("article_id")}
    told = {}
    places = table[["article_id", "start", "end"]].sort_values("start")
    for i, rows in places.groupby("article_id", sort=False):
        rows = list(rows.itertuples())
        for row, near in zip(rows, spans.reaching(rows, pieces.get(i, ())), strict=True):
            said = [p for p in near if p.voice != "own"]
            middle = (row.start + row.end) // 2
            held = [p for p in said if p.start <= middle < p.end]
            told[row.Index] = voice.of(row.start, row.end, said), voice.speaker(held)
    found = pd.DataFrame([told[i] for i in table.index], table.index, ["voice", "speaker"], "str")
    return dict(found.items())


def sizes(corpus: Corpus) -> pd.DataFrame:
    """What the corpus is made of, a row for each telling: event_id, telling, outlet, published,
    sentences that the part reaches into, words in it (text.tokens.count).
    """
    cut = _spoken(corpus, corpus.tables["stretches"])
    sentences = cut.groupby("article_id")["sentence"].nunique()
    fields = [c for c in ("article_id", *_OF_ARTICLES) if c in corpus.articles.columns]
    table = corpus.articles[fields].reset_index(drop=True)
    for name, count in {"sentences": sentences, "words": _words(corpus)}.items():
        table[name] = table["article_id"].map(count).fillna(0).astype("int64")
    return table


def _words(corpus: Corpus) -> pd.Series:
    """How many words each article has in the voices and of the speakers asked for."""
    sentences = corpus.tables["sentences"]
    if not {field for field, _ in corpus.kept} & {"voice", "speaker"}:
        return sentences["text"].map(tokens.count).groupby(sentences["article_id"]).sum()
    places = [
        (s.article_id, s.start + start, s.start + end)
        for s in sentences.itertuples()
        for start, end in tokens.places(s.text)
    ]
    words = pd.DataFrame(places, columns=["article_id", "start", "end"])
    told = words.assign(**_told(corpus.tables["stretches"], words))
    return _spoken(corpus, told).groupby("article_id").size()


def in_words(corpus: Corpus) -> str:
    """On what a result is computed: tellings, events, outlets, words, and what was asked for."""
    table = sizes(corpus)
    outlets = table["outlet"].loc[table["outlet"] != ""].nunique()
    size = (
        f"{counted(len(table), 'telling')} of {counted(table['event_id'].nunique(), 'event')} "
        f"from {counted(outlets, 'named outlet')}, {counted(table['words'].sum(), 'word')}"
    )
    kept = " and ".join(_asked(corpus, field, wanted) for field, wanted in corpus.kept)
    return f"{size}, where {kept}" if kept else size


def _asked(corpus: Corpus, field: str, wanted: tuple) -> str:
    """What a part was asked for; an event by its name, if it has one."""
    names = event_names(corpus)
    told = (names.get(value, str(value)) if field == "event_id" else str(value) for value in wanted)
    return f"{_NAMES.get(field, field)} is {' or '.join(told)}"


def event_names(corpus: Corpus) -> dict[str, str]:
    """The name of each event by its id; the id itself where no name is known."""
    known = corpus.whole.articles
    names = known.get("event_name", known["event_id"])
    return {e: n or e for e, n in zip(known["event_id"], names, strict=True)}
