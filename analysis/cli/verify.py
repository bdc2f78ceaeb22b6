"""`analysis verify`: rebuild everything in a temporary folder and compare it with the stored results."""

import argparse

from analysis.cli._shared import print_lines
from analysis.errors import RunError, extra

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "rebuild the figures and compare them with the stored results"
DESCRIPTION = "Rebuild everything in a temporary folder and compare it with the stored results."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.epilog = (
        "Exit status: 0 every byte is the same; 3 the values are the same, made with other versions; "
        "1 outputs differ; 4 what they are made from has changed."
    )
    parser.add_argument("corpus", nargs="*", help="name or folder (default: every corpus with figures)")
    parser.add_argument(
        "--jobs", type=int, default=0, help="notebooks at the same time (default: one per processor)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Verify each corpus, and print what differs."""
    with extra("notebooks"):
        from analysis.pipeline.verification import find_corpora, find_strays, verify

        names = arguments.corpus or find_corpora()
        strays = [] if arguments.corpus else find_strays()
        if not names and not strays:
            raise RunError("no corpus has figures to verify", todo="make them: analysis figures")
        found = [*strays, *(one for name in names for one in verify(name, workers=arguments.jobs))]
    for one in found:
        print_lines(one.lines())
    return max(one.status for one in found)
