"""One typography for every outlet: quotation marks, dashes and spaces are normalised, offsets are kept.

Two outlets that print the same words must give the same numbers, in any typography. So every text
passes through `canonical` before anything is counted, and later modules know no other form. The
steps are made in this order, each with the result of the one before:

1. Invisible characters are removed (soft hyphen, zero-width, direction marks, byte-order mark). CR
   and CRLF become a newline. The text is composed (NFC).
2. Single characters are replaced: typographic spaces by a space, double marks by ``"``, single marks,
   apostrophes, backticks and acute accents by ``'``, typographic hyphens by ``-``. The spaces that
   French typography puts inside guillemets are removed. Runs of spaces become one space.
3. Doubled single marks (TeX, wire copy) and repeated double marks become one ``"``.
4. Three dots, spaced or not, become ``…``, so that no rule takes them for three full stops. Of four
   dots behind a word, the first is its full stop: ``word. …``.
5. Every dash becomes an en dash with a space on either side (``word – word``), but without a space at
   the edge of a line or inside a quotation. A hyphen without spaces on both sides stays a hyphen. An
   en dash without spaces becomes a hyphen between numbers or names (``10-12``, ``US-China``) and a
   dash between other words.
6. Quotations in single marks get double marks, and double marks inside them become single: in an
   article that opens its quotations so (as in Britain), and in paragraphs without any double mark
   (headlines). Only apostrophes and nested quotations keep single marks.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from analysis.text.cleaning.single_quotes import double_outer_marks

__all__ = ["Canonical", "canonical"]


_Edit = tuple[int, int, str]  # start, end, and the new text


class _Edits(NamedTuple):
    """The stretches that one step changed, sorted: the old and the new position of each."""

    starts: list[int]
    ends: list[int]
    new_starts: list[int]
    new_ends: list[int]


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text in canonical typography, with the offsets of the text as given.

    Attributes:
        text: the canonical text.
        steps: the edits of every step that changed anything, in the order of the steps.
    """

    text: str
    steps: tuple[_Edits, ...] = ()

    def forward(self, offset: int) -> int:
        """The offset in `text` of an offset in the given text."""
        for starts, ends, new_starts, new_ends in self.steps:
            offset = _move(offset, starts, ends, new_starts, new_ends)
        return offset

    def origin(self, offset: int) -> int:
        """The offset in the given text of an offset in `text`."""
        for starts, ends, new_starts, new_ends in reversed(self.steps):
            offset = _move(offset, new_starts, new_ends, starts, ends)
        return offset


def canonical(text: str) -> Canonical:
    """Normalise the typography of `text` as the module describes, in time linear in its length.

    Its own result is not changed again.

    >>> canonical("“We won”--she said...").text
    '"We won" – she said…'
    >>> canonical("A  b").origin(2)
    3
    """
    steps: list[_Edits] = []
    if "\r" in text or (not text.isascii() and _holds(text, _INVISIBLE_SIGNS)):
        text = _rewrite(text, _find_edits(_INVISIBLE, text, _newline_or_nothing), steps)
    if not unicodedata.is_normalized("NFC", text):
        text = _rewrite(text, _find_edits(_COMPOSABLE, text, _compose), steps)
    if "«" in text or "‹" in text:
        text = _rewrite(text, _find_edits(_GUILLEMET_BLANK, text, _nothing), steps)
    for typed, folded in _ONE_FOR_ONE.items():
        text = text.replace(typed, folded)  # faster than `str.translate`
    if "  " in text:
        text = _rewrite(text, _find_edits(_BLANKS, text, _one_space), steps)
    if _holds(text, _SIGNS_OF_NESTING):
        text = _rewrite(text, _find_edits(_NESTED_BLANK, text, _nothing), steps)
    text = _join_marks(text, steps)
    if _holds(text, _SIGNS_OF_DOTS):
        text = _rewrite(text, _find_edits(_DOTS, text, _ellipsis), steps)
    text = _rewrite(text, map(_dash, _DASHES.finditer(text)), steps)
    if "'" in text:
        text = _join_marks(double_outer_marks(text), steps)
    return Canonical(text, tuple(steps))


def _holds(text: str, signs: Iterable[str]) -> bool:
    """Whether one of a few signs occurs, which is rare: much faster than a pattern."""
    return any(sign in text for sign in signs)


