"""Words are counted once, the same way, on every page."""

import pytest

from tellings.text import length


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
    assert length.words(text) == words
    assert all(text[a:b].strip() == text[a:b] for a, b in length.places(text))
