"""Quotes of a telling: sentences in, one Quote for each stretch of quoted or attributed words.

Who has a trained model gets a second opinion (parses): its doubts about reported speech.
"""

from tellings.find.quotes.finder import Quote, find
from tellings.find.quotes.parses import Doubt, second_opinion

__all__ = ["Doubt", "Quote", "find", "second_opinion"]
