"""What is particular to an article: its sentences in, its words, names and numbers out.

Two articles of one beat share the beat's words. Two tellings of one event share what only this
event has: the names of who took part, its numbers, its day, the words that somebody said there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import chain, islice
from typing import NamedTuple

from tellings.lexicons import listed, rows
from tellings.text.characters import plain
from tellings.text.patterns import Pattern

# A word keeps its inner marks, a number its commas: "U.S", "33,900", "mid-May".
_WORD = Pattern(r"[^\W_]++(?:['.,-][^\W_]++)*+")
# Such words between single spaces that begin with no small letter (of a to z) and no figure.
_CAPITALS = r"[^\W_a-z\d][^\W_]*+(?:['.,-][^\W_]++)*+"
_RUN = Pattern(rf"(?<![^\W_])(?<![^\W_]['.,-]){_CAPITALS}(?: {_CAPITALS})*+")
_QUOTED = re.compile(r'"([^"]{12,600})"')
# A word is the first of its sentence, or of words in marks or behind a colon: its capital proves
# nothing.
_OPENS = frozenset("\n\".?!:;('-")
_FIGURES = re.compile(r"\d+(?:\.\d+)?(?!st|nd|rd|th)[a-z]{0,2}")
_LEAD_SENTENCES = 2
# Words in a row, in quotation marks of both, that no two speakers say alike by chance.
RUN = 6
_HEADLINE_COUNTS = 2
_KEPT = 5_000  # words of which is kept what they are: nineteen of twenty that come are among them


class Particulars(NamedTuple):
    """One article.

    words    every word in small letters, with its count; those of the headline count double
    names    the last word of each name ("Amsel" of "District Attorney Ruth Amsel"), in small
             letters, with its count; forms: the longest form of each, as written
    lead     the names that headline, dek and first sentences hold
    numbers  numbers of two figures or more, but for years, without their commas
    quoted   the runs of RUN words that stand in quotation marks, each as its hash
    """

    words: Counter
    names: Counter
    forms: dict[str, str]
    lead: frozenset[str]
    numbers: frozenset[str]
    quoted: frozenset[int]


def of(headline: str, sentences: Sequence) -> Particulars:
    """The Particulars of one article; its sentences are rows with zone and text."""
    told = list(_told(sentences))
    text = "\n".join(told)
    tokens = _WORD.findall(text)
    words = Counter(map(low, tokens))
    words.update([low(w) for w in _WORD.findall(plain(headline))] * _HEADLINE_COUNTS)
    names, forms = _names(text, Counter(tokens))
    return Particulars(
        words,
        names,
        forms,
        frozenset(names.keys() & opening(headline, sentences)),
        frozenset(n for w in words if w[0].isdigit() and (n := _number(w))),
        frozenset(run for text in told if '"' in text for run in _runs(text)),
    )


def opening(headline: str, sentences: Sequence) -> frozenset[str]:
    """The words of an article's headline, dek and first sentences, in small letters."""
    deks = sum(s.zone == "dek" for s in sentences)
    first = [plain(headline), *islice(_told(sentences), deks + _LEAD_SENTENCES)]
    return frozenset(map(low, chain(*map(_WORD.findall, first))))


def named(words: Set[str], texts: Iterable[str]) -> Set[str]:
    """Which of the words, in small letters, are written as names.

    texts  those of an article, with plain marks, that hold any of the words
    """
    told = list(texts)
    written = Counter(_WORD.findall("\n".join(told)))
    likely = words & {low(word) for word in written if word[0].isupper()}
    near = (text for text in told if any(map(text.lower().__contains__, likely)))
    names, _ = _names("\n".join(near), written)
    return likely & names.keys()


def _told(sentences: Sequence) -> Iterator[str]:
    """The texts of the sentences but for the headline, which an article bears beside them."""
    return (plain(s.text) for s in sentences if s.zone != "headline")


