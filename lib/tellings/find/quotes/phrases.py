"""Noun phrases beside a verb: a paragraph's shape in, the words that name who acts out.

Every phrase is a pair of word indices, first and beyond; every search looks a window wide at most.
"""

import re

from tellings.find.quotes.shape import Shape
from tellings.find.quotes.words import used
from tellings.text import inflection

WINDOW = 60  # words that a rule looks to either side: the work grows with the text, not its square
_NOUNS = "NnD'~&gT#$%"
_LONGEST = 16
_LEADS = "CRTSQq,—–-\"'("
_FRONTED = re.compile(r"^,[^,|]*,")  # "who, in 1996, met"
# A verb behind a subject: "Mr. Lee seized on it", "a poll released on Monday".
_ACTS = re.compile("v(?:(?<=Nv)|(?<=nv)(?=[pT]))")
_TIME_OR_PLACE = re.compile("[Tp](?:(?<=T)|(?<=Np))")
Phrase = tuple[int, int]


def head(shape: Shape, phrase: Phrase) -> str:
    """The singular of a phrase's noun: "poll" of "a poll by the port", "a poll taken in May"."""
    first, last = phrase[0], phrase[1] - 1
    place = next((i for i in range(first, last) if shape.letters[i + 1] in "pv"), last)
    return inflection.singular(shape.low[place])


def sentence(shape: Shape, at: int) -> int:
    """Where the sentence or its part behind a colon or semicolon starts, a window back at most."""
    floor, letters = max(at - WINDOW, 1), shape.letters
    stop = max(letters.rfind("|", floor, at), letters.rfind(";", floor, at))
    return max(floor, stop + 1, letters.rfind(":", floor, at) + 1)


def behind(shape: Shape, at: int) -> Phrase | None:
    """The noun phrase that starts at `at`, as behind a verb: "said John Lee of the union"."""
    letters, low, end = shape.letters, shape.low, at
    if letters[at : at + 1] == "P" or (
        letters[at : at + 1] == "D" and letters[at + 1] in ".,|SHWt"
    ):
        return at, at + 1  # "said another.", "told her that"
    while end < min(at + _LONGEST, len(letters) - 1):
        letter, after = letters[end], letters[end + 1]
        if letter == "p" and end > at:
            if after not in ("ND" if low[end] in ("of", "for", "by") else "N") and low[end] != "of":
                break
        elif letter == "C" and end > at:
            if after not in "ND":
                break
        elif letter in "Qq" and end > at and after in "nN":
            pass  # "his “draft” plan"
        elif (letter in "vgR" and after not in "Nn") or letter not in "NnD'~&vgR":
            break
        elif (
            letter == "D"
            and end > at
            and letters[end - 1] in "Nn"
            and after != "~"
            and not low[end].isdigit()
        ):
            break  # "told the Herald the storm was over"
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
        return antecedent(shape, at - 2 if letters[at - 1] == "," else at - 1, floor)
    if letters[at] == ")":
        at = letters.rfind("(", floor, at) - 1
    if at < floor:
        return None
    if letters[at] in ",—–-":
        return _before_comma(shape, at, floor)
    if letters[at] in "CvgVIq":
        return main_subject(shape, at)
    found = _ending(shape, at, floor)
    return found and (_beyond_relative(shape, found, floor) or found)


def antecedent(shape: Shape, last: int, floor: int = 0) -> Phrase | None:
    """The nearest noun phrase that ends at `last`: "criticism from groups" has "groups".

    What a preposition of place or "of" adds stays in it: "the head of the union".
    """
    letters, low, first = shape.letters, shape.low, last
    if letters[last] not in "nN'&~)":
        return None
    if letters[last] == ")":
        first = letters.rfind("(", floor, last) - 1
        if first < floor:
            return None
    while first > floor:
        before, noun = letters[first - 1], letters[first - 2] in "nN"
        if before == "p":
            goes_on = noun and low[first - 1] in used("inside")
        elif before == "C":
            goes_on = noun and letters[first] != "D"
        else:
            goes_on = before == "D" or (before in "nN'&~g" and letters[first] != "D")
        if not goes_on:
            break
        first -= 1
    while first <= last and letters[first] in "'~C":
        first += 1
    return (first, last + 1) if first <= last else None


def _beyond_relative(shape: Shape, found: Phrase, floor: int) -> Phrase | None:
    """Whom a relative clause tells of, if the phrase found is its object.

    "Democrats who now control the House say": Democrats do.
    """
    letters = shape.letters
    relative = letters.rfind("W", floor, found[1])
    if relative < 0 or set("|;:,Qq") & set(letters[relative : found[1]]):
        return None
    first = relative + 1
    while letters[first] == "R":
        first += 1
    acts = letters[first] in "vVAgBI" or (letters[first] == "n" and letters[first + 1] in "DNpn")
    return antecedent(shape, relative - 1, floor) if acts else None


