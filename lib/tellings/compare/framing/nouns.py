"""Nouns that name something, and the slots they stand in: a sentence in, Noun rows out."""

from collections.abc import Container, Iterator
from functools import cache, lru_cache

from tellings.lexicons import listed, rows
from tellings.text import hypernyms, tokens
from tellings.text.inflection import bases, is_plural, singular
from tellings.text.memory import once

_BACK = 3  # words that may stand between what opens a phrase and its noun
_AHEAD = 4  # words behind a preposition in which the name must stand: "the plans for southern Tyre"
_SHORTEST = 3  # letters of a noun

Slot = tuple[str, ...]


class Noun:
    """A noun that closes its phrase, and where it stands.

    head      the singular, in lower case; start, end: in the sentence
    definite  whether it is spoken of as known: "the raid", "their raid", "Tyre's raid"
    slots     ("beside", name): a name before it or in what it goes on with; ("behind", verb) and
              ("before", verb): a verb and its preposition; ("with", adjective)

    What it stands beside is worked out when it is asked for: most nouns hang together with none.
    """

    def __init__(self, phrases: "Phrases", at: int):
        """The noun at word `at` of a sentence."""
        self._phrases, self._at = phrases, at
        self.head = phrases.heads[at]
        self.start, self.end = phrases.words.start[at], phrases.words.end[at]

    @once
    def definite(self) -> bool:
        """Whether it is spoken of as known."""
        return self._phrases.is_definite(self._at)

    @once
    def slots(self) -> frozenset[Slot]:
        """The slots that it stands in."""
        return frozenset(self._phrases.slots(self._at))


@lru_cache(maxsize=50_000)
def head_of(word: str) -> str:
    """The noun whose singular or plural a word in lower case is; "" where it is for neither a thing
    nor a role, or never names what is told of.

    >>> head_of("sieges"), head_of("spokesman"), head_of("quickly")
    ('siege', '', '')
    """
    head = singular(word)
    named = len(head) >= _SHORTEST and word not in _no_names() and use(head)
    return head if named else ""


def use(head: str) -> str:
    """Whether a noun is for a "thing" or a "role" (lexicons/noun_subjects.csv); else ""."""
    return _uses_of_subjects().get(hypernyms.subject(head), "")


@cache
def _uses_of_subjects() -> dict[str, str]:
    return {r["subject"]: r["use"] for r in rows("noun_subjects")}


