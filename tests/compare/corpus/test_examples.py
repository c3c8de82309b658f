"""Examples from the corpus at hand: words to look for, two names that may be one."""

import pandas as pd
import pytest

from tellings.compare.corpus import examples
from tellings.compare.corpus.subcorpus import Corpus


def corpus(texts=(), naming=(), names=()) -> Corpus:
    """A corpus of sentences, naming words (topic, term) and mentions (kind, entity)."""
    ids = [str(n) for n in range(len(texts))]
    framing = pd.DataFrame(naming, columns=["topic", "term"]).assign(group="naming")
    mentions = pd.DataFrame(names, columns=["kind", "entity"]).assign(event_id="e")
    sentences = pd.DataFrame({"article_id": ids, "text": list(texts)})
    tables = {"sentences": sentences, "framing": framing, "mentions": mentions}
    return Corpus(pd.DataFrame(), tables)


@pytest.mark.parametrize(
    "texts, naming, search",
    [
        (
            ["a b"],
            [("move", "raid"), ("move", "entry"), ("move", "raid"), ("x", "y")],
            "raid|entry",
        ),
        (["The pier shut. pier pier", "A pier was old.", "old old old old"], [], "pier"),
        (["Rome"], [], "the"),
        ([], [], "the"),
    ],
)
def test_words_to_look_for_come_from_the_texts(texts, naming, search):
    assert examples.search(corpus(texts, naming)) == search


@pytest.mark.parametrize(
    "names, pair",
    [
        (
            [("ORG", "United Nations")] * 2 + [("ORG", "UN Council")],
            ("UN Council", "United Nations"),
        ),
        ([("PERSON", "Ann Lee")] * 2 + [("PERSON", "Bo Lee")], ("Bo Lee", "Ann Lee")),
        ([("PERSON", "Lee"), ("PLACE", "Lee")], None),
        ([("ORG", "Bank of Ulm"), ("ORG", "Port of Kiel")], None),
        ([], None),
    ],
)
def test_the_rarer_of_two_names_that_look_alike_becomes_the_other(names, pair):
    found = examples.merge(corpus(names=names))
    assert [(row.was, row.becomes) for row in found] == ([pair] if pair else [])
