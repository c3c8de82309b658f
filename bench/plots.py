"""The two plots of the page: each case beside its goal, and the stages as the corpus grows."""

import math
from collections.abc import Sequence

from matplotlib import pyplot
from matplotlib.ticker import FuncFormatter, NullLocator

from bench.cases import Case
from bench.growth import Stage
from tellings.show import style, svg

_GOOD, _SHORT = "#1a7f37", "#b3261e"
_APART = 0.052  # of the plot's height: two labels that stand nearer are moved apart


def beside_goals(figures: Sequence[tuple[Case, float]]) -> str:
    """How far each figure is from its goal: left of the line it reaches it."""
    style.theme()
    shown = [(case, v, _share(case, v)) for case, v in figures if case.goal and v > 0][::-1]
    _, axes = pyplot.subplots(figsize=(8.6, 0.34 * len(shown) + 0.9))
    for n, (case, value, share) in enumerate(shown):
        colour = _GOOD if share <= 1 else _SHORT
        axes.plot([share, 1], [n, n], color=colour, linewidth=1.6, alpha=0.5)
        axes.plot(share, n, "o", color=colour, markersize=7)
        axes.plot(_share(case, case.gate), n, "|", color=style.MUTED, markersize=11)
        left = share <= 1
        axes.annotate(
            f"{value:,.3g}",
            (share if left else max(share, _share(case, case.gate)), n),
            (-9 if left else 9, 0),
            textcoords="offset points",
            ha="right" if left else "left",
            va="center",
            fontsize=9.5,
        )
    axes.axvline(1, color=style.INK, linewidth=0.9)
    axes.set(xscale="log", yticks=range(len(shown)), yticklabels=[c.name for c, _, _ in shown])
    low, high = (f(s for _, _, s in shown) for f in (min, max))
    axes.set_xlim(min(0.3, low / 1.6), max(2.2, high * 1.6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: ""))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.tick_params(axis="x", length=0)
    axes.set_xlabel("← better than its goal (the line)      worse; the gate is the small stroke →")
    words = "Each case beside its goal; the figures stand in the table below."
    return _drawn(axes, "beside-goals", words)


def _share(case: Case, value: float) -> float:
    """A value as a share of its goal, less being better."""
    return value / case.goal if case.most else case.goal / value


def growth(stages: Sequence[Stage], sizes: Sequence[int]) -> str:
    """Time over size, both on a logarithmic scale: a line of slope 1 grows as the corpus does."""
    style.theme()
    _, axes = pyplot.subplots(figsize=(8.6, 5.2))
    ends = []
    for stage in stages:
        seconds = [max(s, 1e-3) for s in stage.seconds]
        (line,) = axes.loglog(sizes, seconds, marker="o", markersize=4, linewidth=1.4)
        ends.append((seconds[-1], _called(stage), line.get_color()))
    lowest = min((max(s.seconds[0], 1e-3) for s in stages), default=1.0) / 2
    steady = [lowest * size / sizes[0] for size in sizes]
    axes.plot(sizes, steady, ":", color=style.MUTED, linewidth=1.2)
    _label(axes, [*ends, (steady[-1], "as the corpus grows", style.MUTED)], sizes[-1])
    axes.set(xlabel="articles", ylabel="seconds of CPU", xticks=sizes)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda x, _: f"{x:,.0f}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: f"{y:g}"))
    axes.xaxis.set_minor_locator(NullLocator())
    words = "Growth of the longest stages; the exponents stand in the table below."
    return _drawn(axes, "growth", words)


def _called(stage: Stage) -> str:
    """A stage's name cut short, with its exponent if it has one."""
    name = " ".join(stage.name.split())[:38]
    return f"{stage.exponent:.2f}  {name}" if stage.exponent else name


def _label(axes, ends: Sequence[tuple[float, str, str]], x: float) -> None:
    """Write each line's name behind its end, none over another."""
    low, high = map(math.log, axes.get_ylim())
    at = 1 + _APART
    for y, words, colour in sorted(ends, reverse=True):
        at = min((math.log(y) - low) / (high - low), at - _APART)
        axes.annotate(
            words,
            (x, y),
            (1.03, at),
            textcoords="axes fraction",
            fontsize=8.5,
            va="center",
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.8, "relpos": (0, 0.5)},
        )


def _drawn(axes, name: str, words: str) -> str:
    made = svg.drawn(axes, name, words)
    pyplot.close(axes.figure)
    return made
