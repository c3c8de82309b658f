"""Noun phrases beside a verb: a paragraph's shape in, the words that name who acts out.

Every phrase is a pair of word indices, first and beyond; every search looks a window wide at most.
"""

from tellings.find.quotes.shape import Shape
from tellings.lexicons import listed

WINDOW = 60  # words that a rule looks to either side: the work grows with the text, not its square
_NOUNS = "NnD'~&gT#$%"
_LONGEST = 16
_LEADS = "CRTSQq,—–-\"'("
Phrase = tuple[int, int]


def behind(shape: Shape, at: int) -> Phrase | None:
    """The noun phrase that starts at `at`, as behind a verb: "said John Lee of the union"."""
    letters, low, end = shape.letters, shape.low, at
    if letters[at : at + 1] == "P" or (letters[at : at + 1] == "D" and letters[at + 1] in ".,|"):
        return at, at + 1  # "said another."
    while end < min(at + _LONGEST, len(letters) - 1):
        letter, after = letters[end], letters[end + 1]
        if letter == "p" and end > at:
            if after not in ("ND" if low[end] in ("of", "for", "by") else "N") and low[end] != "of":
                break
        elif letter == "C" and end > at:
            if after not in "ND":
                break
        elif (letter in "vg" and after not in "Nn") or letter not in "NnD'~&vg":
            break
        end += 1
    while end > at and letters[end - 1] in "pCD'~":
        end -= 1
    return (at, end) if end > at else None


def ahead(shape: Shape, verb: int) -> Phrase | None:
    """The noun phrase before the verb: past adverbs, brackets, relatives, appositives.

    "X also said", "X (D-Ohio) said", "X, a teacher, said", "X, who leads Y, said", "X, who said".
    """
    letters = shape.letters
    at, floor = verb - 1, max(verb - WINDOW, 1)
    while at > floor and letters[at] in "ARt":
        at -= 1
    while at > floor and letters[at] in "Tp" and letters[at - 1] in "NnpTP)":
        at -= 1  # "The US and Israel on Monday said"
    if letters[at] == "P" or (letters[at] == "D" and letters[at - 1] == "|"):
        return at, at + 1  # "Another said"
    if letters[at] in "WH":
        return _ending(shape, at - 2 if letters[at - 1] == "," else at - 1, floor)
    if letters[at] == ")":
        at = letters.rfind("(", floor, at) - 1
    if at < floor:
        return None
    if letters[at] in ",—–-":
        return _before_comma(shape, at, floor)
    if letters[at] in "CvgVI":
        return main_subject(shape, at)
    return _ending(shape, at, floor)


def _before_comma(shape: Shape, comma: int, floor: int) -> Phrase | None:
    """The noun phrase before the appositive or clause that ends at the comma."""
    letters = shape.letters
    start = max(floor, letters.rfind("|", floor, comma) + 1)
    other = letters.rfind(letters[comma], start, comma)
    if letters[comma - 1] == letters[comma] == "-":
        other = letters.rfind("--", start, comma - 1)
    while other > start:
        found = _ending(shape, other - 1, floor)
        if not found:
            break
        if letters[found[0] - 1] != "," or letters[found[0]] not in "Dn":
            return found
        other = found[0] - 1
    return main_subject(shape, comma)


def _ending(shape: Shape, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word stands at `last`."""
    letters = shape.letters
    if last < floor or letters[last] not in _NOUNS + ")":
        return None
    first = last
    while first >= floor and letters[first] in _NOUNS + "pvC()":
        if letters[first] == "v" and letters[first + 1] in "ND":
            break  # "The crews met Ann Lee, who said": a verb with its object
        first -= 1
    return _trimmed(shape, first + 1, last + 1)


def _trimmed(shape: Shape, first: int, beyond: int) -> Phrase | None:
    """The subject among the words first to beyond, without phrases before it and behind it."""
    letters, low = shape.letters, shape.low
    while first < beyond and letters[first] in "CTR'~)":
        first += 1
    if first < beyond and letters[first] == "p":
        first = _after_phrase(letters, first, beyond)
    conjunction = letters.find("C", first, beyond)
    if conjunction > first and "v" in letters[first:conjunction]:
        first = conjunction + 1  # "He left and the mayor said": two clauses
    for i in range(first + 1, beyond):
        if letters[i] == "v" and letters[i - 1] == "N":
            beyond = i  # "Mr. Lee seized on it"
            break
    for i in range(first + 1, beyond - 1):
        place = letters[i] == "p" and low[i] not in listed("attribution_words", use="of")
        if letters[i] == "T" or (place and letters[i + 1] != "N" and letters[i - 1] == "N"):
            beyond = i
            break
    while beyond > first and letters[beyond - 1] in "TpC~":
        beyond -= 1
    return (first, beyond) if beyond > first else None


def _after_phrase(letters: str, first: int, beyond: int) -> int:
    """Where the subject starts behind a phrase: "In a letter the port"; `beyond` if nowhere."""
    free = beyond
    for i in range(first + 2, beyond):
        if (letters[i] == "D" and letters[i - 1] not in "pD") or (
            letters[i] == "N" and letters[i - 1] in "nT"
        ):
            free = i
    return free


def main_subject(shape: Shape, before: int) -> Phrase | None:
    """The subject of the clause that the word at `before` goes on: "X fired back, saying"."""
    letters = shape.letters
    start = max(before - WINDOW, 1)
    start = max([start, *(letters.rfind(mark, start, before) + 1 for mark in "|;:")])
    found, fronted = None, False
    while start < before:
        while start < before and letters[start] in _LEADS:
            start += 2 if letters[start : start + 2] == "Tn" else 1  # "Last week, X called it"
        if letters[start] == "P":
            return start, start + 1
        if letters[start] in "DNn":
            end = start
            while end < before and _of_phrase(shape, end):
                end += 1
            found = _trimmed(shape, start, end) or found
            if letters[end] != "," or not fronted:
                return found
        fronted = True
        start = letters.find(",", start, before) + 1
        if not start:
            break
    return found


def _of_phrase(shape: Shape, at: int) -> bool:
    """Whether the word at `at` goes on the noun phrase before it."""
    letter = shape.letters[at]
    if letter == "C":
        return shape.letters[at + 1] in "ND"
    return letter in _NOUNS or (letter == "p" and shape.low[at] == "of")
