"""From a corpus with figures to its archive: staged in a folder of its own, made there, packed."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from analysis import corpus as corpora
from analysis.pipeline.archive import codecheck, outputs, project, readme, textless
from analysis.pipeline.archive import packing as archive
from analysis.provenance import to_json

__all__ = ["Shared", "share"]


class Shared(NamedTuple):
    """An archive: where it is, how many files it holds, and its size in bytes."""

    path: Path
    files: int
    size: int


def share(name: str, to: Path | None = None) -> Shared:
    """Pack a corpus, without its texts, with all that its figures are made and checked with.

    The same corpus, figures and project give the same bytes.

    Args:
        name: the corpus, by name or folder.
        to: the archive to write; None: <name of the corpus>.zip in the current folder.

    Raises:
        CorpusError, FeaturesError: the corpus cannot be read, or there are neither texts nor true tables.
        RunError: its figures are not there or not up to date, or cannot be made without the texts.
        ShareError: a file cannot go in, or another file has the archive's name.
        OSError: the archive cannot be written.
    """
    corpus = corpora.load(name)
    target = archive.target(to or Path(f"{corpus.name}.zip"))
    known = outputs.current(name, corpus)
    with tempfile.TemporaryDirectory(prefix="share-") as folder:
        stage = Path(folder).resolve()
        members = project.stage(stage, [*known.notebooks])
        members += textless.stage(corpus, stage)
        members += outputs.stage(corpus, known, stage)
        members += _described(corpus.name, stage, members)
        size = archive.pack({name: stage / name for name in members}, target)
    return Shared(target, len(members), size)


def _described(name: str, stage: Path, members: list[str]) -> list[str]:
    """What says of the archive what it is: for people, for machines, and for who checks it."""
    from analysis.pipeline.archive import crate  # noqa: PLC0415  # rocrate is slow to import

    there = corpora.load(stage / "corpus" / name)
    known = outputs.lock.read(stage / "figures" / name)
    texts = {
        "README.md": readme.text(there, known),
        "codecheck.yml": codecheck.text(name, known, stage),
    }
    for file, text in texts.items():
        (stage / file).write_text(text, encoding="utf-8", newline="\n")
    described = crate.metadata(there, known, stage, [*members, *texts])
    (stage / crate.NAME).write_text(to_json(described), encoding="utf-8", newline="\n")
    return [*texts, crate.NAME]
