"""The project's own files: which of them go into an archive, by rule, and never a stray one."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis import project
from analysis.errors import ShareError

__all__ = ["copy", "stage"]

_PACKAGE = Path(__file__).resolve().parents[2]
_TOP = ("CITATION.cff", "LICENSE", "Makefile", "pyproject.toml", "requirements.lock")
_README = "PROJECT.md"  # README.md is that of the archive
_SUFFIXES = {
    ".bib",
    ".csv",
    ".j2",
    ".json",
    ".py",
    ".toml",
    ".txt",
    ".yml",
}  # of code, and of the data beside it


def stage(folder: Path, notebooks: Sequence[str]) -> list[str]:
    """Copy the project into `folder`: the package, the notebooks named, and what sets it up.

    Returns:
        The paths of the copies below `folder`, with forward slashes.

    Raises:
        ShareError: the package in use is not this project's, a file of it is a link or not there, or
            git cannot say which files are its own.
    """
    if project.root().resolve() != _PACKAGE.parent:
        raise ShareError(
            f"{_PACKAGE} is in use, and is not part of the project in {project.root()}",
            todo="run this with the project's own environment: .venv/bin/analysis share",
        )
    own = {name: project.root() / name for name in (*_TOP, *_package())} | {
        _README: project.root() / "README.md"
    }
    for name, path in own.items():
        copy(path, folder / name)
    own_notebooks = [f"notebooks/{name}.ipynb" for name in notebooks]
    for name in own_notebooks:
        copy(project.notebooks() / Path(name).name, folder / name)
        _clear(folder / name)
    return [*own, *own_notebooks]


def copy(path: Path, to: Path) -> None:
    """Copy one file.

    Raises:
        ShareError: it is a link or no file.
    """
    if path.is_symlink() or not path.is_file():
        raise ShareError(
            f"{path} is {'a link' if path.is_symlink() else 'not there, or no file'}",
            allowed="an archive takes files alone, and follows no link",
        )
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)


def _package() -> list[str]:
    """The files of the package, in order: those that git tracks, where the project lies in git."""
    tracked = _tracked()
    return sorted(name for name in _found() if tracked is None or name in tracked)


def _found() -> Iterator[str]:
    for place, folders, names in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        for name in names:
            if Path(name).suffix in _SUFFIXES and not name.startswith("."):
                yield Path(place, name).relative_to(_PACKAGE.parent).as_posix()


def _tracked() -> frozenset[str] | None:
    """The files that git tracks; None where the project does not lie in git."""
    if not (project.root() / ".git").exists():
        return None
    command = [shutil.which("git") or "git", "-C", str(project.root()), "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # nothing of a user's in it
    except (OSError, subprocess.CalledProcessError) as error:
        raise ShareError(
            f"git cannot list the files of {project.root()}: {error}", todo="see what it says: git ls-files"
        ) from None
    return frozenset(done.stdout.decode("utf-8", "surrogateescape").split("\0"))


def _clear(notebook: Path) -> None:
    """Take the outputs out of a notebook that was saved with them: they may show sentences."""
    book = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    text = json.dumps(book, indent=1, ensure_ascii=False) + "\n"
    notebook.write_text(text, encoding="utf-8", newline="\n")
