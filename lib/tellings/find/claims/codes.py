"""Digits that are no number: a word's place in, whether it is a name, a date or a code out.

Each rule has a name, what it answers (None: the next rule is asked) and an example, which is its
test: the rule decides digits of its example.
"""

from collections.abc import Callable
from typing import NamedTuple

from tellings.find.claims.neighbours import DASHES, joined, months, role, units
from tellings.lexicons import listed
from tellings.text.tokens import Words

_SUPERSCRIPT = frozenset("²³¹⁰⁴⁵⁶⁷⁸⁹")
_YEARS, _LIKELY_YEARS = range(1000, 2200), range(1700, 2100)
_LONGEST = 12  # digits without a comma; no newspaper writes a longer number


class Rule(NamedTuple):
    """A reason to take digits for something else than a number, or for a number after all.

    beside  whether something must touch the digits: most stand alone, and need not be asked about
    """

    name: str
    holds: Callable[[Words, int], bool | None]
    example: str
    beside: bool = False


def coded(said: Words, i: int) -> bool:
    """Whether the digits at i are part of a name, a code, an address or a telephone number."""
    touched = said.glued(i) or said.glued(i + 1)
    return decided(CODES if touched else _ALONE, said, i)[1]


def dated(said: Words, i: int) -> bool:
    """Whether the digits at i are (part of) a date, a year or a time of day."""
    return decided(DATES, said, i)[1]


def decided(rules: tuple[Rule, ...], said: Words, i: int) -> tuple[str, bool]:
    """The name of the first rule that answers for the digits at i, and its answer."""
    for rule in rules:
        answer = rule.holds(said, i)
        if answer is not None:
            return rule.name, answer
    return "", False


def _before(said: Words, i: int) -> str:
    """The character right before the digits, a space at the start."""
    return said.text[said.start[i] - 1] if said.start[i] else " "


def _after(said: Words, i: int) -> str:
    """The character right behind the digits, a space at the end."""
    return said.text[said.end[i]] if said.end[i] < len(said.text) else " "


def _in_handle(said: Words, i: int) -> bool | None:
    after = _after(said, i)
    return _before(said, i) in "_@#\\" or after in "_@\\" or after in _SUPERSCRIPT or None


def _identifier(said: Words, i: int) -> bool | None:
    return (said.end[i] - said.start[i] > _LONGEST and said.low[i].isdecimal()) or None


def _leading_zero(said: Words, i: int) -> bool | None:
    word = said.low[i]
    return (word[0] == "0" and word[1:2].isdecimal()) or None


def _letters_before(said: Words, i: int) -> bool | None:
    if not _before(said, i).isalpha():
        return None
    return said.low[i - 1] not in units("before") and "".join(
        said.low[max(i - 2, 0) : i]
    ) not in units("before")


def _behind_slash(said: Words, i: int) -> bool | None:
    at = said.start[i]
    return (_before(said, i) == "/" and at > 1 and not said.text[at - 2].isspace()) or None


def _hyphenated(said: Words, i: int) -> bool | None:
    if _before(said, i) not in DASHES or said.start[i] < 2:
        return None
    if said.text[said.start[i] - 2].isalpha():
        return said.low[i - 2] not in role("hyphenated")
    return (len(said.at(i - 2)) > 1 and said.written[i - 2].isupper()) or None


def _telephone(said: Words, i: int) -> bool | None:
    """Three parts or more joined by hyphens ("222-2222-22")."""
    left = _joined(said, i) and 1 + _joined(said, i - 2)
    right = _joined(said, i + 2) and 1 + _joined(said, i + 4)
    return left + right > 1 or None


def _joined(said: Words, i: int) -> bool:
    """Whether a hyphen joins the word at i to digits before it, without a space."""
    return said.at(i - 1) == "-" and said.at(i - 2)[:1].isdecimal() and joined(said, i - 1)


def _behind_point(said: Words, i: int) -> bool | None:
    if _before(said, i) != "." or said.start[i] < 2:
        return None
    left = said.text[said.start[i] - 2]
    if not (left.isalnum() or left == "."):
        return None
    return said.low[i - 2] not in role("short before digits")


def _letters_behind(said: Words, i: int) -> bool | None:
    """Letters that are no unit, scale or rank are glued to the digits ("3D", "747s")."""
    if not said.glued(i + 1):
        return None
    behind = said.low[i + 1]
    if behind == "'" and said.glued(i + 2) and said.at(i + 2) == "s":
        return True
    if behind == ":" and said.at(i + 2)[:1].isdecimal():
        return True
    if not behind[0].isalpha() or behind in role("rank ending") or behind == "x":
        return None
    scales = listed("number_words", role="short scale") | listed("number_words", role="scale")
    exact = said.written[i + 1] in listed("units", "words", case="exact")
    return not (behind in units("after") or behind in scales or exact) or None


def _numbered(said: Words, i: int) -> bool | None:
    if said.at(i - 1) == "of" and said.at(i - 2) in role("group of a number"):
        return said.capital(i - 2) or None  # "the Group of 20"
    at = i - 2 if said.at(i - 1) == "." and said.at(i - 2) == "no" else i - 1
    if said.at(at) not in listed("numbered_names") or not said.capital(at):
        return None
    return not _measured(said, i + 1) or None


