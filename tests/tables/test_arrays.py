"""Arrays on disk come back as they were put there."""

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tellings.tables import Arrays


@given(st.lists(st.lists(st.integers(0, 2**64 - 1), max_size=9)))
def test_each_place_has_what_was_put_there_whenever_it_is_asked(rows):
    held = Arrays(np.uint64)
    for place, numbers in enumerate(rows):
        held.append(np.array(numbers, dtype=np.uint64))
        assert held[place].tolist() == numbers
    assert [held[place].tolist() for place in range(len(held))] == rows


@pytest.mark.parametrize("place", [-1, 0, 5])
def test_a_place_without_an_array_is_an_error(place):
    with pytest.raises(IndexError):
        Arrays(np.uint64)[place]
