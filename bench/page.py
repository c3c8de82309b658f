"""The figures written down: bench.json for machines, bench.html for people."""

import html
import io
import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.cases import Case
from bench.measures import SHORT, Stage

_SHOWN = 12  # stages in the plot and in the table, those that take longest
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{padding:.2rem .8rem;text-align:left}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}tr{border-bottom:1px solid #ccc}"
    "caption{text-align:left;font-weight:600;padding:1rem 0 .3rem}svg{max-width:100%;height:auto}"
)
Figures = Sequence[tuple[Case, float]]


def write(folder: Path, figures: Figures, path: dict, stages: Sequence[Stage], sizes) -> Path:
    """Write both files into the folder; the page."""
    folder.mkdir(parents=True, exist_ok=True)
    machine = _machine()
    told = {
        "machine": machine,
        "cases": {
            c.name: {"value": round(v, 3), "unit": c.unit, "goal": c.goal, "gate": c.gate}
            for c, v in figures
        },
        "path": {name: round(passes, 2) for name, passes in path.items()},
        "sizes": sizes,
        "stages": [s._asdict() for s in stages],
    }
    (folder / "bench.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    page = folder / "bench.html"
    page.write_text(_html(machine, figures, path, stages, sizes), encoding="utf-8")
    return page


def state(case: Case, value: float) -> str:
    """What a value is to its case, in words."""
    if not case.holds(value, case.gate):
        return "misses the gate"
    return "reaches the goal" if case.holds(value, case.goal) else "short of the goal"


def _machine() -> dict[str, str]:
    """What the figures were taken on, and how busy it was."""
    load = " ".join(f"{n:.1f}" for n in os.getloadavg())
    return {
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "python": platform.python_version(),
        "load": load,
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def _html(machine: dict, figures: Figures, path: dict, stages: Sequence[Stage], sizes) -> str:
    """The page: the cases, an article's path, the growth of the stages."""
    limit = {True: "at most", False: "at least"}
    cases = [
        (c.name, f"{v:,.2f}", c.unit, f"{limit[c.most]} {c.goal:g}", state(c, v))
        for c, v in figures
    ]
    grown = [
        (s.name, *(f"{t:.2f}" for t in s.seconds), f"{s.exponent:.2f}" if s.exponent else "–")
        for s in stages[:_SHOWN]
    ]
    parts = [
        f"<p>{html.escape(', '.join(f'{k} {v}' for k, v in machine.items()))}. Ratios are of CPU "
        "time in one run; a word pass is re.findall(r'\\w+') over the same text.</p>",
        _table("Cases", ("case", "figure", "unit", "goal", ""), cases),
        _table(
            "An article's path, in word passes",
            ("step", "passes"),
            [(k, f"{v:.1f}") for k, v in sorted(path.items(), key=lambda step: -step[1])],
        ),
        _plot(stages[:_SHOWN], sizes),
        _table(
            f"CPU seconds of the longest stages, articles of about {SHORT} words",
            ("stage", *(f"{n:,}" for n in sizes), "exponent"),
            grown,
        ),
    ]
    head = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>{_STYLE}'
    )
    return f"{head}</style><h1>How fast, how steady</h1>{''.join(parts)}</html>\n"


def _table(caption: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; figures stand at the right."""

    def cell(text: str) -> str:
        figure = text.replace(",", "").replace(".", "").isdigit()
        return f"<td{' class=n' if figure else ''}>{html.escape(text)}</td>"

    top = "".join(f"<th scope=col>{html.escape(h)}</th>" for h in head)
    body = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    return f"<table><caption>{html.escape(caption)}</caption><tr>{top}</tr>{body}</table>"


def _plot(stages: Sequence[Stage], sizes: Sequence[int]) -> str:
    """Time over size, both on a logarithmic scale: a line of slope 1 grows as the corpus does."""
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 4.5))
    for stage in stages:
        label = f"{stage.name[:44]}  {stage.exponent:.2f}"
        axes.loglog(sizes, [max(s, 1e-3) for s in stage.seconds], marker="o", label=label)
    axes.set(xlabel="Articles", ylabel="CPU seconds")
    axes.legend(fontsize=7, frameon=False, bbox_to_anchor=(1, 1), loc="upper left")
    text = io.StringIO()
    figure.savefig(text, format="svg", bbox_inches="tight", metadata={"Date": None})
    pyplot.close(figure)
    alt = "Growth of the longest stages; the exponents stand in the table below."
    svg = text.getvalue()
    return svg[svg.index("<svg") :].replace("<svg", f'<svg role="img" aria-label="{alt}"', 1)
