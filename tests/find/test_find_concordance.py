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
