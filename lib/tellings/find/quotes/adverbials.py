"""Adverbials: the place behind a verb in, the word behind its days, times and places out."""

import re

from tellings.find.quotes.shape import Shape
from tellings.find.quotes.words import used

# What a preposition takes: "a letter", "NBC's “Morning” show".
_PLACE = re.compile(r"[DP]{0,2}(?:[nNM'&g~T]|(?<=['ND])[Qq](?=[pTHn]))*")


def past_adverbials(shape: Shape, at: int) -> int:
    """The word behind adverbs, days and phrases of place: "said on Monday in a statement that"."""
    letters, low = shape.letters, shape.low
    for _ in range(8):
        if letters[at] in "RT" and letters[at + 1] != "'":
            at += 1
        elif (later := moment(shape, at)) > at:
            at = later
        elif (letters[at] in "pS" and letters[at - 1] == "v") or (
            letters[at] == "p" and (low[at] != "to" or letters[at + 1] in "DNP")
        ):
            place = _PLACE.match(letters, at + 1)
            at = place.end() if place else at + 1
            at += letters[at : at + 2] in ("vp", "vS")  # "an interview taped before the storm"
        else:
            break
    return at


def moment(shape: Shape, at: int) -> int:
    """The word behind a phrase of time that starts at `at`: "this week", "Tuesday night"."""
    time = used("time")
    for end in range(at, at + 3):
        if shape.low[end] in time:
            return end + 1
        if shape.letters[end] not in "DTn":
            break
    return at