def _join_marks(text: str, steps: list[_Edits]) -> str:
    if _holds(text, _PAIRS_OF_MARKS):
        return _rewrite(text, _find_edits(_MARKS, text, _double_mark), steps)
    return text


# ------------------------------------------------------------------------------------------ offsets


def _move(offset: int, starts: list[int], ends: list[int], new_starts: list[int], new_ends: list[int]) -> int:
    i = bisect_right(starts, offset) - 1
    if i < 0:
        return offset
    if offset < ends[i]:
        return min(new_starts[i] + offset - starts[i], new_ends[i])
    return offset - ends[i] + new_ends[i]


def _find_edits(
    pattern: re.Pattern[str], text: str, replacement: Callable[[re.Match[str]], str]
) -> Iterator[_Edit]:
    return ((*match.span(), replacement(match)) for match in pattern.finditer(text))


def _rewrite(text: str, edits: Iterable[_Edit], steps: list[_Edits]) -> str:
    """The text after the edits; those that change anything are added to `steps`."""
    made, done, shift = _Edits([], [], [], []), 0, 0
    pieces: list[str] = []
    for start, end, new in edits:
        if new == text[start:end]:
            continue
        pieces += (text[done:start], new)
        done = end
        made.starts.append(start)
        made.ends.append(end)
        made.new_starts.append(start + shift)
        shift += len(new) - (end - start)
        made.new_ends.append(end + shift)
    if not pieces:
        return text
    steps.append(made)
    return "".join((*pieces, text[done:]))


# -------------------------------------------------------------------------------------------- steps

_INVISIBLE_SIGNS = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]|\r\n?")
# No ASCII character composes with the one before it, so each of these stretches is independent.
_COMPOSABLE = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_GUILLEMET_BLANK = re.compile(
    "(?:(?<=^[«‹])|(?<=[\\s(\\[–—―-][«‹]))[ \u00a0\u2009\u202f]|[ \u00a0\u2009\u202f](?=[»›](?!\\w))",
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
_BLANKS = re.compile(" {2,}")
_SIGNS_OF_NESTING = ("' \"", "\" '")
_NESTED_BLANK = re.compile(r" (?:(?<=\S' )(?=\"(?!\w))|(?:(?<=^\" )|(?<=[\s(]\" ))(?='\w))", re.MULTILINE)
_PAIRS_OF_MARKS = ('""', "''", "\"'", "'\"")
_MARKS = re.compile("[\"']{2,}")
_SIGNS_OF_DOTS = ("...", ". . .", ".…", ". …", "….")
_DOTS = re.compile(
    r"\.(?:(?P<stop>(?<=\w\.) ?(?:\. ?\. ?\.|…)(?!\s?\.))|\.\.| \. \.(?: (?=\.))?)"
    r"|…(?P<late_stop>(?<=\w…)\.(?!\s?\.))"
)
# Any dash, or a hyphen that no letter follows; then all dashes and spaces behind it.
_DASHES = re.compile(r"(?:[–—―⸺⸻-](?:(?<!-)|(?![^\s–—―⸺⸻-])))[-–—―⸺⸻]*(?: [-–—―⸺⸻]+)* ?")


def _newline_or_nothing(match: re.Match[str]) -> str:
    return "\n" if match[0][0] == "\r" else ""


def _compose(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _nothing(_match: re.Match[str]) -> str:
    return ""


def _one_space(_match: re.Match[str]) -> str:
    return " "


def _ellipsis(match: re.Match[str]) -> str:
    return ". …" if match["stop"] or match["late_stop"] else "…"


def _double_mark(match: re.Match[str]) -> str:
    """Two single marks become a double mark; of three, the inner one stays inside."""
    run = match[0]
    if match.start() and not match.string[match.start() - 1].isspace():
        run = run[::-1].replace("''", '"')[::-1]
    return _REPEATED.sub('"', run.replace("''", '"'))


_REPEATED = re.compile('"{2,}')


def _dash(match: re.Match[str]) -> _Edit:
    """A run of dashes with the spaces around it becomes a hyphen or one spaced en dash."""
    text, (start, end) = match.string, match.span()
    start -= text[start - 1 : start] == " "
    return start, end, _dashed(text, start, end)


def _dashed(text: str, start: int, end: int) -> str:
    typed = text[start:end]
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
