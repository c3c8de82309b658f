"""Figures of coverage: a mark per cell that leads to its words, bars that add up."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings.show import coverage as show, style

style.theme()


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def cells(facts: int = 2) -> pd.DataFrame:
    rows = []
    for n in range(facts):
        for i, outlet in enumerate(("Argus", "Bugle")):
            carried = i == 0 or n == 0
            row = dict(article_id=outlet[0], event_id="one", outlet=outlet, telling=outlet)
            row |= dict(
                kind="number", fact=f"people counted {n}", carriers=2 if n == 0 else 1, of=2
            )
            row |= dict(state="carried" if carried else "omitted", held=float("nan"))
            rows.append(row | dict(start=3 if carried else pd.NA, end=9 if carried else pd.NA))
    table = pd.DataFrame(rows)
    return table.astype({"start": "Int64", "end": "Int64"})


def misses() -> pd.DataFrame:
    row = dict(event_id="one", article_id="a", outlet="Argus", telling="Argus", carried=5)
    return pd.DataFrame([row | dict(only_here=2, unclear=1, omitted=4, facts=12)])


def texts(axes) -> list[str]:
    return [t.get_text() for t in axes.figure.findobj(plt.Text) if t.get_text()]


def test_a_carried_fact_is_a_square_that_leads_to_its_words():
    axes = show.matrix(cells(), cells())
    marks = [line for line in axes.lines if len(line.get_xdata()) == 1]
    assert sorted(m.get_marker() for m in marks) == ["o", "s", "s", "s"]
    urls = {m.get_url().partition("?")[::2] for m in marks if m.get_marker() == "s"}
    assert {place for place, _ in urls} == {"at:A:3-9", "at:B:3-9"}
    assert all(name.startswith("people%20counted") for _, name in urls)
    assert "people counted 0 [number]" in texts(axes) and "Argus" in texts(axes)


def test_the_most_shared_fact_stands_first():
    axes = show.matrix(cells(), cells())
    labels = [t.get_text() for t in axes.get_yticklabels()]
    assert labels == ["people counted 0 [number]", "people counted 1 [number]"]


def test_facts_beyond_the_room_are_counted():
    assert "3 more facts are in the table." in texts(show.matrix(cells(27), cells()))


def test_bars_write_their_counts():
    assert {"5", "2", "1", "4", "12 facts", "omitted"} <= set(texts(show.misses(misses())))


def test_nothing_is_said_to_be_nothing():
    assert texts(show.matrix(cells().head(0), cells())) == ["No fact is decided in every telling."]
    assert texts(show.misses(misses().head(0))) == ["No facts were found."]


@pytest.mark.parametrize(
    "draw, table", [(lambda t: show.matrix(t, t), cells()), (show.misses, misses())]
)
def test_tables_are_left_alone(draw, table):
    kept = table.copy()
    draw(table)
    pd.testing.assert_frame_equal(table, kept)
