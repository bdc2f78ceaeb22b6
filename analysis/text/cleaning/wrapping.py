"""Text that was broken at the edge of a page: its lines are joined to paragraphs again.

Wire copy and the exports of databases come with lines of some 70 to 80 characters and paragraphs parted
by blank lines. Such a text shows what made it: each line ends only because the next word had no room.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

__all__ = ["unwrapped"]

_NARROWEST, _WIDEST = 45, 100
_LONGEST_WORD = 20
_LEAST_BREAKS = 6
# Shares of the breaks inside paragraphs: those that the width forced, and of these those inside a sentence.
_FORCED = 0.8
_INSIDE = 0.6
_ENDS = tuple(".!?…:\"'”’)")


def unwrapped(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their 1-based numbers; those of a wrapped text joined, under the number of their first.

    A text whose shape leaves a doubt is given back line by line.
    """
    if width := _width(lines):
        yield from _paragraphs(lines, width)
    else:
        yield from enumerate(lines, 1)


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[tuple[int, str]]:
    start, parts = 1, list[str]()
    for number, (line, below) in enumerate(pairwise([*lines, ""]), 1):
        parts.append(line)
        if not _is_forced(line, below, width):
            yield start, _joined(parts)
            start, parts = number + 1, []


def _width(lines: Sequence[str]) -> int:
    """The width at which a text is wrapped; 0 for a text that is not."""
    inner = [(line, below) for line, below in pairwise(lines) if line and below]
    if len(inner) < _LEAST_BREAKS or any(len(line) > 2 * _WIDEST for line, _ in inner):
        return 0
    inner = [(line.rstrip(), below) for line, below in inner if line.strip() and below.strip()]
    width = max((len(line) for line, _ in inner), default=0)
    if len(inner) < _LEAST_BREAKS or not _NARROWEST <= width <= _WIDEST:
        return 0
    forced = [line for line, below in inner if _is_forced(line, below, width)]
    inside = sum(not line.endswith(_ENDS) for line in forced)
    return width if len(forced) >= _FORCED * len(inner) and inside >= _INSIDE * len(forced) else 0


def _is_forced(line: str, below: str, width: int) -> bool:
    """Whether a line ends because the first word of the line below had no room in it."""
    word = len(below.split(maxsplit=1)[0]) if below.strip() else 0
    return 0 < word <= _LONGEST_WORD and width < len(line.rstrip()) + 1 + word and line.strip() != ""


def _joined(parts: Sequence[str]) -> str:
    """The lines as one; a word that was broken at its hyphen keeps it."""
    if len(parts) == 1:
        return parts[0]
    pieces = [parts[0].rstrip()]
    for part in parts[1:]:
        hyphen = pieces[-1].endswith("-") and pieces[-1][-2:-1].isalpha()
        pieces += ["" if hyphen else " ", part.strip()]
    return "".join(pieces)
