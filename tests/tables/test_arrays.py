"""Arrays on disk come back as they were put there, and leave nothing."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tellings.tables import Arrays

NUMBERS = st.lists(st.integers(0, 2**64 - 1), max_size=9)


@given(st.dictionaries(st.integers(0, 5), NUMBERS), st.dictionaries(st.integers(0, 5), NUMBERS))
def test_each_key_has_what_was_put_there_last(first, then):
    with Arrays(np.uint64) as held:
        for told in (first, then):
            for key, numbers in told.items():
                held[key] = np.array(numbers, dtype=np.uint64)
                assert held[key].tolist() == numbers
        assert {key: held[key].tolist() for key in first | then} == first | then


def test_a_key_that_is_not_there_is_an_error():
    with Arrays(np.uint64) as held, pytest.raises(KeyError):
        held["a"]
