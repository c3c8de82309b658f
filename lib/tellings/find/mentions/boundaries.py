"""The names in a row of words: runs of capitals, cut where one name ends and the next begins."""

from collections.abc import Sequence
from typing import NamedTuple

from tellings.find.mentions.capitals import Runs
from tellings.find.mentions.listed import Listed, ending, listed_at
from tellings.find.mentions.words import Word, cues, group_of

# What surnames may begin with before a second capital.
_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "O'", "D'", "al-", "Al-", "Du", "Van", "Fitz")
# Words that join the parts of one name.
_JOINTS = ("of", "for", "on")


class Name(NamedTuple):
    """Words first to last - 1, what they name ("" while unknown) and the rule that says so."""

    first: int
    last: int
    kind: str
    rule: str


def among(given: Sequence[Word]) -> list[Name]:
    """The names among the words, in order, none inside another; titles before them left out.

    A capital in mid-sentence speaks for a name; where any word has one (a sentence's start, a
    headline) the word must be listed, or seen in mid-sentence, or be no common word. A run of such
    words is cut at listed names, titles and the words that names end with ("River", "Inc.").
    """
    cutter = _Cutter(Runs(given))
    place = 0
    while place < len(given):
        word = given[place]
        place = cutter.take(place) if word.name or word.style == "upper" else place + 1
    return cutter.found


