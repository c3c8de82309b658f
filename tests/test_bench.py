"""The bench: corpora that are the same each time, stages as the notebooks have them, gates."""

import json

import pytest
from bench import corpus, page, stages
from bench.cases import CASES, Case
from bench.measures import Stage

from tellings.report.run import fingerprints


def test_a_corpus_is_the_same_each_time_and_its_events_are_not(tmp_path):
    corpus.write(12, tmp_path / "a")
    corpus.write(12, tmp_path / "b")
    made = {f.name: f.read_bytes() for f in (tmp_path / "a").iterdir()}
    assert len(made) == 13
    assert made == {f.name: f.read_bytes() for f in (tmp_path / "b").iterdir()}
    assert len(set(made.values())) == 13


def test_texts_are_cut_where_growth_is_measured():
    assert all(len(told.text.split()) < 200 for told in corpus.tellings(8, 60))


def test_every_statement_of_a_notebook_is_a_stage(root):
    notebook = root / "notebooks" / "3-quotes.ipynb"
    source = " ".join(fingerprints.code(notebook).split())
    first, *names = [name for name, _ in stages._statements(notebook)]
    assert first == "parameters" and names and all(name in source for name in names)


@pytest.mark.parametrize(
    ("most", "value", "words"),
    [
        (True, 1.0, "reaches the goal"),
        (True, 1.5, "short of the goal"),
        (True, 2.5, "misses the gate"),
        (False, 2.5, "reaches the goal"),
        (False, 1.5, "misses the gate"),
    ],
)
def test_a_case_says_what_its_figure_is_to_goal_and_gate(most, value, words):
    case = Case("c", "times", float, 1.2, 2.0, most)
    assert page.state(case, value) == words


def test_each_goal_is_at_least_as_hard_as_its_gate():
    assert all(case.holds(case.goal, case.gate) for case in CASES)


def test_what_was_measured_is_written_for_machines_and_people(tmp_path):
    stage = Stage("1-ingest  x = y", [0.5, 2.0], 1.02)
    made = page.write(tmp_path, [(CASES[0], 50.0)], {"lines": 3.0}, [stage], (1, 4))
    told = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert told["cases"][CASES[0].name]["value"] == 50.0 and told["machine"]["load"]
    text = made.read_text(encoding="utf-8")
    assert "1.02" in text and "<svg" in text and "reaches the goal" in text
