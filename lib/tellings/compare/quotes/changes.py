"""What became of a statement's words: statements in, each version's kept and dropped runs out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pandas as pd

from tellings import tables
from tellings.compare.quotes.versions import Step, Words, operations, words_of
from tellings.compare.rows import alike
from tellings.tables import tuples

RUN = 3  # words from which on a run is the same words said elsewhere in the article, and no chance
OPERATIONS = ("kept", "changed", "added", "dropped", "elsewhere")


Difference = tables.extend(
    Step,
    "Difference",
    """One run of words of a version, set against the fullest version of its statement.

    operation    kept | dropped | added | changed | elsewhere (words that this version lacks and
                 another quotation of the same article gives)
    was          the run in the fullest version ("" where words are added)
    becomes      the run in this version ("" where words are dropped)
    what         of a change: "words", or "form" where only letter case, stops or hyphens differ
    first, last  the run's words in the fullest version, counted from 0, `last` not among them
    start, end   where it stands in this version's capture; equal where words are dropped
    version, version_end  where the version stands in its capture; with article_id they name it
    """,
    statement=str,
    version=int,
    version_end=int,
    speaker=str,
    fullest=bool,
)


def shared(statements: pd.DataFrame) -> pd.DataFrame:
    """The versions of those statements that more than one quote gives."""
    return statements[statements.groupby("statement")["start"].transform("size") > 1]


def differences(statements: pd.DataFrame) -> pd.DataFrame:
    """Word operations of every version against the fullest one: the Difference columns, with keys.

    A statement that is given only once has no rows. The fullest version's own row is "kept" whole.
    An article's version is the union of what it quotes: words that stand in another quotation of
    it are not dropped but "elsewhere".
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    rows: list[tuple] = []
    said: dict[str, list[str]] = defaultdict(list)
    texts = zip(statements["article_id"].tolist(), statements["text"].tolist(), strict=True)
    for article, text in texts:
        said[article].append(text)
    for versions in alike(statements, ["statement"]):
        fullest = words_of(next(v.text for v in versions if v.fullest))
        own = {v.text for v in versions}  # most are copies
        done = {text: list(operations(fullest.text, text)) for text in own}
        steps = [done[v.text] for v in versions]
        given: dict[str, set[int]] = defaultdict(set)
        for version, own in zip(versions, steps, strict=True):
            given[version.article_id].update(w for step in own for w in _given(step))
        for version, own in zip(versions, steps, strict=True):
            article = version.article_id
            split = _split(fullest, own, given[article], said[article])
            rows += _rows(version, keys, split)
    return tables.typed(pd.DataFrame(rows, columns=[*keys, *Difference._fields]), Difference)


def _rows(version: Any, keys: list[str], steps: Iterable[Step]) -> Iterator[tuple]:
    """The rows of a version's steps."""
    at = version.start
    of = [getattr(version, key) for key in keys]
    whole = version.statement, at, version.end, version.speaker, version.fullest
    for *step, start, end in steps:
        yield (*of, *step, at + start, at + end, *whole)


def _given(step: Step) -> range:
    """The words of the fullest version that a step gives, in these words or in others."""
    return range(step.first, step.last) if step.operation in ("kept", "changed") else range(0)


def _split(fullest: Words, steps: list[Step], given: set[int], said: list[str]) -> Iterator[Step]:
    """The steps of a version, what is dropped told from what its article quotes elsewhere.

    given  the words of the fullest version that one of the article's versions gives
    said   all quotations of the article
    """
    for step in steps:
        if step.operation != "dropped":
            yield step
            continue
        run = range(step.first, step.last)
        known = set(run) if _quoted(fullest.keys[step.first : step.last], said) else given
        for stands, part in groupby(run, known.__contains__):
            words = list(part)
            first, last = words[0], words[-1] + 1
            was = step.was if last - first == step.last - step.first else fullest.run(first, last)
            operation = "elsewhere" if stands else "dropped"
            yield step._replace(operation=operation, was=was, first=first, last=last)


def _quoted(keys: tuple[str, ...], said: list[str]) -> bool:
    """Whether a run of RUN words or more stands in one of the quotations."""
    size = len(keys)
    return size >= RUN and any(
        own[i : i + size] == keys
        for own in (words_of(text).keys for text in said)
        for i in range(len(own) - size + 1)
    )


RELATIONS = ("fullest", "verbatim", "part", "cut", "reworded")


def cuts(statements: pd.DataFrame, differences: pd.DataFrame) -> pd.DataFrame:
    """One row per version of a statement: what it did with the words of the fullest version.

    differences  those of the statements

    relation    fullest | verbatim (every word is there) | part (the others stand in another
                quotation of the article) | cut (words that the article never quotes) | reworded
                (words changed or added, perhaps also dropped)
    kept, changed, dropped  words of the fullest version; written otherwise is kept
    added       words of this version
    form        runs that are written otherwise only: letter case, stops, hyphens, closing marks
    missing     the dropped runs, " … " between them: what the *article* never quotes
    start, end, text  the version itself
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    keys += ["statement", "speaker"]
    steps = defaultdict(list)
    for step in tuples(differences):
        steps[step.article_id, step.statement, step.version].append(step)
    own = shared(statements)
    places = zip(own["article_id"], own["statement"], own["start"], strict=True)
    counts = pd.DataFrame([_cut(steps[place]) for place in places], own.index, _COUNTS)
    placed = own[[*keys, "start", "end", "text"]].join(counts)
    return placed[[*keys, *_CUT]].reset_index(drop=True)


_CUT = [
    "relation",
    "missing",
    "start",
    "end",
    "text",
    *["kept", "changed", "dropped", "added", "form"],
]
_COUNTS = ["relation", "missing", *_CUT[5:]]


def _cut(steps: list) -> dict:
    """The counts of one version."""
    count = dict.fromkeys(OPERATIONS, 0) | {"form": 0}
    for step in steps:
        if step.what == "form":
            count["form"] += 1
            count["kept"] += step.last - step.first
        elif step.operation == "added":
            count["added"] += len(words_of(step.becomes).keys)
        else:
            count[step.operation] += step.last - step.first
    missing = " … ".join(step.was for step in steps if step.operation == "dropped")
    fullest = any(step.fullest for step in steps)
    return count | {"relation": _relation(fullest, count), "missing": missing}


def _relation(fullest: bool, count: dict) -> str:
    """What a version is to the fullest one."""
    if fullest:
        return "fullest"
    if count["changed"] or count["added"]:
        return "reworded"
    if count["dropped"]:
        return "cut"
    return "part" if count["elsewhere"] else "verbatim"
