"""`python -m tellings.report CORPUS`: run the notebooks on a corpus and write its report."""

import argparse
import sys
from pathlib import Path

from tellings.report.run import build


def main() -> int:
    """Make the report that the command line asks for; the exit status."""
    parser = argparse.ArgumentParser(prog="make report", description=__doc__)
    parser.add_argument("corpus", type=Path, help="a folder of captures")
    parser.add_argument("--event", default="", help="one event only")
    parser.add_argument("--out", default="", help="folder for all that is made")
    parser.add_argument("--single", action="store_true", help="also write report.html, all in one")
    parser.add_argument("--plain", action="store_true", help="start each kernel by itself")
    asked = parser.parse_args()
    try:
        build.report(asked.corpus, asked.event, asked.out, asked.single, asked.plain)
    except build.Stop as stop:
        print(f"make report: {stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("make report: stopped; what was made is kept, run it again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
