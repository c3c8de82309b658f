"""How much of a sentence a telling tells: the sentences of one event in, scores and places out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from tellings.compare.coverage import parts
from tellings.compare.coverage.content_words import stems, weight

# What counts beside the likeness of the letters. The weights were chosen on the labelled cells of
# twelve events (see states), the last two so that each half of them gains: a name or a word that a
# telling lacks speaks against a fact, but no single one decides. With more weight on the words,
# paraphrases were called omitted.
_WORDS = 0.2  # the share of the fact's words, by how rare they are, in three sentences
_NAMES = 0.08  # the share of the fact's names that the telling names anywhere
_PART = 0.3  # the likeness of the part of the fact that is told best: a wide fact is told in part
_COMPANY = 0.1  # how well the sentences beside the fact are told there, up to _BESIDE: what is
_BESIDE = 0.3  # added to a copied text stands beside a copy, and is not told by it
_LETTERS = (4, 4)  # runs of four letters: endings and word order change few of them
_COPY = 0.6  # likeness of letters from which on a place has the very sentence
_CLOSE = 0.7  # how near a second place is, in parts of the first, for a reader to be shown both
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


class Likeness:
    """The sentences of an event, ready to be held against its tellings.

    A fact is compared with one and with two sentences in a row by their runs of letters (cosine,
    weighted by how rare a run is in the event), and with three in a row by its content words:
    outlets spread over several sentences what another says in one. What stands beside the fact
    counts, too: who tells one thing tells mostly the next beside it.
    """

    def __init__(self, sentences: Sequence, names: dict[str, list]):
        """sentences: those of one event, each telling's in order; names: mentions by article_id."""
        from scipy.sparse import csr_matrix, diags
        from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

        self._of: dict[str, np.ndarray] = _by_article(sentences)
        texts = [s.text for s in sentences]
        letters = TfidfVectorizer(analyzer="char", ngram_range=_LETTERS, norm=None)
        words = CountVectorizer(analyzer=_ordered, binary=True)
        try:
            self._letters = letters.fit_transform(texts)
            self._words = words.fit_transform(texts)
        except ValueError:  # the vectorizer's word for "no words": there is nothing to compare
            self._letters = self._words = csr_matrix((len(texts), 1))
        listed = words.get_feature_names_out() if hasattr(words, "vocabulary_") else [""]
        self._weighed = self._words @ diags([weight(s) for s in listed])
        # Of each telling once: it is held against all others of the event.
        self._threes = {i: _three(self._words[own]) for i, own in self._of.items()}
        self._pairs = {i: _pair_lengths(self._letters[own]) for i, own in self._of.items()}
        self._lengths = _lengths(self._letters)
        self._parts, self._first = _parted(texts, letters)
        self._zones = np.array([s.zone for s in sentences])
        self._home = np.array([s.article_id for s in sentences])
        self._named = [_within(s, names.get(s.article_id, ())) for s in sentences]
        self._names = {i: {m.entity_id for m in own} for i, own in names.items()}

    def against(self, article_id: str) -> Match:
        """How a telling tells each sentence of the event.

        In its own telling a sentence is held against those that do not stand beside it.
        """
        own, facts = self._of[article_id], range(len(self._home))
        one, two = self._alike(facts, article_id)
        held = self._words_held(facts, article_id)
        beside = np.abs(np.subtract.outer(np.asarray(facts), own)) <= 1
        apart = ~(beside & (self._home == article_id)[:, None])
        near = (one + _WORDS * held) * apart
        letters = np.maximum(one, two) * apart
        company = _COMPANY * np.minimum(_beside(near, self._home), _BESIDE)
        told = letters + _WORDS * held * apart
        in_part = told + _PART * self._best_part(own) * apart
        nearest = near.argmax(axis=1)
        named = _NAMES * np.array([self._shared(f, article_id) for f in facts])
        has = held[np.arange(len(facts)), nearest]
        whole = np.where(letters.max(axis=1) >= _COPY, has > 1 - 1e-9, has >= _MOST)
        score = (in_part + company).max(axis=1)
        second = _second(near, nearest)
        second = np.where(second < 0, -1, own[second])
        return Match(score + named, told.max(axis=1) + named, own[nearest], second, whole)

    def nearest(self, one: str, other: str, most: int) -> Iterator[tuple[int, int, float]]:
        """Sentences of two tellings that are among each other's `most` nearest, and how near.

        likeness of letters, and of words taken both ways: 0 to 1.2
        """
        a, b = self._of[one], self._of[other]
        letters, _ = self._alike(a, other)
        words = self._words_held(a, other) + self._words_held(b, one).T
        like = letters + _WORDS / 2 * words
        both = (_ranks(like) < most) & (most > _ranks(like.T).T)
        yield from ((int(a[i]), int(b[j]), float(like[i, j])) for i, j in np.argwhere(both))

    def _alike(self, facts: Sequence[int], article_id: str) -> tuple[np.ndarray, np.ndarray]:
        """Likeness of letters of each fact to each sentence, and to it with the one behind it."""
        own, pairs, lengths = self._of[article_id], self._pairs[article_id], self._lengths
        dots = (self._letters[facts] @ self._letters[own].T).toarray()
        with np.errstate(divide="ignore", invalid="ignore"):
            one = np.nan_to_num(dots / np.outer(lengths[facts], lengths[own]))
            both = dots[:, :-1] + dots[:, 1:]
            two = np.nan_to_num(both / np.outer(lengths[facts], pairs))
        two[:, self._zones[own][:-1] != self._zones[own][1:]] = 0
        return one, np.pad(two, ((0, 0), (0, 1)))

    def _best_part(self, own: np.ndarray) -> np.ndarray:
        """Likeness of letters of each fact's likest part to each sentence."""
        lengths = np.outer(_lengths(self._parts), self._lengths[own])
        with np.errstate(divide="ignore", invalid="ignore"):
            alike = np.nan_to_num((self._parts @ self._letters[own].T).toarray() / lengths)
        return np.maximum.reduceat(alike, self._first)

    def _words_held(self, facts: Sequence[int], article_id: str) -> np.ndarray:
        """The share of each fact's words, by weight, in each sentence and its two neighbours."""
        words = self._weighed[facts]
        with np.errstate(divide="ignore", invalid="ignore"):
            held = (words @ self._threes[article_id].T).toarray()
            return np.nan_to_num(held / np.asarray(words.sum(axis=1)))

    def _shared(self, fact: int, article_id: str) -> float:
        """The share of a fact's names that a telling names somewhere; 1 where it has none."""
        mine, theirs = self._named[fact], self._names.get(article_id, set())
        return len(mine & theirs) / len(mine) if mine else 1.0


