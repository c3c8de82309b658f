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
            state = "carried" if i == 0 else ("partly", "unclear", "omitted")[min(n, 2)]
            row = dict(article_id=outlet[0], event_id="one", outlet=outlet, telling=outlet)
            row |= dict(kind="told", fact=f"Ship {n} sank.", carriers=2 if n == 0 else 1, of=2)
            placed = state != "omitted"
            row |= dict(state=state, again=False, text="It sank." if placed else "")
            rows.append(row | dict(start=3 if placed else pd.NA, end=9 if placed else pd.NA))
    table = pd.DataFrame(rows)
    return table.astype({"start": "Int64", "end": "Int64"})


def shares() -> pd.DataFrame:
    row = dict(event_id="one", article_id="a", outlet="Argus", telling="Argus", carried=5)
    return pd.DataFrame([row | dict(partly=2, unclear=1, omitted=4, facts=12, only_here=3)])


def texts(axes) -> list[str]:
    return [t.get_text() for t in axes.figure.findobj(plt.Text) if t.get_text()]


def test_a_mark_leads_to_its_words_but_for_what_is_omitted():
    axes = show.matrix(cells(3), cells())
    marks = [line for line in axes.lines if len(line.get_xdata()) == 1]
    assert sorted(str(m.get_marker()) for m in marks) == ["o", "o", "s", "s", "s", "s"]
    urls = {m.get_url().partition("?")[::2] for m in marks if m.get_url()}
    assert {place for place, _ in urls} == {"at:A:3-9", "at:B:3-9"}
    names = {name for _, name in urls}
    assert {f"{w}%20in%20Bugle%3A%20It%20sank." for w in ("partly", "perhaps")} < names
    assert "Ship 0 sank." in texts(axes) and "Argus" in texts(axes)


def test_facts_stand_in_the_order_of_the_table():
    axes = show.matrix(cells(), cells())
    assert [t.get_text() for t in axes.get_yticklabels()] == ["Ship 0 sank.", "Ship 1 sank."]


def test_a_fact_told_again_has_one_mark():
    twice = pd.concat([cells(1), cells(1).head(1).assign(again=True)])
    assert len([m for m in show.matrix(twice, cells()).lines if len(m.get_xdata()) == 1]) == 2


def test_facts_beyond_the_room_are_counted():
    assert "15 more sentences are in the table." in texts(show.matrix(cells(27), cells()))


def test_bars_write_their_counts():
    assert {"5", "2", "4", "perhaps", "not found"} <= set(texts(show.shares(shares())))


def test_nothing_is_said_to_be_nothing():
    words = ["No event has two articles to set side by side."]
    assert texts(show.matrix(cells().head(0), cells())) == words
    assert texts(show.shares(shares().head(0))) == words


@pytest.mark.parametrize(
    "draw, table", [(lambda t: show.matrix(t, t), cells()), (show.shares, shares())]
)
def test_tables_are_left_alone(draw, table):
    kept = table.copy()
    draw(table)
    pd.testing.assert_frame_equal(table, kept)
