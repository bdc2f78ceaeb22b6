"""`analysis quotes`: who speaks in each direct quotation, and how that was found."""

import argparse

from analysis.cli._shared import Commands, add_corpus, print_lines
from analysis.errors import ParameterError

__all__ = ["register", "run"]


def register(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "quotes",
        help="print who speaks in each quotation, and how that was found",
        description="Print every direct quotation with its place, the speaker as mentioned, the name, and the role. "
        "Quoted words are printed of texts that are here. Correct a name in speakers.csv of the corpus.",
    )
    add_corpus(parser)
    parser.add_argument(
        "speaker", nargs="?", default="", help="only those of this speaker, or: unnamed, unattributed"
    )
    parser.add_argument(
        "--most", type=int, default=50, metavar="N", help="print at most N quotations (default: 50)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the quotations, and how many there are."""
    from analysis import corpus
    from analysis.report.quotations import describe_quotations

    if arguments.most < 1:
        raise ParameterError(f"--most {arguments.most}", allowed="a number of at least 1")
    loaded = corpus.load(arguments.corpus)
    print_lines(describe_quotations(loaded, arguments.speaker.strip(), most=arguments.most))
    return 0
