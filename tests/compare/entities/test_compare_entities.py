"""Entities across the tellings of an event: merged by name, corrected, counted with intervals."""

import csv
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import entities
from tellings.compare.entities import rosters, searching, wording
from tellings.find import mentions
from tellings.parallel import each
from tellings.read import lines, sentences
from tellings.read.files import Correction
from tellings.read.sentences import Sentence, of

ROOT = Path(__file__).parents[3]


def corpus(tellings: dict[str, str], events: dict[str, str] | None = None):
    """Articles, sentences and mentions of texts by article_id; the outlet is its first letter."""
    ids = list(tellings)
    articles = pd.DataFrame(
        {
            "article_id": ids,
            "event_id": [(events or {}).get(i, "e") for i in ids],
            "outlet": [i[0].upper() for i in ids],
            "telling": [i.upper() for i in ids],
        }
    )
    rows = pd.concat(
        [tables.frame(of(t), Sentence).assign(article_id=i) for i, t in tellings.items()],
        ignore_index=True,
    )
    found = each(rows, mentions.find, mentions.Mention).merge(articles, on="article_id")
    return articles, rows, found


def merged(*texts: str, corrections=None) -> list[str]:
    """The merged names of all mentions, text after text."""
    _, _, found = corpus({f"a{k}": text for k, text in enumerate(texts)})
    return list(entities.merge(found, corrections)["entity"])


def correction(**fields: str) -> dict:
    return dict.fromkeys(Correction._fields, "") | {"subject": "entity"} | fields


def corrected(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=Correction._fields)


# --- words to search in ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, words",
    [
        ("CNN|BBC: the U.S. Senate", "CNN | BBC the US Senate"),
        ("CNN|BBC: Tyre’s café", "CNN | BBC Tyre s cafe"),
        ("snake_case, 5-4", "snake case 5 4"),
    ],
)
def test_a_text_is_searched_word_by_word_in_ascii_and_beyond(text, words):
    assert searching.searchable(text).own == f" {words} "


# --- merging --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "texts, expected",
    [
        (["Marta Lind spoke.", "Ms. Lind left."], ["Marta Lind"] * 2),
        (["Ms. Lind left.", "Marta Lind spoke."], ["Marta Lind"] * 2),
        (["Kim Jong Un spoke.", "Mr. Kim left.", "Kim Jong-un ate."], ["Kim Jong Un"] * 3),
        (["Bill Gold spoke.", "William Gold spoke.", "Mr. Gold spoke."], ["William Gold"] * 3),
        (["Mr. Volodymyr Zelenskyy spoke.", "Mr. Zelensky left."], ["Volodymyr Zelenskyy"] * 2),
        (["President Bill Clinton and Mrs. Hillary Clinton ate.", "Mrs. Clinton left."],
         ["Bill Clinton", "Hillary Clinton", "Hillary Clinton"]),
        (["The RWT met.", "The Rural Water Trust (RWT) met."], ["Rural Water Trust"] * 3),
        (["The US left.", "America left."], ["United States"] * 2),
        (["Ms. Okafor left."], ["Okafor"]),
        (["Lind wins\nIt rained.", "Marta Lind spoke."], ["Marta Lind"] * 2),
    ],
)  # fmt: skip
def test_names_of_one_event_are_merged(texts, expected):
    assert merged(*texts) == expected


def test_events_are_never_merged_with_each_other():
    _, _, found = corpus({"a": "Marta Lind spoke.", "b": "Ms. Lind left."}, {"a": "x", "b": "y"})
    assert list(entities.merge(found)["entity"]) == ["Marta Lind", "Lind"]


def test_namesakes_of_one_event_keep_two_ids():
    _, _, found = corpus({"a": "Jane Smith spoke.", "b": "John Smith left."})
    assert entities.merge(found)["entity_id"].nunique() == 2


def test_a_person_and_a_country_of_one_name_stay_apart():
    _, _, found = corpus({"a": "Ms. Eva Jordan spoke.", "b": "Refugees arrived in Jordan."})
    assert entities.merge(found)["entity_id"].nunique() == 2


