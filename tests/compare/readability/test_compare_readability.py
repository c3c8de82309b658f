"""Scores: textstat's values on the same counts, honest intervals, pairs inside an event only."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import textstat

from tellings.compare import readability as across
from tellings.compare.readability import crosscheck, wording
from tellings.compare.readability.formulas import FORMULAS, MEASURES
from tellings.find.readability import SentenceCount, find
from tellings.parallel import each
from tellings.read.sentences import Sentence, of

HERE = Path(__file__).parents[2]
TEXTSTAT = {
    "flesch": textstat.flesch_reading_ease,
    "flesch_kincaid": textstat.flesch_kincaid_grade,
    "gunning_fog": textstat.gunning_fog,
    "smog": textstat.smog_index,
    "ari": textstat.automated_readability_index,
    "coleman_liau": textstat.coleman_liau_index,
    "dale_chall": textstat.dale_chall_readability_score,
    "lix": textstat.lix,
}
HARD = """Officials deliberated about humanitarian corridors yesterday.
Nobody anticipated the cancellation.
The representatives didn't disclose their preliminary conclusions publicly.
A follow-up consultation is scheduled for the coming week."""
EASY = """The dog ran to the old red house.
It was a warm day and the sun was high.
We all sat on the grass."""


def counted(texts: dict[str, str]) -> pd.DataFrame:
    """Counts of texts by article_id."""
    given = [dict(s._asdict(), article_id=i) for i, t in texts.items() for s in of(t)]
    columns = ["article_id", *Sentence._fields]
    return each(pd.DataFrame(given, columns=columns), find, SentenceCount)


def articles(ids, event="one") -> pd.DataFrame:
    return pd.DataFrame(
        [
            dict(article_id=i, event_id=event, outlet=f"Outlet {i}", telling=f"Outlet {i}")
            for i in ids
        ]
    )


@pytest.fixture(scope="module")
def seeds() -> pd.DataFrame:
    """Counts of the five seeds' body sentences as cut by hand."""
    rows, captures = [], {}
    with (HERE / "gold" / "readability_sentences.csv").open() as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            file_, start, end = row["file"], int(row["start"]), int(row["end"])
            if file_ not in captures:
                captures[file_] = (HERE.parent / "seeds" / file_).read_text(encoding="utf-8")
            place = Sentence("body", number, number, start, end, captures[file_][start:end])
            rows.append(dict(place._asdict(), article_id=file_[:3]))
    return each(pd.DataFrame(rows), find, SentenceCount)


@pytest.mark.parametrize("text", [HARD, EASY, HARD + "\n" + EASY], ids=["hard", "easy", "both"])
@pytest.mark.parametrize("measure", FORMULAS)
def test_equals_textstat_on_the_same_counts(text, measure):
    counts = counted({"a": text})
    assert len(counts) == textstat.sentence_count(text)
    table = across.scores(counts, articles("a")).set_index("measure")
    assert table.at[measure, "value"] == pytest.approx(TEXTSTAT[measure](text), abs=1e-9)


@pytest.mark.parametrize("measure", FORMULAS)
def test_formulas_equal_textstat_on_its_own_sentences(seeds, measure):
    for _, rows in seeds.groupby("article_id"):
        text = "\n".join(rows["text"]).replace("’", "'")
        sums = rows[list(SentenceCount._fields[5:])].sum().astype(float)
        sums["sentences"] = textstat.sentence_count(text)
        assert FORMULAS[measure](sums) == pytest.approx(TEXTSTAT[measure](text), abs=1e-9)


def test_no_words_score_nan_not_zero():
    table = across.scores(counted({"a": EASY}), articles("ab"))
    empty = table[table["article_id"] == "b"]
    assert len(empty) == len(MEASURES) and empty["value"].isna().all()
    assert set(empty["warning"]) == {"no words to score"} and set(empty["n"]) == {0}


