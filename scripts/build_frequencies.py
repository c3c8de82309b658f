# /// script
# requires-python = ">=3.11"
# dependencies = ["wordfreq==3.1.1"]
# ///
"""Rebuild the list of how frequent English words are, lib/tellings/lexicons/word_frequencies.csv.

    uv run scripts/build_frequencies.py

Frequencies are wordfreq's (Robyn Speer, CC BY-SA 4.0) on the Zipf scale: the logarithm to base ten
of how often a word stands in a thousand million words, to a tenth. The package is needed here only,
never at run time. Words below LEAST are left out: all of them are rare enough.
"""

import csv
from collections import defaultdict
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

LIST = Path(__file__).resolve().parents[1] / "lib/tellings/lexicons/word_frequencies.csv"
LEAST = 4.0  # ten in a million words
SOURCE = "wordfreq 3.1.1"


def main() -> None:
    by = defaultdict(list)
    for word in top_n_list("en", 10_000):
        zipf = zipf_frequency(word, "en")
        if zipf >= LEAST and word.isascii() and word.isalpha() and len(word) > 1:
            by[f"{zipf:.1f}"].append(word)
    with LIST.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["zipf", "words", "source"])
        for zipf in sorted(by, key=float, reverse=True):
            rows.writerow([zipf, " ".join(sorted(by[zipf])), SOURCE])


if __name__ == "__main__":
    main()
