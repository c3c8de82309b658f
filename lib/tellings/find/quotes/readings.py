"""Readings of a word: a word and its neighbours in, its letter (see shape) out.

A word alone has the letter that its list or its ending gives; RULES settles by the neighbours what
may be two things: "reports", "to", the stop of "Mr.".
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.lexicons import listed, rows

_LETTER = {
    "determiner": "D",
    "pronoun": "P",
    "relative": "W",
    "preposition": "p",
    "subordinator": "S",
    "coordinator": "C",
    "auxiliary": "A",
    "adverb": "R",
    "time": "T",
    "finite verb": "v",
}


@cache
def _known() -> dict[str, str]:
    """The letter of each word that a list knows."""
    known = {r["word"]: "I" if r["word"].endswith("ing") else "V" for r in rows("reporting_verbs")}
    known |= {r["word"]: _LETTER[r["kind"]] for r in rows("function_words")}
    return known | {"that": "H", "according": "a"}


@cache
def _lemmas() -> dict[str, str]:
    """The lemma of each form that is also a noun: "claims", "warning"."""
    return {r["word"]: r["lemma"] for r in rows("reporting_verbs") if r["also"] == "noun"}


@lru_cache(maxsize=50_000)
def alone(word: str) -> tuple[str, str, bool]:
    """The letter of a word taken alone, its small letters without 's, and whether it had one."""
    lower = word.lower()
    if lower.endswith("'s") and lower not in _known():
        return _letter(word[:-2], lower[:-2]), lower[:-2], True
    return _letter(word, lower), lower, False


def _letter(word: str, lower: str) -> str:
    """The letter of a word taken alone."""
    first, known = word[0], _known().get(lower, "")
    if first.isupper() and known in ("", "V", "I", "v", "R"):
        says = known in ("V", "I") and lower not in _lemmas()
        return known if says else "N"  # "Says" in a headline reports, "Post" and "States" do not
    if known:
        return known
    if not first.isalnum():
        return {"|": "/", "''": '"'}.get(word, first)
    if first.isdigit():
        return "n" if lower[-1].isalpha() and "-" in lower else "D"  # "the 46-year-old"
    if lower.endswith("ed") and len(lower) > 4:
        return "v"
    if lower.endswith("ing") and len(lower) > 5:
        return "g"
    return "R" if lower.endswith("ly") and len(lower) > 4 else "n"


# --- readings settled by the neighbours -----------------------------------------------------------


class Rule(NamedTuple):
    """One way to settle a reading; of RULES the first that fits a word holds, and no other.

    name     what the word is, and why
    pattern  the letter before the word (settled), its own, the one behind it
    becomes  its letter
    example  a text, a word of it that the rule settles
    when     what must be true of the words themselves: (small letters of all, place)
    """

    name: str
    pattern: re.Pattern
    becomes: str
    example: tuple[str, str]
    when: Callable[[list[str], int], bool] = lambda low, at: True


def settled(letters: list[str], low: list[str]) -> str:
    """The letters, those of two readings settled from left to right by RULES."""
    done = list(letters)
    for at in range(1, len(done) - 1):
        rules = _fitting(done[at - 1] + done[at] + done[at + 1])
        becomes = _first(rules, low, at) if rules else ""
        if becomes == "n":  # a noun may report in its turn: "his claim that"
            becomes = _first(_fitting(f"{done[at - 1]}n{done[at + 1]}"), low, at) or "n"
        if becomes:
            done[at] = becomes
    return "".join(done)


def _first(rules: Iterable[Rule], low: list[str], at: int) -> str:
    """What the first of the rules that the word at `at` fits makes of it; "" for no change."""
    return next((rule.becomes for rule in rules if rule.when(low, at)), "")


@cache
def _fitting(neighbours: str) -> tuple[Rule, ...]:
    """The rules whose pattern the three letters fit."""
    return tuple(rule for rule in RULES if rule.pattern.fullmatch(neighbours))


