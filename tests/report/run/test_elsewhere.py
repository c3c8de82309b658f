"""A notebook runs as others run notebooks, from any folder: nbconvert, papermill."""

import os
import shutil
import subprocess
import sys

import pandas as pd
import pytest

ARTICLES = 5  # of the seeds


@pytest.fixture
def project(root, tmp_path):
    """A copy of the first notebook and the seeds, in a folder with a space in its name."""
    folder = tmp_path / "a project"
    (folder / "notebooks").mkdir(parents=True)
    shutil.copy(root / "notebooks" / "1-ingest.ipynb", folder / "notebooks")
    shutil.copytree(root / "seeds", folder / "seeds")
    return folder


def run(root, tmp_path, *command) -> None:
    """Run a tool in a folder that is neither the notebook's nor the project's."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    own = dict.fromkeys(("JUPYTER_CONFIG_DIR", "IPYTHONDIR"), str(tmp_path / "settings"))
    given = os.environ | own | {"PYTHONPATH": str(root / "lib")}
    subprocess.run([sys.executable, "-m", *map(str, command)], cwd=elsewhere, env=given, check=True)


def test_nbconvert_runs_a_notebook_in_its_own_folder(root, project, tmp_path):
    options = ("--execute", "--to", "notebook", "--output-dir", tmp_path)
    run(root, tmp_path, "nbconvert", *options, project / "notebooks" / "1-ingest.ipynb")
    assert len(pd.read_parquet(project / "data" / "seeds" / "articles.parquet")) == ARTICLES


def test_papermill_runs_a_notebook_on_absolute_paths(root, project, tmp_path):
    places = ("-p", "corpus", project / "seeds", "-p", "data", tmp_path / "tables")
    source = project / "notebooks" / "1-ingest.ipynb"
    run(root, tmp_path, "papermill", "--no-progress-bar", source, tmp_path / "out.ipynb", *places)
    assert len(pd.read_parquet(tmp_path / "tables" / "articles.parquet")) == ARTICLES
    assert not (project / "data").exists()
