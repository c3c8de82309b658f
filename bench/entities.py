"""Names of the seeds against one word pass, and against spaCy where it is installed."""

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pandas as pd

from tellings import tables
from tellings.compare import entities
from tellings.find import mentions
from tellings.read import lines, sentences

ROUNDS = 7  # the quickest of them counts
TIMES = 20  # the seeds again and again, so that a pass can be timed


def bench() -> None:
    """Print what names cost in word passes, and the time to load, to merge, to read a bad page."""
    seeds = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in seeds] * TIMES
    split = [sentences.split(lines.classify(text)) for text in texts]
    words = _quickest(lambda: [re.findall(r"\w+", s.text) for own in split for s in own])
    ours = _quickest(lambda: [list(mentions.find(own)) for own in split])
    speed = len(texts) / ours
    print(f"entities     {ours / words:.0f} x a word pass; {speed:,.0f} articles per second")
    if find_spec("spacy"):
        story = ["\n".join(s.text for s in own) for own in split[: len(seeds)]]
        theirs = _quickest(lambda: [_twin()(text) for text in story], 3) * TIMES
        print(f"entities     {theirs / ours:.1f} x as fast as a pipeline of spaCy's small size")
    first = "from tellings.find import mentions; from tellings.read.sentences import of"
    load = "import time; t = time.perf_counter(); list(mentions.find(of('Ms. Lee left.')))"
    run = [sys.executable, "-c", f"{first}; {load}; print(time.perf_counter() - t)"]
    seconds = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    print(f"entities     lists loaded in {float(seconds):.2f} s")
    events = [_event(split, n) for n in (50, 100)]
    took = [_quickest(lambda e=e: entities.merge(e)) for e in events]
    print(f"entities     merging twice the mentions takes {took[1] / took[0]:.1f} x as long")
    corpora = [_corpus(split, copies) for copies in (200, 400)]
    took = [_quickest(lambda c=c: _compared(*c), 1) for c in corpora]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"entities     2,000 articles compared in {took[1]:.1f} s, {took[1] / took[0]:.1f} x the")
    print(f"entities     time of 1,000; peak of this process {peak:.0f} MB")
    hostile = sentences.of("Mr. Israel and White House " * 8000)
    seconds = _quickest(lambda: list(mentions.find(hostile)), 1)
    print(f"entities     {seconds:.2f} s for 200 KB of names")


def _event(split: list, count: int) -> pd.DataFrame:
    """The mentions of `count` articles as one event."""
    keys = {"event_id": "e", "outlet": ""}
    parts = [
        tables.frame(mentions.find(own), mentions.Mention).assign(article_id=str(k), **keys)
        for k, own in enumerate(split[:count])
    ]
    return pd.concat(parts, ignore_index=True)


def _corpus(split: list, copies: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Mentions and articles of so many events, each told like the seeds' by its five articles."""
    one = _event(split, 5)
    names = [one.assign(event_id=str(k), article_id=one["article_id"] + f"-{k}")
             for k in range(copies)]  # fmt: skip
    found = pd.concat(names, ignore_index=True)
    articles = found[["event_id", "article_id", "outlet"]].drop_duplicates()
    return found, articles.assign(story_words=400)


def _compared(found: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Names merged, counted, and missed: what notebook 2 makes of its mentions."""
    return entities.left_out(entities.tally(entities.merge(found), articles))


@cache
def _twin():
    """A spaCy pipeline of its small model's size: tokens, vectors and names, untrained."""
    import spacy

    twin = spacy.blank("en")
    namer = twin.add_pipe("ner")
    for kind in mentions.KINDS:
        namer.add_label(kind)
    twin.initialize()
    return twin


def _quickest(call: Callable, rounds: int = ROUNDS) -> float:
    """Seconds of the quickest call."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    bench()
