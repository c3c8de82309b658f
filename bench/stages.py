"""A corpus through the notebooks, a plain process each: CPU and memory of each statement, as JSON.

    python -m bench.stages CORPUS DATA [--figures]

The cells are those of the notebooks as they stand, so that no stage can be forgotten. Figures are
left out unless asked for: they draw the first of many, whatever there is.
"""

import ast
import contextlib
import io
import json
import os
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LAST = "7"  # notebook 8 is about one event


def run(corpus: Path, data: Path, figures: bool) -> dict:
    """Seconds of one word pass over the corpus and of each stage, megabytes at each one's end."""
    os.chdir(ROOT / "notebooks")
    import matplotlib.pyplot  # noqa: F401  what every kernel has loaded before a cell runs
    import pandas  # noqa: F401

    texts = [p.read_text(encoding="utf-8") for p in sorted(corpus.glob("*.txt"))]
    words = _seconds(lambda: [re.findall(r"\w+", text) for text in texts])
    texts.clear()
    stages: dict[str, list[float]] = {}
    for notebook in sorted(Path().glob("[0-9]-*.ipynb")):
        if notebook.name[0] <= _LAST:
            with ProcessPoolExecutor(1, get_context("fork")) as kernel:  # as a report's kernels are
                given = {"corpus": str(corpus), "data": str(data)}
                stages |= kernel.submit(_run, notebook, given, figures).result()
    return {"words": words, "stages": stages}


def _run(notebook: Path, given: dict, figures: bool) -> dict[str, list[float]]:
    """Seconds of each statement of a notebook, and the megabytes at its end."""
    stages: dict[str, list[float]] = {}
    space: dict = {"__name__": "__main__"}
    for n, (name, code) in enumerate(_statements(notebook)):
        if "page.figure(" in name and not figures:
            continue
        seconds = _quietly(code, space)
        if not n:
            space |= given
        stage = f"{notebook.stem}  {name}"
        stages[stage] = [stages.get(stage, [0.0])[0] + seconds, _peak()]
    return stages


def _statements(notebook: Path):
    """Each statement of a notebook's code: its first line, and its code; the parameters first."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
    yield "parameters", compile(sources[0], str(notebook), "exec")
    for source in sources[1:]:
        for node in ast.parse(source).body:
            text = " ".join((ast.get_source_segment(source, node) or "").split())
            yield text[:56], compile(ast.Module([node], []), str(notebook), "exec")


def _quietly(code, space: dict) -> float:
    """CPU seconds of a statement, whatever it shows."""
    begun = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, space)
    return time.process_time() - begun


def _seconds(work) -> float:
    """The quickest of three calls."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def _peak() -> float:
    """The most memory that this process has held, in megabytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = [Path(a).resolve() for a in sys.argv[1:3]]
    print(json.dumps(run(*given, "--figures" in sys.argv)))
