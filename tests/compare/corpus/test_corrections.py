"""Corrections: what they change is shown first, and the file is whole at any moment."""

from types import SimpleNamespace

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import claims, entities, ingest
from tellings.compare.corpus import correctable, corrections, subcorpus
from tellings.compare.corpus.corrections import correction
from tellings.find.claims import Claim
from tellings.parallel import each
from tellings.read import articles, files, lines, sentences

TEXT = "Talks in Oslo\n\nWorld News\n\nEnvoys met in Oslo on Monday, and Oslo was full of snow.\n"

CAPTURES = tables.frame([files.Capture("a", "a.txt", "", "utf-8", "", TEXT)], files.Capture)
ROW = (1, 40, 44, TEXT[40:44], "cardinal", 0.0, 0.0, *[""] * 8)
CLAIM = dict(zip(Claim._fields, ROW, strict=True))
CLAIMS = pd.DataFrame([{"article_id": "a"} | CLAIM | {"key": "envoys"}])


@pytest.fixture(scope="module")
def whole():
    captures = pd.DataFrame({"article_id": ["a"], "text": [TEXT]})
    roles = each(captures.set_index("article_id")["text"], lines.classify, lines.Line)
    described = each(roles, articles.describe, articles.Article)
    described = described.assign(event_id="e1", telling="Post")
    split = each(roles, sentences.split, sentences.Sentence)
    starts = [i for i in range(len(TEXT)) if TEXT.startswith("Oslo", i)]
    mentions = pd.DataFrame({"start": starts, "end": [s + 4 for s in starts], "text": "Oslo"})
    mentions = mentions.assign(article_id="a", sentence=1, entity=["Oslo", "Oslo", "Oslo city"])
    found = {"lines": roles, "sentences": split, "mentions": mentions, "claims": CLAIMS}
    return subcorpus.of(described, captures=captures, **found)


@pytest.mark.parametrize(
    ("row", "was", "places"),
    [
        (correction("line", "nav", "a", 3), "body", 1),
        (correction("article", "The Post", "a", "outlet"), "", 1),
        (correction("event", "e2", "a"), "e1", 1),
        (correction("entity", "Oslo city", was="Oslo"), "Oslo", 2),
        (correction("entity", "Oslo (Norway)", "a", 9), "Oslo", 1),
        (correction("entity", "", was="Oslo city"), "Oslo city", 1),
        (correction("claim", "people who met", was="envoys"), "envoys", 1),
        (correction("fact", "they met", "a", "27-33"), "", 1),
        (correction("naming", "envoys", place="who met", was="envoys"), "", 1),
    ],
)
def test_changes_are_shown_before_and_after(whole, row, was, places):
    changed = corrections.changes(whole, [row])
    assert len(changed) == places
    assert changed["becomes"].unique().tolist() == [row.becomes]
    if row.subject != "line":
        assert changed["was"].unique().tolist() == [was]
    for place in changed.itertuples():
        assert TEXT[place.start : place.end] == place.text


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (correction("mood", "x"), "unknown subject 'mood'"),
        (correction("line", "headlin", "a", 1), "unknown role 'headlin'; known: headline"),
        (correction("line", "nav", "a", 99), "changes nothing: line a 99"),
        (correction("line", "", "a", 1), "says nothing new"),
        (correction("line", "nav", "b", 1), "no article 'b' .*; there: a"),
        (correction("article", "x", "a", "mood"), "unknown field 'mood'; known: headline"),
        (correction("entity", "Bergen", was="Rome"), "changes nothing: entity 'Rome'"),
        (correction("entity", "Oslo", was="Oslo"), "changes nothing"),
        (correction("entity", "Oslo"), "names nothing; give what it was"),
        (correction("entity", "Oslo", "a"), "names nothing"),
        (correction("claim", "dead"), "names nothing"),
        (correction("fact", "x", "a", "here"), "place like 120-160, not 'here'"),
    ],
)
def test_what_would_change_nothing_is_told(whole, row, message):
    with pytest.raises(ValueError, match=message):
        corrections.changes(whole, [row])


@pytest.mark.parametrize(
    ("row", "apply"),
    [
        (correction("entity", "Oslo city", was="Oslo"), "names"),
        (correction("entity", "", was="Oslo city"), "names"),
        (correction("entity", "Bergen", "a", 9), "names"),
        (correction("entity", "Bergen", was="Rome"), "names"),
        (correction("claim", "people who met", was="envoys"), "claims"),
        (correction("claim", "people who met", "a", 40), "claims"),
        (correction("claim", "x", was="y"), "claims"),
        (correction("line", "nav", "a", 3), "captures"),
        (correction("line", "body", "a", 3), "captures"),
        (correction("article", "The Post", "a", "outlet"), "captures"),
        (correction("article", "", "a", "outlet"), "captures"),
        (correction("fact", "they met", "a", "27-33"), "captures"),
    ],
)
def test_the_preview_says_what_is_applied(whole, row, apply):
    try:
        shown = len(corrections.changes(whole, [row]))
    except ValueError:
        shown = 0
    rows, tables_ = pd.DataFrame([row]), whole.tables
    if apply == "names":
        merged = tables_["mentions"].assign(event_id="e1", entity_id=tables_["mentions"]["entity"])
        done = entities.changes(merged, rows)
    elif apply == "claims":
        done = claims.changes(CLAIMS, whole.articles, rows)
    else:
        done = ingest.corrected(rows, CAPTURES)
    assert done["changed"].tolist() == [shown]


