"""What is quoted of a sentence: a sentence with its place in, a stretch that can be printed out."""

import re

from tellings.compare.differences.rows import Said
from tellings.lexicons import listed

_WHOLE = 130  # characters up to which a sentence is quoted whole
_LEAST, _MOST = 60, 115  # characters of a quotation that ends inside its sentence
_AROUND = 70  # characters on either side of the words that matter
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
    return _said(row, 0, end)


def around(row, start: int, end: int) -> Said:
    """The row's words round a stretch of them: whole words, cut at a mark where one is near.

    start, end  of the stretch, counted from the row's own start
    """
    text = row.text.rstrip()
    if len(text) <= _WHOLE:
        return _said(row, 0, len(text))
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    begin = max((m.end() for m in re.finditer(r"[,;:] |^", text[: max(start, 1)])), default=0)
    if begin < first:
        begin = text.find(" ", first, start) + 1 or start
    stops = [m.start() for m in _END.finditer(text, end, last) if m.start() >= end]
    if last == len(text):
        return _said(row, begin, last)
    return _said(row, begin, stops[-1] if stops else max(end, text.rfind(" ", end, last)))


def _said(row, start: int, end: int) -> Said:
    """A stretch of the row, without stops at its end and without marks that are our own."""
    text = row.text
    inside = text[start + 1 : end].rstrip(".,;: ")
    marked = text[start] in _MARKS and not _MARKS & set(inside[:-1])
    start += marked  # a quotation that is quoted whole
    while end > start and (text[end - 1] in ".,;:– " or (marked and text[end - 1] in _MARKS)):
        end -= 1
    if text[end : end + 1] == "." and "." in text[text.rfind(" ", 0, end) + 1 : end]:
        end += 1  # "O.K." keeps its stop
    if any(map(str.isalnum, text[end:])):  # cut: "by instead of" wants more behind it
        while (last := text.rfind(" ", start, end)) > start and _hangs(text[last + 1 : end]):
            end = len(text[start:last].rstrip(",;: ")) + start
    return Said(row.article_id, row.start + start, row.start + end, text[start:end])


def _hangs(word: str) -> bool:
    """Whether a quotation should not end with this word."""
    kinds = ("determiner", "preposition", "coordinator", "subordinator", "relative", "auxiliary")
    titles = {title.rstrip(".") for title in listed("abbreviations", kind="title")}
    low = word.lower()
    return word in titles or any(low in listed("function_words", kind=kind) for kind in kinds)


def _clause(text: str, most: int) -> int:
    """Where a long sentence is cut: behind a clause, else behind a word."""
    ends = [m.start() for m in _END.finditer(text, 0, most)]
    good = [end for end in ends if end >= _LEAST]
    return good[-1] if good else text.rfind(" ", 0, most)
