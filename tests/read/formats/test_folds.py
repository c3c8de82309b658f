"""read.formats.folds: lines cut after so many characters are joined, others are left alone."""

import textwrap

import pytest
from hypothesis import given, strategies as st

from tellings.read.formats.folds import unfolded

PARAGRAPHS = [
    "Inspectors shut the Lund ferry on Monday after a leak was found below the waterline, and "
    "three passengers were hurt when a ramp gave way, according to the Department of Harbours.",
    "“We could not wait for another week,” said Ida Bern, who runs the port authority of Lund.",
    "The mayor of Lund, Jan Voss, told reporters that he had asked for a report in January, but "
    "nobody answered him, and that repairs would last until autumn at the earliest.",
    "The opposition accused him of hiding the warning, which he denied, and asked the council to "
    "publish every letter that the harbour had sent since the ferry was bought eleven years ago.",
]


def folded(text, width):
    """The text cut after so many characters."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("width", [60, 64, 72, 77, 90])
def test_cut_words_are_whole_again(width):
    assert unfolded("\n".join(folded(p, width) for p in PARAGRAPHS)) == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize("width", [60, 64, 72, 77, 90])
def test_lines_that_end_between_words_stay(width):
    text = "\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)
    assert unfolded(text) == text


@pytest.mark.parametrize("width", [60, 72, 77])
def test_a_space_lost_at_a_line_s_end_is_given_back(width):
    text = "\n".join(folded(p, width) for p in PARAGRAPHS)
    kept = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    assert unfolded(kept) == "\n".join(PARAGRAPHS)


def test_lines_of_one_length_between_whole_words_stay():
    line = "the ferry to Lund was late and the crews of it were told so"
    text = "\n".join([line] * 6)
    assert unfolded(text) == text


@given(st.text(max_size=400))
def test_no_letter_is_lost(text):
    assert "".join(unfolded(text).split()) == "".join(text.split())
