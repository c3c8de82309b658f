"""What a report was made from: files, corrections, what was set aside; how to read and cite it."""

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from tellings import __version__, tables
from tellings.compare import ingest, languages
from tellings.compare.corpus import corrections
from tellings.report.pages.frame import table, template
from tellings.report.pages.places import Places
from tellings.tables import tuples
from tellings.text.prose import counted

SHOWN = 200  # files in a list
_DOWNLOADS = (
    ("tables", "Tables", "CSV, for a spreadsheet: the rows behind each sentence and figure"),
    ("figures", "Figures", "SVG, for print and slides"),
    ("notebooks", "Notebooks", "as they were run, to carry on with in JupyterLab"),
)


def body(job, downloads: list[str], places: Places, day: str) -> Markup:
    """The end of the front page, as HTML.

    downloads  names of the report's figures, tables and notebooks
    places     learns which articles are pointed to
    day        of making, in words
    """
    told = tables.open(job.data)
    files = ingest.inputs(told.columns("captures", "file", "sha256"), told.rejects)
    return Markup(
        template("origins.html.j2").render(
            inputs=_inputs(told, files),
            apart=_set_aside(told, places),
            digests=_digests(files),
            downloads=list(_groups(downloads)),
            day=day,
            corpus=job.corpus.name,
            version=__version__,
        )
    )


def _groups(names: list[str]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each kind of file: its name, a line on it, its files with their addresses and names."""
    for folder, label, about in _DOWNLOADS:
        own = [name for name in names if name.startswith(f"{folder}/")]
        if own:
            yield label, about, [(n, n.removeprefix(f"{folder}/").rpartition(".")[0]) for n in own]


def _inputs(told: tables.Tables, files: pd.DataFrame) -> str:
    """How many files the corpus has, what was corrected, what could not be read."""
    refused = (files["sha256"] == "").sum()
    could = "all could be read" if not refused else f"{refused:,} could not be read"
    return f"{counted(len(files), 'file')} in the corpus; {could}; {_corrected(told)}"


def _set_aside(told: tables.Tables, places: Places) -> Markup:
    """The articles that are kept and compared with none, in words and as links to their pages."""
    apart = told.set_aside
    words = languages.in_words(apart, len(told.columns("captures", "article_id")))
    link = Markup('<a href="{}">{}</a>')
    shown = tuples(apart.head(SHOWN))
    links = [link.format(places.page(a.article_id), a.headline or a.file) for a in shown]
    return Markup("{}: {}.").format(words, Markup(", ").join(links)) if words else Markup()


def _corrected(told: tables.Tables) -> str:
    """How many corrections changed something, and which were without effect."""
    rows = corrections.effects(told)
    if rows.empty:
        return "nothing was corrected by hand."
    idle = rows[rows["changed"] == 0]
    said = f"{counted(len(rows) - len(idle), 'correction')} by hand applied."
    if idle.empty:
        return said
    kinds = ["subject", "article_id", "place", "was", "becomes"]
    listed = "; ".join(" ".join(filter(None, row)) for row in tuples(idle[kinds]))
    return f"{said} Without effect, because they change nothing here: {listed}."


def _digests(files: pd.DataFrame) -> Markup:
    """The files that were read with the beginning of their SHA-256."""
    code = Markup("<code>{}</code>")
    read = files[files["sha256"] != ""]
    rows = [[file.file, code.format(file.sha256[:16])] for file in tuples(read.head(SHOWN))]
    caption = f"The first 16 signs of the SHA-256 of {len(rows):,} of {len(read):,} files."
    return table(caption, ["file", "SHA-256"], rows)
