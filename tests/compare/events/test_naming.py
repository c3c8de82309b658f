"""What an event is called."""

import pandas as pd
import pytest

from tellings.compare.events import naming
from tellings.read import lines, sentences


def corpus(*texts, day="2031-05-03"):
    """Articles of one event and their sentences; each text is headline and paragraphs."""
    split, rows = [], []
    for n, text in enumerate(texts):
        roles = lines.classify(text)
        rows.append((f"a{n}", "e", day, text.split("\n")[0]))
        split += [(f"a{n}", *s) for s in sentences.split(roles)]
    columns = ["article_id", *sentences.Sentence._fields]
    articles = pd.DataFrame(rows, columns=["article_id", "event_id", "event_day", "headline"])
    return articles, pd.DataFrame(split, columns=columns)


BRIDGE = (
    "Harte Opens Bridge Inquiry\n\nMayor Lena Harte opened the inquiry on Friday. The inquiry into "
    "the collapse will take a year, Lena Harte said. Many people came to see Ms Harte.\n",
    "Inquiry Begins in Oderau\n\nOn Friday the mayor, Lena Harte, began an inquiry. It was told in "
    "a letter of Lena Harte that the inquiry is public and that nobody will be spared by it.\n",
    "Oderau's Mayor Wants Answers\n\nThe inquiry that Lena Harte promised began on Friday. Nobody "
    "knows what the inquiry will find, and few in the town trust Lena Harte to be heard.\n",
)


def test_an_event_is_named_by_what_its_openings_share_and_its_day():
    assert naming.names(*corpus(*BRIDGE)) == {"e": "Harte: inquiry, 3 May 2031"}


@pytest.mark.parametrize(
    ("place", "called"),
    [
        ("Port Vael", "Port Vael: inquiry"),
        ("Lower Vael", "Lower Vael: inquiry"),
        ("Vael", "Vael: inquiry"),
        ("PORT VAELOR", "Port Vaelor: inquiry"),
        ("NATO", "NATO: inquiry"),
    ],
)
def test_a_place_has_its_whole_name_and_no_dateline_s_capitals(place, called):
    texts = (
        f"An Inquiry Opens\n\nIn {place} an inquiry began on Friday. It will take a year.\n",
        f"Inquiry Under Way\n\nOn Friday {place} saw an inquiry begin. It will take many months.\n",
        f"A Long Inquiry\n\nThe inquiry at {place} began on Friday. Nobody knows its end.\n",
    )
    assert naming.names(*corpus(*texts, day="")) == {"e": called}


def test_without_a_day_the_name_has_none():
    assert naming.names(*corpus(*BRIDGE, day="")) == {"e": "Harte: inquiry"}


def test_one_telling_names_its_event_by_its_headline():
    assert naming.names(*corpus(BRIDGE[0])) == {"e": "Harte Opens Bridge Inquiry, 3 May 2031"}


def test_an_event_without_any_word_still_has_a_name():
    articles, split = corpus(BRIDGE[0], day="")
    assert naming.names(articles.assign(headline=""), split.head(0)) == {
        "e": "An event without words"
    }


def test_a_word_of_a_naming_set_names_no_event():
    attack = [text.replace("nquiry", "nvasion") for text in BRIDGE]
    assert "invasion" not in naming.names(*corpus(*attack))["e"]


def test_two_events_never_share_a_name():
    articles, split = corpus(*BRIDGE)
    again = articles.assign(article_id="b" + articles["article_id"], event_id="f")
    more = split.assign(article_id="b" + split["article_id"])
    names = naming.names(pd.concat([articles, again]), pd.concat([split, more]))
    assert len(set(names.values())) == 2


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_the_order_of_the_articles_does_not_matter(order):
    assert naming.names(*corpus(*(BRIDGE[n] for n in order)))["e"] == "Harte: inquiry, 3 May 2031"
