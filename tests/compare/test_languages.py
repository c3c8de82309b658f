"""Articles in other languages: kept and shown, set aside from what is compared."""

import pandas as pd
import pytest

from tellings import tables
from tellings.compare import ingest, languages
from tellings.read import articles, lines, sentences
from tellings.read.files import Capture, Correction

TEXTS = {
    "en": "Old pier closes\n\nThe old pier in Lindau closed on Monday after twelve planks broke, "
    "the mayor said. About 300 people had signed a letter to the town, which wants to open the "
    "pier again in May, when the weather is better and there is money for it.",
    "nl": "Oude pier gesloten\n\nDe oude pier in de haven is maandag gesloten nadat twaalf planken "
    "waren gebroken, zei burgemeester Olga Brandt. Hij is oud en hij is van ons, zo zei ze in een "
    "gesprek met de krant. De gemeente wil de pier in mei weer openen.",
    "ru": "Причал закрыт\n\nСтарый причал закрыли в понедельник",
}
NONE = tables.frame([], Correction)


@pytest.fixture
def corpus():
    """What notebook 1 knows of the three texts: captures, articles, sentences."""
    rows = [Capture(i, f"{i}.txt", "", "utf-8", "txt", text) for i, text in TEXTS.items()]
    read = {i: lines.classify(text) for i, text in TEXTS.items()}
    described = pd.DataFrame(
        [articles.describe(x)._asdict() | {"article_id": i} for i, x in read.items()]
    )
    split = [s._asdict() | {"article_id": i} for i, x in read.items() for s in sentences.split(x)]
    return tables.frame(rows, Capture), described, pd.DataFrame(split)


def said(article_id: str, language: str) -> pd.DataFrame:
    return tables.frame(
        [Correction("article", article_id, "language", "", language, "")], Correction
    )


def apart(corpus, corrections=NONE) -> list[str]:
    captures, described, split = corpus
    return list(languages.set_aside(described, split, captures, corrections)["article_id"])


def test_what_is_not_english_is_set_aside(corpus):
    assert apart(corpus) == ["nl", "ru"]


@pytest.mark.parametrize(
    "article_id, language, left",
    [
        ("nl", "English", ["ru"]),
        ("en", "Scots", ["en", "nl", "ru"]),
        ("en", "English", ["nl", "ru"]),
    ],
)
def test_the_researcher_has_the_last_word(corpus, article_id, language, left):
    assert apart(corpus, said(article_id, language)) == left


@pytest.mark.parametrize(
    "article_id, language, changed",
    [("nl", "English", 1), ("en", "English", 0), ("en", "Scots", 1)],
)
def test_a_correction_of_the_language_says_whether_it_changed_something(
    corpus, article_id, language, changed
):
    rows = ingest.corrected(said(article_id, language), corpus[0])
    assert list(rows["changed"]) == [changed]


def test_what_is_compared_is_the_rest(corpus):
    captures, described, split = corpus
    away = languages.set_aside(described, split, captures, NONE)
    assert set(languages.compared(split, away)["article_id"]) == {"en"}
    assert languages.in_words(away, 3).startswith("2 of 3 articles are not English")
    assert languages.in_words(away.head(0), 3) == ""
