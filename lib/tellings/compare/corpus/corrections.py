"""The researcher's last word: corrections in, what they mean, what they change, the file out.

What a row means is told here alone, to the picker that shows it before and to the tables that it
changes.
"""

import csv
import io
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from tellings import tables
from tellings.compare.corpus.subcorpus import Corpus
from tellings.read import articles, files, lines
from tellings.read.files import Correction
from tellings.tables import tuples

# A correction with how much it changed: lines, fields, mentions, claims; 0: nothing.
Applied = tables.extend(Correction, "Applied", Correction.__doc__ or "", changed=int)
STATES = ("carried", "partly", "unclear", "omitted")  # of a fact in a telling
CHANGE = ("subject", "article_id", "telling", "place", "start", "end", "text", "was", "becomes")


def correction(
    subject: str, becomes: str, article_id: str = "", place="", was: str = "", note: str = ""
) -> Correction:
    """One row of corrections.csv, every value as text on one line.

    subject  what is put right          article_id  place        was       becomes
    line     the role of a line         its         line number            role
    article  a field of an article      its         field                  value, "" for none
    event    the event of an article    its                                event_id
    entity   a name: merge or rename                             name      name, "" for nobody's
             one mention of it: split   its         start        name      name, "" for nobody's
    claim    the quantity of claims                              key       key
             of one claim               its         start                  key
    fact     a fact, in words           its         start-end              the fact
    cell     whether it carries a fact  its                      the fact  carried, partly, omitted
    naming   a form that names a topic               topic       form      name, "" for none
    """
    given = (subject, article_id, place, was, becomes, note)
    return Correction(*(" ".join(str(value).split()) for value in given))


def meant(table: pd.DataFrame, row, column: str) -> pd.Series:
    """Which rows of a table a correction means: those that bear the name `was` in `column`, in its
    article where it names one, at its place where it gives one.

    Raises ValueError in one line for a correction that names nothing: neither `was` nor a place.
    """
    place = str(row.place)
    if not row.was and not (row.article_id and place):
        raise ValueError(
            f"the correction of a {row.subject} to {row.becomes!r} names nothing; "
            "give what it was, or its article_id and place"
        )
    mask = pd.Series(True, index=table.index)
    for wanted, had in ((row.was, column), (row.article_id, "article_id"), (place, "start")):
        if wanted:
            mask &= table[had].astype(str) == wanted
    return mask


def applied(rows: pd.DataFrame, changed: Iterable[int]) -> pd.DataFrame:
    """The corrections with how much each changed, as Applied rows."""
    return tables.typed(rows.assign(changed=list(changed)), Applied)


def summed(applied: pd.DataFrame, given: pd.DataFrame) -> pd.DataFrame:
    """The corrections with how much each changed in all parts of a corpus.

    applied  Applied rows, in each part one for each of the `given` corrections of their subject
    """
    if applied.empty:
        return applied
    many = int(given["subject"].isin(applied["subject"]).sum())
    changed = applied["changed"].to_numpy().reshape(-1, many).sum(axis=0)
    return applied.head(many).assign(changed=changed)


def effects(told: tables.Tables) -> pd.DataFrame:
    """Applied rows of all corrections whose effect the notebooks that ran have written down.

    Of a row that two notebooks speak of (a fact: its words, then its cells) the later word counts.
    """
    there = [
        n for n, (_, row, _) in tables.CATALOGUE.items() if row == "Applied" and n in dir(told)
    ]
    found = pd.concat([tables.frame([], Applied), *(getattr(told, n) for n in there)])
    return found.drop_duplicates(list(Correction._fields), keep="last", ignore_index=True)


def changes(corpus: Corpus, rows: Iterable[Correction]) -> pd.DataFrame:
    """What the corrections change in the corpus as it is: CHANGE, a row for each line, mention ...

    Nothing is written. Raises ValueError in one line for a correction that would change nothing or
    that cannot be: an unknown role, a line that is not there, a name that nobody bears.
    """
    found = [_changes(corpus, row) for row in rows]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=list(CHANGE))


