"""A list of links: a file in, each address once with what its row says of it out."""

import csv
import io
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

_COLUMNS = ("url", "link", "web_url", "article_url")
_DELIMITERS = ",;\t|"


class Link(NamedTuple):
    """An address, and what the other columns of its row say, by their names."""

    url: str
    said: dict[str, str]


def links(path) -> list[Link]:
    """The links of a text with an address a line, or of a table with a column `url`; each once.

    Lines that begin with # are passed over. Raises ValueError in one line for a file that is not
    there or not UTF-8, and for one without a link.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ValueError(
            f"{path} cannot be read ({error.strerror}). Give a list of links"
        ) from None
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8: byte {error.start}. Save it as UTF-8") from None
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    found = _table(lines) if lines and not _address(lines[0].strip()) else _plain(lines)
    once: dict[str, Link] = {}
    for link in found:
        once.setdefault(link.url, link)
    if not once:
        raise ValueError(
            f"{path} holds no link. Give one address a line, or a table with a column url"
        )
    return list(once.values())


def _plain(lines: list[str]) -> list[Link]:
    """A link of each line; raises ValueError for a line that is none."""
    for number, line in enumerate(lines, 1):
        if not _address(line.strip()):
            raise ValueError(
                f"line {number} is no link: {line.strip()[:60]!r}. It begins with http"
            )
    return [Link(line.strip(), {}) for line in lines]


def _table(lines: list[str]) -> list[Link]:
    """A link of each row; raises ValueError for a table without a column of links."""
    delimiter = max(_DELIMITERS, key=lines[0].count)
    rows = csv.DictReader(io.StringIO("\n".join(lines)), delimiter=delimiter)
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    column = next((names[name] for name in _COLUMNS if name in names), None)
    if column is None:
        have = ", ".join(filter(None, names))
        raise ValueError(f"the list of links has no column 'url' (it has: {have[:80]})")
    found = []
    for row in rows:
        said = {
            k.strip(): " ".join(v.split())
            for k, v in row.items()
            if k and k != column and isinstance(v, str) and v.strip()
        }
        if _address(url := (row[column] or "").strip()):
            found.append(Link(url, said))
    return found


def _address(text: str) -> bool:
    """Whether a text is an address of the web."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and " " not in text
