"""How hard each telling is to read: counts of sentences in, scores with their intervals out."""

from collections.abc import Callable, Mapping
from itertools import combinations
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import stdtr, stdtrit

from tellings import tables
from tellings.compare import statistics
from tellings.compare.events import findings
from tellings.compare.readability.formulas import MEASURES
from tellings.compare.statistics import sign_flip, summed
from tellings.find.readability import SentenceCount
from tellings.lexicons import rows as listed

SMOG_SENTENCES = 30  # McLaughlin 1969 took 30 sentences; with fewer the formula is stretched
WORTH = {"flesch": 5.0, "flesch_kincaid": 1.0}  # smaller differences hardly matter to a reader

_SUMS = [*SentenceCount._fields[5:], "sentences"]


class Score(NamedTuple):
    """One measure of one telling.

    low, high   its 95 % interval; NaN with fewer than two sentences
    error       the jackknife's standard error
    n, words    sentences and words counted
    warning     what to keep in mind, "" if nothing
    """

    measure: str
    value: float
    low: float
    high: float
    error: float
    n: int
    words: int
    warning: str


def scores(counts: pd.DataFrame, articles: pd.DataFrame, zone: str = "body") -> pd.DataFrame:
    """One row per article and measure: the Score columns under the keys of `articles`.

    counts    SentenceCount rows with article_id
    articles  one row per article; one without words keeps its rows, their value NaN (never 0)
    zone      whose sentences count; a headline is a style of its own

    The interval is value ± t × error of the delete-one-sentence jackknife (Efron and Tibshirani
    1993, ch. 11) with n - 1 degrees of freedom: each sentence is left out once, and the spread of
    what remains tells how much the score hangs on which sentences were written. With 15 sentences
    it covers the true value in 94 to 96 of 100 simulated texts, a percentile bootstrap in 91.
    """
    place = pd.Index(articles["article_id"]).get_indexer(counts["article_id"])
    counted = ((counts["zone"] == zone) & (counts["words"] > 0)).to_numpy() & (place >= 0)
    place, kept = place[counted], counts[counted].assign(sentences=1)
    one = SimpleNamespace(**{c: kept[c].to_numpy(float) for c in _SUMS})
    sums = SimpleNamespace(
        **{c: np.bincount(place, v, len(articles)) for c, v in vars(one).items()}
    )
    rest = SimpleNamespace(**{c: vars(sums)[c][place] - v for c, v in vars(one).items()})
    with np.errstate(divide="ignore", invalid="ignore"):  # no words: NaN
        found = [_scored(formula, sums, rest, place) for formula in MEASURES.values()]
    keys = articles[[c for c in tables.KEYS if c in articles.columns]]
    return _table(keys, sums, *(np.column_stack(part) for part in zip(*found, strict=True)))


def _table(keys: pd.DataFrame, sums, value: np.ndarray, error: np.ndarray) -> pd.DataFrame:
    """The scores under their keys; value, error: a row for each article, a column per measure."""
    n, names = sums.sentences.astype(int), list(MEASURES)
    reach = error * stdtrit(n - 1.0, 0.975)[:, None]
    low, high = value - reach, value + reach
    share = names.index("quoted_share")
    low[:, share], high[:, share] = np.clip(low[:, share], 0, 1), np.clip(high[:, share], 0, 1)
    rows = np.repeat(np.arange(len(keys)), len(names))
    table = keys.iloc[rows].reset_index(drop=True)
    table["measure"] = pd.array(names * len(keys), dtype="str")
    for column, numbers in dict(value=value, low=low, high=high, error=error).items():
        table[column] = numbers.ravel()
    table["n"], table["words"] = n[rows], sums.words.astype(int)[rows]
    table["warning"] = pd.array([w for count in n for w in _warnings(count)], dtype="str")
    return table


