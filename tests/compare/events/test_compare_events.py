"""Events: the seeds' two meetings, what is given wins, what cannot be told stays alone."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, strategies as st

from tellings.compare import events, ingest
from tellings.compare.events import (
    cosine,
    days as event_days,
    linkage,
    outlets,
    questions,
)
from tellings.compare.events.days import OTHER_DAY, UNKNOWN, Days
from tellings.compare.events.runs import Runs
from tellings.compare.parts import in_parts
from tellings.parallel import each
from tellings.read import articles, files, lines, sentences
from tellings.read.files import Correction

EMPTY = dict.fromkeys(("headline", "published", "updated", "event_id"), "")


@pytest.fixture(scope="module")
def made(root):
    """Articles, lines and sentences of the seeds, as notebook 1 makes them."""
    captures = ingest.kept(files.captures(root / "seeds"))
    roles = each(ingest.texts(captures), lines.classify, lines.Line)
    own = each(roles, articles.describe, articles.Article, hints=ingest.hints(captures))
    split = each(roles, sentences.split, sentences.Sentence)
    return events.described(own, captures), roles, split


def told(made, keep=None, corrections=None, **given):
    """The seeds' tellings; keep: only these; given: event_id by the first part of an id."""
    own, roles, split = made
    own = own.assign(event_id=[given.get(f"a{i[:3]}", "") for i in own["article_id"]])
    own = own[own["article_id"].str[:3].isin(keep or ["000", "001", "002", "003", "004"])]
    groups = events.group(own, split[split["article_id"].isin(own["article_id"])], corrections)
    return events.tellings(own, outlets.find(own, roles), groups, split)


def ids(table):
    return dict(zip(table["article_id"].str[:3], table["event_id"], strict=True))


def test_seeds_are_two_meetings_by_their_texts_alone(made):
    assert ids(told(made)) == {
        "000": "2024-04-18",
        "001": "2024-04-18",
        "002": "2024-04-18",
        "003": "2024-04-01",
        "004": "2024-04-01",
    }


def test_the_order_of_articles_changes_nothing(made):
    own, _roles, split = made
    turned = events.group(own.iloc[::-1], split)
    assert ids(turned) == ids(events.group(own, split))


# Articles, how many events they are: what the corpus lacks is not made up.
PARTS = [(("000", "003"), 2), (("000", "004"), 2), (("001", "004"), 2), (("003", "004"), 1)]
PARTS += [(("000", "002"), 1), (("000", "002", "003", "004"), 2), (("002",), 1)]


@pytest.mark.parametrize(("keep", "count"), PARTS)
def test_a_part_of_the_seeds_is_grouped_no_further_than_it_tells(made, keep, count):
    assert told(made, keep)["event_id"].nunique() == count


def test_undated_articles_have_a_name_and_no_day(made):
    table = told(made, ("000", "002"))
    assert set(table["event_id"]) == {"undated-000"}
    assert set(table["anchor"]) == {""}
    assert events.anchors(table).tolist() == [None, None]
    assert table["event_evidence"].str.contains("without a year or date").all()


def test_the_evidence_names_days_and_texts(made):
    why = dict(zip(*told(made)[["article_id", "event_evidence"]].T.to_numpy(), strict=True))
    why = {i[:3]: words for i, words in why.items()}
    assert "Thursday, without a year or date; that fits 2024-04-18" in why["000"]
    assert "Thursday, 2024-04-18, counted from its date 2024-04-18" in why["001"]
    assert "April 1, without a year or date; that fits 2024-04-01" in why["004"]
    assert "nearest to 003, both have US-Israel Strategic Consultative Group" in why["004"]
    alone = told(made, ("000", "003"))["event_evidence"]
    assert alone.str.contains("alone: .*likeness 0.[01]., too little").all()


def test_anchors_are_stamps_or_the_events_day(made):
    table = told(made)
    assert [(a, b) for a, b in zip(table["anchor"], table["anchor_basis"], strict=True)] == [
        ("2024-04-18", "the event's day"),
        ("2024-04-18", "updated"),
        ("2024-04-18", "the event's day"),
        ("2024-04-02", "updated"),
        ("2024-04-01", "the event's day"),
    ]


