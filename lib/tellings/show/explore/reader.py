"""One telling to read: a corpus and an article in, what is marked in it and its HTML out."""

from collections.abc import Sequence

import pandas as pd
from markupsafe import Markup

from tellings.compare.corpus.subcorpus import Corpus
from tellings.show import html, marking
from tellings.show.html import Mark
from tellings.show.marking import KINDS
from tellings.tables import tuples


def marks(corpus: Corpus, article_id: str, kinds: Sequence[str] = KINDS) -> pd.DataFrame:
    """What was found in the article, in the text's order: article_id, kind, start, end, text, note.

    kinds  names of marking.MARKS; one whose table is not there gives nothing
    """
    return _marks(corpus, article_id, kinds).drop(columns="look")


def _marks(corpus: Corpus, article_id: str, kinds: Sequence[str]) -> pd.DataFrame:
    """The marks of the article, with their look."""
    names = [kind.table for kind in marking.MARKS if kind.table in corpus.tables]
    return marking.marks({name: _of(corpus.tables[name], article_id) for name in names}, kinds)


def _of(rows: pd.DataFrame, article_id: str) -> pd.DataFrame:
    """The rows of the article."""
    return rows[rows["article_id"] == article_id]


def page(
    corpus: Corpus,
    article_id: str,
    kinds: Sequence[str] = KINDS,
    cited: tuple[int, int] | None = None,
    around: int | None = None,
) -> Markup:
    """The telling as HTML: its lines and their roles, what was left out paler, marks in the text.

    cited   start and end of the words to point out
    around  only so many filled lines before and behind the cited ones; None: all

    The text is data: whatever it holds is shown and does nothing.
    Raises ValueError in one line for an article that is not in the corpus.
    """
    telling = _of(corpus.articles, article_id)
    if telling.empty:
        known = ", ".join(corpus.articles["article_id"])
        raise ValueError(f"no article {article_id!r} in the corpus; there: {known}")
    found = _marks(corpus, article_id, kinds)
    stretches = [Mark(m.start, m.end, m.look, m.note) for m in tuples(found)]
    stretches += [Mark(*cited, "cited")] if cited else []
    lines = _of(corpus.tables["lines"], article_id)
    lines = lines[lines["role"] != "blank"].reset_index(drop=True)
    if cited and around is not None:
        lines = lines.iloc[slice(*_near(lines, cited, around))]
    shell = Markup('{}<article class="tellings-reader" aria-label="{}">{}</article>')
    return shell.format(_STYLE, telling["telling"].iloc[0], html.lines(tuples(lines), stretches))


def _near(lines: pd.DataFrame, cited: tuple[int, int], around: int) -> tuple[int, int]:
    """The first and the one behind the last of the lines round the cited words."""
    held = lines.index[(lines["start"] < cited[1]) & (cited[0] < lines["end"])]
    return max(0, held.min() - around), held.max() + around + 1


# Marks look as in the report; the rest is laid thinly over JupyterLab's own light or dark theme.
_STYLE = Markup(f"""<style>
{marking.style(".tellings-reader ")}
.tellings-reader {{ max-width: 46rem; line-height: 1.55; font-size: 1rem; }}
.tellings-reader .line {{ margin: 0 0 .6em 7.5rem; position: relative; }}
.tellings-reader .role {{ position: absolute; left: -7.5rem; width: 7rem; opacity: .8;
  font: normal .8rem var(--jp-ui-font-family, sans-serif); }}
.tellings-reader .line:not(.role-headline, .role-dek, .role-body, .role-list) {{ opacity: .75; }}
.tellings-reader .role-headline {{ font-weight: bold; font-size: 1.2rem; }}
.tellings-reader .role-dek {{ font-style: italic; }}
.tellings-reader .cited {{ outline: 2px solid; background: rgba(255, 230, 0, .45); }}
</style>""")
