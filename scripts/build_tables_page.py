"""Write docs/tables.md, the data dictionary, from the catalogue and the row types' own words.

make docs
"""

import inspect
import re
import sys
from pathlib import Path
from typing import get_type_hints

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tables.md"
_TYPES = {str: "text", int: "whole number", float: "number", bool: "true or false"}
_HEAD = """# The tables

`data/<corpus>/*.parquet`, one row per thing found; in a notebook `told = tables.open(data)` and
then `told.claims`. Made by `make docs` from the row types: what stands here is what the code says.

In every table `article_id` says whose row it is; `event_id`, `outlet` and `telling`, where they are
there, of which event, outlet and label in figures. `start` and `end` are code points into the
capture's text: `text[start:end]` are the row's own words. `sentence` counts from 1 through an
article. Missing text is empty; a missing number is missing, never 0.
"""
# A column's words in a docstring: its names, two spaces or more, then the words and what goes on.
_COLUMN = re.compile(r"^(\w+(?:(?:, | \.\. )\w+)*)  +(.*)$")


def page() -> str:
    """The whole page."""
    from tellings import tables

    parts = [_section(name, by) for name, (_, _, by) in tables.CATALOGUE.items()]
    return "\n".join([_HEAD, *parts])


def _section(name: str, notebook: str) -> str:
    """One table: what a row is, who writes it, its columns."""
    from tellings import tables

    row = tables.row_type(name)
    first, words = "", {}
    for kind in (getattr(row, "extends", None), row):
        if kind is not None:
            first, own = _described(inspect.getdoc(kind) or "")
            words |= own
    lines = [f"| `{f}` | {_type(t)} | {words.get(f, '')} |" for f, t in get_type_hints(row).items()]
    head = f"## {name}\n\n{first}\nWritten by [{notebook}](../notebooks/{notebook}.ipynb).\n"
    return "\n".join([head, "| column | is | |", "|---|---|---|", *lines, ""])


def _described(doc: str) -> tuple[str, dict[str, str]]:
    """The first paragraph of a docstring, and what it says of each column."""
    first, _, rest = doc.partition("\n\n")
    words: dict[str, str] = {}
    names: list[str] = []
    for line in rest.split("\n"):
        column = _COLUMN.match(line)
        if column:
            names = re.split(r", | \.\. ", column[1])
            words |= dict.fromkeys(names, column[2])
        elif line.startswith("  ") and names:
            words |= {n: f"{words[n]} {line.strip()}" for n in names}
        else:
            names = []
    return " ".join(first.split()), {n: w.replace("|", "or") for n, w in words.items()}


def _type(kind) -> str:
    """A type in plain words; a place or count that may be missing says so."""
    return _TYPES.get(kind, "whole number, may be missing")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "lib"))
    PAGE.write_text(page(), encoding="utf-8")
