"""Counts of a sentence: textstat's, on marks made plain; they add up; they need no network."""

import socket
from pathlib import Path
from types import SimpleNamespace

import pytest
import textstat
from hypothesis import given, strategies as st

from tellings.find import readability
from tellings.find.readability import find
from tellings.read.sentences import of
from tellings.text.characters import plain

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    "text, words, syllables, polysyllables, difficult, long_words",
    [
        ("The cat sat.", 3, 3, 0, 0, 0),
        ("The delegation cancelled its trip.", 5, 9, 1, 2, 2),
        ("A follow-up meeting: soon.", 4, 7, 1, 1, 2),
        ("They don’t know.", 3, 3, 0, 0, 0),
        ("— … —", 0, 0, 0, 0, 0),
    ],
)
def test_counts_words(text, words, syllables, polysyllables, difficult, long_words):
    (row,) = find(of(text))
    assert (row.words, row.syllables, row.polysyllables) == (words, syllables, polysyllables)
    assert (row.difficult, row.long_words) == (difficult, long_words)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_sums_are_textstats(path):
    text = plain(path.read_text(encoding="utf-8")).replace("•", " ")
    rows = list(find(of(text)))
    of_textstat = {
        "words": textstat.lexicon_count(text),
        "syllables": textstat.syllable_count(text),
        "letters": textstat.letter_count(text),
        "characters": textstat.char_count(text),
        "polysyllables": textstat.polysyllabcount(text),
        "difficult": textstat.difficult_words(text, syllable_threshold=0, unique=False),
        "complex_words": textstat.difficult_words(text, syllable_threshold=3, unique=False),
        "long_words": textstat.long_word_count(text),
    }
    assert {c: sum(getattr(r, c) for r in rows) for c in of_textstat} == of_textstat


def test_curly_marks_count_as_straight_ones():
    (curly,), (straight,) = find(of("Israel’s “plan” stays.")), find(of('Israel\'s "plan" stays.'))
    assert curly[5:] == straight[5:]


def test_words_in_marks_are_counted_reported_ones_not():
    sentences = of("He called it a “red line” then. Dogs bark.")
    rows = [SimpleNamespace(start=16, end=24, form="partial")]
    assert [c.quoted for c in find(sentences, rows)] == [2, 0]
    rows[0].form = "indirect"
    assert [c.quoted for c in find(sentences, rows)] == [0, 0]


def test_a_quote_over_two_sentences_counts_in_both():
    sentences = of("“We agreed. We left,” he said.")
    row = SimpleNamespace(start=1, end=20, form="direct")
    assert [c.quoted for c in find(sentences, [row])] == [2, 2]


@given(st.text(max_size=200))
def test_offsets_are_true_and_every_sentence_has_its_row(text):
    sentences = of(text)
    rows = list(find(sentences))
    assert [(r.sentence, r.zone) for r in rows] == [(s.sentence, s.zone) for s in sentences]
    assert all(text[r.start : r.end] == r.text and 0 <= r.quoted <= r.words for r in rows)


def test_no_sentences_no_rows():
    assert list(find([])) == []


def test_works_without_a_network(monkeypatch):
    def refuse(*args, **kept):
        raise OSError("no network here")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    readability._of_piece.__self__.clear()
    assert sum(c.syllables for c in find(of("Zorblaxity delegations."))) == 8
