"""The front page: events and their tellings, each notebook's finding, what it was made from."""

from pathlib import Path

import pandas as pd
from markupsafe import Markup

from tellings import tables
from tellings.compare import ingest, languages
from tellings.compare.corpus import corrections
from tellings.compare.events import outlets
from tellings.report.pages.frame import Page, Places, table, template, unlinked
from tellings.show.html import Cell
from tellings.text.prose import counted

EVENTS_SHOWN = 12
FILES_SHOWN = 200
_FOLDERS = {
    "tables": "Tables (CSV)",
    "figures": "Figures (SVG)",
    "notebooks": "Notebooks, as they were run",
}


def body(job, notebooks: list[Page], executed: dict, files: list[str], places: Places) -> str:
    """The body of the front page, from the executed notebooks and the tables they saved.

    files   names of the report's figures and tables
    places  learns which articles' pages are asked for
    """
    tellings = pd.read_parquet(job.data / "articles.parquet")
    parts = ingest.words(pd.read_parquet(job.data / "lines.parquet"), tellings)
    words = parts[parts["read"]].groupby("article_id")["words"].sum()
    tellings = tellings.assign(words=tellings["article_id"].map(words).fillna(0).astype(int))
    rest = max(0, tellings["event_id"].nunique() - EVENTS_SHOWN)
    told = tables.open(job.data)
    inputs = ingest.inputs(told.captures, told.rejects)
    return template("front.html.j2").render(
        title=_title(tellings),
        events=Markup("").join(_events(tellings, places)),
        rest=counted(rest, "more event") if rest else "",
        cards=[_card(p, n) for p, n in zip(notebooks, executed.values(), strict=True)],
        files=_files([*files, *(f"notebooks/{name}.ipynb" for name in executed)]),
        inputs=_inputs(job, inputs),
        apart=_set_aside(job, places),
        digests=_digests(inputs),
    )


def _title(tellings: pd.DataFrame) -> str:
    """How many outlets told how many events."""
    told = counted(len(tellings), "article")
    by = f" by {outlets.counted(tellings)}" if (tellings["outlet"] != "").all() else ""
    return f"{told}{by} on {counted(tellings['event_id'].nunique(), 'event')}"


def _events(tellings: pd.DataFrame, places: Places) -> list[Markup]:
    """A table of the tellings under each event, the largest event first."""
    parts = []
    for event in tellings["event_id"].value_counts().index[:EVENTS_SHOWN]:
        told = tellings[tellings["event_id"] == event]
        caption = f"Event {event}: {counted(len(told), 'telling')}"
        rows = [[t.telling, _headline(t, places), t.words] for t in told.itertuples()]
        parts.append(table(caption, ["telling", "headline", Cell("words", "n")], rows))
    return parts


def _headline(telling, places: Places) -> Markup:
    """A telling's headline as a link to its page."""
    link = Markup('<a href="{}">{}</a>')
    return link.format(places.page(telling.article_id), telling.headline or telling.file)


def _card(page: Page, notebook) -> dict:
    """A notebook's question, its finding, its first figure."""
    outputs = [
        (cell.metadata.get("tags", []), output.get("data", {}))
        for cell in notebook.cells
        for output in cell.get("outputs", [])
    ]
    found = [data["text/plain"] for tags, data in outputs if data and "finding" in tags]
    figures = (data["image/svg+xml"] for _, data in outputs if "image/svg+xml" in data)
    figure = Markup(unlinked(next(figures, "")))
    return {"page": page, "finding": " ".join(found), "figure": figure}


def _files(names: list[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The report's tables, figures and notebooks: what they are, their addresses and names."""
    return [
        (words, [(n, Path(n).stem) for n in names if n.startswith(f"{folder}/")])
        for folder, words in _FOLDERS.items()
    ]


def _inputs(job, files: pd.DataFrame) -> str:
    """How many files the corpus has, what was corrected, what could not be read."""
    refused = (files["sha256"] == "").sum()
    return (
        f"{counted(len(files), 'file')} in the corpus; {refused} could not be read; "
        f"{_corrected(job)}"
    )


def _set_aside(job, places: Places) -> Markup:
    """The articles that are kept and compared with none, in words and as links to their pages."""
    told = tables.open(job.data)
    apart = told.set_aside
    words = languages.in_words(apart, len(told.captures))
    shown = apart.head(FILES_SHOWN).itertuples()
    links = Markup(", ").join(_headline(telling, places) for telling in shown)
    return Markup("{}: {}.").format(words, links) if words else Markup()


def _corrected(job) -> str:
    """How many corrections changed something, and which were without effect."""
    rows = corrections.effects(tables.open(job.data))
    idle = rows[rows["changed"] == 0]
    said = f"{counted(len(rows) - len(idle), 'correction')} by hand applied."
    if idle.empty:
        return said
    kinds = ["subject", "article_id", "place", "was", "becomes"]
    listed = "; ".join(" ".join(filter(None, row)) for row in idle[kinds].itertuples(index=False))
    return f"{said} Without effect, because they change nothing here: {listed}."


def _digests(files: pd.DataFrame) -> Markup:
    """The files that were read with the beginning of their SHA-256."""
    code = Markup("<code>{}</code>")
    read = files[files["sha256"] != ""]
    rows = [
        [file.file, code.format(file.sha256[:16])] for file in read.head(FILES_SHOWN).itertuples()
    ]
    caption = f"The first 16 signs of the SHA-256 of {len(rows):,} of {len(read):,} files."
    return table(caption, ["file", "SHA-256"], rows)
