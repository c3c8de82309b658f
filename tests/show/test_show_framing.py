"""Figures of framing: who writes which noun in whose voice, counts written, words of outlets."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle

from tellings.compare.framing import usage
from tellings.compare.statistics import FEWEST
from tellings.show import framing as show, page, style

style.theme()
KEYS = dict(event_id="one", outlet="Argus", telling="Argus")


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def counts() -> pd.DataFrame:
    rows = [
        KEYS
        | dict(article_id="a", group="reporting", term=term, n=n, words=100)
        | dict(per_1000_words=n * 10.0, low=n * 5.0, high=n * 20.0)
        for term, n in (("neutral", 4), ("doubting", 2))
    ]
    return pd.DataFrame(rows)


def keys(events: int) -> pd.DataFrame:
    row = dict(kind="word", n=4, n_rest=1, words=100, words_rest=90, low=-0.5, high=2.0)
    more = [
        dict(outlet="Argus", term="raid", log_odds=1.0, chance=0.01),
        dict(outlet="Argus", term="entry", log_odds=-1.0, chance=0.9),
        dict(outlet="Bugle", term="entry", log_odds=1.0, chance=0.9),
    ]
    keys = pd.DataFrame([row | m for m in more]).assign(events=events)
    return keys if events >= FEWEST else keys.assign(chance=float("nan"))


def texts(axes) -> list[str]:
    return [t.get_text() for t in axes.figure.findobj(plt.Text) if t.get_text()]


def tiles(axes) -> list[Rectangle]:
    return [p for p in axes.patches if isinstance(p, Rectangle)]


def uses() -> pd.DataFrame:
    rows = [
        dict(KEYS, rank=1, sure=True, set="raid / entry", head=head, outlet=outlet, n=3, own=own)
        | dict(article_id=outlet, start=1, end=5, text=head)
        for head, outlet, own in (("raid", "Argus", 2), ("raid", "Bugle", 0), ("entry", "Bugle", 0))
    ]
    return pd.DataFrame(rows)


TOLD = pd.DataFrame({"outlet": ["Argus", "Bugle", "Clarion"], "event_id": "one"}).assign(
    article_id=lambda told: told["outlet"], telling=lambda told: told["outlet"]
)


def test_every_outlet_has_a_line_and_each_noun_in_own_voice_a_column():
    axes = show.called(uses(), TOLD, {"one": "One"})
    assert {"raid", "Argus", "Bugle", "Clarion", "2", "1", "3"} <= set(texts(axes))
    assert "entry" not in texts(axes)  # nobody's own word
    own, others, reported = tiles(axes)
    assert own.get_facecolor()[:3] == style.colours(TOLD)["Argus"]
    assert others.get_facecolor()[:3] == reported.get_facecolor()[:3] == to_rgb("white")
    assert own.get_url() == "at:Argus:1-5"


def test_without_sets_there_is_no_figure_and_one_sentence(monkeypatch):
    said, drawn = [], []
    monkeypatch.setattr(page, "note", said.append)
    monkeypatch.setattr(page, "figure", lambda *figure: drawn.append(figure))
    none = uses().head(0)
    show.naming(none, TOLD, {})
    show.sets(usage.printed(none, {}))
    assert not drawn and said == ["No set of nouns that may name one thing was found."]
    show.naming(uses(), TOLD, {"one": "One"})
    assert drawn[0][1:3] == ("called", "One: Argus “raid” (twice).")


def test_a_table_tells_own_words_from_others_and_leads_to_them(monkeypatch):
    shown = []
    monkeypatch.setattr(page, "text", lambda made, plain: shown.append((made, plain)))
    monkeypatch.setattr(page, "table", lambda *table, **looks: None)
    show.sets(usage.printed(uses(), {"one": "One"}))
    ((made, plain),) = shown
    assert plain.splitlines() == [
        "One | raid / entry | Argus | raid (2) | raid",
        "One | raid / entry | Bugle |  | raid (3), entry (3)",
    ]
    assert made.count("data-at=") == 3  # the others' "raid" of Argus has no place of its own


def test_verbs_write_their_counts():
    axes = show.verbs(counts(), {})
    assert {"4", "2", "Argus (n 6)", "neutral", "doubting"} <= set(texts(axes))
    assert "No article hands words" in texts(show.verbs(counts().assign(n=0), {}))[0]


def test_rates_have_units():
    axes = show.rates(counts().assign(what="Hedges").head(1), counts(), {})
    assert "Hedges, per\n1,000 words" in texts(axes) and "Argus" in texts(axes)


def test_a_forest_has_a_panel_for_each_outlet():
    axes = show.forest(keys(6))
    panels = axes.figure.axes
    dots = [line for line in panels[0].lines if line.get_marker() == "o"]
    assert [d.get_markerfacecolor() == "white" for d in dots] == [False, True]
    assert len(panels) == 2 and "raid (4 : 1)" in texts(axes)
    assert "Bugle, 6 events" in texts(axes)


def test_below_six_events_there_is_a_sentence_and_no_figure(monkeypatch):
    said = []
    monkeypatch.setattr(page, "note", said.append)
    show.keyness(keys(5))
    assert said[0].startswith("No outlet shares more than 5 events with others")


@pytest.mark.parametrize(
    "draw, table",
    [(lambda t: show.called(t, TOLD, {}), uses()), (lambda t: show.verbs(t, {}), counts())],
)
def test_tables_are_left_alone(draw, table):
    kept = table.copy()
    draw(table)
    pd.testing.assert_frame_equal(table, kept)
