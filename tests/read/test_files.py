"""Captures: every file is one or is refused with a reason, whatever its bytes."""

import hashlib

import pytest
from hypothesis import given, settings, strategies as st

from tellings.read import files
from tellings.read.files import Capture, Reject

TEXT = "Harbour talks go on\n\nThe two sides met again on Monday, officials said."


def folder(path, **named):
    """A corpus folder of files by name; "__" stands for the dot."""
    path.mkdir(exist_ok=True)
    for name, content in named.items():
        data = content if isinstance(content, bytes) else content.encode()
        (path / name.replace("__", ".")).write_bytes(data)
    return path


def found(path, manifest=None):
    return list(files.captures(path, manifest))


def test_seeds_are_five_captures_of_the_files_bytes(root):
    captures = found(root / "seeds")
    assert [c.article_id[:3] for c in captures] == ["000", "001", "002", "003", "004"]
    for capture in captures:
        data = (root / "seeds" / capture.file).read_bytes()
        assert capture.text.encode(capture.encoding) == data
        assert capture.sha256 == hashlib.sha256(data).hexdigest()
        assert capture.hints == {}


# Bytes of a .txt file, words of the reason it is refused for, words of the advice.
REFUSED = [
    (b"", "empty", "delete it"),
    (b" \n\n", "empty", "delete it"),
    (b"\x89PNG\r\n\x1a\n0000", "PNG picture", "UTF-8"),
    (b"%PDF-1.7 ...", "PDF", "UTF-8"),
    (b"PK\x03\x04....", "ZIP", "UTF-8"),
    (b"Harbour\0talks", "NUL byte at byte 7", "UTF-8"),
    ("Talks".encode("utf-16"), "UTF-16", "UTF-8"),
    ("The café closed. Its owner said: “Enough.”".encode("cp1252"), "0xe9 at byte 7", "UTF-8"),
    (b"<!DOCTYPE html><html><p>Talks</p></html>", "HTML", ".txt"),
    (b"one\rtwo\rthree", "CR alone", "LF"),
    (b"x" * 1_000_001, "line 1 has 1,000,001 characters", "a line for each paragraph"),
]


@pytest.mark.parametrize(("data", "reason", "advice"), REFUSED, ids=lambda x: str(x)[:16])
def test_what_is_no_text_is_refused_with_advice(tmp_path, data, reason, advice):
    good, bad = found(folder(tmp_path, a__txt=TEXT, b__txt=data))
    assert (good.text, bad.file) == (TEXT, "b.txt")
    assert reason in bad.reason and advice in bad.advice
    assert "\n" not in bad.reason + bad.advice


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(tmp_path_factory, data):
    path = folder(tmp_path_factory.mktemp("corpus"), a__txt=data)
    (one,) = found(path)
    assert isinstance(one, Reject) or one.text.encode(one.encoding) == data


def test_a_byte_order_mark_and_crlf_are_kept_by_the_encoding(tmp_path):
    data = b"\xef\xbb\xbfTalks\r\ngo on."
    (capture,) = found(folder(tmp_path, a__txt=data))
    assert (capture.encoding, capture.text) == ("utf-8-sig", "Talks\r\ngo on.")
    assert capture.text.encode(capture.encoding) == data


def test_another_kind_of_file_is_refused_and_the_lists_are_not(tmp_path):
    path = folder(tmp_path, a__txt=TEXT, b__docx=b"PK\x03\x04", README__md="x", __hidden="x")
    assert [(type(f), f.file) for f in found(path)] == [(Capture, "a.txt"), (Reject, "b.docx")]


def test_texts_in_folders_below_are_read(tmp_path):
    folder(tmp_path, a__txt=TEXT)
    folder(tmp_path / "deep", b__txt=TEXT)
    assert [c.file for c in found(tmp_path)] == ["a.txt", "deep/b.txt"]


