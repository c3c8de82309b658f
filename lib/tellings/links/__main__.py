"""`python -m tellings.links LINKS CORPUS`: fetch the pages of a list of links into a folder."""

import argparse
import sys

from tellings.links.collection import PAUSE, Failed, collect
from tellings.links.downloader import Downloader
from tellings.links.listing import links


def main() -> int:
    """Fetch what the command line asks for; 0 where every link gave a page."""
    parser = argparse.ArgumentParser(prog="make corpus", description=__doc__)
    parser.add_argument("links", help="a text with an address a line, or a table with a column url")
    parser.add_argument("corpus", help="the folder for the pages")
    parser.add_argument("--pause", type=float, default=PAUSE, help="seconds between two pages")
    parser.add_argument("--private", action="store_true", help="ask addresses of an intranet, too")
    asked = parser.parse_args()
    try:
        return _run(asked)
    except ValueError as error:
        print(f"make corpus: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        print("make corpus: stopped; run it again to go on where it stopped", file=sys.stderr)
    except OSError as error:
        print(f"make corpus: {error.filename or asked.corpus}: {error.strerror}", file=sys.stderr)
    return 1


def _run(asked: argparse.Namespace) -> int:
    """Fetch, with a line for each link that failed and one for all."""
    if not asked.links or not asked.corpus:
        raise ValueError("name the list and the folder: make corpus LINKS=links.txt CORPUS=folder")
    listed = links(asked.links)
    downloader = Downloader(private=asked.private)
    new = old = failed = 0
    for found in collect(listed, asked.corpus, downloader, asked.pause):
        if isinstance(found, Failed):
            failed += 1
            print(f"{found.url}: {found.why}", flush=True)
        elif found.new:
            new += 1
        else:
            old += 1
    before = f" ({old} were there before)" if old else ""
    print(f"{new} of {len(listed) - old} pages saved in {asked.corpus}{before}; {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
