"""`analysis share`: pack a corpus and its figures, without its texts, into one file."""

import argparse
from pathlib import Path

from analysis.cli._shared import Commands, add_corpus
from analysis.errors import extra

__all__ = ["register", "run"]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "share",
        help="pack a corpus and its figures, without its texts, into one file",
        description="Pack a corpus, its figures and all that is needed to verify them into one archive. "
        "The archive does not contain the texts.",
    )
    add_corpus(parser)
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="the archive (default: CORPUS.zip in this folder)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the archive."""
    with extra("archive"):
        from analysis.pipeline.archive import share

        packed = share(arguments.corpus, arguments.to)
    print(f"{packed.path}: {packed.files} files, {packed.size:,} bytes")
    return 0
