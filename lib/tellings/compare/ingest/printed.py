"""What was captured, for people: lines left out, what articles say of themselves, files, days."""

import pandas as pd

from tellings.read.articles import FIELDS
from tellings.read.sentences import ZONES
from tellings.text.prose import joined


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


def filed(captures: pd.DataFrame) -> pd.DataFrame:
    """What `files` needs of captures: a row for each, its text as its hash."""
    given = ["outlet", "date", "event_id"]
    return captures[["article_id", "file", "encoding", "sha256", *given]].assign(
        lines=captures["text"].str.count("\n") + 1,
        characters=captures["text"].str.len(),
        text=captures["text"].map(hash),
    )


def files(captures: pd.DataFrame) -> pd.DataFrame:
    """The captures for people: file, size, digest, what was given, others with the same text.

    captures  as `filed` has them

    An article of a file that holds several has its number behind the file's name: "rows.csv#2".
    """
    several = captures["file"].duplicated(keep=False)
    number = captures["article_id"].str.extract(r"(#\d+)$")[0].fillna("")
    names = captures["file"] + number.where(several, "")
    twins = names[captures["text"].duplicated(keep=False)].groupby(captures["text"]).agg(list)
    same = [twins.get(text, []) for text in captures["text"]]
    others = [
        joined([n for n in of_text if n != own], most=5)
        for own, of_text in zip(names, same, strict=True)
    ]
    return pd.DataFrame(
        {
            "file": names,
            "lines": captures["lines"],
            "characters": captures["characters"],
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
