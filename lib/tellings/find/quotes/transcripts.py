"""Transcripts: the paragraphs of an article in, those that a speaker's label opens out."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tellings.find.quotes.words import used

# "MAYOR OLGA BRANDT:", "Brandt:", "Q:" at a paragraph's start.
_LABEL = re.compile(r"\s*([A-Z][\w.'’-]*+(?: [A-Z][\w.'’-]*+){0,4}+) ?:\s+(?=\S)")
# The same in capitals behind a mark: an article that quotes from a transcript.
_MARKED_LABEL = re.compile(r"\s*[\"“]([A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3}): +(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = ("(", "[", '"', "“", "„", "'", "‘")  # a stage direction, or speech in marks
_FEWEST = 4  # words of a speech: "Ohio: 45 percent" is a table's row


class Turn(NamedTuple):
    """One speaker's words in one paragraph: text[start:end], and its label where it has one."""

    start: int
    end: int
    label: tuple[int, int] | None


def turns(paragraphs: Sequence[str]) -> list[Turn | None]:
    """For each paragraph the speech that it holds; None where the article is no transcript.

    An article is one where two paragraphs that follow one another are labelled, in capitals or
    before words of speakers ("I", "you"); a paragraph between two labelled ones goes on the speech.
    Speech in quotation marks is left to the marks.
    """
    labelled = [_turn(text) for text in paragraphs]
    places = [i for i, turn in enumerate(labelled) if turn]
    near = any(b - a == 1 for a, b in pairwise(places))
    if not near or not any(_spoken(paragraphs[i], labelled[i]) for i in places):
        return [None] * len(paragraphs)
    found = list(labelled)
    for i in range(places[0], places[-1]):
        if not found[i] and _says(paragraphs[i]):
            found[i] = _whole(paragraphs[i])
    return found


def excerpts(paragraphs: Sequence[str]) -> list[Turn | None]:
    """For each paragraph the turn that stands between marks: “LEE: We left.”

    One label alone may be a title or a warning; only two are an excerpt.
    """
    labels = [_MARKED_LABEL.match(text) for text in paragraphs]
    found = [m and Turn(m.end(), len(m.string), m.span(1)) for m in labels]
    return found if len(found) - found.count(None) > 1 else [None] * len(found)


def _turn(text: str) -> Turn | None:
    """The speech of a paragraph that a label opens."""
    label = _LABEL.match(text)
    if not label or not _says(text[label.end() :]):
        return None
    return Turn(label.end(), len(text.rstrip()), label.span(1))


def _whole(text: str) -> Turn:
    """The speech of a paragraph without a label."""
    return Turn(len(text) - len(text.lstrip()), len(text.rstrip()), None)


def _says(text: str) -> bool:
    """Whether the text is speech and no stage direction: "(CROSSTALK)"."""
    return not text.startswith(_ASIDE) and len(_WORD.findall(text)) >= _FEWEST


def _spoken(text: str, turn: Turn | None) -> bool:
    """Whether a labelled paragraph is speech: its label in capitals, or a speaker's own words."""
    if turn is None or turn.label is None:
        return False
    label = text[slice(*turn.label)]
    own = used("author")
    return label.isupper() or any(w.lower() in own for w in _WORD.findall(text[turn.start :]))
