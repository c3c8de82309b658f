"""Where a report is written: in its own folder only, and never over anything else."""

import os
from pathlib import Path

import pytest

from tellings.report.run import place, record
from tellings.report.run.place import Stop


def refused(*given) -> str:
    with pytest.raises(Stop) as stop:
        place.job(*given)
    assert "\n" not in str(stop.value)
    return str(stop.value)


def test_a_corpus_that_is_none_is_named(tmp_path, corpus):
    (tmp_path / "bare").mkdir()
    assert refused(tmp_path / "nowhere", "", "").startswith("no folder 'nowhere' here")
    assert refused(corpus / "a.txt", "", "").startswith("no folder 'a.txt' here")
    assert "'bare' is empty" in refused(tmp_path / "bare", "", "")


def test_a_corpus_of_sub_folders_only_is_one(tmp_path, corpus):
    (tmp_path / "whole").mkdir()
    corpus.rename(tmp_path / "whole" / "cnn")
    assert place.job(tmp_path / "whole", "", str(tmp_path / "out")).name == "whole"


def test_a_folder_that_holds_anything_but_a_report_is_refused(tmp_path, corpus):
    out = tmp_path / "out"
    out.mkdir()
    for name in (".DS_Store", "thesis.docx"):
        (out / name).write_text("mine", encoding="utf-8")
    assert "holds 'thesis.docx' and no report" in refused(corpus, "", str(out))
    (out / "thesis.docx").unlink()
    assert place.job(corpus, "", str(out)).out == out
    record.path(out).write_text("half of a rec", encoding="utf-8")
    (out / "thesis.docx").write_text("mine", encoding="utf-8")
    assert place.job(corpus, "", str(out)).out == out


def test_a_file_and_the_corpus_itself_are_no_places_for_a_report(tmp_path, corpus):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "is a file" in refused(corpus, "", str(tmp_path / "file"))
    for out in (corpus, corpus / "report"):
        assert "inside the corpus" in refused(corpus, "", str(out))
    (tmp_path / "link").symlink_to(corpus)
    assert "inside the corpus" in refused(corpus, "", str(tmp_path / "link" / "report"))
    assert "inside the corpus" in refused(place.ROOT, "", "")


def test_two_corpora_of_one_name_have_two_places(tmp_path, corpus, monkeypatch):
    monkeypatch.setattr(place, "ROOT", tmp_path / "project")
    other = tmp_path / "other" / "corpus"
    other.mkdir(parents=True)
    (other / "a.txt").write_text("x", encoding="utf-8")
    first = place.job(corpus, "", "")
    first.out.mkdir(parents=True)
    record.write(first.out, record.begun(first.of)._replace(files=["index.html"]))
    second = place.job(other, "", "")
    assert place.job(corpus, "", "") == first
    assert first.name == "corpus" and second.name == f"corpus-{second.of[:6]}"
    assert first.data != second.data and first.out != second.out


def test_two_events_whose_names_are_written_alike_have_two_places(corpus, monkeypatch, tmp_path):
    monkeypatch.setattr(place, "ROOT", tmp_path / "project")
    first = place.job(corpus, "a b", "")
    first.out.mkdir(parents=True)
    record.write(first.out, record.begun(first.of))
    assert first.name == "corpus-a-b"
    assert place.job(corpus, "a?b", "").out != first.out


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root opens everything")
def test_a_folder_that_cannot_be_opened_is_named(tmp_path, corpus):
    (tmp_path / "out").mkdir(mode=0)
    assert "cannot be opened" in refused(corpus, "", str(tmp_path / "out"))


def test_a_path_is_named_from_where_one_works_if_it_lies_below(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    assert place.shown(tmp_path / "work" / "out" / "x") == str(Path("out", "x"))
    assert place.shown(tmp_path / "else") == str(tmp_path / "else")
