"""Which words of an article may be (part of) a name where they stand: words in, a yes or no out."""

from collections.abc import Container

from tellings.find.mentions.listed import Listed, beginning, ending, listed_at, titles
from tellings.find.mentions.looks import cues
from tellings.find.mentions.spelling import Spelling
from tellings.find.mentions.words import Words
from tellings.find.mentions.works import works
from tellings.lexicons import listed

# No name has more words; a page without stops must not cost more than others.
LONGEST = 20


class _Hits(dict[int, tuple[int, Listed] | None]):
    """The listed names that start at the places of an article, each looked up when asked for."""

    def __init__(self, words: Words, taken: Container[int]):
        """taken: places of the words of titles."""
        unlisted = [k for k in words.capitals if not beginning(words.at[k].look.key)]
        super().__init__(dict.fromkeys(unlisted))  # most need no search
        self._words, self._taken = words, taken

    def __missing__(self, place: int) -> tuple[int, Listed] | None:
        hit = listed_at(self._words, place, len(self._words.at), self._taken)
        if hit and self._words.key(place, place + 2) in cues("unfit"):
            hit = None  # IRA contributions
        self[place] = hit
        return hit


def past_particles(words: Words, place: int) -> int:
    """The place behind the particles at a place, three at most: Ms | van der | Lee."""
    last = place + 3
    while (
        place < last and words.lows[place] in cues("particle") and not words.at[place].look.capital
    ):
        place += 1
    return place


