"""The run of lines that is the body: looks and names in, first and last index out."""

import re
from collections import Counter
from collections.abc import Sequence

from tellings.lexicons import listed
from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_END = re.compile(r"""[.!?…:;,]["')\]]*$""")
_CUT = re.compile(r"(?:\.\.\.|…)$")
_PARAGRAPH_END = re.compile(r"""[.:;,!]["')\]]*$""")
# Scores of a line, found on saved web pages: prose counts by its words, furniture against the body.
_PROSE, _LONG_LINE, _SHORT_SENTENCE = 0.35, 0.25, 0.5
_FURNITURE, _PLAIN, _COMMENTS = -3.0, -2.0, -10.0
# Prose between two lines that are none is a teaser as often as a paragraph.
_ALONE = 0.6


def span(lines: Sequence[Look], named: Sequence[Verdict | None]) -> tuple[int, int]:
    """First and last index of the body; an empty span at the end where there is none.

    The body is the run of lines with the largest sum of scores, where a line that reads like prose
    counts for it and furniture against it (Pasternack and Roth, "Extracting article text from the
    Web with maximum subsequence segmentation", WWW 2009).
    """
    first, last = _largest(_scores(lines, named))
    return _below_titles(lines, named, first, last), last


def _scores(lines: Sequence[Look], named: Sequence[Verdict | None]) -> list[float]:
    """A score for each line, by itself and by the lines beside it."""
    seen = Counter(line.low for line in lines if line.text)
    scores = [_score(x, n, seen) for x, n in zip(lines, named, strict=True)]
    filled = [i for i, line in enumerate(lines) if line.text]
    prose = [False, *(scores[i] > 0 for i in filled), False]
    for k, i in enumerate(filled, 1):
        if prose[k] and not prose[k - 1] and not prose[k + 1]:
            scores[i] *= _ALONE
    return scores


def _score(line: Look, name: Verdict | None, seen: Counter[str]) -> float:
    """How much a line reads like prose (above 0) or like furniture (below)."""
    if name:
        return {"blank": 0.0, "comments": _COMMENTS}.get(name.role, _FURNITURE)
    long, ends = min(len(line.words), 40), bool(_END.search(line.text))
    if seen[line.low] > 1 and not line.stops:
        return _FURNITURE  # "Business", "More World": what stands twice is the page's
    if _CUT.search(line.text):
        return _PLAIN  # a teaser: "Oil prices steady after 2-day drop amid growth concerns..."
    if long >= 8 and ends:
        return long * _PROSE
    common = _share_of_function_words(line)
    if long >= 15 and common >= 0.25:
        return long * _LONG_LINE
    if long >= 4 and ends and common >= 0.2:
        return _SHORT_SENTENCE
    return _FURNITURE if line.bullet and long < 8 else _PLAIN


def _share_of_function_words(line: Look) -> float:
    """Share of the words that prose cannot do without."""
    return sum(w in listed("function_words") for w in line.words) / max(1, len(line.words))


def _largest(scores: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run with the largest sum; an empty one at the end if none."""
    best, found, total, begin = 0.0, (len(scores), len(scores) - 1), 0.0, 0
    for i, score in enumerate(scores):
        if total <= 0:
            total, begin = 0.0, i
        total += score
        if total > best:
            best, found = total, (begin, i)
    return found


def _below_titles(
    lines: Sequence[Look], named: Sequence[Verdict | None], first: int, last: int
) -> int:
    """Where the body begins when its span has run over headline and dek, and nothing stands above.

    A title of many words, or one that asks ("Who was in the room?"), scores like prose; unlike a
    paragraph it ends in no full stop.
    """
    if any(not name for name in named[:first]):
        return first
    filled = [i for i in range(first, last + 1) if lines[i].text]
    titles = 0
    for i in filled[:2]:
        title = not lines[i].bullet and len(lines[i].words) <= 30
        if not title or _PARAGRAPH_END.search(lines[i].text):
            break
        titles += 1
    return filled[titles] if len(filled) > titles else first
