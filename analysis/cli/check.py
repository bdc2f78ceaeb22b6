"""`analysis check`: which files of a corpus were read or skipped, and why."""

import argparse

from analysis.cli._shared import add_corpus, print_lines

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "show which files of a corpus were read or skipped, and why"
DESCRIPTION = "List the files that were skipped or refused or are missing, and count the articles."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one line per file with a remark, and a summary."""
    from analysis import corpus, features
    from analysis.corpus.files import DESCRIBING

    loaded = corpus.load(arguments.corpus)
    entries = (entry for entry in loaded.report if entry.reason and entry.reason not in DESCRIBING)
    print_lines(f"{entry.status:8} {entry.file}: {entry.reason}" for entry in entries)
    if loaded.articles:
        measured = features.load(loaded).articles
        empty = measured[measured["note"].notna()]
        print_lines(f"empty    {article.file}: {article.note}" for article in empty.itertuples())
    print_lines([corpus.summary(loaded)])
    return 0
