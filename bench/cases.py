"""The table of cases: what is measured, what it should reach, and what no change may make of it."""

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from typing import NamedTuple

from bench import growth, keeping, measures, reports, workers


class Case(NamedTuple):
    """One figure.

    goal    what it should reach
    gate    what it must not miss: make bench fails
    most    whether goal and gate are the most it may be, or the least
    needs   a package that must be installed; "" for none
    """

    name: str
    unit: str
    figure: Callable[[], float]
    goal: float
    gate: float
    most: bool = True
    needs: str = ""

    def there(self) -> bool:
        """Whether the case can be measured here."""
        return not self.needs or find_spec(self.needs) is not None

    def holds(self, value: float, limit: float) -> bool:
        """Whether a value is on the right side of a limit."""
        return value <= limit if self.most else value >= limit


def _grown(ground: growth.Ground, size: int, most: float, gate: float) -> Case:
    """The case of the memory that the largest notebook takes over so many articles."""
    figure = partial(growth.peak, ground, size)
    return Case(f"memory of a notebook, {size:,} articles", "MB", figure, most, gate)


def _reported(size: int, most: float, gate: float) -> Case:
    """The case of the memory that the largest process of a report of so many articles takes."""
    figure = partial(reports.peak, size)
    return Case(f"memory of a report, {size:,} articles", "MB", figure, most, gate)


_DASK = "distributed"
ARTICLE = (
    Case("an article's path", "word passes", measures.path, 60, 90),
    Case("parallel.each, per article", "word passes", measures.cost_of_each, 0.4, 0.7),
    Case("keeping an article's rows", "word passes", keeping.cost, 10, 15),
    Case("rows kept / rows found", "times", keeping.again, 0.2, 0.35),
    Case("a hostile text four times as long", "times", measures.hostile, 4.5, 7),
)
REPORT = (
    Case("one more article in a report", "word passes", reports.further_article, 400, 600),
    _reported(reports.GROWN, 400, 450),
    Case("cold report / its cells", "times", reports.against_cells, 1.3, 1.5),
    Case("wall time of a report / empty notebook", "times", reports.against_empty_notebook, 5, 7),
    Case("wall time to 7-coverage / empty notebook", "times", reports.covered, 4, 6),
    Case("rerun / starting Python", "times", reports.rerun_against_python, 10, 15),
)
BESIDE = (
    Case("readability / textstat", "times", measures.against_textstat, 8, 4, False, "textstat"),
    Case("claims / quantulum3", "times", measures.against_quantulum, 20, 12, False, "quantulum3"),
    Case("names / spaCy's small model", "times", measures.against_spacy, 15, 6, False, "spacy"),
    Case("work in processes / in a loop", "times", workers.inside_tasks, 1.1, 1.4, True, _DASK),
    Case("a killed worker", "rows changed", workers.lost_to_a_kill, 0, 0, True, _DASK),
)
_MANY, _MOST = growth.LARGE.sizes[-2:]
_STEEPEST = Case("growth of the steepest stage", "exponent", float, 1.05, 1.4)
USUAL = (
    *ARTICLE,
    _STEEPEST._replace(figure=partial(growth.steepest, growth.USUAL)),
    _grown(growth.USUAL, growth.USUAL.sizes[-1], 400, 600),
    *REPORT,
    *BESIDE,
)
LARGE = (
    *ARTICLE,
    _STEEPEST._replace(figure=partial(growth.steepest, growth.LARGE)),
    _grown(growth.LARGE, _MANY, 400, 600),
    _grown(growth.LARGE, _MOST, 500, 750),
    *REPORT,
    _reported(_MANY, 400, 600),
    _reported(_MOST, 500, 750),
    *BESIDE,
)
