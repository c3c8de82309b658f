"""Words said again: statements in, pairs of different events that share their words out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

import numpy as np
import pandas as pd
from pandas.util import hash_array

from tellings import tables
from tellings.compare.quotes.matching import ALIKE, LEAST, RUN, likeness
from tellings.compare.quotes.versions import words_of

MOST = 20  # statements that share a run of words, up to which each is compared with each
_SHOWN = ["start", "end", "speaker", "text"]
_PAIR = np.dtype([("one", int), ("other", int), ("likeness", float)])
_AT_ONCE = 5_000  # pairs whose rows are held at one time
_RUNS = 500_000  # runs of words that are put in order at one time
_ODD = np.uint64(0x9E3779B97F4A7C15)  # by which the numbers of words become that of their run

Statements: TypeAlias = Callable[[], Iterable[pd.DataFrame]]


def said_again(statements: Statements) -> Iterator[pd.DataFrame]:
    """Statements of different events that share their words: said again, never versions.

    statements  gives the statements whenever it is called: parts of whole events, in their order

    Two rows per pair, the earlier event's first: pair (counted from 1), likeness (0 to 1), and the
    fullest version's keys, start, end, speaker and text. They come in parts: of many events there
    are more pairs than statements.

    Where more than MOST statements share a run of words, each is compared with the first of them
    and with the one before it only: a stock phrase in a thousand statements makes no half a million
    pairs.
    """
    pairs = np.fromiter(_alike(_Said(statements())), _PAIR)
    known = _at(np.unique([pairs["one"], pairs["other"]]), statements())
    for at in range(0, max(1, len(pairs)), _AT_ONCE):
        own = pairs[at : at + _AT_ONCE]
        rows = known.loc[np.column_stack([own["one"], own["other"]]).ravel()]
        rows.insert(0, "pair", np.repeat(np.arange(at, at + len(own)) + 1, 2))
        rows.insert(1, "likeness", np.repeat(own["likeness"], 2))
        yield rows.reset_index(drop=True)


def _fullest(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that can be said again: each one's fullest version, if it stands in marks."""
    marked = statements[statements["fullest"] & (statements["form"] != "indirect")]
    keys = [c for c in tables.KEYS if c in marked.columns and c != "outlet"]
    return marked.sort_values(["event_id", "article_id", "start"])[[*keys, *_SHOWN]]


def _at(places: np.ndarray, statements: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The statements at these places, by their places."""
    found, begin = [], 0
    for part in map(_fullest, statements):
        first, last = np.searchsorted(places, [begin, begin + len(part)])
        found.append(part.iloc[places[first:last] - begin])
        begin += len(part)
    return pd.concat(found).set_axis(places)


class _Said:
    """What is held of all statements: their words as text, and as numbers.

    event  of each statement a number
    words  of each word a number, one statement after another; place: of each its statement's
    """

    def __init__(self, statements: Iterable[pd.DataFrame]):
        self._texts: list[str] = []
        events, words = list[str](), [_numbers([])]
        for part in map(_fullest, statements):
            keys = [words_of(text).keys for text in part["text"]]
            self._texts += map(" ".join, keys)
            events += part["event_id"].tolist()
            words.append(_numbers([word for own in keys for word in own]))
        self.event = pd.factorize(np.array(events, dtype=object))[0]
        self.words = np.concatenate(words)
        self.sizes = np.array([text.count(" ") + (text != "") for text in self._texts], dtype=int)
        self.place = np.repeat(np.arange(len(self.sizes), dtype="int32"), self.sizes)

    def keys(self, place: int) -> tuple[str, ...]:
        """The words of a statement."""
        return tuple(self._texts[place].split())

    def runs(self, size: int) -> tuple[np.ndarray, np.ndarray]:
        """A number for each run of so many words of a statement, and the place of the statement."""
        many = max(len(self.words) - size + 1, 0)
        found = np.zeros(many, dtype="uint64")
        for n in range(size):
            found = found * _ODD + self.words[n : many + n]
        whole = self.place[:many] == self.place[size - 1 :]
        return found[whole], self.place[:many][whole]


def _numbers(words: Sequence[str]) -> np.ndarray:
    return hash_array(np.array(words, dtype=object))


def _alike(said: _Said) -> Iterator[tuple[int, int, float]]:
    """The pairs of statements of two events that are alike enough, and how much."""
    for pair in _meeting(said):
        short, long = sorted(map(said.keys, pair), key=len)
        if len(short) >= LEAST and _common(short, long) < ALIKE * len(short):
            continue
        alike = likeness(short, long)
        if alike >= ALIKE:
            yield *pair, alike


def _common(short: Sequence[str], long: Sequence[str]) -> int:
    """How many words of one stand in runs of RUN words that the other has, too, in any order: the
    likeness of no two is more, and most pairs have no more in common than a phrase."""
    known = set(_runs(long))
    return len({n + at for n, run in enumerate(_runs(short)) if run in known for at in range(RUN)})


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The runs of RUN words."""
    return zip(*(words[n:] for n in range(RUN)), strict=False)


def _meeting(said: _Said) -> Iterator[tuple[int, int]]:
    """The pairs of two events that share a run of RUN words, or the two words that one is."""
    linked = chain(_linked(*_fragments(said)), _linked(*said.runs(RUN)))
    many = np.int64(len(said.sizes))
    # Most pairs share several runs: each is held once, or they took the most of all that is held.
    pairs = [np.unique((a * many + b)[said.event[a] != said.event[b]]) for a, b in linked]
    for pair in np.unique(np.concatenate(pairs)):
        yield divmod(int(pair), int(many))


def _fragments(said: _Said) -> tuple[np.ndarray, np.ndarray]:
    """The runs of two words that are a statement, wherever they stand, as _Said.runs has them."""
    runs, places = said.runs(2)
    whole = pd.Series(runs).isin(runs[said.sizes[places] == 2]).to_numpy()
    return runs[whole], places[whole]


def _linked(runs: np.ndarray, places: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The places that share a run, each with each; of more than MOST each with the first, and with
    the one before."""
    cuts = np.uint64(len(runs) // _RUNS + 1)
    for cut in range(int(cuts)):
        own = runs % cuts == cut
        yield from _of_same(runs[own], places[own])


def _of_same(runs: np.ndarray, places: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """As _linked, at once."""
    order = np.argsort(runs, kind="stable")
    runs, places = runs[order], places[order]
    again = (runs[1:] == runs[:-1]) & (places[1:] == places[:-1])
    once = ~np.append(False, again)[: len(runs)]
    runs, places = runs[once], places[once]
    _, first, size = np.unique(runs, return_index=True, return_counts=True)
    first, size = np.repeat(first, size), np.repeat(size, size)
    yield places[first[size > MOST]], places[size > MOST]
    for apart in range(1, MOST):
        near = (runs[apart:] == runs[:-apart]) & ((size[apart:] <= MOST) | (apart == 1))
        yield places[:-apart][near], places[apart:][near]
