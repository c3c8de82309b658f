"""What is said of quotes: only what was found, in the words of the texts, event by event."""

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import quotes as across
from tellings.compare.quotes import speakers, voices, wording
from tellings.find import quotes
from tellings.parallel import each
from tellings.read import sentences
from tellings.tables import frame

NOBODY = pd.DataFrame({"event_id": [], "entity": []}, dtype=str)
FULL = "We left the port at noon by train and the crews went home at night"


def told(texts: dict[str, str], alone=(), mentions=None) -> list[str]:
    """What is said of one event with these texts; alone: names that one outlet alone has."""
    articles = pd.DataFrame({"article_id": list(texts), "event_id": "e"})
    articles = articles.assign(outlet=articles["article_id"].str.upper())
    articles = articles.assign(telling="The " + articles["outlet"])
    rows = [frame(sentences.of(t), sentences.Sentence).assign(article_id=i)
            for i, t in texts.items()]  # fmt: skip
    rows = pd.concat(rows, ignore_index=True)
    found = each(rows, quotes.find, quotes.Quote)
    statements = across.statements(found, articles)
    return wording.said(
        wording.heard(found, articles, mentions),
        pd.DataFrame([("e", name) for name in alone], columns=list(NOBODY)),
        voices.counts(found, rows, articles),
        statements,
        across.differences(statements),
    )["e"]


def quoted(words: str) -> str:
    return f"“{words},” said Eva Lind."


def test_a_changed_word_is_shown_with_what_stands_round_it():
    assert told({"a": quoted(FULL), "b": quoted(FULL.replace("noon", "dawn"))}) == [
        "The A quotes “We left the port at noon by train and the crews …”, "
        "The B “We left the port at dawn by train and the crews …”."
    ]


@pytest.mark.parametrize(
    ("speaker", "by_name"),
    [("Ann Lee", 8), ("she", 4), ("the mayor", 4), ("Ms. Lee", 8), ("the senator", 4)],
)
def test_what_is_given_to_a_source_by_name_is_tallied_beside_all_that_it_is_given(speaker, by_name):
    text = f"“We left the port,” Mayor Ann Lee said.\n\n“It was very late,” {speaker} said."
    rows = frame(sentences.of(text), sentences.Sentence).assign(article_id="a")
    articles = pd.DataFrame([{"article_id": "a", "event_id": "e", "outlet": "A", "telling": "A"}])
    tallies = across.tallied(each(rows, quotes.find, quotes.Quote), articles, None)
    assert [list(tally.columns) for tally in tallies] == [
        [*tables.KEYS, *speakers.Heard._fields]
    ] * 2
    assert [tally["quoted"].sum() for tally in tallies] == [8, by_name]


@pytest.mark.parametrize(
    ("changed", "first", "last"),
    [
        (("We left", "They left"), "They", "…"),
        (("night", "dawn"), "…", "dawn"),
        (("train", "ferry"), "…", "…"),
        (("port", "quay"), "We", "…"),
        (("home", "away"), "…", "night"),
    ],
)
def test_dots_stand_where_a_quotation_goes_on(changed, first, last):
    sentence = told({"a": quoted(FULL), "b": quoted(FULL.replace(*changed))})[0]
    other = sentence.rpartition("“")[2].removesuffix("”.").split()
    assert (other[0], other[-1]) == (first, last)


@pytest.mark.parametrize("other", ["the crew went", "the Crews went"])
def test_a_word_that_is_spelled_otherwise_is_no_change_to_speak_of(other):
    assert told({"a": quoted(FULL), "b": quoted(FULL.replace("the crews went", other))}) == []


def test_dropped_words_are_quoted_from_the_fuller_version():
    short = FULL.replace(" by train", "")
    assert told({"a": quoted(FULL), "b": quoted(short)}) == [
        f"The B leaves “by train” out of what The A quotes: “{FULL}”."
    ]


def test_a_quotation_of_which_only_the_first_words_are_left_is_cut():
    long = "This is far from over, and the people of Oderau must know that their votes are safe"
    texts = {"a": quoted(long), "b": quoted("This is far from over")}
    missing = "and the people of Oderau must know that their votes are safe"
    assert told(texts) == [f"The B leaves “{missing}” out of what The A quotes: “{long}”."]


def test_where_a_quotation_only_begins_later_nothing_was_taken_out_of_it():
    assert told({"a": quoted(FULL), "b": quoted(FULL.removeprefix("We left the "))}) == []


def test_who_is_quoted_by_one_outlet_alone():
    other = "“The gulls came back before the first of the frost had gone,” said Ivo Okafor."
    sentences = told({"a": quoted(FULL), "b": other}, alone=["Eva Lind"])
    assert sentences == ["Only A quotes Eva Lind."]


def test_words_of_somebody_called_she_are_given_to_nobody():
    text = quoted(FULL) + " Mia Brandt left. “We will all go home by the night train,” she said."
    assert told({"a": text, "b": "It rained."}, alone=["Mia Brandt"])[1:] == []


def test_an_article_without_quotation_marks_is_named():
    spoken = quoted(FULL) + " " + quoted("and nobody on the pier was there to see how it had ended")
    assert told({"a": spoken, "b": "It rained on the pier."})[0] == (
        "The B puts nobody's words in quotation marks."
    )
