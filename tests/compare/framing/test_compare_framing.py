"""Framing across tellings: rates with intervals, names by voice, a test that rejects as it says."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse, stats

from tellings.compare import framing as across
from tellings.compare.framing import (
    choices,
    keywords as keyness,
    loaded,
    naming,
    sets,
    term_counts,
    usage,
)
from tellings.compare.statistics import FEWEST, sign_flip, summed
from tellings.find.framing import Wording
from tellings.find.quotes import Quote
from tellings.parallel import each
from tellings.read.sentences import Sentence, of


def articles(*ids: str, events=None, outlets=None) -> pd.DataFrame:
    table = pd.DataFrame({"article_id": list(ids), "event_id": events or ["one"] * len(ids)})
    table["outlet"] = outlets or [f"Outlet {i}" for i in ids]
    return table.assign(telling=table["outlet"])


def cut(texts: dict[str, str]) -> pd.DataFrame:
    rows = [dict(s._asdict(), article_id=i) for i, t in texts.items() for s in of(t)]
    return pd.DataFrame(rows, columns=["article_id", *Sentence._fields])


def wordings(*rows: tuple) -> pd.DataFrame:
    """article_id, start, group, term, voice."""
    found = [
        dict(article_id=i, sentence=1, start=start, end=start + 1, text="x", group=g, term=t)
        | dict(topic="move" if g == "naming" else "", voice=v, weight=2 * (g == "strong"))
        for i, start, g, t, v in rows
    ]
    return pd.DataFrame(found, columns=["article_id", *Wording._fields])


QUOTES = pd.DataFrame(columns=["article_id", *Quote._fields])


def test_counts_stand_by_voice_with_their_interval():
    found = wordings(
        ("a", 1, "hedge", "modal", "own"),
        ("a", 5, "hedge", "modal", "quoted"),
        ("b", 1, "booster", "size", "own"),
    )
    sentences = cut({"a": "one two three four five", "b": "one two"})
    table = across.wording(found, sentences, articles("a", "b")).set_index(["article_id", "term"])
    row = table.loc[("a", "modal")]
    assert (row["n"], row["own"], row["attributed"], row["quoted"], row["words"]) == (2, 1, 0, 1, 5)
    assert row["per_1000_words"] == 400 and row["low"] < 400 < row["high"]
    assert table.at[("b", "modal"), "n"] == 0 and table.at[("b", "modal"), "low"] == 0


def test_rates_put_the_kinds_of_a_group_together():
    found = wordings(
        ("a", 1, "hedge", "modal", "own"),
        ("a", 5, "hedge", "adverb", "own"),
        ("a", 9, "passive", "agent left out", "own"),
        ("a", 12, "passive", "agent named", "own"),
    )
    counts = across.wording(found, cut({"a": "one two three four"}), articles("a"))
    rates = across.rates(counts).set_index("what")
    assert rates.at["Hedges", "n"] == 2 and rates.at["Passives without agent", "n"] == 1
    said = across.rates_in_words(across.densest(across.rates(counts)), {"one": "One"})
    assert said.startswith("Hedges: 2 in all, most densely in Outlet a, One (")


def test_verbs_in_words():
    found = wordings(
        ("a", 1, "reporting", "neutral", "own"), ("a", 3, "reporting", "doubting", "own")
    )
    counts = across.wording(found, cut({"a": "one two"}), articles("a"))
    assert (
        across.in_words(across.verbs(counts))
        == "2 reporting verbs in 1 article: 1 doubting, 1 neutral."
    )


def test_corrections_add_names():
    own = dict(subject="naming", article_id="", place="strike", was="walkout", becomes="walkout")
    find = across.finder(pd.DataFrame([own | dict(note="")]))
    rows = each(cut({"a": "The walkout began. No strikes."}), find, Wording)
    assert list(rows["term"]) == ["walkout"]


def test_a_correction_of_a_noun_means_its_plural_too():
    own = dict(subject="naming", article_id="", place="crowd", was="protest", becomes="protest")
    find = across.finder(pd.DataFrame([own | dict(note="")]))
    rows = each(cut({"a": "The protests began."}), find, Wording)
    assert list(zip(rows["text"], rows["term"], strict=True)) == [("protests", "protest")]


def test_a_corpus_brings_its_own_names():
    none = pd.DataFrame(columns=["subject", "place", "was", "becomes"])
    given = pd.DataFrame([dict(topic="strike", kind="name", form="walkout", term="walkout")])
    rows = each(cut({"a": "The walkout began."}), across.finder(none, given), Wording)
    assert list(rows["term"]) == ["walkout"]


def test_names_in_reading_order_and_by_voice():
    found = wordings(
        ("b", 9, "naming", "raid", "own"),
        ("a", 7, "naming", "raid", "attributed"),
        ("a", 2, "naming", "entry", "own"),
        ("a", 1, "hedge", "modal", "own"),
    )
    names = naming.names(found, articles("a", "b"))
    assert list(zip(names["article_id"], names["term"], names["place"], strict=True)) == [
        ("a", "entry", 1),
        ("a", "raid", 2),
        ("b", "raid", 1),
    ]


CROWD = {
    "a": "The protest in Elm City began. Workers joined the protest in Elm City. The protest grew. "
    "A long protest is costly. The mayor ended the protest.",
    "b": "The demonstration in Elm City began. Workers joined the demonstration in Elm City. "
    "The demonstration grew. A long demonstration is costly. The mayor ended the demonstration.",
}


def test_nouns_of_one_slot_make_a_set_by_outlet():
    rows = sets.propose(cut(CROWD), QUOTES, articles("a", "b"))
    assert set(rows["set"]) == {"demonstration / protest"}
    assert list(zip(rows["head"], rows["outlet"], rows["n"], rows["own"], strict=True)) == [
        ("demonstration", "Outlet b", 5, 5),
        ("protest", "Outlet a", 5, 5),
    ]
    for row in rows.itertuples():
        assert CROWD[row.article_id][row.start : row.end] == row.text == row.head


@pytest.mark.parametrize(
    "one, other",
    [
        ("a protest", "a demonstration"),  # any, not the one that is known
        ("the trip", "the tour"),  # one kind of thing, and perhaps two things
    ],
)
def test_nouns_that_do_not_name_one_known_thing_make_no_set(one, other):
    said = {"a": one, "b": other}
    texts = {
        i: f"Workers joined {noun} in Elm City. They saw {noun} in Elm City. " * 3
        for i, noun in said.items()
    }
    assert sets.propose(cut(texts), QUOTES, articles("a", "b")).empty


def test_what_is_only_ever_written_with_a_capital_is_a_name():
    texts = {
        i: f"Workers Join the {noun} in Elm City. They Saw the {noun} in Elm City. " * 3
        for i, noun in {"a": "Protest", "b": "Demonstration"}.items()
    }
    titles = cut(texts).assign(zone="headline")
    assert sets.propose(titles, QUOTES, articles("a", "b")).empty
    small = titles.assign(text=titles["text"].str.lower().str.replace("elm city", "Elm City"))
    assert len(sets.propose(small, QUOTES, articles("a", "b")))


def test_a_known_thing_may_also_be_introduced():
    texts = {
        i: f"A {noun} in Elm City began. " * 3 + f"The {noun} in Elm City ended. " * 2
        for i, noun in {"a": "protest", "b": "demonstration"}.items()
    }
    rows = sets.propose(cut(texts), QUOTES, articles("a", "b"))
    assert set(rows["set"]) == {"demonstration / protest"}


def test_two_files_of_one_outlet_are_one_outlet():
    rows = sets.propose(cut(CROWD), QUOTES, articles("a", "b", outlets=["Argus", "Argus"]))
    assert rows.empty  # nobody to differ from


def test_a_set_of_what_stands_in_quotations_is_nobodys_own():
    said = QUOTES.copy()
    said.loc[0] = ["b", 1, 0, len(CROWD["b"]), CROWD["b"], "direct", "he", 32, 34, "said"]
    rows = sets.propose(cut(CROWD), said, articles("a", "b"))
    assert rows.set_index("head").at["demonstration", "own"] == 0


def test_outlets_are_told_apart_by_words_of_their_own_voice():
    told = articles("a", "b")
    uses = sets.propose(cut(CROWD), QUOTES, told)
    (said,) = choices.said(uses, strong_of(CROWD, told))["one"]
    assert said == (
        "Perhaps for one thing, Outlet a writes “protest” (five times) in its own voice; "
        "Outlet b, “demonstration” (five times)."
    )
    same = sets.propose(cut(dict.fromkeys("ab", " ".join(CROWD.values()))), QUOTES, told)
    assert usage.differing(same).empty


def test_all_that_an_outlet_says_itself_is_told_and_parts_it_from_another():
    told = articles("a", "b")
    also = " The protest in Elm City ended."
    uses = sets.propose(cut({"a": CROWD["a"], "b": CROWD["b"] + also}), QUOTES, told)
    assert set(usage.chosen(uses)["outlet"]) == {"Outlet a", "Outlet b"}
    assert usage.differing(uses).empty  # both write of the protest


def test_a_set_of_the_researcher_is_named_by_its_topic():
    found = wordings(("a", 1, "naming", "raid", "own"), ("b", 1, "naming", "entry", "own"))
    told = articles("a", "b")
    uses = usage.given(naming.names(found, told))
    (said,) = choices.said(uses, strong_of({}, told))["one"]
    assert said == "For the move, Outlet a writes “raid” in its own voice; Outlet b, “entry”."


def strong_of(texts: dict[str, str], told: pd.DataFrame) -> pd.DataFrame:
    split = cut(texts or {"a": "Rain."})
    return loaded.words(each(split, across.finder(NONE), Wording), split, told)


NONE = pd.DataFrame(columns=["subject", "place", "was", "becomes"])


def test_strong_words_that_one_outlet_alone_has_are_said():
    texts = {
        "a": "The mayor slammed the farce.",
        "b": "The mayor slams the plan.",
        "c": "It rained.",
    }
    told = articles(*texts)
    strong = strong_of(texts, told)
    (said,) = choices.said(usage.given(naming.names(wordings(), told)), strong)["one"]
    assert said == (
        "A strong word that only one outlet uses, in its own voice: “farce” (Outlet a)."
    )
    assert strong.iloc[0]["context"] == "The mayor slammed the farce."
    own, others = (loaded.printed(strong, {"one": "One"}, own=o) for o in (True, False))
    assert len(own) + len(others) == len(strong)


def test_no_text_proposes_nothing():
    assert sets.propose(cut(CROWD).head(0), QUOTES, articles("a")).empty


def test_strong_words_are_never_counted_up():
    found = wordings(("a", 1, "strong", "slam", "own"), ("a", 3, "hedge", "modal", "own"))
    counts = across.wording(found, cut({"a": "one two"}), articles("a"))
    assert set(counts["group"]) == {"hedge"}


def test_terms_are_the_outlets_own_words():
    text = "The US deployed 400 troops, and he said it is folly."
    said = QUOTES.copy()
    said.loc[0] = ["a", 1, 40, 51, "it is folly", "indirect", "he", 32, 34, "said"]
    terms = across.terms(cut({"a": text}), said)
    assert set(terms["term"]) >= {"US", "deployed", "troops"}
    assert not {"folly", "400", "the", "us"} & set(terms["term"])


def test_a_term_is_one_however_its_marks_are_set():
    terms = across.terms(cut({"a": "WE’RE late. WE'RE drenched."}), QUOTES.head(0))
    assert dict(zip(terms["term"], terms["n"], strict=True)) == {
        "WE'RE": 2,
        "late": 1,
        "drenched": 1,
    }


def pair(events: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two outlets on some events; x says "raid" where y says "entry", and "mr" is x's style."""
    listed = articles(
        *(f"{o}{e}" for e in range(events) for o in "xy"),
        events=[f"e{e}" for e in range(events) for _ in "xy"],
        outlets=[o for _ in range(events) for o in "xy"],
    )
    rows = [
        (f"{o}{e}", term, n)
        for e in range(events)
        for o in "xy"
        for term, n in (
            ("raid", 4 + e % 2 if o == "x" else 0),
            ("entry", 0 if o == "x" else 3 + e % 3),
            ("mr", 5 if o == "x" else 1),
            ("talks", 6 + e % 2),
            ("plan", 1 + (e * (3 if o == "x" else 5)) % 7),
        )
        if n
    ]
    return pd.DataFrame(rows, columns=["article_id", "term", "n"]), listed


