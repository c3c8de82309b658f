"""What a site asks of robots: its robots.txt in, whether a page may be fetched and how fast out."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from tellings.links.downloader import Downloader, agent

_SLOWEST = 60.0  # seconds; a site that asks for more is asked once a minute


class Robots:
    """The rules of each site, fetched once."""

    def __init__(self, downloader: Downloader):
        self._downloader = downloader
        self._known: dict[str, tuple[RobotFileParser, str]] = {}

    def refusal(self, url: str) -> str:
        """Why the page may not be fetched; "" where the site lets this suite fetch it."""
        rules, fault = self._rules(url)
        if fault:
            return f"its robots.txt cannot be had: {fault}"
        allowed = rules.can_fetch(agent(), url)
        return "" if allowed else "the site's robots.txt does not allow it"

    def pause(self, url: str) -> float:
        """The seconds between two pages that the site asks for; 0 where it asks for none."""
        delay = self._rules(url)[0].crawl_delay(agent())
        return min(float(delay or 0), _SLOWEST)

    def _rules(self, url: str) -> tuple[RobotFileParser, str]:
        """A site's rules, none where it has no robots.txt; or why they cannot be had.

        Where a site fails to say, nothing is allowed (RFC 9309, 2.3.1.4).
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            rules = RobotFileParser()
            answer = self._downloader.fetch(f"{site}/robots.txt", retries=0)
            rules.parse(answer.data.decode("utf-8", "replace").splitlines())
            answered = 200 <= answer.status < 500
            self._known[site] = rules, "" if answered else answer.fault
        return self._known[site]
