"""A line as the rules see it: text in, a Look out."""

import re
from dataclasses import dataclass

from tellings.read.lines.roles import BULLET
from tellings.text.characters import plain

_WORD = re.compile(r"[^\W_]\w*+(?:['.]+\w++)*+")
# The same of ASCII in small letters, in three quarters of its time.
_ASCII_WORD = re.compile(r"[a-z0-9][a-z0-9_]*+(?:['.]+[a-z0-9_]++)*+")
# Markdown's marks: "# Bridge closes", "*By Ann Lee*".
_MARKS = ("#", "*", "_")
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>.*\S)(?P=mark)$")
_STOPS, _CLOSING = ".!?…。！？", "\"')]」』"
# Scripts without spaces: two signs are about a word.
_SIGNS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SIGN, _PAIR = re.compile(f"[{_SIGNS}]"), re.compile(f"[{_SIGNS}]{{1,2}}|[^{_SIGNS}]+")


# No NamedTuple: its fields are read again and again, three times as fast so.
@dataclass(slots=True)
class Look:
    """A line in plain characters, without white space round it or a bullet before it.

    stops  whether it ends as a sentence does
    """

    text: str
    low: str
    words: tuple[str, ...]
    bullet: bool
    stops: bool


_NOTHING = Look("", "", (), False, False)


def look(piece: str) -> Look:
    """What the rules need of a line; bullets and Markdown's marks are not part of its text."""
    if not piece or piece.isspace():
        return _NOTHING
    text = plain(piece)
    bullet = BULLET.match(text)
    text = text[bullet.end() if bullet else 0 :].strip()
    if text.startswith(_MARKS):
        text = text[marks.end() if (marks := _HASHES.match(text)) else 0 :]
        text = marked["text"] if (marked := _EMPHASIS.match(text)) else text
    low = text.lower()
    return Look(text, low, tuple(_words(low)), bool(bullet), ends_in(text, _STOPS))


def _words(low: str) -> list[str]:
    """The words of a text in small letters."""
    if low.isascii():
        return _ASCII_WORD.findall(low)
    words = _WORD.findall(low)
    return [part for w in words for part in _PAIR.findall(w)] if _SIGN.search(low) else words


def ends_in(text: str, signs: str) -> bool:
    """Whether the last sign of a line, closing marks apart, is one of these.

    >>> ends_in('He said "no."', ".!?"), ends_in("Talks (again)", ".!?")
    (True, False)
    """
    last = text.rstrip(_CLOSING)[-1:]
    return bool(last) and last in signs
