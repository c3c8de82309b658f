"""Executed notebooks are read as nbformat reads them, without it."""

import subprocess
import sys

import nbformat
from nbformat import v4

from tellings.report.pages import execution

VIEW = "application/vnd.jupyter.widget-view+json"


def test_a_notebook_is_read_as_nbformat_reads_it(tmp_path):
    shown = {"text/html": "<p>\n\u201cé\u201d</p>\n", "image/svg+xml": "<svg>\n</svg>"}
    outputs = [
        v4.new_output("display_data", data=shown | {VIEW: {"model_id": "a"}}),
        v4.new_output("execute_result", data={"application/json": ["a", "b"], "text/plain": "1"}),
        v4.new_output("stream", text="a\nb\n"),
    ]
    cells = [v4.new_markdown_cell("# A\n\nb"), v4.new_code_cell("x\ny", outputs=outputs)]
    path = tmp_path / "made.ipynb"
    nbformat.write(v4.new_notebook(cells=[*cells, v4.new_code_cell("")]), path)
    assert execution.read(path) == nbformat.read(path, 4)


def test_pages_are_made_without_nbformat():
    code = "import sys; from tellings.report.pages import site; print('nbformat' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