@lru_cache(maxsize=_KEPT)
def low(word: str) -> str:
    """A word in small letters, without the 's of a possessive.

    >>> low("Brandt's")
    'brandt'
    """
    return word.lower().removesuffix("'s")


def _number(word: str) -> str:
    """A number of two figures or more that is no year, without its commas; "" for other words.

    >>> _number("33,900"), _number("1.2bn"), _number("2016"), _number("23rd"), _number("10-year")
    ('33900', '1.2bn', '', '', '')
    """
    figures = word.replace(",", "")
    if not _FIGURES.fullmatch(figures) or re.fullmatch(r"\d|(?:19|20)\d\d", figures):
        return ""
    return figures


def _runs(text: str) -> Iterator[int]:
    """The runs of RUN words in quotation marks, each as its hash: as words those of three
    thousand articles take 17 MB more."""
    for quoted in _QUOTED.findall(text):
        words = [low(w) for w in _WORD.findall(quoted)]
        yield from (hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1))


# --- names ----------------------------------------------------------------------------------------


def _names(text: str, written: Counter) -> tuple[Counter, dict[str, str]]:
    """Names by their last word, with counts and longest forms.

    written  words with their counts: what is written small as often is no name
    """
    found: Counter = Counter()
    forms: dict[str, str] = {}
    openers = []
    for run, opens in _capitals(text):
        key = low(run[-1])
        if opens and len(run) == 1:
            openers.append(key)
            continue
        found[key] += 1
        form = " ".join(run).removesuffix("'s")
        if len(form) > len(forms.get(key, "")):
            forms[key] = form
    found.update(key for key in openers if key in found)
    return Counter({k: n for k, n in found.items() if n > written[k]}), forms


def _capitals(text: str) -> Iterator[tuple[list[str], bool]]:
    """Runs of words with capitals, and whether a run's first word opens a sentence."""
    for match in _RUN.of(text).finditer(text):
        run: list[str] = []
        words = match[0].split(" ")
        opens = _capital(words[0]) and _first(text, match.start())
        for word in words:
            capital = _capital(word)
            if capital:
                run.append(word)
            if run and (not capital or word.endswith("'s")):
                yield run, opens
                run = []
            opens = opens and bool(run)  # a word before it opens the sentence
        if run:
            yield run, opens


@lru_cache(maxsize=_KEPT)
def _capital(word: str) -> bool:
    """Whether a word may be part of a name: a capital, and neither grammar nor calendar."""
    key = low(word)
    return word[0].isupper() and len(key) > 1 and key not in _no_names()


def _first(text: str, at: int) -> bool:
    """Whether a word opens its sentence."""
    while at and text[at - 1] == " ":
        at -= 1
    return not at or text[at - 1] in _OPENS


@cache
def _no_names() -> frozenset[str]:
    """Words that are no name though a capital stands before them."""
    kinds = ("month", "weekday", "short weekday", "clock")
    return listed("function_words").union(*(listed("calendar", kind=k) for k in kinds))


@cache
def setting() -> frozenset[str]:
    """Names that every article of a beat may hold: places, peoples, bodies known to all.

    They are where an event plays, not what is particular to it.
    """
    listed_names = (
        *(r["name"] for r in rows("places")),
        *(r["word"] for r in rows("demonyms")),
        *(r[column] for r in rows("known_names") for column in ("name", "entity")),
    )
    return frozenset(name.lower().removeprefix("the ") for name in listed_names)


def in_setting(key: str, form: str) -> bool:
    """Whether a name, by its last word and longest form, is of the setting; a plain word with a
    capital ("Union", "Leave") counts with it."""
    return key in setting() or form.lower() in setting() or (form.lower() == key and is_plain(key))


@cache
def _plain_words() -> frozenset[str]:
    """Lower-case English words, but for their regular inflections."""
    return frozenset(w for r in rows("common_words") for w in r["words"].split())


def is_plain(word: str) -> bool:
    """Whether a word is an English word that is written small."""
    return word in _plain_words()
