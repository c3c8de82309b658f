"""What was captured: captures, lines and articles in; words per role, fields, evidence out."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare import languages
from tellings.compare.corpus.corrections import applied
from tellings.read.articles import FIELDS, LANGUAGE, describe
from tellings.read.files import HINTS, Capture, Correction, Naming, Reject, correcting, forms
from tellings.read.lines import classify
from tellings.read.sentences import ZONES
from tellings.tables import tuples
from tellings.text import tokens
from tellings.text.matcher import Matcher
from tellings.text.prose import joined

# What becomes of a line, and the roles of the lines it becomes of; the first four are read.
PARTS = {
    "headline": ("headline",),
    "dek": ("dek",),
    "body": ("body",),
    "list": ("list",),
    "left out: asks the reader": ("promo", "comments"),
    "left out: about the text": (
        "byline",
        "bio",
        "credit",
        "caption",
        "timestamp",
        "editors_note",
        "notice",
    ),
    "left out: the site's own": ("nav", "section"),
}


def kept(found: Iterable[Capture | Reject]) -> pd.DataFrame:
    """The captures of what was found, as a table; raises ValueError when nothing could be read."""
    found = list(found)
    captures = [c for c in found if isinstance(c, Capture)]
    if not captures:
        first = (
            f" The first, {found[0].file}: {found[0].reason}. {found[0].advice}." if found else ""
        )
        raise ValueError(f"none of {len(found)} files gave a capture.{first}")
    return tables.frame(captures, Capture)


def refused(found: Iterable[Capture | Reject]) -> pd.DataFrame:
    """The rejects of what was found, as a table."""
    return tables.frame([r for r in found if isinstance(r, Reject)], Reject)


def inputs(captures: pd.DataFrame, rejects: pd.DataFrame) -> pd.DataFrame:
    """Every file of the corpus once, by name: file, and the sha256 of what was read of it.

    sha256 is "" for a file that gave no capture.
    """
    read = captures[["file", "sha256"]].drop_duplicates("file")
    other = rejects.loc[~rejects["file"].isin(read["file"]), ["file"]].drop_duplicates()
    every = pd.concat([read, other.assign(sha256="")])
    return every.sort_values("file", kind="stable", ignore_index=True)


def texts(captures: pd.DataFrame) -> pd.Series:
    """The captures' texts by article_id, as parallel.each takes them."""
    return captures.set_index("article_id")["text"]


def hints(captures: pd.DataFrame) -> pd.Series:
    """What was given with each text, a dictionary by article_id."""
    names = [name for name in (*HINTS, "given_by") if name in captures]
    given = captures.set_index("article_id")[names].to_dict("index")
    return pd.Series(
        {i: {k: v for k, v in row.items() if v} for i, row in given.items()}, dtype=object
    )


def corrections(path, captures: pd.DataFrame) -> pd.DataFrame:
    """The corrections of the corpus folder as a table.

    Raises ValueError with a line for each faulty row, one that names no article or no place too.
    """
    return tables.frame(correcting.corrections(path, texts(captures).to_dict()), Correction)


def naming(path) -> pd.DataFrame:
    """The corpus's own naming sets as a table.

    Raises ValueError with a line for each faulty row.
    """
    return tables.frame(forms.naming(path), Naming)


def roles(lines: pd.DataFrame) -> pd.DataFrame:
    """How many lines and words each role has, and whether it is read; the most words first."""
    filled = lines[lines["role"] != "blank"]
    counted = filled.assign(words=filled["text"].map(tokens.count), lines=1)
    found = counted.groupby("role", as_index=False)[["lines", "words"]].sum()
    found.insert(1, "read", found["role"].isin(ZONES))
    order = ["words", "role"]
    return found.sort_values(order, ascending=[False, True], kind="stable", ignore_index=True)


