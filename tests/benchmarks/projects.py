"""A copy of the project in another folder, to be run, edited and timed without touching this one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from analysis import project
from analysis.pipeline.archive.software import stage_software

__all__ = ["copied", "run"]


def copied(folder: Path, *corpora: str) -> Path:
    """The package, the notebooks and some corpora, in a new folder, without figures and caches."""
    stage_software(folder, [path.stem for path in sorted(project.notebooks().glob("*.ipynb"))])
    for name in corpora:
        shutil.copytree(project.root() / "corpus" / name, folder / "corpus" / name)
    return folder


def run(folder: Path, *command: str, environment: Mapping[str, str] | None = None) -> str:
    """Run a module of Python in a copy of the project, by its own code; what it prints.

    Raises:
        RuntimeError: it failed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANALYSIS_")}
    own = {"ANALYSIS_ROOT": str(folder), "PYTHONPATH": str(folder), **(environment or {})}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**kept, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stdout[-500:]}{done.stderr[-2000:]}")
    return done.stdout
