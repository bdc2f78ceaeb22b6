"""`analysis check`: which files of a corpus were read or skipped, and why."""

import argparse
from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.cli._shared import add_corpus, print_lines

if TYPE_CHECKING:
    from analysis.corpus import Corpus

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "show which files of a corpus were read or skipped, and why"
DESCRIPTION = (
    "List the files that were skipped, refused or are missing, count the articles, and list what was removed"
    " because a source repeats it."
)

_WIDTH = 100


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
        print_lines(_list_repeated(loaded))
    print_lines([corpus.summary(loaded)])
    return 0


def _list_repeated(loaded: "Corpus") -> Iterator[str]:
    """What each source repeats: how often it was removed, and the words."""
    from analysis.text.cleaning import find_repeated

    found = Counter((source, gone.text) for source, gone in find_repeated(loaded))
    most = sorted(found.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    for (source, text), count in most:
        yield f"repeated {source}: {count} times: {shorten(text, _WIDTH, placeholder=' …')}"
