"""What the words around one place of a name say of its kind: each cue with its weight."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.listed import title_at
from tellings.find.mentions.looks import cues
from tellings.find.mentions.words import Words
from tellings.lexicons import listed, rows

Votes = dict[str, float]
Cues = tuple[tuple[str, float], ...]
# How many words behind a name are looked at, and behind a comma.
_NEAR, _FAR = 5, 8


def of_place(words: Words, name: Name) -> Votes:
    """The weights for each kind, added up over the cues at one place of a name."""
    said, first = _said(), name.first
    found = said["prior"].get(name.rule, ())
    if name.last - first == 1:
        found += said["surname"].get(words.lows[first], ())
    if words.sentence[first - 1] == words.sentence[first]:
        found += _ahead(words, name)
    votes: Votes = {}
    for kind, weight in found + _behind(words, name):
        votes[kind] = votes.get(kind, 0.0) + weight
    return votes


def clear(votes: Votes) -> str:
    """The kind that the words round one place speak for clearly, "" if none."""
    best = max(votes, key=lambda kind: votes[kind], default="")
    return best if best and votes[best] >= 1.0 else ""


def _ahead(words: Words, name: Name) -> Cues:
    """What stands before the name in its sentence."""
    said, place = _said(), name.first - 1
    near = words.lows[place]
    found = said["before"].get(near, ())
    if near == "the":
        if words.beside(name.last, name.first).text == "-":
            return ()  # the article is the noun's: "the Obama-Xi talks"
        plural = words.at[name.last - 1].text.endswith("s")
        return (*found, ("PERSON", -1.0), *((("ORG", 0.8),) if plural else ()))
    if near not in _joints():
        return found
    far = words.beside(place - 1, place).look.low
    if near == ",":
        nouns = said["apposed"].get(far, ())
        body = _of_body(nouns) if nouns and _in_commas(words, name) else ()
        return found + _of_person(nouns) + 2 * body  # it says outright what it is
    if near in cues("role_joint"):
        return found + said["role_of"].get(far, ())
    return found + said["moved"].get(far, ())


def _in_commas(words: Words, name: Name) -> bool:
    """Whether a name says which "the ferry operator, Linea Azzura, said" means.

    Not "at the company, Ann Lee said", nor where the words behind it say who it is: "the company,
    Ann Lee, a lawyer, said".
    """
    comma, second, *_ = _lows(words, name, _NEAR)
    if comma != "," or second.isdigit() or second in _grammar("determiner"):
        return False
    back = range(name.first - 3, max(name.first - 6, -1), -1)
    first = next((k for k in back if words.lows[k] in _grammar("determiner")), -1)
    before = words.beside(first - 1, name.first).look.low
    return first >= 0 and before not in _grammar("preposition")


def _grammar(kind: str) -> frozenset[str]:
    return listed("function_words", kind=kind)


@cache
def _joints() -> frozenset[str]:
    """Words between a name and a word before it that says what it is."""
    return cues("role_joint") | cues("move_joint") | {","}


def _behind(words: Words, name: Name) -> Cues:
    """What stands behind the name."""
    said, after = _said(), _lows(words, name, _NEAR)
    next_to, second = after[:2]
    found = said["after"].get(next_to, ())
    if next_to == "'s":
        found += said["possessed"].get(second, ())
    elif next_to == "," and second:
        found += _behind_comma(words, name)
    elif next_to == "(" and second.isalpha() and words.at[name.last + 1].look.upper:
        found += (("ORG", 1.5),)
    elif next_to in cues("said") and second in cues("itself"):
        found += (("ORG", 2.0), ("PERSON", -1.0))
    near = said["near"]
    if not near.keys().isdisjoint(after):
        found += tuple(cue for low in after for cue in near.get(low, ()))
    return found


def _behind_comma(words: Words, name: Name) -> Cues:
    """What stands behind the comma after a name: an age, a country, "a software company"."""
    place, (_, second, *rest) = name.last + 1, _lows(words, name, _FAR)
    found: Cues = ()
    if second.isdigit() and len(second) <= 2:
        found += (("PERSON", 1.5),)
    if words.at[place].look.size in ("country", "region"):
        found += (("PLACE", 1.2),)
    found += _of_person(_said()["after"].get(second, ()))
    if second in cues("opens_apposition") or title_at(words, place)[0] > place:
        nouns: Cues = ()
        for low in (second, *rest):
            if low in cues("phrase_end") or not low:
                break
            nouns = _said()["apposed"].get(low, nouns)
        found += nouns  # the last noun is the head: "a city newspaper" is a newspaper
    return found


def _lows(words: Words, name: Name, count: int) -> Sequence[str]:
    """So many words behind a name, in lower case; "" beyond its sentence."""
    last = name.last + count
    found, around = words.lows[name.last : last], words.sentence[name.last : last]
    own = words.sentence[name.first]
    if around[-1] == own:
        return found
    return [low if number == own else "" for low, number in zip(found, around, strict=True)]


def _of_person(cues: Cues) -> Cues:
    return tuple(cue for cue in cues if cue[0] == "PERSON")


def _of_body(cues: Cues) -> Cues:
    return tuple(cue for cue in cues if cue[0] == "ORG")


@cache
def _said() -> dict[str, dict[str, Cues]]:
    """The cue words of each place, with the kinds that each speaks for and their weights."""
    found: dict[str, dict[str, Cues]] = defaultdict(dict)
    for row in rows("name_cues"):
        if row["weight"]:
            cue, those = (row["kind"], float(row["weight"])), found[row["place"]]
            those[row["word"]] = (*those.get(row["word"], ()), cue)
    return dict(found)
