"""The list of all articles, and which of them have a page of their own in a large corpus."""

from types import SimpleNamespace

import pandas as pd
import pytest

from tellings.report.pages import article, frame, listing
from tellings.report.pages.places import Page, Places


class Told(SimpleNamespace):
    """A corpus that has the tables given."""

    def columns(self, name, *columns):
        return getattr(self, name)[list(columns)]


def corpus(many: int) -> pd.DataFrame:
    ids = [f"{n:05}" for n in range(many)]
    given = {"event_id": "e", "event_name": "A meeting, 3 May 2024", "outlet": "", "file": ids}
    own = {"article_id": ids, "telling": ids, "headline": ids, "published": "2024-05-03T08:00"}
    return pd.DataFrame(given | own)


@pytest.mark.parametrize("many", [1, 1000, 1001, 2500])
def test_every_article_stands_once_in_the_list_and_every_page_of_it_leads_to_the_others(many):
    told = corpus(many)
    made = {
        page.href: body
        for page, body in listing.pages(Told(articles=told), set(told["article_id"]), {})
    }
    whole = "".join(made.values())
    assert all(whole.count(f'href="articles/{i}.html"') == 1 for i in told["article_id"])
    assert len(made) == -(-many // listing.SIZE)
    for href, body in made.items():
        assert {other for other in made if f'href="{other}"' in body} == set(made) - {href}


def test_a_page_of_the_list_is_called_by_how_its_first_and_last_event_begin():
    events = ["A fire in Port Ellery"] * 1000 + ["", "Bridge closed for good", "Mayor: a vote"]
    ids = ["a"] * 1000 + ["Zug 9 is late", "b", "m"]
    told = Told(articles=corpus(1003).assign(event_name=events, event_id=ids))
    (_, first), (_, second) = listing.pages(told, set(), {})
    assert "<strong>Zug 9 is – A fire in</strong>" in first
    assert '<a href="articles-2.html">A fire in – Mayor</a>' in first
    assert '<a href="articles.html">Zug 9 is – A fire in</a>' in second


def test_an_article_without_a_page_is_no_link_and_that_is_said():
    ((_, body),) = listing.pages(Told(articles=corpus(3)), {"00001"}, {})
    assert 'href="articles/00001.html"' in body and 'href="articles/00002.html"' not in body
    assert "2 articles that no page of the report points to" in body and "ARTICLES=all" in body


@pytest.mark.parametrize(
    "many, every, expected", [(1000, False, 1000), (1001, False, 2), (1001, True, 1001)]
)
def test_a_large_corpus_has_pages_for_what_is_pointed_to(many, every, expected):
    places = Places()
    places.page("00007")
    places.link(Page("2-entities.html", "", ""), "00011", "3", "8", "words")
    told = Told(captures=corpus(many))
    assert len(article.paged(told, places, every)) == expected


def test_a_page_with_a_shared_style_asks_for_it_and_for_nothing_else():
    page = Page("articles/a.html", "a", "a")
    shared, alone = (frame.frame("", page, [], "article", "", s) for s in (True, False))
    assert '<link rel="stylesheet" href="../style.css">' in shared and "<style>" not in shared
    assert "style-src 'self'" in shared and "unsafe-inline" not in shared
    assert "<style>" in alone and "stylesheet" not in alone
