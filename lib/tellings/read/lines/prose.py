"""The run of lines that is the body: looks and names in, first and last index out."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from tellings.lexicons import listed
from tellings.read.lines.lists import link_lists, patterned
from tellings.read.lines.looks import Look, ends_in
from tellings.read.lines.roles import Verdict

# What prose ends in, a teaser that was cut, and a paragraph.
_END, _CUT, _PARAGRAPH_END = ".!?…:;,。！？", ("...", "…"), ".:;,!"
# Scores of a line, found on saved web pages: prose counts by its words, furniture against the body.
_PROSE, _LONG_LINE, _SHORT_SENTENCE = 0.35, 0.25, 0.5
_FURNITURE, _PLAIN = -3.0, -2.0
# Pictures stand inside articles, readers' comments never.
_ROLES = {"blank": 0.0, "caption": -1.0, "comments": -10.0}
# A list of links stands between paragraphs as often as behind them.
_LINK = -0.5
# Above readers' comments stands at least so much of an article.
_PARAGRAPH = 8.0
# An article is so many times what its teasers are.
_ARTICLE = 1.5
# Readers write at most so much more below a button than the article has.
_HALF = 0.5
# So many times of day make a live blog.
_ENTRIES = 3
# The score of a paragraph, eight words that end in a stop.
_EIGHT_WORDS = 2.8
# Prose between two lines that are none is a teaser as often as a paragraph.
_ALONE = 0.6
# What a line has beyond so many words adds nothing: terms of use are long, too.
_LONGEST = 60


def span(lines: Sequence[Look], named: Sequence[Verdict | None]) -> tuple[int, int]:
    """First and last index of the body; an empty span at the end where there is none.

    The body is the run of lines with the largest sum of scores, where a line that reads like prose
    counts for it and furniture against it (Pasternack and Roth, "Extracting article text from the
    Web with maximum subsequence segmentation", WWW 2009). What readers wrote below an article is
    never part of it, however long; what stands below a heading for other articles is only where it
    has words in common with the text above.
    """
    scores = _scores(lines, named)
    first, last = _largest(scores[: _end(lines, named, scores)])
    return _below_titles(lines, named, first, last), last


def _scores(lines: Sequence[Look], named: Sequence[Verdict | None]) -> list[float]:
    """A score for each line, by itself and by the lines beside it."""
    seen = Counter(line.low for line in lines if line.text and not line.stops)
    scores = [_score(x, n, seen) for x, n in zip(lines, named, strict=True)]
    for i in link_lists(lines, named):
        scores[i] = _LINK
    for i in patterned(lines, named):
        scores[i] = max(scores[i], _SHORT_SENTENCE)
    entries = _entries(lines, named)
    filled = [i for i, line in enumerate(lines) if line.text and i not in entries]
    for i in _signatures(named, filled, scores):
        scores[i] = 0.0
    for i in entries:
        scores[i] = max(scores[i], 0.0)
    prose = [False, *(scores[i] > 0 for i in filled), False]
    for k, i in enumerate(filled, 1):
        signed = k > 1 and scores[filled[k - 2]] == 0.0
        if prose[k] and not prose[k - 1] and not prose[k + 1] and not signed:
            scores[i] *= _ALONE
    return scores


def _signatures(
    named: Sequence[Verdict | None], filled: Sequence[int], scores: Sequence[float]
) -> list[int]:
    """Bylines between two paragraphs, with the title above them: they head a signed part of the
    body ("A friend of the town", "By Olga Brandt")."""
    found = []
    for k in range(1, len(filled) - 1):
        name = named[filled[k]]
        if not name or name.role != "byline" or scores[filled[k + 1]] <= 0:
            continue
        titled = k > 1 and not named[filled[k - 1]] and scores[filled[k - 1]] <= 0
        if scores[filled[k - 1 - titled]] >= _EIGHT_WORDS:
            found += [filled[k], *([filled[k - 1]] if titled else [])]
    return found


def _end(lines: Sequence[Look], named: Sequence[Verdict | None], scores: Sequence[float]) -> int:
    """Where the article has ended: a line that heads readers' comments or other articles.

    Above it stands an article. Buttons ("12 comments") and boxes ("More from the Post") may stand
    in its middle, too: a button ends it only where no more than twice as much follows, a box only
    where the text that follows is the box's own.
    """
    heads = [
        i
        for i, (line, name) in enumerate(zip(lines, named, strict=True))
        if (name is not None and name.role == "comments") or _teases(line)
    ]
    above = _best_before(scores) if heads else []
    below, goes_on = (_best_behind(scores), _goes_on(lines, scores)) if heads else ([], [])
    for i in heads:
        name = named[i]
        if above[i] < _PARAGRAPH:
            continue
        if name is not None and name.role == "comments":
            ends = not _button(name) or above[i] >= _HALF * below[i]
        else:
            ends = above[i] >= _ARTICLE * below[i] and _of_box(lines, scores, i, goes_on)
        if ends:
            return i
    return len(scores)


def _best_before(scores: Sequence[float]) -> list[float]:
    """For each line the sum of the best run of scores above it; the last is the whole's."""
    best, total, found = 0.0, 0.0, [0.0]
    for score in scores:
        total = score + (total if total > 0 else 0.0)  # calls of max() took nearly half of the time
        best = total if total > best else best
        found.append(round(best, 6))  # two sums that are one must be equal from either end
    return found


def _best_behind(scores: Sequence[float]) -> list[float]:
    """For each line the sum of the best run of scores from it on."""
    return _best_before(scores[::-1])[::-1]


def _goes_on(lines: Sequence[Look], scores: Sequence[float]) -> list[bool]:
    """For each line whether two lines of prose follow each other behind it."""
    found, prose, twice = [], False, False
    for line, score in zip(reversed(lines), reversed(scores), strict=True):
        found.append(twice)
        if line.text:
            twice = twice or (prose and score > 0)
            prose = score > 0
    return found[::-1]


def _of_box(
    lines: Sequence[Look], scores: Sequence[float], head: int, goes_on: Sequence[bool]
) -> bool:
    """Whether the prose below a box's heading is the box's: its first line, or each below a title.

    Below a box of bare links the article goes on, paragraph after paragraph.
    """
    first = next((i for i in range(head + 1, len(lines)) if lines[i].text), None)
    return first is not None and (scores[first] > 0 or not goes_on[head])


def _button(name: Verdict) -> bool:
    """Whether it may be a button of the page: a count of comments, or one word."""
    return name.role == "comments" and (
        name.rule.startswith("counts ") or " " not in name.rule.removeprefix("is ")
    )


def _teases(line: Look) -> bool:
    """Whether a line heads a list of other articles."""
    return 0 < len(line.words) <= 7 and not line.stops and line.low.startswith(_teasers())


@cache
def _teasers() -> tuple[str, ...]:
    """How the heading of such a list begins."""
    return tuple(sorted(listed("line_cues", kind="teasers")))


def _entries(lines: Sequence[Look], named: Sequence[Verdict | None]) -> set[int]:
    """Times of day alone on a line and the heading below each, where they order a live blog."""
    clocks = [
        i
        for i, (line, name) in enumerate(zip(lines, named, strict=True))
        if name and name.role == "timestamp" and len(line.words) <= 4 and ":" in line.text
    ]
    if len(clocks) < _ENTRIES:
        return set()
    heads = {i + 1 for i in clocks if i + 1 < len(lines) and len(lines[i + 1].words) <= 12}
    return set(clocks) | {i for i in heads if not named[i]}


def _score(line: Look, name: Verdict | None, seen: Counter[str]) -> float:
    """How much a line reads like prose (above 0) or like furniture (below)."""
    if name:
        return _FURNITURE if _button(name) else _ROLES.get(name.role, _FURNITURE)
    long, ends = min(len(line.words), _LONGEST), line.stops or ends_in(line.text, _END)
    if not line.stops and seen[line.low] > 1:
        return _FURNITURE  # "Business", "More World": what stands twice is the page's
    if line.text.endswith(_CUT):
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
    """Share of the words that prose cannot do without, verbs in -ed among them: "Turnout reached 58
    percent."."""
    known = listed("function_words")
    told = sum(
        word in known or (n > 0 and word.endswith("ed")) for n, word in enumerate(line.words)
    )
    return told / max(1, len(line.words))


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
        if not title or ends_in(lines[i].text, _PARAGRAPH_END):
            break
        titles += 1
    return filled[titles] if len(filled) > titles else first
