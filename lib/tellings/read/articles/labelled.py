"""What the field lines above a text give: lines with roles in, fields by name out."""

import re
from collections.abc import Sequence

from tellings.read import dates
from tellings.read.articles.fields import Found, stretch
from tellings.read.articles.newsrooms import by_host
from tellings.read.lines import Line, fields

_SENDER = re.compile(r"\((?P<behind>[^()@]+)\)\s*$|^\"?(?P<before>[^\"<>@()]+?)\"?\s*<")
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})", re.IGNORECASE)


def given(lines: Sequence[Line]) -> dict[str, Found]:
    """headline, byline, outlet, published and so on, as far as field lines give them.

    A mail's sender is its author where the line names a person; an address gives the outlet only
    where no other field does.
    """
    found: dict[str, Found] = {}
    own = [line for line in lines if line.rule.startswith(fields.RULE)]
    order = dates.order(line.text for line in own)
    for line in own:
        name = line.rule.removeprefix(fields.RULE)
        part = stretch(line, *fields.value(line.text))
        if name in ("published", "updated"):
            value = dates.stamp(part.value, order)
            part = Found(value, "text", part.start, part.end) if value else Found()
        elif name == "sender":
            name, part = "byline", _sender(line, part)
        elif name == "address":
            name, part = "outlet", _host(line, part, "outlet" in found)
        elif name not in ("headline", "byline", "outlet", "section"):
            continue
        if part.value and name not in found:
            found[name] = part
    return found


def _sender(line: Line, part: Found) -> Found:
    """ "dana@example.org (Dana Lee)", "Dana Lee <dana@example.org>": the person."""
    start = (part.start or line.start) - line.start
    named = _SENDER.search(line.text[start:])
    if not named:
        return Found()
    which = "behind" if named["behind"] else "before"
    first, last = named.span(which)
    return stretch(line, start + first, start + last)


def _host(line: Line, part: Found, known: bool) -> Found:
    """The host of an address, for an outlet that no field names."""
    host = _HOST.search(part.value)
    if known or not host or part.start is None:
        return Found()
    start = part.start - line.start + host.start(1)
    found = stretch(line, start, start + len(host[1]))
    return found if by_host(host[1]) or "." in host[1] else Found()
