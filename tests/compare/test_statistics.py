"""Intervals and chances are the published ones."""

import pandas as pd
import pytest
from hypothesis import given, settings, strategies as st
from scipy.stats import poisson

from tellings.compare import statistics


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 500), st.integers(1, 5000))
def test_the_interval_is_the_exact_one(count, words):
    row = statistics.rates(pd.Series([count]), pd.Series([words])).iloc[0]
    low, high = row["low"] * words / 1000, row["high"] * words / 1000
    assert low <= count <= high
    assert poisson.cdf(count, high) == pytest.approx(0.025, abs=1e-6)
    assert count == 0 or poisson.sf(count - 1, low) == pytest.approx(0.025, abs=1e-6)


def test_no_words_give_no_rate():
    row = statistics.rates(pd.Series([0]), pd.Series([0])).iloc[0]
    assert row.isna().all()


def test_holms_correction_is_the_published_one():
    # Holm 1979: the smallest of m chances times m, the next times m - 1, none below one before it.
    held = statistics.holm(pd.Series([0.01, 0.04, 0.03, 0.005]), pd.Series(["a"] * 4))
    assert held.tolist() == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_each_family_of_chances_is_corrected_by_itself():
    held = statistics.holm(pd.Series([0.01, 0.3, 0.04, 0.2]), pd.Series(["b", "a", "b", "a"]))
    assert held.tolist() == pytest.approx([0.02, 0.4, 0.04, 0.4])


def test_a_chance_that_is_missing_counts_for_none():
    held = statistics.holm(pd.Series([0.02, float("nan"), 0.5]), pd.Series(["a"] * 3))
    assert held.tolist() == pytest.approx([0.04, float("nan"), 0.5], nan_ok=True)
