"""The date of a publication line: its words in, ISO text out."""

import re
from functools import cache

from tellings.lexicons import listed
from tellings.read.dates import arithmetic, shapes
from tellings.read.dates.calendar_words import value
from tellings.read.dates.figures import DAY_FIRST, MONTH_FIRST, order_of, readings
from tellings.text.characters import plain

_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\b)?(?![\d:])"
)
# Words of a name beside a date.
_FEW = 4
_WORD = re.compile(r"[^\W_](?:[\w'.]*\w)?")
_NUMBER = re.compile(
    r"t?\d{1,4}(?:st|nd|rd|th)?|t?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ap]m|z)?|\d{1,2}[ap]m"
)


def stamp(text: str, order: str = "") -> str:
    """The date, and the time where there is one, of a publication line; ISO, no zone; "" if none.

    order  "day first" or "month first", as the page's other dates are written; a date in figures
           that has two readings ("5/6/2024") is read only with it, with "am", "pm" or a time zone

    >>> stamp("Updated: April 02, 2024, 4:09 AM"), stamp("Tue 14 May 2024 07.00 BST")
    ('2024-04-02T04:09', '2024-05-14T07:00')
    >>> stamp("5/6/2024"), stamp("5/6/2024 7:15 am"), stamp("14.05.24")
    ('', '2024-05-06T07:15', '2024-05-14')
    """
    text = plain(text)
    found = shapes.in_stamp().search(text)
    if not found:
        return ""
    days = _days(found, order or _order_by_clock(text))
    if len(days) != 1:
        return ""
    clock = _clock(text[: found.start()], text[found.end() :])
    return days[0].isoformat() + (f"T{clock}" if clock else "")


def ambiguous(text: str, order: str = "") -> bool:
    """Whether a line's date can be read as two days.

    >>> ambiguous("Published 5/6/2024"), ambiguous("Published 13/6/2024")
    (True, False)
    """
    text = plain(text)
    found = shapes.in_stamp().search(text)
    return found is not None and len(_days(found, order or _order_by_clock(text))) > 1


def order(texts) -> str:
    """How a page writes day and month in figures, by those of its dates that have one reading."""
    shown = {
        way
        for text in texts
        if "/" in text
        for found in shapes.in_stamp().finditer(plain(text))
        if found["figures"] and (way := order_of(found["figures"]))
    }
    return shown.pop() if len(shown) == 1 else ""


def is_only_date(text: str) -> bool:
    """Whether a line is nothing but a date with its year, a time and the words that go with them.

    >>> is_only_date("Tue 14 May 2024 07.00 BST"), is_only_date("718-555-0140")
    (True, False)
    """
    text = plain(text)
    found = shapes.in_stamp().search(text)
    if not found or not _days(found, DAY_FIRST) + _days(found, MONTH_FIRST):
        return False
    rest = _WORD.findall((text[: found.start()] + " " + text[found.end() :]).lower())
    return len(rest) <= 12 and all(w in _clock_words() or _NUMBER.fullmatch(w) for w in rest)


def is_date_with_name(text: str) -> bool:
    """Whether a line is a date with its time and who gives it: no headline tells the minute.

    >>> is_date_with_name("Associated Press May 3, 2024, 9:02 AM"), is_date_with_name("May 3, 2024")
    (True, False)
    """
    text = plain(text)
    found = shapes.in_stamp().search(text)
    if not found or not _clock(text[: found.start()], text[found.end() :]):
        return False
    rest = _WORD.findall(text[: found.start()] + " " + text[found.end() :])
    known = _clock_words() | {"by"}
    more = [w for w in rest if w.lower() not in known and not _NUMBER.fullmatch(w.lower())]
    return 0 < len(more) <= _FEW and all(w[0].isupper() for w in more)


@cache
def _clock_words() -> frozenset[str]:
    """Words that stand with a date and time."""
    kinds = ("weekday", "short weekday", "clock", "filler")
    labels = listed("line_cues", kind="stamp") | listed("line_cues", kind="before stamp")
    return labels.union(*(listed("calendar", kind=k) for k in kinds))


def _days(found: re.Match, order: str) -> list:
    """The days that a date can be."""
    parts = {k: v for k, v in found.groupdict().items() if v}
    if "figures" in parts:
        return readings(parts["figures"], order)
    year = parts.get("year_after") or parts.get("year_last") or parts["year_before"]
    month = parts.get("month_after") or parts.get("month_first") or parts["month_between"]
    day = parts.get("day_first") or parts.get("day_after") or parts["day_last"]
    known = arithmetic.real(int(year), value(month, "month"), int(day))
    return [known] if known else []


def _order_by_clock(text: str) -> str:
    """The order of day and month that a time zone or "am" goes with, where they agree."""
    words = {w.strip(".").replace(".", "") for w in re.findall(r"[a-z.]+", text.lower())}
    if words & listed("calendar", kind=DAY_FIRST):
        return DAY_FIRST
    return MONTH_FIRST if words & (listed("calendar", kind=MONTH_FIRST) | {"am", "pm"}) else ""


def _clock(before: str, behind: str) -> str:
    """The time of day beside a date, 24 hours, behind it before it: "16:05"."""
    for text in (behind, before):
        for found in _CLOCK.finditer(re.sub(r"^[Tt](?=\d)", " ", text)):
            if not found["minute"] and not found["half"]:
                continue
            hour, half = int(found["hour"]), (found["half"] or "").lower()[:1]
            hour = hour % 12 + 12 * (half == "p") if half else hour
            return f"{hour:02d}:{found['minute'] or '00'}"
    return ""
