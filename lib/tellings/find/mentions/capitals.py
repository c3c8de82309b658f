"""Runs of capitals in a row of words: where a name, or several in a row, may begin and end."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.mentions.listed import ending, listed_at, stands_alone, titles
from tellings.find.mentions.words import Word, cues
from tellings.lexicons import listed

# No name has more words; a page without stops must not cost more than others.
LONGEST = 20


class Seen(NamedTuple):
    """How this article writes its words.

    lower, middle  in lower case; with a capital in mid-sentence, and pairs of such words
    alone          of those in the middle, not joined to another by a hyphen
    bracketed      by themselves in brackets, as acronyms are behind what they stand for
    acronyms       in capitals twice or more, each time between words that are not: DAB's Lee
    months         behind a first name, as surnames are: Theresa May
    """

    lower: frozenset[str]
    middle: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    alone: frozenset[str]
    bracketed: frozenset[str]
    acronyms: frozenset[str]
    months: frozenset[str]


def seen(given: Sequence[Word]) -> Seen:
    """What the article's own spelling tells of its words."""
    lower, middle, pairs, alone, bracketed, months = (set() for _ in range(6))
    before = None
    for place, word in enumerate(given):
        if not word.look.capital:
            lower.add(word.look.low)
        elif not word.opens and not word.style:
            middle.add(word.text)
            after = given[place + 1].text if place + 1 < len(given) else ""
            if before.look.capital and word.spaced and not before.opens:
                pairs.add((before.text, word.text))
            if before.text != "-" != after:
                alone.add(word.text)
            if before.text == "(" and after == ")":
                bracketed.add(word.text)
            if word.look.calendar and before.look.first and word.spaced:
                months.add(word.text)
        before = word
    return Seen(
        *map(frozenset, (lower, middle, pairs, alone, bracketed)),
        _acronyms(given),
        frozenset(months),
    )


def _acronyms(given: Sequence[Word]) -> frozenset[str]:
    """Words that stand in capitals twice or more, with no such word beside them: not shouted."""
    loud = [w.look.upper and w.text == w.look.key for w in given]
    times = Counter(
        word.text
        for before, here, after, word in zip(
            [False, *loud], loud, [*loud[1:], False], given, strict=False
        )
        if here and not (before or after or word.style or word.look.stop)
    )
    return frozenset(text for text, count in times.items() if count > 1)


