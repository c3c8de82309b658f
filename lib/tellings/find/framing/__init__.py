"""Words that frame: sentences in, one Wording for each name, verb, hedge, booster, passive out."""

from tellings.find.framing.finder import Wording, find

__all__ = ["Wording", "find"]
