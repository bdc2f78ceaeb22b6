"""`analysis add`: put texts back into a corpus that is shared without them."""

import argparse
from pathlib import Path

from analysis.cli._shared import add_corpus, print_lines

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "put texts back into a corpus that is shared without them"
DESCRIPTION = "Copy texts to their places in a corpus. They are recognised by their sha256."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the texts, under any name")


def run(arguments: argparse.Namespace) -> int:
    """Copy the texts, and print where each went."""
    from analysis import corpus

    copied = corpus.add(corpus.load(arguments.corpus), arguments.files)
    print_lines(f"{file} -> {place}" for file, place in copied)
    print_lines([corpus.summary(corpus.load(arguments.corpus))])
    return 0
