"""Whether time grows with the text: one endless sentence of each pattern, four times as long."""

import time

from tellings.find import claims, framing, mentions, quotes, readability
from tellings.read import dates, lines, oddities, sentences

SHORT, LONG = 1_500, 6_000
PATTERNS = (
    *("he said ", "“yes”, he said, ", "said that “x” ", "Mr. A. B. said 5 ", "was killed by "),
    *("John Smith and ", "1,000 people, ", "between 5 and ", "the war in ", "may be ", "May 5, "),
    *('"', "( ", "; ", "a-", "U.S. ", "İ ", "Ann's ", "$5 ", "President "),
)


def bench() -> None:
    """Print how many times as long the worst step takes for each pattern; 4 is as it should be."""
    for pattern in PATTERNS:
        short, long = steps(pattern * SHORT), steps(pattern * LONG)
        worst = max(long, key=lambda step: long[step] / max(short[step], 0.01))
        times = long[worst] / max(short[worst], 0.01)
        print(f"growth       {times:4.1f} times, {long[worst]:.2f} s: {worst} of {pattern!r}")


def steps(text: str) -> dict[str, float]:
    """Seconds of each step over a text."""
    found, given = lines.classify(text), sentences.of(text)
    said = list(quotes.find(given))
    calls = {
        "lines": lambda: lines.classify(text),
        "sentences": lambda: sentences.of(text),
        "quotes": lambda: quotes.find(given),
        "mentions": lambda: mentions.find(given),
        "claims": lambda: claims.find(given, said),
        "framing": lambda: framing.find(given, said),
        "readability": lambda: readability.find(given, said),
        "dates": lambda: dates.resolve(given, None),
        "oddities": lambda: oddities.find(found),
    }
    taken = {}
    for name, call in calls.items():
        begun = time.process_time()
        list(call())
        taken[name] = time.process_time() - begun
    return taken


if __name__ == "__main__":
    bench()
