"""Versions of a statement, what was cut, whose words, and who the sources are."""

import csv
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

import pandas as pd
import pytest
from hypothesis import example, given, strategies as st
from pandas.testing import assert_frame_equal

from tellings import tables
from tellings.compare import quotes as across
from tellings.compare.quotes import (
    likeness,
    matching,
    repeats,
    sources,
    speakers,
    synopsis,
    versions,
    voices,
    wording,
)
from tellings.compare.quotes.versions import operations, words_of
from tellings.find import mentions, quotes
from tellings.parallel import each
from tellings.read import lines
from tellings.read.sentences import Sentence, of, split

GOLD = Path(__file__).parents[2] / "gold"
EVENTS = {"000": "18", "001": "18", "002": "18", "003": "1", "004": "1"}


def corpus(texts, events=None, sentences=of):
    """Quotes, sentences and articles of texts by article_id."""
    events = events or dict.fromkeys(texts, "e")
    read = {a: sentences(t) for a, t in texts.items()}
    said = tables.frame((q for a in texts for q in quotes.find(read[a])), quotes.Quote)
    said.insert(0, "article_id", [a for a in texts for _ in quotes.find(read[a])])
    rows = tables.frame((s for a in texts for s in read[a]), Sentence)
    rows.insert(0, "article_id", [a for a in texts for _ in read[a]])
    articles = pd.DataFrame(
        [dict(article_id=a, event_id=events[a], outlet=a, telling=f"The {a}") for a in texts]
    )
    return said, rows, articles


FULL = "“We left the port at noon and the crews went home by train,” Ms. Lee said."
TEXTS = {
    "a": FULL,
    "b": "Ms. Lee said “we left the port at noon and the crews went home.”",
    "c": "“We left the port at night and the crews went home by train,” said Lee.",
    "d": "Mr. Roe said “we left the port at noon and the crews went home by train.”",
}
APART = dict(a="e", b="e", c="e", d="f")


@pytest.fixture(scope="module")
def statements():
    said, _, articles = corpus(TEXTS, APART)
    return across.statements(said, articles)


def test_versions_are_grouped_inside_an_event(statements):
    by = statements.set_index("article_id")["statement"]
    assert by["a"] == by["b"] == by["c"] != by["d"]


def test_the_fullest_version_is_marked(statements):
    assert statements.groupby("statement")["fullest"].sum().eq(1).all()
    assert statements.set_index("article_id")["fullest"]["a"]


def test_words_in_another_event_are_said_again(statements):
    (again,) = across.said_again([statements])
    assert list(again["event_id"]) == ["e", "f"] and list(again["pair"]) == [1, 1]
    assert again["likeness"].tolist() == [1.0, 1.0]


@given(
    st.lists(
        st.tuples(st.sampled_from("efg"), st.lists(st.sampled_from("ab cd ef gh the".split()))),
        max_size=across.MOST,
    )
)
@example(
    [("e", ["the", "ab"]), ("f", ["the", "ab", "cd"]), ("g", ["ab", "cd"])]
)  # one tells little
@example([("e", "ab ab cd ef gh".split()), ("f", "cd ab cd ef gh".split())])  # by the last run too
def test_what_is_said_again_is_every_pair_of_two_events_that_is_alike(said):
    rows = [(e, f"{n}", n, " ".join(w), "direct", True, "") for n, (e, w) in enumerate(said)]
    columns = "event_id article_id start text form fullest speaker".split()
    table = pd.DataFrame(rows, columns=columns).assign(end=0)
    (again,) = across.said_again([table])
    again = again.groupby("pair")["start"].agg(tuple)
    alike = {
        (a, b)
        for (e, a), (f, b) in combinations(sorted((e, n) for n, (e, _) in enumerate(said)), 2)
        if e != f and likeness(*(words_of(table["text"][n]).keys for n in (a, b))) >= across.ALIKE
    }
    assert set(again) == alike


