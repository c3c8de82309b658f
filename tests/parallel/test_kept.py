"""Rows kept from earlier runs: those that would be found now, and never others."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from functools import partial, wraps
from pathlib import Path
from shutil import copytree

import pandas as pd
import pytest
from faulty import Length, failing, lengths
from hypothesis import example, given, settings, strategies as st

from tellings import parallel
from tellings.compare.framing import finder
from tellings.find import claims, framing, mentions
from tellings.find.claims import Claim, finder as of_claims
from tellings.find.framing import Wording
from tellings.find.mentions import Mention
from tellings.find.quotes import Quote, find as quotes
from tellings.parallel import identity, loop
from tellings.parallel.store import Store
from tellings.read import dates, lines, sentences
from tellings.read.dates import When
from tellings.read.files import Correction, Naming
from tellings.read.lines import Line
from tellings.read.sentences import Sentence
from tellings.tables import Engine

LIBRARY = Path(__file__).resolve().parents[2] / "lib" / "tellings"
TEXTS = pd.Series(
    {
        "d": "At least 12 people died on Monday. Officials slammed the invasion.",
        "a": "",
        "c": "More than 30 people fled.\n\n“Four were hurt on Tuesday,” a spokesman said.",
        "b": "Nobody came.",
    },
    dtype="str",
)
MANY = pd.Series({f"{n}": f"{n} people fled." for n in range(60)}, dtype="str")
READ = ["d", "c", "b"]  # an empty text has no sentence


@pytest.fixture(autouse=True)
def _edits_do_not_count(monkeypatch):
    """Who edits the library while its tests run would see rows found that are kept."""
    monkeypatch.setattr(identity, "BEGUN", float("inf"))


@pytest.fixture
def worked(monkeypatch) -> list[str]:
    """The articles that were worked on, as they come."""
    found: list[str] = []
    real = loop._by_article

    def by_article(*given):
        for article in real(*given):
            found.append(article[0])
            yield article

    monkeypatch.setattr(loop, "_by_article", by_article)
    return found


@pytest.fixture
def engine(tmp_path) -> Engine:
    return Engine("local", tmp_path / "kept")


def split(texts: pd.Series = TEXTS) -> pd.DataFrame:
    return parallel.each(texts, sentences.of, Sentence)


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(found, expected)
    assert parallel.rejects(found) == parallel.rejects(expected)


FINDERS = [
    (claims.find, Claim),
    (quotes, Quote),
    (mentions.find, Mention),
    (framing.find, Wording),
]


@pytest.mark.parametrize("find, row", FINDERS, ids=[row.__name__ for _, row in FINDERS])
def test_what_was_found_is_not_looked_for_again(engine, worked, find, row):
    given = split()
    expected = parallel.each(given, find, row)
    worked.clear()
    for _ in range(2):
        same(parallel.each(given, find, row, engine), expected)
        assert worked == READ


def test_of_one_more_article_it_alone_is_worked_on(engine, worked):
    before, after = split(TEXTS.drop("c")), split()
    expected = parallel.each(after, claims.find, Claim)
    parallel.each(before, claims.find, Claim, engine)
    worked.clear()
    same(parallel.each(after, claims.find, Claim, engine), expected)
    assert worked == ["c"]


def test_an_article_by_another_name_is_the_same_article(engine, worked):
    rows = split()
    parallel.each(rows, claims.find, Claim, engine)
    worked.clear()
    named = rows.assign(article_id="x" + rows["article_id"], outlet="The Paper")
    found = parallel.each(named, claims.find, Claim, engine)
    assert not worked
    assert set(found["article_id"]) == {"xd", "xc"}


WORDS = st.text(max_size=40) | st.sampled_from(["12 of 30 people.", "Ten died. Two fled."])


@settings(max_examples=40)
@given(texts=st.lists(WORDS, max_size=8), data=st.data())
def test_any_earlier_runs_leave_the_table_as_it_is(texts, data, tmp_path_factory):
    by = Engine("local", tmp_path_factory.mktemp("runs"))
    ids = data.draw(st.permutations([f"{n}" for n in range(len(texts))]))
    rows = split(pd.Series(texts, index=ids, dtype="str"))
    expected = parallel.each(rows, claims.find, Claim)
    some = st.lists(st.sets(st.sampled_from([*ids, "none"])), max_size=3)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(identity, "BEGUN", float("inf"))
        for run in data.draw(some):
            parallel.each(rows[rows["article_id"].isin(run)], claims.find, Claim, by)
        same(parallel.each(rows, claims.find, Claim, by), expected)


# --- what has changed is found anew ---------------------------------------------------------------


def test_a_changed_sentence_is_read_again(engine, worked):
    rows = split()
    parallel.each(rows, claims.find, Claim, engine)
    changed = rows.assign(text=rows["text"].str.replace("30", "31"))
    worked.clear()
    found = parallel.each(changed, claims.find, Claim, engine)
    assert worked == ["c"]
    same(found, parallel.each(changed, claims.find, Claim))


def test_of_another_day_its_article_is_counted_again(engine, worked):
    rows = split()
    for day in (date(2024, 5, 1), date(2024, 5, 8)):
        anchor = pd.Series({"d": day, "c": date(2024, 5, 1), "b": None}, dtype=object)
        expected = parallel.each(rows, dates.resolve, When, anchor=anchor)
        worked.clear()
        same(parallel.each(rows, dates.resolve, When, engine, anchor=anchor), expected)
    assert worked == ["d"]


def test_a_correction_is_heeded_in_its_article_alone(engine, worked):
    for role in ("caption", "byline"):
        given = pd.DataFrame([Correction("line", "b", "1", "", role, "")])
        expected = parallel.each(TEXTS, lines.classify, Line, corrections=given)
        worked.clear()
        same(parallel.each(TEXTS, lines.classify, Line, engine, corrections=given), expected)
        assert role in set(expected["role"])
    assert worked == ["b"]


def test_another_naming_set_counts_in_every_article(engine, worked):
    rows, none = split(), pd.DataFrame([], columns=Correction._fields)
    worked.clear()
    for form in ("raid", "invasion", "invasion"):
        given = pd.DataFrame([Naming("the raid", "name", form, form)])
        find = finder(none, given)
        parallel.each(rows, find, Wording, engine)
    assert worked == READ * 2
    same(parallel.each(rows, find, Wording, engine), parallel.each(rows, find, Wording))


CODE = """
from pathlib import Path
import tellings
from tellings.find.claims import Claim, find
from tellings.parallel import identity
tellings.BEGUN = identity.BEGUN = float("inf")
print(identity.of(find, Claim))
"""


def test_other_code_or_lists_are_another_function(tmp_path):
    copytree(LIBRARY, tmp_path / "tellings", ignore=lambda *_: ["__pycache__", "report", "show"])
    edits = {
        "": "",
        "find/claims/units.py": "\n# another unit\n",
        "text/spans.py": "\n# another span\n",
        "lexicons/abbreviations.csv": "Xyz,title,,x\n",
        "compare/ingest.py": "\n# nothing that finds\n",
    }
    known = []
    for file, more in edits.items():
        if file:
            with (tmp_path / "tellings" / file).open("a", encoding="utf-8") as text:
                text.write(more)
        run = [sys.executable, "-c", CODE]
        env = {"PYTHONPATH": str(tmp_path)}
        known.append(
            subprocess.run(run, env=env, capture_output=True, text=True, check=True).stdout
        )
    assert len(set(known[:4])) == 4
    assert known[3] == known[4] != "\n"


def test_another_version_of_what_is_installed_is_another_function(monkeypatch):
    known = set()
    for version in ("textstat-0.7.7", "textstat-0.7.8"):
        identity.version.cache_clear()
        monkeypatch.setattr(identity, "_installed", lambda version=version: iter([version]))
        known.add(identity.of(claims.find, Claim))
    identity.version.cache_clear()
    assert len(known) == 2


# --- what cannot be told for certain is found anew ------------------------------------------------


def in_a_function():
    """What a decorator of a researcher makes: it says that it is the function that it calls."""

    @wraps(claims.find)
    def find(*given):
        return list(claims.find(*given))[:1]

    return find


UNCERTAIN = {
    "one of a notebook": (lengths, Claim),
    "a lambda": (lambda given: claims.find(given), Claim),
    "one that says it is another": (in_a_function(), Claim),
    "a row type of a notebook": (claims.find, Length),
    "one that is given an object": (partial(framing.find, naming=[object()]), Wording),
    "one that is given a folder": (partial(mentions.find_with_spacy, model="."), Mention),
    "one of another floor": (finder, Wording),
}


@pytest.mark.parametrize("function, row", UNCERTAIN.values(), ids=UNCERTAIN)
def test_a_function_that_may_be_anything_is_none(function, row):
    assert identity.of(function, row) == ""


def test_a_function_put_in_the_place_of_one_is_none(monkeypatch):
    other = in_a_function()
    monkeypatch.setattr(of_claims, "find", other)
    assert identity.of(other, Claim) == ""
    assert identity.of(claims.find, Claim) == ""  # no longer what its name stands for


def test_code_that_was_changed_after_it_was_imported_is_none(monkeypatch):
    monkeypatch.setattr(identity, "BEGUN", 0.0)
    assert identity.of(claims.find, Claim) == ""


def test_of_code_that_is_changed_while_it_works_nothing_is_kept(engine, monkeypatch):
    known = iter(["before", "after"])
    monkeypatch.setattr(identity, "of", lambda *_: next(known))
    same(
        parallel.each(split(), claims.find, Claim, engine),
        parallel.each(split(), claims.find, Claim),
    )
    assert not engine.kept.exists()


def test_a_model_by_its_name_is_told_apart_from_another():
    finders = [mentions.finder(by) for by in ("spacy:en_core_web_sm", "spacy:en_core_web_lg")]
    known = {identity.of(find, Mention) for find in finders}
    assert len(known) == 2
    assert "" not in known


def test_the_rows_of_what_cannot_be_told_are_not_kept(engine, worked):
    for _ in range(2):
        parallel.each(TEXTS, lengths, Length, engine)
    assert worked == list(TEXTS.index) * 2
    assert not engine.kept.exists()


def test_of_what_is_given_objects_are_not_told_apart_and_not_kept(engine, worked):
    anchor = pd.Series([object(), None, None], index=READ, dtype=object)
    rows = split()
    for _ in range(2):
        parallel.each(rows, dates.resolve, When, engine, anchor=anchor)
    assert worked == [*TEXTS.index, *READ, "d"]


def test_an_article_that_failed_is_tried_again(engine, worked, monkeypatch, capsys):
    monkeypatch.setattr(identity, "of", lambda *_: "known")
    bad = TEXTS.where(TEXTS.index != "c", "poison")
    expected = parallel.each(bad, failing, Length)
    worked.clear()
    for _ in range(2):
        same(parallel.each(bad, failing, Length, engine), expected)
    assert worked == [*TEXTS.index, "c"]


# --- the file -------------------------------------------------------------------------------------


def file_of(engine: Engine) -> Path:
    return next(engine.kept.glob("*.sqlite"))


def broken(path: Path) -> None:
    """Every second byte behind the first kilobyte is another."""
    found = bytearray(path.read_bytes())
    found[1024::2] = bytes(byte ^ 255 for byte in found[1024::2])
    path.write_bytes(found)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def of_other_words(path: Path) -> None:
    path.write_text("no database at all")


def of_another(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("create table kept (name text)")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def with_other_rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("update kept set rows = (select max(rows) from kept)")


def with_words(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("update kept set rows = 'words'")


BROKEN = [broken, cut, of_other_words]
FAULTS = [*BROKEN, of_another, a_folder, with_other_rows, with_words]


@pytest.mark.parametrize("fault", FAULTS)
def test_what_does_not_hold_what_was_kept_holds_nothing(engine, fault, capfd):
    many = split(MANY)
    expected = parallel.each(many, claims.find, Claim)
    parallel.each(many, claims.find, Claim, engine)
    fault(file_of(engine))
    for _ in range(2):
        same(parallel.each(many, claims.find, Claim, engine), expected)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_taken_away_and_rows_are_kept_again(engine, fault, worked):
    many = split(MANY)
    parallel.each(many, claims.find, Claim, engine)
    fault(file_of(engine))
    for _ in range(2):
        parallel.each(many, claims.find, Claim, engine)
    worked.clear()
    parallel.each(many, claims.find, Claim, engine)
    assert not worked


@settings(max_examples=60, deadline=None)
@given(at=st.floats(0, 0.999), byte=st.integers(1, 255))
@example(at=0.328125, byte=128)  # in the words by which the file describes itself
def test_no_byte_that_is_another_changes_a_row(at, byte, tmp_path_factory):
    folder = tmp_path_factory.mktemp("byte")
    store, kept = Store(folder, "Row", "1"), {bytes([n]): bytes([n]) * 900 for n in range(40)}
    store.write(kept.items())
    path = folder / "Row-1.sqlite"
    found = bytearray(path.read_bytes())
    found[int(at * len(found))] ^= byte
    path.write_bytes(found)
    assert store.read(kept).items() <= kept.items()
    path.write_bytes(found)  # a file that is broken was taken away
    store.write(kept.items())
    assert store.read(kept).items() <= kept.items()


def test_of_two_at_once_neither_waits_for_long_nor_fails(engine, monkeypatch):
    rows = split()
    parallel.each(rows[:1], claims.find, Claim, engine)
    with closing(sqlite3.connect(file_of(engine))) as other, other:
        other.execute("begin exclusive")
        same(
            parallel.each(rows, claims.find, Claim, engine), parallel.each(rows, claims.find, Claim)
        )


def test_the_rows_of_an_older_version_go(tmp_path):
    for version in ("1", "2"):
        Store(tmp_path, "Claim", version).write([(b"a", b"rows")])
        Store(tmp_path, "Quote", "1").write([(b"a", b"rows")])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["Claim-2.sqlite", "Quote-1.sqlite"]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "kept").write_text("a file")
    engine = Engine("local", tmp_path / "kept")
    same(
        parallel.each(split(), claims.find, Claim, engine),
        parallel.each(split(), claims.find, Claim),
    )
