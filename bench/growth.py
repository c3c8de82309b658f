"""How the stages of the notebooks, and the memory that they take, grow with the corpus."""

import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple

from bench import corpus
from bench.pace import Pace
from bench.stages import ROOT

TIMED = 1.0  # seconds below which a stage is too short for an exponent


class Ground(NamedTuple):
    """What growth is measured on.

    sizes  how many articles
    words  at which an article is cut; 0: it is whole
    times  that each corpus is gone through, in rounds of which each has runs of all sizes: of a
           stage the middle one of them counts
    """

    sizes: Sequence[int]
    words: int
    times: Sequence[int] = (1, 1, 1)


USUAL = Ground((300, 1_000, 3_000), 90)
# What a short stage takes of the least corpus, a hundredth of a second, weighs as much in its
# exponent as what it takes of the largest. Of eighty stages one or two come out up to two fifths
# dearer in a single run over that, and others in the next. Seven runs of the least in a row are
# over in two minutes: of half the stages their middle was a tenth dearer one day than the next.
LARGE = Ground((1_000, 10_000, 100_000), 0, (21, 3, 3))


class Stage(NamedTuple):
    """A stage at each size.

    seconds   of CPU
    passes    of the largest corpus: word passes over it that would have taken the same
    exponent  the slope of the logarithms of its work, fitted to all sizes; 0 where it is short
    latest    the same of the last two sizes: what comes with size shows there first, and so does
              the chance of a single run
    """

    name: str
    seconds: list[float]
    passes: float
    exponent: float
    latest: float


@cache
def _grown(ground: Ground) -> tuple[dict, ...]:
    """What _staged says of each size, one run after another: two side by side take half as long
    again, and the last would be alone. Of what they write nothing is kept.

    A machine that others share is slow for minutes, and no size is to have them all: each round has
    its share of the runs of every size.
    """
    runs: list[list[dict]] = [[] for _ in ground.sizes]
    rounds = min(ground.times)
    for turn in range(rounds):
        for own, size, times in zip(runs, ground.sizes, ground.times, strict=True):
            own += [_staged(size, ground.words) for _ in range(turn, times, rounds)]
    return tuple(map(_middle, runs))


def _middle(runs: list[dict]) -> dict:
    """Of several runs over the same corpus each stage as that run has it which is the middle one by
    its work; its memory is the most that any of them held."""
    stages = {}
    for name in runs[0]["stages"]:
        told = [run["stages"][name] for run in runs]
        seconds, _, work = sorted(told, key=itemgetter(2))[len(told) // 2]
        stages[name] = seconds, max(megabytes for _, megabytes, _ in told), work
    return runs[0] | {"stages": stages}


def _staged(size: int, words: int) -> dict:
    """Of a corpus of so many articles its characters, and of each stage the seconds, megabytes and
    the characters that a word pass would have gone through in the same CPU time."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "corpus")
        corpus.write(size, texts, words or corpus.WHOLE)
        run = [sys.executable, "-m", "bench.stages", str(texts), f"{folder}/data"]
        with Pace() as pace:
            done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the notebooks over {size:,} articles: {done.stderr}")
    said = json.loads(done.stdout.splitlines()[-1])
    for name, (seconds, megabytes, *span) in said["stages"].items():
        said["stages"][name] = seconds, megabytes, seconds * pace.speed(*span)
    return said


def stages(ground: Ground) -> list[Stage]:
    """Each stage of the notebooks at each size; those long enough have an exponent."""
    runs, sizes = _grown(ground), ground.sizes
    found = []
    for name in runs[-1]["stages"]:
        told = [run["stages"].get(name, (0.0, 0.0, 0.0)) for run in runs]
        seconds, _, work = map(list, zip(*told, strict=True))
        slopes = (_slope(sizes, work), _slope(sizes[-2:], work[-2:]))
        timed = seconds[-1] >= TIMED
        passes = work[-1] / runs[-1]["characters"]
        found.append(Stage(name, seconds, passes, *(slopes if timed else (0.0, 0.0))))
    return sorted(found, key=lambda s: -s.seconds[-1])


def _slope(sizes: Sequence[int], work: Sequence[float]) -> float:
    """The slope of the logarithms of work over those of sizes, by least squares; 0.0 where no two
    can be compared."""
    told = [(math.log(size), math.log(w)) for size, w in zip(sizes, work, strict=True) if w > 0]
    return linear_regression(*zip(*told, strict=True)).slope if len(told) > 1 else 0.0


def steepest(ground: Ground) -> float:
    """The largest exponent of any stage."""
    return max(stage.exponent for stage in stages(ground))


def memory(ground: Ground) -> dict[str, list[float]]:
    """Megabytes that the process of each notebook held at most, at each size."""
    held: dict[str, list[float]] = {}
    for n, run in enumerate(_grown(ground)):
        for stage, (_, megabytes, _) in run["stages"].items():
            notebook = stage.partition(" ")[0]
            own = held.setdefault(notebook, [0.0] * len(ground.sizes))
            own[n] = max(own[n], megabytes)
    return held


def peak(ground: Ground, size: int) -> float:
    """Megabytes that the largest notebook's process held, over a corpus of a size."""
    return max(held[ground.sizes.index(size)] for held in memory(ground).values())
