"""The words of an article: sentences in, words with their places out, and a cursor over them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise

from tellings.find.mentions.looks import NO_LOOK, Look, common, cues, look
from tellings.lexicons import listed
from tellings.text.characters import plain
from tellings.text.memory import once

# Shapes of a word, the longest first. "Jong-un" and "U.S." are one word, "US-led" is three.
_SHAPES = r"""
    (?:https?://|www\.)\S+ | [@\#]\w+
    | (?<![.])[A-Za-z][A-Za-z0-9]+\.(?:com|org|net|gov|tv|ca|us|eu|uk|info)\b  # Antiwar.com
    | (?:[Aa][lnrsdt]|[Ee]l|[Aa]sh|[Aa]bd)-[A-Z][\w']+ # al-Assad
    | (?:[A-Z]\.){2,} | (?:[A-Z]\.)+[A-Z]\b            # U.S. and, sloppily, U.S
    | [A-Z]\.(?=\s|$)                                  # the J. of J. Smith
    | [A-Z]{1,3}&[A-Z]{1,2}\b                          # AT&T
    | [A-Z][a-z]+-[a-z]{2,6}\b(?!-)                    # Jong-un; US-led, too, which is cut
    | (?:%s)\.                                          # Gen., Inc.
    | [^\W\d_]+(?:n't|'(?:m|ve|ll|re|d))\b            # Isn't, They've
    | [^\W\d_]+(?:'(?=[A-Z])[^\W\d_]+)?                # O'Brien
    | \d+(?:[.,]\d+)*(?:[A-Za-z]+)?                    # 49ers, 3M, 1,000
    | 's\b | [^\w\s]
"""
# Marks behind which any word may have a capital.
_OPENING = frozenset(".!?:•\"'")
# How far from a word rules look, in words.
_NEAR = 48
# Chunks that are kept of a style.
_MOST = 40_000
# Soft hyphens, joiners and spaces of no width, accents apart from their letters.
_HIDDEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]")
_LETTERS, _LONG = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]{4,}")


# No NamedTuple, as Look is none.
@dataclass(slots=True)
class Word:
    """A word of a sentence; one and the same for every place where it stands alike.

    spaced  whether a space or the sentence's start stands before it
    width   the letters that it takes up, such a space among them
    opens   whether it stands where any word would have a capital
    style   of its sentence: "" | title | upper (headlines say little by their capitals)
    """

    text: str
    spaced: bool
    width: int
    opens: bool
    style: str
    look: Look


NO_WORD = Word("", False, 0, False, "", NO_LOOK)


class Words:
    """The words of an article in order, and NO_WORDs behind them.

    So places next to a word can be looked at without asking whether they are there: one beyond the
    last word, or before the first (a negative place), is a NO_WORD.

    at        the words by their places
    lows      the same in lower case
    sentence  of each word the number of its sentence, -1 of a NO_WORD
    noted     the places of the words that rules begin at, as their looks say
    capitals  those of them that are written as names are
    marks     those of them that are marks of speech or dashes
    loud      whether a sentence is in capitals
    """

    def __init__(self, sentences: Iterable):
        """Read the words of these sentences."""
        self.at: list[Word] = []
        self.sentence: list[int] = []
        self.loud = False
        # Of each sentence its number, where it begins, its plain text and its words.
        self._read: list[tuple[int, int, str, list[Word]]] = []
        for sentence in sentences:
            text = plain(sentence.text)
            found = _of_sentence(text, sentence.zone == "headline")
            self._read.append((sentence.sentence, sentence.start, text, found))
            self.at += found
            self.sentence += [sentence.sentence] * len(found)
            self.loud = self.loud or (bool(found) and found[0].style == "upper")
        self.noted = [place for place, word in enumerate(self.at) if word.look.noted]
        self.capitals = [place for place in self.noted if self.at[place].look.capital]
        marks = cues("noted")
        self.marks = [place for place in self.noted if self.at[place].text in marks]
        self.at += [NO_WORD] * _NEAR
        self.lows = [word.look.low for word in self.at]
        self.sentence += [-1] * _NEAR

    def __iter__(self) -> Iterator[Word]:
        """Give the words in order."""
        return iter(self.at)

    def beside(self, place: int, other: int) -> Word:
        """The word at a place if its sentence is that of the word at `other`, else NO_WORD."""
        return self.at[place] if self.sentence[place] == self.sentence[other] else NO_WORD

    def low(self, first: int, last: int) -> tuple[str, ...]:
        """The words from first to last - 1 in lower case."""
        return tuple(self.lows[first:last])

    def key(self, first: int, last: int) -> str:
        """The words from first to last - 1 in lower case, a space between each two."""
        return self.lows[first] if last - first == 1 else " ".join(self.lows[first:last])

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from first to last - 1, of one sentence, stand in the capture."""
        ends, unseen = self._ends
        start, end = ends[first] - len(self.at[first].text), ends[last - 1]
        if self.sentence[first] not in unseen:
            return start, end
        offset, places = unseen[self.sentence[first]]
        return offset + places[start - offset], offset + places[end - offset]

    @once
    def _ends(self) -> tuple[list[int], dict[int, tuple[int, Sequence[int]]]]:
        """Where each word would end in the capture if it had no characters that are not seen; of
        each sentence that has some, where it begins and the places of those that are seen."""
        ends: list[int] = []
        unseen: dict[int, tuple[int, Sequence[int]]] = {}
        for number, start, text, words in self._read:
            seen, places = visible(text)
            ends += _ends(seen, words, start)
            if len(seen) < len(text):
                unseen[number] = start, places
        return ends, unseen


def read(sentences: Iterable) -> Words:
    """The words of all sentences, in order.

    >>> from tellings.read.sentences import of
    >>> [word.text for word in read(of("The U.S.-led talks end.")) if word.text]
    ['The', 'U.S.', '-', 'led', 'talks', 'end', '.']
    """
    found = Words(sentences)
    for first, last in _headlines(found):
        found.at[first:last] = [replace(word, style="title") for word in found.at[first:last]]
    return found


def _headlines(words: Words) -> list[tuple[int, int]]:
    """Where a headline is quoted: all long words between two marks have capitals, four or more."""
    marks = [k for k in words.marks if words.at[k].text == '"' and not words.at[k].style]
    found = []
    for first, last in pairwise(marks):
        inside = words.at[first + 1 : last]
        if words.at[first].spaced and not words.at[last].spaced and 4 <= len(inside) < _NEAR:
            long = [w.look.capital for w in inside if len(w.text) > 3 and w.text.isalpha()]
            if len(long) >= 4 and all(long):
                found.append((first + 1, last))
    return found


def visible(text: str) -> tuple[str, Sequence[int]]:
    """The text without characters that are not seen, accents put on their letters; its places.

    The last place is the end's.

    >>> visible("Ol\u00adga Mace\u0301")
    ('Olga Macé', (0, 1, 3, 4, 5, 6, 7, 8, 9, 11))
    """
    if text.isascii() or not _HIDDEN.search(text):
        return text, range(len(text) + 1)
    seen: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if not _HIDDEN.match(letter):
            seen.append(letter)
            places.append(place)
        elif unicodedata.combining(letter) and seen:
            both = unicodedata.normalize("NFC", seen[-1] + letter)
            seen[-1] = both if len(both) == 1 else seen[-1]
    return "".join(seen), (*places, len(text))


def _of_sentence(text: str, headline: bool) -> list[Word]:
    """The words of a sentence in plain characters."""
    chunks = text.split()
    found, excess = _in_style(chunks, "")
    style = _style(text, headline) if excess >= 0 else ""
    return _in_style(chunks, style)[0] if style else found


def _in_style(chunks: Iterable[str], style: str) -> tuple[list[Word], int]:
    """The words of a sentence of this style; how many more long ones have a capital than none."""
    found: list[Word] = []
    known, total = _known(style, True), 0
    for chunk in chunks:
        words, known, excess = known[chunk]
        found += words
        total += excess
    return found, total


class _Chunks(dict[str, tuple[tuple[Word, ...], "_Chunks", int]]):
    """What stands between two spaces, as it is read in a sentence of one style, at one place.

    Each with its words, the chunks as they are read behind it, and the number of its long words
    with a capital less those without. Forgotten when it is full: lru_cache takes twice as long.
    """

    def __init__(self, style: str, opens: bool):
        """opens: whether any word has a capital at this place."""
        super().__init__()
        self._style, self._opens = style, opens

    def __missing__(self, chunk: str) -> tuple[tuple[Word, ...], "_Chunks", int]:
        if len(self) == _MOST:
            self.clear()
        seen, opens = visible(chunk)[0], self._opens
        found = []
        for text, start in pieces(seen):
            width = len(text) + (not start)
            found.append(Word(text, not start, width, opens, self._style, look(text)))
            if text[0].isalnum() or text == "'s":
                opens = False
            elif text in _OPENING and (not start or text not in "\"'"):
                opens = True  # other marks leave it as it was
        excess = sum(1 if word[0].isupper() else -1 for word in _LONG.findall(seen))
        self[chunk] = tuple(found), _known(self._style, opens), excess
        return self[chunk]


@cache
def _known(style: str, opens: bool) -> _Chunks:
    """The chunks read so far in sentences of a style, where any word has a capital or not."""
    return _Chunks(style, opens)


def _ends(text: str, words: Sequence[Word], start: int) -> list[int]:
    """Where each word of a sentence ends in the capture; start: where the text begins."""
    widths = [word.width for word in words]
    if sum(widths) == len(text) + 1:
        return list(accumulate(widths, initial=start - 1))[1:]
    at, found = 0, []  # more than a space stands between two words, but no letter
    for word in words:
        at = text.index(word.text, at) + len(word.text)
        found.append(start + at)
    return found


def pieces(text: str) -> list[tuple[str, int]]:
    """Each word of the text with its place; "US-led" is cut, "Gen." keeps its stop."""
    if text.isalpha():
        return [(text, 0)]  # most are letters alone
    found = [(match[0], match.start()) for match in _word().finditer(text)]
    return [piece for word, start in found for piece in _cut(word, start)]


@cache
def _word() -> re.Pattern:
    """What a word is, with the abbreviations of the list."""
    short = listed("abbreviations") | cues("abbreviation")
    longest_first = sorted(short, key=lambda word: (-len(word), word))
    return re.compile(_SHAPES % "|".join(map(re.escape, longest_first)), re.VERBOSE)


def _cut(word: str, start: int) -> list[tuple[str, int]]:
    """The word; in three when its hyphen joins a name and a common word: "Iran-led"."""
    head, hyphen, tail = word.partition("-")
    if not (head and tail.islower()) or head.lower() in cues("arabic_article") or not common(tail):
        return [(word, start)]
    return [(head, start), (hyphen, start + len(head)), (tail, start + len(head) + 1)]


def _style(text: str, headline: bool) -> str:
    """How a sentence is capitalised of whose long words half have a capital: "upper", "title", "".

    A sentence with a stop at its end is a headline only when all its long words have capitals; the
    article's own headline when they all have, however few.
    """
    letters = _LETTERS.findall(text)
    if len(letters) >= 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        return "upper"
    long = _LONG.findall(visible(text)[0])
    capitals = sum(word[0].isupper() for word in long)
    if headline and capitals == len(long):
        return "title"
    if not listed("function_words", kind="auxiliary").isdisjoint(letters):
        return ""  # a headline writes "Is" and "Has"
    least, share = (6, 1.0) if text.rstrip()[-1:] in tuple(".!?\"'") else (4, 0.75)
    return "title" if len(long) >= least and capitals >= share * len(long) else ""
