"""What a telling says of a name where it stands: names in, Mention rows with titles out."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tellings.find.mentions import kinship
from tellings.find.mentions.boundaries import Name
from tellings.find.mentions.listed import title_at, title_ends
from tellings.find.mentions.looks import cues, group_of, places
from tellings.find.mentions.words import Words, visible
from tellings.lexicons import rows

KINDS = ("PERSON", "ORG", "PLACE", "NORP", "EVENT", "OTHER")
# No title has more words.
_LONGEST_TITLE = 7


class Mention(NamedTuple):
    """A name where it stands.

    start, end  code points into the capture: capture[start:end] == text; without title and article
    entity      the best name of its bearer within this article
    kind        PERSON ORG PLACE NORP (a nation, faith or party) EVENT OTHER
    title       the words before a person that say who they are: "Prime Minister", "Mr"
    sense       "" | metonym ("Washington said") | administration ("the Biden administration")
    folds_to    what it may be counted as when asked: "Israelis" as "Israel"; "" if nothing
    rule        what decided: a list, a title, an ending, votes of the words around it ...
    kin         the word that makes a person somebody's relative: "wife", "first lady"; "" if none
    """

    sentence: int
    start: int
    end: int
    text: str
    entity: str
    kind: str
    title: str
    sense: str
    folds_to: str
    rule: str
    kin: str

    def known_as(self, entity: str, folds_to: str) -> "Mention":
        """The mention under its bearer's best name; as `_replace` in a third of its time."""
        place = (self.sentence, self.start, self.end, self.text)
        return Mention(
            *place, entity, self.kind, self.title, self.sense, folds_to, self.rule, self.kin
        )


def described(words: Words, found: Sequence[Name], sentences: Sequence) -> list[Mention]:
    """The names as rows, with title and sense; `entity` is the name as it would stand in a list."""
    by_number = {s.sentence: s for s in sentences}
    made: list[Mention] = []
    for before, name in zip([None, *found], found, strict=False):
        number, kind = words.sentence[name.first], name.kind
        sentence, (start, end) = by_number[number], words.span(name.first, name.last)
        text = sentence.text[start - sentence.start : end - sentence.start]
        title = sense = folds_to = kin = ""
        whole = text if text.isascii() and not text.isupper() else _quiet(name, text)
        if kind == "PERSON":
            title, kin = _title(words, name.first, sentence), kinship.word_of(words, name)
            sense = _office(words, name)
        elif kind == "PLACE":
            sense, folds_to = _metonym(words, name)
        elif kind == "ORG":
            whole = _qualified(words, name, whole)
        elif name.rule == "bill" and before is not None:
            whole = _same_as(words, made, before, name) or whole
        made.append(
            Mention(number, start, end, text, whole, kind, title, sense, folds_to, name.rule, kin)
        )
    return made


@lru_cache(maxsize=20_000)
def stands_for(kind: str, entity: str) -> str:
    """What the lists would count an entity of a kind as when asked, "" if nothing."""
    if kind == "NORP":
        people = group_of(entity)
        return people["folds_to"] if people else ""
    return _governments().get(entity, "") if kind in ("ORG", "OTHER") else ""


def _same_as(words: Words, made: Sequence[Mention], before: Name, name: Name) -> str:
    """The law that a number means, as the words before it say: "the Velmora Act, or H.R. 1"."""
    if before.kind != "OTHER":
        return ""
    between = words.low(before.last, name.first)
    told = all(low in cues("or_rather") for low in between)
    return made[-1].entity if told and 0 < len(between) < 4 else ""


def _title(words: Words, place: int, sentence) -> str:
    """The title that stands directly before a person, as written: "former President", "Ms."."""
    while words.lows[place - 1] in cues("particle"):
        place -= 1  # Ms van der Lee
    if words.at[place - 1].look.low not in title_ends():
        return ""
    begin = place
    for start in range(place - 1, place - 1 - _LONGEST_TITLE, -1):
        if words.sentence[start] != words.sentence[place]:
            break
        if title_at(words, start)[0] == place:
            begin = start
    if begin == place:
        return ""
    before = words.beside(begin - 1, begin)
    if before.look.low in cues("title_prefix") and not (before.opens and before.look.low == "then"):
        begin -= 1
    start, end = words.span(begin, place)
    return sentence.text[start - sentence.start : end - sentence.start]


def _office(words: Words, name: Name) -> str:
    """ "administration" where a name stands for one: "the Biden administration"; else ""."""
    after = words.beside(name.last, name.last - 1).look.low
    return "administration" if after in cues("administration") else ""


def _metonym(words: Words, name: Name) -> tuple[str, str]:
    """ "metonym" and the country that a capital stands for here: "Washington said"; else ""."""
    first = words.at[name.first]
    country = _capitals().get(first.look.key, "") if name.last - name.first == 1 else ""
    if not country or words.beside(name.last, name.first).look.low not in cues("metonym"):
        return "", ""
    before = words.at[name.first - 1].look.low
    if not first.opens and before in cues("before", "PLACE"):
        return "", ""
    return "metonym", country


def _quiet(name: Name, text: str) -> str:
    """The name as it would stand in plain text: "BRAZIL" of a headline in capitals is Brazil."""
    text = text if text.isascii() else visible(text)[0]
    if not text.isupper() or len(text) < 4 or name.kind not in ("PERSON", "PLACE", "NORP"):
        return text
    plain_text = text.title()
    known = plain_text in places() or group_of(plain_text) or name.kind == "PERSON"
    return plain_text if known or name.last - name.first > 1 else text


def _qualified(words: Words, name: Name, text: str) -> str:
    """A ministry with the country that the words beside it give: Gaza Health Ministry."""
    last = words.at[name.last - 1].look.low
    if last not in cues("split_after_group"):
        return text
    before = words.beside(name.first - 1, name.first)
    if before.look.group:
        return f"{before.text} {text}"
    after, where = words.at[name.last], words.at[name.last + 1]
    return f"{where.text} {text}" if after.look.low == "in" and where.look.size else text


@cache
def _governments() -> dict[str, str]:
    return {row["entity"]: row["folds_to"] for row in rows("known_names") if row["folds_to"]}


@cache
def _capitals() -> dict[str, str]:
    """Capitals and their countries: "Washington said" is the United States."""
    listed = {row["name"]: row["capital_of"] for row in rows("places") if row["capital_of"]}
    return listed | {"Washington": "United States"}
