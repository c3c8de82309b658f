"""Tolls: what a number of dead is of, its event or an earlier one, and what rose to it."""

import pytest

from tellings.find import claims
from tellings.read.sentences import of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The toll from Sunday's fire at the mill outside the town of Lund rose to 36.", "killed"),
        ("The death toll of the storm that hit the islands off Lund climbed to 41.", "killed"),
        ("The number of people missing after the slide near the old mill fell to 45.", "missing"),
        ("The number of those injured in the crash by the harbour bridge rose to 64.", "injured"),
        ("Fines for those who died near the old harbour bridge of the town rose to 300.", ""),
        ("Divers recovered five more bodies on Thursday.", ""),
    ],
)
def test_a_level_is_of_what_rose_to_it_however_far_that_stands(text, key):
    assert [c.key for c in claims.find(of(text))] == [f"people {key}" if key else ""]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Some 14,000 mail ballots remain to be counted.", "mail ballots to be counted"),
        ("About 300 tents are to be delivered.", "tents to be delivered"),
        ("Some 400 parcels were delivered.", "parcels delivered"),
        ("At least 40 houses had been destroyed.", "houses destroyed"),
        ("The 12 planes were yet to be found.", "planes to be found"),
    ],
)
def test_what_is_still_to_be_done_is_not_done(text, key):
    assert [c.key for c in claims.find(of(text))] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Magnitude 6.8 earthquake kills many in the north.",
        "The 6.8-magnitude quake struck on Tuesday.",
        "A quake of magnitude 6.8 hit the north.",
        "The quake had a magnitude of 6.8.",
        "Walls fell in the magnitude-6.8 quake.",
    ],
)
def test_a_magnitude_counts_nobody_and_is_a_quantity_of_its_own(text):
    told = [(c.low, c.unit, c.key) for c in claims.find(of(text))]
    assert told == [(6.8, "magnitude", "magnitude")]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In 1999 a magnitude 7.2 quake hit.", "magnitude in 1999"),
        ("An aftershock of magnitude 5.2 followed.", ""),
        ("Turnout was 61 percent, the highest since 1970.", "turnout"),
        ("Officials said voter turnout reached 58 percent.", "turnout"),
        ("They won on a 61 percent turnout.", "turnout"),
        ("Turnout in Harlan was 61 percent.", ""),
        ("Turnout among women was 61 percent.", ""),
        ("It was a 61 percent turnout in Harlan.", ""),
        ("Turnout was 58 percent in 2018.", "turnout in 2018"),
        ("The bank said unemployment, at 5.2 percent, would peak.", "unemployment"),
        ("Youth unemployment was 12 percent.", ""),
        ("Annual inflation was 2.8 percent in May.", "inflation in May"),
        ("The inflation target is 2 percent.", ""),
    ],
)
def test_a_rate_of_which_a_place_has_one_at_a_time_is_a_quantity(text, key):
    assert [c.key for c in claims.find(of(text), anchor="2026-06-11")] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "The firm cut about 4,500 jobs.",
        "It is laying off roughly 4,500 employees.",
        "The owners throw 4,500 people out of work.",
        "The mill axed 4,500 posts.",
        "4,500 workers were made redundant.",
    ],
)
def test_jobs_cut_and_people_laid_off_are_one_quantity(text):
    assert [c.key for c in claims.find(of(text))] == ["people out of work"]


@pytest.mark.parametrize("text", ["It kept 4,500 jobs.", "It cut taxes for 4,500 workers."])
def test_jobs_that_are_not_cut_are_no_people_out_of_work(text):
    assert all("out of work" not in c.key for c in claims.find(of(text)))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It has paid 2.1 million pounds ($2.8 million) to them.", "pound sterling"),
        ("A fine of 400 pounds (460 euros) was paid.", "pound sterling"),
        ("The beam weighs 400 pounds (181 kg).", "pound-mass"),
        ("It lost 400 pounds and cost $30.", "pound-mass"),
        ("They found 400 pounds, or $3 million worth, of it.", "pound-mass"),
    ],
)
def test_pounds_that_a_sum_explains_are_money(text, unit):
    assert next(claims.find(of(text))).unit == unit


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A quake in the same region in 1999 killed about 2,400 people.", " in 1999"),
        ("In 1999, more than 2,000 people were killed by a quake in the valley.", " in 1999"),
        ("It was the worst since 2009, when 58 people died off the cape.", " in 2009"),
        ("The 1987 fire at the mill killed 14 people.", " in 1987"),
        ("Floods in July 2021 left 180 dead.", " in 2021"),
        ("At least 300 people were killed in 2022.", " in 2022"),
        ("The ferry, built in 1984, sank on Tuesday, killing 27 people.", ""),
        ("A ferry built in 1984 sank and 27 people died.", ""),
        ("It was the deadliest sinking since 1987, killing 27 people.", ""),
        ("The war that began in 2022 has killed 14,000 people.", ""),
        ("In April 2024, 27 people were killed.", ""),
    ],
)
def test_those_killed_in_an_earlier_year_are_counted_under_it(text, year):
    (claim,) = claims.find(of(text), (), "2024-04-18")
    assert claim.key == f"people killed{year}"


@pytest.mark.parametrize(
    "text",
    [
        "HELL ON THE RIDGE: FOUR DEAD IN CALLISTO INFERNO",
        "FOUR KILLED IN PARIS",
    ],
)
def test_a_line_of_capitals_tells_no_place(text):
    assert [c.key for c in claims.find(of(text))] == ["people killed"]
