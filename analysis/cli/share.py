"""`analysis share`: pack a corpus and its figures, without its texts, into one file."""

import argparse
from pathlib import Path

from analysis.cli._shared import add_corpus
from analysis.errors import extra

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "pack a corpus and its figures, without its texts, into one file"
DESCRIPTION = (
    "Pack a corpus, its figures and all that is needed to verify them into one archive. "
    "The archive does not contain the texts."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)
    parser.add_argument(
        "--to", type=Path, metavar="FILE", help="the archive (default: CORPUS.zip in this folder)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the archive."""
    with extra("archive"):
        from analysis.pipeline.archive import share

        packed = share(arguments.corpus, arguments.to)
    print(f"{packed.path}: {packed.files} files, {packed.size:,} bytes")
    return 0
