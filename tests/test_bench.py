"""The bench: corpora that are the same each time, stages as the notebooks have them, gates."""

import json
import math
import sys

import pandas as pd
import pytest
from bench import corpus, growth, keeping, page, stages
from bench.cases import LARGE, USUAL, Case
from bench.growth import Ground, Stage
from bench.machine import Watch
from bench.pace import Look, Pace
from bench.used import Used, used

from tellings.parallel import each
from tellings.read.lines import Line, classify
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


@pytest.mark.parametrize("cases", [USUAL, LARGE])
def test_each_goal_is_at_least_as_hard_as_its_gate(cases):
    assert all(case.holds(case.goal, case.gate) for case in cases)
    assert len({case.name for case in cases}) == len(cases)


def test_growth_is_told_by_stage_and_memory_by_notebook(monkeypatch):
    said = {10: (1.0, 90.0), 100: (10.0, 120.0), 1_000: (200.0, 130.0)}

    def staged(size, words):
        seconds, megabytes = said[size]
        stages = {"1-ingest  x = y": (seconds, megabytes, seconds * 100)}
        return {"characters": 50, "stages": stages}

    monkeypatch.setattr(growth, "_staged", staged)
    ground = Ground((10, 100, 1_000), 5)
    (stage,) = growth.stages(ground)
    assert stage.seconds == [1.0, 10.0, 200.0] and stage.passes == 400
    assert stage.exponent == pytest.approx(math.log10(200) / 2)
    assert stage.latest == pytest.approx(math.log10(20))
    assert growth.memory(ground) == {"1-ingest": [90.0, 120.0, 130.0]}
    assert growth.peak(ground, 100) == 120.0


def test_each_stage_is_that_of_its_middle_run_and_memory_the_most_of_all(monkeypatch):
    runs = iter([(1.0, 4.0), (9.0, 3.0), (2.0, 8.0), (50.0, 50.0)])

    def staged(size, words):
        works = zip(("1-ingest  a", "2-entities  b"), next(runs), strict=True)
        return {"characters": 5, "stages": {name: (work, 90 + work, work) for name, work in works}}

    monkeypatch.setattr(growth, "_staged", staged)
    ground = Ground((10, 100), 5, (3, 1))
    a, b = sorted(growth.stages(ground), key=lambda stage: stage.name)
    assert (a.seconds, b.seconds) == ([2.0, 50.0], [4.0, 50.0])
    assert growth.memory(ground) == {"1-ingest": [99.0, 140.0], "2-entities": [98.0, 140.0]}


def test_the_runs_of_each_size_are_spread_over_all_rounds(monkeypatch):
    gone: list[int] = []

    def staged(size, words):
        gone.append(size)
        return {"characters": 5, "stages": {"1-ingest  a": (size, 90.0, size)}}

    monkeypatch.setattr(growth, "_staged", staged)
    assert growth.stages(Ground((10, 100), 5, (5, 2)))[0].seconds == [10, 100]
    assert gone == [10, 10, 10, 100, 10, 10, 100]


@pytest.mark.parametrize(
    ("span", "speed"),
    [((), 32.5), ((0.5, 1.5), 10.0), ((1.5, 2.5), 40.0), ((5.0, 6.0), 32.5)],
)
def test_a_look_counts_as_much_as_was_done_meanwhile(span, speed):
    pace = Pace()
    pace._looks = [Look(1.0, 10.0, 1), Look(2.0, 40.0, 3)]
    assert pace.speed(*span) == speed


def test_a_moment_has_a_pace_too():
    with Pace() as pace:
        pass
    assert pace.speed() > 0


def test_of_a_command_it_is_told_what_it_used_and_why_it_failed():
    big = [sys.executable, "-c", "words = 'a' * (2 * 10**8)"]
    code = f"import subprocess, time; subprocess.run({big}); time.sleep(0.2)"
    found = used([sys.executable, "-c", code])
    assert found.seconds > 0 and found.largest > 190
    assert found.own < found.largest
    assert found.wall >= 0.2
    assert found.work == found.seconds * found.speed > 0
    with pytest.raises(RuntimeError, match="no such thing"):
        used([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_the_memory_of_who_measures_is_not_that_of_what_is_measured():
    own = b"1" * (2 * 10**8)
    assert used([sys.executable, "-c", "pass"]).largest < len(own) / 2**20 / 2


def test_what_was_measured_is_written_for_machines_and_people(tmp_path):
    stage = Stage("1-ingest  x = y", [0.5, 2.0], 40.0, 1.02, 0.98)
    ground, used = Ground((1, 4), 90), {4: Used(9.5, 321.0, 0.0)}
    figures, without = [(USUAL[0], 50.0)], ["claims / it: it is not installed"]
    memory = {"1-ingest": [80.0, 123.0]}
    given = Watch().end(), figures, without, {"lines": 3.0}, ground, [stage], memory, used
    made = page.write(tmp_path, page.Told(*given))
    told = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))
    assert told["cases"][USUAL[0].name]["value"] == 50.0
    assert {"begun", "load_before", "processor"} <= set(told["machine"])
    text = made.read_text(encoding="utf-8")
    assert text.count("<svg") == 2 and told["machine"]["begun"] in text
    told = ("1.02", "0.98", "123", "321", "reaches the goal", without[0])
    assert all(word in text for word in told)


def test_keeping_is_measured_with_rows_that_are_kept_and_taken(tmp_path):
    texts = pd.Series({told.name: told.text for told in corpus.tellings(4)})
    found = keeping.Found(each(texts, classify, Line), texts, classify, Line, {})
    found.kept(tmp_path)
    (file,) = tmp_path.iterdir()
    before = file.stat()
    found.kept(tmp_path)
    assert [*tmp_path.iterdir()] == [file]
    assert file.stat().st_mtime_ns == before.st_mtime_ns  # nothing was new
