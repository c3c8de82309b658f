"""The whole report in one file: every page a section, every link a jump inside the file."""

import html
import re
from collections.abc import Iterable

from tellings.report.pages.places import Page

_ID = re.compile(r'(?<![\w-])id="([^"]+)"')
_JUMP = re.compile(r'((?:xlink:)?href="|url\()#([^")]+)')
_UP = re.compile(r'(?<!xlink:)href="(?:\.\./)+')
_HREF = re.compile(r'(?<!xlink:)href="(?:\.\./)?([^"#:]+\.html)(?:#([^"]*))?"')


def body(pages: Iterable[tuple[Page, str]]) -> str:
    """The pages' bodies as sections of one body; ids get their page's name, so that none meet."""
    pages = list(pages)
    known = {page.href for page, _ in pages}
    return "\n".join(_section(page, text, known) for page, text in pages)


def _section(page: Page, text: str, known: set[str]) -> str:
    """One page as a section, its links and ids turned inward."""
    name = _name(page.href)
    text = _ID.sub(rf'id="{name}--\1"', text)
    text = _JUMP.sub(rf"\1#{name}--\2", text)
    text = _HREF.sub(lambda m: _inward(m, known), text)
    text = _UP.sub('href="', text)  # the one file stands beside the folders of figures and tables
    label = html.escape(f"{page.label}: {page.title}")
    return f'<section class="page" id="{name}" aria-label="{label}">{text}</section>'


def _inward(href: re.Match, known: set[str]) -> str:
    """A link to another page as a jump; one to a file beside the report stays as it is."""
    page, at = href.groups()
    if page not in known:
        return href.group()
    return f'href="#{_name(page)}--{at}"' if at else f'href="#{_name(page)}"'


def menu(pages: Iterable[Page]) -> list[Page]:
    """The menu's pages as jumps inside the file."""
    return [page._replace(href=f"#{_name(page.href)}") for page in pages]


def _name(href: str) -> str:
    """A page's address as a name: "articles/000.html" is "page-articles-000"."""
    return "page-" + href.removesuffix(".html").replace("/", "-")
