"""The non-blank lines of a file, and what can be told of them by their shape alone."""

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Line", "continues", "ends_sentence", "inside_sentence", "is_prose", "split_lines"]

_ENDS = frozenset(".!?…։۔।。！？‥")
_CLOSING = "\"'”’“‘»›)]」』* "  # German quotations close with the marks that open English ones
_LETTER = re.compile(r"[^\W_]")
# Scripts without blanks between words: two characters count as one word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MARKS = " .,:;!?…»«›‹→←▼▲•·|/\\-–—_*+#<>()[]{}\"'“”‘’"
_COUNT = re.compile(r"[(\[ ]+\d[\d.,]*k?$")
_LONGEST_KEY = 80
# With what a piece of a sentence begins and ends where it was broken at a link or an emphasis.
_GOES_ON = frozenset(",.;:)]}’”»?!%")
_OPEN = frozenset(",([“‘«")
_OPEN_WORDS = frozenset(
    """
    the a an of to in on at by for from with and or but as is are was were that than who which its his
    her their our de la le les des du et un une der die das und von zu im mit den dem el los las y del
    por para con que di che per в на и с по из о от за к для что
    """.split()  # noqa: SIM905 - a list of 70 strings would be a page
)


class Line(NamedTuple):
    """One non-blank line of a file.

    Attributes:
        number: its 1-based number in the file.
        text: the repaired line, each run of blanks one space.
        words: the number of its words.
        folded: the text in lower case.
        key: a short line in lower case without outer punctuation and count, for comparison with set
            phrases; empty for a long line.
    """

    number: int
    text: str
    words: int
    folded: str
    key: str


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a repaired text."""
    return [
        _line(number, pieces) for number, line in enumerate(text.split("\n"), 1) if (pieces := line.split())
    ]


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, closing marks aside."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS


def is_prose(line: Line) -> bool:
    """Whether a line reads as running text: a sentence of some length, or a very long line."""
    return line.words >= 40 or (line.words >= 8 and ends_sentence(line.text))


def inside_sentence(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is a piece of a sentence that was broken at a link or an emphasis."""
    if i == 0 or i + 1 == len(lines):
        return False
    return _goes_on(lines[i + 1].text) and not ends_sentence(lines[i - 1].text)


def continues(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` goes on with the sentence of the line before."""
    before = lines[i - 1].text
    if ends_sentence(before):
        return False
    is_open = before[-1] in _OPEN or before.rpartition(" ")[2] in _OPEN_WORDS
    return is_open or _goes_on(lines[i].text) or inside_sentence(lines, i)


def _goes_on(text: str) -> bool:
    return text[0].islower() or text[0] in _GOES_ON


def _line(number: int, pieces: list[str]) -> Line:
    text = " ".join(pieces)
    words = len(pieces) if pieces[0].isalnum() or _LETTER.search(text) else 0
    if not text.isascii():
        words += len(_UNSPACED.findall(text)) // 2
    folded = text.lower()
    key = folded.strip(_MARKS) if len(text) <= _LONGEST_KEY else ""
    return Line(number, text, words, folded, _COUNT.sub("", key) if key[-1:].isdigit() else key)
