"""compare.claims and its intervals: which claims speak of one quantity, and whether they agree."""

import math

import pandas as pd
import pytest
from hypothesis import given, strategies as st
from pandas.testing import assert_frame_equal

from tellings import tables
from tellings.compare import claims as across
from tellings.compare.claims import clauses, days, findings, intervals, likely, wording
from tellings.compare.claims.intervals import Span
from tellings.find import claims, quotes
from tellings.read import dates
from tellings.read.sentences import Sentence, of

ARTICLES = pd.DataFrame(
    [
        ("a", "flood", "Post", "Post", "2024-04-18"),
        ("b", "flood", "Echo", "Echo", "2024-04-18"),
        ("c", "flood", "Echo", "Echo 2", "2024-04-18"),
        ("d", "storm", "Echo", "Echo 3", "2024-05-18"),
    ],
    columns=["article_id", "event_id", "outlet", "telling", "anchor"],
)


def found(**texts):
    """The claims of texts, by article_id."""
    days = dict(zip(ARTICLES["article_id"], ARTICLES["anchor"], strict=True))
    rows = [
        {"article_id": a, **claim._asdict()}
        for a, text in texts.items()
        for claim in claims.find(of(text), list(quotes.find(of(text))), days[a])
    ]
    return pd.DataFrame(rows, columns=["article_id", *claims.Claim._fields])


def judged(a, b, where="b"):
    """The verdicts on the claims of a text of article a and one of another article."""
    return across.verdicts(across.align(found(**{"a": a, where: b}), ARTICLES))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("300 people died in Lund.", "300 people died in Lund.", "agree"),
        ("33,970 people died in Lund.", "34,000 people died in Lund.", "agree"),
        ("33,970 people died in Lund.", "More than 33,900 people died in Lund.", "compatible"),
        ("1.3 million people died in Lund.", "About 1.4 million died in Lund.", "compatible"),
        ("At least 200 people died in Lund.", "290 people died in Lund.", "compatible"),
        ("At least 200 people died in Lund.", "310 people died in Lund.", "consistent"),
        ("312 people died in Lund.", "300 people died in Lund.", "agree"),
        ("321 people died in Lund.", "312 people died in Lund.", "conflict"),
        ("33,400 people died in Lund.", "34,000 people died in Lund.", "conflict"),
        ("1,210 people died in Lund.", "About 1,400 people died in Lund.", "compatible"),
        ("Fewer than 200 people died in Lund.", "312 people died in Lund.", "conflict"),
        ("Between 300 and 320 people died in Lund.", "312 people died in Lund.", "compatible"),
        ("It was the first meeting.", "It was the second meeting.", "sequence"),
        ("300 people died in Lund.", "In Lund 400 people will die.", "incomparable"),
    ],
)
def test_verdict_on_two_wordings(a, b, verdict):
    assert judged(a, b)["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("300 people died in Lund.", "312 people died in Malmo."),
        ("300 people died in Lund.", "312 people were injured in Lund."),
        ("300 people died in Lund.", "312 homes burned in Lund."),
        ("300 people died in Lund.", "3 people died in Lund."),
    ],
)
def test_different_quantities_are_no_pair(a, b):
    assert judged(a, b).empty


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("Ann Velmo, in her 50s, left.", "Ann Velmo, 56, left.", "50 to 59 years"),
        ("The strike lasted about three weeks.", "The strike lasted 20 days.", "1 to 5 weeks"),
        ("The talks lasted almost two years.", "The talks lasted 23 months.", "to 2 years, “23"),
        ("The talks lasted 24 months.", "The talks lasted two years.", "the same number"),
        ("The talks lasted 14 months.", "The talks lasted two years.", "14 months is not 2 years"),
    ],
)
def test_a_reason_speaks_in_the_units_that_stand_there(a, b, reason):
    assert reason in judged(a, b)["reason"].iloc[0]


