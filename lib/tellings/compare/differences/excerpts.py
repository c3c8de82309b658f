"""What is quoted of a sentence: a sentence with its place in, a stretch that can be printed out."""

import re

from tellings.compare.differences.rows import Said
from tellings.lexicons import listed

_WHOLE = 130  # characters up to which a sentence is quoted whole
_LEAST, _MOST = 60, 115  # characters of a quotation that ends inside its sentence
_AROUND = 70  # characters on either side of the words that matter
_END = re.compile(
    r"[,;:]? (?=[–—-] )|[,;:][”’\"']*(?= )|(?= (?:which|who|while|as|after|but|because) )"
)
_BEGIN = re.compile(
    r"[,;:] (?!\S+( \S+){0,3}, )| (?=(?:because|after|while|but) )"  # not "Ohio, "
)
_OPENS = re.compile(r"[,;:] |\) [–—-]+ |^")  # "ODERAU (Reuters) — " is the place, not the sentence
# "ODERAU, Ohio, March 3 (Reuters) - ", "LINDAU — ", "Jan 21 (Wire) - ": no words of the sentence.
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]+)*(?:, [A-Z][\w. ]{1,30}){0,3}|[A-Z][a-z]{2,8}\.? \d{1,2})"
    r"(?: \([^()]{2,40}\))? [–—-]{1,2} (?=[“\"‘']?[A-Z\d])"
)
_LEADING = re.compile(
    r"(?:(?:and|but|or|that|because|while) )*"
)  # what joins words to those before them
_JOINING = ("preposition", "coordinator", "subordinator", "relative", "auxiliary")
_MARKS = frozenset('“”"')
_CLOSED_BY = {"“": "”", '"': '"', "(": ")", "[": "]"}
_PAIRED = re.compile(r'[“”"()\[\]]')
_NEAR = 30  # characters: a mark that closes so near is taken in
_STOPS = ".,;:– "
_NAME = 4  # words of a name, with its title


def of(row, most: int = _MOST) -> Said:
    """The row's words to be quoted: all of a short sentence, else its first clauses.

    row  article_id, start, end, text; the words are a stretch of the text, without its last stop;
         dots stand where the sentence goes on

    >>> from types import SimpleNamespace
    >>> row = SimpleNamespace(article_id="a", start=5, end=19, text="“We lost it.”")
    >>> of(row).text, of(row).start
    ('We lost it', 6)
    """
    text, begin = row.text.rstrip(), len(dateline(row.text))
    long = len(text) - begin > max(_WHOLE, most)
    return _said(row, begin, begin + _clause(text[begin:], most) if long else len(text))


def dateline(text: str) -> str:
    """The place, day and agency before a story's first sentence; "" where there are none.

    >>> dateline("ODERAU, Ohio, March 3 (Reuters) - The harbour is closed.")
    'ODERAU, Ohio, March 3 (Reuters) - '
    """
    found = _DATELINE.match(text)
    return found[0] if found else ""


def end(row, most: int = _MOST) -> Said:
    """The row's last words to be quoted: all of a short sentence, else its last clauses, or its
    first where no clause begins late enough.

    >>> from types import SimpleNamespace
    >>> text = "Ada Brook, at a second meeting on Friday in the town hall of Oderau, said to all "
    >>> text += "who would hear it that the harbour had been closed on an order of her own."
    >>> row = SimpleNamespace(article_id="a", start=0, end=len(text), text=text)
    >>> end(row).words
    'said to all who would hear it that the harbour had been closed on an order of her own'
    """
    text = row.text.rstrip()
    if len(text) <= max(_WHOLE, most):
        return _said(row, 0, len(text))
    begins = [m.end() for m in _BEGIN.finditer(text)]
    long = [begin for begin in begins if _LEAST <= len(text) - begin <= most]
    if not long:
        return of(row, most)
    leading = _LEADING.match(text, long[0])
    return _said(row, leading.end() if leading else long[0], len(text))


def around(row, start: int, end: int) -> Said:
    """The row's words round a stretch of them: whole words, cut at a mark where one is near.

    start, end  of the stretch, counted from the row's own start
    """
    text = row.text.rstrip()
    begins = len(dateline(text)) if start >= len(dateline(text)) else 0
    if len(text) - begins <= _WHOLE:
        return _said(row, begins, len(text))
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    begin = max((m.end() for m in _OPENS.finditer(text[: max(start, 1)])), default=0)
    if begin == start and text[end : end + 1] == ",":  # "Ann Lee, 58, said": an age has its name
        begin = max((m.end() for m in _OPENS.finditer(text[: max(start - 2, 1)])), default=0)
    begin = max(begin, begins)
    if begin < first:
        begin = text.find(" ", first, start) + 1 or start
        begin = _past_grammar(text, begin, start)
    if begin and (leading := _LEADING.match(text, begin, start)):
        begin = leading.end()
    stops = [m.end() for m in _END.finditer(text, end, last) if m.start() >= end]
    if last == len(text):
        return _said(row, begin, last)
    return _said(row, begin, stops[-1] if stops else max(end, text.rfind(" ", end, last)))


