"""Notebook 1 on corpora that lack something: it runs to its end, or stops in one clear line."""

import json
import shutil

import pandas as pd
import pytest

from tellings import tables
from tellings.compare.ingest import reading
from tellings.tables import corpus as cut, files

PLAIN = "Harbour talks resume\n\nShip owners and dockers met in the harbour over night pay."


@pytest.fixture
def corpus(tmp_path, root):
    """A function that makes a folder of seeds (by their first three signs) and other files."""

    def make(*seeds, **others):
        for name in seeds:
            (path,) = (root / "seeds").glob(f"{name}_*.txt")
            shutil.copy(path, tmp_path)
        for name, data in others.items():
            (tmp_path / name.replace("__", ".")).write_bytes(data)
        return tmp_path

    return make


def run(root, monkeypatch, corpus, event=""):
    """Run the notebook's code cells; what each table it saved holds, by name."""
    data = made(corpus)
    given = {"corpus": str(corpus), "data": str(data), "event": event, "engine": "local"}
    cells = json.loads((root / "notebooks/1-ingest.ipynb").read_text(encoding="utf-8"))["cells"]
    monkeypatch.chdir(root / "notebooks")
    for cell in cells:
        if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", []):
            exec("".join(cell["source"]), given)
    return {p.stem: pd.read_parquet(p) for p in data.glob("*.parquet")}


def made(corpus):
    """The folder of a corpus's tables."""
    return corpus.with_name(f"{corpus.name}-made")


SAVED = {name for name, (_, _, by) in tables.CATALOGUE.items() if by == "1-ingest"}

# Seeds and other files of a corpus, its events.
CORPORA = {
    "one file": (("001",), {}, {"2024-04-18"}),
    "undated files": (("000", "002"), {}, {"undated-000"}),
    "one event": (("003", "004"), {}, {"2024-04-01"}),
    "two unlike texts": (("001",), {"plain__txt": PLAIN.encode()}, {"2024-04-18", "undated-plain"}),
    "a file that is no text": (("001",), {"x__txt": b"\x89PNG"}, {"2024-04-18"}),
    "a text without a body": ((), {"x__txt": b"Subscribe"}, {"undated-x"}),
}


@pytest.mark.parametrize("name", CORPORA)
def test_it_runs_to_its_end(root, monkeypatch, capsys, corpus, name):
    seeds, others, events = CORPORA[name]
    made = run(root, monkeypatch, corpus(*seeds, **others))
    assert set(made) == SAVED
    assert set(made["articles"]["event_id"]) == events
    assert capsys.readouterr().err == ""


def test_an_unknown_event_stops_in_one_line(root, monkeypatch, corpus):
    with pytest.raises(
        ValueError, match="^unknown event '2024-04-19'; this corpus has: 2024-04-18$"
    ):
        run(root, monkeypatch, corpus("001"), event="2024-04-19")


def test_an_event_narrows_the_page_and_not_the_tables(root, monkeypatch, capsys, corpus):
    made = run(root, monkeypatch, corpus("001", "003"), event="2024-04-01")
    assert len(made["articles"]) == 2
    assert "One article tells of one event" in capsys.readouterr().out


def test_corrections_have_the_last_word(root, monkeypatch, corpus):
    head = "subject,article_id,place,was,becomes,note\n"
    article = "001_ef031fa15cefe061"
    rows = f"line,{article},40,timestamp,notice,\narticle,{article},outlet,,Post,\n"
    rows += f"event,{article},,,talks,\n"
    made = run(root, monkeypatch, corpus("001", corrections__csv=(head + rows).encode()))
    lines, articles = made["lines"], made["articles"]
    assert lines.loc[lines["line"] == 40, "role"].tolist() == ["notice"]
    assert articles[["outlet", "outlet_status", "event_id", "telling"]].values.tolist() == [
        ["Post", "given", "talks", "Post"]
    ]
    assert articles["updated_status"].tolist() == ["absent"]
    assert len(made["corrections"]) == 3


DUTCH = """Oude pier gesloten

De oude pier in de haven is maandag gesloten nadat twaalf planken waren gebroken, zei burgemeester
Olga Brandt. Ongeveer 300 mensen hadden een brief aan de gemeente ondertekend in de haven.
"""


def several(corpus):
    """Articles of two events, one in Dutch, two prints of one text, a reject and corrections."""
    twin = {f"{name}__txt": PLAIN.encode() for name in ("plain", "again")}
    rows = "subject,article_id,place,was,becomes,note\nnaming,,harbour,dockers,,\n"
    others = {"corrections__csv": rows.encode(), "x__txt": b"\x89PNG", "dutch__txt": DUTCH.encode()}
    return corpus("000", "001", "002", "003", "004", **twin, **others)


@pytest.mark.parametrize("size", [1, 3])
def test_parts_of_any_size_make_the_same_tables(root, monkeypatch, corpus, size):
    texts = several(corpus)
    whole = run(root, monkeypatch, texts)
    assert [len(whole[name]) for name in ("captures", "articles", "set_aside")] == [8, 7, 1]
    assert whole["corrected_articles"]["changed"].tolist() == [2]
    monkeypatch.setattr(reading, "_AT_ONCE", size)
    monkeypatch.setattr(cut, "SIZE", size)
    monkeypatch.setattr(files, "_ROWS", 5 * size)
    for name, table in run(root, monkeypatch, texts).items():
        pd.testing.assert_frame_equal(table, whole[name], obj=name)


def test_rows_come_event_by_event_and_those_of_articles_set_aside_last(root, monkeypatch, corpus):
    saved = run(root, monkeypatch, several(corpus))
    articles = saved["articles"]
    assert articles["event_id"].is_monotonic_increasing and articles["event_id"].nunique() > 1
    order = [*articles["article_id"], *saved["set_aside"]["article_id"]]
    for name in ("captures", "lines", "sentences"):
        ids = list(saved[name]["article_id"].drop_duplicates())
        assert ids == [i for i in order if i in ids]


def test_it_leaves_nothing_but_its_tables(root, monkeypatch, corpus):
    saved = run(root, monkeypatch, texts := several(corpus))
    names = sorted(path.name for path in made(texts).iterdir())
    assert names == sorted(f"{name}.parquet" for name in saved)


def test_a_run_that_fails_leaves_the_tables_as_they_were(root, monkeypatch, corpus):
    before = run(root, monkeypatch, texts := corpus("001"))
    corpus("003")
    with pytest.raises(ValueError, match="unknown event"):
        run(root, monkeypatch, texts, event="none")
    after = {path.stem: pd.read_parquet(path) for path in made(texts).glob("*.parquet")}
    assert set(after) == set(before)
    assert all(after[name].equals(table) for name, table in before.items())
