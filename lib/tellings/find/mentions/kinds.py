"""What the names that no list explains stand for: the words around them vote, once per article."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tellings.find.mentions import letters
from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.looks import Look, cues
from tellings.find.mentions.votes import Votes, clear, of_place
from tellings.find.mentions.words import Words

_VOTED = ("PERSON", "ORG", "PLACE")


class _Candidate(NamedTuple):
    """A name with its words in lower case and the votes of the words round it, if it is unsure."""

    name: Name
    key: str
    votes: Votes

    @property
    def alone(self) -> bool:
        return self.name.last - self.name.first == 1


def settle(words: Words, names: Sequence[Name]) -> list[Name]:
    """The names with a kind each, in order; those for which nothing speaks are left out.

    All places of a name vote together (name_cues.csv: what stands before, after, behind a comma
    ..., each with its weight), full names first and helped by their last word alone. Then a name
    of one word that belongs to a full name is what that is. Last, lines in capitals are searched
    for the names that the rest has.
    """
    report = _is_report(words)
    given = [_candidate(words, name, report) for name in names]
    _share(words, given)
    known = _Known(words, given)
    unsure = [k for k, candidate in enumerate(given) if not candidate.name.kind]
    for alone in (False, True):
        asked = [k for k in unsure if given[k].alone is alone]
        for k in asked:
            given[k] = known.answered(given[k])
        known.learn(given[k] for k in asked)
    kept = letters.spelled(words, [c.name for c in given if c.name.kind])
    return sorted(kept + _again(words, kept))


def _candidate(words: Words, name: Name, report: bool) -> _Candidate:
    """A name with what the words round it say."""
    if _team(words, name, report):
        name = Name(name.first, name.last, "ORG", "match")
    key = " ".join(words.low(name.first, name.last))
    return _Candidate(name, key, {} if name.kind else of_place(words, name))


class _Known:
    """What an article's names, those that are sure and those decided, tell of the others."""

    def __init__(self, words: Words, given: Sequence[_Candidate]):
        """Count the votes of the unsure among the names, learn from the others."""
        self.words = words
        self.votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
        self.times = Counter([key for name, key, _ in given if not name.kind])
        for name, key, own in given:
            if not name.kind:
                votes = self.votes[key]
                for kind, weight in own.items():
                    votes[kind] += weight
        self._voted: dict[tuple[str, str, str], tuple[str, str]] = {}
        self.kinds: dict[str, str] = {}
        self.people: set[str] = set()
        self.surnames: set[str] = set()
        self.bodies: set[str] = set()
        self.learn(given)

    def learn(self, given: Iterable[_Candidate]) -> None:
        """Note the kinds of the names that have one, and the words of full names."""
        for name, key, _ in given:
            if name.kind:
                self.kinds.setdefault(key, name.kind)
            if name.kind == "PERSON":
                looks = [word.look for word in self.words[name.first : name.last]]
                self.people |= {k.low for k in looks if k.capital and len(k.low) > 2}
                self.surnames.add(looks[-1].low)
            elif name.kind == "ORG" and name.last - name.first > 1:
                self.bodies.add(self.words[name.first].look.low)

    def answered(self, candidate: _Candidate) -> _Candidate:
        """An unsure name with its kind and the rule that gave it; with none where it is no name."""
        name, key, own = candidate
        word, look = self.words[name.first], self.words[name.first].look
        asked = candidate.alone and not (word.opens and look.low in cues("word_name"))
        kind, rule = self._by_person(key, own, look) if asked else ("", "")
        if not kind:
            kind = self.kinds.get(key, "")
            rule = "as elsewhere here"
        if not kind:
            spelled = key, word.text, name.rule
            if spelled not in self._voted:
                self._voted[spelled] = self._vote(candidate, look)
            kind, rule = self._voted[spelled]
        return _Candidate(Name(name.first, name.last, kind, rule), key, own)

    def _by_person(self, key: str, own: Votes, look: Look) -> tuple[str, str]:
        """What a name of one word is that a person or a family of the article bears."""
        place = look.size and own.get("PLACE", 0) > 1.5
        if (not place and key in self.surnames) if look.size else key in self.people:
            return "PERSON", "part of a person's name"
        one = key.removesuffix("s")
        if one != key and one in self.surnames:
            return "PERSON", "a family's name"  # the Clintons
        return "", ""

    def _vote(self, candidate: _Candidate, look: Look) -> tuple[str, str]:
        """What the words around a name say in all its places; ("", "") where it is no name."""
        name, key, _ = candidate
        said = self.votes[key]
        votes = {kind: said[kind] for kind in _VOTED}
        if candidate.alone and look.size in ("country", "region", "city"):
            votes["ORG"] = 0.0  # whatever else, Paris is a place or a person
        if not candidate.alone and (last := key.split()[-1]) in self.votes:
            votes = {k: v + self.votes[last][k] / 2 for k, v in votes.items()}
        votes["ORG"] += 1.0 if key in self.bodies else 0.0
        best = max(votes, key=votes.__getitem__)
        common = candidate.alone and look.common and not look.upper
        if common and votes[best] < self.times[key]:
            return "", ""
        if votes[best] <= 0:
            best = "ORG" if candidate.alone else "PERSON"
        return best, "list" if best == "PLACE" and look.size else f"votes: {name.rule}"


