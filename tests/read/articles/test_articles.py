"""Metadata: what the texts say, nothing that they do not."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings, strategies as st

from tellings.read.articles import FIELDS, STATUSES, describe
from tellings.read.lines import classify

LEAD = "The two sides met again on Monday to talk about the harbour, officials said."
MORE = "Nobody would say how long the talks are going to last, or who pays for them."
PAGE = f"Harbour talks go on\n\n{LEAD}\n\n{MORE}\n\n"


def told(text, hints=None, corrections=()):
    """The fields that are not absent, by name."""
    article = describe(classify(text), hints, corrections)
    return {f: getattr(article, f) for f in FIELDS if getattr(article, f"{f}_status") != "absent"}


# What each seed says of itself beside headline and dek.
SEEDS = {
    "000": {"byline": "Dave DeCamp", "outlet": "Antiwar.com"},
    "001": {
        "outlet": "The National",
        "updated": "2024-04-18T20:30",
        "image_credit": "Reuters",
        "notice": "Powered by automated translation",
    },
    "002": {"outlet": "Axios", "host": "inkl"},
    "003": {
        "updated": "2024-04-02T04:09",
        "image_credit": "AFP",
        "notice": "Powered by automated translation",
    },
    "004": {
        "byline": "TruthUSA",
        "outlet": "TruthUSA News Hub",
        "agency": "The Associated Press",
        "section": "World News",
    },
}


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_say_this_and_no_more(seeds, name):
    found = told(seeds[name])
    assert ("headline" in found, "dek" in found) == (True, name in ("000", "001", "003"))
    assert {k: v for k, v in found.items() if k not in ("headline", "dek")} == SEEDS[name]


def test_only_an_outlet_by_style_is_inferred(seeds):
    for name, text in seeds.items():
        article = describe(classify(text))
        status = {f: getattr(article, f"{f}_status") for f in FIELDS}
        inferred = [f for f, s in status.items() if s == "inferred"]
        assert inferred == (["outlet"] if name == "002" else [])
        assert set(status.values()) <= set(STATUSES)


def test_places_are_those_of_the_words(seeds):
    for text in seeds.values():
        article = describe(classify(text))
        for field in FIELDS:
            start, end = getattr(article, f"{field}_start"), getattr(article, f"{field}_end")
            if start is not None and field not in ("published", "updated"):
                assert text[start:end] == getattr(article, field)
    assert seeds["001"][2760:2783] == "April 18, 2024, 8:30 PM"
    updated = describe(classify(seeds["001"]))
    assert (updated.updated_start, updated.updated_end) == (2760, 2783)


# A line of a page, the field it gives, its value.
SAID = [
    ("By Ann Lee", "byline", "Ann Lee"),
    ("By Ann Lee and Bo Diaz | Special to the Post", "byline", "Ann Lee and Bo Diaz"),
    ("Published: 3 May 2031 16.10", "published", "2031-05-03T16:10"),
    ("May 3, 2031", "published", "2031-05-03"),
    ("PUBLISHED: May 3, 2031 at 8:59 pm", "published", "2031-05-03T20:59"),
    ("Updated: 2031-05-03 12:05 AM", "updated", "2031-05-03T00:05"),
    ("Reporting by Ann Lee for Reuters; editing by Bo Diaz", "agency", "Reuters"),
    (
        "Ann Lee is a reporter for The Harbour Post, follow her on Twitter.",
        "outlet",
        "The Harbour Post",
    ),
    ("Top stories on wavelet right now", "host", "wavelet"),
]


@pytest.mark.parametrize(("line", "field", "value"), SAID)
def test_a_line_gives_a_field(line, field, value):
    assert told(PAGE + line).get(field) == value


def test_one_stamp_may_give_both_dates():
    line = "Published: May 3, 2031 at 8:59 am | Updated: May 4, 2031 at 10:16 pm"
    found = told(PAGE + line)
    assert (found["published"], found["updated"]) == ("2031-05-03T08:59", "2031-05-04T22:16")


# What stands in the text and says nothing about the article itself.
NOTHING = [
    "Officials told CNN that the harbour would stay closed for a week.",
    "Two people told The National that the talks were over.",
    "Why it matters: The harbour is the only one that the island has.",
    "She said the May 3, 2031, storm was the worst that they had seen.",
    "The Associated Press was the first to report on the talks that day.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_invented(sentence):
    text = f"Harbour talks go on\n\n{LEAD}\n\n{sentence}\n\n{MORE}"
    assert told(text) == {"headline": "Harbour talks go on"}


def test_updated_is_never_published():
    assert "published" not in told(PAGE + "Updated: May 3, 2031")


def test_three_lead_ins_of_one_outlet_infer_it():
    marks = "".join(f"{m} {MORE}\n\n" for m in ("Why it matters:", "Zoom in:", "Go deeper:"))
    article = describe(classify(PAGE + marks))
    assert (article.outlet, article.outlet_status, article.outlet_start) == (
        "Axios",
        "inferred",
        None,
    )


def test_what_is_given_wins_over_the_text_and_a_correction_over_both():
    hints = {"outlet": "The Post", "date": "2031-05-03", "event_id": "talks", "note": "x"}
    fixed = [SimpleNamespace(subject="article", place="outlet", becomes="The Mail")]
    article = describe(classify(PAGE + "May 9, 2031"), hints, fixed)
    assert (article.outlet, article.outlet_status) == ("The Mail", "given")
    assert (article.published, article.published_status) == ("2031-05-03", "given")
    assert article.published_start is None


def test_an_emptied_field_is_absent():
    fixed = [SimpleNamespace(subject="article", place="byline", becomes="")]
    assert "byline" not in told(PAGE + "By Ann Lee", corrections=fixed)


def test_a_correction_of_an_unknown_field_is_named():
    fixed = [SimpleNamespace(subject="article", place="autor", becomes="x")]
    with pytest.raises(ValueError, match="unknown field 'autor'"):
        describe(classify(PAGE), corrections=fixed)


def test_an_empty_text_says_nothing():
    assert told("") == {}


LINES = st.sampled_from(
    [LEAD, MORE, "", "May 3, 2031", "Updated:", "By", "By Ann", "(Reuters)", "I"]
)


@settings(deadline=None)
@given(st.text(max_size=200) | st.lists(LINES, max_size=9).map("\n".join))
def test_no_text_raises_and_places_hold(text):
    article = describe(classify(text))
    for field in FIELDS:
        start, end = getattr(article, f"{field}_start"), getattr(article, f"{field}_end")
        assert (start is None) == (end is None)
        if start is not None and field not in ("published", "updated"):
            assert text[start:end] == getattr(article, field) != ""
