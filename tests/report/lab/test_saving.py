"""A notebook is saved without widgets that a table stands for, and otherwise as it is."""

import copy

import pytest

from tellings.report.lab import saving

WIDGET = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}}
TABLE = {"text/html": "<table></table>", "text/plain": "n"}


def notebook(data: dict) -> dict:
    cells = [{"outputs": [{"data": data}, {"name": "stdout", "text": "x"}]}, {"source": "# Title"}]
    return {"type": "notebook", "content": {"cells": cells}}


@pytest.mark.parametrize(
    "before, after",
    [
        (WIDGET | TABLE, TABLE),
        (TABLE, TABLE),
        (WIDGET, WIDGET),
        ({"text/plain": "bar"} | WIDGET,) * 2,
    ],
)
def test_what_a_table_stands_for_is_left_out(before, after):
    model = notebook(dict(before))
    saving.still(model, path="x.ipynb")
    assert model == notebook(after)


def test_a_file_that_is_no_notebook_is_left_alone():
    model = {"type": "file", "content": "cells"}
    before = copy.deepcopy(model)
    saving.still(model)
    assert model == before
