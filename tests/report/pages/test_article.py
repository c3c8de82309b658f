"""Article pages: whose an article is, and of which day."""

from types import SimpleNamespace

import pytest

from tellings.report.pages import article


@pytest.mark.parametrize(
    "published, anchor, told",
    [
        ("2031-05-03T08:00", "2031-05-03", "3 May 2031"),
        ("", "2031-05-03", "3 May 2031 (inferred)"),
        ("", "", "no day given"),
    ],
)
def test_an_article_says_its_day_or_that_none_is_given(published, anchor, told):
    assert article.day(SimpleNamespace(published=published, anchor=anchor)) == told
