"""What several commands share: the arguments for corpora, and output that is safe to print."""

import argparse
import sys
from collections.abc import Iterable
from typing import TextIO

from analysis.errors import ParameterError

__all__ = ["add_corpus", "add_most", "check_most", "mask_controls", "print_lines"]


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """Add the argument for one corpus."""
    parser.add_argument("corpus", help="name of a folder in corpus/, or the path of any folder")


def add_most(parser: argparse.ArgumentParser, things: str) -> None:
    """Add the option that limits how many things are printed."""
    parser.add_argument(
        "--most", type=int, default=50, metavar="N", help=f"print at most N {things} (default: 50)"
    )


def check_most(most: int) -> None:
    """Refuse a limit below one.

    Raises:
        ParameterError: nothing would be printed.
    """
    if most < 1:
        raise ParameterError(f"--most is {most}", allowed="it must be 1 or more")


def mask_controls(text: str) -> str:
    r"""Replace what could control a terminal, such as escape sequences in an article, by spaces.

    >>> mask_controls("red: \x1b[31m, reversed: \u202e")
    'red:  [31m, reversed:  '
    """
    return "".join(sign if sign.isprintable() else " " for sign in text)


def print_lines(lines: Iterable[str], file: TextIO | None = None) -> None:
    """Print lines that may contain text of articles or names of files."""
    for line in lines:
        print(mask_controls(line), file=file or sys.stdout)
