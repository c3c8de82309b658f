"""Coverage: what each telling carries, omits or has perhaps; what stands beside what; reprints."""

import csv
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest

from tellings.compare import claims as quantities, coverage, entities, events, quotes as versions
from tellings.compare.coverage import (
    oppositions,
    parts,
    passages,
    reuse,
    sides,
    states,
)
from tellings.compare.coverage.content_words import stem, stems, weight
from tellings.compare.coverage.likeness import Likeness
from tellings.find import claims, mentions, quotes
from tellings.parallel import each
from tellings.read import lines
from tellings.read.files import Correction
from tellings.read.sentences import of, split

HERE = Path(__file__).parents[2]
TOLD = ("carried", "partly")


def articles(*ids: str, events=None) -> pd.DataFrame:
    table = pd.DataFrame({"article_id": list(ids), "event_id": events or ["one"] * len(ids)})
    names = [f"Outlet {i}" for i in ids]
    return table.assign(outlet=names, telling=names, anchor="2024-04-18", agency="")


def found(texts: dict[str, str], listed: pd.DataFrame | None = None) -> coverage.Found:
    """What the suite's own finders make of texts by article_id."""
    rows = [dict(s._asdict(), article_id=i) for i, t in texts.items() for s in of(t)]
    return read(pd.DataFrame(rows), articles(*texts) if listed is None else listed)


def read(sentences: pd.DataFrame, listed: pd.DataFrame) -> coverage.Found:
    said = each(sentences, quotes.find, quotes.Quote)
    anchor = events.anchors(listed)
    counted = each(sentences, claims.find, claims.Claim, quotes=said, anchor=anchor)
    named = entities.merge(events.join(each(sentences, mentions.find, mentions.Mention), listed))
    return coverage.Found(
        listed,
        sentences,
        versions.statements(said, listed),
        named,
        quantities.align(counted, listed),
    )


def checked(given: coverage.Found) -> pd.DataFrame:
    return coverage.checks(given)


def states_of(cells: pd.DataFrame, fact: str) -> list[str]:
    """The states of the fact that begins so, an article after another."""
    rows = cells[cells["fact"].str.startswith(fact) & ~cells["again"]]
    return list(rows.sort_values("article_id")["state"])


# --- the seeds, whose facts were written down by hand before the suite was ------------------------
def listed_facts() -> dict[tuple[str, str], list[dict]]:
    text = (HERE / "gold" / "coverage_facts.csv").read_text(encoding="utf-8")
    facts: dict = {}
    for row in csv.DictReader(text.splitlines()):
        facts.setdefault((row["event"], row["fact"]), []).append(row)
    return facts


@pytest.fixture(scope="module")
def seeds() -> coverage.Found:
    """What is found in the five seeds, from their texts on."""
    event = {r["file"][:3]: r["event"] for rows in listed_facts().values() for r in rows}
    paths = sorted((HERE.parent / "seeds").glob("*.txt"))
    cut = [
        dict(s._asdict(), article_id=p.stem[:3])
        for p in paths
        for s in split(lines.classify(p.read_text(encoding="utf-8")))
    ]
    listed = articles(*event, events=list(event.values())).sort_values("article_id")
    listed["anchor"] = listed["event_id"]
    return read(pd.DataFrame(cut), listed)


@pytest.fixture(scope="module")
def matrix(seeds) -> pd.DataFrame:
    return coverage.matrix(seeds)


def wrong(rows: list[dict], cells: pd.DataFrame) -> int | None:
    """Cells of a fact that differ from those labelled by hand; None if it leads to other words."""
    state = cells[~cells["again"]].set_index("article_id")["state"]
    places = cells[cells["state"].isin(TOLD)]
    hit = [
        c.start < int(r["end"]) and int(r["start"]) < c.end
        for r in rows
        if r["carried"] == "1"
        for c in places[places["article_id"] == r["file"][:3]].itertuples()
    ]
    other = {"1": "omitted", "0": "carried"}
    errors = sum(state[r["file"][:3]] == other[r["carried"]] for r in rows)
    return errors if any(hit) else None


