"""`make lab CORPUS=...`: its notebooks ask that corpus, and JupyterLab stays on this computer."""

import json
import os
from pathlib import Path

import pytest
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from tellings.report.lab import __main__ as lab
from tellings.report.lab.parameters import DEFAULTS
from tellings.report.run import place


def parameters_cell(root) -> str:
    cells = json.loads((root / "notebooks/1-ingest.ipynb").read_text(encoding="utf-8"))["cells"]
    tagged = (c for c in cells if "parameters" in c["metadata"].get("tags", []))
    return "".join(next(tagged)["source"])


@pytest.fixture
def kernel(monkeypatch):
    """A function that starts a kernel as JupyterLab does, and one that runs code in it."""
    started = []

    def start(**given):
        for name, value in lab.surroundings(given).items():
            monkeypatch.setenv(name, value)
        manager = KernelManager(kernel_spec_manager=KernelSpecManager(), kernel_name="python3")
        manager.start_kernel(env=os.environ.copy())
        client = manager.blocking_client()
        started.append((manager, client))
        client.start_channels()
        client.wait_for_ready(timeout=60)

        def run(code: str) -> str:
            said = []
            client.execute_interactive(
                code,
                timeout=60,
                output_hook=lambda m: said.append(m["content"].get("text", "")),
            )
            return "".join(said)

        return run

    yield start
    for manager, client in started:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_a_notebook_asks_the_corpus_that_was_given(kernel, root):
    run = kernel(corpus="../my texts", data="../data/my texts")
    assert run(parameters_cell(root)) == (
        "From make lab: corpus = '../my texts', data = '../data/my texts'\n"
    )
    assert run("print(corpus, data, event, engine)") == "../my texts ../data/my texts  local\n"
    own = parameters_cell(root).replace("../seeds", "../mine")
    assert run(f"{own}\nprint(corpus)") == "../mine\n"
    assert run('corpus = "../seeds"\nprint(corpus)') == "../seeds\n"


def test_without_a_corpus_the_notebooks_keep_their_defaults(kernel, root):
    run = kernel()
    assert run(parameters_cell(root)) == ""
    assert run("print(corpus)") == f"{DEFAULTS['corpus']}\n"


def test_jupyterlab_stays_on_this_computer_and_sees_notebooks_and_corpus(root, tmp_path):
    given = lab.command(tmp_path)
    options = dict(o.removeprefix("--").split("=", 1) for o in given if "=" in o)
    assert options["ServerApp.ip"] == "127.0.0.1"
    seen = options["ServerApp.root_dir"]
    assert os.path.commonpath([seen, tmp_path]) == seen == os.path.commonpath([seen, root])
    tour = options["LabApp.default_url"].removeprefix("/lab/tree/")
    assert (Path(seen) / tour).samefile(root / "notebooks" / "README.md")


@pytest.mark.parametrize("user, screen", [(0, ""), (1000, ":0")])
def test_as_root_and_without_a_screen_it_starts_too(user, screen, monkeypatch, root):
    monkeypatch.setattr(lab.os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(lab.sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", screen) if screen else monkeypatch.delenv("DISPLAY", False)
    given = lab.command(root / "seeds")
    assert ("--allow-root" in given) == (user == 0)
    assert ("--no-browser" in given) == (not screen)


def test_a_corpus_that_is_not_there_is_told_in_one_line(capsys):
    assert lab.main(["no such folder"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("make lab: ") and said.count("\n") == 1


def test_the_parameters_of_a_corpus_are_those_of_its_report(root):
    assert place.job(root / "seeds", "", "").parameters == {}
