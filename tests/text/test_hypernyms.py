"""Nouns are alike in meaning by one hierarchy, however it is asked."""

from itertools import combinations

import pytest

from tellings.text import hypernyms

NOUNS = (
    "assault attack offensive invasion raid operation incursion law bill act statute protest march "
    "demonstration riot uprising fight battle war talks meeting summit mayor official leader chief "
    "lawsuit suit case trial report story account city town home house dwelling quickly"
).split()


@pytest.mark.parametrize(("one", "other"), list(combinations(NOUNS, 2)))
def test_nouns_are_synonyms_or_one_is_broader_where_a_sense_is_in_reach(one, other):
    there = hypernyms.reach(one).isdisjoint(hypernyms.senses(other))
    back = hypernyms.reach(other).isdisjoint(hypernyms.senses(one))
    assert (hypernyms.likeness(one, other) >= 1) == (not there or not back)


def test_an_unknown_noun_has_no_sense_and_reaches_nothing():
    assert hypernyms.senses("quickly") == () and hypernyms.reach("quickly") == frozenset()