def _share(words: Words, given: Sequence[_Candidate]) -> None:
    """In "Tuzla and Zvornik" let a name that is sure speak for its neighbour's kind."""
    for pair in pairwise(given):
        between = pair[0].name.last
        if pair[1].name.first != between + 1 or words[between].look.low not in cues("pair_joint"):
            continue
        kinds = [c.name.kind or clear(c.votes) for c in pair]
        for candidate, kind in zip(pair, reversed(kinds), strict=True):
            if kind in _VOTED and not candidate.name.kind:
                candidate.votes[kind] += 0.4


def _team(words: Words, name: Name, report: bool) -> bool:
    """Whether a place stands for its team: a score in the sentence, a word of play beside it.

    report  whether the article is a match's report: then a country is its team, too, but in a place
    """
    look = words[name.first].look
    if not look.size or name.last - name.first > 2 or name.kind not in ("PLACE", ""):
        return False
    beside = (words.beside(name.first - 1, name.first), words.beside(name.last, name.first))
    play = any(word.look.low in cues("match") for word in beside)
    if report and look.size == "country":
        return beside[0].look.low not in cues("before", "PLACE")
    if not play or look.size not in ("city", "town"):
        return False
    near = range(max(0, name.first - 40), name.last + 40)
    return any(_is_score(words, place, name.first) for place in near)


def _is_score(words: Words, place: int, name: int) -> bool:
    """Whether a score, 3-0, starts at a place in the sentence of a name."""
    a, b, c = (words.beside(place + k, name) for k in range(3))
    return a.text.isdigit() and b.text == "-" and not b.spaced and c.text.isdigit()


def _is_report(words: Words) -> bool:
    """Whether an article has a match's scores, three at least: 3-0, 1 - 2."""
    dashes = cues("hyphen")
    marks = [k for k in words.noted if words[k].text in dashes and words[k - 1].text.isdecimal()]
    ends = [(words[k - 1].text, words[k + 1].text) for k in marks]
    return sum(b.isdecimal() and len(a) < 3 > len(b) and int(a) < 20 > int(b) for a, b in ends) > 2


def _again(words: Words, kept: Sequence[Name]) -> list[Name]:
    """The names of lines in capitals that stand elsewhere in the article, whole or in part."""
    loud = [k for k in words.noted if words[k].style == "upper"]
    if not loud:
        return []
    taken = {k for n in kept for k in range(n.first, n.last)}
    known = {words.low(n.first, n.last): n.kind for n in kept}
    for name in kept:
        if name.kind == "PERSON":
            known.setdefault(words.low(name.last - 1, name.last), "PERSON")
    longest = max(map(len, known), default=0)
    found: list[Name] = []
    for place in loud:
        for stop in range(min(place + longest, len(words)), place, -1):
            key = words.low(place, stop)
            if key not in known or not taken.isdisjoint(range(place, stop)):
                continue
            if len(key) > 1 or not words[place].look.common:
                found.append(Name(place, stop, known[key], "as elsewhere here"))
                taken.update(range(place, stop))
                break
    return found
