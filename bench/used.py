"""What a command uses, with all that it starts and waits for: CPU, memory and time.

    python -m bench.used COMMAND ...

runs it, and says so as JSON in its last line. It is a small process of its own between the bench
and what is measured: the system takes the memory of whoever starts a command for the command's.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from bench.pace import Pace

ROOT = Path(__file__).resolve().parents[1]
_GLANCE = 0.05  # seconds between two looks at a process


class Used(NamedTuple):
    """What a command used.

    seconds  of CPU
    largest  megabytes that its largest process held at most
    own      megabytes that the process itself held, without those it started; 0 if unknown
    wall     seconds from its beginning to its end
    speed    characters that a word pass went through in a second of CPU meanwhile
    """

    seconds: float
    largest: float
    own: float
    wall: float = 0.0
    speed: float = 0.0

    @property
    def work(self) -> float:
        """Characters that a word pass would have gone through in the same CPU time."""
        return self.seconds * self.speed


def used(command: list[str]) -> Used:
    """What a command used; raises RuntimeError with what it said where it failed."""
    run = [sys.executable, "-m", "bench.used", *command]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout}{done.stderr}")
    return Used(**json.loads(done.stdout.splitlines()[-1]))


def main() -> int:
    """Run the command of the command line; its exit status, and what it said if that is not 0."""
    own, begun = 0.0, time.perf_counter()
    with tempfile.TemporaryFile() as said, Pace() as pace:
        run = subprocess.Popen(sys.argv[1:], stdout=said, stderr=subprocess.STDOUT)
        while run.poll() is None:
            own = max(own, _held(run.pid))
            with suppress(subprocess.TimeoutExpired):
                run.wait(_GLANCE)
        wall = time.perf_counter() - begun
        if run.returncode:
            said.seek(0)
            print(said.read().decode())
            return run.returncode
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = Used(taken.ru_utime + taken.ru_stime, taken.ru_maxrss / 1024, own, wall, pace.speed())
    print(json.dumps(found._asdict()))
    return 0


def _held(process: int) -> float:
    """Megabytes that a process has held at most; 0 where the system does not tell."""
    with suppress(OSError):
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        if most := re.search(r"VmHWM:\s*(\d+) kB", status):
            return int(most[1]) / 1024
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
