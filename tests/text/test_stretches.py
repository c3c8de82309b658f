"""Sentences cut by voice: pieces that make the sentence again, each with its voice and speaker."""

from typing import NamedTuple

from hypothesis import given, strategies as st

from tellings.find import quotes
from tellings.read.sentences import of
from tellings.text import voice
from tellings.text.voice import stretches as find


class Said(NamedTuple):
    start: int
    end: int
    form: str
    speaker: str


def test_a_fragment_in_marks_lies_in_reported_speech():
    sentences = of("Ms. Lee said that the plan was “good enough” for now.")
    pieces = list(find(sentences, list(quotes.find(sentences))))
    assert [(p.text, p.voice) for p in pieces if p.text.strip(" “”.")] == [
        ("Ms. Lee said that ", "own"),
        ("the plan was", "attributed"),
        ("good enough", "quoted"),
        ("for now", "attributed"),
    ]
    assert {p.speaker for p in pieces if p.voice != "own"} == {"Ms. Lee"}


def test_the_innermost_speaker_counts():
    text = "Aid is late and help is far."
    said = [Said(0, 27, "indirect", "a ministry"), Said(16, 27, "partial", "a nurse")]
    assert [(p.text, p.speaker) for p in find(of(text), said)] == [
        ("Aid is late and ", "a ministry"),
        ("help is far", "a nurse"),
        (".", ""),
    ]


spans = st.tuples(st.integers(0, 80), st.integers(0, 80)).map(sorted)


@given(st.text(alphabet="Ab .\n", max_size=80), st.lists(spans, max_size=6))
def test_nothing_is_lost_and_voices_agree(text, places):
    sentences = of(text)
    said = [Said(a, b, ("direct", "indirect")[a % 2], "x") for a, b in places if a < b]
    pieces = list(find(sentences, said))
    for s in sentences:
        mine = [p for p in pieces if p.sentence == s.sentence]
        assert "".join(p.text for p in mine) == s.text
        assert all(text[p.start : p.end] == p.text for p in mine)
    assert all(p.voice == voice.of(p.start, p.end, said) for p in pieces)
