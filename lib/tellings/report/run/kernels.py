"""Kernels for the report: forked from one warm process on Linux, started one by one elsewhere.

Most of a notebook's time is start-up and imports. A forked kernel has them done, yet is a process
and a namespace of its own.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from uuid import uuid4

from jupyter_client import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner
from traitlets import Unicode

from tellings.report.run.outputs import PLACE

_NAME = "tellings-forked"


class QuietKernels(AsyncKernelManager):
    """Kernels on an encrypted local connection: a plain one makes ipykernel warn on stderr.

    On Linux by names that no other process has and no file stands for. Ports, as elsewhere, are
    looked for before the kernel opens them, and on a loaded computer another may be faster.

    beside  the folder in which the file lies that tells a kernel its connection, so that a run
            that is killed leaves it with what else it was making; None: where temporary files are
    tables  where notebooks write their tables, as outputs.where has it; "": beside themselves
    """

    beside: Path | None = None
    tables = Unicode("").tag(config=True)

    def __init__(self, **options):
        if self.beside is not None:
            options["connection_file"] = str(self.beside / f"kernel-{uuid4()}.json")
        if sys.platform == "linux":
            options |= {"transport": "ipc", "ip": f"@tellings-{uuid4()}"}
        super().__init__(transport_encryption="auto", **options)

    async def _async_pre_start_kernel(self, **options):
        """A kernel that loses its parent says so on stderr: let it speak to nobody."""
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        told = {"env": os.environ | {PLACE: self.tables}} if self.tables else {}
        return await super()._async_pre_start_kernel(**options | silent | told)


class Warm:
    """The warm process, and requests to it, one at a time."""

    def __init__(self):
        self._lock = threading.Lock()
        self._ready = False
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tellings.report.run.warm", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is for whoever waits for the kernels
            env=os.environ | {"MPLBACKEND": "module://matplotlib_inline.backend_inline"},
        )

    def fork(self, arguments: list[str], cwd: str, env: dict) -> int:
        """The process id of a new kernel."""
        with self._lock:
            if not self._ready:
                self._answer()
                self._ready = True
            request = {"arguments": arguments, "cwd": cwd, "env": env}
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            return self._answer()["pid"]

    def _answer(self) -> dict:
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the warm kernel process ended before it answered")
        return json.loads(line)

    def close(self) -> None:
        """End the process; kernels that are still there end with it."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


class _Forked:
    """A kernel that is somebody else's child, with the part of Popen that a provisioner uses."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid
        self.returncode = None

    def poll(self) -> int | None:
        if self.returncode is None and not _alive(self.pid):
            self.returncode = 0
        return self.returncode

    def wait(self) -> int:
        while self.poll() is None:
            time.sleep(0.005)
        return self.returncode

    def send_signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def _alive(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


class ForkedProvisioner(LocalProvisioner):
    """Launches a kernel by asking the warm process for a fork."""

    warm: Warm

    async def launch_kernel(self, cmd, **options):
        """The connection info of a kernel forked by the warm process."""
        arguments = cmd[cmd.index("-f") :]
        cwd = str(Path(options.get("cwd") or Path.cwd()).resolve())
        pid = self.warm.fork(arguments, cwd, dict(options.get("env") or os.environ))
        self.process = _Forked(pid)
        self.pid = self.pgid = pid  # the kernel leads a session of its own
        self.cwd = cwd
        return self.connection_info


@contextmanager
def warm(wanted: bool = True, beside: Path | None = None):
    """Inside, kernels are forked from a warm process where the system can; nothing is left after.

    wanted  False: start each kernel by itself, the slow way that any system can
    beside  as QuietKernels has it
    """
    QuietKernels.beside = beside
    if not (wanted and sys.platform == "linux"):
        yield
        return
    factory = KernelProvisionerFactory.instance()
    entry = f"{__name__}:{ForkedProvisioner.__name__}"
    factory.provisioners[_NAME] = EntryPoint(_NAME, entry, KernelProvisionerFactory.GROUP_NAME)
    before, factory.default_provisioner_name = factory.default_provisioner_name, _NAME
    ForkedProvisioner.warm = Warm()
    try:
        yield
    finally:
        factory.default_provisioner_name = before
        ForkedProvisioner.warm.close()
