"""Lists in and behind the body: looks in, indexes of the lines that are links or its own out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tellings.lexicons import listed
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_INTRODUCES = re.compile(r"""(?::|…|\.\.\.)["')\]]*$""")
_FEW = 3
# Headlines have so many words; a list of things has fewer.
_HEADLINE = 5
_LONGEST = 24
# A list that touches the body has so many lines of one pattern.
_PATTERN = 4
_SIGNS = re.compile(r"\s[–—@|-]\s|[:@|]|,\s")


def link_lists(lines: Sequence[Look], named: Sequence[Verdict | None]) -> set[int]:
    """Bullets that are other articles' headlines: three or more in a row, few with a stop.

    A list that a line ending in a colon introduces, or whose items are built alike, is the
    article's own.
    """
    found: set[int] = set()
    for run in _runs(lines, named):
        words = sum(len(lines[i].words) for i in run) / len(run)
        stops = 2 * sum(lines[i].stops for i in run) > len(run)
        above = next((lines[i] for i in range(run[0] - 1, -1, -1) if lines[i].text), None)
        introduced = above is not None and bool(_INTRODUCES.search(above.text))
        titles = all(lines[i].text[:1].isupper() or not lines[i].text[:1].isalnum() for i in run)
        own = introduced or stops or _parallel([lines[i] for i in run])
        if len(run) >= _FEW and words >= _HEADLINE and titles and not own:
            found.update(run)
    return found


def _parallel(items: Sequence[Look]) -> bool:
    """Whether the items are built alike: "Writing a post", "Speaking to someone", "Sending it"."""
    starts = Counter(x.words[0] for x in items)
    gerunds = sum(x.words[0].endswith("ing") for x in items)
    return 2 * max(starts.most_common(1)[0][1], gerunds) > len(items)


def _runs(lines: Sequence[Look], named: Sequence[Verdict | None]) -> Iterator[list[int]]:
    """Runs of bullets, blank lines between them passed over."""
    run: list[int] = []
    for i, line in enumerate(lines):
        if line.bullet and line.words and not named[i]:
            run.append(i)
        elif line.text and run:
            yield run
            run = []
    if run:
        yield run


def patterned(lines: Sequence[Look], named: Sequence[Verdict | None]) -> set[int]:
    """Lines of one pattern in a row: "June 9 – West Palm Beach", "June 10 – Tampa"; "8 ripe pears".

    Dates of a tour, results, ingredients belong to an article; headlines of other articles have no
    pattern but their length.
    """
    found: set[int] = set()
    run: list[int] = []
    shape: tuple[str, ...] = ()
    for i, line in enumerate(lines):
        if not line.text:
            continue
        own = () if named[i] else _shape(line)
        if not own or own != shape:
            found.update(run if len(run) >= _PATTERN else ())
            run, shape = [], own
        if own:
            run.append(i)
    return found | set(run if len(run) >= _PATTERN else ())


def _shape(line: Look) -> tuple[str, ...]:
    """What a line of a list begins with, and the sign that parts it; empty for one without."""
    if not 2 <= len(line.words) <= _LONGEST:
        return ()
    first = line.words[0]
    if first[0].isdigit() and line.bullet:
        return ("number", "bullet")
    day = first in _days()
    if not day and not first[0].isdigit():
        return ()
    signs = sorted({m.group().strip() for m in _SIGNS.finditer(line.text)} - {","})
    return ("day" if day else "number", *signs[:1]) if signs else ()


@cache
def _days() -> frozenset[str]:
    """Names of months and of days of the week."""
    return listed("calendar", kind="month") | listed("calendar", kind="weekday")
