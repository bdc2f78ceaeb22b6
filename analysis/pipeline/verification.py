"""Rebuild the figures of a corpus in a temporary folder and compare them with the stored ones.

Nothing that was made before is believed: texts that are here are measured again, all notebooks run, and
every file in the folder has to be accounted for.
"""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, LexiconError, ParameterError, RunError, listed
from analysis.pipeline import composition, lock
from analysis.pipeline.comparison import compare, describe, is_text
from analysis.pipeline.jobs import VARIANTS, Job, plan
from analysis.pipeline.lock import LOCK, Lock
from analysis.pipeline.publishing import hash_files
from analysis.pipeline.runs import run, stop_cleanly
from analysis.pipeline.state import PARTS, changed_parts, show_changes
from analysis.pipeline.tables import Measurement
from analysis.provenance import content_key, versions

__all__ = ["Findings", "verify"]


@dataclass(slots=True)
class Findings:
    """What was found in one figures folder.

    Attributes:
        place: the folder, below figures/.
        notebooks: how many the lock names, and so how many were to be run.
        failed: how many of them failed.
        unmade: notebooks that have not run for this folder.
        inputs: what the files were made from and is different now: texts, tables, code, lock; a line each.
        outputs: files that are not what is made now; a line each.
        identical: how many files are the same, byte for byte.
        equal: files with the same words and numbers, within `TOLERANCE`, with other versions.
        uncompared: files that cannot be compared because other versions made them.
        absent: how many copies (PNG, PDF, executed notebooks) are not here.
        trusted: what could not be checked; empty if everything could.
        versions: the versions that are not those of the lock; empty if all are.
    """

    place: str
    notebooks: int = 0
    failed: int = 0
    unmade: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    identical: int = 0
    equal: list[str] = field(default_factory=list)
    uncompared: list[str] = field(default_factory=list)
    absent: int = 0
    trusted: str = ""
    versions: str = ""

    @property
    def status(self) -> int:
        """The exit status.

        0: all files are identical. 3: those that can be compared with other versions have the same words and
        numbers. 1: files differ. 4: what they were made from differs.
        """
        if self.inputs:
            return 4
        return 1 if self.outputs else 3 if self.equal or self.uncompared else 0

    def lines(self) -> list[str]:
        """The findings, ready to print; the first line sums them up."""
        lines = [self._verdict(), *self.inputs, *self.outputs]
        if self.versions:
            lines.append(f"versions other than those in the lock: {self.versions}")
        if self.uncompared:
            lines.append(f"not compared: {', '.join(self.uncompared)}")
        return [f"{self.place}: {line}" for line in lines]

    def _verdict(self) -> str:
        compared = self.identical + len(self.equal)
        verdict = {
            0: f"verified: all {_count(self.identical)} were rebuilt and are identical",
            1: f"not verified: {_count(len(self.outputs) - self.failed)} differ from what is made now",
            3: (
                f"verified by value: of {_count(compared)}, {self.identical} are identical and "
                f"{len(self.equal)} have the same words and numbers with other versions"
            ),
            4: "not verified: what the files were made from is not what it was",
        }[self.status]
        notes = [f"{verdict} ({self.notebooks - self.failed} of {self.notebooks} notebooks)"]
        if self.unmade:
            notes.append(f"not run yet: {listed(self.unmade)}")
        if self.trusted:
            notes.append(f"taken on trust: {self.trusted}")
        if self.uncompared:
            kinds = sorted(Counter(Path(name).suffix for name in self.uncompared).items())
            counts = ", ".join(f"{count} {kind}" for kind, count in kinds)
            notes.append(f"not compared, because other versions draw them differently: {counts}")
        if self.absent:
            notes.append(f"not compared, because not here: {_count(self.absent)} that git does not hold")
        return "; ".join(notes)


def _count(files: int) -> str:
    return f"{files:,} file{'' if files == 1 else 's'}"


