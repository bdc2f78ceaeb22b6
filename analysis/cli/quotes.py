"""`analysis quotes`: who speaks in each direct quotation, and how that was found."""

import argparse

from analysis.cli._shared import add_corpus, add_most, check_most, print_lines

__all__ = ["DESCRIPTION", "HELP", "add_options", "run"]

HELP = "print who speaks in each quotation, and how that was found"
DESCRIPTION = (
    "Print every direct quotation with its place in the article, the speaker's name, role and kind, the "
    "words that mention the speaker, and how the name was found. The quoted words are printed if the text "
    "is here. Correct names in speakers.csv in the corpus folder."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_corpus(parser)
    parser.add_argument(
        "speaker",
        nargs="?",
        default="",
        help="only the quotations of this speaker, or: unnamed, unattributed (default: all)",
    )
    add_most(parser, "quotations")


def run(arguments: argparse.Namespace) -> int:
    """Print the quotations, and how many there are."""
    from analysis import corpus
    from analysis.report.quotations import describe_quotations

    check_most(arguments.most)
    loaded = corpus.load(arguments.corpus)
    print_lines(describe_quotations(loaded, arguments.speaker.strip(), most=arguments.most))
    return 0
