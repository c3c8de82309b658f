"""Runs of letters: every run is counted where it stands, weighed by how many texts have it."""

import re
from collections import Counter
from math import log

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tellings.compare.coverage import letters

TEXT = st.text("abc é😀", max_size=12)


def runs(text: str) -> Counter:
    low = re.sub(" +", " ", text.lower())
    return Counter(low[i : i + 4] for i in range(len(low) - 3))


@given(st.lists(TEXT, max_size=5), st.lists(TEXT, max_size=5))
def test_two_texts_are_as_like_as_their_runs(texts, parts):
    own = [runs(text) for text in texts]
    having = Counter(run for counts in own for run in counts)
    weight = {run: log((1 + len(texts)) / (1 + n)) + 1 for run, n in having.items()}
    rows = [*own, *map(runs, parts)]
    expected = [
        [
            sum(a[r] * b[r] * weight[r] ** 2 for r in a.keys() & b.keys() & weight.keys())
            for b in rows
        ]
        for a in rows
    ]
    found = letters.vectors(texts, parts)
    dots = (found @ found.T).toarray()
    np.testing.assert_allclose(dots, np.array(expected).reshape(dots.shape))


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("", 0),
        ("the", 0),
        ("then", 1),
        ("THEN", 1),
        ("to  be", 2),
        ("thethe", 3),
        ("😀😀😀😀😀", 1),
    ],
)
def test_a_run_is_four_letters_with_spaces_as_one(text, many):
    assert letters.vectors([text]).nnz == many


def test_no_run_crosses_from_one_text_to_the_next():
    assert letters.vectors(["the", "nine"], ["then", "enin"]).sum(axis=1).tolist()[2:] == [0, 0]