def _address(said: Words, i: int) -> bool | None:
    for j in range(i + 1, i + 5):
        number = said.at(j)[:1].isdecimal() or said.at(j) in role("rank ending")  # "41st Avenue"
        if not said.capital(j) and not number:
            return None
        if j > i + 1 and said.low[j] in role("street"):
            return True
    return None


def _paragraph(said: Words, i: int) -> bool | None:
    """A law's paragraph is named behind the digits: "501(c)(3)", "501 c3"."""
    at = i + 2 if said.at(i + 1) == "(" and said.glued(i + 1) else i + 1
    letter = said.at(at)
    if len(letter) != 1 or not letter.isalpha():
        return None
    closed = said.at(at + 1) == ")" if at == i + 2 else said.at(at + 1)[:1].isdecimal()
    return (closed and said.glued(at + 1)) or None


CODES = (
    Rule("handle or path", _in_handle, "follow @channel_24 now", True),
    Rule("identifier", _identifier, "order 1234567890123 was sent"),
    Rule("leading zero", _leading_zero, "agent 007 was there"),
    Rule("letters before", _letters_before, "the A320 landed", True),
    Rule("slash before", _behind_slash, "see page/12 for more", True),
    Rule("hyphen and a word before", _hyphenated, "the Boeing-747 landed", True),
    Rule("telephone", _telephone, "call 222-2222-22 today", True),
    Rule("point before", _behind_point, "version v.2 is out", True),
    Rule("letters behind", _letters_behind, "a 3D film", True),
    Rule("numbered", _numbered, "watch Channel 4 tonight"),
    Rule("paragraph of a law", _paragraph, "a 501(c)(3) body"),
    Rule("address", _address, "at 10 Downing Street today"),
)
_ALONE = tuple(rule for rule in CODES if not rule.beside)


def _measured(said: Words, i: int) -> bool:
    """Whether a unit or a scale stands at i."""
    return said.at(i) in units("after") or said.at(i) in listed("number_words", role="scale")


def _time_of_day(said: Words, i: int) -> bool | None:
    if said.at(i + 1) in role("clock"):
        return True
    return (said.at(i - 1) == ":" and i > 1 and joined(said, i - 1)) or None


def _end_of_dates(said: Words, i: int) -> bool | None:
    if said.at(i - 1) not in DASHES or not joined(said, i - 1):
        return None
    return (said.at(i - 2).isdecimal() and dated(said, i - 2)) or None


def _decade(said: Words, i: int) -> bool | None:
    return (said.at(i + 1) == "s" and said.glued(i + 1)) or None


def _day_of_month(said: Words, i: int) -> bool | None:
    """A month name stands beside the digits ("April 1", "1 April", "1st of May")."""
    if not said.low[i].isdecimal() or len(said.low[i]) > 2:
        return None
    left = i - 2 if i > 1 and said.at(i - 1) == "." else i - 1
    if said.at(left) in months() and said.capital(left):
        return not _measured(said, i + 1) or None
    right = i + 2 if said.at(i + 1) == "of" else i + 1
    return (said.at(right) in months() and said.capital(right)) or None


def _year(said: Words, i: int) -> bool | None:
    """Four digits are a year, unless something measures or bounds them.

    "2000 people", "about 1900 homes", "$2000"; but "in 2019", "the 2019 elections", "2024 GMC".
    """
    digits = said.low[i]
    if len(digits) != 4 or not digits.isdecimal() or int(digits) not in _YEARS:
        return None
    return not (money_before(said, i) or _no_year(said, i, int(digits)))


def _no_year(said: Words, i: int, number: int) -> bool:
    """Whether what stands beside four digits measures or bounds them."""
    before, behind = said.at(i - 1), said.at(i + 1)
    if _measured(said, i + 1) and before not in role("year before a unit"):
        return True
    if behind in DASHES and _measured(said, i + 2) and joined(said, i + 1):
        return True
    if before in role("year follows surely"):
        return False
    if said.has(i - 2, "at", "least") or said.has(i - 2, "as", "late"):
        near = said.low[max(i - 4, 0) : i]
        return (role("year follows surely") | {"through"}).isdisjoint(near)
    if number not in _LIKELY_YEARS or (before == "of" and said.at(i - 2) in ("average", "total")):
        return True
    if before in role("year follows") or before in months() or before in DASHES:
        return False
    return before in role("quantity") and (not behind or behind[0].islower())


DATES = (
    Rule("time of day", _time_of_day, "at 5 p.m. sharp"),
    Rule("end of dates", _end_of_dates, "the war of 1950-53"),
    Rule("decade", _decade, "in the 1990s we met"),
    Rule("day of the month", _day_of_month, "on April 11 we met"),
    Rule("year", _year, "in 2019 we met"),
)


def money_before(said: Words, i: int) -> bool:
    """Whether a sign of money stands before word i."""
    return said.at(i - 1) in units("before")
