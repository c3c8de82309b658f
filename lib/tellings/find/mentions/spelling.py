"""How one article writes its words: words in, which of them have capitals where out."""

from collections import Counter
from typing import NamedTuple

from tellings.find.mentions.looks import Look
from tellings.find.mentions.words import Words


class Spelling(NamedTuple):
    """What an article's own spelling tells of its words.

    lower, middle  in lower case; with a capital in mid-sentence, and pairs of such words
    free           with a capital and nothing of theirs behind them: "Marta", not "Marta's"
    people         in lower case, behind a first name: the Lind of Marta Lind
    single         of those in the middle, with no other capital beside them
    plain          with a capital in a sentence, wherever, as long as it is no headline
    alone          of those in the middle, not joined to another by a hyphen
    bracketed      by themselves in brackets, as acronyms are behind what they stand for
    acronyms       in capitals twice or more, each time between words that are not: DAB's Lee
    months         behind a first name, as surnames are: Theresa May
    """

    lower: frozenset[str]
    middle: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    alone: frozenset[str]
    bracketed: frozenset[str]
    months: frozenset[str]
    acronyms: frozenset[str]
    single: frozenset[str]
    plain: frozenset[str]
    free: frozenset[str]
    people: frozenset[str]


def spelling(words: Words) -> Spelling:
    """What the article's own spelling tells of its words."""
    pairs: set[tuple[str, str]] = set()
    middle, alone, bracketed, months, single = set(), set(), set(), set(), set()
    looks = {word.text: word.look for word in words}
    capitals = [place for place in words.noted if words[place].look.capital]
    for place in capitals:
        word = words[place]
        if word.opens or word.style:
            continue
        before, after = words[place - 1], words[place + 1].text
        middle.add(word.text)
        if not before.look.capital and not words[place + 1].look.capital:
            single.add(word.text)
        if word.spaced and before.look.capital and not before.opens:
            pairs.add((before.text, word.text))
        if before.text != "-" != after:
            alone.add(word.text)
        if before.text == "(" and after == ")":
            bracketed.add(word.text)
        if word.look.calendar and before.look.first and word.spaced:
            months.add(word.text)
    lower = {look.low for look in looks.values() if not look.capital}
    return Spelling(
        frozenset(lower),
        frozenset(middle),
        frozenset(pairs),
        frozenset(alone),
        frozenset(bracketed),
        frozenset(months),
        frozenset(_acronyms(words, capitals)),
        frozenset(single),
        frozenset(words[k].text for k in capitals if not words[k].style),
        frozenset(words[k].text for k in capitals if words[k + 1].text != "'s"),
        frozenset(
            words[k].look.low for k in capitals if words[k].spaced and _first(words[k - 1].look)
        ),
    )


def _first(look: Look) -> bool:
    """Whether a word is a first name and nothing else."""
    return look.first and not look.common


def _acronyms(words: Words, capitals: list[int]) -> set[str]:
    """Words that stand in capitals twice or more, with no such word beside them: not shouted."""
    loud = {k for k in capitals if words[k].look.upper and words[k].text == words[k].look.key}
    alone = [words[k] for k in loud if k - 1 not in loud and k + 1 not in loud]
    times = Counter(word.text for word in alone if not (word.style or word.look.stop))
    return {text for text, count in times.items() if count > 1}
