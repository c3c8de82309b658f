"""What is looked for before an outlet is said not to name somebody: mentions in, terms out."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from tellings.compare.events import outlets
from tellings.compare.rows import grouped
from tellings.find.mentions.called import called, skeleton
from tellings.find.mentions.looks import common, cues, group_of, groups, places
from tellings.lexicons import rows
from tellings.text.characters import plain

_WORD = re.compile(r"[^\W_]+|\|")
# What stands between words in ASCII: of such a text they are cut in a tenth of the pattern's time,
# as long as each letter becomes one letter.
_BETWEEN = {n: n if _WORD.match(chr(n)) else ord(" ") for n in range(128)}
_SHORTEST = 3  # letters of a name that too many words begin with
_ODD = re.compile(r"[^\x00-\x7f]")


class Term(NamedTuple):
    """Words that are looked for.

    loud  whether only where they have capitals, as NOW and House
    also  what its people and things would be called, which is as good: Lusanian for Lusania
    """

    text: str
    loud: bool
    also: tuple[str, ...] = ()

    def stands_in(self, words: "Words") -> bool:
        """Whether they, or what is as good, stand among the words of a text."""
        wanted = _wanted(self.text)
        if self.loud:
            return wanted.own in words.own or wanted.own.upper() in words.own
        return wanted.small in words.small or any(f" {one}" in words.own for one in self.also)


class Words(NamedTuple):
    """A text for searching, with its own capitals and in small letters."""

    own: str
    small: str


def searchable(text: str) -> Words:
    """The text for searching: words between single spaces, without accents, stops and hyphens.

    >>> searchable("The U.S. Capitol’s police").own
    ' The US Capitol s police '
    """
    bare = plain(text).replace(".", "")
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare).replace(".", "")
        bare = _ODD.sub(lambda odd: "" if unicodedata.combining(odd[0]) else odd[0], bare)
    if bare.isascii():
        words = bare.replace("|", " | ").translate(_BETWEEN).split()
    else:
        words = _WORD.findall(bare)
    own = f" {' '.join(words)} "
    return Words(own, own.lower())


# What is looked for in one outlet's words is looked for in the next one's.
_wanted = lru_cache(maxsize=4096)(searchable)


def texts(tally: pd.DataFrame, sentences: pd.DataFrame) -> dict[tuple[str, str], Words]:
    """All words of each outlet in each event, searchable."""
    told = tally.drop_duplicates("article_id")
    keys = zip(told["event_id"], outlets.voices(told), strict=True)
    voices = dict(zip(told["article_id"], keys, strict=True))
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article, text in zip(sentences["article_id"], sentences["text"], strict=True):
        if article in voices:
            found[voices[article]].append(text)
    words = {key: searchable(" | ".join(those)) for key, those in found.items()}
    return defaultdict(lambda: searchable(""), words)


NAMED = ["event_id", "outlet", "telling", "entity_id", "entity", "kind", "text"]


class Names:
    """The forms that each event has of its entities, and whose surname an outlet's others bear."""

    def __init__(self, merged: Iterable) -> None:
        """Read the forms off rows of merged mentions, of which it takes the columns NAMED."""
        self.forms: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        self.bearers: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self.ends: dict[tuple[str, str], set[str]] = defaultdict(set)
        given = (
            (r.event_id, outlets.voice(r), r.entity_id, r.entity, r.kind, r.text) for r in merged
        )
        for event, voice, entity_id, entity, kind, text in dict.fromkeys(given):
            self.forms[event, entity_id] |= {text: kind, entity: kind}
            if " " in text:
                self.ends[event, text.split()[-1]].add(entity_id)
            if kind == "PERSON" and (name := called(text)).full:
                for part in (name.parts[0], name.parts[-1]):
                    self.bearers[event, voice, skeleton(part)].add(entity_id)

    def terms(self, event: str, entity: str, outlet: str) -> list[Term]:
        """What is looked for of an entity in an outlet's words."""
        given = self.forms[event, entity]
        if "PERSON" in given.values():
            parts = _of_person(given, lambda part: not self.bearers[event, outlet, part])
        else:
            parts = _of_body(
                given, lambda end: self.ends[event, end] <= {entity} and end not in places()
            )
        terms = (_term(text) for text in dict.fromkeys([*sorted(given, key=len), *parts]))
        if "PERSON" in given.values():
            return list(terms)
        return [term._replace(also=_people_of(term.text)) for term in terms]