def test_no_chance_is_printed_below_six_events():
    keys = across.keyness(*pair(FEWEST - 1))
    assert keys["chance"].isna().all() and set(keys["events"]) == {FEWEST - 1}
    assert "none is claimed" in keyness.finding(keys)


def test_words_that_differ_in_every_event_are_found():
    both = across.keyness(*pair(10))
    keys = both[both["outlet"] == "x"].set_index("term")
    assert keys.at["raid", "log_odds"] > 0 > keys.at["entry", "log_odds"]
    assert keys.loc[["raid", "entry"], "chance"].max() <= 0.05 < keys.at["plan", "chance"]
    assert keys.at["mr", "kind"] == "courtesy title"
    assert keyness.finding(both) == (
        "Of four words found in 6 events or more, three set an outlet apart from the others of its "
        "events beyond chance: used more often, “raid” in x; “entry” and “talks” in y."
    )


@pytest.mark.parametrize("shares", [1, 2, 50])
def test_words_are_the_same_however_few_are_counted_at_a_time(monkeypatch, shares):
    terms, listed = pair(9)
    whole = across.keyness(terms, listed)
    monkeypatch.setattr(term_counts, "_SHARES", shares)
    parts = [rows for _, rows in terms.groupby("article_id")]
    pd.testing.assert_frame_equal(across.keyness(lambda: parts, listed), whole)


