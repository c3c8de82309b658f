"""What a line can be: the roles, and the row that says which one a line has."""

import re
from dataclasses import dataclass
from typing import NamedTuple

ROLES = (
    "headline",
    "dek",
    "byline",
    "caption",
    "body",
    "list",
    "timestamp",
    "section",
    "notice",
    "promo",
    "nav",
    "editors_note",
    "credit",
    "bio",
    "comments",
    "blank",
)
BULLET = re.compile(r"\s*(?:[•·▪‣○*–-]|\d{1,2}\.)\s+")


class Line(NamedTuple):
    """One line of a capture; `line` is 1-based, `rule` names what decided the role.

    joined  it goes on with the paragraph of the line above: the text was broken at a width, or at
            its links
    """

    line: int
    role: str
    start: int
    end: int
    rule: str
    text: str
    joined: bool = False


# No NamedTuple, as Look is none.
@dataclass(slots=True)
class Verdict:
    """The role that a rule gives to a line, and the rule's name."""

    role: str
    rule: str
