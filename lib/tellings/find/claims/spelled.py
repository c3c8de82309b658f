"""Numbers in words: the place of a number word in, its value and extent out."""

from collections.abc import Callable
from functools import cache

from tellings.find.claims.neighbours import joined, months, role, units
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
    number, last = _sum(said, i)
    rank = values("rank").get(said.at(last + 1)) if said.at(last) == "-" else None
    if rank and rank < 10 and joined(said, last) and number % 10 == 0:
        return exact(i, last + 2, number + rank, "rank")  # "fifty-eighth"
    share, end = and_share(said, last)
    number += share
    size = _trailing_scale(said, i, last)
    if share and size == 1:
        end, size = scale(said, end)  # "one and a half million"
        number *= size
    at = last + 1 if said.at(last) == "-" and said.glued(last) else last
    if said.at(at) in values("share") and number < 10:
        return _shares(said, i, at, number)
    part = one_in(said, i, number) if end == i + 1 and said.at(end) in ("in", "out") else None
    return part or exact(i, end, number, "words", size)


def _trailing_scale(said: Words, i: int, last: int) -> float:
    """What the scale words that end words i to last - 1 multiply by: "two hundred thousand"."""
    size, at = 1.0, last - 1
    while at > i and (said.low[at] in values("scale") or said.low[at] == "-"):
        size *= values("scale").get(said.low[at], 1.0)
        at -= 1
    return size


def _sum(said: Words, i: int) -> tuple[float, int]:
    """The value of the number words from i on, and where they end."""
    total, current, last = 0.0, 0.0, i
    j = i
    while word := said.at(j):
        if word in values("unit") and current % 10 == 0:
            current += values("unit")[word]
        elif word in values("ten") and current % 100 == 0:
            current += values("ten")[word]
        elif word in values("scale") and last > i:
            size = values("scale")[word]
            if size < 1000:
                current *= size
            else:
                current, total = 0.0, total + current * size
        elif last > i and _goes_on(said, i, j):
            j += 1
            continue
        else:
            break
        j += 1
        last = j
    return total + current, last


def _goes_on(said: Words, i: int, j: int) -> bool:
    """Whether the hyphen or "and" at j joins two parts of the number that begins at i."""
    behind = said.at(j + 1)
    if said.low[j] == "and":
        scaled = not values("scale").keys().isdisjoint(said.low[i:j])
        return scaled and (behind in values("unit") or behind in values("ten"))
    if said.low[j] != "-" or not said.glued(j):
        return False
    left = said.low[j - 1]
    if behind in values("unit"):
        return left in values("ten") or left in values("scale")  # "one hundred-eighteen"
    return behind in values("scale") or (left in values("scale") and behind in values("ten"))


def _article(said: Words, i: int) -> Number | None:
    """ "a million", "a dozen", "a third", "a quarter of a million"; None for any other "a"."""
    behind = said.at(i + 1)
    if behind in values("scale"):
        last, size = scale(said, i + 1)
        share, end = and_share(said, last)
        return exact(i, end, (1 + share) * size, "words", size)
    if behind in values("some"):
        return _some(said, i + 1)  # "a few thousand", "a couple of dozen"
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
    at = last
    while said.at(at) in ("of", "a", "an") or (said.at(at) == "-" and joined(said, at)):
        at += 1
    if said.at(at) in values("scale"):  # "half a million", "a half-dozen"
        last, size = scale(said, at)
        return exact(i, last, share * size, "words", size)
    if said.at(at - 1) in ("a", "an") and said.at(at) in units("after"):
        return exact(i, at, share, "words")  # "a quarter of an hour", "a third of a mile"
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
    if behind == "-" and said.at(i + 2) in values("scale"):
        return _shares(said, i, i, 1.0)  # "half-dozen"
    if said.has(i - 2, "and", "a"):
        return None  # "a week and a half"
    if behind == "-" or said.at(i - 1) in role("before a half of time"):
        return None
    return None if behind in role("half no share") else _shares(said, i, i, 1.0)


def _some(said: Words, i: int) -> Number | None:
    """ "several hundred", "a few thousand", "a couple of dozen"; None for any other "few"."""
    at = i + 2 if said.at(i + 1) == "of" else i + 1
    if said.at(at) not in values("scale"):
        return None
    last, size = scale(said, at)
    first = i - 1 if said.at(i - 1) == "a" else i
    if said.low[i] == "couple":
        return exact(first, last, 2 * size, "words", size)
    return Number(first, last, 2 * size, 10 * size, "vague", size)


def _none(said: Words, i: int) -> Number | None:
    """ "nobody", "no one", "no deaths": none of what the words behind tell."""
    if said.low[i] == "nobody":
        return exact(i, i + 1, 0.0, "none")
    if said.at(i + 1) == "one":
        return exact(i, i + 2, 0.0, "none")
    return exact(i, i + 1, 0.0, "none") if said.at(i + 1) in role("counted as none") else None


def _vague(said: Words, i: int) -> Number | None:
    """ "dozens", "thousands of", "tens of thousands", as intervals."""
    low, high = intervals()[said.low[i]]
    if said.low[i] in role("a noun without of") and said.at(i + 1) != "of":
        return None  # "test scores"
    if said.at(i + 1) == "of" and said.at(i + 2) in intervals():
        size = intervals()[said.low[i + 2]][0]
        return Number(i, i + 3, low * size, high * size, "vague")
    return Number(i, i + 1, low, high, "vague")


def _tens(said: Words, i: int) -> Number | None:
    """ "tens of thousands"; "tens" alone is nothing that counts."""
    if said.at(i + 1) != "of" or said.at(i + 2) not in intervals():
        return None
    size = intervals()[said.low[i + 2]][0]
    return Number(i, i + 3, 10 * size, 100 * size, "vague")


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
    "some": _some,
    "none": _none,
}
