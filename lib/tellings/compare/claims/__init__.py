"""Claims across tellings. alignment: which claims speak of one quantity (unkeyed: by value, person
or words; measures: units folded); judging: whether they agree (intervals); days: the same of days;
likely, near: what may be one quantity; wording, findings (clauses): all of it for people; making:
of a part of the corpus.
"""

from tellings.compare.claims.alignment import Aligned, align, changes, quantities
from tellings.compare.claims.judging import NEXT, Pair, between, inside, moving, verdicts
from tellings.compare.claims.making import aligned, of_days, perhaps, placed, said

__all__ = [
    "NEXT",
    "Aligned",
    "Pair",
    "align",
    "aligned",
    "between",
    "changes",
    "inside",
    "moving",
    "of_days",
    "perhaps",
    "placed",
    "quantities",
    "said",
    "verdicts",
]
