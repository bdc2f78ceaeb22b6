"""`analysis init`: make a new project with the notebooks and an example corpus."""

import argparse
import shutil
from pathlib import Path

from analysis import project
from analysis.errors import ProjectError

__all__ = ["DESCRIPTION", "HELP", "add_options", "make_project", "run"]

HELP = "create a new project"
DESCRIPTION = "Create a folder with notebooks, an example corpus and a template for your own corpus."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("folder", type=Path, metavar="NAME", help="the new folder")


def run(arguments: argparse.Namespace) -> int:
    """Make the project, and print the next commands."""
    make_project(arguments.folder)
    print(f"Created a project in {arguments.folder}. Next:\n  cd {arguments.folder}\n  analysis figures")
    return 0


def make_project(folder: Path) -> None:
    """Make a project in a new or empty folder.

    Raises:
        ProjectError: there is a file of that name, or the folder is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProjectError(
            f"{folder} {'is not empty' if folder.is_dir() else 'is a file'}",
            todo="give the name of a new folder",
        )
    _copy_files(project.shipped("project"), folder)
    for name in ("notebooks", "corpus/example"):
        _copy_files(project.shipped(name), folder / name)
    (folder / "figures").mkdir()


def _copy_files(folder: Path, to: Path) -> None:
    """Copy all files but those in hidden folders, without permissions: an installation may be read-only."""
    for path in folder.rglob("*"):
        place = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in place.parent.parts):
            (to / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to / place)
