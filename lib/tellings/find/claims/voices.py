"""Whose number it is: a number's place in, its source and what it is given as out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from tellings.find.claims import statuses
from tellings.find.claims.neighbours import function, role
from tellings.find.claims.units import Quantity
from tellings.lexicons import listed
from tellings.text import tokens
from tellings.text.characters import plain
from tellings.text.tokens import Words

_CLAUSE = 14  # words before a number in which the marks that it stands behind are looked for
_MARKS = 200  # words before a number among which an open mark is looked for
_WINDOW = 1000  # characters of a sentence in which a source is looked for
_BACK = 3  # sentences in which a pronoun or "the statement" finds its speaker
_PERSON = 6  # sentences in which "he" or "she" does: a person stays in mind for longer
_NEAR = 12  # quotes that may begin before a number and still hold it
_ISSUED = re.compile(
    r"([A-Z][\w'.-]*(?: [\w'.-]+){0,5}?) (?:has |have |had )?"
    r"(?:issued|released|published|put out|gave|sent) an? "
    r"(?:[\w-]+ ){0,3}(?:statement|readout|release|report|communique|letter|note)"
)


class Voice(NamedTuple):
    """source: who gives a number, "" for the article itself; status: see Claim."""

    source: str
    status: str


class Voices:
    """The voices of one article: ask `of` for the voice of a number in its nth sentence."""

    def __init__(self, sentences: Sequence[Any], quotes: Sequence[Any]):
        """sentences and quotes: the article's rows."""
        self.sentences = sentences
        self.quotes = sorted(quotes, key=attrgetter("start"))
        self.starts = [q.start for q in self.quotes]

    def of(self, n: int, said: Words, quantity: Quantity) -> Voice:
        """The voice of a quantity of sentence n.

        A number in quotation marks is its speaker's; one in reported speech ("officials said that
        …", "…, the UN estimates", "according to …") its reporter's; one in an apposition behind the
        marks ("… in Rafah,” the city that is home to …") the article's.
        """
        number = quantity.number
        quote = self._quote(self.sentences[n].start + said.start[number])
        status = statuses.of(said, quantity.first, quantity.last)
        if quote is None or (quote.start >= self.sentences[n].start and _apposition(said, number)):
            return Voice("", status)
        source = self._named(n, quote.speaker)
        if quote.form != "indirect":
            return Voice(source, "quote")
        return Voice(source, _given(plain(quote.cue).lower().rpartition(" ")[2], status))

    def _quote(self, at: int) -> Any:
        """The innermost quote around a place of the capture, or None."""
        last = bisect_right(self.starts, at)
        near = [q for q in self.quotes[max(last - _NEAR, 0) : last] if q.end > at]
        marked = [q for q in near if q.form != "indirect"]
        return (marked or near)[-1] if near else None

    def _named(self, n: int, source: str) -> str:
        """The source, where it is a pronoun or "the statement" the one it stands for."""
        low = source.lower().split()
        if not low:
            return ""
        if low[-1] in role("published") and len(low) < 4:
            return self._issuer(n) or source
        if len(low) == 1 and _pronoun(low[0]):
            one = low[0] in listed("attribution_words", use="one")
            own = _opening_name(self._words(n)) if low[0] == "it" else ""
            return own or self._before(n, _PERSON if one else _BACK)
        return source

    def _issuer(self, n: int) -> str:
        """Who issued the statement that sentence n speaks of, by the sentences before it."""
        for sentence in reversed(self.sentences[max(n - _BACK, 0) : n + 1]):
            found = _ISSUED.search(plain(sentence.text[:_WINDOW]))
            if found:
                return found.group(1)
        return ""

    def _before(self, n: int, reach: int) -> str:
        """Who spoke last in the `reach` sentences before n, or is named first in the nearest."""
        first, here = self.sentences[max(n - reach, 0)].start, self.sentences[n].start
        given = self.quotes[bisect_left(self.starts, first) : bisect_left(self.starts, here)]
        named = [q for q in given if q.speaker and not _pronoun(q.speaker.lower())]
        opening = _opening_name(self._words(n - 1)) if n else ""
        nearest = bool(named) and named[-1].start >= self.sentences[n - 1].start
        return named[-1].speaker if named and (nearest or not opening) else opening

    def _words(self, n: int) -> Words:
        """The words of sentence n."""
        return tokens.fine(self.sentences[n].text[:_WINDOW])


def _given(word: str, status: str) -> str:
    """What a number is given as by the reporting word: "denied that 40 had been killed"."""
    if word in role("denies"):
        return "denied"
    return statuses.listed().get((word,), status) if status == "report" else status


def _opening_name(said: Words) -> str:
    """The name with which a sentence begins: "Noah Field, 47, lives nearby.", "The Vale Institute
    is ready", "Ms van der Lee left."; "" for none."""
    first = last = int(said.low[:1] == ("the",))
    particles = listed("name_cues", place="particle")
    while said.capital(last) or (last > first and said.at(last) in particles):
        if said.low[last] in function():
            break
        last += 1
    named = 1 < last - first < 5 and said.low[first] not in listed("calendar")
    goes_on = said.at(last) == "," or said.at(last)[:1].isalpha()
    return said.said(first, last) if named and goes_on else ""


def _pronoun(word: str) -> bool:
    """Whether a source in lower case is a pronoun, contracted ("we've") or not, or one's "his"."""
    owner = word in listed("attribution_words", use="owner")  # "his claim that 40 were killed"
    return owner or word == "that" or word in function("pronoun", "relative")


def _apposition(said: Words, number: int) -> bool:
    """Whether the number stands in an apposition right behind quotation marks."""
    for i in range(number - 1, max(number - _CLAUSE, 1), -1):
        if said.low[i] in ('"', "'") and not said.glued(i + 1):
            comma = said.low[i - 1] == "," or said.at(i + 1) == ","
            behind = said.at(i + 2 if said.at(i + 1) == "," else i + 1)
            return comma and behind in role("apposition opener")
    return False
