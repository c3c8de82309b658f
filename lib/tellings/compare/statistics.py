"""What chance alone would do: counts and differences in, intervals and chances out."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import gammaincinv

FEWEST = 6  # events; with fewer, not even the most uneven signs reach 5 % (2 of 2**5 are 6 %)
_ALL = 12  # up to so many events every way to set the signs is tried
_FLIPS = 4095
_GROUPS = 1000  # events beyond so many change their signs in groups: the test stays exact
_AT_ONCE = 64  # flips held in memory together


class Swapped(NamedTuple):
    """What the sign-flip test says of each column.

    t         the paired t of the column
    chance    two-sided chance of so large a t if the two outlets could be swapped in each event
    over_all  the chance that any of the columns comes so far (max-T): for claims
    """

    t: np.ndarray
    chance: np.ndarray
    over_all: np.ndarray


class Summed(NamedTuple):
    """Columns of differences as sign_flip needs them, which is less than one for each event.

    mean, squares  of each column, and of its squares
    groups         the differences of events that change their signs together, added up
    """

    events: int
    mean: np.ndarray
    squares: np.ndarray
    groups: np.ndarray | sparse.sparray


def rates(counts: pd.Series, words: pd.Series) -> pd.DataFrame:
    """per_1000_words with low and high, its exact 95 % Poisson interval; NaN without words.

    Garwood 1936, Biometrika 28, 437-442. It says how far chance alone would go if each word were
    drawn by itself; topics come in clumps.

    >>> rates(pd.Series([0, 3]), pd.Series([1000, 1000])).round(2).values.tolist()
    [[0.0, 0.0, 3.69], [3.0, 0.62, 8.77]]
    """
    per = 1000 / words.where(words > 0)
    low = np.where(counts > 0, gammaincinv(np.maximum(counts, 1), 0.025), 0.0)
    high = gammaincinv(counts + 1, 0.975)
    return pd.DataFrame({"per_1000_words": counts * per, "low": low * per, "high": high * per})


def holm(chances: pd.Series, families: pd.Series) -> pd.Series:
    """Chances corrected for how many their family has, none smaller than one of it that was
    smaller before.

    Holm 1979, Scandinavian Journal of Statistics 6, 65-70.
    """
    own = families.iloc[np.lexsort((chances, pd.factorize(families)[0]))]
    ordered = chances.loc[own.index]
    by_family = ordered.groupby(own, sort=False)
    times = by_family.transform("count") - by_family.cumcount()
    held = (ordered * times).clip(upper=1)
    return held.groupby(own, sort=False).cummax().reindex(chances.index)


def summed(differences: np.ndarray | sparse.sparray) -> Summed:
    """What sign_flip asks of columns of differences, one row per event; a sparse array where most
    are 0."""
    squares = (differences**2).mean(axis=0)
    return Summed(differences.shape[0], differences.mean(axis=0), squares, _together(differences))


def sign_flip(*columns: Summed, seed: int = 0) -> Swapped:
    """Test columns of differences of the same events, some beside others, against swapped outlets.

    If the two outlets wrote alike, each event's difference could as well have the other sign. All
    ways to set the signs are tried, or 4,095 drawn ones beyond 12 events; with the one seen, so
    that no chance is 0 (Phipson and Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9, 39). Max-T after
    Westfall and Young 1993, Resampling-Based Multiple Testing. Below 6 events chances are NaN.
    Beyond 1,000 events these are put in 1,000 groups by their place, and a group's signs change
    together: the time does not grow with the events.
    """
    events = columns[0].events
    squares = np.concatenate([own.squares for own in columns])  # whatever the signs
    t = _t(np.concatenate([own.mean for own in columns]), squares, events)
    many = len(t)
    if events < FEWEST or not many:
        nothing = np.full(many, np.nan)
        return Swapped(t, nothing, nothing.copy())
    seen, beyond, farthest, flips = np.abs(t) - 1e-9, np.zeros(many), np.zeros(many), 0
    for signs in _signs(min(events, _GROUPS), seed):
        mean = np.hstack([signs @ own.groups for own in columns]) / events
        flipped = np.abs(_t(mean, squares, events))
        beyond += (flipped >= seen).sum(axis=0)
        farthest += (flipped.max(axis=1, keepdims=True) >= seen).sum(axis=0)
        flips += len(signs)
    return Swapped(t, beyond / flips, farthest / flips)


def _together(differences: np.ndarray | sparse.sparray) -> np.ndarray | sparse.sparray:
    """The differences of the events that change their signs together, added up."""
    events = differences.shape[0]
    if events <= _GROUPS:
        return differences
    place = np.arange(events)
    together = sparse.csr_array((np.ones(events), (place % _GROUPS, place)))
    return together @ differences


def _signs(events: int, seed: int) -> Iterator[np.ndarray]:
    """The ways to set the signs, some at a time; first of all as they are."""
    if events <= _ALL:
        every = np.array(list(product((1.0, -1.0), repeat=events)))
        yield from np.split(every, range(_AT_ONCE, len(every), _AT_ONCE))
        return
    drawn = np.random.default_rng(seed)
    yield np.ones((1, events))
    for start in range(0, _FLIPS, _AT_ONCE):
        size = min(_AT_ONCE, _FLIPS - start), events
        yield drawn.choice((1.0, -1.0), size=size)


def _t(mean: np.ndarray, squares: np.ndarray, events: int) -> np.ndarray:
    """Paired t of means, by the mean squares of what they are the means of."""
    spread = np.maximum(squares - mean**2, 1e-12) / max(events - 1, 1)
    return mean / spread**0.5