@pytest.mark.parametrize("fact", listed_facts(), ids=lambda f: f[1])
def test_facts_of_the_seeds_have_a_row_without_a_wrong_cell(matrix, fact):
    own = matrix[matrix["event_id"] == fact[0]]
    errors = [wrong(listed_facts()[fact], cells) for _, cells in own.groupby("fact", sort=False)]
    assert min((e for e in errors if e is not None), default=None) == 0


def test_places_are_true(matrix, seeds):
    texts = {
        p.stem[:3]: p.read_text(encoding="utf-8") for p in (HERE.parent / "seeds").glob("*.txt")
    }
    placed = matrix[matrix["start"].notna()]
    assert len(placed) > 100
    for row in placed.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.text
    for pair in checked(seeds).itertuples():
        assert texts[pair.article_id_a][pair.start_a : pair.end_a] == pair.text_a
        assert texts[pair.article_id_b][pair.start_b : pair.end_b] == pair.text_b


def test_every_sentence_of_a_body_is_in_a_fact(matrix, seeds):
    body = seeds.sentences[seeds.sentences["zone"] == "body"]
    placed = set(zip(matrix["article_id"], matrix["start"], strict=True))
    for s in body.itertuples():
        assert (s.article_id, s.start) in placed or len(stems(s.text)) < 2


def test_what_was_denied_in_one_telling_stands_beside_what_another_says(seeds):
    first = checked(seeds).query("rank <= 5")
    plans = first[first["text_a"].str.contains("has not presented any kind of plan")]
    assert list(plans["text_b"].str.contains("the plans presented by the IDF")) == [True]


def test_who_was_there_stands_among_the_first_to_check(seeds):
    first = checked(seeds).query("rank <= 5")
    assert first["reason"].str.contains("Antony Blinken").any()


def test_the_sides_of_the_matrix_are_what_they_say(matrix):
    alone, everywhere = sides.only_one(matrix), sides.by_all(matrix)
    assert "Netanyahu" in " ".join(alone["marks"]) and len(everywhere) > 5
    assert not set(alone["text"]) & set(everywhere["text"])
    table = sides.shares(matrix).set_index("article_id")
    assert (table[list(states.STATES)].sum(axis=1) == table["facts"]).all()
    assert sides.table(matrix)["text"].notna().all()


def test_that_they_met_online_stands_beside_that_they_met_in_a_place(seeds):
    first = checked(seeds).query("rank <= 5")
    assert first["reason"].str.contains("“virtual” and “in Washington”").any()


def test_a_check_never_says_contradict(seeds):
    assert "contradict" not in " ".join(checked(seeds)["reason"])


# --- what carries a fact --------------------------------------------------------------------------
SAID = "The port of Tyre will reopen to cargo ships next spring, the harbour master said."


@pytest.mark.parametrize(
    "other, expected",
    [
        ("“The port of Tyre will reopen to cargo ships next spring,” she said.", TOLD),
        ("Cargo ships can use the port again when Tyre reopens it next spring.", TOLD),
        ("The port of Tyre will reopen. Cargo ships may enter it next spring.", TOLD),
        ("The port of Tyre will reopen to cargo ships next spring, and flour will be cheap.", TOLD),
        ("Prices rose sharply in the capital, and nobody knows why they did.", ("omitted",)),
    ],
)
def test_a_fact_is_looked_for_in_other_words(other, expected):
    cells = coverage.matrix(found({"a": SAID, "b": other, "c": "Rain fell on the hills all day."}))
    carried, beside, elsewhere = states_of(cells, "The port of Tyre")
    assert carried == "carried" and beside in expected and elsewhere == "omitted"


