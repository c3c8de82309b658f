"""Forecasts: the words behind a forecast's number in, its condition and its horizon out."""

from tellings.find.claims.neighbours import ends_clause, months, role
from tellings.lexicons import rows
from tellings.text.tokens import Words

_AHEAD = 14  # words behind the number
_CONDITION = 9  # words of a condition that are kept
_YEARS = range(1900, 2200)


def condition(said: Words, i: int) -> str:
    """The "if …" that goes on behind a forecast's number, "" if none does; short, in lower case."""
    for j in range(i, min(i + _AHEAD, len(said.low))):
        if said.low[j] in ("if", "unless"):
            last, stop = j, min(j + _CONDITION, len(said.low))
            while last < stop and not ends_clause(said.low[last]):
                if said.low[last] in ("and", "."):
                    break
                last += 1
            return said.said(j, last).lower()
        if ends_clause(said.low[j]) or said.low[j][0].isdecimal():
            return ""
    return ""


def horizon(said: Words, i: int, anchor: object) -> str:
    """The month or year by which a forecast holds ("by August", "by 2030"), as ISO text."""
    for j in range(i, min(i + _AHEAD, len(said.low) - 1)):
        if said.low[j] in role("before a horizon"):
            ahead = said.low[j + 1 : j + 6]
            year = next((w for w in ahead if w.isdecimal() and int(w[:5]) in _YEARS), "")
            at = next((n for n, w in enumerate(ahead[:4], j + 1) if w in months()), -1)
            if said.capital(at):
                return _month(said.low[at], year, anchor)
            if year:
                return year
    return ""


def _month(word: str, year: str, anchor: object) -> str:
    """The month as ISO text; without a year the next one from the anchor on, "" without either."""
    month = next(
        int(r["value"]) for r in rows("calendar") if (r["word"], r["kind"]) == (word, "month")
    )
    day = iso(anchor)
    if not year and not day:
        return ""
    year = year or str(int(day[:4]) + (month < int(day[5:7])))
    return f"{year}-{month:02d}"


def iso(anchor: object) -> str:
    """An article's day as ISO text; "" if it is unknown (None, NaN, "")."""
    return str(anchor)[:10] if anchor and anchor == anchor else ""
