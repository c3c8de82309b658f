"""How far long work has come: a bar where somebody watches, nothing where nobody does."""

import sys
from collections.abc import Iterable, Iterator

PATIENCE = 2.0  # seconds of work before a bar appears


def of(work: Iterable, total: int, what: str, unit: str) -> Iterator:
    """The pieces of work, one by one; a bar with an estimate of the time left, where watched().

    what, unit  the bar's label and what it counts: "Claim", "article"

    In JupyterLab the bar is a widget, in a terminal a line on stderr that goes away at the end.
    There is none in the first PATIENCE seconds, nor where nobody watches (report, tests, a pipe).
    """
    if not watched():
        yield from work
        return
    from tqdm.auto import tqdm  # a bar costs its import only where it may be seen

    yield from tqdm(work, desc=what, total=total, unit=f" {unit}", delay=PATIENCE, leave=False)


def say(words: str) -> None:
    """Print a line, above the bar where there is one."""
    if not watched():
        print(words, flush=True)
        return
    from tqdm.auto import tqdm

    tqdm.write(words)


def watched() -> bool:
    """Whether somebody sees the work being done: at a notebook's keyboard or at a terminal."""
    return at_keyboard() or sys.stderr.isatty()


def at_keyboard() -> bool:
    """Whether a notebook's front end (JupyterLab, Notebook, VS Code) asked for the running cell.

    Front ends name the cell in their request; papermill, nbclient and nbval do not.
    """
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    asked = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return "cellId" in (asked.get("metadata") or {})
