"""find.quotes: whom a reporting verb belongs to where other names stand nearer, and who is none."""

import pytest

from tellings.find import quotes
from tellings.read.sentences import of


def speakers(text):
    """The speaker of each row, by its words."""
    return {q.text: q.speaker for q in quotes.find(of(text))}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # the object of a relative clause says nothing
        (
            "Ann Reed, a pilot who, in 1996, helped find Tom Hale -- who had left Lund -- told "
            "the Echo that the boat was old.",
            "the boat was old",
            "Ann Reed",
        ),
        (
            "Ann Reed, a pilot who met Tom Hale, who robbed a bank, said it was late.",
            "it was late",
            "Ann Reed",
        ),
        (
            "Mayor Lind, a cook who once met Ida Bern — who left in May — said it was late.",
            "it was late",
            "Mayor Lind",
        ),
        ("The judge who jailed Tom Hale – who had lied – said it was late.", "it was late", "T"),
        (
            "Ann Reed, who met Tom Hale -- the cook -- in May, said it was late.",
            "it was late",
            "An",
        ),
        (
            'Ann Reed, a cook who, in May, helped find "Red" Tom Hale -- who had left -- told '
            "the Echo that it was late.",
            "it was late",
            "Ann Reed",
        ),
        # a time is no part of a name
        ("The mayor this morning said it was late.", "it was late", "The mayor"),
        ("Ida Bern this week also said it was late.", "it was late", "Ida Bern"),
        ("The Lund Port Fund this year said it was late.", "it was late", "The Lund Port Fund"),
        ("His lawyer this evening told the Echo that it was late.", "it was late", "His lawyer"),
        ("Crews this weekend said it was late.", "it was late", "Crews"),
        # "came as": the clause behind it acts
        ("Lind's comments came as Ode left, saying it was late.", "it was late", "Ode"),
        ("The news came after Ms. Ode quit, warning that it was late.", "it was late", "Ms. Ode"),
        ("Her vote comes as the union has left, saying it was late.", "it was late", "the union"),
        ("The visit came when Ida Bern fell, saying it was late.", "it was late", "Ida Bern"),
        ("The remarks came in May, saying it was late.", "it was late", "The remarks"),
        # "with": a subject of its own
        ("The school met, with one teacher asking, “Is it late?”", "Is it late?", "one teacher"),
        (
            "The school met, with some saying it rained and one cook asking, “Is it late?”",
            "Is it late?",
            "one cook",
        ),
        ("The school met, with some saying it rained.", "it rained", "some"),
        # the name behind what describes it
        ("Ode left, and the host, Ann Reed, said it was late.", "it was late", "Ann Reed"),
        ("A spokesman, Jan Holt, told the Echo that it was late.", "it was late", "Jan Holt"),
        ("“It is late,” his wife, Ida Bern, wrote in May.", "It is late,", "Ida Bern"),
        ("One of the crew, Mr. Voss, said it was late.", "it was late", "Mr. Voss"),
        ("The Lund mayor, a former cook, said it was late.", "it was late", "The Lund mayor"),
        # "The plan, said Lee, a cook, is"
        ("The plan, said Ida Bern, the Lund mayor, is “too late.”", "too late.", "Ida Bern"),
        ("Her words, said Mr. Voss, a cook, were “odd.”", "odd.", "Mr. Voss"),
        (
            "Ann Reed, a cook, said the storm, the worst, was late.",
            "the storm, the worst, was late",
            "A",
        ),
        # a title is no verb
        ("Ode saw Harbour Counsel Dan Voss, who said it was late.", "it was late", "Harbour"),
        ("Lund general counsel Ida Bern said it was late.", "it was late", "Lund general"),
        # "more than ten crews"
        (
            "And more than ten crews also have said they will go, calling it an insult.",
            "an insult",
            "more than ten crews",
        ),
    ],
)
def test_who_speaks(text, words, speaker):
    assert speakers(text)[words].startswith(speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Lind fought the Echo over its story on the mayor called “The Queen of Quays,” he knew.",
        "Lind spoke to Ida Bern on Tuesday on LBS’s the “Ida Bern” show.",
        "Lind told “Lund and Friends.”",
        "Ode wore the “Make Lund Great” hat as she spoke.",
        "The crews were pleased with the story, entitled “Mr. Lind Is Not a Liar,” in May.",
    ],
)
def test_a_title_is_nobody_s_speech(text):
    titles = [q for q in quotes.find(of(text)) if q.form != "indirect"]
    assert [(q.form, q.speaker) for q in titles] == [("partial", "")]


def test_what_is_said_of_a_title_goes_on():
    text = "Lind called the plan “The Last Straw,” and Ode said it was late."
    assert speakers(text)["it was late"] == "Ode"
