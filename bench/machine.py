"""What the figures were taken on, when, and how busy it was."""

import os
import platform
import re
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple


class Machine(NamedTuple):
    """A machine and a run on it. load: of the last minute, before the run and at its end."""

    system: str
    processor: str
    processors: int
    memory_gb: int
    python: str
    begun: str
    minutes: float
    load_before: float
    load_after: float

    def in_words(self) -> str:
        """Machine, day and load in two sentences."""
        return (
            f"{self.system}, {self.processors} × {self.processor}, {self.memory_gb} GB, Python "
            f"{self.python}. Begun on {self.begun}, it took {self.minutes:.1f} minutes; the load "
            f"of the last minute was {self.load_before:.1f} before and {self.load_after:.1f} after."
        )


class Watch:
    """A run as it goes on: `end` says where and when it was."""

    def __init__(self):
        self._load, self._begun = os.getloadavg()[0], time.perf_counter()
        self._day = f"{datetime.now(UTC):%Y-%m-%d at %H:%M UTC}"

    def end(self) -> Machine:
        """The machine, and the run from its beginning until now."""
        return Machine(
            system=f"{platform.system()} {platform.machine()}",
            processor=_read("/proc/cpuinfo", r"model name\s*: (.+)") or "processor",
            processors=os.cpu_count() or 1,
            memory_gb=round(int(_read("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0) / 1024**2),
            python=platform.python_version(),
            begun=self._day,
            minutes=round((time.perf_counter() - self._begun) / 60, 2),
            load_before=round(self._load, 1),
            load_after=round(os.getloadavg()[0], 1),
        )


def _read(file: str, pattern: str) -> str:
    """What a file of the system says; "" where there is none, or it says nothing."""
    with suppress(OSError):
        if found := re.search(pattern, Path(file).read_text(encoding="utf-8")):
            return found[1].strip()
    return ""
