"""What the names that no list explains stand for: the words around them vote, once per article."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from tellings.find.mentions import letters
from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.looks import Look, cues
from tellings.find.mentions.votes import Votes, clear, of_place
from tellings.find.mentions.words import Words

_VOTED = ("PERSON", "ORG", "PLACE")


def settle(words: Words, names: Sequence[Name]) -> list[Name]:
    """The names with a kind each, in order; those for which nothing speaks are left out.

    All places of a name vote together (name_cues.csv: what stands before, after, behind a comma
    ..., each with its weight), full names first and helped by their last word alone. Then a name
    of one word that belongs to a full name is what that is. Last, lines in capitals are searched
    for the names that the rest has.
    """
    report = _is_report(words)
    known = _Known(
        words, [_as_team(words, n, report) if words.at[n.first].look.size else n for n in names]
    )
    unsure = [k for k, name in enumerate(known.names) if not name.kind]
    alone = [k for k in unsure if known.alone[k]]
    several = [k for k in unsure if not known.alone[k]]
    for asked in (several, alone):
        for k in asked:
            known.names[k] = known.answered(k)
        known.learn(asked)
    kept = letters.spelled(words, [name for name in known.names if name.kind])
    return sorted(kept + _again(words, kept), key=attrgetter("first"))


class _Own(dict[int, Votes]):
    """Of each name the votes of the words round it, counted when they are first asked for."""

    def __init__(self, words: Words, names: Sequence[Name]):
        super().__init__()
        self._words, self._names = words, tuple(names)

    def __missing__(self, k: int) -> Votes:
        votes = self[k] = of_place(self._words, self._names[k])
        return votes


class _Known:
    """What an article's names, those that are sure and those decided, tell of the others.

    names  in order
    alone  of each name whether it is of one word
    keys   of each name its words in lower case
    own    of each name that is unsure the votes of the words round it
    asked  the places in `names` of those that are unsure, by their keys
    """

    def __init__(self, words: Words, names: list[Name]):
        """Learn from the names that are sure; most others never need a vote."""
        self.words, self.names = words, names
        self.alone = [name.last - name.first == 1 for name in names]
        self.keys = [words.key(name.first, name.last) for name in names]
        self.own = _Own(words, names)
        self._share()
        self.asked: dict[str, list[int]] = {}
        for k, (name, key) in enumerate(zip(names, self.keys, strict=True)):
            if not name.kind:
                self.asked.setdefault(key, []).append(k)
        self._votes: dict[str, Votes] = {}
        self._voted: dict[tuple[str, str, str], tuple[str, str]] = {}
        self.kinds: dict[str, str] = {}
        self.people: set[str] = set()
        self.surnames: set[str] = set()
        self.bodies: set[str] = set()
        self.learn(range(len(names)))

    def _share(self) -> None:
        """In "Tuzla and Zvornik" let a name that is sure speak for its neighbour's kind."""
        for k, pair in enumerate(pairwise(self.names)):
            between = pair[0].last
            if pair[1].first != between + 1:
                continue
            if self.words.at[between].look.low not in cues("pair_joint"):
                continue
            kinds = [pair[i].kind or clear(self.own[k + i]) for i in (0, 1)]
            for i, kind in enumerate(reversed(kinds)):
                if kind in _VOTED and not pair[i].kind:
                    self.own[k + i][kind] = self.own[k + i].get(kind, 0.0) + 0.4

    def learn(self, places: Iterable[int]) -> None:
        """Note the kinds of those of these names that have one, and the words of full names."""
        for k in places:
            name = self.names[k]
            kind = name.kind
            if not kind:
                continue
            self.kinds.setdefault(self.keys[k], kind)
            if kind == "PERSON":
                looks = [word.look for word in self.words.at[name.first : name.last]]
                self.people.update([x.low for x in looks if x.capital and len(x.low) > 2])
                self.surnames.add(looks[-1].low)
            elif kind == "ORG" and not self.alone[k]:
                self.bodies.add(self.words.lows[name.first])

    def answered(self, k: int) -> Name:
        """An unsure name with its kind and the rule that gave it; with none where it is no name."""
        name, key = self.names[k], self.keys[k]
        word, kind = self.words.at[name.first], ""
        if self.alone[k] and not (word.opens and word.look.low in cues("word_name")):
            kind, rule = self._by_person(key, k, word.look)
        if not kind and key in self.kinds:
            kind, rule = self.kinds[key], "as elsewhere here"
        if not kind:
            spelled = key, word.text, name.rule
            if spelled not in self._voted:
                self._voted[spelled] = self._vote(name, key, word.look, self.alone[k])
            kind, rule = self._voted[spelled]
        return Name(name.first, name.last, kind, rule)

    def _by_person(self, key: str, k: int, look: Look) -> tuple[str, str]:
        """What a name of one word is that a person or a family of the article bears."""
        place = look.size and self.own[k].get("PLACE", 0) > 1.5
        if (not place and key in self.surnames) if look.size else key in self.people:
            return "PERSON", "part of a person's name"
        one = key.removesuffix("s")
        if one != key and one in self.surnames:
            return "PERSON", "a family's name"  # the Clintons
        return "", ""

    def _votes_for(self, key: str) -> Votes:
        """The votes of all places of an unsure name together."""
        if key not in self._votes:
            votes = self._votes[key] = {}
            for k in self.asked[key]:
                for kind, weight in self.own[k].items():
                    votes[kind] = votes.get(kind, 0.0) + weight
        return self._votes[key]

    def _vote(self, name: Name, key: str, look: Look, alone: bool) -> tuple[str, str]:
        """What the words around a name say in all its places; ("", "") where it is no name."""
        own = self._votes_for(key)
        votes = {kind: own.get(kind, 0.0) for kind in _VOTED}
        if alone and look.size in ("country", "region", "city"):
            votes["ORG"] = 0.0  # whatever else, Paris is a place or a person
        if not alone and (surname := key.split()[-1]) in self.asked:
            last = self._votes_for(surname)
            votes = {kind: vote + last.get(kind, 0.0) / 2 for kind, vote in votes.items()}
        votes["ORG"] += 1.0 if key in self.bodies else 0.0
        best = max(votes, key=votes.__getitem__)
        common = alone and look.common and not look.upper
        if common and votes[best] < len(self.asked[key]):
            return "", ""
        if votes[best] <= 0:
            best = "ORG" if alone else "PERSON"
        return best, "list" if best == "PLACE" and look.size else f"votes: {name.rule}"


