"""Corpora of any size: the seeds in, captures with new names, numbers, days and words out.

Events of three to six tellings. An event takes one seed and tells of it under names, numbers and a
day of its own; six of ten of its longer words are others, so that two events from one seed share
no more than news does. A telling keeps a part of the paragraphs and changes some words. The same
count, seed and texts give the same bytes.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_OUTLETS = ("Ledger", "Harbour Post", "Northern Wire", "Chronicle", "Meridian", "Tribune", "Record")
WHOLE = 10_000  # words that no seed has: a text that is cut behind them is whole
_FIRST, _EVENTS_A_DAY = date(2006, 1, 2), 4
_OTHERS, _SWAPPED = 0.6, 0.02  # shares of the longer words: other in an event, changed in a telling
_SIZES = (3, 4, 4, 5, 6)  # tellings of an event
_WORD, _NUMBER = re.compile(r"\b[a-z]{5,}\b"), re.compile(r"(?<![\w.,$])\d{3,}(?![\w,.]\d)")
_INNER = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
_DAY = re.compile(r"\b(?:January|February|March|April|May|June|July|August) \d{1,2}(?:, \d{4})?")
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u")]


class Telling(NamedTuple):
    """A made capture."""

    name: str
    text: str
    outlet: str
    day: date


def write(count: int, folder: Path, most_words: int = WHOLE) -> None:
    """Write so many captures and a manifest.csv; texts are cut behind `most_words`."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["file,outlet,date"]
    for told in tellings(count, most_words):
        (folder / told.name).write_text(told.text, encoding="utf-8")
        rows.append(f"{told.name},{told.outlet},{told.day}")
    (folder / "manifest.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def tellings(count: int, most_words: int = WHOLE) -> Iterator[Telling]:
    """So many tellings, event by event."""
    bases = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    pool = sorted({word for base in bases for word in _WORD.findall(base)})
    made = number = 0
    while made < count:
        size = min(Random(f"size {number}").choice(_SIZES), count - made)
        yield from _event(number, size, bases[number % len(bases)], pool, most_words)
        made, number = made + size, number + 1


def _event(number: int, size: int, base: str, pool: list[str], most: int) -> Iterator[Telling]:
    """The tellings of one event."""
    pick = Random(f"event {number}")
    day = _FIRST + timedelta(number // _EVENTS_A_DAY)
    names = {name: _name(pick) for name in sorted(set(_INNER.findall(base)) - _months())}
    factor = pick.uniform(1.1, 4)
    words = {
        w: pick.choice(pool) for w in sorted(set(_WORD.findall(base))) if pick.random() < _OTHERS
    }
    text = re.sub(r"\b[A-Z][a-z]{2,}\b", lambda m: names.get(m[0], m[0]), base)
    text = _NUMBER.sub(lambda m: str(round(int(m[0]) * factor)), text)
    text = _DAY.sub(f"{day:%B} {day.day}, {day.year}", text)
    text = _WORD.sub(lambda m: words.get(m[0], m[0]), text)
    for n in range(size):
        kept = _kept(text.split("\n"), pick, most)
        own = _WORD.sub(lambda m: pick.choice(pool) if pick.random() < _SWAPPED else m[0], kept)
        yield Telling(f"{number:06}-{n}.txt", own, pick.choice(_OUTLETS), day)


def _kept(lines: list[str], pick: Random, most: int) -> str:
    """The head of a text and a part of its paragraphs, up to so many words."""
    found, words = [], 0
    for n, line in enumerate(lines):
        if n > 4 and line.strip() and pick.random() < 0.25:
            continue
        found.append(line)
        words += len(line.split())
        if words > most:
            break
    return "\n".join(found)


def _name(pick: Random) -> str:
    return "".join(pick.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _months() -> set[str]:
    return {date(2024, month, 1).strftime("%B") for month in range(1, 13)}