class Starts:
    """The words of an article, with what its own spelling and its titles tell of them.

    taken        places of the words of titles, which are in no name
    after_title  places right behind a title: "firm" where a person must follow, else "soft"
    listed       the longest listed name that starts at a place, and its stop, None if there is none
    """

    def __init__(self, words: Words):
        """Read the titles and the spelling of these words."""
        self.words, self.spelling = words, Spelling(words)
        self.works = works(words)
        self.after_title: dict[int, str] = {}
        self.taken: set[int] = set()
        self.listed = _Hits(words, self.taken)
        for start, (end, style) in titles(words).items():
            self._leave_out_title(start, end, style)

    def _leave_out_title(self, start: int, end: int, style: str) -> None:
        """Take a title's words out of the names; note the word after it if it may be a name."""
        words, title, stop = self.words, self.words.at[start], end
        end = past_particles(words, end)
        after = words.at[end]
        follows = after.spaced and after.look.capital
        if follows and after.look.upper and not title.look.capital:
            return  # none of the major TV networks
        if follows and after.look.calendar:  # Mrs May, but "told the president Monday"
            follows = title.look.capital and after.text == "May"
        if follows and words.sentence[end] == words.sentence[start] and not after.look.stop:
            soft = style in ("work", "post") and not title.look.capital
            self.after_title[end] = "soft" if soft else "firm"
        if not any(begin <= start < stop for begin, stop in self.works.items()):
            self.taken.update(range(start, stop))

    def listed_within(self, place: int, end: int) -> tuple[int, Listed] | None:
        """The longest listed name that starts at a word and stops before `end`, and its stop."""
        hit = self.listed[place]
        if hit is None or hit[0] <= end:
            return hit
        return listed_at(self.words, place, end, self.taken)

    def loud(self, place: int) -> bool:
        """Whether a word's capitals say nothing: in a line in capitals, or shouted alone."""
        word, look = self.words.at[place], self.words.at[place].look
        if word.style == "upper":
            return True
        shouted = look.upper and look.common and len(look.key) > 2 and word.text == look.key
        if not shouted or word.text in self.spelling.bracketed:
            return False
        return look.low in self.spelling.lower or word.text not in self.spelling.acronyms

    def first_name(self, place: int) -> bool:
        """Whether a common word is a first name, by the surname behind it: Will Okoro, May Lind."""
        word = self.words.at[place]
        if word.look.low not in cues("word_name") or not self.named(place) or word.style:
            return False
        after = self.words.beside(place + 1, place)
        look = after.look
        surname = after.spaced and self.named(place + 1) and not look.upper
        if not surname or look.common or look.stop or look.calendar or self.listed[place + 1]:
            return False
        if word.look.calendar and self.words.at[place - 1].look.low in cues("time"):
            return False  # in April Lind left
        return not (word.opens and word.look.low in cues("asks") and self._asked(place))

    def _asked(self, place: int) -> bool:
        """Whether the sentence of a word is a question: "Will Lind come?"."""
        at = place
        while self.words.sentence[at + 1] == self.words.sentence[place]:
            at += 1
        return self.words.at[at].text == "?"

    def named(self, place: int) -> bool:
        """Whether a word is written as names are, and is no part of a title."""
        return self.words.at[place].look.capital and place not in self.taken

    def may(self, place: int) -> bool:
        """Whether a capitalised word can be (part of) a name where it stands."""
        word, look = self.words.at[place], self.words.at[place].look
        if look.low == "i" or not self.named(place):
            return False
        if look.calendar and not self._is_surname(place):
            return False
        if look.cued and look.low in cues("before_hyphen") and self.words.at[place + 1].text == "-":
            return False  # Ex-CIA, Pro-Beijing
        if look.stop and look.key != "US":
            return self.listed[place] is not None
        if word.style == "title":
            return self._in_headline(place)
        if not word.opens or word.text in self.spelling.middle:
            return True
        if look.common:
            return look.group or look.first or (look.upper and bool(look.size))
        known = look.size or look.group or look.first or look.upper
        return bool(known) or look.low not in self.spelling.lower

    def _in_headline(self, place: int) -> bool:
        """Whether a word of a headline, where every word has a capital, is a name's.

        It must be known to the lists, or written so in the article's own sentences; where there are
        none, a word that is not common will do.
        """
        word, look = self.words.at[place], self.words.at[place].look
        if look.common:
            before, after = self.words.at[place - 1].text, self.words.at[place + 1].text
            pairs = {(before, word.text), (word.text, after)} & self.spelling.pairs
            return bool(pairs) or word.text in self.spelling.single or self._tells(place)
        known = look.size or look.group or look.first or look.upper or self.listed[place]
        if known or not self.spelling.plain or word.text in self.spelling.plain:
            return True
        beside = (self.words.beside(k, place).look for k in (place - 1, place + 1))
        return any(o.capital and not (o.common or o.upper or o.size or o.group) for o in beside)

    def _tells(self, place: int) -> bool:
        """Whether a surname that is a common word is the subject of a headline: Trump Warns."""
        after = self.words.beside(place + 1, place).look.low
        known = self.words.at[place].look.low in cues("surname") and self.words.at[place].opens
        return known and after in listed("reporting_verbs")

    def _is_surname(self, place: int) -> bool:
        """Whether a month's name is a person's: Theresa May, Mrs May, and then May alone."""
        word, before = self.words.at[place], self.words.at[place - 1].look
        if place in self.after_title or (before.first and word.spaced):
            return True
        figure = self.words.at[place + 1].text[:1].isdigit()
        if word.text not in self.spelling.months or figure or word.opens:
            return False
        return before.low not in cues("time")

    def firm(self, place: int) -> bool:
        """Whether a common word is a firm's name, by the verb behind it: Shell said it would."""
        word = self.words.at[place]
        if word.look.low not in cues("firm") or word.style:
            return False
        after = self.words.beside(place + 1, place)
        return after.spaced and after.look.low in cues("firm_verb")

    def follows(self, place: int) -> bool:
        """Whether a word goes on with the run of names before it."""
        word, before = self.words.at[place], self.words.at[place - 1]
        if not (word.look.capital and word.spaced):
            return False
        if self.words.sentence[place] != self.words.sentence[place - 1]:
            return False
        if place in self.after_title or place in self.taken:
            return False
        if word.style == "title":
            apart = before.text in self.spelling.middle and word.text in self.spelling.middle
            pair = (before.text, word.text) in self.spelling.pairs or before.look.first
            return self.may(place) and (pair or not apart)
        if before.look.low in cues("company") and before.text.endswith("."):
            return word.look.low in cues("company")  # what follows "& Co." is another name
        return not word.look.stop and (not word.look.calendar or self._is_surname(place))

    def whole(self, end: int) -> bool:
        """Whether the run's end tells that it is one name: a river, a company, a war."""
        return bool(ending(self.words.at[end - 1])) and self.words.at[end - 1].look.common

    def capitals(self, place: int) -> int:
        """The place after the capitals that follow each other from a word on."""
        stop = place + 1
        while stop < place + LONGEST and self.follows(stop):
            stop += 1
        return stop
