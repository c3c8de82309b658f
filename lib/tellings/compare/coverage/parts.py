"""Parts of a sentence between its stops: a sentence in, what it tells one after another out."""

import re

from tellings.compare.coverage.content_words import stems

_STOPS = re.compile(r"[,;:–—―]|--")  # what parts clauses in print; decimals are no matter here
_LEAST = 4  # stems that a part has: "in Tyre, Maine" says nothing by itself


def split(text: str) -> list[str]:
    """The parts of a sentence, each of at least four content words, or the sentence.

    What is shorter goes with what follows, at the end with what stands before.

    >>> split("The port will reopen to ships in spring, the harbour master of Tyre said, he hopes.")
    ['The port will reopen to ships in spring', 'the harbour master of Tyre said he hopes.']
    """
    found, begun = [], ""
    for piece in _STOPS.split(text):
        begun = f"{begun} {piece.strip()}".strip()
        if len(stems(begun)) >= _LEAST:
            found.append(begun)
            begun = ""
    if not found:
        return [text]
    if begun:
        found[-1] = f"{found[-1]} {begun}"
    return found