def test_no_articles_no_rows():
    assert across.scores(counted({}), articles("a").head(0)).empty


def test_one_sentence_has_a_value_but_no_interval():
    table = across.scores(counted({"a": "The dog ran to the old house."}), articles("a"))
    assert table["value"].notna().all() and table[["low", "high"]].isna().all(axis=None)


def test_smog_warns_below_thirty_sentences():
    texts = {"a": EASY, "b": "\n".join([EASY] * 10)}
    table = across.scores(counted(texts), articles("ab")).query("measure == 'smog'")
    assert [bool(w) for w in table["warning"]] == [True, False]


def test_headlines_are_another_style():
    counts = counted({"a": EASY})
    counts.loc[0, "zone"] = "headline"
    assert set(across.scores(counts, articles("a"))["n"]) == {2}
    assert set(across.scores(counts, articles("a"), zone="headline")["n"]) == {1}


def test_scores_of_an_article_do_not_depend_on_the_others():
    counts = counted({"a": HARD, "b": EASY})
    alone = across.scores(counts[counts["article_id"] == "b"], articles("b"))
    beside = across.scores(counts, articles("ab")).query("article_id == 'b'")
    pd.testing.assert_frame_equal(alone, beside.reset_index(drop=True))


def test_pairs_stay_inside_an_event():
    listed = pd.concat([articles("ab"), articles("cd", event="two")])
    pairs = across.differences(across.scores(counted(dict.fromkeys("abcd", HARD)), listed))
    assert set(zip(pairs["article_id_a"], pairs["article_id_b"], strict=True)) == {
        ("a", "b"),
        ("c", "d"),
    }
    assert set(pairs["apart"]) == {"no"}


def test_far_apart_tellings_are_told_apart():
    texts = {"a": "\n".join([HARD] * 3), "b": "\n".join([EASY] * 4)}
    pairs = across.differences(across.scores(counted(texts), articles("ab")))
    assert set(pairs.set_index("measure").loc[["flesch", "flesch_kincaid", "lix"], "apart"]) == {
        "yes"
    }


def test_no_two_seeds_can_be_told_apart(seeds):
    ids = sorted(seeds["article_id"].unique())
    pairs = across.differences(across.scores(seeds, articles(ids)))
    assert len(pairs) == 10 * len(MEASURES)
    assert not (pairs["apart"] == "yes").any()


def test_seeds_match_the_notes(seeds):
    table = across.scores(seeds, articles(sorted(seeds["article_id"].unique())))
    flesch = table[table["measure"] == "flesch"].set_index("article_id")
    assert list(flesch["n"]) == [14, 15, 14, 14, 14]
    assert flesch["value"].idxmin() == "004" and flesch["value"].idxmax() == "000"


@pytest.mark.parametrize("measure", ["flesch", "flesch_kincaid"])
def test_interval_covers_the_truth(seeds, measure):
    """Texts of 15 sentences drawn from the 71 of the seeds: 93 to 97 of 100 intervals cover."""
    texts, n = 4000, 15
    drawn = np.random.default_rng(3).integers(len(seeds), size=texts * n)
    sample = seeds.iloc[drawn].assign(article_id=np.repeat(np.arange(texts).astype(str), n))
    table = across.scores(sample, pd.DataFrame({"article_id": np.arange(texts).astype(str)}))
    sums = seeds[list(SentenceCount._fields[5:])].sum()
    sums["sentences"] = len(seeds)
    truth = FORMULAS[measure](sums)
    rows = table[table["measure"] == measure]
    assert 0.93 <= ((rows["low"] <= truth) & (truth <= rows["high"])).mean() <= 0.97


