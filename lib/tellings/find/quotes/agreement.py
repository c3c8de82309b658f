"""Agreement: letters (settled so far), words and a place in, whether a form is verb or noun out."""

import re

from tellings.find.quotes.words import also_nouns, takes, used
from tellings.text import inflection

_PHRASE, _LONGEST = "nNDpT'&~gvR$%#", 12  # the letters of a subject with its phrases; words of one


def disagrees(letters: list[str], low: list[str], at: int) -> bool:
    """Whether the form, as a verb, would agree in number with no noun that may be its subject.

    That is the word before it, or a noun before a preposition: "data from the survey show".
    """
    if low[at] not in also_nouns():
        return False
    heads, first = [low[at - 1]], at - 1
    while letters[first] in _PHRASE and at - first < _LONGEST:
        if letters[first] == "p" and letters[first - 1] in "nN":
            heads.append(low[first - 1])
        first -= 1
    singular = low[at].endswith("s") and low[at] != also_nouns()[low[at]]
    return all(_many(head) == singular for head in heads)


def _many(word: str) -> bool:
    """Whether a noun is a plural, "data" among them."""
    return inflection.is_plural(word) or inflection.singular(word) != word


def aims(letters: list[str], low: list[str], at: int) -> bool:
    """Whether the form is a verb before an infinitive: "Lee hopes to go", not "port plans to"."""
    aims = low[at] in also_nouns() and "infinitive" in takes(low[at])
    if not aims or low[at + 1] != "to" or disagrees(letters, low, at):
        return False
    later = "".join(letters[at + 2 : at + _LONGEST * 2])
    return not re.match(r"[^|,;WHSPqQ]*A", later)  # "Campaign plans to move were dropped."


def is_act_of_several(letters: list[str], low: list[str], at: int) -> bool:
    """Whether a form that is no plural stands behind a word for several: "many fear"."""
    return low[at - 1] in used("count") and not low[at].endswith("s")


def is_behind_adverb(letters: list[str], low: list[str], at: int) -> bool:
    """Whether an adverb stands between a subject and the form: "critics also claim"."""
    opens = letters[at + 1] in "HDPN" or low[at + 1] == "to"
    return opens and letters[at - 2] in "nNP)" and low[at] in also_nouns()


def is_wish(letters: list[str], low: list[str], at: int) -> bool:
    """Whether "like" is a verb before an infinitive: "would like to go"."""
    return low[at : at + 2] == ["like", "to"] and letters[at + 2] not in "DNP"
