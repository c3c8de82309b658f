"""The house keeps its own rules: floors, lists with sources, notebooks as essays, the locks."""

import ast
import csv
import importlib.util
import json
import re
import subprocess
import tomllib
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LIBRARY = ROOT / "lib" / "tellings"
FLOORS = ["lexicons", "text", "read", "find", "compare", "show", "report"]
MODULES = sorted(LIBRARY.rglob("*.py"))
LEXICONS = sorted((LIBRARY / "lexicons").glob("*.csv"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
PARAMETERS = ['corpus = "../seeds"', 'data = "../data/seeds"', 'event = ""', 'engine = "local"']


def imported(module: Path) -> set[str]:
    """The tellings modules that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{a.name}" for a in node.names}
        if isinstance(node, ast.Import):
            names |= {a.name for a in node.names}
    return names


def floor(name: str) -> int:
    """How high a module stands; -1 where it knows no subject (tables, parallel)."""
    parts = name.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 and parts[1] in FLOORS else -1


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(LIBRARY)))
def test_imports_point_left_or_down(module):
    own = floor("tellings." + ".".join(module.relative_to(LIBRARY).with_suffix("").parts))
    ours = {n for n in imported(module) if n.split(".")[0] == "tellings"}
    assert [n for n in ours if floor(n) > own] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(LIBRARY)))
def test_reading_and_finding_know_no_table_and_no_network(module):
    place = module.relative_to(LIBRARY).parts
    disk = place[0] == "read" and place[1] in ("files", "formats")
    if place[0] in ("text", "read", "find") and not disk:
        heavy = {"pandas", "numpy", "pathlib", "os", "socket", "urllib", "requests"}
        assert {n.split(".")[0] for n in imported(module)} & heavy == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(LIBRARY)))
def test_a_room_of_finding_imports_no_other_room(module):
    place = module.relative_to(LIBRARY).with_suffix("").parts
    if place[0] == "find":
        rooms = {".".join(name.split(".")[:3]) for name in imported(module)}
        own = ".".join(["tellings", *place[:2]])
        assert {r for r in rooms if r.startswith("tellings.find.")} - {own} == set()


def test_the_rooms_of_comparing_go_round_in_no_circle():
    rooms: dict[str, set[str]] = {}
    for module in (LIBRARY / "compare").rglob("*.py"):
        own = module.relative_to(LIBRARY / "compare").with_suffix("").parts[0]
        names = {n.split(".")[2] for n in imported(module) if n.startswith("tellings.compare.")}
        rooms.setdefault(own, set()).update(names - {own})
    assert list(TopologicalSorter(rooms).static_order())


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(LIBRARY)))
def test_a_module_can_be_read_in_one_sitting(module):
    text = module.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    assert text.count("\n") <= 300
    assert [f.name for f in functions if f.end_lineno - f.lineno >= 40] == []


@pytest.mark.parametrize("room", sorted({m.parent for m in MODULES}), ids=lambda p: p.name)
def test_a_room_says_what_it_holds_and_defines_nothing(room):
    face = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(face)
    if room.parent != LIBRARY and room != LIBRARY:
        kinds = (ast.FunctionDef, ast.ClassDef)
        assert [n.name for n in ast.walk(face) if isinstance(n, kinds)] == []


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda p: p.stem)
def test_every_row_of_a_list_has_a_source(lexicon):
    with lexicon.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert [r for r in rows if not r.get("source") or None in r or None in r.values()] == []


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda p: p.stem)
def test_the_lists_readme_names_every_list(lexicon):
    readme = LIBRARY / "lexicons" / "README.md"
    assert f"`{lexicon.name}`" in readme.read_text(encoding="utf-8")


def cells(notebook: Path, kind: str) -> list[dict]:
    found = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [c for c in found if c["cell_type"] == kind]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_was_run_in_order_and_shows_what_it_made(notebook):
    code = cells(notebook, "code")
    assert [c["execution_count"] for c in code] == list(range(1, len(code) + 1))
    assert any(c["outputs"] for c in code)
    streams = [o for c in code for o in c["outputs"] if o["output_type"] in ("stream", "error")]
    assert streams == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_is_an_essay_of_calls(notebook):
    code = ["".join(c["source"]) for c in cells(notebook, "code")]
    lengths = sorted(c.count("\n") + 1 for c in code)
    assert lengths[len(lengths) // 2] <= 3
    assert lengths[-1] <= 8
    assert [c for c in code if re.search(r"^\s*(def|for|if|while|import re)\b", c, re.M)] == []
    assert [c for c in code if c.rstrip().endswith(";")] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_asks_for_tables_by_name_and_names_no_path(notebook):
    code = "\n".join("".join(c["source"]) for c in cells(notebook, "code"))
    assert re.findall(r"\w+\.parquet|tables\.(?:read|write)\(", code) == []


def test_the_catalogue_knows_who_writes_each_table():
    from tellings import tables
    from tellings.report.run import fingerprints

    numbered = [n for n in NOTEBOOKS if n.stem[0].isdigit()]
    written = {t: n.stem for n in numbered for t in fingerprints.tables(n)[1]}
    assert written == {name: by for name, (_, _, by) in tables.CATALOGUE.items()}


@pytest.mark.parametrize("notebook", [n for n in NOTEBOOKS if n.stem[0].isdigit()], ids=str)
def test_a_notebook_asks_takes_parameters_and_finds(notebook):
    first = "".join(cells(notebook, "markdown")[0]["source"])
    title = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]["title"]
    assert first.startswith(f"# {title}") and title.endswith("?")
    tagged = {
        tag: "".join(c["source"])
        for c in cells(notebook, "code")
        for tag in c["metadata"].get("tags", [])
    }
    assert tagged["parameters"].splitlines()[:4] == PARAMETERS
    assert "page.finding(" in tagged["finding"]


def test_the_data_dictionary_says_what_the_row_types_say():
    spec = importlib.util.spec_from_file_location("page", ROOT / "scripts" / "build_tables_page.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert made.PAGE.read_text(encoding="utf-8") == made.page(), "run: make docs"


def test_the_readme_names_every_table():
    from tellings import tables

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in tables.CATALOGUE if f"`{name}`" not in readme] == []


def packages(lock: str) -> set[str]:
    return {
        re.split(r"[=<>!~ \[;]", line)[0].lower()
        for line in lock.splitlines()
        if line[:1].isalpha()
    }


def pins(lock: str) -> set[str]:
    return {line for line in lock.splitlines() if line[:1].isalpha()}


def test_the_locks_hold_what_pyproject_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = packages("\n".join(project["dependencies"]))
    tools = packages("\n".join(project["optional-dependencies"]["dev"]))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert needed - packages(lock) == set()
    assert packages(lock) & {"playwright", "hypothesis", "ruff", "mypy"} == set()
    assert "textstat==0.7.8 " in lock
    with_tools = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    assert tools - packages(with_tools) == set()
    assert pins(lock) - pins(with_tools) == set()


def test_conda_users_get_the_same_lock():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert "name: tellings" in text and "- -r requirements.lock" in text


def test_no_tracked_file_names_a_machines_path():
    try:
        names = subprocess.run(
            ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split("\n")
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    foreign = re.compile(r"(?<![\w./*])/(?:home|Users|root|tmp|work)/[A-Za-z]")
    own = Path(__file__).name
    read = [n for n in names if n and not n.startswith("seeds/") and not n.endswith(".png")]
    texts = [n for n in read if not n.endswith(own)]
    assert [n for n in texts if foreign.search((ROOT / n).read_text(encoding="utf-8"))] == []
