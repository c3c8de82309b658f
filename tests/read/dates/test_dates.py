"""Days: words for them, with and without an anchor; nothing that only looks like one."""

import csv
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from tellings.lexicons import rows
from tellings.read import sentences
from tellings.read.dates import ambiguous, is_only_date, order, resolve, shapes, stamp
from tellings.read.lines import classify

ANCHOR = date(2024, 4, 18)  # a Thursday
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days(text, anchor=ANCHOR):
    """Words, first and last day of what is found in a text."""
    return [(w.text, w.first, w.last) for w in resolve(sentences.of(text), anchor)]


# A sentence, the words for a day in it, the first day and the last.
NAMED = [
    ("They met on Thursday.", "Thursday", "2024-04-18", "2024-04-18"),
    ("They met on Monday.", "Monday", "2024-04-15", "2024-04-15"),
    ("They met after Friday's vote.", "Friday", "2024-04-12", "2024-04-12"),
    ("They met last Thursday.", "last Thursday", "2024-04-11", "2024-04-11"),
    ("They meet next Thursday.", "next Thursday", "2024-04-25", "2024-04-25"),
    ("They will meet in Cairo on Monday.", "Monday", "2024-04-22", "2024-04-22"),
    ("They will meet, officials said on Monday.", "Monday", "2024-04-15", "2024-04-15"),
    ("A meeting is scheduled for Monday.", "Monday", "2024-04-22", "2024-04-22"),
    ("The plan was announced by Mr. Lee on Monday.", "Monday", "2024-04-15", "2024-04-15"),
    ("An answer is due by Monday.", "Monday", "2024-04-22", "2024-04-22"),
    ("They were to meet on Monday.", "Monday", "2024-04-15", "2024-04-15"),
    ("It struck at the weekend.", "at the weekend", "2024-04-13", "2024-04-14"),
    ("It struck last weekend.", "last weekend", "2024-04-13", "2024-04-14"),
    ("They meet this weekend.", "this weekend", "2024-04-20", "2024-04-21"),
    ("They meet next week.", "next week", "2024-04-22", "2024-04-28"),
    ("The inn closed inMarch.", "March", "2024-03-01", "2024-03-31"),
    ("They met this week.", "this week", "2024-04-15", "2024-04-21"),
    ("They met last month.", "last month", "2024-03-01", "2024-03-31"),
    ("They met last year.", "last year", "2023-01-01", "2023-12-31"),
    ("He warned them two weeks ago.", "two weeks ago", "2024-04-04", "2024-04-04"),
    ("He warned them 10 days ago.", "10 days ago", "2024-04-08", "2024-04-08"),
    ("He warned them two months ago.", "two months ago", "2024-02-01", "2024-02-29"),
    ("He warned them a year ago.", "a year ago", "2023-01-01", "2023-12-31"),
    ("They met yesterday.", "yesterday", "2024-04-17", "2024-04-17"),
    ("They met on April 1.", "April 1", "2024-04-01", "2024-04-01"),
    ("They met on 1 April.", "1 April", "2024-04-01", "2024-04-01"),
    ("They met on Oct. 7, they said.", "Oct. 7", "2023-10-07", "2023-10-07"),
    ("It has gone on since October 7.", "October 7", "2023-10-07", "2023-10-07"),
    ("The vote is on April 20.", "April 20", "2024-04-20", "2024-04-20"),
    ("They will vote on May 30.", "May 30", "2024-05-30", "2024-05-30"),
    ("They met on 3rd of March 2022.", "3rd of March 2022", "2022-03-03", "2022-03-03"),
    ("They met on March 3, 2022, in Cairo.", "March 3, 2022", "2022-03-03", "2022-03-03"),
    ("They met on 2022-03-03 in Cairo.", "2022-03-03", "2022-03-03", "2022-03-03"),
    ("They met in October 2023.", "October 2023", "2023-10-01", "2023-10-31"),
    ("He came in March.", "March", "2024-03-01", "2024-03-31"),
    ("In a March phone call he agreed.", "March", "2024-03-01", "2024-03-31"),
    ("It will end by August.", "August", "2024-08-01", "2024-08-31"),
    ("It ended in May.", "May", "2023-05-01", "2023-05-31"),
    ("It began in 2017.", "2017", "2017-01-01", "2017-12-31"),
    ("By 2030 it will be gone.", "2030", "2030-01-01", "2030-12-31"),
    ("He told President Lee Thursday that he left.", "Thursday", "2024-04-18", "2024-04-18"),
    ("They met on Friday night.", "Friday", "2024-04-12", "2024-04-12"),
    ("The vote is Friday.", "Friday", "2024-04-19", "2024-04-19"),
    ("A leadership vote on Friday would settle it.", "Friday", "2024-04-19", "2024-04-19"),
    (
        "The flood which hit the town on Friday would cost a lot.",
        "Friday",
        "2024-04-12",
        "2024-04-12",
    ),
    ("He plans to sing in Cairo on Friday.", "Friday", "2024-04-19", "2024-04-19"),
    ("Prices fell ahead of Friday's vote.", "Friday", "2024-04-19", "2024-04-19"),
    ("They met last Tue. in Cairo.", "last Tue.", "2024-04-16", "2024-04-16"),
    ("They met the day before yesterday.", "the day before yesterday", "2024-04-16", "2024-04-16"),
    ("They meet the day after tomorrow.", "the day after tomorrow", "2024-04-20", "2024-04-20"),
    ("The fair ran from April 3-5.", "April 3-5", "2024-04-03", "2024-04-05"),
    ("The fair ran from April 3–5, 2022.", "April 3–5, 2022", "2022-04-03", "2022-04-05"),
    ("The fair ran on 3-5 April.", "3-5 April", "2024-04-03", "2024-04-05"),
    ("They met on 13/4/2024.", "13/4/2024", "2024-04-13", "2024-04-13"),
    ("They met on 4/13/2024.", "4/13/2024", "2024-04-13", "2024-04-13"),
    ("They met on 05.04.2024.", "05.04.2024", "2024-04-05", "2024-04-05"),
    ("They met on 4/5/2024.", "4/5/2024", "", ""),
    ("They met earlier this month.", "earlier this month", "2024-04-01", "2024-04-17"),
    ("They meet later this week.", "later this week", "2024-04-19", "2024-04-21"),
    ("They met this past March.", "March", "2024-03-01", "2024-03-31"),
    ("The game goes back to 1909.", "1909", "1909-01-01", "1909-12-31"),
    ("A day earlier they had met.", "A day earlier", "2024-04-17", "2024-04-17"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), NAMED)
