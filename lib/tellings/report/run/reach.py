"""What code can reach: Python in, the files of the library that running it may read out.

Found in the text of the modules, not by running them: an import or the name of a list in a comment
counts too, so that too much may be run anew, never too little. Only the standard library.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_IMPORT = re.compile(
    r"\bfrom\s+(?P<of>tellings[\w.]*)\s+import\s+(?P<names>\([^)]*\)|[^\n;]*)"
    r"|\bimport\s+(?P<whole>tellings[^\n;]*)"
)
_NAME = re.compile(r"[A-Za-z_]\w*")
_MODULE = re.compile(r"tellings[\w.]*")
_WORD = re.compile(r"""(["'])(\w+)\1""")


class Library:
    """The modules of the library, with what each imports and which word lists it names."""

    def __init__(self, folder: Path):
        """folder: the package `tellings`."""
        self._files: dict[str, Path] = {}
        for path in folder.rglob("*.py"):
            parts = (folder.name, *path.relative_to(folder).with_suffix("").parts)
            self._files[".".join(parts).removesuffix(".__init__")] = path
        self._lists = {path.stem: path for path in (folder / "lexicons").glob("*.csv")}
        self._beside: dict[Path, list[Path]] = {}
        for path in folder.rglob("template/*"):
            self._beside.setdefault(path.parent.parent, []).append(path)
        self._known: dict[str, tuple[set[str], set[str]]] = {}

    def reached(self, code: str, modules: Iterable[str] = ()) -> list[Path]:
        """The files that code and these modules can reach, in order.

        Modules by their imports, those of the packages above them among them; the lists that a
        reached module, or the code, names; templates that lie beside a reached module.
        """
        imports, lists = self._of(code)
        waiting, found = [*modules, *imports], set[str]()
        while waiting:
            module = waiting.pop()
            if module not in found:
                found.add(module)
                more, named = self._read(module)
                waiting += more - found
                lists |= named
        paths = {self._files[module] for module in found}
        beside = {p for path in paths for p in self._beside.get(path.parent, ())}
        return sorted(paths | beside | {self._lists[name] for name in lists})

    def _read(self, module: str) -> tuple[set[str], set[str]]:
        """What a module imports, and the lists that it names."""
        if module not in self._known:
            self._known[module] = self._of(self._files[module].read_text(encoding="utf-8"))
        return self._known[module]

    def _of(self, code: str) -> tuple[set[str], set[str]]:
        """The modules that code imports, and the lists that it names."""
        asked = {name for found in _IMPORT.finditer(code) for name in _asked(found)}
        modules = {above for name in asked for above in _above(name) if above in self._files}
        words = {word for _, word in _WORD.findall(code)}
        return modules, words & self._lists.keys()


def _asked(found: re.Match) -> Iterator[str]:
    """The full names of what an import may mean: "from tellings.show import page" two."""
    if found["whole"]:
        yield from _MODULE.findall(found["whole"])
        return
    yield found["of"]
    yield from (f"{found['of']}.{name}" for name in _NAME.findall(found["names"]))


def _above(name: str) -> Iterator[str]:
    """The name and those of the packages above it, which are imported before it."""
    parts = name.split(".")
    yield from (".".join(parts[:n]) for n in range(1, len(parts) + 1))