class Runs:
    """The words of an article, with what its own spelling and its titles tell of them.

    after_title  places right behind a title: "firm" where a person must follow, else "soft"
    """

    def __init__(self, given: Sequence[Word]):
        self.words, self.seen = given, seen(given)
        self.after_title: dict[int, str] = {}
        for start, (end, style) in titles(given).items():
            self._leave_out_title(start, end, style)

    def _leave_out_title(self, start: int, end: int, style: str) -> None:
        """Take a title's words out of the names; note the word after it if it may be a name."""
        given = self.words
        follows = end < len(given) and given[end].spaced and given[end].look.capital
        if follows and given[end].look.upper and not given[start].look.capital:
            return  # none of the major TV networks
        if follows and given[end].look.calendar:  # Mrs May, but "told the president Monday"
            follows = given[start].look.capital and given[end].text == "May"
        if follows and given[end].sentence == given[start].sentence and not given[end].look.stop:
            soft = style in ("work", "post") and not given[start].look.capital
            self.after_title[end] = "soft" if soft else "firm"
        for word in given[start:end]:
            word.name = False

    def at(self, place: int) -> int:
        """The place after the run of names that starts at a word; the word's own if none does."""
        if not self._may(place) and not self._starts_common(place):
            return place
        return self._end(place)

    def loud(self, place: int) -> bool:
        """Whether a word's capitals say nothing: in a line in capitals, or shouted alone."""
        word, look = self.words[place], self.words[place].look
        if word.style == "upper":
            return True
        shouted = look.upper and look.common and len(look.key) > 2 and word.text == look.key
        if not shouted or word.text in self.seen.bracketed:
            return False
        return look.low in self.seen.lower or word.text not in self.seen.acronyms

    def _may(self, place: int) -> bool:
        """Whether a capitalised word can be (part of) a name where it stands."""
        word, look = self.words[place], self.words[place].look
        if look.low == "i" or not word.name or look.calendar and not self._is_surname(place):
            return False
        if look.low in cues("before_hyphen") and self._hyphen_at(place + 1):
            return False  # Ex-CIA, Pro-Beijing
        if look.stop and look.key != "US":
            return listed_at(self.words, place, len(self.words)) is not None
        if word.style == "title":
            return word.text in self.seen.middle or not look.common
        if not word.opens or word.text in self.seen.middle:
            return True
        if look.common:
            return look.group or look.first
        known = look.size or look.group or look.first or look.upper
        return bool(known) or look.low not in self.seen.lower

    def _is_surname(self, place: int) -> bool:
        """Whether a month's name is a person's: Theresa May, Mrs May, and then May alone."""
        word, before = self.words[place], self.words[place - 1].look if place else None
        if place in self.after_title or before and before.first and word.spaced:
            return True
        after = self.words[place + 1].text if place + 1 < len(self.words) else ""
        if word.text not in self.seen.months or after[:1].isdigit() or word.opens:
            return False
        return not before or before.low not in cues("time")

    def _starts_common(self, place: int) -> bool:
        """Whether a common word that opens a sentence is a name's first: American Airlines said."""
        word, look = self.words[place], self.words[place].look
        hit = listed_at(self.words, place, len(self.words))
        if hit and (hit[0] - place > 1 or self._bears_office(place + 1)):
            return True
        if look.stop or look.calendar or word.style or not self._follows(place + 1):
            return False
        if (word.text, self.words[place + 1].text) in self.seen.pairs:
            return True
        end = self._end(place)
        return end - place > 1 and self._whole(end)

    def _bears_office(self, place: int) -> bool:
        """Whether a word is one that stands behind a body's name: Rangers striker."""
        behind = cues("after", "ORG")
        return place < len(self.words) and self.words[place].look.low in behind

    def _follows(self, place: int) -> bool:
        """Whether a word goes on with the run of names before it."""
        if place >= len(self.words) or place in self.after_title:
            return False
        word, before = self.words[place], self.words[place - 1]
        if word.sentence != before.sentence or not word.spaced or not word.name:
            return False
        if word.style == "title":
            return self._may(place)
        if before.look.low in cues("company") and before.text.endswith("."):
            return word.look.low in cues("company")  # what follows "& Co." is another name
        return not (word.look.calendar and not self._is_surname(place) or word.look.stop)

    def _whole(self, end: int) -> bool:
        """Whether the run's end tells that it is one name: a river, a company, a war."""
        return bool(ending(self.words[end - 1])) and self.words[end - 1].look.common

    def _end(self, place: int) -> int:
        """The place after the run of names that starts at a word."""
        hit = listed_at(self.words, place, len(self.words))
        end = hit[0] if hit else place + 1
        last = min(len(self.words), place + LONGEST)
        while end < last and self.words[end].sentence == self.words[place].sentence:
            step = self._step(place, end)
            if not step:
                break
            end += step
        return self._past_and(place, end)

    def _step(self, place: int, end: int) -> int:
        """How many words the run that started at `place` takes up at `end`; 0 where it ends."""
        given, word = self.words, self.words[end]
        if self._follows(end):
            return 1
        low, before = word.look.low, given[end - 1].look
        after = given[end + 1] if end + 1 < len(given) else None
        if after is None or after.sentence != word.sentence or end + 1 in self.after_title:
            return 0
        if word.text in "-–'" and not word.spaced and not after.spaced:
            return 2 if self._one_name(place, end) else 0
        if low == "&" and after.look.capital:
            return 2
        if low in cues("particle") and not word.look.capital and after.spaced:
            return 2 if after.look.capital and not after.look.stop and not before.size else 0
        law = (
            low == "of" and before.common and ending(given[self._capitals(end + 1) - 1]) == "OTHER"
        )
        if low in ("of", "for", "on") and (law or _opens_phrase(before.low, low)):
            skip = 2 if after.look.low == "the" and end + 2 < len(given) else 1
            if given[end + skip].look.capital and not given[end + skip].look.calendar:
                return skip + 1
        if low == "'s" and before.low in cues("owner") and after.look.capital and after.spaced:
            stop = self._capitals(end + 1)
            return stop - end if self._whole(stop) else 0
        if low == "and" and self._phrase(place, end) and after.look.capital and after.look.common:
            return 2
        return 0

    def _capitals(self, place: int) -> int:
        """The place after the capitals that follow each other from a word on."""
        stop = place + 1
        while stop < place + LONGEST and self._follows(stop):
            stop += 1
        return stop

    def _one_name(self, place: int, end: int) -> bool:
        """Whether a hyphen joins parts of one name (Jean-Pierre, Jae-in), not two (US-Israel)."""
        left, right = self.words[end - 1].look, self.words[end + 1].look
        if len(left.key) == 1 and right.size:
            return False  # (R-Texas)
        if not right.capital:
            if right.low in cues("compound") or self._hyphen_at(end + 2):
                return False
            return end - place > 1 and len(right.low) <= 6 and not left.common and not left.size
        if left.low in cues("name_prefix"):
            return True
        if not stands_alone(left) and not stands_alone(right):
            both = {self.words[end - 1].text, self.words[end + 1].text}
            return not both <= self.seen.alone  # Obama-Xi are two
        stop = self._capitals(end + 1)
        return stop > end + 2 and ending(self.words[stop - 1]) == "ORG"

    def _hyphen_at(self, place: int) -> bool:
        return place < len(self.words) and self.words[place].text == "-"

    def _phrase(self, place: int, end: int) -> bool:
        """Whether the run so far is a body's name with "of" or "for": Department of Health."""
        return any(w.look.low in ("of", "for", "on") for w in self.words[place:end])

    def _past_and(self, place: int, end: int) -> int:
        """The run's end when it is the first half of "Food and Drug Administration"."""
        given = self.words
        if end + 1 >= len(given) or given[end].look.low not in ("and", "&"):
            return end
        if not given[end + 1].look.capital or given[end + 1].sentence != given[place].sentence:
            return end
        stop = self._capitals(end + 1)
        last = given[stop - 1].look
        common = all(
            w.look.common and not w.look.size and not w.look.group for w in given[place:end]
        )
        if common and last.low in cues("government"):
            return stop
        return stop if last.low in ("co", "sons", "partners") and stop == end + 2 else end


def _opens_phrase(low: str, joint: str) -> bool:
    """Whether a name goes on with "of" or "for" after this word: Bank of, Institute for."""
    if joint == "on":
        return low in cues("council")
    if low in cues("org_start") or low in cues("ending", "ORG"):
        return low not in _person_titles()
    return joint == "of" and low in cues("place_start")


@cache
def _person_titles() -> frozenset[str]:
    return listed("titles", column="title") - {"general", "guard", "chair"}
