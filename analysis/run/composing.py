"""What is made of the outputs of all notebooks together: the report."""

from collections.abc import Mapping
from pathlib import Path

from analysis.provenance import code_key, content_key, file_hash, lock
from analysis.provenance.lock import Entry, Lock
from analysis.run import records

__all__ = ["compose", "composed_key"]

_CODE = {("analysis.report", "write")}


def compose(folder: Path) -> None:
    """Make what is made of all outputs in a figures folder, unless it is there; enter it in the lock."""
    known = lock.read(folder)
    if not known.notebooks:
        return
    key = composed_key(known)
    if known.composed and known.composed.key == key and _whole(folder, known.composed.outputs):
        return
    outputs = {name: file_hash(folder / name) for name in _make(folder, known)}
    records.remember(key, outputs)
    lock.write(folder, known.model_copy(update={"composed": Entry(key=key, outputs=outputs)}))


def composed_key(known: Lock) -> str:
    """The key of what is made of all outputs that a lock names."""
    made = {name: entry.outputs for name, entry in known.notebooks.items()}
    return content_key(known.corpus, made, code_key(_CODE))


def _make(folder: Path, known: Lock) -> list[str]:
    """Make the files; their names."""
    from analysis import report  # noqa: PLC0415  # slow to import, and seldom needed

    report.write(folder, {name: list(entry.outputs) for name, entry in known.notebooks.items()}, known.corpus)
    return ["report.html"]


def _whole(folder: Path, outputs: Mapping[str, str]) -> bool:
    return all((folder / n).is_file() and file_hash(folder / n) == digest for n, digest in outputs.items())
