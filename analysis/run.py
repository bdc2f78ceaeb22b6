"""Notebooks through papermill: checked first, run side by side, published whole or not at all."""

import ast
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import nbformat
from tqdm import tqdm

from analysis import corpus as corpora
from analysis import features, params, report
from analysis.errors import ParameterError, RunError, listed
from analysis.paths import FIGURES, NOTEBOOKS, ROOT, figures_folder
from analysis.provenance import file_hash, to_json, versions

__all__ = ["LOCK", "Job", "Result", "differences", "plan", "read_lock", "run"]

LOCK = "outputs.lock"


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook to run on one corpus.

    `notebook` is its file, `corpus` the corpus's name, `parameters` are all of them, and `about` is what
    the corpus says of itself (`Corpus.about`).
    """

    notebook: Path
    corpus: str
    parameters: Mapping[str, Any]
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job: the hash of each output, or the message of what went wrong."""

    job: Job
    outputs: Mapping[str, str]
    error: str = ""


def plan(
    names: Sequence[str], *, only: Sequence[str] = (), given: Mapping[str, str] | None = None
) -> list[Job]:
    """The jobs for some corpora, checked: no kernel starts before every corpus and parameter is right.

    Measures the corpora too, once, so that the notebooks find their features in the cache.

    Args:
        names: corpora, by name or folder.
        only: names of notebooks, or beginnings of them (`30`); empty: all.
        given: parameters as text, for every notebook that has them.

    Raises:
        CorpusError, FeaturesError, LexiconError: a corpus cannot be measured.
        ParameterError: an unknown notebook or parameter, or a value of the wrong type.
    """
    given = given or {}
    chosen = _notebooks(only)
    jobs = []
    for name in names:
        corpus = corpora.load(name)
        figures_folder(corpus.folder)
        features.of(corpus, lexicon=given.get("lexicon", ""))
        own = {"corpus": _portable(corpus.folder, name)}
        for notebook in chosen:
            fields = params.model(notebook.stem).model_fields
            fitting = {key: text for key, text in given.items() if key in fields}
            checked = params.resolve(notebook.stem, _defaults(notebook), {**fitting, **own})
            jobs.append(Job(notebook, corpus.name, checked, corpus.about))
    known = {field for notebook in chosen for field in params.model(notebook.stem).model_fields}
    if unknown := [key for key in given if key not in known]:
        raise ParameterError(
            f"no notebook has a parameter {unknown[0]} (given: {unknown[0]} = {given[unknown[0]]})",
            allowed=f"there are: {listed(sorted(known))}",
        )
    return jobs


def run(jobs: Sequence[Job], *, folder: Path = FIGURES, workers: int = 0) -> list[Result]:
    """Run jobs in processes and publish what each makes into `folder`/<corpus>.

    A job that fails leaves the outputs of its last run as they are; the others go on.

    Args:
        jobs: from `plan`.
        folder: where the figures of all corpora go.
        workers: how many at once; 0: as many as there are processors.

    Returns:
        One result a job, in the order of the jobs.
    """
    workers = min(workers or os.cpu_count() or 1, max(len(jobs), 1))
    folder.mkdir(parents=True, exist_ok=True)
    for corpus in {job.corpus for job in jobs}:
        read_lock(folder / corpus)  # a broken one is told before anything runs
    results: dict[int, Result] = {}
    with (
        tempfile.TemporaryDirectory(dir=folder, prefix=".run-") as apart,
        ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool,
        tqdm(total=len(jobs), unit="notebook", disable=None) as bar,
    ):
        waiting = {pool.submit(_execute, job, Path(apart) / str(i)): i for i, job in enumerate(jobs)}
        for done in as_completed(waiting):
            number = waiting[done]
            job, error = jobs[number], done.result()
            outputs = {} if error else _publish(job, Path(apart) / str(number), folder / job.corpus)
            results[number] = Result(job, outputs, error)
            bar.set_postfix_str(f"{job.corpus}: {job.notebook.stem}")
            bar.update()
    for corpus in dict.fromkeys(job.corpus for job in jobs):
        _report(folder / corpus)
    return [results[number] for number in range(len(jobs))]


def _report(folder: Path) -> None:
    """Write the page of all figures, and enter it in the lock."""
    lock = read_lock(folder)
    if made := lock.get("notebooks"):
        outputs = {name: list(entry["outputs"]) for name, entry in made.items()}
        report.write(folder, outputs, lock.get("corpus", {}))
        _write_lock(folder, lock | {"report.html": file_hash(folder / "report.html")})


def _notebooks(only: Sequence[str]) -> list[Path]:
    found = sorted(NOTEBOOKS.glob("*.ipynb"))
    for name in only:
        if not any(path.stem.startswith(name) for path in found):
            raise ParameterError(
                f'only = "{name}" is no notebook', allowed=f"there are: {listed(p.stem for p in found)}"
            )
    return [path for path in found if not only or path.stem.startswith(tuple(only))]


def _portable(folder: Path, name: str) -> str:
    """The corpus as notebooks are given it: the same text wherever the project lies."""
    return folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else name


