"""The same words in several tellings: quotes in, statements with their versions and cuts out.

Versions are grouped inside an event only; words that come back in another event are "said again"
(repeats).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.quotes.sources import head_noun
from tellings.compare.quotes.versions import Words, words_of
from tellings.lexicons import listed
from tellings.read import sentences
from tellings.text.characters import plain

ALIKE = 0.6  # share of the shorter one's words that stand in common runs
RUN = 3  # words that make a run; on 100 events from three outlets shorter runs were chance
LEAST = 4  # matched words below which two stretches are no versions, fragments apart
_FEW = 6  # words of a fragment below which it must be told of the same speaker
_CAPITALS = re.compile(r"\b[A-Z]\w+")
LEAST_INDIRECT = 8  # for a clause without marks: names alone ("the US and Israel have") are none


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
    where it stands whole in the other and two of its words carry meaning. Of a few words the
    speaker must be the same, as far as the text tells: a title or a scare quote is nobody's.
    Case, hyphens, the stops of "U.S." and the kind of marks do not count.
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
    group = _grouped(found, list(event["form"]), list(event["speaker"]))
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


def _grouped(found: list[Words], forms: list[str], speakers: list[str]) -> list[int]:
    """For each stretch the group it belongs to: the place of a longest one that it is like.

    Every member is a version of that one, so that no chain of likenesses joins what is not alike.
    """
    alike = defaultdict(list)
    for a, b in _alike(found, forms):
        if len(min(found[a].keys, found[b].keys, key=len)) < _FEW and not _agree(
            speakers[a], speakers[b]
        ):
            continue
        alike[a].append(b)
        alike[b].append(a)
    group = {}
    size = {p: (forms[p] != "indirect", len(w.keys), -p) for p, w in enumerate(found)}
    for longest in sorted(size, key=size.get, reverse=True):
        if longest not in group:
            group |= {p: longest for p in [longest, *alike[longest]] if p not in group}
    return [group[p] for p in range(len(found))]


def _agree(one: str, other: str) -> bool:
    """Whether two speakers may be one: "Ms. Lee" and "she", but not Mr. Roe, a letter or nobody.

    Two that are named share a name: "the US and Israel", "the US-Israel group".
    """
    if not (one and other):
        return False
    documents = listed("source_nouns", kind="document")
    written = [head_noun(plain(s).lower()) in documents for s in (one, other)]
    if any(written):
        return all(written)
    small = listed("function_words")
    names = [{w for w in _CAPITALS.findall(s) if w.lower() not in small} for s in (one, other)]
    return not all(names) or bool(names[0] & names[1])


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
        telling = [w for w in short if w not in listed("function_words")]
        return 1.0 if inside and len(telling) >= 2 else 0.0
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    common = sum(b.size for b in blocks if b.size >= RUN)
    return common / len(short) if short and common >= least else 0.0
