"""Runs of capitals in a row of words: where a name, or several in a row, may begin and end."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tellings.find.mentions.listed import Listed, ending, listed_at, stands_alone, titles
from tellings.find.mentions.looks import cues
from tellings.find.mentions.spelling import spelling
from tellings.find.mentions.words import Words
from tellings.lexicons import listed

# No name has more words; a page without stops must not cost more than others.
LONGEST = 20


class Runs:
    """The words of an article, with what its own spelling and its titles tell of them.

    taken        places of the words of titles, which are in no name
    after_title  places right behind a title: "firm" where a person must follow, else "soft"
    """

    def __init__(self, words: Words):
        """Read the titles and the spelling of these words."""
        self.words, self.spelling = words, spelling(words)
        self.after_title: dict[int, str] = {}
        self.taken: set[int] = set()
        self._hits: dict[int, tuple[int, Listed] | None] = {}
        for start, (end, style) in titles(words).items():
            self._leave_out_title(start, end, style)

    def _leave_out_title(self, start: int, end: int, style: str) -> None:
        """Take a title's words out of the names; note the word after it if it may be a name."""
        title, after = self.words[start], self.words[end]
        follows = after.spaced and after.look.capital
        if follows and after.look.upper and not title.look.capital:
            return  # none of the major TV networks
        if follows and after.look.calendar:  # Mrs May, but "told the president Monday"
            follows = title.look.capital and after.text == "May"
        if follows and after.sentence == title.sentence and not after.look.stop:
            soft = style in ("work", "post") and not title.look.capital
            self.after_title[end] = "soft" if soft else "firm"
        self.taken.update(range(start, end))

    def listed(self, place: int, end: int | None = None) -> tuple[int, Listed] | None:
        """The longest listed name that starts at a word and stops before `end`, and its stop."""
        if place not in self._hits:
            self._hits[place] = listed_at(self.words, place, len(self.words), self.taken)
        hit = self._hits[place]
        if hit is None or end is None or hit[0] <= end:
            return hit
        return listed_at(self.words, place, end, self.taken)

    def at(self, place: int) -> int:
        """The place after the run of names that starts at a word; the word's own if none does."""
        look = self.words[place].look
        if look.stop and look.key != "US" and self.listed(place) is None:
            return place  # most sentences begin so
        if not self._may(place) and not self._starts_common(place):
            return place
        return self._end(place)

    def loud(self, place: int) -> bool:
        """Whether a word's capitals say nothing: in a line in capitals, or shouted alone."""
        word, look = self.words[place], self.words[place].look
        if word.style == "upper":
            return True
        shouted = look.upper and look.common and len(look.key) > 2 and word.text == look.key
        if not shouted or word.text in self.spelling.bracketed:
            return False
        return look.low in self.spelling.lower or word.text not in self.spelling.acronyms

    def _named(self, place: int) -> bool:
        """Whether a word is written as names are, and is no part of a title."""
        return self.words[place].look.capital and place not in self.taken

    def _may(self, place: int) -> bool:
        """Whether a capitalised word can be (part of) a name where it stands."""
        word, look = self.words[place], self.words[place].look
        if look.low == "i" or not self._named(place):
            return False
        if look.calendar and not self._is_surname(place):
            return False
        if look.low in cues("before_hyphen") and self.words[place + 1].text == "-":
            return False  # Ex-CIA, Pro-Beijing
        if look.stop and look.key != "US":
            return self.listed(place) is not None
        if word.style == "title":
            return word.text in self.spelling.middle or not look.common
        if not word.opens or word.text in self.spelling.middle:
            return True
        if look.common:
            return look.group or look.first
        known = look.size or look.group or look.first or look.upper
        return bool(known) or look.low not in self.spelling.lower

    def _is_surname(self, place: int) -> bool:
        """Whether a month's name is a person's: Theresa May, Mrs May, and then May alone."""
        word, before = self.words[place], self.words[place - 1].look
        if place in self.after_title or (before.first and word.spaced):
            return True
        figure = self.words[place + 1].text[:1].isdigit()
        if word.text not in self.spelling.months or figure or word.opens:
            return False
        return before.low not in cues("time")

    def _starts_common(self, place: int) -> bool:
        """Whether a common word that opens a sentence is a name's first: American Airlines said."""
        word, after = self.words[place], self.words[place + 1]
        hit = self.listed(place)
        bears_office = after.look.low in cues("after", "ORG")  # Rangers striker
        if hit and (hit[0] - place > 1 or bears_office):
            return True
        if word.look.stop or word.look.calendar or word.style or not self._follows(place + 1):
            return False
        if (word.text, after.text) in self.spelling.pairs:
            return True
        end = self._end(place)
        return end - place > 1 and self._whole(end)

    def _follows(self, place: int) -> bool:
        """Whether a word goes on with the run of names before it."""
        word, before = self.words[place], self.words[place - 1]
        if word.sentence != before.sentence or not word.spaced:
            return False
        if place in self.after_title or not self._named(place):
            return False
        if word.style == "title":
            return self._may(place)
        if before.look.low in cues("company") and before.text.endswith("."):
            return word.look.low in cues("company")  # what follows "& Co." is another name
        return not word.look.stop and (not word.look.calendar or self._is_surname(place))

    def _whole(self, end: int) -> bool:
        """Whether the run's end tells that it is one name: a river, a company, a war."""
        return bool(ending(self.words[end - 1])) and self.words[end - 1].look.common

    def _end(self, place: int) -> int:
        """The place after the run of names that starts at a word."""
        hit = self.listed(place)
        end = hit[0] if hit else place + 1
        while end < place + LONGEST:
            step = 1 if self._follows(end) else self._past_joint(place, end)
            if not step:
                break
            end += step
        return self._past_and(place, end)

    def _past_joint(self, place: int, end: int) -> int:
        """How many words the run that started at `place` takes up with the joint at `end`, or 0."""
        word, after = self.words[end], self.words[end + 1]
        if word.look.low not in _joints() or end + 1 in self.after_title:
            return 0
        if not self.words[place].sentence == word.sentence == after.sentence:
            return 0
        return next(filter(None, (joint.takes(self, place, end) for joint in JOINTS)), 0)

    def _capitals(self, place: int) -> int:
        """The place after the capitals that follow each other from a word on."""
        stop = place + 1
        while stop < place + LONGEST and self._follows(stop):
            stop += 1
        return stop

    def _past_and(self, place: int, end: int) -> int:
        """The run's end when it is the first half of "Food and Drug Administration"."""
        after = self.words[end + 1]
        if self.words[end].look.low not in ("and", "&") or not after.look.capital:
            return end
        if after.sentence != self.words[place].sentence:
            return end
        stop = self._capitals(end + 1)
        last = self.words[stop - 1].look.low
        looks = [word.look for word in self.words[place:end]]
        common = all(x.common and not x.size and not x.group for x in looks)
        if common and last in cues("government"):
            return stop
        return stop if last in cues("partner") and stop == end + 2 else end

    # --- joints: each says how many words the run takes up at `end`, 0 for none ---------------
    def _hyphen(self, place: int, end: int) -> int:
        """Parts of one name (Jean-Pierre, Jae-in), not two (US-Israel)."""
        word, after = self.words[end], self.words[end + 1]
        if word.text not in cues("hyphen") or word.spaced or after.spaced:
            return 0
        left, right = self.words[end - 1].look, after.look
        if len(left.key) == 1 and right.size:
            return 0  # (R-Texas)
        if not right.capital:
            if right.low in cues("compound") or self.words[end + 2].text == "-":
                return 0
            short = end - place > 1 and len(right.low) <= 6
            return 2 if short and not left.common and not left.size else 0
        if left.low in cues("name_prefix"):
            return 2
        if not stands_alone(left) and not stands_alone(right):
            both = {self.words[end - 1].text, after.text}
            return 0 if both <= self.spelling.alone else 2  # Obama-Xi are two
        stop = self._capitals(end + 1)
        return 2 if stop > end + 2 and ending(self.words[stop - 1]) == "ORG" else 0

    def _ampersand(self, place: int, end: int) -> int:
        return 2 if self.words[end].text == "&" and self.words[end + 1].look.capital else 0

    def _particle(self, place: int, end: int) -> int:
        word, after = self.words[end], self.words[end + 1]
        if word.look.low not in cues("particle") or word.look.capital or not after.spaced:
            return 0
        place_before = self.words[end - 1].look.size
        return 2 if after.look.capital and not after.look.stop and not place_before else 0

    def _phrase(self, place: int, end: int) -> int:
        """A body, a place or a law that goes on with "of", "for" or "on"."""
        low, before = self.words[end].look.low, self.words[end - 1].look
        if low not in cues("phrase_joint"):
            return 0
        law = (
            low == "of"
            and before.common
            and ending(self.words[self._capitals(end + 1) - 1]) == "OTHER"
        )
        if not law and not _opens_phrase(before.low, low):
            return 0
        more = 2 if self.words[end + 1].look.low == "the" else 1
        after = self.words[end + more].look
        return more + 1 if after.capital and not after.calendar else 0

    def _owner(self, place: int, end: int) -> int:
        after = self.words[end + 1]
        owner = self.words[end].text == "'s" and self.words[end - 1].look.low in cues("owner")
        if not owner or not after.look.capital or not after.spaced:
            return 0
        stop = self._capitals(end + 1)
        return stop - end if self._whole(stop) else 0

    def _and(self, place: int, end: int) -> int:
        after = self.words[end + 1].look
        if self.words[end].look.low != "and" or not after.capital or not after.common:
            return 0
        phrase = any(w.look.low in cues("phrase_joint") for w in self.words[place:end])
        return 2 if phrase else 0


class Joint(NamedTuple):
    """A word by which a run of capitals goes on: its rule and a name that it makes one."""

    takes: Callable[[Runs, int, int], int]
    example: str


JOINTS = (
    Joint(Runs._hyphen, "Karine Jean-Pierre"),
    Joint(Runs._ampersand, "Lind & Okoro"),
    Joint(Runs._particle, "Marta van Lind"),
    Joint(Runs._phrase, "Institute for the Blind"),
    Joint(Runs._owner, "Children's Hospital"),
    Joint(Runs._and, "Department of Health and Welfare"),
)


@cache
def _joints() -> frozenset[str]:
    return cues("joint") | cues("hyphen") | cues("particle") | cues("phrase_joint")


def _opens_phrase(low: str, joint: str) -> bool:
    """Whether a name goes on with "of" or "for" after this word: Bank of, Institute for."""
    if joint == "on":
        return low in cues("council")
    if low in cues("org_start") or low in cues("ending", "ORG"):
        return low not in listed("titles", column="title") or low in cues("title_or_body")
    return joint == "of" and low in cues("place_start")
