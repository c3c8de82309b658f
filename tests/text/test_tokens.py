"""Words are counted once, the same way, on every page."""

import pytest
from hypothesis import given, strategies as st

from tellings.text import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Ms. Lee left.", 3),
        ("a follow-up meeting", 3),
        ("battalions – that Israel claims – are", 5),
        ("• “Participants will meet.”", 3),
        ("33,970 killed\u00a0there", 3),
        ("– " * 3, 0),
        ("–" * 200_000, 0),
    ],
)
def test_a_word_is_a_run_with_a_letter_or_a_digit(text, words):
    assert tokens.count(text) == words
    assert all(text[a:b].strip() == text[a:b] for a, b in tokens.places(text))


@given(st.text(max_size=60))
def test_every_word_stands_where_its_offsets_say(text):
    said = tokens.fine(text)
    assert all(
        said.text[a:b] == w for w, a, b in zip(said.written, said.start, said.end, strict=True)
    )
    assert len(said.text) == len(text)
    assert all(text[t.start : t.end] for t in tokens.whole(text))


@given(st.text(max_size=60))
def test_as_many_words_are_counted_as_have_a_place(text):
    assert tokens.count(text) == len(tokens.places(text))


def test_a_cursor_gives_nothing_outside():
    said = tokens.fine("At least 40.")
    assert [said.at(i) for i in (-1, 0, 3, 4)] == ["", "at", ".", ""]
    assert said.has(0, "at", "least") and not said.has(1, "at") and not said.has(-1, ".")
    assert said.has(3, ".") and not said.has(3, ".", "")
    assert said.glued(3) and not said.glued(2) and not said.glued(4)
