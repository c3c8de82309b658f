"""In what tellings differ: every sentence provable from the texts, nothing said twice."""

from types import SimpleNamespace

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import (
    claims as quantities,
    coverage,
    differences,
    entities,
    events,
    quotes as versions,
)
from tellings.compare.coverage.content_words import stems
from tellings.compare.coverage.states import CARRIED
from tellings.compare.differences import (
    agreements,
    checks,
    excerpts,
    facts,
    finder,
    prominence,
    quotations,
    rows,
    sources,
    wordings as words,
)
from tellings.find import claims, framing, mentions, quotes
from tellings.parallel import each
from tellings.read.sentences import of

HARBOUR = {
    "Courier": (
        "The harbour of Oderau was closed on Friday. Mayor Lena Harte ordered the closure after a "
        "crane fell into the water. Pavel Brandt, who runs the docks, said the crane was old. "
        "Divers found no one in the sunken cabin. Fishermen had asked for a new crane twice."
    ),
    "Herald": (
        "Oderau's harbour was closed on Friday, ordered so by Mayor Lena Harte, after a crane fell "
        "into the water. Pavel Brandt, who runs the docks, said that the crane was old. Divers "
        "found no one in the sunken cabin. Insurance will pay nothing, lawyer Ines Vogt warned."
    ),
    "Mail": (
        "On Friday the harbour of Oderau was closed after a crane fell into the water. Mayor Lena "
        "Harte ordered the closure. The crane was painted yellow in spring by schoolchildren."
    ),
}


def given(
    texts: dict[str, str], event: dict[str, str] | None = None, day: dict[str, str] | None = None
) -> differences.Tables:
    """The tables of texts by outlet; event: of outlets that tell another one; day: of outlets
    whose articles are of another day."""
    ids = list(texts)
    articles = pd.DataFrame({"article_id": ids, "outlet": ids, "telling": ids, "agency": ""})
    told = [(event or {}).get(i, "one") for i in ids]
    days = [(day or {}).get(i, "2031-05-03") for i in ids]
    articles = articles.assign(event_id=told, anchor=days)
    rows = [dict(s._asdict(), article_id=i) for i, t in texts.items() for s in of(t)]
    split = pd.DataFrame(rows)
    said = each(split, quotes.find, quotes.Quote)
    counted = each(split, claims.find, claims.Claim, quotes=said, anchor=events.anchors(articles))
    aligned = quantities.align(counted, articles)
    found = events.join(each(split, mentions.find, mentions.Mention), articles)
    named = entities.merge(found)
    tally = entities.tally(named, entities.story(articles, split))
    statements = versions.statements(said, articles)
    read = coverage.Found(articles, split, statements, named, aligned)
    return differences.Tables(
        articles,
        split,
        aligned,
        quantities.verdicts(aligned),
        said,
        statements,
        named,
        tally,
        entities.left_out(tally, named, split),
        each(split, framing.find, framing.Wording, quotes=said),
        coverage.matrix(read),
        coverage.checks(read),
    )


def sentences(found: differences.Found, kind: str) -> list[str]:
    table = found.differences
    return list(table.loc[table["kind"] == kind, "sentence"])


@pytest.fixture(scope="module")
def harbour():
    return differences.find(given(HARBOUR))


def test_every_place_is_the_articles_own_words(harbour):
    for place in harbour.places.itertuples():
        assert HARBOUR[place.article_id][place.start : place.end] == place.text


def test_every_quoted_word_stands_in_its_sentence_where_its_place_says(harbour):
    key = harbour.differences.set_index(["event_id", "part", "rank"])["sentence"]
    for place in harbour.places[harbour.places["at"].notna()].itertuples():
        words = key[place.event_id, place.part, place.rank]
        assert words[place.at : place.at + len(place.words)] == place.words


def test_every_difference_has_a_place(harbour):
    own = harbour.differences[harbour.differences["part"] == "differs"]
    places = set(zip(harbour.places["part"], harbour.places["rank"], strict=True))
    assert len(own) and set(zip(own["part"], own["rank"], strict=True)) <= places


def test_whom_one_outlet_leaves_out_or_alone_names_is_named(harbour):
    assert sentences(harbour, "not named") == [
        "Mail does not name Pavel Brandt; the other two do. Only Herald names Ines Vogt."
    ]