def _before_comma(shape: Shape, comma: int, floor: int) -> Phrase | None:
    """The noun phrase before the appositive or clause that ends at the comma."""
    letters = shape.letters
    start = max(floor, letters.rfind("|", floor, comma) + 1)
    other = letters.rfind(letters[comma], start, comma)
    if letters[comma - 1] == letters[comma] == "-":
        other = letters.rfind("--", start, comma - 1)
    subject = main_subject(shape, comma)
    if subject and letters[subject[1]] == "W":
        return subject  # "The clerk who did this, and that, said"
    while other > start:
        found = _ending(shape, other - 1, floor)
        if not found:
            break
        if _is_object_of_relative(letters, start, found[0]):
            relative = letters.rfind("W", start, found[0])
            return main_subject(shape, relative) or found  # "Lee, who met Ode -- a pilot -- said"
        if letters[found[0] - 1] != "," or not (letters[found[0]] in "Dn" or _adds(shape, found)):
            if _is_time(shape, found):
                return _ending(shape, comma - 1, floor)
            return _name_beside(shape, found, comma) or found
        other = found[0] - 1
    return subject


def _is_object_of_relative(letters: str, start: int, first: int) -> bool:
    """Whether the phrase at `first` stands behind "who" or "which" as what its verb acts on."""
    relative = letters.rfind("W", start, first) + 1
    return relative > 0 and not set("|,;:C—–-") & set(_FRONTED.sub("", letters[relative:first]))


def _name_beside(shape: Shape, found: Phrase, comma: int) -> Phrase | None:
    """The name of whom the phrase describes, where it stands behind it: "the host, Ann Lee, asked".

    None where the phrase has a name of its own.
    """
    first, letters = found[1] + 1, shape.letters
    named = first < comma and not set(letters[first:comma]) - set("N~&")
    return (first, comma) if named and "N" not in letters[slice(*found)] else None


def described(shape: Shape, name: Phrase) -> int:
    """Where the words on whom a name between commas names start; else where the name does.

    "“...,” his wife, Ann Lee, wrote": at "his".
    """
    letters, first = shape.letters, name[0]
    if letters[first - 1] != "," or letters[name[1]] != ",":
        return first
    found = _ending(shape, first - 2, max(first - _LONGEST, 1))
    if not found or letters[found[0] - 1] not in ",Qq":
        return first
    return found[0] if _name_beside(shape, found, name[1]) == name else first


def _adds(shape: Shape, phrase: Phrase) -> bool:
    """Whether the phrase says where a member sits: "R-Ohio"."""
    return shape.low[phrase[0]][1:2] == "-"


def _is_time(shape: Shape, phrase: Phrase) -> bool:
    """Whether the phrase tells when: "A few days" (later, X said)."""
    return shape.low[phrase[1] - 1] in used("time")


def _ending(shape: Shape, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word stands at `last`."""
    letters = shape.letters
    if last < floor or letters[last] not in _NOUNS + ")":
        return None
    first = last
    while first >= floor and (letters[first] in _NOUNS + "pvC()" or _orders(letters, first)):
        if letters[first] == "v" and letters[first + 1] in "ND":
            break  # "The crews met Ann Lee, who said": a verb with its object
        first -= 1
    return _trimmed(shape, first + 1, last + 1)


def _orders(letters: str, at: int) -> bool:
    """Whether an adverb stands inside a noun phrase: "her first term"."""
    return letters[at - 1 : at + 1] == "DR" and letters[at + 1] in "nN"


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
    acts = _ACTS.search(letters, first + 1, beyond + 1)
    beyond = min(acts.start(), beyond) if acts else beyond
    if "R" in letters[first:beyond] or "this" in low[first:beyond]:
        beyond = next((i for i in range(first + 1, beyond) if _is_late(shape, i, beyond)), beyond)
    for found in _TIME_OR_PLACE.finditer(letters, first + 1, beyond - 1):
        i = found.start()
        time = letters[i] == "T" and (letters[i + 1] not in "nN" or _is_time(shape, (i, i + 2)))
        place = letters[i] == "p" and letters[i + 1] != "N" and low[i] not in used("of")
        if time or place:
            beyond = i
            break
    while beyond > first and letters[beyond - 1] in "TpC~":
        beyond -= 1
    return (first, beyond) if beyond > first else None


def _is_late(shape: Shape, at: int, beyond: int) -> bool:
    """Whether no subject goes on at the word: "a poll out this week", "the mayor this morning"."""
    out = shape.letters[at] == "R" and (at + 1 == beyond or shape.letters[at + 1] in "DT")
    now = shape.low[at] == "this" and shape.letters[at - 1] in "nN"
    return out or (now and _is_time(shape, (at, beyond)))


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
    letters, start = shape.letters, sentence(shape, before)
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
            fresh = _trimmed(shape, start, end)
            found = fresh if fresh and not _is_time(shape, fresh) else found
            if (found and letters[end] != ",") or not fronted:
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
    if letter == "S":
        return shape.low[at] == "than" and shape.letters[at - 1] == "D"  # "more than ten crews"
    return letter in _NOUNS or (letter == "p" and shape.low[at] == "of")
