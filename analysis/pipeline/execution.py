"""One notebook through papermill, in a process of its own."""

import os
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
from analysis.pipeline.normalising import normalise

__all__ = ["work"]

# Of the debugger in every kernel: a warning on standard error.
_QUIET = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}


def work(
    notebook: Path,
    parameters: Mapping[str, Any],
    folder: Path,
    environment: Mapping[str, str],
    answer: Connection,
) -> None:
    """Run one notebook in this process, and send the message of what went wrong; empty: nothing did."""
    os.environ.update({**environment, **_QUIET})
    waiting = kernels.spare()
    kernels.end_with_parent()
    answer.send(_execute(notebook, parameters, folder, waiting))


def _execute(
    notebook: Path, parameters: Mapping[str, Any], folder: Path, waiting: kernels.Spare | None
) -> str:
    """Run one notebook, its outputs into `folder`.

    Returns:
        The message of what went wrong; empty where nothing did.
    """
    executed = folder / "notebooks" / notebook.name
    try:
        executed.parent.mkdir()
        _with_kernel(notebook, executed, parameters, waiting)
        normalise(executed, Path(parameters["corpus"]).name)
    except PapermillExecutionError as error:
        return _failed(notebook, error)
    except NoSuchKernel as error:
        return f"{error}; install it into this environment: python -m ipykernel install --sys-prefix"
    except Exception as error:  # noqa: BLE001  # whatever stops a kernel must not stop the others
        return f"{type(error).__name__}: {error}"
    return ""


def _with_kernel(
    notebook: Path, executed: Path, parameters: Mapping[str, Any], waiting: kernels.Spare | None
) -> None:
    """Run a notebook, and once more with a kernel started anew where the first failed to start."""
    try:
        _papermill(notebook, executed, parameters, waiting)
    except (DeadKernelError, RuntimeError) as error:
        if isinstance(error, PapermillExecutionError) or "before replying" not in str(error):
            raise
        _papermill(notebook, executed, parameters, None)


def _papermill(
    notebook: Path, executed: Path, parameters: Mapping[str, Any], waiting: kernels.Spare | None
) -> None:
    with tempfile.TemporaryDirectory(prefix="ipc-") as sockets:  # short: a socket's path is limited
        name = nbformat.read(notebook, as_version=4).metadata.get("kernelspec", {}).get("name", "python3")
        manager = kernels.manager(name, sockets, waiting)
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
            kernels.end(manager)


def _failed(notebook: Path, error: PapermillExecutionError) -> str:
    """What a failing cell says: a user's mistake its message alone, any other failure its code too."""
    if error.ename in errors.__all__:
        return str(error.evalue)
    return f"{_cell(notebook, error)}: {error.ename}: {error.evalue}\n{error.source.rstrip()}"


def _cell(notebook: Path, error: PapermillExecutionError) -> str:
    """Which cell failed, by its number among the code cells of the notebook as it is committed."""
    code = [c.source for c in nbformat.read(notebook, as_version=4).cells if c.cell_type == "code"]
    number = code.index(error.source) + 1 if error.source in code else error.exec_count
    return f"cell {number} of {len(code)}"
