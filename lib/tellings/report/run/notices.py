"""What a run is to say at its end: what was refused, undated, corrected without effect."""

from pathlib import Path

from tellings import tables
from tellings.compare import ingest, languages
from tellings.compare.corpus import corrections
from tellings.report.run.place import Job, Stop

_LISTED = "1-ingest.html"


def strictly(data: Path) -> None:
    """Raise Stop where a file could not be read, with how many and why the first of them."""
    rejects = tables.open(data).rejects
    if rejects.empty:
        return
    first = rejects.iloc[0]
    many = _refused(data) or f"{len(rejects):,} rows of manifest.csv could not be followed"
    told = f"{many}; the first, {first['file']!r}: {first['reason']}"
    raise Stop(f"{told}; STRICT=1 makes no report of the others")


def _refused(data: Path) -> str:
    """How many of the files could not be read; "" where all were."""
    told = tables.open(data)
    files = ingest.inputs(told.columns("captures", "file", "sha256"), told.rejects)
    refused = (files["sha256"] == "").sum()
    return f"{refused:,} of {len(files):,} files could not be read" if refused else ""


def notices(job: Job) -> list[list[str]]:
    """The words of each notice with the page that tells more."""
    said = []
    if words := _refused(job.data):
        said.append([words, _LISTED])
    told = tables.open(job.data)
    if words := languages.in_words(told.set_aside, len(told.columns("captures", "article_id"))):
        said.append([words, _LISTED])
    days = told.columns("articles", "anchor")["anchor"]
    if undated := int((days == "").sum()):
        many = f"{undated:,} of {len(days):,} articles have no day"
        said.append([f"{many}, of their own or of their event", _LISTED])
    effects = corrections.effects(told)
    if idle := int((effects["changed"] == 0).sum()):
        said.append([f"{idle:,} of {len(effects):,} corrections are without effect", "index.html"])
    return said
