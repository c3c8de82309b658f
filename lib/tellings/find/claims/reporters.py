"""Reporters: a number's place in its sentence in, who reports it and with which word out."""

import re
from functools import cache
from typing import NamedTuple

from tellings.find.claims.neighbours import ends_clause, function, role
from tellings.lexicons import listed, rows
from tellings.text.tokens import Words

_AHEAD, _BACK = 60, 60  # words before and behind a number in which its reporter is looked for
_NEAR = 40  # words behind a number in which a reporter stands that no dash parts from a list
_SUBJECT = 12  # words of a speaker
_APPOSITION = 20  # words of what is said of a speaker between two commas
_WINDOW = 1000  # characters of a sentence in which "according to" is looked for
_ACCORDING = re.compile(
    r"\b(?:according to|as (?:reported|estimated|announced|stated) by|citing) ([^,;:()\"]{2,80}?)"
    r"(?=[,;:()\"]|\.?$|\.\s|\s(?:who|which|that|on|but|while|as|has|have|is|are|said)\s"
    r"|\sin an?\s)",
    re.IGNORECASE,
)


class Reporter(NamedTuple):
    """Who reports, in the words of the text, and the reporting word."""

    source: str
    word: str


def of(said: Words, number: int) -> Reporter | None:
    """The reporter of the number at word `number`: "according to …", behind it, else before it."""
    return _according(said) or behind(said, number) or before(said, number)


def _according(said: Words) -> Reporter | None:
    """The source behind "according to", which holds for the whole sentence."""
    if "according" in said.low or "by" in said.low or "citing" in said.low:
        found = _ACCORDING.search(said.text[:_WINDOW])
        return Reporter(found.group(1).strip(" '"), "according") if found else None
    return None


def before(said: Words, number: int) -> Reporter | None:
    """The nearest reporter before the word `number` ("US officials said that …").

    One with "that" comes first: in "The statement highlighted that both sides acknowledged … and
    had a two-hour discussion" the length is the statement's. A pronoun ("Lee said he expects
    300") gives way to the reporter before it.
    """
    nearest = None
    for i in range(number - 1, max(number - _AHEAD, -1), -1):
        if said.low[i] == ";":
            break
        subject = _subject(said, i) if _reports(said, i) else None
        if not subject or subject[0] <= number < subject[1]:
            continue
        told = Reporter(said.said(*subject), said.low[i])
        if "that" in said.low[i + 1 : i + 4]:
            return told
        if _own_aside(said, i, number):
            continue
        plainly = said.low[i] not in listed("noun_or_verb")  # "reports", "claims" need a "that"
        if plainly and (nearest is None or nearest.source.lower() in _pronouns()):
            nearest = told
    return nearest


def _own_aside(said: Words, verb: int, number: int) -> bool:
    """Whether the number stands in the outlet's own aside behind what is reported.

    "Hale told the Post after the four-page letter came", "…, after the two-year inquiry ended".
    """
    for i in range(number - 1, verb, -1):
        if said.low[i] in role("opens an aside"):
            heard = said.low[verb] == "told" and "that" not in said.low[verb:i]
            return said.low[i - 1] == "," or (heard and i - verb < 8)
    return False


def behind(said: Words, number: int) -> Reporter | None:
    """The reporter behind the word `number`: "…, the UN estimates, …", "…, said Montana."."""
    for i in range(number + 2, min(number + _BACK, len(said.low))):
        if not _reports(said, i):
            continue
        inverts = said.low[i] != "told" and not said.low[i].endswith("ing")
        last = _phrase_end(said, i + 1) if inverts and said.low[i - 1] in (",", '"', "'") else 0
        if last:
            return Reporter(said.said(i + 1, last), said.low[i])
        subject = _subject(said, i) if _closes(said, i + 1) else None
        if subject and subject[0] > max(number, 0):
            mark, far = said.low[subject[0] - 1], i - number > _NEAR
            if mark in "—–―" or (not far and (ends_clause(mark) or mark == "'")):
                return Reporter(said.said(*subject), said.low[i])
    return None


@cache
def _verbs() -> frozenset[str]:
    """Reporting verbs that take a clause."""
    return frozenset(r["word"] for r in rows("reporting_verbs") if "clause" in r["takes"].split())


def _pronouns() -> frozenset[str]:
    return function("pronoun", "relative")


