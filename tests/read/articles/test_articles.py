"""Metadata: what the texts say, nothing that they do not."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings, strategies as st

from tellings.read import sentences
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


# --- outlets --------------------------------------------------------------------------------------

# Lines round the article, and whose it is.
WHOSE = [
    ("By THE HARBOUR GAZETTE", "THE HARBOUR GAZETTE"),
    ("By Harbour Gazette Staff", "Harbour Gazette"),
    ("Special to The New York Times", "The New York Times"),
    ("By Ann Lee | Special to the Harbour Post", "Harbour Post"),
    ("By Ann Lee, CNN", "CNN"),
    ("Ann Lee is a reporter for Harbour News. Follow her on Twitter.", "Harbour News"),
    ("Ann Lee is a Staff Writer at WAVE, formerly a writer for The Harbour Post.", "WAVE"),
    ("© 2031 Harbour Gazette. All rights reserved.", "Harbour Gazette"),
    ("Copyright © 2031, Los Angeles Times | Terms of Service", "Los Angeles Times"),
    ("© 2031 The New York Times Company", "The New York Times"),
    ("Harbourwatch\nFollow @Harbourwatch on the web", "Harbourwatch"),
    ("More from Sky News\nAbout Sky News", "Sky News"),
    ("www.theguardian.com/harbour\nwww.theguardian.com/talks", "theguardian.com"),
]


@pytest.mark.parametrize(("lines", "outlet"), WHOSE)
def test_the_sites_own_lines_tell_whose_an_article_is(lines, outlet):
    assert told(PAGE + lines).get("outlet") == outlet


# Lines that name others: agencies, picture desks, publishers, links, what any page says.
NOBODY = [
    "By Ann Lee",
    "By Meg James Staff Writer",
    "© Ann Lee / Getty Images",
    "Copyright 2031 The Associated Press. All rights reserved.\nMore by the reporter",
    "© 2031 Hearst",
    "Follow us on Facebook\nfacebook.com/harbour",
    "Read more at bbc.co.uk",
    "Terms of Service\nSkip to content\nEnglish",
    "Follow Ann Lee",
]


@pytest.mark.parametrize("lines", NOBODY)
def test_no_outlet_is_invented(lines):
    assert "outlet" not in told(PAGE + lines)


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Harbour talks go on\nThe Harbour Ledger\n4 May 2031", "The Harbour Ledger"),
        ("The Harbour Ledger\nHarbour talks go on\n4 May 2031", "The Harbour Ledger"),
        ("Harbour talks go on\nThe Harbour Ledger\nThe Lindau Post\n4 May 2031", None),
        ("Harbour talks go on\nThe Associated Press\n4 May 2031", None),
        ("Harbour talks go on\nThe Harbour Board\n4 May 2031", None),
    ],
)
def test_a_newspapers_name_alone_above_a_clipping_is_its_outlet(above, outlet):
    assert told(f"{above}\n\n{LEAD}\n\n{MORE}").get("outlet") == outlet


def test_an_outlet_before_the_first_sentence_is_the_articles_and_an_agency_is_not():
    assert told(f"Harbour talks go on\n\nLINDAU (CNN) — {LEAD}\n\n{MORE}")["outlet"] == "CNN"
    assert "outlet" not in told(f"Harbour talks go on\n\nLINDAU (AP) — {LEAD}\n\n{MORE}")


def test_the_page_title_gives_the_site_and_the_headline_once():
    page = f"Harbour talks go on | Harbour Gazette\nNews\nHarbour talks go on\n{LEAD}\n{MORE}"
    found = told(page)
    assert (found["headline"], found["outlet"]) == ("Harbour talks go on", "Harbour Gazette")
    assert "dek" not in found
    alone = told(f"Harbour talks go on | Harbour Gazette\n\n{LEAD}\n\n{MORE}")
    assert (alone["headline"], alone["outlet"]) == ("Harbour talks go on", "Harbour Gazette")


# --- fields above the text ------------------------------------------------------------------------

FIELDS_ABOVE = [
    'title: "Harbour talks go on"\nsource: Harbour Gazette\nauthor: Ann Lee\ndate: 2031-05-03',
    "---\ntitle: Harbour talks go on\nsource: Harbour Gazette\nauthor: Ann Lee\n"
    "date: 3 May 2031\ntags:\n  - harbour\n---",
    "Headline: Harbour talks go on\nByline: Ann Lee\nPublication: Harbour Gazette\n"
    "Publication date: 03.05.2031\nURL: https://gazette.example/talks",
]


@pytest.mark.parametrize("above", FIELDS_ABOVE)
def test_field_lines_give_the_fields_and_no_words_to_the_telling(above):
    text = f"{above}\n\n{LEAD}\n\n{MORE}\n"
    found = told(text)
    assert found["headline"] == "Harbour talks go on"
    assert (found["byline"], found["outlet"]) == ("Ann Lee", "Harbour Gazette")
    assert found["published"] == "2031-05-03"
    read = [s.text for s in sentences.split(classify(text))]
    assert read == ["Harbour talks go on", LEAD, MORE]


def test_a_mails_sender_is_its_author_and_an_address_its_outlet():
    head = "From: Ann Lee <ann@gazette.example>\nSubject: Harbour talks\nURL: www.gazette.example/a"
    found = told(f"{head}\n\n{LEAD}\n\n{MORE}")
    assert (found["byline"], found["outlet"]) == ("Ann Lee", "gazette.example")


def test_one_field_line_alone_is_a_headline():
    assert told(f"Title: what it takes\n\n{LEAD}\n\n{MORE}")["headline"] == "Title: what it takes"


# --- dates and names ------------------------------------------------------------------------------

# A page above its body, and when it was published.
DATED = [
    ("May 3, 2031\n\nHarbour talks go on", "2031-05-03"),
    ("Harbour talks go on\n\nBy Ann Lee - 05/13/31 06:56 AM EST", "2031-05-13T06:56"),
    ("Harbour talks go on\n\nAssociated Press May 3, 2031, 9:02 AM", "2031-05-03T09:02"),
    ("Harbour talks go on\n\nMay 3, 2031 / 12:21 AM / Updated 14 hours ago", "2031-05-03T00:21"),
    ("Harbour talks go on\n\nTue 6 May 2031 07.00 BST", "2031-05-06T07:00"),
    ("Harbour talks go on\n\n5/6/2031\n\nUpdated 13/6/2031", "2031-06-05"),
]


@pytest.mark.parametrize(("above", "published"), DATED)
def test_the_date_beside_the_headline_is_when_it_was_published(above, published):
    assert told(f"{above}\n\n{LEAD}\n\n{MORE}").get("published") == published


def test_dates_of_other_articles_are_not_this_ones():
    links = "Older talks\n\nMay 1, 2030\n\nOldest talks\n\nMay 2, 2029\n\n" + "Link\n\n" * 9
    assert "published" not in told(links + PAGE)


def test_a_dateline_with_its_year_dates_an_article_without_a_stamp():
    text = f"Harbour talks go on\n\nLINDAU, May 3, 2031 -- {LEAD}\n\n{MORE}"
    assert told(text)["published"] == "2031-05-03"


@pytest.mark.parametrize("name", ["June Carter", "May Jeong", "Sun Lee", "Ann Lee and Jan Keller"])
def test_a_name_that_is_a_month_is_a_name(name):
    assert told(f"Harbour talks go on\n\nBy {name}\n\n{LEAD}\n\n{MORE}")["byline"] == name


# Bylines that a page joined with what stood beside them: the line, the author, the day, the outlet.
JOINED = [
    ("By Ann Lee on Tuesday, May 14, 2031 at 9:05 p.m.", "Ann Lee", "2031-05-14T21:05", None),
    ("By Ann Lee on Wednesday, May 14th, 2031", "Ann Lee", "2031-05-14", None),
    ("Author:Ann LeePublish date:May 14, 2031", "Ann Lee", "2031-05-14", None),
    ("Author: Ann Lee Original Publish date: May 14, 2031", "Ann Lee", "2031-05-14", None),
    ("Author:Oderau Gazette StaffPublish date:May 14, 2031", None, "2031-05-14", "Oderau Gazette"),
    ("By Ann LeeFOXBusiness", "Ann Lee", None, "FOXBusiness"),
    ("By Ann Lee | The Lindau Post | May 14, 2031", "Ann Lee", "2031-05-14", "The Lindau Post"),
    ("By Ann Lee • CBS News • May 14, 2031", "Ann Lee", "2031-05-14", "CBS News"),
    ("By Ann Lee | Senior Reporter | May 14, 2031", "Ann Lee", "2031-05-14", None),
    ("By Ann Lee | Breaking News | May 14, 2031", "Ann Lee", "2031-05-14", None),
    ("By Ann Lee | Associated Press | May 14, 2031", "Ann Lee", "2031-05-14", None),
    ("By Ann McLeeReuters", "Ann McLee", None, None),
    (
        "By Ann Lee | May 14, 2031 -- 19:14 GMT (12:14 PDT) | Topic: Boats and harbours",
        "Ann Lee",
        "2031-05-14T19:14",
        None,
    ),
]


@pytest.mark.parametrize(("line", "author", "day", "outlet"), JOINED)
def test_what_stands_beside_a_name_is_no_part_of_it(line, author, day, outlet):
    found = told(f"Harbour talks go on\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert (found.get("byline"), found.get("published"), found.get("outlet")) == (
        author,
        day,
        outlet,
    )


@pytest.mark.parametrize(
    "line", ["By noon on May 14, 2031 Ann Lee had left.", "By May 2031 it was."]
)
def test_a_sentence_that_begins_with_by_is_no_byline(line):
    assert "byline" not in told(f"Harbour talks go on\n\n{LEAD}\n\n{line}\n\n{MORE}")


def test_who_signs_a_part_is_not_the_articles_author():
    letters = f"A friend\n\nBy OLGA BRANDT\n\n{LEAD}\n\n{MORE}"
    text = f"Harbour talks go on\n\n{LEAD}\n\n{MORE}\n\n{letters}"
    assert "byline" not in told(text)
    assert told(text.replace("\n\n", "\n\nBy Dana Lee\n\n", 1))["byline"] == "Dana Lee"
    assert sum(line.role == "body" for line in classify(text)) >= 4


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


def test_markdown_marks_are_no_words_of_headline_or_byline():
    story = "The ferry company cancelled its morning sailings on Tuesday, a spokeswoman said."
    text = f"## Ferries stay\n\n_By Ann Lee, 3 May 2024_\n\n{story}\n\n{story} She was sorry."
    about = describe(classify(text))
    assert (about.headline, about.byline) == ("Ferries stay", "Ann Lee")
    assert about.published == "2024-05-03"
    assert text[about.headline_start : about.headline_end] == "Ferries stay"
