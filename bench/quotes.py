"""How fast quotes are found, and that the time grows with the text: words a second, one ratio."""

import time
from pathlib import Path

from tellings.find import quotes
from tellings.read.sentences import of

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def seconds(text: str) -> float:
    """The best of three runs over the text's sentences."""
    sentences, best = of(text), float("inf")
    for _ in range(3):
        start = time.process_time()
        list(quotes.find(sentences))
        best = min(best, time.process_time() - start)
    return best


def bench() -> None:
    """Print words a second on the seeds, and what a paragraph twice as long costs."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))) * 8
    print(f"quotes: {len(text.split()) / seconds(text):,.0f} words/s")
    line = " ".join(text.split())[:80_000]
    once, twice = seconds(line), seconds(line * 2)
    print(f"quotes: a paragraph of 160 kB {twice:.2f} s, {twice / once:.2f} times one of 80 kB")


if __name__ == "__main__":
    bench()
