import re

import pytest
import textstat
from hypothesis import given, strategies as st

from tellings.text import syllables


def _cut(text):
    """A word as the readability finder hands it on: without marks but a contraction's."""
    return re.sub(r"'(?![tsd]|ve|ll|re)|[^\w\s']", "", text)


@pytest.mark.parametrize(
    "word",
    [
        *("Rafah", "didn't", "they've", "read", "1,200", "résumé", "follow-up", "GPT4", ""),
        *("Zvornik", "Hrastovickan", "reunionising", "Massawippianers", "x"),
    ],
)
def test_syllables_are_those_of_textstat(word):
    assert syllables.count(_cut(word)) == textstat.syllable_count(_cut(word))


@given(st.text(st.characters(exclude_categories=("Cs", "Z", "Cc")), max_size=12))
def test_syllables_and_easy_words_of_anything_are_those_of_textstat(text):
    word = _cut(text)
    if word and len(word.split()) == 1:
        assert syllables.count(word) == textstat.syllable_count(word)
        assert syllables.easy(word) is not textstat.is_difficult_word(word, syllable_threshold=0)


def test_a_listed_word_in_another_case_is_easy():
    assert syllables.easy("BRIDGE") and not syllables.easy("brigadier")


def test_no_word_is_kept_that_the_dictionary_lacks():
    syllables.count("Kfarfila")
    assert syllables._pyphen().hd.cache == {}
