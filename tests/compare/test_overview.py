"""What is said of a corpus: its events, how much is read, what is guessed, refused, set aside."""

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import ingest, overview
from tellings.compare.languages import SetAside

NONE = tables.frame([], SetAside)
LINES = pd.DataFrame(
    [
        ("a", 1, "headline", 0, 9, "r", "Talks go on"),
        ("a", 2, "body", 10, 20, "r", "They met in Lund today"),
        ("a", 3, "promo", 21, 30, "r", "Sign in"),
        ("b", 1, "body", 0, 9, "r", "They met again"),
    ],
    columns=["article_id", "line", "role", "start", "end", "rule", "text"],
)


def articles(**changed) -> pd.DataFrame:
    """Two articles of one event, with some columns otherwise."""
    table = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "event_id": "e",
            "event_name": "Talks in Lund",
            "outlet": ["Post", "Echo"],
            "outlet_status": "text",
            "telling": ["Post", "Echo"],
            "headline": ["Talks go on", ""],
            "headline_start": [0, None],
            "headline_end": [9, None],
            "file": ["a.txt", "b.txt"],
            "anchor": "2024-04-18",
        }
    )
    return table.assign(**changed)


def said(rejects: int = 0, lines=LINES, **changed) -> str:
    here = articles(**changed)
    refused = pd.DataFrame({"file": ["x"] * rejects})
    return overview.finding(ingest.words(ingest.counts(lines), here), here, refused, NONE)


def test_the_finding_names_the_event_who_tells_it_and_what_is_read():
    assert said() == (
        "Two articles tell of one event: “Talks in Lund” (Echo and Post). Post is the longest "
        "(8 words), Echo the shortest (3). Of the 13 words that were saved, 85% are the articles'; "
        "the rest is page clutter and is not counted."
    )


def test_where_nothing_was_left_out_that_is_not_spoken_of():
    assert "clutter" not in said(lines=LINES[LINES["role"] != "promo"])


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"rejects": 1}, "One file could not be read."),
        ({"rejects": 3}, "Three files could not be read."),
        ({"outlet_status": ["inferred", "text"]}, "The outlet of one article is inferred"),
        ({"anchor": ""}, "The date of two articles is unknown."),
        ({"outlet": ["Post", ""]}, "The outlet of one article is unknown."),
    ],
)
def test_what_is_uncertain_is_told(changed, words):
    assert words in said(**changed)


def test_two_events_are_named_apart_and_their_lengths_not_compared():
    words = said(event_id=["e", "f"], event_name=["Talks", "Pier"])
    assert words.startswith("Two articles tell of two events: “Talks” (Post) and “Pier” (Echo).")
    assert "longest" not in words


def test_the_figure_in_words_says_who_keeps_least():
    words = overview.in_words(ingest.words(ingest.counts(LINES), articles()))
    assert words.startswith("Of 13 words in two texts 11 (85%) are headline")
    assert words.endswith("Post keeps least, 80%.")
    assert overview.title(ingest.words(ingest.counts(LINES), articles())).startswith(
        "85% of what was saved"
    )


def test_each_article_has_a_row_that_leads_to_its_headline():
    table = overview.table(articles(), ingest.words(ingest.counts(LINES), articles()))
    assert table[["outlet", "text", "words", "start", "end"]].to_numpy().tolist() == [
        ["Post", "Talks go on", 8, 0, 9],
        ["Echo", "b.txt", 3, 0, 0],
    ]
