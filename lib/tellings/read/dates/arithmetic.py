"""Which days words mean, counted from an anchor: dates in, first and last day out."""

from datetime import date, timedelta

DAY = timedelta(days=1)

Days = tuple[date, date]


def real(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday(number: int, side: str, ahead: bool, anchor: date) -> Days:
    """The last such weekday (Monday is 0) up to the anchor; the first after it, where it is ahead.

    side  the word before it: "last", "next", "coming", "following" or none
    """
    back = (anchor.weekday() - number) % 7
    if side in ("next", "coming", "following") or (not side and ahead):
        day = anchor + (7 - back) * DAY
    elif side == "last" and back == 0:
        day = anchor - 7 * DAY
    else:
        day = anchor - back * DAY
    return day, day


def month_day(month: int, day: int, ahead: bool, anchor: date) -> Days | None:
    """A month's day without its year: the last one up to the anchor, or the next where it is ahead.

    A week's grace: "the vote on April 20" in a text of April 18 is no vote of last year.
    """
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    candidates = [d for y in years if (d := real(y, month, day))]
    near = [d for d in candidates if abs((d - anchor).days) <= 7]
    if ahead and any(d >= anchor for d in candidates):
        near = [d for d in candidates if d >= anchor][:1]
    chosen = near or [d for d in candidates if d <= anchor][-1:]
    return (chosen[0], chosen[0]) if chosen else None


def month_alone(number: int, cue: str, ahead: bool, anchor: date) -> Days:
    """A month without its year: the last one begun, or the next where it is ahead."""
    year = anchor.year
    if cue == "next" or ahead:
        year += number < anchor.month
    else:
        year -= number > anchor.month or (cue == "last" and number == anchor.month)
    return month(year, number)


def weekend(which: str, ahead: bool, anchor: date) -> Days:
    """Saturday and Sunday: the last begun, before this day for "last"; the coming for "this", but
    on a Monday or Tuesday the one just past, unless what is told is ahead."""
    saturday = anchor - (anchor.weekday() - 5) % 7 * DAY
    if which in ("last", "previous", "past") and anchor.weekday() >= 5:
        saturday -= 7 * DAY
    coming = anchor.weekday() < 5 and (ahead or anchor.weekday() > 1)
    if which in ("next", "coming", "following") or (which == "this" and coming):
        saturday += 7 * DAY
    return saturday, saturday + DAY


def span(unit: str, which: str, anchor: date) -> Days:
    """This, last or next week, month or year as its first and last day."""
    step = {"this": 0, "last": -1, "previous": -1, "past": -1}.get(which, 1)
    if unit == "week":
        monday = anchor - anchor.weekday() * DAY + 7 * step * DAY
        return monday, monday + 6 * DAY
    if unit == "month":
        return month(*_months_on(anchor, step))
    return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)


def part_of(days: Days, part: str, anchor: date) -> Days:
    """A stretch of days; of "earlier this month" what lies before the anchor, of "later" behind."""
    first, last = days
    if part == "earlier" and first < anchor <= last:
        return first, anchor - DAY
    if part == "later" and first <= anchor < last:
        return anchor + DAY, last
    return days


def ago(number: int, unit: str, anchor: date) -> Days:
    """So many days or weeks before the anchor; for months and years the whole of it."""
    if unit in ("day", "week"):
        day = anchor - number * (7 if unit == "week" else 1) * DAY
        return day, day
    if unit == "month":
        return month(*_months_on(anchor, -number))
    return date(anchor.year - number, 1, 1), date(anchor.year - number, 12, 31)


def month(year: int, number: int) -> Days:
    """First and last day of a month."""
    first = date(year, number, 1)
    return first, date(*_months_on(first, 1), 1) - DAY


def _months_on(day: date, step: int) -> tuple[int, int]:
    """Year and month, `step` months on."""
    months = day.year * 12 + day.month - 1 + step
    return months // 12, months % 12 + 1
