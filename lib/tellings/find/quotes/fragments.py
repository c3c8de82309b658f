"""Fragments in marks: a marked stretch of a paragraph in, what it is out: speech, title or name."""

from bisect import bisect_left

from tellings.find.quotes.marks import FIRST, Marked
from tellings.find.quotes.paragraphs import Paragraph
from tellings.find.quotes.words import takes, used
from tellings.lexicons import listed

_LONGEST_NAME = 4  # words
_DASHES = "—–-"


def form(paragraph: Paragraph, mark: Marked, at: int) -> str:
    """Whether a stretch is direct speech or a fragment in the outlet's sentence."""
    inner, letters = paragraph.text[mark.start : mark.end], paragraph.shape.letters
    before = letters[at - 1]
    whole = inner[0].isupper() or not inner[0].isalpha()
    ends = not mark.closed or inner.rstrip("'’\"”")[-1:] in tuple(f".,?!…{_DASHES}")
    if _takes_title(letters, paragraph.shape.low, at) and is_title(paragraph, mark, at):
        return "partial"
    if before in f"|,:{_DASHES}" and (ends or (whole and before == ":")):
        return "direct"
    return "direct" if before == "V" and whole and ends else "partial"


def names(paragraph: Paragraph, verb: int) -> bool:
    """Whether the verb only gives the title in marks behind it: a cover called “The Old Quay”."""
    form = paragraph.shape
    if form.low[verb] not in used("gives a name"):
        return False
    place = bisect_left(paragraph.marked, form.starts[verb + 1], key=FIRST)
    near = paragraph.marked[place : place + 1]
    return any(form.at(m.first) == verb + 1 and is_title(paragraph, m, verb + 1) for m in near)


def _takes_title(letters: str, low: list[str], at: int) -> bool:
    """Whether a title may stand behind the verb before `at`: “called …”, “told …”."""
    gives = low[at - 1] in used("gives a name")
    return letters[at - 1] == "V" and (gives or "told" in takes(low[at - 1]))


def is_name(paragraph: Paragraph, mark: Marked, at: int) -> bool:
    """Whether the marks give a name: Ron “Doc” Lee, a driver nicknamed “Doc”."""
    letters, low = paragraph.shape.letters, paragraph.shape.low
    words = paragraph.text[mark.start : mark.end].split()
    if len(words) > _LONGEST_NAME or not all(w[:1].isupper() for w in words):
        return False
    if len(words) == 1 and letters[at - 1] == letters[at + 1] == "N" and words[0][-1].isalpha():
        return True
    before = at - 1
    while letters[before] in "SR" and before > at - 3:
        before -= 1  # "her name only as"
    return low[before] in used("gives a name")


def is_title(paragraph: Paragraph, mark: Marked, at: int) -> bool:
    """Whether a fragment is the name of a show, book or song: NBC's “Meet the Press”."""
    letters = paragraph.shape.letters
    listed_on = letters[at - 2 : at] in ("QC", "Q,", "qC")  # “Ten Days” and “The Long Way”
    shown = letters[at - 1] == "D" and letters[at + 1] in "nV"  # the “Ida Bern” show
    stands = letters[at - 1] in "pn'V" or listed_on or shown
    if not stands or paragraph.sentences[0].zone == "headline":
        return False
    small = listed("function_words")
    inner = [w.strip(",.") for w in paragraph.text[mark.start : mark.end].split()]
    return len(inner) > 1 and all(w[:1].isupper() or w.lower() in small for w in inner if w)