class _Cutter:
    """Takes names out of runs, in order."""

    def __init__(self, runs: Runs):
        self.runs, self.words, self.found = runs, runs.words, []

    def take(self, place: int) -> int:
        """Take the names of the run at a word, if there is one; the place to go on from."""
        if self.runs.loud(place):
            return self._take_listed(place)
        end = self.runs.at(place)
        if end == place:
            return place + 1
        while place < end:
            word = self.words[place]
            part = word.text[0].isalnum() and word.look.capital
            place = self._next(place, end) if part else place + 1
        return end

    def _take_listed(self, place: int) -> int:
        """Where capitals say nothing only listed names count; the article's own come later."""
        hit = listed_at(self.words, place, len(self.words))
        word = self.words[place]
        country = hit and hit[1].size == "country" and len(word.look.key) > 4  # CHINA, not china
        rare = country or not word.look.common or word.style != "upper"
        if hit and (hit[0] - place > 1 or rare):
            return self._add(place, hit[0], hit[1].kind, "list")
        return place + 1

    def _add(self, first: int, last: int, kind: str, rule: str) -> int:
        """Add a name; the place after it."""
        self.found.append(Name(first, last, kind, rule))
        return last

    def _next(self, place: int, end: int) -> int:
        """Add the name at the start of the run, if there is one; the place to go on from."""
        given, word, look = self.words, self.words[place], self.words[place].look
        title = self.runs.after_title.get(place, "")
        hit = listed_at(given, place, end)
        if title == "firm" and not (hit and hit[1].kind in ("ORG", "NORP") and hit[0] == end):
            return self._add(place, end, "PERSON", "title")
        if hit and hit[0] == end and (end - place > 1 or self._lone_listed(place, hit[1])):
            return self._add_listed(place, hit)
        if word.opens and look.low in cues("lead_in") and end - place > 1:
            return place + 1
        body = ending(self.words[end - 1]) == "ORG"  # Northern Kentucky University
        if look.low in cues("direction") and end - place > 1 and not body:
            there = listed_at(given, place + 1, end)
            if there and there[1].kind in ("PLACE", "NORP"):
                return self._add(place, there[0], there[1].kind, "direction")
        if end - place > 1 and (stop := self._by_ending(place, end)):
            return stop
        if hit and self._stands(place, end, hit):
            return self._add_listed(place, hit)
        stop = self._inner(place, end)
        self._unknown(place, stop, title)
        return stop

    def _lone_listed(self, place: int, name: Listed) -> bool:
        """Whether a listed name of one word may be taken at its word."""
        word = self.words[place]
        if name.kind == "NORP":
            return group_of(name.keys[-1])["alone"] != "no"
        return not word.look.common or not word.opens or word.text in self.runs.seen.middle

    def _add_listed(self, place: int, hit: tuple[int, Listed]) -> int:
        end, name = hit
        if name.kind == "NORP" and self._joins_people(end):
            return self._add(place, end + 1, "NORP", "list")
        weak = name.kind == "PLACE" and end - place == 1 and (name.size == "town" or name.also)
        if name.kind == "ORG" and end - place == 1 and self.words[place].look.first:
            return self._add(place, end, "", "listed body")  # Chelsea, the club or the daughter
        if weak:
            return self._add(place, end, "", "listed place")
        return self._add(place, end, name.kind, "list")

    def _joins_people(self, place: int) -> bool:
        """Whether the word there makes one people with the one before it: Turkish Americans."""
        here, before = self.words[place : place + 1], self.words[place - 1]
        close = bool(here) and here[0].spaced and here[0].sentence == before.sentence
        joins = cues("joins_people")
        return close and here[0].look.capital and here[0].look.low in joins - {before.look.low}

    def _by_ending(self, place: int, end: int) -> int:
        """Add the run as one name if its last word says what it is; the place after it, or 0."""
        look, last = self.words[place].look, self.words[end - 1]
        joint = next((k for k in range(place + 1, end) if self.words[k].look.low in _JOINTS), 0)
        if joint:
            return self._add_phrase(place, joint, end)
        if look.low in cues("storm"):
            return self._add(place, end, "EVENT", "start")  # Hurricane Katrina
        kind = ending(last) if last.look.capital else ""
        if not kind or look.first and end - place == 2 and kind != "ORG":
            return 0
        if look.group and last.look.low in cues("split_after_group"):
            place = self._add(place, place + 1, "NORP", "list")
        return self._add(place, end, kind, "ending")

    def _add_phrase(self, place: int, joint: int, end: int) -> int:
        """Add a name with "of" or "for": Gulf of Aden; Israeli | Ministry of Defense."""
        before, low = self.words[place].look, self.words[joint - 1].look.low
        if before.group and low in cues("split_after_group"):
            place = self._add(place, place + 1, "NORP", "list")
        of_place = low in cues("place_start") and low != "valley"
        law = ending(self.words[end - 1]) == "OTHER"  # Freedom of Information Act
        return self._add(place, end, "PLACE" if of_place else "OTHER" if law else "ORG", "of")

    def _stands(self, place: int, end: int, hit: tuple[int, Listed]) -> bool:
        """Whether a listed name at the start of a longer run is a name of its own."""
        after, name = hit
        several = after - place > 1
        if name.kind != "PLACE":
            return several or self._lone_listed(place, name)
        follower = self.words[after].look if end == after + 1 else None
        if follower and follower.low.endswith("s") and follower.common:
            return False  # Boston Breakers: a team
        return several or name.size in ("country", "region") and not self.words[place].look.first

    def _inner(self, place: int, end: int) -> int:
        """Where the unknown name at the start of a run ends: at a listed name inside it."""
        for inner in range(place + 1, end):
            hit = listed_at(self.words, inner, end)
            if hit and (hit[0] - inner > 1 and hit[1].kind != "PLACE"):
                return inner
        return end

    def _unknown(self, place: int, end: int, title: str) -> None:
        """Add a name that no list and no ending explains; its kind may have to be voted on."""
        given = self.words[place:end]
        looks = [w.look for w in given if w.text[0].isalnum()]
        first = looks[0]
        if len(looks) == 1:
            self._unknown_word(place, end, title)
        elif first.first or first.also == "first name":
            self._add(place, end, "PERSON", "first name")
        elif len(given) == 2 and group_of(f"{given[0].text} {given[1].text}"):
            self._add(place, end, "NORP", "of a place")  # South Dakotans
        elif first.upper and looks[1].first and end - place > 2:
            self._unknown_word(place, place + 1, title)
            self._unknown(place + 1, end, "")
        elif any(x.upper and len(x.key) > 2 or x.key[0].isdigit() for x in looks):
            self._add(place, end, "", "acronym")
        elif first.low in cues("org_first"):
            self._add(place, end, "ORG", "start")
        elif first.common and len(looks[-1].key) == 1:
            return  # Group G, Vitamin C
        elif len(looks) == 2 and len(first.key) == 1 and given[1].text == "-":
            return  # T-Shirt
        elif any(len(x.key) == 1 for x in looks) and not any(w.text == "-" for w in given):
            self._add(place, end, "PERSON", "initial")
        elif any(x.low in cues("particle") for x in looks[1:]):
            self._add(place, end, "PERSON", "particle")
        elif title:
            self._add(place, end, "", "after a title")
        elif any(_mixed(w.text) for w in given):
            self._add(place, end, "", "mixed case")
        elif first.size and looks[-1].low.endswith("s") and looks[-1].common:
            self._add(place, end, "ORG", "team")
        elif first.common and not all(x.common for x in looks):
            self._add(place, end, "", "common word first")
        elif all(x.common for x in looks) and self._quoted(place, end):
            self._add(place, end, "OTHER", "quoted")
        elif all(x.common for x in looks):
            self._add(place, end, "", "common words")
        else:
            self._add(place, end, "", "several words")

    def _quoted(self, place: int, end: int) -> bool:
        """Whether a name stands in quotation marks by itself: the title of a work, a byword."""
        marks = "\"'"
        after = [w.text for w in self.words[end : end + 2]]
        return place > 0 and self.words[place - 1].text in marks and any(t in marks for t in after)

    def _postal(self, place: int) -> bool:
        """Whether a word is a state's two letters behind a town: "Phoenix, AZ"."""
        before = self.words[place - 2 : place]
        behind = len(before) == 2 and before[1].text == "," and before[0].look.capital
        return behind and self.words[place].text in cues("postal")

    def _unknown_word(self, place: int, end: int, title: str) -> None:
        """Add a name of one unknown word."""
        word, look = self.words[place], self.words[place].look
        if look.stop and look.key != "US" or len(look.key) == 1:
            return
        if word.text[0] in "@#" or "://" in word.text:
            return
        if self._postal(place):
            self._add(place, end, "PLACE", "postal")
        elif look.low in cues("generation") or look.low in cues("company"):
            return
        elif look.group:
            self._add(place, end, "NORP", "of a place")
        elif look.low in cues("direction") and self.words[place - 1].look.low == "the":
            self._add(place, end, "PLACE", "direction")
        elif look.upper and look.key in cues("no_body"):
            return
        elif "." in word.text[1:-1] and word.text[-1].islower():
            self._add(place, end, "ORG", "web address")
        elif title:
            self._add(place, end, "", "after a title")
        elif look.first and not look.common and not look.size:
            self._add(place, end, "", "first name alone")
        elif look.upper and len(look.key) <= 6:
            self._add(place, end, "", "acronym")
        elif _mixed(word.text):
            self._add(place, end, "", "mixed case")
        else:
            self._add(place, end, "", "listed place" if look.size else "one word")


def _mixed(text: str) -> bool:
    """Whether a word has a capital inside as brands do (PayPal), not as people (McCain)."""
    inside = [c.isupper() for c in text[1:]]
    return any(inside) and not all(inside) and not text.startswith(_PREFIXES)
