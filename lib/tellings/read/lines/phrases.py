"""Lines that hold a site's phrase (lexicons/site_phrases.csv): a Look in, a role and a rule out."""

import re
from functools import cache
from typing import NamedTuple

from tellings.lexicons import rows
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_FIRST_PERSON = re.compile(r"I(?:'m| am)\s.{1,60}\bauthor behind\b")
_EDGES = " \t\r*+•|»›>:-=_."
# Phrases are looked up by so many first letters.
_KEY = 3


class _Known(NamedTuple):
    role: str
    most: int
    any_stop: bool

    def fits(self, line: Look) -> bool:
        """Whether a line is short enough for it, and no sentence where it may be none."""
        return len(line.words) <= self.most and (self.any_stop or not line.stops)


def phrase(line: Look) -> Verdict | None:
    """The first site phrase that the line is, begins with or holds (lexicons/site_phrases.csv)."""
    whole, starts, insides = _phrases()
    bare = line.low.strip(_EDGES)
    if bare in whole and len(line.words) <= whole[bare].most:
        return Verdict(whole[bare].role, f'is "{bare}"')
    for phrase, known in starts.get(line.low[:_KEY], ()):
        if line.low.startswith(phrase) and known.fits(line) and _ends(line.low, len(phrase)):
            return Verdict(known.role, f'begins with "{phrase}"')
    for phrase, known in insides if len(line.words) <= 90 else ():
        if phrase in line.low and known.fits(line):
            return Verdict(known.role, f'holds "{phrase}"')
    if _FIRST_PERSON.match(line.text):
        return Verdict("bio", "the author speaks of himself or herself")
    return None


def _ends(low: str, at: int) -> bool:
    """Whether a word ends here."""
    return not (low[at - 1].isalnum() and low[at : at + 1].isalnum())


@cache
def _phrases() -> tuple[
    dict[str, _Known], dict[str, list[tuple[str, _Known]]], tuple[tuple[str, _Known], ...]
]:
    """Phrases that are a whole line; those at its start, by their first letters; those inside."""
    whole: dict[str, _Known] = {}
    starts: dict[str, list[tuple[str, _Known]]] = {}
    insides = []
    for row in sorted(rows("site_phrases"), key=lambda r: -len(r["phrase"])):
        phrase = row["phrase"]
        known = _Known(row["role"], int(row["most_words"]), row["stop"] == "any")
        if row["where"] == "whole":
            whole[phrase.strip(_EDGES)] = known
        elif row["where"] == "start":
            starts.setdefault(phrase[:_KEY], []).append((phrase, known))
        else:
            insides.append((phrase, known))
    return whole, starts, tuple(insides)
