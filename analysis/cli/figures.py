"""`analysis figures`: run the notebooks and write their figures."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import project
from analysis.cli._shared import Commands, print_lines
from analysis.errors import CorpusError, ParameterError, RunError, extra

if TYPE_CHECKING:
    from analysis.pipeline import Result

__all__ = ["parameters", "register", "run", "summary"]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "figures",
        help="run the notebooks and write their figures",
        description="Rebuild every figure that is missing or out of date. Results are replaced only when a "
        "notebook succeeds. With --set or --sweep, figures go to figures/CORPUS/variants/.",
    )
    parser.add_argument("corpus", nargs="*", help="name or folder (default: every corpus in corpus/)")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NOTEBOOK",
        help="run only this notebook, for instance 30 (repeat the option for several)",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="change a parameter of the notebooks",
    )
    parser.add_argument(
        "--sweep",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="run once per value (repeat the option)",
    )
    parser.add_argument(
        "--jobs", type=int, default=0, help="notebooks at the same time (default: one per processor)"
    )
    parser.add_argument("--force", action="store_true", help="re-run notebooks that are up to date")
    parser.add_argument("--dry-run", action="store_true", help="list what would run and why, and run nothing")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run what is out of date, and print a summary."""
    if arguments.jobs < 0:
        raise ParameterError(f"--jobs {arguments.jobs}", allowed="a number from 0")
    given = {name: values[-1] for name, values in parameters("--set", arguments.set).items()}
    swept = parameters("--sweep", arguments.sweep)
    with extra("notebooks"):
        from analysis import pipeline

        jobs = pipeline.plan(
            arguments.corpus or _all_corpora(), only=arguments.only, given=given, swept=swept
        )
        if not jobs:
            raise RunError(
                f"there are no notebooks in {project.notebooks()}",
                todo="put them back, or: analysis init NAME",
            )
        if arguments.dry_run:
            for job in jobs:
                why = pipeline.due(job) or ("--force" if arguments.force else "")
                print(f"{job.name}: {f'would run: {why}' if why else 'up to date'}")
            return 0
        results = pipeline.run(jobs, workers=arguments.jobs, force=arguments.force)
    failed = [result for result in results if result.error]
    for result in failed:
        print_lines(f"failed: {result.error}".splitlines(), sys.stderr)
    print(summary(results))
    reports = (
        project.figures() / place / "report.html" for place in dict.fromkeys(job.place for job in jobs)
    )
    for report in filter(Path.is_file, reports):  # there is no report before a notebook has succeeded
        print(f"Open {os.path.relpath(report)}")
    return 1 if failed else 0


def parameters(option: str, texts: Iterable[str]) -> dict[str, list[str]]:
    """The values per name of `--set` or `--sweep`.

    Raises:
        ParameterError: a text is not NAME=VALUE, or names the corpus.

    >>> parameters("--sweep", ["seed=1", "seed=2", "copies=once"])
    {'seed': ['1', '2'], 'copies': ['once']}
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals:
            raise ParameterError(f'{option} "{text}"', allowed=f"NAME=VALUE, for instance {option} seed=7")
        if name == "corpus":
            raise ParameterError(
                f"{option} {text}", todo=f"name the corpus without an option: analysis figures {value}"
            )
        found.setdefault(name, []).append(value)
    return found


def summary(results: "Sequence[Result]") -> str:
    """One sentence about a run: how many notebooks ran, failed and were up to date."""
    failed = sum(bool(result.error) for result in results)
    ran = [result for result in results if result.why and not result.error]
    current = len(results) - len(ran) - failed
    if current == len(results):
        return "The notebook is up to date." if current == 1 else f"All {current} notebooks are up to date."
    files = sum(len(result.outputs) for result in ran)
    text = f"{len(ran)} of {len(results)} notebooks ran, {files} files written"
    text += f"; {failed} failed" if failed else ""
    return f"{text}; {current} were up to date." if current else f"{text}."


def _all_corpora() -> list[str]:
    if names := project.corpus_names():
        return names
    raise CorpusError(
        f"there is no corpus in {project.corpora()}",
        todo="put a folder of texts per source in one there, or name a folder: analysis figures FOLDER",
    )
