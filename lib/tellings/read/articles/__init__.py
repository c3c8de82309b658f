"""What a capture says about itself. fields: the Article row; byline, publication, credits, outlets:
one field or two each, lines with roles in; description: `describe`, which puts them together."""

from tellings.read.articles.description import GIVEN, describe
from tellings.read.articles.fields import FIELDS, LANGUAGE, STATUSES, Article

__all__ = ["FIELDS", "GIVEN", "LANGUAGE", "STATUSES", "Article", "describe"]