def verify(name: str, *, workers: int = 0) -> list[Findings]:
    """Rebuild every file of a corpus in a temporary folder, and compare it with the stored one.

    With the versions in the lock, bytes are compared. With others, all texts are compared, and numbers in
    them within `TOLERANCE`; pictures are not, and are named.

    Args:
        name: the corpus, by name or folder.
        workers: notebooks at once; 0: as many as there are processors.

    Returns:
        One per folder: the corpus's figures, and its variants.

    Raises:
        CorpusError, RunError: the corpus or a lock cannot be read, or there are no figures.
    """
    corpus = corpora.load(name)
    own = project.figures() / corpus.name
    variants = own / VARIANTS
    folders = [own, *sorted(path for path in variants.glob("*") if path.is_dir())]
    stored = {folder: files for folder in folders if (files := _hash_stored(folder))}
    if not stored:
        raise RunError(f"there are no figures in {own}", todo=f"make them: analysis figures {name}")
    tables = Measurement(corpus)
    with stop_cleanly():
        return [_verify(name, tables, folder, files, workers) for folder, files in stored.items()]


def _hash_stored(folder: Path) -> dict[str, str]:
    """The files of one figures folder, each with its sha256; variants are folders of their own."""
    files = hash_files(folder) if folder.is_dir() else {}
    return {name: digest for name, digest in files.items() if not re.match(f"{VARIANTS}/.+/", name)}


def _verify(
    name: str, tables: Measurement, folder: Path, stored: Mapping[str, str], workers: int
) -> Findings:
    known, corpus = lock.read(folder), tables.corpus
    place = folder.relative_to(project.figures()).as_posix()
    found = Findings(place, notebooks=len(known.notebooks), trusted=features.describe_trust(corpus))
    found.inputs += [*_check_texts(corpus, known), *_check_lock(known), *filter(None, [tables.problem()])]
    if known.versions != versions():
        found.versions = show_changes(known.versions, versions())
    try:
        planned = plan([name], given=known.variant, tables=tables.hashes)
        jobs = [job for job in planned if job.notebook.stem in known.notebooks]
        found.unmade = [job.notebook.stem for job in planned if job not in jobs]
        found.inputs += _check_jobs(jobs, known, place, same_versions=not found.versions)
        found.inputs += _check_composed(known, corpus, same_versions=not found.versions)
    except (FeaturesError, LexiconError, ParameterError) as error:
        found.inputs.append(f"the files cannot be rebuilt: {error}")
        return found
    with tempfile.TemporaryDirectory() as temporary:
        results = run(jobs, folder=Path(temporary), workers=workers, force=True)
        errors = [result.error for result in results if result.error]
        found.failed = len(errors)
        found.outputs += errors
        unmade = {n for r in results if r.error for n in known.notebooks[r.job.notebook.stem].files}
        rebuilt_folder = Path(temporary) / place
        rebuilt = hash_files(rebuilt_folder) if rebuilt_folder.is_dir() else {}
        composed = known.composed.files if known.composed and errors else {}
        for file in sorted({*known.outputs, *known.copies, *stored, *rebuilt} - {LOCK, *unmade, *composed}):
            _judge(found, _File(file, folder, rebuilt_folder, known, stored.get(file), rebuilt.get(file)))
    return found


@dataclass(frozen=True, slots=True)
class _File:
    """A file as the lock has it, as it is stored, and as it is made now; None: it is not there."""

    name: str
    folder: Path
    rebuilt_folder: Path
    known: Lock
    stored: str | None
    rebuilt: str | None

    @property
    def locked(self) -> str | None:
        """Its sha256 in the lock."""
        return {**self.known.outputs, **self.known.copies}.get(self.name)

    def problem(self) -> str:
        """Why there is nothing to compare; empty if the file is in the lock, stored, and made now."""
        if self.locked is None:
            return f"is not in {LOCK}" if self.stored else "is made now, but is not stored"
        if self.stored is None:
            return "is missing"
        return "" if self.rebuilt else "is not made any more"

    def differences(self) -> str:
        """How the stored file differs from the one that is made now; empty if its values do not."""
        if not is_text(self.name):
            return ""
        now = versions()
        pairs = {(old, now.get(library, "")) for library, old in self.known.versions.items()}
        return describe(compare(self.folder / self.name, self.rebuilt_folder / self.name, pairs))


