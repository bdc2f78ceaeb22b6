"""Rebuild the figures of a corpus in a temporary folder and compare them with the stored ones.

Earlier results are not used: texts that are here are measured again, all notebooks run, and
every file in the folder has to be accounted for.
"""

import re
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.errors import AnalysisError, FeaturesError, LexiconError, ParameterError, RunError, listed
from analysis.pipeline import composition, lock
from analysis.pipeline.comparison import compare, describe, is_text
from analysis.pipeline.findings import Findings
from analysis.pipeline.jobs import VARIANTS, Job, plan
from analysis.pipeline.lock import COMPOSED, LOCK, Lock, is_copy
from analysis.pipeline.publishing import hash_files
from analysis.pipeline.runs import RUNNING, run, stop_cleanly
from analysis.pipeline.state import PARTS, changed_parameters, show_changes
from analysis.pipeline.tables import Measurement
from analysis.provenance import content_key, versions

__all__ = ["find_corpora", "find_strays", "verify"]

_VERSION = re.compile(r"\d[\w.+-]*")
_WITH_VERSIONS = re.compile(r"(methods|references)\.\w+")  # the files that print versions


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
    stored = [folder for folder in folders if _hash_stored(folder)]
    if not stored:
        raise RunError(f"there are no figures in {own}", todo=f"make them: analysis figures {name}")
    tables = Measurement(corpus)
    with stop_cleanly():
        return [_verify(name, tables, folder, workers) for folder in stored]


def find_corpora() -> list[str]:
    """The corpora that have figures: names in corpus/, and paths of those outside.

    Raises:
        RunError: a lock is damaged.
    """
    named = {name: name for name in project.corpus_names()}
    found = []
    for folder in _list_figures():
        corpus = named.get(folder.name) or (lock.read(folder).folder if folder.is_dir() else "")
        if corpus and _has_its_figures_in(folder, corpus):
            found.append(corpus)
    return found


def find_strays() -> list[Findings]:
    """What in figures/ belongs to none of `find_corpora`, and so cannot be verified."""
    known = {Path(name).name for name in find_corpora()}
    problem = "belongs to no corpus that can be found: restore its corpus, or delete it"
    return [Findings(place=path.name, inputs=[problem]) for path in _list_figures() if path.name not in known]


def _list_figures() -> list[Path]:
    return sorted(path for path in project.figures().glob("*") if not path.name.startswith("."))


def _has_its_figures_in(folder: Path, corpus: str) -> bool:
    try:
        return project.figures_folder(project.corpus_folder(corpus)) == folder
    except AnalysisError:
        return False


def _count_hidden(folder: Path) -> int:
    files = (path.relative_to(folder).parts for path in folder.rglob("*") if not path.is_dir())
    own = (parts for parts in files if folder.parent.name == VARIANTS or parts[0] != VARIANTS)
    return sum(any(part.startswith(".") for part in parts) for parts in own if parts != (RUNNING,))


def _hash_stored(folder: Path) -> dict[str, str]:
    """The files of one figures folder, each with its sha256; variants are folders of their own."""
    files = hash_files(folder) if folder.is_dir() else {}
    if folder.parent.name == VARIANTS:
        return files
    return {name: digest for name, digest in files.items() if not re.match(f"{VARIANTS}/.+/", name)}


def _verify(name: str, tables: Measurement, folder: Path, workers: int) -> Findings:
    known, corpus = lock.read(folder), tables.corpus
    found = Findings(
        place=folder.relative_to(project.figures()).as_posix(),
        notebooks=len(known.notebooks),
        trusted=features.describe_trust(corpus),
        versions=show_changes(known.versions, versions()),
        hidden=_count_hidden(folder),
    )
    found.inputs += [*_check_texts(corpus, known), *_check_lock(known), *filter(None, [tables.problem()])]
    try:
        planned = plan([name], given=known.variant, tables=tables.hashes)
        jobs = [job for job in planned if job.notebook.stem in known.notebooks]
        found.unmade = [job.notebook.stem for job in planned if job not in jobs]
        found.inputs += [*_check_jobs(jobs, known, found.place), *_check_parts(jobs, known, corpus, found)]
    except (FeaturesError, LexiconError, ParameterError) as error:
        found.inputs.append(f"the files cannot be rebuilt: {error}")
        return found
    with tempfile.TemporaryDirectory() as temporary:
        failed = [one for one in run(jobs, folder=Path(temporary), workers=workers, force=True) if one.error]
        found.failed = len(failed)
        found.outputs += [result.error for result in failed]
        unmade = [known.notebooks[result.job.notebook.stem] for result in failed]
        if failed and known.composed:
            unmade.append(known.composed)
        left_out = {file for entry in unmade for file in entry.files}
        rebuilt = Path(temporary) / found.place
        _compare_files(found, known, folder, rebuilt, left_out)
        if not found.inputs and not found.outputs and _outline(known) != _outline(lock.read(rebuilt)):
            found.inputs.append(f"{LOCK} was edited: it is not the one that is made now")
    return found


