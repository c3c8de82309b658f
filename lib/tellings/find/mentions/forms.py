"""What the linking of names takes and gives: forms of names in, answers out."""

import unicodedata
from typing import NamedTuple

from tellings.text.characters import plain


class Form(NamedTuple):
    """A name as one article uses it: the article, its words, kind and title, how often.

    sure  whether the kind is; a guess yields to a person of that surname
    """

    article: str
    text: str
    kind: str
    title: str
    times: int
    sure: bool = True


class Answer(NamedTuple):
    """What a form stands for: a key that is one entity's alone, its best name, its kind."""

    key: str
    name: str
    kind: str


def comparable(text: str) -> str:
    """The text for comparing: lower case, no accents, plain marks."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", plain(text))
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(text.lower().split())
