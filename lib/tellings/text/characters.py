"""One-for-one characters: text whose marks are plain and whose offsets have not moved."""

from tellings.lexicons import rows

_PLAIN = {int(r["code"], 16): chr(int(r["plain"], 16)) for r in rows("characters")}


def plain(text: str) -> str:
    """The text with curly quotes, odd spaces and hyphens made plain, character for character.

    The result is as long as the text, so an offset into one is an offset into the other.

    >>> plain("Israel’s “plan”")
    'Israel\\'s "plan"'
    """
    return text if text.isascii() else text.translate(_PLAIN)