def test_of_the_very_sentence_a_word_that_is_cut_makes_it_part():
    whole = "The two towns agreed to hold further talks on the old harbour between engineers."
    cells = coverage.matrix(found({"a": whole, "b": whole.replace(" between engineers", "")}))
    assert states_of(cells, whole) == ["carried", "partly"]
    assert cells["fact"].nunique() == 1


def test_a_number_a_person_and_a_statement_of_one_sentence_are_one_fact():
    text = "“At least 300 people fled Tyre,” Mayor Mary Collins said."
    cells = coverage.matrix(found({"a": text, "b": "Rain fell on the hills."}))
    own = cells[cells["article_id"].eq("a") & cells["state"].eq("carried")]
    assert list(own["marks"]) == ["At least 300 people; Mary Collins"]
    assert list(own["kind"]) == ["statement"]


def test_a_word_or_a_day_alone_is_no_fact():
    cells = coverage.matrix(found({"a": "Monday.\n\nShe did.\n\nThe harbour burned.", "b": "No."}))
    assert set(cells["fact"]) == {"The harbour burned."}


def test_a_question_of_the_outlet_s_is_no_fact():
    asked = "How many ships were in the harbour?\n\nThe harbour burned."
    quoted = "“How many ships were in the harbour?” the mayor asked on Friday."
    cells = coverage.matrix(found({"a": asked, "b": "It rained.", "c": quoted}))
    assert set(cells["fact"]) == {"The harbour burned.", quoted}


def test_told_twice_keeps_both_places():
    text = f"{SAID}\n\nNobody had expected that in the capital.\n\n{SAID}"
    cells = coverage.matrix(found({"a": text, "b": SAID}))
    own = cells[cells["article_id"].eq("a") & cells["fact"].eq(SAID)]
    assert sorted(own["start"]) == [0, text.rindex(SAID)] and sorted(own["again"]) == [False, True]


def test_where_a_fact_stands_is_told():
    texts = {
        "a": f"{SAID}\n\nRain fell on the hills.",
        "b": f"Rain fell on the hills.\n\nSnow fell on the mountains.\n\n{SAID}",
    }
    cells = coverage.matrix(found(texts))
    assert list(cells[cells["fact"] == SAID].sort_values("article_id")["paragraph"]) == [1, 3]
    row = sides.prominence(cells).set_index("text").loc[SAID]
    assert row["where"] == "Outlet a: paragraph 1; Outlet b: paragraph 3" and row["apart"] == 2


def test_perhaps_here_has_a_place_and_omitted_has_none(matrix, seeds):
    assert matrix.loc[matrix["state"] == "omitted", "start"].isna().all()
    perhaps = matrix[matrix["state"] == "unclear"]
    assert (perhaps["start"].notna() == (perhaps["score"] >= states.NEAR)).all()
    shown = perhaps["start"].notna().sum() + perhaps["second_start"].notna().sum()
    assert len(sides.perhaps(matrix, seeds.sentences)) == shown


def test_two_places_nearly_as_near_are_both_shown_the_nearer_above():
    near = "A ship with grain reached the port of Tyre."
    next_near = "The port may open next spring to small ships."
    rain = "Rain fell on the hills all day, and the river rose in the night."
    texts = {"a": SAID, "b": f"{near}\n\n{rain}\n\n{rain}\n\n{next_near}"}
    cells = coverage.matrix(found(texts))
    cell = cells[cells["fact"].eq(SAID) & cells["article_id"].eq("b")].iloc[0]
    assert cell["state"] == "unclear" and {cell["text"], cell["second_text"]} == {near, next_near}
    listed = sides.perhaps(cells, found(texts).sentences).query("fact == @SAID")
    assert list(listed["text"]) == [cell["text"], cell["second_text"]]
    beside = {near: f"[…] {rain}", next_near: f"{rain} […]"}
    assert list(listed["beside"]) == [beside[text] for text in listed["text"]]
    assert texts["b"][cell["second_start"] : cell["second_end"]] == cell["second_text"]


