"""Parts of a corpus: any field makes one, parts add up, and each says what it is computed on."""

import pandas as pd
import pytest
from hypothesis import given, strategies as st

from tellings.compare.corpus import subcorpus
from tellings.find import quotes
from tellings.find.quotes import Quote
from tellings.parallel import each
from tellings.read import sentences
from tellings.read.sentences import Sentence
from tellings.text import voice

TEXTS = {
    "a": "Aid is late, the ministry said.\n“We wait,” Ms. Lee told reporters.\nRain fell in Oslo.",
    "b": "Talks went on in Oslo.\nThe ministry said that “nothing moves” there.",
    "c": "Rain fell.",
}


@pytest.fixture(scope="module")
def whole():
    split = each(pd.Series(TEXTS), sentences.of, Sentence)
    split.loc[(split["article_id"] == "c"), "zone"] = "headline"
    articles = pd.DataFrame(
        {
            "article_id": list("abc"),
            "event_id": ["e1", "e1", "e2"],
            "telling": ["Post", "Sun", "Sun"],
            "outlet": ["Post", "Sun", ""],
            "published": ["2024-04-18", "2024-04-19", ""],
            "headline": ["Aid late", "Talks", "Rain"],
            "headline_start": [0, 0, 0],
        }
    )
    oslo = split[split["text"].str.contains("Oslo")]
    mentions = oslo[["article_id", "sentence"]].assign(entity="Oslo", text="Oslo")
    mentions["start"] = oslo["start"] + oslo["text"].str.find("Oslo")
    mentions["end"] = mentions["start"] + 4
    found = each(split, quotes.find, Quote)
    return subcorpus.of(articles, sentences=split, quotes=found, mentions=mentions)


@pytest.mark.parametrize(
    ("asked", "articles", "words"),
    [
        ({}, "abc", 30),
        ({"outlet": "Sun"}, "b", 12),
        ({"published": "2024-04-*"}, "ab", 28),
        ({"telling": ["Post", "Sun"]}, "abc", 30),
        ({"event_id": "e2"}, "c", 2),
        ({"zone": "headline"}, "c", 2),
        ({"zone": "headline", "outlet": ""}, "c", 2),
        ({"entity": "Os*"}, "ab", 9),
        ({"voice": "quoted"}, "ab", 4),
        ({"speaker": "Lee"}, "a", 2),
    ],
)
def test_any_field_makes_a_part(whole, asked, articles, words):
    size = subcorpus.sizes(subcorpus.only(whole, **asked))
    assert "".join(size.loc[size["words"] > 0, "article_id"]) == articles
    assert size["words"].sum() == words


@pytest.mark.parametrize("field", ["outlet", "event_id", "zone", "voice"])
def test_parts_add_up_to_the_whole(whole, field):
    given = subcorpus.values(whole, field)
    parts = [subcorpus.only(whole, **{field: v}) for v in given]
    none = 1 if field == "outlet" else 0  # one sentence is of no outlet
    for table in ("sentences", "mentions"):
        rows = [subcorpus.rows(part, table) for part in parts]
        left = len(whole.tables[table]) - sum(map(len, rows))
        assert left == (none if table == "sentences" else 0)


def test_parts_can_be_taken_of_parts_in_any_order(whole):
    one = subcorpus.only(subcorpus.only(whole, voice="quoted"), outlet="Post")
    other = subcorpus.only(whole, outlet="Post", voice="quoted")
    assert subcorpus.sizes(one).equals(subcorpus.sizes(other))
    assert subcorpus.rows(one, "quotes").equals(subcorpus.rows(other, "quotes"))


def test_a_rows_voice_is_the_one_that_finders_see(whole):
    for row in subcorpus.rows(whole, "sentences").itertuples():
        said = [q for q in whole.tables["quotes"].itertuples() if q.article_id == row.article_id]
        assert row.voice == voice.of(row.start, row.end, said)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), min_size=1, max_size=8))
def test_any_rows_voice_is_the_one_that_finders_see(whole, spans):
    inside = whole.tables["sentences"].query("article_id == 'a' and sentence == 1").iloc[0]
    rows = pd.DataFrame(spans, columns=["start", "end"])
    rows["start"] = rows["start"].clip(upper=inside["end"] - 1)
    rows["end"] = (rows["start"] + rows["end"]).clip(upper=inside["end"])
    rows = rows.assign(article_id="a", sentence=1, text="")
    said = whole.tables["quotes"].query("article_id == 'a'")
    said = list(said.itertuples())
    for row in subcorpus.rows(whole, rows).itertuples():
        assert row.voice == voice.of(row.start, row.end, said)


def test_rows_say_where_they_stand_and_can_be_asked_by_their_own_columns(whole):
    found = subcorpus.rows(whole, "quotes", form=["direct", "partial"], speaker="Le*")
    shown = found[["telling", "zone", "voice", "text", "speaker_as_written"]]
    assert shown.values.tolist() == [["Post", "body", "quoted", "We wait,", "Ms. Lee"]]


def test_what_it_is_computed_on_is_told(whole):
    part = subcorpus.only(whole, outlet=["Post", "Sun"], voice="quoted")
    assert subcorpus.in_words(whole) == "3 tellings of 2 events from 2 named outlets, 30 words"
    assert subcorpus.in_words(part) == (
        "2 tellings of 1 event from 2 named outlets, 4 words, "
        "where outlet is Post or Sun and voice is quoted"
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"mood": "sad"}, "unknown field 'mood'; known: zone, voice"),
        ({"outlet": "Times"}, "no outlet is 'Times' in 3 tellings .*; there: Post, Sun"),
        ({"event_id": "e2", "voice": "quotd"}, "no voice is 'quotd' in 1 telling"),
    ],
)
def test_what_is_not_there_is_named(whole, asked, message):
    with pytest.raises(ValueError, match=message):
        subcorpus.only(whole, **asked)


def test_a_voice_in_which_nothing_stands_gives_a_part_without_words(whole):
    part = subcorpus.only(whole, event_id="e2", voice="quoted")
    assert subcorpus.sizes(part)["words"].tolist() == [0]
    assert subcorpus.rows(part, "sentences").empty


def test_unknown_tables_and_columns_are_named(whole):
    with pytest.raises(ValueError, match="no table 'claims' .*; there: sentences, quotes"):
        subcorpus.rows(whole, "claims")
    with pytest.raises(ValueError, match="unknown column 'mood'"):
        subcorpus.rows(whole, "quotes", mood="sad")


def test_what_is_handed_in_stays_as_it_was(whole):
    before = whole.tables["quotes"].copy()
    subcorpus.rows(subcorpus.only(whole, voice="quoted", entity="Oslo"), "quotes")
    assert whole.tables["quotes"].equals(before)


def test_tables_on_disk_are_read_back(whole, tmp_path):
    for name, table in {**whole.tables, "articles": whole.articles}.items():
        if name != "stretches":
            table.to_parquet(tmp_path / f"{name}.parquet", index=False)
    read = subcorpus.read(tmp_path, event="e1")
    assert subcorpus.sizes(read)["words"].sum() == 28
    with pytest.raises(ValueError, match="no articles.parquet .* make report"):
        subcorpus.read(tmp_path / "nowhere")
