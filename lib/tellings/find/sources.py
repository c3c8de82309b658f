"""Whose number it is and what it is given as: a number's place in, its source and status out."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find import written
from tellings.find.written import Words
from tellings.lexicons import rows, words
from tellings.read.characters import plain

_BEFORE, _BEHIND = 60, 40  # words to either side in which a reporting verb is looked for
_CLAUSE = 14  # words of a clause beside a number in which its status is looked for
_SUBJECT = 12  # words of a speaker
_WINDOW = 1000  # characters of a sentence in which a source is looked for
_BACK = 3  # sentences in which a pronoun or "the statement" finds its speaker
_BREAKS = frozenset(', ; : ( ) " — – …'.split())
_OPENERS = frozenset(
    "that who which until because if while after before as where when although".split()
)
_BE = frozenset("is are was were be been being".split())
_PRONOUNS = frozenset("he she they it we i who which that".split())
_ACCORDING = re.compile(
    r"\b(?:according to|as (?:reported|estimated|announced|stated) by|citing) ([^,;:()\"]{2,80}?)"
    r"(?=[,;:()\"]|\.?$|\.\s|\s(?:who|which|that|on|but|while|as|has|have|is|are|said)\s"
    r"|\sin an?\s)",
    re.IGNORECASE,
)
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
        if quote and quote.form != "indirect":
            return Voice(self._named(n, quote.speaker), "quote")
        if not quote and _in_marks(said, number):
            reporter = _trailing(said, number) or _leading(said, number)
            return Voice(self._named(n, reporter[0]) if reporter else "", "quote")
        if _apposition(said, number):
            return Voice("", status)
        reporter = _according(said) or _trailing(said, number) or _leading(said, number)
        if not reporter:
            return Voice(self._named(n, quote.speaker) if quote else "", status)
        given = _statuses().get((reporter[1],), status) if status == "report" else status
        return Voice(self._named(n, reporter[0]), given)

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
        if low[-1] in ("statement", "readout", "release") and low[0] in (
            "the",
            "a",
            "this",
            "joint",
            "statement",
        ):
            return self._issuer(n) or source
        if len(low) == 1 and low[0] in _PRONOUNS:
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
            said = self.split.get(m) or written.split(self.sentences[m].text[:_WINDOW])
            self.split[m] = said
            found = _according(said) or _trailing(said, -1) or _leading(said, len(said.low))
            if found and found[0].lower() not in _PRONOUNS:
                return found[0]
        return ""


@cache
def _verbs() -> frozenset[str]:
    """Reporting verbs that take a clause."""
    return frozenset(r["word"] for r in rows("reporting_verbs") if "clause" in r["takes"].split())


@cache
def _statuses() -> dict[tuple[str, ...], str]:
    """Words -> the status that they give a number."""
    return {tuple(written.split(r["words"]).low): r["status"] for r in rows("status_words")}


def status_of(said: Words, first: int, last: int) -> str:
    """What their clause gives words first to last - 1 as: forecast, plan, estimate, else report.

    A number in a definite phrase ("a plan to protect the more than 1 million civilians") is taken
    as given: what stands before it says nothing of it.

    >>> status_of(written.split("the toll will top 100,000 by August"), 4, 5)
    'forecast'
    """
    start = _clause_start(said, first)
    if first and said.low[first - 1] in ("the", "these", "those"):
        start = first
    stop = last
    while stop < min(last + 5, len(said.low)) and not _ends(said, stop):
        stop += 1
    for i in [*range(last - 1, start - 1, -1), *range(last, stop)]:
        for length in (3, 2, 1):
            status = _statuses().get(tuple(said.low[i : i + length]))
            if status and not _a_noun(said, i):
                return status
    return "report"


def _ends(said: Words, i: int) -> bool:
    """Whether a clause ends at word i."""
    return said.low[i] in _BREAKS or said.low[i] in _OPENERS or said.low[i] == "."


def _clause_start(said: Words, number: int) -> int:
    """The first word of the clause that the word `number` stands in."""
    for i in range(number - 1, max(number - _CLAUSE, -1), -1):
        if said.low[i] in _BREAKS or said.low[i] in _OPENERS:
            return i + 1
    return max(number - _CLAUSE, 0)


def _a_noun(said: Words, i: int) -> bool:
    """Whether the word at i stands where a noun does ("the plan", "a report of"), or in a name."""
    before = said.low[i - 1] if i else ""
    article = before in words("function_words", kind="determiner") or before in ("of", "'s")
    return article and before != "an" or bool(i) and said.written[i][0].isupper()


def _in_marks(said: Words, number: int) -> bool:
    """Whether a double mark is open at the word `number` and closed behind it."""
    before = said.low[max(number - 200, 0) : number].count('"')
    return before % 2 == 1


def _apposition(said: Words, number: int) -> bool:
    """Whether the number stands in an apposition right behind quotation marks."""
    for i in range(number - 1, max(number - _CLAUSE, 1), -1):
        mark = said.low[i] in ('"', "'") and not (i + 1 < len(said.low) and said.glued(i + 1))
        if mark:
            comma = said.low[i - 1] == "," or said.low[i + 1 : i + 2] == [","]
            behind = said.low[i + 2 if said.low[i + 1] == "," else i + 1]
            return comma and behind in ("the", "a", "an", "which", "where", "who", "home", "now")
    return False


def _according(said: Words) -> tuple[str, str] | None:
    """The source behind "according to"."""
    found = (
        _ACCORDING.search(said.text[:_WINDOW])
        if "to" in said.low or "by" in said.low or "citing" in said.low
        else None
    )
    return (found.group(1).strip(" '"), "according") if found else None


def _leading(said: Words, number: int) -> tuple[str, str] | None:
    """The nearest reporter before the word `number` ("US officials said that …") and its verb.

    A verb with "that" comes first: in "The statement highlighted that both sides acknowledged … and
    had a two-hour discussion" the length is the statement's.
    """
    nearest = None
    for i in range(number - 1, max(number - _BEFORE, -1), -1):
        if said.low[i] == ";":
            break
        if said.low[i] in _verbs() and said.written[i][0].islower():
            subject = _subject(said, i)
            if subject and "that" in said.low[i + 1 : i + 4]:
                return subject, said.low[i]
            nearest = nearest or (subject and (subject, said.low[i])) or None
    return nearest


def _trailing(said: Words, number: int) -> tuple[str, str] | None:
    """The reporter behind the word `number`: "…, the UN estimates, …", "…, said Montana."."""
    for i in range(number + 2, min(number + _BEHIND, len(said.low))):
        if said.low[i] not in _verbs() or not said.written[i][0].islower():
            continue
        behind = said.low[i + 1] if i + 1 < len(said.low) else "."
        if said.low[i - 1] in (",", '"', "'") and behind not in (",", "."):
            return _behind(said, i + 1), said.low[i]
        ends = behind in _BREAKS or behind in (
            ".",
            "on",
            "in",
            "to",
            "during",
            "after",
            "at",
            "late",
            "this",
        )
        if ends or behind in words("calendar", kind="weekday"):
            first = _subject_start(said, i)
            if first is not None and first > 0 and said.low[first - 1] in (",", '"', "'", "—", "–"):
                return said.text[said.start[first] : said.end[_subject_end(said, i) - 1]], said.low[
                    i
                ]
    return None


def _behind(said: Words, i: int) -> str:
    """The speaker who stands behind the verb ("said Montana")."""
    last = i
    while last < min(i + _SUBJECT, len(said.low)) and said.low[last] not in _BREAKS | _OPENERS | {
        "."
    }:
        last += 1
    return said.text[said.start[i] : said.end[last - 1]] if last > i else ""


def _subject(said: Words, verb: int) -> str:
    """The words of the subject of the verb at `verb`; "" where it has none, as in the passive."""
    first, last = _subject_start(said, verb), _subject_end(said, verb)
    if first is None or first >= last:
        return ""
    if said.low[first] in ("the", "a", "an") and first > 2 and said.low[first - 1] == ",":
        named = _subject_start(said, first - 1)  # "Kirby, the spokesman, said"
        if (
            said.low[last : last + 1] == [","]
            and named is not None
            and said.written[named][0].isupper()
        ):
            first, last = named, first - 1
    return said.text[said.start[first] : said.end[last - 1]]


def _subject_end(said: Words, verb: int) -> int:
    """Where the subject of the verb ends: before its auxiliaries and adverbs."""
    last = verb
    while last and (
        said.low[last - 1] in words("function_words", kind="auxiliary")
        or said.low[last - 1] in words("function_words", kind="adverb")
        or said.low[last - 1].endswith("ly")
    ):
        last -= 1
    return last


def _subject_start(said: Words, verb: int) -> int | None:
    """Where the subject of the verb begins; None for the passive, an infinitive, a noun."""
    last = _subject_end(said, verb)
    auxiliaries = said.low[last:verb]
    passive = not _BE.isdisjoint(auxiliaries) and not said.low[verb].endswith("ing")
    if passive or not last or said.low[last - 1] in ("to", "of", "'s") or _a_noun(said, verb):
        return None
    first = last
    floor = max(last - _SUBJECT, 0)
    while first > floor and said.low[first - 1] not in _BREAKS | _OPENERS | {"and", "but", "'"}:
        if said.low[first - 1] == "." and not (first > 1 and len(said.low[first - 2]) == 1):
            break  # a stop, but for those of "U.S."
        first -= 1
    while first < last and said.low[first] in (
        "but",
        "however",
        "meanwhile",
        "and",
        "still",
        "yet",
    ):
        first += 1
    if first >= last or said.low[first] in words("function_words", kind="preposition"):
        return None
    return first
