"""Sums that every readability formula is made of: sentences in, one row of counts for each out."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from struct import Struct
from typing import NamedTuple

from tellings.read.sentences import Sentence
from tellings.text import spans, syllables
from tellings.text.characters import plain
from tellings.text.memory import remembered

# textstat's own cut: an apostrophe stays only before a contraction's ending, every other mark goes.
_MARKS = re.compile(r"'(?![tsd]|ve|ll|re)|[^\w\s']")
_LONG = 6  # letters; LIX calls a word long that has more (Björnsson 1968)
_MANY = 3  # syllables; SMOG's polysyllables and fog's complex words have as many or more
_SUMS = Struct("<9I")  # "words" to "long_words", side by side in one large number


class SentenceCount(NamedTuple):
    """What one sentence adds to its telling's sums.

    words          pieces between white space once their marks are gone ("follow-up" is one)
    letters        letters and digits of the words
    pieces, characters  pieces between white space and all that stands in them, marks included (ARI)
    polysyllables  words of three syllables or more (SMOG)
    complex_words  of those, the ones that are not on the Dale-Chall list of easy words (fog)
    difficult      words that are not on that list (Dale-Chall)
    long_words     words of more than six letters (LIX)
    quoted         words inside quotation marks
    """

    sentence: int
    start: int
    end: int
    text: str
    zone: str
    words: int
    syllables: int
    letters: int
    pieces: int
    characters: int
    polysyllables: int
    complex_words: int
    difficult: int
    long_words: int
    quoted: int


def find(sentences: Sequence[Sentence], quotes: Sequence = ()) -> Iterator[SentenceCount]:
    """Yield the counts of each sentence; they add up: a telling's score is a function of its sums.

    quotes  the article's Quote rows; those of form "indirect" stand in no marks and count nothing

    Words, syllables and easy words are textstat's (CMU dictionary, pyphen for words it lacks),
    after curly marks are made plain: textstat itself reads "Israel’s" as a word "Israels".

    >>> from tellings.read.sentences import of
    >>> counts = find(of("The delegation cancelled its trip."))
    >>> [(c.words, c.syllables, c.difficult) for c in counts]
    [(5, 9, 2)]
    """
    marked = [q for q in quotes if q.form != "indirect"]
    for s, around in zip(sentences, spans.reaching(sentences, marked), strict=True):
        quoted = _quoted(s.text, s.start, around) if around else 0
        place = (s.sentence, s.start, s.end, s.text, s.zone)
        yield SentenceCount._make((*place, *_summed(s.text), quoted))


def _summed(text: str) -> tuple[int, ...]:
    """A SentenceCount's sums, "words" to "long_words", of a text."""
    total = sum(map(_of_piece, text.split()))
    return _SUMS.unpack(total.to_bytes(_SUMS.size, "little"))


@remembered(most=40_000)
def _of_piece(piece: str) -> int:
    """What a piece between white space adds to the sums: one addition of two numbers adds all."""
    return int.from_bytes(_SUMS.pack(*_counts(plain(piece))), "little")


def _counts(piece: str) -> tuple[int, ...]:
    """The sums of one piece, "words" to "long_words"."""
    word = _MARKS.sub("", piece)
    if not any(map(str.isalnum, word)):
        return 0, 0, 0, 1, len(piece), 0, 0, 0, 0
    known = syllables.count(word)
    if not word.isascii():
        known = max(syllables.count(_bare(word)), _nuclei(word.lower()))
    letters = len(word) - word.count("'")
    many, difficult = known >= _MANY, not syllables.easy(word)
    own = (many, many and difficult, difficult, letters > _LONG)
    return 1, known, letters, 1, len(piece), *map(int, own)


def _bare(word: str) -> str:
    """The word without its accents: "résumé" as "resume", which a dictionary may know."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _nuclei(word: str) -> int:
    """How many vowels a word with accents sounds, each a syllable.

    An e with an accent is never silent ("café"), a diaeresis parts two vowels ("naïve"), and a
    final e without either is silent ("façade"); y between vowels is a consonant ("Beyoncé").

    >>> [_nuclei(w) for w in ("résumé", "naïve", "façade", "beyoncé", "élysée")]
    [3, 2, 2, 3, 3]
    """
    parted = re.sub(
        r"[äëïöü]", lambda v: "-" + _bare(v[0]) + "'", unicodedata.normalize("NFC", word)
    )
    sounded = re.sub(r"é(?:es?|s)?\b", "i", parted)
    spelled = re.sub(r"(?<=[^aeiouy'-])es?$", "", _bare(sounded)) or word
    return len(re.findall(r"(?:[aeiou]|(?<![aeiou])y|y(?![aeiou]))+", spelled)) or 1


def _quoted(text: str, start: int, marked: list) -> int:
    """How many words of the sentence that starts at `start` stand in marked stretches."""
    inside = [text[max(m.start - start, 0) : m.end - start] for m in marked]
    return sum(_summed(stretch)[0] for stretch in inside)
