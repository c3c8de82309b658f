"""Exports of news databases: one text with many articles in, each article with its fields out.

LexisNexis (until 2019) and Nexis Uni, ProQuest, Factiva. The forms follow the public parsers of
LexisNexisTools, pq_parser and factiva_parser; none of their code is used.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tellings.read.formats import days
from tellings.read.formats.pieces import Piece, Unread, hinted, titled

_OLD = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS[ \t\r]*$", re.MULTILINE)
_UNI = re.compile(r"^[ \t]*End of Document[ \t\r]*$", re.MULTILINE)
_BAR = re.compile(r"^_{40,}[ \t\r]*$", re.MULTILINE)
_FULL = re.compile(r"^Full text:[ \t]*", re.MULTILINE)
_FACTIVA = re.compile(r"^(?:AN[ \t\r]*\n)?Document [A-Z]{2,}\w*\d{6,}\w*[ \t\r]*$", re.MULTILINE)
_CODE = re.compile(r"^([A-Z]{2,3})(?:[ \t\r]*$|[ \t]{2,}(?=\S))", re.MULTILINE)
_LABEL = re.compile(r"^([A-Z][A-Za-z-]+(?: [A-Za-z-]+){0,3}):[ \t\xa0]*(.*)$")
# A stated length may count the headline and what stands round the text.
_NEAR_SHARE, _NEAR_WORDS = 0.1, 20

Fields = dict[str, str]


def named(text: str) -> str:
    """Which database a text is an export of, by the lines between its articles; "" for none."""
    near = ((name, form) for name, form in _FORMS.items() if form.word in text)
    return next((name for name, form in near if form.is_one(text)), "")


def articles(text: str) -> Iterator[Piece | Unread]:
    """Each article of an export; what holds no article's text is named."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    name = named(text)
    chunks = [chunk for chunk in _FORMS[name].articles(text) if chunk]
    for number, fields in enumerate(chunks, 1):
        yield _article(fields, str(number), name)


def _article(fields: Fields, record: str, name: str) -> Piece | Unread:
    """One article by its fields: title, outlet, date, author, length, text."""
    text = fields.get("text", "").strip()
    if not text:
        return Unread(record, "an article without its text", "Export it again, with the full text")
    date = days.iso(fields.get("date", ""))
    notes = [name] if name else []
    notes += [f"date: {fields['date']}"] if fields.get("date") and not date else []
    notes += _length(fields.get("length", ""), text)
    hints = hinted(
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        date=date,
        note="; ".join(notes),
    )
    return Piece(titled(fields.get("title", ""), text), "export", record, hints, "export")


def _length(stated: str, text: str) -> list[str]:
    """What to say where an article has not so many words as the database states."""
    found = re.search(r"\d[\d,.]*", stated)
    if not found:
        return []
    wanted, words = int(re.sub(r"\D", "", found.group())), len(text.split())
    near = abs(wanted - words) <= max(_NEAR_WORDS, _NEAR_SHARE * wanted)
    return [] if near else [f"the export states {wanted} words, {words} were read"]


def _lines(text: str) -> list[str]:
    """The lines of a stretch, without white space round them."""
    return [line.strip() for line in text.strip().split("\n")]