def test_the_names_themselves_lead_to_an_article_that_has_them(harbour):
    rows = harbour.differences[harbour.differences["kind"].isin(["not named", "named alone"])]
    places = harbour.places.merge(rows[["event_id", "part", "rank"]])
    assert {"Pavel Brandt", "Ines Vogt"} <= set(places.loc[places["at"].notna(), "words"])


def test_what_one_outlet_leaves_out_is_quoted(harbour):
    said = " ".join(sentences(harbour, "not told"))
    assert "Not found in Mail" in said and "Divers found no one in the sunken cabin" in said


DENIED = {
    "Courier": "The harbour master, Pavel Brandt, spoke on Friday. He had not done anything wrong.",
    "Herald": "Pavel Brandt, the harbour master, spoke on Friday. He had not done anything wrong.",
    "Mail": "Harbour master Pavel Brandt spoke on Friday: he committed no crime, his letter says.",
}


def test_that_common_words_are_missing_proves_nothing():
    found = differences.find(given(DENIED))
    said = sentences(found, "not told") + sentences(found, "told alone")
    assert not any("anything wrong" in s for s in said)


CRANE = {
    "Courier": (
        "The harbour of Oderau was closed on Friday after a crane fell into the water. Mayor Lena "
        "Harte ordered the closure. "
    ),
    "Herald": (
        "Oderau's harbour was closed on Friday after a crane fell into the water, as Mayor Lena "
        "Harte ordered. "
    ),
    "Mail": (
        "On Friday the harbour of Oderau was closed after a crane fell into the water. Mayor Lena "
        "Harte ordered it. Schoolchildren painted the crane yellow in spring."
    ),
}
AUDITED = (
    "An audit by the port's insurers warned of rust in the crane's joints as early as March.",
    "Rust in several joints was listed in an audit that the insurers sent to the town hall last "
    "winter, though nobody there answered.",
)
MOVED = (
    "Opposition leader Ines Vogt asked for an inquiry into the contract with Kranbau.",
    "Whether Kranbau won the contract fairly is what Ines Vogt, who leads the opposition, wants "
    "an inquiry to find out.",
)


@pytest.mark.parametrize(("told", "surely"), [(AUDITED, False), (MOVED, True)])
def test_where_it_is_not_sure_that_two_tell_the_same_both_are_quoted(told, surely):
    texts = {
        "Courier": CRANE["Courier"] + told[0],
        "Herald": CRANE["Herald"] + told[1],
        "Mail": CRANE["Mail"],
    }
    (said,) = sentences(differences.find(given(texts)), "not told")
    if surely:
        assert said.endswith("; the other two report it.")
    else:
        assert said == (
            f"Not found in Mail: “{told[0][:-1]}” (Courier) and “{told[1][:-1]}” (Herald)."
        )


def test_two_facts_are_no_pair_where_a_third_outlet_has_one_of_them():
    texts = {
        "Courier": CRANE["Courier"] + AUDITED[0],
        "Herald": CRANE["Herald"] + AUDITED[1],
        "Mail": CRANE["Mail"] + " Insurers audited the crane: rust was in its joints in March.",
    }
    assert sentences(differences.find(given(texts)), "not told") == []


def test_two_facts_about_one_person_are_no_pair():
    texts = {
        "Courier": CRANE["Courier"]
        + "Opposition leader Ines Vogt sold eleven trawlers in Tyrsund.",
        "Herald": CRANE["Herald"] + "Opposition leader Ines Vogt once sang at weddings of dockers.",
        "Mail": CRANE["Mail"],
    }
    assert sentences(differences.find(given(texts)), "not told") == []


def test_the_end_is_quoted_where_what_is_missing_stands_there():
    text = (
        "Mayor Lena Harte, at a second meeting of the town hall on Friday, in Oderau, sold eleven "
        "trawlers to smugglers from Tyrsund for a bag of rubies and two lighthouses."
    )
    cell = coverage.Cell(
        *("told", text, "carried", 1, 2, 1.0, "eleven", float("nan"), False, 1, False),
        *(0, len(text), text),
    )
    own = pd.DataFrame([cell._asdict() | {"article_id": "a"}]).itertuples()
    counts, said = facts.Fact(list(own), {"a": "Post"}).missed(
        set(stems("The mayor, Lena Harte, met the town hall of Oderau on Friday."))
    )
    assert counts > 0
    assert said.words == (
        "sold eleven trawlers to smugglers from Tyrsund for a bag of rubies and two lighthouses"
    )


