"""Views at the keyboard: they list what the plain function gives, and a page holds still."""

import base64
import csv
import io

import ipywidgets as widgets
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from tellings import progress
from tellings.compare import ingest
from tellings.compare.corpus import concordance, corrections, subcorpus
from tellings.find import quotes
from tellings.parallel import each
from tellings.read import articles, files, lines, sentences
from tellings.show import explore
from tellings.show.explore import browser, contrasts, frame, picker, scripts, views

WIDGET = "application/vnd.jupyter.widget-view+json"
TEXTS = {
    "a": "Talks in Oslo\n\n“We wait,” Ms. Lee told reporters in Oslo, where talks went on.\n",
    "b": "Rain in Oslo\n\nTalks about rain went on in Oslo, the ministry said on a wet Monday.\n",
}


@pytest.fixture(scope="module")
def whole():
    captures = pd.DataFrame({"article_id": list(TEXTS), "text": list(TEXTS.values())})
    roles = each(ingest.texts(captures), lines.classify, lines.Line)
    described = each(roles, articles.describe, articles.Article)
    described = described.assign(
        event_id="e", event_name="Oslo talks", telling=["Post", "Sun"], outlet=["Post", "Sun"]
    )
    split = each(roles, sentences.split, sentences.Sentence)
    said = each(split, quotes.find, quotes.Quote)
    tables = {"lines": roles, "sentences": split, "quotes": said}
    return subcorpus.of(described, captures=captures, **tables)


@pytest.fixture()
def outputs(monkeypatch):
    """What a view shows; call it with whether somebody sits at the keyboard."""
    InteractiveShell.instance()

    def shown(view, keyboard):
        monkeypatch.setattr(progress, "at_keyboard", lambda: keyboard)
        with capture_output() as captured:
            view()
        assert (captured.stdout, captured.stderr) == ("", "")
        return [output.data for output in captured.outputs]

    yield shown
    InteractiveShell.clear_instance()


def every_view(whole, folder):
    row = corrections.correction("line", "nav", "a", 1)
    proposed = corrections.changes(whole, [row])
    return {
        "words": lambda: explore.words(whole, "talks"),
        "rows": lambda: explore.rows(whole, "quotes"),
        "telling": lambda: explore.telling(whole),
        "beside": lambda: explore.beside(whole),
        "contrast": lambda: explore.contrast(whole, "talks", outlet="Sun"),
        "corrections": lambda: explore.corrections(whole, folder, proposed),
        "table": lambda: explore.table(subcorpus.sizes(whole), "Sizes", "sizes"),
    }


@pytest.mark.parametrize(
    "name", ["words", "rows", "telling", "beside", "contrast", "corrections", "table"]
)
def test_a_view_is_a_still_table_and_a_widget_only_at_the_keyboard(name, whole, outputs, tmp_path):
    view = every_view(whole, tmp_path)[name]
    (still,) = outputs(view, False)
    (live,) = outputs(view, True)
    assert set(still) == {"text/plain", "text/html"}
    assert set(live) == {*still, WIDGET}
    assert {kind: live[kind] for kind in still} == still
    assert outputs(view, False) == [still]


def test_a_still_table_says_how_much_it_shows(outputs):
    rows = pd.DataFrame({"n": range(25)})
    (long,) = outputs(lambda: explore.table(rows, "Numbers", "n"), False)
    (short,) = outputs(lambda: explore.table(rows.head(1), "Numbers", "n"), False)
    assert "Numbers: 25 rows, the first 20 shown." in long["text/html"]
    assert long["text/plain"].split()[-1] == "19"
    assert "Numbers: 1 row." in short["text/html"]


def test_a_script_is_sent_to_the_plain_function(whole, capsys):
    with pytest.raises(ValueError, match="in a script call the plain function"):
        explore.words(whole, "talks")
    assert capsys.readouterr().out == ""


def listed_words(whole) -> browser.Browser:
    controls = {"words": views._typed("words", "talks"), "order": views._typed("sorted by", "")}
    widths = {"telling": 9, "left": -8, "text": 8, "right": 8}
    return browser.Browser(whole, concordance.table, controls, widths, "contexts", scripts.words)


def control(box: widgets.Widget, name: str) -> widgets.Widget:
    """The widget of this description inside the box."""
    found = [w for w in walked(box) if getattr(w, "description", None) == name]
    assert len(found) == 1, name
    return found[0]


