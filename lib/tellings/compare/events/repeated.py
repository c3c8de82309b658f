"""What an outlet prints under several articles: a corpus in, each article's own sentences out."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from tellings.compare.parts import Parts

# An article so much of which stands in another of its outlet is captured twice.
_TWIN = 0.5


class Repeated:
    """The sentences that one outlet prints under several articles ("Get the Gazette delivered every
    Friday."): they are its own, and tell nothing of what any of them is about."""

    def __init__(self, articles: pd.DataFrame, sentences: Parts):
        """articles: article_id and, where it is known, outlet; those without one repeat nothing."""
        outlets = articles["outlet"] if "outlet" in articles else pd.Series("", articles.index)
        known = outlets != ""
        self._outlet = dict(zip(articles["article_id"][known], outlets[known], strict=True))
        # As hashes: a hundred thousand articles' sentences are 20 MB, each once.
        found = [np.fromiter(self._hashes(part), dtype=np.int64) for part in sentences.parts()]
        self._again = again(np.concatenate([np.array([], dtype=np.int64), *found]))

    def _hashes(self, sentences: pd.DataFrame) -> Iterator[int]:
        """A hash of each article's each sentence with its outlet."""
        told = sentences[["article_id", "text"]].drop_duplicates()
        for article_id, text in zip(told["article_id"], told["text"], strict=True):
            if article_id in self._outlet:
                yield hash((self._outlet[article_id], text))

    def without(self, article_id: str, sentences: Sequence) -> Sequence:
        """An article's sentences but for those that its outlet repeats.

        One that is captured twice is its outlet's article, all of it.
        """
        if article_id not in self._outlet:
            return sentences
        told = np.array([hash((self._outlet[article_id], s.text)) for s in sentences], np.int64)
        again = self._again[np.searchsorted(self._again, told)] == told
        if again.sum() >= _TWIN * len(again):
            return sentences
        return [s for s, repeated in zip(sentences, again, strict=True) if not repeated]


def again(hashes: np.ndarray) -> np.ndarray:
    """Those that are there twice, in order; the last is one behind all that is looked for.

    >>> again(np.array([7, 5, 7, 3]))[:-1].tolist()
    [7]
    """
    told = np.sort(hashes)
    twice = np.unique(told[1:][told[1:] == told[:-1]])
    return np.append(twice, np.iinfo(np.int64).max)
