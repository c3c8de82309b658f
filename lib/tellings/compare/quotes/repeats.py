"""Words said again: statements in, pairs of different events that share their words out."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np
import pandas as pd

from tellings import tables
from tellings.compare.quotes.matching import ALIKE, LEAST, RUN, likeness, may_be_alike, tells
from tellings.compare.quotes.versions import words_of

# Statements that share a run of words, up to which it counts between each and each: so many make
# two pairs for each of them, as the first and the one before make of any number.
MOST = 5
_SHOWN = ["start", "end", "speaker", "text"]
_PAIR = np.dtype([("one", int), ("other", int), ("likeness", float)])
_AT_ONCE = 5_000  # pairs whose rows are held at one time
_RUNS = 250_000  # runs of words that are put in order at one time
_FIRST = 10_000  # statements whose pairs are brought together at one time


def said_again(statements: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Statements of different events that share their words: said again, never versions.

    statements  parts of whole events, in their order

    Two rows per pair, the earlier event's first: pair (counted from 1), likeness (0 to 1), and the
    fullest version's keys, start, end, speaker and text. They come in parts: of many events there
    are more pairs than statements.

    Where more than MOST statements share a run of words, it counts as shared only with the first of
    them and with the one before: a stock phrase in a thousand statements makes no half a million
    pairs.
    """
    parts = list(map(_fullest, statements))  # of 100,000 articles 34 MB
    pairs = np.fromiter(_alike(_Said(parts)), _PAIR)
    known = pd.concat(parts, ignore_index=True)
    for at in range(0, max(1, len(pairs)), _AT_ONCE):
        own = pairs[at : at + _AT_ONCE]
        rows = known.take(np.column_stack([own["one"], own["other"]]).ravel())
        rows.insert(0, "pair", np.repeat(np.arange(at, at + len(own)) + 1, 2))
        rows.insert(1, "likeness", np.repeat(own["likeness"], 2))
        yield rows.reset_index(drop=True)


