"""The lines of a file that are not in the body: what each line is, and its words."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from analysis.text.articles import CleanArticle
from analysis.text.cleaning.canonical import canonical
from analysis.text.segmentation.words import tokens

__all__ = ["Line", "join_lines", "other_lines"]


class Line(NamedTuple):
    """One line that is not in the body.

    Attributes:
        number: its 1-based line in the file; 0 for a headline that only the corpus's table has.
        name: the part of the article that it is, or the rule that removed it.
        removed: whether cleaning removed it.
        text: its canonical text.
        forms: its words.
    """

    number: int
    name: str
    removed: bool
    text: str
    forms: list[str]


def other_lines(clean: CleanArticle) -> list[Line]:
    """All lines of a file that are not in the body: first those of other parts, then those removed."""
    kept = (
        (b.line, b.part, False, _without_dash(clean.text[b.start : b.end]))
        for b in clean.blocks
        if b.part != "body"
    )
    removed = ((line.line, line.rule, True, canonical(line.text).text) for line in clean.removed)
    return [Line(*line, tokens(line[-1], [(0, len(line[-1]))]).forms) for line in chain(kept, removed)]


def _without_dash(text: str) -> str:
    """A line without the dash that joins a dateline to its paragraph: outlets differ in it."""
    return text.rstrip(" –")


def join_lines(clean: CleanArticle, lines: Sequence[Line]) -> str:
    """The canonical text of all lines of a file, in their order; a dateline comes before its paragraph."""
    body = [(b.line, 1, clean.text[b.start : b.end]) for b in clean.blocks if b.part == "body"]
    rest = [(line.number, 0, line.text) for line in lines if line.number]
    in_order = sorted(body + rest, key=lambda line: line[:2])
    return "\n\n".join(text for _, _, text in in_order)