def walked(box):
    yield box
    for child in getattr(box, "children", ()):
        yield from walked(child)


def status(box) -> str:
    found = [w.value for w in walked(box) if isinstance(w, widgets.HTML)]
    (said,) = [value for value in found if 'role="status"' in value or 'role="alert"' in value]
    return said


def test_a_browser_lists_what_the_plain_function_gives(whole):
    view = listed_words(whole)
    assert view.rows.equals(concordance.table(whole, "talks"))
    assert "3 in 2 tellings. Computed on 2 tellings of 1 event" in status(view.box)
    control(view.box, "words").value = "rain"
    assert view.rows.equals(concordance.table(whole, "rain"))


def test_a_browser_filters_by_any_field(whole):
    view = listed_words(whole)
    control(view.box, "telling").value = "Post"
    control(view.box, "field").value = "headline_status"
    control(view.box, "field is").value = "text"
    part = subcorpus.only(whole, telling="Post", headline_status="text")
    assert view.rows.equals(concordance.table(part, "talks"))
    assert "where telling is Post and headline_status is text" in status(view.box)


def test_a_browser_tells_what_cannot_be_asked_and_keeps_what_was_there(whole):
    view = listed_words(whole)
    control(view.box, "speaker").value = "Nobody"
    assert 'role="alert"' in status(view.box) and "no speaker is" in status(view.box)
    control(view.box, "speaker").value = ""
    control(view.box, "words").value = "*"
    assert "nothing to look for" in status(view.box)
    assert len(view.rows) == 3


def test_a_chosen_row_is_shown_in_its_telling(whole):
    view = listed_words(whole)
    (listed,) = [w for w in walked(view.box) if isinstance(w, widgets.Select)]
    listed.value = 2
    texts = [w.value for w in walked(view.box) if isinstance(w, widgets.HTML)]
    (page,) = [text for text in texts if "tellings-reader" in text]
    assert '<span class="mark cited">Talks</span>' in page and "voice: reported" in page


def test_a_chosen_row_is_put_beside_another_telling_and_back(whole):
    view = listed_words(whole)
    (listed,) = [w for w in walked(view.box) if isinstance(w, widgets.Select)]
    listed.value = 2
    switch = control(view.box, "Beside another telling")
    switch.value = True
    texts = [w.value for w in walked(view.box) if isinstance(w, widgets.HTML)]
    (page,) = [text for text in texts if 'class="abreast"' in text]
    assert page.count('class="column"') == 2
    assert page.count("mark cited") == page.count("said reached") == 1
    assert control(view.box, "beside").value == "a"
    switch.value = False
    assert not any(
        'class="abreast"' in w.value
        for w in walked(view.box)
        if hasattr(w, "value") and isinstance(w.value, str)
    )


def test_a_telling_alone_has_none_beside_it(whole, outputs):
    one = subcorpus.Corpus(whole.articles.head(1), whole.tables)
    (said,) = outputs(lambda: explore.beside(one), True)
    assert said["text/plain"] == "No event is here that two articles tell."


def test_a_group_stands_against_the_rest_and_can_be_changed(whole, monkeypatch):
    InteractiveShell.instance()
    view = contrasts._widget(whole, "talks", {"outlet": ["Sun"]})
    assert "Sun against the rest" in status(view)
    control(view, "these").value = ["Post"]
    assert "Post against the rest" in status(view)
    control(view, "these").value = ["Post", "Sun"]
    assert "no event is told by both sides" in status(view)
    InteractiveShell.clear_instance()


def test_where_one_outlet_tells_alone_nothing_is_held_against_it(whole, outputs):
    one = subcorpus.only(whole, telling="Post")
    (said,) = outputs(lambda: explore.contrast(one), False)
    assert said["text/plain"] == "No event is here that two outlets tell."


@pytest.mark.parametrize(
    "made, wanted",
    [
        (
            lambda c: scripts.words(c, "talks", "left 1"),
            lambda c: concordance.table(c, "talks", "left 1"),
        ),
        (lambda c: scripts.rows(c, "quotes"), lambda c: subcorpus.rows(c, "quotes")),
    ],
)
def test_a_script_gives_the_rows_of_the_view(made, wanted, whole, tmp_path, monkeypatch):
    for name, table in {"articles": whole.articles, **whole.tables}.items():
        if name != "stretches":
            table.to_parquet(tmp_path / f"{name}.parquet")
    monkeypatch.chdir(tmp_path)
    part = subcorpus.only(subcorpus.read(tmp_path), voice=["own", "quoted"])
    ran: dict = {}
    exec(made(part), ran)
    assert ran["found"].equals(wanted(part))
    assert len(list(tmp_path.glob("*.csv"))) == 1


