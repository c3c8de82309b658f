"""`python -m tellings.report.lab CORPUS`: JupyterLab on the notebooks, which ask this corpus."""

import argparse
import json
import os
import sys
from pathlib import Path

from tellings.report.run import place

_LAB = place.ROOT / "lab"
_NOTEBOOKS = place.ROOT / "notebooks"


def main(arguments: list[str] | None = None) -> int:
    """Start JupyterLab in place of this process; the exit status where it cannot be."""
    parser = argparse.ArgumentParser(prog="make lab", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder of captures")
    parser.add_argument("--event", default="", help="one event only")
    asked = parser.parse_args(arguments)
    try:
        job = place.job(asked.corpus, asked.event, "")
    except place.Stop as stop:
        print(f"make lab: {stop}", file=sys.stderr)
        return 1
    os.execve(sys.executable, command(job.corpus), os.environ | surroundings(job.parameters))


def command(corpus: Path, notebooks: Path = _NOTEBOOKS) -> list[str]:
    """The command line of JupyterLab: on this computer only, its file browser sees the corpus."""
    root = os.path.commonpath([notebooks, corpus.resolve()])
    tour = Path(os.path.relpath(notebooks / "README.md", root)).as_posix()
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.root_dir": root,
        "ServerApp.preferred_dir": str(notebooks),
        "LabApp.default_url": f"/lab/tree/{tour}",
        "LabApp.extra_labextensions_path": str(_LAB / "extensions"),
    }
    flags = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    screen = sys.platform != "linux" or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    flags += [] if screen else ["--no-browser"]  # then it says which address to open
    given = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "jupyterlab", *given, *flags]


def surroundings(parameters: dict[str, str]) -> dict[str, str]:
    """The environment of JupyterLab and its kernels: where lab/ is, what the notebooks ask."""
    before = {name: os.environ.get(name, "") for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH")}
    paths = {
        name: os.pathsep.join(filter(None, [str(_LAB), paths])) for name, paths in before.items()
    }
    return paths | {"TELLINGS_PARAMETERS": json.dumps(parameters)}


if __name__ == "__main__":
    sys.exit(main())
