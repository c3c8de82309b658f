"""One look: an outlet keeps its colour in whatever order it comes; tellings keep their place."""

import pandas as pd
import pytest

from tellings.show import style


@pytest.fixture(autouse=True)
def unknown():
    """Outlets known to no other test."""
    style.know([])
    yield
    style.know([])


def test_an_outlet_keeps_its_colour_in_any_order():
    assert style.colours(["B", "A", "C", "A"]) == style.colours(["C", "A", "B"])


def test_a_silent_outlet_keeps_its_colour():
    style.know(["A", "B", "C"])
    assert style.colours(["C"])["C"] == style.colours(["A", "B", "C"])["C"]
    assert style.colours(["C"])["C"] != style.colours(["A"])["A"]


def test_an_unknown_outlet_and_one_beyond_the_tenth_are_grey():
    found = style.colours([f"{i:02}" for i in range(12)] + [""])
    assert found["10"] == found["11"] == found[""] != found["09"]
    assert len({found[f"{i:02}"] for i in range(10)}) == 10


def test_tellings_stand_by_event_then_article():
    table = pd.DataFrame(
        {
            "event_id": ["b", "a", "b"],
            "article_id": ["2", "3", "1"],
            "telling": ["Two", "Three", "One"],
        }
    )
    assert style.order(table) == ["Three", "One", "Two"]
