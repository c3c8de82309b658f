"""What a notebook can reach: modules by import, lists by name, templates beside a module."""

import subprocess
import sys

import pytest

from tellings.report.run import reach


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "tellings"
    texts = {
        "__init__.py": "",
        "find/__init__.py": "from tellings.find.claims import (\n    find,\n)",
        "find/claims.py": "from tellings.lexicons import rows\nrows('units')",
        "find/other.py": "",
        "show/__init__.py": "",
        "show/page.py": "import tellings.find.other as other",
        "show/template/a.css": "",
        "lexicons/__init__.py": "",
        "lexicons/units.csv": "",
        "lexicons/verbs.csv": "",
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return reach.Library(folder), folder


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("import pandas as pd", []),
        ("from tellings import find", ["find/__init__.py", "find/claims.py", "lexicons/units.csv"]),
        ("from tellings.show import page as p", ["show/page.py", "show/template/a.css"]),
        ("x = rows('verbs')", ["lexicons/verbs.csv"]),
    ],
)
def test_code_reaches_what_it_imports_and_names(library, code, more):
    known, folder = library
    found = {str(path.relative_to(folder)) for path in known.reached(code)}
    assert set(more) <= found
    assert not any(n in found for n in ("find/other.py",) if "show" not in code)
    if "pandas" in code:
        assert not found


def test_nothing_that_the_library_imports_is_missed(root):
    """Set beside what Python itself has loaded after the imports of each notebook."""
    known = reach.Library(root / "lib" / "tellings")
    code = "from tellings.compare import claims\nfrom tellings.show import claims as show, page"
    loaded = "import sys; print(*(m for m in sys.modules if m.startswith('tellings')))"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{loaded}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=root / "lib",
    )
    files = {str(path.relative_to(root / "lib")) for path in known.reached(code)}
    for module in ran.stdout.split():
        name = module.replace(".", "/")
        assert {f"{name}.py", f"{name}/__init__.py"} & files, module


def test_a_module_of_one_notebook_is_reached_by_that_one_only(root):
    from tellings.report.run import fingerprints

    known = reach.Library(root / "lib" / "tellings")
    by = {
        n.stem: known.reached(fingerprints.code(n))
        for n in sorted((root / "notebooks").glob("[0-9]-*.ipynb"))
    }
    crosscheck = root / "lib/tellings/compare/readability/crosscheck.py"
    assert [name for name, files in by.items() if crosscheck in files] == ["5-readability"]
