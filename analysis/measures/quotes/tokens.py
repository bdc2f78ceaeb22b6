"""The reporter's words around quotations as tokens, each quotation folded into one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from analysis.measures.quotes.marks import Quoted
from analysis.segment import Document

__all__ = ["END", "QUOTE", "Line", "last_sentence", "line"]

END = "\n"

QUOTE = '"'

_LONGEST = 150  # tokens to a sentence, so that no search in one runs long

# An abbreviation keeps its stop, so that a lone stop is punctuation. In brackets, so that `split` gives
# what is between the tokens and the tokens in turn; most are plain words before a blank.
_TOKEN = re.compile(
    r"([a-z]++(?= )"
    r"|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Col|Gen|Sgt|Capt|Cmdr|Maj|Adm|St|Jr|Sr|Prof|Rev|Hon|Pres"
    r"|Atty|Dist|Const|[A-Z](?:\.[A-Z])*)\.(?=[\s,])"
    r"|[@#]?\w+(?:['&/.-]\w+)*|[^\s\w\"])"
)


class Line(NamedTuple):
    """The tokens of one paragraph; the last is always `END`.

    Attributes:
        words: the tokens; a quotation is `QUOTE`, the end of a sentence `END`.
        lower: the same in lower case.
        starts: where they begin in the text.
        ends: where they end.
        quotes: where the quotations are among the tokens, in order.
    """

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    quotes: list[int]


def line(document: Document, paragraph: int, runs: Sequence[Quoted]) -> Line:
    """The tokens of a paragraph; `runs` are the quoted runs in it."""
    start, stop = document.paragraphs[paragraph]
    return _tokens(document, start, stop, runs)


def last_sentence(document: Document, paragraph: int) -> Line:
    """The tokens of the last sentence of a paragraph."""
    start, stop = document.paragraphs[paragraph]
    last = bisect_left(document.sentences, (stop, 0)) - 1
    start = max(start, document.sentences[last].start) if last >= 0 else start
    return _tokens(document, start, stop, ())


def _tokens(document: Document, at: int, stop: int, runs: Sequence[Quoted]) -> Line:
    """The tokens of a stretch of text, with an `END` wherever a sentence ends."""
    number = bisect_left(document.sentences, (at, 0))
    found = Line([], [], [], [], [])
    for run in runs:
        number, at = _add_sentences(found, document, number, at, run.start - 1)
        found.quotes.append(len(found.words))
        _add_one(found, QUOTE, run.start - 1, run.end + 1)
        at = min(run.end + 1, stop)
        if len(found.words) > _LONGEST and END not in found.words[-_LONGEST:]:
            _end(found, at)
    _add_sentences(found, document, number, at, stop)
    _add_one(found, END, stop, stop)
    found.lower.extend(map(str.lower, found.words))
    return found


def _add_sentences(found: Line, document: Document, number: int, at: int, upto: int) -> tuple[int, int]:
    """Add the tokens between two offsets, with an `END` before each sentence that begins there.

    `number` is that of the first sentence that may begin there; the next one to look at comes back.
    """
    text, sentences = document.text, document.sentences
    while number < len(sentences) and sentences[number].start <= upto:
        start = sentences[number].start
        if start >= at:
            _add(found, text, at, start)
            _end(found, start)
            at = start
        number += 1
    _add(found, text, at, upto)
    return number, upto


def _add(found: Line, text: str, at: int, stop: int) -> None:
    """Add the tokens between two offsets, in pieces where there are very many."""
    if at >= stop:
        return
    pieces = _TOKEN.split(text[at:stop])
    bounds = list(accumulate(map(len, pieces), initial=at))
    words, starts, ends = pieces[1::2], bounds[1:-1:2], bounds[2::2]
    for first in range(0, len(words), _LONGEST):
        if first:
            _end(found, starts[first])
        found.words.extend(words[first : first + _LONGEST])
        found.starts.extend(starts[first : first + _LONGEST])
        found.ends.extend(ends[first : first + _LONGEST])


def _add_one(found: Line, token: str, start: int, end: int) -> None:
    found.words.append(token)
    found.starts.append(start)
    found.ends.append(end)


def _end(found: Line, at: int) -> None:
    if found.words and found.words[-1] != END:
        _add_one(found, END, at, at)
