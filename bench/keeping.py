"""What it costs to keep the rows found in articles for the next run, and what that run saves."""

import re
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from bench import corpus
from bench.measures import in_turn

_ARTICLES = 250
_ROUNDS = 3


class Found(NamedTuple):
    """Rows that a function has found in articles; and what it was given, as parallel.each is."""

    rows: pd.DataFrame
    articles: pd.DataFrame | pd.Series
    function: Callable
    Row: type
    beside: dict[str, pd.DataFrame]

    def anew(self) -> None:
        """Find the rows once more."""
        from tellings.parallel import each

        each(self.articles, self.function, self.Row, **self.beside)

    def kept(self, folder: Path) -> None:
        """Keep the rows in a folder, or take them from there: all of a run but the finding, of
        which keeping is a tenth, so that a difference of two runs would not tell it."""
        from tellings.parallel import identity, kept

        who = partial(identity.of, self.function, self.Row)
        given = self.articles, self.Row, self.beside, folder
        kept.each(lambda *_: self.rows, lambda: {who()}, *given)


@cache
def _taken() -> dict[str, float]:
    """CPU seconds of finding an article's rows, of keeping them, of taking them from where they are
    kept; and of word passes over the articles."""
    found = _found()
    texts = [told.text for told in corpus.tellings(_ARTICLES)]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, "full")
        new = (Path(folder, str(n)) for n in range(_ROUNDS))

        def each_kept(where: Path) -> None:
            for rows in found:
                rows.kept(where)

        each_kept(full)
        if not full.exists():
            raise RuntimeError("nothing was kept, so nothing is measured: was the library changed?")
        return in_turn(
            {
                "words": lambda: [re.findall(r"\w+", text) for text in texts],
                "found": lambda: [rows.anew() for rows in found],
                "kept": lambda: each_kept(next(new)),
                "taken": lambda: each_kept(full),
            },
            _ROUNDS,
        )


def _found() -> list[Found]:
    """What five functions find in made articles."""
    from tellings.find import claims, framing, mentions, quotes
    from tellings.parallel import each
    from tellings.read import lines, sentences

    texts = pd.Series({told.name: told.text for told in corpus.tellings(_ARTICLES)})
    split = each(each(texts, lines.classify, lines.Line), sentences.split, sentences.Sentence)
    said = {"quotes": each(split, quotes.find, quotes.Quote)}
    asked: list = [
        (texts, lines.classify, lines.Line, {}),
        (split, mentions.find, mentions.Mention, {}),
        (split, quotes.find, quotes.Quote, {}),
        (split, claims.find, claims.Claim, said),
        (split, framing.find, framing.Wording, said),
    ]
    return [Found(each(*given, **beside), *given, beside) for *given, beside in asked]


def cost() -> float:
    """What it costs to keep an article's rows for the next run, in word passes over it."""
    taken = _taken()
    return taken["kept"] / taken["words"]


def again() -> float:
    """What rows kept take in the next run, in times of finding them."""
    taken = _taken()
    return taken["taken"] / taken["found"]
