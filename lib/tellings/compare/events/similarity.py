"""How like articles are: articles and their sentences in, a row for each pair worth a look out."""

import re
from array import array
from collections.abc import Iterator, Sequence
from math import fsum, log, log1p, sqrt
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.events import days as leads, particulars
from tellings.compare.events.days import Days
from tellings.compare.events.particulars import Particulars
from tellings.compare.events.rarity import Rarity
from tellings.compare.events.repeated import Repeated
from tellings.compare.parts import Parts, Rows, in_parts
from tellings.compare.rows import in_turn
from tellings.tables import Arrays, tuples

# So many particulars in common are enough; fewer weigh in proportion.
ENOUGH = 3
# Names in one lead that the other article never holds speak against it, with this exponent.
_NAMES = 0.75
# A name or number is a particular if no more than about every seventh article would hold it.
TELLING = 2.0
# Of names of the setting two count as one particular, and more do not count.
_SETTING, _MOST_SETTING = 0.5, 1.0
# Articles further apart than so many days are never compared: exp(-21 / 7) is a twentieth.
WINDOW = 21
_BLOCK = 500
# Of a block so many at a time: of a corpus on one day nearly all pairs share a word.
_AT_ONCE = 50
# An article without a date may take that of one that is so like it.
_DATED_BY = 0.05
# Pairs of texts below this likeness are never looked at.
_WORTH = 0.06
# From so many articles on, a word of every third tells no event and would pair everything.
_MANY = 500
_FREQUENT = log(3)
# Words of a run that two texts share; by chance they rarely share as many in a row.
_RUN = 5
# Of two prints of one text nearly all words and runs are the same: it need not hold a single name.
_SAME_WORDS, _SAME_RUNS = 0.9, 0.8
_ODD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio's bits: Knuth's multiplicative hash


class Compared(NamedTuple):
    """What was compared: each article's id, days and particulars, the weights of words, the pairs.

    pairs  a, b        places in the articles, a < b
           text        cosine of their words, weighed by how rare they are (rarity), 0 to 1
           names       share of the names in one's lead, by weight and count, that the other holds:
                       the better of the two directions
           own         particulars in common: names, numbers, quoted words
           shared      the same with the day, and up to one for names of the setting
           reprint     whether they print one text, which is particular by all of its words
           days, said  what their days say (days.compare)
           likeness    text x names to the power of .75 x shared (ENOUGH is 1) x days
    """

    ids: list[str]
    days: list[Days]
    particulars: list[Particulars]
    rarity: Rarity
    pairs: pd.DataFrame


class Shared(NamedTuple):
    """What two articles have in common: names in their longest forms, the rarest first; names of
    the setting; numbers; whether words in quotation marks."""

    names: tuple[str, ...]
    setting: tuple[str, ...]
    numbers: tuple[str, ...]
    quoted: bool


def compare(articles: pd.DataFrame, sentences: Rows) -> Compared:
    """All pairs that may tell one event, with dates that could be inferred from like articles."""
    told = in_parts(sentences)
    days, own = _read(articles, told)
    rarity, ids = Rarity(own), list(articles["article_id"])
    found = _alike(own, rarity, days)
    found["reprint"] = _reprints(told, ids, found)
    both = list(zip(found["a"], found["b"], strict=True))
    held = [common(own[a], own[b], rarity) for a, b in both]
    found["names"] = [
        max(_named(own[a], own[b], rarity), _named(own[b], own[a], rarity)) for a, b in both
    ]
    weighed = _weighed(found, days, held)
    days = leads.adopt(days, weighed[weighed["likeness"] >= _DATED_BY])
    return Compared(ids, days, own, rarity, _weighed(found, days, held))


def common(a: Particulars, b: Particulars, rarity: Rarity) -> Shared:
    """What two articles have in common that is particular."""
    both = [n for n in a.names if n in b.names and n in b.words]
    both = sorted((n for n in both if rarity.weight(n) >= TELLING), key=lambda n: -rarity.weight(n))
    form = {n: max(a.forms.get(n, n), b.forms.get(n, n), key=len) for n in both}
    setting = [n for n in both if particulars.in_setting(n, form[n])]
    own = [n for n in both if n not in setting]
    numbers = sorted(n for n in a.numbers & b.numbers if rarity.weight(n) >= TELLING)
    return Shared(
        tuple(form[n] for n in own),
        tuple(form[n] for n in setting),
        tuple(numbers),
        bool(a.quoted & b.quoted),
    )


def missing(a: Particulars, b: Particulars, rarity: Rarity) -> list[str]:
    """Names of a's lead that b never holds, the heaviest first, in their longest forms."""
    gone = [n for n in a.lead if n not in b.words and rarity.weight(n) >= TELLING]
    ranked = sorted(gone, key=lambda n: (-a.names[n] * rarity.weight(n), n))
    return [a.forms.get(n, n) for n in ranked]


def shared_runs(sentences: Parts, ids: Sequence[str], pairs: pd.DataFrame) -> list[float]:
    """For each pair the share of the shorter text's runs of five words that are in the other.

    ids  which article stands in which place of the pairs
    """
    places = np.unique(pairs[["a", "b"]]).tolist()
    told = in_turn([ids[at] for at in places], sentences)
    both = zip(pairs["a"].tolist(), pairs["b"].tolist(), strict=True)
    with Arrays(np.uint64) as runs:
        for at, (_, rows) in zip(places, told, strict=True):
            runs[at] = _runs(" ".join(s.text for s in rows))
        return [_contained(runs[a], runs[b]) for a, b in both]