def test_an_outlet_without_a_number_gives_none_of_another_s():
    aligned = across.align(found(a="The flood cost $416 million in repairs."), ARTICLES)
    assert wording.alone(aligned, ARTICLES)["text"].tolist() == ["$416 million"]
    third = [*ARTICLES.itertuples(index=False), ("e", "flood", "Herald", "Herald", "2024-04-18")]
    both = across.align(found(a="300 people died in Lund.", b="300 people died in Lund."), ARTICLES)
    silent = wording.left_out(both, pd.DataFrame(third, columns=ARTICLES.columns))
    assert silent["outlet"].tolist() == ["Herald"]


@pytest.mark.parametrize(
    ("a", "b", "alone"),
    [
        ("Repairs last at least 14 weeks.", "It could be 14 weeks.", []),
        ("It took two days.", "Two days later all was shut.", []),
        ("About 40 crews came.", "They saw 40 crews.", []),
        ("Repairs last 14 weeks.", "It could be 14 days.", ["14 weeks", "14 days"]),
        ("Some 300 people left.", "It cost $300.", ["300 people", "$300"]),
    ],
)
def test_a_number_that_two_outlets_give_is_of_none_alone(a, b, alone):
    aligned = across.align(found(a=a, b=b), ARTICLES)
    told = wording.alone(aligned, ARTICLES)["text"]
    assert sorted(t.removeprefix("Some ") for t in told) == sorted(alone)


def test_numbers_of_two_events_never_conflict():
    pairs = judged("321 people died in Lund.", "312 people died in Lund.", where="d")
    row = pairs.iloc[0]
    assert (row["verdict"], row["event_id"], row["days"]) == ("development", "", 30)


@pytest.mark.parametrize(
    ("first", "later", "verdict"),
    [
        ("27 people died in Lund.", "At least 31 people died in Lund.", "development"),
        ("62 people are missing.", "45 people are missing.", "development"),
        ("640 people were injured.", "1,200 people were injured.", "development"),
        ("31 people died in Lund.", "27 people died in Lund.", "conflict"),  # no toll falls
        ("31 people died in Lund.", "31 people died in Lund.", "agree"),
        ("The hall has 312 seats.", "The hall has 321 seats.", None),
    ],
)
def test_a_running_count_of_two_days_is_no_conflict(first, later, verdict):
    told = ARTICLES.assign(anchor=["2024-04-18", "2024-04-19", "", ""], event_day="2024-04-18")
    rows = found(a=first, b=later)
    rows["as_of"] = rows["article_id"].map(told.set_index("article_id")["anchor"])
    assert list(across.verdicts(across.align(rows, told))["verdict"]) == [verdict] * bool(verdict)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In 2021 he killed three women.", "women killed"),  # a trial: its own year
        ("In 2021 he killed four women.", "women killed in 2021"),
    ],
)
def test_an_earlier_year_is_the_event_s_own_where_the_number_is(text, key):
    aligned = across.align(found(a="He killed three women.", b=text), ARTICLES)
    assert aligned["key"].iloc[1] == key


@pytest.mark.parametrize(
    ("one", "other", "keys"),
    [
        ("14 workers died.", "14 people died.", {"people killed"}),
        ("Nine men were injured.", "Nine people were injured.", {"people injured"}),
        ("14 workers died.", "15 people died.", {"workers killed", "people killed"}),
        ("Six of 27 people who died were found: 6 children died.", "6 people died.", None),
        ("14 houses were built.", "14 people died.", {"houses built", "people killed"}),
    ],
)
def test_the_dead_are_called_by_many_names(one, other, keys):
    aligned = across.align(found(a=one, b=other), ARTICLES)
    assert (set(aligned["key"]) == keys) if keys else "children killed" in set(aligned["key"])


def test_a_sum_in_another_currency_is_not_told_alone():
    texts = {
        "a": "It paid 2.1 million pounds ($2.8 million) to them.",
        "b": "It paid £2.1m to them.",
    }
    assert not [s for s in said(**texts)["flood"] if s.startswith("Only")]
    (only,) = [s for s in said(a=texts["a"], b="It rained.")["flood"] if s.startswith("Only")]
    assert only.count("$2.8") == 1


