"""The figure of what was captured: labels, numbers, a picture that holds still."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings.show import ingest
from tellings.show.style import theme

WORDS = pd.DataFrame(
    [
        ("e1", "a", "Post", "headline", True, 5),
        ("e1", "a", "Post", "body", True, 95),
        ("e1", "a", "Post", "left out: asks the reader", False, 20),
        ("e1", "b", "Mail", "list", True, 30),
        ("e2", "c", "Post", "body", True, 40),
    ],
    columns=["event_id", "article_id", "telling", "part", "read", "words"],
)


@pytest.fixture(autouse=True)
def look():
    theme()
    yield
    plt.close("all")


def texts(ax):
    return [t.get_text() for t in ax.texts]


def svg(ax):
    buffer = io.StringIO()
    ax.figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


def test_kept_has_a_panel_per_event_a_bar_per_capture_and_its_figures():
    first, second = ingest.kept(WORDS, {}).figure.axes
    labels = [[t.get_text() for t in ax.get_yticklabels()] for ax in (first, second)]
    assert labels == [["Post", "Mail"], ["Post"]]
    assert {" 83% of 120", " 100% of 30", "95"} <= {*texts(first)}
    assert [ax.get_title(loc="left") for ax in (first, second)] == ["e1", "e2"]
    assert second.get_xlabel() == "words"
    drawn = sum(p.get_width() for ax in (first, second) for p in ax.patches)
    assert drawn == WORDS["words"].sum()


def test_kept_draws_the_largest_events_and_says_how_many_are_not(monkeypatch):
    monkeypatch.setattr(ingest, "MOST_CAPTURES", 2)
    ax = ingest.kept(WORDS, {})
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Post", "Mail"]
    assert ax.get_xlabel() == "words (1 more texts are not drawn)"


def test_kept_of_nothing_says_so():
    assert texts(ingest.kept(WORDS.head(0), {})) == ["No capture holds words."]


def test_a_figure_is_the_same_twice_and_changes_no_table():
    before = WORDS.copy()
    assert svg(ingest.kept(WORDS, {})) == svg(ingest.kept(WORDS, {}))
    pd.testing.assert_frame_equal(WORDS, before)
