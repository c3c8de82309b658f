"""Links fetched into a folder, from a server of the test's own on 127.0.0.1."""

import csv
import gzip
import hashlib
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from tellings.links import Failed, Link, Saved, collect, downloader as downloading, links
from tellings.links.__main__ import main
from tellings.links.downloader import Downloader
from tellings.read import files

STORY = "<p>The ferry company cancelled its morning sailings on Monday, a spokeswoman said.</p>"
PAGE = f"<html><head><title>Ferries stay</title></head><body><h1>Ferries stay</h1>{STORY * 3}"
ROBOTS = "User-agent: *\nDisallow: /secret\n"


class Site(BaseHTTPRequestHandler):
    """Pages that go wrong in every way."""

    asked: ClassVar[list] = []
    tries: ClassVar[dict] = {}
    robots = (200, ROBOTS)

    def do_GET(self):
        Site.asked.append((self.path, time.monotonic(), self.headers["User-Agent"]))
        Site.tries[self.path] = Site.tries.get(self.path, 0) + 1
        getattr(
            self, f"get_{self.path.strip('/').split('/')[0].replace('.', '_')}", self.get_none
        )()

    def give(self, data, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with suppress(ConnectionError):  # whoever finds a page too large hangs up
            self.wfile.write(data)

    def get_robots_txt(self):
        self.give(Site.robots[1].encode(), "text/plain", Site.robots[0])

    def get_page(self):
        self.give(PAGE.encode())

    def get_secret(self):
        self.give(PAGE.encode())

    def get_moved(self):
        self.give(b"", status=301, Location="/page/new")

    def get_round(self):
        self.give(b"", status=302, Location="/round")

    def get_packed(self):
        self.give(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def get_charset(self):
        self.give(
            PAGE.replace("company", "Café company").encode("cp1252"), "text/html; charset=utf-8"
        )

    def get_large(self):
        self.give(b"<p>" + b"x" * 10_000_000)

    def get_empty(self):
        self.give(b"")

    def get_none(self):
        self.give(b"nothing here", status=404)

    def get_busy(self):
        if Site.tries[self.path] < 2:
            self.give(b"", status=503)
        else:
            self.give(PAGE.encode())

    def get_slow(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"<p>x</p>")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def get_silent(self):
        time.sleep(5)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr(downloading, "_PAUSE", 0.01)
    Site.asked, Site.tries, Site.robots = [], {}, (200, ROBOTS)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetched(urls, folder, pause=0.0, **limits):
    wanted = [Link(url, {}) if isinstance(url, str) else url for url in urls]
    return list(collect(wanted, folder, Downloader(private=True, **limits), pause))


def manifest(folder):
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_page_is_kept_as_received_with_its_row(site, tmp_path):
    said = {"outlet": "The Courier", "mood": "calm", "status": "draft"}
    (saved,) = fetched([Link(f"{site}/page/1", said)], tmp_path)
    data = (tmp_path / saved.file).read_bytes()
    assert data == PAGE.encode()
    (row,) = manifest(tmp_path)
    assert row["sha256"] == hashlib.sha256(data).hexdigest()
    assert (row["url"], row["final_url"], row["status"]) == (f"{site}/page/1",) * 2 + ("200",)
    assert (row["outlet"], row["mood"], row["list_status"]) == ("The Courier", "calm", "draft")
    assert row["fetched_at"].endswith("Z")


def test_the_folder_is_a_corpus(site, tmp_path):
    fetched([Link(f"{site}/page/1", {"outlet": "The Courier"})], tmp_path)
    (capture,) = files.captures(tmp_path)
    assert (capture.outlet, capture.title) == ("The Courier", "Ferries stay")
    assert f"url: {site}/page/1" in capture.note


FAILING = [
    ("/gone", "the site answers 404"),
    ("/secret/1", "robots.txt does not allow it"),
    ("/empty", "the page is empty"),
    ("/large", "larger than 2 MB"),
    ("/round", "leads from address to address"),
    ("/slow", "no whole page within 2 seconds"),
]


@pytest.mark.parametrize(("path", "why"), FAILING)
def test_a_link_that_fails_says_why_and_the_others_are_fetched(site, tmp_path, path, why):
    limits = {"seconds": 2, "largest": 2_000_000}
    bad, good = fetched([f"{site}{path}", f"{site}/page/1"], tmp_path, **limits)
    assert isinstance(bad, Failed)
    assert why in bad.why
    assert isinstance(good, Saved)
    assert len(manifest(tmp_path)) == 1


def test_a_site_that_is_silent_or_not_there_is_named(site, tmp_path):
    gone = "http://127.0.0.1:9"
    silent, away = fetched([f"{site}/silent", f"{gone}/page"], tmp_path, seconds=2)
    assert "in time" in silent.why or "within 2 seconds" in silent.why
    assert "refuses the connection" in away.why


def test_redirects_gzip_and_a_wrong_charset_are_read(site, tmp_path):
    found = fetched([f"{site}/moved", f"{site}/packed", f"{site}/charset"], tmp_path)
    assert all(isinstance(f, Saved) for f in found)
    assert manifest(tmp_path)[0]["final_url"] == f"{site}/page/new"
    texts = {c.file: c.text for c in files.captures(tmp_path)}
    assert "Ferries stay" in texts[found[1].file]
    assert "Café company" in texts[found[2].file]


def test_a_busy_site_is_asked_again(site, tmp_path):
    (found,) = fetched([f"{site}/busy"], tmp_path)
    assert isinstance(found, Saved)


def test_it_goes_on_where_it_stopped(site, tmp_path):
    fetched([f"{site}/page/1"], tmp_path)
    Site.asked.clear()
    old, new = fetched([f"{site}/page/1", f"{site}/page/2"], tmp_path)
    assert (old.new, new.new) == (False, True)
    assert [path for path, *_ in Site.asked] == ["/robots.txt", "/page/2"]
    assert len(manifest(tmp_path)) == 2


def test_a_page_that_was_deleted_is_fetched_again(site, tmp_path):
    (saved,) = fetched([f"{site}/page/1"], tmp_path)
    (tmp_path / saved.file).unlink()
    (again,) = fetched([f"{site}/page/1"], tmp_path)
    assert again.new
    assert len(manifest(tmp_path)) == 1


def test_between_two_pages_of_a_site_lies_a_pause_and_the_suite_says_its_name(site, tmp_path):
    fetched([f"{site}/page/1", f"{site}/page/2"], tmp_path, pause=0.4)
    first, second = (moment for path, moment, _ in Site.asked if path.startswith("/page"))
    assert second - first >= 0.4
    assert all("Tellings" in agent for *_, agent in Site.asked)


def test_a_site_without_robots_txt_may_be_fetched_and_one_that_fails_may_not(site, tmp_path):
    Site.robots = (404, "")
    assert isinstance(fetched([f"{site}/secret/1"], tmp_path)[0], Saved)
    Site.robots = (500, "")
    (found,) = fetched([f"{site}/page/2"], tmp_path, seconds=2)
    assert "robots.txt cannot be had" in found.why


def test_addresses_that_are_not_public_are_refused_unless_asked_for(site, tmp_path):
    (found,) = collect([Link(f"{site}/page/1", {})], tmp_path, Downloader())
    assert isinstance(found, Failed)


def test_a_manifest_of_the_researchers_own_is_left_alone(tmp_path):
    (tmp_path / "manifest.csv").write_text("file,outlet\na.txt,The Courier\n")
    with pytest.raises(ValueError, match="Name another folder"):
        fetched(["http://127.0.0.1:9/x"], tmp_path)


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("# mine\nhttps://a.org/1\n\nhttps://a.org/2\nhttps://a.org/1\n", 2),
        ("url,outlet\nhttps://a.org/1,A\nhttps://b.org/2,B\n", 2),
        ("outlet;URL\nA;https://a.org/1\nB;\n", 1),
        ("\ufefflink\thost\nhttps://a.org/1\ta\n", 1),
    ],
)
def test_a_list_of_links_is_a_text_or_a_table(tmp_path, text, urls):
    (tmp_path / "links.txt").write_text(text, encoding="utf-8")
    found = links(tmp_path / "links.txt")
    assert len(found) == urls
    assert found[0].url == "https://a.org/1"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "holds no link"),
        ("name,age\nAnn,3\n", "no column 'url'"),
        ("https://a.org/1\nsoon\n", "line 2 is no link"),
        ("url\nfile:///etc/passwd\n", "holds no link"),
    ],
)
def test_a_list_that_is_none_is_told_in_one_line(tmp_path, text, words):
    (tmp_path / "links.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        links(tmp_path / "links.txt")


def test_the_command_prints_a_line_for_each_link_that_failed(site, tmp_path, monkeypatch, capsys):
    (tmp_path / "links.txt").write_text(f"{site}/page/1\n{site}/gone\n")
    arguments = [
        "x",
        str(tmp_path / "links.txt"),
        str(tmp_path / "out"),
        "--private",
        "--pause",
        "0",
    ]
    monkeypatch.setattr("sys.argv", arguments)
    assert main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{site}/gone: the site answers 404"
    assert lines[1].startswith("1 of 2 pages saved")
