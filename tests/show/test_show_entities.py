"""Figures of entities: what is drawn and written on them, and that nothing given is changed."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings import tables
from tellings.compare import entities as across
from tellings.find import mentions
from tellings.parallel import each
from tellings.read.sentences import Sentence, of
from tellings.show import entities as show, panels, style

TEXTS = {
    "a": "Iran hit Rafah. President Eva Lind met Omar Okafor in Rafah.",
    "b": "Rafah fell after Iran hit Rafah, Ms. Lind said.",
    "c": "Rafah fell. It rained all day.",
}


@pytest.fixture(scope="module")
def drawn():
    """Placed mentions and the tally of two events: a, b, c tell one, d the other."""
    style.theme()
    texts = TEXTS | {"d": "Eva Lind left Lima. Lima is far."}
    articles = pd.DataFrame({"article_id": list(texts), "event_id": ["x", "x", "x", "y"]})
    articles = articles.assign(outlet=articles["article_id"].str.upper())
    articles = articles.assign(telling="The " + articles["outlet"])
    rows = [tables.frame(of(t), Sentence).assign(article_id=i) for i, t in texts.items()]
    rows = pd.concat(rows, ignore_index=True)
    found = each(rows, mentions.find, mentions.Mention).merge(articles, on="article_id")
    placed = across.placed(across.merge(found), rows)
    return placed, across.tally(placed, across.story(articles, rows))


@pytest.fixture(autouse=True)
def closed():
    """No figure of a test stays open."""
    yield
    plt.close("all")


def figure(placed: pd.DataFrame, tally: pd.DataFrame):
    """The figure of whom the texts name."""
    rows = pd.concat(
        tables.frame(of(t), Sentence).assign(article_id=i)
        for i, t in (TEXTS | {"d": "Eva Lind left Lima. Lima is far."}).items()
    )
    return show.named(tally, across.left_out(tally, placed, rows), {"x": "Fall of Rafah", "y": "L"})


def words(axes) -> str:
    """All that is written on a figure."""
    texts = [t.get_text() for t in axes.figure.findobj(match=plt.Text)]
    return "\n".join(t for t in texts if t)


def svg(axes) -> bytes:
    buffer = io.BytesIO()
    axes.figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


def test_the_figure_fits_a_phone_and_changes_nothing(drawn):
    placed, tally = drawn
    before = placed.copy(), tally.copy()
    axes = figure(*drawn)
    assert axes.figure.get_figwidth() <= panels.WIDTH
    sizes = {t.get_fontsize() for t in axes.figure.findobj(match=plt.Text) if t.get_text()}
    assert min(sizes) >= panels.SMALL
    pd.testing.assert_frame_equal(placed, before[0])
    pd.testing.assert_frame_equal(tally, before[1])


def test_the_figure_is_the_same_bytes_twice(drawn):
    assert svg(figure(*drawn)) == svg(figure(*drawn))


def test_nothing_to_draw_is_said(drawn):
    placed, tally = (table.iloc[:0] for table in drawn)
    assert words(figure(placed, tally)).startswith("No")


def test_whom_an_outlet_leaves_out_stands_first_and_its_cell_says_none(drawn):
    axes = figure(*drawn)
    first = axes.figure.axes[0]
    assert next(t.get_text() for t in first.get_yticklabels()) == "Eva Lind"
    written = words(axes).splitlines()
    assert written.count("none") == 1
    assert "Rafah" not in written and "Fall of Rafah" in written


def test_a_cell_that_has_no_room_for_a_word_has_a_dash():
    panel = plt.subplots()[1]
    for columns, word in ((6, "none"), (9, "–")):
        panel.set_xlim(0, columns)
        show._absent(panel, 0, 0)
        assert panel.texts[-1].get_text() == word


def test_a_printed_count_leads_to_the_first_mention(drawn):
    axes = figure(*drawn)
    urls = {t.get_url() for t in axes.texts if t.get_url()}
    first = drawn[0].query("article_id == 'a' and entity == 'Eva Lind'").iloc[0]
    assert f"at:a:{first.start}-{first.end}" in urls


def test_nine_articles_have_a_column_each_under_turned_names(drawn):
    placed, tally = drawn
    one = tally[tally["article_id"] == "a"]
    nine = [one.assign(article_id=str(n), telling=f"The Long Outlet {n}") for n in range(9)]
    axes = show.named(pd.concat(nine), across.left_out(tally, placed, placed).iloc[:0], {})
    axes.figure.canvas.draw()
    names = [tick.label2 for tick in axes.xaxis.get_major_ticks()]
    assert [name.get_text() for name in names] == [f"The Long Outlet {n}" for n in range(9)]
    assert {(name.get_rotation(), name.get_visible()) for name in names} == {(35, True)}
