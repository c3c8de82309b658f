"""Each rule that takes digits for no number decides its own example."""

import pytest

from tellings.find.claims import codes, neighbours
from tellings.text.tokens import fine

RULES = [(codes.CODES, rule) for rule in codes.CODES] + [
    (codes.DATES, rule) for rule in codes.DATES
]


@pytest.mark.parametrize(("rules", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_a_rule_decides_its_example(rules, rule):
    said = fine(rule.example)
    digits = [i for i, word in enumerate(said.low) if word[0].isdecimal()]
    assert (rule.name, True) in [codes.decided(rules, said, i) for i in digits]


def test_an_unknown_set_of_words_is_refused():
    with pytest.raises(ValueError, match="no role 'determiners'"):
        neighbours.role("determiners")
