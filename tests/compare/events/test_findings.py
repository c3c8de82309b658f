"""A finding event by event: named where there are several, silent where there is nothing to say."""

import pandas as pd
import pytest

from tellings.compare.events import findings

ARTICLES = pd.DataFrame(
    [("a", "1", "Old pier"), ("b", "2", "New bridge"), ("c", "2", "New bridge")],
    columns=["article_id", "event_id", "event_name"],
)
ONE = ARTICLES[ARTICLES["event_id"] == "1"]


@pytest.mark.parametrize(
    ("said", "articles", "lines"),
    [
        ({"1": ["A.", "B."]}, ONE, "A. B."),
        ({"1": ["A."]}, ARTICLES, "Old pier: A."),
        ({"1": ["A."], "2": ["B."]}, ARTICLES, "New bridge: B.\nOld pier: A."),
        ({"1": []}, ARTICLES, "Nothing."),
        ({}, ONE, "Nothing."),
    ],
)
def test_each_event_has_a_line_of_its_own(said, articles, lines):
    assert findings.by_event(said, articles, "Nothing.") == lines


def test_of_many_events_the_first_are_told_and_the_rest_counted():
    many = pd.DataFrame([(str(n), str(n), f"E{n}") for n in range(7)], columns=ARTICLES.columns)
    lines = findings.by_event({str(n): ["A."] for n in range(7)}, many, "").splitlines()
    assert lines[:2] == ["E0: A.", "E1: A."]
    assert lines[2:] == ["E2: A. For four more events, see the tables below."]


def test_a_title_is_the_first_sentence_of_the_first_event_with_one():
    assert findings.title({"1": ["A.", "B."]}, ARTICLES, "") == "Old pier: A"
    assert findings.title({"1": ["A; C.", "B."]}, ONE, "") == "A"
    assert findings.title({}, ONE, "Counts") == "Counts"


@pytest.mark.parametrize(("most", "drawn"), [(6, ["New road", "Old pier"]), (1, ["New road"])])
def test_of_the_largest_events_a_figure_tells_by_their_names(most, drawn):
    rows = pd.DataFrame({"event_id": ["1", "2", "2", "9"], "n": range(4)})
    called = {"2": "New road", "3": "Fair", "1": "Old pier"}
    told = list(findings.drawn(rows, called, most))
    assert [name for name, _ in told] == drawn
    assert told[0][1]["n"].tolist() == [1, 2]


def test_a_figure_gets_the_rows_of_the_first_events_and_one_of_each_other():
    called = {str(n): f"Event {n}" for n in range(8)}
    rows = pd.DataFrame({"event_id": [str(n) for n in (7, 7, 0, 0, 6, 5)]})
    assert list(findings.to_draw(called)(rows)["event_id"]) == ["7", "0", "0", "6", "5"]
