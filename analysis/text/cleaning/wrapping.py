"""Wrapped text: lines that end only because the next word had no room become paragraphs again.

Wire copy and the exports of databases have lines of at most some 70 to 80 characters. Between their
paragraphs is a blank line, an indentation, or nothing but a line that ends early.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

__all__ = ["unwrap"]

_NARROWEST, _WIDEST = 30, 100
_LONGEST_WORD = 20
_LEAST_BREAKS = 4
# Of the line breaks within a sentence: the share that the width forced, and the share before a small letter.
_FORCED = 0.85
_SMALL = 0.5
_CLOSES_SENTENCE = tuple(".!?…:\"'”’)")
# A text may have a line that is longer than its width, such as an address.
_WIDTHS_TRIED = 3
_INDENTED = ("  ", "\t", "\u3000")
_LEAST_INDENTED = 3


def unwrap(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Join the wrapped lines of a text to paragraphs; each has the 1-based number of its first line.

    A text that may not be wrapped is returned line by line.
    """
    if width := _width(lines):
        yield from _paragraphs(lines, width)
    else:
        yield from enumerate(lines, 1)


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[tuple[int, str]]:
    indented = _opens_by_indentation(lines)
    start, parts = 1, list[str]()
    for number, (line, below) in enumerate(pairwise([*lines, ""]), 1):
        parts.append(line)
        opens = below.startswith(_INDENTED) if indented else not _goes_on(line, below, width)
        if opens or not line.strip() or not below.strip():
            yield start, _join(parts)
            start, parts = number + 1, []


def _opens_by_indentation(lines: Sequence[str]) -> bool:
    """Whether some lines are indented, and each time only the first line of a paragraph."""
    filled = [line for line in lines if line.strip()]
    indented = [line.startswith(_INDENTED) for line in filled]
    twice = sum(first and second for first, second in pairwise(indented))
    return sum(indented) >= _LEAST_INDENTED and 2 * twice < sum(indented) < len(filled)


def _width(lines: Sequence[str]) -> int:
    """The width at which a text is wrapped; 0 for a text that is not wrapped."""
    inner = [(line, below) for line, below in pairwise(lines) if line and below]
    if len(inner) < _LEAST_BREAKS or sum(len(line) > _WIDEST for line in lines) > _WIDTHS_TRIED:
        return 0
    inner = [(line.rstrip(), below) for line, below in inner if line.strip() and below.strip()]
    inside = [(line, below) for line, below in inner if not line.endswith(_CLOSES_SENTENCE)]
    if len(inside) < _LEAST_BREAKS:
        return 0
    small = sum(below.lstrip()[0].islower() for _, below in inside)
    lengths = sorted({len(line.rstrip()) for line in lines}, reverse=True)
    for width in lengths[:_WIDTHS_TRIED] if small >= _SMALL * len(inside) else ():
        forced = sum(_is_forced(line, below, width) for line, below in inside)
        if _NARROWEST <= width <= _WIDEST and forced >= _FORCED * len(inside):
            return width
    return 0


def _goes_on(line: str, below: str, width: int) -> bool:
    """Whether a paragraph goes on in the next line."""
    small = below.lstrip()[:1].islower() and not line.rstrip().endswith(_CLOSES_SENTENCE)
    return small or _is_forced(line, below, width)


def _is_forced(line: str, below: str, width: int) -> bool:
    """Whether a line ends because the first word of the next line did not fit."""
    word = len(below.split(maxsplit=1)[0]) if below.strip() else 0
    return 0 < word <= _LONGEST_WORD and width < len(line.rstrip()) + 1 + word and line.strip() != ""


def _join(parts: Sequence[str]) -> str:
    """Join lines to one; a word that was broken at its hyphen keeps the hyphen."""
    if len(parts) == 1:
        return parts[0]
    pieces = [parts[0].rstrip()]
    for part in parts[1:]:
        hyphen = pieces[-1].endswith("-") and pieces[-1][-2:-1].isalpha()
        pieces += ["" if hyphen else " ", part.strip()]
    return "".join(pieces)
