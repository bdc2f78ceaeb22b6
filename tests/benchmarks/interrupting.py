"""End `analysis figures` at random moments, and see what is left: python tests/benchmarks/interrupting.py [TIMES]

Works on a copy of the corpus without texts, in a temporary folder. Each round changes a parameter, so that there is
something to run, kills the run (SIGKILL, or SIGINT as Ctrl-C sends it) and checks that every output that the lock
names is there, with the bytes that the lock names, once the run's publishing is finished as the next run finishes it;
that no process is left; and that the next run completes. Then two runs at once. The moments are seeded.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from analysis import project
from analysis.pipeline import lock, publishing
from analysis.provenance import file_hash

CORPUS = "un-north-korea-2014"
# ruff: noqa: T201  # a benchmark prints

LONGEST = 12.0  # seconds; later moments fall behind the end of a run


def make_project(folder: Path) -> dict[str, str]:
    """A project of its own in `folder`, with one corpus; the environment that makes it the project."""
    shutil.copy(project.root() / "CITATION.cff", folder)
    shutil.copytree(project.root() / "notebooks", folder / "notebooks")
    shutil.copytree(project.root() / "corpus" / CORPUS, folder / "corpus" / CORPUS)
    return {**os.environ, "ANALYSIS_ROOT": str(folder)}


def start(environment: dict[str, str], seed: int) -> "subprocess.Popen[str]":
    """A run of two notebooks with another seed than before, as the leader of a session of its own."""
    for notebook in Path(environment["ANALYSIS_ROOT"], "notebooks").glob("[12]0_*.ipynb"):
        text = notebook.read_text(encoding="utf-8")
        notebook.write_text(re.sub(r"seed: int = \d+", f"seed: int = {seed}", text), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "-m", "analysis", "figures", CORPUS, "--only", "10", "--only", "20"],
        env=environment,
        cwd=environment["ANALYSIS_ROOT"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def left(session: int) -> list[int]:
    """The processes of a session that are still there, zombies left out."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, _, _, own = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(own) == session and state != "Z":
                found.append(int(folder.name))
    return found


def whole(figures: Path) -> str:
    """What of the outputs is not as the lock has it; empty where all is."""
    publishing.complete_publication(figures)
    known = lock.read(figures)
    broken = [
        name
        for name, digest in known.files.items()
        if not (figures / name).is_file() or file_hash(figures / name) != digest
    ]
    composed = set(known.composed.outputs) if known.composed else set()
    return ", ".join(name for name in broken if name not in composed)


def main(times: int) -> None:
    """Print a line a round, and what it comes to."""
    moments, failures = random.Random(20141028), 0  # noqa: S311  # no secret
    with tempfile.TemporaryDirectory() as name:
        environment, figures = make_project(Path(name)), Path(name) / "figures" / CORPUS
        start(environment, 0).communicate()
        for number in range(times):
            with_signal = signal.SIGINT if number % 4 == 3 else signal.SIGKILL
            after = moments.uniform(0.2, LONGEST)
            run = start(environment, number + 1)
            time.sleep(after)
            ended = run.poll() is not None
            if with_signal == signal.SIGINT:
                os.killpg(run.pid, signal.SIGINT)  # a terminal sends it to all
            else:
                run.kill()
            _, said = run.communicate()
            time.sleep(2)
            processes, broken = left(run.pid), whole(figures)
            again = start(environment, number + 1)
            _, errors = again.communicate()
            remains = [path.name for path in figures.parent.rglob(".r*-*")]
            good = not (processes or broken or again.returncode or remains)
            failures += not good
            print(
                f"{number + 1:3} {with_signal.name} after {after:5.2f} s{' (had ended)' if ended else ''}: "
                f"exit {run.returncode}, {said.strip().splitlines()[-1:] or ['']}; "
                f"left: {processes or 'no process'}, broken: {broken or 'nothing'}, remains: {remains or 'nothing'}; "
                f"next run: exit {again.returncode} {errors.strip()[-200:]}"
            )
        first, second = start(environment, 1000), start(environment, 1000)
        ends = [run.communicate() for run in (first, second)]
        for run, (out, err) in zip((first, second), ends, strict=True):
            print(f"two at once: exit {run.returncode}: {(out + err).strip().splitlines()[-1]}")
    print(f"{times - failures} of {times} rounds left everything whole")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
