"""Functions for workers to do: what a finder may do that goes wrong."""

import os
import signal
from pathlib import Path
from typing import NamedTuple


class Length(NamedTuple):
    sentence: int
    letters: int


def lengths(text: str, beside: str = "") -> list[Length]:
    return [Length(at, len(word) + len(beside)) for at, word in enumerate(text.split())]


def failing(text: str) -> list[Length]:
    if "poison" in text:
        raise RuntimeError("bad article")
    return lengths(text)


def ending(text: str) -> list[Length]:
    """As a finder that needs more memory than there is: no exception, the process is gone."""
    if "poison" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    return lengths(text)


def struck(text: str, mark: str) -> list[Length]:
    """As a machine that is switched off in the middle of the work, once."""
    if "strike" in text and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return lengths(text)
