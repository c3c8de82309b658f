"""How like articles are: articles and their sentences in, a row for each pair worth a look out."""

from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings.compare.events import cosine, days as leads, nearest, particulars
from tellings.compare.events.days import Days
from tellings.compare.events.numbers import Numbers
from tellings.compare.events.rarity import Rarity
from tellings.compare.events.repeated import Repeated
from tellings.compare.events.runs import Runs
from tellings.compare.events.shared import Counts
from tellings.compare.events.store import Store
from tellings.compare.parts import Parts, Rows, in_parts
from tellings.compare.rows import in_turn
from tellings.parallel.apart import apart
from tellings.tables import tuples

# So many particulars in common are enough; fewer weigh in proportion.
ENOUGH = 3
# Names in one lead that the other article never holds speak against it, with this exponent.
_NAMES = 0.75
# Of names of the setting two count as one particular, and more do not count.
_SETTING, _MOST_SETTING = 0.5, 1.0
# An article without a date may take that of one that is so like it.
_DATED_BY = 0.05
# Of two prints of one text nearly all words and runs are the same: it need not hold a single name.
_SAME_WORDS, _SAME_RUNS = 0.9, 0.8
# So many articles are read in a process of its own. A hundred thousand leave 150 MB in whichever
# reads them: lexicons, and memory that was freed in pieces.
MANY = 10_000
# What is known of a pair before it is known which pairs are kept.
_COUNTED = ["a", "b", "text", "names", "own", "setting", "reprint", "likeness"]


class Compared(NamedTuple):
    """What was compared: each article's id, days and particulars, the weights of words, the pairs,
    the runs of words that were read for them.

    pairs  a, b        places in the articles, a < b
           text        cosine of their words, weighed by how rare they are (rarity), 0 to 1
           names       share of the names in one's lead, by weight and count, that the other holds:
                       the better of the two directions
           own         particulars in common: names, numbers, quoted words
           setting     names of the setting in common
           shared      particulars with the day, and up to one for names of the setting
           reprint     whether they print one text, which is particular by all of its words
           days, said  what their days say (days.compare)
           likeness    text x names to the power of .75 x shared (ENOUGH is 1) x days
    """

    ids: list[str]
    days: list[Days]
    particulars: Store
    rarity: Rarity
    pairs: pd.DataFrame
    runs: Runs


def compare(articles: pd.DataFrame, sentences: Rows) -> Compared:
    """All pairs that may tell one event, with dates that could be inferred from like articles; of
    pairs that are not, the likest of each article (nearest)."""
    sentences = in_parts(sentences)
    ids = list(articles["article_id"])
    read = partial(apart, _read) if len(articles) >= MANY else _read
    days, own, numbers, rarity = read(articles, sentences)
    found = _found(numbers, rarity, days)
    runs = Runs(sentences, ids)
    found = found.assign(reprint=_reprints(runs, found))
    like = _weighed(found, days).loc[lambda pairs: pairs["likeness"] >= _DATED_BY]
    days = leads.adopt(days, like)
    return Compared(ids, days, own, rarity, _weighed(found, days), runs)


def _found(numbers: Numbers, rarity: Rarity, days: list[Days]) -> pd.DataFrame:
    """The pairs that are kept."""
    counts = Counts(numbers, rarity)
    held = (_held(pairs, counts) for pairs in cosine.pairs(numbers, rarity, days))
    return nearest.kept((_weighed(pairs, days)[_COUNTED] for pairs in held), len(days))


def _read(articles: pd.DataFrame, sentences: Parts) -> tuple[list[Days], Store, Numbers, Rarity]:
    """The days and the particulars of each article, which is read once; these as numbers, too, and
    the weights of their words."""
    repeated = Repeated(articles, sentences)
    days, own, numbers = [], Store(), Numbers()
    same: dict[Days, Days] = {}  # most say what another says: once
    told = in_turn(list(articles["article_id"]), sentences)
    for article, (article_id, rows) in zip(tuples(articles), told, strict=True):
        day = leads.of(article, rows)
        days.append(same.setdefault(day, day))
        one = particulars.of(article.headline, repeated.without(article_id, rows))
        own.append(one)
        numbers.append(one)
    rarity = Rarity(numbers)
    numbers.vocabulary.clear()  # their weights are known; of a hundred thousand articles 60 MB
    return days, own, numbers, rarity


def _reprints(runs: Runs, pairs: pd.DataFrame) -> np.ndarray:
    """Which pairs are two prints of one text."""
    found = np.zeros(len(pairs), dtype=bool)
    near = np.flatnonzero(pairs["text"] >= _SAME_WORDS)
    found[near] = runs.shared(pairs.iloc[near]) >= _SAME_RUNS
    return found


def _held(pairs: pd.DataFrame, counts: Counts) -> pd.DataFrame:
    """The pairs with what they have in common, counted: names (a share), own and setting."""
    a, b = pairs["a"].to_numpy(), pairs["b"].to_numpy()
    names, setting = counts.names(a, b)
    return pairs.assign(
        names=np.maximum(counts.named(a, b), counts.named(b, a)),
        own=(names + counts.numbers(a, b) + counts.quoted(a, b)).astype(np.int32),
        setting=setting.astype(np.int32),
        reprint=False,
    )


def _weighed(pairs: pd.DataFrame, days: list[Days]) -> pd.DataFrame:
    """The pairs with their days, and with their particulars and likeness by these."""
    said = [leads.compare(days[a], days[b]) for a, b in zip(pairs["a"], pairs["b"], strict=True)]
    same = np.array([s.words.startswith("same") for s in said], dtype=bool)
    setting = np.minimum(_MOST_SETTING, _SETTING * pairs["setting"])
    table = pairs.assign(
        shared=pairs["own"] + same + setting,
        days=np.array([s.weight for s in said], dtype=float),
        said=pd.Series([s.words for s in said], index=pairs.index, dtype="str"),
    )
    table.loc[table["reprint"], ["names", "own", "shared"]] = (1.0, ENOUGH, float(ENOUGH))
    enough = (table["shared"] / ENOUGH).clip(upper=1)
    return table.assign(likeness=table["text"] * table["names"] ** _NAMES * enough * table["days"])
