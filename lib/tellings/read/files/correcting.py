"""corrections.csv: its rows, or all that is wrong with them at once."""

from collections.abc import Mapping
from pathlib import Path

from tellings.read import articles, lines
from tellings.read.files import sidecars
from tellings.read.files.rows import SUBJECTS, Correction

_NAME = "corrections.csv"
_TOLD = 10  # faulty rows named one by one


def corrections(path, texts: Mapping[str, str] | None = None) -> list[Correction]:
    """The rows of corrections.csv in the corpus folder; none where there is no such file.

    texts  the captures' texts by article_id, to check articles and places against; None: unchecked

    Raises ValueError for faulty rows (an unknown subject, article, role, field or place; nothing
    named or nothing said), with a line for each; what a row means, and whether it meets anything,
    is not looked at here.
    """
    faults, rows = [], []
    for given in _given(path):
        row = Correction(*(given.values.get(name, "") for name in Correction._fields))
        rows.append(row)
        if fault := given.fault or _fault(row, texts):
            faults.append(f"{_NAME}, line {given.line}: {fault}")
    if more := faults[_TOLD:]:
        faults = [*faults[:_TOLD], f"{_NAME}: {len(more)} more rows like that"]
    if faults:
        raise ValueError("\n".join(faults))
    return rows


def named(path) -> set[str]:
    """The articles that corrections.csv in the corpus folder names, by their article_ids.

    Raises ValueError where it is no table.
    """
    return {row.values.get("article_id", "") for row in _given(path)}


def _given(path) -> list[sidecars.Row]:
    """The rows as they stand in the file; none where there is no such file."""
    file = Path(path) / _NAME
    if not file.exists():
        return []
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ValueError(f"{_NAME} cannot be opened: {error.strerror}") from None
    return sidecars.rows(data, _NAME, Correction._fields, "subject")


def _fault(row: Correction, texts: Mapping[str, str] | None) -> str:
    """What is wrong with a row, else ""."""
    if row.subject not in SUBJECTS:
        return _unknown("subject", row.subject, SUBJECTS)
    if row.subject in ("line", "article", "event", "fact", "cell") and not row.article_id:
        return f"{row.subject} without an article_id"
    if row.article_id and texts is not None and row.article_id not in texts:
        return _unknown("article", row.article_id, sorted(texts))
    if row.subject in ("entity", "claim", "cell", "naming") and not (row.was or row.place):
        return f"{row.subject} names nothing: fill `was` or `place`"
    if row.subject in ("line", "event", "claim", "fact", "cell") and not row.becomes:
        return f"{row.subject} says nothing: fill `becomes`"
    text = None if texts is None else texts.get(row.article_id)
    return _FAULTS.get(row.subject, lambda row, text: "")(row, text)


def _line(row: Correction, text: str | None) -> str:
    size = None if text is None else text.count("\n") + 1
    if not row.place.isdecimal() or not 1 <= int(row.place) <= (size or int(row.place)):
        return f"no line {row.place!r}; `place` is a line number" + (
            f", 1 to {size}" if size else ""
        )
    return "" if row.becomes in lines.ROLES else _unknown("role", row.becomes, lines.ROLES)


def _field(row: Correction, text: str | None) -> str:
    known = (*articles.FIELDS, articles.LANGUAGE)
    return "" if row.place in known else _unknown("field", row.place, known)


def _start(row: Correction, text: str | None) -> str:
    """A single mention or claim has an article and the place where it begins."""
    if not row.place:
        return ""
    if not row.place.isdecimal() or (text is not None and int(row.place) >= len(text)):
        return (
            f"no place {row.place!r}; `place` is a number of characters from the text's beginning"
        )
    return "" if row.article_id else f"{row.subject} at a place without an article_id"


def _stretch(row: Correction, text: str | None) -> str:
    start, dash, end = row.place.partition("-")
    right = dash and start.isdecimal() and end.isdecimal() and int(start) < int(end)
    if not right or (text is not None and int(end) > len(text)):
        return f"no stretch {row.place!r}; `place` is like 120-160, inside the text"
    return ""


def _state(row: Correction, text: str | None) -> str:
    return "" if row.becomes in _STATES else _unknown("state", row.becomes, _STATES)


_STATES = ("carried", "partly", "unclear", "omitted")  # of a fact in an article
_FAULTS = {
    "line": _line,
    "article": _field,
    "entity": _start,
    "claim": _start,
    "fact": _stretch,
    "cell": _state,
}


def _unknown(what: str, value: str, known) -> str:
    """The words for a value that is none of those known."""
    shown = ", ".join(list(known)[:12]) + (", …" if len(known) > 12 else "")
    return f"unknown {what} {value!r}; known: {shown}"
