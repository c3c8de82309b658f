"""The same words in several tellings: quotes in, statements with their versions and cuts out.

Versions are grouped inside an event only; words that come back in another event are "said again"
(repeats).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from tellings import tables
from tellings.compare.quotes.sources import head_noun
from tellings.compare.quotes.versions import opcodes, words_of
from tellings.compare.rows import alike
from tellings.lexicons import listed
from tellings.read import sentences
from tellings.tables import tuples
from tellings.text.characters import plain

ALIKE = 0.6  # share of the shorter one's words that stand in common runs
RUN = 3  # words that make a run; on 100 events from three outlets shorter runs were chance
LEAST = 4  # matched words below which two stretches are no versions, fragments apart
_FEW = 6  # words of a fragment below which it must be told of the same speaker
_COMPARED = ["event_id", "article_id", "text", "form", "speaker"]
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
    found: list[tuple[str, bool]] = []
    for event in alike(placed[_COMPARED], ["event_id"], lone=True):
        found += _numbered(event)
    table = placed.assign(
        statement=[name for name, _ in found], fullest=[full for _, full in found]
    )
    return tables.typed(table[[*keys.columns, *Version._fields]].reset_index(drop=True), Version)


def _by_sentence(quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotes with each sentence of a direct one as a row of its own."""
    rows = []
    for row in tuples(quotes):
        parts = sentences.of(row.text) if row.form == "direct" else []
        if len(parts) < 2:
            rows.append(row)
        for part in parts[: len(parts) if len(parts) > 1 else 0]:
            place = {"start": row.start + part.start, "end": row.start + part.end}
            rows.append(row._replace(text=part.text, **place))
    return pd.DataFrame(rows, columns=quotes.columns)


def _numbered(event: list) -> list[tuple[str, bool]]:
    """For each quote of an event its statement and whether it is the fullest version of it."""
    group = _grouped(event)
    size = [len(words_of(quote.text).keys) for quote in event]
    longest: dict[int, dict[str, int]] = defaultdict(dict)  # of each group, by article
    for n, quote, words in zip(group, event, size, strict=True):
        longest[n][quote.article_id] = max(words, longest[n].get(quote.article_id, 0))
    printed: Counter[str] = Counter()  # words that an article prints of all shared statements
    for by_article in longest.values():
        printed.update(by_article if len(by_article) > 1 else {})
    order = sorted(
        range(len(event)),
        key=lambda n: (event[n].form == "indirect", -size[n], -printed[event[n].article_id]),
    )
    fullest: dict[int, int] = {}
    for n in order:
        fullest.setdefault(group[n], n)
    number = {n: at for at, n in enumerate(dict.fromkeys(group), 1)}
    return [
        (f"{quote.event_id}:{number[own]}", fullest[own] == n)
        for n, (quote, own) in enumerate(zip(event, group, strict=True))
    ]


def _grouped(event: list) -> list[int]:
    """For each quote the group it belongs to: the place of a longest one that it is like.

    Every member is a version of that one, so that no chain of likenesses joins what is not alike.
    """
    found = [words_of(quote.text).keys for quote in event]
    met = meeting(found)
    group: dict[int, int] = {}
    size = {p: (quote.form != "indirect", len(found[p]), -p) for p, quote in enumerate(event)}
    for longest in sorted(size, key=size.__getitem__, reverse=True):
        if longest not in group:
            group[longest] = longest
            left = [p for p in met[longest] if p not in group]
            group |= {p: longest for p in left if _one_statement(event[longest], event[p])}
    return [group[p] for p in range(len(found))]


def _one_statement(one: Any, other: Any) -> bool:
    """Whether two quotes of an event are versions of one statement."""
    keys, others = words_of(one.text).keys, words_of(other.text).keys
    least = LEAST_INDIRECT if "indirect" in (one.form, other.form) else LEAST
    few = min(len(keys), len(others)) < _FEW
    return likeness(keys, others, least) >= ALIKE and (
        not few or _agree(one.speaker, other.speaker)
    )


def meeting(found: Sequence[tuple[str, ...]]) -> list[set[int]]:
    """For each stretch the places of those that share RUN words in a row with it, or of which it is
    a fragment of two: no other can be like it."""
    fragments = {words for words in found if len(words) == 2}
    grams = [{*_runs(words), *fragments.intersection(pairwise(words))} for words in found]
    index: dict[tuple, list[int]] = defaultdict(list)
    for place, own in enumerate(grams):
        for gram in own:
            index[gram].append(place)
    return [{other for gram in own for other in index[gram]} - {n} for n, own in enumerate(grams)]


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The runs of RUN words, from the first on."""
    return zip(*(words[n:] for n in range(RUN)), strict=False)


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


def likeness(one: tuple[str, ...], other: tuple[str, ...], least: int = LEAST) -> float:
    """Share of the shorter one's words that stand in common runs of RUN words, 0 to 1.

    0 below `least` words in common; a fragment shorter than LEAST has 1 where it stands whole in
    the other and at least two of its words are no function words.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST and least == LEAST:
        inside = any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
        return 1.0 if inside and tells(short) else 0.0
    runs = [last - first for tag, first, last, _, _ in opcodes(short, long) if tag == "equal"]
    common = sum(size for size in runs if size >= RUN)
    return common / len(short) if short and common >= least else 0.0


def tells(words: tuple[str, ...]) -> bool:
    """Whether at least two of the words are no function words."""
    return sum(word not in listed("function_words") for word in words) >= 2


def may_be_alike(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    """Whether so many words of the shorter one stand in runs that the other has, in whatever order,
    that their likeness may be ALIKE: told sooner than the likeness itself.

    one, other  the runs of RUN words of each, from the first on
    """
    short, long = sorted((one, other), key=len)
    words = len(short) + RUN - 1
    if words < LEAST:
        return True
    theirs = set(long)
    shared = end = 0
    for at, run in enumerate(short):
        if run in theirs:
            shared, end = shared + min(RUN, at + RUN - end), at + RUN
    return shared >= max(LEAST, ALIKE * words)