def test_what_the_manifest_gives_wins_and_draws_its_like(made):
    found = ids(told(made, a001="second meeting"))
    assert [found[i] for i in ("000", "001", "002")] == ["second meeting"] * 3
    assert found["003"] == "2024-04-01"


def test_two_given_events_stay_two(made):
    found = ids(told(made, a000="one", a001="two"))
    assert (found["000"], found["001"]) == ("one", "two")


def test_a_correction_moves_its_article_alone(made):
    row = {"subject": "event", "place": "", "was": "", "note": "", "becomes": "2024-04-01"}
    article_id = made[0]["article_id"][0]
    table = told(made, corrections=pd.DataFrame([row | {"article_id": article_id}]))
    assert ids(table) == {
        "000": "2024-04-01",
        "001": "2024-04-18",
        "002": "2024-04-18",
        "003": "2024-04-01",
        "004": "2024-04-01",
    }
    assert table["event_day"][0] == "2024-04-01"
    assert table["event_evidence"][0] == "given in corrections.csv"


def corpus(*texts, published=""):
    """Articles and sentences of plain texts; the first line is the headline."""
    own = pd.DataFrame(
        [
            EMPTY | {"article_id": f"t{n}", "headline": t.split("\n")[0], "published": published}
            for n, t in enumerate(texts)
        ]
    )
    split = each(
        pd.Series({f"t{n}": t for n, t in enumerate(texts)}), sentences.of, sentences.Sentence
    )
    return own, split


HARBOUR = (
    "Harbour talks resume\nShip owners and dockers met in the harbour on Monday over night pay."
)
WHEAT = (
    "Wheat harvest fails\nFarmers in the northern plains lost their wheat crop to hail and frost."
)


def test_two_events_of_one_day_have_two_names():
    found = events.group(*corpus(HARBOUR, WHEAT, published="2031-05-05"))
    assert list(found["event_id"]) == ["2031-05-05", "2031-05-05-2"]
    assert found["evidence"].str.startswith("alone: ").all()


def test_one_text_a_month_later_is_another_event():
    own, split = corpus(HARBOUR, HARBOUR)
    own["published"] = ["2031-05-05", "2031-06-09"]
    assert events.group(own, split)["event_id"].nunique() == 2


def test_an_article_alone_is_an_event():
    found = events.group(*corpus(HARBOUR))
    assert list(found["event_id"]) == ["undated-t0"]
    assert "no other text is like it" in found["evidence"][0]


def test_texts_without_words_are_grouped_alone():
    own, split = corpus("1\n2", "-")
    assert events.group(own, split)["event_id"].nunique() == 2


def test_a_large_corpus_is_compared_in_blocks_with_the_same_answer(monkeypatch):
    names = "Bel Dor Fal Gar Hol Kir Lin Mor Nor Pel Ros Tal".split()
    texts = [
        f"Talks in {name}stad\nMayor {one} {name}ova met {two} {name}ski at Cape {name}ness."
        for name in names
        for one, two in (("Ann", "Bo"), ("Mayor Ann", "Mr. Bo"))
    ]
    own, split = corpus(*texts)
    own["published"] = [f"2031-{1 + n // 2:02d}-05" for n in range(24)]
    whole = events.group(own, split)["event_id"].tolist()
    monkeypatch.setattr(cosine, "_BLOCK", 5)
    assert events.group(own, split)["event_id"].tolist() == whole
    assert len(set(whole)) == 12


def test_a_set_too_large_for_one_table_is_cut_and_joins_no_other(monkeypatch, made):
    monkeypatch.setattr(linkage, "MOST_LINKED", 2)
    found = told(made).groupby("event_id")["article_id"].agg(lambda ids: {i[:3] for i in ids})
    assert {"003", "004"} in list(found)
    assert all(len(members) <= 2 for members in found)


