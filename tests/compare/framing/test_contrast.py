"""A group against the rest: inside shared events, either way round, and refused in one line."""

import pandas as pd
import pytest

from tellings.compare.corpus import subcorpus
from tellings.compare.framing import contrast
from tellings.parallel import each
from tellings.read import sentences
from tellings.read.sentences import Sentence

# Event e: three outlets. Event f: the Post alone, whose flood is nobody else's to have told.
TEXTS = {
    "a": "Troops stormed the port. Troops stormed on, and the port burned.",
    "b": "Troops entered the port. The port was quiet.",
    "c": "Troops entered the town. The mayor spoke.",
    "d": "A flood came. A flood stormed the town.",
}
OUTLETS = {"a": "Post", "b": "Sun", "c": "Echo", "d": "Post"}


@pytest.fixture(scope="module")
def whole():
    split = each(pd.Series(TEXTS), sentences.of, Sentence)
    articles = pd.DataFrame({"article_id": list(TEXTS), "event_id": list("eeef")})
    outlet = articles["article_id"].map(OUTLETS)
    return subcorpus.of(articles.assign(telling=outlet, outlet=outlet), sentences=split)


def test_each_side_is_counted_inside_the_events_that_both_tell(whole):
    found = contrast.rates(whole, "stormed", outlet="Post")
    assert found["event_id"].unique().tolist() == ["e"]
    assert found["side"].tolist() == ["these", "the rest"]
    assert found["n"].tolist() == [2, 0]
    assert found["words"].tolist() == [11, 15]
    assert found.loc[1, "low"] == 0 < found.loc[1, "high"]


def test_a_group_is_of_any_outlets(whole):
    found = contrast.rates(whole, "entered", outlet=["Sun", "Echo"])
    assert found["n"].tolist() == [2, 0]


@pytest.mark.parametrize(("group", "sign"), [("Post", 1), (["Sun", "Echo"], -1)])
def test_words_are_the_groups_whichever_side_tells_more(whole, group, sign):
    keys = contrast.keyness(whole, outlet=group).set_index("term")
    port = keys.loc["port"]
    assert (port["n"], port["n_rest"]) == (2, 2)
    assert (keys.loc["troops", ["n", "n_rest"]] == 2).all()
    assert (keys["low"] < keys["log_odds"]).all() and (keys["log_odds"] < keys["high"]).all()
    assert sign * port["log_odds"] > 0  # of 5 words that count against 8


def test_both_ways_round_say_the_same(whole):
    one = contrast.keyness(whole, outlet="Post").set_index("term").sort_index()
    other = contrast.keyness(whole, outlet=["Sun", "Echo"]).set_index("term").sort_index()
    assert one["log_odds"].tolist() == pytest.approx((-other["log_odds"]).tolist())
    assert one["low"].tolist() == pytest.approx((-other["high"]).tolist())
    assert one["n"].tolist() == other["n_rest"].tolist()
    assert one["words"].tolist() == other["words_rest"].tolist()


def test_few_events_claim_nothing(whole):
    keys = contrast.keyness(whole, outlet="Post")
    assert keys["chance"].isna().all()
    assert contrast.in_words(keys).startswith("Both sides tell 1 event; below 6 no difference")


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ({"voice": "quoted"}, "a group is made by columns of the articles table, not by 'voice'"),
        ({"event_id": "e"}, "no event is told by both sides, where event_id is 'e'"),
        ({}, "no event is told by both sides, where nothing is asked"),
        ({"outlet": "Mail"}, "no outlet is 'Mail'"),
    ],
)
def test_what_cannot_be_compared_is_said(whole, group, said):
    with pytest.raises(ValueError, match=said):
        contrast.keyness(whole, **group)
