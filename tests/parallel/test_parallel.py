"""One function over many articles: order, rows beside, and slices that change nothing."""

import subprocess
import sys
from typing import NamedTuple

import pandas as pd
import pytest
from hypothesis import given, strategies as st

from tellings import parallel
from tellings.read import sentences
from tellings.read.sentences import Sentence


class Length(NamedTuple):
    sentence: int
    letters: int


def lengths(given, beside=()):
    return [Length(s.sentence, len(s.text) + len(beside)) for s in given]


TEXTS = pd.Series({"b": "One. Two three.", "a": "", "c": "Four five six."})


def test_a_series_hands_over_values_and_a_table_rows():
    found = parallel.each(TEXTS, sentences.of, Sentence)
    assert found["article_id"].tolist() == ["b", "b", "c"]
    counted = parallel.each(found, lengths, Length)
    assert counted["letters"].tolist() == [4, 10, 14]


def test_what_stands_beside_goes_to_its_article():
    found = parallel.each(TEXTS, sentences.of, Sentence)
    beside = found[found["article_id"] == "b"]
    counted = parallel.each(found, lengths, Length, beside=beside)
    assert counted["letters"].tolist() == [6, 12, 14]


def test_a_single_row_counts_as_one():
    found = parallel.each(TEXTS, lambda text: Length(0, len(text)), Length)
    assert found["letters"].tolist() == [15, 0, 14]


def test_an_unknown_engine_is_named_with_the_known():
    with pytest.raises(ValueError, match="unknown engine 'gpu'; known: local, processes, tcp:"):
        parallel.each(TEXTS, sentences.of, Sentence, engine="gpu")


def test_a_part_is_what_spark_calls_on_each_batch():
    """DataFrame.mapInPandas hands over an iterator of tables and takes one."""
    roles = parallel.each(TEXTS, sentences.of, Sentence)
    batches = iter([roles[roles["article_id"] == i] for i in ("b", "c")])
    mapped = (parallel.part(batch, lengths, Length) for batch in batches)
    pd.testing.assert_frame_equal(
        pd.concat(mapped, ignore_index=True), parallel.each(roles, lengths, Length)
    )


def test_rows_of_an_article_need_not_stand_together():
    found = parallel.each(TEXTS, sentences.of, Sentence)
    mixed = found.iloc[[0, 2, 1]]
    pd.testing.assert_frame_equal(
        parallel.each(mixed, lengths, Length), parallel.each(found, lengths, Length)
    )


def test_the_loop_does_without_dask():
    look = "import sys; from tellings.parallel import each; print('dask' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


@given(st.lists(st.text(max_size=60), min_size=1, max_size=6), st.data())
def test_a_slice_gives_the_same_rows(texts, data):
    series = pd.Series(texts, index=[f"{i:03}" for i in range(len(texts))])
    cut = data.draw(st.integers(0, len(texts)))
    whole = parallel.each(series, sentences.of, Sentence)
    parts = [parallel.each(s, sentences.of, Sentence) for s in (series[:cut], series[cut:])]
    pd.testing.assert_frame_equal(whole, pd.concat(parts, ignore_index=True))
