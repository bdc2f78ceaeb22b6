"""`analysis measure`: write tables of measurements that replace the texts of a corpus."""

import argparse

from analysis.cli._shared import add_corpus
from analysis.errors import FeaturesError

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "write tables of measurements that replace the texts of a corpus"
DESCRIPTION = (
    "Measure every text and write tables into features/ of the corpus. They contain no text, "
    "and every figure can be made from them."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)


def run(arguments: argparse.Namespace) -> int:
    """Measure all texts of a corpus."""
    from analysis import corpus, features
    from analysis.features.files import write
    from analysis.results.phrases import pluralise

    loaded = corpus.load(arguments.corpus)
    if loaded.absent:
        raise FeaturesError(
            f"texts of {loaded.name} are missing: {len(loaded.absent)}, the first: {loaded.absent[0].file}",
            todo=f"put them back: analysis add {arguments.corpus} FILES",
        )
    folder = loaded.folder / "features"
    measured = features.load(loaded)
    write(measured, folder)
    left_out = len(measured.left_out)
    also = f", {left_out:,} left out (analysis check says why)" if left_out else ""
    print(f"{pluralise(len(measured.articles), 'article')} measured{also}, tables written to {folder}")
    return 0
