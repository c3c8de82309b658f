"""Collocates: each word near counted once, two measures by their formulas."""

import math

import pandas as pd
import pytest

from tellings.compare.corpus import collocates, concordance, subcorpus
from tellings.parallel import each
from tellings.read import sentences
from tellings.read.sentences import Sentence

TEXTS = {
    "a": "Peace talks began in Oslo. Peace talks went on in Oslo.",
    "b": "Rain fell on Oslo all day. Nobody wanted more rain there.",
}


@pytest.fixture(scope="module")
def whole():
    split = each(pd.Series(TEXTS), sentences.of, Sentence)
    keys = {"article_id": ["a", "b"], "event_id": "e", "telling": ["Post", "Sun"]}
    articles = pd.DataFrame(keys | {"outlet": ["Post", "Sun"], "published": ""})
    return subcorpus.of(articles, sentences=split)


def near(whole, words, **asked) -> pd.DataFrame:
    found = collocates.table(concordance.table(whole, words), whole, **asked)
    return found.set_index("word")


def test_words_near_are_counted_by_side(whole):
    found = near(whole, "talks", reach=1, function_words=True)
    assert found[["n", "left", "right", "in_all"]].T.to_dict("list") == {
        "peace": [2, 2, 0, 2],
        "began": [1, 0, 1, 1],
        "went": [1, 0, 1, 1],
    }


def test_the_measures_are_those_of_their_sources(whole):
    found = near(whole, "talks", reach=1, function_words=True).loc["peace"]
    words, span, n, of = 20, 4, 2, 2  # two "talks" apart from 22 words; a word to each side
    expected = span * of / words
    cells = [(n, expected), (span - n, span - expected), (0, of - expected)]
    cells.append((words - span, (words - span) * (words - of) / words))
    g2 = 2 * sum(seen * math.log(seen / by) for seen, by in cells if seen)
    assert found["expected"] == pytest.approx(expected)
    assert found["log_likelihood"] == pytest.approx(g2)
    assert found["log_dice"] == pytest.approx(14 + math.log2(2 * n / (2 + of)))


def test_a_word_between_two_places_is_counted_once(whole):
    found = near(whole, "fell|oslo", reach=2, function_words=True)
    assert found.loc["on", "n"] == 2  # "fell on Oslo" and "on in Oslo"


def test_marks_are_no_part_of_a_word(whole):
    found = near(whole, "wanted|day", reach=4, function_words=True)
    assert {"rain", "there", "all", "oslo"} <= set(found.index)
    assert not any(mark in word for word in found.index for mark in ".,")


def test_function_words_are_left_out_and_nothing_is_found_of_nothing(whole):
    assert "in" not in near(whole, "Oslo").index
    assert near(whole, "Bergen").empty