def day(lead=(), stamp=None, weekdays=(), month_days=()):
    return Days(stamp, lead, weekdays, month_days, ())


# A Monday and a Thursday.
APRIL_1, APRIL_18 = date(2024, 4, 1).toordinal(), date(2024, 4, 18).toordinal()
# Days of two articles, what they say about the pair.
SAYINGS = [
    (day((APRIL_18,)), day((APRIL_18,)), "same day", 1.0),
    (day((APRIL_18,)), day((APRIL_1,)), "17 days apart", 0.088),
    (day((APRIL_18,), APRIL_1), day((), APRIL_1), "same day", 1.0),
    (day((APRIL_18,)), day(weekdays=(3,)), "same weekday", 0.95),
    (day((APRIL_1,)), day(weekdays=(3,)), "other weekday", 0.5),
    (day((APRIL_1,)), day(month_days=((4, 1),)), "same day", 1.0),
    (day((APRIL_18,)), day(month_days=((4, 1),)), "17 days apart", 0.4),
    (day(weekdays=(3,)), day(month_days=((4, 1),)), "weekday beside date", 0.5),
    (day(month_days=((2, 29),)), day(month_days=((2, 29),)), "same date", 1.0),
    (day(), day((APRIL_1,)), "no day", 0.8),
]


@pytest.mark.parametrize(("a", "b", "words", "weight"), SAYINGS)
def test_days_of_a_pair(a, b, words, weight):
    assert event_days.compare(a, b) == event_days.compare(b, a)
    said = event_days.compare(a, b)
    assert (said.words, round(said.weight, 3)) == (words, weight)


def test_a_weekday_takes_the_date_of_the_like_text_that_it_fits():
    days = [day((APRIL_18,)), day((APRIL_1,)), day(weekdays=(3,)), day()]
    pairs = pd.DataFrame({"a": [0, 1, 0], "b": [2, 2, 3], "likeness": [0.2, 0.4, 0.9]})
    after = event_days.adopt(days, pairs)
    assert (after[2].lead, after[2].adopted) == ((APRIL_18,), True)
    assert after[:2] == days[:2] and after[3] == days[3]


def test_found_dates_keep_meetings_apart_among_other_news(made):
    own, _, split = made
    others = [f"{a} rains {n}\nThe {a} rains came late to the {a} coast." for n in range(2) for a in
              "north south east west upper lower inner outer great small".split()]  # fmt: skip
    plain, of_plain = corpus(*others)
    mixed = events.group(pd.concat([own, plain]), pd.concat([split, of_plain]))
    found = mixed.set_index("article_id")["event_id"]
    assert found.iloc[:3].nunique() == found.iloc[3:5].nunique() == 1
    assert found.iloc[0] != found.iloc[3]


def test_only_one_event_or_all_or_a_clear_word(made):
    table = told(made)
    assert len(events.only(table, "")) == 5
    assert len(events.only(table, "2024-04-01")) == 2
    with pytest.raises(ValueError, match="unknown event 'x'; .* 2024-04-01, 2024-04-18"):
        events.only(table, "x")


def test_join_adds_keys_and_loses_no_row(made):
    table = told(made)
    joined = events.join(made[2], table)
    assert len(joined) == len(made[2])
    assert list(joined.columns[:4]) == ["article_id", "event_id", "outlet", "telling"]
    with pytest.raises(ValueError, match="no article"):
        events.join(made[2], table.iloc[1:])


def test_labels_are_short_and_unique_inside_an_event(made):
    table = told(made).sort_values("article_id")
    assert list(table["telling"]) == [
        "Antiwar.com",
        "The National",
        "Axios (inferred)",
        "The National (inferred)",
        "TruthUSA News Hub",
    ]


def test_a_second_telling_of_an_outlet_gets_a_number(made):
    own, roles, split = made
    own = own.assign(outlet=["Post", "Post", "", "", ""], outlet_status="given", event_id="e")
    groups = events.group(own, split)
    found = outlets.find(own, roles[roles["line"] == 0])
    assert list(events.tellings(own, found, groups, split)["telling"]) == [
        "Post", "Post 2", "002", "003", "004",
    ]  # fmt: skip


