"""Figures of readability: labels with units, one dot per telling, the table left alone."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings.show import readability as show, style

style.theme()


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def scores(events: int = 1) -> pd.DataFrame:
    rows = [
        dict(article_id=f"{e}{o}", event_id=f"event {e}", outlet=o, telling=o, measure=m)
        | dict(value=v + e, low=v - 2.0, high=v + 2.0 + e, error=1.0, n=14, words=300, warning="")
        for e in range(events)
        for o, v in (("Argus", 12.0), ("Bugle", 15.0))
        for m in ("flesch", "flesch_kincaid", "sentence_length")
    ]
    return pd.DataFrame(rows)


def texts(axes) -> str:
    return " ".join(t.get_text() for t in axes.figure.findobj(plt.Text))


def test_scores_label_units_and_sentences():
    axes = show.scores(scores(), scores(), {})
    assert [t.get_text() for t in axes.get_yticklabels()] == ["Argus\n(n 14)", "Bugle\n(n 14)"]
    assert "(US school grade)" in texts(axes)
    assert sum(line.get_marker() == "o" for line in axes.lines) == 2


def test_an_outlet_keeps_its_colour_where_the_others_are_silent():
    table = scores()
    both = show.scores(table, table, {})
    alone = show.scores(table[table["outlet"] == "Bugle"], table, {})
    ink = style.colours(table)["Bugle"]
    assert [axes.lines[-1].get_color() for axes in (both, alone)] == [ink, ink]


def test_events_beyond_the_cap_are_counted():
    axes = show.scores(scores(events=8), scores(events=8), {})
    assert "2 more events are not drawn" in texts(axes)


def test_nothing_to_compare_is_said():
    assert "No article has words" in texts(show.scores(scores().head(0), scores(), {}))


def test_a_telling_without_words_has_no_dot():
    table = scores()
    table.loc[table["telling"] == "Bugle", ["value", "low", "high"]] = float("nan")
    axes = show.scores(table, table, {})
    assert sum(line.get_marker() == "o" for line in axes.lines) == 1


def test_same_table_same_bytes_and_untouched():
    table = scores()
    kept, drawn = table.copy(), []
    for _ in range(2):
        buffer = io.StringIO()
        axes = show.scores(table, table, {})
        axes.figure.savefig(buffer, format="svg", metadata={"Date": None})
        drawn.append(buffer.getvalue())
    assert drawn[0] == drawn[1]
    pd.testing.assert_frame_equal(table, kept)


def lengths(*words: tuple[str, list[int]]) -> pd.DataFrame:
    rows = [
        dict(article_id=name, event_id="event", outlet=name, telling=name, words=n)
        for name, counts in words
        for n in counts
    ]
    return pd.DataFrame(rows, columns=["article_id", "event_id", "outlet", "telling", "words"])


def test_a_line_holds_half_of_an_articles_sentences_in_its_outlets_colour():
    table = lengths(("Bugle", [10, 20, 30, 40, 50]), ("Argus", [8, 12, 16]))
    axes = show.lengths(table, table, {"event": "The fire"})
    assert [t.get_text() for t in axes.get_yticklabels()] == ["Argus", "Bugle"]
    dots = [[x for x, _ in dots.get_offsets()] for dots in axes.collections]
    assert sorted(map(sorted, dots)) == [[8, 12, 16], [10, 20, 30, 40, 50]]
    lines = [line.get_xdata().tolist() for line in axes.lines]
    assert [10, 14] in lines and [20, 40] in lines
    inks = {line.get_color() for line in axes.lines}
    assert inks == {style.colours(table)[outlet] for outlet in ("Argus", "Bugle")}
    assert "words of a sentence" in texts(axes)


def test_of_no_sentences_the_figure_says_so():
    assert "No article has sentences" in texts(show.lengths(lengths(), lengths(), {}))