def test_events_and_kinds_are_shown_in_words(outputs):
    columns = {"event_id": ["e1"], "event_name": ["Oslo talks"], "kind": ["ORG"], "n": [1]}
    (shown,) = outputs(lambda: explore.table(pd.DataFrame(columns), "Bodies", "b"), False)
    assert shown["text/plain"].split() == ["event", "kind", "n", "Oslo", "talks", "body", "1"]


def test_lines_of_a_list_have_one_width():
    rows = pd.DataFrame({"a": ["x", "a\nlong  one"], "n": [1.5, float("nan")]})
    lines_ = browser.listed(rows, {"a": 6, "n": -4})
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines_] == [
        "a         n",
        "x       1.5",
        "a long     ",
    ]


def test_the_link_and_the_file_hold_all_rows_as_text(tmp_path):
    rows = pd.DataFrame({"text": ["=1+1", "“é”"], "n": [1, 2]})
    coded = frame.csv_link(rows, "x").split("base64,")[1].split('"')[0]
    path = explore.save(rows, tmp_path / "views" / "x.csv", "2 tellings")
    for text in (base64.b64decode(coded).decode("utf-8-sig"), path.read_text("utf-8-sig")):
        assert list(csv.DictReader(io.StringIO(text))) == [
            {"text": "'=1+1", "n": "1"},
            {"text": "“é”", "n": "2"},
        ]
    assert path.with_suffix(".txt").read_text("utf-8") == "x.csv: 2 rows, computed on 2 tellings.\n"


def test_the_picker_shows_writes_and_takes_back(whole, tmp_path):
    pick = picker.Picker(whole, tmp_path)
    write = control(pick.box, "Write to corrections.csv")
    assert write.disabled
    things, written = (w for w in walked(pick.box) if isinstance(w, widgets.Select))
    things.value = 0
    control(pick.box, "becomes").value = "caption"
    assert "This changes one place. Nothing is written yet." in status(pick.box)
    assert list(tmp_path.iterdir()) == []
    write.click()
    assert [row[:5] for row in files.corrections(tmp_path)] == [
        ("line", "a", "1", "headline", "caption")
    ]
    written.index = 0
    control(pick.box, "Take the chosen one back").click()
    assert files.corrections(tmp_path) == []


def test_the_picker_tells_what_cannot_be(whole, tmp_path):
    pick = picker.Picker(whole, tmp_path)
    things = next(w for w in walked(pick.box) if isinstance(w, widgets.Select))
    things.value = 0
    control(pick.box, "becomes").value = "caption"
    assert not control(pick.box, "Write to corrections.csv").disabled
    control(pick.box, "becomes").value = "headlin"
    assert "unknown role" in status(pick.box)
    assert control(pick.box, "Write to corrections.csv").disabled


def test_the_picker_sets_a_cell_and_adds_a_fact(whole, tmp_path):
    cells = [("a", "Rain fell.", "omitted", False), ("b", "Rain fell.", "carried", False)]
    coverage = pd.DataFrame(cells, columns=["article_id", "fact", "state", "again"])
    coverage = coverage.assign(
        start=pd.array([None, 14], "Int64"), end=pd.array([None, 80], "Int64")
    )
    corpus = whole._replace(tables=whole.tables | {"coverage": coverage})
    pick = picker.Picker(corpus, tmp_path)
    things = next(w for w in walked(pick.box) if isinstance(w, widgets.Select))
    for subject, chosen, becomes in (("cell", 0, "partly"), ("fact", 1, "Ms. Lee waits.")):
        control(pick.box, "put right").value = subject
        things.value = chosen
        control(pick.box, "becomes").value = becomes
        assert "This changes one place." in status(pick.box)
        control(pick.box, "Write to corrections.csv").click()
    place = whole.tables["sentences"].iloc[1]
    assert [row[:5] for row in files.corrections(tmp_path)] == [
        ("cell", "a", "", "Rain fell.", "partly"),
        ("fact", "a", f"{place.start}-{place.end}", "", "Ms. Lee waits."),
    ]
