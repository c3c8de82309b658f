"""How alike two tellings are: runs of words that both have, and in whose voice they stand."""

from itertools import combinations
from typing import NamedTuple

import pandas as pd

from tellings.compare.rows import by_article, by_event
from tellings.tables import tuples
from tellings.text import tokens, voice
from tellings.text.prose import counted, few

_RUN = 6  # words in a row: a name and its title are shorter, a sentence taken over is longer
REPRINT = "own words in common: a reprint or an agency's text"
_COPIED = 0.2  # share of the shorter telling from which on the page speaks of a reprint
_NAMED = 6  # pairs, and articles, that the page names
_FEW = 0.05  # share of shared words below which they say nothing


class Alike(NamedTuple):
    """Two tellings of one event and the words of a that stand in runs of six words which b has too.

    words       of the telling that is shorter; shared: of them, those in common runs
    share       shared / words; own_share: shared words that a gives in its own voice / words
    longest     the longest stretch of common runs, in the words of telling a
    reading     what the two shares suggest
    """

    article_id_a: str
    telling_a: str
    article_id_b: str
    telling_b: str
    words: int
    shared: int
    share: float
    own_share: float
    longest: str
    start: int | None
    end: int | None
    reading: str


class _Telling(NamedTuple):
    """The words of a telling in their order, their places, and whether each is its own voice's."""

    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    own: list[bool]


def alike(sentences: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of tellings of one event, as Alike, the most alike first.

    Runs that stand in quotes point to a common source; runs in the outlets' own voice to a reprint,
    a common agency text, or a house template.
    """
    name = dict(zip(articles["article_id"], articles["telling"], strict=True))
    found = []
    for event_id, ids, own, quoted in by_event(articles, sentences, quotes):
        told, said = by_article(own), by_article(quoted)
        read = {i: _read(told.get(i, []), said.get(i, [])) for i in ids}
        named = [(i, name[i]) for i in ids if read[i].low]
        for (a, name_a), (b, name_b) in combinations(sorted(named), 2):
            if len(read[a].low) > len(read[b].low):
                a, name_a, b, name_b = b, name_b, a, name_a
            found.append((event_id, a, name_a, b, name_b, *_shared(read[a], read[b])))
    table = pd.DataFrame(found, columns=["event_id", *Alike._fields])
    table[["start", "end"]] = table[["start", "end"]].astype("Int64")
    order = ["event_id", "share", "article_id_a"]
    return table.sort_values(order, ascending=[True, False, True]).reset_index(drop=True)


def table(alike: pd.DataFrame) -> pd.DataFrame:
    """The pairs for people to read; the longest run leads to its place in the shorter telling."""
    names = {"article_id_a": "article_id", "telling_a": "shorter", "telling_b": "longer"}
    rows = alike.rename(columns={**names, "longest": "text"}).drop(columns="article_id_b")
    columns = ["event_id", "shorter", "longer", "reading", "share", "own_share"]
    return rows[[*columns, "article_id", "start", "end", "text"]]


def copied(alike: pd.DataFrame) -> pd.DataFrame:
    """The pairs of which one may be a reprint of the other."""
    return alike[(alike["reading"] == REPRINT) & (alike["share"] >= _COPIED)]


def in_words(alike: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Which tellings share so many words of their own that one may be copied, and what they say.

    Two tellings of which one is a reprint are one voice: what both tell is told once.
    """
    reprints = copied(alike)
    said = [
        f"{r.telling_a} and {r.telling_b} share {counted(r.shared, 'word')} in whole runs "
        f"({r.share:.0%} of the shorter one), most of them the outlets' own."
        for r in tuples(reprints.head(_NAMED))
    ]
    said += _so_do(len(reprints), "more pair")
    agency = articles[articles["agency"] != ""]
    named = tuples(agency.head(_NAMED))
    said += [f"{r.telling} names {r.agency} as a source of its text." for r in named]
    said += _so_do(len(agency), "more article")
    return " ".join(said) or "No reprint was found, and no text names an agency as its source."


def _so_do(many: int, noun: str) -> list[str]:
    """Of how many more than those that are named the same is said."""
    more = many - _NAMED
    return [f"So {'does' if more == 1 else 'do'} {few(more, noun)}."] if more > 0 else []


def _read(sentences: list, said: list) -> _Telling:
    """The words of an article with their voice."""
    words, low, starts, ends, own = [], [], [], [], []
    for row, token, whose in voice.pieces(sentences, said, tokens.whole):
        words.append(row.text[token.start : token.end])
        low.append(token.low.replace(".", ""))
        starts.append(row.start + token.start)
        ends.append(row.start + token.end)
        own.append(whose == "own")
    return _Telling(words, low, starts, ends, own)


def _shared(a: _Telling, b: _Telling) -> tuple:
    """words, shared, share, own_share, longest, start, end and reading of a beside b."""
    theirs = {tuple(b.low[i : i + _RUN]) for i in range(len(b.low) - _RUN + 1)}
    inside = [False] * len(a.low)
    for i in range(len(a.low) - _RUN + 1):
        if tuple(a.low[i : i + _RUN]) in theirs:
            inside[i : i + _RUN] = [True] * _RUN
    first, beyond = _longest(inside)
    shared, own = sum(inside), sum(x and y for x, y in zip(inside, a.own, strict=True))
    share, own_share = (n / len(inside) if inside else float("nan") for n in (shared, own))
    place = (a.starts[first], a.ends[beyond - 1]) if beyond > first else (None, None)
    longest = " ".join(a.words[first:beyond])
    return (
        len(inside),
        shared,
        share,
        own_share,
        longest,
        *place,
        _reading(shared, own, len(inside)),
    )


def _longest(inside: list[bool]) -> tuple[int, int]:
    """First and beyond the last place of the longest stretch of True."""
    best, start = (0, 0), None
    for place, is_in in enumerate([*inside, False]):
        if is_in and start is None:
            start = place
        elif not is_in and start is not None:
            best = max(best, (start, place), key=lambda span: span[1] - span[0])
            start = None
    return best


def _reading(shared: int, own: int, words: int) -> str:
    """What shared words suggest."""
    if shared < _FEW * words:
        return "hardly any words in common"
    if 2 * own > shared:
        return REPRINT
    return "quoted words in common: one source"
