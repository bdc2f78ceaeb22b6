"""What part of the article each kept line is: headline, dateline, subhead, body and others."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.text.articles import Part
from analysis.text.cleaning.datelines import dateline_end
from analysis.text.cleaning.headings import find_title, is_subhead
from analysis.text.cleaning.lines import Line
from analysis.text.cleaning.rules import Rule

__all__ = ["Piece", "pieces"]

_TOP = 3


class Piece(NamedTuple):
    """A line, or what remains of it after its dateline, and its part."""

    part: Part
    text: str
    line: int


def pieces(lines: Sequence[Line], labels: Sequence[Rule | None], title: str | None) -> Iterator[Piece]:
    """The kept lines of an article with their parts, in reading order.

    Args:
        lines: the lines of the article.
        labels: the rule that decided each line; None for the body.
        title: the headline as metadata gives it. A line above the third paragraph with the same words is
            the headline, also if it adds or lacks some. If there is none, the title becomes a piece with
            line 0. A different headline
            in the text is a standfirst.
    """
    free = [i for i, rule in enumerate(labels) if rule is None]
    top = free[_TOP] if len(free) > _TOP else len(lines)
    known = find_title(lines[:top], title)
    if title and known < 0:
        yield Piece("headline", " ".join(title.split()), 0)
    body = [lines[i] for i in free if i != known]
    parted = _body_pieces(body)
    for i, (line, rule) in enumerate(zip(lines, labels, strict=True)):
        if i == known:
            yield Piece("headline", line.text, line.number)
        elif rule is None:
            yield from next(parted)
        elif rule.part == "headline" and title:
            yield Piece("standfirst", line.text, line.number)
        elif rule.part:
            yield Piece(rule.part, line.text, line.number)


def _body_pieces(body: Sequence[Line]) -> Iterator[list[Piece]]:
    """For each line of the body its pieces: a dateline, a subhead, a paragraph."""
    opens = _TOP
    for above, line, below in zip([None, *body], body, [*body[1:], None], strict=False):
        end = dateline_end(line.text, first=opens == _TOP) if opens else 0
        if end < len(line.text):  # a dateline may be a line of its own
            opens = 0 if end else max(0, opens - 1)
        part: Part = "subhead" if is_subhead(above, line, below) else "body"
        found = [
            Piece("dateline", line.text[:end].strip(), line.number),
            Piece(part, line.text[end:], line.number),
        ]
        yield [piece for piece in found if piece.text]
