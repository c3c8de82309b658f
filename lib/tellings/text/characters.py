"""One-for-one characters: text whose marks are plain and whose offsets have not moved."""

import re

from tellings.lexicons import rows

_PLAIN = {chr(int(r["code"], 16)): chr(int(r["plain"], 16)) for r in rows("characters")}
_MARKED = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


def plain(text: str) -> str:
    """The text with curly quotes, odd spaces and hyphens made plain, character for character.

    The result is as long as the text, so an offset into one is an offset into the other.

    >>> plain("Israel’s “plan”")
    'Israel\\'s "plan"'
    """
    if text.isascii() and "\n" not in text:
        return text
    # Few of its characters are listed, and str.translate asks its table about every one.
    for sign in set(_MARKED.findall(text)):
        text = text.replace(sign, _PLAIN[sign])
    return text


def lowered(text: str) -> str:
    """The text made plain and in lower case, character for character.

    >>> lowered("İzmir’s")
    "İzmir's"
    """
    text = plain(text)
    low = text.lower()
    if len(low) == len(text):
        return low
    # "İ" in lower case is two characters: offsets would move.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
