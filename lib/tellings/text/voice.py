"""Whose words a stretch of an article is: the article's Quote rows in, a voice out."""

from collections.abc import Iterable

VOICES = ("own", "attributed", "quoted")


def of(start: int, end: int, quotes: Iterable) -> str:
    """The voice of the stretch from `start` to `end`: "quoted", "attributed" or "own".

    quoted      at least half of it stands in quotation marks (whoever speaks, known or not)
    attributed  at least half of it is somebody's words or thoughts, the marks' share included
    own         the outlet's own words

    `quotes` are rows with start, end and form (direct | partial | indirect) of the same article;
    rows that lie in one another count once.

    >>> from tellings.find import quotes
    >>> from tellings.read.sentences import of as sentences
    >>> rows = list(quotes.find(sentences("Aid is late, the ministry said.")))
    >>> of(0, 11, rows), of(13, 25, rows)
    ('attributed', 'own')
    """
    near = [q for q in quotes if q.start < end and start < q.end]
    quoted = covered(start, end, (q for q in near if q.form != "indirect"))
    if quoted and 2 * quoted >= end - start:
        return "quoted"
    told = covered(start, end, near)
    return "attributed" if told and 2 * told >= end - start else "own"


def covered(start: int, end: int, quotes: Iterable) -> int:
    """How many code points from `start` to `end` lie in one of the quotes at least."""
    total, reached = 0, start
    for first, last in sorted((q.start, q.end) for q in quotes):
        first, last = max(first, reached), min(last, end)
        if last > first:
            total, reached = total + last - first, last
    return total