@pytest.mark.parametrize(
    ("words", "at", "shown"),
    [
        ([9, 9, 9], 1, range(0, 3)),
        ([9, 9, 9], 0, range(0, 2)),
        ([30, 20, 20], 1, range(1, 3)),
        ([20, 20, 50], 1, range(0, 2)),
        ([50, 20, 50], 1, range(1, 2)),
        ([9, 90, 9], 1, range(1, 2)),
    ],
)
def test_a_passage_is_as_long_as_a_glance(words, at, shown):
    own = of("\n\n".join(" ".join(["Ships"] * n) + "." for n in words))
    assert passages.around(own, at) == shown


def test_a_headline_is_no_part_of_a_passage():
    headline, *body = of("Port closed. Ships wait outside.")
    own = [headline._replace(zone="headline"), *body]
    assert passages.around(own, 0) == range(0, 1) and passages.around(own, 1) == range(1, 2)


def test_only_one_leaves_out_what_all_others_tell():
    cells = coverage.matrix(found({"a": SAID, "b": SAID, "c": "Rain fell on the hills all day."}))
    row = sides.left_out(cells).iloc[0]
    assert (row["telling"], row["told_by"]) == ("Outlet c", "Outlet a, Outlet b")
    words = "Of 2 sentences, the three articles share none; one is in one only"
    assert sides.title(cells, {"one": "Tyre"}) == words


def test_two_halves_of_one_thing_are_listed_once():
    other = "The port of Tyre, which burned for a week in March, will reopen to ships in spring."
    cells = coverage.matrix(found({"a": SAID, "b": other}))
    assert set(cells["state"]) == {"carried", "partly"} and cells["fact"].nunique() == 2
    assert len(sides.by_all(cells)) == 1


def test_alone_in_its_event_a_telling_has_nothing_to_itself():
    cells = coverage.matrix(found({"a": "President Mary Collins flew home."}))
    assert len(cells) and sides.only_one(cells).empty
    assert "No event" in sides.title(cells, {"one": "Collins"})


def test_events_are_kept_apart():
    texts = {"a": SAID, "b": SAID}
    given = found(texts, articles("a", "b", events=["one", "two"]))
    cells = coverage.matrix(given)
    assert set(cells["of"]) == {1} and len(cells) == 2
    assert checked(given).empty


def test_both_tables_are_made_at_once_of_any_slice_of_whole_events(seeds):
    first = seeds.articles["event_id"] == min(seeds.articles["event_id"])
    for listed in (seeds.articles, seeds.articles[first]):
        given, none = seeds._replace(articles=listed), correction().head(0)
        cells, pairs = coverage.compare(*given, none)
        pd.testing.assert_frame_equal(cells, coverage.matrix(given))
        pd.testing.assert_frame_equal(pairs, checked(given))


def test_only_the_articles_asked_for_are_read():
    given = found({"a": SAID, "b": SAID})
    one = given.articles.head(1)
    assert set(coverage.matrix(given._replace(articles=one))["article_id"]) == {"a"}
    assert reuse.alike(given.sentences, given.statements.head(0), one).empty


def test_no_articles_no_facts():
    empty = coverage.Found(*(t.head(0) for t in found({"a": "Nothing."})))
    assert coverage.matrix(empty).empty and checked(empty).empty
    assert "No event" in sides.in_words(coverage.matrix(empty), {})


def test_an_article_that_is_never_read_omits_all():
    given = found({"a": SAID})
    cells = coverage.matrix(given._replace(articles=articles("a", "b")))
    assert states_of(cells, SAID) == ["carried", "omitted"]


# --- corrections ----------------------------------------------------------------------------------
def correction(**given) -> pd.DataFrame:
    return pd.DataFrame([dict.fromkeys(Correction._fields, "") | given])


def test_a_fact_of_the_researchers_is_looked_up_like_the_others():
    texts = {"a": f"Rain fell. {SAID}", "b": SAID, "c": "Rain fell on the hills all day."}
    row = correction(subject="fact", article_id="a", place="11-27", becomes="the port is to reopen")
    cells = coverage.matrix(found(texts), row)
    assert states_of(cells, "the port is to reopen") == ["carried", "carried", "omitted"]
    assert next(iter(cells["kind"])) == "by hand"
    assert list(sides.corrected(cells, row)["changed"]) == [1]


