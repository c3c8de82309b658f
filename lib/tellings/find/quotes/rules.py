"""Rules for words of two readings: an ordered table, each with the example that is its test."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tellings.find.quotes.agreement import (
    aims,
    disagrees,
    is_act_of_several,
    is_behind_adverb,
    is_wish,
)
from tellings.find.quotes.words import alone, also_nouns, sources, used
from tellings.lexicons import listed
from tellings.text import inflection

Test = Callable[[list[str], list[str], int], bool]


@dataclass(slots=True)
class Rule:
    """One way to settle a reading; of RULES the first that fits a word holds, and no other.

    name     what the word is, and why
    before, letter, behind  patterns of the letter before the word (settled), its own, the next one
    becomes  its letter
    example  a text, a word of it that the rule settles
    when     what must be true of it: (letters, settled up to it; the words; its place)
    """

    name: str
    before: str
    letter: str
    behind: str
    becomes: str
    example: tuple[str, str]
    when: Test


def _always(letters: list[str], low: list[str], at: int) -> bool:
    return True


def _opens(as_small: str) -> Test:
    """Whether a capitalised word would have this letter if it were written small."""
    return lambda letters, low, at: len(low[at]) > 3 and alone(low[at], low[at]) == as_small


def _is(word: str) -> Test:
    return lambda letters, low, at: low[at] == word


def _also_noun(letters: list[str], low: list[str], at: int) -> bool:
    return low[at] in also_nouns()


def _behind_people(letters: list[str], low: list[str], at: int) -> bool:
    return low[at] in also_nouns() and low[at - 1] in _demonyms()


def _behind_adjective_of_people(letters: list[str], low: list[str], at: int) -> bool:
    """Whether the word before is of a people and no noun; in "Israelis plan to" it is one."""
    return _behind_people(letters, low, at) and not inflection.is_plural(low[at - 1])


def _base_and_noun(letters: list[str], low: list[str], at: int) -> bool:
    """Whether the form is a noun too and its verb's base, and no "X report," between commas."""
    first = at
    while letters[first - 1] in "nNDT'":
        first -= 1
    return low[at] == also_nouns().get(low[at]) and letters[first - 1] != ","


def _signs(letters: list[str], low: list[str], at: int) -> bool:
    """Whether the form ends a sentence as "..., the Herald reports." does."""
    first = at
    while letters[first - 1] in "nNDC'&~":
        first -= 1
    return first < at and letters[first - 1] in ",q—" and _also_noun(letters, low, at)


def _owned(letters: list[str], low: list[str], at: int) -> bool:
    """Whether the form is a noun behind "his" and one more word: "his recent claims that"."""
    owner = low[at - 2] in used("owner")
    aide = inflection.singular(low[at - 1]) in sources()
    return owner and not aide and low[at] in listed("reporting_nouns")


def _behind_modal(letters: list[str], low: list[str], at: int) -> bool:
    """Whether a plain verb stands between an auxiliary and the form: "could provide added aid"."""
    return letters[at - 2] == "A" and low[at].endswith("ed")


def _made_clear(letters: list[str], low: list[str], at: int) -> bool:
    makes = at - 1 - (low[at - 1] == "it")
    return low[at] == "clear" and low[makes] in used("makes clear")


def _in_compound(letters: list[str], low: list[str], at: int) -> bool:
    return low[at + 1] in used("compound")


def _behind_as(letters: list[str], low: list[str], at: int) -> bool:
    return low[at - 1] in used("as")


def _in_ed(letters: list[str], low: list[str], at: int) -> bool:
    return low[at].endswith("ed")


def _in_s(letters: list[str], low: list[str], at: int) -> bool:
    return low[at].endswith("s") and not low[at].endswith("ss")


def _reports(letters: list[str], low: list[str], at: int) -> bool:
    gap = letters[at + 2] in "AvV"  # "the case that has gripped the port": no claim
    return low[at] in listed("reporting_nouns") and not gap


def _shortened(letters: list[str], low: list[str], at: int) -> bool:
    return len(low[at - 1]) == 1 or low[at - 1] in _abbreviations()


def _reported_by(letters: list[str], low: list[str], at: int) -> bool:
    return low[at : at + 2] == ["reported", "by"]


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(w.lower() for w in listed("abbreviations"))


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(w.lower() for w in listed("demonyms"))


def _rule(
    name: str, pattern: str, becomes: str, example: tuple[str, str], when: Test = _always
) -> Rule:
    """A row of the table; `pattern` is the three letters' patterns, blanks between them."""
    before, letter, behind = pattern.split()
    return Rule(name, before, letter, behind, becomes, example, when)


