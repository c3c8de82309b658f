"""How one article writes its words: words in, which of them have capitals where out."""

from collections import Counter
from collections.abc import Set

from tellings.find.mentions.words import Words
from tellings.text.memory import once


class Spelling:
    """What an article's own spelling tells of its words; each set is made when it is asked for."""

    def __init__(self, words: Words):
        """Look at the capitals of these words, and at what stands on either side of each."""
        self._words = words
        self._capitals = [(words.at[k - 1], words.at[k], words.at[k + 1]) for k in words.capitals]
        self._middle = [c for c in self._capitals if not (c[1].opens or c[1].style)]

    @once
    def lower(self) -> Set[str]:
        """Words in lower case."""
        return {word.look.low for word in self._words.at if not word.look.capital}

    @once
    def middle(self) -> Set[str]:
        """Words with a capital in mid-sentence."""
        return {word.text for _, word, _ in self._middle}

    @once
    def pairs(self) -> Set[tuple[str, str]]:
        """Words with a capital in mid-sentence, each with the capital before it."""
        return {
            (before.text, word.text)
            for before, word, _ in self._middle
            if word.spaced and before.look.capital and not before.opens
        }

    @once
    def single(self) -> Set[str]:
        """Of those in the middle the ones with no other capital beside them."""
        return {
            word.text
            for before, word, after in self._middle
            if not (before.look.capital or after.look.capital)
        }

    @once
    def alone(self) -> Set[str]:
        """Of those in the middle the ones that no hyphen joins to another."""
        return {w.text for before, w, after in self._middle if before.text != "-" != after.text}

    @once
    def bracketed(self) -> Set[str]:
        """By themselves in brackets, as acronyms are behind what they stand for."""
        around = ("(", ")")
        return {w.text for before, w, after in self._middle if (before.text, after.text) == around}

    @once
    def months(self) -> Set[str]:
        """Months behind a first name, as surnames are: Theresa May."""
        named = (w for before, w, _ in self._middle if before.look.first and w.spaced)
        return {word.text for word in named if word.look.calendar}

    @once
    def acronyms(self) -> Set[str]:
        """In capitals twice or more, with no such word beside them: DAB's Lee, but no shouts."""
        words, places = self._words, self._words.capitals
        loud = {
            k for k in places if words.at[k].look.upper and words.at[k].text == words.at[k].look.key
        }
        alone = [words.at[k] for k in loud if k - 1 not in loud and k + 1 not in loud]
        times = Counter(word.text for word in alone if not (word.style or word.look.stop))
        return {text for text, count in times.items() if count > 1}

    @once
    def plain(self) -> Set[str]:
        """With a capital in a sentence, wherever, as long as it is no headline."""
        return {word.text for _, word, _ in self._capitals if not word.style}

    @once
    def free(self) -> Set[str]:
        """With a capital and nothing of theirs behind them: "Marta", not "Marta's"."""
        return {word.text for _, word, after in self._capitals if after.text != "'s"}

    @once
    def people(self) -> Set[str]:
        """In lower case, what stands behind a first name: the Lind of Marta Lind."""
        return {
            word.look.low
            for before, word, _ in self._capitals
            if before.look.first and not before.look.common and word.spaced
        }
