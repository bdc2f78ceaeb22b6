"""The pieces of a line that a source may repeat, and hashes of their words."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from analysis.text.segmentation.sentences import sentence_ends

__all__ = ["Run", "hash_words", "list_runs", "split_sentences"]

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
# Where a bracket opens or closes between words.
_BRACKET = re.compile(r"(?<=[\])]) (?=[A-Z])|(?<=[a-z.,;]) (?=[(\[][A-Z])")
# Words that open an invitation or a label: within a sentence they have no capital.
_OPENER = re.compile(
    r"(?<=[\w,] )(?:Read|READ|See|SEE|Watch|WATCH|Listen|Click|CLICK|Tap|Follow|FOLLOW|Subscribe|SUBSCRIBE"
    r"|Sign|SIGN|Download"
    r"|DOWNLOAD|Join|JOIN|Get|GET|Share|SHARE|Support|Donate|Advertisement|ADVERTISEMENT|Sponsored"
    r"|Recommended|Related|RELATED"
    r"|Trending|Also|ALSO|More|MORE|Story|Article|Scroll|Swipe|Visit|Discover|Explore|Check|Try|Buy|Open|View"
    r"|Opens)\b"
)
_TOKEN = re.compile(r"\S+")
_SHORTEST_RUN, _LONGEST_RUN = 2, 12  # words


class Run(NamedTuple):
    """Words from a place in a line on: their start, and their end and hash at each length."""

    start: int
    ends: list[tuple[int, int]]


def hash_words(text: str) -> int:
    """A hash of the words of a text; case, punctuation and the values of numbers do not matter."""
    words = " ".join(_WORD.findall(_NUMBER.sub("0", text.casefold())))
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest())


def split_sentences(line: str) -> list[str]:
    """Split a line where a sentence or a bracket ends; the pieces joined by a space are the line."""
    pieces, done = list[str](), 0
    for end in sentence_ends(line):
        pieces += _BRACKET.split(line[done:end].strip())
        done = end
    return pieces


def list_runs(line: str) -> Iterator[Run]:
    """The runs of 2 to 12 words that begin with an invitation in the middle of a sentence."""
    for opener in _OPENER.finditer(line):
        ends = [match.end() for match in _TOKEN.finditer(line, opener.start(), opener.start() + 200)]
        ends = ends[_SHORTEST_RUN - 1 : _LONGEST_RUN]
        yield Run(opener.start(), [(end, hash_words(line[opener.start() : end])) for end in ends])