def _term(text: str) -> Term:
    """A word alone that is a common one, or letters, is looked for with its capitals only."""
    return Term(text, " " not in text and (text.isupper() or common(text.lower())))


@lru_cache(maxsize=4096)  # a place is looked for in the words of each outlet that has it not
def _people_of(place: str) -> tuple[str, ...]:
    """What the people and things of a place would be called, if it is one word."""
    if " " in place or len(place) <= _SHORTEST:
        return ()
    ends = [r for r in rows("demonym_ends") if place.endswith(r["place"])]
    made = {f"{searchable(place.removesuffix(r['place'])).own.strip()}{r['people']}" for r in ends}
    return tuple(sorted(f"{one}{s} " for one in made for s in ("", "s")))


def _of_person(forms: Iterable[str], free: Callable[[str], bool]) -> list[str]:
    """First and last name; the surname; the first name where the outlet names somebody else of it.

    free  whether nobody else whom the outlet names in full bears this part of a name
    """
    found = []
    for name in filter(lambda name: name.full, map(called, forms)):
        words = name.text.split()[: -1 if name.generation else None]
        if not name.initial:
            found.append(f"{words[0]} {words[-1]}")  # "Ole R. Brandt Jr." is another's Ole Brandt
        if free(skeleton(name.parts[-1])):
            found.append(words[-1])
        elif free(skeleton(name.parts[0])) and not name.initial:
            found.append(words[0])
    return found


def _of_body(forms: Iterable[str], own: Callable[[str], bool]) -> list[str]:
    """Other names by the lists, the ends of long names, what stands before "of", and initials; the
    last word of two that is no common one (Almenara of Port Almenara).

    own  whether this word is no place by itself, and nothing else in the event ends with it
    """
    found: list[str] = []
    for form in forms:
        words = [word for word in form.split() if word.lower() != "the"]
        found += _listed(form)
        if len(words) == 2 and words[1][0].isupper() and not common(words[1].lower()):
            found += [words[1]] if own(words[1]) else []
        if len(words) > 2:
            ends = [words[k:] for k in range(1, len(words) - 1)]
            found += [" ".join(end) for end in ends if end[0].lower() not in cues("small")]
            found.append("".join(word[0] for word in words if word[0].isupper()))
    return found


def _listed(form: str) -> list[str]:
    """What the lists and a reader take for the same: GOP, Republicans, the Republican Party."""
    people = group_of(form)
    names = {form, people["group"] if people else form}
    names |= {name for own in list(names) for name in _same().get(own, ())}
    names |= {word for name in list(names) for word in _readers_words().get(name, ())}
    return sorted(names - {form})


@cache
def _readers_words() -> dict[str, list[str]]:
    """The words that stand for each group: Republicans for the Republican Party."""
    return grouped(groups(), lambda word: groups()[word]["group"])


@cache
def _same() -> dict[str, set[str]]:
    """Names by each other name that lists give for the same body, or that a reader folds."""
    sets: dict[str, set[str]] = defaultdict(set)
    for row in rows("known_names"):
        if row["kind"] != "PLACE":
            sets[row["entity"]] |= {row["name"], row["entity"]}
    folds: dict[str, set[str]] = defaultdict(set)
    for row in rows("reader_folds"):
        folds[row["fold"]] |= {row["name"]} | sets.get(row["name"], set())
    found: dict[str, set[str]] = defaultdict(set)
    for those in [*sets.values(), *folds.values()]:
        for name in those:
            found[name] |= those
    return found
