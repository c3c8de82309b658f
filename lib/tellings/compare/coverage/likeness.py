"""How much of a sentence a telling tells: the sentences of one event in, scores and places out."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.coverage import letters, parts
from tellings.compare.coverage.content_words import stems, weight
from tellings.compare.rows import by_sentence

# What counts beside the likeness of the letters. The weights were chosen on the labelled cells of
# twelve events (see states), the last two so that each half of them gains: a name or a word that a
# telling lacks speaks against a fact, but no single one decides. With more weight on the words,
# paraphrases were called omitted.
_WORDS = 0.2  # the share of the fact's words, by how rare they are, in three sentences
_NAMES = 0.08  # the share of the fact's names that the telling names anywhere
_PART = 0.3  # the likeness of the part of the fact that is told best: a wide fact is told in part
_COMPANY = 0.1  # how well the sentences beside the fact are told there, up to _BESIDE: what is
_BESIDE = 0.3  # added to a copied text stands beside a copy, and is not told by it
_COPY = 0.6  # likeness of letters from which on a place has the very sentence
_CLOSE = 0.7  # how near a second place is, in parts of the first, for a reader to be shown both
_CELLS = 2_000_000  # of the tables that are multiplied at one time: some 15 MB
_MOST = 0.7  # share of a fact's words that a place in other words must hold to tell it whole


class Match(NamedTuple):
    """How a telling tells each of some facts.

    score     0 (nothing) to about 1.8 (the same sentence)
    alike     how like the nearest sentence is as a whole: 0 to about 1.3
    sentence  the nearest sentence, its place in the event's
    second    the next nearest that does not stand beside it; -1 where it is far behind
    whole     whether no part is missing: of the very sentence no content word, else few
    """

    score: np.ndarray
    alike: np.ndarray
    sentence: np.ndarray
    second: np.ndarray
    whole: np.ndarray


class Near(NamedTuple):
    """Pairs of sentences of two tellings by their places in the event, and how near they are."""

    one: np.ndarray
    other: np.ndarray
    like: np.ndarray


class _Products(NamedTuple):
    """Some sentences of an event with all; see Likeness._products."""

    of: slice
    letters: np.ndarray
    held: np.ndarray
    holding: np.ndarray


class _Told(NamedTuple):
    """How some sentences of an event tell each of all; 0 for what stands beside it in its telling.

    near     as a single sentence, by its letters and words
    letters  by its letters, alone or with the one behind; whole: by its words, too
    score    also by the parts of what is told, and by what stands beside it
    """

    of: slice
    near: np.ndarray
    letters: np.ndarray
    whole: np.ndarray
    score: np.ndarray


class Likeness:
    """The sentences of an event, ready to be held against its tellings.

    A fact is compared with one and with two sentences in a row by their runs of letters (cosine,
    weighted by how rare a run is in the event), and with three in a row by its content words:
    outlets spread over several sentences what another says in one. What stands beside the fact
    counts, too: who tells one thing tells mostly the next beside it.
    """

    def __init__(self, sentences: Sequence, names: Sequence):
        """sentences: those of one event, telling after telling; names: their mentions."""
        self._of = _tellings(sentences)
        self._last: _Products | None = None
        self._told: _Told | None = None
        self._home = np.array([s.article_id for s in sentences])
        self._zones = np.array([s.zone for s in sentences])
        texts = [s.text for s in sentences]
        split = {n: own for n, text in enumerate(texts) if (own := parts.split(text)) != [text]}
        self._split = np.array(list(split), dtype=int)  # of the others their one part is told
        many = np.array([len(own) for own in split.values()], dtype=int)
        self._first = len(texts) + np.cumsum(many) - many
        every = list(chain.from_iterable(split.values()))
        self._letters, self._lengths = letters.vectors(texts, every)
        self._words = _words([stems(text) for text in texts])
        self._threes = _threes(self._words, self._home)
        weights = self._words.sum(axis=1)
        self._weights = np.where(weights > 0, weights, 1.0)  # of no words none is held
        self._named = [{m.entity_id for m in own} for own in by_sentence(sentences, names)]
        self._names: dict[str, set] = {}
        for m in names:
            self._names.setdefault(m.article_id, set()).add(m.entity_id)

    def against(self, article_id: str) -> Match:
        """How a telling tells each sentence of the event.

        In its own telling a sentence is held against those that do not stand beside it.
        """
        own = self._of[article_id]
        _, held, _ = self._products(own)
        near, letters, told, score = self._compared(own)
        nearest = near.argmax(axis=1)
        has = held[np.arange(len(nearest)), nearest]
        whole = np.where(letters.max(axis=1) >= _COPY, has > 1 - 1e-9, has >= _MOST)
        second = _second(near, nearest)
        second = np.where(second < 0, -1, own.start + second)
        named = _NAMES * self._names_held(article_id)
        alike = told.max(axis=1) + named
        return Match(score.max(axis=1) + named, alike, own.start + nearest, second, whole)

    def nearest(self, most: int) -> Near:
        """Sentences of two tellings that are among each other's `most` nearest, and how near.

        likeness of letters, and of words taken both ways: 0 to 1.2
        """
        found = [Near(*(np.empty(0, dtype=kind) for kind in (int, int, float)))]
        for own in self._of.values():
            letters, held, holding = (table[: own.start] for table in self._products(own))
            like = letters + _WORDS / 2 * (held + holding)
            both = _among(like, most)
            for theirs in self._of.values():
                if theirs.stop <= own.start:
                    both[theirs] &= _among(like[theirs].T, most).T
            one, other = np.nonzero(both)
            found.append(Near(one, own.start + other, like[both]))
        return Near(*map(np.concatenate, zip(*found, strict=True)))

    def _products(self, own: slice) -> Iterator[np.ndarray]:
        """Of each sentence and part with the sentences `own`: the likeness of letters; of each
        sentence with them: the share of its words that they hold, and of theirs that it holds.

        Those of an event's next sentences are reckoned with them: of most events all are at once.
        """
        if self._last is None or not self._last.of.start <= own.start < self._last.of.stop:
            most = own.start + max(1, _CELLS // self._letters.shape[1])
            stop = max([own.stop, *(o.stop for o in self._of.values() if o.stop <= most)])
            self._last = self._reckoned(slice(own.start, stop))
        of, *tables = self._last
        return (table[:, own.start - of.start : own.stop - of.start] for table in tables)

    def _reckoned(self, of: slice) -> "_Products":
        """The same of some sentences."""
        words, threes = _rows(self._words, of), _rows(self._threes, of)
        held = _products(self._words, threes) / self._weights[:, None]
        holding = _products(self._threes, words) / self._weights[of]
        return _Products(of, _products(self._letters, _rows(self._letters, of)), held, holding)

    def _compared(self, own: slice) -> Iterator[np.ndarray]:
        """The tables of _Told for the sentences `own`: made for as many as their products are."""
        if self._last and (self._told is None or self._told.of != self._last.of):
            self._told = self._all_told(self._last)
        of, *tables = self._told
        return (table[:, own.start - of.start : own.stop - of.start] for table in tables)

    def _all_told(self, products: _Products) -> _Told:
        """The same of all sentences that these products are of."""
        of, alike, held, _ = products
        facts, home = np.arange(len(self._home)), self._home
        one, in_part = alike[: len(facts)], alike[: len(facts)].copy()
        in_part[self._split] = np.maximum.reduceat(alike, self._first)
        beside = np.abs(np.subtract.outer(facts, facts[of])) <= 1
        apart = ~(beside & (home[:, None] == home[of]))
        words = _WORDS * held
        near = (one + words) * apart
        letters = np.maximum(one, self._two(one, of)) * apart
        company = _COMPANY * np.minimum(_beside(near, home, home[of]), _BESIDE)
        told = letters + words * apart
        return _Told(of, near, letters, told, told + _PART * in_part * apart + company)

    def _two(self, one: np.ndarray, of: slice) -> np.ndarray:
        """Likeness of letters of each fact to each sentence taken together with the one behind."""
        lengths, zones, home = self._lengths[of], self._zones[of], self._home[of]
        dots = one * lengths
        beside = dots[of].diagonal(1) * lengths[:-1]
        together = np.sqrt(lengths[:-1] ** 2 + lengths[1:] ** 2 + 2 * beside)
        follows = (zones[:-1] == zones[1:]) & (home[:-1] == home[1:])
        two = np.zeros_like(one)
        two[:, :-1] = (dots[:, :-1] + dots[:, 1:]) * follows
        two[:, :-1] /= np.where(together > 0, together, 1.0)
        return two

    def _names_held(self, article_id: str) -> np.ndarray:
        """The share of each fact's names that a telling names somewhere; 1 where it has none."""
        theirs = self._names.get(article_id, set())
        return np.array([len(own & theirs) / len(own) if own else 1.0 for own in self._named])