@given(*[st.lists(st.sampled_from("ab cd ef gh".split()), max_size=9).map(tuple)] * 2)
@example(("ab", "cd", "ef", "gh", "ab"), ("ef", "gh", "ab", "ab", "cd", "ef"))  # in another order
@example(("ab", "cd", "ef", "gh"), ("ab", "cd", "ef", "gh", "ab"))  # as few as can be alike
def test_words_that_cannot_be_alike_are_not(one, other):
    assert matching.may_be_alike(_runs(one), _runs(other)) or likeness(one, other) < across.ALIKE


@pytest.mark.parametrize(
    "one, other",
    [
        ("ab cd ef gh", "ab cd ef ab"),  # three in a row
        ("ab cd ef gh cd gh ef ab", "ab cd ef gh ab ab cd cd gh"),  # four of eight, in two runs
    ],
)
def test_words_of_which_too_few_stand_in_runs_cannot_be_alike(one, other):
    assert not matching.may_be_alike(*[_runs(tuple(words.split())) for words in (one, other)])


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The runs of RUN words, from the first on."""
    return list(zip(*[words[n:] for n in range(matching.RUN)], strict=False))


def test_a_stock_phrase_makes_no_pair_of_each_two_events():
    texts = {f"{n:02}": FULL for n in range(3 * across.MOST)}
    said, _, articles = corpus(texts, {a: a for a in texts})
    found = across.statements(said, articles)
    (again,) = across.said_again([found])
    assert set(again["event_id"]) == set(texts) and again["pair"].max() < 2 * len(texts)


def test_words_that_have_little_but_a_phrase_in_common_are_not_compared(monkeypatch):
    texts = {"a": FULL, "b": "“We left the port and never saw a crew go home,” said Ida Bern."}
    said, _, articles = corpus(texts, {a: a for a in texts})
    found = across.statements(said, articles)
    monkeypatch.setattr(repeats, "likeness", None)
    (again,) = across.said_again([found])
    assert again.empty


def test_pairs_come_in_parts_however_many_runs_are_held(statements, monkeypatch):
    texts = {f"{n:02}": FULL for n in range(19)}
    said, _, articles = corpus(texts, {a: a for a in texts})
    found = across.statements(said, articles)
    (whole,) = across.said_again([found])
    monkeypatch.setattr(repeats, "_AT_ONCE", 10)
    monkeypatch.setattr(repeats, "_RUNS", 7)
    monkeypatch.setattr(repeats, "_FIRST", 2)
    parts = list(across.said_again([found]))
    assert [len(rows) for rows in parts] == [20, 20, 20, 10]
    pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole)


def test_it_is_told_who_cut_and_who_changed(statements):
    cuts = across.cuts(statements, across.differences(statements)).set_index("article_id")
    assert cuts["relation"].to_dict() == {"a": "fullest", "b": "cut", "c": "reworded"}
    assert cuts["missing"]["b"] == "by train"
    assert (cuts["kept"]["b"], cuts["dropped"]["b"], cuts["changed"]["c"]) == (11, 2, 1)


def test_the_runs_of_a_statement_stand_in_the_same_columns(statements):
    table = synopsis.runs(across.differences(statements))
    size = table.groupby("article_id")["column"].nunique()
    assert size.nunique() == 1
    texts = table[table["operation"] != "dropped"].groupby("article_id")["text"].agg(" ".join)
    assert texts["b"] == "we left the port at noon and the crews went home ."
    assert "night" in texts["c"]


@pytest.mark.parametrize(
    ("fullest", "version"),
    [
        ("They left the port [and] went home.", "They left the port went home."),
        ("They left the port [of Lund] at noon.", "They left the port at noon."),
        ("[The crews] left the port at noon.", "left the port at noon."),
        ("They left the port at noon.", "They left [...] the port at noon."),
        ("They left it [the port] at noon.", "They left it [in May] at noon."),
    ],
)
def test_words_that_an_editor_put_in_brackets_are_neither_dropped_nor_added(fullest, version):
    steps = list(operations(fullest, version))
    assert {s.operation for s in steps} == {"kept"}


LONG = "“The queen of rage is a name for wrestlers and for no one else,” said Ida Bern."


@pytest.mark.parametrize(
    ("short", "one"),
    [
        ("Ms. Bern spoke of “the queen of rage.”", True),
        ("She spoke of “the queen of rage,” Bern said.", True),
        ("The mayor told us of “the queen of rage.”", True),
        ("The cover’s headline reads, “The queen of rage.”", False),
        ("The poster bore “the queen of rage” in May.", False),
        ("Jan Voss said it was “the queen of rage” that he saw.", False),
        ("A letter said that “the queen of rage” had come.", False),
    ],
)
def test_a_few_words_are_a_version_only_of_the_same_speaker(short, one):
    said, _, articles = corpus({"a": LONG, "b": short})
    marked = across.statements(said[said["form"] != "indirect"], articles)
    assert (marked["statement"].nunique() == 1) is one


def test_a_long_quote_is_taken_sentence_by_sentence():
    text = "“The crews left the port at noon. The boats came back at night,” Lee said."
    said, _, articles = corpus({"a": text})
    table = across.statements(said, articles)
    assert len(table) == 2 and table["statement"].nunique() == 2
    assert [text[r.start : r.end] for r in table.itertuples()] == list(table["text"])


@pytest.mark.parametrize(
    "one, other, alike",
    [
        ("the crews left at noon", "the crews left at noon and then came back", True),
        ("The U.S. follow-up talks began", "the US follow up talks began", True),
        ("constructive engagement", "they had constructive engagement on Monday", True),
        ("on the", "they sat on the roof", False),
        ("the crews left", "the boats came", False),
        ("in the port of the town", "in the name of the king", False),
    ],
)
def test_likeness_asks_for_runs_of_words(one, other, alike):
    keys = words_of(one).keys, words_of(other).keys
    assert (across.likeness(*keys) >= across.ALIKE) == alike
    assert across.likeness(*keys) == across.likeness(*keys[::-1])


@pytest.mark.parametrize(
    "full, version, steps",
    [
        ("We met today.", "We met today.", [("kept", "We met today.", "We met today.")]),
        (
            "We met today.",
            "We met today,",
            [("kept", "We met", "We met"), ("changed", "today.", "today,")],
        ),
        ("We met today.", "We met", [("kept", "We met", "We met"), ("dropped", "today.", "")]),
        (
            "We met",
            "So we met",
            [("added", "", "So"), ("changed", "We", "we"), ("kept", "met", "met")],
        ),
        ("...", "We met.", [("added", "", "We met.")]),
        ("", "We met.", [("added", "", "We met.")]),
        ("We met.", "...", [("dropped", "We met.", "")]),
        ("the US says", "the U.S. says", None),
        ("a follow-up talk", "a follow up talk", None),
        ("our boats left", "our ships left", None),
    ],
)
def test_word_operations(full, version, steps):
    found = [(s.operation, s.was, s.becomes) for s in operations(full, version)]
    if steps is not None:
        assert found == steps
    else:
        assert next(f for f in found if f[0] != "kept")[0] == "changed"


@pytest.mark.parametrize(
    "full, version, what",
    [
        ("US aid", "U.S. aid", "form"),
        ("the talks", "The talks", "form"),
        ("a talk", "a row", "words"),
    ],
)
def test_a_change_of_form_is_told_from_one_of_words(full, version, what):
    assert [s.what for s in operations(full, version) if s.operation == "changed"] == [what]


TEXT = st.lists(
    st.sampled_from(
        ["the", "US", "U.S.", "boats", "left", "Left", "port,", "follow-up", "noon", "noon."]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(TEXT, TEXT)
def test_no_word_is_lost_between_two_versions(full, version):
    steps = list(operations(full, version))
    was = " ".join(s.was for s in steps if s.last > s.first)
    becomes = " ".join(s.becomes for s in steps if s.first < s.last or s.operation == "added")
    assert words_of(was).keys == words_of(full).keys
    assert words_of(becomes).keys == words_of(version).keys
    assert all(version[s.start : s.end] == s.becomes for s in steps)


@given(TEXT, TEXT)
def test_a_run_that_is_written_alike_is_kept_as_word_by_word_it_would_be(full, version):
    at_once = list(operations(full, version))
    with patch.object(versions, "_as_written", lambda *_: object()):
        word_by_word = list(operations(full, version))
    assert at_once == word_by_word


@given(TEXT)
def test_a_copy_is_what_difflib_takes_for_one(text):
    keys = words_of(text).keys
    found = versions.opcodes(keys, keys)
    assert found == SequenceMatcher(None, keys, keys, autojunk=False).get_opcodes()


@given(st.lists(TEXT, max_size=6))
def test_stretches_that_are_alike_meet(texts):
    found = [words_of(text).keys for text in texts]
    met = matching.meeting(found)
    for a, b in combinations(range(len(found)), 2):
        assert likeness(found[a], found[b]) < across.ALIKE or (b in met[a] and a in met[b])


def test_events_taken_one_by_one_have_the_statements_of_all():
    said, _, articles = corpus(TEXTS, dict(a="e", b="e", c="f", d="f"))
    whole = across.statements(said, articles)
    parts = [across.statements(said, own) for _, own in articles.groupby("event_id")]
    assert_frame_equal(pd.concat(parts, ignore_index=True), whole)
    steps = [across.differences(part) for part in parts]
    assert_frame_equal(pd.concat(steps, ignore_index=True), across.differences(whole))


def test_nothing_in_gives_nothing_out():
    said, rows, articles = corpus({"a": "Rain fell."})
    table = across.statements(said, articles)
    differences = across.differences(table)
    assert list(table.columns[4:]) == list(across.Version._fields) and table.empty
    assert across.cuts(table, differences).empty and synopsis.runs(differences).empty
    assert [len(rows) for rows in across.said_again([table])] == [0]
    assert speakers.tally(said, articles).empty
    assert "Nobody" in _largest([speakers.tally(said, articles)])
    table = voices.counts(said, rows, articles)
    assert table.set_index("voice")["share"].to_dict() == {
        "own": 1.0,
        "attributed": 0.0,
        "quoted": 0.0,
    }


def test_a_telling_without_words_has_no_share():
    said, rows, articles = corpus({"a": ""})
    table = voices.counts(said, rows, articles)
    assert table["words"].sum() == 0 and table["share"].isna().all()


def test_every_word_has_one_voice():
    said, rows, articles = corpus({"a": "The port is shut, Lee said. Rain fell on “old” boats."})
    table = voices.counts(said, rows, articles).set_index("voice")["words"]
    assert table.to_dict() == {"own": 6, "attributed": 4, "quoted": 1}


@pytest.mark.parametrize(
    "speaker, source",
    [
        ("US President Joe Biden", ("Joe Biden", "United States", "named")),
        ("Mr. Biden", ("Biden", "", "named")),
        ("the White House", ("White House", "United States", "institution")),
        ("A White House readout of the meeting", ("White House", "United States", "institution")),
        ("the joint statement", ("a statement", "", "institution")),
        ("President Ida Bern herself", ("Ida Bern", "", "named")),
        ("the officials themselves", ("unnamed officials", "", "unnamed")),
        ("an account", ("an account", "", "institution")),
        ("Ms. Ode’s account", ("Ode", "", "named")),
        ("Ida Bern's tweet on Monday", ("Ida Bern", "", "named")),
        ("the port’s report", ("a report", "", "institution")),
        ("her statement", ("a statement", "", "institution")),
        ("a U.S. official", ("unnamed officials", "United States", "unnamed")),
        ("Israeli sources", ("unnamed sources", "Israel", "unnamed")),
        ("experts", ("unnamed experts", "", "unnamed")),
        ("The US and Israel", ("US and Israel", "Israel and United States", "institution")),
        ("Mother of two Ida Bern", ("Ida Bern", "", "named")),
        ("owner of 14 pubs Ida Bern, 41", ("Ida Bern", "", "named")),
        ("a mother of two", ("unnamed mothers", "", "unnamed")),
        ("one of two officials", ("one", "", "unnamed")),
        ("they", ("", "", "not told")),
        ("", ("", "", "not told")),
    ],
)
def test_a_speakers_words_tell_a_source(speaker, source):
    assert tuple(sources.describe(speaker)) == source


def test_a_pronoun_and_the_official_are_taken_over_inside_an_article():
    text = "A Dutch official said it was shut. She said it was old. The official said it was late."
    said, _, articles = corpus({"a": text, "b": "She said the port was shut."})
    tally = speakers.tally(said, articles)
    assert list(tally["source"]) == ["unnamed officials", ""]
    assert list(tally["rows"]) == [3, 1] and tally["side"][0] == "Netherlands"


@pytest.mark.parametrize(
    ("texts", "sources"),
    [
        (
            {
                "a": "Gov. Ida Bern said it was late. The governor said it was old. He said it was "
                "shut.",
                "b": "Gov. Jan Voss said the port was shut.",
            },
            ["Ida Bern", "Jan Voss"],
        ),
        ({"a": "The governor said it was old. Gov. Ida Bern said it was late."}, ["Ida Bern"]),
        ({"a": "Prof. Jan Voss said it was late.", "b": "The professor said no more is due."}, 0),
        ({"a": "Sen. Ida Bern said it was late. The former senator said it was old."}, 0),
        ({"a": "Gen. Jan Voss said it was late. A general said it was old."}, 0),
        ({"a": "Vice President Jan Voss said it was late. The president said it was old."}, 0),
        ({"a": "President Jan Voss said it was late. The vice president said it was old."}, 0),
        ({"a": "Foreign Minister Ida Bern said it was late. The minister said no."}, ["Ida Bern"]),
        ({"a": "Lund Governor Says Port Is Shut. Gov. Ida Bern said it was late."}, ["Ida Bern"]),
    ],
)
def test_the_governor_is_the_one_whom_the_article_calls_gov(texts, sources):
    said, _, articles = corpus(texts)
    tally = speakers.tally(said, articles)
    if sources:
        assert list(tally["source"]) == sources and set(tally["standing"]) == {"named"}
    else:
        assert len(set(tally["source"])) == 2


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("President", "Ida Bern"),
        ("former President", "president"),
        ("Vice President", "president"),
        ("", "president"),
    ],
)
def test_the_president_is_whom_the_article_calls_so_though_she_does_not_speak(title, source):
    said, _, articles = corpus({"a": "The president said it was late."})
    named = pd.DataFrame([dict(article_id="a", start=90, end=99, kind="PERSON", title=title)])
    tally = speakers.tally(said, articles, named.assign(entity="Ida Bern"))
    assert list(tally["source"]) == [source]


@pytest.mark.parametrize("owner", ["His", "Her", "His own", "She herself", "They"])
def test_whose_claim_it_is_is_the_one_before(owner):
    said, _, articles = corpus({"a": "Ms. Toru Bern said it was late. He said it was old."})
    tally = speakers.tally(said.assign(speaker=["Ms. Toru Bern", owner.split()[0]]), articles)
    assert set(tally["source"]) == {"Toru Bern"}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Anna Lind said it was late. Ms van der Roe was angry. “We won,” she said.", "Roe"),
        ("Anna Lind said it was late. She met the crew at home. “We won,” she said.", "Anna Lind"),
        ("Anna Lind said it was late. The cook, Toru Roe, wept. “We won,” he said.", "Toru Roe"),
        ("The report said it was late. Anna Lind wept. “We won,” she said.", "Anna Lind"),
        (
            "Vale Ltd said it was late. Anna Lind wept at home. It said the port was shut.",
            "Vale Ltd",
        ),
        ("Anna Lind said it was late. It said the port was shut.", ""),
        ("John Lind said it was late. “We won,” she said.", ""),
        ("A study said it was late. They said the port was shut.", ""),
        ("Crews said it was late. They said the port was shut.", "Crews"),
    ],
)
def test_a_pronoun_speaks_for_whom_it_fits(text, source):
    split = pd.DataFrame([s._asdict() | {"article_id": "a"} for s in of(text)])
    articles = pd.DataFrame({"article_id": ["a"], "event_id": ["e"], "outlet": ["A"]})
    said = each(split, quotes.find, quotes.Quote).merge(articles, on="article_id")
    named = each(split, mentions.find, mentions.Mention)
    assert list(speakers.named(said, named)["source"])[-1] == source


def test_words_of_nobody_are_nobody_s():
    said, _, articles = corpus({"a": "The “old port” was shut. Gov. Ida Bern said it was late."})
    named = pd.DataFrame([dict(article_id="a", start=90, end=99, kind="PERSON", title="")])
    tally = speakers.tally(said.assign(speaker=""), articles, named.assign(entity="Ida Bern"))
    assert set(tally["standing"]) == {"not told"}


def test_a_person_has_the_fullest_name_of_the_event():
    said, _, articles = corpus(
        {"a": "French minister Ann Lee said it was late.", "b": "Ms. Lee said the port was shut."}
    )
    tally = speakers.tally(said, articles)
    assert list(tally["source"]) == ["Ann Lee"] * 2 and list(tally["side"]) == ["France"] * 2


def test_a_speaker_is_the_merged_person_whose_mention_it_ends_in():
    text = "Lee’s lawyer said it was early. Ms. Lee said it was shut. Just said it was late."
    said, _, articles = corpus({"a": text})
    lee = [at for at in range(len(text)) if text.startswith("Lee", at)]
    mentions = pd.DataFrame(
        [("a", at, at + 3, "PERSON", "Ann B. Lee") for at in lee],
        columns=["article_id", "start", "end", "kind", "entity"],
    )
    sources = list(speakers.tally(said, articles, mentions)["source"])
    assert sources == ["unnamed lawyers", "Ann B. Lee", ""]


def test_two_persons_of_one_surname_are_kept_apart():
    text = "Ann Lee said it was late. Bob Lee said it was early. Ms. Lee said it was shut."
    said, _, articles = corpus({"a": text})
    assert list(speakers.tally(said, articles)["source"]) == ["Ann Lee", "Bob Lee", "Lee"]


def test_the_minister_is_the_one_whom_the_event_calls_so():
    said, _, articles = corpus(
        {"a": "French minister Ann Lee said it was late.", "b": "The minister said it was shut."}
    )
    assert set(speakers.tally(said, articles)["source"]) == {"Ann Lee"}


@pytest.fixture(scope="module")
def of_seeds(seeds):
    said, _rows, articles = corpus(seeds, EVENTS, lambda text: split(lines.classify(text)))
    return across.statements(said, articles)


def gold():
    with (GOLD / "quote_versions.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_versions_of_the_seeds_are_grouped(of_seeds):
    marked = of_seeds[of_seeds["form"] != "indirect"]
    at = {(r.article_id, r.start, r.end): r.statement for r in marked.itertuples()}
    groups = {}
    for row in gold():
        groups.setdefault(row["group"], set()).add(
            at[row["article"], int(row["start"]), int(row["end"])]
        )
    assert [len(g) for g in groups.values()] == [1, 1, 1]
    assert len(set().union(*groups.values())) == 3
    assert len(across.shared(marked)) == len(gold())


def test_an_article_cuts_only_what_it_never_quotes():
    whole = "We will not leave the old port before the storm has come."
    rows = [
        ("a", 0, whole),
        ("b", 0, "We will not leave the old port"),
        ("b", 90, "before the storm has come."),
        ("c", 0, "We will not leave the old port"),
    ]
    said = pd.DataFrame(
        [
            {"article_id": a, "sentence": 1, "start": at, "end": at + len(text), "text": text}
            | {
                "form": "partial",
                "speaker": "Lee",
                "statement": "storm:1",
                "fullest": text == whole,
            }
            | {"event_id": "storm", "outlet": a, "telling": a}
            for a, at, text in rows
        ]
    )
    cuts = across.cuts(said, across.differences(said)).set_index(["article_id", "start"])
    assert dict(cuts["relation"]) == {
        ("a", 0): "fullest",
        ("b", 0): "part",
        ("b", 90): "part",
        ("c", 0): "cut",
    }
    assert list(cuts["missing"]) == ["", "", "", "before the storm has come."]


def test_the_word_operations_of_the_seeds_are_right(of_seeds):
    differences = across.differences(of_seeds)
    cuts = across.cuts(of_seeds, differences)
    cuts["relation"] = cuts["relation"].replace({"fullest": "reference", "part": "cut"})
    relations = cuts.set_index(["article_id", "start"])["relation"]
    for row in gold():
        steps = differences[
            (differences["article_id"] == row["article"])
            & (differences["version"] == int(row["start"]))
        ]
        missing = steps["operation"].isin(["dropped", "elsewhere"])
        dropped = "; ".join(steps.loc[missing, "was"])
        changed = steps[steps["operation"] == "changed"]
        assert dropped == row["dropped"]
        assert "; ".join(changed["was"] + ">" + changed["becomes"]) == row["changed"]
        assert relations[row["article"], int(row["start"])] == row["relation"]


def test_a_doubted_quote_is_cut_or_left_out_and_the_others_stay():
    said, _, _ = corpus({"a": "Lee said tides are low. Ode said aid was late.", "b": FULL})
    first, second, third = said.itertuples(index=False)
    rows = [(*first[1:5], first.speaker, first.cue, "goes on past its clause", "tides are")]
    rows.append((*second[1:5], second.speaker, second.cue, "no clause", ""))
    doubts = tables.frame(rows, quotes.Doubt)
    doubts.insert(0, "article_id", "a")
    heard = across.heeded(said, doubts)
    assert list(heard["text"]) == ["tides are", third.text]
    assert list(heard["end"] - heard["start"]) == [9, len(third.text)]
    assert across.heeded(said, doubts.head(0)).equals(said)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“It is old,” she said in the town hall.", "No source with a name is quoted: the 3 words"),
        ("“It is old,” an official said.", "own go to unnamed officials."),
        ("“It is old,” said Olga Brandt.", "Most words go to Olga Brandt"),
    ],
)
def test_the_largest_source_is_one_with_a_name_or_none(text, words):
    said, _, articles = corpus({"a": text})
    tally = speakers.tally(said, articles)
    assert words in _largest([tally])
    nobody = "no source with a name is quoted" in wording.nothing(speakers.of_standings(tally))
    assert nobody == ("Olga Brandt" not in text)


def _largest(tallies: list[pd.DataFrame], called: dict[str, str] | None = None) -> str:
    """What is said of the largest source where the tally comes in these parts."""
    gathered = (
        pd.concat(map(of, tallies), ignore_index=True)
        for of in (speakers.of_standings, speakers.foremost)
    )
    return speakers.in_words(*gathered, called or {})


def test_what_is_said_of_sources_and_voices_is_the_same_of_parts():
    texts = {
        "a": "“It is old,” said Olga Brandt. “It will be closed in May,” an official said.",
        "b": "“It is old and it leaks,” said Olga Brandt. Rain fell.",
        "c": "“Nobody asked us what it costs,” said Per Holm.",
    }
    said, rows, articles = corpus(texts)
    articles["event_id"] = ["one", "one", "two"]
    called = {"one": "Bridge", "two": "Tunnel"}
    tally, words = speakers.tally(said, articles), voices.counts(said, rows, articles)
    whole = _largest([tally], called)
    assert "Most words go to Olga Brandt (9, Bridge); sources without a name have 29%" in whole
    assert _largest([part for _, part in tally.groupby("event_id")], called) == whole
    ends = voices.ends(words)
    assert "of 3 articles: own 33% (The c) to 45% (The b); attr" in voices.in_words(ends)
    parts = [voices.ends(part) for _, part in words.groupby("event_id")]
    assert voices.in_words(pd.concat(parts, ignore_index=True)) == voices.in_words(ends)
