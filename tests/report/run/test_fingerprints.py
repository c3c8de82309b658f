"""Keys follow content: what a notebook says, reads and writes, not when it was saved."""

import json

from tellings.report.run import fingerprints


def notebook(path, *cells, outputs=()):
    path.write_text(
        json.dumps(
            {"cells": [{"cell_type": "code", "source": c, "outputs": outputs} for c in cells]}
        ),
        encoding="utf-8",
    )
    return path


READS = 'a = tables.read(f"{data}/articles.parquet", Article)'


def test_tables_read_and_written_are_seen(tmp_path):
    path = notebook(
        tmp_path / "4-claims.ipynb", READS, 'tables.write(x, f"{data}/pairs.parquet", P)'
    )
    assert fingerprints.tables(path) == ({"articles"}, {"pairs"})


def test_a_notebook_needs_those_that_write_what_it_reads(tmp_path):
    first = notebook(tmp_path / "1-a.ipynb", 'tables.write(a, f"{data}/articles.parquet", Article)')
    second = notebook(tmp_path / "2-b.ipynb", READS, 'tables.write(b, f"{data}/b.parquet", B)')
    assert fingerprints.needs([first, second]) == {"1-a": set(), "2-b": {"1-a"}}


def test_saved_outputs_do_not_change_the_key_but_a_word_does(tmp_path):
    plain = fingerprints.source(notebook(tmp_path / "a.ipynb", "x = 1"))
    run = fingerprints.source(notebook(tmp_path / "b.ipynb", "x = 1", outputs=["1"]))
    changed = fingerprints.source(notebook(tmp_path / "c.ipynb", "x = 2"))
    assert plain == run != changed


def test_a_file_counts_by_name_and_bytes(tmp_path):
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_bytes(b"same")
    assert fingerprints.digest(paths[:1]) == fingerprints.digest(paths[:1]) != fingerprints.digest(paths[1:])
