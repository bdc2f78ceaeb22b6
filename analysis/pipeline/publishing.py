"""Outputs go into place whole: made apart, moved in by renaming, then entered in the lock.

What a notebook made waits in a folder of its own, complete with its lock entry, beside the outputs that
it replaces. Renaming that folder is the one step that decides. A run that is killed before it leaves
everything as it was; one that is killed after it is finished by the next.
"""

import glob
import json
import shutil
import tempfile
from pathlib import Path

from pydantic import ValidationError

from analysis.pipeline import lock
from analysis.pipeline.lock import Entry, Lock
from analysis.pipeline.planning import Job
from analysis.provenance import file_hash, to_json, versions

__all__ = ["finish", "fresh", "publish", "sweep_up"]

_READY, _ENTRY = ".ready-", ".entry.json"


def publish(job: Job, apart: Path, folder: Path) -> dict[str, str]:
    """Move what a job made in `apart` into `folder`, and enter it in the lock.

    Both lie on one file system. Outputs that the job made before and makes no longer go.

    Returns:
        Each output with its sha256.
    """
    outputs = _hashes(apart)
    entry = Entry(
        key=job.key,
        made_from=dict(job.made_from),
        parameters={**job.parameters, "corpus": job.corpus.name},
        outputs=outputs,
    )
    texts = {a.file: a.sha256 for a in (*job.corpus.articles, *job.corpus.absent)}
    about = Lock(
        corpus=dict(job.corpus.about),
        articles=texts,
        versions=versions(),
        notebooks={job.notebook.stem: entry},
    )
    (apart / _ENTRY).write_text(to_json(about.model_dump(exclude_none=True)), encoding="utf-8", newline="\n")
    folder.mkdir(parents=True, exist_ok=True)
    ready = folder / f"{_READY}{job.notebook.stem}"
    shutil.rmtree(ready, ignore_errors=True)
    apart.rename(ready)
    _move_in(ready, folder)
    return outputs


def finish(folder: Path) -> None:
    """Finish what a killed run had decided to publish in a figures folder."""
    for ready in sorted(folder.glob(f"{_READY}*")):
        _move_in(ready, folder)


def fresh(folder: Path, place: str) -> Path:
    """A new, empty folder on the file system of `folder`, for what is made for `folder`/`place`."""
    return Path(tempfile.mkdtemp(dir=folder, prefix=_prefix(place)))


def sweep_up(folder: Path, place: str) -> None:
    """Take away what killed runs of the figures in `folder`/`place` had not finished making."""
    for left in folder.glob(f"{glob.escape(_prefix(place))}*"):
        shutil.rmtree(left, ignore_errors=True)


def _prefix(place: str) -> str:
    return f".run-{place.replace('/', '+')}-"


def _move_in(ready: Path, folder: Path) -> None:
    """Put the outputs in `ready` into place; what a run before has moved already stays as it is."""
    try:
        about = Lock.model_validate(json.loads((ready / _ENTRY).read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):  # not of our making
        shutil.rmtree(ready, ignore_errors=True)
        return
    before = lock.read(folder)
    for name, entry in about.notebooks.items():
        for file in entry.outputs:
            if (ready / file).is_file():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (ready / file).replace(folder / file)
        for stale in _stale(before, name, entry):
            (folder / stale).unlink(missing_ok=True)
    notebooks = dict(sorted({**before.notebooks, **about.notebooks}.items()))
    lock.write(folder, about.model_copy(update={"notebooks": notebooks, "composed": before.composed}))
    shutil.rmtree(ready)


def _stale(before: Lock, name: str, entry: Entry) -> list[str]:
    """The files that a notebook made before, and neither it makes now nor another."""
    if name not in before.notebooks:
        return []
    others = {file for other, e in before.notebooks.items() if other != name for file in e.outputs}
    return sorted({*before.notebooks[name].outputs} - {*entry.outputs} - others)


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): file_hash(path) for path in files}
