"""Figures and pages of what was captured: labels, marks, figures that hold still, text escaped."""

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
ARTICLES = WORDS.drop_duplicates("article_id")[["event_id", "article_id", "telling"]].assign(
    file="x.txt"
)
LIKENESS = pd.DataFrame(
    [("a", "b", 4.5, "same day", 0.4), ("a", "c", 3.0, "17 days apart (inferred)", 0.03)],
    columns=["article_id_a", "article_id_b", "particulars", "said", "likeness"],
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
    first, second = ingest.kept(WORDS).figure.axes
    labels = [[t.get_text() for t in ax.get_yticklabels()] for ax in (first, second)]
    assert labels == [["Post", "Mail"], ["Post"]]
    assert {"  100 of 120 read (83%)", "  30 of 30 read (100%)", "95"} <= {*texts(first)}
    assert [ax.get_title(loc="left") for ax in (first, second)] == ["e1", "e2"]
    assert second.get_xlabel() == "words"
    drawn = sum(p.get_width() for ax in (first, second) for p in ax.patches)
    assert drawn == WORDS["words"].sum()


def test_kept_draws_the_largest_events_and_says_how_many_are_not(monkeypatch):
    monkeypatch.setattr(ingest, "MOST_CAPTURES", 2)
    ax = ingest.kept(WORDS)
    assert [t.get_text() for t in ax.get_yticklabels()] == ["Post", "Mail"]
    assert ax.get_xlabel() == "words (1 more captures are not drawn)"


def test_kept_of_nothing_says_so():
    assert texts(ingest.kept(WORDS.head(0))) == ["No capture holds words."]


def test_together_shows_each_pair_and_frames_events():
    ax = ingest.together(LIKENESS, ARTICLES)
    assert "0.40\n4.5 in common\nsame day" in texts(ax)
    assert "0.03\n3 in common\n17 days apart\n(inferred)" in texts(ax)
    frames = [p for p in ax.patches if not p.get_fill()]
    assert [(f.get_x(), f.get_width()) for f in frames] == [(-0.5, 2)]
    assert ax.get_title(loc="left") == "Likeness of 3 tellings"


def test_together_of_one_telling_is_a_figure_too():
    ax = ingest.together(LIKENESS.head(0), ARTICLES.head(1))
    assert ax.get_title(loc="left") == "Likeness of 1 telling"
    assert ingest.together_in_words(LIKENESS.head(0), ARTICLES.head(1)) == (
        "No two of 1 tellings are like each other."
    )


def test_together_in_words_keeps_events_apart():
    assert ingest.together_in_words(LIKENESS, ARTICLES) == (
        "Likeness of two tellings inside an event is 0.40 on average (from 0.40 to 0.40, n = 1) "
        "and across events is 0.03 on average (from 0.03 to 0.03, n = 1)."
    )


@pytest.mark.parametrize(
    "draw", [lambda: ingest.kept(WORDS), lambda: ingest.together(LIKENESS, ARTICLES)]
)
def test_a_figure_is_the_same_twice_and_changes_no_table(draw):
    before = WORDS.copy(), LIKENESS.copy(), ARTICLES.copy()
    assert svg(draw()) == svg(draw())
    for table, was in zip((WORDS, LIKENESS, ARTICLES), before, strict=True):
        pd.testing.assert_frame_equal(table, was)


LINES = pd.DataFrame(
    [
        ("a", 1, "headline", 0, 13, "first title", "Talks <b>on</b"),
        ("a", 2, "blank", 14, 14, "no words", ""),
        ("a", 3, "editors_note", 15, 25, 'begins with "note"', "A & B\u00a0said."),
    ],
    columns=["article_id", "line", "role", "start", "end", "rule", "text"],
)
ODD = pd.DataFrame(
    [("a", "odd space", 3, 20, 21, "\u00a0", "no-break space"), ("a", "nag", 3, 15, 25, "", "")],
    columns=["article_id", "kind", "line", "start", "end", "text", "note"],
)


def test_a_capture_is_shown_whole_with_its_odd_places_marked():
    article = next(ARTICLES.itertuples())
    page = ingest.capture(article, LINES, ODD)
    assert "<summary><strong>Post · e1 · x.txt</strong></summary>" in page
    assert "Talks &lt;b&gt;on&lt;/b</span></p>" in page
    assert page.count('class="mark') == 1
    assert '<span class="mark odd" title="odd space: no-break space">\u00a0</span>said.' in page