def _judge(found: Findings, file: _File) -> None:
    """Add what is to be said of one file."""
    same_versions, edited = not found.versions, file.locked != file.stored
    if file.stored is None and file.name in file.known.copies:
        found.absent += 1
    elif problem := file.problem():
        found.outputs.append(f"{file.name} {problem}")
    elif file.stored == file.rebuilt:
        found.identical += 1
        if edited:
            found.inputs.append(f"{LOCK} was edited: its hash of {file.name} is not that of the file")
    elif not (same_versions or edited or is_text(file.name)):
        found.uncompared.append(file.name)
    elif (details := file.differences()) or same_versions or edited:
        problem = "was edited" if edited else "differs from what is made now"
        found.outputs.append(f"{file.name} {problem}{f': {details}' if details else ''}")
    else:
        found.equal.append(file.name)


def _check_texts(corpus: Corpus, known: Lock) -> Iterator[str]:
    """Texts that are not those of the lock."""
    now = {article.file: article.sha256 for article in (*corpus.articles, *corpus.absent)}
    for file in sorted({*now, *known.articles}):
        if file not in now:
            yield f"{file} is in {LOCK}, but not in the corpus"
        elif file not in known.articles:
            yield f"{file} is in the corpus, but not in {LOCK}"
        elif now[file] != known.articles[file]:
            yield f"{file} was edited since the figures were made"


def _check_lock(known: Lock) -> Iterator[str]:
    """What in a lock contradicts itself."""
    if not known.notebooks:
        yield f"{LOCK} is missing or names no notebook: make the figures again"
    for name, entry in known.entries.items():
        if entry.key != lock.entry_key(entry.made_from, entry.parameters):
            yield f"{LOCK} was edited: the key of {name} does not belong to its parts"
        elif entry.made_from.get("versions") != content_key(known.versions):
            yield f"{LOCK} was edited or is partly old: {name} was not made with the versions that it names"


def _check_jobs(jobs: Sequence[Job], known: Lock, place: str, *, same_versions: bool) -> Iterator[str]:
    """What the notebooks are made from and is different now."""
    entries = [(job, known.notebooks[job.notebook.stem]) for job in jobs]
    parts = ("cells", "code", "corpus", *(["tables"] if same_versions else []))
    for part in parts:
        if changed := [job.notebook.stem for job, entry in entries if part in changed_parts(job, entry)]:
            yield f"{PARTS[part]} changed since the figures were made: {listed(changed)}"
    for job, entry in entries:
        now = {**job.parameters, "corpus": job.corpus.name}
        if changes := show_changes(entry.parameters, now):
            yield f"{job.notebook.stem} ran with other parameters than {place} is for: {changes}"
        if job.place != place:
            yield f"{LOCK} was edited: the parameters in it belong to {job.place}"
    for stem in sorted({*known.notebooks} - {job.notebook.stem for job in jobs}):
        yield f"{stem} is in {LOCK}, but is not a notebook that can be run"


def _check_composed(known: Lock, corpus: Corpus, *, same_versions: bool) -> Iterator[str]:
    """What the report is made from and is different now."""
    if known.composed is None or not known.notebooks:
        return
    now = composition.hash_composition(known, corpus)
    for part, words in {**PARTS, "software": "CITATION.cff"}.items():
        if part in {"cells", "versions"} or (part == "tables" and not same_versions):
            continue
        if known.composed.made_from.get(part) != now[part]:
            yield f"{words} changed since the report was made"
