"""What is quoted of a sentence: a sentence with its place in, a stretch that can be printed out."""

import re

from tellings.compare.differences.rows import Said

_WHOLE = 130  # characters up to which a sentence is quoted whole
_LEAST, _MOST = 60, 115  # characters of a quotation that ends inside its sentence
_END = re.compile(r"[,;:]? (?=[–—-] )|[,;:](?= )|(?= (?:which|who|while|as|after|but|because) )")
_MARKS = frozenset('“”"')


def of(row, most: int = _MOST) -> Said:
    """The row's words to be quoted: all of a short sentence, else its first clauses.

    row  article_id, start, end, text; the words are a stretch of the text, without its last stop

    >>> from types import SimpleNamespace
    >>> row = SimpleNamespace(article_id="a", start=5, end=19, text="“We lost it.”")
    >>> of(row).text, of(row).start
    ('We lost it', 6)
    """
    text = row.text.rstrip()
    end = len(text) if len(text) <= max(_WHOLE, most) else _clause(text, most)
    start = 0
    inside = text[1:end].rstrip(".,;: ")
    if text[0] in _MARKS and not _MARKS & set(inside[:-1]):
        start = 1  # the marks of a quotation that is quoted whole are our own
    while end > start and (text[end - 1] in ".,;: " or (start and text[end - 1] in _MARKS)):
        end -= 1
    return Said(row.article_id, row.start + start, row.start + end, text[start:end])


def _clause(text: str, most: int) -> int:
    """Where a long sentence is cut: behind a clause, else behind a word."""
    ends = [m.start() for m in _END.finditer(text, 0, most)]
    good = [end for end in ends if end >= _LEAST]
    return good[-1] if good else text.rfind(" ", 0, most)
