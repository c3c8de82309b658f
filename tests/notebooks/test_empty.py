"""Every notebook, explore included, and the pages, on corpora that lack something: they say so."""

import json
from types import SimpleNamespace

import matplotlib.pyplot as plt
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from tellings import tables
from tellings.report.pages import article, front, origins
from tellings.report.pages.places import Places

NOTEBOOKS = [
    *("1-ingest", "2-entities", "3-quotes", "4-claims", "5-readability", "6-framing"),
    *("7-coverage", "8-side-by-side", "explore"),
]
PIER = """Old pier closes

By Mara Lund | The Harbour Post | 4 March 2024

The old pier in Lindau closed on Monday, Mayor Olga Brandt said, after 12 planks broke.

“It is old and it is ours,” Brandt told reporters. About 300 people had signed a letter.
"""
DUTCH = """Oude pier gesloten

De oude pier in de haven is maandag gesloten nadat twaalf planken waren gebroken, zei burgemeester
Olga Brandt. “Hij is oud en hij is van ons”, zei ze in een gesprek met de krant. Ongeveer 300
mensen hadden een brief aan de gemeente ondertekend, en de pier gaat in mei weer open.
"""
RUSSIAN = "Причал закрыт\n\nСтарый причал закрыли в понедельник, сказала мэр Ольга Брандт.\n"
# What each corpus lacks, and its texts.
CORPORA = {
    "a second article": [PIER],
    "an article of its own": [PIER, PIER],
    "an English text": [DUTCH, RUSSIAN],
    "a second English text": [PIER, DUTCH],
    "a body": ["Old pier closes\n", "Pier in Lindau shut\n"],
    "any story": ["Share\n\nSubscribe\n\nRead more\n"],
    "a quotation": [
        "Old pier closes\n\nThe old pier closed after planks broke in a storm at night.\n",
        "Pier shut\n\nAn old pier was shut after a storm broke planks in the night there.\n",
    ],
    "a named speaker": [
        "Old pier closes\n\n“It is old,” she said. The pier had stood for ages in the rain.\n"
    ],
    "a number": [
        "Old pier closes\n\nThe pier in Lindau closed, Mayor Olga Brandt said in a statement.\n",
        "Pier shut\n\nMayor Olga Brandt said in a statement that the Lindau pier was shut.\n",
    ],
    "a name": [
        "Old pier closes\n\nthe pier was closed after a storm, and 300 people signed a letter.\n",
        "Pier is shut\n\nafter a storm the old pier was shut, and some 310 people signed it.\n",
    ],
    "a day and an outlet": [
        "Old pier closes\n\nThe pier in Lindau closed, Olga Brandt said; 12 planks had broken.\n",
        "Lindau pier shut\n\nOlga Brandt shut the Lindau pier: 14 planks had broken, she said.\n",
    ],
}

# What the front page says of it.
SAID = {"a second English text": "1 of 2 articles is not English"}


@pytest.fixture
def shell():
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()
    plt.close("all")


def shown(root, name: str, given: dict) -> list[str]:
    """What the notebook's code cells show, as plain text; nothing goes to stderr."""
    cells = json.loads((root / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    space = dict(given)
    with capture_output() as captured:
        for cell in cells:
            if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", []):
                exec(compile("".join(cell["source"]), name, "exec"), space)
    assert captured.stderr == ""
    return [output.data["text/plain"] for output in captured.outputs]


@pytest.mark.parametrize("lacking", CORPORA)
def test_every_notebook_and_page_is_made_of_a_corpus_that_lacks(
    lacking, root, tmp_path, monkeypatch, shell
):
    for name, text in zip("ab", CORPORA[lacking], strict=False):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    data = tmp_path / "made"
    given = {"corpus": str(tmp_path), "data": str(data), "event": "", "engine": "local"}
    given |= {"names": "rules", "measure": "flesch_kincaid"}
    monkeypatch.chdir(root / "notebooks")
    for notebook in NOTEBOOKS:
        words = shown(root, notebook, given)
        assert words
        assert [w for w in words if not w.strip() or "nan" in w.lower()] == []
    job = SimpleNamespace(corpus=tmp_path, data=data)
    told, places = tables.open(data), Places()
    pages = [body for _, body in article.articles(told, places, article.paged(told, places, True))]
    origin = origins.body(job, [], places, "1 May 2024")
    pages.append(front.body(job, front.Pages([], {}), {}, origin, places, "1 May 2024"))
    assert len(pages) == len(CORPORA[lacking]) + 1
    assert [page for page in pages if "<h1></h1>" in page or "nan" in page] == []
    assert SAID.get(lacking, "") in pages[-1]
    apart = set(told.set_aside["article_id"])
    compared = (told.articles, told.sentences, told.entities, told.coverage, told.readability)
    assert [rows for rows in compared if apart & set(rows["article_id"])] == []
