"""Noun phrases that several openings share: what tellings say in, "joint visit" out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import log

from tellings.compare.events import rarity
from tellings.compare.events.particulars import low
from tellings.lexicons import listed, rows
from tellings.text.characters import plain
from tellings.text.inflection import inflected, singular
from tellings.text.patterns import Pattern

HEADLINE = 1.0  # what a headline adds to a word that stands in a telling's opening
WORD = Pattern(r"[^\W_]++(?:['.-][^\W_]++)*+")
_RUN = Pattern(rf"{WORD.pattern}(?: {WORD.pattern})*+")
_KEPT = 1024  # sentences, those of an event or two: each is asked for several words
_MODIFIERS = 2
_OPENING = 2  # sentences of a body that open it


class Telling:
    """What one telling says in its opening, and the words round a word in all of its body.

    heads   the words of headline and dek in small letters; opening: those of the first sentences
    texts   the sentences of the body, with plain marks; lower: the same in small letters
    """

    def __init__(self, headline: str, sentences: Sequence):
        """sentences: rows with zone and text."""
        self.texts = [plain(s.text) for s in sentences if s.zone == "body"]
        self.lower = [text.lower() for text in self.texts]
        self.heads = frozenset(words([headline, *(s.text for s in sentences if s.zone != "body")]))
        self.opening = frozenset(words(self.texts[:_OPENING]))
        deks = [plain(s.text) for s in sentences if s.zone == "dek"]
        self._told = [*zip(deks, map(str.lower, deks), strict=True)]
        self._told += zip(self.texts, self.lower, strict=True)

    def holding(self, words: Iterable[str]) -> Iterator[str]:
        """The sentences of dek and body, with plain marks, that hold any of the words."""
        return (text for text, low in self._told if any(map(low.__contains__, words)))

    def runs(self, word: str) -> Iterator[list[str]]:
        """The runs of words that hold a word, which is one as the body writes it."""
        near = (run for text in self.texts if word in text for run in runs(text, word))
        return (run for run in near if word in run)


def words(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts in small letters, without the 's of a possessive."""
    return (low(word) for text in texts for word in WORD.findall(plain(text)))


def runs(text: str, near: str = "") -> Iterator[list[str]]:
    """The words of a text, a run for each stretch between marks; those that hold `near`, in small
    letters, however it is written there.

    >>> list(runs("On Friday, the mayor of Port Vael left."))
    [['On', 'Friday'], ['the', 'mayor', 'of', 'Port', 'Vael', 'left']]
    """
    return (run.split(" ") for run in _cut(text) if near in run.lower())


@lru_cache(maxsize=_KEPT)
def _cut(text: str) -> list[str]:
    return _RUN.findall(text)


def phrases(tellings: Sequence[Telling]) -> Iterator[str]:
    """Noun phrases that name what happened, the best first; their nouns stand in a headline."""
    count: Counter = Counter()
    held: Counter = Counter()
    for telling in tellings:
        headed = set(map(singular, telling.heads))
        said = headed.union(map(singular, telling.opening))
        held.update(said)
        count.update({noun: 1 + HEADLINE * (noun in headed) for noun in said})
    titles = {singular(w) for telling in tellings for w in telling.heads} or count.keys()
    score = {
        noun: count[noun] ** 2 * log(1 / rarity.chance(noun))
        for noun in (count.keys() & titles) - _no_events()
        if 2 * held[noun] > len(tellings)
    }
    nouns = _Nouns(tellings)
    for noun in sorted(score, key=lambda noun: (-score[noun], noun)):
        forms = {word for word in inflected(noun) if word in nouns}
        if forms:
            yield _widest(forms, nouns, tellings)


@cache
def _no_events() -> frozenset[str]:
    """Nouns that do not say what happened: who speaks or holds an office, and words over which
    outlets differ (the contested ones), for a name must not take a side."""
    who = [listed("source_nouns", kind=kind) for kind in ("unnamed", "institution")]
    sides = listed("contested_words")
    titles = (r["title"].lower().split() for r in rows("titles"))
    held = (word for title in titles for word in (title if "of" in title else title[-1:]))
    return frozenset().union(*who, map(singular, [*sides, *held, *listed("reporting_nouns")]))


