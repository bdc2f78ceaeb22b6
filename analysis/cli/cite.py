"""`analysis cite`: what a number or figure means, how it was made, and how to cite it."""

import argparse

from analysis.cli._shared import print_lines
from analysis.errors import extra

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "explain a number or figure: meaning, origin, references"
DESCRIPTION = "Print what a number or figure means, how to reproduce it, and what to cite with it."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("id", help="id of a number in numbers.json, or of a figure")
    parser.add_argument("--corpus", default="", help="name or folder (default: the corpus that has the id)")
    parser.add_argument("--variant", default="", help="folder in variants/, for instance copies=once")
    parser.add_argument(
        "--trace", action="store_true", help="list the articles behind it and the places in them"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is known of the id."""
    with extra("notebooks"):
        from analysis.report.lookup import describe, find
        from analysis.report.trace import trace

        found = find(arguments.id, arguments.corpus, arguments.variant)
        print_lines(trace(found, arguments.corpus) if arguments.trace else describe(found))
    return 0
