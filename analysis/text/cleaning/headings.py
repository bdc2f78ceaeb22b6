"""Headlines, standfirsts and subheads: told by place, length, case and likeness, not by their last mark.

Outlets and archives end them with a full stop, a semicolon or nothing.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.text.cleaning.datelines import dateline_end
from analysis.text.cleaning.grammar import in_title_case, looseness, single_sentence
from analysis.text.cleaning.lines import Line, continues

__all__ = ["find_title", "headline", "is_subhead", "opens_with_title", "standfirst"]

Names = Sequence[str]
_WORD = re.compile(r"\w+")
_HEADLINE_WORDS = 20
_LEAST_WORDS = 3
# How loose the first line may be as a headline, and how loose if the paragraphs below repeat its words.
_TIGHT, _TIGHT_AND_LIKE = 1, 3
_LIKE = 0.5
_LETTERS_OF_A_KEYWORD = 4
_LINES_BELOW = 3
_LOOSEST_DECK = 4
_STANDFIRST_WORDS = 40
_SUBHEAD_WORDS = 12
_SUBHEAD_WORDS_WITH_STOP = 6
_WORDS_BELOW_A_SUBHEAD = 12
# A name and a colon, as in lists of people or places.
_LABELLED = re.compile(r"[A-Z][\w.’'-]*+(?: [A-Z][\w.’'-]*+)?: ")
_MOST_TITLE_WORDS = 30
_SHARED_OF_LINE, _SHARED_OF_TITLE = 0.8, 0.5


def find_title(lines: Sequence[Line], title: str | None) -> int:
    """The index of the line that is the title of the metadata; -1 for none.

    Without a line of exactly its words, a line that shares most words with it: a title may end with the name
    of the outlet, and a line may lack a subtitle.
    """
    words = _WORD.findall(title.lower()) if title else []
    if not words:
        return -1
    found = [_WORD.findall(line.folded) for line in lines]
    equal = (i for i, own in enumerate(found) if own == words)
    like = (i for i, own in enumerate(found) if _is_like(own, words))
    return next(equal, next(like, -1))


def _is_like(own: Sequence[str], title: Sequence[str]) -> bool:
    shared = len(set(own) & set(title))
    return (
        _LEAST_WORDS <= len(own) <= _MOST_TITLE_WORDS
        and shared >= _SHARED_OF_LINE * len(set(own))
        and shared >= _SHARED_OF_TITLE * len(set(title))
    )


def opens_with_title(lines: Sequence[Line], title: str | None) -> bool:
    """Whether a text opens with a headline that ends like a sentence."""
    if len(lines) <= 1 or not lines[0].ended:
        return False
    names = [line.worded for line in lines]
    return find_title(lines[:1], title) == 0 or 0 in headline(lines, names)


def headline(
    lines: Sequence[Line], names: Names, *, titled: bool = False, title: str | None = None
) -> Iterator[int]:
    """The first line of the text if it is a headline above prose; below a kicker the second.

    Args:
        lines: all lines.
        names: the rule that decided each; empty for none.
        titled: whether most articles of the source open with a headline that ends like a sentence.
        title: the headline as metadata gives it. If no line is like it, the text opens without a headline,
            unless a line has the shape of one beyond doubt.
    """
    free = _free(lines, names, 6)
    if not any(lines[i].prose for i in free[1:4]):
        return
    first, second = lines[free[0]], lines[free[1]]
    if _is_kicker(first) and _is_title(second) and second.words >= _LEAST_WORDS and len(free) > 2:
        free = free[1:]
    if continues(lines, free[0] + 1):
        return
    if dateline_end(lines[free[0]].text) == len(lines[free[0]].text):
        return
    if _is_title(lines[free[0]]) or _is_ended_title(lines, names, free, titled=titled, loose=not title):
        yield free[0]


def _free(lines: Sequence[Line], names: Names, most: int) -> list[int]:
    return [i for i in range(len(lines)) if not names[i]][:most]


def _is_kicker(line: Line) -> bool:
    return 0 < line.words < _LEAST_WORDS and not line.ended


def _is_title(line: Line) -> bool:
    return 1 <= line.words <= _HEADLINE_WORDS and line.text[-1] not in ".:,…" and not line.text[0].islower()


def _is_ended_title(
    lines: Sequence[Line], names: Names, free: Sequence[int], *, titled: bool, loose: bool
) -> bool:
    """Whether the first line is a headline although it ends like a sentence."""
    line, below = lines[free[0]], [lines[i] for i in free[1 : _LINES_BELOW + 1]]
    if not _LEAST_WORDS <= line.words <= _HEADLINE_WORDS or dateline_end(line.text, first=False):
        return False
    if not (line.ended or line.text.endswith(";")) or line.text[0].islower():
        return False
    labelled = names[free[0] + 1] == "database label"
    dated = any(dateline_end(other.text, first=False) for other in below[:2])
    if titled or labelled or dated or in_title_case(line.text):
        return True
    most = _TIGHT_AND_LIKE if _likeness(line, below) >= _LIKE else _TIGHT
    return loose and looseness(line.text) <= most


def _likeness(line: Line, below: Sequence[Line]) -> float:
    """The share of a line's keywords that the lines below it repeat."""
    keywords = {word for word in _WORD.findall(line.folded) if len(word) >= _LETTERS_OF_A_KEYWORD}
    repeated = {word for other in below for word in _WORD.findall(other.folded)}
    return len(keywords & repeated) / len(keywords) if keywords else 0.0


