"""Executed notebooks, as pages read them.

Not by nbformat: the run that wrote them has checked them, and to load it and check them again in
another process takes longer than all else that is done with them there.
"""

import json
from pathlib import Path


def read(path: Path) -> dict:
    """A notebook as its file has it, each text in one piece that the file has line by line."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        _whole(cell, "source")
        for output in cell.get("outputs", []):
            _whole(output, "text")
            data = output.get("data", {})
            for kind in data:
                if not kind.endswith("json"):  # there a list is a list
                    _whole(data, kind)
    return notebook


def _whole(held: dict, name: str) -> None:
    """Put the lines that stand under a name together."""
    if isinstance(held.get(name), list):
        held[name] = "".join(held[name])
