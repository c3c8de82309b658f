"""What a site writes in, above and below an article is not the article's."""

import pytest

from tellings.lexicons import rows
from tellings.read.articles import describe
from tellings.read.lines import classify
from tellings.read.lines.looks import look
from tellings.read.lines.phrases import phrase

TITLE = "Ferries stay in harbour"
STORY = [
    "The ferry company cancelled its morning sailings on Tuesday after two captains fell ill.",
    "Passengers could travel in the afternoon instead, or have their money back, it said.",
    "“We are sorry for what happened to our guests,” said Mara Voss, who runs the company.",
    "The union answered that the company had let nine captains go and hired three of them back.",
]


def page(*between):
    return "\n\n".join([TITLE, *STORY[:2], *between, *STORY[2:]])


def role(text, line):
    return next(x.role for x in classify(text) if x.text == line)


BETWEEN = [
    "Passengers wait on the quay in Lindau. Picture: Lena Park",
    "The quay at noon. PHOTOGRAPH: LENA PARK",
    "Lena Park/The Courier",
    "GETTY",
    "GETTY/LP",
    "READ MORE: Why the lake has never had a bridge of its own, and why it may soon",
    "ALSO READ: Nine captains and what became of them",
    "What the union will do now [ANALYSIS]",
    "Join our newsletter and get the day's best stories in your inbox.",
    "Follow the Courier on Facebook and Instagram.",
    "If you value our journalism, please think about a donation.",
    "You have 3 free articles left this month. Subscribe to read them all.",
    "Enable JavaScript in your browser to watch this.",
    "By clicking you accept our terms of use and our privacy policy.",
    "7 mins read",
    "Story continues below",
    "Hide Ad",
    "after newsletter promotion",
    '<div class="ad"></div>',
]


@pytest.mark.parametrize("line", BETWEEN)
def test_furniture_between_paragraphs_is_no_story(line):
    text = page(line)
    assert role(text, line) not in ("headline", "dek", "body", "list")
    assert all(role(text, paragraph) == "body" for paragraph in STORY)


def test_every_listed_phrase_is_found_in_a_line():
    lines = {
        row["phrase"]: f"{row['phrase']} x" if row["where"] == "start" else f"x {row['phrase']}y"
        for row in rows("site_phrases")
        if row["where"] != "whole"
    }
    assert [words for words, line in lines.items() if not phrase(look(line))] == []


ORDINARY = [
    "The newsletter of the union told its readers on Tuesday that you can trust nobody.",
    "The app that the company sells has been downloaded by two million people since May.",
    "He said that your data, your account and your password are safe with the bank.",
    "The minister asked the website to take the pictures down within a day.",
    "Subscribers left the paper in great numbers after the election, its owner said.",
    "Follow-up talks are to be held in the town hall at the end of the month.",
    "Getty built his first house here before he made his money in oil.",
    "The paper wrote about ads, cookies and consent for the first time in 2018.",
    "Read aloud in court, the letter took the judge half an hour.",
]


@pytest.mark.parametrize("line", ORDINARY)
def test_news_about_sites_is_story(line):
    assert role(page(line), line) == "body"


ABOVE = [
    "We use cookies on this site. You can accept them, or manage your settings and your consent.",
    "JavaScript is turned off in your browser. Please enable it to use this website.",
    "You have read your last free article. Sign in to your account or subscribe to go on.",
]


@pytest.mark.parametrize("notice", ABOVE)
def test_a_notice_in_sentences_above_the_headline_is_no_story(notice):
    text = f"{notice}\n\nAccept all\n\n{page()}"
    assert role(text, notice) not in ("body", "headline", "dek")
    assert describe(classify(text)).headline == TITLE


COUNTRY = [
    "US senators asked Facebook and Twitter on Monday to say how their apps store what was read.",
    "The mill's US website and its app were out of order on Monday, a spokeswoman said.",
    "The podcast has two million US subscribers, and the newsletter half as many, he said.",
    "A US court ruled that cookies and ads may not be stored without a word of consent.",
    "On Instagram and TikTok the US embassy posted a photograph of the burned quay.",
]


@pytest.mark.parametrize("paragraph", COUNTRY)
def test_the_country_is_not_the_us_of_a_site(paragraph):
    assert role(page(paragraph), paragraph) == "body"


REMARKS = [
    "I have taken that ferry for thirty years and never has it been on time, not once.",
    "Nine captains, and for what? My brother was one of them and he says the same as I do.",
    "The whole board ought to go, and they ought to swim to the other side of the lake.",
    "Who would have thought it, certainly not those who sit in the town hall all day long.",
    "My neighbour has a boat, he takes people over for less than the company asks of them.",
] * 3


@pytest.mark.parametrize(
    "heading",
    ["14 comments", "Comments (14)", "14 responses to “Ferries stay in harbour”", "Leave a reply"],
)
def test_readers_comments_are_no_story(heading):
    remarks = REMARKS if heading[0] != "1" or "responses" in heading else REMARKS[:4]
    text = "\n\n".join([page(), heading, *remarks])
    assert [x.text for x in classify(text) if x.role == "body"] == STORY


