"""Readability against textstat: eight measures of the same texts in the same run."""

import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import textstat

from tellings.compare import readability as across
from tellings.find.readability import SentenceCount, find
from tellings.parallel import each
from tellings.read.sentences import of

COPIES = 60  # of each seed, each with a line of its own, so that no cache answers for a whole text
ROUNDS = 3  # the quickest of them counts: dictionaries are read, the machine is quiet
THEIRS = (
    textstat.flesch_reading_ease,
    textstat.flesch_kincaid_grade,
    textstat.gunning_fog,
    textstat.smog_index,
    textstat.automated_readability_index,
    textstat.coleman_liau_index,
    textstat.dale_chall_readability_score,
    textstat.lix,
)


def _counts(text: str) -> list[SentenceCount]:
    """The counts of a text, from its characters on: textstat starts there too."""
    return list(find(of(text)))


def bench() -> None:
    """Print how many times faster the suite's counts and formulas are than textstat's."""
    seeds = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    texts = {
        f"{path.stem[:3]}-{copy}": f"{path.read_text(encoding='utf-8')}\nCopy {copy} ends."
        for path in seeds
        for copy in range(COPIES)
    }
    articles = pd.DataFrame({"article_id": list(texts)})
    ours = min(_seconds(lambda: _ours(texts, articles)) for _ in range(ROUNDS))
    theirs = min(_seconds(lambda: _theirs(texts)) for _ in range(ROUNDS))
    print(
        f"readability: {theirs / ours:.1f} x textstat ({len(texts)} texts, {len(THEIRS)} measures)"
    )


def _ours(texts: dict[str, str], articles: pd.DataFrame) -> None:
    across.scores(each(pd.Series(texts), _counts, SentenceCount), articles)


def _theirs(texts: dict[str, str]) -> None:
    for text in texts.values():
        for measure in THEIRS:
            measure(text)


def _seconds(work: Callable) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    bench()