def test_merging_keeps_every_row_and_changes_no_input():
    _, _, found = corpus({"b": "Marta Lind spoke. Lind left.", "a": "Ms. Lind ate in Rafah."})
    before = found.copy()
    after = entities.merge(found)
    pd.testing.assert_frame_equal(found, before)
    kept = [c for c in found.columns if c != "entity"]
    pd.testing.assert_frame_equal(after[kept], before[kept])


def test_the_order_of_rows_does_not_matter():
    _, _, found = corpus({"a": "Marta Lind spoke. Lind left.", "b": "Ms. Lind ate in Rafah."})
    turned = entities.merge(found.iloc[::-1]).sort_index()
    pd.testing.assert_frame_equal(turned, entities.merge(found))


def test_an_event_split_in_two_calls_gives_the_same_rows():
    texts = {
        "a": "Marta Lind spoke.",
        "b": "Ms. Lind left.",
        "c": "Lind ate.",
        "d": "Eva Lind ate.",
    }
    _, _, found = corpus(texts, {"a": "x", "b": "x", "c": "y", "d": "y"})
    parts = [entities.merge(rows) for _, rows in found.groupby("event_id")]
    pd.testing.assert_frame_equal(pd.concat(parts), entities.merge(found))


# --- corrections ----------------------------------------------------------------------------------
def test_a_correction_joins_two_names():
    given = corrected(correction(was="Lindo", becomes="Marta Lind"))
    texts = ["Marta Lind spoke.", "Ms. Lindo left."]
    assert merged(*texts, corrections=given) == ["Marta Lind"] * 2
    _, _, found = corpus({"a": texts[0], "b": texts[1]})
    assert entities.merge(found, given)["entity_id"].nunique() == 1


def test_a_correction_undoes_a_wrong_merge():
    texts = ["Marta Lind spoke.", "Ms. Lind left."]
    given = corrected(correction(article_id="a1", place="4", was="Marta Lind", becomes="Eva Lind"))
    assert merged(*texts, corrections=given) == ["Marta Lind", "Eva Lind"]
    _, _, found = corpus({"a0": texts[0], "a1": texts[1]})
    assert entities.merge(found, given)["entity_id"].nunique() == 2


def test_a_correction_can_strike_out_what_is_no_name():
    given = corrected(correction(was="Lindo"))
    assert merged("Marta Lind met Ms. Lindo.", corrections=given) == ["Marta Lind"]


def test_a_correction_that_meets_nothing_is_told():
    given = corrected(
        correction(was="Lindo", becomes="Marta Lind"),
        correction(subject="line", was="8", becomes="body"),
        correction(was="Lindo", becomes="Eva Lind"),
        correction(article_id="a1", place="4", was="Marta Lind"),
    )
    texts = {"a0": "Marta Lind met Ms. Lindo.", "a1": "Ms. Lindo left."}
    found = entities.merge(corpus(texts)[2])
    told = entities.changes(found, given)
    assert list(told["changed"]) == [2, 0, 1]
    assert list(entities.corrected(found, given)["entity"]) == ["Marta Lind"] * 2


def test_corrections_of_other_subjects_and_other_events_change_nothing():
    given = corrected(
        correction(was="Elsewhere", becomes="X"), correction(subject="line", was="Lind")
    )
    assert merged("Marta Lind spoke.", corrections=given) == ["Marta Lind"]


# --- the tally ------------------------------------------------------------------------------------
def counted(texts: dict[str, str], fold=None, events=None) -> pd.DataFrame:
    articles, rows, found = corpus(texts, events)
    placed = entities.placed(entities.merge(found), rows)
    return entities.tally(placed, entities.story(articles, rows), fold)


def cells(table: pd.DataFrame) -> dict:
    return {(r.article_id, r.entity): r.mentions for r in table.itertuples()}


def test_every_telling_has_a_row_for_every_entity_of_its_event():
    table = counted({"a": "Rafah fell. Rafah fell.", "b": "Iran fell.", "c": "It rained."})
    assert cells(table) == {
        ("a", "Rafah"): 2, ("b", "Rafah"): 0, ("c", "Rafah"): 0,
        ("a", "Iran"): 0, ("b", "Iran"): 1, ("c", "Iran"): 0,
    }  # fmt: skip
    tables.typed(table, entities.Tally)


