"""Jobs run side by side, each in a process of its own; what each makes is published as it ends."""

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from tqdm import tqdm

from analysis import project
from analysis.errors import RunError
from analysis.pipeline import composing, lock, publishing, records
from analysis.pipeline.planning import Job, due

__all__ = ["Result", "run"]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job.

    Attributes:
        job: the job.
        why: why it had to run; empty: it had not, its outputs are what it would make.
        outputs: each file that it made, with its sha256.
        error: the message of what went wrong; empty where nothing did.
    """

    job: Job
    why: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


def run(
    jobs: Sequence[Job], *, folder: Path | None = None, workers: int = 0, force: bool = False
) -> list[Result]:
    """Run the jobs that are due, in processes, and publish what each makes into `folder`/<place>.

    A job that fails leaves the outputs of its last run as they are; the others go on.

    Args:
        jobs: from `plan`.
        folder: where the figures of all corpora go; figures/ of the project unless given.
        workers: how many at once; 0: as many as there are processors.
        force: run those too whose outputs are what they would make.

    Returns:
        One result a job, in the order of the jobs.

    Raises:
        RunError: another run is at work in the same place, or a lock there is damaged.
        OSError: a folder cannot be written.
    """
    places = list(dict.fromkeys(job.place for job in jobs))
    folder = folder or project.figures()
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as held:
        for place in sorted(places):
            held.enter_context(_alone(folder, place))
        whys = [due(job, folder) or ("asked for" if force else "") for job in jobs]
        results = _run({i: job for i, job in enumerate(jobs) if whys[i]}, folder, workers)
        for place, corpus in {job.place: job.corpus for job in jobs}.items():
            composing.compose(folder / place, corpus)
    return [Result(job, whys[i], *results.get(i, ({}, ""))) for i, job in enumerate(jobs)]


@contextlib.contextmanager
def _alone(folder: Path, place: str) -> Iterator[None]:
    """Hold a place for this run alone, and put in order what a killed one has left there."""
    own = folder / place
    own.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(own / ".lock", timeout=0):
            lock.read(own)  # a broken one is told before anything runs
            publishing.sweep_up(folder, place)
            publishing.finish(own)
            yield
    except Timeout:
        raise RunError(
            f"another run is at work in {own}", todo="wait for it to end, or end it, then run this again"
        ) from None


def _run(jobs: Mapping[int, Job], folder: Path, workers: int) -> dict[int, tuple[dict[str, str], str]]:
    """Run jobs side by side: number -> the outputs, and the message of what went wrong."""
    if not jobs:
        return {}
    from analysis.pipeline.kernels import context  # noqa: PLC0415  # slow to import, and often nothing is due

    results: dict[int, tuple[dict[str, str], str]] = {}
    waiting, at_work = list(jobs), dict[Connection, _Worker]()
    try:
        with tqdm(total=len(jobs), unit="notebook", disable=None) as bar:
            while waiting or at_work:
                while waiting and len(at_work) < (workers or os.cpu_count() or 1):
                    worker = _Worker.start(context(), waiting[0], jobs[waiting.pop(0)], folder)
                    at_work[worker.answer] = worker
                bar.set_postfix_str(", ".join(worker.job.name for worker in at_work.values()))
                for answer in connection.wait([*at_work]):
                    worker = at_work.pop(answer)  # type: ignore[call-overload]  # it waits for ours alone
                    results[worker.number] = worker.end(folder)
                    bar.update()
    finally:
        for worker in at_work.values():
            worker.stop()
    return results


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process that runs one job into a folder of its own."""

    number: int
    job: Job
    apart: Path
    process: Any  # of multiprocessing: a class of its own for each way to start
    answer: Connection

    @classmethod
    def start(cls, context: Any, number: int, job: Job, folder: Path) -> "_Worker":  # noqa: ANN401
        from analysis.pipeline.execution import work  # noqa: PLC0415  # as above

        apart = publishing.fresh(folder, job.place)
        answer, other = context.Pipe(duplex=False)
        environment = {  # a worker is forked from a process that may have started elsewhere
            "ANALYSIS_ROOT": str(project.root()),
            "ANALYSIS_CACHE": str(project.cache()),
            "ANALYSIS_FIGURES": str(apart),
        }
        process = context.Process(
            target=work, args=(job.notebook, dict(job.parameters), apart, environment, other)
        )
        process.start()
        other.close()  # so that its end is told by the end of the pipe
        return cls(number, job, apart, process, answer)

    def end(self, folder: Path) -> tuple[dict[str, str], str]:
        """Publish what was made, or say what went wrong."""
        try:
            error = self.answer.recv()
        except EOFError:
            self.process.join()
            error = f"its process was ended (exit code {self.process.exitcode}): killed, or out of memory"
        outputs = {} if error else publishing.publish(self.job, self.apart, folder / self.job.place)
        if outputs:
            records.remember(self.job.key, outputs)
        self.stop()
        return outputs, f"{self.job.name}, {error}" if error else ""

    def stop(self) -> None:
        """End the process, and with it its kernel, and take away what it has not published."""
        self.process.kill()
        self.process.join()
        self.answer.close()
        shutil.rmtree(self.apart, ignore_errors=True)
