"""The reporter's words around quotations as tokens, each quotation folded into one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from analysis.measures.quotes.marks import Quoted
from analysis.segment import Document

__all__ = ["END", "QUOTE", "Line", "last_sentence", "line"]

END = "\n"

QUOTE = '"'

_LONGEST = 150  # tokens to a sentence, so that no search in one runs long

# An abbreviation keeps its stop, so that a lone stop is punctuation.
_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Col|Gen|Sgt|Capt|Cmdr|Maj|Adm|St|Jr|Sr|Prof|Rev|Hon|Pres"
    r"|Atty|Dist|Const|[A-Z](?:\.[A-Z])*)\.(?=[\s,])"
    r"|[@#]?\w+(?:['&/.-]\w+)*|[^\s\w\"]"
)


class Line(NamedTuple):
    """The tokens of one paragraph; the last is always `END`.

    Attributes:
        words: the tokens; a quotation is `QUOTE`, the end of a sentence `END`.
        lower: the same in lower case.
        spans: where they stand in the text, as (start, end).
        quotes: where the quotations are among the tokens, in order.
    """

    words: list[str]
    lower: list[str]
    spans: list[tuple[int, int]]
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
    text, sentences = document.text, document.sentences
    number = bisect_left(sentences, (at, 0))
    found = Line([], [], [], [])
    for run in (*runs, None):
        upto = run.start - 1 if run else stop
        while number < len(sentences) and sentences[number].start <= upto:
            start = sentences[number].start
            if start >= at:
                _add(found, text, at, start)
                _end(found, start)
                at = start
            number += 1
        _add(found, text, at, upto)
        if run:
            found.quotes.append(len(found.words))
            found.words.append(QUOTE)
            found.spans.append((upto, run.end + 1))
            at = min(run.end + 1, stop)
            if len(found.words) > _LONGEST and END not in found.words[-_LONGEST:]:
                _end(found, at)
    found.words.append(END)
    found.spans.append((stop, stop))
    found.lower.extend(map(str.lower, found.words))
    return found


def _add(found: Line, text: str, at: int, stop: int) -> None:
    """Add the tokens between two offsets, in pieces where there are very many."""
    matches = list(_TOKEN.finditer(text, at, max(at, stop)))
    for first in range(0, len(matches), _LONGEST):
        if first:
            _end(found, matches[first].start())
        piece = matches[first : first + _LONGEST]
        found.words.extend([match[0] for match in piece])
        found.spans.extend([match.span() for match in piece])


def _end(found: Line, at: int) -> None:
    if found.words and found.words[-1] != END:
        found.words.append(END)
        found.spans.append((at, at))
