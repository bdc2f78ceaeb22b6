"""What a lock says of a corpus and its outputs, held against what is there and what comes out."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from analysis import corpus as corpora
from analysis import project
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, RunError, listed
from analysis.pipeline import Job, composing, lock, moved, plan_again, records, run
from analysis.pipeline.lock import Lock
from analysis.pipeline.verify import inputs
from analysis.pipeline.verify.moved import compared, moves
from analysis.provenance import file_hash, versions

__all__ = ["Findings", "verify"]

_VERDICTS = {
    0: "verified: every output came out the same, to the byte",
    1: "not verified: outputs are not what is made now",
    3: "verified by value: the data of every figure came out the same, with other versions",
    4: "not verified: what the outputs were made from is not as it was",
}


@dataclass(slots=True)
class Findings:
    """What was found in one folder of figures.

    Attributes:
        place: the folder, below figures/.
        inputs: what is not as it was when the outputs were made: texts, tables, lock; a line each.
        outputs: what is not as the lock has it, or comes out differently now; a line each.
        other_bytes: outputs whose data came out the same, within `TOLERANCE`, with other versions.
        versions: what versions those are; empty where they are those of the lock.
        again: notebooks that ran for this; the others have been made here before from the same inputs.
        notebooks: all notebooks.
    """

    place: str
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    other_bytes: list[str] = field(default_factory=list)
    versions: str = ""
    again: int = 0
    notebooks: int = 0

    @property
    def status(self) -> int:
        """0: every byte came out; 3: the data did, with other versions; 1: outputs differ; 4: inputs do."""
        if self.inputs:
            return 4
        return 1 if self.outputs else 3 if self.other_bytes else 0

    def lines(self) -> list[str]:
        """The findings, ready to print; the last line says what they come to."""
        lines = [f"{self.place}: {line}" for line in (*self.inputs, *self.outputs)]
        if self.versions:
            lines.append(f"{self.place}: other versions than those of the lock: {self.versions}")
        return [*lines, f"{self.place}: {_VERDICTS[self.status]} ({self._how()})"]

    def _how(self) -> str:
        files = f"; {len(self.other_bytes)} files have other bytes" if self.other_bytes else ""
        before = self.notebooks - self.again
        told = f"; {before} had been made here before from the same inputs" if before else ""
        return f"{self.again} of {self.notebooks} notebooks run again{told}{files}"


def verify(name: str, *, workers: int = 0, force: bool = False) -> list[Findings]:
    """Make every output of a corpus again, apart, and compare it with its lock.

    Two tiers: with the versions of the lock, bytes are compared; with others, the data behind each figure
    and each number, within `TOLERANCE`. What this machine has made before from the same inputs is known
    by its hash, and is not made again.

    Args:
        name: the corpus, by name or folder.
        workers: notebooks at once; 0: as many as there are processors.
        force: make again also what has been made here before.

    Returns:
        One each folder with a lock: the corpus's figures, and its sweeps.

    Raises:
        CorpusError, ParameterError, RunError: it cannot be made again at all.
    """
    corpus = corpora.load(name)
    own = project.figures() / corpus.name
    folders = sorted(path.parent for path in own.rglob(lock.LOCK))
    if not folders:
        raise RunError(f"{own} holds no {lock.LOCK}", todo=f"make the figures: analysis figures {name}")
    return [_verify(name, corpus, folder, workers=workers, force=force) for folder in folders]


def _verify(name: str, corpus: Corpus, folder: Path, *, workers: int, force: bool) -> Findings:
    known = lock.read(folder)
    found = Findings(folder.relative_to(project.figures()).as_posix(), notebooks=len(known.notebooks))
    found.inputs = inputs.changed(corpus, known)
    if known.versions != versions():
        found.versions = moved(known.versions, versions())
    try:
        jobs = plan_again(name, known, folder.relative_to(project.figures() / corpus.name).as_posix())
        found.inputs += inputs.changed_since(jobs, known)
        found.outputs += _gone(jobs, known)
        doubted = [job for job in jobs if force or not _made_here(job, known, folder)]
        with tempfile.TemporaryDirectory() as apart:
            _notebooks(found, doubted, known, folder, Path(apart), workers=workers)
            _composed(found, known, corpus, folder, Path(apart), force=force)
    except FeaturesError as error:
        found.inputs.append(f"not everything can be made again: {error}")
    return found


def _notebooks(
    found: Findings, jobs: Sequence[Job], known: Lock, folder: Path, apart: Path, *, workers: int
) -> None:
    """Judge what notebooks make; they run again, apart."""
    results = run(jobs, folder=apart, workers=workers, force=True)
    found.again = len(results)
    found.outputs += [result.error for result in results if result.error]
    good = [result for result in results if not result.error]
    made = {file: digest for result in good for file, digest in result.outputs.items()}
    entries = [known.notebooks[result.job.notebook.stem] for result in good]
    wanted = {file: digest for entry in entries for file, digest in entry.outputs.items()}
    for file in sorted({*wanted, *made}):
        fresh = apart / found.place / file
        _judge(found, _Output(file, wanted.get(file), made.get(file), folder / file, fresh))


def _made_here(job: Job, known: Lock, folder: Path) -> bool:
    """Whether this machine has made the outputs that the lock names, and they stand in place."""
    outputs = known.notebooks[job.notebook.stem].outputs
    return records.recall(job.key) == outputs and all(_stands(folder / f, d) for f, d in outputs.items())


def _stands(path: Path, digest: str) -> bool:
    return path.is_file() and file_hash(path) == digest


class _Output(NamedTuple):
    """A file as the lock has it, as it stands in place, and as it is made now; None: it is not there."""

    name: str
    wanted: str | None
    made: str | None
    there: Path
    fresh: Path


def _judge(found: Findings, output: _Output) -> None:
    """Enter what is to be said of one output."""
    name, wanted, made, there, fresh = output
    if made is None:
        found.outputs.append(f"{name}: no notebook makes it any more")
    elif wanted is None:
        found.outputs.append(f"{name}: is made now, and stands in no lock")
    elif not there.is_file():
        found.outputs.append(f"{name}: is missing")
    elif made == file_hash(there):
        if wanted != made:
            found.inputs.append(f"{lock.LOCK}: was edited: {name} is as it is made, not as the lock has it")
    elif made == wanted:
        found.outputs.append(f"{name}: was edited{_by(there, fresh)}")
    elif wanted != file_hash(there):
        found.outputs.append(f"{name}: was edited, and comes out differently now{_by(there, fresh)}")
    elif (found.versions or found.inputs) and not _by(there, fresh):
        found.other_bytes.append(name)
    else:
        found.outputs.append(f"{name}: comes out differently now{_by(there, fresh)}")


def _by(there: Path, fresh: Path) -> str:
    """What moved between two outputs and by how much, and which articles did it; empty where no value did."""
    found = moves(there, fresh) if compared(there.name) else []
    if not found:
        return ""
    most = max(found, key=lambda move: move.by)
    articles = list(dict.fromkeys(move.article_id for move in found if move.article_id))
    share = f" ({most.by:.2g} of it)" if most.by < 1e300 else ""
    by = f"; articles: {listed(articles)}" if articles else ""
    count = "1 value" if len(found) == 1 else f"{len(found)} values"
    return f": {count} moved, most {most.where}: {most.before} → {most.now}{share}{by}"


def _gone(jobs: Sequence[Job], known: Lock) -> list[str]:
    there = {job.notebook.stem for job in jobs}
    gone = (stem for stem in known.notebooks if stem not in there)
    return [f"{stem}: stands in the lock, and is no notebook any more" for stem in gone]


def _composed(
    found: Findings, known: Lock, corpus: Corpus, folder: Path, apart: Path, *, force: bool
) -> None:
    """Judge what is made of all outputs together; made again, from a copy, where it was not made here."""
    entry = known.composed
    if entry is None:
        return
    here = records.recall(composing.composed_key(known, corpus)) == entry.outputs
    if here and not force and all(_stands(folder / f, d) for f, d in entry.outputs.items()):
        return
    copied = apart / "composed" / folder.name
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns(".*", "sweep", *entry.outputs))
    lock.write(copied, known.model_copy(update={"composed": None}))
    composing.compose(copied, corpus)
    fresh = lock.read(copied).composed
    made = fresh.outputs if fresh else {}
    for file in sorted({*entry.outputs, *made}):
        wanted = entry.outputs.get(file)
        _judge(found, _Output(file, wanted, made.get(file), folder / file, copied / file))
