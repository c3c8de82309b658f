"""Which lines make one paragraph: the pieces of a text in, (first, last) of each block out.

Most texts have a paragraph a line, and each line is a block. Two kinds have not: those broken at a
width (mail, wires, what `fold` wrote, the text layer of a PDF), and those that a scraper broke at
each link and bold word, one element a line.
"""

import re
from collections.abc import Collection, Sequence

from tellings.lexicons import listed
from tellings.read.lines.looks import ends_in
from tellings.read.lines.roles import BULLET
from tellings.text.characters import plain

# No typewriter, mail or wire breaks its lines outside these widths.
_NARROWEST, _WIDEST = 30, 130
# So many breaks in the middle of a sentence, and such a share of them where the next word had no
# room, make a text one that is broken at a width. Text set in a proportional font (a PDF's) has
# uneven lines: then more of them are asked for.
_FEW, _MANY = 2, 6
_NO_ROOM = 0.7
# Uneven lines are full from this share of the longest on.
_FULL = 0.7
_STOPS = ".!?…:"
# What every broken text has a line with, and few others: no sentence begins so.
_MAY_GO_ON = re.compile(r"\s*[a-z,.;:!?)\]]")
_SMALL = re.compile(r"\s*[a-z]")
_GOES_ON = re.compile(r"[a-z(]|[,.;:!?)\]](?:\s|$)|[-–—]\s")
_CLOSES = re.compile(r"""[,.;:!?)\]](?:\s|$)""")
_OPENS = re.compile(r"[,(\[–—-]$")
_INLINE_WORDS = 6


def blocks(pieces: Sequence[str], alone: Collection[int] = ()) -> list[tuple[int, int]]:
    """First and last index of each block of lines, in order; a blank line is a block of its own.

    alone  lines that no sentence goes on from, whatever they end in: dates, bylines

    >>> blocks(["The bridge that the mill had built", "before the war and that stood", "since."])
    [(0, 2)]
    """
    if not any(map(_MAY_GO_ON.match, pieces)):
        return [(i, i) for i in range(len(pieces))]
    texts = [plain(p).rstrip() for p in pieces]
    joins = _wrapped(texts) or _broken(texts, alone)
    found: list[tuple[int, int]] = []
    for i in range(len(pieces)):
        if i in joins:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


# --- broken at a width ----------------------------------------------------------------------------


def _wrapped(texts: Sequence[str]) -> set[int]:
    """Lines that go on with the one above in a text that is broken at a width; else none."""
    adjacent = (i for i in range(1, len(texts)) if texts[i] and texts[i - 1])
    breaks = [i for i in adjacent if _in_sentence(texts[i - 1], texts[i])]
    width = max((len(texts[i - 1]) for i in breaks), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return set()
    longer = sum(len(text) > width for text in texts)
    if longer > 0.1 * sum(bool(text.strip()) for text in texts):
        return set()
    even = sum(_no_room(texts[i - 1], texts[i], width) for i in breaks)
    if even >= max(_FEW, _NO_ROOM * len(breaks)):
        return {i for i in range(1, len(texts)) if _continues(texts, i, width, width)}
    uneven = [i for i in breaks if len(texts[i - 1]) >= _FULL * width]
    if len(uneven) >= max(_MANY, _NO_ROOM * len(breaks)):
        return {i for i in range(1, len(texts)) if _continues(texts, i, width, _FULL * width)}
    return set()


def _in_sentence(above: str, line: str) -> bool:
    """Whether a line break stands in the middle of a sentence: small letter behind no stop."""
    return bool(_SMALL.match(line)) and not ends_in(above, _STOPS) and len(above.split()) >= 4


def _no_room(above: str, line: str, width: int) -> bool:
    """Whether the line's first word would not have fitted behind the line above."""
    return len(above) + 1 + len(line.split()[0]) > width


def _continues(texts: Sequence[str], i: int, width: int, full: float) -> bool:
    """Whether line i goes on with the paragraph of the line above it."""
    above, line = texts[i - 1], texts[i]
    if not above.strip() or not line.strip() or BULLET.match(line):
        return False
    if _indent(line) > _indent(above) and not BULLET.match(above):
        return False  # a paragraph begins with white space
    if _in_sentence(above, line):
        return len(above) >= _FULL * min(width, full)
    ended = ends_in(above, _STOPS)
    return len(above) >= full if full < width and ended else _no_room(above, line, width)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


# --- broken at elements ---------------------------------------------------------------------------


def _broken(texts: Sequence[str], alone: Collection[int]) -> set[int]:
    """Lines that go on with the one above in a text that is broken at its links; else none.

    What tells such a text is a line that begins with a comma or a stop: no writer begins one so.
    """
    adjacent = [i for i in range(1, len(texts)) if texts[i].strip() and texts[i - 1].strip()]
    closing = [i for i in adjacent if _CLOSES.match(texts[i].lstrip())]
    if len(closing) < _FEW:
        return set()
    first = next(i for i, text in enumerate(texts) if text.strip())
    ends = {first, *alone}
    return {i for i in adjacent if _same_sentence(texts, i, ends)}


def _same_sentence(texts: Sequence[str], i: int, ends: Collection[int]) -> bool:
    """Whether line i is of one sentence with the line above it."""
    above, line = texts[i - 1].strip(), texts[i].strip()
    if _CLOSES.match(line):
        return True
    if ends_in(above, _STOPS) or i - 1 in ends:
        return False
    last = above.split()[-1].lower()
    if _GOES_ON.match(line) or _OPENS.search(above) or last in listed("function_words"):
        return True
    # "A court has ordered / Holt Mills / to mend the roof": an element between two halves.
    following = texts[i + 1].strip() if i + 1 < len(texts) else ""
    inline = len(line.split()) <= _INLINE_WORDS and bool(_GOES_ON.match(following))
    return inline and not any(sign.isdigit() for sign in line)
