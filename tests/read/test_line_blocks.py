"""Paragraphs of several lines: text broken at a width or at its links is read whole."""

import textwrap

import pytest
from hypothesis import given, settings, strategies as st

from tellings.read import oddities, sentences
from tellings.read.lines import classify
from tellings.read.lines.blocks import blocks

STORY = [
    "The ferry company of Lindau cancelled all its morning sailings on Tuesday after two of the "
    "captains had called in sick, a spokeswoman said.",
    "Passengers who had bought a ticket could travel in the afternoon instead, she said, or have "
    "their money back at any of the counters in the harbour hall.",
    "“We are sorry for what happened to our guests,” said Mara Voss, who has run the company since "
    "the spring. “It will not happen twice.”",
    "The union answered that the company had let nine captains go last year and hired three.",
]


def read(text):
    """The sentences of a text, white space made plain."""
    return [" ".join(s.text.split()) for s in sentences.split(classify(text))]


@pytest.mark.parametrize("width", [48, 60, 72, 80, 96])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n\n", "    "), ("\n", "    ")])
def test_text_broken_at_a_width_has_the_sentences_of_the_whole(width, between, indent):
    whole = "\n\n".join(["Ferries stay in harbour", *STORY])
    broken = between.join(textwrap.fill(p, width, initial_indent=indent) for p in STORY)
    assert read(f"Ferries stay in harbour\n\n{broken}") == read(whole)


def test_paragraphs_without_blank_lines_or_indents_are_told_by_their_short_last_lines():
    text = "\n".join(textwrap.fill(p, 64) for p in STORY)
    found = read(text)
    assert "Passengers who had bought a ticket could travel" in found[1]
    assert len(found) == len(read("\n\n".join(STORY)))


@settings(deadline=None)
@given(st.integers(45, 100), st.lists(st.sampled_from(STORY), min_size=2, max_size=4))
def test_places_hold_in_broken_text(width, paragraphs):
    text = "\n\n".join(textwrap.fill(p, width) for p in paragraphs)
    rows = classify(text)
    assert "\n".join(line.text for line in rows) == text
    assert all(text[s.start : s.end] == s.text for s in sentences.split(rows))


BROKEN_AT_LINKS = [
    (
        "Two firms fined\n\nThe court in Lindau has fined\nVoss Shipping\nand a second firm, "
        "the judge told the\nCourier\n, for letting oil into the lake.\nBoth firms,\nwhose owner is"
        "\nJan Holt\n, will go to a higher court.",
        [
            "Two firms fined",
            "The court in Lindau has fined Voss Shipping and a second firm, the judge told the "
            "Courier , for letting oil into the lake.",
            "Both firms, whose owner is Jan Holt , will go to a higher court.",
        ],
    ),
    (
        "Choir sings in the rain\n\nThe choir of\nOderau\n, founded in\n1902\n, sang for two hours "
        "in the rain on Sunday because the hall was locked.\nNobody had the key\n.",
        [
            "Choir sings in the rain",
            "The choir of Oderau , founded in 1902 , sang for two hours in the rain on Sunday "
            "because the hall was locked.",
            "Nobody had the key .",
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), BROKEN_AT_LINKS)
def test_text_broken_at_its_links_has_whole_sentences(text, wanted):
    assert read(text) == wanted


ONE_A_LINE = [
    "\n".join(STORY),
    "\n\n".join(STORY),
    "Home\nNews\nSport\nFerries stay in harbour\n" + "\n".join(STORY),
    "The menu:\n- bread\n- cheese\n- wine\nand what the guests brought.",
    "Roses are red\nviolets are blue\nsugar is sweet\nand so are you",
    "",
]


@pytest.mark.parametrize("text", ONE_A_LINE)
def test_a_text_with_a_paragraph_a_line_is_left_as_it_is(text):
    pieces = text.split("\n")
    assert blocks(pieces) == [(i, i) for i in range(len(pieces))]


def test_a_date_above_a_broken_text_is_no_part_of_it():
    text = (
        "Fair opens\nMay 3, 2031\nIn honour of\nthe lake\n, which is\n, they say, deep, it opens."
    )
    assert [x.role for x in classify(text)][1] == "timestamp"


def test_a_quotation_over_lines_of_one_paragraph_is_not_odd():
    text = "\n\n".join(textwrap.fill(p, 50) for p in STORY)
    assert "“We are sorry" in text
    assert [o.kind for o in oddities.find(classify(text)) if "quote" in o.kind] == []
