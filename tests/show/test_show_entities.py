"""Figures of entities: what is drawn and written on them, and that nothing given is changed."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings import tables
from tellings.compare import entities as across
from tellings.compare.entities import rosters
from tellings.find import mentions
from tellings.parallel import each
from tellings.read.sentences import Sentence, of
from tellings.show import entities as show, style

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


def figures(placed: pd.DataFrame, tally: pd.DataFrame) -> dict:
    return {
        "counts": lambda: show.counts(tally),
        "presence": lambda: show.presence(tally),
        "rates": lambda: show.rates(tally, tally),
        "strips": lambda: show.strips(placed, tally),
        "network": lambda: show.network(rosters.together(placed), tally),
    }


def words(axes) -> str:
    """All that is written on a figure."""
    texts = [t.get_text() for t in axes.figure.findobj(match=plt.Text)]
    return "\n".join(t for t in texts if t)


def svg(axes) -> bytes:
    buffer = io.BytesIO()
    axes.figure.savefig(buffer, format="svg", metadata={"Date": None})
    return buffer.getvalue()


NAMES = ["counts", "presence", "rates", "strips", "network"]


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_fits_the_page_and_changes_nothing(name, drawn):
    placed, tally = drawn
    before = placed.copy(), tally.copy()
    axes = figures(*drawn)[name]()
    assert axes.figure.get_figwidth() <= 8.6
    pd.testing.assert_frame_equal(placed, before[0])
    pd.testing.assert_frame_equal(tally, before[1])


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_the_same_bytes_twice(name, drawn):
    draw = figures(*drawn)[name]
    assert svg(draw()) == svg(draw())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_draw_is_said(name, drawn):
    placed, tally = (table.iloc[:0] for table in drawn)
    assert words(figures(placed, tally)[name]()).startswith("No")


def test_counts_are_printed_and_absences_marked(drawn):
    written = words(show.counts(drawn[1])).splitlines()
    own = drawn[1].query("event_id == 'x'")
    assert written.count("not named") == (drawn[1]["mentions"] == 0).sum() > 0
    assert written.count("2") >= (own["mentions"] == 2).sum() > 0
    assert "mentions per 1,000 story words" in written


def test_a_printed_count_leads_to_the_first_mention(drawn):
    axes = show.counts(drawn[1])
    urls = {t.get_url() for t in axes.texts if t.get_url()}
    first = drawn[0].query("article_id == 'a' and entity == 'Rafah'").iloc[0]
    assert f"at:a:{first.start}-{first.end}" in urls


def test_only_who_is_missing_somewhere_is_in_the_presence_grid(drawn):
    written = words(show.presence(drawn[1]))
    assert "Eva Lind" in written and "Rafah" not in written


def test_rates_say_what_one_mention_is_worth(drawn):
    written = words(show.rates(drawn[1], drawn[1]))
    assert "95 % interval" in written and "one more or less is noise" in written
    assert "The A (11 words)" in written


def test_strips_have_a_panel_per_telling_and_a_tick_per_mention(drawn):
    placed, tally = drawn
    axes = show.strips(placed, tally)
    panels = axes.figure.axes
    assert len(panels) == 4
    lines = [line for panel in panels for line in panel.lines if line.get_gid() == "ticks"]
    ticks = sum(len(line.get_xdata()) // 3 for line in lines)
    assert ticks == len(placed)


def test_a_network_keeps_few_enough_to_be_read():
    names = [f"N{k}" for k in range(40)]
    pairs = [(a, b, 2 + (i == 0)) for i, a in enumerate(names) for b in names[i + 1 :]]
    together = pd.DataFrame(pairs, columns=["a", "b", "sentences"]).assign(event_id="x", tellings=1)
    tally = pd.DataFrame({"entity": names, "event_id": "x", "article_id": "a", "mentions": 3})
    axes = show.network(together, tally)
    circles = [line for line in axes.lines if line.get_marker() == "o"]
    assert len(circles) <= 25


def test_the_worth_of_one_mention():
    assert show.noise(400) == (
        "In 400 words one mention is 2.5 per 1,000, interval 0.06 to 13.9: "
        "one more or less is noise."
    )
