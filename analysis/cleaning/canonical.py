"""One typography for every outlet: marks, dashes and blanks folded once, with offsets kept.

Two outlets that print the same words must give the same numbers, whatever they type them with. So
every text passes through `canonical` before anything is counted, and no later module knows any
other form. The steps run in order, each over the result of the one before:

1. Invisible characters go (soft hyphen, zero-width, direction marks, byte-order mark); CR and CRLF
   become a newline; the text is composed (NFC).
2. One for one: typographic blanks become a space, every double mark ``"``, every single mark,
   apostrophe, backtick and acute accent ``'``, the typographic hyphens ``-``. The blanks that
   French typing puts inside guillemets go; runs of blanks become one space.
3. Doubled single marks (TeX, wire copy) and repeated double marks become one ``"``.
4. Three dots, spaced or not, become ``…``: one character that no rule takes for three full stops.
5. A dash, however typed, becomes an en dash with a space on either side: ``word – word``; the
   space stays away from a line's edge and from the inside of a quotation. A hyphen without a space
   on both sides stays a hyphen. An en dash typed without spaces is a hyphen between numbers or
   names (``10-12``, ``US-China``) and a dash between other words, where it mostly stands for one.
6. Quotations typed with single marks get double ones, and double marks inside them single ones: in
   an article that opens its quotations so (the British way), and in paragraphs without any double
   mark (headlines). Only apostrophes and nested quotations keep single marks.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Canonical", "canonical"]


class _Edits(NamedTuple):
    """The stretches that one step changed, sorted: where each stood and where it stands."""

    starts: list[int]
    ends: list[int]
    new_starts: list[int]
    new_ends: list[int]


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text in canonical typography, and the way back to the text as given.

    Attributes:
        text: the canonical text.
        steps: the edits of every step that moved anything, in the order of the steps.
    """

    text: str
    steps: tuple[_Edits, ...] = ()

    def forward(self, offset: int) -> int:
        """The offset in `text` of an offset in the given text."""
        for starts, ends, new_starts, new_ends in self.steps:
            offset = _moved(offset, starts, ends, new_starts, new_ends)
        return offset

    def origin(self, offset: int) -> int:
        """The offset in the given text of an offset in `text`."""
        for starts, ends, new_starts, new_ends in reversed(self.steps):
            offset = _moved(offset, new_starts, new_ends, starts, ends)
        return offset


def canonical(text: str) -> Canonical:
    """Fold the typography of `text` as the module describes, in time linear in its length.

    Applied to its own result it changes nothing.
    """
    steps: list[_Edits] = []
    if not text.isascii() or "\r" in text:
        text = _rewritten(text, _INVISIBLE.finditer(text), _newline_or_nothing, steps)
    if not unicodedata.is_normalized("NFC", text):
        text = _rewritten(text, _COMPOSABLE.finditer(text), _composed, steps)
    if "«" in text or "‹" in text:
        text = _rewritten(text, _GUILLEMET_BLANK.finditer(text), _nothing, steps)
    text = _TYPED.sub(_one_for_one, text)
    text = _rewritten(text, _BLANKS.finditer(text), _one_space, steps)
    text = _rewritten(text, _MARKS.finditer(text), _one_mark, steps)
    text = _rewritten(text, _DOTS.finditer(text), _ellipsis, steps)
    text = _rewritten(text, _DASHES.finditer(text), _dash, steps)
    if "'" in text:
        text = _double_outside(text)
        text = _rewritten(text, _MARKS.finditer(text), _one_mark, steps)
    return Canonical(text, tuple(steps))


# ------------------------------------------------------------------------------------------ offsets


def _moved(
    offset: int, starts: list[int], ends: list[int], new_starts: list[int], new_ends: list[int]
) -> int:
    i = bisect_right(starts, offset) - 1
    if i < 0:
        return offset
    if offset < ends[i]:
        return min(new_starts[i] + offset - starts[i], new_ends[i])
    return offset - ends[i] + new_ends[i]


def _rewritten(
    text: str,
    matches: Iterator[re.Match[str]],
    replaced: Callable[[re.Match[str]], str],
    steps: list[_Edits],
) -> str:
    """The text with every match replaced; the edits, where there are any, join `steps`."""
    edits, done, shift = _Edits([], [], [], []), 0, 0
    pieces: list[str] = []
    for match in matches:
        start, end = match.span()
        new = replaced(match)
        if new == match[0]:
            continue
        pieces += (text[done:start], new)
        done = end
        edits.starts.append(start)
        edits.ends.append(end)
        edits.new_starts.append(start + shift)
        shift += len(new) - (end - start)
        edits.new_ends.append(end + shift)
    if not pieces:
        return text
    steps.append(edits)
    return "".join((*pieces, text[done:]))


