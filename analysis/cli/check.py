"""`analysis check`: which files of a corpus were read or skipped, and what in it is doubtful."""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from analysis.cli._shared import add_corpus, print_lines

if TYPE_CHECKING:
    from analysis.corpus import Corpus, Entry
    from analysis.text.doubts import Doubt, Kind

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "show which files of a corpus were read or skipped, and what is doubtful"
DESCRIPTION = (
    "List the files that were skipped or refused or are missing, count the articles, and list what deserves "
    "a look: truncated or foreign texts, unusual encodings, names in two spellings, what a source repeats."
)

_MOST = 5  # files that are named for one reason or kind of doubt
_VARYING = re.compile(r'"[^"]*+"|\d[\d,.]*+')  # what differs between remarks of one kind
_WIDTH = 100


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the files with a remark, the doubts by kind, and a summary."""
    from analysis import corpus
    from analysis.corpus.files import DESCRIBING
    from analysis.text.doubts import find_doubts

    loaded = corpus.load(arguments.corpus)
    entries = [entry for entry in loaded.report if entry.reason and entry.reason not in DESCRIBING]
    print_lines(_list_entries(entries))
    doubts = find_doubts(loaded)
    for kind, found in doubts:
        print_lines(_list_doubts(kind, found))
    print_lines(_list_repeated(loaded))
    if doubts:
        print(f"\nDoubts: {', '.join(f'{kind.name} ({len(found)})' for kind, found in doubts)}")
    print_lines([corpus.summary(loaded)])
    return 0


def _list_repeated(loaded: "Corpus") -> Iterator[str]:
    """What each source repeats: how often it was removed, and the words."""
    from analysis.text.cleaning import find_repeated

    found = Counter((source, gone.text) for source, gone in find_repeated(loaded))
    most = sorted(found.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    for (source, text), count in most:
        yield f"repeated {source}: {count} times: {shorten(text, _WIDTH, placeholder=' …')}"


def _list_entries(entries: Iterable["Entry"]) -> Iterator[str]:
    """One line per file with a remark; of many files with one remark, the first and their number."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault((entry.status, _VARYING.sub("", entry.reason)), []).append(entry)
    for (status, _), group in groups.items():
        for entry in group[:_MOST]:
            yield f"{status:8} {entry.file}: {entry.reason}"
        if len(group) > _MOST:
            yield f"{status:8} and {len(group) - _MOST} more with this remark"


def _list_doubts(kind: "Kind", doubts: Sequence["Doubt"]) -> Iterator[str]:
    """A kind of doubt with what to do, and the first files with what was seen."""
    yield ""
    yield f"{kind.name} ({len(doubts)}): {kind.todo}"
    for doubt in doubts[:_MOST]:
        yield f"  {doubt.file}: {doubt.seen}"
    if len(doubts) > _MOST:
        yield f"  and {len(doubts) - _MOST} more"