def test_an_outlet_is_inferred_from_the_same_page_furniture(made):
    own, roles, _ = made
    found = outlets.find(own, roles).set_index("article_id")
    row = found.loc[own["article_id"][3]]
    assert (row["outlet"], row["outlet_status"]) == ("The National", "inferred")
    assert 'built like that of 001: "Powered by automated' in row["outlet_evidence"]


def test_furniture_of_two_outlets_infers_none(made):
    own, roles, _ = made
    twin = own[own["outlet"] == "The National"].assign(article_id="twin", outlet="Other Post")
    lines_of_twin = roles[roles["article_id"] == own["article_id"][1]].assign(article_id="twin")
    found = outlets.find(pd.concat([own, twin]), pd.concat([roles, lines_of_twin]))
    assert found.set_index("article_id").loc[own["article_id"][3], "outlet"] == ""


def test_inputs_are_left_as_they_were(made):
    own, roles, split = (t.copy() for t in made)
    told(made)
    for table, before in zip(made, (own, roles, split), strict=True):
        pd.testing.assert_frame_equal(table, before)


def test_likeness_tells_every_pair_of_the_seeds(made):
    found = events.likeness(told(made), made[2])
    assert len(found) == 10
    whole = found["text"] * found["names"] ** 0.75 * (found["particulars"] / 3).clip(upper=1)
    assert ((found["likeness"] - whole * found["days"]).abs() < 1e-9).all()
    assert found["shared"].between(0, 1).all()


# --- true and false events, in texts of our own ---------------------------------------------------

STORM = """Storm Petra kills three on west coast
Three people died and 40,000 homes lost power when Storm Petra hit the coast on Sunday night.
A tree crushed a car near Sandvik, killing a couple from Lund. A sailor drowned off Cape Horne."""
STORM_AGAIN = """Couple die in car as Petra batters coast
A couple from Lund died when a tree fell on their car near Sandvik as Petra swept in on Sunday.
Some 40,000 households were without power, Norkraft said. A man also drowned off Cape Horne."""
OTHER_STORM = """Storm Anton kills two in the north
Two people died when Storm Anton hit the north coast on Sunday, and 12,000 homes lost power.
A fisherman was swept from the pier at Berg, and a roof fell on a woman in Tana, police said."""
BURGLAR = """Burglar gets eight years in Halden County
District Attorney Ruth Amsel announced today that Gordon Pike, 44, was sentenced to eight years.
Pike broke into six homes on Mill Street. "The defendant violated the safety of families," she said.
The case was prosecuted by Assistant District Attorney Lena Marsh of the Major Crimes Bureau."""
DRIVER = """Halden woman gets twelve years for fatal crash
District Attorney Ruth Amsel announced today that Tanya Brooks, 31, was sentenced to twelve years.
Brooks struck a car on River Road driven by Samuel Otis. "The defendant chose to drive," she said.
The case was prosecuted by Assistant District Attorney Hugh Castle of the Vehicular Bureau."""
ORBIS = """Orbis profit jumps on cloud sales
Orbis, the software group, said profit rose 18% to $1.2bn in the third quarter on cloud demand.
Shares rose 4%. Chief executive Nadia Voll raised the forecast. Analysts had expected $1.1bn."""
ORBIS_AGAIN = """Cloud lifts Orbis
Cloud demand lifted quarterly profit at Orbis by 18% to $1.2bn, chief executive Nadia Voll said.
The group now expects more for the year. Its shares gained 4%."""
TANNER = """Tanner warns on profit
The retailer Tanner said profit for the year would fall 20% as shoppers stay away in the quarter.
Shares fell 12%. Chief executive Mark Hale cut the forecast. Analysts had expected a rise."""
STAY = """Why I shall vote to stay
On Thursday the island votes on whether to leave the Union, and I shall vote to remain.
Leaving it would cost jobs and friends, and the Leave campaign says nothing of what comes after."""
LEAVE = """Leave, and take back control
The Union makes three laws out of five, and Thursday's referendum is the chance to leave.
The Remain campaign warns of ruin for the island. We heard the same about the currency."""

