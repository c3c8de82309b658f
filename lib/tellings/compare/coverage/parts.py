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
    found, begun, said = [], "", frozenset[str]()
    for piece in _STOPS.split(text):
        begun, said = f"{begun} {piece.strip()}".strip(), said | stems(piece)
        if len(said) >= _LEAST:
            found.append(begun)
            begun, said = "", frozenset()
    if not found:
        return [text]
    if begun:
        found[-1] = f"{found[-1]} {begun}"
    return found
