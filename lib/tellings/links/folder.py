"""A corpus folder that grows: pages as they were received, and manifest.csv with a row for each."""

import csv
import hashlib
import io
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from tellings.links.downloader import Answer
from tellings.links.listing import Link

OWN = ("file", "sha256", "url", "final_url", "status", "content_type", "fetched_at")
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/rss+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


class Folder:
    """Pages and their manifest; what is there is never changed, only added to.

    said  the columns that the list of links has beside the address

    Raises ValueError in one line for a manifest that is another's.
    """

    def __init__(self, path, said: list[str]):
        self._path = Path(path)
        self._manifest = self._path / "manifest.csv"
        self._rows = _rows(self._manifest)
        others = [name for row in self._rows[:1] for name in row]
        self._columns = list(dict.fromkeys([*OWN, *others, *_free(said)]))

    def has(self, url: str) -> bool:
        """Whether the page of an address is there already, as it was received."""
        return any(row["url"] == url and (self._path / row["file"]).is_file() for row in self._rows)

    def save(self, link: Link, answer: Answer, fetched_at: str) -> str:
        """Keep a page and its row; the page's name in the folder."""
        name = _name(link.url, answer.kind)
        self._path.mkdir(parents=True, exist_ok=True)
        _write(self._path / name, answer.data)
        own = {
            "file": name,
            "sha256": hashlib.sha256(answer.data).hexdigest(),
            "url": link.url,
            "final_url": answer.url,
            "status": str(answer.status),
            "content_type": answer.kind,
            "fetched_at": fetched_at,
        }
        self._rows = [row for row in self._rows if row["url"] != link.url]
        self._rows.append(_said(link) | own)
        held = io.StringIO()
        writer = csv.DictWriter(held, self._columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(self._rows)
        _write(self._manifest, held.getvalue().encode())
        return name


def _rows(manifest: Path) -> list[dict[str, str]]:
    """The rows of the manifest that is there; raises ValueError for one that is another's."""
    if not manifest.exists():
        return []
    with manifest.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if not {"url", "file"} <= set(reader.fieldnames or ()):
            raise ValueError(
                f"{manifest} is not of pages that were fetched (no column url). Name another folder"
            )
        return [{k: v or "" for k, v in row.items() if k} for row in reader]


def _free(names: list[str]) -> list[str]:
    """Columns of the list by the names that they get here: none takes the place of our own."""
    return [f"list_{name}" if name in OWN else name for name in names]


def _said(link: Link) -> dict[str, str]:
    return dict(zip(_free(list(link.said)), link.said.values(), strict=True))


def _name(url: str, kind: str) -> str:
    """A name for a page: the site, the last word of the address, a digest of all of it."""
    parts = urlsplit(url)
    words = re.findall(r"[A-Za-z0-9]+", parts.path)[-6:]
    site = re.sub(r"[^A-Za-z0-9.-]", "_", parts.netloc.removeprefix("www."))
    stem = "-".join([site.replace(":", "_"), *words])[:80]
    digest = hashlib.sha256(url.encode()).hexdigest()[:8]
    ending = _KINDS.get(kind.partition(";")[0].strip().lower(), ".html")
    return f"{stem}-{digest}{ending}"


def _write(path: Path, data: bytes) -> None:
    """Write a file under a passing name first: who stops the run finds it whole or not at all."""
    passing = path.with_name(f".{path.name[:100]}.{os.getpid()}")
    passing.write_bytes(data)
    passing.replace(path)