def test_words_stand_for_days(text, words, first, last):
    assert days(text) == [(words, first, last)]


# Sentences that name no day.
NONE = [
    "They may come back, and they march on.",
    "May they come back soon.",
    "They talked for two hours, and 33 of 100 left.",
    "March on, he told them.",
    "The Sunlight fund paid 2,500 dollars in 12 parts.",
    "Prime Minister Theresa May spoke first.",
    "The two-hour meeting is now over.",
    "August Wilson wrote it.",
    "The play is by August Harting.",
    "The Sept. 11 attacks changed the rules.",
    "The ratio of 31/2/2024 is none.",
    "On Sun Microsystems he said nothing.",
    "The Sunday Times was sold out on Black Friday and Easter Monday.",
    "They live in 2000 homes, and of 1950 houses few are left.",
    "It fell by 30 April's standards."[:12],
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_day_is_none(text):
    assert days(text) == []


def test_days_are_counted_from_the_day_named_last():
    told = "They spoke on Monday. The same day, rain fell. A day later, it snowed."
    assert [first for _, first, _ in days(told)] == ["2024-04-15", "2024-04-15", "2024-04-16"]


@pytest.mark.parametrize(("day", "first"), [(15, "2024-04-13"), (17, "2024-04-20")])
def test_this_weekend_is_the_one_just_past_when_the_week_is_young(day, first):
    assert days("They met this weekend.", date(2024, 4, day))[0][1] == first


def test_every_weekday_from_every_anchor_is_the_last_one_up_to_it():
    right = 0
    for step in range(73):
        anchor = ANCHOR + timedelta(step)
        for number, name in enumerate(WEEKDAYS):
            ((_, first, _),) = days(f"They met on {name}.", anchor)
            found = date.fromisoformat(first)
            right += found.weekday() == number and 0 <= (anchor - found).days < 7
    assert right == 73 * 7


ALONE = ["on Monday", "at the weekend", "next week", "two weeks ago", "in March", "on April 1"]


@pytest.mark.parametrize("words", [*ALONE, "yesterday", "last year"])
def test_without_an_anchor_nothing_is_guessed(words):
    ((_, first, last),) = days(f"They met {words}.", None)
    assert (first, last) == ("", "")


def test_without_an_anchor_a_written_year_is_enough():
    assert days("They met in May 2023.", None) == [("May 2023", "2023-05-01", "2023-05-31")]


def test_a_day_that_no_calendar_has_is_none():
    assert days("They met on April 31, he said.") == []
    assert days("They met on February 29, 2023.") == [("February 29, 2023", "", "")]


def test_the_seeds_days(root, seeds):
    with (root / "tests/gold/days.csv").open(encoding="utf-8", newline="") as file:
        gold = list(csv.DictReader(file))
    anchors = {"000": ANCHOR, "001": ANCHOR, "002": ANCHOR}
    anchors |= {"003": date(2024, 4, 2), "004": date(2024, 4, 1)}
    right = 0
    for name, text in seeds.items():
        found = list(resolve(sentences.split(classify(text)), anchors[name]))
        assert all(text[w.start : w.end] == w.text for w in found)
        for row in (r for r in gold if r["file"] == name):
            at = [w for w in found if w.start < int(row["end"]) and int(row["start"]) < w.end]
            right += [(w.first, w.last) for w in at] == [ends(row["first"], row["last"])]
    assert (right, len(gold)) == (26, 26)


def ends(first, last):
    """First and last day of a gold value; a month is all its days."""
    if len(first) == 7:
        year, month = map(int, first.split("-"))
        return f"{first}-01", f"{last}-{monthrange(year, month)[1]}"
    return first, last


# A publication line, its date and time.
STAMPS = [
    ("Updated: April 02, 2024, 4:09 AM", "2024-04-02T04:09"),
    ("Published April 2, 2024 at 12:30 p.m. EDT", "2024-04-02T12:30"),
    ("APR 2, 2024", "2024-04-02"),
    ("2 April 2024, 16:05 GMT", "2024-04-02T16:05"),
    ("2024-04-02T16:05:00Z", "2024-04-02T16:05"),
    ("Tue 2 April 2024 07.00 BST", "2024-04-02T07:00"),
    ("2024-4-2", "2024-04-02"),
    ("2024/04/02", "2024-04-02"),
    ("2-Apr-2024", "2024-04-02"),
    ("20240402", "2024-04-02"),
    ("02.04.2024", "2024-04-02"),
    ("13/04/24", "2024-04-13"),
    ("4/13/2024 5:05 pm", "2024-04-13T17:05"),
    ("4/2/2024 5:05 PM ET", "2024-04-02T17:05"),
    ("2/4/2024 17:05 BST", "2024-04-02T17:05"),
    ("2/4/2024", ""),
    ("Updated 6:02 PM ET, Tue April 2, 2024", "2024-04-02T18:02"),
    ("2024-04-02T07:00:00+02:00", "2024-04-02T07:00"),
    ("718-555-0140", ""),
    ("April 2", ""),
    ("Updated 4:09 PM", ""),
    ("February 30, 2024", ""),
]


@pytest.mark.parametrize(("line", "value"), STAMPS)
def test_a_stamp_is_read_to_the_precision_written(line, value):
    assert stamp(line) == value


def test_a_page_shows_how_it_writes_days_in_figures():
    assert order(["13/5/2024", "2/4/2024"]) == "day first"
    assert order(["2/4/2024"]) == order(["13/5/2024", "5/13/2024"]) == ""
    assert stamp("2/4/2024", "day first") == "2024-04-02"
    assert ambiguous("2/4/2024") and not ambiguous("2/4/2024", "month first")


# Lines that are nothing but a date, and some that are not.
ONLY = ["Tue 2 April 2024 07.00 JST", "2024/04/02", "2 April 2024 • 3 min read", "Date: 2.4.2024"]
MORE = ["718-555-0140", "The vote is on April 2, 2024.", "April 2", "+1 604-555-0158", "2/40/2024"]


@pytest.mark.parametrize(
    ("line", "only"), [*((x, True) for x in ONLY), *((x, False) for x in MORE)]
)
def test_a_line_may_be_nothing_but_a_date(line, only):
    assert is_only_date(line) == only


WORDS = st.sampled_from(
    "May March 2024 31 2 weeks ago on Monday last next at the weekend , . %".split()
)


@settings(deadline=None)
@given(
    st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=80),
    st.dates(date(1500, 1, 1), date(2999, 12, 31)),
)
def test_places_hold_and_first_is_not_after_last(text, anchor):
    for when in resolve(sentences.of(text), anchor):
        assert text[when.start : when.end] == when.text
        assert bool(when.first) == bool(when.last) and when.first <= when.last


CALENDAR = [r["word"] for r in rows("calendar")]
AROUND = "the The same last in of on ago a 5 2017 day before earlier tonight tomorrow . 's".split()


@given(st.lists(st.sampled_from(CALENDAR) | st.sampled_from(AROUND), max_size=6), st.booleans())
def test_shapes_whose_parts_a_sentence_does_not_hold_are_not_in_it(words, capitals):
    text = " ".join(w.capitalize() if capitals else w for w in words)
    held = shapes.held(text)
    found = shapes.in_text(held).finditer(text) if held else ()
    every = shapes.in_text(shapes.PARTS).finditer(text)
    assert [m.span() for m in found] == [m.span() for m in every]
