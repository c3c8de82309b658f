"""Tables of what was captured: sums that hold, every line accounted for."""

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import ingest
from tellings.compare.ingest import reading
from tellings.compare.languages import SetAside
from tellings.read import files
from tellings.read.articles import FIELDS, Article
from tellings.read.files import Capture
from tellings.read.lines import ROLES

ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b"], "event_id": ["e", "e"], "telling": ["Post", "Mail"]}
)
LINES = pd.DataFrame(
    [
        ("a", 1, "headline", 0, 5, "r", "Talks"),
        ("a", 2, "blank", 6, 6, "r", ""),
        ("a", 3, "body", 7, 19, "r", "They met now"),
        ("a", 4, "promo", 20, 27, "r", "Sign in"),
        ("b", 1, "body", 0, 12, "r", "They met too"),
    ],
    columns=["article_id", "line", "role", "start", "end", "rule", "text"],
)


NONE = tables.frame([], SetAside)  # articles set aside


def found(path, **named):
    """What a corpus folder of these files gives; "__" stands for the dot."""
    for name, data in named.items():
        (path / name.replace("__", ".")).write_bytes(data)
    return list(files.captures(path))


def test_captures_and_rejects_become_tables(tmp_path):
    every = found(tmp_path, a__txt=b"Talks go on.", b__txt=b"")
    ((captures, rejects),) = ingest.captured(every)
    assert list(captures["article_id"]) == ["a"]
    assert list(rejects["reason"]) == ["empty"]
    assert ingest.texts(captures).to_dict() == {"a": "Talks go on."}
    assert ingest.hints(captures).to_dict() == {"a": {}}


def test_a_corpus_folder_is_captured_into_its_tables(tmp_path):
    every = found(tmp_path, a__txt=b"Talks go on.", b__txt=b"")
    told = tables.drafts(tmp_path / "data")
    told.write(("captures", "rejects"), ingest.captures(tmp_path))
    for table, own in zip(next(ingest.captured(every)), (told.captures, told.rejects), strict=True):
        pd.testing.assert_frame_equal(own, table)
    with pytest.raises(ValueError, match="is not a folder"):
        told.write(("captures", "rejects"), ingest.captures(tmp_path / "gone"))


def test_files_of_any_number_at_a_time_give_the_same_captures(tmp_path, monkeypatch):
    every = found(tmp_path, a__txt=b"Talks go on.", b__txt=b"", c__txt=b"They met.", d__txt=b"")
    whole = [pd.concat(parts) for parts in zip(*ingest.captured(every), strict=True)]
    monkeypatch.setattr(reading, "_AT_ONCE", 1)
    parts = list(ingest.captured(iter(every)))
    assert [len(captures) for captures, _ in parts] == [1, 0, 1, 0]
    for table, own in zip(whole, zip(*parts, strict=True), strict=True):
        pd.testing.assert_frame_equal(pd.concat(own, ignore_index=True), table)


@pytest.mark.parametrize("at_once", [1, 9])
def test_a_corpus_without_one_capture_says_why(tmp_path, monkeypatch, at_once):
    monkeypatch.setattr(reading, "_AT_ONCE", at_once)
    with pytest.raises(ValueError, match=r"^none of 2 files gave a capture. .*a\.txt: empty"):
        ingest.kept(found(tmp_path, a__txt=b"", b__txt=b""))


def test_corrections_are_checked_against_the_captures(tmp_path):
    rows = b"subject,article_id,place,was,becomes,note\nevent,a,,,talks,seen by eye\n"
    captures = ingest.kept(found(tmp_path, a__txt=b"Talks go on.", corrections__csv=rows))
    told = tables.drafts(tmp_path / "made")
    told.write("captures", captures)
    assert list(ingest.corrections(tmp_path, told)["note"]) == ["seen by eye"]
    told.write("captures", captures.assign(article_id="b"))
    with pytest.raises(ValueError, match="line 2: unknown article 'a'; known: b"):
        ingest.corrections(tmp_path, told)


def test_a_place_is_checked_in_the_text_of_its_article(tmp_path):
    rows = b"subject,article_id,place,was,becomes,note\nline,a,9,,promo,\n"
    captures = ingest.kept(found(tmp_path, a__txt=b"Talks go on.", corrections__csv=rows))
    told = tables.drafts(tmp_path / "made")
    told.write("captures", captures)
    with pytest.raises(ValueError, match="line 2: no line '9'; `place` is a line number, 1 to 1"):
        ingest.corrections(tmp_path, told)


def test_words_by_part_add_up_and_the_largest_event_comes_first():
    words = ingest.words(ingest.counts(LINES), ARTICLES)
    assert words["words"].sum() == LINES["text"].str.split().str.len().sum()
    own = words[words["article_id"] == "a"]
    assert list(own["part"]) == ["headline", "body", "left out: asks the reader"]
    assert list(own["read"]) == [True, True, False]
    two = pd.concat([ARTICLES, ARTICLES.iloc[:1].assign(article_id="0", event_id="d")])
    lines = pd.concat([LINES, LINES.iloc[:1].assign(article_id="0")])
    assert list(ingest.words(ingest.counts(lines), two)["event_id"].unique()) == ["e", "d"]


def test_every_role_has_a_part():
    assert {r for own in ingest.PARTS.values() for r in own} == {*ROLES} - {"blank"}


def test_a_row_per_capture_sums_its_parts():
    table = ingest.per_capture(ingest.words(ingest.counts(LINES), ARTICLES))
    assert table[["telling", "body", "read", "all"]].values.tolist() == [
        ["Post", 3, 4, 6],
        ["Mail", 3, 3, 3],
    ]


def test_roles_count_lines_and_words():
    assert ingest.roles(ingest.counts(LINES)).values.tolist() == [
        ["body", True, 2, 6],
        ["promo", False, 1, 2],
        ["headline", True, 1, 1],
    ]


def test_every_line_that_is_not_read_is_listed():
    out = ingest.left_out(LINES, ARTICLES)
    assert out[["telling", "line", "role", "why", "text"]].values.tolist() == [
        ["Post", 4, "promo", "r", "Sign in"]
    ]


def test_fields_lists_what_is_known_and_names_the_rest():
    absent = {f"{f}{part}": v for f in FIELDS for part, v in _ABSENT.items()}
    known = {"headline": "Talks", "headline_status": "text", "headline_start": 0}
    row = absent | known | {"headline_end": 5, "telling": "Post", "article_id": "a"}
    table = ingest.fields(pd.DataFrame([row]))
    assert list(table["field"]) == ["headline", "not given"]
    assert table["start"].tolist() == [0, pd.NA]
    assert set(Article._fields) >= {f"{f}_status" for f in FIELDS}


_ABSENT = {"": "", "_status": "absent", "_start": None, "_end": None}


def test_articles_of_the_same_text_name_each_other():
    rows = [("a", "a.txt", "1"), ("r#1", "r.csv", "1"), ("r#2", "r.csv", "2"), ("c", "c.txt", "3")]
    captures = pd.DataFrame(
        [Capture(i, f, "0" * 64, "utf-8", "txt", f"x\n{text}") for i, f, text in rows],
        columns=Capture._fields,
    )
    table = ingest.files(ingest.filed(captures))
    assert list(table["file"]) == ["a.txt", "r.csv#1", "r.csv#2", "c.txt"]
    assert list(table["same text as"]) == ["r.csv#1", "a.txt", "", ""]
    assert list(table["lines"]) == [2, 2, 2, 2]