def standfirst(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Lines near the top that sum up the article.

    They are: what one of the next three lines repeats, perhaps after a dateline; the lines of an abstract; a
    line between headline and text that has no full stop, is set in capitals, stands above a dateline, or
    follows a headline that ends with a semicolon.
    """
    free = _free(lines, names, 8)
    found = {i for place, i in enumerate(free) if _is_repeated(lines, free, place)}
    found |= _abstract(lines, names, free)
    below_headline = [i for i in free if "headline" in names[:i]][:_LINES_BELOW]
    title = lines[names.index("headline")].text if "headline" in names else ""
    for i, below in pairwise(below_headline):
        if i not in found and not _is_deck(lines[i], lines[below], title):
            break
        found.add(i)
        title = ""
    yield from sorted(found)


def _is_repeated(lines: Sequence[Line], free: Sequence[int], place: int) -> bool:
    line = lines[free[place]]
    below = (lines[j].text[: len(line.text) + 60] for j in free[place + 1 : place + 4])
    return line.words >= 6 and any(line.text in other for other in below)


def _abstract(lines: Sequence[Line], names: Names, free: Sequence[int]) -> set[int]:
    """The lines between the labels of an abstract and of the full text."""
    labels = [i for i, name in enumerate(names) if name == "database label"]
    starts = [i for i in labels if lines[i].key in ("abstract", "summary")]
    end = next((i for i in labels if starts and i > starts[0]), 0)
    return {i for i in free if starts and starts[0] < i < end}


def _is_deck(line: Line, below: Line, title: str) -> bool:
    if line.words > _STANDFIRST_WORDS or dateline_end(line.text, first=False) or line.text[0].islower():
        return False
    opens_text = dateline_end(below.text, first=False) > 0
    if not line.ended:
        return line.words >= _LEAST_WORDS and line.text[-1] not in ":,-–—" and (below.prose or opens_text)
    short = line.words <= _HEADLINE_WORDS and single_sentence(line.text)
    return short and (
        opens_text or line.text.isupper() or (title.endswith(";") and looseness(line.text) <= _LOOSEST_DECK)
    )


def is_subhead(above: Line | None, line: Line, below: Line | None) -> bool:
    """Whether a line of the body is a heading above a paragraph; two in a row are a list or a table."""
    if below is None:
        return False
    if _is_tight(line):
        return above is not None and above.prose and below.prose and below.words >= _WORDS_BELOW_A_SUBHEAD
    return _is_heading(line) and not _is_heading(below) and not (above and _is_heading(above))


def _is_heading(line: Line) -> bool:
    """Whether a line is short, has no full stop and is no quotation."""
    quoted = line.text[0] in "\"“‘'„«`" and line.text[-1] in "\"”’'“‘»"
    ended = line.ended or line.text[-1] in ":;,-–—"
    return line.words <= _SUBHEAD_WORDS and not quoted and not ended


def _is_tight(line: Line) -> bool:
    """Whether a short line with a full stop has nothing of a sentence, or is set in capitals."""
    stopped = line.text.endswith(".") and not line.text.endswith("..") and line.text[0] not in '"“‘„«`'
    return (
        stopped
        and 2 <= line.words <= _SUBHEAD_WORDS_WITH_STOP
        and (line.text.isupper() or looseness(line.text) <= bool(_LABELLED.match(line.text)))
    )
