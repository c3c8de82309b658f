"""Where in a telling a fact stands: in the headline, in which paragraph, how early that is."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain
from math import fsum

from tellings.compare.coverage.content_words import stems, weight

_SETTING = 0.25  # share of a telling's sentences that have a word, from which on it tells no fact
_HEADED = 0.5  # share of a headline's words, by how rare they are, that the fact's words must hold


class Layout:
    """The sentences of one telling as a page: headline and dek, then paragraphs of the body."""

    def __init__(self, sentences: Sequence):
        """sentences: the telling's, in order."""
        body = dict.fromkeys(s.paragraph for s in sentences if s.zone == "body")
        self._number = {paragraph: n for n, paragraph in enumerate(body, 1)}
        said = [stems(s.text) for s in sentences]
        having = Counter(chain.from_iterable(said))
        setting = {stem for stem, n in having.items() if n > _SETTING * len(sentences)}
        heads = (own for s, own in zip(sentences, said, strict=True) if s.zone != "body")
        self._heads = [own - setting or own for own in heads]

    def paragraph(self, sentence) -> int | None:
        """The number of a sentence's paragraph, 1 being the first below the headline."""
        return self._number.get(sentence.paragraph)

    def headed(self, words: frozenset[str]) -> bool:
        """Whether headline or dek tells a fact of these stems."""
        return any(_share(head, words) >= _HEADED for head in self._heads)

    def early(self, paragraph: int | None, headed: bool) -> float:
        """How early a place is: 1 in the headline and the first paragraph, near 0 in the last."""
        if headed or paragraph is None:
            return 1.0
        return 1 - (paragraph - 1) / len(self._number)


def _share(head: frozenset[str], words: frozenset[str]) -> float:
    """The share of a headline's stems, by weight, that are among the words."""
    total = fsum(map(weight, head))  # exact: a set's order must not show
    return fsum(map(weight, head & words)) / total if total else 0.0
