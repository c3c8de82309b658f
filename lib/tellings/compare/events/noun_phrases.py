"""Noun phrases that several openings share: what tellings say in, "joint visit" out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from tellings.compare.events import rarity
from tellings.compare.events.particulars import low
from tellings.lexicons import listed, rows
from tellings.text.characters import plain
from tellings.text.inflection import singular

HEADLINE = 1.0  # what a headline adds to a word that stands in a telling's opening
WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_MODIFIERS = 2


class Opening(NamedTuple):
    """What one telling says in its opening, and all of its words.

    names   by their last word in small letters; forms: how the text writes them
    heads   the words of headline and dek in small letters; opening: those of the first sentences
    runs    each sentence's words, a run for each stretch without a mark between them
    """

    names: frozenset[str]
    forms: Counter
    heads: frozenset[str]
    opening: frozenset[str]
    runs: list[list[str]]


def words(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts in small letters, without the 's of a possessive."""
    return (low(word) for text in texts for word in WORD.findall(plain(text)))


def runs(text: str) -> Iterator[list[str]]:
    """The words of a text, a run for each stretch between marks."""
    run: list[str] = []
    end = 0
    for word in WORD.finditer(text):
        if run and text[end : word.start()] != " ":
            yield run
            run = []
        run.append(word.group())
        end = word.end()
    if run:
        yield run


def phrases(tellings: Sequence[Opening]) -> Iterator[str]:
    """Noun phrases that name what happened, the best first; their nouns stand in a headline."""
    forms: dict[str, set[str]] = defaultdict(set)
    nouns = frozenset(_nouns(run for telling in tellings for run in telling.runs))
    for word in nouns:
        forms[singular(word)].add(word)
    count: Counter = Counter()
    held: Counter = Counter()
    for telling in tellings:
        headed = {singular(w) for w in telling.heads}
        said = {singular(w) for w in telling.opening} | headed
        held.update(said & forms.keys())
        count.update({noun: 1 + HEADLINE * (noun in headed) for noun in said & forms.keys()})
    titles = {singular(w) for telling in tellings for w in telling.heads} or count.keys()
    score = {
        noun: count[noun] ** 2 * log(1 / rarity.chance(noun))
        for noun in (count.keys() & titles) - _no_events()
        if 2 * held[noun] > len(tellings)
    }
    for noun in sorted(score, key=lambda noun: (-score[noun], noun)):
        yield _widest(forms[noun], nouns, tellings)


@cache
def _no_events() -> frozenset[str]:
    """Nouns that do not say what happened: who speaks or holds an office, and words over which
    outlets differ (the contested ones), for a name must not take a side."""
    who = [listed("source_nouns", kind=kind) for kind in ("unnamed", "institution")]
    sides = listed("contested_words")
    titles = (r["title"].lower().split() for r in rows("titles"))
    held = (word for title in titles for word in (title if "of" in title else title[-1:]))
    return frozenset().union(*who, map(singular, [*sides, *held, *listed("reporting_nouns")]))


def _nouns(runs: Iterable[list[str]]) -> Iterator[str]:
    """The words in small letters that close a noun phrase more often than they stand in one.

    A phrase opens with a determiner, a possessive or a preposition and has at most one word before
    the noun, and somewhere none: "a destructive" is no phrase. Behind it the run ends, or grammar
    follows.
    """
    closing: Counter = Counter()
    inside: Counter = Counter()
    alone = set()
    for run in runs:
        for at, word in enumerate(run):
            behind = run[at + 1].lower() if at + 1 < len(run) else ""
            before = run[at - 1].lower() if at else ""
            if (behind and behind not in listed("function_words")) or before in _no_noun_behind():
                inside[word] += 1
            elif any(map(_opens, run[max(at - 2, 0) : at])):
                closing[word] += 1
                alone |= {word} if _opens(before) else set()
    return (w for w, n in closing.items() if n > inside[w] and w in alone and _plain_word(w))


@cache
def _no_noun_behind() -> frozenset[str]:
    """Words behind which a bare noun is rare: "to demand", "is destructive"."""
    return listed("function_words", kind="auxiliary") | {"to"}


def _plain_word(word: str) -> bool:
    """Whether a word may be a noun that says something."""
    kept = word[0].islower() and len(word) > 2 and word not in listed("function_words")
    return kept and not word.endswith(("ed", "ly", "'s"))


def _opens(word: str) -> bool:
    """Whether a word opens a noun phrase."""
    if word.endswith("'s"):
        return low(word) not in listed("function_words")  # "it's" is no possessive
    return word.lower() in listed("function_words", kind="determiner") | _before_phrases()


def _widest(forms: set[str], nouns: frozenset[str], tellings: Sequence[Opening]) -> str:
    """The noun as it is mostly written, with the words before it that most tellings write."""
    written: Counter = Counter()
    for telling in tellings:
        written.update({p for run in telling.runs for p in _before(run, forms, nouns)})
    shared = [p for p, n in written.items() if " " in p and 2 * n > len(tellings)]
    alone = [p for p in written if " " not in p]
    return max(shared or alone, key=lambda p: (written[p], len(p), p))


def _before(run: list[str], forms: set[str], nouns: frozenset[str]) -> Iterator[str]:
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
