"""Keys follow content: what a notebook says, reads and writes, not when it was saved."""

import json

import pytest

from tellings.report.run import fingerprints


def notebook(path, *cells, outputs=()):
    path.write_text(
        json.dumps(
            {"cells": [{"cell_type": "code", "source": c, "outputs": outputs} for c in cells]}
        ),
        encoding="utf-8",
    )
    return path


READS = "told = tables.open(data, event)\na = told.articles"


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("told = tables.open(data, event)\nx = told.claims", {"claims"}),
        ("t = tables.open(data)\nx, y = t.claims, t.quotes.head()", {"claims", "quotes"}),
        ('t = tables.open(data)\nx = getattr(t, "claims")', {"claims"}),
        ("t = tables.open(data)\nx = t.tellings", {"articles"}),
        ("t = tables.open(data)\nx = getattr(t, name)", {"*"}),
        ('tables.read(f"{data}/claims.parquet", Claim)', {"claims"}),
        ("tables.read(f'{data}/claims.parquet', Claim)", {"claims"}),
        ('path = data + "/claims.parquet"\nx = tables.read(path, Claim)', {"claims"}),
        ('x = pd.read_parquet(Path("..") / "claims.parquet")', {"claims"}),
        ('x = pd.read_parquet(f"{data}/{name}.parquet")', {"*"}),
        ('x = [*folder.glob("*.parquet")]', {"*"}),
        ('t = tables.open(data)\nt.gather(f(t.engine), "claims")', {"articles", "claims"}),
        ('t = tables.open(data)\nt.gather(f("x"), "claims")', {"articles", "claims"}),
        ('t = tables.open(data)\npage.table(t.parts(f, "claims"), "x")', {"articles", "claims"}),
        ('t = tables.open(data)\nx = t.rows("claims")', {"articles", "claims"}),
        ('t = tables.open(data)\nx = t.columns("claims", *ITS)', {"articles", "claims"}),
        ("t = tables.open(data)\nx = t.of(some).claims", {"claims"}),
        ("t = tables.open(data)\nmy = t.of(some)\nx = my.claims", {"claims"}),
        ("t = tables.drafts(data)\nmy = t.about(event)\nx = my.claims", {"claims"}),
        ("%matplotlib inline\nwhole = subcorpus.read(data, event)", {"*"}),
        ('x = claims.find(y)  # "claims.parquet"', set()),
    ],
)
def test_a_notebooks_reads_are_seen_however_they_are_spelt(tmp_path, code, read):
    assert fingerprints.tables(notebook(tmp_path / "4-a.ipynb", code)) == (read, set())


@pytest.mark.parametrize(
    "code",
    [
        'told = tables.open(data)\ntold.write("pairs", x)',
        'tables.write(x, f"{data}/pairs.parquet", Pair)',
        'path = f"{data}/pairs.parquet"\ntables.write(x, path, Pair)',
        'x.to_parquet(f"{data}/pairs.parquet")',
    ],
)
def test_a_notebooks_writes_are_seen_however_they_are_spelt(tmp_path, code):
    assert fingerprints.tables(notebook(tmp_path / "4-a.ipynb", code))[1] == {"pairs"}


def test_a_table_that_is_made_is_written_and_those_it_is_made_of_are_read(tmp_path):
    code = 'told = tables.open(data)\nof = ("claims", "quotes")\n'
    code += 'told.make(("pairs", "places"), f, *of)'
    read, written = fingerprints.tables(notebook(tmp_path / "4-a.ipynb", code))
    assert (read, written) == ({"articles", "claims", "quotes"}, {"pairs", "places"})


def test_one_that_may_read_anything_comes_after_those_before_it(tmp_path):
    first = notebook(tmp_path / "1-a.ipynb", 'tables.open(data).write("a", x)', READS)
    own = notebook(tmp_path / "8-own.ipynb", "x = sql.sql(data, query)")
    last = notebook(tmp_path / "9-b.ipynb", 'told = tables.open(data)\ntold.write("b", x)')
    assert fingerprints.needs([first, own, last])["8-own"] == set()
    told = notebook(tmp_path / "1-a.ipynb", READS, 'told.write("a", x)')
    assert fingerprints.needs([told, own, last]) == {
        "1-a": set(),
        "8-own": {"1-a"},
        "9-b": set(),
    }


def test_a_notebook_needs_those_that_write_what_it_reads(tmp_path):
    first = notebook(tmp_path / "1-a.ipynb", 'tables.write(a, f"{data}/articles.parquet", Article)')
    second = notebook(tmp_path / "2-b.ipynb", READS, 'told.write("b", b)')
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
    assert (
        fingerprints.digest(paths[:1])
        == fingerprints.digest(paths[:1])
        != fingerprints.digest(paths[1:])
    )


def test_giving_a_name_a_value_is_no_use_of_it(tmp_path):
    given = notebook(tmp_path / "a.ipynb", 'corpus = "../seeds"', "x = 1")
    used = notebook(tmp_path / "b.ipynb", 'corpus = "../seeds"', "x = files.captures(corpus)")
    assert not fingerprints.uses(given, "corpus") and fingerprints.uses(used, "corpus")
