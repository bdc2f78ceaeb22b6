"""`analysis concordance`: the sentences in which a term was counted."""

import argparse

from analysis.cli._shared import add_corpus, add_most, check_most, print_lines
from analysis.errors import ParameterError

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "print the sentences in which a term was counted"
DESCRIPTION = "Print every sentence in which a term was counted, with its article, voice and negation."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)
    parser.add_argument("term", help="a term or a category, spelled as in the term list")
    parser.add_argument(
        "--lexicon",
        default="",
        metavar="FILE",
        help="a term list (default: that of the corpus, or the shipped one)",
    )
    add_most(parser, "sentences")


def run(arguments: argparse.Namespace) -> int:
    """Print the sentences, and how many there are."""
    from analysis import corpus
    from analysis.text.concordance import concordance

    check_most(arguments.most)
    if not arguments.term.strip():
        raise ParameterError("the term is empty", todo="give a term or a category of the term list")
    loaded = corpus.load(arguments.corpus)
    found = concordance(loaded, arguments.term, lexicon=arguments.lexicon, most=arguments.most)
    for line in found.lines.itertuples():
        voice = f"{line.voice}, negated" if line.negated else line.voice
        print_lines([f"{line.article_id} ({voice}): {line.before} [{line.hit}] {line.after}"])
    print_lines([found.said])
    return 0