def test_first_place_headline_titles_and_forms_are_told():
    articles, rows, found = corpus(
        {"a": "Lind speaks in Lima\nOn Monday President Eva Lind spoke."}
    )
    rows["zone"] = ["headline", "body"]
    table = entities.tally(
        entities.placed(entities.merge(found), rows), entities.story(articles, rows)
    )
    row = table[table["entity"] == "Eva Lind"].iloc[0]
    assert (row["mentions"], row["first"], row["in_headline"]) == (2, 0.0, True)
    assert (row["titles"], row["forms"], row["start"]) == ("President", "Lind; Eva Lind", 0)


def test_an_absent_entity_has_no_place_and_an_upper_bound():
    row = (
        counted({"a": "Rafah fell.", "b": "It rained all day."}).query("article_id == 'b'").iloc[0]
    )
    assert row["mentions"] == row["per_1000_words"] == row["low"] == 0
    assert row["high"] == pytest.approx(1000 * 3.6889 / 4, rel=1e-4)
    assert row["first"] != row["first"] and row["start"] is pd.NA


@pytest.mark.parametrize(
    "fold, expected",
    [
        (None, {"Israel": 1, "Israelis": 1, "White House": 1, "United States": 1, "Washington": 1}),
        (["demonym"], {"Israel": 2, "White House": 1, "United States": 1, "Washington": 1}),
        (["metonym"], {"Israel": 1, "Israelis": 1, "White House": 1, "United States": 2}),
        (["demonym", "metonym", "government"], {"Israel": 2, "United States": 3}),
    ],
)
def test_folding_is_done_on_request_only(fold, expected):
    text = "Israel left the US. An Israeli ate. The White House ate. Washington said no."
    table = counted({"a": text}, fold)
    assert dict(zip(table["entity"], table["mentions"], strict=True)) == expected


def test_an_unknown_fold_is_refused():
    with pytest.raises(ValueError, match="unknown fold 'demonyms'; known: demonym, metonym, gov"):
        counted({"a": "Rafah fell."}, ["demonyms"])


def test_articles_without_story_words_are_refused():
    articles, _, found = corpus({"a": "Rafah fell."})
    with pytest.raises(ValueError, match="articles lack story_words. Hand in: entities.story"):
        entities.tally(entities.merge(found), articles)


def test_a_tally_needs_no_label_and_no_place():
    articles, rows, found = corpus({"a": "Rafah fell."})
    articles, found = (t.drop(columns="telling") for t in (articles, found))
    table = entities.tally(entities.merge(found), entities.story(articles, rows))
    assert cells(table) == {("a", "Rafah"): 1} and table["first"].isna().all()


def test_a_mention_without_its_sentence_is_refused():
    _, rows, found = corpus({"a": "Rafah fell. Iran fell."})
    with pytest.raises(ValueError, match="no sentence 2 of article a in sentences"):
        entities.placed(entities.merge(found), rows[:1])


# --- absences -------------------------------------------------------------------------------------
def absent(texts: dict[str, str], events=None, at_least: int = 2) -> pd.DataFrame:
    """Whom the outlets of these texts leave out."""
    articles, rows, found = corpus(texts, events)
    names = entities.merge(entities.in_small_letters(found, articles, rows))
    told = entities.tally(names, entities.story(articles, rows))
    return entities.left_out(told, names, rows, at_least)


def test_left_out_is_whom_two_other_outlets_name():
    row = absent({"a": "Rafah fell.", "b": "Rafah fell.", "c": "Iran fell."})
    assert row[["entity", "left_out_by", "named_by", "apart", "searched_for"]].values.tolist() == [
        ["Rafah", "C", "A, B", "place", "Rafah"]
    ]
    assert row["expected"].iloc[0] == pytest.approx(1.0)
    assert row["by_chance"].iloc[0] == pytest.approx(0.3679, abs=1e-4)


