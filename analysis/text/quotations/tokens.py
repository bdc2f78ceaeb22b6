"""The reporter's words around quotations as tokens; each quotation is one token."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from analysis.text.quotations.marks import QuotedRun
from analysis.text.segmentation.document import Document, Span

__all__ = ["END", "QUOTE", "Line", "last_sentence", "line"]

END = "\n"

QUOTE = '"'

_LONGEST = 150  # tokens per sentence, so that no search in one takes long

# An abbreviation keeps its stop, so a single stop is always punctuation.
_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Lt|Col|Gen|Sgt|Capt|Cmdr|Maj|Adm|St|Jr|Sr|Prof|Rev|Hon|Pres"
    r"|Atty|Dist|Const|[A-Z](?:\.[A-Z])*)\.(?=,|$)"
    r"|[@#]?\w+(?:['&/.-]\w+)*|[^\s\w\"]"
)


class Line(NamedTuple):
    """The tokens of one paragraph; the last is always `END`.

    Attributes:
        words: the tokens; a quotation is `QUOTE`, the end of a sentence `END`.
        lower: the same in lower case.
        quotes: where the quotations are among the tokens, in order.
        anchors: tokens whose position in the text is known, in order; the tokens between two of them have
            only spaces and marks between them.
        offsets: where the anchors begin in the text.
    """

    words: list[str]
    lower: list[str]
    quotes: list[int]
    anchors: list[int]
    offsets: list[int]

    def span(self, text: str, first: int, last: int) -> Span:
        """The position in the text of the tokens from `first` up to, and without, `last`."""
        start, end = (self._span(text, token) for token in (first, last - 1))
        return Span(start.start, end.end)

    def _span(self, text: str, token: int) -> Span:
        nearest = bisect_right(self.anchors, token) - 1
        at = self.offsets[nearest]
        for word in self.words[self.anchors[nearest] : token]:
            at = text.index(word, at) + len(word)
        start = text.index(self.words[token], at)
        return Span(start, start + len(self.words[token]))


def line(document: Document, paragraph: int, runs: Sequence[QuotedRun]) -> Line:
    """The tokens of a paragraph; `runs` are the quoted runs in it."""
    start, stop = document.paragraphs[paragraph]
    return _tokens(document, start, stop, runs)


def last_sentence(document: Document, paragraph: int) -> Line:
    """The tokens of the last sentence of a paragraph."""
    start, stop = document.paragraphs[paragraph]
    last = bisect_left(document.sentences, (stop, 0)) - 1
    start = max(start, document.sentences[last].start) if last >= 0 else start
    return _tokens(document, start, stop, ())


def _tokens(document: Document, at: int, stop: int, runs: Sequence[QuotedRun]) -> Line:
    """The tokens of a stretch of text, with an `END` wherever a sentence ends."""
    number = bisect_left(document.sentences, (at, 0))
    found = Line([], [], [], [], [])
    for run in runs:
        number = _add_sentences(found, document, number, at, run.start - 1)
        found.quotes.append(len(found.words))
        _add(found, [QUOTE], run.start - 1)
        at = min(run.end + 1, stop)
        if len(found.words) > _LONGEST and END not in found.words[-_LONGEST:]:
            _end(found, at)
    _add_sentences(found, document, number, at, stop)
    _add(found, [END], stop)
    found.lower.extend(map(str.lower, found.words))
    return found


def _add_sentences(found: Line, document: Document, number: int, at: int, upto: int) -> int:
    """Add the tokens between two offsets, with an `END` before each sentence that begins there.

    `number` is that of the first sentence that may begin there. Returns the number of the next one.
    """
    text, sentences = document.text, document.sentences
    while number < len(sentences) and sentences[number].start <= upto:
        start = sentences[number].start
        if start >= at:
            _add_stretch(found, text, at, start)
            _end(found, start)
            at = start
        number += 1
    _add_stretch(found, text, at, upto)
    return number


def _add_stretch(found: Line, text: str, at: int, stop: int) -> None:
    """Add the tokens between two offsets, in pieces where there are very many."""
    words = list(chain.from_iterable(map(_tokens_of, text[at:stop].split())))
    while len(words) > _LONGEST:
        _add(found, words[:_LONGEST], at)
        at = found.span(text, len(found.words) - 1, len(found.words)).end
        _end(found, at)
        del words[:_LONGEST]
    if words:
        _add(found, words, at)


@lru_cache(1 << 16)
def _tokens_of(piece: str) -> tuple[str, ...]:
    """The tokens of a piece of text without spaces."""
    return tuple(_TOKEN.findall(piece))


def _add(found: Line, words: list[str], at: int) -> None:
    found.anchors.append(len(found.words))
    found.offsets.append(at)
    found.words.extend(words)


def _end(found: Line, at: int) -> None:
    if found.words and found.words[-1] != END:
        _add(found, [END], at)
