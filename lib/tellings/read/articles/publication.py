"""When an article was published and updated: lines with roles in, dates out."""

import re
from collections.abc import Iterable, Sequence

from tellings.read import dates
from tellings.read.articles.fields import Found, having, stretch
from tellings.read.lines import Line


def day(lines: Sequence[Line], which: str) -> Found:
    """The first stamp of a kind: a bare date is when it was published, "Updated" never is."""
    pattern = _UPDATED if which == "updated" else _PUBLISHED
    for line in having(lines, "timestamp"):
        for part in _parts(line, pattern):
            value = dates.stamp(part.value)
            if value:
                return Found(value, "text", part.start, part.end)
    return Found()


_LABEL = re.compile(
    r"\b(?P<label>updated|modified|published|posted|publication)\b[^\w]*(?:(?:on|at|date)\b[^\w]*)?",
    re.I,
)
_UPDATED, _PUBLISHED = ("updated", "modified"), ("", "published", "posted", "publication")


def _parts(line: Line, labels: tuple[str, ...]) -> Iterable[Found]:
    """The stretches of a timestamp line under one of these labels ("": a line without one)."""
    found = list(_LABEL.finditer(line.text))
    if not found and "" in labels:
        yield stretch(line, 0, len(line.text))
    ends = [m.start() for m in found[1:]] + [len(line.text)] * bool(found)
    for label, end in zip(found, ends, strict=True):
        if label["label"].lower() in labels:
            yield stretch(line, label.end(), len(line.text[:end].rstrip(" |•·-–—")))
