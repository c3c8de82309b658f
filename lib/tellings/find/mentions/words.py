"""The words of an article: sentences in, words with their places out, and a cursor over them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from itertools import pairwise
from typing import NamedTuple

from tellings.find.mentions.looks import NO_LOOK, Look, common, cues, look
from tellings.lexicons import listed
from tellings.text.characters import plain

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
# Soft hyphens, joiners and spaces of no width, accents apart from their letters.
_HIDDEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]")
_LETTERS, _LONG = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]{4,}")


class Word(NamedTuple):
    """A word of a sentence.

    start, end  code points into the capture
    spaced      whether a space or the sentence's start stands before it
    opens       whether it stands where any word would have a capital
    sentence    its sentence's number
    style       of its sentence: "" | title | upper (headlines say little by their capitals)
    """

    text: str
    start: int
    end: int
    spaced: bool
    opens: bool
    sentence: int
    style: str
    look: Look


NO_WORD = Word("", -1, -1, False, False, -1, "", NO_LOOK)


class Words(list[Word]):
    """The words of an article in order, and NO_WORDs behind them.

    So places next to a word can be looked at without asking whether they are there: one beyond the
    last word, or before the first (a negative place), is a NO_WORD.

    noted  the places of the words that rules begin at, as their looks say
    """

    noted: list[int]

    def beside(self, place: int, other: int) -> Word:
        """The word at a place if its sentence is that of the word at `other`, else NO_WORD."""
        word = self[place]
        return word if word.sentence == self[other].sentence else NO_WORD

    def low(self, first: int, last: int) -> tuple[str, ...]:
        """The words from first to last - 1 in lower case."""
        return tuple([word.look.low for word in self[first:last]])


def read(sentences: Iterable) -> Words:
    """The words of all sentences, in order.

    >>> from tellings.read.sentences import of
    >>> [word.text for word in read(of("The U.S.-led talks end.")) if word.text]
    ['The', 'U.S.', '-', 'led', 'talks', 'end', '.']
    """
    found = Words()
    make, append = partial(tuple.__new__, Word), found.append  # Word(*parts) takes twice as long
    for sentence in sentences:
        text = plain(sentence.text)
        number, begin, index = sentence.sentence, sentence.start, text.index
        chunks = text.split()
        cut = [*map(_chunk, chunks)]
        style = _style(text, cut, sentence.zone == "headline")
        opens, at = True, 0
        for chunk, (words, _, _) in zip(chunks, cut, strict=True):
            at = index(chunk, at)
            start = begin + at
            for word, first, last, seen, turns in words:
                parts = (word, start + first, start + last, not first, opens, number, style, seen)
                append(make(parts))
                if turns is not None:
                    opens = turns
            at += len(chunk)
    found.noted = [place for place, word in enumerate(found) if word.look.noted]
    found.extend([NO_WORD] * _NEAR)
    for first, last in _headlines(found):
        found[first:last] = [word._replace(style="title") for word in found[first:last]]
    return found


def _headlines(words: Words) -> list[tuple[int, int]]:
    """Where a headline is quoted: all long words between two marks have capitals, four or more."""
    marks = [k for k in words.noted if words[k].text == '"' and not words[k].style]
    found = []
    for first, last in pairwise(marks):
        inside = words[first + 1 : last]
        if words[first].spaced and not words[last].spaced and 4 <= len(inside) < _NEAR:
            long = [w.look.capital for w in inside if len(w.text) > 3 and w.text.isalpha()]
            if len(long) >= 4 and all(long):
                found.append((first + 1, last))
    return found


def visible(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without characters that are not seen, accents put on their letters; its places.

    >>> visible("Ol\u00adga Mace\u0301")
    ('Olga Macé', (0, 1, 3, 4, 5, 6, 7, 8, 9))
    """
    seen: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if not _HIDDEN.match(letter):
            seen.append(letter)
            places.append(place)
        elif unicodedata.combining(letter) and seen:
            both = unicodedata.normalize("NFC", seen[-1] + letter)
            seen[-1] = both if len(both) == 1 else seen[-1]
    return "".join(seen), tuple(places)


class _Chunk(NamedTuple):
    """What stands between two spaces.

    words     each with its ends and its look, and whether the next word may have a capital whatever
              it is; None where it says as little as this one
    long, capitals  how many words of four letters or more it has, and how many with a capital
    """

    words: tuple[tuple[str, int, int, Look, bool | None], ...]
    long: int
    capitals: int


@lru_cache(maxsize=100_000)
def _chunk(text: str) -> _Chunk:
    """What stands between two spaces, read as it is seen, with the places that it truly has."""
    seen, places = visible(text) if not text.isascii() and _HIDDEN.search(text) else (text, ())
    found: list[tuple[str, int, int, Look, bool | None]] = []
    for word, first in pieces(seen):
        turns: bool | None = False
        if not word[0].isalnum() and word != "'s":
            turns = True if word in _OPENING and (not first or word not in "\"'") else None
        last = first + len(word)
        if places:
            ends = (places[first], places[last] if last < len(seen) else len(text))
        else:
            ends = (first, last)
        found.append((word, *ends, look(word), turns))
    long = _LONG.findall(seen)
    return _Chunk(tuple(found), len(long), sum(word[0].isupper() for word in long))


def pieces(text: str) -> list[tuple[str, int]]:
    """Each word of the text with its place; "US-led" is cut, "Gen." keeps its stop."""
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


def _style(text: str, chunks: list[_Chunk], headline: bool) -> str:
    """How a sentence is capitalised: "upper", "title", or "" for plain text.

    A sentence with a stop at its end is a headline only when all its long words have capitals; the
    article's own headline when they all have, however few.
    """
    long, capitals = 0, 0
    for chunk in chunks:
        long += chunk[1]
        capitals += chunk[2]
    if 2 * capitals < long:
        return ""
    letters = _LETTERS.findall(text)
    if len(letters) >= 3 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        return "upper"
    if headline and capitals == long:
        return "title"
    if not listed("function_words", kind="auxiliary").isdisjoint(letters):
        return ""  # a headline writes "Is" and "Has"
    least, share = (6, 1.0) if text.rstrip()[-1:] in tuple(".!?\"'") else (4, 0.75)
    return "title" if long >= least and capitals >= share * long else ""
