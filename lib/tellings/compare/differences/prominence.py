"""What two tellings place far apart: the cells of coverage in, drafts out."""

from collections.abc import Iterator

import pandas as pd

from tellings.compare.coverage.states import CARRIED
from tellings.compare.differences import excerpts
from tellings.compare.differences.rows import Draft, Event
from tellings.compare.rows import firsts
from tellings.text import tokens

_APART = 8  # paragraphs, from which on a reader would say that one tells it late
_EARLY = 5  # the paragraph by which one tells it early
_MOST = 3
_SHORTEST = 8  # words of a sentence that says something by itself


def drafts(event: Event) -> Iterator[Draft]:
    """Drafts of kind "told early and late"."""
    voices, found = event.voices, []
    for own in event.facts.values():
        told = [c for c in own if c.state == CARRIED and not pd.isna(c.paragraph)]
        told = {voices[c.article_id]: c for c in sorted(told, key=lambda c: -c.paragraph)}
        if len(told) > 1:
            places = sorted(told.values(), key=lambda c: c.paragraph)
            first, last = places[0], places[-1]
            apart = last.paragraph - first.paragraph
            if apart >= _APART and first.paragraph <= _EARLY and _long(first.text):
                found.append((apart, first, last))
    found.sort(key=lambda f: (-f[1].weight, -f[0]))
    found = firsts(found, lambda f: (f[1].article_id, f[1].start))  # of two halves of one fact, one
    for n, (apart, first, last) in enumerate(found[:_MOST]):
        yield _draft(first, last, voices, 0.4 + 0.012 * min(apart, 20) - 0.05 * n)


def _long(text: str) -> bool:
    """Whether a sentence says something by itself."""
    return tokens.count(text) >= _SHORTEST


def _draft(first, last, voices: dict[str, str], strength: float) -> Draft:
    """ "The Post reports in paragraph 2 what the Echo reports in paragraph 20"."""
    names = [voices[first.article_id], voices[last.article_id]]
    words = (
        f"{names[0]} reports in paragraph {first.paragraph} what {names[1]} reports in "
        f"paragraph {last.paragraph}: "
    )
    parts = [words, excerpts.of(first), "."]
    return Draft("told early and late", parts, names, strength, rests=[excerpts.of(last)])
