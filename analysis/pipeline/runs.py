"""Jobs run side by side, each in a process of its own. The files of each are published when it ends."""

import contextlib
import os
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn

from filelock import FileLock, Timeout
from tqdm import tqdm

from analysis import project
from analysis.errors import RunError
from analysis.pipeline import composition, lock, publishing
from analysis.pipeline.jobs import Job
from analysis.pipeline.state import due

__all__ = ["RUNNING", "Result", "run", "stop_cleanly", "summarise"]

RUNNING = ".lock"  # the file that a run holds, so that no other writes into the same folder


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a job.

    Attributes:
        job: the job.
        reason: why it had to run; empty if it was up to date.
        files: each file that it made, with its sha256.
        error: the error message; empty if all went well.
    """

    job: Job
    reason: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


def run(
    jobs: Sequence[Job], *, folder: Path | None = None, workers: int = 0, force: bool = False
) -> list[Result]:
    """Run the jobs that are due, in processes, and publish what each makes into `folder`/<place>.

    A job that fails leaves the files of its last run as they are; the others go on.

    Args:
        jobs: from `plan`.
        folder: the folder for the figures of all corpora; figures/ of the project by default.
        workers: how many at once; 0: as many as there are processors.
        force: re-run notebooks that are up to date.

    Returns:
        One result per job, in the order of the jobs.

    Raises:
        RunError: another run is at work in the same place, or a lock there is damaged.
        OSError: a folder cannot be written.
    """
    folder = folder or project.figures()
    folder.mkdir(parents=True, exist_ok=True)
    corpora = {job.place: job.corpus for job in jobs}
    with contextlib.ExitStack() as stack:
        stack.enter_context(stop_cleanly())
        for place in sorted(corpora):
            stack.enter_context(_reserve(folder, place))
        reasons = [due(job, folder) or ("asked for" if force else "") for job in jobs]
        done = _run({number: job for number, job in enumerate(jobs) if reasons[number]}, folder, workers)
        for place, corpus in corpora.items():
            composition.compose(folder / place, corpus)
    for place in corpora:
        _remove_empty(folder, place)
    return [Result(job, reasons[number], *done.get(number, ({}, ""))) for number, job in enumerate(jobs)]


def summarise(results: Sequence[Result]) -> str:
    """The results in a sentence: `5 of 14 notebooks ran, 40 files written; 9 were up to date.`."""
    ran = [result for result in results if result.reason and not result.error]
    current = sum(not result.reason for result in results)
    failed = sum(bool(result.error) for result in results)
    if current == len(results):
        return "The notebook is up to date." if current == 1 else f"All {current} notebooks are up to date."
    files = sum(len(result.files) for result in ran)
    parts = [f"{len(ran)} of {len(results)} notebooks ran, {files} files written"]
    parts += [f"{current} {'was' if current == 1 else 'were'} up to date"] if current else []
    parts += [f"{failed} failed"] if failed else []
    return f"{'; '.join(parts)}."


@contextlib.contextmanager
def stop_cleanly() -> Iterator[None]:
    """Let SIGTERM end the program as an exception does, so that processes and temporary folders go too."""

    def stop(number: int, _: object) -> NoReturn:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():  # only there a signal can be handled
        yield
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextlib.contextmanager
def _reserve(folder: Path, place: str) -> Iterator[None]:
    """Keep other runs out of a place, and tidy up after a killed one."""
    own = folder / place
    own.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(own / RUNNING, timeout=0):
            lock.read(own)  # a damaged one is reported before anything runs
            publishing.remove_leftovers(folder, place)
            publishing.complete_publication(own)
            yield
    except Timeout:
        raise RunError(f"another run is using {own}", todo="wait for it to end, then try again") from None


def _remove_empty(folder: Path, place: str) -> None:
    """Remove a place to which nothing was published, and the folders above it that are empty then."""
    own = folder / place
    if [path.name for path in own.iterdir()] != [RUNNING]:
        return
    (own / RUNNING).unlink()
    with contextlib.suppress(OSError):  # a folder that is not empty stays
        for name in (place, *map(str, PurePosixPath(place).parents)):
            if name != ".":
                (folder / name).rmdir()


def _run(jobs: Mapping[int, Job], folder: Path, workers: int) -> dict[int, tuple[dict[str, str], str]]:
    """Run jobs side by side: number -> the files, and the error message."""
    if not jobs:
        return {}
    from analysis.pipeline.kernels import context  # noqa: PLC0415  # slow to import, and often nothing is due

    done: dict[int, tuple[dict[str, str], str]] = {}
    waiting, at_work = list(jobs), dict[Connection, _Worker]()
    try:
        with tqdm(total=len(jobs), unit="notebook", disable=None) as bar:
            while waiting or at_work:
                while waiting and len(at_work) < (workers or os.cpu_count() or 1):
                    worker = _Worker.start(context(), waiting[0], jobs[waiting.pop(0)], folder)
                    at_work[worker.answer] = worker
                bar.set_postfix_str(", ".join(worker.job.name for worker in at_work.values()))
                for answer in connection.wait([*at_work]):
                    worker = at_work.pop(answer)  # type: ignore[call-overload]  # no other is waited for
                    done[worker.number] = worker.end(folder)
                    bar.update()
    finally:
        for worker in at_work.values():
            worker.stop()
    return done


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process that runs one job into a folder of its own."""

    number: int
    job: Job
    made: Path
    process: Any  # of multiprocessing, which has a class for each way to start
    answer: Connection

    @classmethod
    def start(cls, context: Any, number: int, job: Job, folder: Path) -> "_Worker":  # noqa: ANN401
        from analysis.pipeline.execution import work  # noqa: PLC0415  # as above

        made = publishing.make_folder(folder, job.place)
        answer, other_end = context.Pipe(duplex=False)
        environment = {  # a worker is forked from a process that may have started in another project
            "ANALYSIS_ROOT": str(project.root()),
            "ANALYSIS_CACHE": str(project.cache()),
            "ANALYSIS_FIGURES": str(made),
            "ANALYSIS_NOTEBOOK": job.notebook.stem,
        }
        arguments = (job.notebook, dict(job.parameters), made, environment, other_end)
        process = context.Process(target=work, args=arguments)
        process.start()
        other_end.close()  # so that the pipe ends with the process
        return cls(number, job, made, process, answer)

    def end(self, folder: Path) -> tuple[dict[str, str], str]:
        """Publish what was made; the files, or the error message."""
        files: dict[str, str] = {}
        try:
            error = self.answer.recv()
        except EOFError:
            self.process.join()
            error = f"its process ended (exit code {self.process.exitcode}): killed, or out of memory"
        if not error:
            files = publishing.publish(
                self.made, folder / self.job.place, self.job.notebook.stem, self.job.draft
            )
        self.stop()
        return files, f"{self.job.name}, {error}" if error else ""

    def stop(self) -> None:
        """End the process, and with it its kernel, and remove what it has not published."""
        self.process.kill()
        self.process.join()
        self.answer.close()
        shutil.rmtree(self.made, ignore_errors=True)
