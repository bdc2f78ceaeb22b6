"""Quotations typed with single marks get double marks where the single marks are the outer ones.

A closing single mark and an apostrophe are the same sign. Only the characters around it, and whether an
earlier mark has opened a quotation, distinguish them.
"""

import re
from itertools import pairwise

__all__ = ["double_outer_marks"]

_SINGLE = re.compile(
    r"'(?:(?P<open>(?<![^\s(\[]')(?=[\w\"$£€#@…(\[])"
    r"(?!\d\ds?\b|(?i:em|til|till|cause|cos|cuz|tis|twas|n|round|bout)\b))"
    r"|(?P<apostrophe_or_close>(?:(?<=[sS]')|(?<=in'))(?![\w\"]))"
    r"|(?P<close>(?<=[^\s(\[]')(?![\w\"])))"
)


def double_outer_marks(text: str) -> str:
    r"""Give every outermost quotation double marks.

    >>> double_outer_marks("'It's over,' she said.")
    '"It\'s over," she said.'
    """
    lines = text.split("\n")
    quoted = [_single_pairs(line) if "'" in line else [] for line in lines]
    british = sum(_vote(line, pairs) for line, pairs in zip(lines, quoted, strict=True)) > 0
    return "\n".join(
        _exchange_marks(line, [p for p in pairs if british or p[0] < p[1] < len(line)])
        if british or '"' not in line
        else line
        for line, pairs in zip(lines, quoted, strict=True)
    )


def _single_pairs(line: str) -> list[tuple[int, int]]:
    """The quotations in single marks: the offsets of both marks, or the line's length where none closes.

    A plural possessive or dropped g closes a quotation only if no later mark does. If a mark after a stop
    closes what no mark of the line has opened, both offsets are its own.
    """
    marks = [(match.start(), match.lastgroup) for match in _SINGLE.finditer(line)]
    pairs, opened = [], -1
    for (at, kind), (_, following) in pairwise([*marks, (len(line), "open")]):
        if kind == "open":
            opened = at if opened < 0 else opened
        elif opened >= 0 and (kind == "close" or following == "open"):
            pairs.append((opened, at))
            opened = -1
        elif kind == "close" and line[at - 1] in ".,?!…":
            pairs.append((at, at))
    if opened >= 0 and line[:opened].rstrip()[-1:] in {"", *":,.?!"}:
        pairs.append((opened, len(line)))
    return pairs


def _vote(line: str, pairs: list[tuple[int, int]]) -> int:
    """The mark that opens the first quotation of a paragraph: 1 single, -1 double, 0 neither."""
    double = line.find('"')
    first = next((start for start, end in pairs if start < end), -1)
    if first >= 0 and not 0 <= double < first:
        return 1
    return -1 if double >= 0 else 0


def _exchange_marks(line: str, pairs: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in pairs:
        inside = line[start + 1 : end].replace('"', "'")
        pieces += (line[done:start], '"', inside, '"' * (start < end < len(line)))
        done = end + 1
    return "".join((*pieces, line[done:]))
