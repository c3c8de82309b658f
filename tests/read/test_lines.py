"""Roles of lines: the seeds' against the hand-labelled ones, rules by example, nothing lost."""

import csv
from types import SimpleNamespace

import pytest
from hypothesis import given, settings, strategies as st

from tellings.lexicons import rows
from tellings.read.lines import ROLES, classify

LEAD = "The two sides met again on Monday to talk about the harbour, officials said."
MORE = "Nobody would say how long the talks are going to last, or who pays for them."


@pytest.fixture(scope="module")
def gold(root):
    with (root / "tests/gold/roles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_seeds_have_their_roles_and_places(seeds, gold):
    given_roles = {
        (name, str(line.line)): (line.role, str(line.start), str(line.end))
        for name, text in seeds.items()
        for line in classify(text)
    }
    wanted = {(r["file"], r["line"]): (r["role"], r["start"], r["end"]) for r in gold}
    assert given_roles == wanted


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_lines_are_the_seed_again(seeds, name):
    assert "\n".join(line.text for line in classify(seeds[name])) == seeds[name]


TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)
PIECES = st.lists(st.sampled_from([LEAD, MORE, "", "Sign in", "By Ann Lee", "* Home", "• One"]))


@settings(deadline=None)
@given(TEXT | PIECES.map("\n".join))
def test_nothing_is_lost_or_moved(text):
    lines = classify(text)
    assert "\n".join(line.text for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.line for line in lines] == list(range(1, text.count("\n") + 2))
    assert {line.role for line in lines} <= set(ROLES)


@settings(deadline=None)
@given(PIECES)
def test_a_line_without_words_is_blank(pieces):
    for line in classify("\n".join(pieces)):
        assert (line.role == "blank") == (not line.text.strip())


# What names itself, in a page of its own kind: the line, its role.
NAMED = [
    ("Updated: May 3, 2031, 4:10 PM", "timestamp"),
    ("Published 3 May 2031", "timestamp"),
    ("Nov. 19, 2031", "timestamp"),
    ("5:50 PM", "timestamp"),
    ("By Ann Lee", "byline"),
    ("By Ann Lee and Bo Diaz | Special to the Post", "byline"),
    ("Author: Ann Lee", "byline"),
    ("The harbour at dawn. Reuters", "caption"),
    ("The harbour at dawn (AP Photo/Bo Diaz)", "caption"),
    ("Photo: Bo Diaz", "caption"),
    ("The Associated Press contributed to this report.", "credit"),
    ("Reporting by Ann Lee; Editing by Bo Diaz", "credit"),
    ("Reuters", "credit"),
    ("Editor's note: This story has been updated.", "editors_note"),
    ("Editor’s note: This story has been updated.", "editors_note"),
    ("Powered by automated translation", "notice"),
    ("Already a member? Sign in here", "promo"),
    ("Sign up for our daily letter", "promo"),
    ("Live updates: Follow the latest on the harbour", "promo"),
    ("Related Stories", "nav"),
    ("Image 2 of 5", "nav"),
    ("258 Shares", "nav"),
    ("34 responses to “The harbour talks”", "comments"),
    ("Leave a Reply", "comments"),
    ("© 2031 The Harbour Post", "nav"),
    ("Ann Lee writes on ports, follow her on Twitter @annlee.", "bio"),
]


@pytest.mark.parametrize(("line", "role"), NAMED)
def test_a_line_that_names_itself(line, role):
    page = classify(f"Harbour talks go on\n\n{LEAD}\n\n{MORE}\n\n{line}")
    assert page[-1].role == role


# Sentences that begin or sound like furniture and are none.
ORDINARY = [
    "Share prices fell in London after the harbour talks broke off on Monday evening.",
    "By Thursday the port was closed and the ships had left for the north.",
    "By dawn the harbour was quiet again, and the two ships had gone.",
    "More in the party have called for him to go than ever before.",
    "Search teams found two more of the sailors on Tuesday, the navy said.",
    "Home owners near the harbour were told to leave their houses at once.",
    "Reply letters were sent to both of the ministers in the same week.",
    "“The officials told Reuters that they would come back,” she said.",
    "Watch towers were built along the coast in the spring of that year.",
    "The company changed its privacy policy after the court's ruling in March.",
    "Updated plans for the harbour were shown to the council last week.",
    "Register rolls were burnt in the fire, and nobody knows who voted.",
    "Related charges against the two men were dropped, a lawyer said on Friday.",
    "Email messages between the two ministers were read out in court.",
    "One app was all that the smugglers needed, the prosecutor said.",
    "Get more ships, the admiral told the minister before he left the room.",
    "Comments by the minister were met with laughter in the hall.",
]


@pytest.mark.parametrize("sentence", ORDINARY)
def test_an_ordinary_sentence_is_no_furniture(sentence):
    page = classify(f"Harbour talks go on\n\n{LEAD}\n\n{sentence}\n\n{MORE}")
    assert page[4].role == "body", page[4].rule


PROSE = st.lists(
    st.sampled_from("the old harbour was closed when two ships left it at night".split()),
    min_size=9,
    max_size=30,
).map(lambda words: " ".join(words).capitalize() + ".")


@settings(deadline=None)
@given(PROSE)
def test_plain_prose_is_body(sentence):
    assert classify(f"{LEAD}\n\n{sentence}\n\n{MORE}")[2].role == "body"


