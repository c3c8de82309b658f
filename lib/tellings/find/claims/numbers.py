"""Written numbers: the words of a sentence in, the value and place of each number out."""

import math
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tellings.find.claims import codes
from tellings.lexicons import listed, rows
from tellings.text.tokens import Words

# The last form is India's: 12,34,567.
_WELL_FORMED = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?")


_ENDS = frozenset(", . ; : )".split())  # behind these a number has no scale, share or rank


class Number(NamedTuple):
    """A number and its words, first to last - 1; low and high differ for "dozens" only.

    form   digits | words | vague ("dozens of") | share ("a third") | rank ("third", "3rd")
    scaled whether a scale word stands with it ("1.3 million")
    """

    first: int
    last: int
    low: float
    high: float
    form: str
    scaled: bool


def read(said: Words) -> list[Number]:
    """The numbers of a sentence, in order; names, dates, times and codes are left out.

    Digits, number words, their scales and shares ("1.3 million", "two and a half", "a third of"),
    vague plurals as intervals ("dozens" 12 to 120) and ranks. Nothing that is not finite.

    >>> from tellings.text.tokens import fine
    >>> [(n.low, n.form) for n in read(fine("In 2019, 1.3 million, two thirds"))]
    [(1300000.0, 'digits'), (0.6666666666666666, 'share')]
    """
    found, i, low = [], 0, said.low
    known = _roles()
    while i < len(low):
        number = None
        if low[i][0].isdecimal():
            number = _digits(said, i)
        elif low[i] in known:
            number = _STARTS[known[low[i]]](said, i)
        if number and math.isfinite(number.low) and math.isfinite(number.high):
            found.append(number)
        i = number.last if number else i + 1
    return found


def begins(word: str) -> bool:
    """Whether a number may begin with the word, in lower case: "5", "two"."""
    return word[0].isdecimal() or _roles().get(word) in ("unit", "ten")


def value(word: str) -> float | None:
    """The value of a run of digits, or None for a list, a code or an address ("1,2,3", "1.2.3")."""
    return float(word.replace(",", "")) if _WELL_FORMED.fullmatch(word) else None


@cache
def _roles() -> dict[str, str]:
    """Words that may begin a number, with their role; a scale ("million") never does."""
    ranks = {r["word"]: "rank" for r in rows("number_words") if r["role"] == "rank"}
    others = {r["word"]: r["role"] for r in rows("number_words") if r["role"] in _STARTS}
    return ranks | others | {"a": "article", "an": "article"}


@cache
def _values(role: str) -> dict[str, float]:
    """Words of a role with their value; "1/3" is a division."""
    pairs = ((r["word"], r["value"].split("/")) for r in rows("number_words") if r["role"] == role)
    return {w: float(v[0]) / float(v[1]) if len(v) > 1 else float(v[0]) for w, v in pairs}


@cache
def _vague() -> dict[str, tuple[float, float]]:
    """Vague plurals with their interval: "hundreds" is 100 to 1,000."""
    kept = (
        (r["word"], r["value"].split(":")) for r in rows("number_words") if r["role"] == "vague"
    )
    return {word: (float(ends[0]), float(ends[1])) for word, ends in kept}


# --- digits


def _digits(said: Words, i: int) -> Number | None:
    """The number that begins with the digits at i, or None for a name, a date, a time, a code."""
    low, number, first = said.low, value(said.low[i]), i
    if (
        i
        and low[i - 1] == "."
        and said.glued(i)
        and not (said.glued(i - 1) and low[i - 2].isalnum())
    ):
        number, first = value(f"0.{low[i]}"), i - 1  # ".500"
    if number is None or codes.coded(said, i) or codes.dated(said, i):
        return None
    behind = low[i + 1] if i + 1 < len(low) else ""
    if behind in _ENDS:
        return Number(first, i + 1, number, number, "digits", False)
    if behind in ("st", "nd", "rd", "th") and said.glued(i + 1):
        return Number(i, i + 2, number, number, "rank", False)
    if behind == "/" and said.glued(i + 1):
        return _written_share(said, i, 0.0)
    in_all = _one_in(said, i, number) if behind == "in" else None
    if in_all:
        return in_all
    last, size = _scale(said, i + 1, said.written[i])
    share, end = _and_share(said, last)
    return Number(first, end, *[(number + share) * size] * 2, "digits", size != 1)


def _scale(said: Words, i: int, digits: str) -> tuple[int, float]:
    """Where the scale words from i on end, and their product ("2 hundred thousand")."""
    size, low = 1.0, said.low
    while i < len(low):
        word, at = low[i], i
        if word == "-" and i + 1 < len(low) and said.glued(i) and said.glued(i + 1):
            word, at = low[i + 1], i + 1
        if word in _values("scale"):
            size *= _values("scale")[word]
        elif size == 1 and at == i and _short_scale(said, i):
            size *= _values("short scale")[word]
        else:
            return i, size
        i = at + 1
    return i, size