def test_a_cell_set_by_hand_wins():
    row = correction(subject="cell", article_id="b", was=SAID, becomes="carried")
    given = found({"a": SAID, "b": "Rain fell on the hills all day."})
    assert states_of(coverage.matrix(given), SAID) == ["carried", "omitted"]
    cells = coverage.matrix(given, row)
    assert states_of(cells, SAID) == ["carried", "carried"]
    assert set(cells.loc[cells["fact"] == SAID, "carriers"]) == {2}
    assert list(sides.corrected(cells, row)["changed"]) == [1]
    nothing = row.assign(was="Something else.")
    assert list(sides.corrected(cells, nothing)["changed"]) == [0]


# --- places to check ------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "a, b, reason",
    [
        ("The mayor has not presented any plan.", "The mayor presented a plan.", "“not”"),
        ("The talks were postponed in Tyre.", "The talks were held in Tyre.", "“postponed”"),
        ("In Tyre 40 people were killed.", "In Tyre 90 people were killed.", "“40 people”"),
        ("In Tyre 33,970 people died.", "In Tyre more than 33,900 people died.", "told by both"),
        ("The mayor never came to Tyre.", "The mayor did not come to Tyre.", "told by both"),
        ("The mayor came to Tyre.", "The mayor came to Tyre.", "told by both"),
        ("A failed valve in Tyre leaked gas.", "A valve in Tyre leaked gas.", "told by both"),
        ("Their denied request was for ships.", "The request was for ships.", "told by both"),
        ("The mayor's rejected plan cost much.", "The plan cost much.", "told by both"),
        ("Both walked out of failed talks.", "Both walked out of talks.", "told by both"),
        ("He's refused the request.", "He granted the request.", "“refused”"),
        ("Talks on the harbour failed to end.", "Talks on the harbour did end.", "“failed”"),
        ("The request was denied in Tyre.", "The request was granted in Tyre.", "“denied”"),
        ("He has not met Kim Marsh in Tyre.", "Kim Marsh is in Tyre, too.", "told by both"),
        ("Nobody called.", "The mayor called it a shame.", "told by both"),
        ("No ship in Tyre was lost.", "A ship was lost in Tyre.", "“No”"),
        ("In 1999 40 people were killed.", "In Tyre 60 people were killed.", "told by both"),
        ("In Tyre four died.", "In Tyre 31 people were injured on the ships.", "told by both"),
        ("In Tyre six ships burned.", "In Tyre 31 ships sailed.", "told by both"),
        ("In Tyre the tax rose 23 percent.", "In Tyre the tax rose 21 percent.", "“23 percent”"),
    ],
)
def test_what_differs_is_the_reason(a, b, reason):
    rows = checked(found({"a": a, "b": b}))
    assert len(rows) == 1 and reason in rows["reason"].iloc[0]


@pytest.mark.parametrize(
    "online, there, reason",
    [
        ("The ministers met online.", "Talks of the ministers were held in Paris.", "“in Paris”"),
        ("They held a virtual meeting.", "Their meeting took place in Oslo.", "“in Oslo”"),
        ("The summit was held virtually.", "The summit was opened in Berlin.", "“in Berlin”"),
        ("Both spoke remotely on Friday.", "Both spoke in Geneva on Friday.", "“in Geneva”"),
        ("The hearing was online.", "The hearing began in London.", "“in London”"),
        ("The shop is online.", "The shop is in London.", "told by both"),  # nobody meets
        ("The talks are online.", "The talks on wheat in London are online.", "told by both"),
    ],
)
def test_a_meeting_online_and_in_a_place_differ(online, there, reason):
    rows = checked(found({"a": online, "b": there}))
    assert len(rows) == 1 and reason in rows["reason"].iloc[0]


