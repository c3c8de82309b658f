"""Each rule that takes digits for no number decides its own example."""

import pytest

from tellings.find import claims, quotes
from tellings.find.claims import codes, idle, neighbours, quantities
from tellings.read.sentences import of
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


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The missing man is a 61-year-old from Denmark.", [""]),
        ("A 46-year-old of Oderau left.", [""]),
        ("The 46-year-old teacher Ann Bell left.", ["age of Bell"]),
        ("Ada Okon-Bell, 52, said so.", ["age of Okon-Bell"]),
        ("Children aged 5 to 11 in Oderau left.", [""]),
        ("Women aged 40 were asked.", [""]),
        ("Banks, 45, left.", ["age of Banks"]),
        ("The trial took in children aged 5 to 36 months.", [""]),
        ("The trial took 36 months.", ["length of the hearing"]),
        ("Six friends cheated death.", [""]),
        ("Three nuns escaped certain death.", [""]),
        ("Three nuns died.", ["nuns killed"]),
    ],
)
def test_an_age_is_of_whom_the_words_beside_it_name(text, keys):
    assert [c.key for c in claims.find(of(text))] == keys


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Lind said so. Ms van der Lee left. “I saw 300 boats,” she said.", "Ms van der Lee"),
        ("Ada Lind said so. “I saw 300 boats,” she said.", "Ada Lind"),
        ("Ada Lind said so. The Vale Institute has 300 boats, it said.", "Vale Institute"),
    ],
)
def test_a_pronoun_is_whom_the_sentence_begins_with(text, source):
    said = of(text)
    assert [c.source for c in claims.find(said, list(quotes.find(said)))] == [source]


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("The board refused it by five votes to four.", [(5, 4)]),
        ("The board refused it by 5 votes to 4.", [(5, 4)]),
        ("The court ruled by six to three.", [(6, 3)]),
        ("Lawmakers voted seven to five for it.", [(7, 5)]),
        ("Lawmakers voted five to seven against it.", [(5, 7)]),
        ("The jury found him guilty 11-1.", [(11, 1)]),
        ("He needs two to three votes.", []),
        ("The vote lasted from nine to five.", []),
        ("The council voted in two to three hours.", []),
        ("A panel of three to five justices met.", []),
    ],
)
def test_a_tally_may_be_spelled(text, votes):
    found = claims.find(of(text))
    assert [(c.low, c.high) for c in found if c.kind == "vote"] == votes


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It took a quarter of an hour.", 0.25, "hour"),
        ("It took three quarters of an hour.", 0.75, "hour"),
        ("They walked a third of a mile.", 1 / 3, "mile"),
        ("He led it for a quarter of a century.", 0.25, "century"),
        ("It cost a quarter of a million euros.", 250_000, "euro"),
        ("A third of a crew left.", 1 / 3, "crew"),
    ],
)
def test_a_part_of_a_unit_is_measured_in_it(text, value, unit):
    found = list(claims.find(of(text)))
    assert [(c.low, c.unit) for c in found] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Most of the dead were over 75.", ["age"]),
        ("Two of the victims were under 18.", ["cardinal", "age"]),
        ("She is over 90.", ["age"]),
        ("The toll was over 75.", ["cardinal"]),
        ("Deaths were over 75.", ["cardinal"]),
        ("Temperatures were over 40.", ["cardinal"]),
        ("The boats were over 75 feet long.", ["distance"]),
    ],
)
def test_people_who_are_over_a_number_are_so_old(text, kinds):
    assert [c.kind for c in claims.find(of(text))] == kinds


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Five nuns had died and 17 had been wounded.", ["nuns killed", "people injured"]),
        ("Twelve died and 40 were injured.", ["people killed", "people injured"]),
        ("The crash killed 12 and injured 40.", ["people killed", "people injured"]),
        ("Of the 12 killed, five had been wounded before.", ["people killed", "people injured"]),
        ("Lund said four of its soldiers had been killed.", [""]),
        ("They said that 30 of their members were injured.", [""]),
        ("Four of the soldiers were killed.", ["soldiers killed"]),
        ("Four soldiers were killed.", ["soldiers killed"]),
    ],
)
def test_what_a_number_is_the_subject_of_is_said_of_it(text, keys):
    assert [c.key for c in claims.find(of(text))] == keys
