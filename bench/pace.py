"""How fast the machine is while something else runs on it.

A processor that others share does a loop now in one second, now in two, and each processor at its
own times. What was done in a second of CPU is therefore told by what a word pass would have done
in it: one is taken time and again while what is measured runs, on the processors it runs on.
"""

import os
import re
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_APART = 0.05  # seconds from a look to the next: all looks take some hundredths of a processor


class Look(NamedTuple):
    """A word pass: when, by time.perf_counter; characters it went through in a second of CPU; for
    how much work of its processor it stands."""

    at: float
    speed: float
    weight: float


class Pace:
    """While it is open, a thread that takes a word pass over the seeds twenty times a second.

    Who opens it waits for another process: the thread shares this one's interpreter.
    """

    def __init__(self) -> None:
        self._text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(_SEEDS.glob("*.txt")))
        self._looks: list[Look] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Pace":
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        before, over = _worked(), False
        while not over:
            over = self._over.wait(_APART)
            now = _worked()
            for processor, ticks in now.items():
                done = ticks - before.get(processor, 0)
                if done or (over and not self._looks):  # a moment has a look, too
                    self._look(processor, done or 1)
            before = now

    def _look(self, processor: int, weight: float) -> None:
        with suppress(AttributeError, OSError):  # not every system lets a thread choose
            os.sched_setaffinity(0, {processor})
        self._pass()  # what ran here has left nothing of the text in the cache
        begun = time.thread_time()
        self._pass()
        speed = len(self._text) / (time.thread_time() - begun)
        self._looks.append(Look(time.perf_counter(), speed, weight))

    def _pass(self) -> None:
        re.findall(r"\w+", self._text)

    def speed(self, begun: float = 0.0, ended: float = float("inf")) -> float:
        """Characters that a word pass went through in a second of CPU, on average, between two
        moments of time.perf_counter, which is one for all processes; where no look fell between
        them, in the whole time.

        An average of speeds and not of times: what is done is the sum of speed over time.
        """
        looks = [look for look in self._looks if begun <= look.at <= ended] or self._looks
        return sum(look.speed * look.weight for look in looks) / sum(look.weight for look in looks)


def _worked() -> dict[int, float]:
    """Ticks that each processor has worked so far; one processor always, where none is told."""
    with suppress(OSError):
        told = re.findall(
            r"^cpu(\d+) (\d+) (\d+) (\d+)", Path("/proc/stat").read_text(encoding="utf-8"), re.M
        )
        return {int(n): sum(map(int, ticks)) for n, *ticks in told}
    return {0: time.perf_counter()}
