"""The names in a row of words: runs of capitals, cut where one name ends and the next begins."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tellings.find.listed import Listed, ending, listed_at, stands_alone, title_at, titles
from tellings.find.words import Word, group_of
from tellings.lexicons import words

# What surnames may begin with before a second capital.
_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "O'", "D'", "al-", "Al-", "Du", "Van", "Fitz")


# No name has more words; a page without stops must not cost more than others.
LONGEST = 20


class Name(NamedTuple):
    """Words first to last - 1, what they name ("" while unknown) and the rule that says so."""

    first: int
    last: int
    kind: str
    rule: str


class Seen(NamedTuple):
    """How this article writes its words.

    lower, middle  in lower case; with a capital in mid-sentence, and pairs of such words
    alone          of those in the middle, not joined to another by a hyphen
    bracketed      by themselves in brackets, as acronyms are behind what they stand for
    """

    lower: frozenset[str]
    middle: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    alone: frozenset[str]
    bracketed: frozenset[str]


def among(given: Sequence[Word]) -> list[Name]:
    """The names among the words, in order, none inside another; titles before them left out.

    A capital in mid-sentence speaks for a name; where any word has one (a sentence's start, a
    headline) the word must be listed, or seen in mid-sentence, or be no common word. A run of such
    words is cut at listed names, titles and the words that names end with ("River", "Inc.").
    """
    text = _Text(given)
    place = 0
    while place < len(given):
        word = given[place]
        place = text.take(place) if word.name or word.style == "upper" else place + 1
    return text.found


def seen(given: Sequence[Word]) -> Seen:
    """What the article's own spelling tells of its words."""
    lower, middle, pairs, alone, bracketed = set(), set(), set(), set(), set()
    before = None
    for place, word in enumerate(given):
        if not word.look.capital:
            lower.add(word.look.low)
        elif not word.opens and not word.style:
            middle.add(word.text)
            after = given[place + 1].text if place + 1 < len(given) else ""
            if before.look.capital and word.spaced:
                pairs.add((before.text, word.text))
            if before.text != "-" != after:
                alone.add(word.text)
            if before.text == "(" and after == ")":
                bracketed.add(word.text)
        before = word
    return Seen(*map(frozenset, (lower, middle, pairs, alone, bracketed)))