def test_a_conflict_of_three_outlets_is_told_of_all():
    three = ARTICLES.assign(outlet=["Post", "Echo", "Mail", "Echo"])
    texts = {"a": "27 people died.", "b": "31 people died.", "c": "44 people died."}
    aligned = across.align(found(**texts), three)
    rows = [(a, n, 0, 99, t) for n, (a, t) in enumerate(texts.items())]
    sentences = pd.DataFrame(rows, columns=["article_id", "sentence", "start", "end", "text"])
    said = findings.said(across.verdicts(aligned), aligned, sentences, three)["flood"]
    numbers = "“27 people” in Post, “31 people” in Echo, “44 people” in Mail"
    assert said[0] == f"People killed: {numbers}; they cannot all be true."


def test_a_count_that_went_on_is_told_with_its_days():
    told = ARTICLES.assign(anchor=["2024-04-18", "2024-04-19", "", ""])
    texts = {"a": "27 people died.", "b": "31 people died."}
    aligned = across.align(found(**texts), told)
    aligned["as_of"] = ["2024-04-18", "2024-04-19"]
    rows = [(a, n, 0, 99, t) for n, (a, t) in enumerate(texts.items())]
    sentences = pd.DataFrame(rows, columns=["article_id", "sentence", "start", "end", "text"])
    said = findings.said(across.verdicts(aligned), aligned, sentences, told)["flood"]
    numbers = "on 18 April “27 people” in Post, on 19 April “31 people” in Echo"
    assert said[0] == f"People killed: {numbers}; the count may have gone on in between."


def test_numbers_of_two_events_far_apart_are_no_development():
    pairs = judged("300 people died in Lund.", "3,000 people died in Lund.", where="d")
    assert pairs.empty


def test_a_number_that_is_its_own_key_is_beside_none_of_another_event():
    cost = "It cost 300 euros."
    articles = ARTICLES.assign(event_id=["flood", "flood", "storm", "storm"])
    pairs = across.verdicts(across.align(found(a=cost, b=cost, c=cost, d=cost), articles))
    assert pairs["event_id"].tolist() == ["flood", "storm"] and set(pairs["key"]) == {"300 euros"}


def test_events_taken_one_by_one_have_the_groups_and_pairs_of_all():
    dead, cost = "321 people died in Lund.", "The flood cost $139 million in relief for schools."
    told = found(a=f"{dead} {cost}", b=f"Some 312 people died in Lund. {cost}", d=f"{dead} {dead}")
    whole = across.align(told, ARTICLES)
    parts = [across.align(told, own) for _, own in ARTICLES.groupby("event_id")]
    assert_frame_equal(pd.concat(parts, ignore_index=True), whole)
    pairs = pd.concat(map(across.inside, parts), ignore_index=True)
    assert_frame_equal(pairs, across.inside(whole))
    assert len(pd.concat(across.between(whole))) == len(across.verdicts(whole)) - len(pairs) > 0


def test_two_files_of_one_outlet_are_one_outlet():
    text = "300 people died in Lund."
    aligned = across.align(found(b=text, c=text), ARTICLES)
    assert across.verdicts(aligned)["outlets"].tolist() == [1]
    assert across.quantities(aligned)["outlets"].tolist() == [1]


def test_a_number_without_a_key_is_told_by_its_value():
    aligned = across.align(found(a="It cost 300 euros.", b="A sum of 300 euros."), ARTICLES)
    assert aligned["key"].tolist() == ["300 euros", "300 euros"]
    twice = across.align(found(a="It cost 300 euros. It was 300 euros."), ARTICLES)
    assert twice["key"].tolist() == ["", ""]


def test_pair_leads_back_to_its_words():
    texts = {"a": "Lund: 300 people died in Lund.", "b": "So 312 people died in Lund."}
    row = across.verdicts(across.align(found(**texts), ARTICLES)).iloc[0]
    for side in "ab":
        start, end = row[f"start_{side}"], row[f"end_{side}"]
        assert texts[row[f"article_id_{side}"]][start:end] == row[f"text_{side}"]
    assert row["difference"] == pytest.approx(4)


def correction(**fields):
    empty = dict(subject="claim", article_id="", place="", was="", becomes="", note="")
    return pd.DataFrame([empty | fields])