def test_headline_and_dek_stand_above_the_body():
    text = (
        f"World\n\nHarbour talks go on\n\nBoth sides want a deal, but not yet\n\n{LEAD}\n\n{MORE}"
    )
    assert [x.role for x in classify(text) if x.text] == [
        "section",
        "headline",
        "dek",
        "body",
        "body",
    ]


def test_furniture_above_the_headline_is_no_headline():
    above = "Choose the way you pay\n\n3 minutes to go\n\n"
    page = classify(
        f"{above}Harbour talks go on\n\nSome other page's news title\n\n{LEAD}\n\n{MORE}"
    )
    assert [x.text for x in page if x.role == "headline"] == ["Harbour talks go on"]


def test_a_headline_that_asks_is_no_paragraph():
    page = classify(f"Who was in the room when the harbour talks broke off?\n\n{LEAD}\n\n{MORE}")
    assert [x.role for x in page if x.text] == ["headline", "body", "body"]


def test_a_paragraph_alone_is_body():
    assert [line.role for line in classify(LEAD)] == ["body"]


def test_bullets_inside_the_body_are_list():
    page = classify(f"{LEAD}\n\n  • The navy sent two ships.\n  • The army sent none.\n\n{MORE}")
    assert [x.role for x in page if x.text] == ["body", "list", "list", "body"]


def test_teasers_below_the_body_are_left_out():
    teasers = "\n\n".join(
        f"Other news number {n}\n\nSomething else has happened in the town again..."
        for n in range(5)
    )
    page = classify(f"Harbour talks go on\n\n{LEAD}\n\n{MORE}\n\nTrending News\n\n{teasers}")
    assert [x.line for x in page if x.role == "body"] == [3, 5]


# Lines that read like prose and are none, when they stand below the body.
CUT = "The minister of the interior has said that he will not come to the talks in the..."
TWICE = "What the end of the talks in the harbour is going to mean for you and for all of us"


@pytest.mark.parametrize("lines", [[CUT, CUT.replace("interior", "navy")] * 3, [TWICE] * 4])
def test_cut_and_repeated_lines_are_no_prose(lines):
    page = classify("\n\n".join(["Harbour talks go on", LEAD, MORE, "Business", *lines]))
    assert [x.line for x in page if x.role == "body"] == [3, 5]


def test_an_empty_text_is_one_blank_line():
    assert [(x.line, x.role, x.start, x.end) for x in classify("")] == [(1, "blank", 0, 0)]


def test_crlf_stays_and_changes_no_role():
    text = f"Harbour talks go on\n\n{LEAD}\n\n{MORE}"
    with_cr = text.replace("\n", "\r\n")
    assert [x.role for x in classify(with_cr)] == [x.role for x in classify(text)]
    assert "\n".join(x.text for x in classify(with_cr)) == with_cr


def correction(place, becomes, subject="line"):
    return SimpleNamespace(subject=subject, place=place, becomes=becomes)


def test_a_correction_wins():
    line = classify(LEAD, [correction("1", "caption"), correction("1", "nav", "article")])[0]
    assert (line.role, line.rule) == ("caption", "correction")


@pytest.mark.parametrize(
    ("place", "role", "words"),
    [("1", "advert", "unknown role 'advert'"), ("9", "nav", "no line '9'")],
)
def test_a_wrong_correction_is_named(place, role, words):
    with pytest.raises(ValueError, match=words):
        classify(LEAD, [correction(place, role)])


def test_the_phrases_are_plain_lower_case_and_known_roles():
    for row in rows("site_phrases"):
        assert row["phrase"] == row["phrase"].lower().strip(" \t") or row["phrase"].endswith(" ")
        assert row["role"] in ROLES
        assert row["where"] in ("whole", "start", "inside")
        assert "’" not in row["phrase"]


BODY = (
    "The town will open the bridge again in May, Mayor Olga Brandt told reporters on Monday. About "
    "300 people had signed a letter.\n\nThe bridge is old, and it stands in the water."
)


@pytest.mark.parametrize(
    "text",
    [
        f"Town Opens Old Bridge to Walkers in May.\n\n{BODY}",
        f"Brandt's Bridge: Why 'It Can't Wait Any Longer'.\n\n{BODY}",
        f"Old bridge will open to walkers again in May.\n\nLINDAU — {BODY}",
        f"Old bridge will open to walkers again in May.\n\nLINDAU, Ind. (Reuters) - {BODY}",
        f"Old bridge will open to walkers again in May.\n\nApril 29 (UPI) — {BODY}",
    ],
)
def test_a_headline_may_end_in_a_full_stop(text):
    roles = [line.role for line in classify(text) if line.text]
    assert roles == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        f"The old bridge will open to walkers again in May.\n\n{BODY}",
        f"LINDAU — The old bridge will open to walkers again.\n\nODERAU — {BODY}",
        "Olga Brandt, Mayor of Lindau, Ann Lee and Bo Diaz met on Monday.\n\n" + BODY,
    ],
)
def test_a_first_sentence_is_no_headline_for_its_stop(text):
    assert "headline" not in [line.role for line in classify(text)]


@pytest.mark.parametrize(
    ("last", "role"),
    [
        ("Turnout reached 58 percent.", "body"),
        ("Shares closed 3% higher.", "body"),
        ("Divers searched Oderau harbour.", "body"),
        ("Mayor Harte declined comment.", "body"),
        ("Privacy Terms Jobs Contact.", "nav"),
    ],
)
def test_a_short_last_sentence_without_grammar_words_is_told_by_its_verb(last, role):
    assert classify(f"{LEAD}\n\n{MORE}\n\n{last}")[-1].role == role
