"""Quotation marks of a paragraph: its text in, the stretches that stand between marks out."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

# A sign, one that is written out, or a single one behind a stop. In this pattern and the next
# what all begin with comes first: the rest of a text is passed over at once.
_DOUBLE = re.compile(
    r"""[“”„«»‹›"‘`�&'’](?:
    (?<![&'’])|(?<=&)(?:[lr]d?quo|quot|\#822[01]|\#34);|(?<=[,.?!]['’])(?=\s|$))""",
    re.VERBOSE,
)
# What a mark is, whatever signs it is written with: it opens, it closes, or its place tells which.
_KINDS = {"“„«‹": "opens", "”»›": "closes", '"': "either", "`�": "unsure", "'’": "single", "‘": "‘"}
_KIND = {char: kind for chars, kind in _KINDS.items() for char in chars}
_WRITTEN = {"&ldquo;": "opens", "&rdquo;": "closes", "&#8220;": "opens"}
_WRITTEN |= {"&#8221;": "closes", "&quot;": "either", "&#34;": "either"}
_PAIR = re.compile("(?<!')''(?!')|``")
_SINGLE = re.compile(r"""['‘’](?:(?<=['‘])(?<![\w'’].)(?=\w)|(?<=['’])(?<=[\w.,!?…)].)(?!\w))""")
# 'em, '90s, 'til: an apostrophe for what is left out, not a mark that opens.
_ELISION = re.compile(r"['’‘](?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b|round\b)", re.IGNORECASE)
_OPENS_AFTER = "([{—–-/‘'"
FIRST = attrgetter("first")  # the order of stretches
_DEEPEST = 2  # single marks that wait to be closed: 'It was a 'mess'
_LONGEST_SINGLE = 400  # characters; beyond it two apostrophes are likelier than a pair of marks


# No NamedTuple: its fields are read again and again, three times as fast so.
@dataclass(slots=True)
class Marked:
    """A stretch between marks: text[start:end] without them, text[first:last] with them.

    closed  False where no mark closes it: it then runs to the paragraph's end
    sure    False for two apostrophes (''), which archives write for a double mark
    """

    first: int
    start: int
    end: int
    last: int
    closed: bool = True
    sure: bool = True


def between(text: str) -> list[Marked]:
    """The stretches of one paragraph's text that stand between quotation marks, in order.

    Straight, curly and mismatched marks (“… Rafah,’ in one seed); a stretch that nothing closes
    runs to the end of the paragraph, as a quote does that goes on in the next one. 6" is no mark.
    Single marks count outside double ones, from two words on: below that they are mostly
    apostrophes. Marks inside a stretch belong to it.

    >>> [(m.start, m.end) for m in between('He “agreed” to it.')]
    [(4, 10)]
    """
    found = _double(text)
    if "''" in text:
        found = sorted([*found, *_paired(text, found)], key=FIRST)
    if "'" in text or "‘" in text:
        found = sorted([*found, *_single(text, found)], key=FIRST)
    if not found:
        return found
    bare = [_bare(text, m) for m in found]
    return [m for m in bare if m.end > m.start]


def _bare(text: str, marked: Marked) -> Marked:
    """The stretch without the spaces that tokenised text has inside its marks: " We left . "."""
    inner = text[marked.start : marked.end]
    if not inner or not (inner[0].isspace() or inner[-1].isspace()):
        return marked
    end = marked.start + len(inner.rstrip())
    start = max(end, marked.start) - len(inner.strip())
    return replace(marked, start=start, end=end)


@dataclass(slots=True)
class _Mark:
    """A sign that may be a mark, between the characters beside it."""

    start: int
    end: int
    kind: str
    before: str
    after: str

    def opens(self, inside: bool) -> bool:
        """Whether it opens a stretch; `inside` says that one is open."""
        if self.kind == "opens":
            return not (inside and self._ends_words())  # “ typed for both
        if self.kind == "closes":
            return not inside and self.before.isspace() and not self.after.isspace()
        if inside:
            room = self.before.isspace() or self.before in "(["
            return room and (self.after.isalnum() or self.after in "‘'$#@[…")
        if self.before == "=" or (self.before.isdigit() and not self.after.isalnum()):
            return False  # a piece of markup: id="7"; six inches: 6"
        free = self.before.isspace() or self.before in _OPENS_AFTER
        return free or not (self.after.isspace() or self.after in ".,;:?!)]—–")

    def stands(self) -> bool:
        """Whether a damaged sign or a backtick stands where a mark may: `We left,` or not."""
        opens = self.before.isspace() and self.after.isalnum()
        return opens or (self.before in ",.?!" and not self.after.isalnum())

    def _ends_words(self) -> bool:
        return not self.before.isspace() and (self.after.isspace() or self.after in ".,;:?!)]—–")


def _signs(text: str) -> Iterator[_Mark]:
    """The signs of a text that may be double marks, and single ones that may stand in for them."""
    for sign in _DOUBLE.finditer(text):
        start, end = sign.span()
        kind = _WRITTEN.get(sign.group()) or _KIND.get(sign.group(), "closes")
        mark = _Mark(start, end, kind, text[start - 1 : start] or " ", text[end : end + 1] or " ")
        if kind != "unsure" or mark.stands():
            yield mark


def _double(text: str) -> list[Marked]:
    """Stretches between double marks."""
    found: list[Marked] = []
    first: _Mark | None = None
    stray: _Mark | None = None
    nested = False
    for mark in _signs(text):
        if mark.kind in ("single", "‘"):
            nested = nested or mark.kind == "‘"
            if first is not None and stray is None and not nested:
                stray = mark  # may be the wrong mark, closing
            continue
        nested = False
        if mark.opens(first is not None):
            if first is not None and stray is not None:  # the one before was never closed
                found.append(Marked(first.start, first.end, stray.start, stray.end))
            first, stray = mark, None
        elif first is not None:
            found.append(Marked(first.start, first.end, mark.start, mark.end))
            first = None
    if first is not None and stray is not None:
        found.append(Marked(first.start, first.end, stray.start, stray.end))
    elif first is not None:
        end = len(text.rstrip())
        found.append(Marked(first.start, first.end, end, end, False))
    return found


def _paired(text: str, doubles: list[Marked]) -> list[Marked]:
    """Stretches between pairs of apostrophes, outside the double marks."""
    found, first = [], None
    for mark in _PAIR.finditer(text):
        at = mark.start()
        place = bisect_right(doubles, at, key=FIRST)
        if place and at < doubles[place - 1].last:
            continue
        if mark.group() == "``" or (first is None and not text[at + 2 : at + 3].isspace()):
            first = at
        elif first is not None and not text[at - 1].isspace():
            sure = text[first] == "`"
            found.append(Marked(first, first + 2, at, at + 2, sure=sure))
            first = None
    if first is not None and not text[:first].strip():
        end = len(text.rstrip())
        found.append(Marked(first, first + 2, end, end, False, False))
    return found


def _single(text: str, doubles: list[Marked]) -> list[Marked]:
    """Stretches of two words or more between single marks, outside the double ones.

    A stretch that holds another is speech if its words end in a stop: 'It was a 'mess,' we heard.'
    """
    found: list[Marked] = []
    opened: list[int] = []
    position = 0
    for mark in _SINGLE.finditer(text):
        at = mark.start()
        while position < len(doubles) and doubles[position].last <= at:
            opened, position = [], position + 1
        if position < len(doubles) and doubles[position].first < at:
            continue
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        if not (before.isalnum() or before in ".,!?…)"):
            opened = [] if _ELISION.match(text, at) else [*opened[-_DEEPEST:], at]
        elif opened and not _possessive(before, after, text, at):
            first = opened.pop()
            if found and found[-1].first > first and before not in ",.?!":
                opened = []
            elif " " in text[first:at].strip() and at - first <= _LONGEST_SINGLE:
                while found and found[-1].first > first:
                    found.pop()
                found.append(Marked(first, first + 1, at, at + 1))
    return found


def _possessive(before: str, after: str, text: str, at: int) -> bool:
    """Whether the mark after an s is likelier a possessive: "the workers' union"."""
    return before == "s" and after.isspace() and text[at + 2 : at + 3].islower()