def _scored(formula: Callable, sums, rest, place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One measure of every article, in order, and its error.

    rest, place  the sums without each one sentence, and the number of the article it is from
    """
    n = sums.sentences
    value, left = formula(sums), formula(rest)
    mean = np.bincount(place, left, len(n)) / n
    spread = np.bincount(place, (left - mean[place]) ** 2, len(n))
    return value, np.where(n > 1, ((n - 1) / n * spread) ** 0.5, np.nan)


def _warnings(sentences: int) -> list[str]:
    """What to keep in mind of each measure of an article with so many sentences."""
    if sentences == 0:
        return ["no words to score"] * len(MEASURES)
    few = f"made for {SMOG_SENTENCES} sentences or more, here are {sentences}"
    return [few if m == "smog" and sentences < SMOG_SENTENCES else "" for m in MEASURES]


def table(scores: pd.DataFrame) -> pd.DataFrame:
    """One row per telling for people to read: sentences, words, and a column per measure."""
    by = ["event_id", "telling", "n", "words"]
    wide = scores.pivot(index=["article_id", *by], columns="measure", values="value")
    wide = wide.reindex(columns=list(MEASURES)).reset_index()
    wide = wide.sort_values(["event_id", "article_id"])
    return (
        wide.drop(columns="article_id").rename(columns={"n": "sentences"}).rename_axis(columns=None)
    )


def own(counts: pd.DataFrame, articles: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Each telling scored once whole and once without the sentences that hold quoted words.

    quoted_share  of the words, in quotation marks
    whole, own    the two scores; low, high the interval of the second; n its sentences
    """
    whole = scores(counts, articles)
    alone = scores(counts[counts["quoted"] == 0], articles)
    found = alone[alone["measure"] == measure].reset_index(drop=True)
    for column, of in {"quoted_share": "quoted_share", "whole": measure}.items():
        found[column] = whole.loc[whole["measure"] == of, "value"].to_numpy()
    columns = ["event_id", "telling", "quoted_share", "whole", "value", "low", "high", "n"]
    return found[columns].rename(columns={"value": "own"})


class Difference(NamedTuple):
    """Two tellings of one event on one measure: a minus b.

    low, high  95 % interval of this one difference; NaN where a score has none
    apart      "yes" if the two can be told apart, "no" if not, "" where there is no interval
    """

    measure: str
    article_id_a: str
    telling_a: str
    value_a: float
    article_id_b: str
    telling_b: str
    value_b: float
    difference: float
    low: float
    high: float
    apart: str


def differences(scores: pd.DataFrame) -> pd.DataFrame:
    """One row per measure and pair of tellings of one event; never a pair across events.

    Both jackknife errors enter, with Welch's degrees of freedom. One interval in twenty misses zero
    by chance alone, and an event of three tellings already has 33 of them; so "apart" asks that the
    difference survives Holm's correction (1979, Scand. J. Statistics 6, 65-70) over all pairs and
    measures of its event, at 5 %.
    """
    pairs = _pairs(scores)
    a, b = pairs["error_a"] ** 2, pairs["error_b"] ** 2
    freedom = (a + b) ** 2 / (a**2 / (pairs["n_a"] - 1) + b**2 / (pairs["n_b"] - 1))
    error, gap = (a + b) ** 0.5, pairs["value_a"] - pairs["value_b"]
    chance = (2 * stdtr(freedom, -(gap / error).abs())).where(error != 0, (gap == 0).astype(float))
    held = statistics.holm(chance, pairs["event_id"])
    apart = np.where(held <= 0.05, "yes", np.where(chance.isna(), "", "no"))
    reach = (error * stdtrit(freedom, 0.975)).where(error != 0, 0.0)
    pairs = pairs.assign(difference=gap, low=gap - reach, high=gap + reach, apart=apart)
    return pairs[["event_id", *Difference._fields]]


def _pairs(scores: pd.DataFrame) -> pd.DataFrame:
    """Two rows of one measure and event beside each other, what is compared of them as _a and _b.

    Joined by place: whole rows joined to whole rows of their event would be held twice over.
    """
    by = ["event_id", "measure"]
    own = scores[[*by, "article_id"]].assign(place=range(len(scores)))
    both = own.merge(own, on=by, suffixes=("_a", "_b"))
    both = both[both["article_id_a"] < both["article_id_b"]].reset_index(drop=True)
    pairs = both.drop(columns=["place_a", "place_b"])
    for side in ("_a", "_b"):
        beside = scores.iloc[both[f"place{side}"]].reset_index(drop=True)
        for column in ("telling", "value", "error", "n"):
            pairs[column + side] = beside[column]
    return pairs


def of_measure(differences: pd.DataFrame, measure: str) -> pd.DataFrame:
    """The pairs on one measure for people to read, the largest difference first.

    order  the index: the largest of all events come first; the rows come event by event
    """
    rows = differences[differences["measure"] == measure].iloc[::-1]
    rows = rows.assign(order=-rows["difference"].abs())
    rows = rows.sort_values(["event_id", "order"], kind="stable").set_index("order")
    return rows.drop(columns=["measure", "article_id_a", "article_id_b"])


def to_draw(called: Mapping[str, str], measure: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """A function that gives what a figure of one measure needs of the scores of a part (see
    findings.to_draw).

    called  the names of the events by their ids, in the order of findings.names
    """
    drawn = findings.to_draw(called)
    return lambda scores: drawn(scores[scores["measure"] == measure])


class Outlets(NamedTuple):
    """Two outlets on one measure over the events that both tell: a minus b.

    difference, low, high  mean over events, and its 95 % t interval; NaN for a single event
    chance                 that outlets alike would differ as much on any measure (sign-flip test,
                           compare.paired); NaN below 6 events
    """

    outlet_a: str
    outlet_b: str
    measure: str
    events: int
    difference: float
    low: float
    high: float
    chance: float


def valued(scores: pd.DataFrame) -> pd.DataFrame:
    """What `outlets` compares: a row per event and outlet known, its values a column per measure.

    Several tellings of an event by one outlet are averaged.
    """
    told = scores[(scores["outlet"] != "") & scores["value"].notna()]
    by = told.groupby(["event_id", "outlet", "measure"])["value"].mean().unstack()
    return by.reindex(columns=list(MEASURES)).reset_index().rename_axis(columns=None)


def outlets(valued: pd.DataFrame) -> pd.DataFrame:
    """One row per two outlets and measure, as Outlets: do they differ over events, not in one?

    valued  see there
    """
    by = {o: rows.set_index("event_id")[list(MEASURES)] for o, rows in valued.groupby("outlet")}
    found = []
    for a, b in combinations(sorted(by), 2):
        gaps = (by[a] - by[b]).dropna()
        if len(gaps):
            found += _between(a, b, gaps)
    return pd.DataFrame(found, columns=Outlets._fields)


def _between(a: str, b: str, gaps: pd.DataFrame) -> list[Outlets]:
    """The rows of two outlets; gaps has their difference per event and measure."""
    n, mean = len(gaps), gaps.mean()
    reach = gaps.std() / n**0.5 * stdtrit(n - 1, 0.975) if n > 1 else mean * np.nan
    chance = sign_flip(summed(gaps.to_numpy())).over_all
    rows = zip(gaps.columns, mean, mean - reach, mean + reach, chance, strict=True)
    return [Outlets(a, b, m, n, *numbers) for m, *numbers in rows]


def in_words(scores: pd.DataFrame, measure: str, called: Mapping[str, str]) -> str:
    """The range of one measure over the tellings of each event that is drawn, in a sentence.

    called  the names of the events by their ids
    """
    shown = scores[(scores["measure"] == measure) & scores["value"].notna()]
    told = findings.drawn(shown, called)
    said = [f"{name}: {label(measure)} {_range(rows)}." for name, rows in told]
    return " ".join(said) or f"No article has words to score by {label(measure)}."


def _range(rows: pd.DataFrame) -> str:
    """The lowest and the highest telling of an event; of a single one its score."""
    low, high = (rows.loc[of] for of in (rows["value"].idxmin(), rows["value"].idxmax()))
    return f"from {_telling(low)} to {_telling(high)}" if len(rows) > 1 else f"of {_telling(low)}"


def _telling(row: pd.Series) -> str:
    """A telling with its interval, where there is one: "Axios 14.4 [11.7, 17.2]"."""
    interval = f"[{row['low']:.1f}, {row['high']:.1f}]"
    known = interval if row["low"] == row["low"] else "(too few sentences for an interval)"
    return f"{row['telling']} {row['value']:.1f} {known}"


def label(measure: str) -> str:
    """The measure's name as people write it: "Flesch–Kincaid grade"."""
    return next(m["label"] for m in listed("readability_measures") if m["measure"] == measure)


def measures() -> pd.DataFrame:
    """Each measure with its unit, which way is harder, and where it was published."""
    return pd.DataFrame(listed("readability_measures"))