def _as_team(words: Words, name: Name, report: bool) -> Name:
    """The name, which begins with a place's, or that of its team if a place stands for it.

    report  whether the article is a match's report: then a country is its team, too, but in a place
    """
    if name.kind not in ("PLACE", ""):
        return name
    return Name(name.first, name.last, "ORG", "match") if _is_team(words, name, report) else name


def _is_team(words: Words, name: Name, report: bool) -> bool:
    """Whether a place stands for its team: a score in the sentence, a word of play beside it."""
    size = words.at[name.first].look.size
    if name.last - name.first > 2:
        return False
    before = words.beside(name.first - 1, name.first).look.low
    if report and size == "country":
        return before not in cues("before", "PLACE")
    if size not in ("city", "town"):
        return False
    after = words.beside(name.last, name.first).look.low
    if cues("match").isdisjoint((before, after)):
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
    marks = [
        k for k in words.marks if words.at[k].text in dashes and words.at[k - 1].text.isdecimal()
    ]
    ends = [(words.at[k - 1].text, words.at[k + 1].text) for k in marks]
    return sum(b.isdecimal() and len(a) < 3 > len(b) and int(a) < 20 > int(b) for a, b in ends) > 2


def _again(words: Words, kept: Sequence[Name]) -> list[Name]:
    """The names of lines in capitals that stand elsewhere in the article, whole or in part."""
    if not words.loud:
        return []
    loud = [k for k in words.noted if words.at[k].style == "upper"]
    taken = {k for n in kept for k in range(n.first, n.last)}
    known = {words.low(n.first, n.last): n.kind for n in kept}
    for name in kept:
        if name.kind == "PERSON":
            known.setdefault(words.low(name.last - 1, name.last), "PERSON")
    longest = max(map(len, known), default=0)
    found: list[Name] = []
    for place in loud:
        for stop in range(min(place + longest, len(words.at)), place, -1):
            key = words.low(place, stop)
            if key not in known or not taken.isdisjoint(range(place, stop)):
                continue
            if len(key) > 1 or not words.at[place].look.common:
                found.append(Name(place, stop, known[key], "as elsewhere here"))
                taken.update(range(place, stop))
                break
    return found
