"""Names in a telling: sentences in, one Mention per name out.

Words with their looks are read once; runs of capitals are cut into names at what the lists, the
titles and the article's own spelling say; names that nothing explains are voted on by the words
around them; then each gets the best name of its bearer in this article.
"""

from tellings.find.mentions.describing import KINDS, Mention
from tellings.find.mentions.finding import find, find_with_spacy, finder, resolve

__all__ = ["KINDS", "Mention", "find", "find_with_spacy", "finder", "resolve"]
