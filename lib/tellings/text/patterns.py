"""Patterns of words, each in two forms: a text in, the words that it has of the pattern out."""

import re

# Classes of letters that all alphabets have, and what they come to in ASCII: Python looks through
# such a list in half of the time in which it asks what kind of character each is.
_IN_ASCII = {
    r"[^\W\d_]": "[A-Za-z]",
    r"[^\W_]": "[A-Za-z0-9]",
    r"[^\W_a-z\d]": "[A-Z]",
}


class Pattern:
    """A pattern for words of all alphabets; in texts of ASCII, as most are, a quicker one is used.

    >>> Pattern(r"[^\\W\\d_]+").findall("Zürich, 4 May"), Pattern(r"[^\\W\\d_]+").findall("4 May")
    (['Zürich', 'May'], ['May'])
    """

    def __init__(self, pattern: str):
        """pattern: with [^\\W_] for a letter or figure, [^\\W\\d_] for a letter."""
        self.pattern = narrow = pattern
        for wide, letters in _IN_ASCII.items():
            narrow = narrow.replace(wide, letters)
        self._wide, self._narrow = re.compile(pattern), re.compile(narrow)

    def of(self, text: str) -> re.Pattern[str]:
        """The pattern for this text."""
        return self._narrow if text.isascii() else self._wide

    def findall(self, text: str) -> list[str]:
        """All words of the text, as re has them."""
        return (self._narrow if text.isascii() else self._wide).findall(text)
