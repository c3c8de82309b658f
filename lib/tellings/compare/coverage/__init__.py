"""What each telling carries and leaves out, and what two of them tell otherwise.

event -> parts, letters -> likeness (and words, names) -> facts -> cells, by the limits in states;
-> to_check, by what differs (oppositions): comparing. sides turns cells into tables and sentences;
passages shows what stands beside a place; reuse finds copied text.
"""

from tellings.compare.coverage.cells import KINDS, Cell
from tellings.compare.coverage.comparing import checks, compare, matrix
from tellings.compare.coverage.event import Found
from tellings.compare.coverage.to_check import Check

__all__ = ["KINDS", "Cell", "Check", "Found", "checks", "compare", "matrix"]
