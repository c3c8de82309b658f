"""A pattern's quick form for ASCII finds what the pattern finds."""

import re

import pytest
from hypothesis import given, strategies as st

from tellings.compare.events import noun_phrases, particulars
from tellings.compare.quotes import sources, versions
from tellings.text import tokens
from tellings.text.patterns import Pattern

PATTERNS = [
    Pattern(r"[^\W\d_]+(?:'[^\W\d_]+)*"),
    tokens._FINE,
    tokens._WHOLE,
    noun_phrases.WORD,
    noun_phrases._RUN,
    particulars._RUN,
    particulars._WORD,
    sources.WORD,
    versions._WORD,
]
LIKELY = st.text(alphabet="aZ.U'-, 12_\n\x1c", max_size=30)  # letters and marks that words have


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.pattern[:20])
@given(text=LIKELY | st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_in_ascii_the_same_words_are_found(pattern, text):
    assert pattern.findall(text) == re.findall(pattern.pattern, text)
    assert [m.span() for m in pattern.of(text).finditer(text)] == [
        m.span() for m in re.finditer(pattern.pattern, text)
    ]


def test_letters_of_all_alphabets_are_letters():
    assert Pattern(r"[^\W\d_]+").findall("Zürich, Київ, 4 May") == ["Zürich", "Київ", "May"]
