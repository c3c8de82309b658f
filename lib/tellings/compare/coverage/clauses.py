"""The pieces of one clause put together: statements in, statements a reader can understand out.

'any plan to enter Rafah would be a' and 'red line' are two quotes of a sentence and one statement.
"""

from bisect import bisect_right
from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from tellings.text.characters import plain

_REST = 6  # words of a clause around a shared statement that say nothing of their own
_GAP = 4  # characters between two pieces: a mark and white space


class Said(NamedTuple):
    """One telling's version of a statement, its clause in one piece."""

    statement: str
    article_id: str
    start: int
    end: int
    text: str
    fullest: bool


def whole(statements: list, sentences: list) -> list[Said]:
    """The statements, pieces of a clause that only one telling has joined, scraps left out.

    Pieces stand in one sentence, one behind the other, and have one speaker. A piece that other
    tellings quote too is left as it is; a few words around it ("the US and Israel have a") go.
    start, end and text are the joined piece's, its quotation marks included.
    """
    by_article = defaultdict(list)
    for s in sentences:
        by_article[s.article_id].append(s)
    tellers = defaultdict(set)
    for s in statements:
        tellers[s.statement].add(s.article_id)
    found = []
    for clause in _clauses(statements, by_article):
        shared = [s for s in clause if len(tellers[s.statement]) > 1]
        found += [Said(*(getattr(s, f) for f in Said._fields)) for s in shared]
        alone = [s for s in clause if len(tellers[s.statement]) == 1]
        if shared:
            alone = [s for s in alone if len(s.text.split()) > _REST]
        if alone:
            found.append(_joined(alone, by_article[alone[0].article_id]))
    return found


def _clauses(statements: list, by_article: dict[str, list]) -> list[list]:
    """The statements in runs that are pieces of one clause."""
    rows = sorted(statements, key=lambda s: (s.article_id, s.start))
    ends = {i: [s.end for s in own] for i, own in by_article.items()}
    clauses = [rows[:1]] if rows else []
    for before, row in pairwise(rows):
        one = before.article_id == row.article_id and before.speaker == row.speaker
        near = one and before.end + _GAP >= row.start
        if near and len({bisect_right(ends[r.article_id], r.start) for r in (before, row)}) == 1:
            clauses[-1].append(row)
        else:
            clauses.append([row])
    return clauses


def _joined(pieces: list, sentences: list) -> Said:
    """The pieces of one clause as one statement."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return Said(first.statement, first.article_id, first.start, first.end, first.text, True)
    sentence = next(s for s in sentences if s.start <= first.start < s.end)
    text, start = sentence.text, first.start - sentence.start
    end = min(last.end - sentence.start, len(text))
    start -= start > 0 and plain(text[start - 1]) == '"'
    end += end < len(text) and plain(text[end]) == '"'
    place = (sentence.start + start, sentence.start + end)
    return Said(first.statement, first.article_id, *place, text[start:end], True)
