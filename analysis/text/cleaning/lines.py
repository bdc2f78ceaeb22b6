"""The non-blank lines of a file, and what their shape alone says about them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.text.cleaning.wording import match_wording
from analysis.text.cleaning.wrapping import unwrap

__all__ = ["Line", "continues", "ends_sentence", "inside_sentence", "shape_lines", "split_lines"]

_ENDS = frozenset(".!?…։۔।。！？‥")
_CLOSING = "\"'”’“‘»›)]」』* "  # German quotations close with the marks that open English ones
_LETTER = re.compile(r"[^\W_]")
# Scripts without blanks between words: two characters count as one word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MARKS = " .,:;!?…»«›‹→←▼▲•·|/\\-–—_*+#<>()[]{}\"'“”‘’"
_COUNT = re.compile(r"(?<![(\[ ])[(\[ ]+\d[\d.,]*k?$")
_LONGEST_KEY = 80
_MARK = re.compile(r"[.,;:!?…](?=\s|$)|[。，、؟،؛।:：]")
_WORDS_A_MARK = 20
# How a piece of a sentence begins and ends if the sentence was broken at a link or an emphasis.
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
    """One non-blank line of a file, and what its shape says; everything is computed once.

    Attributes:
        number: its 1-based number in the file; for a wrapped paragraph, that of its first line.
        text: the repaired line, each run of blanks one space.
        words: the number of its words.
        folded: the text in lower case.
        key: a short line in lower case, without outer punctuation and number, for comparison with set
            phrases; empty for a long line.
        ended: whether it ends like a sentence, apart from closing marks.
        prose: whether it reads as running text: a sentence of some length, or a very long line.
        hangs: whether its last word or mark shows that the sentence goes on.
        goes_on: whether it begins like the middle of a sentence.
        worded: the name of the rule that matches its wording (see `wording`); empty for none.
    """

    number: int
    text: str
    words: int
    folded: str
    key: str
    ended: bool
    prose: bool
    hangs: bool
    goes_on: bool
    worded: str


_Shape = tuple[str, int, str, str, bool, bool, bool, bool, str]


def split_lines(text: str) -> list[Line]:
    """Split a repaired text into its non-blank lines; a wrapped paragraph is one line (see `wrapping`)."""
    return shape_lines(unwrap(text.split("\n")))


def shape_lines(lines: Iterable[tuple[int, str]]) -> list[Line]:
    """Describe the lines that are not blank, each given with its number."""
    return [
        Line(number, *(_short_shape(line) if len(line) <= _LONGEST_KEY else _shape(line)))
        for number, line in lines
        if line and not line.isspace()
    ]


def ends_sentence(text: str) -> bool:
    """Whether a line ends like a sentence, apart from closing marks.

    >>> ends_sentence("“The market closes.”"), ends_sentence("What happens next")
    (True, False)
    """
    return text[-1:] in _ENDS or text.rstrip(_CLOSING)[-1:] in _ENDS


def inside_sentence(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` is a piece of a sentence that was broken at a link or an emphasis."""
    return 0 < i < len(lines) - 1 and lines[i + 1].goes_on and not lines[i - 1].ended


def continues(lines: Sequence[Line], i: int) -> bool:
    """Whether line `i` continues the sentence of the line before."""
    before = lines[i - 1]
    return not before.ended and (before.hangs or lines[i].goes_on or inside_sentence(lines, i))


def _shape(line: str) -> _Shape:
    pieces = line.split()
    text = " ".join(pieces)
    words = len(pieces) if pieces[0].isalnum() or _LETTER.search(text) else 0
    if not text.isascii():
        words += len(_UNSPACED.findall(text)) // 2
    folded = text.lower()
    key = folded.strip(_MARKS) if len(text) <= _LONGEST_KEY else ""
    if key[-1:].isdigit():
        key = _COUNT.sub("", key)
    ended = ends_sentence(text)
    prose = words >= 8 and (ended or (words >= 40 and not _is_word_list(text, len(pieces))))
    hangs = not ended and (text[-1] in _OPEN or pieces[-1] in _OPEN_WORDS)
    goes_on = text[0].islower() or text[0] in _GOES_ON
    return text, words, folded, key, ended, prose, hangs, goes_on, match_wording(text, folded, key, words)


def _is_word_list(text: str, pieces: int) -> bool:
    """Whether so many words lack the marks that prose has: a tag cloud, a menu of months."""
    return len(_MARK.findall(text)) * _WORDS_A_MARK < pieces


# The same short lines are in the menus and lists of every page of an outlet.
_short_shape = lru_cache(maxsize=1 << 14)(_shape)