def test_nothing_to_correct_changes_nothing(whole):
    assert list(corrections.changes(whole, []).columns) == list(corrections.CHANGE)


@pytest.mark.parametrize("subject", ["line", "article", "event", "entity", "claim", "fact"])
def test_every_thing_on_offer_can_be_put_right(whole, subject):
    offered = correctable.things(whole, subject)
    assert len(offered)
    for thing in offered.itertuples():
        new = "caption" if subject == "line" else "something else"
        row = correction(subject, new, thing.article_id, thing.place, thing.was)
        assert len(corrections.changes(whole, [row])) == thing.n


ONE = correction("line", "nav", "a", 3, note="a kicker, “World News”")
OTHER = correction("entity", "Oslo", was="Oslo city, the town")


def test_rows_are_read_back_as_they_were_written(tmp_path):
    corrections.write(tmp_path, [ONE])
    written = corrections.write(tmp_path, [OTHER])
    assert written["outcome"].tolist() == ["new"]
    assert files.corrections(tmp_path) == [ONE, OTHER]
    assert [p.name for p in tmp_path.iterdir()] == ["corrections.csv"]


def test_nothing_stands_twice_and_the_last_word_counts(tmp_path):
    corrections.write(tmp_path, [ONE, ONE])
    other = ONE._replace(was="body", becomes="promo")
    again = corrections.write(tmp_path, [ONE, other])
    assert again["outcome"].tolist() == ["already there", "instead of 'nav'"]
    assert [row.becomes for row in files.corrections(tmp_path)] == ["promo"]


def test_a_correction_can_be_taken_back(tmp_path):
    corrections.write(tmp_path, [ONE, OTHER])
    left = corrections.take_back(tmp_path, [ONE])
    assert files.corrections(tmp_path) == [OTHER]
    assert left["subject"].tolist() == ["entity"]


def test_values_stay_on_one_line(tmp_path):
    corrections.write(tmp_path, [correction("fact", "two\n\nlines\u2028more", "a", "1-2")])
    assert files.corrections(tmp_path)[0].becomes == "two lines more"


def test_a_spreadsheets_byte_order_mark_stays(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("subject,article_id,place,becomes\nline,a,1,nav\n", encoding="utf-8-sig")
    corrections.write(tmp_path, [OTHER])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(files.corrections(tmp_path)) == 2


def test_an_interruption_leaves_the_old_file(tmp_path, monkeypatch):
    corrections.write(tmp_path, [ONE])

    def interrupted(self, target):
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        corrections.write(tmp_path, [OTHER])
    assert files.corrections(tmp_path) == [ONE]


def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text("subject,article_id,place,becomes\nline,a\n", encoding="utf-8")
    with pytest.raises(ValueError, match="corrections.csv, line 2"):
        corrections.write(tmp_path, [ONE])
    assert path.read_text(encoding="utf-8").endswith("line,a\n")


def test_a_role_that_is_put_right_is_read(whole, tmp_path):
    corrections.write(tmp_path, [correction("line", "caption", "a", 1)])
    given = [SimpleNamespace(**row._asdict()) for row in files.corrections(tmp_path)]
    assert lines.classify(TEXT, given)[0].role == "caption"


@pytest.mark.parametrize(("form", "times"), [("Oslo", 3), ("envoys met", 1), ("word", 0), ("…", 0)])
def test_a_name_of_a_thing_is_counted_where_it_stands(form, times):
    rows = pd.DataFrame([correction("naming", "city", place="where", was=form)])
    assert ingest.corrected(rows, CAPTURES)["changed"].tolist() == [times]


def test_a_row_that_two_notebooks_speak_of_counts_once(tmp_path):
    told = tables.open(tmp_path)
    fact = pd.DataFrame([correction("fact", "they met", "a", "27-33")])
    told.write("corrected_articles", corrections.applied(fact, [1]))
    told.write("corrected_facts", corrections.applied(fact, [2]))
    assert corrections.effects(told)["changed"].tolist() == [2]


def test_a_topic_has_many_forms(tmp_path):
    rows = [correction("naming", form, place="talks", was=form) for form in ("talks", "parley")]
    assert list(corrections.write(tmp_path, rows)["outcome"]) == ["new", "new"]
    assert len(files.corrections(tmp_path)) == 2


def test_a_proposed_name_can_be_accepted(whole):
    use = dict(event_id="e1", rank=1, set="talks / parley", head="talks", n=2, text="Talks")
    proposed = pd.DataFrame([use, use | {"head": "parley", "n": 1, "text": "parley"}])
    there = whole._replace(tables=whole.tables | {"naming_sets": proposed})
    rows = correctable.things(there, "naming")
    assert list(zip(rows["place"], rows["was"], rows["n"], strict=True)) == [
        ("talks / parley", "parley", 1),
        ("talks / parley", "talks", 2),
    ]


def test_what_each_correction_changed_is_added_up_over_the_parts():
    rows = [("entity", "", "", was, "Lee", "") for was in ("Li", "Le")]
    given = pd.DataFrame(
        [*rows, ("line", "a", "3", "body", "dek", "")], columns=list(files.Correction._fields)
    )
    names = given[given["subject"] == "entity"]
    parts = [corrections.applied(names, changed) for changed in ([1, 0], [2, 0], [0, 5])]
    whole = corrections.summed(pd.concat(parts, ignore_index=True), given)
    assert list(whole["was"]) == ["Li", "Le"] and list(whole["changed"]) == [3, 5]
    assert corrections.summed(whole.head(0), given).empty
