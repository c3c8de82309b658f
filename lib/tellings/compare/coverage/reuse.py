"""How alike two tellings are: runs of words that both have, and in whose voice they stand."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, combinations, compress, count
from typing import NamedTuple

import pandas as pd

from tellings.compare.rows import by_article, by_event
from tellings.tables import tuples
from tellings.text import spans, tokens, voice
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


class _Telling:
    """The words of a telling in their order, and its runs; where they stand, of those that others
    share."""

    def __init__(self, sentences: Sequence, said: Sequence, number: dict[str, int]):
        """number: of each run, the next one where a run has none."""
        self._sentences, self._said = sentences, said
        self._cut = [tokens.Whole(s.text) for s in sentences]
        every = chain.from_iterable(words.low for words in self._cut)
        self.low = " ".join(every).replace(".", "").split()  # of a word a letter is always left
        runs = map(" ".join, zip(*(self.low[n:] for n in range(_RUN)), strict=False))
        self.runs = list(map(number.__getitem__, runs))
        self.held = frozenset(self.runs)

    @cached_property
    def _begins(self) -> list[int]:
        """Which word each sentence begins with, and how many there are."""
        return [0, *accumulate(len(words.low) for words in self._cut)]

    def places(self, stretch: range) -> list[tuple]:
        """Where each word of a stretch begins and ends in the capture, and how it is written."""
        ends = (stretch.start, stretch.stop - 1)
        first, last = (bisect_right(self._begins, n) - 1 for n in ends)
        found: list[tuple] = []
        for at in range(first, last + 1):
            s, words, begin = self._sentences[at], self._cut[at], self._begins[at]
            inside = slice(max(stretch.start - begin, 0), stretch.stop - begin)
            own = zip(words.start[inside], words.end[inside], strict=True)
            found += [(s.start + start, s.start + end, s.text[start:end]) for start, end in own]
        return found

    @cached_property
    def own(self) -> list[bool]:
        """Whether each word is in the outlet's own voice."""
        found: list[bool] = []
        near = spans.reaching(self._sentences, self._said)
        for s, words, quotes in zip(self._sentences, self._cut, near, strict=True):
            if quotes:
                places = zip(words.start, words.end, strict=True)
                voices = voice.each([(s.start + a, s.start + b) for a, b in places], quotes)
                found += (whose == "own" for whose in voices)
            else:
                found += [True] * len(words.low)
        return found


def alike(sentences: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of tellings of one event, as Alike, the most alike first.

    Runs that stand in quotes point to a common source; runs in the outlets' own voice to a reprint,
    a common agency text, or a house template.
    """
    name = dict(zip(articles["article_id"], articles["telling"], strict=True))
    found = []
    for event_id, ids, own, quoted in by_event(articles, sentences, quotes):
        told, said = by_article(own), by_article(quoted)
        number: dict[str, int] = defaultdict(count().__next__)
        read = {i: _Telling(told.get(i, []), said.get(i, []), number) for i in ids}
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
    """The pairs of which one may be a reprint of the other, by what is said of them: without the
    words in common, which may be whole articles."""
    kept = (alike["reading"] == REPRINT) & (alike["share"] >= _COPIED)
    return alike.loc[kept, ["telling_a", "telling_b", "shared", "share", "reading"]]


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


def _shared(a: _Telling, b: _Telling) -> tuple:
    """words, shared, share, own_share, longest, start, end and reading of a beside b."""
    common = list(_stretches(compress(count(), map(b.held.__contains__, a.runs))))
    words, shared = len(a.low), sum(map(len, common))
    own = sum(sum(a.own[stretch.start : stretch.stop]) for stretch in common)
    share, own_share = (n / words if words else float("nan") for n in (shared, own))
    longest = a.places(max(common, key=len, default=range(0)))
    start, end = (longest[0][0], longest[-1][1]) if longest else (None, None)
    text = " ".join(written for _, _, written in longest)
    return words, shared, share, own_share, text, start, end, _reading(shared, own, words)


def _stretches(runs: Iterable[int]) -> Iterator[range]:
    """The words of runs that begin at these words: those that overlap or touch are one stretch."""
    first = beyond = 0
    for start in runs:
        if start > beyond:
            if beyond:
                yield range(first, beyond)
            first = start
        beyond = start + _RUN
    if beyond:
        yield range(first, beyond)


def _reading(shared: int, own: int, words: int) -> str:
    """What shared words suggest."""
    if shared < _FEW * words:
        return "hardly any words in common"
    if 2 * own > shared:
        return REPRINT
    return "quoted words in common: one source"
