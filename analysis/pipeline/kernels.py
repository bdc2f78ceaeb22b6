"""Kernels that start fast: forked from a process that has already imported what notebooks import.

They are kernels of ipykernel, and papermill runs them as any other; what is saved is the start of Python and
the imports. A worker forks its kernel before it has threads or sockets that a fork would copy. Where the
system cannot fork, kernels start as usual.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import connection
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

__all__ = [
    "PRELOADED",
    "WaitingKernel",
    "context",
    "end_kernel",
    "end_with_parent",
    "fork_kernel",
    "make_manager",
]

# What workers and notebooks import. multiprocessing passes over names that do not exist; a test does not.
PRELOADED = (
    "analysis.features.files",
    "analysis.features.measurement",
    "analysis.figures",
    "analysis.notebook.session",
    "analysis.pipeline.execution",
    "analysis.results",
    "analysis.text.concordance",
    "fontTools.subset",
    "ipykernel.kernelapp",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_pdf",
    "matplotlib.backends.backend_svg",
    "papermill",
)
_LAUNCHER = "ipykernel_launcher"
_FORKS = "forkserver" in multiprocessing.get_all_start_methods()


def context() -> multiprocessing.context.BaseContext:
    """How processes start: forked from one with all imports if the system can, otherwise new."""
    if not _FORKS:
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload([*PRELOADED])
    return found


def end_with_parent() -> None:
    """End this process at once when the one that started it ends, however that does."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


class WaitingKernel:
    """A kernel forked from this process, which waits for its connection and ends with this process."""

    def __init__(self) -> None:
        """Fork it; call this before anything else in a process."""
        fork = multiprocessing.get_context("fork")
        answer, self._orders = fork.Pipe(duplex=False)
        self.process = fork.Process(target=_kernel, args=(answer, self._orders))
        self.process.start()

    def launch(self, arguments: Sequence[str], environment: Mapping[str, str], folder: str) -> None:
        """Let it serve the connection file named in its command-line arguments."""
        self._orders.send((arguments, environment, folder))


def fork_kernel() -> WaitingKernel | None:
    """A kernel that is ready at once; None where the system cannot fork."""
    return WaitingKernel() if _FORKS else None


def make_manager(name: str, sockets: str, waiting: WaitingKernel | None = None) -> AsyncKernelManager:
    """A manager of one kernel of this environment, connected through files in the folder `sockets`.

    Ports could be taken by another kernel at the same moment; they serve where there are no such files.

    Raises:
        jupyter_client.kernelspec.NoSuchKernel: no kernel of that name is installed.
    """
    transport = {"transport": "ipc", "ip": f"{sockets}/kernel"} if os.name == "posix" else {}
    found = AsyncKernelManager(kernel_name=name, connection_file=f"{sockets}/kernel.json", **transport)
    spec = found.kernel_spec
    if waiting and spec and _LAUNCHER in spec.argv:
        found.provisioner = _Forked(kernel_id="warm", kernel_spec=spec, parent=found)
        found.provisioner.waiting = waiting
    return found


def end_kernel(manager: AsyncKernelManager) -> None:
    """End a kernel at once; it has nothing left to save."""
    if isinstance(manager.provisioner, LocalProvisioner) and manager.provisioner.process:
        manager.provisioner.process.kill()


class _Forked(LocalProvisioner):
    """Provides the kernel that is waiting."""

    waiting: WaitingKernel

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:  # noqa: ANN401  # as inherited
        environment = {**os.environ, **(kwargs.get("env") or {})}
        arguments = cmd[cmd.index(_LAUNCHER) + 1 :]
        self.waiting.launch(arguments, environment, str(kwargs.get("cwd") or Path.cwd()))
        self.process = _Started(self.waiting.process)  # type: ignore[assignment]  # has what is called
        self.pid, self.pgid = self.waiting.process.pid, None
        return self.connection_info


class _Started:
    """A process of multiprocessing, with the methods of a subprocess that a provisioner calls."""

    stdout = stderr = stdin = None

    def __init__(self, process: Any) -> None:  # noqa: ANN401  # a class of its own for each way to start
        self._process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        code: int | None = self._process.exitcode
        return code

    def wait(self) -> int | None:
        self._process.join()
        return self.poll()

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def _kernel(orders: Connection, other_end: Connection) -> None:
    """Run as a kernel, until its manager or the process that started it ends it."""
    from ipykernel import kernelapp  # noqa: PLC0415  # imported before the fork

    end_with_parent()
    other_end.close()  # a copy by the fork: left open, it would hide that the other side is gone
    try:
        arguments, environment, folder = orders.recv()
    except EOFError:  # nobody needs it
        return
    os.environ.clear()
    os.environ.update({**environment, "JPY_PARENT_PID": "1"})  # it is watched by `end_with_parent`
    os.chdir(folder)
    sys.argv = [_LAUNCHER, *arguments]
    kernelapp.launch_new_instance()