def test_a_correction_renames_a_key_everywhere():
    rows = found(a="300 people died in Lund.", b="312 people died in Malmo.")
    one = correction(was="people killed in Malmo", becomes="people killed in Lund")
    assert across.align(rows, ARTICLES, one)["group"].nunique() == 1


def test_a_correction_splits_one_claim_off():
    rows = found(a="300 people died in Lund.", b="312 people died in Lund.")
    one = correction(article_id="b", place="0", becomes="people killed in the storm")
    aligned = across.align(rows, ARTICLES, one)
    assert aligned["key"].tolist() == ["people killed in Lund", "people killed in the storm"]
    assert across.verdicts(aligned).empty


def test_a_correction_takes_the_key_that_the_tables_show():
    rows = found(a="It cost 300 euros.", b="A sum of 300 euros.")
    aligned = across.align(rows, ARTICLES, correction(was="300 euros", becomes="price of a goat"))
    assert set(aligned["key"]) == {"price of a goat"} and set(aligned["basis"]) == {"researcher"}


def test_two_persons_of_one_age_are_two_persons():
    rows = found(a="Ana Bell, 23, left.", b="Bea Hall, 23, left.")
    assert judged("Ana Bell, 23, left.", "Bea Hall, 23, left.").empty
    assert across.align(rows, ARTICLES)["key"].tolist() == ["age of Bell", "age of Hall"]


def test_a_corrected_key_holds_values_far_apart():
    rows = found(a="300 people died in Lund.", b="3 people died in Lund.")
    one = correction(was="people killed in Lund", becomes="the dead")
    assert across.verdicts(across.align(rows, ARTICLES, one))["verdict"].tolist() == ["conflict"]


def dated(**texts):
    """The pairs of days of texts written on 18 April 2024, by article_id."""
    anchor = pd.Timestamp("2024-04-18").date()
    read = {a: of(text) for a, text in texts.items()}
    sentences = [{"article_id": a, **s._asdict()} for a, said in read.items() for s in said]
    whens = [
        {"article_id": a, **w._asdict()}
        for a, said in read.items()
        for w in dates.resolve(said, anchor)
    ]
    return days.pairs(pd.DataFrame(whens), pd.DataFrame(sentences), ARTICLES)


@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        ("Hale pleaded guilty on Monday.", "His guilty plea by Hale was on April 15.", ["agree"]),
        ("Hale pleaded guilty on Monday.", "Hale pleaded guilty this week.", ["compatible"]),
        ("Hale pleaded guilty on Monday.", "Hale pleaded guilty on Sunday.", []),
        ("Hale pleaded guilty on Monday.", "Rain fell on Monday.", []),
        ("Hale pleaded guilty on Monday.", "Hale pleaded guilty in 2024.", []),
        (
            "The fund's trustees issued bleak reports of old pensions last week.",
            "The fund's trustees issued bleak reports of old pensions last month.",
            ["conflict"],
        ),
    ],
)
def test_days_of_one_happening_are_put_side_by_side(a, b, verdicts):
    assert dated(a=a, b=b)["verdict"].tolist() == verdicts


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ida Bern left Lund on Monday.", "Bern left Lund"),
        ("On Monday the Harbour Fund collapsed.", "Harbour Fund collapsed"),
        ("The Marsh Road bridge was shut on Monday.", "Marsh Road shut"),
        ("Hale pleaded guilty on Monday.", "Hale pleaded guilty"),
        ("Monday's Orbis shareholders met.", "Orbis shareholders met"),
    ],
)
def test_a_day_is_named_by_words_in_the_order_of_the_sentence(text, key):
    words = dated(a=text, b=text)["key"].iloc[0].removeprefix("day of: ").split()
    assert [w for w in text.strip(".").split() if w in words] == words and len(words) <= 3
    assert set(words) & set(key.split())