class Phrases:
    """The words of a sentence, and which of them close a noun phrase.

    heads  of each word the noun that it may be: see head_of

    >>> sentence = Phrases("They fear a ground invasion of Tyre and its siege.")
    >>> [noun.head for noun in sentence.nouns({"invasion", "ground", "siege"})]
    ['invasion', 'siege']
    """

    def __init__(self, text: str, headline: bool = False):
        """headline: a title leaves articles out and may write nouns with a capital."""
        self.words = tokens.Whole(text)
        self.headline = headline
        self._text, self._low = text, self.words.low
        self.heads = [head_of(low) for low in self._low]

    def nouns(self, wanted: Container[str]) -> Iterator[Noun]:
        """Those of the wanted nouns that close a noun phrase.

        A phrase opens with a determiner, a possessive, a preposition or a name and has at most two
        other words before its noun; a plural needs nothing before it.
        """
        for at, head in enumerate(self.heads):
            if head and head in wanted and self._is_closed_by(at):
                yield Noun(self, at)

    def _is_closed_by(self, at: int) -> bool:
        """Whether the noun at `at` closes a phrase."""
        if self._capital(at) and not self.headline:
            return False
        return self._closes(at) and self._opened(at)

    def _closes(self, at: int) -> bool:
        """Whether no noun goes on behind: "the assault", not "the assault plans"."""
        if not self._joined(at):
            return True
        behind = self._low[at + 1]
        if behind in listed("function_words") or behind.endswith("ed") or behind in _reporting():
            return True
        return not _is_known(behind) and not self._capital(at + 1)

    def _opened(self, at: int) -> bool:
        """Whether a phrase opens before the word."""
        first = self._first(at)
        before = self._low[first - 1] if first and self._joined(first - 1) else ""
        if first < at and any(self._names(i) for i in range(first, at)):
            return True
        if before == "to" or before in listed("function_words", kind="pronoun"):
            return False
        if before in _openers():
            return True
        bare = is_plural(self._low[at]) or self.headline
        follows = self._low[at + 1] if self._joined(at) else ""
        return bare and follows not in listed("function_words", kind="determiner")

    def is_definite(self, at: int) -> bool:
        """Whether what opens the phrase of the noun at `at` says that it is known."""
        first = self._first(at)
        opener = first - 1 if first and self._joined(first - 1) else first
        known = listed("definite_words")
        return self._low[opener] in known or any(w.endswith("'s") for w in self._low[opener:at])

    def _first(self, at: int) -> int:
        """The first word of the phrase that ends at `at`, what opens it not counted."""
        first = at
        while first and at - first < _BACK and self._joined(first - 1):
            if self._low[first - 1] in listed("function_words"):
                break
            first -= 1
        return first

    def slots(self, at: int) -> Iterator[Slot]:
        """The slots of the noun at `at`."""
        first = self._first(at)
        for i in range(first, at):
            if self._names(i):
                yield "beside", _name(self._low[i])
        if at > first and not self._names(at - 1):
            yield "with", self._low[at - 1]
        yield from self._complement(at)
        yield from self._verbs(first, at)

    def _complement(self, at: int) -> Iterator[Slot]:
        """The name that the noun goes on with: "the invasion of southern Tyre"."""
        if not self._joined(at) or self._low[at + 1] not in _prepositions():
            return
        for i in range(at + 2, min(at + 2 + _AHEAD, len(self._low))):
            if not self._joined(i - 1):
                return
            if self._names(i):
                yield "beside", _name(self._low[i])
                return

    def _verbs(self, first: int, at: int) -> Iterator[Slot]:
        """What is done with the noun, and what it does itself."""
        i = first - 1
        if i > 0 and self._low[i] in listed("function_words", kind="determiner"):
            i -= 1
        between = ""
        if i > 0 and self._low[i] in _prepositions():
            i, between = i - 1, self._low[i]
        content = 0 <= i < first and self._low[i] not in listed("function_words")
        if content and not self._capital(i) and all(map(self._joined, range(i, at))):
            yield "behind", _stem(self._low[i]), between
        then = at + 1
        while self._joined(then - 1) and self._low[then] in _helpers():
            then += 1
        if self._joined(then - 1) and self._low[then] not in listed("function_words"):
            yield "before", _stem(self._low[then])

    def _joined(self, at: int) -> bool:
        """Whether white space alone parts the word at `at` from a next one."""
        if at + 1 >= len(self._low):
            return False
        return self._text[self.words.end[at] : self.words.start[at + 1]].isspace()

    def _capital(self, at: int) -> bool:
        return self._text[self.words.start[at]].isupper()

    def _names(self, at: int) -> bool:
        """Whether the word at `at` is a name, or has the form of one."""
        return self._capital(at) and at > 0 and _name(self._low[at]) not in _no_anchors()


@lru_cache(maxsize=50_000)
def _is_known(word: str) -> bool:
    """Whether a word in lower case may be a noun."""
    return hypernyms.known(singular(word))


def _name(low: str) -> str:
    """A name as an anchor: "Israeli" and "Israel's" stand beside what "Israel" stands beside."""
    bare = low.removesuffix("'s").removesuffix("'")
    return _countries().get(bare, bare)


def _stem(verb: str) -> str:
    """One form for a verb's forms: its shortest possible base."""
    return min([verb, *bases(verb)], key=lambda form: (len(form), form))


@cache
def _countries() -> dict[str, str]:
    return {r["word"].lower(): r["folds_to"].lower() for r in rows("demonyms") if r["folds_to"]}


@cache
def _openers() -> frozenset[str]:
    return listed("function_words", kind="determiner") | _prepositions() - {"to"} | {"'s"}


@cache
def _prepositions() -> frozenset[str]:
    return listed("function_words", kind="preposition")


@cache
def _helpers() -> frozenset[str]:
    return listed("function_words", kind="auxiliary") | listed("function_words", kind="adverb")


@cache
def _reporting() -> frozenset[str]:
    return listed("reporting_verbs", also="")


@cache
def _no_anchors() -> frozenset[str]:
    return listed("calendar") | listed("function_words")


@cache
def _no_names() -> frozenset[str]:
    """Words that never name the thing: grammar, days, who speaks, words of counting."""
    speakers = [listed("source_nouns", kind=kind) for kind in ("unnamed", "institution")]
    return frozenset().union(listed("function_words"), listed("calendar"), *speakers)