def _fullest(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that can be said again: each one's fullest version, if it stands in marks."""
    marked = statements[statements["fullest"] & (statements["form"] != "indirect")]
    keys = [c for c in tables.KEYS if c in marked.columns and c != "outlet"]
    return marked.sort_values(["event_id", "article_id", "start"])[[*keys, *_SHOWN]]


class _Said:
    """What is held of all statements: their words as numbers, one statement after another.

    event  of each statement a number
    sizes  of each statement how many words it has
    words  of each word its number
    idle   of each statement whether it is a fragment that is like no other ("to the")
    """

    def __init__(self, parts: Iterable[pd.DataFrame]):
        """parts: the statements, as _fullest gives them."""
        numbers = defaultdict[str, int]()
        numbers.default_factory = numbers.__len__  # a new word has the next number
        events, sizes, words = list[str](), list[int](), array("i")
        for part in parts:
            keys = [words_of(text).keys for text in part["text"]]
            words.extend(map(numbers.__getitem__, chain.from_iterable(keys)))
            sizes += map(len, keys)
            events += part["event_id"].tolist()
        self._written = list(numbers)
        self.event = pd.factorize(np.array(events, dtype=object))[0]
        self.sizes = np.array(sizes, dtype=int)
        self._ends = np.cumsum(self.sizes)
        self._places = np.repeat(np.arange(len(sizes)), self.sizes)
        self.words = np.asarray(words)
        self._runs = self._numbered(np.arange(max(0, len(words) - RUN + 1)), RUN)
        self._bounds = [0, *self._ends.tolist()]  # Python's own: asked for twice a likely pair
        few = np.flatnonzero(self.sizes < LEAST).tolist()
        self.idle = np.zeros(len(sizes), dtype=bool)
        self.idle[[n for n in few if not tells(self.keys(n))]] = True

    def keys(self, place: int) -> tuple[str, ...]:
        """The words of a statement."""
        begin, end = self._bounds[place : place + 2]
        return tuple([self._written[number] for number in self.words[begin:end].tolist()])

    def runs_of(self, place: int) -> list[int]:
        """A number for each run of RUN words of a statement, from the first on."""
        begin, end = self._bounds[place : place + 2]
        return self._runs[begin : max(begin, end - RUN + 1)].tolist()

    def runs(self, size: int, cut: int, cuts: int) -> tuple[np.ndarray, np.ndarray]:
        """A number for each run of so many words of a statement, and the place of the statement:
        of those runs whose first word falls into this one of so many cuts."""
        at = np.flatnonzero(self.words % cuts == cut)
        places = self._places[at]
        whole = at + size <= self._ends[places]
        return self._numbered(at[whole], size), places[whole]

    def _numbered(self, at: np.ndarray, size: int) -> np.ndarray:
        """A number for each run of so many words that begins there."""
        found = np.zeros(len(at), dtype="int64")
        for n in range(size):
            found = found * len(self._written) + self.words[at + n]
        return found


def _alike(said: _Said) -> Iterator[tuple[int, int, float]]:
    """The pairs of statements of two events that are alike enough, and how much."""
    for one, other in _likely(said):
        if may_be_alike(said.runs_of(one), said.runs_of(other)):
            alike = likeness(said.keys(one), said.keys(other))
            if alike >= ALIKE:
                yield one, other, alike


def _likely(said: _Said) -> Iterator[tuple[int, int]]:
    """The places of statements of two events that share so many runs that they may be alike.

    Each run has RUN words: where all of them together have less than ALIKE of the shorter one's,
    as most that share a phrase, the two need not be compared.
    """
    many = len(said.sizes)
    linked = [
        np.sort((a * np.int64(many) + b)[said.event[a] != said.event[b]]) for a, b in _linked(said)
    ]
    for begin in range(0, many, _FIRST):
        ends = np.array([begin, begin + _FIRST]) * many
        own = [links[slice(*np.searchsorted(links, ends))] for links in linked]
        pairs, runs = np.unique(np.concatenate(own), return_counts=True)
        ones, others = np.divmod(pairs, many)
        shorter = np.where(said.sizes[ones] <= said.sizes[others], ones, others)
        enough = (runs * RUN >= ALIKE * said.sizes[shorter]) & ~said.idle[shorter]
        yield from zip(ones[enough].tolist(), others[enough].tolist(), strict=True)


def _linked(said: _Said) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The places that share a run of RUN words, or the two words that one of them is: each with
    each, as many times as the run stands in one of them; of more than MOST each with the first, and
    with the one before."""
    cuts = len(said.words) // _RUNS + 1
    for cut in range(cuts):
        runs, places = said.runs(2, cut, cuts)
        whole = np.isin(runs, runs[said.sizes[places] == 2])  # that are a statement somewhere
        yield from _of_same(runs[whole], places[whole])
        yield from _of_same(*said.runs(RUN, cut, cuts))


def _of_same(runs: np.ndarray, places: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """As _linked, of these runs."""
    order = np.argsort(runs, kind="stable")
    runs, places = runs[order], places[order]
    again = (runs[1:] == runs[:-1]) & (places[1:] == places[:-1])
    once = np.flatnonzero(~np.append(False, again)[: len(runs)])
    times = np.diff(once, append=len(runs))
    runs, places = runs[once], places[once]

    def together(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        often = np.maximum(times[one], times[other])
        return np.repeat(places[one], often), np.repeat(places[other], often)

    _, first, size = np.unique(runs, return_index=True, return_counts=True)
    first, size = np.repeat(first, size), np.repeat(size, size)
    yield together(first[size > MOST], np.flatnonzero(size > MOST))
    for apart in range(1, MOST):
        near = (runs[apart:] == runs[:-apart]) & ((size[apart:] <= MOST) | (apart == 1))
        at = np.flatnonzero(near)
        yield together(at, at + apart)