def test_a_difference_that_quotes_nothing_new_stands_behind():
    one = rows.Said("a", 0, 9, "1,200 men")
    drafts = [
        rows.Draft("told alone", ["Only ", one], ["a"], 0.9),
        rows.Draft("number alone", ["Only ", one], ["a"], 0.8),
        rows.Draft("not named", ["Nobody"], ["a"], 0.7),
    ]
    kinds = [row.kind for row, _ in finder._ranked("one", drafts, {"a": "Post"})]
    assert kinds == ["told alone", "not named", "number alone"]


def test_what_one_outlet_alone_gives_is_not_found_in_it_only_as_well():
    one, other = rows.Said("a", 0, 9, "1,200 men"), rows.Said("a", 20, 28, "Two nuns")
    drafts = [
        rows.Draft("number alone", ["Only Post gives ", one, "."], ["Post"], 0.9),
        rows.Draft("told alone", ["Only in Post: ", one, " and ", other, "."], ["Post"], 0.8),
        rows.Draft("told alone", ["Only in Post: ", one, "."], ["Post"], 0.7),
    ]
    said = [row.sentence for row, _ in finder._ranked("one", drafts, {"a": "Post"})]
    assert said == ["Only Post gives “1,200 men”.", "Only in Post: “Two nuns”."]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("12 tots were injured, said Ada Lind.", False),
        ("Two tots were injured, said Ada Lind.", False),
        ("Last week ten people were injured in Oderau, said Ada Lind.", True),
        ("Some buckles opened by themselves, said Ada Lind.", True),
    ],
)
def test_a_fact_is_told_by_who_gives_another_number_of_its_quantity(other, found):
    texts = {
        "Courier": "Regulator Ida Rusk wrote that eleven children were injured in collisions.",
        "Herald": f"The seats were sold in May. {other}",
    }
    said = sentences(differences.find(given(texts)), "told alone")
    assert any("eleven children" in s for s in said) is found


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "The group will have sales of $21 billion a year and employ 38,000 people.",
            "“The group will have sales of $21 billion a year …”",
        ),
        (
            "The group, which employs 38,000 people, will have sales of $21 billion.",
            "“… will have sales of $21 billion”",
        ),
        (
            "It was insured for €32 million, well below its value of €40 million.",
            "“It was insured for €32 million …”",
        ),
        (
            "The group will have sales of $21 billion a year and own 61,000 boats.",
            "“The group will have sales of $21 billion a year and own 61,000 boats”",
        ),
        (
            "The group will pay $21 billion to 38,000 people.",
            "“The group will pay $21 billion to 38,000 people”",
        ),
    ],
)
def test_what_one_outlet_alone_gives_is_quoted_without_what_others_give(told, words):
    texts = {"Courier": told, "Herald": "It pays 38,000 people. The hall is worth €40 million."}
    assert words in sentences(differences.find(given(texts)), "number alone")[0]


@pytest.mark.parametrize(
    ("other", "alone"), [("more than 5,000", 0), ("more than 5,000 school", 0), ("a mere 80", 2)]
)
def test_a_count_near_another_outlets_is_not_given_alone(other, alone):
    texts = {
        "Courier": "The union stands for 5,400 teachers of Oderau, who want more pay.",
        "Herald": f"The union has {other} teachers. Repairs of schools will cost $9,000.",
    }
    said = sentences(differences.find(given(texts)), "number alone")
    assert sum("5,400" in s for s in said) == (alone == 2)


def test_numbers_that_cannot_all_be_true_are_told_of_every_outlet_the_smallest_first():
    texts = {"Courier": "34 people died.", "Herald": "26 people died.", "Mail": "34 people died."}
    (said,) = sentences(differences.find(given(texts)), "numbers differ")
    both = "“26 people” in Herald, “34 people” in Courier and Mail"
    assert said == f"People killed: {both}; they cannot both be true at one time."
    texts["Mail"] = "At least 31 people died."
    (said,) = sentences(differences.find(given(texts)), "numbers differ")
    assert said.endswith("“34 people” in Courier; they cannot all be true at one time.")
    texts = {"Courier": "At least 34 people died.", "Herald": "Fewer than 34 people died."}
    (said,) = sentences(differences.find(given(texts)), "numbers differ")
    assert said.endswith("they cannot both be true at one time.")