def _past_grammar(text: str, begin: int, end: int) -> int:
    """Where a stretch begins without the words that only join it to what was cut off before it.

    >>> _past_grammar("the day before as more than 24,000 came", 8, 30)
    18
    """
    joins = frozenset().union(*(listed("function_words", kind=kind) for kind in _JOINING))
    while (after := text.find(" ", begin, end)) > begin and text[begin:after].lower() in joins:
        begin = after + 1
    return begin


def _said(row, start: int, end: int) -> Said:
    """A stretch of the row, without stops at its end and without marks that are our own."""
    text = row.text
    before = "… " if any(map(str.isalnum, text[len(dateline(text)) : start])) else ""
    marked = text[start] in _MARKS and not _MARKS & set(text[start + 1 : end].rstrip(".,;: ")[:-1])
    start += marked  # a quotation that is quoted whole
    end = _stripped(text, start, _balanced(text, start, end), _MARKS if marked else frozenset())
    if text[end : end + 1] == "." and "." in text[text.rfind(" ", 0, end) + 1 : end]:
        end += 1  # "O.K." keeps its stop
    goes_on = any(map(str.isalnum, text[end:]))
    while (
        goes_on and (last := text.rfind(" ", start, end)) > start and _hangs(text[last + 1 : end])
    ):
        end = _stripped(text, start, last, frozenset())  # "by instead of" wants more behind it
    said, after = text[start:end], " …" if goes_on else ""
    opens, ends = _missing(said)
    return Said(
        row.article_id, row.start + start, row.start + end, said, True, opens + before, after + ends
    )


def _missing(said: str) -> tuple[str, str]:
    """The marks, as a sentence of ours has them, that words lack at their start and end.

    >>> _missing("“We lost"), _missing('It is gone," she said'), _missing("the last (of many")
    (('', '’'), ("'", ''), ('', ''))
    """
    unopened, unclosed = _unpaired(said)
    begins = {"”": "‘", '"': "'"}.get(unopened, "")
    ends = {"“": "’", '"': "'"}.get(said[unclosed] if unclosed is not None else "", "")
    return begins, ends


def _stripped(text: str, start: int, end: int, marks: frozenset[str]) -> int:
    """Where a stretch ends without the stops, and marks, at its end."""
    while end > start and (text[end - 1] in _STOPS or text[end - 1] in marks):
        end -= 1
    return end


def _balanced(text: str, start: int, end: int) -> int:
    """An end that leaves no mark open that the text closes: behind what closes it, if that is near,
    else before what opens it.

    >>> text = "The court (of last resort) is called “the very last” by all who know it."
    >>> text[: _balanced(text, 0, 20)], text[: _balanced(text, 0, 45)]
    ('The court (of last resort)', 'The court (of last resort) is called “the very last”')
    """
    _, opened = _unpaired(text[start:end])
    if opened is None:
        return end
    closed = text.find(_CLOSED_BY[text[start + opened]], end)
    if end <= closed < end + _NEAR:
        return closed + 1
    return start + opened if closed >= 0 and opened >= _LEAST // 2 else end


def _unpaired(text: str) -> tuple[str, int | None]:
    """The mark that closes what nothing opened, and where one opens what nothing closes.

    >>> _unpaired('it is "over", she said'), _unpaired('over," she said "but')
    (('', None), ('"', 16))
    """
    opened: list[int] = []
    unopened = ""
    for mark in _PAIRED.finditer(text):
        at, sign = mark.start(), mark.group()
        begins = text[at - 1 : at] in ("", " ", "(", "—")  # a straight mark: which one it is
        if sign in _CLOSED_BY and (sign != '"' or begins):
            opened.append(at)
        elif sign in _CLOSED_BY.values():
            unopened = unopened or (sign if not opened else "")
            opened = opened[:-1]
    return unopened, opened[0] if opened else None


def _hangs(word: str) -> bool:
    """Whether a quotation should not end with this word."""
    kinds = ("determiner", "preposition", "coordinator", "subordinator", "relative", "auxiliary")
    titles = {title.rstrip(".") for title in listed("abbreviations", kind="title")}
    low = word.lower().lstrip("[(“\"‘'")
    return (
        word in titles
        or low.endswith(("'s", "’s"))
        or any(low in listed("function_words", kind=kind) for kind in kinds)
    )


def _clause(text: str, most: int) -> int:
    """Where a long sentence is cut: behind a clause, else behind a word."""
    ends = [m.end() for m in _END.finditer(text, 0, most) if m.end() >= _LEAST]
    good = [end for end in ends if not _apposed(text[:end])]
    return good[-1] if good else text.rfind(" ", 0, most)


def _apposed(text: str) -> bool:
    """Whether a text ends in words about the name before them: "McConnell, R-Ky.", or "Ada Brook,
    the head of the docks"."""
    before, _, last = text.rstrip(",;: ").rpartition(", ")
    about = last.split()[:1] and last.split()[0] in listed("function_words", kind="determiner")
    if about and len(before.split()) <= _NAME:
        return True
    return bool(before) and len(last.split()) <= 2 and last[:1].isupper()
