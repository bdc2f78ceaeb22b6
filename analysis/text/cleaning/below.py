"""What stands below an article and tells so by its shape: teasers of other stories, and readers' comments."""

import re
from collections.abc import Iterator, Sequence

from analysis.text.cleaning.lines import Line

__all__ = ["comments", "teasers"]

Names = Sequence[str]
# A title to which the first words of its story are glued: "Ferry fares to riseThe board voted".
_GLUED = re.compile(r"[a-z\d?!’')]{3}(?=[A-Z][\w’']*+ [a-z])")
_WORDS_OF_A_TEASER = 10
_LEAST_TEASERS = 3
_WORDS_OF_AN_ARTICLE = 100
_WORDS_OF_A_NAME = 5
_LEAST_COMMENTS = 3
_SAYS = re.compile(
    r".{2,40} (?:says|said|wrote|writes|commented|replied|schreibt|schrieb|sagt|meint|dit|a écrit|dice"
    r"|escribió)"
    r"(?: on .{3,40}| am .{3,40}| at .{3,30})? ?:?$"
)
_INITIAL = re.compile(r"\b[A-Z]\.$")
_WHEN = ("date", "time stamp")


def teasers(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Runs of three or more lines in which a title and the beginning of its story are glued together."""
    run: list[int] = []
    for i, line in enumerate(lines):
        if not names[i] and line.words >= _WORDS_OF_A_TEASER and _GLUED.search(line.text):
            run.append(i)
            continue
        if names[i]:
            continue
        yield from run if len(run) >= _LEAST_TEASERS else ()
        run = []
    yield from run if len(run) >= _LEAST_TEASERS else ()


def comments(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """All undecided lines from the first of several comments on: each has a name, a time and a text.

    A live blog has such lines too. Comments can be answered: half of them have a button for that.
    """
    words, starts = 0, list[int]()
    for i in range(len(lines) - 1):
        if words >= _WORDS_OF_AN_ARTICLE and _opens_comment(lines, names, i):
            starts.append(i)
        words += lines[i].words if lines[i].prose and not names[i] else 0
    answered = sum(name in ("comments", "comment thread") for name in names[starts[0] :]) if starts else 0
    if len(starts) >= _LEAST_COMMENTS and answered >= len(starts) / 2:
        yield from (i for i in range(starts[0], len(lines)) if not names[i])


def _opens_comment(lines: Sequence[Line], names: Names, i: int) -> bool:
    """Whether a line has the name of somebody who comments, with the time on it or below it."""
    short = not names[i] and 0 < lines[i].words <= _WORDS_OF_A_NAME
    name = short and (not lines[i].ended or _INITIAL.search(lines[i].text) is not None)
    says = not names[i] and _SAYS.match(lines[i].text) is not None
    return (name or says) and names[i + 1] in _WHEN