def _outline(known: Lock) -> object:
    """What a lock says besides hashes and versions, which are compared one by one."""
    entries = {
        name: (entry.parameters, {*entry.made_from}, {*entry.outputs}, {*entry.copies})
        for name, entry in known.entries.items()
    }
    return known.folder, known.variant, known.articles, entries


def _compare_files(found: Findings, known: Lock, folder: Path, rebuilt: Path, left_out: set[str]) -> None:
    """Compare every file in the lock, in the stored folder, or in the rebuilt one."""
    now = versions()
    pairs = {
        (version, now[library])
        for library, version in known.versions.items()
        if library in now and _VERSION.fullmatch(version)
    }
    hashes = (known.files, _hash_stored(folder), _hash_stored(rebuilt))
    for name in sorted({*hashes[0], *hashes[1], *hashes[2]} - {LOCK, *left_out}):
        locked, stored, made = (files.get(name) for files in hashes)
        if locked and made and not stored and is_copy(name):
            found.absent += 1
        elif problem := _find_problem(locked, stored, made):
            found.outputs.append(f"{name} {problem}")
        elif stored != made:
            _judge(found, name, edited=locked != stored, details=_describe(folder, rebuilt, name, pairs))
        elif locked == stored:
            found.identical += 1
        else:
            found.inputs.append(f"{LOCK} was edited: its hash of {name} is not that of the file")


def _find_problem(locked: str | None, stored: str | None, made: str | None) -> str:
    """Why there is nothing to compare; empty if the file is in the lock, stored, and made now."""
    if locked is None:
        return f"is not in {LOCK}" if stored else "is made now, but is not stored"
    return "is no longer made" if made is None else "" if stored else "is missing"


def _describe(folder: Path, rebuilt: Path, name: str, pairs: Collection[tuple[str, str]]) -> str:
    """How the values of a stored file differ from those made now; empty if they do not, or it is not text."""
    if not is_text(name):
        return ""
    printed = pairs if _WITH_VERSIONS.fullmatch(name) else ()
    return describe(compare(folder / name, rebuilt / name, printed))


def _judge(found: Findings, name: str, *, edited: bool, details: str) -> None:
    """Add what is to be said of a file whose bytes differ from those made now."""
    if edited or details or not found.versions:
        problem = "was edited" if edited else "differs from what is made now"
        found.outputs.append(f"{name} {problem}{f': {details}' if details else ''}")
    else:
        (found.equal if is_text(name) else found.uncompared).append(name)


def _check_texts(corpus: Corpus, known: Lock) -> Iterator[str]:
    """Texts that are not those of the lock."""
    now = {article.file: article.sha256 for article in (*corpus.articles, *corpus.absent)}
    for file in sorted({*now, *known.articles}):
        if file not in now or file not in known.articles:
            places = (LOCK, "the corpus") if file in known.articles else ("the corpus", LOCK)
            yield f"{file} is in {places[0]}, but not in {places[1]}"
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


def _check_jobs(jobs: Sequence[Job], known: Lock, place: str) -> Iterator[str]:
    """Notebooks of the lock that would run differently now, or not at all."""
    if wrong := {job.place for job in jobs} - {place}:
        yield f"{LOCK} was edited: the parameters in it belong to {min(wrong)}"
    for job in jobs:
        if changes := changed_parameters(job, known.notebooks[job.notebook.stem]):
            yield f"{job.notebook.stem} ran with other parameters than {place} is for: {changes}"
    for stem in sorted({*known.notebooks} - {job.notebook.stem for job in jobs}):
        yield f"{stem} is in {LOCK}, but is not a notebook that can be run"


def _check_parts(jobs: Sequence[Job], known: Lock, corpus: Corpus, found: Findings) -> Iterator[str]:
    """What the files are made from and is different now; tables of other versions have other bytes."""
    now = {job.notebook.stem: job.made_from for job in jobs}
    if known.composed and known.notebooks:
        now[COMPOSED] = composition.hash_composition(known, corpus)
    for part in (part for part in PARTS if part != "versions" and not (part == "tables" and found.versions)):
        entries = ((name, parts, known.entries[name].made_from) for name, parts in now.items())
        if changed := [name for name, parts, before in entries if parts.get(part) != before.get(part)]:
            yield f"{PARTS[part]} changed since these were made: {listed(changed)}"
