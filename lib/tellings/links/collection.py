"""Links fetched into a folder, one after the other: each as saved or failed, with the reason."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from tellings.links.downloader import Downloader
from tellings.links.folder import Folder
from tellings.links.listing import Link
from tellings.links.robots import Robots

PAUSE = 2.0  # seconds between two pages of one site


class Saved(NamedTuple):
    """A page that is in the folder; new is False where it was there before."""

    url: str
    file: str
    new: bool = True


class Failed(NamedTuple):
    """A link that gave no page, and why."""

    url: str
    why: str


def collect(
    links: Iterable[Link], path, downloader: Downloader | None = None, pause: float = PAUSE
) -> Iterator[Saved | Failed]:
    """Fetch each link that the folder has not yet; one Saved or Failed for each, as they come.

    Between two pages of a site lie `pause` seconds, or what its robots.txt asks for; meanwhile
    other sites are asked. Raises ValueError for a folder whose manifest is another's.
    """
    links = list(links)
    folder = Folder(path, list(dict.fromkeys(name for link in links for name in link.said)))
    downloader = downloader or Downloader()
    robots = Robots(downloader)
    waiting = deque(link for link in links if not folder.has(link.url))
    yield from (Saved(link.url, "", new=False) for link in links if folder.has(link.url))
    ready: dict[str, float] = {}
    while waiting:
        link = _next(waiting, ready)
        site = urlsplit(link.url).netloc
        yield _fetched(link, folder, downloader, robots)
        ready[site] = time.monotonic() + max(pause, robots.pause(link.url))


def _next(waiting: deque[Link], ready: dict[str, float]) -> Link:
    """The first link whose site may be asked again; waits where there is none."""
    now = time.monotonic()
    when = [ready.get(urlsplit(link.url).netloc, now) for link in waiting]
    first = next((i for i, moment in enumerate(when) if moment <= now), None)
    if first is None:
        first = min(range(len(when)), key=when.__getitem__)
        time.sleep(max(0.0, when[first] - now))
    link = waiting[first]
    del waiting[first]
    return link


def _fetched(link: Link, folder: Folder, downloader: Downloader, robots: Robots) -> Saved | Failed:
    """One link fetched and kept, or why not."""
    if refusal := robots.refusal(link.url):
        return Failed(link.url, refusal)
    answer = downloader.fetch(link.url)
    if answer.fault:
        return Failed(link.url, answer.fault)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Saved(link.url, folder.save(link, answer, now))
