"""One telling to read: a corpus and an article in, what is marked in it and its HTML out."""

import html
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from tellings.compare.corpus import subcorpus
from tellings.compare.corpus.subcorpus import Corpus

# The columns of a table that say what a mark is.
TOLD = {
    "claims": ("bound", "low", "high", "unit", "key", "source", "status"),
    "quotes": ("form", "speaker", "cue"),
    "mentions": ("entity", "kind", "title"),
    "framing": ("group", "term", "topic", "voice"),
    "whens": ("first", "last", "rule"),
}
READ = ("headline", "dek", "body", "list")


class Mark(NamedTuple):
    """A stretch of a telling that is marked: `kind` is the table it comes from."""

    kind: str
    start: int
    end: int
    note: str


def marks(corpus: Corpus, article_id: str, kinds: Sequence[str] = tuple(TOLD)) -> pd.DataFrame:
    """What was found in the article, in the text's order: article_id, kind, start, end, text, note.

    kinds  tables of the corpus; one that is not there gives nothing
    """
    there = [k for k in kinds if k in corpus.tables]
    found = [
        rows.assign(kind=kind, note=[_note(row, kind) for row in rows.to_dict("records")])
        for kind in there
        for rows in [subcorpus.rows(corpus, _of(corpus.tables[kind], article_id))]
    ]
    columns = ["article_id", "kind", "start", "end", "text", "note"]
    if not found:
        return pd.DataFrame(columns=columns)
    return pd.concat(found)[columns].sort_values(["start", "end"], kind="stable", ignore_index=True)


def _of(rows: pd.DataFrame, article_id: str) -> pd.DataFrame:
    """The rows of the article."""
    return rows[rows["article_id"] == article_id]


def _note(row: dict, kind: str) -> str:
    """What a row says of its words: "bound >, low 33900, unit person"."""
    said = [(c, row[c]) for c in TOLD[kind] if c in row and _says(row[c])]
    return ", ".join(f"{c} {v:g}" if isinstance(v, float) else f"{c} {v}" for c, v in said)


def _says(value) -> bool:
    """Whether a cell says something."""
    return not (value is None or value is pd.NA or value != value or value == "")


def page(
    corpus: Corpus,
    article_id: str,
    kinds: Sequence[str] = tuple(TOLD),
    cited: tuple[int, int] | None = None,
    around: int | None = None,
) -> str:
    """The telling as HTML: its lines and their roles, what was left out paler, marks in the text.

    cited   start and end of the words to point out
    around  only so many filled lines before and behind the cited ones; None: all

    The text is data: whatever it holds is shown and does nothing.
    Raises ValueError in one line for an article that is not in the corpus.
    """
    telling = corpus.articles[corpus.articles["article_id"] == article_id]
    if telling.empty:
        known = ", ".join(corpus.articles["article_id"])
        raise ValueError(f"no article {article_id!r} in the corpus; there: {known}")
    found = marks(corpus, article_id, kinds)
    stretches = [Mark(_class(r), r.start, r.end, f"{r.kind}: {r.note}") for r in found.itertuples()]
    stretches += [Mark("cited", *cited, "")] if cited else []
    lines = _of(corpus.tables["lines"], article_id)
    lines = lines[lines["text"].str.strip() != ""].reset_index(drop=True)
    if cited and around is not None:
        lines = lines.iloc[slice(*_near(lines, cited, around))]
    name = html.escape(telling["telling"].iloc[0])
    shown = "".join(_line(line, stretches) for line in lines.itertuples())
    return f'{STYLE}<article class="tellings-reader" aria-label="{name}">{shown}</article>'


def _class(mark) -> str:
    """What a mark's element is called: reported speech without marks is paler than a quotation."""
    return "quotes indirect" if mark.note.startswith("form indirect") else mark.kind


def _near(lines: pd.DataFrame, cited: tuple[int, int], around: int) -> tuple[int, int]:
    """The first and the one behind the last of the lines round the cited words."""
    held = lines.index[(lines["start"] < cited[1]) & (cited[0] < lines["end"])]
    return max(0, held.min() - around), held.max() + around + 1


def _line(line, stretches: list[Mark]) -> str:
    """A line: its number and role, then its text."""
    kept = "read" if line.role in READ else "left-out"
    role = f"{line.line} {line.role.replace('_', ' ')}"
    text = marked(line.text, line.start, [m for m in stretches if m.start < line.end])
    return f'<p class="{kept} {line.role}"><small>{role}</small> {text}</p>'


def marked(text: str, offset: int, stretches: Sequence[Mark]) -> str:
    """The text as HTML, cut where a mark begins or ends; a piece has the classes of its marks.

    offset  where the text begins in the capture

    >>> marked("a<b c", 10, [Mark("claims", 10, 13, ""), Mark("cited", 12, 15, "")])
    '<span class="claims">a&lt;</span><mark class="claims">b</mark><mark> c</mark>'
    """
    end = offset + len(text)
    near = [m for m in stretches if m.start < end and offset < m.end]
    cuts = sorted({offset, end, *(at for m in near for at in m[1:3] if offset < at < end)})
    return "".join(
        _piece(text[a - offset : b - offset], [m for m in near if m.start <= a and b <= m.end])
        for a, b in zip(cuts, cuts[1:], strict=False)
    )


def _piece(text: str, over: list[Mark]) -> str:
    """A piece of the text with what marks it."""
    if not over:
        return html.escape(text)
    kinds = " ".join(dict.fromkeys(m.kind for m in over if m.kind != "cited"))
    note = html.escape("; ".join(m.note for m in over if m.note))
    element = "mark" if any(m.kind == "cited" for m in over) else "span"
    told = (f' class="{kinds}"' if kinds else "") + (f' title="{note}"' if note else "")
    return f"<{element}{told}>{html.escape(text)}</{element}>"


# Colours lie thinly over JupyterLab's own, so that they read in its light and its dark theme.
STYLE = """<style>
.tellings-reader { max-width: 46rem; line-height: 1.55; font-size: 1rem; }
.tellings-reader p { margin: 0 0 .6em 7.5rem; position: relative; }
.tellings-reader small { position: absolute; left: -7.5rem; width: 7rem; opacity: .8;
  font: normal .8rem var(--jp-ui-font-family, sans-serif); }
.tellings-reader .left-out { opacity: .75; font-size: .9rem; }
.tellings-reader .headline { font-weight: bold; font-size: 1.2rem; }
.tellings-reader .dek { font-style: italic; }
.tellings-reader .quotes { background: rgba(80, 120, 255, .3); }
.tellings-reader .indirect { background: rgba(80, 120, 255, .13); }
.tellings-reader .claims { background: rgba(255, 160, 0, .3); font-weight: bold; }
.tellings-reader .mentions { text-decoration: underline dotted; }
.tellings-reader .framing { border-bottom: 2px dashed; }
.tellings-reader .whens { border-bottom: 3px double; }
.tellings-reader mark { outline: 2px solid; background: rgba(255, 230, 0, .45); color: inherit; }
</style>"""
