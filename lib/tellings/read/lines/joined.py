"""Paragraphs of a text whose lines were broken: lines with roles in, one for each paragraph out."""

from collections.abc import Iterable

from tellings.read.lines.roles import Line


def paragraphs(lines: Iterable[Line]) -> list[Line]:
    """The lines, those that are joined made one with the line above them.

    >>> first = Line(1, "body", 0, 7, "", "The old")
    >>> second = Line(2, "body", 8, 14, "", "bridge", joined=True)
    >>> [line.text for line in paragraphs([first, second])]
    ['The old\\nbridge']
    """
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and line.joined and above.end + 1 == line.start and above.role == line.role:
            found[-1] = above._replace(end=line.end, text=f"{above.text}\n{line.text}")
        else:
            found.append(line)
    return found