# Texts, and which of them are one event.
STORIES = [
    ((STORM, STORM_AGAIN), [0, 0]),
    ((STORM, OTHER_STORM, STORM_AGAIN), [0, 1, 0]),
    ((BURGLAR, DRIVER), [0, 1]),
    ((ORBIS, TANNER, ORBIS_AGAIN), [0, 1, 0]),
    ((STAY, LEAVE), [0, 1]),
    ((STORM, BURGLAR, ORBIS, STAY, DRIVER, TANNER, LEAVE, STORM_AGAIN), [0, 1, 2, 3, 4, 5, 6, 0]),
]


@pytest.mark.parametrize(("texts", "stories"), STORIES)
def test_a_shared_beat_is_no_event_and_a_shared_happening_is_one(texts, stories):
    found = events.group(*corpus(*texts))["event_id"]
    assert [found.tolist().index(e) for e in found] == [stories.index(n) for n in stories]


@pytest.mark.parametrize("copies", [1, 12, 30])
def test_copies_of_a_text_make_its_words_no_less_rare(copies):
    articles, split = corpus(*[STORM] * copies, *[STORM_AGAIN] * copies, BURGLAR, DRIVER)
    grouped = events.group(articles, split)
    assert grouped["event_id"].value_counts().tolist() == [2 * copies, 1, 1]


def test_what_joins_is_named():
    why = events.group(*corpus(STORM, STORM_AGAIN))["evidence"][0]
    assert "both have" in why and "Sandvik" in why


def asked(*texts):
    own, split = corpus(*texts)
    compared = events.compare(own, split)
    groups = events.group(own, split, None, compared)
    return questions.find(own, groups, compared), own, split


def test_a_pair_near_the_line_is_asked_about_and_the_row_joins_it():
    found, own, split = asked(STAY, LEAVE)
    (question,) = found.itertuples()
    assert not question.together and "Union" in question.shared
    assert question.headline_b == "Leave, and take back control"
    fields = dict(zip(Correction._fields, question.correction.split(","), strict=True))
    joined = events.group(own, split, pd.DataFrame([fields]))
    assert joined["event_id"].nunique() == 1


def test_what_is_clear_is_not_asked():
    assert asked(STORM, STORM_AGAIN)[0].empty
    assert asked(STORM, BURGLAR)[0].empty


# --- outlets --------------------------------------------------------------------------------------


def whose(files, given=None, corpus=""):
    """outlets.find of articles without any line, by file."""
    own = pd.DataFrame({"article_id": files, "file": files}).assign(outlet="", outlet_status="")
    own = own.assign(outlet=given or "", outlet_status="given" if given else "absent")
    return outlets.find(own, pd.DataFrame({"article_id": [], "role": [], "text": []}), corpus)


# Files, the corpus folder's name, the outlets that they tell.
NAMED_FILES = [
    (["nyt.txt", "fox.txt"], "", ["The New York Times", "Fox News"]),
    (["dailymail_1.txt", "express_2.txt"], "", ["Daily Mail", "Daily Express"]),
    (["express-train-derails.txt", "fire.txt"], "", ["", ""]),
    (["2024/cnn/a.txt"], "", ["CNN"]),
    (["a.txt"], "news/bbc", ["BBC News"]),
    (["a.txt"], "news/time", [""]),
]


@pytest.mark.parametrize(("files", "corpus", "names"), NAMED_FILES)
def test_a_file_or_folder_named_after_an_outlet_infers_it(files, corpus, names):
    found = whose(files, corpus=corpus)
    assert list(found["outlet"]) == names
    assert set(found["outlet_status"]) <= {"inferred", "absent"}


def test_one_outlet_has_one_name_however_it_is_written():
    given = ["THE NEW YORK TIMES", "nytimes.com", "Oderau Gazette", "ODERAU GAZETTE"]
    found = whose(["a", "b", "c", "d"], given)
    assert list(found["outlet"]) == ["The New York Times"] * 2 + ["ODERAU GAZETTE"] * 2


