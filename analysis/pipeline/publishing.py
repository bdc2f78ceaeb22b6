"""Outputs are replaced only as a whole: made in a temporary folder, moved by renaming, entered in the lock.

The temporary folder of a notebook, with its lock entry, is next to the outputs that it replaces. Renaming
it is the one step that decides. A run that is killed before leaves everything as it was. One that is killed
after is completed by the next run.
"""

import glob
import json
import shutil
import tempfile
from pathlib import Path

from pydantic import ValidationError

from analysis.errors import RunError
from analysis.pipeline import lock
from analysis.pipeline.lock import Entry, Lock, is_copy
from analysis.provenance import file_hash, to_json

__all__ = ["complete_publication", "hash_files", "make_folder", "publish", "remove_leftovers"]

_READY, _ENTRY = ".ready-", ".entry.json"


def publish(made: Path, folder: Path, name: str, draft: Lock) -> dict[str, str]:
    """Move the files that a notebook made from the folder `made` into `folder`, and enter them in the lock.

    Both folders are on one file system. Files that the notebook no longer makes are removed.

    Args:
        made: the folder with the files.
        folder: the figures folder.
        name: the notebook.
        draft: the lock as it will be, with an entry without files for this notebook alone.

    Returns:
        Each file with its sha256.
    """
    files = hash_files(made)
    outputs, copies = (
        {file: digest for file, digest in files.items() if is_copy(file) == copied}
        for copied in (False, True)
    )
    entry = draft.notebooks[name].model_copy(update={"outputs": outputs, "copies": copies})
    ready = draft.model_copy(update={"notebooks": {name: entry}})
    (made / _ENTRY).write_text(
        to_json(ready.model_dump(exclude_defaults=True)), encoding="utf-8", newline="\n"
    )
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{_READY}{name}"
    shutil.rmtree(place, ignore_errors=True)
    made.rename(place)
    _move_in(place, folder)
    return files


def complete_publication(folder: Path) -> None:
    """Complete what a killed run had started to publish in a figures folder."""
    for place in sorted(folder.glob(f"{_READY}*")):
        _move_in(place, folder)


def make_folder(folder: Path, place: str) -> Path:
    """A new, empty folder on the file system of `folder`, for the files of `folder`/`place`."""
    return Path(tempfile.mkdtemp(dir=folder, prefix=_prefix(place)))


def remove_leftovers(folder: Path, place: str) -> None:
    """Remove the temporary folders that killed runs left for `folder`/`place`."""
    for left in folder.glob(f"{glob.escape(_prefix(place))}*"):
        shutil.rmtree(left, ignore_errors=True)


def hash_files(folder: Path) -> dict[str, str]:
    """Each file below a folder, hidden ones aside, with its sha256.

    Raises:
        RunError: a link is there, whose content lies elsewhere.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if any(part.startswith(".") for part in name.parts):
            continue
        if path.is_symlink():
            raise RunError(f"{path} is a link", allowed="a figures folder holds files only")
        if path.is_file():
            found[name.as_posix()] = file_hash(path)
    return found


def _prefix(place: str) -> str:
    return f".run-{place.replace('/', '+')}-"


def _move_in(place: Path, folder: Path) -> None:
    """Move the files in `place` into `folder`; those that an earlier run has moved already stay there."""
    try:
        ready = Lock.model_validate(json.loads((place / _ENTRY).read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):  # not from a run
        shutil.rmtree(place, ignore_errors=True)
        return
    before = lock.read(folder)
    for name, entry in ready.notebooks.items():
        for file in entry.files:
            if (place / file).is_file():
                (folder / file).parent.mkdir(parents=True, exist_ok=True)
                (place / file).replace(folder / file)
        for stale in _stale(before, name, entry):
            (folder / stale).unlink(missing_ok=True)
    notebooks = dict(sorted({**before.notebooks, **ready.notebooks}.items()))
    lock.write(folder, ready.model_copy(update={"notebooks": notebooks, "composed": before.composed}))
    shutil.rmtree(place)


def _stale(before: Lock, name: str, entry: Entry) -> set[str]:
    """The files that a notebook made before, and that neither it nor another notebook makes now."""
    if name not in before.notebooks:
        return set()
    others = {file for other, own in before.notebooks.items() if other != name for file in own.files}
    return {*before.notebooks[name].files} - {*entry.files} - others
