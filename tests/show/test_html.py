"""One HTML: tables of cells, and a text whose marks nest whatever they cross, every word once."""

import html as entities
import re

import pandas as pd
import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup

from tellings.show import html, marking
from tellings.show.html import Mark

TEXT = 'He said <b>"no" & left</b> town'


def shown(*marks, text=TEXT, offset=0) -> str:
    return str(html.marked(text, offset, marks, addressed=True))


def test_the_words_are_data_not_markup():
    made = shown(Mark(3, 7, "quotes"))
    assert made.startswith('He <span class="mark quotes" id="at-3-7">said</span> &lt;b&gt;')
    assert "<b>" not in made and entities.unescape(re.sub("<[^>]*>", "", made)) == TEXT


def test_a_sign_that_html_does_not_know_takes_its_place():
    made = shown(Mark(1, 3, "names"), text="a\0bc")
    assert made == 'a<span class="mark names" id="at-1-3">\ufffdb</span>c'


def test_two_marks_at_one_place_share_its_address():
    made = shown(Mark(0, 2, "names", "PERSON"), Mark(0, 2, "cited"))
    assert made.count('id="at-0-2"') == 1
    assert 'title="PERSON"' in made


def test_a_mark_has_no_address_where_nothing_links_to_it():
    assert "id=" not in html.marked(TEXT, 0, [Mark(0, 2, "names")])


@pytest.mark.parametrize(("start", "address"), [(100, True), (90, False)])
def test_a_mark_begun_on_a_line_above_has_its_address_there(start, address):
    made = shown(Mark(start, 130, "quotes"), offset=100)
    assert (f'id="at-{start}-130"' in made) == address


marks = st.lists(
    st.tuples(st.integers(0, 31), st.integers(0, 31)).map(lambda p: Mark(*sorted(p), "cited")),
    max_size=8,
)


@given(st.text(alphabet="a<&'\" ", min_size=31, max_size=31), marks)
def test_no_letter_is_lost_and_elements_nest(text, given_marks):
    made = shown(*given_marks, text=text)
    assert entities.unescape(re.sub(r"</?span[^>]*>", "", made)) == text
    depth = 0
    for tag in re.findall(r"</?span", made):
        depth += 1 if tag == "<span" else -1
        assert depth >= 0
    assert depth == 0
    assert made.count(" id=") == len({(m.start, m.end) for m in given_marks if m.start < m.end})


def test_marks_come_from_every_table_in_the_order_of_the_text():
    row = {"article_id": "a", "start": 9, "end": 12, "text": "600"}
    claims = pd.DataFrame([row | {"bound": ">", "low": 33900.0, "high": 1e6, "unit": ""}])
    quotes = pd.DataFrame([row | {"start": 3, "form": "indirect", "speaker": ""}])
    found = marking.marks({"claims": claims, "quotes": quotes, "whens": claims.head(0)})
    assert found[["kind", "start", "look", "note"]].values.tolist() == [
        ["quotes", 3, "quotes indirect", "quotes: form indirect"],
        ["claims", 9, "claims", "claims: bound >, low 33,900, high 1,000,000"],
    ]
    assert marking.marks({"claims": claims}, ["quotes"]).empty
    assert list(marking.marks({}).columns) == list(found.columns)


LINES = pd.DataFrame(
    [
        (1, "headline", 0, "first title", "A <b>"),
        (2, "blank", 6, "no words", ""),
        (3, "editors_note", 7, 'begins with "note"', "Note & more"),
    ],
    columns=["line", "role", "start", "rule", "text"],
)


def test_lines_tell_their_number_their_role_and_why():
    made = html.lines(LINES.itertuples(), [Mark(2, 12, "odd", "x")])
    assert made.count('<p class="line role-') == 2
    assert ">3 editors note</span>" in made and 'title="begins with &#34;note&#34;"' in made
    assert 'A <span class="mark odd" title="x">&lt;b&gt;</span></span></p>' in made
    assert '<span class="mark odd" title="x">Note </span>&amp; more' in made
    assert "id=" not in made and 'id="line-3"' in html.lines(LINES.itertuples(), [], addressed=True)


@pytest.mark.parametrize(
    "value, written",
    [
        ("<b>", "<td>&lt;b&gt;</td>"),
        (Markup("<b>x</b>"), "<td><b>x</b></td>"),
        (12345.678, '<td class="n">12,346</td>'),
        (float("nan"), '<td class="n"></td>'),
        (None, "<td></td>"),
        (True, "<td>yes</td>"),
        ("a " * 20, f'<td class="long">{"a " * 20}</td>'),
        (html.Cell("x", head=True), '<th scope="row">x</th>'),
    ],
)
def test_a_cell_is_written_as_people_read_it(value, written):
    assert written in html.table("Caption", ["head"], [[value]])


def test_a_table_has_caption_heads_and_name():
    made = html.table("A & B", ["text", html.Cell("n", "n")], [["x", 1]], "rows", "wide")
    assert made.startswith('<table data-table="rows" class="wide"><caption>A &amp; B</caption>')
    assert '<th scope="col">text</th><th scope="col" class="n">n</th>' in made
    assert "<thead>" not in html.table("c", [], [["x"]])


def test_every_kind_of_mark_has_a_look_of_its_own():
    style = marking.style(".here ")
    looks = [look for kind in marking.MARKS for _, look in kind.looks]
    assert len(set(looks)) == len(looks)
    for kind in marking.MARKS:
        for form, look in kind.looks:
            assert f".here .mark.{kind.name}{form} {{ {look} }}" in style