def test_a_pair_of_days_leads_back_to_its_words():
    texts = {"a": "On Monday Hale pleaded guilty.", "b": "Hale pleaded guilty on Monday."}
    row = dated(**texts).iloc[0]
    for side in "ab":
        start, end = row[f"start_{side}"], row[f"end_{side}"]
        assert texts[row[f"article_id_{side}"]][start:end] == row[f"text_{side}"] == "Monday"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (
            "The strike killed 40 people.",
            "The army denied that 40 people had been killed.",
            "incomparable",
        ),
        ("The toll rose from 38 to 41 dead.", "The death toll rose to 39.", "conflict"),
        ("About 1 200 people fled the town.", "About 200 people fled the town.", "conflict"),
        ("At least four dozen people died.", "Almost four dozen people died.", "conflict"),
        ("Two police officers were hurt.", "Two city police officers were hurt.", "agree"),
        ("The bill passed 250 to 180.", "The House passed it on a 250-180 vote.", "agree"),
        ("Ana Bell, 56, was held.", "The suspect, 56-year-old Ana Bell, was held.", "agree"),
        ("The suspect is in his 50s.", "Ray Bell, 56, was held.", "compatible"),
        ("A nearly two-year inquiry ended.", "The 22-month investigation ended.", "compatible"),
        ("They waited two years for the ruling.", "It was 24 months to the ruling.", "agree"),
        ("It lost 300 soldiers.", "It has 300 troops.", "agree"),
    ],
)
def test_two_outlets_on_one_quantity(a, b, verdict):
    assert judged(a, b)["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("None of the 12 people died.", "All 12 people died."),
        ("Nobody was killed.", "The strike killed 40 people."),
        ("It holds for 75 years.", "The firm is 75 years old this week."),
        ("Ana Bell, 56, left.", "Tom Hill, 56, left."),
    ],
)
def test_numbers_alike_of_two_things_do_not_agree(a, b):
    assert "agree" not in judged(a, b)["verdict"].tolist()


def test_what_comes_on_top_is_no_total():
    pairs = judged("At least 40 people died in Lund.", "Another 40 people died in Lund.")
    assert pairs["verdict"].tolist() == ["incomparable"]


def test_perhaps_one_quantity_is_a_list_without_verdict():
    texts = {
        "a": "Police found at least a dozen packages with pipe bombs in the city.",
        "b": "In all, 12 crude devices, all of them bombs, were found by police.",
    }
    aligned = across.align(found(**texts), ARTICLES)
    sentences = pd.DataFrame(
        [{"article_id": a, **s._asdict()} for a, t in texts.items() for s in of(t)]
    )
    rows = likely.perhaps(aligned, sentences)
    assert rows[["rank", "reason"]].values.tolist() == [[1, "the same number"]]
    assert across.verdicts(aligned).empty


def said(outlets=(), **texts):
    """What is said of the numbers of each event."""
    articles = ARTICLES.assign(outlet=outlets) if outlets else ARTICLES
    aligned = across.align(found(**texts), articles)
    rows = [tables.frame(of(t), Sentence).assign(article_id=a) for a, t in texts.items()]
    here = articles[articles["article_id"].isin(list(texts))]
    sentences = pd.concat(rows, ignore_index=True)
    return findings.said(across.verdicts(aligned), aligned, sentences, here)


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        ("Rain fell on 2 towns.", True),
        ("The flood killed 300 men.", False),
        ("Some 310 people were named.", False),
        ("Rain fell on 310 towns.", True),
        ("He was one of 9 people.", True),
    ],
)
def test_a_number_that_one_outlet_lacks_is_only_said_not_to_be_found(other, missing):
    sentences = said(
        ["Post", "Echo", "Sun", "Echo"],
        a="300 people died in Lund.",
        b="300 people died in Lund.",
        c=other,
    )
    told = "In Sun, no number was found of people killed in Lund."
    assert (told in sentences["flood"]) == missing


def test_a_conflict_comes_first_and_what_can_both_be_true_last():
    sentences = said(
        a="305 people died in Lund. There are 1.3 million people in Malmo.",
        b="310 people died in Lund. There are over 1 million people in Malmo.",
    )["flood"]
    assert sentences[0].endswith("“310 people” in Echo; they conflict.")
    assert sentences[-1].endswith("; both can be true.")


