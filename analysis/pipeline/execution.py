"""One notebook through papermill, in a process of its own."""

import os
import re
import tempfile
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import nbformat
import papermill
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import DeadKernelError
from papermill.exceptions import PapermillExecutionError

from analysis import errors
from analysis.pipeline import kernels
from analysis.pipeline.notebook_file import strip_run

__all__ = ["work"]

# Keeps the debugger in every kernel from printing a warning.
_QUIET = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}
_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_AROUND = 2  # lines of a failing cell before and after the fault


def work(
    notebook: Path,
    parameters: Mapping[str, Any],
    folder: Path,
    environment: Mapping[str, str],
    answer: Connection,
) -> None:
    """Run one notebook in this process, and send the error message; empty if all went well."""
    os.environ.update({**environment, **_QUIET})
    waiting = kernels.fork_kernel()
    kernels.end_with_parent()
    answer.send(_execute(notebook, parameters, folder, waiting))


def _execute(
    notebook: Path, parameters: Mapping[str, Any], folder: Path, waiting: kernels.WaitingKernel | None
) -> str:
    """Run one notebook, with its outputs into `folder`; the error message, empty if all went well."""
    executed = folder / "notebooks" / notebook.name
    try:
        executed.parent.mkdir()
        _retry_start(notebook, executed, parameters, waiting)
        strip_run(executed, Path(parameters["corpus"]).name)
    except PapermillExecutionError as error:
        return _describe_failure(notebook, error)
    except NoSuchKernel as error:
        return f"{error}; install it into this environment: python -m ipykernel install --sys-prefix"
    except Exception as error:  # noqa: BLE001  # whatever stops a kernel must not stop the others
        return f"{type(error).__name__}: {error}"
    return ""


def _retry_start(
    notebook: Path, executed: Path, parameters: Mapping[str, Any], waiting: kernels.WaitingKernel | None
) -> None:
    """Run a notebook, and once more with a new kernel if the first did not start."""
    try:
        _run_papermill(notebook, executed, parameters, waiting)
    except (DeadKernelError, RuntimeError) as error:
        if isinstance(error, PapermillExecutionError) or "before replying" not in str(error):
            raise
        _run_papermill(notebook, executed, parameters, None)


def _run_papermill(
    notebook: Path, executed: Path, parameters: Mapping[str, Any], waiting: kernels.WaitingKernel | None
) -> None:
    with tempfile.TemporaryDirectory(prefix="ipc-") as sockets:  # short: the path of a socket is limited
        name = nbformat.read(notebook, as_version=4).metadata.get("kernelspec", {}).get("name", "python3")
        manager = kernels.make_manager(name, sockets, waiting)
        try:
            papermill.execute_notebook(
                str(notebook),
                str(executed),
                dict(parameters),
                progress_bar=False,
                request_save_on_cell_execute=False,
                km=manager,
                extra_arguments=["--log-level=CRITICAL"],  # a failing cell comes back as an error
            )
        finally:
            kernels.end_kernel(manager)


def _describe_failure(notebook: Path, error: PapermillExecutionError) -> str:
    """The message of a failing cell; for anything but a user's mistake also the cell around the fault."""
    if error.ename in errors.__all__:
        return str(error.evalue)
    code = [c.source for c in nbformat.read(notebook, as_version=4).cells if c.cell_type == "code"]
    number = code.index(error.source) + 1 if error.source in code else error.exec_count
    found = re.search(r"Cell In\[\d+\], line (\d+)", _COLOURS.sub("", "\n".join(error.traceback)))
    excerpt = _excerpt(error.source.splitlines(), int(found[1]) if found else 1)
    return f"cell {number} of {len(code)}: {error.ename}: {error.evalue}\n{excerpt}"


def _excerpt(lines: list[str], fault: int) -> str:
    """The lines around the fault, which is marked."""
    first = max(1, fault - _AROUND)
    cut = lines[first - 1 : fault + _AROUND]
    return "\n".join(f"{'>' if n == fault else ' '} {n:3} {line}" for n, line in enumerate(cut, first))
