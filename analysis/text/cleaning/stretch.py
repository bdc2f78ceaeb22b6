"""Which lines of a page are the article: the stretch with the most running text.

The words of running text add to the weight of a stretch; all other lines reduce it. The heaviest run of lines
is the article. The weights are few and round. Halving or doubling any one of them lowers F1 by at most two
points on 100 whole pages, and by half a point on articles alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from analysis.text.cleaning.lines import Line, continues

__all__ = ["article_stretch"]

Names = Sequence[str]
_FURNITURE = frozenset(
    (
        "appeal",
        "notice",
        "interface",
        "section",
        "share buttons",
        "share link",
        "comments",
        "list heading",
        "list",
        "copyright",
        "newsletter",
        "subscription",
    )
)
# All other rules also find lines that an article may contain: they cost little.
_OTHER_COST = 1.0
_COSTS = {
    **dict.fromkeys(_FURNITURE, 6.0),
    # Dates and authors' names occur in lists of other articles.
    **dict.fromkeys(("date", "byline"), 20.0),
    # Requests to subscribe are more often below articles than in them.
    **dict.fromkeys(("newsletter", "subscription"), 20.0),
    # Lines that are seldom anywhere but below the article.
    **dict.fromkeys(("comments", "copyright"), 100.0),
    "list heading": 60.0,
    "comment thread": 1000.0,
}
_LEAST_ABOVE_COMMENTS = 100
_MOST_WORDS = 80
_SHORT_LINE = 3.0
_WORDS_OF_A_TITLE = 16
# Menus are written in capitals; a line that begins with a number may be a step or an amount of a list.
_IN_LOWER_CASE = 0.3
_ALONE = 0.4
_WORDS_OF_A_SUBHEAD = 4
_LEAST_LINES = 8
_LEAST_KNOWN = 2
_KNOWN_ON_A_PAGE = 6
_LINES_OF_A_MENU = 12
# Text after so large a share of a page's words is more often about the site than part of the story.
_LATE, _WHEN_LATE = 0.85, 0.4
_WORDS_OF_A_SENTENCE = 4
# Lines of a list or a table: they begin with a number, a letter or a sign, or hold numbers or a colon.
_LISTED = re.compile(r"^(?:\d|[•·*–—+-] |[a-zA-Z]\) )|\d|: ")
_LEAST_LISTED, _LISTED_SHARE = 3, 0.8


def article_stretch(lines: Sequence[Line], names: Names) -> tuple[int, int]:
    """Find the half-open run of lines that is the article.

    Lines are cut off at the top or bottom only if the page, or that side of it, looks like menus. So a text
    that is only an article stays complete.

    Args:
        lines: all lines of the page.
        names: for each line, the name of the rule that decided it; empty where none did.
    """
    paragraphs = list(_paragraphs(lines, names))
    weights = _weights(lines, names, paragraphs)
    start, end = _heaviest(weights[: _first_thread(lines, names, paragraphs)])
    if start == end:
        return 0, len(lines)
    first, last = _with_sentences(lines, names, paragraphs[start][0], paragraphs[end - 1][1])
    last = _with_list(lines, names, last)
    if len(_known_lines(lines, names)) >= _KNOWN_ON_A_PAGE:
        return first, last
    menu = first >= _LINES_OF_A_MENU and not any(line.prose for line in lines[:first])
    head = menu or _is_furniture(lines[:first], names[:first])
    tail = _is_furniture(lines[last:], names[last:])
    return first if head else 0, last if tail else len(lines)


def _first_thread(lines: Sequence[Line], names: Names, paragraphs: Sequence[tuple[int, int]]) -> int:
    """The paragraph at which readers' comments begin: the article is above them, even if they are longer."""
    words = 0
    for k, (start, _) in enumerate(paragraphs):
        if names[start] == "comment thread" and words >= _LEAST_ABOVE_COMMENTS:
            return k
        words += lines[start].words if lines[start].prose and not names[start] else 0
    return len(paragraphs)


