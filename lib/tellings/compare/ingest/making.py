"""What is made of a part of the corpus: its tables in, as `told.make` gives them, tables out."""

from collections.abc import Callable

import pandas as pd

from tellings.compare import events, languages
from tellings.compare.ingest.changes import corrected
from tellings.compare.ingest.printed import odd
from tellings.compare.ingest.reading import hints, texts
from tellings.parallel import each
from tellings.read.articles import Article, describe
from tellings.read.dates import When, resolve
from tellings.read.lines import Line, classify
from tellings.read.oddities import Oddity, find
from tellings.read.sentences import Sentence, split
from tellings.tables import Engine


def read(engine: Engine) -> Callable[..., tuple[pd.DataFrame, ...]]:
    """A function that gives what is read of captures: lines, sentences, articles, articles that are
    set aside, and what each correction changed.

    engine  see parallel.each; lines are kept: to split them, or to read what they say of their
            article, takes hardly longer than to look up what was found

    Sentences and articles are those that are compared. What of an article only the others tell (its
    event, its label) is not known yet: "".
    """

    def of(captures: pd.DataFrame, corrections: pd.DataFrame) -> tuple[pd.DataFrame, ...]:
        roles = each(texts(captures), classify, Line, engine, corrections=corrections)
        told = each(roles, split, Sentence, engine.name)
        beside = {"hints": hints(captures), "corrections": corrections}
        found = each(roles, describe, Article, engine.name, **beside)
        apart = languages.set_aside(found, told, captures, corrections)
        own = [languages.compared(table, apart) for table in (found, captures)]
        articles = events.described(*own).reindex(columns=events.Telling._fields, fill_value="")
        changed = corrected(corrections, captures)
        return roles, languages.compared(told, apart), articles, apart, changed

    return of


def dated(engine: Engine) -> Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]:
    """A function that gives the days that are named; engine: see parallel.each."""

    def of(sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
        return each(sentences, resolve, When, engine, anchor=events.anchors(articles))

    return of


def oddities(engine: Engine) -> Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]:
    """A function that gives the odd places, for people; engine: see parallel.each."""

    def of(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
        return odd(each(lines, find, Oddity, engine), articles)

    return of
