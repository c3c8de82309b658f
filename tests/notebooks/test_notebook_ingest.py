"""Notebook 1 on corpora that lack something: it runs to its end, or stops in one clear line."""

import json
import shutil

import pandas as pd
import pytest

from tellings import tables

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
    data = corpus / "made"
    given = {"corpus": str(corpus), "data": str(data), "event": event, "engine": "local"}
    cells = json.loads((root / "notebooks/1-ingest.ipynb").read_text(encoding="utf-8"))["cells"]
    monkeypatch.chdir(root / "notebooks")
    for cell in cells:
        if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", []):
            exec("".join(cell["source"]), given)
    return {p.stem: pd.read_parquet(p) for p in data.glob("*.parquet")}


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
