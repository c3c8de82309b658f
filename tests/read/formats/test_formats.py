"""Files of every form that researchers hold: read whole, by content, without a network."""

import gzip
import importlib.util
import json
import socket
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tellings.read import files, formats
from tellings.read.articles import describe
from tellings.read.files import Capture, Reject
from tellings.read.formats import days, documents, mapping
from tellings.read.lines import classify

from . import made

OFFICE = all(importlib.util.find_spec(name) for name in ("pypdf", "striprtf"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Reading opens no socket."""

    def refuse(*_, **__):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(folder, name=None, data=None):
    """The captures and the rejects of a folder, after one more file is put into it."""
    if name:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    found = list(files.captures(folder))
    return [x for x in found if isinstance(x, Capture)], [x for x in found if isinstance(x, Reject)]


@pytest.mark.parametrize(("name", "data", "count", "says"), made.FORMS, ids=lambda x: str(x)[:14])
def test_every_form_is_read_whole(tmp_path, name, data, count, says):
    if Path(name).suffix in made.OFFICE and not OFFICE:
        pytest.skip("needs the extra office")
    captures, rejects = read(tmp_path, name, data)
    assert (len(captures), rejects) == (count, [])
    stories = made.STORIES if "zip" not in name else [made.STORIES[0], *made.STORIES]
    for capture, story in zip(captures, stories, strict=False):
        read_words = " ".join(capture.text.split())
        assert all(p in read_words for p in [story["title"], *made.paragraphs(story)])
        if says:
            assert capture.title == story["title"]
        if says == "all":
            assert (capture.outlet, capture.author) == (story["outlet"], story["author"])
            assert capture.date[:10] == story["date"]


def test_articles_of_one_file_are_numbered_and_a_page_has_the_files_name(tmp_path):
    read(tmp_path, "sub/a.jsonl", made.LINES)
    captures, _ = read(tmp_path, "b.html.gz", gzip.compress(made.PAGE))
    assert [c.article_id for c in captures] == ["b", "sub/a#1", "sub/a#2"]


def test_a_folder_of_every_form_at_once_gives_every_article_once(tmp_path):
    for name, data, _, _ in made.FORMS:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    captures, rejects = read(tmp_path)
    extra = [n for n, *_ in made.FORMS if Path(n).suffix in made.OFFICE and not OFFICE]
    assert len({c.article_id for c in captures}) == len(captures)
    assert {r.file for r in rejects} == {"picture.png", *extra}
    assert len(captures) == sum(k for n, _, k, _ in made.FORMS if n not in extra)


def test_the_manifest_wins_over_what_a_page_says(tmp_path):
    (tmp_path / "manifest.csv").write_text("file,outlet\na.html,Another Paper\n")
    captures, _ = read(tmp_path, "a.html", made.PAGE)
    about = describe(classify(captures[0].text), captures[0].hints)
    assert (about.outlet, about.outlet_status) == ("Another Paper", "given")
    assert (about.published[:10], about.published_status) == ("2019-05-13", "given by the page")
    assert about.headline_status == "given by the page"
    start, end = about.headline_start, about.headline_end
    assert captures[0].text[start:end] == about.headline == made.STORIES[0]["title"]


# --- pages ----------------------------------------------------------------------------------------


def test_of_a_page_nothing_is_lost_and_the_article_is_told_from_the_site(tmp_path):
    captures, _ = read(tmp_path, "a.html", made.PAGE)
    rows = classify(captures[0].text)
    roles = {row.text.strip(): row.role for row in rows}
    assert "\n".join(row.text for row in rows) == captures[0].text
    assert [row.text for row in rows if row.role == "body"] == made.paragraphs(made.STORIES[0])
    assert roles[made.HALL] not in ("body", "headline")
    assert [row.text.strip() for row in rows[1:3]] == ["Home Sport", made.STORIES[0]["title"]]
    assert {"Home Sport", "© 2019"} <= roles.keys()
    assert "var x" not in captures[0].text


def test_what_a_browser_saved_with_a_page_is_passed_over(tmp_path):
    read(tmp_path, "talks_files/logo.png", b"\x89PNG\r\n\x1a\n")
    read(tmp_path, "other_files/logo.png", b"\x89PNG\r\n\x1a\n")
    captures, rejects = read(tmp_path, "talks.html", made.PAGE)
    assert [c.article_id for c in captures] == ["talks"]
    assert [r.file for r in rejects] == ["other_files/logo.png"]


def test_a_page_without_an_article_is_read_by_its_lines(tmp_path):
    captures, _ = read(tmp_path, "a.html", "<html><body><p>Nothing yet.</p></body></html>")
    assert [x.text for x in classify(captures[0].text)][-1] == "Nothing yet."


def test_a_page_in_another_charset_is_read(tmp_path):
    data = made.page(made.STORIES[0]).replace("utf-8", "windows-1252").replace("money", "Café")
    captures, _ = read(tmp_path, "a.html", data.encode("cp1252"))
    assert "Café" in captures[0].text


# --- records --------------------------------------------------------------------------------------


def test_a_bad_record_is_named_and_the_others_are_read(tmp_path):
    data = made.LINES + b'{"title": "cut o\n' + b'{"title": "no text"}\n[1]\n' + made.LINES
    captures, rejects = read(tmp_path, "a.jsonl", data)
    assert [c.article_id for c in captures] == ["a#1", "a#2", "a#6", "a#7"]
    assert [r.record for r in rejects] == ["record 3", "record 4", "record 5"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.json", json.dumps(made.STORIES).encode()[:-9], "breaks off"),
        ("a.csv", made.table(",")[:-60] + b'"open', "cannot be read from record 1 on"),
        ("a.csv", made.table(",") + b"one,two\n", "2 fields where the heading has 5"),
        ("a.csv", b"text,text\nx,y\n", "stands twice"),
        ("a.csv", "text,title\ncafé,x\n".encode("cp1252"), "not UTF-8"),
        ("a.csv", b"name,age\nAnn,3\n", "no column holds an article's text"),
        ("a.csv", b"url,title,media_name\nhttps://a.org,T,P\n", "metadata only of Media Cloud"),
        ("a.csv", b"url,seendate,domain\nhttps://a.org,2,P\n", "metadata only of GDELT DOC"),
        ("a.warc.gz", made.warc(packed=True)[:-20], "breaks off after record"),
        ("a.warc", made.warc()[:-200], "breaks off after record"),
        ("a.html.gz", gzip.compress(made.PAGE)[:-40], "breaks off or is damaged"),
        ("a.parquet", made.parquet()[:-9], "Parquet that cannot be read"),
        ("a.docx", made.word("Words")[:-30], "cannot be read"),
        ("a.xlsx", made.excel()[:-30], "cannot be read"),
        ("a.epub", made.zipped({"mimetype": "application/epub+zip"}, ("mimetype",)), "cannot be"),
    ],
)
def test_what_is_damaged_is_named(tmp_path, name, data, reason):
    _, rejects = read(tmp_path, name, data)
    assert any(reason in r.reason for r in rejects), rejects
    assert all(r.advice for r in rejects)


def test_unknown_columns_are_kept_and_lists_and_objects_are_named(tmp_path):
    record = {"content": "Words of it.", "source": {"id": 1, "name": "Post"}, "author": ["A", "B"]}
    captures, _ = read(tmp_path, "a.json", json.dumps([record | {"rank": 7, "lang": "en"}]))
    assert (captures[0].outlet, captures[0].author) == ("Post", "A, B")
    assert captures[0].note == "rank: 7; lang: en"


@pytest.mark.parametrize(
    ("columns", "text", "outlet"),
    [
        ("maintext title source_domain date_publish description", "maintext", "source_domain"),
        ("date title domain text image_url", "text", "domain"),
        ("id title content source author date published_utc", "content", "source"),
        ("title publication author date content url", "content", "publication"),
        ("Headline Body Newspaper", "Body", "Newspaper"),
    ],
)
def test_presets_know_their_columns(columns, text, outlet):
    found = mapping.fields(tuple(columns.split()))
    assert (found["text"], found["outlet"]) == (text, outlet)


def test_masked_texts_are_flagged(tmp_path):
    record = {"content": "The ferry @ @ @ @ @ @ @ left at noon.", "title": "Ferry", "source": "P"}
    captures, _ = read(tmp_path, "a.jsonl", json.dumps(record))
    assert captures[0].note.startswith("masked")


def test_a_title_that_the_text_begins_with_is_not_doubled(tmp_path):
    record = {"title": "Ferry leaves", "text": "Ferry leaves\n\nIt left at noon."}
    captures, _ = read(tmp_path, "a.jsonl", json.dumps(record))
    assert captures[0].text == "Ferry leaves\n\nIt left at noon."


def test_a_prose_text_with_commas_is_no_table(tmp_path):
    captures, _ = read(tmp_path, "a.txt", "Title, text, date and url are words.\n\nSo it is.")
    assert [c.reader for c in captures] == ["txt"]


@pytest.mark.parametrize("text", ["04/05/2019", "soon", "", "2019-02-30", "18", "None"])
def test_a_day_that_cannot_be_told_is_none(text):
    assert days.iso(text) == ""


# --- archives -------------------------------------------------------------------------------------


def test_a_zip_bomb_is_named_and_not_unpacked(tmp_path):
    data = made.zipped({"bomb.txt": b"0" * 60_000_000, "a.txt": made.PLAIN})
    captures, rejects = read(tmp_path, "a.zip", data)
    assert [c.article_id for c in captures] == ["a#2"]
    assert "bomb.txt: it would unpack to 60 MB" in rejects[0].reason


def test_a_method_of_packing_that_nobody_knows_costs_its_own_file_only(tmp_path):
    data = bytearray(made.zipped({"odd.txt": made.PLAIN, "a.txt": made.PLAIN}))
    unknown = (99).to_bytes(2, "little")
    for head, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.index(head) + at  # where a zip's two heads of its first file name the method
        data[place : place + 2] = unknown
    captures, rejects = read(tmp_path, "a.zip", bytes(data))
    assert [c.article_id for c in captures] == ["a#2"]
    assert rejects[0].reason.startswith("odd.txt: it cannot be unpacked (That compression method")


def test_a_path_that_leads_out_of_a_zip_is_named(tmp_path):
    data = made.zipped({"../../evil.txt": made.PLAIN, "/etc/x.txt": "x", "a.txt": made.PLAIN})
    captures, rejects = read(tmp_path, "sub/a.zip", data)
    assert [c.article_id for c in captures] == ["sub/a#3"]
    assert all("leads out of the zip" in r.reason for r in rejects)
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["a.zip"]


def test_zips_packed_into_each_other_end(tmp_path):
    data = made.zipped({"a.txt": made.PLAIN})
    for _ in range(6):
        data = made.zipped({"in.zip": data})
    captures, rejects = read(tmp_path, "a.zip", data)
    assert captures == []
    assert "packed into each other" in rejects[0].reason


def test_what_a_zip_holds_beside_texts_is_named(tmp_path):
    data = made.zipped({"a.png": b"\x89PNG\r\n\x1a\n\0\0", "empty.txt": b"", "a.txt": made.PLAIN})
    captures, rejects = read(tmp_path, "a.zip", data)
    assert [c.note for c in captures] == ["in the zip: a.txt"]
    assert [r.reason for r in rejects] == ["a.png: PNG picture", "empty.txt: empty"]


def test_a_locked_zip_is_named(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(made.zipped({"a.txt": made.PLAIN}))
    with zipfile.ZipFile(path) as archive:
        place = archive.start_dir + 8
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[place] |= 1
    _, rejects = read(tmp_path, "a.zip", bytes(data))
    assert "password" in rejects[0].reason


def test_pages_of_a_crawl_that_are_no_articles_are_counted(tmp_path):
    data = made.warc().replace(b"text/html", b"image/png", 1)
    captures, rejects = read(tmp_path, "a.warc", data)
    assert len(captures) == 1
    assert rejects[0].reason == "1 records that are no HTML page"


# --- documents ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.pdf", "a.rtf"])
def test_without_the_extra_the_command_that_adds_it_is_named(tmp_path, monkeypatch, name):
    monkeypatch.setattr(documents, "find_spec", lambda _: None)
    data = made.pdf("Words") if name == "a.pdf" else made.rich_text("Words")
    _, rejects = read(tmp_path, name, data)
    assert "make office" in rejects[0].advice


@pytest.mark.skipif(not OFFICE, reason="needs the extra office")
def test_a_pdf_of_pictures_is_named(tmp_path):
    _, rejects = read(tmp_path, "a.pdf", made.pdf(""))
    assert "without a text layer" in rejects[0].reason


def test_a_document_looks_nothing_up_outside_itself(tmp_path):
    (tmp_path / "secret").write_text("the secret words")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'{entity}<d xmlns:w="{space}"><w:p><w:t>Words &x;</w:t></w:p></d>'
    data = made.zipped({"[Content_Types].xml": "<T/>", "word/document.xml": body})
    captures, _ = read(tmp_path, "a.docx", data)
    assert "secret words" not in captures[0].text


def test_markdown_loses_its_marks_and_its_head_is_what_it_says_of_itself(tmp_path):
    text = (
        "---\ntitle: Ferry leaves\nsource: The Courier\ndate: 2019-05-13\nmood: calm\n---\n"
        "## By the lake\n\nIt *left* at [noon](https://a.org), with **two** captains.\n"
    )
    captures, _ = read(tmp_path, "a.md", text)
    assert "It left at noon, with two captains." in captures[0].text
    assert captures[0].text.startswith("Ferry leaves\n\nBy the lake")
    assert (captures[0].outlet, captures[0].date) == ("The Courier", "2019-05-13")
    assert captures[0].note == "mood: calm"


def test_a_length_that_the_export_states_is_checked(tmp_path):
    data = made.lexis().replace("LENGTH: ", "LENGTH: 4")
    captures, _ = read(tmp_path, "a.txt", data)
    assert f"words, {made.length(made.STORIES[0])} were read" in captures[0].note


# --- streaming ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.jsonl.gz"])
def test_memory_does_not_grow_with_the_file(tmp_path, name):
    peaks = []
    for count in (300, 6_000):
        path = tmp_path / str(count)
        path.mkdir()
        rows = made.STORIES * (count // 2)
        if ".jsonl" in name:
            data = made.LINES * (count // 2)
        elif name == "a.csv":
            head, _, rest = made.table(",").partition(b"\n")
            data = head + b"\n" + rest * (count // 2)
        else:
            data = json.dumps(rows).encode()
        (path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
        source = formats.Source(name, lambda path=path: (path / name).open("rb"))
        tracemalloc.start()
        assert sum(1 for _ in formats.pieces(source)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0] + 300_000


def opened():
    """How many files this process has open, where the system tells."""
    place = Path("/proc/self/fd")
    return len(list(place.iterdir())) if place.exists() else 0


def test_no_file_stays_open(tmp_path):
    for name, data, _, _ in made.FORMS:
        (tmp_path / name).write_bytes(data)
    before = opened()
    read(tmp_path)
    assert opened() <= before


SAID = "The fair in Lindau opened on Friday with music and forty stalls along the harbour."


def test_a_headline_about_scripts_is_a_text_and_a_page_that_begins_with_one_is_a_page(tmp_path):
    (tmp_path / "a.txt").write_text(f"<script>alert(1)</script> Fair opens\n\n{SAID}\n")
    page = f"<script>x = 1</script>\n<style>p {{}}</style><div><h1>Fair</h1><p>{SAID}</p></div>"
    (tmp_path / "b.txt").write_text(page)
    a, b = files.captures(tmp_path)
    assert (a.reader, b.reader) == ("txt", "html")
    assert SAID in b.text and "x = 1" not in b.text


def test_what_is_no_article_is_refused_in_an_archive_as_it_is_beside_one(tmp_path):
    mailbox = f"From ann@b.example Mon May 13 10:00:00 2019\nSubject: Fair\n\n{SAID}\n"
    (tmp_path / "a.txt").write_text(mailbox)
    (tmp_path / "b.zip").write_bytes(made.zipped({"a.txt": mailbox}))
    beside, inside = (row.reason for row in files.captures(tmp_path))
    assert beside == "not an article's text but a mailbox"
    assert inside == f"a.txt: {beside}"
