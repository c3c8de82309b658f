"""Forecasts: the words behind a forecast's number in, its condition and its horizon out."""

from tellings.find.claims import codes
from tellings.lexicons import rows
from tellings.text.tokens import Words

_AHEAD = 14  # words behind the number
_CONDITION = 9  # words of a condition that are kept
_YEARS = range(1900, 2200)
_BREAKS = frozenset(', ; : ( ) " — – …'.split())


def condition(said: Words, i: int) -> str:
    """The "if …" that goes on behind a forecast's number, "" if none does; short, in lower case."""
    for j in range(i, min(i + _AHEAD, len(said.low))):
        if said.low[j] in ("if", "unless"):
            last, stop = j, min(j + _CONDITION, len(said.low))
            while last < stop and said.low[last] not in _BREAKS | {"and", "."}:
                last += 1
            return said.text[said.start[j] : said.end[last - 1]].lower()
        if said.low[j] in _BREAKS or said.low[j][0].isdecimal():
            return ""
    return ""


def horizon(said: Words, i: int, anchor) -> str:
    """The month or year by which a forecast holds ("by August", "by 2030"), as ISO text."""
    for j in range(i, min(i + _AHEAD, len(said.low) - 1)):
        if said.low[j] in ("by", "in", "until", "before"):
            words_ahead = said.low[j + 1 : j + 6]
            year = next((w for w in words_ahead if w.isdecimal() and int(w[:5]) in _YEARS), "")
            month = next((w for w in words_ahead[:4] if w in codes.months()), "")
            if month and said.written[j + 1 + words_ahead.index(month)][0].isupper():
                return _month(month, year, anchor)
            if year:
                return year
    return ""


def _month(word: str, year: str, anchor) -> str:
    """The month as ISO text; without a year the next one from the anchor on, "" without either."""
    month = int(
        next(r["value"] for r in rows("calendar") if r["word"] == word and r["kind"] == "month")
    )
    day = str(anchor)[:10] if anchor and anchor == anchor else ""
    if not year and not day:
        return ""
    year = year or str(int(day[:4]) + (month < int(day[5:7])))
    return f"{year}-{month:02d}"
