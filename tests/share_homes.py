"""A project of its own, with its own package, corpora and figures, for tests that pack and unpack it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis import project as folders
from analysis.pipeline.archive import project


def home(folder: Path, *, notebooks: Sequence[str]) -> Path:
    """The project, copied into `folder` without corpora and figures; of the notebooks those named, or all."""
    names = [*notebooks] or [path.stem for path in sorted(folders.notebooks().glob("*.ipynb"))]
    project.stage(folder, names)
    shutil.copyfile(folders.root() / "README.md", folder / "README.md")
    (folder / "corpus").mkdir()
    return folder


def call(folder: Path, *arguments: str, status: int = 0) -> str:
    """Call the command line of the project in `folder`; what it prints."""
    environment = {n: v for n, v in os.environ.items() if not n.startswith(("ANALYSIS_", "PYTEST_"))}
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, f"{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr
