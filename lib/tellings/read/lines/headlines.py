"""The words of a line that belong to the telling: a Line in, their stretch out."""

import re

from tellings.read.lines import fields, titles
from tellings.read.lines.roles import Line

# Markdown's mark of a heading: "# Bridge closed".
_HASHES = re.compile(r"\s*#{1,6}\s+(?=\S)")


def whole(line: Line) -> tuple[int, int]:
    """Where a line's own words stand in it: not the name of a field before them, a
    Markdown mark, nor the site's name behind a headline.

    >>> line = Line(1, "headline", 0, 22, "field: headline", 'title: "Bridge closed"')
    >>> line.text[slice(*whole(line))]
    'Bridge closed'
    """
    if line.rule.startswith(fields.RULE):
        return fields.value(line.text)
    start = marks.end() if (marks := _HASHES.match(line.text)) else 0
    if line.rule == titles.WITH_SITE:
        return start, len(titles.parts(line.text)[0])
    return start, len(line.text)
