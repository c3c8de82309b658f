"""Pages: one frame for all of them, and the cells of an executed notebook as its body."""

import ast
import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import jinja2
import mistune
from markupsafe import Markup

from tellings.report.pages.places import Page, Places
from tellings.show import html as show, marking

ROOM = "tellings.report.pages"  # where the templates of pages are
_AT = re.compile(r'<span data-at="([^"]*):(\d+)-(\d+)">(.*?)</span>', re.S)
_EVENT = re.compile(r'<span data-event="([^"]*)">.*?</span>')
_FIGURE_AT = re.compile(r'xlink:href="at:([^"]*):(\d+)-(\d+)"')
_FIGURE_LINK = re.compile(r'<a xlink:href="at:[^>]*>(?:<title>[^<]*</title>)?|</a>')
_CSV = re.compile(r' <a class="csv"[^>]*>CSV</a>')
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.S)
_PARAMETERS = {"parameters", "injected-parameters"}  # tags that papermill reads and sets
_FOLDER = re.compile(r"""^((?:corpus|data) = )("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')$""", re.M)


def frame(
    body: str,
    page: Page,
    pages: list[Page],
    kind: str,
    footer: str,
    shared_style: bool = False,
    head: str = "",
) -> str:
    """The whole HTML page round a body.

    pages   every page of the menu, in order; previous and next come from it
    kind    class of the body element: "front", "notebook" or "article"
    shared_style  the page asks for style.css (stylesheet()), which lies beside index.html; else it
                  carries the style sheet itself, and is one file that can be sent
    head    what stands above each page when it is printed
    """
    up = "../" * page.href.count("/")
    at = next((i for i, p in enumerate(pages) if p.href == page.href), None)
    menu = [p._asdict() | {"href": up + p.href, "current": p.href == page.href} for p in pages]
    return template("page.html.j2").render(
        title=page.title,
        body=Markup(body),
        kind=kind,
        pages=menu,
        before=menu[at - 1] if at else None,
        after=menu[at + 1] if at is not None and at + 1 < len(pages) else None,
        footer=footer,
        script=_script(),
        script_hash=_hashed(_script()),
        style="" if shared_style else stylesheet(head),
        up=up,
    )


def template(name: str) -> jinja2.Template:
    """A template of the pages."""
    return show.templates(ROOM).get_template(name)


@cache
def _script() -> Markup:
    """The one script that pages have: it sorts and filters tables."""
    return Markup(template("tables.js").render())


def _hashed(script: str) -> str:
    """A script's digest as a Content-Security-Policy names it: no other script runs."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def stylesheet(head: str = "") -> Markup:
    """The style sheet of every page; `head` stands above each printed page.

    >>> 'content: "floods \\\\22  2031"' in stylesheet('floods " 2031')
    True
    """
    made = template("style.css.j2")
    return Markup(
        made.render(kinds=marking.MARKS, marks=Markup(marking.style()), head=_in_css(head))
    )


def _in_css(text: str) -> Markup:
    """Words as a string of a style sheet holds them: nothing in them ends it, or the sheet."""
    return Markup(re.sub(r"[^\w .,:;()–·-]", lambda m: f"\\{ord(m[0]):x} ", text))


def body(notebook: dict, page: Page, places: Places) -> str:
    """The notebook's cells as HTML, with a table of contents and each place in a text as a link."""
    cells = "".join(_part(cells) for cells in _together(notebook["cells"]))
    cells = cells.replace('href="../tables/', 'href="tables/')  # pages stand above notebooks/
    return _with_contents(linked(cells, page, places), page.label)


def linked(body: str, page: Page | None, places: Places) -> str:
    """The HTML of a page with each place in an article as a link, in words and in figures.

    page  from where it is pointed to; None: no article leads back
    """
    body = _AT.sub(lambda m: places.link(page, *m.groups()), body)
    body = _EVENT.sub(lambda m: places.event(html.unescape(m[1])), body)
    return _FIGURE_AT.sub(lambda m: f'href="{places.href(unquote(m[1]), m[2], m[3])}"', body)


