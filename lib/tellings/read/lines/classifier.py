"""Lines of a capture and their roles: a text in, one Line for each of its lines out."""

from collections.abc import Iterable, Iterator, Mapping

from tellings.read.lines import marked, places, prose
from tellings.read.lines.looks import look
from tellings.read.lines.named import named
from tellings.read.lines.roles import Line, Verdict


def classify(text: str, corrections: Iterable = ()) -> list[Line]:
    """Every line of the text once, in order, with its role (one of ROLES).

    rule         what decided: the phrase, form or position; "correction" where the researcher did
    start, end   code points into the text; joined with "\\n" the lines are the text again
    corrections  rows of files.Correction for this capture; those of subject "line" set a role

    First the lines that name themselves (lexicons/site_phrases.csv, dates, bylines, agencies); then
    the body, the run that reads most like prose (see prose.span); then headline, dek and section by
    their place before the body. What is left over is nav.

    >>> text = "Talks resume\\n\\nThe two sides met again on Monday, officials said."
    >>> [line.role for line in classify(text)]
    ['headline', 'blank', 'body']
    """
    pieces = text.split("\n")
    lines = [look(piece) for piece in pieces]
    names = [named(line) for line in lines]
    if marked.is_marked(pieces):
        decided = marked.roles(pieces, lines, names) | places.corrected(corrections, len(lines))
        return list(_rows(text, decided))
    first, last = prose.span(lines, names)
    decided = places.inside(lines, names, first, last)
    decided |= places.before(lines, names, first, last)
    decided |= places.behind(names, last)
    decided |= places.about_author(lines, names, last)
    decided |= places.corrected(corrections, len(lines))
    return list(_rows(text, decided))


def _rows(text: str, decided: Mapping[int, Verdict]) -> Iterator[Line]:
    """Line rows in order, with their offsets."""
    start = 0
    for i, piece in enumerate(text.split("\n")):
        role, rule = decided[i]
        yield Line(i + 1, role, start, start + len(piece), rule, piece)
        start += len(piece) + 1
