"""Naming sets: a topic's names and places in, those that a sentence names it by out."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tellings.lexicons import listed, rows
from tellings.text.characters import plain
from tellings.text.matcher import Matcher
from tellings.text.tokens import Whole

_BESIDE = 4  # words after a name in which its place must stand: "attack on the city of Rafah"
_COMPLEMENT = 8  # words that a name's complement may take: "operation in specific parts of Rafah"
_ELSEWHERE = re.compile(r"\s(?:of|in|into|on|against|at)\s(?:[a-z'-]+\s){0,3}([A-Z]\w+)")


class NamingSet:
    """A naming set: the names of one topic, and the places that it is about."""

    def __init__(self, topic: str, entries: dict[str, tuple[str, str]]):
        """entries: the kind and term of each form, as in lexicons/naming.csv."""
        self.topic = topic
        places = [form for form, (kind, _) in entries.items() if kind == "place"]
        proper = [form for form in places if form[0].isupper()]
        self._names = Matcher((f, e) for f, e in entries.items() if e[0] != "place")
        self._places = Matcher((form, form) for form in places)
        self._proper = Matcher((form, form) for form in proper) if proper else None

    def is_told_in(self, given: Sequence[Whole]) -> bool:
        """Whether an article of these words names one of the topic's places, if it has any."""
        proper = self._proper
        return proper is None or any(proper.among(words.low) for words in given)

    def first_words(self) -> frozenset[str]:
        """The words with which a name of the topic may begin."""
        return self._names.first_words

    def names(self, text: str, words: Whole, at: Iterable[int]) -> list[tuple]:
        """The names of the topic in a sentence, each as (start, end, "naming", term, topic, 0).

        at  where names may begin, as text.matcher takes it

        A name of kind "beside place" ("attack", "enter") counts only with the place behind or
        before it; any other does not count where it goes on to name another place ("an invasion
        of Lebanon").
        """
        named = self._names.among(words.low, at)
        if not named:
            return []
        found, places = [], {first for first, _, _ in self._places.among(words.low)}
        for first, beyond, (kind, term) in named:
            start, end = words.start[first], words.until(beyond - 1)
            beside = kind == "beside place"
            reach = _BESIDE if beside else _COMPLEMENT
            counts = not places.isdisjoint(range(beyond, beyond + reach))
            if beside:
                counts = counts or first - 1 in places
            elif not counts:
                counts = self._proper is None or not _elsewhere(text, end)
            if counts:
                found.append((start, end, "naming", term, self.topic, 0))
        return found


def _elsewhere(text: str, end: int) -> bool:
    """Whether the name that ends at `end` goes on to a place: "of Lebanon", not "on Monday"."""
    place = _ELSEWHERE.match(plain(text), end)
    return place is not None and place.group(1).lower() not in listed("calendar")


def sets(naming: Iterable) -> tuple[NamingSet, ...]:
    """The suite's own naming sets with the rows handed in, as find.framing.find takes them."""
    return _sets(tuple((n.topic, n.kind, n.form, n.term) for n in naming))


@lru_cache(maxsize=8)  # as many lists as a session may hold; a run of many articles has one
def _sets(given: tuple[tuple[str, str, str, str], ...]) -> tuple[NamingSet, ...]:
    own = [(r["topic"], r["kind"], r["form"], r["term"]) for r in rows("naming")]
    topics: dict[str, dict[str, tuple[str, str]]] = {}
    for topic, kind, form, term in [*own, *given]:
        entries = topics.setdefault(topic, {})
        entries[form] = (kind, term)
        if not term and kind != "place":
            del entries[form]
    return tuple(NamingSet(topic, entries) for topic, entries in topics.items())
