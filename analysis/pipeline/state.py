"""Whether the files of a job are up to date, and if not, what changed."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from analysis import project
from analysis.pipeline import lock
from analysis.pipeline.jobs import Job
from analysis.pipeline.lock import Entry
from analysis.provenance import file_hash, versions

__all__ = ["PARTS", "changed_parameters", "due", "missing_copies", "show_changes"]

PARTS = {
    "cells": "the notebook",
    "code": "the code that the notebook uses",
    "corpus": "the corpus",
    "tables": "the feature tables",
    "software": "CITATION.cff",
    "versions": "versions of libraries",
}


def due(job: Job, folder: Path | None = None) -> str:
    """Why a job has to run; empty if its files, below `folder` or else figures/, are up to date.

    Copies that are absent do not count: git does not hold them.

    Raises:
        RunError: the lock there is damaged.
    """
    folder = (folder or project.figures()) / job.place
    known = lock.read(folder)
    entry = known.notebooks.get(job.notebook.stem)
    if entry is None:
        return "it has not run yet"
    if entry.key != job.draft.notebooks[job.notebook.stem].key:
        parts = [part for part in PARTS if entry.made_from.get(part) != job.made_from.get(part)]
        changes = [PARTS[part] for part in parts if part != "versions"]
        if "versions" in parts:
            changes.append(show_changes(known.versions, versions()) or PARTS["versions"])
        changes.append(changed_parameters(job, entry))
        return f"changed: {', '.join(filter(None, changes)) or 'its key in the lock'}"
    for name, digest in entry.files.items():
        if not (folder / name).is_file():
            if name in entry.outputs:
                return f"{name} is missing"
        elif file_hash(folder / name) != digest:
            return f"{name} was edited"
    return ""


def missing_copies(jobs: Iterable[Job], folder: Path | None = None) -> bool:
    """Whether PNG, PDF or executed notebooks of some job are not here, as in a fresh clone."""
    places = ((job, (folder or project.figures()) / job.place) for job in jobs)
    entries = ((place, lock.read(place).notebooks.get(job.notebook.stem)) for job, place in places)
    return any(not (place / name).is_file() for place, entry in entries if entry for name in entry.copies)


def changed_parameters(job: Job, entry: Entry) -> str:
    """The parameters of a lock entry that are not those of the job, as text."""
    before, now = (
        {name: value for name, value in own.items() if name != "corpus"}
        for own in (entry.parameters, job.parameters)
    )
    return show_changes(before, now)


def show_changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What differs: `seed (1 → 7), top (30 → 10)`."""
    names = (name for name in sorted({*before, *now}) if before.get(name) != now.get(name))
    return ", ".join(f"{name} ({before.get(name)} → {now.get(name)})" for name in names)
