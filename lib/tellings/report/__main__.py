"""`python -m tellings.report CORPUS`: run the notebooks on a corpus and write its report."""

import os
import signal
import sys


def _stopped(number: int, _frame) -> None:
    """End at once: until a run has ended the report is the old one, so nothing is in disorder."""
    words = "make report: stopped; the report is as it was, run it again to go on\n"
    os.write(2, words.encode())
    os._exit(128 + number)


if __name__ == "__main__":  # before anything else is imported, so that no moment has a traceback
    signal.signal(signal.SIGINT, _stopped)
    signal.signal(signal.SIGTERM, _stopped)

import argparse  # noqa: E402
from pathlib import Path  # noqa: E402

from tellings.report.run import build  # noqa: E402
from tellings.report.run.place import Stop  # noqa: E402


def main() -> int:
    """Make the report that the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(prog="make report", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder of captures")
    parser.add_argument("--event", default="", help="one event only")
    parser.add_argument("--out", default="", help="folder for all that is made, new or empty")
    parser.add_argument("--single", action="store_true", help="also write report.html, all in one")
    parser.add_argument("--strict", action="store_true", help="stop where a file cannot be read")
    parser.add_argument("--engine", default="local", help="local, processes or tcp://host:port")
    parser.add_argument("--articles", default="", choices=["", "all"], help="a page for each")
    parser.add_argument("--plain", action="store_true", help="start each kernel by itself")
    parser.add_argument(
        "--events", default="12", help='how many events get a page, the largest first; "all"; 0'
    )
    asked = parser.parse_args()
    try:
        build.report(build.Asked(**vars(asked)))
    except Stop as stop:
        words = str(stop)
        print(words if "\n" in words else f"make report: {words}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
