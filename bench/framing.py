"""How fast framing words are found, and that the time grows with the text."""

import time
from pathlib import Path

from tellings.find import framing, quotes
from tellings.read.sentences import of

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def seconds(text: str) -> float:
    """The best of three runs over the text's sentences, its quotes at hand."""
    sentences, best = of(text), float("inf")
    said = list(quotes.find(sentences))
    for _ in range(3):
        start = time.process_time()
        list(framing.find(sentences, said))
        best = min(best, time.process_time() - start)
    return best


def bench() -> None:
    """Print words a second on the seeds, and what twice the text costs."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))) * 8
    once, twice = seconds(text), seconds(text * 2)
    print(
        f"framing: {len(text.split()) / once:,.0f} words/s; twice the text {twice / once:.2f} times"
    )


if __name__ == "__main__":
    bench()