_FIRST = "[|:Qq] N [^VAvN]"  # before a verb it is a name: "Fielding said"
RULES = tuple(
    _rule(*row)
    for row in (
        ("adverb first", _FIRST, "R", ("Recently it rained.", "recently"), _opens("R")),
        ("past form first", _FIRST, "v", ("Reached there, she left.", "reached"), _opens("v")),
        ("form in -ing first", _FIRST, "g", ("Sailing by, she left.", "sailing"), _opens("g")),
        ("reports in -ing", _FIRST, "I", ("Warning us, she left.", "warning"), _opens("I")),
        ("to before a verb", ". p V", "t", ("They want to say it.", "to"), _is("to")),
        ("an infinitive", "t V .", "B", ("They want to say it.", "say")),
        ("have long said", "A n [VvI]", "R", ("They have long claimed it.", "long"), _is("long")),
        (
            "made clear that",
            "[vnBgP] n [HP]",
            "V",
            ("He made clear that it rains.", "clear"),
            _made_clear,
        ),
        ("once said", "[nN] S [VvA]", "R", ("Mr. Lee once urged it.", "once"), _is("once")),
        (
            "Lee, who on Monday claims",
            "T [VI] [HDPNSQq]",
            "",
            ("Polls on Monday claim it is.", "claim"),
            _also_noun,
        ),
        (
            "the Herald reports",
            "[nN] V [.|]",
            "",
            ("It rains, the Harbour Herald reports.", "reports"),
            _signs,
        ),
        (
            "the trustees report",
            "[nN] V ,",
            "n",
            ("As the trustees report, it rains.", "report"),
            _base_and_noun,
        ),
        (
            "his recent claims",
            "n V H",
            "n",
            ("His recent claims that it rains fell.", "claims"),
            _owned,
        ),
        (
            "could provide added aid",
            "n V [nN]",
            "v",
            ("They could provide stated aid.", "stated"),
            _behind_modal,
        ),
        (
            "Lee, a pilot, claims that",
            ", V [HPDN]",
            "",
            ("Lee, a pilot, claims that.", "claims"),
            _also_noun,
        ),
        ("a think tank", ". V n", "n", ("A think tank met.", "think"), _in_compound),
        (
            "behind its subject",
            "[PAtWQq] [VI] .",
            "",
            ("They claim the port.", "claim"),
            _also_noun,
        ),
        (
            "the warning",
            "[D'] I .",
            "n",
            ("She gave the warning Lee needed.", "warning"),
            _also_noun,
        ),
        ("no object", "[^,|] I [^HDPNQq:S]", "n", ("A flood warning came.", "warning"), _also_noun),
        (
            "a verb, noun or not",
            ". I .",
            "",
            ("She left, as warning whether.", "warning"),
            _also_noun,
        ),
        ("would like to go", "A p p", "V", ("They would like to go.", "like"), is_wish),
        (
            "critics also claim",
            "R V .",
            "",
            ("They also claim it rains.", "claim"),
            is_behind_adverb,
        ),
        ("many fear", "D V .", "", ("Many fear it rains.", "fear"), is_act_of_several),
        (
            "the claim",
            "[DpC'|(,RvVIBgTH] V .",
            "n",
            ("The claims Lee made are old.", "claims"),
            _also_noun,
        ),
        (
            "Israeli plans to go",
            ". V p",
            "n",
            ("Israeli plans to go ended.", "plans"),
            _behind_adjective_of_people,
        ),
        ("Lee hopes to go", "[nN] V p", "", ("Lee hopes to go.", "hopes"), aims),
        ("before a verb", ". V [VAvp|.]", "n", ("Port claims were old.", "claims"), _also_noun),
        ("Israeli plans", ". V .", "n", ("Israeli plans Lee made ended.", "plans"), _behind_people),
        ("the crew claim", ". V .", "n", ("The port claim the crew made.", "claim"), disagrees),
        ("also lacks a", "R n [DP]", "v", ("It also lacks a bell.", "lacks"), _in_s),
        (
            "such as saying",
            "S I .",
            "g",
            ("They do much, such as saying it.", "saying"),
            _behind_as,
        ),
        ("of the meeting", "[D'] g [^NnD]", "n", ("She spoke of the sailing of May.", "sailing")),
        ("the pledged aid", "[D'] V [^HDPSQq]", "v", ("The stated aid came.", "stated"), _in_ed),
        (
            "the claim that",
            "[D'n] n H",
            "M",
            ("He dropped his claim that it rains.", "claim"),
            _reports,
        ),
        ("a stop inside", r". \. .", "~", ("Mr. Lee left.", "."), _shortened),
        (
            "as reported by",
            "S V p",
            "a",
            ("It rains, as reported by Lee.", "reported"),
            _reported_by,
        ),
    )
)