def test_two_files_of_one_outlet_are_one_outlet():
    texts = {"a1": "Rafah fell.", "a2": "It rained.", "c": "Iran fell."}
    assert absent(texts).empty
    assert list(absent(texts, at_least=1)["left_out_by"]) == ["A", "C"]


@pytest.mark.parametrize("outlet", ["Guardian", "The Guardian"])
def test_an_outlet_that_tells_only_another_part_of_the_corpus_is_known_as_one(outlet):
    told = {"a": "The Guardian wrote.", "b": "The Guardian wrote.", "c": "It rained.", "r": "Sun."}
    articles, rows, found = corpus(told, {"a": "x", "b": "x", "c": "x", "r": "y"})
    articles.loc[articles["article_id"] == "r", "outlet"] = outlet
    names, part = entities.merge(found), articles[articles["event_id"] == "x"]
    left_out = entities.tallied(articles)(names, part, rows)[1]
    assert left_out[["entity", "apart"]].values.tolist() == [["Guardian", "outlet"]]


def test_absence_does_not_reach_into_another_event():
    texts = {"a": "Rafah fell.", "b": "Rafah fell.", "c": "Iran fell."}
    assert absent(texts, events={"a": "x", "b": "x", "c": "y"}).empty


@pytest.mark.parametrize(
    "named, silent",
    [
        ("Ivo Lind spoke.", "In a LIND MEMO it was so."),
        ("The Republican Party met.", "The GOP did not mind."),
        ("The Republicans met.", "Grand Old Party men did not mind."),
        ("The Velmora Aid Trust met.", "A man of the velmora aid trust left."),
        ("The U.S. Velmora Guard met.", "A Velmora guard left."),
        ("The Rural Water Trust met.", "One RWT man left."),
        ("Elena Kovač spoke.", "A friend of Kovac’s left."),
        ("They met in Lusania.", "The Lusanian envoys left."),
        ("They met in Velmor.", "Two Velmorese envoys left."),
        ("They met in Tarrowland.", "Some Tarrowlanders left."),
        ("They met in Port Almenara.", "The men of Almenara left."),
        ("The Halden Rovers met.", "The Rovers left."),
        ("The House of Representatives met.", "The Speaker of the House left."),
    ],
)
def test_whose_name_stands_in_the_text_in_any_form_is_not_left_out(named, silent):
    assert absent({"a": named, "b": named, "c": silent}).query("left_out_by == 'C'").empty
    assert list(absent({"a": named, "b": named, "c": "It rained."})["left_out_by"]) == ["C"]


@pytest.mark.parametrize("name", ["Tom", "Elena", "Peter"])
def test_a_first_name_alone_names_nobody_whom_one_could_leave_out(name):
    both = f"Her husband {name} died. {name} was old."
    row = absent({"a": both, "b": both, "c": "It rained."})
    assert row.loc[row["entity"] == name, "apart"].tolist() in ([], ["first name"])


def test_the_last_word_of_two_names_tells_neither():
    both = "They met in North Korea. South Korea protested."
    row = absent({"a": both, "b": both, "c": "South Korea protested. Korea is cold."})
    assert [who for who in row["entity"] if who == "North Korea"] == ["North Korea"]


def test_a_relative_is_left_out_by_who_names_another_of_the_surname():
    both = "President Ivo Lind and his wife, Elena Lind, came. Elena Lind spoke."
    row = absent({"a": both, "b": both, "c": "Ivo Lind came. Lind spoke."})
    assert row[["entity", "left_out_by"]].values.tolist() == [["Elena Lind", "C"]]
    assert row["searched_for"].iloc[0] == "Elena Lind; Elena"