def _reports(said: Words, i: int) -> bool:
    """Whether the word at i is a reporting verb, no noun ("the report") nor part of a name."""
    word = said.low[i]
    if word not in _verbs() and word not in role("identifies"):
        return False
    if not said.written[i][0].islower() or said.at(i + 1) in role("makes the verb a noun"):
        return False  # "a think tank"
    if word not in _verbs() and "as" not in said.low[i + 1 : i + 6]:
        return False
    return not is_noun(said, i) and said.at(i - 1) != "-"


def is_noun(said: Words, i: int) -> bool:
    """Whether the word at i stands where a noun does ("the plan", "in doubt"), or in a name."""
    before_it = said.at(i - 1)
    if before_it in function("determiner") or before_it.endswith("'s"):
        return True
    preposition = before_it in function("preposition") and before_it != "to"
    return preposition or (i > 0 and said.capital(i))


def _closes(said: Words, i: int) -> bool:
    """Whether a reporting clause ends at i: at a mark, or with the time or place of saying it."""
    word = said.at(i) or "."
    return (
        word == "." or ends_clause(word) or word in function("time") or word in role("saying ends")
    )


def _phrase_end(said: Words, i: int) -> int:
    """Where the speaker behind an inverted verb ends ("said Ana Bell."); 0 for a clause."""
    if not said.at(i) or said.low[i] in _pronouns():
        return 0
    last = i
    while last < min(i + _SUBJECT, len(said.low)):
        word = said.low[last]
        if ends_clause(word) or word == "." or word in role("clause opener"):
            break
        if word in _finite():
            return 0
        last += 1
    named = said.capital(i) or said.low[i] in function("determiner")
    return last if named and last > i else 0


def _finite() -> frozenset[str]:
    """Words that show a clause: auxiliaries and common past tenses."""
    return function("auxiliary", "finite verb")


def _subject(said: Words, verb: int) -> tuple[int, int] | None:
    """The subject of the verb, words first to last - 1; None for the passive or a clause."""
    last = _subject_end(said, verb)
    passive = not role("plain be").isdisjoint(said.low[last:verb])
    if (passive and not said.low[verb].endswith("ing")) or not last:
        return None
    if said.low[last - 1] == ",":
        last = _before_appositions(said, last - 1)
    first = _subject_start(said, last)
    return (first, last) if first < last and _a_phrase(said, first, last) else None


def _subject_end(said: Words, verb: int) -> int:
    """Where the subject of the verb ends: before its auxiliaries, adverbs and days."""
    last = verb
    while last:
        word = said.low[last - 1]
        if word in function("auxiliary", "adverb") or word.endswith("ly"):
            last -= 1
        elif said.at(last - 2) == "last" and word in role("time of saying"):
            last -= 2  # "the trustees last week warned"
        elif word in listed("calendar", kind="weekday") and last > 1:
            last -= 2 if said.at(last - 2) == "on" else 1
        else:
            break
    return last


def _before_appositions(said: Words, comma: int) -> int:
    """Where the subject ends before ", R-Ohio, who …," that closes at the comma; 0 for none."""
    end, i = 0, comma - 1
    while i > max(comma - _APPOSITION, 0):
        if said.low[i] == ",":
            party = len(said.at(i + 1)) == 1 and said.at(i + 2) == "-"  # "Hale, R-Ohio, said"
            if not party and said.at(i + 1) not in ("the", "a", "an", "who"):
                break
            end = i
        i -= 1
    return end


@cache
def _stops() -> frozenset[str]:
    """Marks and words before which no noun phrase reaches back."""
    return role("clause mark") | role("clause opener") | {"and", "but", "'", "."} | _verbs()


def _subject_start(said: Words, last: int) -> int:
    """Where the noun phrase that ends before `last` begins: behind a mark or a word that opens."""
    first, floor = last, max(last - _SUBJECT, 0)
    while first > floor and (said.low[first - 1] not in _stops() or _joins_names(said, first - 1)):
        first -= 1
    while first < last and said.low[first] in role("before a subject"):
        first += 1
    return first


def _joins_names(said: Words, i: int) -> bool:
    """Whether the "and" at i stands inside a name: "the Health and Safety Executive"."""
    return said.low[i] == "and" and said.capital(i - 1) and said.capital(i + 1)


def _a_phrase(said: Words, first: int, last: int) -> bool:
    """Whether the words first to last - 1 are a noun phrase that can speak, no clause."""
    low = said.low[first:last]
    if low[0] in function("preposition") or low[0] in ("to", "whose"):
        return False
    if low[0].endswith("ed") and said.written[first] == low[0]:
        return False  # ", sounded a cautious note about the jobs report"
    if low[-1] in function() and low[-1] not in _pronouns():
        return False
    return _finite().isdisjoint(low) and "to" not in low