@pytest.mark.parametrize(
    ("other", "alone"),
    [
        ("Rain fell all day.", ["Only Post gives “The flood cost $416 million in repairs”."]),
        ("It was $416 million, all said.", []),
        (
            "It was $2,416, all said.",
            [
                "Only Post gives “The flood cost $416 million in repairs”; only Echo gives “It was "
                "$2,416”."
            ],
        ),
    ],
)
def test_a_number_is_one_outlets_own_only_where_no_other_has_its_digits(other, alone):
    sentences = said(a="The flood cost $416 million in repairs.", b=other)["flood"]
    assert [s for s in sentences if s.startswith("Only")] == alone


@pytest.mark.parametrize(
    ("one", "other", "alone"),
    [
        ("It has 5,400 people.", "It had more than 5,000 people.", 0),
        ("More than 2,000 people were told to go.", "About 2,300 people were moved.", 0),
        ("The fair drew 640 people.", "Some 80 people came by boat.", 2),
        ("Its profit was £412 million.", "Its profit was more than £400 million.", 0),
        ("Its profit was £612 million.", "Its profit was more than £400 million.", 2),
        ("The repairs cost £640.", "A boat costs £700.", 2),  # money is of many things
        ("The repairs took 64 people.", "The town has 71 boats.", 1),
        ("Rents rose 16.2% in Lund.", "Rents rose by 16 per cent.", 0),
        ("Rents rose 16.2% in Lund.", "Rents rose by 17 per cent.", 2),
    ],
)
def test_a_count_near_another_outlets_is_not_one_outlets_own(one, other, alone):
    (only,) = [s for s in said(a=one, b=other)["flood"] if s.startswith("Only")] or [""]
    assert only.count("gives") == alone


def test_a_number_that_an_outlet_gives_twice_in_the_same_words_is_told_once():
    twice = "The flood cost $416 million in repairs. Still: the flood cost $416 million in repairs."
    (only,) = said(a=twice, b="It rained.")["flood"]
    assert only == "Only Post gives “The flood cost $416 million in repairs”."


def test_a_long_clause_is_cut_with_dots_and_none_begins_with_what_joins_it():
    long = "The council of the town of Oderau said on Friday that it had paid $416 million to its "
    (only,) = said(a=long + "builders and to those who had lost a house.", b="It rained.")["flood"]
    assert only == "Only Post gives “… paid $416 million to its builders …”."
    (only,) = said(a="It rained, but the flood cost $416 million.", b="It rained.")["flood"]
    assert only == "Only Post gives “the flood cost $416 million”."


def test_a_quantity_at_odds_is_not_told_again_where_two_outlets_agree():
    texts = {"a": "27 people died.", "b": "31 people died. At least 27 people died."}
    assert len([s for s in said(**texts)["flood"] if s.startswith("People killed")]) == 1


def test_words_round_a_number_do_not_begin_inside_a_name():
    (only,) = said(a="She spoke at St Olave's church, attended by 640 people.", b="It rained.")[
        "flood"
    ]
    assert only == "Only Post gives “attended by 640 people”."
    (only,) = said(
        a="She and her two sons came to St Olave's church beside some 640 people.", b="It rained."
    )["flood"]
    assert only == "Only Post gives “… St Olave's church beside some 640 people”."


def test_one_outlet_alone_has_nothing_to_compare_with():
    assert said(a="The flood cost $416 million in repairs.") == {"flood": []}


def test_what_comes_back_in_a_second_event_is_read_by_few_columns(tmp_path):
    later = judged("1,200 people died in Lund.", "1,400 people died in Lund.", "d")
    told = tables.open(tmp_path)
    told.write("claim_pairs", later)
    (rows,) = wording.developments(told)
    assert list(rows["text"]) == ["Post: “1,200 people”"]
    assert list(rows["beside"]) == ["Echo: “1,400 people”"]
    told.write("claim_pairs", later.head(0))
    assert next(wording.developments(told)).empty


def test_no_claims_give_empty_tables():
    aligned = across.align(found(a="Nothing."), ARTICLES)
    pairs = across.verdicts(aligned)
    assert list(pairs.columns) == list(across.Pair._fields) and pairs.empty
    assert across.quantities(aligned).empty
    for table in (wording.printed, wording.drawn):
        assert table(aligned).empty
    assert wording.alone(aligned, ARTICLES).empty and wording.left_out(aligned, ARTICLES).empty
    assert wording.verdicts(pairs).empty
    assert "No quantity" in wording.in_words(wording.drawn(aligned), {})


