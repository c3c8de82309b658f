"""Whatever comes in: no step raises, every place is true, every line is there again.

A few examples of each in `make test`; for ten minutes and more of each:
`pytest tests/fuzz --hypothesis-profile=fuzz`.
"""

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from formats.made import FORMS
from hypothesis import given, strategies as st

from tellings.find import claims, framing, mentions, quotes, readability
from tellings.read import articles, dates, files, lines, oddities, sentences
from tellings.read.files import Capture, Refused, Reject, decoding, sidecars
from tellings.report.run import record

SEEDS = [p.read_text(encoding="utf-8") for p in Path(__file__).parents[2].glob("seeds/*.txt")]
ODD = [
    *"İıßΐﬀ\u0345\u200b\u200f\u202e\u2028\x0b\x0c\x85\x1b\x00\ufeff\ud7ff\U0010ffff½①²٣３—‑",
    *["“", "”", "‘", "’", '"', "'", "``", "''", "«", "»", "(", ")", "[", "]", "{{", "$", "€", "%"],
    *["\n", "\n\n", "\r\n", "\r", "\t", " ", "\u00a0", "•", "- ", "…", ". ", "; ", ": ", ",", "-"],
    *["he said ", "said that ", "according to ", "told ", "Mr. ", "U.S. ", "Al-", "the ", "Ann’s "],
    *["5", "1,", "1,000", "1e999", "9" * 400, "more than ", "between ", " and ", " to ", "half "],
    *["April 99, 2024", "Monday", "2024-02-30", "31/12/24", "five", "was killed by ", "may be "],
    *["Updated: ", "By ", "Sign in", "<p>", "</b>", "http://x", "@", "#", "=1", "*", "|", "\\"],
]


@st.composite
def texts(draw) -> str:
    """A piece of a seed with odd things put into it, or odd things alone."""
    seed = draw(st.sampled_from([*SEEDS, ""]))
    first = draw(st.integers(0, len(seed)))
    text = seed[first : first + draw(st.integers(0, 600))]
    for piece in draw(st.lists(st.sampled_from(ODD) | st.text(max_size=3), max_size=25)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + piece + text[place + draw(st.integers(0, 2)) :]
    return text


def true(text: str, rows) -> list:
    """The rows, each of which stands where it says."""
    rows = list(rows)
    assert [r for r in rows if text[r.start : r.end] != r.text] == []
    return rows


@given(texts())
def test_any_text_goes_through_every_step(text):
    found = true(text, lines.classify(text))
    assert "\n".join(line.text for line in found) == text
    cut, day = true(text, sentences.split(found)), date(2024, 4, 18)
    for given_ in (cut, true(text, sentences.of(text))):
        said = true(text, quotes.find(given_))
        true(text, claims.find(given_, said, day))
        true(text, claims.find(given_))
        mentions.resolve(true(text, mentions.find(given_)))
        true(text, framing.find(given_, said))
        list(readability.find(given_, said))
        true(text, dates.resolve(given_, day))
        true(text, dates.resolve(given_, None))
    true(text, oddities.find(found))
    articles.describe(found)


SMALL = {
    "a.txt": "Talks go on\n\nThe two sides met again on Monday, officials said.",
    "a.xml": "<?xml version='1.0'?><rss><channel><item><title>Talks</title></item></channel></rss>",
    "a.md": "---\ntitle: Talks\n---\n# Talks\n\nThey met on *Monday*.\n",
    "a.warc": "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 20\r\n\r\nHTTP/1.1 200\r\n\r\nx",
    "a.rtf": r"{\rtf1\ansi\ansicpg1252 Talks\par They met \'93again\'94.}",
    "a.pdf": "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\ntrailer<</Root 1 0 R>>",
    "a": "Received: from a by b\nSubject: Talks\n\nThey met.\n",
    "b.txt": "Talks\nBody\n\nThey met.\n\nEnd of Document\n\n" * 2,
    "manifest.csv": "file,outlet,date\na.txt,Post,2024-04-18\n",
}
SAMPLES = {f"whole-{name}": data for name, data, *_ in FORMS}
SAMPLES |= {name: text.encode() for name, text in SMALL.items()}


@st.composite
def mangled(draw, data: bytes) -> bytes:
    """A file's bytes with other bytes put into it, cut short or doubled; of what is packed, those
    of one part of it, packed again."""
    if data.startswith(b"PK") and draw(st.booleans()):
        return _packed_again(data, draw(st.integers(0, 99)), lambda part: draw(mangled(part)))
    if data.startswith(b"\x1f\x8b") and draw(st.booleans()):
        return gzip.compress(draw(mangled(gzip.decompress(data))), mtime=0)
    pieces = st.binary(max_size=4) | st.sampled_from([p.encode("utf-8") for p in ODD])
    for piece in draw(st.lists(pieces, max_size=8)):
        place = draw(st.integers(0, len(data)))
        data = data[:place] + piece + data[place + draw(st.integers(0, 9)) :]
    return data * draw(st.integers(1, 2))


def _packed_again(data: bytes, which: int, change) -> bytes:
    """A zip of which one part is changed."""
    parts, held = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    names = parts.namelist()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            own = parts.read(name)
            made.writestr(name, change(own) if name == names[which % len(names)] else own)
    return held.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("any")


@given(data=st.data())
@pytest.mark.parametrize("name", SAMPLES)
def test_any_file_is_captures_or_rejects(folder, name, data):
    for old in folder.iterdir():
        old.unlink()
    (folder / "good.txt").write_bytes(SAMPLES["a.txt"])
    (folder / name).write_bytes(data.draw(mangled(SAMPLES[name])))
    try:
        found = list(files.captures(folder))
    except ValueError as stop:
        assert name == "manifest.csv" and "\n" not in str(stop)
        return
    assert all(isinstance(row, Capture | Reject) for row in found)
    assert "good.txt" in {row.file for row in found}
    for capture in (c for c in found if isinstance(c, Capture) and c.reader == "txt"):
        data_read = (folder / capture.file).read_bytes()
        if not data_read.startswith((b"PK", b"\x1f\x8b")):  # the text of what is packed lies inside
            assert capture.text.encode(capture.encoding) == data_read


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")))
def test_any_bytes_are_a_text_or_refused(data):
    try:
        encoding, text = decoding.decoded(data)
    except Refused as why:
        assert len(why.args) == 2 and "\n" not in "".join(why.args)
    else:
        assert text.encode(encoding) == data


HEAD = b"subject,article_id,place,was,becomes,note\n"
ROW = st.lists(
    st.sampled_from(["line", "fact", "a", "3", "3-9", "body", "", '"', "\n"]), max_size=7
)


@given(
    st.binary(max_size=200)
    | st.lists(ROW).map(lambda r: HEAD + "\n".join(map(",".join, r)).encode())
)
def test_any_list_is_rows_or_a_line_for_each_fault(folder, data):
    (folder / "corrections.csv").write_bytes(data)
    try:
        rows = files.corrections(folder, {"a": SEEDS[0]})
    except ValueError as stop:
        assert all(line.startswith("corrections.csv") for line in str(stop).split("\n"))
    else:
        assert len(rows) <= len(sidecars.rows(data, "corrections.csv", (), "subject"))
    (folder / "corrections.csv").unlink()


@given(
    st.binary(max_size=200) | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(str)
)
def test_any_record_says_nothing_or_all(folder, data):
    record.path(folder).write_bytes(
        data if isinstance(data, bytes) else data.encode("utf-8", "replace")
    )
    assert record.read(folder) == record.begun()
    record.path(folder).unlink()
