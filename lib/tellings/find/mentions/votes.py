"""What the words around one place of a name say of its kind: each cue with its weight."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.listed import title_at
from tellings.find.mentions.looks import cues
from tellings.find.mentions.words import Words
from tellings.lexicons import rows

Votes = dict[str, float]
Cues = list[tuple[str, float]]
# How many words behind a name are looked at.
_BEHIND = 8


def of_place(words: Words, name: Name) -> Votes:
    """The weights for each kind, added up over the cues at one place of a name."""
    votes: Votes = defaultdict(float)
    sentence = words[name.first].sentence
    near = (words[name.first - 1], words[name.first - 2], *words[name.last : name.last + _BEHIND])
    lows = [word.look.low if word.sentence == sentence else "" for word in near]
    before, after = lows[:2], lows[2:]
    for found in (_inside, _ahead, _behind):
        for kind, weight in found(words, name, before, after):
            votes[kind] += weight
    return votes


def clear(votes: Votes) -> str:
    """The kind that the words round one place speak for clearly, "" if none."""
    best = max(votes, key=lambda kind: votes[kind], default="")
    return best if best and votes[best] >= 1.0 else ""


def _inside(words: Words, name: Name, before: list[str], after: list[str]) -> Cues:
    """What the name itself says."""
    alone = name.last - name.first == 1
    return _said("prior", name.rule) + (
        _said("surname", words[name.first].look.low) if alone else []
    )


def _ahead(words: Words, name: Name, before: list[str], after: list[str]) -> Iterator:
    """What stands before the name."""
    near, far = before
    if near == "the" and after[0] == "-":
        near = ""  # the article is the noun's: "the Obama-Xi talks"
    yield from _said("before", near)
    if near == "the":
        yield "PERSON", -1.0
        if words[name.last - 1].text.endswith("s"):
            yield "ORG", 0.8
    if near in cues("role_joint"):
        yield from _said("role_of", far)
    if near in cues("move_joint"):
        yield from _said("moved", far)
    if near == ",":
        yield from _of_person(_said("apposed", far))


def _behind(words: Words, name: Name, before: list[str], after: list[str]) -> Iterator:
    """What stands behind the name."""
    yield from _said("after", after[0])
    if after[0] == "'s":
        yield from _said("possessed", after[1])
    if after[0] == "," and after[1]:
        yield from _behind_comma(words, name.last + 1, after)
    if after[0] in cues("said") and after[1] in cues("itself"):
        yield from (("ORG", 2.0), ("PERSON", -1.0))
    if after[0] == "(" and after[1].isalpha() and words[name.last + 1].look.upper:
        yield "ORG", 1.5
    for low in after[:5]:
        yield from _said("near", low)


def _behind_comma(words: Words, place: int, after: list[str]) -> Iterator:
    """What stands behind the comma after a name: an age, a country, "a software company"."""
    if after[1].isdigit() and len(after[1]) <= 2:
        yield "PERSON", 1.5
    if words[place].look.size in ("country", "region"):
        yield "PLACE", 1.2
    yield from _of_person(_said("after", after[1]))
    if after[1] in cues("opens_apposition") or title_at(words, place)[0] > place:
        nouns: Cues = []
        for low in after[1:]:
            if low in cues("phrase_end") or not low:
                break
            nouns = _said("apposed", low) or nouns
        yield from nouns  # the last noun is the head: "a city newspaper" is a newspaper


def _said(place: str, word: str) -> Cues:
    """The kinds that a cue word speaks for, with their weights."""
    return _weights().get((place, word), [])


def _of_person(cues: Cues) -> Cues:
    return [cue for cue in cues if cue[0] == "PERSON"]


@cache
def _weights() -> dict[tuple[str, str], Cues]:
    found = defaultdict(list)
    for row in rows("name_cues"):
        if row["weight"]:
            found[row["place"], row["word"]].append((row["kind"], float(row["weight"])))
    return dict(found)
