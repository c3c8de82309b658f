"""Claims of a telling, one for each number that counts something. From words to numbers: codes,
scales, spelled, numbers; what they count: measures, nouns, units, bounds, ranges, quantities; what
is said of it: places, occasions, keys, forecasts; by whom: statuses, voices.
"""

from tellings.find.claims.finder import Claim, find

__all__ = ["Claim", "find"]
