"""What a notebook shows: figures with words, tables with captions, text that stays text."""

import base64
import io
import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from PIL import Image

from tellings.show import links, page, panels, style, svg


@pytest.fixture
def shown(monkeypatch):
    """What was displayed, in order."""
    outputs = []
    monkeypatch.setattr(page, "display", lambda data, raw: outputs.append(data))
    return outputs


def bars():
    return plt.subplots()[1].bar([1, 2], [3, 4])[0].axes


def test_a_figure_says_what_it_shows(shown):
    page.figure(bars(), "bars", alt='Two "bars" & <more>')
    svg, alt = shown[0]["image/svg+xml"], shown[0]["text/plain"]
    assert svg.startswith('<svg role="img" aria-label="Two &quot;bars&quot; &amp; &lt;more&gt;"')
    assert alt == 'Two "bars" & <more>'
    assert plt.get_fignums() == []


def test_the_same_figure_gives_the_same_bytes(shown):
    page.figure(bars(), "bars", alt="Bars")
    page.figure(bars(), "bars", alt="Bars")
    assert shown[0] == shown[1]
    assert "<dc:date>" not in shown[0]["image/svg+xml"]


def test_a_figure_is_a_small_picture_too(shown):
    page.figure(bars(), "bars", alt="Bars")
    picture = Image.open(io.BytesIO(base64.b64decode(shown[0]["image/png"])))
    assert picture.mode == "P" and 300 < picture.width < 700
    assert len(shown[0]["image/png"]) < 8_000


def test_outlets_keep_their_colours_in_the_small_picture(shown):
    axes = plt.subplots()[1]
    articles = {"article_id": range(10), "telling": "x", "outlet": list("ABCDEFGHIJ")}
    inks = style.colours(pd.DataFrame(articles))
    for place, ink in enumerate(inks.values()):
        axes.plot(place, place, "o", color=ink, markersize=7)
    page.figure(axes, "dots", alt="Dots")
    picture = Image.open(io.BytesIO(base64.b64decode(shown[0]["image/png"]))).convert("RGB")
    drawn = [pixel for _, pixel in picture.getcolors(maxcolors=256)]
    wanted = [tuple(round(255 * part) for part in ink) for ink in inks.values()]
    off = [min(sum(abs(a - b) for a, b in zip(w, d, strict=True)) for d in drawn) for w in wanted]
    assert max(off) <= 12


def test_a_label_that_stands_for_words_is_a_link_with_a_name(shown):
    axes = bars()
    axes.text(1, 1, 'over 1 "million" & more').set_url(links.url("0/0", 4, 9))
    page.figure(axes, "bars", alt="Bars")
    made = shown[0]["image/svg+xml"]
    assert 'xlink:href="at:0%2F0:4-9"' in made
    assert 'over 1 "million" &amp; more</text>' in made
    assert made.startswith('<svg role="group"')


def test_a_mark_is_a_link_only_if_it_has_a_name(shown):
    axes = bars()
    axes.plot([1], [1], "s", url=links.url("000", 4, 9))
    axes.plot([2], [1], "s", url=links.url("000", 5, 9, 'told by "A" & B'))
    page.figure(axes, "bars", alt="Bars")
    made = shown[0]["image/svg+xml"]
    assert "at:000:4-9" not in made
    link = '<a xlink:href="at:000:5-9" aria-label="told by &quot;A&quot; &amp; B">'
    assert link + '<title>told by "A" &amp; B</title>' in made


@pytest.mark.filterwarnings("ignore:Glyph")
def test_a_sign_that_no_picture_may_hold_is_replaced(shown):
    axes = plt.subplots()[1]
    axes.set_title("a\x1b[31mred\ufffe.txt")
    assert "a\ufffd[31mred\ufffd.txt" in svg.drawn(axes, "red", "Red")


def test_words_in_a_figure_stay_as_they_are(shown):
    axes = bars()
    axes.text(1, 1, "3.14159")
    axes.text(1, 2, "from $5 to $6 <b>")
    page.figure(axes, "bars", alt="Bars")
    made = shown[0]["image/svg+xml"]
    assert ">3.14159</text>" in made and ">from $5 to $6 &lt;b&gt;</text>" in made
    assert re.findall(r'[ "]\d+\.\d{3}', "".join(re.findall(r"<[^>]+>", made))) == []


def test_two_figures_share_no_id(shown):
    page.figure(bars(), "one", alt="Bars")
    page.figure(bars(), "two", alt="Bars")
    first, second = (set(re.findall(r'\bid="([^"]+)"', o["image/svg+xml"])) for o in shown)
    assert first and second and not first & second
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', shown[0]["image/svg+xml"]))
    assert used <= first


def held(shown) -> str:
    """The CSV that the first output holds in its link."""
    (coded,) = re.findall(
        r'href="data:text/csv;charset=utf-8;base64,([^"]*)"', shown[0]["text/html"]
    )
    return base64.b64decode(coded).decode("utf-8-sig")


TABLE = pd.DataFrame(
    {
        "article_id": ["000"],
        "start": [4],
        "end": [9],
        "text": ["<script>=1"],
        "per_1000_words": [12345.678],
        "missing": [float("nan")],
    }
)


