"""Words said again: statements in, pairs of different events that share their words out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

import pandas as pd

from tellings import tables
from tellings.compare.quotes.matching import ALIKE, LEAST, RUN, likeness
from tellings.compare.quotes.versions import words_of

MOST = 20  # statements that share a run of words, up to which each is compared with each
_SHOWN = ["start", "end", "speaker", "text"]


def fullest(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that can be said again: each one's fullest version, if it stands in marks."""
    marked = statements[statements["fullest"] & (statements["form"] != "indirect")]
    keys = [c for c in tables.KEYS if c in marked.columns]
    return marked[[*keys, "form", "fullest", *_SHOWN]]


def said_again(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements of different events that share their words: said again, never versions.

    Two rows per pair, the earlier event's first: pair (counted from 1), likeness (0 to 1), and the
    fullest version's keys, start, end, speaker and text.

    Where more than MOST statements share a run of words, each is compared with the first of them
    and with the one before it only: a stock phrase in a thousand statements makes no half a million
    pairs.
    """
    given = fullest(statements)
    given = given.sort_values(["event_id", "article_id", "start"]).reset_index(drop=True)
    found = [words_of(text).keys for text in given["text"]]
    rows = [
        (place, n, alike)
        for n, (a, b, alike) in enumerate(_alike(found, list(given["event_id"])), 1)
        for place in (a, b)
    ]
    pairs = pd.DataFrame(rows, columns=["place", "pair", "likeness"]).set_index("place")
    return pairs.join(given.drop(columns=["form", "fullest"])).reset_index(drop=True)


def _alike(found: list[tuple[str, ...]], events: list) -> Iterator[tuple[int, int, float]]:
    """The pairs of statements of two events that are alike enough, and how much."""
    grams = [list(zip(*(words[n:] for n in range(RUN)), strict=False)) for words in found]
    for a, b in sorted(_meeting(found, grams, events)):
        short, long = sorted((a, b), key=lambda place: len(found[place]))
        if len(found[short]) >= LEAST:
            # A run of n words has n - 2 runs of three, a third of its words at the least.
            there = set(grams[long])
            shared = sum(gram in there for gram in grams[short])
            if RUN * shared / len(found[short]) < ALIKE:
                continue
        alike = likeness(found[a], found[b])
        if alike >= ALIKE:
            yield a, b, alike


def _meeting(
    found: list[tuple[str, ...]], grams: list[list[tuple]], events: list
) -> set[tuple[int, int]]:
    """The pairs of two events that share a run of RUN words, or the two words that one is."""
    index: dict[tuple, list[int]] = defaultdict(list)
    for place, own in enumerate(grams):
        for gram in set(own):
            index[gram].append(place)
    fragments = {words for words in found if len(words) == 2}
    for place, words in enumerate(found if fragments else ()):
        for pair in set(pairwise(words)) & fragments:
            index[pair].append(place)
    return {
        (a, b)
        for gram, places in index.items()
        for a, b in _linked(places)
        if events[a] != events[b]
    }


def _linked(places: list[int]) -> Iterator[tuple[int, int]]:
    """Each place with each; of more than MOST each with the first and with the one before."""
    if len(places) <= MOST:
        yield from combinations(places, 2)
        return
    yield from pairwise(places)
    yield from ((places[0], place) for place in places[2:])
