"""What two articles have in common that is particular to both: in words, or counted for many."""

from array import array
from itertools import pairwise
from math import fsum, log1p
from typing import NamedTuple

import numpy as np

from tellings.compare.events.numbers import Numbers
from tellings.compare.events.particulars import Particulars, in_setting
from tellings.compare.events.rarity import Rarity
from tellings.compare.events.repeated import again

# A name or number is a particular if no more than about every seventh article would hold it.
TELLING = 2.0


class Shared(NamedTuple):
    """What two articles have in common: names in their longest forms, the rarest first; names of
    the setting; numbers; whether words in quotation marks."""

    names: tuple[str, ...]
    setting: tuple[str, ...]
    numbers: tuple[str, ...]
    quoted: bool


def common(a: Particulars, b: Particulars, rarity: Rarity) -> Shared:
    """What two articles have in common that is particular."""
    weight = {n: rarity.weight(n) for n in a.names if n in b.names}
    both = sorted((n for n in weight if weight[n] >= TELLING), key=lambda n: -weight[n])
    form = {n: max(a.forms.get(n, n), b.forms.get(n, n), key=len) for n in both}
    setting = [n for n in both if in_setting(n, form[n])]
    own = [n for n in both if n not in setting]
    numbers = sorted(n for n in a.numbers & b.numbers if rarity.weight(n) >= TELLING)
    return Shared(
        tuple(form[n] for n in own),
        tuple(form[n] for n in setting),
        tuple(numbers),
        bool(a.quoted & b.quoted),
    )


def missing(a: Particulars, b: Particulars, rarity: Rarity) -> list[str]:
    """Names of a's lead that b never holds, the heaviest first, in their longest forms."""
    gone = [n for n in a.lead if n not in b.words and rarity.weight(n) >= TELLING]
    ranked = sorted(gone, key=lambda n: (-a.names[n] * rarity.weight(n), n))
    return [a.forms.get(n, n) for n in ranked]


class Counts:
    """For pairs of a store's articles, how much of each kind both have: what `common` says of one
    pair, in a fiftieth of the time. Pairs come as two arrays of places, a and b."""

    def __init__(self, told: Numbers, rarity: Rarity):
        """told: of all articles; rarity: the weights of its words."""
        names, numbers, quoted = told.names, told.numbers, told.quoted
        self._quoted = _twice(quoted.run, quoted.ends)  # first: it takes most while it is made
        word, lead = names.word, names.lead
        words = len(rarity.weights)
        telling = ((rarity.weights >= TELLING) & (rarity.holding > 1))[word]
        # Of each name twice the length of its longest form, and 1 more where it is of the setting.
        forms = 2 * names.length[telling] + names.setting[telling]
        self._names = _matrix(word, words, names.ends, telling, forms)
        self._named = _of_ones(self._names)
        known = zip(names.count[lead].tolist(), rarity.weights[word[lead]].tolist(), strict=True)
        weights = np.array([log1p(count) * weight for count, weight in known], dtype=float)
        self._lead = _matrix(word, words, names.ends, lead, weights)
        self._whole = np.array(_sums(self._lead), dtype=float)
        self._words = _among(told, self._lead.indices, words)
        rare = np.array([rarity.weight(figure) for figure in told.figures], dtype=float) >= TELLING
        figure = numbers.figure
        self._numbers = _matrix(figure, len(rare), numbers.ends, rare[figure])

    def names(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """How many names of their own both have, and how many of the setting."""
        in_a = self._names[a].multiply(self._named[b])
        in_b = self._named[a].multiply(self._names[b])
        setting = np.where(in_b.data // 2 > in_a.data // 2, in_b.data, in_a.data) % 2 == 1
        pair = np.repeat(np.arange(len(a)), np.diff(in_a.indptr))
        every = np.bincount(pair, minlength=len(a))
        of_setting = np.bincount(pair[setting], minlength=len(a))
        return every - of_setting, of_setting

    def numbers(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """How many numbers both have."""
        return self._numbers[a].multiply(self._numbers[b]).getnnz(axis=1)

    def quoted(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Whether both have words in quotation marks."""
        return self._quoted[a].multiply(self._quoted[b]).getnnz(axis=1) > 0

    def named(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Share of the names in a's lead that b holds, each by its weight and the log of its count.

        The sums are exact, so that the order of a set of names does not change the last digit.
        """
        held = np.array(_sums(self._lead[a].multiply(self._words[b])), dtype=float)
        whole = self._whole[a]
        return np.divide(held, whole, out=np.zeros(len(a)), where=whole > 0)


def _twice(runs: np.ndarray, ends: np.ndarray):
    """A row for each article, a column for each of the runs that are there twice."""
    known = again(runs)
    number = np.searchsorted(known, runs).astype(np.int32)
    return _matrix(number, len(known), ends, known[number] == runs)


def _matrix(
    numbers: np.ndarray,
    width: int,
    ends: np.ndarray,
    kept: np.ndarray,
    values: np.ndarray | None = None,
):
    """A row for each article, a column for each of `width` numbers; in it, of those that are kept,
    the values; without them True."""
    from scipy.sparse import csr_matrix

    places = np.flatnonzero(kept)
    told = np.ones(len(places), dtype=bool) if values is None else values
    held = (told, numbers[places], np.searchsorted(places, ends))
    matrix = csr_matrix(held, shape=(len(ends) - 1, width))
    matrix.sort_indices()
    return matrix


def _of_ones(matrix):
    """The matrix with True wherever something stands."""
    from scipy.sparse import csr_matrix

    ones = np.ones(matrix.nnz, dtype=bool)
    return csr_matrix((ones, matrix.indices, matrix.indptr), shape=matrix.shape)


def _among(told: Numbers, wanted: np.ndarray, words: int):
    """A row for each article, with the words wanted that it holds; a column for each word."""
    from scipy.sparse import csr_matrix

    is_wanted = np.zeros(words, dtype=bool)
    is_wanted[wanted] = True
    columns, ends = array("i"), array("i", [0])
    for place in range(len(told)):
        numbers, _ = told.words(place)
        columns.extend(numbers[is_wanted[numbers]].tolist())
        ends.append(len(columns))
    held = (np.ones(len(columns), dtype=bool), columns, ends)
    return csr_matrix(held, shape=(len(told), len(is_wanted)))


def _sums(matrix) -> list[float]:
    """The sum of each row of a matrix."""
    told = matrix.data.tolist()
    return [fsum(told[at:end]) for at, end in pairwise(matrix.indptr.tolist())]
