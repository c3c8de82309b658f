"""Texts in columns: every sentence once, what is told twice joined both ways, places that lead."""

import re

import pandas as pd
import pytest

from tellings.compare.coverage import abreast
from tellings.show import differences, side_by_side

TEXTS = {
    "a": "The pier closed on Monday. Nobody was hurt. A gull took a roll.",
    "b": "Nobody was hurt, police said. On Monday the pier closed.",
}


def place(article: str, words: str) -> tuple[int, int]:
    start = TEXTS[article].index(words)
    return start, start + len(words)


def sentences() -> pd.DataFrame:
    rows = [
        (article, "body", n, number, *place(article, words), words)
        for article, text in TEXTS.items()
        for n, number, words in [(1, k, w) for k, w in enumerate(re.findall(r"[^.]+\.", text), 1)]
    ]
    columns = ["article_id", "zone", "paragraph", "sentence", "start", "end", "text"]
    table = pd.DataFrame(rows, columns=columns)
    stripped = table["text"].str.lstrip()
    return table.assign(start=table["end"] - stripped.str.len(), text=stripped)


def cells() -> pd.DataFrame:
    given = [
        ("The pier closed on Monday.", "a", "carried", "The pier closed on Monday."),
        ("The pier closed on Monday.", "b", "partly", "On Monday the pier closed."),
        ("Nobody was hurt.", "a", "carried", "Nobody was hurt."),
        ("Nobody was hurt.", "b", "carried", "Nobody was hurt, police said."),
        ("A gull took a roll.", "a", "carried", "A gull took a roll."),
        ("A gull took a roll.", "b", "omitted", ""),
    ]
    rows = [
        ("told", fact, i, state, *(place(i, words) if words else (pd.NA, pd.NA)))
        for fact, i, state, words in given
    ]
    return pd.DataFrame(rows, columns=["kind", "fact", "article_id", "state", "start", "end"])


ARTICLES = pd.DataFrame({"article_id": ["a", "b"], "telling": ["Post", "Echo (inferred)"]})
NONE = pd.DataFrame(columns=["article_id", "start", "end", "form"])


def lines() -> list[abreast.Line]:
    return abreast.lines(cells(), sentences(), ARTICLES)


def test_every_sentence_stands_once_in_its_article_s_order():
    assert [(line.article_id, line.text) for line in lines()] == [
        (i, w.strip()) for i, text in TEXTS.items() for w in re.findall(r"[^.]+\.", text)
    ]


def test_sentences_that_tell_the_same_are_joined_both_ways():
    joined = {(line.column, line.row): line.joined for line in lines()}
    assert joined == {(1, 1): ((2, 2),), (1, 2): ((2, 1),), (1, 3): (), (2, 1): ((1, 2),),
                      (2, 2): ((1, 1),)}  # fmt: skip


def test_what_no_other_article_tells_stands_alone():
    assert [line.text for line in lines() if line.alone] == ["A gull took a roll."]


def test_a_fact_that_another_has_perhaps_is_not_alone():
    table = cells()
    table.loc[5, "state"] = "unclear"
    assert not any(line.alone for line in abreast.lines(table, sentences(), ARTICLES))


def test_every_link_leads_to_a_sentence_that_is_there():
    made = str(side_by_side.texts(cells(), sentences(), ARTICLES, NONE, NONE))
    ids = re.findall(r' id="([^"]+)"', made)
    links = re.findall(r'href="#([^"]+)"', made)
    assert len(ids) == len(set(ids)) and len(links) == 6
    assert set(links) <= set(ids)


def test_the_columns_hold_the_words_of_the_articles():
    made = str(side_by_side.texts(cells(), sentences(), ARTICLES, NONE, NONE))
    bare = re.sub(r"<style>.*?</style>|<a class=\"also\".*?</a>|<[^>]+>", "", made, flags=re.S)
    assert [w for text in TEXTS.values() for w in text.split() if w not in bare.split()] == []


def difference(words: str, *places: tuple) -> str:
    columns = ["at", "words", "article_id", "outlet", "start", "end", "text"]
    rows = pd.DataFrame(places, columns=columns)
    return str(differences.sentence(words, list(rows.itertuples())))


def test_quoted_words_of_a_difference_lead_to_their_place():
    made = difference(
        "Only Post says “a <gull>”.", (16, "a <gull>", "a", "Post", 3, 11, "a <gull>")
    )
    assert made == (
        'Only Post says “<span data-at="a:3-11">a &lt;gull&gt;</span>”.'
    )  # fmt: skip


def test_a_sentence_without_quoted_words_names_the_places_it_rests_on():
    made = difference("Echo does not name Ann.", (pd.NA, "Ann", "a", "Post", 3, 6, "Ann"))
    assert '(<span data-at="a:3-6">Post</span>)' in made


def test_several_places_of_one_outlet_are_numbered():
    given = [("P", 3, "x"), ("P", 6, "y"), ("M", 1, "x"), ("P", 9, "x")]  # the last a reprint
    rests = [(pd.NA, word, "a", outlet, at, at + 1, word) for outlet, at, word in given]
    made = re.sub("<[^>]+>", "", difference("Echo quotes nobody.", *rests))
    assert made == "Echo quotes nobody. (P: 1, 2; M)"


@pytest.mark.parametrize(("count", "open_"), [(3, 3), (10, 8)])
def test_differences_further_down_are_folded(count, open_):
    rows = pd.DataFrame(
        [("e", "differs", n, f"Thing {n}.") for n in range(1, count + 1)],
        columns=["event_id", "part", "rank", "sentence"],
    )
    none = pd.DataFrame(columns=["event_id", "part", "rank", "at"])
    made, _, folded = str(differences.listing(rows, none)).partition("<details>")
    assert made.count("<li>") == open_
    assert folded.count("<li>") == count - open_


def test_places_to_check_stand_beside_each_other_and_lead_to_their_words():
    row = {"event_id": "e", "rank": 1, "reason": "“up” and “down”"}
    for side, article, words in (("a", "a", "Up."), ("b", "b", "Down.")):
        row |= {f"article_id_{side}": article, f"telling_{side}": article.upper()}
        row |= {f"start_{side}": 0, f"end_{side}": len(words), f"text_{side}": words}
    made = str(differences.abreast(pd.DataFrame([row]), "To compare."))
    assert 'A: <span data-at="a:0-3">Up.</span>' in made
    assert 'B: <span data-at="b:0-5">Down.</span>' in made
    alike = pd.DataFrame([row | {"reason": "told by both"}])
    assert "Up." not in str(differences.abreast(alike, "To compare."))
