"""What each telling carries and leaves out, and what two of them tell otherwise.

parts, letters -> likeness (and words, names) -> facts -> cells, by the limits in states: `matrix`.
The same likeness puts sentences abreast: to_check, by what differs (oppositions). sides turns cells
into tables and sentences; passages shows what stands beside a place; reuse finds copied text.
"""

from tellings.compare.coverage.cells import KINDS, Cell, Found, by_part, matrix, matrix_of
from tellings.compare.coverage.to_check import Check, checks

__all__ = ["KINDS", "Cell", "Check", "Found", "by_part", "checks", "matrix", "matrix_of"]