def _changes(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """What one correction changes."""
    if row.subject not in _BY_SUBJECT:
        raise ValueError(f"unknown subject {row.subject!r}; known: {', '.join(_BY_SUBJECT)}")
    if row.article_id and row.article_id not in set(corpus.articles["article_id"]):
        known = ", ".join(corpus.articles["article_id"])
        raise ValueError(f"no article {row.article_id!r} in the corpus; there: {known}")
    if not row.becomes and row.subject not in ("article", "entity"):
        raise ValueError(
            f"the correction of {row.subject} {row.place or row.was!r} says nothing new"
        )
    found = _BY_SUBJECT[row.subject](corpus, row)
    found = found[found["was"] != row.becomes].assign(subject=row.subject, becomes=row.becomes)
    if found.empty:
        raise ValueError(f"this changes nothing: {_said(row)}")
    tellings = corpus.articles.set_index("article_id")["telling"]
    found["telling"] = found["article_id"].map(tellings)
    return found[list(CHANGE)]


def _said(row: Correction) -> str:
    """A correction in words."""
    about = " ".join(filter(None, [row.subject, row.article_id, row.place, repr(row.was)]))
    return f"{about} -> {row.becomes!r}"


def must_be(value: str, known: Iterable[str], what: str) -> None:
    """Raise ValueError for a value that is none of those known."""
    if value not in known:
        raise ValueError(f"unknown {what} {value!r}; known: {', '.join(known)}")


def _line(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """The line whose role changes."""
    must_be(row.becomes, lines.ROLES, "role")
    table = corpus.tables["lines"]
    here = (table["article_id"] == row.article_id) & (table["line"].astype(str) == row.place)
    found = table[here]
    return found.assign(place=row.place, was=found["role"])


def _field(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """The article whose field changes."""
    must_be(row.place, articles.FIELDS, "field")
    return _article(corpus, row, row.place)


def _event(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """The article whose event changes."""
    return _article(corpus, row, "event_id")


def _article(corpus: Corpus, row: Correction, field: str) -> pd.DataFrame:
    """The article of a correction, its field as it was; the headline stands for it."""
    found = corpus.articles[corpus.articles["article_id"] == row.article_id]
    place = {x: found[f"headline_{x}"].astype("Int64") for x in ("start", "end")}
    found = found.assign(place=field, text=found["headline"], was=found[field], **place)
    return found[["article_id", "place", "text", "was", "start", "end"]]


def _named(table: str, column: str) -> Callable[[Corpus, Correction], pd.DataFrame]:
    """The rows of a table whose name or key changes."""

    def rows(corpus: Corpus, row: Correction) -> pd.DataFrame:
        found = corpus.tables[table]
        found = found[meant(found, row, column)]
        return found.assign(place=found["start"].astype(str), was=found[column])

    return rows


def _fact(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """The stretch of an article that a fact is put to."""
    captures = corpus.tables["captures"].set_index("article_id")["text"]
    start, _, end = row.place.partition("-")
    if not (start.isdecimal() and end.isdecimal() and row.article_id in captures):
        raise ValueError(f"a fact needs an article_id and a place like 120-160, not {row.place!r}")
    text = captures[row.article_id][int(start) : int(end)]
    place = {"place": row.place, "start": int(start), "end": int(end), "text": text, "was": ""}
    return pd.DataFrame([{"article_id": row.article_id, **place}] if text else [], columns=CHANGE)


def _cell(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """The cell of the matrix whose state changes; its fact is the text."""
    must_be(row.becomes, STATES, "state")
    must_be("coverage", corpus.tables, "table")
    table = corpus.tables["coverage"]
    found = table[(table["article_id"] == row.article_id) & (table["fact"] == row.was)]
    return found.assign(place="", text=found["fact"], was=found["state"])


def _form(corpus: Corpus, row: Correction) -> pd.DataFrame:
    """The places where a form stands that becomes a name of a topic."""
    if not row.was or not row.place:
        raise ValueError("a name needs its topic as place and a form as what it was")
    form = re.compile(rf"(?<!\w){re.escape(row.was)}(?!\w)", re.IGNORECASE)
    found = [
        (s.article_id, s.start + m.start(), s.start + m.end(), m.group())
        for s in tuples(corpus.tables["sentences"])
        for m in form.finditer(s.text)
    ]
    table = pd.DataFrame(found, columns=["article_id", "start", "end", "text"])
    return table.assign(place=row.place, was="")


_BY_SUBJECT = {
    "line": _line,
    "article": _field,
    "event": _event,
    "entity": _named("mentions", "entity"),
    "claim": _named("claims", "key"),
    "fact": _fact,
    "cell": _cell,
    "naming": _form,
}


def write(folder, rows: Iterable[Correction]) -> pd.DataFrame:
    """Put the corrections into corrections.csv in the corpus folder; they come back with outcome.

    outcome  "new", "already there", or "instead of ..." where the file said otherwise of the same
             thing: a thing is corrected once

    The file is written under a passing name, then renamed: no reader meets half a file, and an
    interruption leaves the old one. Raises ValueError in one line for a file that cannot be read.
    """
    kept = {_target(row): row for row in files.corrections(folder)}
    outcomes = []
    for row in rows:
        must_be(row.subject, files.SUBJECTS, "subject")
        before = kept.get(_target(row))
        kept[_target(row)] = row
        same = before is not None and before.becomes == row.becomes
        instead = f"instead of {before.becomes!r}" if before else "new"
        outcomes.append("already there" if same else instead)
    if set(outcomes) - {"already there"}:
        _save(Path(folder) / "corrections.csv", kept.values())
    return pd.DataFrame(rows, columns=Correction._fields).assign(outcome=outcomes)


def take_back(folder, rows: Iterable[Correction]) -> pd.DataFrame:
    """Take the corrections out of corrections.csv; the rows that are left in it."""
    gone = {_target(row) for row in rows}
    left = [row for row in files.corrections(folder) if _target(row) not in gone]
    _save(Path(folder) / "corrections.csv", left)
    return pd.DataFrame(left, columns=Correction._fields)


def _target(row: Correction) -> tuple[str, ...]:
    """What a correction speaks of, whatever it says; `was` tells only where no place does, or where
    the place is a topic, which has many forms."""
    placed = row.place and row.subject != "naming"
    was = "" if placed or row.subject == "event" else row.was
    return row.subject, row.article_id, row.place, was


def _save(path: Path, rows: Iterable[Correction]) -> None:
    """Write the rows, under a passing name first; a byte order mark (Excel's) stays."""
    bom = path.exists() and path.read_bytes().startswith(b"\xef\xbb\xbf")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([Correction._fields, *rows])
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    passing.write_text(text.getvalue(), encoding="utf-8-sig" if bom else "utf-8", newline="")
    passing.replace(path)
