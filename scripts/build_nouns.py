# /// script
# requires-python = ">=3.11"
# dependencies = ["wordfreq==3.1.1"]
# ///
"""Rebuild the noun hierarchy that is cut from WordNet 3.0, lib/tellings/lexicons/noun_senses.csv.

    uv run scripts/build_nouns.py FOLDER

FOLDER holds WordNet's data.noun and index.noun (/usr/share/wordnet of Debian's wordnet-base). Kept
are the first SENSES senses of nouns of one word that are frequent enough (wordfreq's Zipf scale),
and all that stands above them. Both are needed here only, never at run time.

Each row is one of WordNet's subject files with its senses, parted by ";": the sense's number, those
of the senses right above it, and its words, each with the rank of the sense among the word's own.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import zipf_frequency

LIST = Path(__file__).resolve().parents[1] / "lib/tellings/lexicons/noun_senses.csv"
SENSES = 3
LEAST = 3.5  # Zipf: three in a million words
LEFT_OUT = {
    5: "animal",
    8: "body",
    13: "food",
    20: "plant",
    23: "quantity",
    25: "shape",
    27: "substance",
}
SUBJECTS = (
    "act animal artifact attribute body cognition communication event feeling food group location "
    "motive object person phenomenon plant possession process quantity relation shape state "
    "substance time"
).split()
SOURCE = "WordNet 3.0"


def main(folder: Path) -> None:
    ranks = senses(folder / "index.noun")
    subject, above = synsets(folder / "data.noun")
    words = defaultdict(list)
    for word, known in ranks.items():
        for rank, synset in enumerate(known):
            if subject[synset] not in LEFT_OUT:
                words[synset].append(f"{word}.{rank}")
    kept = set(words)
    waiting = list(kept)
    while waiting:
        for higher in above[waiting.pop()]:
            if higher not in kept:
                kept.add(higher)
                waiting.append(higher)
    number = {synset: n for n, synset in enumerate(sorted(kept))}
    packed = defaultdict(list)
    for synset in sorted(kept):
        up = ",".join(str(number[a]) for a in above[synset])
        packed[subject[synset]].append(" ".join([f"{number[synset]}<{up}", *sorted(words[synset])]))
    with LIST.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["subject", "senses", "source"])
        for code in sorted(packed):
            name = SUBJECTS[code - 4] if code > 3 else "top"
            rows.writerow([name, ";".join(packed[code]), SOURCE])
    print(f"{LIST.name}: {len(kept)} senses, {LIST.stat().st_size / 1000:.0f} kB")


def senses(path: Path) -> dict[str, list[str]]:
    """The first senses of each noun that is frequent enough, by their place in data.noun."""
    found = {}
    for line in path.open(encoding="ascii"):
        word, *fields = line.split()
        if line[0] == " " or not word.isalpha() or zipf_frequency(word, "en") < LEAST:
            continue
        found[word] = fields[-int(fields[1]) :][:SENSES]
    return found


def synsets(path: Path) -> tuple[dict[str, int], dict[str, list[str]]]:
    """The subject file of each sense, and the senses right above it."""
    subject, above = {}, {}
    for line in path.open(encoding="ascii"):
        if line[0] == " ":
            continue
        place, code, _, words, *fields = line.partition("|")[0].split()
        pointers = fields[2 * int(words, 16) + 1 :]
        subject[place] = int(code)
        above[place] = [
            pointers[i + 1] for i in range(0, len(pointers), 4) if pointers[i] in ("@", "@i")
        ]
    return subject, above


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("which folder? Give the path of data.noun and index.noun (Debian: wordnet-base)")
    main(Path(sys.argv[1]))