def test_a_number_that_the_other_article_gives_elsewhere_is_no_difference():
    turnout = "Just 64 per cent of the members voted."
    yes = "Of the members 81% voted for the strike."
    (reason,) = checked(found({"a": turnout, "b": yes}))["reason"]
    assert reason == "“64 per cent” and “81%”"
    both = found({"a": f"{turnout}\n\nA full 81 percent said yes.", "b": f"{yes} Turnout: 64%."})
    assert not checked(both)["reason"].str.contains("and").any()


def test_of_several_numbers_the_nearest_are_said_to_differ():
    one = "The fire killed 4 people and hurt 31 people in Tyre."
    other = "The fire killed 3 people and hurt 26 people in Tyre."
    (reason,) = checked(found({"a": one, "b": other}))["reason"]
    assert reason == "“31 people” and “26 people”"


def test_where_nothing_may_differ_nothing_does(seeds):
    tables_of = (seeds.sentences, seeds.claims, seeds.mentions)
    said = oppositions.said(*(list(table.itertuples()) for table in tables_of))
    reasons = [
        reason
        for one, other in permutations(said, 2)
        for reason in oppositions.differences(one, other, 1.0)[1]
        if oppositions.may_differ(one, other)
    ]
    pairs = permutations(said, 2)
    assert reasons == [r for pair in pairs for r in oppositions.differences(*pair, 1.0)[1]]
    assert any(" and " in reason and "“" in reason for reason in reasons)


def test_what_differs_stands_first():
    texts = {
        "a": "The harbour is old and grey.\n\nThe talks in Tyre were postponed on Monday.",
        "b": "The harbour is old and grey.\n\nThe talks in Tyre were held on Monday.",
    }
    rows = checked(found(texts))
    assert list(rows["rank"]) == [1, 2] and rows["text_a"].iloc[0].startswith("The talks")


def test_two_numbers_of_one_telling_never_meet():
    texts = {"a": "In Tyre 40 people were killed. In Tyre 90 people were killed.", "b": "No news."}
    rows = checked(found(texts))
    assert (rows["article_id_a"] != rows["article_id_b"]).all()


# --- a part of a fact, and what stands beside it --------------------------------------------------
WIDE = (
    "The mayor of Tyre, who was elected in March after a long campaign against the old council, "
    "will open the new harbour in June, and the fishermen, whose boats burned in the great fire "
    "two winters ago, have been promised money by the bank."
)
RAIN = "Rain fell on the hills all day, and the river rose in the night."


@pytest.mark.parametrize(
    "told, expected",
    [
        ("The bank has promised fishermen money.", "unclear"),
        ("The new harbour opens in June.", "unclear"),
        ("Boats burned in a great fire two winters ago.", "partly"),
        ("There was a long campaign against the old council.", "partly"),
        ("Their mayor, elected in March, was not there.", "unclear"),
        ("Nobody said a word.", "omitted"),
    ],
)
def test_of_a_wide_fact_the_part_that_is_told_counts(told, expected):
    cells = coverage.matrix(found({"a": WIDE, "b": f"{RAIN} {told} {RAIN}"}))
    assert states_of(cells, WIDE)[1] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "The port will reopen to large ships in spring; fishermen of Tyre were promised money.",
            2,
        ),
        ("In Tyre, the port will reopen to large ships.", 1),  # "In Tyre" says nothing by itself
        ("The port will reopen to large ships, she said.", 1),
        ("Rain fell.", 1),
        ("", 1),
        ("--", 1),
    ],
)
def test_parts_are_what_says_something_by_itself(text, expected):
    made = parts.split(text)
    assert len(made) == expected
    assert stems(" ".join(made)) == stems(text)


