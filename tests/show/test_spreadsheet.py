"""Tables as CSV: nothing runs in a spreadsheet, and all rows are where the link leads."""

import base64
import csv
import io
import json
import re

import pandas as pd
import pytest

from tellings.report.run import outputs
from tellings.show import page, spreadsheet


def rows(many: int) -> pd.DataFrame:
    return pd.DataFrame({"word": [f"w{n}" for n in range(many)], "n": range(many)})


def address(link: str) -> str:
    return re.search(r'href="([^"]*)"', link)[1]


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """The folder of a notebook that belongs to no report."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(spreadsheet.PLACE, raising=False)
    return tmp_path


@pytest.fixture
def report(tmp_path, monkeypatch):
    """The folder of a report whose notebook on numbers runs."""
    monkeypatch.setenv(spreadsheet.PLACE, outputs.where(tmp_path, tmp_path / "4-claims.ipynb"))
    return tmp_path


def test_a_spreadsheet_runs_nothing_of_it():
    table = pd.DataFrame(
        {
            "text": ["=1+1", "@a", "-b", "plain", "+49", "+3.5 %", "+1+A1"],
            "n": [-1, 2, 3, 4, 5, 6, 7],
        }
    )
    made = list(csv.DictReader(io.StringIO(spreadsheet.csv(table))))
    assert [r["text"] for r in made] == ["'=1+1", "'@a", "'-b", "plain", "+49", "+3.5 %", "'+1+A1"]
    assert [r["n"] for r in made] == ["-1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize("many", [0, 1, 5_000, 12_001])
def test_parts_make_the_same_file_as_the_whole(report, many):
    whole = rows(many)
    spreadsheet.link([whole], "whole")
    spreadsheet.link((whole.iloc[at : at + 700] for at in range(0, many + 1, 700)), "parts")
    made, parts = (report / "tables" / f"{name}.csv" for name in ("whole", "parts"))
    assert made.read_bytes() == parts.read_bytes()
    assert made.read_text(encoding="utf-8-sig") == whole.to_csv(index=False, lineterminator="\n")
    assert sorted(p.name for p in made.parent.iterdir()) == ["parts.csv", "whole.csv"]


def test_a_report_has_every_table_as_a_file_that_its_notebook_leads_to(report):
    link = spreadsheet.link([rows(2)], "claims")
    assert (report / "notebooks" / address(link)).resolve() == report / "tables" / "claims.csv"
    assert (report / "tables" / "claims.csv").read_bytes() == b"\xef\xbb\xbfword,n\nw0,0\nw1,1\n"


def test_an_event_has_tables_of_its_own(tmp_path, monkeypatch):
    notebook = tmp_path / "8-side-by-side.2024-04-18.ipynb"
    monkeypatch.setenv(spreadsheet.PLACE, outputs.where(tmp_path, notebook))
    assert address(spreadsheet.link([rows(2)], "facts")) == "../tables/2024-04-18/facts.csv"
    assert (tmp_path / "tables" / "2024-04-18" / "facts.csv").exists()


def test_alone_a_notebook_holds_what_is_small_and_leads_to_what_is_large(beside):
    small = spreadsheet.link([rows(100)], "small")
    coded = address(small).partition("base64,")[2]
    assert base64.b64decode(coded).decode("utf-8-sig") == spreadsheet.csv(rows(100))
    assert 'download="small.csv"' in small and not (beside / "tables").exists()
    large = address(spreadsheet.link([rows(100), rows(9_000)], "large"))
    assert (beside / large).read_text(encoding="utf-8-sig").count("\n") == 9_101


def test_the_tables_of_an_executed_notebook_are_known_by_what_it_shows(report, monkeypatch):
    shown = []
    monkeypatch.setattr(page, "display", lambda data, raw: shown.append({"data": data}))
    for name, many in (("b", 3), ("a", 0), ("", 2)):
        page.table(rows(many), "Words.", name=name)
    notebook = report / "4-claims.ipynb"
    notebook.write_text(json.dumps({"cells": [{"outputs": shown}]}), encoding="utf-8")
    assert outputs.tables(notebook) == ["tables/a.csv", "tables/b.csv"]
    assert all((report / name).exists() for name in outputs.tables(notebook))


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize(
    ("name", "first"), [("order", ["w1", "w4", "w2"]), (None, ["w0", "w1", "w2"])]
)
def test_the_first_rows_of_all_parts_come_first_where_they_have_an_order(size, name, first):
    whole = rows(5).set_index(pd.Index([9.5, 1, 3, 9.5, 1], name=name))
    found = spreadsheet.Rows((whole.iloc[at : at + size] for at in range(0, 5, size)), 3)
    assert [n for part in found for n in part["n"]] == [0, 1, 2, 3, 4]
    assert list(found.first["word"]) == first and found.many == 5
