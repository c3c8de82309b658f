"""How long sentences are: those of bodies, by the articles of the events that are drawn."""

import pandas as pd
import pytest

from tellings.compare.readability import lengths

NAMES = {"fire": "The fire", "flood": "The flood"}


def articles(*ids: str, event: str = "fire") -> pd.DataFrame:
    return pd.DataFrame([dict(article_id=i, event_id=event, outlet=i, telling=i) for i in ids])


def counts(article_id: str, *words: int, zone: str = "body") -> pd.DataFrame:
    return pd.DataFrame([dict(article_id=article_id, zone=zone, words=n) for n in words])


def drawn(*tables: pd.DataFrame, of: pd.DataFrame) -> pd.DataFrame:
    return lengths.to_draw(NAMES)(pd.concat(tables, ignore_index=True), of)


def test_sentences_of_the_body_count_and_those_with_a_word():
    told = drawn(counts("A", 9, zone="headline"), counts("A", 0, 12, 30), of=articles("A"))
    assert told[["event_id", "telling", "words"]].values.tolist() == [
        ["fire", "A", 12],
        ["fire", "A", 30],
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            {"A": [10, 20, 30], "B": [9, 12]},
            "Half of the sentences in A have more than 20 words, in B more than 10.5",
        ),
        ({"A": [10, 20, 30]}, "Half of the sentences in A have more than 20 words"),
        ({"A": [10], "B": [10]}, "Half of the sentences in A have more than 10 words"),
    ],
)
def test_the_title_names_the_longest_and_the_shortest(told, said):
    rows = drawn(*(counts(i, *words) for i, words in told.items()), of=articles(*told))
    assert lengths.title(rows, NAMES) == said


def test_of_several_events_each_is_named():
    both = pd.concat([articles("A"), articles("B", event="flood")])
    rows = drawn(counts("A", 10, 20), counts("B", 7), of=both)
    assert (
        lengths.title(rows, NAMES) == "The fire: half of the sentences in A have more than 15 words"
    )
    assert lengths.in_words(rows, NAMES) == (
        "Words that half of an article's sentences exceed. The fire: A 15. The flood: B 7."
    )


def test_where_nothing_is_read_nothing_is_claimed():
    rows = drawn(counts("A", 9, zone="headline"), of=articles("A"))
    assert lengths.title(rows, NAMES) == ""
    assert lengths.in_words(rows, NAMES) == "No article has sentences to measure."
