"""How like articles are: articles, sentences and their days in, a row for each pair out."""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from tellings.compare.events import days as leads
from tellings.compare.events.days import Days

# Least likeness (text x days) at which articles are put together, as a mean over the members of two
# groups. Found on labelled sets of news events; below it texts of two events are as like as of one.
LEAST = 0.15
# Articles further apart than so many days are never compared: exp(-21 / 7) is a twentieth.
WINDOW = 21
_BLOCK = 500
# From so many articles on, a word of one article alone only makes its text unlike all others, ...
_SOME = 20
# ... and from so many on a word of every fifth tells no event and would pair everything.
_MANY = 500


def pairs(articles: pd.DataFrame, sentences: pd.DataFrame) -> tuple[list[Days], pd.DataFrame]:
    """Each article's days, dates that could be inferred with them, and the pairs worth a look.

    The pairs' columns: a, b (places in `articles`, a < b), text (cosine of TF-IDF word vectors, log
    counts, the headline twice), days and said (compare.lead_days), likeness (text x days).
    """
    days = leads.find(articles, sentences)
    found = _weighed(_texts_alike(texts(articles, sentences), days), days)
    days = leads.adopt(days, found[found["likeness"] >= LEAST])
    return days, _weighed(found, days)


def texts(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Each article's sentences as one text, its headline twice."""
    whole = sentences.groupby("article_id", sort=False)["text"].agg(" ".join)
    return [f"{r.headline}. {whole.get(r.article_id, '')}" for r in articles.itertuples()]


def shared(texts: list[str], pairs: pd.DataFrame) -> list[float]:
    """For each pair the share of the shorter text's runs of five words that are in the other."""
    runs = {i: _runs(texts[i]) for i in sorted({*pairs["a"], *pairs["b"]})}
    both = zip(pairs["a"], pairs["b"], strict=True)
    return [_contained(runs[a], runs[b]) for a, b in both]


def _weighed(pairs: pd.DataFrame, days: list[Days]) -> pd.DataFrame:
    """The pairs with what their days say, and their likeness."""
    both = zip(pairs["a"], pairs["b"], strict=True)
    said = [leads.compare(days[a], days[b]) for a, b in both]
    weight = np.array([s.weight for s in said], dtype=float)
    words = pd.Series([s.words for s in said], index=pairs.index, dtype="str")
    return pairs.assign(days=weight, said=words, likeness=pairs["text"] * weight)


def _texts_alike(texts: list[str], days: list[Days]) -> pd.DataFrame:
    """Pairs of texts that share enough words and stand near enough in time: a, b, text."""
    vectors, found = _vectors(texts), []
    for rows, columns in _blocks(days):
        alike = (vectors[rows] @ vectors[columns].T).tocoo()
        strong = alike.data >= LEAST / 2
        a, b = rows[alike.row[strong]], columns[alike.col[strong]]
        table = pd.DataFrame({"a": a, "b": b, "text": alike.data[strong].astype(float)})
        found.append(table[table["a"] < table["b"]])
    whole = pd.concat(found) if found else pd.DataFrame({"a": [], "b": [], "text": []})
    whole = whole.astype({"a": int, "b": int, "text": float})
    return whole.sort_values(["a", "b"], ignore_index=True)


def _vectors(texts: list[str]):
    """Rows of TF-IDF weights of unit length; where no word is left, rows of nothing."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer(
        stop_words="english",
        sublinear_tf=True,
        min_df=2 if len(texts) >= _SOME else 1,
        max_df=0.2 if len(texts) >= _MANY else 1.0,
    )
    try:
        return weights.fit_transform(texts)
    except ValueError:  # the vectorizer's word for "no words": empty texts, or none in common
        return csr_matrix((len(texts), 1))


def _blocks(days: list[Days]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Places of articles in blocks by day, each with the places it is to be compared with."""
    known = [[*d.lead, *([d.stamp] if d.stamp else [])] for d in days]
    first = np.array([min(d, default=np.inf) for d in known])
    last = np.array([max(d, default=-np.inf) for d in known])
    order, undated = np.argsort(first, kind="stable"), np.isinf(first)
    for at in range(0, len(order), _BLOCK):
        rows = order[at : at + _BLOCK]
        near = (first <= last[rows].max() + WINDOW) & (last >= first[rows].min() - WINDOW)
        everywhere = undated[rows].any()
        yield rows, np.arange(len(days)) if everywhere else np.flatnonzero(near | undated)


def _runs(text: str) -> set[tuple[str, ...]]:
    """The runs of five words of a text."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


def _contained(a: set, b: set) -> float:
    """Share of the smaller set that is in the other too; 0 where one is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