@pytest.mark.parametrize(
    ("both", "one"),
    [
        ("It cut 4,500 jobs. The mill here cut 3,000 jobs.", "It cut 4,500 jobs."),
        ("Of the 31 people killed, 20 people were killed at sea.", "31 people were killed."),
        ("At least 27 people died. Some 31 people died.", "31 people died."),
        ("Turnout was 61 percent. At noon turnout was 45 percent.", "Turnout was 61 percent."),
    ],
)
def test_a_part_that_an_outlet_gives_beside_the_whole_is_no_conflict(both, one):
    found = differences.find(given({"Courier": both, "Herald": one}))
    assert sentences(found, "numbers differ") == []


def test_vague_hundreds_may_be_the_number_that_another_gives():
    texts = {
        "Courier": "There were 640 firefighters.",
        "Herald": "Some 640 firefighters came.",
        "Mail": "Hundreds of firefighters came.",
    }
    assert sentences(differences.find(given(texts)), "number not given") == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("The ferry sank and {} people died.", True),
        ("Divers searched the harbour. {} people were killed.", True),
        ("Brandt was sentenced to six years in prison. He killed {} people.", False),
        ("The trial of Brandt took two weeks. He killed {} people.", False),
        ("In 1999, {} people were killed here by a storm.", False),
    ],
)
def test_only_a_count_that_may_go_on_is_said_to_be_of_one_time(text, hours):
    texts = {outlet: text.format(n) for outlet, n in (("Courier", 34), ("Herald", 26))}
    (said,) = sentences(differences.find(given(texts)), "numbers differ")
    assert said.endswith("; they cannot both be true" + " at one time" * hours + ".")


def test_a_quantity_that_only_shared_words_tell_is_quoted_with_them():
    texts = {
        "Courier": "Divers found 1,400 barrels of red dye in the harbour basin.",
        "Herald": "Barrels lay in the harbour basin: 1,150 barrels of red dye in all.",
    }
    (said,) = sentences(differences.find(given(texts)), "numbers differ")
    assert "Divers found 1,400 barrels of red dye" in said and "(barrels)" not in said


@pytest.mark.parametrize(
    ("fact", "there"),
    [
        ("The Oderau Medical Council struck Dr Vogt off in 2023.",
         "No complaint reached the Oderau Medical Council about Dr Vogt."),
        ("Rui Brandt, the union's captain, refused to shake hands and left without his medal.",
         "Rui Brandt, the union's captain, said that the referee had been unfair."),
        ("Lena Harte, a former dockers' leader, bought an old lighthouse in Lindau.",
         "Fishermen of Lindau jeered at Lena Harte, a former dockers' leader."),
    ],
)  # fmt: skip
def test_sentences_that_share_only_names_do_not_report_one_thing(fact, there):
    texts = {
        "Courier": f"The crane fell. {fact}",
        "Herald": f"The crane fell. {there}",
        "Mail": "The crane fell on Friday, when the tide was low.",
    }
    said = " ".join(sentences(differences.find(given(texts)), "not told"))
    assert fact[:40] not in said


def test_a_toll_of_several_days_is_told_with_its_days_and_is_no_conflict():
    texts = {
        "Courier": "At least 31 people died.",
        "Herald": "26 people died.",
        "Mail": "Dozens died. At least 26 people died.",
    }
    (said,) = sentences(
        differences.find(given(texts, day={"Courier": "2031-05-05"})), "numbers differ"
    )
    first = "on 3 May “26 people” in Herald, “At least 26 people” in Mail"
    last = "on 5 May “At least 31 people” in Courier"
    assert said == f"People killed: {first}, {last}; the count may have gone on in between."


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ("Long before dawn Adrian Cole, {}, showed no emotion.", "58", "Adrian Cole, 58"),
        ("In the end, it cost {} in all, they said.", "$58", "it cost $58"),
    ],
)
def test_an_age_is_quoted_with_its_name(text, word, quoted):
    text = text.format(word) + " And so on" * 20
    row = SimpleNamespace(article_id="a", start=0, end=len(text), text=text)
    assert quoted in excerpts.around(row, text.index(word), text.index(word) + len(word)).text