# -------------------------------------------------------------------------------- steps one to five

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\r\n?")
# No ASCII character composes with what stands before it, so each of these stretches stands alone.
_COMPOSABLE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_GUILLEMET_BLANK = re.compile(
    "(?:(?<=^[«‹])|(?<=[\\s(][«‹]))[ \u00a0\u2009\u202f]|[ \u00a0\u2009\u202f](?=[»›](?!\\w))",
    re.MULTILINE,
)
_ONE_FOR_ONE = {
    **dict.fromkeys("“”„‟«»＂〝〞❝❞", '"'),
    **dict.fromkeys("‘’‚‛‹›`´ʼʹ＇❛❜", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
    **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u0085\u2028\u2029\v\f", "\n"),
}
# Faster than `str.translate`, which looks every character up.
_TYPED = re.compile(f"[{re.escape(''.join(_ONE_FOR_ONE))}]")
_BLANKS = re.compile(" {2,}")
_MARKS = re.compile("[\"']{2,}")
_DOTS = re.compile(r"\.\.\.|\. \. \.(?: (?=\.))?")
# Any dash, or a hyphen that no letter follows; then all that stands beside it.
_DASHES = re.compile(r" ?(?:[–—―⸺⸻]|-(?![^\s–—―⸺⸻-]))[-–—―⸺⸻]*(?: [-–—―⸺⸻]+)* ?")


def _newline_or_nothing(match: re.Match[str]) -> str:
    return "\n" if match[0][0] == "\r" else ""


def _one_for_one(match: re.Match[str]) -> str:
    return _ONE_FOR_ONE[match[0]]


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _nothing(_match: re.Match[str]) -> str:
    return ""


def _one_space(_match: re.Match[str]) -> str:
    return " "


def _ellipsis(_match: re.Match[str]) -> str:
    return "…"


def _one_mark(match: re.Match[str]) -> str:
    """Two single marks make a double one, the inner single mark of three staying inside."""
    run = match[0]
    if match.start() and not match.string[match.start() - 1].isspace():
        run = run[::-1].replace("''", '"')[::-1]
    return _REPEATED.sub('"', run.replace("''", '"'))


_REPEATED = re.compile('"{2,}')


def _dash(match: re.Match[str]) -> str:
    """A run of dashes with the blanks around it, as a hyphen or as one spaced en dash."""
    text, (start, end), typed = match.string, match.span(), match[0]
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    if typed.strip() == "-" and not (
        (typed[0] == " " or before == "\n") and (typed[-1] == " " or after == "\n")
    ):
        return typed
    if typed == "–" and _initial(text, start).isupper() and after.isupper():
        return "-"
    if typed == "–" and before.isdigit() and after.isdigit():
        return "-"
    left = "" if before == "\n" or _opens(text, start) else " "
    return left + "–" + ("" if after == "\n" or _closes(text, end) else " ")


def _initial(text: str, end: int) -> str:
    """The first character of the word that ends at `end`; empty where none does."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    return text[start:end][:1]


def _opens(text: str, end: int) -> bool:
    """Whether the marks that end at `end` open a quotation."""
    start = end
    while start and text[start - 1] in _EITHER:
        start -= 1
    return start < end and (not start or text[start - 1] in " \n(-–—")


def _closes(text: str, start: int) -> bool:
    """Whether the marks that start at `start` close a quotation."""
    end = start
    while end < len(text) and text[end] in _EITHER:
        end += 1
    return start < end and (end == len(text) or text[end] in " \n).,;:?!-–—")


_EITHER = "\"'"


# ----------------------------------------------------------------------------------------- step six

_SINGLE = re.compile(
    r"'(?:(?P<open>(?<![^\s(\[]')(?=[\w\"$£€#@…(\[])"
    r"(?!\d\ds?\b|(?i:em|til|till|cause|cos|cuz|tis|twas|n|round|bout)\b))"
    r"|(?P<apostrophe_or_close>(?:(?<=[sS]')|(?<=in'))(?![\w\"]))"
    r"|(?P<close>(?<=[^\s(\[]')(?![\w\"])))"
)


def _double_outside(text: str) -> str:
    """Give every outermost quotation double marks, whatever it is typed with."""
    lines = text.split("\n")
    quoted = [_single_pairs(line) for line in lines]
    british = sum(_vote(line, pairs) for line, pairs in zip(lines, quoted, strict=True)) > 0
    return "\n".join(
        _exchanged(line, [p for p in pairs if british or p[1] < len(line)])
        if british or '"' not in line
        else line
        for line, pairs in zip(lines, quoted, strict=True)
    )


def _single_pairs(line: str) -> list[tuple[int, int]]:
    """The quotations in single marks: offsets of both marks, the line's length where none closes.

    A plural possessive or dropped g closes a quotation only where no later mark does.
    """
    marks = [(match.start(), match.lastgroup) for match in _SINGLE.finditer(line)]
    pairs, opened = [], -1
    for (at, kind), (_, following) in pairwise([*marks, (len(line), "open")]):
        if kind == "open":
            opened = at if opened < 0 else opened
        elif opened >= 0 and (kind == "close" or following == "open"):
            pairs.append((opened, at))
            opened = -1
    if opened >= 0 and line[:opened].rstrip()[-1:] in {"", ":", ","}:
        pairs.append((opened, len(line)))
    return pairs


def _vote(line: str, pairs: list[tuple[int, int]]) -> int:
    """Which mark a paragraph opens its first quotation with: 1 single, -1 double, 0 neither."""
    double = line.find('"')
    if pairs and not 0 <= double < pairs[0][0]:
        return 1
    return -1 if double >= 0 else 0


def _exchanged(line: str, pairs: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in pairs:
        inside = line[start + 1 : end].replace('"', "'")
        pieces += (line[done:start], '"', inside, '"' * (end < len(line)))
        done = end + 1
    return "".join((*pieces, line[done:]))
