"""What each telling carries and what it leaves out: what was found in, a matrix of facts out."""

from tellings.compare.coverage.facts import KINDS, Cell, Found, matrix

__all__ = ["KINDS", "Cell", "Found", "matrix"]
