"""Quotes of a telling: sentences in, one Quote for each stretch of quoted or attributed words."""

from tellings.find.quotes.finder import Quote, find

__all__ = ["Quote", "find"]
