"""Addresses of article pages: one for each id, whatever a file system takes for the same name."""

import html
import re
import unicodedata

import nbformat
import pytest
from hypothesis import given, strategies as st
from papermill.parameterize import parameterize_notebook

from tellings.report.pages import event, frame, single
from tellings.report.pages.places import Page, Places, article_href
from tellings.show import html as show_html


def as_a_file_system_may_see(name: str) -> str:
    """The name without what some file system does not tell apart: capitals, forms of Unicode."""
    return unicodedata.normalize("NFKC", name).casefold()


@pytest.mark.parametrize(
    "one, other",
    [
        ("Story", "story"),
        ("a b", "a-b"),
        ("a;b", "a b"),
        ("新闻", "报道"),
        ("caf\u00e9", "cafe\u0301"),
        ("cnn/001", "cnn-001"),
        ("x" * 300, "x" * 299),
        ("a/b", "a-b-" + article_href("a/b")[-17:-5]),
    ],
)
def test_two_ids_never_share_a_page(one, other):
    seen = {as_a_file_system_may_see(article_href(i)) for i in (one, other)}
    assert len(seen) == 2


@given(st.lists(st.text(min_size=1), unique=True, max_size=6))
def test_any_ids_have_pages_of_their_own_with_names_that_any_system_takes(ids):
    addresses = [article_href(i) for i in ids]
    assert len({as_a_file_system_may_see(a) for a in addresses}) == len(ids)
    assert all(a.isascii() and len(a) < 100 and " " not in a for a in addresses)


@pytest.mark.parametrize("name", ["con", "NUL", "lpt1.txt", ".hidden", "..", "../../up", "a/../b"])
def test_names_that_a_system_keeps_for_itself_are_written_otherwise(name):
    folder, _, page = article_href(name).partition("/")
    assert folder == "articles" and "/" not in page
    assert page[0] != "." and page.partition(".")[0].lower() not in ("con", "nul", "lpt1")


def test_a_plain_id_is_its_pages_name():
    assert article_href("000_9a6132da83e6163b") == "articles/000_9a6132da83e6163b.html"


def test_in_one_file_each_page_has_an_id_of_its_own_and_the_front_page_comes_first(tmp_path):
    whole = single.Whole(tmp_path / "report.html")
    for i in ("a_b", "a.b", "a-b"):
        link = f'<a href="../index.html">x</a><a href="{i}.html#at-1-2">y</a>'
        whole.add(Page(f"articles/{i}.html", i, i), link.replace(i, f"../articles/{i}"))
    whole.add(Page("index.html", "Overview", "x"), '<p id="how"><a href="tables/a.csv">CSV</a></p>')
    whole.write(f"<body>{single.PLACE}</body>")
    (made,) = tmp_path.iterdir()
    body = made.read_text(encoding="utf-8")
    ids = re.findall(r'id="([^"]+)"', body)
    assert ids == [
        "page-index",
        "page-index--how",
        *(f"page-articles-{i}" for i in ("a_b", "a.b", "a-b")),
    ]
    assert body.count('href="#page-index"') == 3 and 'href="#page-articles-a.b--at-1-2"' in body
    assert 'href="tables/a.csv"' in body and body.endswith("</section></body>")


@pytest.mark.parametrize(
    "corpus, shown",
    [
        ("../../../home/ana/corpora/flood", '"flood"'),
        ("/srv/news room/caf\u00e9", '"caf\u00e9"'),
        ("C:/ana's $1 {x}", '"ana\'s $1 {x}"'),
        ("flood", '"flood"'),
    ],
)
def test_a_pages_code_says_no_more_of_a_folder_than_its_name(corpus, shown):
    written = 'corpus = "../seeds"\nevent = ""\nfrom x import y  # ../seeds'
    cell = nbformat.v4.new_code_cell(written, metadata={"tags": ["parameters"]})
    python = {"name": "python3", "language": "python", "display_name": "Python"}
    about = {"kernelspec": python, "papermill": {}}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata=about)
    notebook = parameterize_notebook(notebook, {"corpus": corpus, "data": "../../out/data"})
    page = Page("x.html", "x", "x")
    code = html.unescape(frame.body(notebook, page, Places()))
    assert f"corpus = {shown}" in code and 'data = "data"' in code
    assert "home" not in code and "srv" not in code and "/out" not in code
    assert 'corpus = "seeds"\nevent = ""\nfrom x import y  # ../seeds' in code


LINK = '<a class="csv" href="../tables/{}words.csv">CSV</a>'
LINE = '<p class="table" data-table="words">Words. <span class="muted">9 rows</span> {}</p>'
TABLE = '<table data-table="words"><caption>Words {}</caption><tbody></tbody></table>'


@pytest.mark.parametrize("shown", [LINE, TABLE, f"<details><summary>x</summary>{TABLE}</details>"])
def test_a_table_leads_to_its_file_from_every_page(shown):
    page = Page("x.html", "x", "x")

    def notebook(folder: str) -> nbformat.NotebookNode:
        made = {"text/html": shown.format(LINK.format(folder))}
        output = nbformat.v4.new_output("display_data", data=made)
        cell = nbformat.v4.new_code_cell("x", outputs=[output])
        return nbformat.v4.new_notebook(cells=[cell])

    made = frame.body(notebook(""), page, Places())
    assert '<a class="csv" href="tables/words.csv">CSV</a>' in made
    assert 'aria-label="Words"' in made or shown == LINE
    body = event.body(notebook("e/"), Page("events/e.html", "A fire", "A fire"), Places())
    assert '<a class="csv" href="../tables/e/words.csv">CSV</a>' in body


@pytest.mark.parametrize("corpus", ["floods", 'a"; } </style><b>', "caf\u00e9 \\ \n"])
def test_printed_pages_bear_the_corpus_whatever_its_name(corpus):
    style = str(frame.stylesheet(f"{corpus} · 3 May 2031"))
    (content,) = re.findall(r'@top-left \{ content: "([^"\n<]*)";', style)
    told = re.sub(r"\\([0-9a-f]+) ", lambda m: chr(int(m[1], 16)), content)
    assert told == f"{corpus} · 3 May 2031"


def test_without_a_corpus_nothing_stands_above_a_printed_page():
    assert "@top-left" not in frame.stylesheet()


@pytest.mark.parametrize(
    "event_id, shown",
    [
        ("a&b", '<a href="events/x.html">A fire &amp; a flood</a>'),
        ("small", "A &lt;small&gt; fire"),
        ("unknown", "unknown"),
    ],
)
def test_an_event_is_called_by_its_name_which_leads_to_its_page(event_id, shown):
    called = {"a&b": ("A fire & a flood", "events/x.html"), "small": ("A <small> fire", "")}
    made = f"<td>{show_html.event(event_id)}</td>"
    page = Page("x.html", "x", "x")
    assert frame.linked(made, page, Places(called)) == f"<td>{shown}</td>"
