"""Whose number it is and what it is given as: a number's place in, its source and status out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.claims import reporters
from tellings.lexicons import listed, rows
from tellings.text import tokens
from tellings.text.characters import plain
from tellings.text.tokens import Words

_CLAUSE = 14  # words of a clause beside a number in which its status is looked for
_WINDOW = 1000  # characters of a sentence in which a source is looked for
_BACK = 3  # sentences in which a pronoun or "the statement" finds its speaker
_BREAKS = frozenset(', ; : ( ) " — – …'.split())
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

    def __init__(self, sentences: Sequence, quotes: Sequence):
        self.sentences = sentences
        self.quotes = sorted(quotes, key=lambda q: q.start)
        self.starts = [q.start for q in self.quotes]
        self.split: dict[int, Words] = {}

    def of(self, n: int, said: Words, quantity) -> Voice:
        """The voice of a quantity of sentence n.

        A number in quotation marks is its speaker's; one in reported speech ("officials said that
        …", "…, the UN estimates", "according to …") its reporter's; one in an apposition behind the
        marks ("… in Rafah,” the city that is home to …") the article's.
        """
        number = quantity.number
        quote = self._quote(self.sentences[n].start + said.start[number])
        status = status_of(said, quantity.first, quantity.last)
        outside = _apposition(said, number) and (
            not quote or quote.start >= self.sentences[n].start
        )
        if quote and quote.form != "indirect" and not outside:
            return Voice(self._named(n, quote.speaker), "quote")
        if not self.quotes and not outside and _in_marks(said, number):
            reporter = reporters.behind(said, number) or reporters.before(said, number)
            return Voice(self._named(n, reporter.source) if reporter else "", "quote")
        if outside:
            return Voice("", status)
        reporter = reporters.of(said, number)
        if not reporter:
            return Voice(self._named(n, quote.speaker) if quote else "", status)
        given = _statuses().get((reporter.word,), status) if status == "report" else status
        return Voice(self._named(n, reporter.source), given)

    def _quote(self, at: int):
        """The innermost quote around a place of the capture, or None."""
        last = bisect_right(self.starts, at)
        near = [q for q in self.quotes[max(last - 12, 0) : last] if q.end > at]
        marked = [q for q in near if q.form != "indirect"]
        return (marked or near)[-1] if near else None

    def _named(self, n: int, source: str) -> str:
        """The source, where it is a pronoun or "the statement" the one it stands for."""
        low = source.lower().split()
        if not low:
            return ""
        if low[-1] in listed("number_neighbours", role="published") and len(low) < 4:
            return self._issuer(n) or source
        if len(low) == 1 and _pronoun(low[0]):
            return self._before(n)
        return source

    def _issuer(self, n: int) -> str:
        """Who issued the statement that sentence n speaks of, by the sentences before it."""
        for sentence in reversed(self.sentences[max(n - _BACK, 0) : n + 1]):
            found = _ISSUED.search(plain(sentence.text[:_WINDOW]))
            if found:
                return found.group(1)
        return ""

    def _before(self, n: int) -> str:
        """The source named last in the sentences before n."""
        for m in range(n - 1, max(n - 1 - _BACK, -1), -1):
            said = self.split.get(m) or tokens.fine(self.sentences[m].text[:_WINDOW])
            self.split[m] = said
            found = reporters.of(said, len(said.low)) or reporters.behind(said, -1)
            if found and not _pronoun(found.source.lower()):
                return found.source
        return ""


def _pronoun(word: str) -> bool:
    """Whether a source in lower case is a pronoun, contracted ("we've") or not."""
    kinds = ("pronoun", "relative")
    return word == "that" or any(word in listed("function_words", kind=k) for k in kinds)


@cache
def _statuses() -> dict[tuple[str, ...], str]:
    """Words -> the status that they give a number."""
    return {tuple(tokens.fine(r["words"]).low): r["status"] for r in rows("status_words")}


@cache
def _status_openers() -> frozenset[str]:
    """The first words of what gives a status."""
    return frozenset(parts[0] for parts in _statuses())


def status_of(said: Words, first: int, last: int) -> str:
    """What their clause gives words first to last - 1 as: forecast, plan, estimate, else report.

    A number in a definite phrase ("a plan to protect the more than 1 million civilians") is taken
    as given: what stands before it says nothing of it.

    >>> from tellings.text.tokens import fine
    >>> status_of(fine("the toll will top 100,000 by August"), 4, 5)
    'forecast'
    """
    start = _clause_start(said, first)
    if first and said.low[first - 1] in ("the", "these", "those"):
        start = first
    stop = last
    while stop < min(last + 5, len(said.low)) and not _ends(said, stop):
        stop += 1
    for i in [*range(last - 1, start - 1, -1), *range(last, stop)]:
        for length in (3, 2, 1) if said.low[i] in _status_openers() else ():
            status = _statuses().get(tuple(said.low[i : i + length]))
            if status and not _a_noun(said, i):
                return status
    return "report"


def _ends(said: Words, i: int) -> bool:
    """Whether a clause ends at word i."""
    return (
        said.low[i] in _BREAKS
        or said.low[i] in listed("number_neighbours", role="clause opener")
        or said.low[i] == "."
    )


def _clause_start(said: Words, number: int) -> int:
    """The first word of the clause that the word `number` stands in."""
    for i in range(number - 1, max(number - _CLAUSE, -1), -1):
        if said.low[i] in _BREAKS or said.low[i] in listed(
            "number_neighbours", role="clause opener"
        ):
            return i + 1
    return max(number - _CLAUSE, 0)


def _a_noun(said: Words, i: int) -> bool:
    """Whether the word at i is a noun; "an estimated 300" is none."""
    return reporters.is_noun(said, i) and said.low[i - 1] != "an"


def _in_marks(said: Words, number: int) -> bool:
    """Whether a double mark is open at the word `number` and closed behind it."""
    before = said.low[max(number - 200, 0) : number].count('"')
    return before % 2 == 1


def _apposition(said: Words, number: int) -> bool:
    """Whether the number stands in an apposition right behind quotation marks."""
    for i in range(number - 1, max(number - _CLAUSE, 1), -1):
        mark = said.low[i] in ('"', "'") and not (i + 1 < len(said.low) and said.glued(i + 1))
        if mark:
            comma = said.low[i - 1] == "," or said.at(i + 1) == ","
            behind = said.low[i + 2 if said.low[i + 1] == "," else i + 1]
            return comma and behind in listed("number_neighbours", role="apposition opener")
    return False
