"""Claims against quantulum3, where it is installed: the same sentences in the same run."""

import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from tellings.find import claims
from tellings.read.sentences import Sentence, of

ROUNDS = 5  # the quickest of them counts


def bench() -> None:
    """Print sentences per second, quantulum3 beside them, and the time for a hostile text."""
    seeds = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    said = [s for path in seeds for s in of(path.read_text(encoding="utf-8"))]
    ours = _quickest(lambda: [list(claims.find([s])) for s in said])
    print(f"claims       {len(said) / ours:,.0f} sentences per second")
    if find_spec("quantulum3"):
        theirs = _quickest(lambda: [_theirs(s.text) for s in said])
        print(
            f"claims       {theirs / ours:.1f} times as fast as quantulum3 without its classifier"
        )
    hostile = ("more than 1,234, less than 5, about " * 6000)[:200_000]
    whole = [Sentence("body", 1, 1, 0, len(hostile), hostile)]
    print(f"claims       {_quickest(lambda: list(claims.find(whole))):.2f} s for 200 KB of numbers")


def _theirs(text: str) -> list:
    """What quantulum3 finds in a sentence; its classifier needs an older scikit-learn."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    return parser.parse(text)


def _quickest(call: Callable) -> float:
    """Seconds of the quickest of ROUNDS calls."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    bench()
