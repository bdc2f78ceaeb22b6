"""`analysis add`: put texts back into a corpus that is shared without them."""

import argparse
from pathlib import Path

from analysis.cli._shared import Commands, add_corpus, print_lines

__all__ = ["register", "run"]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "add",
        help="put texts back into a corpus that is shared without them",
        description="Copy texts to their places in a corpus. They are recognised by their sha256.",
    )
    add_corpus(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="the texts, under any name")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Copy the texts, and print where each went."""
    from analysis import corpus

    copied = corpus.add(corpus.load(arguments.corpus), arguments.files)
    print_lines(f"{file} -> {place}" for file, place in copied)
    print_lines([corpus.summary(corpus.load(arguments.corpus))])
    return 0
