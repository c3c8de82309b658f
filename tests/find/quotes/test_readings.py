"""Readings of a word: each rule settles its own example, and nothing else does."""

import pytest

from tellings.find.quotes import paragraphs, readings
from tellings.read.sentences import of


def letter(text: str, word: str) -> str:
    shape = paragraphs.of([of(text)])[0].shape
    return shape.letters[shape.low.index(word)]


@pytest.fixture(autouse=True)
def forgetful():
    readings._fitting.cache_clear()
    yield
    readings._fitting.cache_clear()


@pytest.mark.parametrize("rule", readings.RULES, ids=lambda rule: rule.name)
def test_a_rule_settles_its_example_and_no_other_does(rule, monkeypatch):
    given = letter(*rule.example)
    assert given == (rule.becomes or given) or (rule.becomes, given) == ("n", "M")
    others = tuple(r for r in readings.RULES if r is not rule)
    monkeypatch.setattr(readings, "RULES", others)
    readings._fitting.cache_clear()
    assert letter(*rule.example) != given


@pytest.mark.parametrize(
    "text, letters",
    [
        ("Mr. Lee said.", "|N~NV.|"),
        ("the port's claim that it rains", "|Dn'MHPn|"),
        ("“We left,” she said", "|qPV|"),
        ("HARBOUR (AP) — Lee left", "|N(N)|Nv|"),
    ],
)
def test_a_paragraph_has_a_letter_for_each_word(text, letters):
    assert paragraphs.of([of(text)])[0].shape.letters == letters
