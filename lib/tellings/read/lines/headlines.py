"""The words of a line that belong to the telling: a Line in, their stretch out."""

from tellings.read.lines import fields, titles
from tellings.read.lines.roles import Line


def whole(line: Line) -> tuple[int, int]:
    """Where a line's own words stand in it: not the name of a field before them, nor the site's
    name behind a headline.

    >>> line = Line(1, "headline", 0, 22, "field: headline", 'title: "Bridge closed"')
    >>> line.text[slice(*whole(line))]
    'Bridge closed'
    """
    if line.rule.startswith(fields.RULE):
        return fields.value(line.text)
    if line.rule == titles.WITH_SITE:
        return 0, len(titles.parts(line.text)[0])
    return 0, len(line.text)
