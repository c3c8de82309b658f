"""Words in context: what a search finds, where, and that nothing moves."""

import pytest
from hypothesis import given, strategies as st

from tellings.find.concordance import find
from tellings.read.sentences import of

TEXT = (
    "Aid is late. The cease-fire held, a ceasefire in Israel’s words. "
    "The White House said 33,000 people left and 1.1 million stayed."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("aid", ["Aid"]),
        ("ai", []),
        ("cease*fire", ["cease-fire", "ceasefire"]),
        ("*fire", ["cease-fire", "ceasefire"]),
        ("israel's", ["Israel’s"]),
        ("israel’s", ["Israel’s"]),
        ("the * house", ["The White House"]),
        ("white  house", ["White House"]),
        ("aid|people|aid is", ["Aid is", "people"]),
        ("33,000", ["33,000"]),
        ("33", []),
        ("1", []),
        ("(", []),
    ],
)
def test_finds_whole_words_and_wildcards(words, found):
    assert [c.text for c in find(of(TEXT), words)] == found


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("operation", "A co-operation, an operation.", ["operation"]),
        ("*operation", "A co-operation, an operation.", ["co-operation", "operation"]),
        ("entry", "The re-entry came before entry.", ["entry"]),
        ("led", "The Saudi-led force led.", ["led"]),
        ("saudi", "The Saudi\u2011led force.", []),  # a hyphen that does not break
        ("saudi*", "The Saudi-led force of Saudis.", ["Saudi-led", "Saudis"]),
        ("saudi-led", "The Saudi-led force.", ["Saudi-led"]),
        ("talks", "They met--talks began--and left.", ["talks"]),
        ("talks", "They met - talks-\nand left.", ["talks"]),
        ("pre", "Both pre- and post-war.", ["pre"]),
        ("israel", "The Israel\u2013Hamas war, Israel's.", ["Israel", "Israel"]),  # a dash
        ("2023", "From 2023-24 on.", ["2023"]),
        ("covid", "A COVID-19 ward.", ["COVID"]),
    ],
)
def test_what_a_hyphen_joins_is_one_word(words, text, found):
    assert [c.text for c in find(of(text), words)] == found


def test_capitals_count_when_asked():
    assert [c.text for c in find(of(TEXT), "aid", case=True)] == []
    assert [c.text for c in find(of(TEXT), "Aid", case=True)] == ["Aid"]


@pytest.mark.parametrize("words", ["", "  ", "*", " | ", "**"])
def test_nothing_to_look_for_is_told(words):
    with pytest.raises(ValueError, match="nothing to look for"):
        list(find(of(TEXT), words))


def test_no_text_no_rows():
    assert list(find([], "aid")) == []


@given(st.text(alphabet="ab *|’'.-1 \n", max_size=60), st.text(alphabet="ab*|'1 ", max_size=8))
def test_places_are_true_and_a_sentence_is_whole(text, words):
    sentences = of(text)
    if not words.strip("*| "):
        return
    whole = {s.sentence: s.text for s in sentences}
    for c in find(sentences, words):
        assert text[c.start : c.end] == c.text
        assert c.left + c.text + c.right == whole[c.sentence]
