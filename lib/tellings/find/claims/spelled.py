"""Numbers in words: the place of a number word in, its value and extent out."""

from collections.abc import Callable
from functools import cache

from tellings.find.claims.neighbours import months, role, units
from tellings.find.claims.scales import (
    Number,
    and_share,
    exact,
    intervals,
    one_in,
    scale,
    values,
)
from tellings.lexicons import rows
from tellings.text.tokens import Words


def read(said: Words, i: int) -> Number | None:
    """The number whose words begin at i, or None."""
    kind = roles().get(said.low[i])
    return _STARTS[kind](said, i) if kind else None


@cache
def roles() -> dict[str, str]:
    """Words that may begin a number, with their role; a scale ("million") never does."""
    given = [(r["word"], r["role"]) for r in rows("number_words")]
    ranks = {word: kind for word, kind in given if kind == "rank"}
    others = {word: kind for word, kind in given if kind in _STARTS}
    return ranks | others | {"a": "article", "an": "article"}


@cache
def telling() -> frozenset[str]:
    """Words one of which every number in words has: "a" alone is none."""
    return frozenset(roles()) - {"a", "an"} | values("scale").keys() | values("share").keys()


def _counted(said: Words, i: int) -> Number | None:
    """ "two", "thirty-five", "three thousand nine hundred"."""
    number, last, scaled = _sum(said, i)
    share, end = and_share(said, last)
    number += share
    at = last + 1 if said.at(last) == "-" and said.glued(last) else last
    if said.at(at) in values("share") and number < 10:
        return _shares(said, i, at, number)
    part = one_in(said, i, number) if end == i + 1 and said.at(end) == "in" else None
    return part or exact(i, end, number, "words", scaled)


def _sum(said: Words, i: int) -> tuple[float, int, bool]:
    """The value of the number words from i on, where they end, whether a scale is among them."""
    total, current, last, scaled = 0.0, 0.0, i, False
    j = i
    while word := said.at(j):
        if word in values("unit") and current % 10 == 0:
            current += values("unit")[word]
        elif word in values("ten") and current % 100 == 0:
            current += values("ten")[word]
        elif word in values("scale") and last > i:
            size, scaled = values("scale")[word], True
            if size < 1000:
                current *= size
            else:
                current, total = 0.0, total + current * size
        elif last > i and _goes_on(said, j, scaled):
            j += 1
            continue
        else:
            break
        j += 1
        last = j
    return total + current, last, scaled


def _goes_on(said: Words, j: int, scaled: bool) -> bool:
    """Whether the hyphen or "and" at j joins two parts of one number."""
    behind = said.at(j + 1)
    if said.low[j] == "and":
        return scaled and (behind in values("unit") or behind in values("ten"))
    if said.low[j] != "-" or not said.glued(j):
        return False
    tens = said.low[j - 1] in values("ten")
    return behind in values("scale") or (tens and behind in values("unit"))


def _article(said: Words, i: int) -> Number | None:
    """ "a million", "a dozen", "a third", "a quarter of a million"; None for any other "a"."""
    behind = said.at(i + 1)
    if behind in values("scale"):
        last, size = scale(said, i + 1)
        share, end = and_share(said, last)
        return exact(i, end, (1 + share) * size, "words", True)
    if said.at(i - 1) == "and":
        return None  # "a decade and a half"
    if behind == "half" and said.at(i + 2)[:1].isalpha():
        return _shares(said, i, i + 1, 1.0) if said.low[i + 2] == "of" else None
    if behind in values("share"):
        return _shares(said, i, i + 1, 1.0)
    return None  # "a half brother"


def _shares(said: Words, i: int, at: int, number: float) -> Number | None:
    """ "a third", "two-thirds", "half a million": the share at `at`, taken `number` times."""
    share, last = values("share")[said.low[at]] * number, at + 1
    quarter = said.low[at].startswith("quarter")
    part = not quarter and not said.low[at].startswith("hal")
    if part and not (number > 1 or said.at(last) == "of"):
        return None  # "a third meeting", "one fifth child": a rank
    size = last
    while said.at(size) in ("of", "a", "an"):
        size += 1
    if said.at(size) in values("scale"):  # "half a million"
        return exact(i, size + 1, share * values("scale")[said.low[size]], "words", True)
    if quarter and said.at(last) != "of":
        return None  # "a quarter", of a year more often than not
    return exact(i, last, share, "share")


def _sign(said: Words, i: int) -> Number:
    """ "½"."""
    return exact(i, i + 1, values("sign")[said.low[i]], "share")


def _share(said: Words, i: int) -> Number | None:
    """ "half" by itself ("half the condos", "half a million"); no other share is."""
    word, behind = said.low[i], said.at(i + 1)
    if word == "quarter" and behind in values("scale"):
        return _shares(said, i, i, 1.0)  # "quarter million"
    if word != "half":
        return _rank(said, i) if word in values("rank") else None
    if behind in ("a", "an") and said.at(i + 2) in units("after"):
        return exact(i, i + 2, 0.5, "words")  # "half a ton", "half an hour"
    if behind == "-" or said.at(i - 1) in role("before a half of time"):
        return None
    return None if behind in role("half no share") else _shares(said, i, i, 1.0)


def _vague(said: Words, i: int) -> Number | None:
    """ "dozens", "thousands of", "tens of thousands", as intervals."""
    low, high = intervals()[said.low[i]]
    if said.at(i + 1) == "of" and said.at(i + 2) in intervals():
        size = intervals()[said.low[i + 2]][0]
        return Number(i, i + 3, low * size, high * size, "vague", False)
    return Number(i, i + 1, low, high, "vague", False)


def _tens(said: Words, i: int) -> Number | None:
    """ "tens of thousands"; "tens" alone is nothing that counts."""
    if said.at(i + 1) != "of" or said.at(i + 2) not in intervals():
        return None
    size = intervals()[said.low[i + 2]][0]
    return Number(i, i + 3, 10 * size, 100 * size, "vague", False)


def _rank(said: Words, i: int) -> Number | None:
    """ "first", "third": a rank; none of a date ("the fourth of July")."""
    if said.at(i + 1) == "of" and said.at(i + 2) in months():
        return None
    return exact(i, i + 1, values("rank")[said.low[i]], "rank")


def _fold(said: Words, i: int) -> Number:
    """ "sixfold"."""
    return exact(i, i + 1, values("fold")[said.low[i]], "words")


_STARTS: dict[str, Callable[[Words, int], Number | None]] = {
    "unit": _counted,
    "ten": _counted,
    "article": _article,
    "share": _share,
    "sign": _sign,
    "vague": _vague,
    "tens": _tens,
    "rank": _rank,
    "fold": _fold,
}
