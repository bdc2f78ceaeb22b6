"""The part of an archive that is the software: the package, the notebooks, and what installs them."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

from analysis import project
from analysis.errors import DISTRIBUTION, ShareError

__all__ = ["copy", "stage_software"]

_PACKAGE = Path(__file__).resolve().parents[2]
_CHECKOUT = ("Makefile", "pyproject.toml", "requirements.lock")
_README = "PROJECT.md"  # README.md is that of the archive
_REQUIREMENTS = "requirements.txt"
_SUFFIXES = {".bib", ".csv", ".j2", ".json", ".md", ".py", ".toml", ".txt", ".typed", ".yml"}


def stage_software(folder: Path, notebooks: Sequence[str]) -> list[str]:
    """Copy the package, the notebooks named, and what installs them into `folder`.

    A checkout brings its Makefile and lock; an installed package, requirements.txt with its libraries.

    Returns:
        The paths of the files below `folder`, with forward slashes.

    Raises:
        ShareError: a file is a link or missing, or git or the installation cannot be asked.
    """
    files = {name: _PACKAGE.parent / name for name in _list_package()}
    files |= {name: project.shipped(name) for name in ("CITATION.cff", "LICENSE")}
    if _in_checkout():
        files |= {name: project.root() / name for name in _CHECKOUT}
        files[_README] = project.root() / "README.md"
    for name, path in files.items():
        copy(path, folder / name)
    if not _in_checkout():
        (folder / _REQUIREMENTS).write_text(_pin_requirements(), encoding="utf-8", newline="\n")
        files[_REQUIREMENTS] = folder / _REQUIREMENTS
    own = [f"notebooks/{name}.ipynb" for name in notebooks]
    for name in own:
        copy(project.root() / name, folder / name)
        _clear_outputs(folder / name)
    return [*files, *own]


def copy(path: Path, to: Path) -> None:
    """Copy one file.

    Raises:
        ShareError: it is a link, or is not a file.
    """
    if path.is_symlink() or not path.is_file():
        raise ShareError(
            f"{path} is {'a link' if path.is_symlink() else 'missing, or not a file'}",
            allowed="an archive takes files only, and follows no link",
        )
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)


def _in_checkout() -> bool:
    """Whether the package in use is part of the project, and not installed elsewhere."""
    return project.root().resolve() == _PACKAGE.parent and all(
        (project.root() / name).is_file() for name in _CHECKOUT
    )


def _pin_requirements() -> str:
    """The libraries that the installed package asks for, in the versions that are installed."""
    try:
        lines = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        raise ShareError(
            f"{_PACKAGE} is in use, but is neither installed nor part of the project in {project.root()}",
            todo=f"install it: pip install {DISTRIBUTION}",
        ) from None
    names = sorted({name[0] for line in lines if (name := re.match(r"[\w.-]+", line))})
    installed = {dist.name.lower(): dist.version for dist in metadata.distributions()}
    return "".join(f"{n}=={installed[n.lower()]}\n" for n in names if n.lower() in installed)


def _list_package() -> list[str]:
    """The files of the package, sorted: those that git tracks, if the project is a repository."""
    tracked = _list_tracked()
    return sorted(name for name in _walk_package() if tracked is None or name in tracked)


def _walk_package() -> Iterator[str]:
    for place, folders, names in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        for name in names:
            if name == ".gitignore" or (Path(name).suffix in _SUFFIXES and not name.startswith(".")):
                yield Path(place, name).relative_to(_PACKAGE.parent).as_posix()


def _list_tracked() -> frozenset[str] | None:
    """The files that git tracks; None if the package is not part of a repository."""
    folder = _PACKAGE.parent
    if not (folder / ".git").exists():
        return None
    command = [shutil.which("git") or "git", "-C", str(folder), "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  # no user input in it
    except (OSError, subprocess.CalledProcessError) as error:
        raise ShareError(
            f"git cannot list the files of {folder}: {error}", todo="see what it says: git ls-files"
        ) from None
    return frozenset(done.stdout.decode("utf-8", "surrogateescape").split("\0"))


def _clear_outputs(notebook: Path) -> None:
    """Remove the outputs of a notebook that was saved with them: they may show sentences."""
    book = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    text = json.dumps(book, indent=1, ensure_ascii=False) + "\n"
    notebook.write_text(text, encoding="utf-8", newline="\n")