def test_a_row_that_stands_for_words_leads_to_them(shown):
    page.table(TABLE, caption="Words & numbers", name="words")
    made = shown[0]["text/html"]
    assert "<caption>Words &amp; numbers <a " in made
    assert '<span data-at="000:4-9">&lt;script&gt;=1</span>' in made
    assert '<th scope="col" class="n">per 1,000 words</th>' in made
    assert '<td class="n">12,346</td><td class="n"></td>' in made
    assert "article_id" not in made


def test_money_is_no_formula(shown):
    page.table(TABLE, caption="From $5 to $6")
    page.finding("From $5 to $6")
    assert all(o["text/html"].startswith('<div class="mathjax_ignore">') for o in shown)


def test_a_long_table_says_how_much_of_it_is_shown(shown):
    rows = page.ROWS_SHOWN + 1
    page.table(pd.DataFrame({"n": range(rows)}), caption="Many", name="many")
    assert f"Many (the first {page.ROWS_SHOWN} of {rows} rows)" in shown[0]["text/html"]
    assert held(shown).count("\n") == rows + 1


def test_a_finding_is_text(shown):
    page.finding("2 < 3")
    assert '<p class="finding">2 &lt; 3</p>' in shown[0]["text/html"]


def test_a_table_without_rows_is_its_caption(shown):
    page.table(TABLE.head(0), caption="Nothing: 0.", name="none")
    assert '<p class="empty" data-table="none">Nothing: 0.</p>' in shown[0]["text/html"]
    assert shown[0]["text/plain"] == "Nothing: 0."


def rows(count: int) -> pd.DataFrame:
    return pd.DataFrame({"word": [f"w{i}" for i in range(count)]})


def test_a_folded_table_shows_its_caption_and_keeps_its_rows_for_the_reader_who_opens_it(shown):
    page.table(rows(9), "Every word.", name="words", shown=4, folded=True)
    made = shown[0]["text/html"]
    assert "<summary>Every word.</summary><table" in made
    assert "<caption>4 of 9 rows <a " in made
    assert made.count("<tr><td") == 4
    assert held(shown).count("\n") == 10


def test_a_table_that_shows_no_row_is_a_line_that_leads_to_all_of_them(shown):
    page.table(rows(9), "Every word.", name="words", shown=0)
    made = shown[0]["text/html"]
    assert '<p class="table" data-table="words">Every word. <span class="muted">9 rows<' in made
    assert "<table" not in made and shown[0]["text/plain"] == "Every word."
    assert held(shown).count("\n") == 10


def test_a_page_calls_kinds_and_events_by_words_and_the_csv_keeps_them(shown):
    page.table(pd.DataFrame({"event_id": ["a<b"], "kind": ["ORG"]}), "Names.", name="names")
    made = shown[0]["text/html"]
    assert (
        '<td class="event"><span data-event="a&lt;b">a&lt;b</span>' in made
        and "<td>body</td>" in made
    )
    assert held(shown) == "event_id,kind\na<b,ORG\n"


def test_a_figure_that_shows_nothing_is_a_note(shown):
    plt.close("all")
    page.figure(panels.empty("No number was given twice."), "none", "Nothing.")
    assert "image/svg+xml" not in shown[0]
    assert '<p class="empty">No number was given twice.</p>' in shown[0]["text/html"]
    assert plt.get_fignums() == []


def test_a_table_without_rows_says_what_is_not_there(shown):
    page.table(rows(0), "Words.", name="words", folded=True, none="No words.")
    assert shown[0]["text/plain"] == "No words."
    assert "<table" not in shown[0]["text/html"]


def test_a_finding_has_a_paragraph_for_each_line(shown):
    page.finding("One  thing.\n\nAnother <thing>.")
    assert shown[0]["text/plain"] == "One thing.\nAnother <thing>."
    assert shown[0]["text/html"].count('<p class="finding">') == 2


def test_a_title_stands_above_the_figure_in_lines_that_fit(shown):
    page.figure(bars(), "bars", alt="Bars", title="word " * 40)
    made = shown[0]["image/svg+xml"]
    assert made.count("word word") > 2


def test_a_hatched_face_keeps_its_pattern_and_its_colour(shown):
    axes = plt.subplots()[1]
    axes.bar([1, 2], [3, 4], facecolor="#8c8c8c", hatch="//")
    page.figure(axes, "hatched", alt="Bars")
    made = shown[0]["image/svg+xml"]
    (pattern,) = re.findall(r'<pattern id="([^"]+)"', made)
    assert f"fill: url(#{pattern})" in made.replace("fill:url", "fill: url")
    assert 'fill="#8c8c8c"' in made


def test_a_table_in_parts_is_shown_as_the_whole_of_it(shown):
    whole = rows(9)
    page.table(whole, "Words.", name="words", shown=4)
    page.table((whole.iloc[at : at + 3] for at in (0, 3, 6)), "Words.", name="words", shown=4)
    assert shown[0] == shown[1] and "the first 4 of 9 rows" in shown[1]["text/html"]
    page.table(iter([whole.head(0)]), "Words.", shown=0, none="No words.")
    assert shown[2]["text/plain"] == "No words."