def test_what_is_quoted_with_a_number_of_all_is_found_in_one_outlet_only_by_none():
    cut = "Novara Systems said it would cut {} jobs, moving its money to shining new machines."
    other = "Novara lays off 4,500 people. The dockers of Oderau were told by post."
    for number, alone in (("4,500", False), ("6,300", True)):
        tables_of = given({"Courier": cut.format(number), "Herald": other})
        said = sentences(differences.find(tables_of), "told alone")
        assert any("Novara Systems" in sentence for sentence in said) == alone


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("ODERAU, Ohio, March 3 (Wire) - The pier burned.", "The pier burned"),
        ("Jan 21 (Oderau Daily) - The pier burned.", "The pier burned"),
        ("NEW ODERAU — The pier burned.", "The pier burned"),
        ("The pier - all of it - burned.", "The pier - all of it - burned"),
        ("UN envoys - two of them - left.", "UN envoys - two of them - left"),
        ("NATO — an alliance — met.", "NATO — an alliance — met"),
    ],
)
def test_a_dateline_is_no_word_of_its_sentence(text, quoted):
    row = SimpleNamespace(article_id="a", start=4, end=4 + len(text), text=text)
    said = excerpts.of(row)
    assert said.text == quoted and text[said.start - 4 : said.end - 4] == said.text


def test_quotations_in_other_words_stand_in_one_sentence():
    said = (
        "Pavel Brandt spoke on Friday. “Nobody {} the rusty crane of this harbour in eleven long "
        "years,” he said. “My union of honest dockers {} the town hall of Oderau every winter.”"
    )
    texts = {
        "Courier": said.format("inspected", "warned"),
        "Herald": said.format("examined", "begged"),
    }
    (both,) = sentences(differences.find(given(texts)), "words changed")
    assert both.count("in Courier") == both.count("in Herald") == 2


@pytest.mark.parametrize(
    ("full", "version", "lost"),
    [
        ("We have lost four of our own in Oderau", "We have lost our own in Oderau", "four of"),
        ("I will never sell the harbour to them", "I will sell the harbour to them", "never"),
        ("There is no crack in the old crane", "There is crack in the old crane", "no"),
        ("We saw it, alas, from the pier on Friday", "We saw it from the pier on Friday", "alas"),
        ("We have lost four of our own in Oderau", "We have lost … our own in Oderau", ""),
        ("We have lost four of our own in Oderau", "We have lost [men of] our own in Oderau", ""),
        ("I think that the crane was old and bad", "I think the crane was old and bad", ""),
        ("It was a bad, bad day for the harbour", "It was a bad day for the harbour", ""),
        ("We have lost four of our own in Oderau", "We have lost four of our own", ""),
        ("We mourn. The crane was old and bad", "The crane was old and bad", ""),
    ],
)
def test_words_left_out_of_a_quotation_without_dots_are_told(full, version, lost):
    texts = {
        "Courier": f"“{full},” said Mayor Lena Harte on Friday. The tide was low.",
        "Herald": f"Mayor Lena Harte spoke. “{version},” she said.",
    }
    found = differences.find(given(texts))
    said = sentences(found, "words left out")
    assert said == [f"Herald leaves “{lost}” out of what Courier quotes: “{full}”."] * bool(lost)
    for place in tables.tuples(found.places):
        assert texts[place.article_id][place.start : place.end] == place.text


def test_the_two_halves_of_one_fact_are_told_once():
    texts = {
        "Courier": "The crane fell. “It is a scandal,” said lawyer Ines Vogt of a union.",
        "Herald": "The crane fell. Lawyer Ines Vogt of the union said that it is a scandal.",
        "Mail": "The crane fell on Friday, when the tide was low .",
    }
    said = sentences(differences.find(given(texts)), "not told")
    assert [s.count("scandal") for s in said if "in Mail" in s] == [1]


@pytest.mark.parametrize(
    ("outlets", "said"),
    [
        (["Mail", ""], "The outlet of 1 article is not known; it counts as an outlet of its own."),
        (["", ""], "The outlet of 2 articles is not known; each counts as an outlet of its own."),
    ],
)
def test_articles_without_an_outlet_are_said_to_stand_for_themselves(outlets, said):
    rows = [SimpleNamespace(anchor="2024-05-03", outlet=outlet, telling="x") for outlet in outlets]
    event = event_of(articles=rows)._replace(voices={"a": "Mail", "b": "Post"})
    assert said in [draft.parts[0] for draft in agreements.drafts(event)]


def test_a_sentence_that_stands_early_is_told_so_once():
    text = "The old crane of the harbour fell into the water on Friday."

    def cell(article: str, start: int, paragraph: int) -> SimpleNamespace:
        place = {"article_id": article, "start": start, "end": start + len(text), "text": text}
        return SimpleNamespace(state=CARRIED, paragraph=paragraph, weight=1.0, **place)

    halves = {n: [cell("a", 0, 1), cell("b", 500 + n, 20 + n)] for n in range(2)}
    found = list(prominence.drafts(event_of()._replace(facts=halves)))
    assert [draft.kind for draft in found] == ["told early and late"]