def _parted(texts: Sequence[str], letters) -> tuple:
    """The parts of the texts by their letters, and each text's first place among them."""
    split = [parts.split(text) for text in texts]
    first = np.cumsum([0, *(len(own) for own in split[:-1])])
    if not hasattr(letters, "vocabulary_"):  # there is nothing to compare
        from scipy.sparse import csr_matrix

        return csr_matrix((sum(map(len, split)), 1)), first
    return letters.transform([part for own in split for part in own]), first


def _ordered(text: str) -> list[str]:
    """The stems of a text in one order: sums over a set's would differ in their last digit."""
    return sorted(stems(text))


def _by_article(sentences: Sequence) -> dict[str, np.ndarray]:
    """The places of each article's sentences."""
    ids = np.array([s.article_id for s in sentences])
    return {str(i): np.flatnonzero(ids == i) for i in dict.fromkeys(ids)}


def _within(sentence, mentions: Iterable) -> set[str]:
    """The entities that a sentence names."""
    return {m.entity_id for m in mentions if sentence.start <= m.start < sentence.end}


def _lengths(rows) -> np.ndarray:
    """The length of each row's vector."""
    return np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())


def _pair_lengths(letters) -> np.ndarray:
    """The length of each row taken together with the one behind it."""
    return _lengths(letters[:-1] + letters[1:])


def _three(words):
    """For each sentence the words of it and of its neighbours, each once."""
    whole = words.copy()
    if words.shape[0] > 1:
        from scipy.sparse import csr_matrix, vstack

        none = csr_matrix((1, words.shape[1]))
        whole = whole + vstack([words[1:], none]) + vstack([none, words[:-1]])
    return (whole > 0).astype(float)


def _beside(like: np.ndarray, home: np.ndarray) -> np.ndarray:
    """How like the place, or a sentence beside it, is to one that stands beside the fact."""
    rows, together = np.zeros_like(like), (home[1:] == home[:-1])[:, None]
    rows[1:] = like[:-1] * together
    rows[:-1] = np.maximum(rows[:-1], like[1:] * together)
    wide = np.pad(rows, ((0, 0), (1, 1)))
    return np.maximum.reduce([wide[:, :-2], wide[:, 1:-1], wide[:, 2:]])


def _second(like: np.ndarray, first: np.ndarray) -> np.ndarray:
    """For each row the next nearest column that is not beside the first; -1 where it is far."""
    rows = np.arange(len(first))
    apart = np.abs(np.arange(like.shape[1]) - first[:, None]) > 1
    rest = np.where(apart, like, 0.0)
    second = rest.argmax(axis=1)
    close = rest[rows, second] >= np.maximum(_CLOSE * like[rows, first], 1e-9)
    return np.where(close, second, -1)


def _ranks(like: np.ndarray) -> np.ndarray:
    """For each row the rank of each column, 0 being the nearest."""
    return (-like).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
