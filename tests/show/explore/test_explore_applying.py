"""The button that applies corrections: how far it is, stopped when asked, what went wrong."""

import sys
import threading

import pytest

from tellings import tables
from tellings.compare.corpus import corrections
from tellings.compare.events import Telling
from tellings.show.explore import applying

STEP = """import json, time
print(json.dumps({"done": 1, "all": 4, "running": "2-b"}), flush=True)
"""
PATIENCE_S = 60


@pytest.fixture
def apply(tmp_path, monkeypatch):
    """An Applying whose program is the code given; it comes back with what it waits for."""
    rows = [corrections.Applied("entity", "a", "", "Lee", "Ms. Lee", "", 3)]
    told = tables.open(tmp_path)
    told.write("corrected_names", tables.frame(rows, corrections.Applied))
    told.write("articles", tables.frame([], Telling))

    def made(code: str):
        monkeypatch.setattr(applying, "_PROGRAM", (sys.executable, "-c", code))
        over, begun = threading.Event(), threading.Event()
        one = applying.Applying(tmp_path, str(tmp_path), "", over.set)
        one._bar.observe(lambda change: begun.set(), "value")
        return one, begun, over

    return made


def test_it_says_how_far_it_is_and_what_each_row_changed(apply):
    one, begun, over = apply(STEP)
    one._apply.click()
    assert over.wait(PATIENCE_S) and begun.is_set()
    assert (one._bar.value, one._bar.max) == (1, 4)
    assert "Applied." in one._status.value
    one._thread.join(PATIENCE_S)
    assert "Ms. Lee" in one._effects.value and ">3<" in one._effects.value
    assert not one._apply.disabled and one._stop.disabled


def test_it_is_stopped_when_asked(apply):
    one, begun, over = apply(STEP + "time.sleep(600)")
    one._apply.click()
    assert begun.wait(PATIENCE_S) and "Running 2-b (2 of 4)" in one._status.value
    one._stop.click()
    assert over.wait(PATIENCE_S)
    assert "Stopped." in one._status.value
    assert one._process.poll() is not None


def test_what_went_wrong_is_said(apply):
    one, _, over = apply("import sys; sys.exit('2-b.ipynb, cell 3: no such role')")
    one._apply.click()
    assert over.wait(PATIENCE_S)
    assert 'role="alert"' in one._status.value and "no such role" in one._status.value
