"""What is made of a part of the corpus: its tables in, as `told.make` gives them, tables out."""

from collections.abc import Callable

import pandas as pd

from tellings.compare.entities.absences import bare, both
from tellings.compare.entities.lowercase import in_small_letters
from tellings.compare.entities.merging import changes, corrected, merge
from tellings.compare.entities.tallying import placed, story, tally
from tellings.compare.events import join
from tellings.compare.events.outlets import voices
from tellings.find.mentions import Mention
from tellings.parallel import each
from tellings.tables import Engine


def named(find: Callable, engine: Engine | str) -> Callable[..., tuple[pd.DataFrame, pd.DataFrame]]:
    """A function that gives the mentions, merged and corrected, and what each correction changed.

    find  gives the mentions of an article's sentences; engine: see parallel.each
    """

    def of(sentences: pd.DataFrame, articles: pd.DataFrame, corrections: pd.DataFrame):
        found = join(each(sentences, find, Mention, engine), articles)
        merged = merge(in_small_letters(found, articles, sentences))
        return placed(corrected(merged, corrections), sentences), changes(merged, corrections)

    return of


def tallied(articles: pd.DataFrame) -> Callable[..., tuple[pd.DataFrame, ...]]:
    """A function that gives the tally, whom an outlet leaves out, and whom one alone names.

    articles  of the whole corpus: a part names outlets that tell only the events of others
    """
    outlets = frozenset(map(bare, voices(articles).unique()))

    def of(mentions: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame):
        found = tally(mentions, story(articles, sentences))
        return found, *both(found, mentions, sentences, outlets)

    return of