def test_a_quantity_is_drawn_by_two_claims_that_more_than_their_number_holds():
    text = "300 people died in Lund."
    aligned = across.align(found(a=text, b=text, c=text), ARTICLES)
    assert len(wording.drawn(aligned.assign(basis=["text", "text", "number"]))) == 2
    assert wording.drawn(aligned.assign(basis=["text", "number", "number"])).empty


def test_what_is_drawn_of_events_one_by_one_is_what_is_drawn_of_all():
    many = "300 people died in Lund. The mast is 90 feet tall. It took two days."
    told = found(a=many, b="312 people died in Lund.", c="Nine came.", d=f"{many} {many}")
    parts = [wording.drawn(across.align(told, own)) for _, own in ARTICLES.groupby("event_id")]
    whole = wording.drawn(across.align(told, ARTICLES)).reset_index(drop=True)
    assert_frame_equal(pd.concat(parts, ignore_index=True), whole)
    assert set(whole["event_id"]) == {"flood", "storm"}


def test_the_input_is_not_changed():
    rows = found(a="300 people died in Lund.", b="312 people died in Lund.")
    before = rows.copy()
    wording.drawn(across.align(rows, ARTICLES))
    pd.testing.assert_frame_equal(rows, before)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("1.3 million", (1e5, True)),
        ("33,970", (10, False)),
        ("33,900", (100, True)),
        ("one million", (1e6, True)),
        ("two hours", (1, False)),
        ("$4.50", (0.01, True)),
        ("nothing", (1, False)),
    ],
)
def test_place_is_the_last_digit_written(text, place):
    assert intervals.place(text) == pytest.approx(place)


SPANS = st.builds(
    lambda low, size, bound: Span(low, low + size, bound, f"{low:,.0f}"),
    st.integers(1, 10**7).map(float),
    st.integers(0, 50).map(float),
    st.sampled_from(["=", "~", "<", ">", "<=", ">="]),
)


@given(SPANS, SPANS)
def test_verdict_is_the_same_both_ways_round(a, b):
    assert intervals.compare(a, b)[0] == intervals.compare(b, a)[0]


@given(SPANS)
def test_a_claim_agrees_with_itself(a):
    assert intervals.compare(a, a)[0] == "agree"


@given(SPANS)
def test_what_is_suggested_lies_within_what_is_committed_to(a):
    inner, outer = intervals.suggested(a), intervals.committed(a)
    assert outer.low <= inner.low <= inner.high <= outer.high
    assert not math.isnan(inner.low)


@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        (
            "$139 million in relief for schools.",
            "$140,937,785 of relief for schools.",
            ["conflict"],
        ),
        ("$139 million in relief for schools.", "$140,937,785 of fees for lawyers.", []),
        ("$139 million in relief for schools.", "$239 million in relief for schools.", []),
    ],
)
def test_near_numbers_without_a_key_are_told_by_their_words(a, b, verdicts):
    assert judged(a, b)["verdict"].tolist() == verdicts


def told_at(values):
    """Aligned claims of one key, one in an event of its own for each value, a day apart."""
    table = across.align(found(a="300 people died in Lund."), ARTICLES)
    rows = pd.concat([table] * len(values), ignore_index=True)
    days = pd.date_range("2024-01-01", periods=len(values)).strftime("%Y-%m-%d")
    events = [f"e{n:03}" for n in range(len(values))]
    return rows.assign(low=values, high=values, event_id=events, group=events, as_of=list(days))


@given(st.lists(st.floats(0, 1e6) | st.sampled_from([0.0, 1.0, 2.0, 4.0]), min_size=2, max_size=6))
def test_a_number_is_set_beside_every_near_one_of_the_next_events(values):
    pairs = across.verdicts(told_at(values))
    near = [
        (a, b) for n, a in enumerate(values) for b in values[n + 1 :] if max(a, b) <= 2 * min(a, b)
    ]
    assert len(pairs) == len(near)


