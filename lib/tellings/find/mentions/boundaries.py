"""The names in a row of words: runs of capitals, cut where one name ends and the next begins."""

from dataclasses import dataclass

from tellings.find.mentions.capitals import Runs
from tellings.find.mentions.listed import Listed, ending
from tellings.find.mentions.looks import cues, group_of
from tellings.find.mentions.unknown import Unknown, first_name, ruled
from tellings.find.mentions.words import Words
from tellings.text.inflection import is_plural, singular


# No NamedTuple: its fields are read again and again, three times as fast so.
@dataclass(slots=True)
class Name:
    """Words first to last - 1, what they name ("" while unknown) and the rule that says so."""

    first: int
    last: int
    kind: str
    rule: str


def among(words: Words) -> list[Name]:
    """The names among the words, in order, none inside another; titles before them left out.

    A capital in mid-sentence speaks for a name; where any word has one (a sentence's start, a
    headline) the word must be listed, or seen in mid-sentence, or be no common word. A run of such
    words is cut at listed names, titles and the words that names end with ("River", "Inc.").
    """
    runs = Runs(words)
    cutter = _Cutter(runs)
    beyond = 0
    for place in words.noted:
        word = words.at[place]
        if place < beyond or not (word.look.capital or word.style == "upper"):
            continue
        if place not in runs.taken or word.style == "upper":
            beyond = cutter.take(place)
    return cutter.found


