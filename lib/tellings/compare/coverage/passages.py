"""A sentence with those beside it, as much as a glance takes in: sentences in, passages out."""

from collections.abc import Sequence

import pandas as pd

from tellings.compare.rows import by_article
from tellings.tables import tuples
from tellings.text import tokens

_MOST = 60  # words of a passage: two sentences or three


def around(sentences: Sequence, at: int) -> range:
    """The places of the sentence `at`, of the one behind it and of the one before it, as far as
    they have no more than sixty words together.

    sentences  of one article in order; a headline and a body are no passage

    >>> from tellings.read.sentences import of
    >>> around(of("He came. He saw. He won. He left."), 2)
    range(1, 4)
    """
    first = last = at
    words = tokens.count(sentences[at].text)
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(sentences) and sentences[beside].zone == sentences[at].zone:
            more = tokens.count(sentences[beside].text)
            if words + more <= _MOST:
                words += more
                first, last = min(first, beside), max(last, beside)
    return range(first, last + 1)


def beside(places: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """What stands before each place and behind it, with "[…]" where the place itself is.

    places  article_id, start: of sentences
    """
    shown = sentences[sentences["article_id"].isin(places["article_id"])]
    of = by_article(tuples(shown))
    first = {(i, s.start): n for i, own in of.items() for n, s in enumerate(own)}
    found = []
    for article_id, start in zip(places["article_id"], places["start"], strict=True):
        own, at = of[article_id], first[article_id, start]
        words = ["[…]" if n == at else own[n].text for n in around(own, at)]
        found.append(" ".join(words) if len(words) > 1 else "")
    return found
