"""What two articles share is counted for many pairs as it is told of one; none is lost."""

from math import fsum, log1p

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st

from tellings.compare.events import cosine, nearest, particulars
from tellings.compare.events.days import Days
from tellings.compare.events.linkage import LEAST
from tellings.compare.events.numbers import Numbers
from tellings.compare.events.rarity import Rarity
from tellings.compare.events.shared import Counts, common
from tellings.compare.events.store import Store

# Names of their own, of the setting (one in a longer form that is not), numbers, plain words.
SAID = (
    "Lena Harte spoke",
    "they saw Harte again",
    "ships of Paris Norden came",
    "she lives in Paris now",
    "it was Norden's idea",
    "some 41,500 people and 28 dogs",
    "28 of them left",
    'and "we shall never go back to the old mill again" was said',
    "so the ferry left",
    "then Oderau slept",
)
TEXTS = st.lists(st.lists(st.sampled_from(SAID), max_size=6), min_size=1, max_size=9)


class Row:
    def __init__(self, text):
        self.zone, self.text = "body", text


def article(texts: list[str]) -> particulars.Particulars:
    return particulars.of("", [Row(text) for text in texts])


def stored(told: list[list[str]]) -> tuple[Store, Numbers]:
    store, numbers = Store(), Numbers()
    for texts in told:
        store.append(article(texts))
        numbers.append(article(texts))
    return store, numbers


@given(TEXTS)
def test_a_store_gives_back_each_article_and_the_counts_of_its_words(told):
    store, known = stored(told)
    words = list(known.vocabulary)
    assert len(store) == len(known) == len(told)
    for place, texts in enumerate(told):
        assert store[place] == article(texts)
        numbers, counts = known.words(place)
        assert (np.diff(numbers.astype(int)) > 0).all()
        named = dict(zip((words[n] for n in numbers), counts.tolist(), strict=True))
        assert named == article(texts).words
    held = dict(zip(words, known.holding(range(len(told))).tolist(), strict=True))
    assert held == {word: sum(word in one.words for one in store) for word in words}


@settings(deadline=None)
@given(TEXTS)
def test_many_pairs_are_counted_as_one_is_told(told):
    store, known = stored(told)
    rarity = Rarity(known)
    counts = Counts(known, rarity)
    a, b = np.nonzero(~np.eye(len(told), dtype=bool))
    found = zip(*counts.names(a, b), counts.numbers(a, b), counts.quoted(a, b), strict=True)
    for one, other, (names, setting, numbers, quoted) in zip(a, b, found, strict=True):
        both = common(store[one], store[other], rarity)
        assert (names, setting) == (len(both.names), len(both.setting))
        assert (numbers, quoted) == (len(both.numbers), both.quoted)


@settings(deadline=None)
@given(TEXTS)
def test_names_of_a_lead_are_held_by_their_weight(told):
    store, known = stored(told)
    rarity = Rarity(known)
    a, b = np.nonzero(~np.eye(len(told), dtype=bool))
    for one, other, share in zip(a, b, Counts(known, rarity).named(a, b), strict=True):
        lead, words = store[one], store[other].words
        weight = {n: log1p(lead.names[n]) * rarity.weight(n) for n in lead.lead}
        held = fsum(w for n, w in weight.items() if n in words)
        assert share == (held / fsum(weight.values()) if weight else 0.0)


@pytest.mark.parametrize("many", [0, 1])
def test_no_pairs_are_counted_of_no_articles(many):
    (_, known), none = stored([[]] * many), np.array([], dtype=int)
    counts = Counts(known, Rarity(known))
    assert [len(part) for part in counts.names(none, none)] == [0, 0]
    assert len(counts.numbers(none, none)) == len(counts.named(none, none)) == 0


@settings(deadline=None)
@given(TEXTS, st.integers(1, 4), st.integers(1, 9))
def test_texts_are_alike_by_the_cosine_of_their_words_of_which_rare_ones_give_half(
    told, size, most
):
    _, known = stored(told)
    rarity = Rarity(known)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cosine, "_BLOCK", size)
        patch.setattr(cosine, "_STRIP", 2 * size)
        patch.setattr(cosine, "_SOME", size + 1)
        patch.setattr(cosine, "_RARE", most)
        tables = cosine.pairs(known, rarity, [Days(None, (), (), (), ())] * len(told))
        found = pd.concat(tables).sort_values(["a", "b"])
    rows = np.zeros((len(told), len(known.vocabulary)))
    for place in range(len(told)):
        numbers, counts = known.words(place)
        rows[place, numbers] = (1 + np.log(counts)) * rarity.weights[numbers]
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = np.divide(rows, length, out=rows, where=length > 0) * (rarity.holding > 1)
    rare = rows * (rarity.holding <= most)
    alike = np.triu(rows @ rows.T, k=1) * (rare @ rare.T >= 0.03)
    assert found[["a", "b"]].to_numpy().tolist() == np.argwhere(alike >= 0.06).tolist()
    assert np.allclose(found["text"], alike[found["a"], found["b"]])


PAIRS = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]))


@given(st.data(), PAIRS, st.integers(1, 5), st.integers(1, 9))
def test_pairs_that_may_be_one_event_are_kept_and_of_each_article_the_likest(
    data, both, most, size
):
    like = st.sampled_from([0.0, 0.01, 0.02, 0.03, LEAST, 0.5])
    rows = [(a, b, 0.1 * a, data.draw(like)) for a, b in sorted(both)]
    table = pd.DataFrame(rows, columns=["a", "b", "text", "likeness"]).astype({"a": int, "b": int})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nearest, "_CHANCE", 8 * most)
        patch.setattr(nearest, "_FEWEST", 1)
        patch.setattr(nearest, "_AT_ONCE", size)
        parts = (table.iloc[at : at + size] for at in range(0, len(rows) + 1, size))
        found = nearest.kept(parts, 8)
    best = {pair for pair in rows if pair[3] >= LEAST}
    for place in range(8):
        own = sorted((p for p in rows if place in p[:2]), key=lambda p: (-p[3], -p[2]))
        best |= set(own[:most])
    kept = set(found.itertuples(index=False, name=None))
    assert {p[2:] for p in best} == {p[2:] for p in kept} and len(kept) == len(best)
