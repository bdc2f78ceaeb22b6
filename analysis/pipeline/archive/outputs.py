"""The figures of an archive: those of the corpus, with all made again that looks different without texts."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from analysis import pipeline as run
from analysis import project as folders
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, RunError
from analysis.pipeline import lock
from analysis.pipeline.archive.project import copy
from analysis.pipeline.lock import Entry, Lock
from analysis.project import figures_folder

__all__ = ["command", "current", "lock", "stage"]


def current(name: str, corpus: Corpus) -> Lock:
    """The lock of a corpus's figures, which are all there and as they would be made now.

    Args:
        name: the corpus, by name or folder.
        corpus: the same, loaded.

    Raises:
        RunError: there are no figures, or not those that would be made; or the lock is damaged.
        FeaturesError: a notebook counted a term list that is not the corpus's own.
    """
    todo = f"make the figures first: analysis figures {name}"
    known = lock.read(figures_folder(corpus.folder))
    if not known.notebooks:
        raise RunError(f"{corpus.name} has no figures to share", todo=todo)
    jobs = run.plan_again(name, known)
    if gone := [*{*known.notebooks} - {job.notebook.stem for job in jobs}]:
        raise RunError(f"{min(gone)} stands in {lock.LOCK} and is no notebook any more", todo=todo)
    for job in jobs:
        if why := run.due(job):
            raise RunError(f"the figures of {job.name} are not up to date: {why}", todo=todo)
        if terms := job.parameters.get("lexicon"):
            raise FeaturesError(
                f"{job.name} counted the terms of {terms}, which cannot be counted where texts are absent",
                todo=f"save that list as lexicon.yml in the folder of the corpus, then {todo}",
            )
    return known


def stage(corpus: Corpus, known: Lock, folder: Path) -> list[str]:
    """Put the figures of a corpus into `folder`, where the project and the corpus are staged already.

    What a notebook shows of a load report, for one, is different where texts are absent: what is due there
    is made again there, by the project that is staged.

    Returns:
        The paths of the outputs and their lock below `folder`.

    Raises:
        RunError: a notebook failed without the texts.
    """
    present, place = folders.figures() / corpus.name, folder / "figures" / corpus.name
    place.mkdir(parents=True)
    for name in (name for entry in known.notebooks.values() for name in entry.outputs):
        copy(present / name, place / name)
    lock.write(place, known.model_copy(update={"composed": None}))
    for arguments in _calls(known.notebooks):
        _run(["figures", f"corpus/{corpus.name}", *arguments], folder)
    made = sorted(lock.read(place).outputs)
    return [f"figures/{corpus.name}/{name}" for name in (*made, lock.LOCK)]


def command(arguments: list[str], folder: Path) -> tuple[list[str], dict[str, str]]:
    """A call of the project staged in `folder`, and its environment: nothing of this project is in it."""
    kept = {name: value for name, value in os.environ.items() if name != "ANALYSIS_FIGURES"}
    own = {"ANALYSIS_ROOT": str(folder), "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return [sys.executable, "-m", "analysis", *arguments], {**kept, **own}


def _run(arguments: list[str], folder: Path) -> None:
    call, environment = command(arguments, folder)
    done = subprocess.run(  # noqa: S603  # our own command line
        call, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise RunError(f"the figures cannot be made without the texts: {said[0]}")


def _calls(notebooks: Mapping[str, Entry]) -> list[list[str]]:
    """Arguments that run every notebook with its parameters, in as few calls as these allow."""
    calls: list[tuple[list[str], dict[str, str]]] = []
    for stem, entry in notebooks.items():
        own = {name: str(value) for name, value in entry.parameters.items() if name != "corpus"}
        fitting = (call for call in calls if all(call[1].get(n, v) == v for n, v in own.items()))
        stems, given = next(fitting, ([], {}))
        if not stems:
            calls.append((stems, given))
        stems.append(stem)
        given.update(own)
    return [
        [*(f"--only={stem}" for stem in stems), *(f"--set={name}={value}" for name, value in given.items())]
        for stems, given in calls
    ]
