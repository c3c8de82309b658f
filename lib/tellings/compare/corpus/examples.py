"""What to begin with in a corpus that one does not know: a search and a correction, as examples."""

import re
from itertools import combinations

import pandas as pd

from tellings.compare.corpus import corrections
from tellings.compare.corpus.subcorpus import Corpus
from tellings.lexicons import listed
from tellings.read.files import Correction

_WORD = re.compile(r"\b[a-z]{4,}\b")  # in small letters: names have views of their own
_WORDINGS = 4


def search(corpus: Corpus) -> str:
    """Words to look for first, as concordance.table takes them.

    The names of what the tellings name most often (framing's naming sets); where they name nothing
    of the kind, the word that most tellings have in common; "the" where no two share a word.
    """
    named = corpus.tables.get("framing", pd.DataFrame({"group": []}))
    named = named[named["group"] == "naming"]
    if len(named):
        topic = named["topic"].value_counts().sort_index().idxmax()
        terms = named.loc[named["topic"] == topic, "term"].value_counts(sort=False)
        return "|".join(terms.sort_values(ascending=False, kind="stable").index[:_WORDINGS])
    texts = corpus.tables["sentences"].groupby("article_id")["text"].agg(" ".join)
    words = texts.map(_WORD.findall).explode().dropna().reset_index()
    words = words[~words["text"].isin(listed("function_words"))]
    by = words.groupby("text")["article_id"].agg(["nunique", "size"])
    by = by.sort_values(["nunique", "size"], ascending=False, kind="stable")
    return by.index[0] if len(by) else "the"


def merge(corpus: Corpus) -> list[Correction]:
    """One correction that could be right: of the first two names of one event and kind that look
    alike the rarer becomes the other. They look alike if they share a word, or if one begins with
    the initials of the other ("UN Security Council", "United Nations"). Else none.
    """
    if "mentions" not in corpus.tables:
        return []
    for _, entities in corpus.tables["mentions"].groupby(["event_id", "kind"])["entity"]:
        names = entities.value_counts().sort_index().sort_values(ascending=False, kind="stable")
        for often, rare in combinations(names.index, 2):
            if _alike(often, rare) or _alike(rare, often):
                return [corrections.correction("entity", becomes=often, was=rare)]
    return []


def _alike(one: str, other: str) -> bool:
    """Whether the first name begins with the initials of the other or shares a word with it."""
    initials = "".join(word[0] for word in other.split())
    words = {w for w in one.lower().split() if w not in listed("function_words")}
    return one.startswith(f"{initials} ") or bool(words & set(other.lower().split()))
