"""Paragraphs: their sentences in, the text, marks, shape and cues that the rules look at out."""

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.find.quotes import contents, cues, marks, shape
from tellings.find.quotes.cues import Cue
from tellings.find.quotes.marks import Marked
from tellings.find.quotes.shape import Shape
from tellings.read.sentences import Sentence


@dataclass(slots=True)
class Paragraph:
    """A paragraph put together from its sentences.

    start  where it begins in the capture; all else counts from there
    text   white space between two sentences stands as spaces
    """

    sentences: Sequence[Sentence]
    start: int
    text: str
    marked: list[Marked]
    shape: Shape
    cues: list[Cue]


def of(sentences: Sequence[Sentence]) -> Paragraph:
    """The paragraph that these sentences make."""
    start = at = sentences[0].start
    pieces = []
    for sentence in sentences:
        pieces += [" " * (sentence.start - at), sentence.text]
        at = sentence.end
    text = "".join(pieces)
    marked = marks.between(text)
    stops = [s.start + len(s.text.rstrip()) - start for s in sentences]
    letters = shape.of(text, marked, stops)
    return Paragraph(
        sentences, start, text, marked, letters, contents.of(letters, cues.of(letters))
    )