class _Nouns:
    """The words in small letters that close a noun phrase more often than they stand in one.

    A phrase opens with a determiner, a possessive or a preposition and has at most one word before
    the noun, and somewhere none: "a destructive" is no phrase. Behind it the run ends, or grammar
    follows.
    """

    def __init__(self, tellings: Sequence[Telling]):
        """tellings: those of one event."""
        self._tellings = tellings
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        """Whether the tellings use a word so."""
        if word not in self._known:
            self._known[word] = _may_name(word) and self._closes(word)
        return self._known[word]

    def _closes(self, word: str) -> bool:
        closing, inside, alone = 0, 0, False
        for run in (run for telling in self._tellings for run in telling.runs(word)):
            for at in (at for at, said in enumerate(run) if said == word):
                behind = run[at + 1].lower() if at + 1 < len(run) else ""
                before = run[at - 1].lower() if at else ""
                if (behind and behind not in listed("function_words")) or before in _no_nouns():
                    inside += 1
                elif any(map(_opens, run[max(at - 2, 0) : at])):
                    closing += 1
                    alone = alone or _opens(before)
        return closing > inside and alone


@cache
def _no_nouns() -> frozenset[str]:
    """Words behind which a bare noun is rare: "to demand", "is destructive"."""
    return listed("function_words", kind="auxiliary") | {"to"}


def _may_name(word: str) -> bool:
    """Whether a word may be a noun that says something; "minutes" says only how long."""
    kept = word[0].islower() and len(word) > 2 and word not in listed("function_words")
    return kept and word not in _lengths() and not word.endswith(("ed", "ly", "'s"))


@cache
def _lengths() -> frozenset[str]:
    return listed("units", "words", kind="duration")


def _opens(word: str) -> bool:
    """Whether a word opens a noun phrase."""
    if word.endswith("'s"):
        return low(word) not in listed("function_words")  # "it's" is no possessive
    return word.lower() in listed("function_words", kind="determiner") | _before_phrases()


def _widest(forms: set[str], nouns: _Nouns, tellings: Sequence[Telling]) -> str:
    """The noun as it is mostly written, with the words before it that most tellings write."""
    written: Counter = Counter()
    for telling in tellings:
        runs = (run for form in forms for run in telling.runs(form))
        written.update({phrase for run in runs for phrase in _before(run, forms, nouns)})
    shared = [p for p, n in written.items() if " " in p and 2 * n > len(tellings)]
    alone = [p for p in written if " " not in p]
    return max(shared or alone, key=lambda p: (written[p], len(p), p))


def _before(run: list[str], forms: set[str], nouns: _Nouns) -> Iterator[str]:
    """The phrases of a run that end in one of the forms: "memos", "Comey memos".

    What stands before the noun is a noun or a name; an adjective may be one outlet's view.
    """
    for at, word in enumerate(run):
        if word not in forms:
            continue
        yield word
        opened = any(map(_opens, run[max(at - 4, 0) : at]))
        for first in range(at - 1, max(at - 1 - _MODIFIERS, -1), -1):
            name = run[first].removesuffix("'s")
            if not (name in nouns or name[0].isupper()) or low(name) in _no_modifiers():
                break
            if opened:
                yield " ".join([name, *run[first + 1 : at + 1]])
            if name != run[first]:
                break


@cache
def _no_modifiers() -> frozenset[str]:
    """Words that may have a capital and do not say what kind of thing a noun is."""
    return listed("function_words") | peoples() | titles() | listed("calendar")


@cache
def _before_phrases() -> frozenset[str]:
    """Prepositions; "to" may stand before a verb."""
    return listed("function_words", kind="preposition") - {"to"}


@cache
def titles() -> frozenset[str]:
    """Words that stand before a name and are none of it: "President", "Mr", "Sen"."""
    given = (r["title"].lower().split() for r in rows("titles"))
    words = {title[-1] for title in given if not {"of", "for"} & set(title)}
    short = {w.lower().rstrip(".") for w in listed("abbreviations", kind="title")}
    return frozenset(words | short | listed("function_words"))


@cache
def peoples() -> frozenset[str]:
    """Words for peoples in small letters: "israeli"."""
    return frozenset(word.lower() for word in listed("demonyms"))
