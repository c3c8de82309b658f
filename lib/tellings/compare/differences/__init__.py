"""In what the tellings of an event differ, as sentences: tables in, ranked rows with places out.
rows: the row types and a sentence in the making; facts: who tells what; missing, pairs, names,
numbers, quotations, sources, wordings, prominence, checks: a kind of difference each; agreements:
what agrees, what cannot be told; excerpts: what is quoted of a sentence; finder: `find`, all of
them ranked; wording: a page's finding."""

from tellings.compare.differences.finder import Found, between, find
from tellings.compare.differences.rows import PARTS, Difference, Place, Tables

__all__ = ["PARTS", "Difference", "Found", "Place", "Tables", "between", "find"]