def _tellings(sentences: Sequence) -> dict[str, slice]:
    """Where each telling's sentences stand."""
    found, at = {}, 0
    for article_id, own in groupby(s.article_id for s in sentences):
        found[article_id] = slice(at, at := at + len(list(own)))
    return found


def _words(said: Sequence[frozenset[str]]):
    """A row for each sentence, a column for each stem: how much it tells where it stands."""
    from scipy.sparse import csr_array

    stem = np.array(list(chain.from_iterable(said)), dtype=object)
    column, listed = pd.factorize(stem, sort=True)  # in one order: a set's would show in the sums
    weights = np.array([weight(s) for s in listed])[column]
    whose = np.repeat(np.arange(len(said)), [len(own) for own in said])
    return csr_array((weights, (whose, column)), (len(said), max(1, len(listed))))


def _threes(words, home: np.ndarray):
    """For each sentence 1 for each stem of it and of its neighbours in its telling."""
    from scipy.sparse import diags_array

    together = (home[1:] == home[:-1]).astype(float)
    places = {0: np.ones(len(home))} | ({-1: together, 1: together} if len(together) else {})
    near = diags_array(
        list(places.values()), offsets=list(places)
    )  # of one sentence: its own alone
    threes = near.tocsr() @ words
    threes.data[:] = 1
    threes.sort_indices()
    return threes


