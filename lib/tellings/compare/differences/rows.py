"""What a difference is: the row types, the tables it is found in, and a sentence in the making."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

PARTS = ("differs", "agrees", "cannot be told")
TOLD, TO_CHECK = "told", "to check"


class Difference(NamedTuple):
    """One thing in which the tellings of an event differ, or agree, or of which nothing is told.

    part       differs | agrees | cannot be told
    rank       1 is the first of its part: what an editor would print first
    kind       told alone, not told, named alone, not named, number alone, numbers differ, ...
    sentence   plain English; words in “ ” are an article's own, each with its row in
               difference_places
    outlets    whom the sentence speaks of, joined by "; "
    strength   what ranks it, 0 to 1
    certainty  told: the tables prove it; to check: two places that a reader must compare
    """

    event_id: str
    part: str
    rank: int
    kind: str
    sentence: str
    outlets: str
    strength: float
    certainty: str


class Place(NamedTuple):
    """Words of an article that a difference quotes or rests on.

    part, rank  the difference of the event; place counts its places from 1
    at          where `words` begin in the sentence; missing for words that it rests on and does
                not quote
    words       the article's words as the sentence has them: marks inside are single ones
    start, end, text  the same words in the capture
    """

    event_id: str
    part: str
    rank: int
    place: int
    at: int | None
    words: str
    article_id: str
    outlet: str
    start: int
    end: int
    text: str


class Tables(NamedTuple):
    """The tables of one corpus that differences are found in, as `told` has them."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    claims_aligned: pd.DataFrame
    claim_pairs: pd.DataFrame
    quotes: pd.DataFrame
    statements: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    absences: pd.DataFrame
    framing: pd.DataFrame
    coverage: pd.DataFrame
    checks: pd.DataFrame


class Event(NamedTuple):
    """One event: its rows of each of the Tables, as named tuples, in their order.

    voices  who tells each article: its outlet, or the article by its own name
    facts   the cells of each fact that is long enough to be understood, by its kind and words
    """

    articles: list
    sentences: list
    claims_aligned: list
    claim_pairs: list
    quotes: list
    statements: list
    mentions: list
    entities: list
    absences: list
    framing: list
    coverage: list
    checks: list
    voices: dict[str, str]
    facts: dict[tuple[str, str], list]

    @property
    def everyone(self) -> list[str]:
        """Who tells the event, each once."""
        return list(dict.fromkeys(self.voices.values()))

    def told_by(self, row) -> str:
        """Who tells a row of an article."""
        return self.voices[row.article_id]


class Said(NamedTuple):
    """Words of an article in a sentence; without marks where they are a name.

    opens, ends  dots where its own sentence begins before them, or goes on
    """

    article_id: str
    start: int
    end: int
    text: str
    quoted: bool = True
    opens: str = ""
    ends: str = ""

    @property
    def words(self) -> str:
        """The words as a sentence has them: marks of quotation inside are single ones."""
        text = self.text
        for sign, single in _SINGLE if self.quoted else ():
            text = text.replace(sign, single)  # str.translate asks about every letter
        return text


_SINGLE = (("“", "‘"), ("”", "’"), ('"', "'"), ("\n", " "), ("\t", " "))


class Draft(NamedTuple):
    """A difference before it has its rank.

    parts   of the sentence: words of ours, and words of articles
    rests   further places that prove it
    """

    kind: str
    parts: Sequence[str | Said]
    outlets: Sequence[str]
    strength: float
    certainty: str = TOLD
    part: str = "differs"
    rests: Sequence[Said] = ()


def sentence(draft: Draft) -> tuple[str, list[tuple[int | None, Said]]]:
    """A draft's sentence, and its places with where each begins in it; None for what it rests on.

    >>> place = Said("a", 0, 2, "No", True)
    >>> sentence(Draft("told alone", ["The Post alone says ", place, "."], ["Post"], 0.5))[0]
    'The Post alone says “No”.'
    """
    text, found = "", []
    for part in draft.parts:
        if isinstance(part, str):
            text += part
            continue
        text += "“" * part.quoted + part.opens
        found.append((len(text), part))
        text += part.words + part.ends + "”" * part.quoted
    return text, [*found, *((None, place) for place in draft.rests)]


def listed(parts: Iterable[Said | str | list[Said | str]], last: str = " and ") -> list[Said | str]:
    """The parts with commas between them, and `last` before the last; a list of parts is one.

    >>> listed(["a", ["the ", "b"], "c"])
    ['a', ', ', 'the ', 'b', ' and ', 'c']
    """
    given = list(parts)
    found: list[Said | str] = []
    for n, part in enumerate(given):
        between = "" if n == 0 else last if n == len(given) - 1 else ", "
        found += [between] if between else []
        found += part if isinstance(part, list) else [part]
    return found
