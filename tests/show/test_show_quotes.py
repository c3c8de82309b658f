"""Figures and the table of quotes: marks, labels, counts, the frames left alone."""

import io
from types import SimpleNamespace

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from tellings.show import quotes as show, style

style.theme()


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def texts(axes) -> str:
    return " ".join(t.get_text() for t in axes.figure.findobj(plt.Text))


def changes() -> pd.DataFrame:
    """One statement whose cut version is told first."""
    keys = dict(event_id="e", statement="e:1", speaker="Ms. <Lee>", version=5, version_end=9)
    full = keys | dict(article_id="a", telling="Argus", fullest=True)
    cut = keys | dict(article_id="b", telling="Bugle & Son", fullest=False)
    steps = [
        (cut, "dropped", "in the port", "", "", 0, 3),
        (cut, "changed", "ships", "boats", "words", 3, 4),
        (cut, "added", "", "<now>", "", 4, 4),
        (full, "kept", "in the port ships", "in the port ships", "", 0, 4),
    ]
    names = ["operation", "was", "becomes", "what", "first", "last"]
    return pd.DataFrame([v | dict(zip(names, step, strict=True)) for v, *step in steps])


def voices(events: int = 1) -> pd.DataFrame:
    parts = (("own", 60, 0.6), ("attributed", 30, 0.3), ("quoted", 10, 0.1))
    return pd.DataFrame(
        dict(article_id=f"{e}{o}", event_id=f"e{e}", outlet=o, telling=o, voice=v, words=n, share=s)
        for e in range(events)
        for o in ("Argus", "Bugle")
        for v, n, s in parts
    )


def tally() -> pd.DataFrame:
    given = (("Argus", "White House", "United States", 20, 5), ("Argus", "", "", 0, 4))
    given += (("Bugle", "unnamed officials", "United States", 0, 30),)
    return pd.DataFrame(
        dict(article_id=t[0], event_id="e", outlet=t, telling=t, source=s, side=d, standing="")
        | dict(quoted=q, attributed=a, rows=1)
        for t, s, d, q, a in given
    )


@pytest.fixture
def page(monkeypatch):
    shown = {}
    monkeypatch.setattr(show.page, "display", lambda data, raw: shown.update(data))
    return shown


def test_versions_stand_word_under_word(page):
    show.versions([changes()])
    table = page["text/html"]
    assert table.index("Argus") < table.index("Bugle &amp; Son")
    assert '<del class="dropped">in the port</del>' in table
    assert '<strong class="changed">boats</strong>' in table
    assert '<ins class="added">&lt;now&gt;</ins>' in table
    assert table.count("<td>") == 5 and table.count('<td class="dropped">') == 1
    assert 'data-at="b:5-9"' in table and "Ms. &lt;Lee&gt;" in table


def test_versions_read_as_plain_text(page):
    show.versions([changes()])
    first, second = page["text/plain"].splitlines()
    assert first.split("|")[1].strip() == "ships" and "···········" in second


def test_versions_count_what_they_leave_out(page):
    many = pd.concat(changes().assign(statement=f"e:{n}") for n in range(show.STATEMENTS + 2))
    show.versions([many])
    assert "Two more statements of two articles: in the table." in page["text/html"]


def test_versions_that_differ_come_first_and_an_article_alone_has_none():
    alike = changes().assign(operation="kept", what="", statement="e:0")
    alone = changes().assign(article_id="a", statement="e:2")
    assert show.largest(pd.concat([alike, changes(), alone])) == ["e:1", "e:0"]


def test_voices_fill_a_hundred_per_cent():
    axes = show.voices(voices(), {})
    assert sum(p.get_width() for p in axes.patches) == pytest.approx(2)
    assert [t.get_text() for t in axes.get_yticklabels()] == [
        "Argus",
        "Bugle",
    ]
    assert {"60", "30", "10"} <= set(texts(axes).split())


def test_events_beyond_the_cap_are_counted():
    assert "2 more events" in texts(show.voices(voices(events=8), {}))


def test_sources_stand_under_their_side():
    axes = show.sources(tally(), {})
    labels = [t.get_text() for t in axes.get_yticklabels()]
    assert labels == [
        "United States",
        "unnamed officials",
        "White House",
        "side not told",
        "speaker not found",
    ]
    assert {"25", "30", "4"} <= set(texts(axes).split())


@pytest.mark.parametrize(
    "draw, table",
    [
        (show.voices, voices().assign(words=0)),
        (show.sources, tally()[:0]),
    ],
)
def test_nothing_to_draw_is_said(draw, table):
    assert texts(draw(table, {})).strip().endswith(".")


@pytest.mark.parametrize("draw, table", [(show.voices, voices()), (show.sources, tally())])
def test_a_figure_leaves_its_table_alone_and_draws_the_same_twice(draw, table):
    before = table.copy(deep=True)
    first, second = io.BytesIO(), io.BytesIO()
    for buffer in (first, second):
        draw(table, {}).figure.savefig(buffer, format="svg", metadata={"Date": None})
    pd.testing.assert_frame_equal(table, before)
    assert first.getvalue() == second.getvalue()


def test_versions_in_parts_are_those_of_all_statements(page):
    alike = changes().assign(operation="kept", what="")
    parts = [alike.assign(statement=f"e:{n}") for n in range(show.STATEMENTS)]
    parts += [changes().assign(statement=f"f:{n}") for n in range(3)]
    show.versions([pd.concat(parts)])
    whole = dict(page)
    show.versions(parts)
    assert page == whole
    assert "Three more statements" in page["text/plain"] and page["text/html"].count("ships") > 2


def test_where_nothing_is_quoted_twice_that_is_said(page):
    show.versions([changes()[:0]])
    assert page["text/plain"] == "No two articles on one event quote the same words."


def test_what_a_parse_changed_is_counted_and_shown_where_one_was_asked(page):
    place = dict(article_id="a", start=0, end=9, speaker="Lee", cue="said", text="it rained")
    doubts = pd.DataFrame(
        [place | dict(why="no clause", kept=""), place | dict(why="x", kept="it")]
    )
    heeded = [
        pd.DataFrame([place | dict(form=form)]) for form in ("indirect", "direct", "indirect")
    ]
    told = SimpleNamespace(doubts=doubts, rows={"quotes": heeded}.get)
    show.doubts(told, "rules")
    assert page == {}
    show.doubts(told, "spacy:small")
    assert (
        "spacy:small changed in 3 rows of reported speech: 1 left out, 1 cut." in page["text/html"]
    )
