"""One look: an outlet keeps its colour in whatever order it comes; tellings keep their place."""

import subprocess
import sys

import pandas as pd
import seaborn as sns
from matplotlib import rcParams
from matplotlib.colors import to_rgb

from tellings.show import style


def colours(*outlets: str) -> dict[str, tuple]:
    tellings = [f"t{i}" for i in range(len(outlets))]
    return style.colours(pd.DataFrame({"outlet": outlets, "telling": tellings}))


def test_figures_look_as_seaborn_has_it_where_we_say_nothing():
    theirs = sns.axes_style("ticks") | sns.plotting_context("notebook")
    theirs = {k: v for k, v in theirs.items() if k not in style._LOOK and k != "image.cmap"}
    style.theme()
    assert {k: rcParams[k] for k in theirs} == theirs
    ten = rcParams["axes.prop_cycle"].by_key()["color"]
    assert [to_rgb(colour) for colour in ten] == sns.color_palette("colorblind")


def test_a_page_loads_nothing_of_statistics():
    loaded = "import sys, tellings.show.page; print({'seaborn', 'scipy'} & {*sys.modules})"
    said = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"


def test_an_outlet_keeps_its_colour_in_any_order():
    assert colours("B", "A", "C", "A") == colours("C", "A", "B")


def test_an_outlet_beyond_the_tenth_is_grey():
    found = colours(*(f"{i:02}" for i in range(12)))
    assert found["10"] == found["11"] == found[""] != found["09"]
    assert len({found[f"{i:02}"] for i in range(10)}) == 10


def test_articles_of_unknown_outlets_have_colours_of_their_own():
    found = colours("A", "", "")
    assert len({found["A"], found["t1"], found["t2"], found[""]}) == 4


def test_tellings_stand_by_event_then_article():
    table = pd.DataFrame(
        {
            "event_id": ["b", "a", "b"],
            "article_id": ["2", "3", "1"],
            "telling": ["Two", "Three", "One"],
        }
    )
    assert style.order(table) == ["Three", "One", "Two"]
