"""show.claims: one panel per quantity, a mark for each kind of claim."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings.compare import claims as across
from tellings.compare.claims import wording
from tellings.find import claims, quotes
from tellings.read.sentences import of
from tellings.show import claims as show, panels, style

ARTICLES = pd.DataFrame(
    [("a", "flood", "Post", "Post"), ("b", "flood", "Echo", "Echo"), ("c", "storm", "Sun", "Sun")],
    columns=["article_id", "event_id", "outlet", "telling"],
)
NAMES = {"flood": "Flood in Lund", "storm": "Storm"}
TEXTS = {
    "a": "More than 300 people died in Lund. About 200 homes in Lund. "
    "The death toll will top 400 if it rains. Two ships sank.",
    "b": "310 people died in Lund, the UN said. Some 210 homes in Lund. Two ships sank.",
    "c": "There are 1.3 million people in Malmo. There are up to 1.5 million people in Malmo.",
}


@pytest.fixture(autouse=True)
def look():
    style.theme()
    yield
    plt.close("all")


def aligned(texts=TEXTS):
    rows = [
        {"article_id": a, **claim._asdict()}
        for a, text in texts.items()
        for claim in claims.find(of(text), list(quotes.find(of(text))), "2024-04-18")
    ]
    table = pd.DataFrame(rows, columns=["article_id", *claims.Claim._fields])
    return across.align(table, ARTICLES)


def drawn(texts=TEXTS):
    return wording.drawn(aligned(texts))


def texts_of(figure):
    return [t.get_text() for ax in figure.axes for t in ax.texts]


def test_one_panel_per_quantity_the_larger_event_first():
    figure = show.aligned(drawn(), ARTICLES, NAMES).figure
    assert [ax.get_title(loc="left") for ax in figure.axes] == [
        "Flood in Lund: People killed in Lund",
        "People killed in Lund: forecasts",
        "Homes in Lund",
        "Storm: People in Malmo",
    ]


def test_each_mark_has_its_outlet_words_and_source_above_it():
    texts = texts_of(show.aligned(drawn(), ARTICLES, NAMES).figure)
    assert "Post: “More than 300 people” (own voice)" in texts
    assert "Echo: “310 people” (the UN)" in texts
    assert any("if it rains" in t for t in texts)


def test_what_only_its_number_tells_is_not_drawn():
    assert not any("ships" in t for t in texts_of(show.aligned(drawn(), ARTICLES, NAMES).figure))


def test_words_lead_to_their_place():
    figure = show.aligned(drawn(), ARTICLES, NAMES).figure
    assert "at:a:0-20" in [t.get_url() for ax in figure.axes for t in ax.texts]


@pytest.mark.parametrize(
    "a, b, unit, ends",
    [
        ("The war lasted six decades.", "The war lasted 60 years.", "years", {60.0}),
        ("The war lasted three weeks.", "The war lasted 28 days.", "days", {21.0, 28.0}),
        ("The talks lasted 90 minutes.", "The talks lasted two hours.", "minutes", {90.0, 120.0}),
        ("The wall is 3 feet long.", "The wall is 38 inches long.", "inches", {36.0, 38.0}),
        ("The war lasted two months.", "The war lasted 8 weeks.", "weeks", {8.696429, 8.0}),
    ],
)
def test_a_panel_counts_in_one_unit(a, b, unit, ends):
    claims_of = aligned({"a": a, "b": b})
    table = wording.drawn(claims_of.assign(group="g", key="length", basis="key"))
    assert set(table["units"]) == {unit}
    assert set(table["low"].round(6)) == ends == set(table["high"].round(6))


def test_marks_of_two_units_stand_where_their_common_unit_has_them():
    rows = aligned({"a": "The war lasted over six decades.", "b": "The war lasted 60 years."})
    table = wording.drawn(rows.assign(group="g", key="length", basis="key"))
    ax = show.aligned(table, ARTICLES, NAMES)
    dots = {
        round(float(x), 6)
        for line in ax.lines
        for x in line.get_xdata()
        if line.get_marker() == "o"
    }
    assert dots == {60.0} and ax.get_xlabel() == "years"


def test_axes_are_labelled_with_their_unit():
    figure = show.aligned(drawn(), ARTICLES, NAMES).figure
    assert [ax.get_xlabel() for ax in figure.axes] == [
        "people",
        "people",
        "homes",
        "million people",
    ]


def test_what_is_left_out_is_said():
    figure = show.aligned(drawn(), ARTICLES, NAMES, most=1).figure
    assert "Not shown: 3 more quantities." in [
        legend.get_title().get_text() for legend in figure.legends
    ]


def test_nothing_to_draw_says_so():
    figure = show.aligned(drawn({"a": "Nothing."}), ARTICLES, NAMES).figure
    assert any("No quantity" in t for t in texts_of(figure))


def test_own_voice_is_grey():
    ax = show.aligned(drawn(), ARTICLES, NAMES).figure.axes[0]
    assert style.OWN in [line.get_markeredgecolor() for line in ax.lines]


def test_the_figure_is_no_wider_than_a_page_and_changes_nothing():
    table = drawn()
    before = table.copy()
    assert show.aligned(table, ARTICLES, NAMES).figure.get_figwidth() <= panels.WIDTH
    pd.testing.assert_frame_equal(table, before)
