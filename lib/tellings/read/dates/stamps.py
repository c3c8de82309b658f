"""The date of a publication line: its words in, ISO text out."""

import re

from tellings.read.dates import finder, shapes
from tellings.text.characters import plain

_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?P<half>[AaPp]\.?[Mm]\b)?"
)


def stamp(text: str) -> str:
    """The date, and the time where there is one, of a publication line; ISO, no zone; "" if none.

    >>> stamp("Updated: April 02, 2024, 4:09 AM")
    '2024-04-02T04:09'
    """
    found = shapes.with_year().search(plain(text))
    if not found:
        return ""
    day = finder.full(finder.given(found))
    clock = _CLOCK.search(plain(text))
    if not day or not clock:
        return day.isoformat() if day else ""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()[:1]
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{day.isoformat()}T{hour:02d}:{clock['minute']}"
