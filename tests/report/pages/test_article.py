"""Marks in an article's text: nested whatever they cross, every word once, an address per place."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.report.pages.article import Mark, marked, nested

TEXT = 'He said <b>"no" & left</b> town'


def shown(*marks, text=TEXT, offset=0):
    return marked(text, offset, nested(marks, offset, offset + len(text)))


def test_the_words_are_data_not_markup():
    assert shown(Mark(3, 7, "quote", "")) == (
        'He <span class="mark quote" id="at-3-7">said</span> '
        "&lt;b&gt;&quot;no&quot; &amp; left&lt;/b&gt; town"
    )


def test_two_marks_at_one_place_share_its_address():
    made = shown(Mark(0, 2, "name", "PERSON"), Mark(0, 2, "cited", ""))
    assert made.count('id="at-0-2"') == 1
    assert 'title="PERSON"' in made


@pytest.mark.parametrize(("start", "address"), [(100, True), (90, False)])
def test_a_mark_begun_on_a_line_above_has_its_address_there(start, address):
    made = shown(Mark(start, 130, "quote", ""), offset=100)
    assert (f'id="at-{start}-130"' in made) == address


marks = st.lists(
    st.tuples(st.integers(0, 31), st.integers(0, 31)).map(lambda p: Mark(*sorted(p), "cited", "")),
    max_size=8,
)


@given(marks)
def test_no_word_is_lost_and_elements_nest(given_marks):
    made = shown(*given_marks)
    assert html.unescape(re.sub(r"</?span[^>]*>", "", made)) == TEXT
    depth = 0
    for tag in re.findall(r"</?span", made):
        depth += 1 if tag == "<span" else -1
        assert depth >= 0
    assert depth == 0
    assert made.count(" id=") == len({(m.start, m.end) for m in given_marks if m.start < m.end})
