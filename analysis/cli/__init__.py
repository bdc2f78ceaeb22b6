"""The command line: one module per command, found by listing this folder.

A command is a module with the texts `HELP` and `DESCRIPTION`, with `add_options(parser)`, and with
`run(arguments)`, which returns the exit status. It imports what it needs inside `run`, so that
`analysis --help` is instant.
"""

import argparse
import importlib
import io
import os
import pkgutil
import signal
import sys
from collections.abc import Sequence

from analysis import __version__
from analysis.cli._shared import print_lines
from analysis.errors import AnalysisError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without a command, print the help.

    Returns:
        The exit status: 0 success, 1 a notebook failed or outputs differ, 2 the request was wrong;
        `verify` also returns 3 and 4 (see `analysis verify --help`).
    """
    parser = _parser()
    chosen = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # file names may hold characters the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    if "run" not in chosen:
        parser.print_help()
        return 0
    try:
        status = int(chosen.run(chosen))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the output, such as `head`, has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except (AnalysisError, OSError) as error:  # OSError: a full disk, or a folder that cannot be written
        print_lines(f"error: {error}".splitlines(), sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 128 + signal.SIGINT
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="analysis",
        description="Compare how news sources tell the same story: length, readability, quotation, framing.",
        epilog="Options of a command: analysis COMMAND --help",
    )
    parser.add_argument("--version", action="version", version=f"analysis {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND")
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            command = importlib.import_module(f"{__name__}.{module.name}")
            own = commands.add_parser(module.name, help=command.HELP, description=command.DESCRIPTION)
            command.add_options(own)
            own.set_defaults(run=command.run)
    return parser