def _short_scale(said: Words, i: int) -> bool:
    """Whether "m", "bn", "k" behind a number is a scale, not a metre or a name.

    "35m of its devices", "$5m", "8 B people"; but "14m deep", "the 100m final", "5 m".
    """
    word, written = said.low[i], said.written[i]
    if word not in _values("short scale"):
        return False
    if len(word) > 1:
        return True
    if codes.money_before(said, i - 1):
        return True
    behind = said.low[i + 1] if i + 1 < len(said.low) else "."
    if word == "m" and said.glued(i):
        return behind[0].isalpha() and behind not in listed("number_neighbours", role="metre final")
    if word == "k":
        return said.glued(i)
    return written == "B" and behind[0].isalpha()


# --- words


def _spelled(said: Words, i: int) -> Number | None:
    """The number in words that begins at i: "two", "thirty-five", "three thousand nine hundred"."""
    total, current, last, scaled = 0.0, 0.0, i, False
    j, low = i, said.low
    while j < len(low):
        word = low[j]
        if word in _values("unit") and not _closed(current, 10):
            current += _values("unit")[word]
        elif word in _values("ten") and not _closed(current, 100):
            current += _values("ten")[word]
        elif word in _values("scale") and last > i:
            size = _values("scale")[word]
            scaled = True
            current, total = (
                (current * size, total) if size < 1000 else (0.0, total + current * size)
            )
        elif last > i and word in ("-", "and") and _goes_on(said, j, scaled):
            j += 1
            continue
        else:
            break
        j += 1
        last = j
    share, end = _and_share(said, last)
    number = total + current + share
    at = last + 1 if said.at(last) == "-" and said.glued(last) else last
    if at < len(low) and low[at] in _values("share") and number < 10:
        return _counted_share(said, i, at, number)
    if end == i + 1 and said.at(end) == "in" and _one_in(said, i, number):
        return _one_in(said, i, number)
    return Number(i, end, number, number, "words", scaled)


def _closed(current: float, below: int) -> bool:
    """Whether the hundreds read so far leave no room for a number under `below` ("two three")."""
    return current % below != 0


def _goes_on(said: Words, j: int, scaled: bool) -> bool:
    """Whether the hyphen or "and" at j joins two parts of one number."""
    behind = said.low[j + 1] if j + 1 < len(said.low) else ""
    if said.low[j] == "and":
        return scaled and (behind in _values("unit") or behind in _values("ten"))
    if not said.glued(j):
        return False
    tens = said.low[j - 1] in _values("ten")
    return behind in _values("scale") or tens and behind in _values("unit")


def _article(said: Words, i: int) -> Number | None:
    """ "a million", "a dozen", "a third", "a quarter of a million"; None for any other "a"."""
    behind = said.low[i + 1] if i + 1 < len(said.low) else ""
    if behind in _values("scale"):
        last, size = _scale(said, i + 1, "1")
        share, end = _and_share(said, last)
        return Number(i, end, *[(1 + share) * size] * 2, "words", True)
    if i and said.low[i - 1] == "and":
        return None  # "a decade and a half"
    if behind == "half" and said.low[i + 2 : i + 3] and said.low[i + 2][0].isalpha():
        return _counted_share(said, i, i + 1, 1.0) if said.low[i + 2] == "of" else None
    if behind in _values("share"):
        return _counted_share(said, i, i + 1, 1.0)
    return None  # "a half brother"


def _counted_share(said: Words, i: int, at: int, number: float) -> Number | None:
    """ "a third", "two-thirds", "half a million": the share at `at`, taken `number` times."""
    share, last = _values("share")[said.low[at]] * number, at + 1
    part = said.low[at] not in ("half", "halves", "quarter", "quarters")
    if part and not (number > 1 or said.at(last) == "of"):
        return None  # "a third meeting", "one fifth child": a rank
    scale = last
    while said.low[scale : scale + 1] and said.low[scale] in ("of", "a", "an"):
        scale += 1
    if scale < len(said.low) and said.low[scale] in _values("scale"):  # "half a million"
        size = _values("scale")[said.low[scale]]
        return Number(i, scale + 1, share * size, share * size, "words", True)
    if said.low[at] in ("quarter", "quarters") and said.at(last) != "of":
        return None  # "a quarter", of a year more often than not
    return Number(i, last, share, share, "share", False)


def _sign(said: Words, i: int) -> Number:
    """ "½"."""
    share = _values("sign")[said.low[i]]
    return Number(i, i + 1, share, share, "share", False)