def words(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Words of each capture by what became of them: its keys, part, read, words.

    part  one of PARTS; a part without words has no row. Words are counted as text.tokens
          does. The largest event comes first.
    """
    part = {role: name for name, own in PARTS.items() for role in own}
    counted = pd.DataFrame(
        {
            "article_id": lines["article_id"],
            "part": lines["role"].map(part),
            "words": lines["text"].map(tokens.count),
            "read": lines["role"].isin(ZONES),
        }
    )
    found = counted.groupby(["article_id", "part", "read"], as_index=False)["words"].sum()
    found = by_event(articles)[["event_id", "article_id", "telling"]].merge(found, on="article_id")
    rank = found["part"].map({name: i for i, name in enumerate(PARTS)})
    place = found["article_id"].map({i: n for n, i in enumerate(found["article_id"].unique())})
    return found.iloc[np.lexsort((rank, place))].reset_index(drop=True)


def per_capture(words: pd.DataFrame) -> pd.DataFrame:
    """The words of each capture in a row: event, telling, a column per part, read, all."""
    wide = words.pivot_table(
        "words", ["event_id", "article_id", "telling"], "part", "sum", 0, sort=False
    )
    wide = wide.reindex(columns=list(PARTS), fill_value=0).astype(int)
    read = words["words"].where(words["read"], 0).groupby(words["article_id"]).sum()
    own = wide.index.get_level_values("article_id")
    wide = wide.assign(read=read.reindex(own).to_numpy(), all=wide.sum(axis=1))
    return wide.reset_index().drop(columns="article_id").rename(columns={"event_id": "event"})


def by_event(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles in the report's order: the largest event first, then by article_id."""
    size = articles["event_id"].map(articles["event_id"].value_counts()).astype(int)
    keys = articles.assign(size=-size)
    order = ["size", "event_id", "article_id"]
    return keys.sort_values(order, kind="stable", ignore_index=True).drop(columns="size")


def left_out(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Every line that is not read: telling, line, role, why (the rule), text with its place."""
    out = lines[~lines["role"].isin([*ZONES, "blank"])]
    out = out.merge(articles[["article_id", "telling"]], on="article_id")
    out = out.assign(role=out["role"].str.replace("_", " "))
    columns = ["telling", "line", "role", "rule", "text", "article_id", "start", "end"]
    return out[columns].rename(columns={"rule": "why"})


def fields(articles: pd.DataFrame) -> pd.DataFrame:
    """What each article says of itself: telling, field, text, status, and where its words stand.

    status is text, given or inferred; the fields that are absent stand in one row of their own.
    """
    rows = []
    for article in articles.to_dict("records"):
        known = [f for f in FIELDS if article[f"{f}_status"] != "absent"]
        missing = ", ".join(f.replace("_", " ") for f in FIELDS if f not in known)
        rows += [_field(article, f) for f in known]
        rows += [_row(article, "not given", missing, "absent", None, None)] if missing else []
    columns = ["telling", "field", "text", "status", "article_id", "start", "end"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"start": "Int64", "end": "Int64"})


def _field(article: dict, name: str) -> tuple:
    """One field's row."""
    place = (article[f"{name}_start"], article[f"{name}_end"])
    place = (None, None) if pd.isna(place[0]) else place
    return _row(article, name.replace("_", " "), article[name], article[f"{name}_status"], *place)


def _row(article: dict, field: str, value: str, status: str, start, end) -> tuple:
    return article["telling"], field, value, status, article["article_id"], start, end


def corrected(corrections: pd.DataFrame, captures: pd.DataFrame) -> pd.DataFrame:
    """The corrections of lines, articles, events, facts and names of things, as Applied rows.

    changed  1 where the capture without that row would be read otherwise, else 0; for a row of
             subject "naming" how often its form stands in the captures
    """
    here = ("line", "article", "event", "fact", "naming")
    said = corrections[corrections["subject"].isin(here)]
    known = {c.article_id: c for c in tuples(captures)}
    own = {i: list(tuples(rows)) for i, rows in said.groupby("article_id")}
    changed = [
        _standing(r.was, captures)
        if r.subject == "naming"
        else _changed(r, known.get(r.article_id), own[r.article_id])
        for r in tuples(said)
    ]
    return applied(said, changed)


def _standing(form: str, captures: pd.DataFrame) -> int:
    """How often a form of words stands in the captures."""
    if not tokens.whole(form):
        return 0
    wanted = Matcher([(form.lower(), form)])
    return sum(1 for text in captures["text"] for _ in wanted.among(tokens.Whole(text).low))


def _changed(row, capture, beside: list) -> int:
    """Whether a correction changes how its capture is read; `beside`: all of that capture."""
    if capture is None:
        return 0
    if row.subject == "event":
        return int(bool(row.becomes))
    if row.subject == "fact":
        start, _, end = row.place.partition("-")
        return int(bool(capture.text[int(start) : int(end)].strip()))
    others = [other for other in beside if other != row]
    before = classify(capture.text, others)
    if row.place == LANGUAGE:
        return int(languages.judged(before, capture.text) != (row.becomes == languages.ENGLISH))
    if row.subject == "line":
        return int(before[int(row.place) - 1].role != row.becomes)
    given = {name: getattr(capture, name) for name in HINTS if getattr(capture, name)}
    return int(getattr(describe(before, given, others), row.place) != row.becomes)


def files(captures: pd.DataFrame) -> pd.DataFrame:
    """The captures for people: file, size, digest, what was given, others with the same text.

    An article of a file that holds several has its number behind the file's name: "rows.csv#2".
    """
    lines = captures["text"].str.count("\n") + 1
    several = captures["file"].duplicated(keep=False)
    number = captures["article_id"].str.extract(r"(#\d+)$")[0].fillna("")
    names = captures["file"] + number.where(several, "")
    twin = captures["text"].map(names.groupby(captures["text"]).agg(list))
    others = [
        joined([name for name in same if name != own], most=5)
        for own, same in zip(names, twin, strict=True)
    ]
    return pd.DataFrame(
        {
            "file": names,
            "lines": lines,
            "characters": captures["text"].str.len(),
            "encoding": captures["encoding"],
            "sha256": captures["sha256"].str[:12],
            "given outlet": captures["outlet"],
            "given date": captures["date"],
            "given event": captures["event_id"],
            "same text as": others,
        }
    )


def odd(oddities: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The oddities with their telling, each kind once per line; lines that nag are in left_out."""
    shown = oddities[oddities["kind"] != "nag"]
    shown = shown.merge(articles[["article_id", "telling"]], on="article_id")
    return shown[["telling", "line", "kind", "note", "text", "article_id", "start", "end"]]


def days(whens: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The days that each telling names: telling, text, first, last, rule, and where it stands."""
    shown = whens.merge(articles[["article_id", "telling"]], on="article_id")
    return shown[["telling", "text", "first", "last", "rule", "article_id", "start", "end"]]