def test_textstat_is_shown_beside_with_its_reasons(seeds):
    counts = seeds.assign(zone="body")
    table = across.scores(counts, articles(sorted(seeds["article_id"].unique())))
    beside = crosscheck.beside(counts, table).query("measure == 'flesch'")
    beside = beside.set_index("article_id")
    assert list(beside["n_textstat"]) == [14, 16, 14, 15, 22]
    assert beside.at["004", "reason"].startswith("cuts at U.S. (6), U.N. (2), Ms. (1)")
    whole = beside["by_sentences"] + beside["by_words"]
    assert np.allclose(whole, beside["textstat"] - beside["value"])
    assert beside.at["003", "by_words"] == pytest.approx(0, abs=1e-9)


def test_only_the_first_articles_go_through_textstat():
    counts = counted({"a": EASY, "b": HARD})
    table = across.scores(counts, articles("ab"))
    assert set(crosscheck.beside(counts, table, most=1)["article_id"]) == {"a"}


def pair(measure="flesch_kincaid", difference=4.3, apart="yes") -> dict:
    row = dict(event_id="e", measure=measure, article_id_a="a", telling_a="Post")
    row |= dict(value_a=10.0 + difference, article_id_b="b", telling_b="Echo", value_b=10.0)
    low, high = sorted((difference - 2.6 * abs(difference) / 4.3, difference + 2.7))
    return row | dict(difference=difference, low=low, high=high, apart=apart)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([pair()], "Post is harder to read than Echo: Flesch–Kincaid grade 14.3 against 10.0"),
        (
            [pair("flesch", 9.3)],
            "Echo is harder to read than Post: Flesch reading ease 10.0 against",
        ),
        ([pair("flesch", 9.3), pair()], "Post is harder to read than Echo: Flesch–Kincaid grade"),
        ([pair("flesch")], None),  # too small to matter to a reader
        ([pair(apart="no")], None),
        ([pair(apart="")], None),
    ],
)
def test_only_articles_that_can_be_told_apart_are_spoken_of(rows, words):
    said = wording.said(pd.DataFrame(rows), "flesch_kincaid")
    assert [len(s) for s in said.values()] == [1] * bool(words)
    assert not words or said["e"][0].startswith(words)


def test_nothing_is_said_of_like_texts():
    scores = across.scores(counted({"a": HARD, "b": HARD}), articles("ab"))
    assert wording.said(across.differences(scores), "flesch_kincaid") == {}
    assert wording.said(across.differences(scores).head(0), "flesch_kincaid") == {}
    assert "Outlet a" in across.in_words(scores, "flesch_kincaid", {"one": "Floods"})


def over_events(events: int) -> pd.DataFrame:
    """Scores of two outlets, one always two grades above the other, on so many events."""
    rows = [
        dict(article_id=f"{o}{e}", event_id=f"e{e}", outlet=o, telling=o, measure=m)
        | dict(value=10.0 + e % 3 + (2 + e / 10 if o == "x" else 0))
        for e in range(events)
        for o in "xy"
        for m in MEASURES
    ]
    return pd.DataFrame(rows)


def test_outlets_are_tested_from_six_events_on():
    few, many = (across.outlets(across.valued(over_events(n))) for n in (5, 8))
    assert few["chance"].isna().all() and set(few["events"]) == {5}
    assert (many["chance"] <= 0.05).all() and (many["low"] > 0).all()
    assert "share five events at most" in wording.outlets(few)
    assert wording.outlets(many).startswith("Beyond chance, one pair of outlets of 1 differs")


def test_outlets_are_compared_alike_in_parts_of_events():
    scores = over_events(8)
    scores.loc[scores["event_id"] == scores["event_id"].iloc[0], "outlet"] = ""
    parts = [across.valued(rows) for _, rows in scores.groupby("event_id")]
    found = across.outlets(pd.concat(parts, ignore_index=True))
    pd.testing.assert_frame_equal(found, across.outlets(across.valued(scores)))
    assert set(found["events"]) == {7}


def test_outlets_without_a_common_event_have_no_row():
    scores = over_events(2)
    scores["event_id"] = scores["article_id"]
    found = across.outlets(across.valued(scores))
    assert found.empty and "share no events" in wording.outlets(found)