def _share(said: Words, i: int) -> Number | None:
    """ "half" by itself ("half the condos", "half a million"); no other share is."""
    quarter = said.low[i] == "quarter" and said.low[i + 1 : i + 2]
    if quarter and said.low[i + 1] in _values("scale"):
        return _counted_share(said, i, i, 1.0)  # "quarter million"
    if said.low[i] != "half":
        return _rank(said, i) if said.low[i] in _values("rank") else None
    behind = said.low[i + 1] if i + 1 < len(said.low) else ""
    if behind in ("a", "an") and _measures(said, i + 2):
        return Number(i, i + 2, 0.5, 0.5, "words", False)  # "half a ton", "half an hour"
    if behind == "-" or i and said.low[i - 1] in ("first", "second", "the", "this", "last", "each"):
        return None
    if behind in ("hour", "time", "day", "year", "way"):
        return None
    return _counted_share(said, i, i, 1.0)


def _measures(said: Words, i: int) -> bool:
    """Whether the word at i is a unit of lexicons/units.csv."""
    return i < len(said.low) and said.low[i] in listed("units", "words", place="after")


def _vague_plural(said: Words, i: int) -> Number | None:
    """ "dozens", "thousands of", "tens of thousands", as intervals."""
    low, high = _vague()[said.low[i]]
    last = i + 1
    if said.at(i + 1) == "of" and i + 2 < len(said.low) and said.low[i + 2] in _vague():
        size = _vague()[said.low[i + 2]][0]
        low, high, last = low * size, high * size, i + 3
    return Number(i, last, low, high, "vague", False)


def _tens_of(said: Words, i: int) -> Number | None:
    """ "tens of thousands"; "tens" alone is nothing that counts."""
    if said.at(i + 1) == "of" and i + 2 < len(said.low) and said.low[i + 2] in _vague():
        size = _vague()[said.low[i + 2]][0]
        return Number(i, i + 3, 10 * size, 100 * size, "vague", False)
    return None


def _rank(said: Words, i: int) -> Number | None:
    """ "first", "third": a rank; none of a date ("the fourth of July")."""
    rank = _values("rank")[said.low[i]]
    if said.at(i + 1) == "of" and said.low[i + 2 : i + 3] and said.low[i + 2] in codes.months():
        return None
    return Number(i, i + 1, rank, rank, "rank", False)


def _fold(said: Words, i: int) -> Number:
    """ "sixfold"."""
    times = _values("fold")[said.low[i]]
    return Number(i, i + 1, times, times, "words", False)


# --- parts


def _and_share(said: Words, i: int) -> tuple[float, int]:
    """The share that is added to a number at i ("and a half", "1/2") and where it ends."""
    low = said.low
    if i < len(low) and low[i] in _values("sign"):
        return _values("sign")[low[i]], i + 1  # "3½"
    if low[i : i + 3] in (("and", "a", "half"), ("and", "one", "half")):
        return 0.5, i + 3
    if low[i : i + 6] == ("-", "and", "-", "a", "-", "half"):
        return 0.5, i + 6
    if low[i : i + 3] == ("and", "a", "quarter"):
        return 0.25, i + 3
    if i + 2 < len(low) and low[i][0].isdecimal() and low[i + 1] == "/" and said.glued(i + 1):
        number = _written_share(said, i, 0.0)
        return (number.low, i + 3) if number else (0.0, i)
    return 0.0, i


def _written_share(said: Words, i: int, whole: float) -> Number | None:
    """ "1/2", "3/4": a share, where the halves are small; None for "24/7", "9/11", "4/5/2019"."""
    parts = said.low[i : i + 3]
    if len(parts) < 3 or not (parts[0].isdecimal() and parts[2].isdecimal() and said.glued(i + 2)):
        return None
    top, under = int(parts[0][:4]), int(parts[2][:4])
    if not 0 < top < under <= 16 or (top, under) == (9, 11) or said.at(i + 3) == "/":
        return None
    return Number(i, i + 3, *[whole + top / under] * 2, "share", False)


def _one_in(said: Words, i: int, number: float) -> Number | None:
    """ "one in five people", "2 in 5": a share; None for any other "in" ("2 in 2019")."""
    if i + 2 >= len(said.low) or not 0 < number < 10:
        return None
    word = said.low[i + 2]
    other = value(word) if word[0].isdecimal() else _values("unit").get(word)
    if not other or not number < other <= 1000 or other % 1:
        return None
    return Number(i, i + 3, number / other, number / other, "share", False)


_STARTS: dict[str, Callable[[Words, int], Number | None]] = {
    "unit": _spelled,
    "ten": _spelled,
    "article": _article,
    "share": _share,
    "sign": _sign,
    "vague": _vague_plural,
    "tens": _tens_of,
    "rank": _rank,
    "fold": _fold,
}
