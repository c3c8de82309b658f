"""Digits that are no number: a word's place in, whether it is a name, a date or a code out."""

from functools import cache

from tellings.lexicons import listed
from tellings.text.tokens import Words

_SUPERSCRIPT = "²³¹⁰⁴⁵⁶⁷⁸⁹"
_YEARS, _LIKELY_YEARS = range(1000, 2200), range(1700, 2100)
_LONGEST = 12  # digits without a comma; no newspaper writes a longer number
_DASHES = {"-", "–", "—", "−"}


def coded(said: Words, i: int) -> bool:
    """Whether the digits at i are part of a name, a code, an address or a telephone number."""
    start, end, text = said.start[i], said.end[i], said.text
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    if before in "_@#\\" or after in "_@\\" or after in _SUPERSCRIPT and after:
        return True
    if end - start > _LONGEST and said.low[i].isdecimal():
        return True  # an identifier
    if text[start] == "0" and end - start > 1 and text[start + 1].isdecimal():
        return True  # "0401 GMT", "007"
    if before.isalpha():
        signs = listed("units", "words", place="before")
        return said.low[i - 1] not in signs and "".join(said.low[max(i - 2, 0) : i]) not in signs
    if before == "/" and start > 1 and not text[start - 2].isspace():
        return True
    if before in _DASHES and start > 1:
        if text[start - 2].isalpha():
            return said.low[i - 2] not in listed("number_neighbours", role="hyphenated")
        if i > 1 and len(said.low[i - 2]) > 1 and said.written[i - 2].isupper():
            return True  # "COVID -19"
    if before in _DASHES or after in _DASHES:
        if _phone(said, i):
            return True
    if before == "." and start > 1 and (text[start - 2].isalnum() or text[start - 2] == "."):
        return said.low[i - 2] not in ("rs", "approx", "c", "ca")
    return _letters_behind(said, i) or _numbered(said, i) or _address(said, i)


def _phone(said: Words, i: int) -> bool:
    """Whether the digits at i are one of three parts or more joined by hyphens ("222-2222-22")."""
    left = _joined(said, i) and 1 + _joined(said, i - 2)
    right = _joined(said, i + 2) and 1 + _joined(said, i + 4)
    return left + right > 1


def _joined(said: Words, i: int) -> bool:
    """Whether a hyphen joins the word at i to digits before it, without a space."""
    if not 2 <= i < len(said.low) or said.low[i - 1] != "-" or not said.low[i - 2][0].isdecimal():
        return False
    return said.glued(i) and said.glued(i - 1)


def _letters_behind(said: Words, i: int) -> bool:
    """Whether letters that are no unit, scale or rank are glued to the digits ("3D", "747s")."""
    if not said.glued(i + 1):
        return False
    behind = said.low[i + 1]
    if (
        behind == "'"
        and said.glued(i + 2)
        and said.at(i + 2) == "s"
        or behind == ":"
        and said.low[i + 2 : i + 3]
        and said.low[i + 2][0].isdecimal()
    ):
        return True
    if not behind[0].isalpha() or behind in ("st", "nd", "rd", "th"):
        return False
    known = behind in listed("units", "words", place="after") or behind in listed(
        "number_words", role="short scale"
    )
    return not (
        known
        or behind in listed("number_words", role="scale")
        or _exact(said.written[i + 1])
        or behind == "x"
    )


def _exact(word: str) -> bool:
    return word in listed("units", "words", case="exact")


def _numbered(said: Words, i: int) -> bool:
    """Whether the digits at i number a thing: "No. 5", "Channel 4", "the Big 12", "Model 3"."""
    at = i - 2 if i > 1 and said.low[i - 1] == "." and said.low[i - 2] == "no" else i - 1
    if at < 0 or said.low[at] not in listed("numbered_names") or not said.written[at][0].isupper():
        return False
    return not _measured(said, i + 1)


def _address(said: Words, i: int) -> bool:
    """Whether the digits at i are a house's: "10 Downing Street"."""
    for j in range(i + 1, min(i + 4, len(said.low))):
        if not said.written[j][0].isupper():
            return False
        if j > i + 1 and said.low[j] in listed("number_neighbours", role="street"):
            return True
    return False


def _measured(said: Words, i: int) -> bool:
    """Whether a unit or a scale stands at i."""
    word = said.low[i] if i < len(said.low) else ""
    return word in listed("units", "words", place="after") or word in listed(
        "number_words", role="scale"
    )


@cache
def months() -> frozenset[str]:
    """Month names and their shorts, without a stop."""
    return listed("calendar", kind="month")


def dated(said: Words, i: int) -> bool:
    """Whether the digits at i are (part of) a date, a year or a time of day."""
    low, digits = said.low, said.low[i]
    behind = low[i + 1] if i + 1 < len(low) else ""
    if behind in ("am", "pm", "a.m.", "p.m."):
        return True
    if low[i - 1 : i] and low[i - 1] in _DASHES and said.glued(i) and said.glued(i - 1):
        if i > 1 and low[i - 2].isdecimal() and dated(said, i - 2):
            return True  # "1950-53", "July 11-12"
    if behind == "o'clock" or i > 1 and low[i - 1] == ":" and said.glued(i) and said.glued(i - 1):
        return True
    if behind == "s" and said.glued(i + 1):
        return True  # "1990s", "30s"
    if digits.isdecimal() and len(digits) < 3 and _day_of_month(said, i):
        return True
    return len(digits) == 4 and digits.isdecimal() and _year(said, i, int(digits))


def _day_of_month(said: Words, i: int) -> bool:
    """Whether a month name stands beside the digits at i ("April 1", "1 April", "1st of May")."""
    low = said.low
    left = i - 2 if i > 1 and low[i - 1] == "." else i - 1
    if left >= 0 and low[left] in months() and said.written[left][0].isupper():
        return not _measured(said, i + 1)
    right = i + 2 if said.at(i + 1) == "of" else i + 1
    return right < len(low) and low[right] in months() and said.written[right][0].isupper()


def _year(said: Words, i: int, number: int) -> bool:
    """Whether four digits are a year: they are, unless something measures or bounds them.

    "2000 people", "about 1900 homes", "$2000"; but "in 2019", "the 2019 elections", "2024 GMC".
    """
    low = said.low
    if number not in _YEARS or money_before(said, i):
        return False
    before, behind = low[i - 1] if i else "", low[i + 1] if i + 1 < len(low) else ""
    if _measured(said, i + 1) and before not in ("in", "since", "by"):
        return False
    if behind in _DASHES and _measured(said, i + 2) and said.glued(i + 1) and said.glued(i + 2):
        return False
    surely = listed("number_neighbours", role="year follows surely")
    if before in surely:
        return True
    if low[max(i - 2, 0) : i] in (("at", "least"), ("as", "late")):
        return not surely.union(("through",)).isdisjoint(low[max(i - 4, 0) : i])
    if number not in _LIKELY_YEARS or low[i - 2 : i] in (("average", "of"), ("total", "of")):
        return False
    if before in listed("number_neighbours", role="year follows") or before in months() | _DASHES:
        return True
    return not (
        before in listed("number_neighbours", role="quantity")
        and (not behind or behind[0].islower())
    )


def money_before(said: Words, i: int) -> bool:
    """Whether a sign of money stands before word i."""
    return i > 0 and (
        said.low[i - 1] in "$€£¥₹₪" or said.low[i - 1] in listed("units", "words", place="before")
    )
