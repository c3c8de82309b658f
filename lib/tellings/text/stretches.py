"""Sentences cut by whose words they are: sentences and quotes in, Stretch rows out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Stretch(NamedTuple):
    """A piece of a sentence that has one voice and one speaker.

    voice    "own", "attributed" or "quoted", as find.voice has them
    speaker  who says it, as the quotes name the speaker; "" for the outlet and where it is not told
    """

    sentence: int
    start: int
    end: int
    text: str
    zone: str
    voice: str
    speaker: str


def find(sentences: Sequence, quotes: Sequence = ()) -> Iterator[Stretch]:
    """Yield the pieces of each sentence in order; end to end they are the sentence again.

    quotes  the article's Quote rows (start, end, form, speaker); of those that lie in one another
            the shortest gives the speaker, and words in marks are "quoted" however reported

    >>> from tellings.find import quotes
    >>> from tellings.read.sentences import of
    >>> sentences = of("Aid is late, the ministry said.")
    >>> [(s.text, s.voice) for s in find(sentences, list(quotes.find(sentences)))]
    [('Aid is late', 'attributed'), (', the ministry said.', 'own')]
    """
    for s in sentences:
        near = [q for q in quotes if q.start < s.end and s.start < q.end]
        cuts = {s.start, s.end, *(at for q in near for at in (q.start, q.end))}
        cuts = sorted(at for at in cuts if s.start <= at <= s.end)
        for start, end in zip(cuts, cuts[1:], strict=False):
            over = [q for q in near if q.start <= start and end <= q.end]
            text = s.text[start - s.start : end - s.start]
            yield Stretch(s.sentence, start, end, text, s.zone, _voice(over), _speaker(over))


def _voice(over: list) -> str:
    """The voice of a piece that all these quotes hold."""
    if any(q.form != "indirect" for q in over):
        return "quoted"
    return "attributed" if over else "own"


def _speaker(over: list) -> str:
    """Who speaks in a piece that all these quotes hold."""
    named = [q for q in over if q.speaker]
    return min(named, key=lambda q: q.end - q.start).speaker if named else ""
