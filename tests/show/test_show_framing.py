"""Figures of framing: a tile per name with its voice and place, counts written."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from tellings.show import framing as show, style

style.theme()
KEYS = dict(event_id="one", outlet="Argus", telling="Argus")


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def names(n: int = 3) -> pd.DataFrame:
    voices = ("own", "attributed", "quoted")
    rows = [
        KEYS
        | dict(article_id="a", start=i * 10, end=i * 10 + 5, term="raid", topic="move")
        | dict(voice=voices[i % 3])
        for i in range(n)
    ]
    return pd.DataFrame(rows)


def counts() -> pd.DataFrame:
    rows = [
        KEYS
        | dict(article_id="a", group="reporting", term=term, n=n, words=100)
        | dict(per_1000_words=n * 10.0, low=n * 5.0, high=n * 20.0)
        for term, n in (("neutral", 4), ("doubting", 2))
    ]
    return pd.DataFrame(rows)


def keys(events: int) -> pd.DataFrame:
    row = dict(outlet_a="Argus", outlet_b="Bugle", kind="word", n_a=4, n_b=1, words_a=100)
    row |= dict(words_b=90, low=-0.5, high=2.0, events=events)
    more = (
        dict(term="raid", log_odds=1.0, chance=0.01),
        dict(term="entry", log_odds=-1.0, chance=0.9),
    )
    return pd.DataFrame([row | m for m in more])


def texts(axes) -> list[str]:
    return [t.get_text() for t in axes.figure.findobj(plt.Text) if t.get_text()]


def tiles(axes) -> list[Rectangle]:
    return [p for p in axes.patches if isinstance(p, Rectangle)]


def test_each_outlets_nouns_stand_in_a_grid():
    rows = [
        dict(KEYS, rank=1, set="raid / entry", head=head, outlet=outlet, n=3, own=own)
        | dict(article_id=outlet, start=1, end=5, text=head)
        for head, outlet, own in (("raid", "Argus", 2), ("entry", "Bugle", 0))
    ]
    told = pd.DataFrame({"outlet": ["Argus", "Bugle"], "article_id": ["Argus", "Bugle"]})
    axes = show.called(pd.DataFrame(rows), told, {"one": "One"})
    assert {"raid", "entry", "Argus", "Bugle", "2", "3"} <= set(texts(axes))
    assert len(tiles(axes)) == 2


def test_a_tile_per_name_shows_its_voice_and_leads_to_its_words():
    axes = show.naming_strip(names(), names())
    own, attributed, quoted = tiles(axes)
    assert own.get_facecolor()[:3] == style.colours(names())["Argus"]
    assert attributed.get_hatch() and not quoted.get_hatch()
    assert quoted.get_facecolor()[:3] == to_rgb("white") and quoted.get_linewidth() == 2
    assert own.get_url() == "at:a:0-5"
    assert "Argus (n 3)" in texts(axes) and "“move”, in reading order, n 3" in texts(axes)


def test_names_beyond_the_room_are_counted():
    axes = show.naming_strip(names(40), names())
    assert len(tiles(axes)) == 27 and "+13" in texts(axes)


def test_no_names_are_said_to_be_none():
    axes = show.naming_strip(names().head(0), names())
    assert texts(axes) == ["No telling uses a name of the naming sets."]


def test_verbs_write_their_counts():
    axes = show.verbs(counts())
    assert {"4", "2", "Argus (n 6)", "neutral", "doubting"} <= set(texts(axes))
    assert "No telling hands words" in texts(show.verbs(counts().assign(n=0)))[0]


def test_rates_have_units():
    axes = show.rates(counts().assign(what="Hedges").head(1), counts())
    assert "Hedges\n(per 1,000 words)" in texts(axes) and "Argus (100 words)" in texts(axes)


def test_a_forest_grows_from_six_events_on():
    axes = show.forest(keys(6))
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    assert [d.get_markerfacecolor() == "white" for d in dots] == [False, True]
    assert "raid (4 : 1)" in texts(axes) and "6 events, 100 and 90 words" in texts(axes)
    assert "No two outlets share 6 events" in texts(show.forest(keys(5)))[0]


@pytest.mark.parametrize(
    "draw, table", [(lambda t: show.naming_strip(t, t), names()), (show.verbs, counts())]
)
def test_tables_are_left_alone(draw, table):
    kept = table.copy()
    draw(table)
    pd.testing.assert_frame_equal(table, kept)
