"""Texts of saved pages: which lines are the article's is known from the page's markup, and marked.

A page read from its markup has all its lines, in the order of the page. The first line says so;
every other line that begins with a tab is the site's, every line that does not is the article's,
the headline first where there is one. Markup's white space means nothing, so the tab takes
nobody's place.
"""

from collections.abc import Iterable, Sequence

from tellings.read.lines.looks import Look
from tellings.read.lines.roles import Verdict

_FIRST = "\tSaved page: lines that begin with a tab are the site's, the others the article's"
_TITLED, _UNTITLED = f"{_FIRST}, its headline first.", f"{_FIRST}."
# What says of itself that it is the site's is, although the markup puts it into the article.
_SITES = ("byline", "timestamp", "credit", "bio", "promo", "nav", "comments", "blank")


def text(lines: Iterable[tuple[str, bool]], titled: bool) -> str:
    """The text of a page whose lines are the article's (True) or the site's.

    titled  whether the article's first line is its headline

    >>> text([("Talks resume", True), ("Share", False)], True).splitlines()[1:]
    ['Talks resume', '\\tShare']
    """
    first = _TITLED if titled else _UNTITLED
    return "\n".join([first, *(line if own else f"\t{line}" for line, own in lines)])


def is_marked(pieces: Sequence[str]) -> bool:
    """Whether these are the lines of such a text."""
    return pieces[0].startswith(_FIRST)


def roles(
    pieces: Sequence[str], lines: Sequence[Look], names: Sequence[Verdict | None]
) -> dict[int, Verdict]:
    """The role of each line of a marked text."""
    found = {}
    headed = not pieces[0].startswith(_TITLED)
    for i, (piece, line, name) in enumerate(zip(pieces, lines, names, strict=True)):
        if i == 0 or piece.startswith("\t"):
            found[i] = name or Verdict("nav", "the page's, not the article's")
        elif not headed and line.words:
            headed, found[i] = True, Verdict("headline", "the page's title")
        elif name and name.role in _SITES:
            found[i] = name
        else:
            found[i] = Verdict("list" if line.bullet else "body", "the page's article")
    return found
