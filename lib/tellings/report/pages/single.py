"""The whole report in one file: every page a section, every link a jump inside the file."""

import html
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from tellings.report.pages.places import Page

PLACE = "<!-- sections -->"
_ID = re.compile(r'(?<![\w-])id="([^"]+)"')
_JUMP = re.compile(r'((?:xlink:)?href="|url\()#([^")]+)')
_UP = re.compile(r'(?<!xlink:)href="(?:\.\./)+')
_HREF = re.compile(r'(?<!xlink:)href="(?:\.\./)?([^"#:]+\.html)(?:#([^"]*))?"')


class Whole:
    """The one file as it grows: each page is put down as it comes, the front page first of all."""

    def __init__(self, path: Path):
        self._path, self._front = path, ""
        self._sections = path.with_name(f".{path.name}.sections")
        self._sections.write_bytes(b"")

    def add(self, page: Page, body: str) -> None:
        """Put a page down as a section."""
        if page.href == "index.html":
            self._front = _section(page, body)
            return
        with self._sections.open("a", encoding="utf-8") as file:
            file.write(f"\n{_section(page, body)}")

    def write(self, frame: str) -> None:
        """Write the file whole; frame: its HTML, with PLACE where the sections go."""
        before, after = frame.split(PLACE)
        passing = self._path.with_name(f".{self._path.name}.new")
        with passing.open("w", encoding="utf-8") as file:
            file.write(before + self._front)
            with self._sections.open(encoding="utf-8") as rest:
                shutil.copyfileobj(rest, file)
            file.write(after)
        passing.replace(self._path)
        self._sections.unlink()


def _section(page: Page, text: str) -> str:
    """One page as a section, its links and ids turned inward; ids get the page's name, so that none
    meet."""
    name = _name(page.href)
    text = _ID.sub(rf'id="{name}--\1"', text)
    text = _JUMP.sub(rf"\1#{name}--\2", text)
    text = _HREF.sub(_inward, text)
    text = _UP.sub('href="', text)  # the one file stands beside the folders of figures and tables
    label = html.escape(f"{page.label}: {page.title}")
    return f'<section class="page" id="{name}" aria-label="{label}">{text}</section>'


def _inward(href: re.Match) -> str:
    """A link to another page as a jump: each page that another leads to is in the file."""
    page, at = href.groups()
    return f'href="#{_name(page)}--{at}"' if at else f'href="#{_name(page)}"'


def menu(pages: Iterable[Page]) -> list[Page]:
    """The menu's pages as jumps inside the file."""
    return [page._replace(href=f"#{_name(page.href)}") for page in pages]


def _name(href: str) -> str:
    """A page's address as a name: "articles/000.html" is "page-articles-000"."""
    return "page-" + href.removesuffix(".html").replace("/", "-")
