"""In what the tellings of an event differ, as sentences: tables in, ranked rows with places out.
rows: the row types and a sentence in the making; facts, names, checks: a kind of difference each;
excerpts: what is quoted of a sentence; finder: `find`, all of them ranked."""

from tellings.compare.differences.finder import Found, find
from tellings.compare.differences.rows import PARTS, Difference, Place, Tables

__all__ = ["PARTS", "Difference", "Found", "Place", "Tables", "find"]