@pytest.mark.parametrize(
    "a, b, named",
    [
        ("It would halt all Nuclear Tests.", "It would halt all nuclear tests.", True),
        (
            "They agreed to suspend all Nuclear Tests. The nuclear tests went on.",
            "No nuclear tests.",
            False,
        ),
        ("They praised Clean Coal. To them clean coal was good.", "All clean coal is dear.", False),
        ("They joined the Tea Party.", "They joined the tea party, a Tea Party for all.", True),
        ("They joined the Tea Party. The Tea Party won, a tea party.", "The tea party.", True),
    ],
)
def test_what_is_written_small_by_all_who_write_it_large_is_no_name(a, b, named):
    articles, rows, found = corpus({"a1": a + " Then all left.", "b1": b, "c1": a})
    made = entities.in_small_letters(found, articles, rows)
    names = {"nuclear tests", "clean coal", "tea party"}
    assert bool(names & set(made["text"].str.lower())) == named


def test_a_name_in_small_letters_is_found_where_another_telling_has_capitals():
    texts = {"a": "The Rural Water Alliance grew. The Rural Water Alliance won.",
             "b": "Men of the rural water alliance met. The rural water alliance won."}  # fmt: skip
    articles, rows, found = corpus(texts)
    names = entities.merge(entities.in_small_letters(found, articles, rows))
    assert names.groupby("article_id")["entity_id"].size().to_dict() == {"a": 2, "b": 2}
    assert names["entity_id"].nunique() == 1
    whole = rows.set_index("article_id")["text"].to_dict()
    assert all(r.text.lower() == "rural water alliance" for r in names.itertuples()), whole


def test_people_of_one_name_are_listed_where_nothing_explains_them():
    _, _, found = corpus({"a": "Mr. Okafor met Marta Lind. Okafor and Lind ate."})
    row = rosters.unresolved(entities.merge(found))
    assert row[["entity", "text", "mentions"]].to_numpy().tolist() == [["Okafor", "Okafor", 2]]


def test_ways_of_naming_are_counted_by_telling():
    _, _, found = corpus({"a": "President Ivo Lind spoke. Mr. Lind left.", "b": "Ivo Lind ate."})
    table = rosters.titles(entities.merge(found))
    assert list(zip(table["article_id"], table["called"], strict=True)) == [
        ("a", "President Ivo Lind"), ("a", "Mr. Lind"), ("b", "Ivo Lind"),
    ]  # fmt: skip


def test_every_form_of_an_entity_can_be_seen():
    _, _, found = corpus({"a": "Eva Lind spoke. Lind ate.", "b": "Lind ate."})
    row = rosters.names(entities.merge(found)).iloc[0]
    assert (row["entity"], row["mentions"], row["tellings"]) == ("Eva Lind", 3, 2)
    assert row["forms"] == "Lind; Eva Lind"


# --- in words -------------------------------------------------------------------------------------
def sentences_on(texts: dict[str, str], events=None) -> dict[str, list[str]]:
    """What is said of each event of these texts."""
    return wording.said(absent(texts, events), lonely(texts, events))


def lonely(texts: dict[str, str], events=None) -> pd.DataFrame:
    """Whom one outlet of these texts alone names."""
    articles, rows, found = corpus(texts, events)
    names = entities.merge(entities.in_small_letters(found, articles, rows))
    return entities.alone(entities.tally(names, entities.story(articles, rows)), names, rows)


def test_it_is_said_who_is_left_out_by_whom_and_whom_one_outlet_alone_names():
    texts = {
        "a": "Ivo Lind left Rafah. Eva Okafor stayed.",
        "b": "Ivo Lind left Rafah.",
        "c": "Iran fell.",
    }
    assert sentences_on(texts) == {
        "e": [
            "C does not name Ivo Lind, though the other outlets do.",
            "Only A names Eva Okafor.",
        ]
    }


def test_events_are_spoken_of_apart():
    texts = {"a": "Ivo Lind left.", "b": "Eva Okafor left.", "c": "Ivo Lind left."}
    events = {"a": "1", "b": "1", "c": "2"}
    assert sentences_on(texts, events) == {"1": ["Only B names Eva Okafor; only A names Ivo Lind."]}


def test_what_sets_the_scene_and_what_stands_in_small_letters_is_not_spoken_of():
    texts = {"a": "Rafah fell.", "b": "Rafah fell. Iran fell.", "c": "It rained in iran."}
    assert sentences_on(texts) == {}


