"""Rows by article and by event: nothing lost, nothing mixed, whatever the order of a table."""

import pandas as pd
import pytest

from tellings.compare import rows

ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b", "c", "d"], "event_id": ["two", "one", "two", "one"]}
)
SAID = pd.DataFrame({"article_id": ["c", "a", "c", "x"], "text": ["1", "2", "3", "4"]})


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_each_article_has_its_rows_however_many_are_read_at_once(monkeypatch, at_once):
    monkeypatch.setattr(rows, "_AT_ONCE", at_once)
    told = {i: [r.text for r in own] for i, own in rows.in_turn(list("abc"), SAID)}
    assert told == {"a": ["2"], "b": [], "c": ["1", "3"]}


def test_an_event_has_its_articles_rows_of_each_table_and_no_others():
    found = list(rows.by_event(ARTICLES, SAID, SAID.head(0)))
    assert [(event, ids) for event, ids, *_ in found] == [("one", ["b", "d"]), ("two", ["a", "c"])]
    assert [[r.text for r in said] for _, _, said, _ in found] == [[], ["2", "1", "3"]]
    assert all(none == [] for *_, none in found)


def test_each_sentence_has_the_rows_that_begin_in_it():
    place = pd.DataFrame({"article_id": ["a", "a", "b"], "sentence": [1, 2, 1]})
    at = {"article_id": ["b", "a", "c", "a", "b"], "sentence": [1, 2, 1, 2, 7]}
    found = rows.by_sentence(place.itertuples(), pd.DataFrame(at).assign(n=range(5)).itertuples())
    assert [[row.n for row in own] for own in found] == [[], [1, 3], [0]]


def test_no_articles_are_no_events():
    assert list(rows.by_event(ARTICLES.head(0), SAID)) == []


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [1, 3, 0, 2]])
def test_a_table_is_cut_where_its_events_end(order):
    table = ARTICLES.iloc[order]
    cut = rows.ByEvent(table)
    for event in ("one", "two"):
        pd.testing.assert_frame_equal(cut.of(event), table[table["event_id"] == event])
    assert cut.of("three").empty and list(cut.of("three").columns) == list(table.columns)
    assert rows.ByEvent(table.head(0)).of("one").empty


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [1, 3, 0, 2]])
@pytest.mark.parametrize(
    "events", [["one", "three", "two"], ["one"], ["two"], ["three"], ["another", "two"], []]
)
def test_each_of_some_events_has_its_rows_as_tuples(order, events):
    table = ARTICLES.iloc[order]
    own = [table.loc[table["event_id"] == event, "article_id"].tolist() for event in events]
    found = rows.ByEvent(table).each(events)
    assert [[row.article_id for row in told] for told in found] == own


def test_rows_of_an_event_between_two_that_are_asked_for_are_passed_over():
    table = pd.DataFrame({"event_id": list("abbc"), "n": range(4)})
    assert [[row.n for row in own] for own in rows.ByEvent(table).each(["a", "c"])] == [[0], [3]]


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_rows_that_are_alike_come_together_and_lone_ones_if_asked(monkeypatch, at_once):
    monkeypatch.setattr(rows, "_ROWS", at_once)
    table = pd.DataFrame({"key": list("babc"), "unit": list("xyxx"), "n": range(4)})
    assert [[row.n for row in own] for own in rows.alike(table, ["key", "unit"])] == [[0, 2]]
    told = [[row.n for row in own] for own in rows.alike(table, ["key"], lone=True)]
    assert told == [[0, 2], [1], [3]]
    assert list(rows.alike(table.head(0), ["key"])) == []


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_each_event_has_its_rows_however_many_are_read_at_once(monkeypatch, at_once):
    monkeypatch.setattr(rows, "_AT_ONCE", at_once)
    found = list(rows.of_events({"two", "one", "three"}, ARTICLES, ARTICLES.head(1)))
    assert [(e, [r.article_id for r in own]) for e, own, _ in found] == [
        ("one", ["b", "d"]),
        ("three", []),
        ("two", ["a", "c"]),
    ]
    assert [len(first) for *_, first in found] == [0, 0, 1]
