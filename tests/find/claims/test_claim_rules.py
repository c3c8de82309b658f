"""Each rule that takes digits for no number decides its own example."""

import pytest

from tellings.find.claims import codes, idle, neighbours, quantities
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


@pytest.mark.parametrize("rule", idle.RULES, ids=[rule.name for rule in idle.RULES])
def test_an_idle_number_is_so_by_its_rule(rule):
    said = fine(rule.example)
    assert idle.rule(said, quantities.read(said)[0]) == rule.name


@pytest.mark.parametrize(
    "text",
    [
        "One person was killed.",
        "One soldier and two aides were hurt.",
        "Two officials were arrested.",
        "The third explosion killed four.",
        "It rose by 1 percent.",
        "He gave one of his kidneys and two flats.",
        "The council has 101 members.",
        "He is the fourth person charged.",
        "Two officials of the bank were held for questioning.",
    ],
)
def test_a_number_that_counts_is_not_idle(text):
    said = fine(text)
    assert not idle.rule(said, quantities.read(said)[-1])
