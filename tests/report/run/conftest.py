"""A small checkout: the library and its first notebook, so that a report takes seconds."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tellings.report.run.place import Job

ROOT = Path(__file__).resolve().parents[3]
TEXT = """Bridge at Port Ellery closed

April 18, 2024

Inspectors closed the Marsh Road bridge on Thursday after a crack was found; 12 people were hurt.

"We could not leave it open," said Ruth Okafor, the chief engineer.
"""


class Checkout:
    """A copy of the project that holds only the notebooks asked for."""

    def __init__(self, root: Path):
        self.root = root

    def command(self, corpus, *options) -> list[str]:
        return [sys.executable, "-m", "tellings.report", *map(str, [*options, "--", corpus])]

    @property
    def env(self) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": str(self.root / "lib")}

    def make(self, corpus, *options) -> subprocess.CompletedProcess:
        """Run the command of `make report`."""
        command = self.command(corpus, *options)
        return subprocess.run(command, cwd=self.root, env=self.env, capture_output=True, text=True)

    def start(self, corpus, *options) -> subprocess.Popen:
        """Begin a run; its words are thrown away but for those on stderr."""
        command = self.command(corpus, *options)
        return subprocess.Popen(
            command,
            cwd=self.root,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )


@pytest.fixture(scope="session")
def checkout(tmp_path_factory) -> Checkout:
    root = tmp_path_factory.mktemp("checkout")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "lib", root / "lib", ignore=ignored)
    (root / "notebooks").mkdir()
    for name in ("requirements.lock", "notebooks/1-ingest.ipynb"):
        shutil.copy(ROOT / name, root / name)
    return Checkout(root)


@pytest.fixture
def corpus(tmp_path) -> Path:
    """A corpus folder of two texts."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(TEXT.replace("12", str(ord(name))), encoding="utf-8")
    return folder


@pytest.fixture
def job(tmp_path) -> Job:
    """A job whose folders are not there yet."""
    out = tmp_path / "out"
    return Job("corpus", tmp_path / "corpus", "", out / "data", out, "of")
