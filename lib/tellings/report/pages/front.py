"""The front page: events and their tellings, each notebook's finding, what it was made from."""

import hashlib
import html
from pathlib import Path

import pandas as pd

from tellings import tables
from tellings.compare import ingest
from tellings.compare.corpus import corrections
from tellings.report.pages.frame import Page, article_href, table, unlinked

EVENTS_SHOWN = 12
FILES_SHOWN = 200


def body(job, notebooks: list[Page], executed: dict, files: list[str]) -> str:
    """The body of the front page, from the executed notebooks and the tables they saved.

    files  names of the report's figures and tables
    """
    tellings = pd.read_parquet(job.data / "articles.parquet")
    counted = ingest.words(pd.read_parquet(job.data / "lines.parquet"), tellings)
    words = counted[counted["read"]].groupby("article_id")["words"].sum()
    tellings = tellings.assign(words=tellings["article_id"].map(words).fillna(0).astype(int))
    ran = [f"notebooks/{name}.ipynb" for name in executed]
    cards = "".join(_card(p, n) for p, n in zip(notebooks, executed.values(), strict=True))
    return (
        f"<h1>{_title(tellings)}</h1>{_events(tellings)}"
        f'<h2 id="found">What was found</h2><div class="cards">{cards}</div>'
        f'<h2 id="files">To carry on with</h2>{_files([*files, *ran])}'
        f'<h2 id="made-from">What it was made from</h2>{_inputs(job)}'
    )


def _title(tellings: pd.DataFrame) -> str:
    """How many outlets told how many events."""
    outlets = tellings["outlet"].replace("", pd.NA).nunique()
    events = tellings["event_id"].nunique()
    return (
        f"{_number(len(tellings), 'telling')} by {_number(outlets, 'outlet')} "
        f"of {_number(events, 'event')}"
    )


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def _events(tellings: pd.DataFrame) -> str:
    """A table of the tellings under each event, the largest event first."""
    parts = []
    for event in tellings["event_id"].value_counts().index[:EVENTS_SHOWN]:
        told = tellings[tellings["event_id"] == event]
        caption = f"Event {html.escape(event)}: {_number(len(told), 'telling')}"
        rows = [[html.escape(t.telling), _headline(t), f"{t.words:,}"] for t in told.itertuples()]
        parts.append(table(caption, ["telling", "headline", "#words"], rows))
    rest = tellings["event_id"].nunique() - len(parts)
    return f'<div class="events">{"".join(parts)}</div>' + (
        f"<p>{_number(rest, 'more event')} not shown here.</p>" if rest else ""
    )


def _headline(telling) -> str:
    """A telling's headline as a link to its page."""
    words = html.escape(telling.headline or telling.file)
    return f'<a href="{article_href(telling.article_id)}">{words}</a>'


def _card(page: Page, notebook) -> str:
    """A notebook's question, its finding, its first figure."""
    outputs = [(c, o) for c in notebook.cells for o in c.get("outputs", [])]
    finding = " ".join(
        o["data"]["text/plain"]
        for c, o in outputs
        if "finding" in c.metadata.get("tags", []) and "data" in o
    )
    figures = [
        o["data"]["image/svg+xml"] for _, o in outputs if "image/svg+xml" in o.get("data", {})
    ]
    figure = f'<figure class="chart">{unlinked(figures[0])}</figure>' if figures else ""
    return (
        f'<article class="card"><h3><a href="{page.href}">{html.escape(page.title)}</a></h3>'
        f"<p>{html.escape(finding)}</p>{figure}</article>"
    )


def _files(names: list[str]) -> str:
    """Links to the tables, figures and notebooks of the report."""
    parts = []
    for folder, words in (
        ("tables", "Tables (CSV)"),
        ("figures", "Figures (SVG)"),
        ("notebooks", "Notebooks, as they were run"),
    ):
        here = [n for n in names if n.startswith(f"{folder}/")]
        links = ", ".join(f'<a href="{n}">{html.escape(Path(n).stem)}</a>' for n in here)
        parts.append(f"<dt>{words}</dt><dd>{links}</dd>")
    return f"<dl>{''.join(parts)}</dl>"


def _inputs(job) -> str:
    """The files of the corpus with their digests, what was corrected, what could not be read."""
    files = sorted(p for p in job.corpus.iterdir() if p.is_file())
    rejects = len(pd.read_parquet(job.data / "rejects.parquet"))
    return (
        f"<p>{_number(len(files), 'file')} in the corpus; {rejects} could not be read; "
        f"{_corrected(job)}</p>"
        f"<details><summary>Digests of the files</summary>{_digests(files)}</details>"
    )


def _corrected(job) -> str:
    """How many corrections changed something, and which were without effect."""
    rows = corrections.effects(tables.open(job.data))
    idle = rows[rows["changed"] == 0]
    said = f"{_number(len(rows) - len(idle), 'correction')} by hand applied."
    if idle.empty:
        return said
    kinds = ["subject", "article_id", "place", "was", "becomes"]
    listed = "; ".join(
        html.escape(" ".join(filter(None, row))) for row in idle[kinds].itertuples(index=False)
    )
    return f"{said} Without effect, because they change nothing here: {listed}."


def _digests(files: list[Path]) -> str:
    """The files with the beginning of their SHA-256."""
    rows = [
        [html.escape(p.name), f"<code>{hashlib.sha256(p.read_bytes()).hexdigest()[:16]}</code>"]
        for p in files[:FILES_SHOWN]
    ]
    caption = f"The first 16 signs of the SHA-256 of {len(rows):,} of {len(files):,} files."
    return table(caption, ["file", "SHA-256"], rows)
