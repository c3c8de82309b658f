"""What the names that no list explains stand for: the words around them vote, once per article."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.listed import title_at
from tellings.find.mentions.words import Word, cues
from tellings.lexicons import rows

_VOTED = ("PERSON", "ORG", "PLACE")
Votes = dict[str, float]


def settle(given: Sequence[Word], names: Sequence[Name]) -> list[Name]:
    """The names with a kind each, in order; those for which nothing speaks are left out.

    All places of a name vote together (name_cues.csv: what stands before, after, behind a comma
    ..., each with its weight), full names first and helped by their last word alone. Then a name
    of one word that belongs to a full name is what that is. Last, lines in capitals are searched
    for the names that the rest has.
    """
    names = [n._replace(kind="ORG", rule="match") if _team(given, n) else n for n in names]
    own = [_votes(_cues(given, n)) if not n.kind else {} for n in names]
    _share(given, names, own)
    known = _Known(given, names, own)
    for alone in (False, True):
        names = [
            known.answered(n, votes) if not n.kind and (n.last - n.first == 1) == alone else n
            for n, votes in zip(names, own, strict=True)
        ]
        known.learn(names)
    kept = [n for n in names if n.kind]
    return sorted(kept + _again(given, kept))


class _Known:
    """What an article's names, those that are sure and those decided, tell of the others."""

    def __init__(self, given: Sequence[Word], names: Sequence[Name], own: Sequence[Votes]):
        self.words = given
        self.votes: dict[str, Counter] = defaultdict(Counter)
        self.times: Counter = Counter()
        for name, votes in zip(names, own, strict=True):
            if not name.kind:
                key = _key(given, name)
                self.votes[key].update(votes)
                self.times[key] += 1
        self.kinds: dict[str, str] = {}
        self.people: set[str] = set()
        self.surnames: set[str] = set()
        self.bodies: set[str] = set()
        self.learn(names)

    def learn(self, names: Sequence[Name]) -> None:
        """Note the kinds of the names that have one, and the words of full names."""
        for name in names:
            if not name.kind:
                continue
            self.kinds.setdefault(_key(self.words, name), name.kind)
            looks = [w.look for w in self.words[name.first : name.last]]
            if name.kind == "PERSON":
                self.people |= {k.low for k in looks if k.capital and len(k.low) > 2}
                self.surnames.add(looks[-1].low)
            elif name.kind == "ORG" and len(looks) > 1:
                self.bodies.add(looks[0].low)

    def answered(self, name: Name, own: Votes) -> Name:
        """An unsure name with its kind and the rule that gave it; with none where it is no name."""
        kind, rule = self._answer(name, _key(self.words, name), own)
        return name._replace(kind=kind, rule=rule)

    def _answer(self, name: Name, key: str, own: Votes) -> tuple[str, str]:
        alone, look = name.last - name.first == 1, self.words[name.first].look
        person = (
            key in self.surnames and own.get("PLACE", 0) <= 1.5 if look.size else key in self.people
        )
        if alone and person:
            return "PERSON", "part of a person's name"
        if alone and key.removesuffix("s") in self.surnames - {key}:
            return "PERSON", "a family's name"  # the Clintons
        if key in self.kinds:
            return self.kinds[key], "as elsewhere here"
        votes = {kind: self.votes[key][kind] for kind in _VOTED}
        if look.size in ("country", "region", "city") and alone:
            votes["ORG"] = 0.0  # whatever else, Paris is a place or a person
        if not alone and key.split()[-1] in self.votes:
            votes = {k: v + self.votes[key.split()[-1]][k] / 2 for k, v in votes.items()}
        votes["ORG"] += 1.0 if key in self.bodies else 0.0
        best = max(_VOTED, key=lambda kind: votes[kind])
        if alone and look.common and not look.upper and votes[best] < self.times[key]:
            return "", ""
        if votes[best] <= 0:
            best = "ORG" if alone else "PERSON"
        return best, "list" if best == "PLACE" and look.size else f"votes: {name.rule}"


def _share(given: Sequence[Word], names: Sequence[Name], own: list[Votes]) -> None:
    """In "Tuzla and Zvornik" let a name that is sure speak for its neighbour's kind."""
    for here, pair in enumerate(zip(names, names[1:], strict=False)):
        between = given[pair[0].last : pair[1].first]
        if len(between) != 1 or between[0].look.low not in ("and", "or", ","):
            continue
        kinds = [name.kind or _clear(own[here + k]) for k, name in enumerate(pair)]
        for k, name in enumerate(pair):
            if kinds[1 - k] in _VOTED and not name.kind:
                own[here + k][kinds[1 - k]] += 0.4


def _clear(votes: Votes) -> str:
    """The kind that the words round one place speak for clearly, "" if none."""
    best = max(votes, key=lambda kind: votes[kind], default="")
    return best if best and votes[best] >= 1.0 else ""


def _team(given: Sequence[Word], name: Name) -> bool:
    """Whether a town stands for its team: a score in the sentence, a word of play beside it."""
    first = given[name.first]
    if name.last - name.first > 2 or first.look.size not in ("city", "town"):
        return False
    play = cues("match")
    if _before(given, name)[0] not in play and _after(given, name, 1)[0] not in play:
        return False
    here = [
        w for w in given[max(0, name.first - 40) : name.last + 40] if w.sentence == first.sentence
    ]
    return any(
        a.text.isdigit() and b.text == "-" and c.text.isdigit() and not b.spaced
        for a, b, c in zip(here, here[1:], here[2:], strict=False)
    )


