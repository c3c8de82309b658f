"""Captures: everything in a corpus folder is one or is refused with a reason, whatever it is."""

import hashlib
import os
import unicodedata

import pytest
from hypothesis import given, settings, strategies as st

from tellings.read import files
from tellings.read.files import Capture, Reject

TEXT = "Harbour talks go on\n\nThe two sides met again on Monday, officials said."


def folder(path, named=None, **dotted):
    """A corpus folder of files by name; in a keyword "__" stands for the dot."""
    path.mkdir(exist_ok=True)
    for name, content in (
        (named or {}) | {k.replace("__", "."): v for k, v in dotted.items()}
    ).items():
        data = content if isinstance(content, bytes) else content.encode()
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def found(path, manifest=None):
    return list(files.captures(path, manifest))


def ids(path):
    return [c.article_id for c in found(path) if isinstance(c, Capture)]


def rejects(path):
    return {r.file: r for r in found(path) if isinstance(r, Reject)}


def test_seeds_are_five_captures_of_the_files_bytes(root):
    captures = found(root / "seeds")
    assert [c.article_id[:3] for c in captures] == ["000", "001", "002", "003", "004"]
    for capture in captures:
        data = (root / "seeds" / capture.file).read_bytes()
        assert capture.text.encode(capture.encoding) == data
        assert capture.sha256 == hashlib.sha256(data).hexdigest()
        assert capture.hints == {}


@pytest.mark.parametrize("size", [99_999, 100_000, 100_001, 250_000])
def test_a_file_of_any_size_is_read_whole(tmp_path, size):
    data = ("Talks resume at noon.\n" * size)[:size].encode()
    (tmp_path / "a.txt").write_bytes(data)
    (capture,) = found(tmp_path)
    assert capture.text.encode() == data
    assert capture.sha256 == hashlib.sha256(data).hexdigest()


# --- one file -------------------------------------------------------------------------------------

SPLIT = "a .txt file of its own"
EXPORTS = {
    "Factiva": "HD\nFerry stays\nTD\nIt stays.\nAN\nDocument ELLP000020240418ek4i0000{n}\n\n",
    "Retriever": "Ferry stays in port\n\nIt stays.\n\nhttps://ret.nu/a{n}Bc\n\n",
    "references": "TY  - NEWS\nTI  - Ferry stays in port\nER  - \n",
}
MAIL = "Received: from a by b\n by c; Thu\nFrom: D <d@example.org>\nSubject: Ferry\n\nIt stays.\n"