def _opens(letter: str) -> Callable[[list[str], int], bool]:
    """Whether a capitalised word would have this letter if it were written small."""
    return lambda low, at: len(low[at]) > 3 and _letter(low[at], low[at]) == letter


def _is(word: str) -> Callable[[list[str], int], bool]:
    return lambda low, at: low[at] == word


def _also_noun(low: list[str], at: int) -> bool:
    return low[at] in _lemmas()


def _behind_people(low: list[str], at: int) -> bool:
    return low[at] in _lemmas() and low[at - 1] in _demonyms()


def _disagrees(low: list[str], at: int) -> bool:
    """Whether the form, as a verb, would not agree in number with the word before it."""
    if low[at] not in _lemmas():
        return False
    plural = low[at - 1].endswith("s") and not low[at - 1].endswith("ss")
    return plural == (low[at].endswith("s") and low[at] != _lemmas()[low[at]])


def _behind_as(low: list[str], at: int) -> bool:
    return low[at - 1] in listed("attribution_words", use="as")


def _in_ed(low: list[str], at: int) -> bool:
    return low[at].endswith("ed")


def _reports(low: list[str], at: int) -> bool:
    return low[at] in listed("reporting_nouns")


def _shortened(low: list[str], at: int) -> bool:
    return len(low[at - 1]) == 1 or low[at - 1] in _abbreviations()


def _reported_by(low: list[str], at: int) -> bool:
    return low[at : at + 2] == ["reported", "by"]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(w.lower() for w in listed("abbreviations"))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(w.lower() for w in listed("demonyms"))


_FIRST = "[|:Qq]N[^VAvN]"  # before a verb it is a name: "Fielding said"
RULES = tuple(
    Rule(name, re.compile(pattern), *rest)
    for name, pattern, *rest in (
        ("adverb first", _FIRST, "R", ("Recently it rained.", "recently"), _opens("R")),
        ("past form first", _FIRST, "v", ("Reached there, she left.", "reached"), _opens("v")),
        ("form in -ing first", _FIRST, "g", ("Sailing by, she left.", "sailing"), _opens("g")),
        ("reports in -ing", _FIRST, "I", ("Warning us, she left.", "warning"), _opens("I")),
        ("to before a verb", ".pV", "t", ("They want to say it.", "to"), _is("to")),
        ("an infinitive", "tV.", "B", ("They want to say it.", "say")),
        ("behind its subject", "[PAtWQq][VI].", "", ("They claim the port.", "claim"), _also_noun),
        ("the warning", "[D']I.", "n", ("She gave the warning Lee needed.", "warning"), _also_noun),
        ("no object", "[^,|]I[^HDPNQq:S]", "n", ("A flood warning came.", "warning"), _also_noun),
        (
            "a verb, noun or not",
            ".I.",
            "",
            ("She left, as warning whether.", "warning"),
            _also_noun,
        ),
        (
            "the claim",
            "[DpC'|(,RvVIBgTH]V.",
            "n",
            ("The claims Lee made are old.", "claims"),
            _also_noun,
        ),
        ("before a verb", ".V[VAvp|]", "n", ("Port claims were old.", "claims"), _also_noun),
        ("Israeli plans", ".V.", "n", ("Israeli plans Lee made ended.", "plans"), _behind_people),
        ("the crew claim", ".V.", "n", ("The crew claim the port.", "claim"), _disagrees),
        ("such as saying", "SI.", "g", ("They do much, such as saying it.", "saying"), _behind_as),
        ("of the meeting", "[D']g[^NnD]", "n", ("She spoke of the sailing of May.", "sailing")),
        ("the pledged aid", "[D']V.", "v", ("The stated aid came.", "stated"), _in_ed),
        (
            "the claim that",
            "[D'n]nH",
            "M",
            ("He dropped his claim that it rains.", "claim"),
            _reports,
        ),
        ("a stop inside", r".\..", "~", ("Mr. Lee left.", "."), _shortened),
        ("as reported by", "SVp", "a", ("It rains, as reported by Lee.", "reported"), _reported_by),
    )
)
