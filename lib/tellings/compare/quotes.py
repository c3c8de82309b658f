"""The same words in several tellings: quotes in, statements with their versions and cuts out.

Versions are grouped inside an event only; words that come back in another event are "said again".
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from math import nan
from textwrap import shorten
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.versions import Words, operations, words_of
from tellings.find import voice
from tellings.lexicons import words
from tellings.read import sentences

ALIKE = 0.6  # share of the shorter one's words that stand in common runs
RUN = 3  # words that make a run; on 100 events from three outlets shorter runs were chance
LEAST = 4  # matched words below which two stretches are no versions, fragments apart
LEAST_INDIRECT = (
    8  # for a clause without marks: names alone ("the US and Israel have") are no version
)
OPERATIONS = ("kept", "changed", "added", "dropped")


class Version(NamedTuple):
    """One telling's version of a statement: a quote, or one sentence of a long one.

    statement   "event:number"; alike in all versions of one statement, inside one event
    fullest     the version with most words; on a tie that of the telling which prints most words of
                all shared statements of the event
    """

    statement: str
    sentence: int
    start: int
    end: int
    text: str
    form: str
    speaker: str
    fullest: bool


class Difference(NamedTuple):
    """One run of words of a version, set against the fullest version of its statement.

    version, version_end  where the version stands in its capture; with article_id they name it
    operation    kept | dropped | added | changed
    was          the run in the fullest version ("" where words are added)
    becomes      the run in this version ("" where words are dropped)
    what         of a change: "words", or "form" where only letter case, stops or hyphens differ
    first, last  the run's words in the fullest version, counted from 0, `last` not among them
    start, end   where it stands in this version's capture; equal where words are dropped
    """

    statement: str
    version: int
    version_end: int
    speaker: str
    fullest: bool
    operation: str
    was: str
    becomes: str
    what: str
    first: int
    last: int
    start: int
    end: int


def table(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The quotes to look at: telling, form, speaker, cue and text, by event, telling and place."""
    keys = [c for c in tables.KEYS if c in articles.columns]
    own = quotes.drop(columns=[c for c in keys[1:] if c in quotes.columns])
    placed = articles[keys].merge(own, on="article_id")
    placed = placed.sort_values(["event_id", "article_id", "start"])
    columns = ["telling", "form", "speaker", "cue", "text"]
    return placed[["article_id", "start", "end", "event_id", *columns]].reset_index(drop=True)


