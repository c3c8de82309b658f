"""Readings settled: the letters of words taken alone in, those that their neighbours tell out."""

import re
from collections.abc import Iterable
from functools import cache

from tellings.find.quotes.rules import RULES, Rule


def settled(letters: list[str], low: list[str]) -> str:
    """The letters, those of two readings settled from left to right by RULES."""
    done = list(letters)
    for unsure in _UNSURE.finditer("".join(letters), 1, len(letters)):
        at = unsure.start()
        rules = _fitting(done[at - 1] + done[at] + done[at + 1])
        becomes = _first(rules, done, low, at) if rules else ""
        if becomes == "n":  # a noun may report in its turn: "his claim that"
            becomes = _first(_fitting(f"{done[at - 1]}n{done[at + 1]}"), done, low, at) or "n"
        if becomes:
            done[at] = becomes
    return "".join(done)


def _first(rules: Iterable[Rule], letters: list[str], low: list[str], at: int) -> str:
    """What the first of the rules that the word at `at` fits makes of it; "" for no change."""
    return next((rule.becomes for rule in rules if rule.when(letters, low, at)), "")


@cache
def _fitting(neighbours: str) -> tuple[Rule, ...]:
    """The rules whose pattern the three letters fit."""
    return tuple(r for r in RULES if re.fullmatch(r.before + r.letter + r.behind, neighbours))


def _may_change() -> re.Pattern:
    """Where a rule may settle a letter; it looks behind only at letters that none settles."""
    made = {rule.becomes for rule in RULES}
    places = set()
    for rule in RULES:
        fixed = not any(re.fullmatch(rule.before, letter) for letter in made if letter)
        places.add(f"{f'(?<={rule.before})' if fixed else ''}{rule.letter}(?={rule.behind})")
    return re.compile("|".join(sorted(places)))


_UNSURE = _may_change()
