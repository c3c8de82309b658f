"""Concordances: sorted by the words around, counted with intervals, never over the edge."""

import pandas as pd
import pytest

from tellings.compare.corpus import concordance, subcorpus
from tellings.parallel import each
from tellings.read import sentences
from tellings.read.sentences import Sentence

TEXTS = {
    "a": "Big talks began. No talks today. Talks over aid, all talks.",
    "b": "Nothing at all.",
}


@pytest.fixture(scope="module")
def whole():
    split = each(pd.Series(TEXTS), sentences.of, Sentence)
    keys = {"article_id": ["a", "b"], "event_id": "e", "telling": ["Post", "Sun"]}
    articles = pd.DataFrame(keys | {"outlet": ["Post", "Sun"], "published": ""})
    return subcorpus.of(articles, sentences=split)


@pytest.mark.parametrize(
    ("order", "first_words"),
    [
        ("", ["Big ", "No ", "", "Talks over aid, all "]),
        ("left 1", ["", "Talks over aid, all ", "Big ", "No "]),
        ("right 1", ["Talks over aid, all ", "Big ", "", "No "]),
        ("sentence, left 2", ["Big ", "No ", "", "Talks over aid, all "]),
        ("voice, right 1, left 1", ["Talks over aid, all ", "Big ", "", "No "]),
    ],
)
def test_sorts_by_the_words_around(whole, order, first_words):
    assert concordance.table(whole, "talks", order)["left"].tolist() == first_words


def test_an_unknown_order_is_named(whole):
    with pytest.raises(ValueError, match="unknown order 'up'; known: left 1"):
        concordance.table(whole, "talks", "up")


def test_rates_have_intervals_and_zero_is_counted(whole):
    counted = concordance.tally(concordance.table(whole, "talks"), whole)
    assert counted["n"].tolist() == [4, 0]
    assert counted["words"].tolist() == [11, 3]
    assert counted["per_1000_words"].tolist() == pytest.approx([4000 / 11, 0])
    # Garwood's exact limits of a count: 1.0899 to 10.2416 for 4, 0 to 3.6889 for 0.
    assert counted["low"].tolist() == pytest.approx([1089.9 / 11, 0], rel=1e-4)
    assert counted["high"].tolist() == pytest.approx([10241.6 / 11, 3688.9 / 3], rel=1e-4)


def test_rates_are_told_by_any_field_inside_an_event(whole):
    found = concordance.table(whole, "talks")
    assert concordance.tally(found, whole, by="outlet")["outlet"].tolist() == ["Post", "Sun"]
    with pytest.raises(ValueError, match="unknown column 'mood'"):
        concordance.tally(found, whole, by="mood")


def test_a_part_is_searched_as_the_whole_is(whole):
    assert len(concordance.table(subcorpus.only(whole, telling="Sun"), "talks")) == 0


def test_places_run_from_the_first_letter_to_the_last(whole):
    table = concordance.places(concordance.table(whole, "big|talks"), whole)
    assert table["article_id"].tolist() == ["a"] * 5 + ["b"]
    text = TEXTS["a"]
    starts = [0, 4, text.index("talks t"), text.index("Talks"), text.rindex("talks")]
    assert table["place"].tolist()[:5] == pytest.approx([s / len(text) for s in starts])
    assert table["place"].isna().tolist() == [False] * 5 + [True]
    assert concordance.places_in_words(table).startswith(
        "5 places in 1 of 2 tellings, 5 of them in"
    )
    nowhere = concordance.places(concordance.table(whole, "absent"), whole)
    assert concordance.places_in_words(nowhere) == "The words stand in none of 2 tellings."


def test_a_search_for_nothing_is_told_and_leaves_no_article_out(whole):
    with pytest.raises(ValueError, match="nothing to look for"):
        concordance.table(whole, "*")
