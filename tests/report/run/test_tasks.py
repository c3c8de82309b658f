"""What a run has to do: notebooks on the corpus once, the one on an event for the largest."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from tellings.report.run import tasks
from tellings.report.run.place import Stop

NOTEBOOKS = [Path("1-ingest.ipynb"), Path("8-side-by-side.ipynb")]
# Articles by event and outlet: two of one outlet are one; an unknown one stands for itself.
TOLD = [("big", "Post"), ("big", "Echo"), ("big", "Mail"), ("Öl & Gas", "Post"),
        ("Öl & Gas", ""), ("alone", "Post"), ("alone", "Post")]  # fmt: skip


@pytest.fixture
def job(monkeypatch):
    articles = pd.DataFrame(TOLD, columns=["event_id", "outlet"])
    articles = articles.assign(article_id=[str(n) for n in range(len(TOLD))], telling="x")
    told = SimpleNamespace(columns=lambda name, *columns: {"articles": articles}[name][[*columns]])
    monkeypatch.setattr("tellings.tables.open", lambda data, event="": told)
    return SimpleNamespace(data=Path("data"), parameters={"data": "d"})


def test_the_notebook_on_an_event_is_none_of_the_corpus(job):
    assert [t.name for t in tasks.of_corpus(NOTEBOOKS, job)] == ["1-ingest"]


@pytest.mark.parametrize(
    ("most", "events"),
    [("12", ["big", "Öl & Gas"]), ("all", ["big", "Öl & Gas"]), ("1", ["big"]), ("0", [])],
)
def test_the_largest_events_of_several_outlets_get_one(job, most, events):
    assert [t.event for t in tasks.of_events(NOTEBOOKS, job, most)] == events


def test_an_event_is_handed_on_as_it_is_and_its_file_s_name_is_safe(job):
    _, task = tasks.of_events(NOTEBOOKS, job, "all")
    assert task.parameters == {"data": "d", "event": "Öl & Gas"}
    assert task.file.startswith("notebooks/8-side-by-side.l-gas-")
    assert task.file.isascii() and " " not in task.file


def test_without_that_notebook_there_are_no_events(job):
    assert tasks.of_events(NOTEBOOKS[:1], job, "all") == []


def test_each_event_has_a_key_of_its_own(job):
    one, other = tasks.of_events(NOTEBOOKS, job, "all")
    assert tasks.key(one, "k") != tasks.key(other, "k") != tasks.key(other, "l")


@pytest.mark.parametrize("most", ["many", "-1", "1.5", ""])
def test_what_is_no_number_of_events_is_refused(most):
    with pytest.raises(Stop, match="EVENTS must be a number"):
        tasks.checked(most)


def test_what_is_left_is_judged_by_what_is_done():
    ready = ["1-ingest", "4-claims", "7-coverage", "9-mine"]
    left = [tasks.seconds_left(ready[:n], ready, 10.0 * n) for n in (1, 2, 3, 4)]
    assert left[0] > left[2] > left[3] == 0 and left[1] > 2 * left[2]
    events = [f"8-side-by-side.{n}" for n in range(12)]
    assert tasks.seconds_left(events[:3], events, 6.0) == 18.0