# Bytes of a .txt file, words of the reason it is refused for, words of the advice.
REFUSED = [
    (b"", "empty", "delete it"),
    (b" \n\n", "empty", "delete it"),
    (b"\xef\xbb\xbf", "empty", "delete it"),
    ("\u200b\u2060\n\ufeff\n".encode(), "empty", "delete it"),
    (b"\x89PNG\r\n\x1a\n0000", "PNG picture", "UTF-8"),
    (b"%PDF-1.7 ...", "PDF", ""),  # what to do hangs on whether `make office` was run
    (b"PK\x03\x04....", "ZIP", "whole"),
    (b"Harbour\0talks", "NUL byte at byte 7", "UTF-8"),
    ("Talks".encode("utf-16"), "UTF-16", "UTF-8"),
    ("Talks resume".encode("utf-16-le"), "UTF-16", "UTF-8"),
    ("Talks resume".encode("utf-16-be"), "UTF-16", "UTF-8"),
    ("Talks".encode("utf-32"), "UTF-32", "UTF-8"),
    ("The café closed. Its owner said: “Enough.”".encode("cp1252"), "0xe9 at byte 7", "cp1252"),
    ("Die Fähre bleibt im Hafen, hieß es.".encode("latin-1"), "0xe4 at byte 5", "cp1252"),
    ("Паром остался в порту, сообщили власти.".encode("cp1251"), "not UTF-8", "cp1251"),
    ("It cost 5 €".encode()[:-1], "in the middle of a sign", "whole"),
    ("Café, “shut”: ".encode() + b"caf\xe9 too", "not UTF-8 throughout", "pasted"),
    (b"talk \xed\xa0\xbd\xed\xb8\x80", "not UTF-8", "UTF-8"),
    (b"<!-- saved from url=(21) -->\n<!DOCTYPE html><html></html>", "HTML", "again"),
    (b'<?xml version="1.0"?><a>Talks go on.</a>', "markup", ".txt"),
    (b'{"title": "Talks", "rank": 3}\n', "no column holds an article's text", "`text`"),
    (MAIL.encode(), "mail", ".txt"),
    *(((text.replace("{n}", "1") + text.replace("{n}", "2")).encode(), name, SPLIT)
      for name, text in EXPORTS.items()),
    (b"Are you a robot?\nPlease enable cookies to go on.", "no article but a robot check", "again"),
    (b"one\rtwo\rthree", "CR alone", "LF"),
    (b"x" * 1_000_001, "line 1 has 1,000,001 characters", "a line for each paragraph"),
    (b"word\n" * 4_000_001, "too large for one article (more than 20 MB)", "one file per article"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason", "advice"), REFUSED, ids=lambda x: str(x)[:16])
def test_what_is_no_text_of_an_article_is_refused_with_advice(tmp_path, data, reason, advice):
    good, bad = found(folder(tmp_path, a__txt=TEXT, b__txt=data))
    assert (good.text, bad.file) == (TEXT, "b.txt")
    assert reason in bad.reason and advice in bad.advice
    assert "\n" not in bad.reason + bad.advice


# Texts that look like one of those and are articles.
KEPT = [
    "x",
    "Bridge closed\rTwelve people were hurt on Thursday.",
    "Talks\u2028go\x0bon\x0c\x85.",
    "[Updated] Talks go on",
    "{Talks} go on",
    "[1]\nTalks go on",
    "<b>Talks</b> go on",
    "From: the mayor\nSubject: the ferry\n\nIt stays in port.",
    "From the harbour to the hills, 2024\n\nTalks go on.",
    "Talks go on\n\nEnd of Document\n",
    "1 of 3 documents was found, officials said.",
    "İmamoğlu said: “4² = 16”, e\u0301 \x1b[31m \ufffe 👩🏽‍🚒",
]


@pytest.mark.parametrize("text", KEPT, ids=range(len(KEPT)))
def test_a_text_that_only_looks_odd_is_kept_as_it_is(tmp_path, text):
    (one,) = found(folder(tmp_path, a__txt=text))
    assert one.text == text


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(tmp_path_factory, data):
    path = folder(tmp_path_factory.mktemp("corpus"), a__txt=data)
    (one,) = found(path)
    assert isinstance(one, Reject) or one.text.encode(one.encoding) == data


@settings(deadline=None)
@given(st.text(max_size=80).flatmap(lambda t: st.sampled_from([t, "<" + t, "{" + t, "a: " + t])))
def test_no_text_raises(tmp_path_factory, text):
    data = text.encode("utf-8", "surrogatepass")
    (one,) = found(folder(tmp_path_factory.mktemp("corpus"), a__txt=data))
    assert isinstance(one, Reject) or one.text.encode(one.encoding) == data


def test_a_byte_order_mark_and_crlf_are_kept_by_the_encoding(tmp_path):
    data = b"\xef\xbb\xbfTalks\r\ngo on."
    (capture,) = found(folder(tmp_path, a__txt=data))
    assert (capture.encoding, capture.text) == ("utf-8-sig", "Talks\r\ngo on.")
    assert capture.text.encode(capture.encoding) == data


# --- names and folders ----------------------------------------------------------------------------


def test_another_kind_of_file_is_refused_and_what_belongs_to_no_corpus_is_passed_over(tmp_path):
    path = folder(
        tmp_path, a__txt=TEXT, b__docx=b"PK\x03\x04", README__md="x", LICENSE="x", __hidden="x"
    )
    folder(path, {"Thumbs.db": "x", "desktop.ini": "x", "__MACOSX/._a.txt": "x", "._a.txt": "x"})
    assert [(type(f), f.file) for f in found(path)] == [(Capture, "a.txt"), (Reject, "b.docx")]


# Names of files, and the article_id of each.
NAMES = {
    "sub/a.txt": "sub/a",
    "sub/deeper/b.TXT": "sub/deeper/b",
    "dir.txt/in.txt": "dir.txt/in",
    "75955": "75955",
    "-5580726528709966188": "-5580726528709966188",
    "St. Mary": "St. Mary",
    "talks 2016-6-22": "talks 2016-6-22",
    "v1.2": "v1.2",
    " lead.txt": " lead",
    "new\nline.txt": "new\nline",
    "=HYPERLINK(1).txt": "=HYPERLINK(1)",
    "%2e%2e%2fx.txt": "%2e%2e%2fx",
    "<img src=x>.txt": "<img src=x>",
    "x" * 251 + ".txt": "x" * 251,
    "新闻.txt": "新闻",
    "007.txt": "007",
    "NA.txt": "NA",
}


def test_an_id_is_the_path_below_the_corpus_without_its_ending(tmp_path):
    folder(tmp_path, dict.fromkeys(NAMES, TEXT))
    assert {c.file: c.article_id for c in found(tmp_path)} == NAMES


def test_two_files_that_would_share_an_id_keep_their_endings(tmp_path):
    folder(tmp_path, {"a.txt": TEXT, "a": TEXT, "b.txt": TEXT, "b.jpg": b"\xff\xd8\xff"})
    assert sorted(ids(tmp_path)) == ["a", "a.txt", "b"]


def test_equal_names_in_two_folders_are_two_articles(tmp_path):
    folder(tmp_path, {"cnn/001.txt": TEXT, "fox/001.txt": TEXT})
    assert ids(tmp_path) == ["cnn/001", "fox/001"]


def test_a_file_without_an_ending_is_read_by_its_content(tmp_path):
    folder(tmp_path, {"75955": TEXT, "picture": b"\x89PNG\r\n", "page": "<html><p>x</p></html>"})
    assert ids(tmp_path) == ["75955", "page"]
    assert {n: r.reason for n, r in rejects(tmp_path).items()} == {
        "picture": "not plain text but PNG picture",
    }


def odd_folder(path):
    """A corpus with one text and one of each thing that cannot be read; the corpus folder."""
    outside = folder(path / "outside", {"secret.txt": TEXT})
    inside = folder(path / "inside", {"a.txt": TEXT, "old/.made.json": "{}", "old/x.txt": TEXT})
    folder(inside, {"sub/manifest.csv": "file\n", "sub/b.txt": TEXT})
    for name, target in {
        "l.txt": outside / "secret.txt",
        "gone.txt": path / "nowhere",
        "loop.txt": "loop.txt",
        "more": outside,
        "up": "..",
        "again": "sub",
    }.items():
        (inside / name).symlink_to(target)
    os.mkfifo(inside / "pipe.txt")
    return inside


ODD = {
    "l.txt": "leads out of the corpus folder",
    "gone.txt": "leads nowhere",
    "loop.txt": "leads nowhere",
    "more": "leads out of the corpus folder",
    "up": "leads out of the corpus folder",
    "again": "link to a folder",
    "pipe.txt": "pipe",
    "old/": "a report was written",
    "sub/manifest.csv": "no column holds an article's text",
}


@pytest.mark.skipif(os.name == "nt", reason="pipes and links as POSIX has them")
def test_what_cannot_be_read_is_refused_by_name_and_the_rest_is_read(tmp_path):
    path = odd_folder(tmp_path)
    assert ids(path) == ["a", "sub/b"]
    refused = rejects(path)
    assert {name for name, words in ODD.items() if words not in refused[name].reason} == set()
    assert refused.keys() == ODD.keys()


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_utf_8_is_refused_as_it_can_be_printed(tmp_path):
    folder(tmp_path, a__txt=TEXT)
    try:
        (tmp_path / "caf\udce9.txt").write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert rejects(tmp_path).keys() == {"caf\\xe9.txt"}
    assert ids(tmp_path) == ["a"]


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root opens everything")
def test_what_may_not_be_opened_is_refused_by_name(tmp_path):
    folder(tmp_path, {"a.txt": TEXT, "u.txt": TEXT, "s/x.txt": TEXT})
    (tmp_path / "u.txt").chmod(0)
    (tmp_path / "s").chmod(0)
    refused = rejects(tmp_path)
    (tmp_path / "s").chmod(0o755)
    assert refused.keys() == {"u.txt", "s/"}
    assert all("cannot be opened" in r.reason for r in refused.values())


# --- the manifest ---------------------------------------------------------------------------------


def manifest(path, *rows, head="article_id,file,sha256,outlet,date,event_id,note"):
    (path / "manifest.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


def test_the_manifest_gives_ids_and_hints(tmp_path):
    path = manifest(folder(tmp_path, a__txt=TEXT), "007,a.txt,,NA,2031-05-03,talks,")
    (capture,) = found(path)
    assert capture.article_id == "007"
    assert capture.hints == {"outlet": "NA", "date": "2031-05-03", "event_id": "talks"}


# A manifest in another form; in each a.txt is of the outlet Post.
FORMS = [
    "file;outlet\na.txt;Post\n",
    "outlet\tfile\nPost\ta.txt\n",
    "sep=;\nfile;outlet\na.txt;Post\n",
    "File,OUTLET\na.txt,Post\n",
    "\ufefffile,outlet\r\na.txt,Post\r\n",
    "file,outlet,,\na.txt,Post,,\n",
    "file,outlet\n\na.txt,Post,,,\n",
    'file,outlet,note\na.txt,Post,"one\ntwo"\n',
    '"file";"outlet"\n"a.txt";"Post"\n',
    "file,outlet\n./a.txt,Post\n",
    "file,outlet\nsub/../a.txt,Post\n",
    "file,outlet\n.\\a.txt,Post\n",
]


@pytest.mark.parametrize("text", FORMS)
def test_the_form_of_the_manifest_is_forgiven(tmp_path, text):
    (only,) = found(folder(tmp_path, a__txt=TEXT, manifest__csv=text))
    assert (only.file, only.outlet) == ("a.txt", "Post")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_in_either_unicode_form(tmp_path, form):
    other = {"NFC": "NFD", "NFD": "NFC"}[form]
    name, written = (unicodedata.normalize(f, "sub/café.txt") for f in (form, other))
    folder(tmp_path, {name: TEXT, "manifest.csv": f"file,outlet\n{written},Post\n"})
    (only,) = found(tmp_path)
    assert (only.file, only.outlet) == (name, "Post")


def test_columns_of_the_researchers_own_are_kept_in_the_note(tmp_path):
    path = manifest(
        folder(tmp_path, a__txt=TEXT),
        "a.txt,Ferry stays,A. Writer,seen,https://example.org/a,,7",
        head="file,title,author,note,url,page,line",
    )
    (only,) = found(path)
    assert only.hints == {
        "title": "Ferry stays",
        "author": "A. Writer",
        "note": "seen; url: https://example.org/a; line: 7",
    }


def test_files_that_the_manifest_does_not_name_come_after_it(tmp_path):
    path = manifest(folder(tmp_path, a__txt=TEXT, b__txt=TEXT + "!"), "1,b.txt,,,,,")
    assert [c.article_id for c in found(path)] == ["1", "a"]


# A manifest's row, words of the reason its file is refused for, whether a.txt is read all the same.
BAD_ROWS = [
    ("x,gone.txt,,,,,", "not there", True),
    ("x,,,,,,o", "no file is named", True),
    ("x,../a.txt,,,,,", "out of the corpus folder", True),
    ("x,..\\a.txt,,,,,", "out of the corpus folder", True),
    ("x,/etc/hostname,,,,,", "out of the corpus folder", True),
    ("x,C:\\texts\\a.txt,,,,,", "out of the corpus folder", True),
    ("x,a\0.txt,,,,,", "NUL sign", True),
    ("x," + "y" * 5000 + ".txt,,,,,", "cannot be opened", True),
    ("x,a.txt,0123456789abcdef,,,,", "sha256", False),
    ("x,a.txt,,,17/04/2031,,", "no date of the form", False),
    ("x,a.txt,,,2031-02-30,,", "no date of the form", False),
    ("x,a.txt,,,0001-01-01,,", "no date of the form", False),
    ("x,a.txt,,", "4 fields where the heading has 7", False),
    ("x,.\\a.txt,,,,,,more", "8 fields where the heading has 7", False),
]


@pytest.mark.parametrize(("row", "reason", "kept"), BAD_ROWS, ids=lambda x: str(x)[:24])
def test_a_bad_row_of_the_manifest_costs_that_row(tmp_path, row, reason, kept):
    path = manifest(folder(tmp_path, a__txt=TEXT, b__txt=TEXT), ",b.txt,,Post,,,", row)
    captures, refused = ids(path), [f for f in found(path) if isinstance(f, Reject)]
    assert [(r.record, reason in r.reason) for r in refused] == [("line 3", True)], refused
    assert captures == (["b", "a"] if kept else ["b"])


def test_a_row_is_numbered_by_the_line_it_begins_on(tmp_path):
    path = manifest(folder(tmp_path, a__txt=TEXT), 'x,a.txt,,,,,"1\n2"', "x,gone.txt,,,,,")
    assert rejects(path)["gone.txt"].record == "line 4"


def test_an_article_id_is_used_once_and_a_file_has_one_row(tmp_path):
    folder(tmp_path, a__txt=TEXT, b__txt=TEXT)
    manifest(tmp_path, "x,a.txt,,,,,", "x,b.txt,,,,,", "y,a.txt,,,,,")
    assert ids(tmp_path) == ["x"]
    refused = [(f.file, f.record, f.reason) for f in found(tmp_path) if isinstance(f, Reject)]
    assert refused == [
        ("b.txt", "line 3", "article_id 'x' is already that of a.txt"),
        ("a.txt", "line 4", "the file is already named in line 2"),
    ]


# A manifest, words of the one line that stops the run.
NO_MANIFEST = [
    (b"name,paper\na.txt,Post\n", "no column 'file'; known: article_id, file"),
    (b"file,File\na.txt,b.txt\n", "column 'file' stands twice"),
    (b"", "no column 'file'"),
    (b"file\n\xe9.txt\n", "not UTF-8: byte 5"),
    ("file\na.txt\n".encode("utf-16"), "not UTF-8: byte 0"),
    (b'file\n"a.txt\n', "line 2: unexpected end of data"),
    (b"file,note\na.txt," + b"n" * 200_000, "field larger than field limit"),
]


@pytest.mark.parametrize(("data", "words"), NO_MANIFEST, ids=lambda x: str(x)[:16])
def test_a_manifest_that_is_none_stops_in_one_line(tmp_path, data, words):
    path = folder(tmp_path, a__txt=TEXT, manifest__csv=data)
    with pytest.raises(ValueError, match=r"^manifest\.csv") as stop:
        found(path)
    assert words in str(stop.value) and "\n" not in str(stop.value)


def test_a_manifest_that_is_a_folder_or_not_there_is_named(tmp_path):
    folder(tmp_path, {"a.txt": TEXT, "lists/x.txt": TEXT})
    for name in ("lists", "gone.csv"):
        with pytest.raises(ValueError, match=f"manifest '{name}' is no file"):
            files.captures(tmp_path, tmp_path / name)


def test_a_folder_that_is_empty_or_gone_is_named(tmp_path):
    with pytest.raises(ValueError, match="is empty"):
        files.captures(folder(tmp_path, manifest__csv="file\n", __hidden="x"))
    with pytest.raises(ValueError, match="is not a folder"):
        files.captures(tmp_path / "gone")


# --- corrections ----------------------------------------------------------------------------------

HEAD = "subject,article_id,place,was,becomes,note\n"


def test_corrections_are_read_and_absent_ones_are_none(tmp_path):
    assert files.corrections(tmp_path) == []
    folder(tmp_path, corrections__csv=HEAD + "event,a,,,talks,seen by eye\n")
    assert files.corrections(tmp_path)[0].becomes == "talks"


@pytest.mark.parametrize("subject", files.SUBJECTS)
def test_every_subject_that_the_readme_names_is_taken(tmp_path, root, subject):
    readme = (root / "seeds" / "README.md").read_text(encoding="utf-8")
    assert f"| `{subject}` |" in readme
    row = {"line": "line,a,1,,nav,", "fact": "fact,a,0-4,,x,", "cell": "cell,a,,They met,partly,"}
    row |= {"article": "article,a,outlet,,Post,", "event": "event,a,,,talks,"}
    told = row.get(subject, f"{subject},,,Marsh,X,")
    folder(tmp_path, corrections__csv=HEAD + told + "\n")
    assert [r.subject for r in files.corrections(tmp_path, {"a": TEXT})] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "subject;article_id;place;was;becomes;note\nline;a;3;;body;\n",
        "\ufeffSubject,Article_ID,Place,Becomes\r\nline,a,3,body\r\n",
        "becomes,subject,place,article_id,who\nbody,line,3,a,me\n",
    ],
)
def test_the_form_of_corrections_is_forgiven(tmp_path, text):
    folder(tmp_path, corrections__csv=text)
    assert files.corrections(tmp_path, {"a": TEXT}) == [
        files.Correction("line", "a", "3", "", "body", "")
    ]


# A row of corrections.csv and what is said of it; a has three lines and 74 characters.
WRONG = [
    ("colour,a,1,,nav,", "unknown subject 'colour'; known: line"),
    ("line,a,1,,nav", "5 fields where the heading has 6"),
    ("line,zzz,1,,nav,", "unknown article 'zzz'; known: a"),
    ("line,,1,,nav,", "line without an article_id"),
    ("line,a,9999,,body,", "no line '9999'; `place` is a line number, 1 to 3"),
    ("line,a,three,,body,", "no line 'three'"),
    ("line,a,3,,paragraph,", "unknown role 'paragraph'; known: headline"),
    ("line,a,3,,,", "line says nothing"),
    ("article,a,colour,,x,", "unknown field 'colour'"),
    ("event,a,,,,", "event says nothing"),
    ("entity,,,,Marsh,", "entity names nothing"),
    ("entity,a,abc,Marsh,X,", "no place 'abc'"),
    ("entity,a,99999999,Marsh,X,", "no place '99999999'"),
    ("entity,,12,Marsh,X,", "entity at a place without an article_id"),
    ("claim,,,people killed,,", "claim says nothing"),
    ("fact,a,99999-100000,,x,", "no stretch '99999-100000'"),
    ("fact,a,50-10,,x,", "no stretch '50-10'"),
    ("fact,a,here,,x,", "no stretch 'here'"),
    ("cell,,,They met,omitted,", "cell without an article_id"),
    ("cell,a,,,omitted,", "cell names nothing"),
    ("cell,a,,They met,lost,", "unknown state 'lost'; known: carried"),
    ("naming,,,,war,", "naming names nothing"),
]


def test_every_faulty_correction_is_told_at_once_with_its_line(tmp_path):
    good = "line,a,1,,nav,\n"
    for first in range(0, len(WRONG), 9):
        some = WRONG[first : first + 9]
        folder(tmp_path, corrections__csv=HEAD + good + "".join(f"{row}\n" for row, _ in some))
        with pytest.raises(ValueError) as stop:
            files.corrections(tmp_path, {"a": TEXT})
        told = str(stop.value).split("\n")
        for number, (line, (_, words)) in enumerate(zip(told, some, strict=True), 3):
            assert line.startswith(f"corrections.csv, line {number}: {words}")


def test_many_faulty_corrections_are_told_in_eleven_lines(tmp_path):
    folder(tmp_path, corrections__csv=HEAD + "colour,a,,,x,\n" * 40)
    with pytest.raises(ValueError) as stop:
        files.corrections(tmp_path)
    assert str(stop.value).split("\n")[10:] == ["corrections.csv: 30 more rows like that"]


@pytest.mark.parametrize(("data", "words"), [(b"", "no column 'subject'"), (b"\xff", "not UTF-8")])
def test_corrections_that_are_no_table_stop_in_one_line(tmp_path, data, words):
    folder(tmp_path, corrections__csv=data)
    with pytest.raises(ValueError, match=rf"^corrections\.csv.*{words}") as stop:
        files.corrections(tmp_path)
    assert "\n" not in str(stop.value)
