"""Sentences beside each other: partners by a shared fact, and none where none was found."""

import pandas as pd
import pytest

from tellings.compare.coverage import partners

SENTENCES = pd.DataFrame(
    [
        ("a", "body", 1, 0, 10, "Rain fell."),
        ("a", "body", 1, 11, 21, "Ms. Lee won."),
        ("b", "body", 1, 0, 12, "It rained on."),
        ("b", "body", 2, 14, 30, "Rain, rain again."),
        ("c", "body", 1, 0, 9, "Lee wins."),
    ],
    columns=["article_id", "zone", "paragraph", "start", "end", "text"],
)
CELLS = pd.DataFrame(
    [
        ("a", "statement", "rain", "carried", 0, 10),
        ("b", "statement", "rain", "carried", 0, 12),
        ("b", "statement", "rain", "partly", 14, 30),
        ("c", "statement", "rain", "omitted", None, None),
        ("a", "person", "Lee", "carried", 11, 21),
        ("b", "person", "Lee", "unclear", 14, 30),
        ("c", "person", "Lee", "carried", 0, 9),
    ],
    columns=["article_id", "kind", "fact", "state", "start", "end"],
)


@pytest.mark.parametrize(
    "other, pairs",
    [
        ("b", {"Rain fell.": ["It rained on.", "Rain, rain again."], "Ms. Lee won.": [""]}),
        ("c", {"Rain fell.": [""], "Ms. Lee won.": ["Lee wins."]}),
    ],
)
def test_a_sentence_stands_beside_each_that_tells_the_same(other, pairs):
    found = partners.table(CELLS, SENTENCES, "a", other)
    assert found.groupby("text")["text_b"].agg(list).to_dict() == pairs
    assert (found["start_b"].isna() == (found["text_b"] == "")).all()


def test_the_partners_of_a_place_are_those_of_its_sentence():
    found = partners.table(CELLS, SENTENCES, "a", "b")
    assert partners.at(found, 3)["start_b"].tolist() == [0, 14]
    assert partners.at(found, 15).empty
    assert partners.in_words(found) == "1 of 2 sentences have a partner"


def test_without_cells_every_sentence_stands_alone():
    found = partners.table(CELLS.head(0), SENTENCES, "a", "b")
    assert found["text"].tolist() == ["Rain fell.", "Ms. Lee won."]
    assert found["start_b"].isna().all()
