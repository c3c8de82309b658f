"""The figures written down: bench.json for machines, bench.html for people."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from bench import plots
from bench.cases import Case
from bench.growth import Ground, Stage
from bench.machine import Machine
from bench.used import Used
from tellings.report.pages import frame
from tellings.report.pages.places import Page
from tellings.show.html import Cell
from tellings.text.prose import joined

SHOWN = 12  # stages in the plot and in the table, those that take longest
_PAGE = Page("bench.html", "Bench", "How fast, how steady")
_LIMIT = {True: "at most", False: "at least"}
_HOW = (
    "Each figure is a ratio, a count or megabytes: seconds of CPU are those of processes with all "
    "that they started, and two sides of a ratio were measured in the same run. A word pass is "
    "re.findall(r'\\w+') over the same text; what a report, a stage or a cell takes is set beside "
    "passes over the seeds taken while it ran, twenty a second on the processors that worked: a "
    "machine that others share is now fast, now slow. The texts are made from the seeds: the same "
    "count gives the same bytes."
)
_SLOPES = ("exponent", "of the last two sizes")
_CHART = '<figure class="chart">{}</figure>'


class Told(NamedTuple):
    """All that a run has measured."""

    machine: Machine
    figures: Sequence[tuple[Case, float]]
    without: Sequence[str]
    path: dict[str, float]
    ground: Ground
    stages: Sequence[Stage]
    memory: dict[str, list[float]]
    reports: dict[int, Used]


def write(folder: Path, told: Told) -> Path:
    """Write both files into the folder; the page."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.json").write_text(json.dumps(_data(told), indent=1) + "\n", encoding="utf-8")
    made = frame.frame(_body(told), _PAGE, [], "notebook", "Written by make bench.")
    page = folder / _PAGE.href
    page.write_text(made, encoding="utf-8")
    return page


def state(case: Case, value: float) -> str:
    """What a value is to its case, in words."""
    if not case.holds(value, case.gate):
        return "misses the gate"
    return "reaches the goal" if case.holds(value, case.goal) else "short of the goal"


def _data(told: Told) -> dict:
    """All that was measured, for machines."""
    return {
        "machine": told.machine._asdict(),
        "cases": {
            c.name: {"value": round(v, 3), "unit": c.unit, "goal": c.goal, "gate": c.gate}
            for c, v in told.figures
        },
        "without": [*told.without],
        "path": {name: round(passes, 2) for name, passes in told.path.items()},
        "sizes": told.ground.sizes,
        "stages": [s._asdict() for s in told.stages],
        "memory": told.memory,
        "reports": {size: used._asdict() for size, used in told.reports.items()},
    }


def _body(told: Told) -> Markup:
    """The page: the cases, an article's path, the growth of the stages, memory."""
    parts = [
        Markup("<h1>{}</h1><p>{}</p><p>{}</p>").format(_PAGE.title, told.machine.in_words(), _HOW),
        _chart(plots.beside_goals(told.figures)),
        _cases(told.figures),
        *(Markup("<p>{}.</p>").format(words) for words in told.without),
        Markup("<h2>One article</h2>"),
        _table("An article's path, in word passes.", ("step", "passes"), _steps(told.path)),
        Markup("<h2>Growth</h2>"),
        _chart(plots.growth(told.stages[:SHOWN], told.ground.sizes)),
        _growth(told),
        Markup("<h2>Memory</h2>"),
        _memory(told),
        _reports(told.reports),
    ]
    return Markup("\n").join(parts)


def _chart(svg: str) -> Markup:
    return Markup(_CHART.format(svg))


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence]) -> Markup:
    """A table; the heads of figures stand at the right, as the figures do."""
    figures = {n for row in rows for n, cell in enumerate(row) if getattr(cell, "kind", "") == "n"}
    return frame.table(
        caption, [Cell(head, "n" if n in figures else "") for n, head in enumerate(heads)], rows
    )


def _figure(value: float, digits: int = 2) -> Cell:
    return Cell(f"{value:,.{digits}f}", "n")


def _megabytes(value: float) -> Cell:
    return Cell(f"{value:,.0f}" if value else "", "n")


def _limit(case: Case, limit: float) -> str:
    return f"{_LIMIT[case.most]} {limit:g}"


def _cases(figures: Sequence[tuple[Case, float]]) -> Markup:
    heads = ("case", "figure", "unit", "goal", "gate", "")
    rows = [
        (c.name, _figure(v), c.unit, _limit(c, c.goal), _limit(c, c.gate), state(c, v))
        for c, v in figures
    ]
    return _table("Cases: make bench fails where one misses its gate.", heads, rows)


def _steps(path: dict[str, float]) -> list[tuple]:
    steps = [*sorted(path.items(), key=lambda step: -step[1]), ("all", sum(path.values()))]
    return [(name, _figure(passes, 1)) for name, passes in steps]


def _growth(told: Told) -> Markup:
    heads = ("stage", *(f"{size:,}" for size in told.ground.sizes), "word passes", *_SLOPES)
    rows = [
        (s.name, *map(_figure, s.seconds), _figure(s.passes, 1), *map(_exponent, s[-2:]))
        for s in told.stages[:SHOWN]
    ]
    caption = (
        f"Seconds of CPU of the longest stages, by articles {_of(told.ground)}"
        f"{_runs(told.ground)}; those of the largest corpus also as passes over it that find "
        "words. A stage of a second or more has an exponent: 1 where it grows as the corpus does."
    )
    return _table(caption, heads, rows)


def _exponent(slope: float) -> Cell | str:
    """The exponent of a stage that is long enough to have one."""
    return _figure(slope) if slope else ""


def _memory(told: Told) -> Markup:
    heads = ("notebook", *(f"{size:,}" for size in told.ground.sizes))
    rows = [(name, *map(_megabytes, held)) for name, held in told.memory.items()]
    caption = (
        "Megabytes that the process of a notebook held at most, or one that it started, by "
        f"articles {_of(told.ground)}."
    )
    return _table(caption, heads, rows)


def _reports(reports: dict[int, Used]) -> Markup:
    memory = ("largest process, MB", "the one that writes it, MB")
    heads = ("report of", "CPU seconds", "million characters a second", *memory)
    rows = [
        (
            f"{size:,} articles",
            _figure(used.seconds, 1),
            _figure(used.speed / 1e6, 1),
            *map(_megabytes, used[1:3]),
        )
        for size, used in reports.items()
    ]
    caption = (
        "Whole reports, pages and figures included; whole articles. Beside their CPU stands how "
        "many characters a word pass went through meanwhile in a second of CPU."
    )
    return _table(caption, heads, rows)


def _runs(ground: Ground) -> str:
    """How many runs the middle one is of, where any size has several."""
    times = joined(list(map(str, ground.times)))
    return f", in the middle one of {times} runs" if max(ground.times) > 1 else ""


def _of(ground: Ground) -> str:
    return f"of about {ground.words} words" if ground.words else "that are whole"