TELLINGS = pd.DataFrame(
    {
        "article_id": ["x", "a", "b", "w"],
        "outlet": ["Post", "", "", "Post"],
        "telling": ["Post", "a", "b", "Post 2"],
        "file": ["x", "y", "z", "w"],
    }
)


def test_articles_of_unknown_outlets_stand_for_themselves():
    assert list(outlets.voices(TELLINGS)) == ["Post", "a", "b", "Post"]
    assert outlets.counted(TELLINGS) == "1 outlet and 2 articles"
    assert (outlets.noun(TELLINGS), outlets.noun(TELLINGS.head(1))) == ("article", "outlet")
    assert outlets.manifest(TELLINGS) == "file,outlet\ny,Name of its outlet\nz,Name of its outlet"


# A file's name, and the day that it gives an article which nothing else dates.
DATED_FILES = [
    ("2031-05-03_briefing.txt", "2031-05-03"),
    ("briefing-20310503.txt", ""),
    ("briefing_20310503.txt", "2031-05-03"),
    ("talks May 3, 2031.txt", "2031-05-03"),
    ("1911-Joseph.txt", ""),
    ("mail_-5580726528709966188.txt", ""),
]


@pytest.mark.parametrize(("file", "day"), DATED_FILES)
def test_a_files_name_dates_what_nothing_else_dates(made, file, day):
    own = made[0].head(2).drop(columns="file").assign(published=["", "2031-01-01"], updated="")
    captures = own[["article_id", "event_id"]].assign(file=file)
    found = events.described(own, captures)
    assert list(found["published"]) == [day, "2031-01-01"]
    assert (found["published_status"][0] == "inferred") == bool(day)


@given(*[st.lists(st.sampled_from("abc"), max_size=14).map(" ".join)] * 2)
def test_shared_runs_are_those_of_five_words(one, other):
    sets = [{tuple(t.split()[n : n + 5]) for n in range(len(t.split()) - 4)} for t in (one, other)]
    whole = len(sets[0] & sets[1]) / min(map(len, sets)) if all(sets) else 0.0
    pairs = pd.DataFrame({"a": [0], "b": [1]})
    told = in_parts(pd.DataFrame({"article_id": ["x", "y"], "text": [one, other]}))
    runs = Runs(told, ["x", "y", "none"])
    assert list(runs.shared(pairs)) == [whole]
    more = pd.DataFrame({"a": [1, 0, 0], "b": [0, 1, 2]})  # of some the runs are there already
    assert list(runs.shared(more)) == [whole, whole, 0.0]


@pytest.mark.parametrize(
    ("likeness", "days", "size", "core"),
    [
        (0.14, UNKNOWN, 5, True),  # three articles that somebody put into a folder
        (0.14, UNKNOWN, 50, False),
        (0.21, UNKNOWN, 50, True),
        (0.21, UNKNOWN, 500, False),
        (0.25, UNKNOWN, 100_000, True),
        (0.14, 0.95, 500, True),  # a weekday in common
        (0.14, 1.0, 500, True),
        (0.5, OTHER_DAY, 5, False),
    ],
)
def test_of_many_articles_two_must_be_liker_where_no_day_speaks_for_them(
    likeness, days, size, core
):
    pair = pd.DataFrame({"likeness": [likeness], "own": [3], "days": [days]})
    assert list(linkage.is_core(pair, size)) == [core]


def test_two_prints_of_one_text_tell_one_event_though_it_names_nobody():
    ferry = (
        "Ferries stay in port\n\nthe company cancelled its sailings on Monday after two fell ill."
    )
    other = "Mill becomes a school\n\nthe old mill will be a school for children, the town said."
    own, split = corpus(*[ferry] * 10, *[other] * 3)
    groups = events.group(own, split)
    assert sorted(groups.groupby("event_id").size()) == [3, 10]
    assert groups["evidence"].str.contains("the same text as").all()
