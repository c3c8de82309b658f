"""Tables that a notebook writes for people: a CSV each, which lies in the report beside it.

Only the standard library: when nothing has changed, nothing heavy is imported.
"""

import json
import re
from pathlib import Path

PLACE = "TELLINGS_TABLES"  # the variable that show.spreadsheet reads
# The name of a table in the HTML of an output, as the notebook's JSON has it.
_NAME = re.compile(r'data-table=\\"([^"\\]+)\\"')


def tables(notebook: Path) -> list[str]:
    """The files of the tables of an executed notebook, from the folder of its report."""
    names = set(_NAME.findall(notebook.read_text(encoding="utf-8")))
    return [f"{_folder(notebook)}/{name}.csv" for name in sorted(names)]


def _folder(notebook: Path) -> str:
    """The folder for the tables of a notebook; one run for an event has one of its own.

    >>> _folder(Path("4-claims.ipynb")), _folder(Path("8-side-by-side.2024-04-18.ipynb"))
    ('tables', 'tables/2024-04-18')
    """
    event = notebook.stem.partition(".")[2]
    return f"tables/{event}" if event else "tables"


def where(out: Path, notebook: Path) -> str:
    """Where the kernel of a notebook writes its tables, as show.spreadsheet is told it.

    out  the folder of the report
    """
    folder = _folder(notebook)
    return json.dumps({"folder": str(out.resolve() / folder), "address": f"../{folder}"})