def _rows(table, which: slice):
    """Some rows of a sparse table, as they lie there: SciPy's own slice copies them."""
    from scipy.sparse import csr_array

    at = table.indptr[which.start : which.stop + 1]
    own = slice(at[0], at[-1])
    return csr_array(
        (table.data[own], table.indices[own], at - at[0]), (len(at) - 1, table.shape[1])
    )


def _products(rows, columns) -> np.ndarray:
    """Each row times each of the others."""
    # A few sentences: dense is quicker, and small; laid out as the product goes through it.
    return rows @ columns.T.toarray(order="C")


def _beside(like: np.ndarray, home: np.ndarray, told_in: np.ndarray) -> np.ndarray:
    """How like the place, or a sentence beside it, is to one that stands beside the fact.

    home, told_in  the tellings of the facts, and of the places
    """
    rows, together = np.zeros_like(like), (home[1:] == home[:-1])[:, None]
    rows[1:] = like[:-1] * together
    rows[:-1] = np.maximum(rows[:-1], like[1:] * together)
    near, together = rows.copy(), told_in[1:] == told_in[:-1]
    near[:, 1:] = np.maximum(near[:, 1:], rows[:, :-1] * together)
    near[:, :-1] = np.maximum(near[:, :-1], rows[:, 1:] * together)
    return near


def _second(like: np.ndarray, first: np.ndarray) -> np.ndarray:
    """For each row the next nearest column that is not beside the first; -1 where it is far."""
    rows = np.arange(len(first))
    apart = np.abs(np.arange(like.shape[1]) - first[:, None]) > 1
    rest = np.where(apart, like, 0.0)
    second = rest.argmax(axis=1)
    close = rest[rows, second] >= np.maximum(_CLOSE * like[rows, first], 1e-9)
    return np.where(close, second, -1)


def _among(like: np.ndarray, most: int) -> np.ndarray:
    """Whether a column is among the `most` nearest of a row; of two alike the first is nearer."""
    found = np.zeros(like.shape, dtype=bool)
    first = (-like).argsort(axis=1, kind="stable")[:, :most]
    found[np.arange(len(like))[:, None], first] = True
    return found
