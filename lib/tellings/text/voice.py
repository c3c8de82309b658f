"""Whose words a stretch of an article is: the article's Quote rows in, voices and speakers out."""

import itertools
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tellings.text import spans

VOICES = ("own", "attributed", "quoted")
_FEW = 12  # pairs of a stretch and a quote that are sooner asked than quotes are put in order


class Stretch(NamedTuple):
    """A piece of a sentence that has one voice and one speaker.

    voice    "own", "attributed" or "quoted", as `of` tells it
    speaker  who says it, as the quotes name the speaker; "" for the outlet and where it is not told
    """

    sentence: int
    start: int
    end: int
    text: str
    zone: str
    voice: str
    speaker: str


def of(start: int, end: int, quotes: Iterable[Any]) -> str:
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
    if not near or start == end:
        return "own"
    half = (end - start) / 2
    marked = [q for q in near if q.form != "indirect"]
    if marked and spans.covered(start, end, marked) >= half:
        return "quoted"
    return "attributed" if spans.covered(start, end, near) >= half else "own"


def each(places: Sequence[tuple[int, int]], quotes: Sequence[Any]) -> list[str]:
    """The voice of each stretch (start, end), in the order of their starts, none of them empty, as
    `of` tells it.

    Between two edges of quotes all has one voice, which is told once: a stretch asks for itself
    only where it reaches over an edge.
    """
    if not quotes:
        return ["own"] * len(places)
    if len(quotes) == 1:  # as near most sentences that have any
        return _beside_one(places, quotes[0])
    if len(places) * len(quotes) <= _FEW:
        return [of(start, end, quotes) for start, end in places]
    edges = sorted({at for q in quotes for at in (q.start, q.end)})
    between = [_Place(*pair) for pair in itertools.pairwise(edges)]
    near = [[], *spans.reaching(between, quotes), []]  # nothing before the first edge, and behind
    whose = list(map(_over_all, near))
    edges.append(sys.maxsize)  # behind every place
    found, at = [], 0
    for start, end in places:
        while edges[at] <= start:
            at += 1
        if end <= edges[at]:
            found.append(whose[at])
        else:
            last = bisect_left(edges, end)
            found.append(of(start, end, itertools.chain(*near[at : last + 1])))
    return found


def _beside_one(places: Sequence[tuple[int, int]], quote: Any) -> list[str]:
    """The same where no other quote is near."""
    first, last, over = quote.start, quote.end, _over_all([quote])
    return [
        over
        if (first <= start and end <= last)
        or (
            start < last and first < end and 2 * (min(end, last) - max(start, first)) >= end - start
        )
        else "own"
        for start, end in places
    ]


def _over_all(quotes: Sequence[Any]) -> str:
    """The voice of a stretch over all of which these quotes reach."""
    if not quotes:
        return "own"
    return "quoted" if any(q.form != "indirect" for q in quotes) else "attributed"


class _Place(NamedTuple):
    """A stretch of a capture."""

    start: int
    end: int


def speaker(quotes: Iterable[Any]) -> str:
    """Who speaks where all these quotes are: the speaker of the shortest that has one."""
    named = [q for q in quotes if q.speaker]
    return min(named, key=lambda q: q.end - q.start).speaker if named else ""


def stretches(sentences: Sequence[Any], quotes: Sequence[Any] = ()) -> Iterator[Stretch]:
    """Yield the pieces of each sentence in order; end to end they are the sentence again.

    quotes  the article's Quote rows (start, end, form, speaker); of those that lie in one another
            the shortest gives the speaker, and words in marks are "quoted" however reported

    >>> from tellings.find import quotes
    >>> from tellings.read.sentences import of
    >>> sentences = of("Aid is late, the ministry said.")
    >>> [(s.text, s.voice) for s in stretches(sentences, list(quotes.find(sentences)))]
    [('Aid is late', 'attributed'), (', the ministry said.', 'own')]
    """
    for s, near in zip(sentences, spans.reaching(sentences, quotes), strict=True):
        edges = {s.start, s.end, *(at for q in near for at in (q.start, q.end))}
        cuts = sorted(at for at in edges if s.start <= at <= s.end)
        for start, end in itertools.pairwise(cuts):
            over = [q for q in near if q.start <= start and end <= q.end]
            text = s.text[start - s.start : end - s.start]
            yield Stretch(s.sentence, start, end, text, s.zone, of(start, end, over), speaker(over))