def test_a_quantity_of_every_event_makes_no_pair_of_each_two_events():
    pairs = across.verdicts(told_at([300.0] * 40))
    assert pairs["days"].max() == across.NEXT and len(pairs) < across.NEXT * 40


@pytest.mark.parametrize(
    ("a", "b", "name", "together"),
    [
        ("412 people died in Lund.", "The storm killed 407 people.", "Lund: flood", True),
        ("412 people died in Lund.", "The storm killed 407 people.", "Malmo: flood", False),
        ("412 people died in Lund.", "It killed 407 people in Malmo.", "Lund: flood", False),
        ("31 people were hurt in Old Lund.", "31 people were injured.", "Old Lund", True),
        ("26 people were hurt in Lund. Dozens were hurt.", "31 people were hurt.", "Lund", True),
        # An article that gives both: one of the two is of more than the place.
        ("412 people died in Lund. 500 people died.", "It killed 407 people.", "Lund", False),
        ("1.3 million people are in Lund.", "He counts 1.2 million people.", "Lund", False),
    ],
)
def test_the_place_that_an_event_is_named_after_adds_nothing_to_a_quantity(a, b, name, together):
    aligned = across.align(found(a=a, b=b), ARTICLES.assign(event_name=name))
    group = aligned["group"].iloc[0]
    given = set(aligned.loc[aligned["group"] == group, "article_id"])
    assert (group != "" and "b" in given) == together


@pytest.mark.parametrize(
    ("a", "b", "key"),
    [
        ("I lost three days' pay.", "The row over pay lasted three days.", ""),
        ("I lost three days' pay.", "Each lost almost four days’ pay.", ""),
        ("I lost 11 days' pay.", "Each lost some 12 days’ pay.", "pay (days)"),
        ("It was a two-year crane boom.", "The 22-month crane boom ended.", "boom, crane (months)"),
        (
            "It gave $139 million in relief for schools.",
            "It gave $140,937,785 of relief for schools.",
            "relief, school (dollars)",
        ),
    ],
)
def test_near_numbers_are_called_by_the_words_that_they_share_and_their_unit(a, b, key):
    aligned = across.align(found(a=a, b=b), ARTICLES)
    assert set(aligned["key"]) == {key}


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Twelve tots were injured.", False),
        ("40 nuns were injured in Oderau.", False),
        ("Last year 900 people were injured in fires.", False),
        ("The fire burned for hours.", True),
        ("The fire killed 3 nuns.", True),
        ("The hall had 900 seats.", True),
    ],
)
def test_a_number_of_whom_the_same_is_told_is_a_number_of_them(text, lacks):
    articles = pd.DataFrame(
        [(i, "fire", o, o, "2024-04-18") for i, o in zip("abc", "PQR", strict=True)],
        columns=ARTICLES.columns,
    )
    rows = found(a="11 people were injured.", b="11 people were injured.", c=text)
    assert bool(len(wording.left_out(across.align(rows, articles), articles))) is lacks


@pytest.mark.parametrize(
    ("a", "b", "keys"),
    [
        ("Two men were arrested.", "They left two men to guard the hall.", {"men held", ""}),
        ("Three women were injured.", "The prize went to three women.", {"women injured", ""}),
        ("One man was killed.", "The boat has room for one man.", {"men killed", ""}),
        ("Two men were arrested.", "Police led two arrested men away.", {"people held"}),
        ("14 men were arrested.", "He saw 14 men led away.", {"men held"}),
        ("Two nuns were injured.", "He saw two nuns led away.", {"nuns injured"}),
    ],
)
def test_a_few_men_are_those_of_whom_the_same_is_told(a, b, keys):
    aligned = across.align(found(a=a, b=b), ARTICLES)
    assert set(aligned["key"]) == keys


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("71% of nuns and", ""),
        ("71% of nuns and exactly", "exactly"),
        ("the nuns and exactly", "the nuns and exactly"),
        ("in 2019 and exactly", "in 2019 and exactly"),
        ("71% of nuns", "71% of nuns"),
    ],
)
def test_what_stands_before_a_joint_with_a_number_of_its_own_is_left_out(words, kept):
    assert " ".join(clauses.behind_joint(words.split(" "))) == kept
