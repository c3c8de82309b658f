"""Whose words a stretch is: own, attributed or quoted."""

from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from tellings.find import quotes
from tellings.read.sentences import of
from tellings.text import voice

TEXT = "Aid is late, the ministry said. The port was “a mess” on Monday. Nobody came."
ROWS = list(quotes.find(of(TEXT)))


@pytest.mark.parametrize(
    "words, whose",
    [
        ("Aid", "attributed"),
        ("Aid is late", "attributed"),
        ("the ministry said", "own"),
        ("a mess", "quoted"),
        ("The port", "own"),
        ("Nobody came", "own"),
    ],
)
def test_words_have_a_voice(words, whose):
    start = TEXT.index(words)
    assert voice.of(start, start + len(words), ROWS) == whose


def test_a_stretch_of_two_voices_has_the_larger_ones():
    start = TEXT.index("late, the ministry said")
    assert voice.of(start, start + len("late, the ministry said"), ROWS) == "own"


def test_without_quotes_all_is_own():
    assert voice.of(0, 10, []) == "own"


class Said(NamedTuple):
    start: int
    end: int
    form: str


PLACES = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))
SAID = st.builds(lambda p, form: Said(*p, form), PLACES, st.sampled_from(["direct", "indirect"]))


@given(st.lists(PLACES, max_size=12).map(sorted), st.lists(SAID, max_size=12))
def test_each_stretch_has_the_voice_that_it_has_alone(places, said):
    assert list(voice.each(places, said)) == [voice.of(*place, said) for place in places]
