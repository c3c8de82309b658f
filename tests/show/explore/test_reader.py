"""A telling to read: every letter is there, marks stand where they are, text stays text."""

import html
import re

import pandas as pd
import pytest

from tellings.compare.corpus import subcorpus
from tellings.parallel import each
from tellings.read import lines, sentences
from tellings.show.explore import reader

TEXT = (
    "Talks in Oslo\n\nShare this\n\n"
    "Envoys met in Oslo on Monday, the ministry said, and 3,000 people waited in the snow.\n"
    '<script>alert("x")</script> <img src=x onerror=alert(1)> is what the paper printed there.\n'
)


@pytest.fixture(scope="module")
def whole():
    roles = each(pd.Series({"a": TEXT}), lines.classify, lines.Line)
    split = each(roles, sentences.split, sentences.Sentence)
    at = TEXT.index("3,000 people")
    claims = pd.DataFrame({"article_id": ["a"], "sentence": 2, "start": at, "end": at + 12})
    claims = claims.assign(text="3,000 people", bound="=", low=3000.0, unit="person", source="")
    telling = {"event_id": "e", "telling": "Post", "outlet": "Post", "published": ""}
    articles = pd.DataFrame([{"article_id": "a", **telling}])
    return subcorpus.of(articles, lines=roles, sentences=split, claims=claims)


def shown(page: str) -> str:
    """The text of a page."""
    page = re.sub(r'<style>.*?</style>|<span class="role".*?</span> ', "", page, flags=re.S)
    return html.unescape(re.sub(r"<[^>]+>", "", page)).strip() + "\n"


def test_every_line_is_there_with_its_role(whole):
    page = reader.page(whole, "a")
    assert shown(page) == "\n".join(x for x in TEXT.split("\n") if x) + "\n"
    assert ">1 headline</span>" in page
    roles = re.findall(r'class="line role-(\w+)"', page)
    assert roles[0] == "headline" and roles[1] not in ("dek", "body", "list")


def test_marks_say_what_was_found(whole):
    page = reader.page(whole, "a")
    assert '<span class="mark claims" title="claims: bound =, low 3,000, unit person">' in page
    assert 'class="mark claims"' not in reader.page(whole, "a", kinds=["quotes"])
    found = reader.marks(whole, "a")
    assert [TEXT[m.start : m.end] for m in found.itertuples()] == found["text"].tolist()


def test_reported_speech_is_told_from_quotations(whole):
    at = TEXT.index("Envoys")
    said = pd.DataFrame({"article_id": ["a", "a"], "sentence": 2, "start": [at, at + 7]})
    said = said.assign(end=said["start"] + 3, text="", form=["indirect", "direct"], speaker="")
    page = reader.page(whole._replace(tables=whole.tables | {"quotes": said}), "a")
    assert '<span class="mark quotes indirect" title="quotes: form indirect">Env</span>' in page
    assert '<span class="mark quotes direct" title="quotes: form direct">met</span>' in page


def test_what_a_text_holds_does_nothing(whole):
    page = reader.page(whole, "a")
    at = TEXT.index("<script>")
    cited = reader.page(whole, "a", cited=(at, at + 8))
    assert '<span class="mark cited">&lt;script&gt;</span>' in cited
    for html_ in (page, cited):
        assert "<script" not in html_ and "<img" not in html_


def test_only_the_lines_round_a_place_when_asked(whole):
    at = TEXT.index("Envoys")
    page = reader.page(whole, "a", cited=(at, at + 6), around=0)
    assert '<span class="mark cited">Envoys</span>' in page
    assert "Talks in Oslo" not in page


def test_an_unknown_article_is_named(whole):
    with pytest.raises(ValueError, match="no article 'b' in the corpus; there: a"):
        reader.page(whole, "b")
