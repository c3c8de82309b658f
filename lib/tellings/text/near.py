"""The rows that reach into each sentence: sentences and placed rows in, a list for each out."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence


def rows(sentences: Sequence, given: Iterable) -> Iterator[list]:
    """For each sentence, in the order of the text, the rows that have a character in it.

    One pass: an article of a thousand quotes costs no more per sentence than one of ten.
    """
    waiting, near = deque(sorted(given, key=lambda r: (r.start, r.end))), []
    for s in sentences:
        while waiting and waiting[0].start < s.end:
            near.append(waiting.popleft())
        near = [r for r in near if r.end > s.start]
        yield near
