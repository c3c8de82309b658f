"""Readings settled: the letters of words taken alone in, those that their neighbours tell out."""

import re
from collections.abc import Iterable
from functools import cache

from tellings.find.quotes.rules import RULES, Rule


def settled(letters: str, low: list[str]) -> str:
    """The letters, those of two readings settled from left to right by RULES."""
    done = list(letters)
    for unsure in _UNSURE.finditer(letters, 1):
        at = unsure.start()
        becomes = _first(_fitting(done[at - 1] + letters[at : at + 2]), done, low, at)
        if becomes == "n":  # a noun may report in its turn: "his claim that"
            becomes = _first(_fitting(f"{done[at - 1]}n{letters[at + 1]}"), done, low, at) or "n"
        if becomes:
            done[at] = becomes
    return "".join(done)


def _first(rules: Iterable[Rule], letters: list[str], low: list[str], at: int) -> str:
    """What the first of the rules that the word at `at` fits makes of it; "" for no change."""
    for rule in rules:
        if rule.when(letters, low, at):
            return rule.becomes
    return ""


@cache
def _fitting(neighbours: str) -> tuple[Rule, ...]:
    """The rules whose pattern the three letters fit."""
    return tuple(r for r in RULES if re.fullmatch(r.before + r.letter + r.behind, neighbours))


def _may_change() -> re.Pattern:
    """Where a rule may settle a letter; it looks behind only at letters that none settles.

    A letter that no rule is about is passed over at once: most are.
    """
    made = {rule.becomes for rule in RULES}
    places: dict[str, dict[str, set[str]]] = {}
    for rule in RULES:
        fixed = not any(re.fullmatch(rule.before, letter) for letter in made if letter)
        for letter in re.findall(r"\\?[^][]", rule.letter):
            before = f"(?<={rule.before}{letter})" if fixed else ""
            places.setdefault(letter, {}).setdefault(before, set()).add(rule.behind)
    return re.compile("|".join(f"{letter}(?:{_any(own)})" for letter, own in places.items()))


def _any(places: dict[str, set[str]]) -> str:
    """The places of a letter, what may stand behind it by what stands before it, as a pattern."""
    return "|".join(f"{before}(?={'|'.join(sorted(places[before]))})" for before in sorted(places))


_UNSURE = _may_change()
