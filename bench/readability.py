"""Readability against textstat: eight measures of the same texts in the same run."""

import time
from pathlib import Path

import pandas as pd
import textstat

from tellings.compare import readability as across
from tellings.find import readability
from tellings.parallel import each
from tellings.read.sentences import of

COPIES = 40  # of each seed, each with one word changed so that no cache answers for a whole text
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


def bench() -> None:
    """Print how many times faster the suite's counts and formulas are than textstat's."""
    seeds = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    texts = {
        f"{path.stem[:3]}-{copy}": f"{path.read_text(encoding='utf-8')}\nCopy {copy} ends."
        for path in seeds
        for copy in range(COPIES)
    }
    sentences = pd.DataFrame(
        [dict(s._asdict(), article_id=i) for i, text in texts.items() for s in of(text)]
    )
    articles = pd.DataFrame({"article_id": list(texts)})
    textstat.difficult_words("The dictionary is read once by whoever asks first.")
    start = time.perf_counter()
    across.scores(each(sentences, readability.find, readability.SentenceCount), articles)
    ours = time.perf_counter() - start
    start = time.perf_counter()
    for text in texts.values():
        for measure in THEIRS:
            measure(text)
    theirs = time.perf_counter() - start
    print(
        f"readability: {theirs / ours:.1f} x textstat ({len(texts)} texts, {len(THEIRS)} measures)"
    )


if __name__ == "__main__":
    bench()
