"""Keys by content: what a notebook was made of, so that what has not changed is not made again.

Only the standard library: when nothing has changed, nothing heavy is imported.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

_TABLE = re.compile(r'tables\.(read|write)\([^"]*f"\{data\}/([\w-]+)\.parquet"')


def digest(paths: Iterable[Path], *words: str) -> str:
    """One digest of files (names and bytes) and words, in the order given."""
    key = hashlib.sha256()
    for path in paths:
        key.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for word in words:
        key.update(f"{word}\0".encode())
    return key.hexdigest()


def tables(notebook: Path) -> tuple[set[str], set[str]]:
    """The tables that a notebook reads, and those that it writes."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    source = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")
    found = _TABLE.findall(source)
    return tuple({name for verb, name in found if verb == wanted} for wanted in ("read", "write"))


def needs(notebooks: Iterable[Path]) -> dict[str, set[str]]:
    """For each notebook's name, the names of those whose tables it reads."""
    read, writer = {}, {}
    for notebook in notebooks:
        read[notebook.stem], written = tables(notebook)
        writer |= dict.fromkeys(written, notebook.stem)
    return {
        name: {writer[t] for t in wanted if t in writer} - {name} for name, wanted in read.items()
    }


def source(notebook: Path) -> str:
    """A digest of what the notebook says and does, whatever its saved outputs."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return digest([], *(c["cell_type"] + "".join(c["source"]) for c in cells))
