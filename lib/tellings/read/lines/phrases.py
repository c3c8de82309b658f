"""Lines that hold a site's phrase (lexicons/site_phrases.csv): a Look in, a role and a rule out."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from tellings.lexicons import rows
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_FIRST_PERSON = re.compile(r"I(?:'m| am)\s.{1,60}\bauthor behind\b")
_EDGES = " \t\r*+•|»›>:-=_."
# Phrases are looked up by so many first letters: those that begin a line by their own, the others
# by those of their longest word, which some word of the line begins with.
_KEY = 4
_letters = itemgetter(slice(_KEY))
# What is one word in the line as well, or its beginning.
_WORD = re.compile(rf"[^\W_]{{{_KEY},}}|[^\W_]+(?=[\s)/:])")


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
    whole, starts, insides, letters = _phrases()
    bare = line.low.strip(_EDGES)
    if bare in whole and len(line.words) <= whole[bare].most:
        return Verdict(whole[bare].role, f'is "{bare}"')
    for known in starts.get(line.low[:_KEY], ()):
        if known.begins(line) and known.fits(line):
            return Verdict(known.role, f'begins with "{known.phrase}"')
    near = letters.intersection(map(_letters, line.words))
    held = [x for key in ("", *near) for x in insides[key] if x.phrase in line.low and x.fits(line)]
    if held:
        first = min(held)
        return Verdict(first.role, f'holds "{first.phrase}"')
    if _FIRST_PERSON.match(line.text):
        return Verdict("bio", "the author speaks of himself or herself")
    return None


@cache
def _phrases() -> tuple[
    dict[str, _Known], dict[str, list[_Known]], dict[str, list[_Known]], frozenset[str]
]:
    """Phrases that are a whole line; those at its start, and those inside, by their letters; these
    letters."""
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
    return whole, starts, insides, frozenset(filter(None, insides))


def _inner_key(phrase: str) -> str:
    """The first letters of a phrase's longest word; "" of one without ("©").

    >>> _inner_key("our newsletter"), _inner_key("via ap)"), _inner_key("/afp")
    ('news', 'via', '')
    """
    return max(_WORD.findall(phrase), key=len, default="")[:_KEY]