def test_what_one_outlet_alone_tells_is_quoted(harbour):
    said = sentences(harbour, "told alone")
    assert any("only in Mail" in s and "painted yellow" in s for s in said)
    assert any("only in Courier" in s and "Fishermen had asked" in s for s in said)


def test_ranks_count_from_one_and_the_strongest_comes_first(harbour):
    for _, own in harbour.differences.groupby(["event_id", "part"]):
        assert list(own["rank"]) == list(range(1, len(own) + 1))
        assert own["strength"].is_monotonic_decreasing


def test_nothing_is_said_of_an_event_that_one_outlet_tells():
    found = differences.find(given({"Courier": HARBOUR["Courier"]}))
    assert not (found.differences["part"] == "differs").any()


def test_two_events_are_never_compared():
    found = differences.find(given(HARBOUR, {"Mail": "two"}))
    said = found.differences[found.differences["part"] == "differs"]
    assert not said["sentence"].str.contains("Mail").any()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge is closed.", "The bridge is closed"),
        ("“We lost it,” she said.", "“We lost it,” she said"),
        ("“We lost it.”", "We lost it"),
        (
            "The bridge was closed on Friday after a lorry struck its middle pillar at dawn, which "
            "left a thousand people of the valley without a way to their work for many days.",
            "The bridge was closed on Friday after a lorry struck its middle pillar at dawn",
        ),
        (
            "“You do not get to close the bridge and then go home for the whole of the weekend,” "
            "said Councillor Ada Brook of the valley, who asked for a vote before the recess.",
            "You do not get to close the bridge and then go home for the whole of the weekend",
        ),
        (
            "The vote on the bridge is not expected to pass in the upper chamber, where Ada Brook, "
            "R-Oderau, who leads the majority of its members, has said that the plan is dead.",
            "The vote on the bridge is not expected to pass in the upper chamber, where Ada Brook",
        ),
        (
            "The mayor told a crowd of several hundred people at the northern gate that it was “a "
            "shame and a scandal that nobody in the whole administration of this town looked”.",
            "The mayor told a crowd of several hundred people at the northern gate that it",
        ),
    ],
)
def test_a_short_sentence_is_quoted_whole_and_a_long_one_to_the_end_of_a_clause(text, words):
    row = pd.Series({"article_id": "a", "start": 7, "end": 7 + len(text), "text": text})
    said = excerpts.of(row)
    assert said.text == words
    assert text[said.start - 7 : said.end - 7] == words
    assert (said.opens, said.ends) == ("", " …" if words[-1] + "." not in text else "")


def test_words_from_the_middle_of_a_sentence_have_dots_on_either_side():
    text = (
        "When the bridge fell, 41 people of the valley and 12 of the town were hurt, and"
        + 60 * " x"
    )
    row = pd.Series({"article_id": "a", "start": 0, "end": len(text), "text": text + "."})
    draft = rows.Draft("k", [excerpts.around(row, 22, 31), "."], [], 1.0)
    said, places = rows.sentence(draft)
    assert said == "“… 41 people of the valley and 12 of the town were hurt …”."
    assert said[places[0][0] :].startswith(places[0][1].text)


def test_words_round_a_number_begin_behind_the_place_that_the_sentence_opens_with():
    text = "ODERAU (Wire) — A fire in the old harbour killed 4 people and hurt" + 60 * " x"
    row = pd.Series({"article_id": "a", "start": 0, "end": len(text), "text": text + "."})
    said = excerpts.around(row, text.index("4"), text.index("4") + 8)
    assert said.text.startswith("A fire in the old harbour")


VOICES = {"a": "Post", "b": "Echo", "c": "Post"}


def event_of(**own: list) -> rows.Event:
    none: dict = {name: [] for name in rows.Tables._fields}
    return rows.Event(**none | own, voices=VOICES, facts={})


def wordings(*told: tuple) -> rows.Event:
    columns = ["article_id", "group", "topic", "term", "text", "voice", "weight"]
    table = pd.DataFrame(told, columns=columns)
    table = table.assign(start=range(len(table)), end=range(1, len(table) + 1))
    return event_of(framing=list(tables.tuples(table)))


