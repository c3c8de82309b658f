"""Bars show where somebody watches, and are silent everywhere else."""

import io
import sys
import time
from types import SimpleNamespace

import pandas as pd
import pytest

from tellings import parallel, progress
from tellings.read import sentences
from tellings.read.sentences import Sentence


class Terminal(io.StringIO):
    def isatty(self):
        return True


def terminal(monkeypatch):
    """Somebody's terminal in place of stderr; set in the test, since pytest sets its own before."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def slowly(pieces, seconds):
    for piece in pieces:
        time.sleep(seconds)
        yield piece


def test_nothing_is_lost_and_nothing_said_where_nobody_watches(capsys, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    assert list(progress.of(iter("abc"), 3, "Claim", "article")) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")


def test_short_work_shows_nothing(monkeypatch):
    screen = terminal(monkeypatch)
    assert list(progress.of(iter("abc"), 3, "Claim", "article")) == ["a", "b", "c"]
    assert screen.getvalue() == ""


def test_long_work_shows_how_far_it_is_and_leaves_no_line(monkeypatch):
    screen = terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.1)
    list(progress.of(slowly(range(8), 0.06), 8, "Claim", "article"))
    seen = screen.getvalue()
    assert "Claim" in seen and "/8" in seen and "article" in seen
    assert seen.endswith("\r")


def test_an_interruption_goes_through(monkeypatch):
    terminal(monkeypatch)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    table = pd.Series({"a": "One.", "b": "Two."})

    def interrupted(text):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parallel.each(table, interrupted, Sentence)
    assert len(parallel.each(table, sentences.of, Sentence)) == 2


@pytest.mark.parametrize(
    ("parent", "there"),
    [({"metadata": {"cellId": "x"}}, True), ({"metadata": {}}, False), ({}, False)],
)
def test_a_front_end_names_its_cell(parent, there, monkeypatch):
    shell = SimpleNamespace(get_parent=lambda: parent)
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    assert progress.at_keyboard() is there


def test_a_script_is_no_keyboard(monkeypatch):
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: None))
    assert progress.at_keyboard() is False


@pytest.mark.parametrize("seen", [True, False])
def test_a_line_is_said_whether_or_not_somebody_watches(capsys, monkeypatch, seen):
    monkeypatch.setattr(progress, "watched", lambda: seen)
    progress.say("4-claims  1.2 s")
    assert capsys.readouterr().out == "4-claims  1.2 s\n"