def test_an_outlet_stands_beside_all_others_of_its_events():
    terms, listed = pair(7)
    third = articles("z0", "z9", events=["e0", "e9"], outlets=["z", "z"])
    said = pd.DataFrame([("z0", "raid", 9), ("z9", "flood", 50)], columns=terms.columns)
    both = across.keyness(pd.concat([terms, said]), pd.concat([listed, third]))
    keys = both.set_index(["outlet", "term"])
    assert keys.loc[("x", "raid"), ["n", "n_rest", "events"]].tolist() == [31, 9, 7]
    assert keys.loc[("z", "raid"), ["n", "n_rest", "events"]].tolist() == [9, 4, 1]
    assert ("z", "flood") not in keys.index  # its event is nobody else's


def test_a_word_of_few_events_is_a_topic_and_not_tested():
    terms, listed = pair(8)
    flood = pd.DataFrame([("x0", "flood", 40)], columns=terms.columns)
    keys = across.keyness(pd.concat([terms, flood]), listed)
    assert "flood" in set(keys["term"]) and "flood" not in set(
        keyness.strongest(keys, "word")["term"]
    )


def test_an_outlets_own_name_is_no_choice_of_words():
    terms, listed = pair(6)
    named = terms.assign(term=terms["term"].replace("talks", "X"))
    keys = across.keyness(named, listed).set_index(["outlet", "term"])["kind"]
    assert (keys["x", "X"], keys["y", "X"]) == ("own name", "word")


