"""Keys by content: what a notebook was made of, so that what has not changed is not made again.

Only the standard library: when nothing has changed, nothing heavy is imported.
"""

import ast
import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

# The name of a table where words of code hold it: "claims.parquet", f"{data}/claims.parquet".
_FILE = re.compile(r"([\w*-]*)\.parquet")
_WRITERS = ("write", "make", "to_parquet", "write_table")
# Methods of Tables that are told what to read by name, and what they are told before it.
_MAKERS = {"make": 2, "parts": 1, "gather": 1, "rows": 0, "columns": 0}
_SOME = ("of", "of_events", "about")  # those that give the same tables with fewer rows
_OPENERS = ("open", "drafts")
_VIEWS = {"tellings": "articles"}  # see tables.catalogue, which imports more


def digest(paths: Iterable[Path], *words: str) -> str:
    """One digest of files (names and bytes) and words, in the order given."""
    key = hashlib.sha256()
    for path in paths:
        key.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    for word in words:
        key.update(f"{word}\0".encode())
    return key.hexdigest()


def folder(path: Path) -> str:
    """One digest of all that lies in a folder and below it, hidden files apart: names and bytes.

    What cannot be opened counts by its name and by why.
    """
    found = []
    for inside, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(inside, n) for n in (*names, *folders) if not n.startswith(".")]
    key = hashlib.sha256()
    for file in sorted(found):
        key.update(os.fsencode(file.relative_to(path)) + b"\0" + _content(file))
    return key.hexdigest()


def _content(file: Path) -> bytes:
    """A digest of a file's bytes; for what is none, or cannot be opened, what it is."""
    try:
        if file.is_symlink():
            return os.fsencode(file.readlink())
        if not file.is_file():
            return b"no file"
        return hashlib.sha256(file.read_bytes()).digest()
    except OSError as error:
        return str(error.strerror).encode()


def tables(notebook: Path) -> tuple[set[str], set[str]]:
    """The tables that a notebook reads, and those that it writes, by its syntax tree.

    Read are `told.claims` and getattr(told, "claims") of a name given by tables.open() or drafts(),
    the names behind the function in `told.make("checks", checks, "claims")`, and every
    claims.parquet in the words of the code; "*", all that are there, for a name that is computed
    and where the folder itself is handed on (subcorpus.read(data)). Written are
    `told.write("claims", …)`, what `told.make` makes, and the files handed to a writer.
    """
    code = _Code(notebook)
    writers = [call for call in code.calls if _called(call) in _WRITERS]
    given = (call for call in writers if _called(call) != "make")
    handed = {id(part) for call in given for part in ast.walk(call)}
    written = {name for call in writers for name in code.written(call)}
    read = {name for part in code.parts if id(part) not in handed for name in code.read(part)}
    return {_VIEWS.get(name, name) for name in read}, written - {"*"}


def needs(notebooks: Iterable[Path]) -> dict[str, set[str]]:
    """For each notebook's name, the names of those whose tables it reads.

    One that may read any table needs those that come before it.
    """
    read, writer = {}, {}
    for notebook in notebooks:
        read[notebook.stem], written = tables(notebook)
        writer |= dict.fromkeys(written, notebook.stem)
    found = {}
    for name, wanted in read.items():
        before = {other for other in writer.values() if other < name} if "*" in wanted else set()
        found[name] = (before | {writer[t] for t in wanted & writer.keys()}) - {name}
    return found


def source(notebook: Path) -> str:
    """A digest of what the notebook says and does, whatever its saved outputs."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return digest([], *(c["cell_type"] + "".join(c["source"]) for c in cells))


def code(notebook: Path) -> str:
    """The text of the notebook's code cells, one after another."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "code")


def uses(notebook: Path, name: str) -> bool:
    """Whether the code asks for the value of a name, beyond giving it one."""
    loads = (n for n in ast.walk(_tree(notebook)) if isinstance(n, ast.Name))
    return any(n.id == name and isinstance(n.ctx, ast.Load) for n in loads)


# --- the syntax tree ------------------------------------------------------------------------------


class _Code:
    """A notebook's code as a tree, and which names stand for tables or for a file of one."""

    def __init__(self, notebook: Path):
        self.parts = list(ast.walk(_tree(notebook)))
        self.calls = [part for part in self.parts if isinstance(part, ast.Call)]
        self.opened, self.paths, self.lists = set(), {}, {}
        for part in self.parts:
            if isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
                name = part.targets[0].id
                self.paths[name] = _files(part.value)
                self.lists[name] = (
                    _texts(part.value) if isinstance(part.value, ast.Tuple) else set()
                )
                if _called(part.value) in _OPENERS or self._opened(part.value):
                    self.opened.add(name)

    def read(self, part: ast.AST) -> set[str]:
        """The tables that one part asks for by itself."""
        if isinstance(part, ast.Constant):
            return _files(part)
        if isinstance(part, ast.Attribute) and self._opened(part.value):
            return {part.attr} - {"engine", "write", *_SOME, *_MAKERS}
        if not isinstance(part, ast.Call):
            return set()
        if _called(part) in _MAKERS and self._opened(getattr(part.func, "value", None)):
            told = part.args[_MAKERS[_called(part)] :]
            return self._names(told) | {"articles"}  # by which it is cut in parts
        given = [getattr(argument, "id", "") for argument in part.args]
        if _called(part) == "getattr" and given and given[0] in self.opened:
            name = part.args[1]
            return {str(name.value)} if isinstance(name, ast.Constant) else {"*"}
        return {"*"} if "data" in given and _called(part) not in _OPENERS else set()

    def written(self, call: ast.Call) -> set[str]:
        """The tables that a call of a writer writes."""
        if self._opened(getattr(call.func, "value", None)):
            return self._names(call.args[:1])
        names = [part.id for part in ast.walk(call) if isinstance(part, ast.Name)]
        return _files(call).union(*(self.paths.get(name, set()) for name in names))

    def _names(self, given: list[ast.expr]) -> set[str]:
        """The texts that are given, also those in a tuple that has a name."""
        parts = [part for one in given for part in ast.walk(one)]
        named = (self.lists.get(part.id, set()) for part in parts if isinstance(part, ast.Name))
        return set().union(*map(_texts, given), *named)

    def _opened(self, part: ast.AST | None) -> bool:
        """Whether it stands for opened tables: told, told.of(some)."""
        if _called(part) in _SOME:
            part = getattr(part.func, "value", None)
        return getattr(part, "id", "") in self.opened


def _texts(node: ast.AST) -> set[str]:
    """The texts that stand in a part of the code."""
    return {str(part.value) for part in ast.walk(node) if isinstance(part, ast.Constant)}


def _tree(notebook: Path) -> ast.Module:
    """The notebook's code; lines for IPython (%magic) and cells that are no Python left out."""
    body = []
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            lines = "".join(cell["source"]).split("\n")
            plain = ["" if line.lstrip()[:1] in ("%", "!", "?") else line for line in lines]
            with contextlib.suppress(SyntaxError):  # the notebook says so itself when it runs
                body += ast.parse("\n".join(plain)).body
    return ast.Module(body, [])


def _called(node: ast.AST) -> str:
    """The last name of what a call calls: "open" of tables.open(data); "" for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _files(node: ast.AST) -> set[str]:
    """The tables whose files the texts in a part name; "*" where the name is computed."""
    texts = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
    names = {name for text in texts if isinstance(text, str) for name in _FILE.findall(text)}
    return {"*" if not name or "*" in name else name for name in names}