def _known_lines(lines: Sequence[Line], names: Names) -> set[str]:
    return {line.key for line, name in zip(lines, names, strict=True) if name in _FURNITURE}


def _with_sentences(lines: Sequence[Line], names: Names, first: int, last: int) -> tuple[int, int]:
    """The run of lines extended by the short sentences at its edges, whose weight is too low."""
    while first and not names[first - 1] and _is_sentence(lines[first - 1]):
        first -= 1
    while last < len(lines) and not names[last] and _is_sentence(lines[last]):
        last += 1
    return first, last


def _with_list(lines: Sequence[Line], names: Names, last: int) -> int:
    """The end of the run of lines, extended by a list or a table directly below it."""
    end = next((i for i in range(last, len(lines)) if names[i]), len(lines))
    listed = sum(_LISTED.search(line.text) is not None for line in lines[last:end])
    return end if listed >= max(_LEAST_LISTED, _LISTED_SHARE * (end - last)) else last


def _is_sentence(line: Line) -> bool:
    return line.ended and line.words >= _WORDS_OF_A_SENTENCE


def _is_furniture(lines: Sequence[Line], names: Names) -> bool:
    known = len(_known_lines(lines, names))
    short = sum(not name and not line.prose for line, name in zip(lines, names, strict=True))
    return known >= _LEAST_KNOWN and known + short >= _LEAST_LINES


def _paragraphs(lines: Sequence[Line], names: Names) -> Iterator[tuple[int, int]]:
    """Runs of lines that continue one another: a paragraph may be broken at its links."""
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or names[i] or names[i - 1] or not continues(lines, i):
            yield start, i
            start = i


def _weights(lines: Sequence[Line], names: Names, paragraphs: Sequence[tuple[int, int]]) -> list[float]:
    """The weight of each paragraph; one that is alone among titles is mostly a teaser."""
    weights = [_weight(lines[start:end], names[start]) for start, end in paragraphs]
    parting = [
        k
        for k, (start, end) in enumerate(paragraphs)
        if weights[k] > 0
        or names[start] in _FURNITURE
        or not (names[start] or (k and weights[k - 1] > 0 and _is_subhead(lines[start:end])))
    ]
    text = [weights[k] > 0 for k in parting]
    for k, before, this, after in zip(parting, [False, *text], text, [*text[1:], False], strict=False):
        if this and not before and not after:
            weights[k] *= _ALONE
    late = _late(lines, paragraphs)
    return [_WHEN_LATE * weight if k >= late and weight > 0 else weight for k, weight in enumerate(weights)]


def _late(lines: Sequence[Line], paragraphs: Sequence[tuple[int, int]]) -> int:
    """The first paragraph after most of the page's words."""
    words = list(accumulate(sum(line.words for line in lines[start:end]) for start, end in paragraphs))
    return bisect_right(words, _LATE * words[-1]) + 1 if words else 0


def _is_subhead(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and lines[0].words <= _WORDS_OF_A_SUBHEAD


def _weight(lines: Sequence[Line], name: str) -> float:
    if name:
        return -_COSTS.get(name, _OTHER_COST)
    words = sum(line.words for line in lines) if len(lines) > 1 else lines[0].words
    last = lines[-1]
    pieces = len(lines) > 1 and words >= max(8, 3 * len(lines)) and last.ended
    if pieces or (len(lines) == 1 and last.prose):
        return min(words, _MOST_WORDS)
    if last.text.endswith(("..", "…")):
        return -_SHORT_LINE
    weight = min(_MOST_WORDS / 2, _SHORT_LINE * (words / _WORDS_OF_A_TITLE - 1))
    if any(word[0].islower() for word in last.text.split()):
        weight *= _IN_LOWER_CASE
    return weight + _SHORT_LINE if lines[0].text[0].isdigit() else weight


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """The half-open run with the greatest sum (Kadane's algorithm)."""
    best, total, start, span = 0.0, 0.0, 0, (0, 0)
    for i, weight in enumerate(weights):
        total += weight
        if total <= 0:
            total, start = 0.0, i + 1
        elif total > best:
            best, span = total, (start, i + 1)
    return span
