"""What the words around one place of a name say of its kind: each cue with its weight."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.listed import title_at
from tellings.find.mentions.looks import cues
from tellings.find.mentions.words import Words
from tellings.lexicons import rows

Votes = dict[str, float]
Cues = list[tuple[str, float]]
# How many words behind a name are looked at, and behind a comma.
_NEAR, _FAR = 5, 8


def of_place(words: Words, name: Name) -> Votes:
    """The weights for each kind, added up over the cues at one place of a name."""
    votes: Votes = defaultdict(float)
    for found in (_inside(words, name), _ahead(words, name), _behind(words, name)):
        for kind, weight in found:
            votes[kind] += weight
    return votes


def clear(votes: Votes) -> str:
    """The kind that the words round one place speak for clearly, "" if none."""
    best = max(votes, key=lambda kind: votes[kind], default="")
    return best if best and votes[best] >= 1.0 else ""


def _inside(words: Words, name: Name) -> Cues:
    """What the name itself says."""
    if name.last - name.first > 1:
        return _said("prior", name.rule)
    return _said("prior", name.rule) + _said("surname", words[name.first].look.low)


def _ahead(words: Words, name: Name) -> Cues:
    """What stands before the name."""
    near = words.beside(name.first - 1, name.first).look.low
    found = _said("before", near)
    if near == "the":
        if words.beside(name.last, name.first).text == "-":
            return []  # the article is the noun's: "the Obama-Xi talks"
        plural = words[name.last - 1].text.endswith("s")
        return [*found, ("PERSON", -1.0), *([("ORG", 0.8)] if plural else [])]
    far = words.beside(name.first - 2, name.first).look.low
    if near == ",":
        return found + _of_person(_said("apposed", far))
    if near in cues("role_joint"):
        return found + _said("role_of", far)
    return found + _said("moved", far) if near in cues("move_joint") else found


def _behind(words: Words, name: Name) -> Cues:
    """What stands behind the name."""
    after = _lows(words, name, _NEAR)
    found = [*_said("after", after[0])]
    if after[0] == "'s":
        found += _said("possessed", after[1])
    elif after[0] == "," and after[1]:
        found += _behind_comma(words, name)
    elif after[0] == "(" and after[1].isalpha() and words[name.last + 1].look.upper:
        found.append(("ORG", 1.5))
    elif after[0] in cues("said") and after[1] in cues("itself"):
        found += [("ORG", 2.0), ("PERSON", -1.0)]
    if not _weights()["near"].keys().isdisjoint(after):
        for low in after:
            found += _said("near", low)
    return found


def _behind_comma(words: Words, name: Name) -> Cues:
    """What stands behind the comma after a name: an age, a country, "a software company"."""
    place, after = name.last + 1, _lows(words, name, _FAR)
    found: Cues = []
    if after[1].isdigit() and len(after[1]) <= 2:
        found.append(("PERSON", 1.5))
    if words[place].look.size in ("country", "region"):
        found.append(("PLACE", 1.2))
    found += _of_person(_said("after", after[1]))
    if after[1] in cues("opens_apposition") or title_at(words, place)[0] > place:
        nouns: Cues = []
        for low in after[1:]:
            if low in cues("phrase_end") or not low:
                break
            nouns = _said("apposed", low) or nouns
        found += nouns  # the last noun is the head: "a city newspaper" is a newspaper
    return found


def _lows(words: Words, name: Name, count: int) -> Sequence[str]:
    """So many words behind a name, in lower case; "" beyond its sentence."""
    last = name.last + count
    found, sentence = words.low(name.last, last), words.sentence
    if sentence[last - 1] == sentence[name.first]:
        return found
    places = range(name.last, last)
    return [
        low if sentence[k] == sentence[name.first] else ""
        for k, low in zip(places, found, strict=True)
    ]


def _said(place: str, word: str) -> Cues:
    """The kinds that a cue word speaks for, with their weights."""
    return _weights()[place].get(word, [])


def _of_person(cues: Cues) -> Cues:
    return [cue for cue in cues if cue[0] == "PERSON"]


@cache
def _weights() -> dict[str, dict[str, Cues]]:
    """The cue words by where they stand, each with the kinds that it speaks for."""
    found: dict[str, dict[str, Cues]] = defaultdict(lambda: defaultdict(list))
    for row in rows("name_cues"):
        if row["weight"]:
            found[row["place"]][row["word"]].append((row["kind"], float(row["weight"])))
    return found
