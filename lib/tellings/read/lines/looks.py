"""A line as the rules see it: text in, a Look out."""

import re
from typing import NamedTuple

from tellings.read.lines.roles import BULLET
from tellings.text.characters import plain

_WORD = re.compile(r"[^\W_](?:[\w'.]*\w)?")
_STOP = re.compile(r"""[.!?…]["')\]]*$""")


class Look(NamedTuple):
    """A line in plain characters, without white space round it or a bullet before it."""

    text: str
    low: str
    words: tuple[str, ...]
    bullet: bool

    @property
    def stops(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(_STOP.search(self.text))


def look(piece: str) -> Look:
    """What the rules need of a line; a bullet is not part of its text."""
    text = plain(piece)
    bullet = BULLET.match(text)
    text = text[bullet.end() if bullet else 0 :].strip()
    low = text.lower()
    return Look(text, low, tuple(_WORD.findall(low)), bool(bullet))
