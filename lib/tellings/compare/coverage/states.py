"""Which score means which state: the limits, and what they reach on cells labelled by hand.

They were set on 240 cells of twelve events of 2010 to 2019 (three US outlets each), so that nine
in ten cells called "omitted" are labelled "no", and nineteen in twenty called "carried" or "partly"
are labelled so; of those called "carried" four in five are labelled "yes", the others "partly".
Notebook 7 says what they reach there, and on one half of the events when set on the other.
"""

CARRIED, PARTLY, UNCLEAR, OMITTED = STATES = ("carried", "partly", "unclear", "omitted")

# Scores of Likeness.against. Between the last two a reader decides: "perhaps here", with the place.
SAME = 0.65  # likeness from which on two sentences that tell each other are one fact
WHOLE = 0.71
SOME = 0.50
NEAR = 0.37  # below it the nearest sentence of an unclear cell is mostly the wrong one
NOTHING = 0.297


def state(score: float, whole: bool = True, mutual: bool = True) -> str:
    """The state of a cell with this score.

    whole   whether nothing of the fact is missing at the place; else it is "partly" there
    mutual  whether no other sentence of the fact's telling is nearer to the place than the fact;
            "partly" by the score alone is said only then

    >>> [state(s) for s in (0.9, 0.5, 0.4, 0.1)]
    ['carried', 'partly', 'unclear', 'omitted']
    """
    if score >= WHOLE:
        return CARRIED if whole else PARTLY
    if score >= SOME and mutual:
        return PARTLY
    return UNCLEAR if score > NOTHING else OMITTED