def _again(given: Sequence[Word], kept: Sequence[Name]) -> list[Name]:
    """The names of lines in capitals that stand elsewhere in the article, whole or in part."""
    if not any(word.style == "upper" for word in given):
        return []
    taken = {k for n in kept for k in range(n.first, n.last)}
    known = {tuple(w.look.low for w in given[n.first : n.last]): n.kind for n in kept}
    for name in kept:
        if name.kind == "PERSON":
            known.setdefault((given[name.last - 1].look.low,), "PERSON")
    longest = max((len(k) for k in known), default=0)
    found, place = [], 0
    while place < len(given):
        end = place + 1
        if given[place].style == "upper" and place not in taken:
            for stop in range(min(place + longest, len(given)), place, -1):
                key = tuple(w.look.low for w in given[place:stop])
                free = not taken & set(range(place, stop))
                if key in known and free and not (len(key) == 1 and given[place].look.common):
                    found.append(Name(place, stop, known[key], "as elsewhere here"))
                    end = stop
                    break
        place = end
    return found


def _key(given: Sequence[Word], name: Name) -> str:
    """The name in lower case, for counting."""
    return " ".join(w.look.low for w in given[name.first : name.last])


def _votes(cues: Iterator[tuple[str, float]]) -> Votes:
    """The weights of the cues, added up."""
    votes: Votes = defaultdict(float)
    for kind, weight in cues:
        votes[kind] += weight
    return votes


# --- the words around a name ----------------------------------------------------------------------
def _cues(given: Sequence[Word], name: Name) -> Iterator[tuple[str, float]]:
    """What speaks for which kind at one place of a name, each with its weight."""
    before, after = _before(given, name), _after(given, name)
    yield from _said("prior", name.rule)
    if name.last - name.first == 1:
        yield from _said("surname", given[name.first].look.low)
    if before[0] == "the" and after[0] == "-":
        before[0] = ""  # the article is the noun's: "the Obama-Xi talks"
    yield from _said("before", before[0])
    if before[0] == "the":
        yield "PERSON", -1.0
        if given[name.last - 1].text.endswith("s"):
            yield "ORG", 0.8
    if before[0] in ("of", "for", "at", "with"):
        yield from _said("role_of", before[1])
    if before[0] in ("to", "from"):
        yield from _said("moved", before[1])
    if before[0] == ",":
        yield from _only("PERSON", _said("apposed", before[1]))
    yield from _said("after", after[0])
    if after[0] == "'s":
        yield from _said("possessed", after[1])
    if after[0] == ",":
        yield from _behind_comma(given, name, after)
    if after[0] in ("said", "says") and after[1] in ("it", "its"):
        yield from (("ORG", 2.0), ("PERSON", -1.0))
    if after[0] == "(" and after[1].isalpha() and given[name.last + 1].look.upper:
        yield "ORG", 1.5
    for low in after[:5]:
        yield from _said("near", low)


def _before(given: Sequence[Word], name: Name) -> list[str]:
    """The two words before a name, nearest first, in lower case; "" beyond its sentence."""
    sentence = given[name.first].sentence
    places = (name.first - 1, name.first - 2)
    return [given[k].look.low if k >= 0 and given[k].sentence == sentence else "" for k in places]


def _after(given: Sequence[Word], name: Name, count: int = 8) -> list[str]:
    """The words after a name, in lower case; "" beyond its sentence."""
    sentence = given[name.last - 1].sentence
    those = given[name.last : name.last + count]
    lows = [w.look.low if w.sentence == sentence else "" for w in those]
    return lows + [""] * (count - len(lows))


def _behind_comma(
    given: Sequence[Word], name: Name, after: list[str]
) -> Iterator[tuple[str, float]]:
    """What stands behind the comma after a name: an age, a country, "a software company"."""
    if not after[1]:
        return
    place = name.last + 1
    if after[1].isdigit() and len(after[1]) <= 2:
        yield "PERSON", 1.5
    if given[place].look.size in ("country", "region"):
        yield "PLACE", 1.2
    yield from _only("PERSON", _said("after", after[1]))
    if after[1] in ("a", "an", "the", "who", "whose") or title_at(given, place)[0] > place:
        nouns: list[tuple[str, float]] = []
        for low in after[1:]:
            if low in cues("phrase_end") or not low:
                break
            nouns = list(_said("apposed", low)) or nouns
        yield from nouns  # the last noun is the head: "a city newspaper" is a newspaper


def _said(place: str, word: str) -> list[tuple[str, float]]:
    """The kinds that a cue word speaks for, with their weights."""
    return _weights().get((place, word), [])


def _only(kind: str, cues: list[tuple[str, float]]) -> list[tuple[str, float]]:
    return [cue for cue in cues if cue[0] == kind]


@cache
def _weights() -> dict[tuple[str, str], list[tuple[str, float]]]:
    found = defaultdict(list)
    for row in rows("name_cues"):
        if row["weight"]:
            found[row["place"], row["word"]].append((row["kind"], float(row["weight"])))
    return dict(found)
