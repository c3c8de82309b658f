"""One address fetched: what came, or why nothing did; trafilatura's downloader does the work."""

import logging
import threading
from configparser import ConfigParser
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

LARGEST = 20_000_000  # bytes of one page
SECONDS = 30  # for one page, from the first byte asked for to the last received
_RETRIES, _PAUSE = 2, 2.0


class Answer(NamedTuple):
    """What an address gave.

    url     where the page was in the end
    fault   why there is no page, in words; "" where there is one
    again   whether asking again may help
    """

    url: str
    status: int = 0
    data: bytes = b""
    kind: str = ""
    fault: str = ""
    again: bool = False


def agent() -> str:
    """How the suite names itself to the sites that it asks."""
    try:
        number = version("tellings")
    except PackageNotFoundError:
        number = "0.1"
    return f"Tellings/{number} (research on news; a page at a time; obeys robots.txt)"


class Downloader:
    """Fetches one address after the other.

    private  also asks addresses that are not public (an intranet's, a test's)
    """

    def __init__(self, seconds: int = SECONDS, largest: int = LARGEST, private: bool = False):
        self._seconds = seconds
        self._largest = largest
        self._config = _config(seconds, largest, private)

    def fetch(self, url: str, retries: int = _RETRIES) -> Answer:
        """The answer of an address; one that may be better later is asked for again."""
        answer = self._once(url)
        for attempt in range(retries):
            if not answer.again:
                break
            threading.Event().wait(_PAUSE * (attempt + 1))
            answer = self._once(url)
        return answer

    def _once(self, url: str) -> Answer:
        """The answer within the time; a thread that hangs is left behind, it ends with the run."""
        held: list[Answer] = []
        thread = threading.Thread(target=lambda: held.append(self._asked(url)), daemon=True)
        thread.start()
        thread.join(self._seconds)
        if held:
            return held[0]
        return Answer(url, fault=f"no whole page within {self._seconds} seconds")

    def _asked(self, url: str) -> Answer:
        from trafilatura.downloads import fetch_response

        with _Said() as said:
            response = fetch_response(url, config=self._config)
        if response is None:
            return self._nothing(url, said.words)
        final, status = response.url or url, response.status
        kind = (response.headers or {}).get("content-type", "")
        if status != 200:
            again = status == 429 or status >= 500
            return Answer(final, status, kind=kind, fault=f"the site answers {status}", again=again)
        if not response.data:
            return Answer(final, status, kind=kind, fault="the page is empty")
        return Answer(final, status, response.data, kind)

    def _nothing(self, url: str, words: str) -> Answer:
        """The answer where the downloader gives up, by what it says of it."""
        reasons = (
            ("MAX_FILE_SIZE", f"larger than {self._largest / 1e6:.0f} MB", False),
            ("non-public address", "an address that is not public", False),
            ("too many redirects", "it leads from address to address", False),
            ("CERTIFICATE", "its certificate is not valid", False),
            ("SSL", "no secure connection", False),
            ("too many 429", "the site answers 429: too many requests", False),
            ("error responses", "the site answers with errors", False),
            ("timed out", "the site does not answer in time", False),
            ("NameResolution", "the site's name is not known", False),
            ("refused", "the site refuses the connection", True),
        )
        for part, fault, again in reasons:
            if part.lower() in words.lower():
                return Answer(url, fault=fault, again=again)
        return Answer(url, fault="the connection breaks off", again=True)


def _config(seconds: int, largest: int, private: bool) -> ConfigParser:
    """trafilatura's settings: its time and size, our name, no connection that cannot be trusted."""
    from trafilatura.settings import use_config

    config = use_config()
    wanted = {
        "DOWNLOAD_TIMEOUT": str(max(1, seconds // 2)),
        "MAX_FILE_SIZE": str(largest),
        "MAX_REDIRECTS": "5",
        "USER_AGENTS": agent(),
        "INSECURE_SSL_FALLBACK": "off",
        "SSRF_PROTECTION": "off" if private else "on",
    }
    for name, value in wanted.items():
        config.set("DEFAULT", name, value)
    return config


class _Said(logging.Handler):
    """What the downloader logs in this thread while it is asked: its only word on a failure."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self._thread = threading.get_ident()
        self._logger = logging.getLogger("trafilatura.downloads")

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.words += record.getMessage()

    def __enter__(self) -> "_Said":
        self._logger.addHandler(self)
        self._logger.propagate = False
        return self

    def __exit__(self, *_: Any) -> None:
        self._logger.removeHandler(self)
