"""The front page: the story's name, who tells it, what differs; everything in one zip."""

import zipfile
from types import SimpleNamespace

import pandas as pd
import pytest

from tellings.report.pages import bundle, front, listing, origins
from tellings.report.pages.places import Places


class Told(SimpleNamespace):
    """A corpus that has the tables given."""

    def columns(self, name, *columns):
        return getattr(self, name)[list(columns)]

    def of_events(self, events):
        own = {name: rows[rows["event_id"].isin(events)] for name, rows in vars(self).items()}
        return Told(**own)


def articles(*names: str, outlet: str = "The Herald") -> pd.DataFrame:
    rows = [(f"{n:03}", name, outlet) for n, name in enumerate(names)]
    return pd.DataFrame(rows, columns=["article_id", "event_name", "outlet"])


@pytest.mark.parametrize(
    "names, title",
    [
        (["Ferry strike, 3 May 2024"], "Ferry strike, 3 May 2024"),
        (
            ["Ferry: strike, 3 May", "Ferry: talks, 5 May"],
            "Ferry: two events, one article each",
        ),
        (["Ferry: strike, 3 May", "A fire, 5 May"], "Two events, one article each"),
        ([f"Ferry: day {n}" for n in range(8)], "Eight events, one article each"),
    ],
)
def test_the_title_is_the_story_or_how_many_there_are(names, title):
    assert front._title(articles(*names)) == title


def test_where_an_outlet_is_not_told_the_articles_are_counted():
    own = articles("A fire, 5 May", "A flood, 6 May").assign(outlet=["The Herald", ""])
    assert front._title(own) == "Two events, one article each"
    assert front._many(own) == "2 articles"


def test_outlets_are_counted_where_each_is_told():
    own = articles("A fire, 5 May", "A flood, 6 May", "A fire, 5 May")
    assert front._title(own) == "Two events as one outlet told them"
    assert front._title(own.assign(outlet=["", "", "X"])) == "Two events as 3 articles told them"


def test_events_beyond_those_shown_whole_are_a_line_each_and_lead_to_a_page():
    told = SimpleNamespace()  # a report of notebook 1 alone: nothing was compared
    own = articles("Ferry strike", "A fire").assign(
        event_id=["a", "b"], telling=["The Herald", "The Post"]
    )
    pages = {"a": front.Page("events/a.html", "", "")}
    made = front._lines(told, own, ["a", "b"], pages, Places())
    assert '<a href="events/a.html">Ferry strike</a>' in made
    assert '<a href="articles/001.html">A fire</a>' in made
    assert made.count("one article: nothing to compare") == 2


def test_events_without_a_line_have_their_first_difference_in_the_list(monkeypatch):
    monkeypatch.setattr(front, "LINES", 1)
    own = articles("Ferry strike", "A fire").assign(event_id=["a", "b"], telling=["One", "Two"])
    first = pd.DataFrame({"event_id": ["a", "b"], "part": "differs", "rank": 1, "kind": "number"})
    first = first.assign(sentence=["Ten left.", "Six stayed."], certainty="told")
    place = {"event_id": "b", "part": "differs", "rank": 1, "at": 0, "words": "Six"}
    place |= {"article_id": "001", "start": 7, "end": 10, "outlet": "Two", "text": "Six"}
    own = own.assign(headline="", file="x", published="")
    told = Told(articles=own, differences=first, difference_places=pd.DataFrame([place]))
    places = Places()
    made = front._lines(told, own, ["a", "b"], {}, places)
    assert "1 of 2 events (" in made and "Ten left." in made and "Six" not in made
    further = front.further(told, places)
    assert further == {"b": '<a href="articles/001.html#at-7-10">Six</a> stayed.'}
    assert "001" in places.articles() and not any(places.asked_of("001").values())
    (_, body), *_ = listing.pages(told, {"001"}, further)
    assert body.count("</a> stayed.</p>") == 1 and "Ten left." not in body


@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        (["to check", "not named", "told alone"], 3),
        (["to check", "not named"], 2),
        (["not named", "number"], 2),
        (["to check"], 1),
    ],
)
def test_the_first_difference_is_what_is_proved_and_happened(kinds, first):
    rows = pd.DataFrame({"kind": kinds, "rank": range(1, len(kinds) + 1)})
    rows = rows.assign(event_id="a", part="differs", sentence=[f"{n}." for n in rows["rank"]])
    rows["certainty"] = rows["kind"].where(rows["kind"] == "to check", "told")
    places = pd.DataFrame(columns=["event_id", "part", "rank", "at", "words", "article_id"])
    told = Told(differences=rows, difference_places=places)
    assert list(front._first(told, ["a"])) == [("a", f"{first}.")]


def test_each_kind_of_download_stands_under_its_name():
    names = ["figures/e/a.svg", "index.html", "tables/claims.csv", "tables/e/claims.csv"]
    groups = {label: files for label, _, files in origins._groups(names)}
    assert groups == {
        "Tables": [("tables/claims.csv", "claims"), ("tables/e/claims.csv", "e/claims")],
        "Figures": [("figures/e/a.svg", "e/a")],
    }


def test_the_zip_holds_every_file_and_the_same_report_gives_the_same_bytes(tmp_path):
    for name in ("index.html", "tables/a.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    made = []
    for name in ("one.zip", "two.zip"):
        bundle.write(tmp_path, ["index.html", "tables/a.csv"], name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "one.zip") as whole:
        assert whole.read("report/tables/a.csv") == b"tables/a.csv"
        assert whole.namelist() == ["report/index.html", "report/tables/a.csv"]
