"""What a run says at its end: files refused, articles set aside or undated, idle corrections."""

from types import SimpleNamespace

from tellings import tables
from tellings.compare.corpus.corrections import Applied
from tellings.compare.events import Telling
from tellings.compare.languages import SetAside
from tellings.read.files import Capture, Reject
from tellings.report.run import notices


def job(folder, rejects=(), apart=(), applied=(), days=("2024-04-01",)):
    """A job whose tables hold two captures and these rows."""
    told = tables.open(folder)
    rows = [Capture(i, f"{i}.txt", "0", "utf-8", "txt", "text") for i in "ab"]
    told.write("captures", tables.frame(rows, Capture))
    told.write("rejects", tables.frame(rejects, Reject))
    blank = {f: "" if of is str else None for f, of in Telling.__annotations__.items()}
    articles = [Telling(**blank | {"article_id": day, "anchor": day}) for day in days]
    told.write("articles", tables.frame(articles, Telling))
    told.write("set_aside", tables.frame(apart, SetAside))
    told.write("corrected_articles", tables.frame(applied, Applied))
    return SimpleNamespace(data=folder)


def test_a_run_without_faults_says_nothing(tmp_path):
    assert notices.notices(job(tmp_path)) == []


def test_each_kind_is_said_once_with_the_page_that_tells_more(tmp_path):
    made = job(
        tmp_path,
        [Reject("c.jpg", "", "JPEG picture", "Save it")],
        [SetAside("b", "b", "b.txt", "Oude pier", "not English")],
        [Applied("naming", "", "", "war", "x", "", 0), Applied("line", "a", "1", "", "nav", "", 1)],
        ["2024-04-01", ""],
    )
    assert notices.notices(made) == [
        ["1 of 3 files could not be read", "1-ingest.html"],
        [
            "1 of 2 articles is not English: kept and shown, but not analysed and not compared",
            "1-ingest.html",
        ],
        ["1 of 2 articles have no day, of their own or of their event", "1-ingest.html"],
        ["1 of 2 corrections are without effect", "index.html"],
    ]
