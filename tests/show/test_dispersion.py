"""The figure of places: a line per telling, a mark per place, nothing changed."""

import io

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from tellings.show import dispersion, style


@pytest.fixture()
def table():
    return pd.DataFrame(
        {
            "event_id": ["e", "e", "e", "f"],
            "article_id": ["a", "a", "b", "c"],
            "telling": ["Post", "Post", "Sun", "Star"],
            "outlet": ["Post", "Post", "Sun", "Star"],
            "voice": ["own", "quoted", "", "attributed"],
            "place": [0.0, 1.0, np.nan, 0.5],
        }
    )


@pytest.fixture(autouse=True)
def themed():
    style.theme()
    yield
    plt.close("all")


def marks(axes) -> list[float]:
    return sorted(x for line in axes.lines if line.get_marker() == "o" for x in line.get_xdata())


def test_each_place_is_a_mark_on_its_telling(table):
    figure = dispersion.places(table).figure
    first, second = figure.axes
    assert [t.get_text() for t in first.get_yticklabels()] == ["Post (2)", "Sun (0)"]
    assert (marks(first), marks(second)) == ([0.0, 1.0], [0.5])
    assert second.get_xlabel() == "place in the article (per cent of its letters)"
    assert [t.get_text() for t in figure.legends[0].get_texts()] == [
        "own",
        "attributed",
        "quoted",
    ]


def test_the_table_stays_and_the_figure_is_the_same_twice(table):
    before = table.copy()
    drawn = [io.StringIO(), io.StringIO()]
    for target in drawn:
        axes = dispersion.places(table)
        axes.figure.savefig(target, format="svg", metadata={"Date": None})
    assert drawn[0].getvalue() == drawn[1].getvalue()
    assert table.equals(before)


def test_no_place_is_said(table):
    axes = dispersion.places(table.assign(place=np.nan))
    assert axes.texts[0].get_text() == "The words are in no article."
