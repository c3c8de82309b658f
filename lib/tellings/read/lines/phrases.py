"""Lines that hold a site's phrase (lexicons/site_phrases.csv): a Look in, a role and a rule out."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tellings.lexicons import rows
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_FIRST_PERSON = re.compile(r"I(?:'m| am)\s.{1,60}\bauthor behind\b")
_EDGES = " \t\r*+•|»›>:-=_."
# Phrases that begin a line are looked up by so many first letters; those inside by the longest of
# the words that end in them, which are words of the line as well, or by their first sign.
_KEY = 4
_WORD = re.compile(r"[^\W_]+(?=[\s)/:,])")


@dataclass(slots=True, order=True)
class _Known:
    """A phrase of the list, of which longer ones come first."""

    place: int
    phrase: str
    role: str
    most: int
    any_stop: bool

    def fits(self, line: Look) -> bool:
        """Whether a line is short enough for it, and no sentence where it may be none."""
        return len(line.words) <= self.most and (self.any_stop or not line.stops)

    def begins(self, line: Look) -> bool:
        """Whether a line begins with it, and a word ends where it does."""
        if not line.low.startswith(self.phrase):
            return False
        at = len(self.phrase)
        return not (self.phrase[-1].isalnum() and line.low[at : at + 1].isalnum())


def phrase(line: Look) -> Verdict | None:
    """The first site phrase that the line is, begins with or holds (lexicons/site_phrases.csv)."""
    whole, starts, insides, words, signs = _phrases()
    bare = line.low.strip(_EDGES)
    if bare in whole and len(line.words) <= whole[bare].most:
        return Verdict(whole[bare].role, f'is "{bare}"')
    for known in starts.get(line.low[:_KEY], ()):
        if known.begins(line) and known.fits(line):
            return Verdict(known.role, f'begins with "{known.phrase}"')
    near = words.intersection(line.words).union([sign for sign in signs if sign in line.low])
    held = [x for key in near for x in insides[key] if x.phrase in line.low and x.fits(line)]
    if held:
        first = min(held)
        return Verdict(first.role, f'holds "{first.phrase}"')
    if _FIRST_PERSON.match(line.text):
        return Verdict("bio", "the author speaks of himself or herself")
    return None


class _Phrases(NamedTuple):
    """Phrases that are a whole line; those at its start, by their letters; those inside, by a word
    or sign; these words and signs."""

    whole: dict[str, _Known]
    starts: dict[str, list[_Known]]
    insides: dict[str, list[_Known]]
    words: frozenset[str]
    signs: tuple[str, ...]


@cache
def _phrases() -> _Phrases:
    """The list, ready to be looked up."""
    whole: dict[str, _Known] = {}
    starts: dict[str, list[_Known]] = defaultdict(list)
    insides: dict[str, list[_Known]] = defaultdict(list)
    for place, row in enumerate(sorted(rows("site_phrases"), key=lambda r: -len(r["phrase"]))):
        phrase = row["phrase"]
        known = _Known(place, phrase, row["role"], int(row["most_words"]), row["stop"] == "any")
        if row["where"] == "whole":
            whole[phrase.strip(_EDGES)] = known
        elif row["where"] == "start":
            starts[phrase[:_KEY]].append(known)
        else:
            insides[_inner_key(phrase)].append(known)
    signs = tuple(sorted(key for key in insides if len(key) == 1))
    return _Phrases(whole, starts, insides, frozenset(insides).difference(signs), signs)


def _inner_key(phrase: str) -> str:
    """The longest word that ends in a phrase; the first sign of one without ("/afp").

    >>> _inner_key("our newsletter"), _inner_key("via ap)"), _inner_key("/afp")
    ('our', 'via', '/')
    """
    return max(_WORD.findall(phrase), key=len, default=phrase[0])
