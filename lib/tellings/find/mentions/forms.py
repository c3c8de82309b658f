"""What the linking of names takes and gives: forms of names in, answers out."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tellings.text.characters import plain


# No NamedTuple: made for each name, and read again and again, in half the time so.
@dataclass(slots=True)
class Form:
    """A name as one article uses it at one place.

    times     how often the article uses it so
    sure      whether the kind is; a guess yields to a person of that surname
    sense     as Mention has it: "administration", "campaign"
    kin       the word that makes its bearer somebody's relative: "wife", "first lady"; ""
    sentence  its number in the article
    also      the words of the text where the article says that they are this name
    """

    article: str
    text: str
    kind: str
    title: str
    times: int
    sure: bool = True
    sense: str = ""
    kin: str = ""
    sentence: int = 0
    also: str = ""


@dataclass(slots=True)
class Answer:
    """What a form stands for: a key that is one entity's alone, its best name, its kind."""

    key: str
    name: str
    kind: str


@lru_cache(maxsize=20_000)
def comparable(text: str) -> str:
    """The text for comparing: lower case, no accents, plain marks."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", plain(text))
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(text.lower().split())