def test_what_outlets_call_a_thing_in_their_own_voice_is_set_side_by_side():
    event = wordings(
        ("a", "naming", "the raid", "assault", "assaults", "own", 1.0),
        ("b", "naming", "the raid", "visit", "visit", "own", 1.0),
        ("b", "naming", "the raid", "assault", "assault", "quoted", 1.0),
    )
    said = [rows.sentence(draft)[0] for draft in words.drafts(event)]
    assert said == ["The raid, in the outlets' own words: “assaults” in Post; “visit” in Echo."]


def test_the_same_word_for_a_thing_is_no_difference():
    event = wordings(*(("ab"[n], "naming", "the raid", "x", "x", "own", 1.0) for n in (0, 1)))
    assert list(words.drafts(event)) == []


def test_strong_words_count_where_one_outlet_has_more_of_them_than_any_other():
    one = [("a", "strong", "", word, word, "own", 3.0) for word in ("slam", "fume", "blast")]
    other = [("b", *row[1:]) for row in one]
    alone, both = (next(words.drafts(wordings(*told))).strength for told in (one, [*one, *other]))
    assert alone > both


def test_only_an_outlets_own_strong_words_are_given_the_strongest_first():
    event = wordings(
        ("a", "strong", "", "grim", "grim", "own", 1.0),
        ("a", "strong", "", "slaughter", "slaughter", "own", 3.0),
        ("b", "strong", "", "butchery", "butchery", "quoted", 3.0),
    )
    said = [rows.sentence(draft)[0] for draft in words.drafts(event)]
    assert said == ["Strong words in the outlets' own voice: “slaughter” and “grim” in Post."]
    event = wordings(("a", "strong", "", "grim", "grim", "own", 1.0))
    (said,) = (rows.sentence(draft)[0] for draft in words.drafts(event))
    assert said.startswith("A strong word in an outlet's own voice: “grim” in ")


TOLLS = {
    "Courier": "The flood killed 41 people in Oderau. It drove 12,000 people from their homes.",
    "Herald": "In Oderau 41 people were killed by the flood, and 12,000 people left their homes.",
    "Mail": "The flood in Oderau came at night, and nobody slept. The mayor was not seen.",
}


def test_numbers_that_one_outlet_lacks_stand_in_one_sentence_and_are_only_not_found():
    said = sentences(differences.find(given(TOLLS)), "number not given")
    assert len(said) == 1 and said[0].endswith("found in Mail.")
    assert "“41 people” in Courier and Herald" in said[0]


def test_what_one_outlet_lacks_is_said_once_not_as_agreement_too():
    found = differences.find(given(TOLLS)).differences
    assert not any("41 people" in s for s in found.loc[found["part"] == "agrees", "sentence"])
    two = differences.find(given({k: TOLLS[k] for k in ("Courier", "Herald")})).differences
    assert any("41 people" in s for s in two.loc[two["part"] == "agrees", "sentence"])


def test_a_number_that_stands_there_in_other_words_is_not_missed():
    texts = TOLLS | {"Mail": TOLLS["Mail"] + " Forty-one people died in the flood."}
    assert not any("41" in s for s in sentences(differences.find(given(texts)), "number not given"))


def test_a_number_on_which_two_outlets_conflict_is_no_agreement_of_two_others():
    texts = {
        "Courier": "The flood killed 41 people in Oderau.",
        "Herald": "In Oderau 41 people were killed by the flood.",
        "Mail": "The flood killed 52 people in Oderau.",
    }
    found = differences.find(given(texts))
    assert len(sentences(found, "numbers differ")) == 1
    agreed = found.differences.loc[found.differences["part"] == "agrees", "sentence"]
    assert not any("killed" in s or "41" in s for s in agreed)


def quoted(*told: tuple) -> rows.Event:
    columns = ["article_id", "form", "source", "side", "standing", "text"]
    table = pd.DataFrame(told, columns=columns).assign(start=0, end=9)
    return event_of(quotes=list(tables.tuples(table)))


LONG = "word " * 70
SAID = ("partial", "Lena Harte", "Oderau", "named", "we will mend the crane and open the harbour")
BODY = ("indirect", "the port authority", "Oderau", "institution", "fifteen words " * 8)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            [("a", *SAID[:-1], LONG), ("b", "indirect", *SAID[1:])],
            "Echo quotes nobody word for word; Post puts 70 words in quotation marks.",
        ),
        (
            [("a", *BODY), ("b", *BODY[:2], "Tyrsund", *BODY[3:])],
            "Only Post quotes a source that speaks for Oderau: the port authority.",
        ),
        (
            [("a", "indirect", "unnamed officials", "", "unnamed", LONG), ("b", *SAID)],
            "Words given to unnamed sources: 70 in Post and none in Echo.",
        ),
    ],
)
def test_who_is_heard_in_which_telling_is_counted(told, words):
    said = [rows.sentence(draft)[0] for draft in sources.drafts(quoted(*told))]
    assert words in said