@pytest.mark.parametrize(
    ("whole", "other"),
    [
        ("Ole R. Brandt Jr. left.", "Ole Brandt spoke. Brandt ate. Ola Brandt left."),
        ("Mia T. Okafor left.", "Mia Okafor spoke. Tom Okafor left."),
    ],
)
def test_whose_initial_or_junior_is_dropped_elsewhere_is_not_named_alone(whole, other):
    assert whole[:8] not in " ".join(lonely({"a": whole, "b": other})["entity"])


def test_the_figure_in_words_counts_and_names_who_is_missing():
    texts = {"a": "Ivo Lind left Rafah.", "b": "Ivo Lind left Rafah.", "c": "Iran fell."}
    assert wording.in_words(counted(texts), absent(texts), {"e": "Talks"}) == (
        "Talks: three articles, Ivo Lind named most (2 times); left out: Ivo Lind."
    )


def test_words_can_be_had_of_an_empty_tally():
    texts = {"a": "It rained.", "b": "It poured."}
    assert sentences_on(texts) == {}
    assert wording.in_words(counted(texts), absent(texts), {}) == "No article names anybody."


# --- the seeds ------------------------------------------------------------------------------------
def test_the_seeds_are_counted_as_by_hand():
    with (ROOT / "tests/gold/mentions.csv").open(encoding="utf-8", newline="") as file:
        gold = list(csv.DictReader(file))
    expected = Counter((row["article_id"], row["entity"]) for row in gold)
    days = {"003": "first", "004": "first"}
    parts = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        found = mentions.find(sentences.split(lines.classify(path.read_bytes().decode())))
        keys = {
            "article_id": path.stem,
            "event_id": days.get(path.stem[:3], "second"),
            "outlet": "",
        }
        parts.append(tables.frame(found, mentions.Mention).assign(**keys))
    found = entities.merge(pd.concat(parts, ignore_index=True))
    # The hand-made table says which of several bodies and which town is meant.
    called = {
        "Washington": "Washington, D.C.",
        "National Security Council": "National Security Council (US)",
    }
    assert (
        Counter(zip(found["article_id"], found["entity"].replace(called), strict=True)) == expected
    )


@pytest.mark.parametrize(
    ("tellings", "expected"),
    [  # a firm and its founder; article -> the entities that it names
        (
            {
                "a": "Norvane bought Pellworth Group PLC on Monday. Pellworth shares rose.",
                "b": "Pellworth goes French. It was founded by Josiah Pellworth in 1786.",
                "c": "Workers at Pellworth fear for their jobs. Pellworth said nothing.",
            },
            {"a": {"Pellworth"}, "b": {"Pellworth", "Josiah Pellworth"}, "c": {"Pellworth"}},
        ),
        (  # whom an article has named in full is meant by what it writes next
            {
                "a": "The mill of Harlow Holdings closed on Monday. Shares in Harlow fell.",
                "b": "The owner, Minna Harlow, wept on Monday. Then Harlow left the room.",
            },
            {"a": {"Harlow Holdings"}, "b": {"Minna Harlow"}},
        ),
        (  # a title says that it is somebody
            {
                "a": "The mill of Tarnow Ltd closed on Monday. Shares in Tarnow fell.",
                "b": "Workers wept when Mr. Tarnow left the room.",
                "c": "The owner, Ellis Tarnow, spoke to workers.",
            },
            {"a": {"Tarnow Ltd"}, "b": {"Ellis Tarnow"}, "c": {"Ellis Tarnow"}},
        ),
        (  # where no firm is told, a surname is a person's
            {
                "a": "The owner, Ida Veltman, left on Monday.",
                "b": "The workers wanted Veltman to leave the mill.",
            },
            {"a": {"Ida Veltman"}, "b": {"Ida Veltman"}},
        ),
    ],
)
def test_a_lone_name_is_the_firms_where_no_founder_was_named_before(tellings, expected):
    _, _, found = corpus(tellings)
    merged = entities.merge(found)
    people = merged[merged["kind"].isin(["PERSON", "ORG"]) & ~merged["entity"].isin(["Norvane"])]
    assert people.groupby("article_id")["entity"].agg(set).to_dict() == expected
