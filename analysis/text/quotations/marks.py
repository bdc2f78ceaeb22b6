"""Which runs of text are between quotation marks, even where marks are missing or wrong.

Canonical marks have no direction. It follows from the spaces around a mark or, where these do not decide,
from the alternation of opening and closing marks in the paragraph. Marks of attributes, marks of inches, and
marks with nothing between them are no quotation marks.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from analysis.text.segmentation.document import Document, Span

__all__ = ["QuotedRun", "find_quoted_runs"]

_BEFORE_OPENING = frozenset(" \n\t([{–-/")
_AFTER_CLOSING = frozenset(" \n\t)]}.,;:?!…–-/")
# Behind a figure: "a 12" pipe", "12"x9"".
_INCHES = re.compile(r'"(?:(?![^\W_])|(?=x[\s\d]))')
_EMPTY = re.compile(r'(?<!\S)"(?=[\s.,;:)]|\Z)')
_OPEN, _UNSURE, _CLOSE = 1, 0, -1


class QuotedRun(NamedTuple):
    """A run of quoted text, without its marks.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        paragraph: the index of its paragraph.
        closed: whether a closing mark ends it.
        continues: whether it continues the quotation at the end of the paragraph before.
    """

    start: int
    end: int
    paragraph: int
    closed: bool
    continues: bool


def find_quoted_runs(document: Document) -> list[QuotedRun]:
    """Find all quoted runs of the body, in order, each within one paragraph; linear in the marks.

    A quotation that a paragraph opens and does not close continues in the next paragraph, if that one opens
    with a mark (then the run has `continues`).
    """
    found: list[QuotedRun] = []
    marks, at = document.marks, 0
    for number, paragraph in enumerate(document.paragraphs):
        upto = at
        while upto < len(marks) and marks[upto] < paragraph.end:
            upto += 1
        if upto > at:
            before = found[-1] if found and found[-1].paragraph == number - 1 else None
            carried = before is not None and before.end == document.paragraphs[number - 1].end
            own = _outside_markup(document.text, marks[at:upto])
            own = _around_something(document.text, own, is_open=carried)
            following = document.paragraphs[number + 1 : number + 2]
            onward = bool(following) and document.text[following[0].start] == '"'
            runs = _runs(document.text, paragraph, own, carried=carried, onward=onward)
            found += [
                QuotedRun(start, end, number, closed, carried and start - paragraph.start <= 1)
                for start, end, closed in runs
            ]
        at = upto
    return found


def _runs(
    text: str, paragraph: Span, marks: Sequence[int], *, carried: bool, onward: bool
) -> list[tuple[int, int, bool]]:
    """The quoted runs of one paragraph as (start, end, closed)."""
    sides = [_side(text, mark) for mark in marks]
    runs: list[tuple[int, int, bool]] = []
    opened, i = -1, 0
    while i < len(marks):
        mark, side = marks[i], sides[i]
        if opened < 0:
            if side != _CLOSE or _opens_badly(sides, i):
                opened = mark + 1
            elif carried and not runs:
                runs.append((paragraph.start, mark, True))
        elif side == _OPEN and (
            sides[i + 1 : i + 3] == [_CLOSE, _CLOSE]
            or (opened == paragraph.start + 1 and (carried or onward) and len(marks) % 2)
        ):
            i += 1  # a quotation inside, in the same marks
        elif side == _OPEN and (len(marks) - i) % 2 == 0:
            runs.append((opened, _sentence_end(text, opened, mark), False))
            opened = mark + 1
        else:
            runs.append((opened, mark, True))
            opened = -1
        i += 1
    if opened >= 0 and opened < paragraph.end:
        runs.append((opened, paragraph.end, False))
    return [run for run in runs if text[run[0] : run[1]].strip()]


def _outside_markup(text: str, marks: Sequence[int]) -> Sequence[int]:
    """The marks, except those around the value of an attribute (``href="…"``).

    If the value is broken over lines, its end is alone in a paragraph: a mark that closes a tag.
    """
    values = {n for n, mark in enumerate(marks) if mark and text[mark - 1] == "="}
    return [
        mark
        for n, mark in enumerate(marks)
        if n not in values and n - 1 not in values and text[mark + 1 : mark + 2] != ">"
    ]


def _around_something(text: str, marks: Sequence[int], *, is_open: bool) -> Sequence[int]:
    """The marks, except those for inches and those with nothing between them.

    A mark behind a figure means inches (``a 12" pipe``) where no quotation is open, and within a quotation if
    the next mark, behind something else, closes too. Two marks with nothing between them (``said "" and``)
    are one in canonical text: it has spaces on both sides, and the next mark opens a quotation.

    Args:
        text: the text of the document.
        marks: the marks of a paragraph.
        is_open: whether a quotation of the paragraph before continues.
    """
    found = []
    for mark, following in zip_longest(marks, marks[1:]):
        side, side_of_next = _side(text, mark), _OPEN if following is None else _side(text, following)
        if text[mark - 1 : mark].isnumeric() and _INCHES.match(text, mark):
            if not is_open or (side_of_next == _CLOSE and not text[following - 1].isnumeric()):
                continue
        elif not is_open and side_of_next == _OPEN and _EMPTY.match(text, mark):
            continue
        found.append(mark)
        is_open = side == _OPEN or (side == _UNSURE and not is_open)
    return found


def _side(text: str, mark: int) -> int:
    """Whether a mark opens or closes, by the characters around it."""
    left, right = mark - 1, mark + 1
    while left >= 0 and text[left] == "'":
        left -= 1
    while right < len(text) and text[right] == "'":
        right += 1
    opens = left < 0 or text[left] in _BEFORE_OPENING
    closes = right >= len(text) or text[right] in _AFTER_CLOSING
    return opens - closes


def _opens_badly(sides: Sequence[int], i: int) -> bool:
    """Whether a mark that seems to close opens a quotation, because the next one closes too."""
    return sides[i + 1 : i + 2] == [_CLOSE] and len(sides) % 2 == 0


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where a quotation without its closing mark ends: with the last sentence before `end`."""
    return max((text.rfind(stop, start, end) + 1 for stop in ".?!"), default=0) or end
