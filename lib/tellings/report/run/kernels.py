"""Kernels for the report: forked from one warm process on Linux, started one by one elsewhere.

Most of a notebook's time is start-up and imports. A forked kernel has them done, yet is a process
and a namespace of its own.
"""

import math
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from queue import Empty
from uuid import uuid4

from jupyter_client import AsyncKernelClient, AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner
from nbclient.exceptions import DeadKernelError
from traitlets import Unicode

from tellings.report.run import forks
from tellings.report.run.outputs import PLACE

_NAME = "tellings-forked"


class _Client(AsyncKernelClient):
    """A client that goes on as soon as its kernel is there. Jupyter's own first listens for a fifth
    of a second whether the kernel has more to say, which nbclient would pass over anyway."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return once the kernel has replied and its broadcasts are heard.

        Raises DeadKernelError where it ends before, or takes more than so many seconds.
        """
        end = time.monotonic() + (math.inf if timeout is None else timeout)
        while await self.is_alive() and time.monotonic() < end:
            self.kernel_info()
            with suppress(Empty):
                self._handle_kernel_info_reply(await self.get_shell_msg(timeout=1))
                await self.get_iopub_msg(timeout=0.2)
                return
        raise DeadKernelError("the kernel ended before it was ready, or took too long")


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
        super().__init__(transport_encryption="auto", client_factory=_Client, **options)

    async def _async_pre_start_kernel(self, **options):
        """A kernel that loses its parent says so on stderr: let it speak to nobody."""
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        told = {"env": os.environ | {PLACE: self.tables}} if self.tables else {}
        return await super()._async_pre_start_kernel(**options | silent | told)

    async def _async_wait(self, pollinterval: float = 0.005) -> None:
        """Return once the kernel is gone: when killed it is in a moment, not in a tenth of a
        second, after which Jupyter would look again."""
        await super()._async_wait(pollinterval)


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

    warm: forks.Warm

    async def launch_kernel(self, cmd, **options):
        """The connection info of a kernel forked by the warm process."""
        arguments = cmd[cmd.index("-f") :]
        cwd = str(Path(options.get("cwd") or Path.cwd()).resolve())
        pid = self.warm.kernel(arguments, cwd, dict(options.get("env") or os.environ))
        self.process = _Forked(pid)
        self.pid = self.pgid = pid  # the kernel leads a session of its own
        self.cwd = cwd
        return self.connection_info


@contextmanager
def warm(wanted: bool = True, beside: Path | None = None) -> Iterator[None]:
    """Inside, kernels are forked from a warm process where the system can; nothing is left after.

    wanted, beside  as forks.warm and forked have it
    """
    with forks.warm(wanted) as parent, forked(parent, beside):
        yield


@contextmanager
def forked(parent: forks.Warm | None, beside: Path | None = None) -> Iterator[None]:
    """Inside, kernels are forked by this process; None: each is started by itself.

    beside  as QuietKernels has it
    """
    QuietKernels.beside = beside
    if parent is None:
        yield
        return
    factory = KernelProvisionerFactory.instance()
    entry = f"{__name__}:{ForkedProvisioner.__name__}"
    factory.provisioners[_NAME] = EntryPoint(_NAME, entry, KernelProvisionerFactory.GROUP_NAME)
    before, factory.default_provisioner_name = factory.default_provisioner_name, _NAME
    ForkedProvisioner.warm = parent
    try:
        yield
    finally:
        factory.default_provisioner_name = before