def test_a_button_for_comments_above_most_of_an_article_ends_nothing():
    more = [f"The ferry to {town} sailed again at noon, with guests on board." for town in TOWNS]
    text = page("14 comments", STORY[2], *more)
    assert STORY[3] in [x.text for x in classify(text) if x.role == "body"]


TOWNS = ["Oderau", "Holt", "Venn", "Lindau", "Karst", "Rohr"]

TEASERS = [
    "A mill by the lake burned down last night, and two firemen were slightly hurt.",
    "The school of Oderau has a new roof at last, after eleven years of quarrels.",
]


@pytest.mark.parametrize("heading", ["More from the Courier", "Recommended for you", "Most read"])
def test_teasers_behind_the_article_are_no_story(heading):
    text = "\n\n".join([page(), heading, *TEASERS])
    assert [x.text for x in classify(text) if x.role == "body"] == STORY


def test_a_box_of_links_ends_no_article():
    links = "\n".join(f"* {words}" for words in ["Why the lake froze over twice", "A mill burns"])
    text = "\n\n".join([TITLE, *STORY[:3], "Related stories", links, *STORY * 2])
    assert STORY[3] in [x.text for x in classify(text) if x.role == "body"]


def test_bullets_that_are_other_headlines_are_links():
    links = [
        "* Mill by the lake burns down in the night",
        "* School of Oderau gets a new roof after eleven years",
        "* How the harbour lost its last crane to the sea",
    ]
    found = [x for x in classify(page(*["\n".join(links)])) if x.text in links]
    assert {x.role for x in found} == {"nav"}


@pytest.mark.parametrize(
    "items",
    [
        ["* Ferries to Oderau sail at noon", "* Ferries to Holt sail at three", "* Ferries rest"],
        ["* Selling tickets at the door", "* Taking money for seats", "* Letting dogs on board"],
    ],
)
def test_bullets_built_alike_are_the_article_s_own(items):
    found = [x for x in classify(page("\n".join(items))) if x.text in items]
    assert {x.role for x in found} == {"list"}


def test_bullets_that_a_colon_introduces_are_the_article_s_own():
    items = [
        "* Boats for all who hold a ticket",
        "* Food in the hall until six",
        "* No dogs at all",
    ]
    found = classify(page("The company promised three things:", "\n".join(items)))
    assert {x.role for x in found if x.text in items} == {"list"}


def test_dates_of_a_tour_belong_to_the_article():
    dates = [f"June {n} – Lindau, {hall}" for n, hall in enumerate(["Hall", "Mill", "Quay"], 9)]
    dates.append("June 12 – Oderau, Church")
    text = "\n\n".join([page(), *dates])
    assert {x.role for x in classify(text) if x.text in dates} == {"body"}


def test_the_entries_of_a_live_blog_are_all_story():
    entries = [
        ("09:15", "Sailings off", "The company says that no ferry will leave before noon."),
        ("10:40", "Union speaks", "“We warned them in May,” the union's Jan Holt tells us."),
        ("12:05", "First boat", "The first boat has left with some forty people on it."),
    ]
    text = "Ferries - live\n\n" + "\n\n".join("\n".join(entry) for entry in entries)
    assert all(role(text, words) == "body" for _, _, words in entries)


NO_ARTICLES = [
    "Are you a robot?\n\nWe have seen unusual traffic from your network. Please enable cookies.",
    "Error 404\n\nThe page you requested could not be found.\n\nBack to the homepage",
    "Access denied\n\nYou don't have permission to access this page.\nReference ID 8f0e",
]


@pytest.mark.parametrize("text", NO_ARTICLES)
def test_a_page_without_an_article_has_no_story(text):
    assert {x.role for x in classify(text)} <= {"notice", "blank"}
    assert "holds no article" in classify(text)[0].rule


def test_a_story_about_robots_is_one():
    story = "The robot asked every guest whether you are human, and the page not found was funny. "
    assert {x.role for x in classify("Robots\n\n" + story * 40)} >= {"body"}


@pytest.mark.parametrize("number", ["718-555-0140", "+1 604-555-0158", "020 7946 0958", "555 0199"])
def test_a_telephone_number_is_no_date(number):
    assert role(f"{page()}\n\nTo ask more, call\n{number}", number) != "timestamp"


@pytest.mark.parametrize("title", ["Fair opens in Lindau", "New bridge opens in a year's time"])
def test_a_headline_may_open(title):
    assert describe(classify("\n\n".join([title, *STORY]))).headline == title


def test_what_stands_with_a_picture_is_its_caption():
    text = page("Image 1 of 2", "The quay at noon, with nobody on it.", "(Image credit: Lena Park)")
    assert role(text, "The quay at noon, with nobody on it.") == "caption"


def test_a_line_about_the_writer_at_the_end_is_a_bio():
    bio = "Lena Park is a staff writer at the Courier who covers the lake."
    assert role(f"{page()}\n\n{bio}", bio) == "bio"
    told = "Voss is a former editor of the Courier who bought the company in May."
    assert role(f"{page()}\n\n{told}", told) == "body"


def test_japanese_prose_is_prose():
    story = "昨日、市長は古い橋を閉鎖すると発表した。修理には六か月かかる見込みだという。"
    assert {x.role for x in classify(f"{story}\n\n{story[:-3]}見方もある。")} == {"body", "blank"}
