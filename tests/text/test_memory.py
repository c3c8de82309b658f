"""Answers remembered: each word is asked for once, and no more are kept than may be."""

from hypothesis import given, strategies as st

from tellings.text.memory import remembered


def test_a_word_is_asked_for_once():
    asked = []
    length = remembered(most=10)(lambda word: asked.append(word) or len(word))
    assert list(map(length, ["a", "the", "a"])) == [1, 3, 1]
    assert asked == ["a", "the"]


def test_what_comes_again_outlives_what_came_once():
    asked = []
    length = remembered(most=10)(lambda word: asked.append(word) or len(word))
    for number in range(100):
        length("the")
        length(f"rare {number}")
    assert asked.count("the") == 1


@given(st.lists(st.text(max_size=2)), st.integers(2, 4))
def test_what_was_forgotten_is_answered_again(words, most):
    length = remembered(most)(len)
    assert list(map(length, words)) == list(map(len, words))
    assert len(length.__self__) + len(length.__self__._aside) <= most
