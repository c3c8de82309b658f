"""Applying corrections: what they change is run, nothing else, and the notebooks stay whole."""

import json
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat import v4

from tellings.report.lab import applying
from tellings.report.lab.parameters import DEFAULTS

FIRST = "\n".join(f"{name} = {value!r}" for name, value in DEFAULTS.items())
CELLS = {
    "1-read": """import pandas as pd
words = open(f"{corpus}/a.txt").read().split()
pd.DataFrame({"word": sorted(set(words))}).to_parquet(f"{data}/words.parquet")""",
    "2-count": """import pandas as pd
n = len(pd.read_parquet(f"{data}/words.parquet"))
pd.DataFrame({"n": [n]}).to_parquet(f"{data}/counts.parquet")
n""",
    "3-other": """import pandas as pd
len(pd.read_parquet(f"{data}/other.parquet"))""",
}


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A project of three notebooks, the third of which reads what no other writes; run once."""
    monkeypatch.delenv("TELLINGS_PARAMETERS", raising=False)
    for name in ("notebooks", "seeds", "data/seeds", "beside"):
        (tmp_path / name).mkdir(parents=True)
    for name, code in CELLS.items():
        first = v4.new_code_cell(FIRST, metadata={"tags": ["parameters"]})
        notebook = v4.new_notebook(cells=[first, v4.new_code_cell(code)])
        nbformat.write(notebook, tmp_path / "notebooks" / f"{name}.ipynb")
    (tmp_path / "seeds/a.txt").write_text("rain and rain")
    pd.DataFrame({"n": [1]}).to_parquet(tmp_path / "data/seeds/other.parquet")
    ran(tmp_path)
    return tmp_path


def ran(folder: Path, **given) -> list[str]:
    steps = applying.steps(folder / "notebooks", DEFAULTS | given, folder / "beside")
    return [step.running for step in steps]


def shown(folder: Path, name: str) -> str:
    cells = json.loads((folder / "notebooks" / f"{name}.ipynb").read_text())["cells"]
    return "".join("".join(o["data"]["text/plain"]) for c in cells for o in c["outputs"])


def test_only_what_reads_a_changed_table_is_run(folder):
    assert shown(folder, "2-count") == "2"
    assert ran(folder) == ["1-read", ""]  # the same words: nothing follows from them
    (folder / "seeds/a.txt").write_text("rain and snow")
    assert ran(folder) == ["1-read", "2-count", ""]
    assert (shown(folder, "2-count"), shown(folder, "3-other")) == ("3", "")
    assert {p.suffix for p in (folder / "notebooks").iterdir()} == {".ipynb"}


def test_a_notebook_that_asks_another_corpus_is_left_as_it_is(folder):
    (folder / "mine").mkdir()
    (folder / "mine/a.txt").write_text("one two three four")
    (folder / "data/mine").mkdir()
    before = shown(folder, "2-count")
    assert ran(folder, corpus="../mine", data="../data/mine")[-2:] == ["2-count", ""]
    assert shown(folder, "2-count") == before
    assert pd.read_parquet(folder / "data/mine/counts.parquet")["n"].tolist() == [4]


def test_a_notebook_that_fails_is_told_in_one_line(folder, capsys):
    (folder / "seeds/a.txt").unlink()
    before = shown(folder, "2-count")
    given = [f"--{name}={value}" for name, value in DEFAULTS.items()]
    where = [f"--notebooks={folder / 'notebooks'}", f"--beside={folder / 'beside'}"]
    assert applying.main([*given, *where]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("1-read.ipynb, cell") and told.err.count("\n") == 1
    assert json.loads(told.out)["running"] == "1-read"
    assert shown(folder, "2-count") == before