def _paragraphs(lines: list[str]) -> str:
    """Lines as text, runs of blank ones as one."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


# --- LexisNexis -----------------------------------------------------------------------------------

_BEFORE_TEXT = ("BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "SERIES", "GRAPHIC")
_BEHIND_TEXT = ("LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "SUBJECT", "GRAPHIC", "CORRECTION")


def _old(text: str) -> Iterator[Fields]:
    """LexisNexis until 2019: "1 of 100 DOCUMENTS", outlet, date, title, LENGTH:, the text."""
    for chunk in _OLD.split(text)[1:]:
        lines = _lines(chunk)
        labels = {i: m for i, line in enumerate(lines) if (m := _LABEL.match(line))}
        first = next((i for i, m in labels.items() if m[1] in _BEFORE_TEXT), len(lines))
        head = [line for line in lines[:first] if line]
        start = max((i for i, m in labels.items() if m[1] in _BEFORE_TEXT[:3]), default=first - 1)
        ends = (i for i, m in labels.items() if i > start and m[1] in _BEHIND_TEXT)
        dated = next((i for i, line in enumerate(head[:5]) if i and days.iso(_day(line))), 0)
        said = {m[1]: m[2] for m in labels.values()}
        yield {
            "outlet": head[0] if head and dated else "",
            "date": _day(head[dated]) if dated else "",
            "title": " ".join(head[dated + 1 :]),
            "author": said.get("BYLINE", ""),
            "length": said.get("LENGTH", ""),
            "text": _paragraphs(lines[start + 1 : next(ends, len(lines))]),
        }


def _day(line: str) -> str:
    """A date without what databases write behind it: "April 18, 2024 Thursday, Final Edition"."""
    found = re.match(r"\w+ \d{1,2},? \d{4}|\d{1,2}\.? \w+ \d{4}|\d{4}-\d\d-\d\d", line)
    return found.group() if found else ""


# --- Nexis Uni ------------------------------------------------------------------------------------

_UNI_HEAD = ("Copyright", "Section:", "Length:", "Byline:", "Dateline:", "Highlight:")
_UNI_TAIL = ("Classification", "Load-Date:", "Language:", "Graphic", "Notes", "End of Document")


def _uni(text: str) -> Iterator[Fields]:
    """Nexis Uni: title, outlet, date, Copyright, Length:, the line "Body", the text."""
    for chunk in _UNI.split(text):
        lines = _lines(chunk)
        body = next((i for i, line in enumerate(lines) if line == "Body"), None)
        if body is None:
            if any(lines) and any(line.startswith("Length:") for line in lines):
                yield {"title": lines[0]}
            continue
        marks = (i for i in range(body) if lines[i].startswith(_UNI_HEAD))
        title, outlet, date = _titled([line for line in lines[: next(marks, body)] if line])
        ends = (i for i in range(body + 1, len(lines)) if lines[i].startswith(_UNI_TAIL))
        labels = (m for line in lines[:body] if (m := _LABEL.match(line)))
        said = {m[1]: m[2] for m in labels}
        yield {
            "title": title,
            "outlet": outlet,
            "date": date,
            "author": said.get("Byline", ""),
            "length": said.get("Length", ""),
            "text": _paragraphs(lines[body + 1 : next(ends, len(lines))]),
        }


def _titled(head: list[str]) -> tuple[str, str, str]:
    """Title, outlet and date of the lines above an article; a cover list may stand above them."""
    at = next((i for i in range(len(head) - 1, 0, -1) if days.iso(_day(head[i]))), None)
    if at is None:
        return (head[-1] if head else ""), "", ""
    return (head[at - 2] if at > 1 else ""), head[at - 1], _day(head[at])


# --- ProQuest -------------------------------------------------------------------------------------

_PROQUEST = (
    "Subject",
    "Title",
    "Publication title",
    "Location",
    "Company / organization",
    "Author",
)


def _proquest(text: str) -> Iterator[Fields]:
    """ProQuest: a bar, title, "Full text: …", then the fields."""
    for chunk in _BAR.split(text):
        found = _FULL.search(chunk)
        if not found:
            continue
        lines = chunk[found.end() :].split("\n")
        ends = (
            i for i, x in enumerate(lines) if i and (m := _LABEL.match(x)) and m[1] in _PROQUEST
        )
        end = next(ends, len(lines))
        labels = (
            m for x in (*chunk[: found.start()].split("\n"), *lines[end:]) if (m := _LABEL.match(x))
        )
        said = {m[1]: m[2].strip() for m in labels}
        top = next((line for line in _lines(chunk) if line), "")
        yield {
            "title": said.get("Title") or top,
            "outlet": said.get("Publication title", ""),
            "date": said.get("Publication date", ""),
            "author": said.get("Author", ""),
            "text": _paragraphs([line.strip() for line in lines[:end]]),
        }


# --- Factiva --------------------------------------------------------------------------------------


def _factiva(text: str) -> Iterator[Fields]:
    """Factiva: fields under codes of two letters: HD, BY, WC, PD, SN, LP, TD."""
    for chunk in _FACTIVA.split(text)[:-1]:
        codes = list(_CODE.finditer(chunk))
        ends = [m.start() for m in codes[1:]] + [len(chunk)]
        said = {
            m[1]: chunk[m.end() : end].strip() for m, end in zip(codes, ends, strict=True) if codes
        }
        paragraphs = [said.get("LP", ""), said.get("TD", "")]
        yield {
            "title": " ".join(said.get("HD", "").split()),
            "outlet": said.get("SN", ""),
            "date": said.get("PD", ""),
            "author": said.get("BY", "").removeprefix("By "),
            "length": said.get("WC", ""),
            "text": "\n".join(filter(None, paragraphs)),
        }


def _is_proquest(text: str) -> bool:
    return bool(_BAR.search(text) and _FULL.search(text))


def _is_factiva(text: str) -> bool:
    codes = {m[1] for m in _CODE.finditer(text)}
    return {"HD", "SN", "PD"} <= codes and bool(codes & {"LP", "TD"})


def _is_uni(text: str) -> bool:
    headed = re.search(r"^Body[ \t\r]*$", text, re.MULTILINE)
    return bool(headed and (_LENGTH.search(text) or _UNI.search(text)))


_LENGTH = re.compile(r"^Length:[ \t\xa0]*\d", re.MULTILINE)


class _Form(NamedTuple):
    """The exports of one database.

    word      stands in every one, and in hardly any other text
    is_one    whether a text is one
    articles  the articles in it
    """

    word: str
    is_one: Callable[[str], object]
    articles: Callable[[str], Iterator[Fields]]


_FORMS = {
    "LexisNexis": _Form("DOCUMENTS", _OLD.search, _old),
    "Nexis Uni": _Form("Body", _is_uni, _uni),
    "ProQuest": _Form("Full text:", _is_proquest, _proquest),
    "Factiva": _Form("HD", _is_factiva, _factiva),
}