def test_style_stands_in_its_own_table():
    keys = across.keyness(*pair(6))
    assert set(keyness.strongest(keys, "style")["term"]) == {"mr"}
    assert "mr" not in set(keyness.strongest(keys, "word")["term"])


def test_outlets_without_a_common_event_are_not_compared():
    terms, listed = pair(2)
    listed["event_id"] = listed["article_id"]
    keys = across.keyness(terms, listed)
    assert keys.empty and keyness.finding(keys).startswith("No two outlets that are known")


def test_files_of_one_outlet_are_one_outlet():
    terms, listed = pair(2)
    listed["outlet"] = "x"
    assert across.keyness(terms, listed).empty


def test_swapped_labels_are_rejected_as_often_as_promised():
    """Two outlets that draw from the same words of 30 events: 4 to 6 in 100 terms at 5 %."""
    random, rejected, any_ = np.random.default_rng(5), [], []
    for _ in range(60):
        topic = random.gamma(0.6, 1.5, size=(30, 60))
        a, b = (random.poisson(topic * random.gamma(2, 0.5, size=topic.shape)) for _ in "ab")
        rates = [x / np.maximum(x.sum(axis=1, keepdims=True), 1) for x in (a, b)]
        test = sign_flip(summed(rates[0] - rates[1]))
        rejected.append((test.chance <= 0.05).mean())
        any_.append((test.over_all <= 0.05).any())
    assert 0.04 <= np.mean(rejected) <= 0.06
    assert np.mean(any_) <= 0.12


def test_few_events_try_every_sign():
    test = sign_flip(summed(np.ones((6, 1)) + np.arange(6)[:, None] / 10))
    assert test.chance[0] == 2 / 2**6
    assert np.isnan(sign_flip(summed(np.ones((5, 1)))).chance).all()


def test_of_many_events_groups_change_their_signs_and_the_chance_stays():
    """3,000 events: the same chances as of all their signs drawn one by one, dense or sparse."""
    apart = np.random.default_rng(3).normal([0.0, 0.03, 0.2], size=(3000, 3))
    test = sign_flip(summed(apart))
    assert test.chance == pytest.approx(2 * stats.t.sf(np.abs(test.t), 2999), abs=0.02)
    assert (sign_flip(summed(sparse.csr_array(apart))).over_all == test.over_all).all()
