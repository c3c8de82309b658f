"""Names in a telling: sentences in, one Mention per name out."""

from tellings.find.mentions.finder import KINDS, Mention, find, find_with_spacy, finder, resolve

__all__ = ["KINDS", "Mention", "find", "find_with_spacy", "finder", "resolve"]
