"""The particulars of many articles, on disk: put there one by one, read again when asked for."""

import pickle
from collections.abc import Sequence

import numpy as np

from tellings.compare.events.particulars import Particulars
from tellings.tables import Arrays


class Store(Sequence[Particulars]):
    """The Particulars of articles by their places; they take no memory."""

    def __init__(self):
        """Of no article yet."""
        self._told = Arrays(np.uint8)

    def append(self, one: Particulars) -> None:
        """Put an article in the next place."""
        self._told.append(np.frombuffer(pickle.dumps(one), dtype=np.uint8))

    def __len__(self) -> int:
        """How many articles."""
        return len(self._told)

    def __getitem__(self, place) -> Particulars:
        """The Particulars of the article in this place; raises IndexError where there is none."""
        return pickle.loads(self._told[place].tobytes())
