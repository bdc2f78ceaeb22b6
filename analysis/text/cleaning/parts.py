"""What part of the article each kept line is: headline, dateline, subhead, body and others."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.text.articles import Part
from analysis.text.cleaning.lines import Line
from analysis.text.cleaning.rules import Rule

__all__ = ["Piece", "dateline_end", "pieces"]

_WORD = re.compile(r"\w+")
_TOP = 3
_SUBHEAD_WORDS = 12


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
            the headline; if there is none, the title becomes a piece with line 0. A different headline
            in the text is a standfirst.
    """
    free = [i for i, rule in enumerate(labels) if rule is None]
    top = free[_TOP] if len(free) > _TOP else len(lines)
    known = _find_title(lines[:top], title)
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


def _find_title(lines: Sequence[Line], title: str | None) -> int:
    """The index of the first line with the words of the title; -1 for none."""
    words = _WORD.findall(title.lower()) if title else []
    equal = (i for i, line in enumerate(lines) if _WORD.findall(line.folded) == words)
    return next(equal, -1) if words else -1


def _body_pieces(body: Sequence[Line]) -> Iterator[list[Piece]]:
    """For each line of the body its pieces: a dateline, a subhead, a paragraph."""
    opens = True
    for above, line, below in zip([None, *body], body, [*body[1:], None], strict=False):
        end = dateline_end(line.text) if opens else 0
        opens = opens and end == len(line.text)
        part: Part = "subhead" if _is_subhead(above, line, below) else "body"
        found = [
            Piece("dateline", line.text[:end].strip(), line.number),
            Piece(part, line.text[end:], line.number),
        ]
        yield [piece for piece in found if piece.text]


def _is_subhead(above: Line | None, line: Line, below: Line | None) -> bool:
    """A short line without a full stop above a paragraph; two in a row are a list or a table."""
    if below is None or not _is_heading(line):
        return False
    return not _is_heading(below) and not (above and _is_heading(above))


def _is_heading(line: Line) -> bool:
    quoted = line.text[0] in "\"“‘'„«`" and line.text[-1] in "\"”’'“‘»"
    ended = line.ended or line.text[-1] in ":;,-–—"
    return line.words <= _SUBHEAD_WORDS and not quoted and not ended


# ---------------------------------------------------------------------------------- datelines

_PLACE = r"[A-Z][\w.'’]*(?:[ -](?:(?:of|de|del|la|le|am|an|sur|upon) )?[A-Z][\w.'’]*){0,3}"
_PLACES = rf"{_PLACE}(?:(?:,|/| and) ?{_PLACE}){{0,3}}"
_DAY = (
    r"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?))?"
)
# A dash and a blank, or the dash of house styles that leave the blank out ("LONDON—The").
_DASH = r"(?:[–—―-]{1,2}(?:\s|$)|(?:[—―]|--|(?<=[\s)])–)(?=[A-Z\"“'‘«„`]))"
_BRACKET = r" ?\((?![A-Z]-)[A-Z][\w./& -]{1,30}\)"
# Without a dash, only a known agency distinguishes a dateline from a name with a party or short form.
_AGENCY = (
    r" ?\((?:AP|AFP|UPI|PTI|ANI|IANS|TASS|EFE|ANSA|dpa|Reuters|REUTERS|Xinhua|Bloomberg|Kyodo|KYODO"
    r"|CNN(?: [A-Z]\w+)?)\)"
)
# Words before a colon that open a paragraph and are not a place.
_LABEL = (
    r"(?:Updated?|Corrections?|Notes?|Editors?|Exclusive|Breaking|Watch|Read|Opinion|Analysis|Comment"
    r"|Question|Answer|Q|A|Warning|Caution|Spoiler|Source|By|Photo|Video|Image|Summary|Review|Fact|Claim"
    r"|Tip|PS|Re|FYI|Remember|Here|Result|Results|Verdict)\b"
)
_DATELINE = re.compile(
    rf"(?:{_PLACES}{_DAY}(?:{_BRACKET})?{_DAY}\s?{_DASH}|{_PLACES}{_DAY}{_AGENCY}{_DAY}[.:]?(?:\s|$)"
    rf"|(?!{_LABEL}){_PLACES}:\s(?=[A-Z\"“'‘]))\s*"
)


def dateline_end(paragraph: str) -> int:
    """Where the text begins after the dateline of `paragraph`; 0 where it has none.

    A dateline is one or more places or an agency that begin with capitals. It ends with a dash, a colon or an
    agency in brackets.

    >>> [dateline_end(f"{line}The council met.") for line in ("LONDON (Reuters) - ", "CNN — ", "")]
    [19, 6, 0]

    Args:
        paragraph: the first paragraph of a report, with single spaces.
    """
    found = _DATELINE.match(paragraph)
    return found.end() if found else 0
