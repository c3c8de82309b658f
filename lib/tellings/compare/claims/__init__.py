"""Claims across tellings: claims in, what speaks of one quantity and whether it agrees out."""

from tellings.compare.claims.alignment import Aligned, Pair, align, changes, quantities, verdicts

__all__ = ["Aligned", "Pair", "align", "changes", "quantities", "verdicts"]