def test_a_side_is_not_said_to_be_heard_once_where_most_sources_have_none():
    unknown = ("indirect", "a man", "", "not told", LONG)
    event = quoted(("a", *BODY), ("a", *unknown), ("b", *unknown))
    assert not any("speaks for" in rows.sentence(d)[0] for d in sources.drafts(event))


def test_a_reprint_of_a_quotation_is_counted_once():
    unnamed = ("a", "indirect", "unnamed officials", "", "unnamed", "word " * 40)
    assert list(sources.drafts(quoted(unnamed, unnamed, ("b", *SAID)))) == list(
        sources.drafts(quoted(unnamed, ("b", *SAID)))
    )


FULL = "The rusty crane of this harbour was older than every docker who climbed it last winter"


@pytest.mark.parametrize(("other", "said"), [("b", 1), ("c", 0)])
def test_what_an_outlet_changes_of_its_own_quotation_is_no_difference(other, said):
    columns = {"article_id": ["a", other], "statement": "1", "speaker": "Lena Harte"}
    columns |= {"text": [FULL, FULL.replace("rusty", "old")], "start": 0, "end": len(FULL)}
    columns |= {"relation": ["fullest", "reworded"], "missing": "", "changed": [0, 1]}
    table = pd.DataFrame(columns | {"kept": 14, "dropped": 0, "added": 0})
    found = list(quotations.drafts(event_of(statements=list(tables.tuples(table)))))
    assert [draft.kind for draft in found] == ["words changed"] * said


@pytest.mark.parametrize(("other", "said"), [("b", 1), ("c", 0)])
def test_sentences_of_one_outlet_are_not_to_be_compared(other, said):
    row = {"rank": 1, "reason": "“open” and “closed”", "like": 0.5}
    sides = {"article_id": ("a", other), "text": ("The port is open.", "The port is closed.")}
    sides |= {"start": (0, 0), "end": (17, 19)}
    row |= {
        f"{k}_{side}": v for k, both in sides.items() for side, v in zip("ab", both, strict=True)
    }
    found = list(checks.drafts(event_of(checks=list(tables.tuples(pd.DataFrame([row]))))))
    assert [draft.kind for draft in found] == ["to check"] * said


def test_an_outlet_is_not_said_to_name_itself():
    texts = {
        "Anna Quill": "“The crane was old,” Pavel Brandt told Anna Quill on Friday.",
        "Herald": "On Friday the harbour of Oderau was closed. Pavel Brandt wept.",
    }
    assert not any(
        "Anna Quill names" in s for s in sentences(differences.find(given(texts)), "named alone")
    )


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("More than 70,000 homes in the city were dark.", False),
        ("About 300 homes in the city were dark.", True),
        ("Many homes in the city were dark.", True),
    ],
)
def test_a_fact_is_told_by_who_gives_a_large_number_near_it(other, found):
    texts = {
        "Courier": "Some 60,000 homes lost electricity for hours, grid operator Redal said.",
        "Herald": f"The heat was great in May. {other}",
    }
    said = sentences(differences.find(given(texts)), "told alone")
    assert any("60,000" in s for s in said) is found


@pytest.mark.parametrize(
    ("own", "other", "alone"),
    [
        (
            "About 90,000 sixteen-year-olds sat the exam.",
            "The exam of 86,000 pupils is void.",
            False,
        ),
        ("About 90,000 teenagers sat the exam.", "The exam of 12,000 pupils is void.", True),
        ("90,000 teenagers sat the exam.", "The exam of 86,000 pupils is void.", True),
    ],
)
def test_a_large_number_told_roughly_may_be_anothers(own, other, alone):
    said = sentences(differences.find(given({"Courier": own, "Herald": other})), "number alone")
    assert any("90,000" in s for s in said) is alone


@pytest.mark.parametrize(("other", "alone"), [("$310 million", False), ("$900 million", True)])
def test_a_sum_that_others_give_in_another_currency_is_not_given_alone(other, alone):
    texts = {
        "Courier": "The satellite cost €285 million ($310 million) in all.",
        "Herald": f"They paid {other} for it.",
    }
    said = sentences(differences.find(given(texts)), "number alone")
    assert any("285" in s for s in said) is alone
