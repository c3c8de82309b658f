"""Forms of words: one rule for all rooms."""

import pytest
from hypothesis import given, strategies as st

from tellings.text import inflection

NOUNS = {
    "witness": "witnesses",
    "child": "children",
    "wife": "wives",
    "person": "people",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "spokesperson": "spokespersons",
    "german": "germans",
    "party": "parties",
    "boy": "boys",
    "church": "churches",
    "box": "boxes",
    "bus": "buses",
    "hero": "heroes",
    "crisis": "crises",
    "ally": "allies",
    "scarf": "scarves",
    "purchase": "purchases",
    "course": "courses",
    "aircraft": "aircraft",
    "new home": "new homes",
    "dollar per head": "dollars per head",
}


@pytest.mark.parametrize(("one", "more"), NOUNS.items())
def test_a_noun_and_its_plural_lead_to_each_other(one, more):
    assert inflection.plural(one) == more
    if " " not in one:
        assert inflection.singular(more) == one
        assert inflection.is_plural(more)


@pytest.mark.parametrize("word", ["news", "politics", "specimen", "witness", "crew", "crisis"])
def test_an_ending_alone_makes_no_plural(word):
    assert not inflection.is_plural(word)
    assert inflection.singular(word) == word


@pytest.mark.parametrize("word", ["people", "media", "police", "press", "authorities", "news"])
def test_what_is_plural_already_or_has_none_stays(word):
    assert inflection.plural(word) == word


@pytest.mark.parametrize(
    ("word", "deed"),
    [
        ("killed", True),
        ("rewritten", True),
        ("outsold", True),
        ("seen", True),
        ("hundred", False),
        ("need", False),
        ("bed", False),
        ("united", False),
        ("ill-advised", False),
    ],
)
def test_a_participle_is_of_a_deed(word, deed):
    assert inflection.is_participle(word) is deed


@given(st.text(alphabet="aeismnoy", min_size=3, max_size=9))
def test_a_plural_stays_one(beginning):
    more = inflection.plural(beginning + "t")
    assert inflection.plural(more) == more


ENDINGS = ("", "s", "es", "ies", "ches", "sses", "xes", "men", "people")


@given(st.text("abceimnxyz'", max_size=5), st.sampled_from(ENDINGS))
def test_a_word_is_among_those_of_its_singular(stem, ending):
    word = f"{stem}{ending}" or "people"
    assert word in inflection.inflected(inflection.singular(word))
