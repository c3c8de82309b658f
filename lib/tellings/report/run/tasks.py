"""What a run has to do: the notebooks on a corpus, and one that is run anew for each event."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tellings.report import names
from tellings.report.run import fingerprints
from tellings.report.run.place import Job, Stop

EACH_EVENT = "8-side-by-side"
EVENTS = "12"  # events that have a page of their own, the largest first
# How the work on a corpus is shared between its notebooks, by the CPU of 1,000 articles: only for
# saying how long a run will take. A notebook that is not listed counts as a short one.
_SHARES = {"1-ingest": 8, "2-entities": 8, "3-quotes": 9, "6-framing": 6, "7-coverage": 14}
_SHARE = 3


class Task(NamedTuple):
    """A notebook to be run: its name in the report, and what it is told beyond its defaults.

    event  the one event that it is about; "" for a notebook on the corpus
    """

    name: str
    source: Path
    parameters: dict[str, str]
    event: str = ""

    @property
    def file(self) -> str:
        """Where the executed notebook stands in the report."""
        return f"notebooks/{self.name}.ipynb"


def of_corpus(notebooks: Iterable[Path], job: Job) -> list[Task]:
    """A task for each notebook but the one that is about one event."""
    return [Task(n.stem, n, job.parameters) for n in notebooks if n.stem != EACH_EVENT]


def of_events(notebooks: Iterable[Path], job: Job, most: str) -> list[Task]:
    """A task for each of the largest events that more than one outlet tells.

    most  how many events, or "all"
    """
    source = next((n for n in notebooks if n.stem == EACH_EVENT), None)
    if source is None or most == "0":
        return []
    return [
        Task(
            f"{EACH_EVENT}.{names.safe(event, 'event')}",
            source,
            job.parameters | {"event": event},
            event,
        )
        for event in _largest(job.data)[: None if most == "all" else int(most)]
    ]


def _largest(data: Path) -> list[str]:
    """The events that several outlets tell, those of most tellings first."""
    from tellings import tables
    from tellings.compare.events import outlets

    told = tables.open(data)
    articles = told.columns("articles", "article_id", "event_id", "outlet", "telling")
    articles = articles.assign(voice=outlets.voices(articles))
    by = articles.groupby("event_id")
    sizes = by["article_id"].size()[by["voice"].nunique() > 1]
    return sorted(sizes.index, key=lambda event: (-sizes[event], event))


def checked(most: str) -> str:
    """The number of events asked for; raises Stop for what is no number."""
    if most == "all" or (most.isascii() and most.isdigit()):
        return most
    raise Stop(f"EVENTS must be a number or 'all', not {most!r}; 0 makes no event pages")


def seconds_left(done: Iterable[str], ready: Iterable[str], seconds: float) -> float:
    """How long the rest of the notebooks will take, judged by how long those done took.

    done, ready  names of the notebooks that are done, and of all

    >>> round(seconds_left(["1-ingest"], ["1-ingest", "7-coverage"], 60))
    105
    """
    work = [sum(_SHARES.get(name, _SHARE) for name in names) for names in (done, ready)]
    return seconds * (work[1] - work[0]) / work[0]


def key(task: Task, of_notebook: str) -> str:
    """The key of an event's notebook: what the notebook depends on, and the event."""
    return fingerprints.digest([], of_notebook, task.event)
