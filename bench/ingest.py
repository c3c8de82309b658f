"""Ingest of the seeds: roles, metadata and days against one pass that finds the words."""

import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tellings.read import articles, dates, lines, oddities, sentences

ROUNDS = 5  # the quickest of them counts
ANCHOR = date(2024, 4, 18)


def bench() -> None:
    """Print each step's time as a multiple of one word pass, and captures per second."""
    seeds = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in seeds]
    roles = [lines.classify(text) for text in texts]
    split = [sentences.split(own) for own in roles]
    steps = {
        "roles": lambda: [lines.classify(text) for text in texts],
        "metadata": lambda: [articles.describe(own) for own in roles],
        "oddities": lambda: [list(oddities.find(own)) for own in roles],
        "sentences": lambda: [sentences.split(own) for own in roles],
        "days": lambda: [list(dates.resolve(own, ANCHOR)) for own in split],
    }
    words = _quickest(lambda: [re.findall(r"\w+", text) for text in texts])
    took = {name: _quickest(step) for name, step in steps.items()}
    said = ", ".join(f"{name} {seconds / words:.1f}" for name, seconds in took.items())
    print(f"ingest       times a word pass: {said}")
    print(f"ingest       {len(texts) / sum(took.values()):,.0f} captures per second, all steps")


def _quickest(call: Callable) -> float:
    """Seconds of the quickest of ROUNDS calls."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    bench()
