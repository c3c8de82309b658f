"""Event pages: the notebook on one event, run for it, as a page that bears the event's name."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat
from markupsafe import escape

from tellings import tables
from tellings.report import names
from tellings.report.pages import frame
from tellings.report.pages.places import Page, Places, event_href

_TITLE = re.compile(r"(<h1[^>]*>)(.*?)(</h1>)", re.S)


class Told(NamedTuple):
    """An event with its executed notebook; `folder` is where its figures stand."""

    event: str
    name: str
    folder: str
    notebook: nbformat.NotebookNode

    @property
    def page(self) -> Page:
        """Its page."""
        return Page(event_href(self.event), self.name, self.name)


def read(job, tasks) -> list[Told]:
    """The events that have an executed notebook, in the order given.

    tasks  each with its event and file
    """
    if not tasks:
        return []
    articles = tables.open(job.data).articles
    called = dict(zip(articles["event_id"], articles["event_name"], strict=True))
    return [
        Told(
            task.event,
            called[task.event],
            names.safe(task.event, "event"),
            nbformat.read(Path(job.out) / task.file, 4),
        )
        for task in tasks
    ]


def bodies(told: list[Told], places: Places) -> Iterator[tuple[Page, str]]:
    """Each event's page and its body: the event's name as title, links from one folder deeper."""
    for one in told:
        body = frame.body(one.notebook, one.page, places)
        body = _TITLE.sub(rf"\g<1>{_literal(str(escape(one.name)))}\g<3>", body, count=1)
        yield one.page, _deeper(body)


def _deeper(body: str) -> str:
    """The body with its links led out of the folder of events."""
    for folder in ("articles", "tables"):
        body = body.replace(f'href="{folder}/', f'href="../{folder}/')
    return body.replace('href="events/', 'href="')


def _literal(text: str) -> str:
    """Words for the place of a match, without a meaning of their own."""
    return text.replace("\\", r"\\")