def test_what_is_added_to_a_copied_text_is_not_told_by_the_copy():
    copied = (
        "The harbour of Oderau was closed on Friday after a crane fell into the water.",
        "Divers found no one in the sunken cabin of the crane on Friday evening.",
        "The docks will stay shut until the police have looked at the wreck.",
    )
    for added in (
        "Fishermen had asked for a new crane twice.",
        "The crane was painted yellow by schoolchildren.",
        "Schoolchildren had painted it yellow last autumn.",
    ):
        text = " ".join([*copied[:2], added, copied[2]])
        cells = coverage.matrix(found({"a": text, "b": " ".join(copied)}))
        assert states_of(cells, added) == ["carried", "omitted"]


# --- the steps ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "one, other", [("plans", "plan"), ("defeated", "defeating"), ("discuss", "discussion")]
)
def test_endings_do_not_count(one, other):
    assert stem(one) == stem(other)


def test_rare_words_weigh_more_than_frequent_ones():
    assert weight(stem("leaflets")) > weight(stem("attack")) > weight(stem("people")) > 0


def test_order_of_articles_changes_no_score():
    texts = {"a": SAID, "b": "Cargo ships left Tyre.", "c": "The port reopens next spring."}
    one = coverage.matrix(found(texts)).set_index(["article_id", "fact"])["score"]
    other = coverage.matrix(found(dict(reversed(texts.items())))).set_index(["article_id", "fact"])
    pd.testing.assert_series_equal(one.sort_index(), other["score"].sort_index())


def test_nothing_but_stops_is_like_nothing():
    rows = found({"a": "The.", "b": "?!"}).sentences
    like = Likeness(list(rows.itertuples()), {})
    assert like.against("a").score.max() <= 0.1


def test_two_sentences_stand_abreast_where_each_is_the_nearest_of_the_other():
    texts = {
        "a": "The port of Tyre will reopen. The port of Tyre will reopen in spring.",
        "b": "Snow fell on the hills. The port of Tyre will reopen in spring, they say.",
    }
    one, other, like = Likeness(list(found(texts).sentences.itertuples()), []).nearest(1)
    assert list(zip(one.tolist(), other.tolist(), strict=True)) == [(1, 3)] and like[0] > 0.8


def test_a_headline_and_the_first_sentence_are_not_one_place():
    sentences = found({"a": SAID, "b": "The port of Tyre. It will reopen in spring."}).sentences
    together = Likeness(list(sentences.itertuples()), []).against("b").alike[0]
    sentences.loc[1, "zone"] = "headline"
    assert Likeness(list(sentences.itertuples()), []).against("b").alike[0] < together


def test_shared_runs_tell_a_source_from_a_reprint():
    line = "The harbour will reopen to all ships before the end of spring"
    texts = {
        "a": f"“{line},” she said. Nothing else was known at the time of writing.",
        "b": f"{line}. Trade had been slow there.",
        "c": "The harbour will reopen, some say; others saw it the other way.",
    }
    given = found(texts)
    said = each(given.sentences, quotes.find, quotes.Quote)
    alike = reuse.alike(given.sentences, said, given.articles)
    top = alike.iloc[0]
    assert {top["article_id_a"], top["article_id_b"]} == {"a", "b"} and top["shared"] == 12
    assert top["longest"] == line and top["reading"] == reuse.REPRINT
    assert set(alike.iloc[1:]["shared"]) == {0}
    assert next(iter(reuse.table(alike)["text"])) == line
    assert "share 12 words in whole runs" in reuse.in_words(alike, given.articles)
    assert "share 12 words" in reuse.in_words(reuse.copied(alike), given.articles)
    agency = given.articles.assign(agency=["", "Reuters", ""])
    assert "Outlet b names Reuters as a source of its text." in reuse.in_words(alike, agency)
    many = pd.concat([agency.assign(agency="AP")] * 3)
    assert reuse.in_words(alike, many).endswith("its text. So do three more articles.")


def test_an_event_of_one_sentence_is_told_like_any_other():
    cells = coverage.matrix(found({"a": SAID}))
    assert list(cells["state"]) == ["carried"] and list(cells["of"]) == [1]
