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
    rows = [runs(text) for text in [*texts, *parts]]
    having = Counter(run for row in rows[: len(texts)] for run in row)
    weight = {run: log((1 + len(texts)) / (1 + n)) + 1 for run, n in having.items()}
    own = [{run: n * weight[run] for run, n in row.items() if run in weight} for row in rows]
    dots = [[sum(a[run] * b[run] for run in a.keys() & b.keys()) for b in own] for a in own]
    found, lengths = letters.vectors(texts, parts)
    told = (found @ found.T).toarray() * np.outer(lengths, lengths)
    np.testing.assert_allclose(told, np.array(dots).reshape(told.shape), atol=1e-9)


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
    assert letters.vectors([text])[0].nnz == many


def test_no_run_crosses_from_one_text_to_the_next():
    rows, lengths = letters.vectors(["the", "nine"], ["then", "enin"])
    assert rows.shape == (4, 1) and lengths.tolist()[2:] == [0, 0]
