"""`python -m bench [--peers] [--large] [--only WORDS]`: measure the cases, write them down."""

import argparse
import compileall
import json
import os
import sys
import tempfile
from collections.abc import Iterator

from bench import cases, growth, measures, page, peers, reports
from bench.cases import Case
from bench.growth import Ground
from bench.machine import Watch
from bench.stages import ROOT

_OUT = ROOT / "report" / "bench"
_UNTRAINED = (
    "names / spaCy's small model: beside a pipeline of its size that has learnt nothing and so has "
    "less than half the work (PEERS=1 fetches the trained one)"
)


def main() -> int:
    """Print a line for each case; the exit status: 1 where one misses its gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", action="store_true", help="also peers, in a throw-away place")
    parser.add_argument("--large", action="store_true", help="growth to 100,000 articles")
    parser.add_argument("--only", default="", help="cases with these words in their name")
    parser.add_argument("--json", action="store_true", help="values only, for a calling bench")
    asked = parser.parse_args()
    watch = Watch()
    wanted = [c for c in (cases.LARGE if asked.large else cases.USUAL) if asked.only in c.name]
    beside = peers.measured([c for c in wanted if c.needs in peers.NEEDED]) if asked.peers else {}
    there = [case for case in wanted if case.name in beside or case.there()]
    without = [
        f"{case.name}: {case.needs} is not installed (PEERS=1 fetches it)"
        for case in wanted
        if case not in there
    ]
    if any(c.needs == "spacy" and c.name not in beside for c in there) and not measures.trained():
        without.append(_UNTRAINED)
    if asked.json:
        print(json.dumps({case.name: case.figure() for case in there}))
        return 0
    figures = [*_said(there, beside)]
    print(*without, sep="\n", end="\n" if without else "")
    if not asked.only:
        ground = growth.LARGE if asked.large else growth.USUAL
        print(page.write(_OUT, _told(watch, figures, without, ground)).relative_to(ROOT))
    return int(any(not case.holds(value, case.gate) for case, value in figures))


def _said(there: list[Case], beside: dict[str, float]) -> Iterator[tuple[Case, float]]:
    """Each case with its figure, said in a line; `beside` has those that are known."""
    for case in there:
        value = beside[case.name] if case.name in beside else case.figure()
        said = page.state(case, value)
        print(f"{case.name:40} {value:10,.2f} {case.unit:12} {said}", flush=True)
        yield case, value


def _told(watch: Watch, figures: list, without: list[str], ground: Ground) -> page.Told:
    """All that the run has measured."""
    return page.Told(
        machine=watch.end(),
        figures=figures,
        without=without,
        path=measures.of_one_article(),
        ground=ground,
        stages=growth.stages(ground),
        memory=growth.memory(ground),
        reports=reports.made(),
    )


if __name__ == "__main__":
    os.environ["MPLBACKEND"] = "svg"  # plots are written and never shown
    # As Python leaves both after a user's first run; where it is told to write no bytecode, each of
    # a report's processes would compile anew what one process of cells compiles once.
    for code in ("lib", "bench"):
        compileall.compile_dir(ROOT / code, quiet=1)
    with tempfile.TemporaryDirectory() as kept:  # what is found here is nothing to a user's runs
        os.environ["TELLINGS_KEPT"] = kept
        status = main()
    sys.exit(status)
