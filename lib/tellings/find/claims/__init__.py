"""Claims of a telling: sentences in, one Claim for each number that counts something out."""

from tellings.find.claims.finder import Claim, find

__all__ = ["Claim", "find"]