class _Cutter:
    """Takes names out of runs, in order."""

    def __init__(self, runs: Runs):
        self.runs, self.words = runs, runs.words
        self.found: list[Name] = []

    def take(self, place: int) -> int:
        """Take the names of the run at a word, if there is one; the place to go on from."""
        at = self.words.at
        word = at[place]
        if word.look.cued and word.look.key in cues("no_body") and at[place + 1].look.capital:
            return place + 1  # super PAC | Velmora Lind
        if place in self.runs.works:
            return self._add(place, self.runs.works[place], "OTHER", "title of a work")
        if (word.look.upper or word.style) and self.runs.loud(place):
            return self._take_listed(place)
        if at[place - 1].text[:1].isdigit() and (kind := self._ordinal(place)):
            return self._add(place - 1, place + 1, kind, "ordinal")
        if word.look.cued and word.look.key in cues("bill") and at[place + 1].text.isdigit():
            return self._add(place, place + 2, "OTHER", "bill")  # H.R. 1
        end = self.runs.at(place)
        if end == place:
            return place + 1
        while place < end:
            word = at[place]
            part = word.text[0].isalnum() and word.look.capital
            place = self._next(place, end) if part else place + 1
        return end

    def _ordinal(self, place: int) -> str:
        """The kind of a name that an ordinal in figures begins: 5th Amendment, 52nd Street."""
        before = self.words.beside(place - 1, place).text
        figure = before[:-2].isdigit() and before[-2:].lower() in ("st", "nd", "rd", "th")
        return ending(self.words.at[place]) if figure and self.words.at[place].spaced else ""

    def _take_listed(self, place: int) -> int:
        """Where capitals say nothing only listed names count; the article's own come later."""
        word, hit = self.words.at[place], self.runs.listed[place]
        if hit is None:
            return place + 1
        country = hit[1].size == "country" and len(word.look.key) > 4  # CHINA, not china
        if hit[0] - place > 1 or country or not word.look.common or word.style != "upper":
            return self._add(place, hit[0], hit[1].kind, "list")
        return place + 1

    def _add(self, first: int, last: int, kind: str, rule: str) -> int:
        """Add a name; the place after it."""
        self.found.append(Name(first, last, kind, rule))
        return last

    def _next(self, place: int, end: int) -> int:
        """Add the name at the start of the run, if there is one; the place to go on from."""
        title, hit = self.runs.after_title.get(place, ""), self.runs.listed[place]
        if hit is None and end - place == 1 and title != "firm":
            self._add_unknown(place, end, title)
            return end
        hit = self.runs.listed_within(place, end)
        if title == "firm" and not (hit and hit[1].kind in ("ORG", "NORP") and hit[0] == end):
            honour = end - place > 2 and self._is_honour(place, end)
            self._add(place, end - honour, "PERSON", "title")
            return end
        if hit and hit[0] == end and (end - place > 1 or self._lone_listed(place, hit[1])):
            return self._add_listed(place, hit)
        if end - place > 1 and (stop := self._by_its_ends(place, end)):
            return stop
        if (
            hit
            and hit[1].kind == "EVENT"
            and all(w.look.common for w in self.words.at[hit[0] : end])
        ):
            return self._add(place, end, "EVENT", "of an event")  # Easter Egg Roll
        if hit and self._stands(place, end, hit):
            return self._add_listed(place, hit)
        if end - place > 1 and self._ends_with_people(place, end):
            return self._before_people(place, end)
        stop = self._inner(place, end) if end - place > 1 else end
        self._add_unknown(place, stop, title)
        return stop

    def _lone_listed(self, place: int, name: Listed) -> bool:
        """Whether a listed name of one word may be taken at its word."""
        word = self.words.at[place]
        if word.opens and word.look.low in cues("ideology"):
            return word.text in self.runs.spelling.middle  # Conservative websites
        if name.kind == "NORP":
            people = group_of(name.keys[-1])
            return not people or people["alone"] != "no"
        return not word.look.common or not word.opens or word.text in self.runs.spelling.middle

    def _add_listed(self, place: int, hit: tuple[int, Listed]) -> int:
        end, name = hit
        if name.kind == "NORP" and self._joins_people(end):
            return self._add(place, end + 1, "NORP", "list")
        if end - place == 1 and name.kind == "ORG" and self.words.at[place].look.first:
            return self._add(place, end, "", "listed body")  # Chelsea, the club or the daughter
        if end - place == 1 and name.kind == "PLACE" and (name.size == "town" or name.also):
            return self._add(place, end, "", "listed place")
        return self._add(place, end, name.kind, "list")

    def _joins_people(self, place: int) -> bool:
        """Whether the word there makes one people with the one before it: Turkish Americans."""
        here, before = self.words.beside(place, place - 1), self.words.at[place - 1].look.low
        joins = here.look.low in cues("joins_people") and here.look.low != before
        return here.spaced and here.look.capital and joins

    def _by_its_ends(self, place: int, end: int) -> int:
        """Add the run as one name if its first or last word says what; the place after it, or 0."""
        look, last = self.words.at[place].look, self.words.at[end - 1]
        if self.words.at[place].opens and look.low in cues("lead_in"):
            return place + 1
        kind = ending(last) if last.look.capital else ""
        if look.low in cues("direction") and ending(last) != "ORG":  # North Kent University
            there = self.runs.listed_within(place + 1, end)
            if there and there[1].kind in ("PLACE", "NORP"):
                return self._add(place, there[0], there[1].kind, "direction")
        inside, joints = self.words.lows[place + 1 : end], cues("phrase_joint")
        if not joints.isdisjoint(inside):
            joint = next(k for k, low in enumerate(inside, place + 1) if low in joints)
            return self._add_phrase(place, joint, end)
        if look.low in cues("storm"):
            return self._add(place, end, "EVENT", "start")  # Hurricane Katrina
        if not kind or (look.first and end - place == 2 and kind != "ORG"):
            return 0
        return self._add(self._past_people(place, last.look.low), end, kind, "ending")

    def _add_phrase(self, place: int, joint: int, end: int) -> int:
        """Add a name with "of" or "for": Gulf of Aden; Israeli | Ministry of Defense."""
        low = self.words.at[joint - 1].look.low
        place = self._past_people(place, low)
        of_place = low in cues("place_start") and low != "valley"
        law = ending(self.words.at[end - 1]) == "OTHER"  # Freedom of Information Act
        return self._add(place, end, "PLACE" if of_place else "OTHER" if law else "ORG", "of")

    def _past_people(self, place: int, body: str) -> int:
        """Add a people's name before a body that is its own; the place after it."""
        if self.words.at[place].look.group and body in cues("split_after_group"):
            return self._add(place, place + 1, "NORP", "list")
        return place

    def _stands(self, place: int, end: int, hit: tuple[int, Listed]) -> bool:
        """Whether a listed name at the start of a longer run is a name of its own."""
        after, name = hit
        several = after - place > 1
        if name.kind != "PLACE":
            return several or self._lone_listed(place, name)
        follower = self.words.at[after].look
        if end == after + 1 and follower.low.endswith("s") and follower.common:
            return False  # Leeds Miners: a team
        return several or (
            name.size in ("country", "region") and not self.words.at[place].look.first
        )

    def _ends_with_people(self, place: int, end: int) -> bool:
        """Whether a run's last word is a party or a people by itself: Congressional Republicans."""
        last = self.runs.listed_within(end - 1, end)
        if last is None or not self.words.at[end - 1].spaced or last[1].kind not in ("NORP", "ORG"):
            return False
        party = last[1].kind == "NORP" and not self.words.at[place].look.first
        party = party or self.words.at[end - 1].look.low in cues("party")
        return party or (self.words.at[end - 1].look.upper and not self.words.at[place].look.upper)

    def _before_people(self, place: int, end: int) -> int:
        """The place of the people's name, once what stands before it is a name or is none."""
        adjectives = all(w.look.common and not w.look.size for w in self.words.at[place : end - 1])
        if not adjectives or ending(self.words.at[end - 2]):
            self._next(place, end - 1)
        return end - 1

    def _inner(self, place: int, end: int) -> int:
        """Where the unknown name at the start of a run ends: at a listed name inside it."""
        for inner in range(place + 1, end):
            hit = self.runs.listed_within(inner, end)
            if hit and hit[0] - inner > 1 and hit[1].kind != "PLACE":
                return inner
            headline = (
                self.words.at[inner].style == "title" and not self.words.at[inner - 1].look.common
            )
            if hit and headline and hit[1].size == "country":
                return inner  # Lind Tells Okoro Israel Will Wait
        return end

    def _is_honour(self, place: int, end: int) -> bool:
        """Whether letters behind a full name end a run, or are all of it: Piers Lomax KC; Ann Lee,
        MD; but not Baltimore, MD."""
        if self.words.at[end - 1].look.low not in cues("honour"):
            return False
        first, last, comma = (self.words.beside(place - k, place) for k in (3, 2, 1))
        place_before = [n.last == place - 1 and n.kind == "PLACE" for n in self.found[-1:]]
        named = first.look.capital and last.look.capital and not any(place_before)
        return end - place > 2 or (comma.text == "," and named)

    def _body_first(self, name: Unknown) -> bool:
        """Whether a body's letters stand before a full name: CIA Peter Lind."""
        first, *rest = name.looks
        body = first.upper and "." not in name.written.texts[0]
        return body and bool(rest) and rest[0].first and not first_name(name)

    def _person_inside(self, place: int, end: int) -> int:
        """Where a full name begins behind common words: Innovation | Nora Felling; else 0."""
        for start in range(place + 1, end - 1):
            before, look = self.words.at[start - 1].look, self.words.at[start].look
            if not before.common or before.first or before.size:
                return 0
            if look.first and not look.common and self.words.at[start].spaced:
                return start if self.words.at[place].look.low not in cues("org_first") else 0
        return 0

    def _things_of_a_person(self, place: int, end: int) -> bool:
        """Whether a person's name is followed by that person's things: James Comey Memos.

        Surnames are plurals of common nouns, too (Maxine Velmo Waters): so an article must stand
        before the whole (the Peter Velmo Lind Tapes), or the word before be a surname that is
        written by itself elsewhere; and the last one must never stand so. Behind a surname alone
        the things must be spoken of in small letters as well: Lindor Tapes, but Lindor Rangers.
        """
        owner, thing = self.words.at[end - 2], self.words.at[end - 1]
        if not (thing.spaced and thing.look.common) or ending(thing):
            return False
        spelling = self.runs.spelling
        if not is_plural(thing.look.low) or thing.text in spelling.single:
            return False
        if end - place == 2:
            surname = owner.look.low in spelling.people or owner.look.low in cues("surname")
            small = {thing.look.low, singular(thing.look.low)} & spelling.lower
            return surname and bool(small) and not (owner.look.size or owner.look.common)
        article = self.words.beside(place - 1, place).look.low == "the"
        return self.words.at[place].look.first and (article or owner.text in spelling.single)

    def _add_unknown(self, place: int, end: int, title: str) -> None:
        """Add a name that no list and no ending explains; its kind may have to be voted on."""
        name, size = Unknown(self.runs, place, end, title), end - place
        if size != 2 and self._is_honour(place, end):
            if size == 3:
                self._add(place, end - 1, "PERSON", "honour")
            return self._add_unknown(place, end - 1, title) if size > 3 else None
        if size > 2 and self._body_first(name):
            self._add_unknown(place, place + 1, title)  # CIA | Peter Lind
            return self._add_unknown(place + 1, end, "")
        if size > 2 and (start := self._person_inside(place, end)):
            return self._add_unknown(start, end, "")
        if size > 1 and self._things_of_a_person(place, end):
            return self._add_unknown(place, end - 1, title)
        rule = ruled(name)
        if rule.kind is not None:
            self._add(place, end, rule.kind, rule.name)
