"""A call in a fork: its result, its error and its files come back, and the fork goes."""

import os
import signal
import sys

import numpy as np
import pytest

from tellings.parallel.apart import apart
from tellings.tables import Arrays

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a call is made here elsewhere")
HELD: list[int] = []


def remember(number):
    HELD.append(number)
    return len(HELD), os.getpid()


def written(rows):
    held = Arrays(np.int64)
    for numbers in rows:
        held.append(np.array(numbers))
    return held


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


def test_what_a_call_leaves_in_memory_goes_with_its_process():
    many, process = apart(remember, 5)
    assert many == 1
    assert HELD == []
    assert process != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_its_error_is_raised_here():
    with pytest.raises(ValueError, match="invalid literal"):
        apart(int, "some")


def test_a_process_that_the_system_ends_is_an_error_of_memory():
    with pytest.raises(MemoryError, match="close other programs"):
        apart(killed)


def test_arrays_that_it_wrote_are_read_and_go_on_here():
    held = apart(written, [[5, 8], [], [3]])
    held.append(np.array([9, 9]))
    assert [held[place].tolist() for place in range(len(held))] == [[5, 8], [], [3], [9, 9]]