def _read(articles: pd.DataFrame, sentences: Parts) -> tuple[list[Days], list[Particulars]]:
    """The days and the particulars of each article, which is read once."""
    repeated = Repeated(articles, sentences)
    days, own = [], []
    told = in_turn(list(articles["article_id"]), sentences)
    for article, (article_id, rows) in zip(tuples(articles), told, strict=True):
        days.append(leads.of(article, rows))
        own.append(particulars.of(article.headline, repeated.without(article_id, rows)))
    return days, particulars.said_twice(own)


# --- pairs ----------------------------------------------------------------------------------------


def _weighed(pairs: pd.DataFrame, days: list[Days], held: Sequence[Shared]) -> pd.DataFrame:
    """The pairs with their particulars, days and likeness.

    held  what each pair has in common
    """
    said = [leads.compare(days[a], days[b]) for a, b in zip(pairs["a"], pairs["b"], strict=True)]
    table = pairs.assign(
        own=np.array([_own(h) for h in held], dtype=int),
        shared=np.array([_count(h, s) for h, s in zip(held, said, strict=True)], dtype=float),
        days=np.array([s.weight for s in said], dtype=float),
        said=pd.Series([s.words for s in said], index=pairs.index, dtype="str"),
    )
    table.loc[table["reprint"], ["names", "own", "shared"]] = (1.0, ENOUGH, float(ENOUGH))
    enough = (table["shared"] / ENOUGH).clip(upper=1)
    return table.assign(likeness=table["text"] * table["names"] ** _NAMES * enough * table["days"])


def _reprints(sentences: Parts, ids: list[str], pairs: pd.DataFrame) -> np.ndarray:
    """Which pairs are two prints of one text."""
    found = np.zeros(len(pairs), dtype=bool)
    near = np.flatnonzero(pairs["text"] >= _SAME_WORDS)
    found[near] = np.array(shared_runs(sentences, ids, pairs.iloc[near])) >= _SAME_RUNS
    return found


def _named(a: Particulars, b: Particulars, rarity: Rarity) -> float:
    """Share of the names in a's lead that b holds, each by its weight and the log of its count.

    The sums are exact, so that the order of a set of names does not change the last digit.
    """
    weight = {n: log1p(a.names[n]) * rarity.weight(n) for n in a.lead}
    whole = fsum(weight.values())
    return fsum(w for n, w in weight.items() if n in b.words) / whole if whole else 0.0


def _own(shared: Shared) -> int:
    """How many particulars that no setting and no day explains."""
    return len(shared.names) + len(shared.numbers) + shared.quoted


def _count(shared: Shared, said: leads.Said) -> float:
    """How many particulars: each name, number, the quoted words, the same day, the setting."""
    setting = min(_MOST_SETTING, _SETTING * len(shared.setting))
    day = said.words.startswith("same")
    return _own(shared) + day + setting


# --- texts ----------------------------------------------------------------------------------------


def _alike(own: list[Particulars], rarity: Rarity, days: list[Days]) -> pd.DataFrame:
    """Pairs of texts that share enough words and stand near enough in time: a, b, text."""
    vectors, found = _vectors(own, rarity), []
    for rows, columns in _blocks(days):
        others = vectors[columns].T.tocsr()
        for at in range(0, len(rows), _AT_ONCE):
            some = rows[at : at + _AT_ONCE]
            alike = (vectors[some] @ others).tocoo()
            strong = alike.data >= _WORTH
            a, b = some[alike.row[strong]], columns[alike.col[strong]]
            table = pd.DataFrame({"a": a, "b": b, "text": alike.data[strong].astype(float)})
            found.append(table[table["a"] < table["b"]])
    whole = pd.concat(found) if found else pd.DataFrame({"a": [], "b": [], "text": []})
    whole = whole.astype({"a": int, "b": int, "text": float})
    return whole.sort_values(["a", "b"], ignore_index=True)


def _vectors(own: list[Particulars], rarity: Rarity):
    """Rows of weights of unit length, a column for each word that two articles hold."""
    from scipy.sparse import csr_matrix

    heavy, least = rarity.weights(), _FREQUENT if len(own) >= _MANY else 0.0
    telling = {word for word in rarity.shared() if heavy[word] > least}
    column: dict[str, int] = {}
    columns, weights, ends = array("i"), array("d"), array("i", [0])
    for article in own:
        weight = {w: (1 + log(n)) * x for w, n in article.words.pairs() if (x := heavy[w])}
        length = sqrt(fsum(x * x for x in weight.values())) or 1.0
        kept = sorted(telling.intersection(weight))
        columns.extend(column.setdefault(word, len(column)) for word in kept)
        weights.extend(weight[word] / length for word in kept)
        ends.append(len(columns))
    vectors = csr_matrix((weights, columns, ends), shape=(len(own), max(1, len(column))))
    vectors.sort_indices()  # the order in which products are summed: words as they first come
    return vectors


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


def _runs(text: str) -> np.ndarray:
    """The runs of five words of a text, each once, as numbers in order.

    A run is one number of 64 bits, not five strings: the runs of ten thousand articles take 50 MB
    so, and 1.7 GB as tuples. Two runs of one corpus with one number are not to be expected in a
    million years of corpora.
    """
    words = re.findall(r"\w+", text.lower())
    if len(words) < _RUN:
        return np.array([], dtype=np.uint64)
    ids = np.array(list(map(hash, words)), dtype=np.int64).view(np.uint64)
    mixed = np.zeros(len(ids) - _RUN + 1, dtype=np.uint64)
    for n in range(_RUN):
        mixed = mixed * _ODD + ids[n : n + len(mixed)]
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def _contained(a: np.ndarray, b: np.ndarray) -> float:
    """Share of the smaller set that is in the other too; 0 where one is empty."""
    common = len(np.intersect1d(a, b, assume_unique=True))
    return common / min(len(a), len(b)) if len(a) and len(b) else 0.0
