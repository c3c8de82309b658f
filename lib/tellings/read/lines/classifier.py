"""Lines of a capture and their roles: a text in, one Line for each of its lines out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tellings.read.lines import fields, marked, no_article, places, prose
from tellings.read.lines.blocks import blocks
from tellings.read.lines.looks import Look, look
from tellings.read.lines.named import named
from tellings.read.lines.roles import Line, Verdict


def classify(text: str, corrections: Iterable = ()) -> list[Line]:
    """Every line of the text once, in order, with its role (one of ROLES).

    rule         what decided: the phrase, form or position; "correction" where the researcher did
    start, end   code points into the text; joined with "\\n" the lines are the text again
    corrections  rows of files.Correction for this capture; those of subject "line" set a role

    Lines that were broken inside a sentence are put together again first (see blocks): they share a
    role, and all but the first are `joined`. Then come the lines that name themselves (dates,
    bylines, agencies, lexicons/site_phrases.csv), the body, which is the run that reads most like
    prose (see prose.span), and headline, dek and section by their place before it. What is left
    over is nav. A page that holds no article has no story (see no_article).

    >>> text = "Talks resume\\n\\nThe two sides met again on Monday, officials said."
    >>> [line.role for line in classify(text)]
    ['headline', 'blank', 'body']
    """
    pieces = text.split("\n")
    page = no_article.kind(text)
    roles, heads = _no_story(pieces, page) if page else _roles(pieces)
    roles |= places.corrected(corrections, len(pieces))
    return list(_rows(pieces, roles, heads))


def _roles(pieces: Sequence[str]) -> tuple[dict[int, Verdict], set[int]]:
    """The role of each piece of a text, and the pieces that begin a paragraph."""
    lines = [look(piece) for piece in pieces]
    names = _named(lines)
    if marked.is_marked(pieces):
        return marked.roles(pieces, lines, names), set(range(len(pieces)))
    alone = {i for i, n in enumerate(names) if n and _alone(n)}
    paragraphs = blocks(pieces, alone)
    if len(paragraphs) == len(pieces):
        return _decided(lines, names), set(range(len(pieces)))
    lines = [look(" ".join(p.strip() for p in pieces[a : b + 1])) for a, b in paragraphs]
    decided = _decided(lines, _named(lines))
    roles = {i: decided[n] for n, (a, b) in enumerate(paragraphs) for i in range(a, b + 1)}
    return roles, {a for a, _ in paragraphs}


def _named(lines: Sequence[Look]) -> list[Verdict | None]:
    """What each line says itself that it is, the field lines above the text first."""
    given = fields.verdicts(lines)
    return [given.get(i) or named(line) for i, line in enumerate(lines)]


def _alone(name: Verdict) -> bool:
    """Whether no sentence goes on from such a line."""
    return name.role in ("timestamp", "byline") or name.rule.startswith(fields.RULE)


def _decided(lines: Sequence[Look], names: Sequence[Verdict | None]) -> dict[int, Verdict]:
    """The role of each paragraph."""
    pictures = places.captions(lines, names)
    names = [pictures.get(i, name) for i, name in enumerate(names)]
    first, last = prose.span(lines, names)
    first = places.headline_with_stop(lines, names, first, last)
    decided = places.inside(lines, names, first, last)
    decided |= places.before(lines, names, first, last)
    decided |= places.behind(names, last)
    return decided | places.about_author(lines, names, first, last)


def _no_story(pieces: Sequence[str], page: str) -> tuple[dict[int, Verdict], set[int]]:
    """The roles of a page that holds no article: no line is story."""
    rule = f"the page holds no article: {page}"
    found = {
        i: Verdict("notice", rule) if piece.strip() else Verdict("blank", "no words")
        for i, piece in enumerate(pieces)
    }
    return found, set(found)


def _rows(
    pieces: Sequence[str], decided: Mapping[int, Verdict], heads: Collection[int]
) -> Iterator[Line]:
    """Line rows in order, with their offsets; a line that heads no block is joined to it."""
    start = 0
    for i, piece in enumerate(pieces):
        name, end = decided[i], start + len(piece)
        yield Line(i + 1, name.role, start, end, name.rule, piece, i not in heads)
        start = end + 1
