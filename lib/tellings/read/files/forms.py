"""naming.csv: the corpus's own naming sets, or all that is wrong with them at once."""

from pathlib import Path

from tellings.read.files import sidecars
from tellings.read.files.rows import Naming

_NAME = "naming.csv"
KINDS = ("name", "beside place", "place")


def naming(path) -> list[Naming]:
    """The rows of naming.csv in the corpus folder; none where there is no such file.

    Raises ValueError with a line for each faulty row: one without topic or form, or of an unknown
    kind. A row without a kind is a name; one without a term is shown as its form.
    """
    file = Path(path) / _NAME
    if not file.exists():
        return []
    try:
        found = sidecars.rows(file.read_bytes(), _NAME, Naming._fields, "form")
    except OSError as error:
        raise ValueError(f"{_NAME} cannot be opened: {error.strerror}") from None
    faults = [
        f"{_NAME}, line {row.line}: {fault}"
        for row in found
        if (fault := row.fault or _fault(row.values))
    ]
    if faults:
        raise ValueError("\n".join(faults))
    return [_row(row.values) for row in found]


def _fault(values: dict[str, str]) -> str:
    """What is wrong with a row, else ""."""
    if not values.get("topic") or not any(map(str.isalnum, values.get("form", ""))):
        return "a name needs `topic` (what is named) and `form` (the words that name it)"
    kind = values.get("kind") or KINDS[0]
    return "" if kind in KINDS else f"unknown kind {kind!r}; known: {', '.join(KINDS)}"


def _row(values: dict[str, str]) -> Naming:
    kind = values.get("kind") or KINDS[0]
    term = "" if kind == "place" else values.get("term") or values["form"]
    return Naming(values["topic"], kind, values["form"], term)