def _together(cells: list) -> Iterator[list]:
    """The cells one by one, but code that shows nothing together with the code after it."""
    waiting = []
    for cell in cells:
        if waiting and cell["cell_type"] == "markdown":
            yield waiting
            waiting = []
        waiting.append(cell)
        if cell["cell_type"] == "markdown" or cell["outputs"]:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _part(cells: list) -> str:
    """Cells as HTML: prose, or code, folded, and what the last of it gave."""
    last = cells[-1]
    if last["cell_type"] == "markdown":
        return f'<section class="prose">{_markdown()(last["source"])}</section>\n'
    source = html.escape("\n".join(map(_source, cells)), quote=False)
    code = f'<details class="code"><summary>Code</summary><pre>{source}</pre></details>\n'
    outputs = "".join(_output(output) for output in last["outputs"])
    if "finding" in last["metadata"].get("tags", []):
        outputs = f'<div class="finding" role="note" aria-label="Finding">{outputs}</div>\n'
    return code + outputs


def _source(cell: dict) -> str:
    """The code of a cell; folders that it was given as parameters by their names alone.

    Where a corpus lay on the computer that made a page is no business of who reads it, and a page
    is the same wherever it was made.
    """
    if not _PARAMETERS & {*cell["metadata"].get("tags", [])}:
        return cell["source"]
    return _FOLDER.sub(lambda m: f'{m[1]}"{Path(ast.literal_eval(m[2])).name}"', cell["source"])


def _output(output: dict) -> str:
    """One output as HTML: the richest form that the page can show."""
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return f'<figure class="chart">{data["image/svg+xml"]}</figure>\n'
    if "text/html" in data:
        return _boxed(data["text/html"])
    return f"<pre>{html.escape(data.get('text/plain', output.get('text', '')))}</pre>\n"


def unlinked(svg: str) -> str:
    """A figure without its links, for a place where they would lead nowhere."""
    return _FIGURE_LINK.sub("", svg).replace('role="group"', 'role="img"', 1)


def table(caption: str, heads: Sequence, rows: Iterable[Sequence]) -> Markup:
    """A table of html.table in its box."""
    return Markup(_boxed(str(show.table(caption, heads, rows))))


def _boxed(output: str) -> str:
    """A table in a box that scrolls, also by keyboard, and has a name; other HTML as it is."""
    caption = re.search(r"<caption>(.*?)</caption>", output, re.S)
    if not caption:
        return f"{output}\n"
    name = re.sub(r"<[^>]*>", "", _CSV.sub("", caption.group(1)))
    shown = f"<caption><span>{caption.group(1)}</span></caption>"
    output = output.replace(caption.group(), shown, 1)
    box = f'<div class="scroll" tabindex="0" role="group" aria-label="{name}">'
    before, fold, rest = output.partition("</summary>")  # a folded table scrolls inside its fold
    if fold:
        table, end, after = rest.partition("</table>")
        return f"{before}{fold}{box}{table}{end}</div>{after}\n"
    return f"{box}{output}</div>\n"


def _with_contents(cells: str, label: str) -> str:
    """The cells with a list of their headings after the first paragraph block."""
    headings = _HEADING.findall(cells)
    if not headings:
        return cells
    items = "".join(f'<li><a href="#{i}">{text}</a></li>' for i, text in headings)
    contents = f'<nav class="contents" aria-label="Contents: {label}"><ul>{items}</ul></nav>'
    opening, end, rest = cells.partition("</section>")
    return opening + end + contents + rest


@cache
def _markdown() -> mistune.Markdown:
    """Markdown to HTML, with tables, and with an id on each heading to link to."""
    return mistune.create_markdown(renderer=_Headings(escape=False), plugins=["table"])


class _Headings(mistune.HTMLRenderer):
    def heading(self, text: str, level: int, **attrs) -> str:
        """A heading whose id is made of its words."""
        bare = html.unescape(re.sub(r"<[^>]*>", "", text)).lower()
        slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
        return f'<h{level} id="{slug}">{text}</h{level}>\n'