class _Text:
    """The words of an article while their names are being found."""

    def __init__(self, given: Sequence[Word]):
        self.words, self.seen, self.found = given, seen(given), []
        self.after_title: dict[int, str] = {}
        for start, (end, style) in titles(given).items():
            self._leave_out_title(start, end, style)

    def _leave_out_title(self, start: int, end: int, style: str) -> None:
        """Take a title's words out of the names; note the word after it if it may be a name."""
        given = self.words
        follows = end < len(given) and given[end].spaced and given[end].look.capital
        if follows and given[end].sentence == given[start].sentence and not given[end].look.stop:
            soft = style in ("work", "post") and not given[start].look.capital
            self.after_title[end] = "soft" if soft else "firm"
        for word in given[start:end]:
            word.name = False

    def take(self, place: int) -> int:
        """Take the run of names at a word, if there is one; the place to go on from."""
        word = self.words[place]
        if word.style == "upper":
            return self._take_listed(place)
        if _shouted(word) and word.text not in self.seen.bracketed:
            return self._take_listed(place)
        if not self._may(place):
            start = self._behind_common_start(place)
            if start != place:
                return start
        end = self._end(place)
        self._cut(place, end)
        return end

    def _take_listed(self, place: int) -> int:
        """In an all-capitals line only what is listed counts; what the body knows comes later."""
        hit = listed_at(self.words, place, len(self.words))
        word = self.words[place]
        if hit and (hit[0] - place > 1 or not word.look.common or word.style != "upper"):
            self._add(place, hit[0], hit[1].kind, "list")
            return hit[0]
        return place + 1

    def _may(self, place: int) -> bool:
        """Whether a capitalised word can be (part of) a name where it stands."""
        word, look = self.words[place], self.words[place].look
        if look.calendar or look.low == "i" or not word.name:
            return False
        if look.stop and look.key != "US":
            return listed_at(self.words, place, len(self.words)) is not None
        if word.style == "title":
            known = look.size or look.group or look.first or listed_at(self.words, place, place + 1)
            return (
                word.text in self.seen.middle or not look.common or bool(known and not look.common)
            )
        if not word.opens or word.text in self.seen.middle:
            return True
        if look.common:
            return look.group or look.first
        return (
            bool(look.size or look.group or look.first or look.upper)
            or look.low not in self.seen.lower
        )

    def _behind_common_start(self, place: int) -> int:
        """Where a common word opens a sentence: its place if a name starts there, else the next."""
        word, look = self.words[place], self.words[place].look
        hit = listed_at(self.words, place, len(self.words))
        if hit and hit[0] - place > 1:
            return place
        if hit and self._bears_office(place + 1):
            return place
        if look.stop or look.calendar or word.style or not self._follows(place + 1):
            return place + 1
        if (word.text, self.words[place + 1].text) in self.seen.pairs:
            return place
        end = self._end(place)
        return place if end - place > 1 and self._whole(place, end) else place + 1

    def _bears_office(self, place: int) -> bool:
        """Whether a word is one that stands behind a body's name: Rangers striker."""
        behind = words("name_cues", place="after", kind="ORG")
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
        return not (word.look.calendar or word.look.stop)

    def _whole(self, place: int, end: int) -> bool:
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
        if low in words("name_cues", place="particle") and not word.look.capital and after.spaced:
            return 2 if after.look.capital and not after.look.stop and not before.size else 0
        if low in ("of", "for", "on") and _opens_phrase(before.low, low):
            skip = 2 if after.look.low == "the" and end + 2 < len(given) else 1
            if given[end + skip].look.capital and not given[end + skip].look.calendar:
                return skip + 1
        if (
            low == "'s"
            and before.low in words("name_cues", place="owner")
            and after.look.capital
            and after.spaced
        ):
            stop = self._capitals(end + 1)
            return stop - end if self._whole(end + 1, stop) else 0
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
        if not right.capital:
            if right.low in words("name_cues", place="compound") or self._hyphen_at(end + 2):
                return False
            return end - place > 1 and len(right.low) <= 6 and not left.common and not left.size
        if left.low in words("name_cues", place="name_prefix"):
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
        if common and last.low in words("name_cues", place="government"):
            return stop
        return stop if last.low in ("co", "sons", "partners") and stop == end + 2 else end

    def _add(self, first: int, last: int, kind: str, rule: str) -> None:
        self.found.append(Name(first, last, kind, rule))

    # --- cutting a run -------------------------------------------------------------------------
    def _cut(self, place: int, end: int) -> None:
        """Cut a run into names."""
        while place < end:
            word = self.words[place]
            if not word.text[0].isalnum() or not word.look.capital:
                place += 1
                continue
            place = self._next(place, end)

    def _next(self, place: int, end: int) -> int:
        """Add the name at the start of the run, if there is one; the place to go on from."""
        given, word, look = self.words, self.words[place], self.words[place].look
        title = self.after_title.get(place, "")
        hit = listed_at(given, place, end)
        if title == "firm" and not (hit and hit[1].kind in ("ORG", "NORP") and hit[0] == end):
            self._add(place, end, "PERSON", "title")
            return end
        if hit and hit[0] == end and (end - place > 1 or self._lone_listed(place, hit[1])):
            return self._add_listed(place, hit)
        if word.opens and look.low in words("name_cues", place="lead_in") and end - place > 1:
            return place + 1
        if look.low in words("name_cues", place="direction") and end - place > 1:
            there = listed_at(given, place + 1, end)
            if there and there[1].kind in ("PLACE", "NORP"):
                self._add(place, there[0], there[1].kind, "direction")
                return there[0]
        if end - place > 1:
            stop = self._by_ending(place, end)
            if stop:
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
        return not word.look.common or not word.opens or word.text in self.seen.middle

    def _add_listed(self, place: int, hit: tuple[int, Listed]) -> int:
        end, name = hit
        weak = name.kind == "PLACE" and end - place == 1 and (name.size == "town" or name.also)
        if name.kind == "ORG" and end - place == 1 and self.words[place].look.first:
            self._add(place, end, "", "listed body")  # Chelsea, the club or the daughter
        else:
            self._add(place, end, "" if weak else name.kind, "listed place" if weak else "list")
        return end

    def _by_ending(self, place: int, end: int) -> int:
        """Add the run as one name if its last word says what it is; the place after it, or 0."""
        given, look = self.words, self.words[place].look
        last = given[end - 1]
        joint = next(
            (k for k in range(place + 1, end) if given[k].look.low in ("of", "for", "on")), 0
        )
        if joint:
            return self._add_phrase(place, joint, end)
        kind = ending(last)
        if look.low in words("name_cues", place="storm"):
            kind = "EVENT"  # Hurricane Katrina, Operation Desert Storm
        if not kind or not last.look.capital:
            return 0
        if (
            look.group
            and kind == "ORG"
            and last.look.low in words("name_cues", place="split_after_group")
        ):
            self._add(place, place + 1, "NORP", "list")
            self._add(place + 1, end, "ORG", "ending")
            return end
        if look.first and end - place == 2 and kind != "ORG":
            return 0
        if any(title_at(given, k)[0] > k for k in range(place + 1, end - 1)):
            return 0
        self._add(place, end, kind, "ending")
        return end

    def _add_phrase(self, place: int, joint: int, end: int) -> int:
        """Add a name with "of" or "for": Gulf of Aden; Israeli | Ministry of Defense."""
        before, low = self.words[place].look, self.words[joint - 1].look.low
        if before.group and low in words("name_cues", place="split_after_group"):
            self._add(place, place + 1, "NORP", "list")
            place += 1
        of_place = low in words("name_cues", place="place_start") and low != "valley"
        self._add(place, end, "PLACE" if of_place else "ORG", "of")
        return end

    def _stands(self, place: int, end: int, hit: tuple[int, Listed]) -> bool:
        """Whether a listed name at the start of a longer run is a name of its own."""
        after, name = hit
        if name.kind != "PLACE":
            return self._lone_listed(place, name) or after - place > 1
        follower = self.words[after].look
        if follower.low.endswith("s") and follower.common and end == after + 1:
            return False  # Boston Breakers: a team
        if after - place > 1:
            return True
        return name.size in ("country", "region") and not self.words[place].look.first

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
        elif first.upper and looks[1].first and end - place > 2:
            self._unknown_word(place, place + 1, title)
            self._unknown(place + 1, end, "")
        elif any(x.upper and len(x.key) > 2 or x.key[0].isdigit() for x in looks):
            self._add(place, end, "", "acronym")
        elif first.low in words("name_cues", place="org_first"):
            self._add(place, end, "ORG", "start")
        elif any(len(x.key) == 1 for x in looks):
            self._add(place, end, "PERSON", "initial")
        elif any(x.low in words("name_cues", place="particle") for x in looks[1:]):
            self._add(place, end, "PERSON", "particle")
        elif title:
            self._add(place, end, "", "after a title")
        elif any(_mixed(w.text) for w in given):
            self._add(place, end, "", "mixed case")
        elif first.size and looks[-1].low.endswith("s") and looks[-1].common:
            self._add(place, end, "ORG", "team")
        elif first.common and not all(x.common for x in looks):
            self._add(place, end, "", "common word first")
        elif all(x.common for x in looks):
            self._add(
                place,
                end,
                *(("OTHER", "quoted") if self._quoted(place, end) else ("", "common words")),
            )
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
        return behind and self.words[place].text in words("name_cues", place="postal")

    def _unknown_word(self, place: int, end: int, title: str) -> None:
        """Add a name of one unknown word."""
        word, look = self.words[place], self.words[place].look
        if look.stop and look.key != "US" or len(look.key) == 1:
            return
        if word.text[0] in "@#" or "://" in word.text:
            return
        if self._postal(place):
            self._add(place, end, "PLACE", "postal")
        elif look.group:
            self._add(place, end, "NORP", "of a place")
        elif look.upper and look.key in words("name_cues", place="no_body"):
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


def _shouted(word: Word) -> bool:
    """Whether a common word is in capitals for loudness only: "NO COLLUSION"."""
    return (
        word.look.upper
        and word.look.common
        and len(word.look.key) > 2
        and word.text == word.look.key
    )


def _mixed(text: str) -> bool:
    """Whether a word has a capital inside as brands do (PayPal), not as people (McCain)."""
    inside = [c.isupper() for c in text[1:]]
    return any(inside) and not all(inside) and not text.startswith(_PREFIXES)


def _opens_phrase(low: str, joint: str) -> bool:
    """Whether a name goes on with "of" or "for" after this word: Bank of, Institute for."""
    if joint == "on":
        return low in words("name_cues", place="council")
    if low in words("name_cues", place="org_start") or low in words(
        "name_cues", place="ending", kind="ORG"
    ):
        return low not in _person_titles()
    return joint == "of" and low in words("name_cues", place="place_start")


@cache
def _person_titles() -> frozenset[str]:
    return words("titles", column="title") - {"general", "guard", "chair"}
