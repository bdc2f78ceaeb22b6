"""`analysis figures`: run the notebooks and write their figures."""

import argparse
import os
import sys
from collections.abc import Iterable

from analysis import project
from analysis.cli._shared import print_lines
from analysis.errors import CorpusError, ParameterError, extra

__all__ = ["DESCRIPTION", "HELP", "add_options", "parameters", "run"]

HELP = "run the notebooks and write their figures"
DESCRIPTION = (
    "Rebuild every figure that is missing or out of date. Results are replaced only when a "
    "notebook succeeds. With --set or --sweep, figures go to figures/CORPUS/variants/."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("corpus", nargs="*", help="name or folder (default: every corpus in corpus/)")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="NOTEBOOK",
        help="run only this notebook, for instance 30 (repeat the option for several)",
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="change a parameter of the notebooks"
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


def run(arguments: argparse.Namespace) -> int:
    """Run what is out of date, and print a summary."""
    if arguments.jobs < 0:
        raise ParameterError(f"--jobs {arguments.jobs}", allowed="0 or a larger number")
    given = {name: values[-1] for name, values in parameters("--set", arguments.set).items()}
    swept = parameters("--sweep", arguments.sweep)
    with extra("notebooks"):
        from analysis import pipeline

        names = arguments.corpus or _all_corpora()
        jobs = pipeline.plan(names, only=arguments.only, given=given, swept=swept)
        print_lines(pipeline.skipped_notebooks())
        if arguments.dry_run:
            for job in jobs:
                reason = pipeline.due(job) or ("--force" if arguments.force else "")
                print(f"{job.name}: {f'would run: {reason}' if reason else 'up to date'}")
            return 0
        results = pipeline.run(jobs, workers=arguments.jobs, force=arguments.force)
    failed = [result for result in results if result.error]
    for result in failed:
        print_lines(f"failed: {result.error}".splitlines(), sys.stderr)
    print(pipeline.summarise(results))
    if pipeline.missing_copies(jobs):
        print("PNG, PDF or executed notebooks are missing; to make them, run: analysis figures --force")
    for place in dict.fromkeys(job.place for job in jobs):
        report = project.figures() / place / "report.html"
        if report.is_file():  # there is none before a notebook has succeeded
            print(f"Open {os.path.relpath(report)}")
    return 1 if failed else 0


def parameters(option: str, texts: Iterable[str]) -> dict[str, list[str]]:
    """The values per name of `--set` or `--sweep`.

    Raises:
        ParameterError: a text is not NAME=VALUE.

    >>> parameters("--sweep", ["seed=1", "seed=2", "copies=once"])
    {'seed': ['1', '2'], 'copies': ['once']}
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals:
            raise ParameterError(f'{option} "{text}"', allowed=f"NAME=VALUE, for instance {option} seed=7")
        found.setdefault(name, []).append(value)
    return found


def _all_corpora() -> list[str]:
    if names := project.corpus_names():
        return names
    raise CorpusError(
        f"there is no corpus in {project.corpora()}",
        todo="add a folder with one sub-folder per source, or give a path: analysis figures FOLDER",
    )
