"""Lines of a capture and their roles: a text in, one Line for each of its lines out."""

from typing import NamedTuple


class Line(NamedTuple):
    """One line of a capture; `line` is 1-based, `rule` names what decided the role."""

    line: int
    role: str
    start: int
    end: int
    rule: str
    text: str