def statements(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per version of a statement: the Version columns under the keys of `articles`.

    quotes    Quote rows with article_id; a direct quote of several sentences is taken sentence by
              sentence, since tellings cut between them
    articles  article_id, event_id, outlet and whatever key is there

    Two quotes of one event are versions of one statement where at least ALIKE of the shorter one's
    words stand in common runs of RUN words, LEAST words in all; a fragment of two or three words
    where it stands whole in the other and two of its words carry meaning. Case, hyphens, the stops
    of "U.S." and the kind of marks do not count.
    """
    keys = articles[[c for c in tables.KEYS if c in articles.columns]]
    split = _by_sentence(quotes.drop(columns=[c for c in keys.columns[1:] if c in quotes.columns]))
    placed = keys.merge(split, on="article_id").sort_values(["event_id", "article_id", "start"])
    numbered = [_numbered(event) for _, event in placed.groupby("event_id", sort=False)]
    table = pd.concat(numbered) if numbered else placed.assign(statement="", fullest=False)
    return tables.typed(table[[*keys.columns, *Version._fields]].reset_index(drop=True), Version)


def _by_sentence(quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes with each sentence of a direct one as a row of its own."""
    rows = []
    for row in quotes.to_dict("records"):
        parts = sentences.of(row["text"]) if row["form"] == "direct" else []
        if len(parts) < 2:
            rows.append(row)
        for part in parts[: len(parts) if len(parts) > 1 else 0]:
            place = {"start": row["start"] + part.start, "end": row["start"] + part.end}
            rows.append(row | place | {"text": part.text})
    return pd.DataFrame(rows, columns=quotes.columns)


def _numbered(event: pd.DataFrame) -> pd.DataFrame:
    """The quotes of one event with their statement and which version is the fullest."""
    found = [words_of(text) for text in event["text"]]
    group = _grouped(found, list(event["form"]))
    size = [len(w.keys) for w in found]
    table = event.assign(group=group, words=size)
    several = table[table.groupby("group")["article_id"].transform("nunique") > 1]
    longest = several.groupby(["article_id", "group"])["words"].max()
    printed = table["article_id"].map(longest.groupby("article_id").sum()).fillna(0)
    table = table.assign(printed=printed, place=range(len(table)))
    table = table.assign(marked=table["form"] != "indirect")
    best = table.sort_values(
        ["marked", "words", "printed", "place"], ascending=[False, False, False, True]
    )
    fullest = set(best.groupby("group", sort=False)["place"].first())
    number = {g: n for n, g in enumerate(dict.fromkeys(group), 1)}
    return table.assign(
        statement=[f"{e}:{number[g]}" for e, g in zip(event["event_id"], group, strict=True)],
        fullest=[p in fullest for p in table["place"]],
    )


def _grouped(found: list[Words], forms: list[str]) -> list[int]:
    """For each stretch the group it belongs to: the place of a longest one that it is like.

    Every member is a version of that one, so that no chain of likenesses joins what is not alike.
    """
    alike = defaultdict(list)
    for a, b in _alike(found, forms):
        alike[a].append(b)
        alike[b].append(a)
    group = {}
    size = {p: (forms[p] != "indirect", len(w.keys), -p) for p, w in enumerate(found)}
    for longest in sorted(size, key=size.get, reverse=True):
        if longest not in group:
            group |= {p: longest for p in [longest, *alike[longest]] if p not in group}
    return [group[p] for p in range(len(found))]


def _alike(found: list[Words], forms: list[str]) -> Iterator[tuple[int, int]]:
    """The pairs of stretches that are versions of one statement."""
    index = defaultdict(list)
    for place, one in enumerate(found):
        for gram in {one.keys[i : i + n] for n in (2, RUN) for i in range(len(one.keys) - n + 1)}:
            index[gram].append(place)
    pairs = {
        pair
        for gram, places in index.items()
        if len(gram) == RUN or any(len(found[p].keys) == 2 for p in places)
        for pair in combinations(places, 2)
    }
    for a, b in sorted(pairs):
        least = LEAST_INDIRECT if "indirect" in (forms[a], forms[b]) else LEAST
        if likeness(found[a].keys, found[b].keys, least) >= ALIKE:
            yield a, b


def likeness(one: tuple[str, ...], other: tuple[str, ...], least: int = LEAST) -> float:
    """Share of the shorter one's words that stand in common runs of RUN words, 0 to 1.

    0 below `least` words in common; a fragment shorter than LEAST has 1 where it stands whole in
    the other and at least two of its words are no function words.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST and least == LEAST:
        inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
        telling = [w for w in short if w not in words("function_words")]
        return 1.0 if inside and len(telling) >= 2 else 0.0
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    common = sum(b.size for b in blocks if b.size >= RUN)
    return common / len(short) if short and common >= least else 0.0


def shared(statements: pd.DataFrame) -> pd.DataFrame:
    """The versions of those statements that more than one quote gives."""
    return statements[statements.groupby("statement")["start"].transform("size") > 1]


def differences(statements: pd.DataFrame) -> pd.DataFrame:
    """Word operations of every version against the fullest one: the Difference columns, with keys.

    A statement that is given only once has no rows. The fullest version's own row is "kept" whole.
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    rows = []
    for _, versions in shared(statements).groupby("statement", sort=False):
        fullest = versions[versions["fullest"]].iloc[0]["text"]
        for version in versions.to_dict("records"):
            for step in operations(fullest, version["text"]):
                place = dict(start=version["start"] + step.start, end=version["start"] + step.end)
                own = {k: version[k] for k in [*keys, "statement", "speaker", "fullest"]}
                own |= {"version": version["start"], "version_end": version["end"]}
                rows.append(own | step._asdict() | place)
    return tables.typed(pd.DataFrame(rows, columns=[*keys, *Difference._fields]), Difference)


RELATIONS = ("fullest", "verbatim", "cut", "reworded")


def cuts(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per version of a statement: what it did with the words of the fullest version.

    relation    fullest | verbatim (every word is there) | cut (words dropped) | reworded (words
                changed or added, perhaps also dropped)
    kept, changed, dropped  words of the fullest version; written otherwise is kept
    added       words of this version
    form        runs that are written otherwise only: letter case, stops, hyphens, closing marks
    missing     the dropped runs, " … " between them
    start, end, text  the version itself
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    keys += ["statement", "speaker"]
    steps = dict(list(differences(statements).groupby(["article_id", "statement", "version"])))
    rows = [
        {k: version[k] for k in keys}
        | _cut(steps[version["article_id"], version["statement"], version["start"]])
        | {k: version[k] for k in ("start", "end", "text")}
        for version in shared(statements).to_dict("records")
    ]
    return pd.DataFrame(rows, columns=[*keys, *_CUT])


_CUT = ["relation", "kept", "changed", "dropped", "added", "form", "missing"]
_CUT += ["start", "end", "text"]


def _cut(steps: pd.DataFrame) -> dict:
    """The counts of one version."""
    size, spelled = steps["last"] - steps["first"], steps["what"] == "form"
    count = {o: int(size[(steps["operation"] == o) & ~spelled].sum()) for o in OPERATIONS}
    added = steps[steps["operation"] == "added"]["becomes"]
    count |= {"kept": count["kept"] + int(size[spelled].sum()), "form": int(spelled.sum())}
    count |= {"added": sum(len(words_of(text).keys) for text in added)}
    missing = steps[steps["operation"] == "dropped"]["was"]
    return count | {"relation": _relation(steps, count), "missing": " … ".join(missing)}


def _relation(steps: pd.DataFrame, count: dict) -> str:
    """What a version is to the fullest one."""
    if steps["fullest"].any():
        return "fullest"
    if count["changed"] or count["added"]:
        return "reworded"
    return "cut" if count["dropped"] else "verbatim"


def in_words(cuts: pd.DataFrame) -> str:
    """Who cut what, in a sentence or two: how many versions repeat, cut or reword the fullest one.

    Only statements that more than one telling gives are counted.
    """
    several = cuts[cuts.groupby("statement")["article_id"].transform("nunique") > 1]
    if several.empty:
        return "No statement is quoted by more than one telling of an event."
    n = several["relation"].value_counts().reindex(RELATIONS, fill_value=0)
    statements = "1 statement is" if n["fullest"] == 1 else f"{n['fullest']} statements are"
    words = (
        f"{statements} quoted by more than one telling of an event; beside the fullest version "
        f"{n['verbatim']} of {len(several) - n['fullest']} others keep every word, {n['cut']} cut "
        f"and {n['reworded']} change words."
    )
    most = several.sort_values("dropped", ascending=False, kind="stable").iloc[0]
    if most["dropped"]:
        missing = shorten(most["missing"], 120, placeholder=" …")
        words += f" The longest cut is by {most['telling']}: “{missing}”."
    return words


def said_again(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements of different events that share their words: said again, never versions.

    Two rows per pair, the earlier event's first: pair (counted from 1), likeness (0 to 1), and the
    fullest version's keys, start, end, speaker and text.
    """
    keys = [c for c in tables.KEYS if c in statements.columns]
    columns = [*keys, "start", "end", "speaker", "text"]
    fullest = statements[statements["fullest"] & (statements["form"] != "indirect")]
    fullest = fullest.sort_values(["event_id", "article_id", "start"]).reset_index(drop=True)
    found, events = [words_of(text) for text in fullest["text"]], list(fullest["event_id"])
    pairs = [p for p in _alike(found, list(fullest["form"])) if events[p[0]] != events[p[1]]]
    rows = [
        {"pair": n, "likeness": likeness(found[a].keys, found[b].keys)}
        | fullest.loc[place, columns].to_dict()
        for n, (a, b) in enumerate(pairs, 1)
        for place in (a, b)
    ]
    return pd.DataFrame(rows, columns=["pair", "likeness", *columns])


def voices(quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per telling and voice: words, share of the telling's words (0 to 1; NaN if none).

    quotes     Quote rows with article_id
    sentences  Sentence rows with article_id: headline, dek and body are counted

    A word has the voice of its middle: find.voice.
    """
    keys = articles[[c for c in tables.KEYS if c in articles.columns]]
    said = {name: list(group.itertuples()) for name, group in quotes.groupby("article_id")}
    counts = {name: Counter() for name in articles["article_id"]}
    for sentence in sentences[sentences["article_id"].isin(counts)].itertuples():
        for start, end in words_of(sentence.text).places:
            place = (sentence.start + start, sentence.start + end)
            counts[sentence.article_id][voice.of(*place, said.get(sentence.article_id, ()))] += 1
    rows = [
        (name, whose, count[whose], count[whose] / count.total() if count else nan)
        for name, count in counts.items()
        for whose in voice.VOICES
    ]
    table = pd.DataFrame(rows, columns=["article_id", "voice", "words", "share"])
    return keys.merge(table, on="article_id")


def voices_in_words(voices: pd.DataFrame) -> str:
    """How much of each telling is the outlet's own words, and how much is quoted, in a sentence."""
    shares = voices.dropna(subset=["share"])
    if shares.empty:
        return "No telling has words to count."
    n = shares["article_id"].nunique()
    if n == 1:
        parts = [f"{r.share:.0%} {r.voice}" for r in shares.itertuples()]
        return f"Of the words of {shares['telling'].iloc[0]} {', '.join(parts)}."
    parts = [f"{whose} {_range(shares[shares['voice'] == whose])}" for whose in voice.VOICES]
    return f"Share of the words of {n} tellings: {'; '.join(parts)}."


def _range(shares: pd.DataFrame) -> str:
    """The lowest and the highest share, with their tellings."""
    ends = shares.sort_values("share", kind="stable").iloc[[0, -1]]
    low, high = (f"{r.share:.0%} ({r.telling})" for r in ends.itertuples())
    return f"{low} to {high}"


def finding(voices: pd.DataFrame, cuts: pd.DataFrame) -> str:
    """How much is the outlets' own voice, and who cut what, in two or three sentences."""
    own = voices[(voices["voice"] == "own") & voices["share"].notna()]
    if own.empty:
        return "No telling has words to count."
    return f"The outlets' own words make {_range(own)} of a telling. {in_words(cuts)}"


def runs(differences: pd.DataFrame) -> pd.DataFrame:
    """One row per version, column and piece: the versions of a statement set word under word.

    column     counted from 0: the runs of the fullest version's words that no version breaks, with
               a column for words added between two of them
    operation  of the piece: kept | dropped | added | changed; "" for a column that this version
               has nothing in (another one adds words there)
    text       the piece; of dropped words those that are missing
    what       "form" where a changed piece is written otherwise only
    """
    keys = [c for c in tables.KEYS if c in differences.columns]
    keys += ["statement", "version", "version_end", "speaker", "fullest"]
    rows = []
    for _, statement in differences.groupby("statement", sort=False):
        columns = _columns(statement)
        for place, steps in statement.groupby(keys, sort=False):
            own = dict(zip(keys, place, strict=True))
            rows += [own | piece for piece in _pieces(list(steps.itertuples()), columns)]
    return pd.DataFrame(rows, columns=[*keys, "column", "operation", "what", "text"])


def _columns(statement: pd.DataFrame) -> list[tuple[int, int]]:
    """The columns as words of the fullest version, first to last; first = last takes additions."""
    size = int(statement["last"].max())
    changed = statement[statement["operation"] == "changed"]
    inside = {w for s in changed.itertuples() for w in range(s.first + 1, s.last)}
    parting = statement[~statement["operation"].eq("kept") & ~statement["what"].eq("form")]
    breaks = sorted({0, size, *parting["first"], *parting["last"]} - inside)
    between = parting.loc[parting["first"] == parting["last"], "first"]
    return sorted({*pairwise(breaks), *((f, f) for f in between if f in breaks)})


def _pieces(steps: list, columns: list[tuple[int, int]]) -> Iterator[dict]:
    """The pieces of one version, column by column."""
    for column, (first, last) in enumerate(columns):
        found = [p for s in steps if (p := _piece(s, first, last))]
        for operation, what, text in found or [("", "", "")]:
            yield dict(column=column, operation=operation, what=what, text=text)


def _piece(step, first: int, last: int) -> tuple[str, str, str] | None:
    """What of a step stands in the column from `first` to `last`; None if nothing."""
    text = step.was if step.operation == "dropped" else step.becomes
    if step.first == step.last:
        here = step.first == first == last or first < step.first < last
        here = here or step.operation == "changed" and first < last == step.first  # a closing mark
        return (step.operation, step.what, text) if here else None
    begin, end = max(first, step.first), min(last, step.last)
    if begin >= end:
        return None
    if step.operation == "changed":
        return step.operation, step.what, text
    places = words_of(text).places
    start = places[begin - step.first][0]
    stop = len(text) if end == step.last else places[end - step.first - 1][1]
    return step.operation, step.what, text[start:stop]