def _defaults(notebook: Path) -> dict[str, Any]:
    """What a notebook's parameters cell says: literals only, so that it can be read without running it."""
    for cell in nbformat.read(notebook, as_version=4).cells:
        if "parameters" in cell.metadata.get("tags", ()):
            return {
                node.target.id: ast.literal_eval(node.value)
                for node in ast.parse(cell.source).body
                if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value
            }
    raise RunError(f"{notebook.name} has no parameters cell", todo='tag one of its cells "parameters"')


def _execute(job: Job, folder: Path) -> str:
    """Run one notebook in this process, its outputs into `folder`; the message of what went wrong."""
    import papermill  # noqa: PLC0415  # slow to import, and only worker processes run notebooks
    from papermill.exceptions import PapermillExecutionError  # noqa: PLC0415
    from traitlets.config import Config  # noqa: PLC0415

    folder.mkdir()
    os.environ["ANALYSIS_FIGURES"] = str(folder)
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # a warning of the debugger, in every kernel
    executed = folder / "notebooks" / job.notebook.name
    executed.parent.mkdir()
    try:
        with tempfile.TemporaryDirectory(prefix="ipc-") as sockets:  # short: a socket's path is limited
            papermill.execute_notebook(
                str(job.notebook),
                str(executed),
                dict(job.parameters),
                progress_bar=False,
                config=Config(KernelManager=_transport(sockets)),
                extra_arguments=["--log-level=CRITICAL"],  # a failing cell comes back as an error
            )
    except PapermillExecutionError as error:
        where = f"{job.corpus}: {job.notebook.stem}, cell {error.exec_count}"
        return f"{where}: {error.ename}: {error.evalue}\n{error.source.rstrip()}"
    except Exception as error:  # noqa: BLE001  # whatever stops a kernel must not stop the others
        return f"{job.corpus}: {job.notebook.stem}: {type(error).__name__}: {error}"
    _normalise(executed)
    return ""


def _transport(sockets: str) -> dict[str, str]:
    """How to speak with a kernel: files of its own, where there are such, rather than ports to race for."""
    return {"transport": "ipc", "ip": f"{sockets}/kernel"} if os.name == "posix" else {}


def _normalise(executed: Path) -> None:
    """Take out of an executed notebook what differs from run to run: times, random ids, paths.

    And what may not be kept: the outputs of cells tagged `live` hold sentences of articles.
    """
    book = nbformat.read(executed, as_version=4)
    for key in ("papermill", "language_info"):
        book.metadata.pop(key, None)
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if "live" in cell.metadata.get("tags", ()):
            cell.outputs = []
    executed.write_text(nbformat.writes(book) + "\n", encoding="utf-8", newline="\n")


def _publish(job: Job, apart: Path, folder: Path) -> dict[str, str]:
    """Move a job's outputs into place and enter them in the lock; outputs it no longer makes go."""
    lock = read_lock(folder)
    entries = lock.setdefault("notebooks", {})
    outputs = {}
    for path in sorted(p for p in apart.rglob("*") if p.is_file()):
        name = path.relative_to(apart).as_posix()
        outputs[name] = file_hash(path)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        path.replace(folder / name)
    for stale in set(entries.get(job.notebook.stem, {}).get("outputs", {})).difference(outputs):
        if (folder / stale).resolve().is_relative_to(folder.resolve()):  # whatever a lock may say
            (folder / stale).unlink(missing_ok=True)
    entries[job.notebook.stem] = {"parameters": dict(job.parameters), "outputs": outputs}
    _write_lock(folder, lock | {"corpus": dict(job.about), "versions": versions()})
    return outputs


def _write_lock(folder: Path, lock: Mapping[str, Any]) -> None:
    fresh = folder / f".{LOCK}"
    fresh.write_text(to_json(lock), encoding="utf-8", newline="\n")
    fresh.replace(folder / LOCK)


def read_lock(folder: Path) -> dict[str, Any]:
    """The lock in a figures folder: notebook -> its parameters and the hash of each output.

    Raises:
        RunError: the file is damaged.
    """
    path = folder / LOCK
    try:
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
    except (ValueError, TypeError) as error:
        raise RunError(
            f"{path} is no lock: {error}", todo="take it back from git, or delete it and make all figures"
        ) from None


def differences(folder: Path, fresh: Path) -> Iterator[str]:
    """What differs between the outputs in `folder` and those just made in `fresh`, a line each."""
    wanted, made = _hashes(folder), _hashes(fresh)
    for name in sorted(wanted | made):
        path = folder / name
        if name not in made:
            yield f"{name}: no notebook makes it any more"
        elif name not in wanted:
            yield f"{name}: is made now and stands in no lock"
        elif not path.is_file():
            yield f"{name}: is missing"
        elif file_hash(path) != wanted[name]:
            yield f"{name}: was edited since the lock was written"
        elif wanted[name] != made[name]:
            yield f"{name}: comes out differently now"


def _hashes(folder: Path) -> dict[str, str]:
    lock = read_lock(folder)
    page = {name: lock[name] for name in ("report.html",) if name in lock}
    return page | {
        name: digest
        for entry in lock.get("notebooks", {}).values()
        for name, digest in entry["outputs"].items()
    }
