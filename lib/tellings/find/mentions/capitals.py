"""Runs of capitals in a row of words: where a name, or several in a row, may begin and end."""

from tellings.find.mentions import joints
from tellings.find.mentions.listed import ending
from tellings.find.mentions.looks import cues
from tellings.find.mentions.starts import LONGEST, Starts


class Runs(Starts):
    """The words of an article as runs of capitals."""

    def at(self, place: int) -> int:
        """The place after the run of names that starts at a word; the word's own if none does."""
        word, look = self.words.at[place], self.words.at[place].look
        if not (word.opens or word.style or look.stop or look.calendar or look.cued):
            return self._end(place)  # most capitals in mid-sentence
        if look.cued and self.first_name(place):
            return self._end(place)
        if look.cued and word.opens and self.firm(place):
            return place + 1
        if look.stop and look.key != "US" and self.listed[place] is None:
            return self._opened_by_stop(place)  # most sentences begin so
        if not self.may(place) and not self._starts_common(place):
            return place
        return self._end(place)

    def _opened_by_stop(self, place: int) -> int:
        """The place after a run that a small word with a capital begins; its own if none does.

        St. Paul; in mid-sentence the Third Way, the For the People Act.
        """
        word, after = self.words.at[place], self.words.beside(place + 1, place)
        if word.style or word.text.isupper() or not self.named(place):
            return place
        if word.look.low in cues("saint") and after.look.capital and after.spaced:
            return self._end(place)
        if word.opens:
            return place
        if word.look.low in cues("ordinal_word") and after.look.common and self.follows(place + 1):
            return self._end(place)
        if word.look.low in cues("phrase_joint") and after.look.low == "the":
            end = self._end(place)
            return end if ending(self.words.at[end - 1]) == "OTHER" else place
        return place

    def _starts_common(self, place: int) -> bool:
        """Whether a common word that opens a sentence is a name's first: American Airlines said."""
        word, after = self.words.at[place], self.words.at[place + 1]
        hit = self.listed[place]
        bears_office = after.look.low in cues("after", "ORG")  # Rangers striker
        if hit and (hit[0] - place > 1 or bears_office):
            return True
        if word.look.stop or word.look.calendar or word.style:
            return False
        if self._hyphened(place):
            return True
        if not self.follows(place + 1):
            return False
        if (word.text, after.text) in self.spelling.pairs:
            return True
        end = self._end(place)
        return end - place > 1 and self.whole(end)

    def _end(self, place: int) -> int:
        """The place after the run of names that starts at a word."""
        hit, known = self.listed[place], joints.by_word()
        end = hit[0] if hit else place + 1
        while end < place + LONGEST:
            look = self.words.at[end].look
            if not look.capital and look.low not in known:
                return end  # most runs end so
            step = 1 if self.follows(end) else self._past_joint(place, end)
            if not step:
                break
            end += step
        return self._past_and(place, end)

    def _past_joint(self, place: int, end: int) -> int:
        """How many words the run that started at `place` takes up with the joint at `end`, or 0."""
        rules, sentence = joints.by_word().get(self.words.lows[end]), self.words.sentence
        if not rules or end + 1 in self.after_title:
            return 0
        if not sentence[place] == sentence[end] == sentence[end + 1]:
            return 0
        return next((step for takes in rules if (step := takes(self, place, end))), 0)

    def _past_and(self, place: int, end: int) -> int:
        """The run's end when it is the first half of "Food and Drug Administration"."""
        if self.words.at[end].look.low not in ("and", "&"):
            return end
        after = self.words.at[end + 1]
        if not after.look.capital:
            return end
        two = joints.opens_phrase(after.look.low, self.words.at[end + 2].look.low)
        if two or self.words.sentence[end + 1] != self.words.sentence[place]:
            return end
        stop = self.capitals(end + 1)
        last = self.words.at[stop - 1].look.low
        looks = [word.look for word in self.words.at[place:end]]
        common = all(x.common and not x.size and not x.group for x in looks)
        if common and last in cues("government"):
            return stop
        half = common and after.look.common and self._first_half(place, end)
        if half and ending(self.words.at[stop - 1]) == "ORG":
            return self._end(end + 1)  # Boys and Girls Club of Velmora
        return stop if last in cues("partner") and stop == end + 2 else end

    def _first_half(self, place: int, end: int) -> bool:
        """Whether common words in mid-sentence may be the first half of a body's name."""
        word, last = self.words.at[place], self.words.at[end - 1].look.low
        middle = not word.opens and not word.style
        return middle and last not in cues("ending", "ORG") and self.listed[place] is None

    def _hyphened(self, place: int) -> bool:
        """Whether a common word begins a double surname: Smith-Okoro."""
        hyphen, other = self.words.at[place + 1], self.words.at[place + 2]
        tight = hyphen.text == "-" and not hyphen.spaced and not other.spaced
        prefix = self.words.at[place].look.low in cues("before_hyphen")
        name = other.look.capital and not other.look.common and self.listed[place + 2] is None
        return tight and name and not prefix
