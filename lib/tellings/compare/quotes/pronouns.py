"""Whom a pronoun that speaks stands for: who spoke before, and the people named, in; one out."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from tellings.compare.quotes.sources import Source
from tellings.find.mentions.called import first_names, gender_of_title
from tellings.lexicons import listed
from tellings.text.characters import plain

_START = attrgetter("start")
_LOOKED_AT = 6  # people named before a pronoun among whom whom it means is looked for


class People:
    """The people whom one article names, outside of its quotes, in the order of the text."""

    def __init__(self, mentions: Sequence[Any], quotes: Sequence[Any]):
        """mentions: those that are merged; quotes: the article's, in the order of the text."""
        self._quotes = quotes
        people = (m for m in mentions if m.kind == "PERSON")
        self._named = sorted(people, key=_START)

    def introduced(self, quote: Any, after: int) -> Any:
        """The person with whom the sentence of a pronoun, or the one before it, brings in somebody
        new behind `after`; None for nobody.

        "Ms van der Lee left. “We won,” she said.": that is Ms van der Lee, whoever spoke before.
        """
        at = bisect_left(self._named, quote.start, key=_START)
        near = [
            m
            for m in self._named[max(at - _LOOKED_AT, 0) : at]
            if m.start >= after and m.sentence >= quote.sentence - 1 and not self._in_marks(m)
        ]
        fits = [m for m in near if _fits(quote.speaker, _gender(m.entity, m.title))]
        return next((m for m in fits if m.sentence == fits[-1].sentence), None)

    def _in_marks(self, mention: Any) -> bool:
        """Whether somebody names the person in a quotation."""
        at = bisect_left(self._quotes, mention.start + 1, key=_START)
        near = self._quotes[max(at - _LOOKED_AT, 0) : at]
        return any(q.form != "indirect" and mention.start < q.end for q in near)


def is_one(speaker: str) -> bool:
    """Whether a speaker is one person: "he", "her"."""
    return plain(speaker).lower() in listed("attribution_words", use="one")


def is_it(speaker: str) -> bool:
    """Whether a speaker is a body: "it", "its"."""
    return plain(speaker).lower() in listed("attribution_words", use="body")


def may_be(speaker: str, source: Source) -> bool:
    """Whether a pronoun may stand for a source: "she" for no company, "it" for no person."""
    if is_it(speaker):
        return source.standing == "institution"
    if not is_one(speaker):
        return not source.source.startswith(("a ", "an "))  # a study is no "they"
    return source.standing != "institution" and _fits(speaker, _gender(source.source, ""))


def _fits(pronoun: str, gender: str) -> bool:
    """Whether a person of this gender, "" if it is not told, may be meant by a pronoun."""
    male = plain(pronoun).lower() in listed("attribution_words", use="male")
    return gender in ("", "male" if male else "female")


def _gender(name: str, title: str) -> str:
    """The gender that a title or a first name tells."""
    return gender_of_title(title) or first_names().get(name.split()[0] if name else "", "")
