"""Answers remembered: a function in, the same out that works each answer out once."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")


class _Answers(dict[str, Answer], Generic[Answer]):
    """The answers given of late; those given before them are set aside, then forgotten.

    So the words that are all over a corpus are worked out once, however many rare ones it has.
    """

    def __init__(self, function: Callable[[str], Answer], most: int):
        super().__init__()
        self._function, self._most = function, max(1, most // 2)
        self._aside: dict[str, Answer] = {}

    def __missing__(self, word: str) -> Answer:
        if len(self) >= self._most:
            self._aside = self.copy()
            self.clear()
        known = self._aside.get(word)
        answer = self[word] = self._function(word) if known is None else known
        return answer


def remembered(most: int) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """A decorator for what is asked about every word of a text; at most so many are kept.

    As functools.lru_cache in less than half its time, which notes at each word that it was met.

    >>> remembered(most=2)(str.upper)("talks")
    'TALKS'
    """
    return lambda function: _Answers(function, most).__getitem__


class once(Generic[Answer]):
    """A property that is worked out when it is first asked for, and then kept.

    As functools.cached_property in a third of its time, which takes a lock up to Python 3.11.

    >>> class Text(str):
    ...     @once
    ...     def words(self):
    ...         return self.split()
    >>> Text("Talks resume").words
    ['Talks', 'resume']
    """

    def __init__(self, function: Callable[[Any], Answer]):
        self.__doc__, self._function = function.__doc__, function

    def __set_name__(self, owner: type, name: str) -> None:
        """Note under what name the answer is kept."""
        self._name = name

    def __get__(self, instance: Any, owner: type) -> Answer:
        """Work the answer out; the next time it is the instance's own, and this is not asked."""
        answer = self._function(instance)
        setattr(instance, self._name, answer)  # not by its __dict__: making that slows the rest
        return answer
