"""Event pages: the notebook on one event, run for it, as a page that bears the event's name."""

import re

from markupsafe import escape

from tellings.report.pages import frame
from tellings.report.pages.places import Page, Places

_TITLE = re.compile(r"(<h1[^>]*>)(.*?)(</h1>)", re.S)


def body(notebook: dict, page: Page, places: Places) -> str:
    """The body of an event's page: the event's name as title, links from one folder deeper.

    notebook  as it was executed for the event
    """
    made = frame.body(notebook, page, places)
    made = _TITLE.sub(rf"\g<1>{_literal(str(escape(page.title)))}\g<3>", made, count=1)
    return _deeper(made)


def _deeper(body: str) -> str:
    """The body with its links led out of the folder of events."""
    for folder in ("articles", "tables"):
        body = body.replace(f'href="{folder}/', f'href="../{folder}/')
    return body.replace('href="events/', 'href="')


def _literal(text: str) -> str:
    """Words for the place of a match, without a meaning of their own."""
    return text.replace("\\", r"\\")
