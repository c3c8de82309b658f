"""The button that applies corrections: it runs the notebooks that they change, with a bar."""

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets

from tellings import tables
from tellings.compare.corpus import corrections
from tellings.show import html
from tellings.show.explore import frame
from tellings.tables import tuples

SUBJECTS = {
    "line": "the role of a line",
    "article": "a field of an article",
    "event": "the event of an article",
    "entity": "a name: merge, rename, split",
    "claim": "what a number counts",
    "cell": "whether a telling carries a fact",
    "fact": "a fact that the matrix lacks",
    "naming": "a name of a thing: accept one proposed",
}
# A program of its own, as `make report` is: it may run for minutes, and can be stopped.
_PROGRAM = (sys.executable, "-m", "tellings.report.lab.applying")


class Applying:
    """A button, a bar and a button that stops it; what each correction changed is listed below.

    folder   the corpus, with its corrections.csv
    data     the folder of its tables; event: as it was read
    changed  called when tables have been made anew

    `box` is the widget. The work is done by another process: the kernel stays free meanwhile.
    """

    def __init__(self, folder, data: str, event: str, changed: Callable[[], None]):
        self._given = {"corpus": str(folder), "data": data, "event": event}
        self._changed = changed
        self._process: subprocess.Popen | None = None
        self._thread: threading.Thread | None = None
        self._stopped = False
        self._apply = widgets.Button(description="Apply: run the notebooks", **_BUTTON)
        self._stop = widgets.Button(description="Stop", disabled=True, **_BUTTON)
        self._bar = widgets.IntProgress(max=1, layout=widgets.Layout(width="14rem"))
        self._bar.layout.visibility = "hidden"
        self._status, self._effects = frame.Html(), frame.Html()
        self._apply.on_click(self._begin)
        self._stop.on_click(self._end)
        row = widgets.HBox([self._apply, self._stop, self._bar])
        self.box = widgets.VBox([row, self._status, self._effects])

    def _begin(self, button) -> None:
        """Start the process, and a thread that listens to it."""
        self._apply.disabled, self._stop.disabled, self._stopped = True, False, False
        self._bar.layout.visibility = "visible"
        self._status.value = frame.said("Starting the notebooks …")
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def _end(self, button) -> None:
        """Stop the process: tables and notebooks are old or new, never half."""
        self._stopped = True
        if self._process:
            self._process.terminate()

    def _work(self) -> None:
        """Run the program to its end; say how far it is, and in the end what came of it."""
        with tempfile.TemporaryDirectory(prefix="tellings-") as beside:
            given = [f"--{name}={value}" for name, value in self._given.items()]
            where = [f"--notebooks={Path.cwd()}", f"--beside={beside}"]
            self._process = subprocess.Popen(
                [*_PROGRAM, *given, *where],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            if self._stopped:
                self._process.terminate()
            for line in self._process.stdout:
                self._told(json.loads(line))
            words = self._process.stderr.read().strip()
            failed = self._process.wait() != 0
        if self._stopped:
            self._status.value = frame.said(
                "Stopped. What was not run follows with the next Apply."
            )
        elif failed:
            self._status.value = frame.said(
                (words.splitlines() or ["The run failed."])[-1], "alert"
            )
        else:
            self._status.value = frame.said(_DONE)
        self._apply.disabled, self._stop.disabled = False, True
        self._bar.layout.visibility = "hidden"
        self._changed()
        self._effects.value = effects(self._given["data"])

    def _told(self, step: dict) -> None:
        """Show one step."""
        self._bar.max, self._bar.value = step["all"], step["done"]
        if step["running"]:
            many = f"{step['done'] + 1} of {step['all']}"
            self._status.value = frame.said(f"Running {step['running']} ({many}).")


_BUTTON = {"layout": widgets.Layout(width="16rem")}
_DONE = (
    "Applied. A notebook that is open elsewhere shows it after File, Reload Notebook from Disk; "
    "the views of this page after Run, Run All Cells."
)


def effects(data: str) -> str:
    """What each row of corrections.csv changed, as the notebooks have written it down; HTML."""
    told = tables.open(data)
    found = corrections.effects(told)
    if found.empty:
        return "<p>No correction is applied.</p>"
    names = told.articles.set_index("article_id")["telling"]
    rows = (
        [
            SUBJECTS.get(r.subject, r.subject),
            names.get(r.article_id, ""),
            r.was,
            r.becomes,
            r.changed,
        ]
        for r in tuples(found)
    )
    heads = ["correction", "article", "was", "becomes", html.Cell("places changed", "n")]
    return frame.framed(html.table("What each row of corrections.csv changed", heads, rows))
