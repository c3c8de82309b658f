"""Answers remembered: a function of a word in, the same out that asks for each word once."""

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class _Answers(dict[str, Answer], Generic[Answer]):
    """The answers given so far; forgotten all at once when there are too many."""

    def __init__(self, function: Callable[[str], Answer], most: int):
        super().__init__()
        self._function, self._most = function, most

    def __missing__(self, word: str) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._function(word)
        return answer


def remembered(most: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """A decorator for what is asked about every word of a text; at most so many are kept.

    As functools.lru_cache in less than half its time, which notes at each word that it was met.

    >>> remembered(most=2)(str.upper)("talks")
    'TALKS'
    """
    return lambda function: _Answers(function, most).__getitem__