def manifest(path, *rows, head="article_id,file,sha256,outlet,date,event_id,note"):
    (path / "manifest.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


def test_the_manifest_gives_ids_and_hints(tmp_path):
    path = manifest(folder(tmp_path, a__txt=TEXT), "007,a.txt,,NA,2031-05-03,talks,")
    (capture,) = found(path)
    assert capture.article_id == "007"
    assert capture.hints == {"outlet": "NA", "date": "2031-05-03", "event_id": "talks"}


def test_a_manifest_may_hold_line_ends_and_a_mark(tmp_path):
    path = folder(tmp_path, a__txt=TEXT)
    (path / "manifest.csv").write_bytes(b'\xef\xbb\xbffile,note\r\na.txt,"two\r\nlines"\r\n')
    assert found(path)[0].note == "two\nlines"


def test_files_that_the_manifest_does_not_name_come_after_it(tmp_path):
    path = manifest(folder(tmp_path, a__txt=TEXT, b__txt=TEXT + "!"), "1,b.txt,,,,,")
    assert [c.article_id for c in found(path)] == ["1", "a"]


# A manifest's row, words of the reason its file is refused for.
BAD_ROWS = [
    ("x,gone.txt,,,,,", "not there"),
    ("x,,,,,,", "out of the corpus folder"),
    ("x,../a.txt,,,,,", "out of the corpus folder"),
    ("x,/etc/hostname,,,,,", "out of the corpus folder"),
    ("x,a.txt,0123456789abcdef,,,,", "sha256"),
    ("x,a.txt,,,17/04/2031,,", "no date of the form"),
    ("x,a.txt,,,2031-02-30,,", "no date of the form"),
    ("x,a.txt,,,0001-01-01,,", "no date of the form"),
    ("x,a.txt,,", "4 fields where the heading has 7"),
]


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS)
def test_a_bad_row_of_the_manifest_is_refused(tmp_path, row, reason):
    path = manifest(folder(tmp_path, a__txt=TEXT), row)
    refused = [f for f in found(path) if isinstance(f, Reject)]
    assert [reason in f.reason for f in refused] == [True], refused


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    outside = folder(tmp_path / "outside", secret__txt=TEXT)
    inside = folder(tmp_path / "inside", a__txt=TEXT)
    (inside / "b.txt").symlink_to(outside / "secret.txt")
    assert "out of the corpus folder" in found(inside)[1].reason


def test_an_article_id_is_used_once(tmp_path):
    path = manifest(folder(tmp_path, a__txt=TEXT, b__txt=TEXT), "x,a.txt,,,,,", "x,b.txt,,,,,")
    assert "already that of a.txt" in found(path)[1].reason


# A manifest's heading, words of the one line that stops the run.
BAD_HEADS = [
    ("sep=;", "unknown column 'sep=;'"),
    ("file;outlet", "unknown column 'file;outlet'"),
    ("file,file", "column 'file' stands twice"),
    ("outlet,note", "no column 'file'"),
]


@pytest.mark.parametrize(("head", "words"), BAD_HEADS)
def test_a_manifest_that_is_none_stops_in_one_line(tmp_path, head, words):
    path = manifest(folder(tmp_path, a__txt=TEXT), head=head)
    with pytest.raises(ValueError, match=words) as stop:
        found(path)
    assert "\n" not in str(stop.value)


@pytest.mark.parametrize("data", [b"file\n\xe9.txt\n", b'file\n"a.txt\n'])
def test_a_manifest_that_cannot_be_read_stops_in_one_line(tmp_path, data):
    path = folder(tmp_path, a__txt=TEXT, manifest__csv=data)
    with pytest.raises(ValueError, match=r"^manifest\.csv"):
        found(path)


def test_a_folder_that_is_empty_or_gone_is_named(tmp_path):
    with pytest.raises(ValueError, match="is empty"):
        files.captures(tmp_path)
    with pytest.raises(ValueError, match="is not a folder"):
        files.captures(tmp_path / "gone")
    with pytest.raises(ValueError, match="manifest .* is not there"):
        files.captures(folder(tmp_path, a__txt=TEXT), tmp_path / "gone.csv")


def test_a_corpus_without_one_capture_says_why(tmp_path):
    with pytest.raises(ValueError, match=r"none of 1 files gave a capture. .*a\.txt: empty"):
        files.kept(found(folder(tmp_path, a__txt=b"")))


def test_tables_hold_captures_and_rejects(tmp_path):
    every = found(folder(tmp_path, a__txt=TEXT, b__txt=b""))
    assert list(files.kept(every)["article_id"]) == ["a"]
    assert list(files.refused(every)["reason"]) == ["empty"]
    assert files.texts(files.kept(every)).to_dict() == {"a": TEXT}
    assert files.hints(files.kept(every)).to_dict() == {"a": {}}


HEAD = "subject,article_id,place,was,becomes,note\n"


def test_corrections_are_read_and_absent_ones_are_none(tmp_path):
    assert files.corrections(tmp_path) == []
    folder(tmp_path, corrections__csv=HEAD + "event,a,,,talks,seen by eye\n")
    assert files.corrections(tmp_path)[0].becomes == "talks"
    captures = files.kept(found(folder(tmp_path, a__txt=TEXT)))
    assert list(files.corrected(tmp_path, captures)["note"]) == ["seen by eye"]
    with pytest.raises(ValueError, match="no article 'a' in this corpus"):
        files.corrected(tmp_path, captures.assign(article_id="b"))


@pytest.mark.parametrize(
    ("row", "words"),
    [("lines,a,1,,nav,", "unknown subject 'lines'"), ("line,a,1,,nav", "line 2: 5 fields")],
)
def test_a_wrong_correction_stops_in_one_line(tmp_path, row, words):
    folder(tmp_path, corrections__csv=HEAD + row + "\n")
    with pytest.raises(ValueError, match=words):
        files.corrections(tmp_path)
