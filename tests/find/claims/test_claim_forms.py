"""How numbers are written, what they count, and what is said of them: one row per form."""

import pytest

from tellings.find import claims, quotes
from tellings.read.sentences import of


def read(text):
    sentences = of(text)
    return list(claims.find(sentences, list(quotes.find(sentences))))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Two and a half million homes stood empty.", 2.5e6, 2.5e6, "home"),
        ("It cost 3 1/2 million euros.", 3.5e6, 3.5e6, "euro"),
        ("A quarter million homes stood empty.", 2.5e5, 2.5e5, "home"),
        ("It built 45 000 homes.", 45000, 45000, "home"),
        ("It built 1\u202f200 homes.", 1200, 1200, "home"),
        ("It built 2 , 300 homes .", 2300, 2300, "home"),
        ("The dam will cost €20-25 million.", 2e7, 2.5e7, "euro"),
        ("Losses came to $30-40m.", 3e7, 4e7, "dollar"),
        ("Six to seven thousand homes burned.", 6000, 7000, "home"),
        ("It costs $US 40 million.", 4e7, 4e7, "dollar"),
        ("It costs 900 €.", 900, 900, "euro"),
        ("The fare was Rs. 300.", 300, 300, "indian rupee"),
        ("The fare was R250.", 250, 250, "rand"),
        ("They hold $3 mio in cash.", 3e6, 3e6, "dollar"),
        ("A loan of 20 mln dlrs was paid.", 2e7, 2e7, "dollar"),
        ("Several hundred homes burned.", 200, 1000, "home"),
        ("A few thousand homes burned.", 2000, 10000, "home"),
        ("A couple of dozen homes burned.", 24, 24, "home"),
        ("More than a half-dozen homes burned.", 6, 6, "home"),
        ("One hundred-twelve homes burned.", 112, 112, "home"),
        ("It is 30 or 40 members short.", 30, 40, "member"),
        ("The 6-foot-3 guard left.", 75, 75, "inch"),
        ("He is 5 feet 6 inches tall.", 5.5, 5.5, "foot"),
        ("It cost four dollars and 50 cents.", 4.5, 4.5, "dollar"),
        ("The House passed it 250 to 180.", 250, 180, "vote"),
        ("The bill was approved on a 61-38 vote.", 61, 38, "vote"),
        ("Two city police officers left.", 2, 2, "city police officer"),
        ("A five-page letter came.", 5, 5, "page"),
        ("Four more of the sealed boxes were found.", 4, 4, "sealed box"),
        ("She is a mother of three.", 3, 3, "child"),
    ],
)
def test_form(text, low, high, unit):
    found = [(c.low, c.high, c.unit) for c in read(text)]
    assert found == [(low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a 30-22 win in the game.",
        "The cable is 5 mm thick.",
        "Rooms 12, 300 and 4 were shut.",
        "It plays 1080p films.",
    ],
)
def test_no_form_is_read_into_what_is_none(text):
    assert not {c.kind for c in read(text)} & {"vote", "money"}
    assert all(c.low < 1000 for c in read(text))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ray Holt Jr., 41, of Lund, was held.", "age of Holt"),
        ("Ms. Holt, who is 41, won.", "age of Holt"),
        ("A 41-year-old clerk, Ana Holt, won.", "age of Holt"),
        ("The clerk, 41-year-old Ana B. Holt, won.", "age of Holt"),
        ("Ana Holt died at 41 after a fall.", ""),
        ("They raised the retirement age to 41.", ""),
        ("Those 41 and older pay more.", ""),
    ],
)
def test_age(text, age):
    found = read(text)
    assert [(c.kind, c.low, c.unit, c.key) for c in found] == [("age", 41, "year", age)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("At least 21 people, two of them nurses, were killed.", "people killed"),
        ("At least 21 people (four of them nurses) were hurt.", "people injured"),
        ("Some 21 people, doctors said, were hurt.", "people injured"),
        ("The flood took 21 lives.", "people killed"),
        ("They saved 21 lives.", ""),
        ("All 21 people, who had tickets, left.", ""),
    ],
)
def test_what_happened_to_the_people_is_told_past_an_aside(text, key):
    assert next(c.key for c in read(text) if c.low == 21) == key


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("None of the 21 guests died.", "denied"),
        ("The 21 guests were not hurt.", "denied"),
        ("All but 21 of the guests died.", "denied"),
        ("The army denied that 21 guests had died.", "denied"),
        ("The toll rose to 30 from 21.", "earlier"),
        ("The toll rose from 21 to 30.", "earlier"),
        ("There were 30 guests, up from 21.", "earlier"),
        ("The 21 guests died.", "report"),
    ],
)
def test_what_is_denied_or_was_before_is_no_report(text, status):
    claim = next(c for c in read(text) if c.low == 21)
    assert claim.status == status
    assert status not in ("denied", "earlier") or "killed" not in claim.key or "denied that" in text


@pytest.mark.parametrize(
    "text", ["Nobody was killed.", "No one was killed.", "There were no deaths."]
)
def test_none_is_a_count(text):
    assert [(c.low, c.key) for c in read(text)] == [(0, "people killed")]


@pytest.mark.parametrize(
    "text", ["Nobody knows who was killed.", "No people live there.", "No way."]
)
def test_other_negations_are_none(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It takes 21 days,” he said.", ""),
        ("Hale told the Post after the 21-page letter came.", ""),
        ("A guard identified the man as Ray Holt, 21, of Lund.", "A guard"),
        (
            "The Lund Institute, a small think tank, estimates that 21 homes burned.",
            "The Lund Institute",
        ),
        (
            "Trustees of the Health and Safety Fund last week warned that 21 homes were at risk.",
            "Trustees of the Health and Safety Fund",
        ),
    ],
)
def test_source(text, source):
    assert next(c.source for c in read(text) if c.low == 21) == source
