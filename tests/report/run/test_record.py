"""The record of a report: whole or nothing, and never a word about files of others."""

import json

import pytest

from tellings.report.run import record
from tellings.report.run.record import Record

MADE = Record(
    *("of", "corpus", {"1-ingest": "k"}, "p"),
    *(["index.html"], ["lines.parquet"], [["2 of 3", "index.html"]]),
)


def test_what_was_written_is_read(tmp_path):
    record.write(tmp_path, MADE)
    assert record.read(tmp_path) == MADE
    assert [p.name for p in tmp_path.iterdir()] == [record.NAME]


DAMAGED = ["", "[]", "7", '{"1-ingest": "ab', "{}", '{"files": ["../thesis.txt"]}', "\0"]
WRONG = [
    {"files": "index.html"},
    {"files": [1]},
    {"tables": {}},
    {"keys": []},
    {"of": 7},
    {"said": [["a"]]},
]


@pytest.mark.parametrize("text", DAMAGED + [json.dumps(MADE._asdict() | w) for w in WRONG])
def test_a_damaged_record_says_nothing(tmp_path, text):
    record.path(tmp_path).write_text(text, encoding="utf-8")
    assert record.read(tmp_path) == record.begun()


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("index.html", True),
        ("articles/a.html", True),
        ("not/there/yet.html", True),
        ("../thesis.txt", False),
        ("articles/../../thesis.txt", False),
        ("/etc/hostname", False),
        ("away/x.html", False),
        ("", False),
        ("a\0", True),
    ],
)
def test_only_what_lies_below_the_folder_is_a_reports(tmp_path, name, inside):
    out = tmp_path / "out"
    out.mkdir()
    (out / "away").symlink_to(tmp_path)
    assert (record.below(out, name) is not None) == inside
