"""Saved pages: HTML in, the article with all the page's lines out.

trafilatura (Apache-2.0) tells the article from the page; its paragraphs are found again among the
page's lines, so that nothing of the page is lost. Nothing is fetched.
"""

import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from typing import Any

from lxml import etree, html as markup

from tellings.read.formats import days
from tellings.read.formats.pieces import Piece, Source, Unreadable, hinted
from tellings.read.lines import marked

_BLOCKS = frozenset(
    "address article aside blockquote body br button caption dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe label legend li main nav ol"
    " option p pre section select summary table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset("script style noscript template svg math head object textarea".split())
_BULLET = re.compile(r"^[-•*]\s+")
# "Copyright 2014", "www.example.org/news": what pages give where a name is asked for.
_NO_NAME = re.compile(r"copyright|©|https?:|/|^\W*$", re.IGNORECASE)
# "LinkNaija | Nigeria's popular news platform": a name and what it says of itself.
_SLOGAN = re.compile(r"\s[|–—:]\s|:\s")
_WORDS = re.compile(r"\w+")


def saved(source: Source) -> Iterator[Piece]:
    """The one article of a saved page."""
    yield article(source.whole())


def mail(source: Source) -> Iterator[Piece]:
    """The article of a page that a browser saved as one file (.mhtml)."""
    message = message_from_bytes(source.whole(), policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            yield article(
                bytes(data or b""), str(message.get("Snapshot-Content-Location", "")), "mhtml"
            )
            return
    raise Unreadable("a saved page without a page in it", "Save the page again, as HTML")


def article(data: bytes, url: str = "", reader: str = "html") -> Piece:
    """The article of a page, its lines and those of the site; raises Unreadable where none is."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(data)
    if tree is None:
        raise Unreadable("an HTML page that cannot be read", "Save the page again")
    page = lines(tree)
    found = _extracted(bare_extraction, tree, url)
    kept = [line for line in (found.text or "").split("\n") if line.strip()] if found else []
    if not page:
        raise Unreadable("an HTML page without words", "Save the page again, when it has loaded")
    title = (found.title or "") if found else ""
    text = marked.text(_aligned(page, kept, title), bool(title)) if kept else "\n".join(page)
    hints = _hints(found, url) if found else {}
    return Piece(text, reader, hints=hints, giver="page" if hints else "")


def _extracted(extract, tree: Any, url: str) -> Any:
    """What trafilatura makes of a page: the strict reading, or the generous where that is empty."""
    days_of = {"extensive_search": False, "original_date": True}
    for strict in (True, False):
        found = extract(
            tree,
            url=url or None,
            favor_precision=strict,
            favor_recall=not strict,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=days_of,
        )
        if found and found.text:
            return found
    return None


def _hints(found: Any, url: str) -> dict[str, str]:
    """What the page says of its article."""
    address = url or found.url or ""
    return hinted(
        outlet=_site(found),
        title=found.title,
        author=", ".join((found.author or "").split("; ")),
        date=days.iso(found.date or ""),
        note=f"url: {address}" if address else "",
    )


def _site(found: Any) -> str:
    """The site's name; its address where what the page gives for a name is none."""
    name = _SLOGAN.split(found.sitename or "")[0]
    return found.hostname or "" if not name or _NO_NAME.search(name) else name


# --- the page's lines -----------------------------------------------------------------------------


def lines(tree: Any) -> list[str]:
    """The words of a page, a line for each block, in its order; what no reader sees is left out."""
    found: list[str] = []
    held: list[str] = []
    for kind, words in _walk(tree):
        if kind == "break":
            line = " ".join("".join(held).split())
            held.clear()
            if line:
                found.append(line)
        else:
            held.append(words)
    return [*found, *filter(None, [" ".join("".join(held).split())])]


def _walk(tree: Any) -> Iterator[tuple[str, str]]:
    """Stretches of words ("text") and where a line ends ("break"), without recursion."""
    waiting: list[tuple[str, Any]] = [("open", tree)]
    while waiting:
        step, node = waiting.pop()
        if step == "text":
            yield "text", node
            continue
        block = isinstance(node.tag, str) and node.tag in _BLOCKS
        if step == "close":
            if block:
                yield "break", ""
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        if block:
            yield "break", ""
        if node.tag == "li":
            yield "text", "• "
        waiting.append(("close", node))
        for child in reversed(node):
            waiting.append(("text", child.tail or ""))
            waiting.append(("open", child))
        waiting.append(("text", node.text or ""))


# --- the article among the page's lines -----------------------------------------------------------


def _aligned(page: Sequence[str], kept: Sequence[str], title: str) -> list[tuple[str, bool]]:
    """The page's lines, each with whether it is the article's: kept paragraphs found in order.

    A paragraph that stands inside a longer line parts that line; one that stands in several lines
    takes them all; one that stands in none is put where it is missing.
    """
    plain = [_plain(line) for line in page]
    own = [paragraph for paragraph in kept if _plain(paragraph)]
    if title and own and _plain(own[0]) == _plain(title):
        own = own[1:]
    found, at = _headed(page, plain, title, own) if title else ([], 0)
    for paragraph in own:
        place = _place(plain, _plain(paragraph), at)
        if place is None:
            found.append((_BULLET.sub("• ", paragraph), True))
            continue
        first, last, parts = place
        found += [(line, False) for line in page[at:first]]
        found += parts(page[first], paragraph) if parts else _own(page[first : last + 1])
        at = last + 1
    return found + [(line, False) for line in page[at:]]


def _own(lines: Sequence[str]) -> list[tuple[str, bool]]:
    return [(line, True) for line in lines]


def _headed(
    page: Sequence[str], plain: Sequence[str], title: str, own: Sequence[str]
) -> tuple[list[tuple[str, bool]], int]:
    """The lines down to the title, the last of its words above the article; how many were used.

    A title that the page has not in a line of its own is put first.
    """
    place = _place(plain, _plain(own[0]), 0) if own else None
    above = range((place[0] if place else len(page)) - 1, -1, -1)
    at = next((i for i in above if plain[i] == _plain(title)), None)
    if at is None:
        return [(title, True)], 0
    return [*((line, False) for line in page[:at]), (page[at], True)], at + 1


def _place(plain: Sequence[str], words: str, at: int):
    """Where a paragraph's words stand from line `at` on: first line, last line, how to part it."""
    for i in range(at, len(plain)):
        if plain[i] == words:
            return i, i, None
        if len(words) > len(plain[i]) and plain[i] and words.startswith(plain[i]):
            last = _run(plain, words, i)
            if last is not None:
                return i, last, None
    for i in range(at, len(plain)):
        if len(words) > 40 and f" {words} " in f" {plain[i]} ":
            return i, i, _parted
    return None


def _run(plain: Sequence[str], words: str, first: int) -> int | None:
    """The last of the lines that together are these words; None where they are not."""
    whole = ""
    for i in range(first, min(len(plain), first + 40)):
        whole = f"{whole} {plain[i]}".strip()
        if whole == words:
            return i
        if not words.startswith(whole):
            return None
    return None


def _parted(line: str, paragraph: str) -> list[tuple[str, bool]]:
    """A line parted round the paragraph that stands inside it."""
    pattern = r"\W+".join(map(re.escape, _WORDS.findall(paragraph)))
    found = re.search(rf"{pattern}[^\w\s]*", line, re.IGNORECASE)
    if not found:
        return [(line, True)]
    parts = [(line[: found.start()], False), (found.group(), True), (line[found.end() :], False)]
    return [(part.strip(), own) for part, own in parts if part.strip()]


def _plain(line: str) -> str:
    return " ".join(_WORDS.findall(line.lower()))


def paragraphs(fragment: str) -> str:
    """A stretch of HTML (a feed's) as text, a line for each block."""
    try:
        tree = markup.fragment_fromstring(fragment, create_parent="div")
    except (etree.ParserError, ValueError):
        return fragment
    return "\n\n".join(lines(tree))
