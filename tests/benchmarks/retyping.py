"""A text typed anew in another house's typography, as a careful typist would who knows only the page.

The typist changes what is certain and leaves alone, and counts, what is not: a mark whose direction the page
does not show, single marks around words outside a quotation (a headline's quotation, a nickname, an
apostrophe?), a dash at a line's edge or between figures. Nothing here knows how the package folds typography.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

__all__ = ["STYLES", "Typed", "retyped"]


class Typed(NamedTuple):
    """A text in another typography, and how many places of it stayed as they were for want of certainty."""

    text: str
    left_alone: int


class Marks(NamedTuple):
    """How a house types quotations, quotations inside them, and apostrophes."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str


class _Edit(NamedTuple):
    start: int
    end: int
    new: str | None  # None: left alone


_MARK = re.compile(r"``|''|[\"“”'‘’]")
_DASH = re.compile(r"(?<![-–—―])[ \u00a0]?(?:[—―]|-{2}|–)(?![-–—―])[ \u00a0]?|(?<=[^\W\d]) - (?=[^\W\d])")
_ANY_MARK = "\"“”'‘’`"
_OPENS_AFTER = frozenset("([{—–―-/")
_CLOSES_BEFORE = frozenset(")]}.,;:?!…—–―-/")


def _marks(text: str, marks: Marks) -> Iterator[_Edit]:
    """The marks of each paragraph, outer and inner quotations and apostrophes told apart."""
    for paragraph in re.finditer(r"[^\n]+", text):
        yield from _paragraph_marks(text, list(_MARK.finditer(text, *paragraph.span())), marks)


def _paragraph_marks(text: str, found: Sequence[re.Match[str]], marks: Marks) -> Iterator[_Edit]:
    sides = [_side(text, match) for match in found]
    double = [len(match[0]) == 2 or match[0] in '"“”' for match in found]
    single = [n for n in range(len(found)) if not double[n] and not _inside_a_word(text, found[n])]
    pairs = _pairs(single, sides, double)
    paired = {n for pair in pairs for n in pair}
    outer = {n for a, b in pairs if sum(double[:a]) % 2 == 0 for n in (a, b)}
    open_ = {n for n in single if sides[n] == "open"}
    for n, match in enumerate(found):
        if double[n]:
            new = {"open": marks.opening, "close": marks.closing, "?": None}[sides[n]]
        elif n not in paired:
            alone = n not in single or not open_ - paired or n in open_
            new = marks.apostrophe if alone and n not in outer else None
        elif n in outer:
            new = None
        else:
            new = marks.inner_opening if sides[n] == "open" else marks.inner_closing
        yield _Edit(*match.span(), new)


def _side(text: str, match: re.Match[str]) -> str:
    """Whether a mark opens or closes: by what stands around it, which its own form must not gainsay."""
    left, right = match.span()
    while left and text[left - 1] in _ANY_MARK:
        left -= 1
    while right < len(text) and text[right] in _ANY_MARK:
        right += 1
    before, after = text[left - 1 : left] or "\n", text[right : right + 1] or "\n"
    if before.isspace() and after.isspace():
        return "?"
    opens = before.isspace() or before in _OPENS_AFTER
    closes = after.isspace() or after in _CLOSES_BEFORE
    drawn = {"“": "open", "‘": "open", "``": "open", "”": "close"}.get(match[0], "?")
    shown = "?" if opens == closes else "open" if opens else "close"
    return drawn if shown == "?" else shown if drawn in {"?", shown} else "?"


def _inside_a_word(text: str, match: re.Match[str]) -> bool:
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return len(around) == 2 and around.isalnum()


def _pairs(single: Sequence[int], sides: Sequence[str], double: Sequence[bool]) -> list[tuple[int, int]]:
    """Single marks that open and close again with no double mark of the paragraph between them."""
    pairs, opened = [], -1
    for n in single:
        if opened < 0 or any(double[opened:n]):
            opened = n if sides[n] == "open" else -1
        elif sides[n] == "close":
            pairs.append((opened, n))
            opened = -1
    return pairs


def _dashes(text: str, dash: str, *, spaced: bool) -> Iterator[_Edit]:
    """The dashes between words, with or without blanks; a spaced hyphen is one, a line's first sign is not."""
    for match in _DASH.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        stretch = before.isdigit() and after.isdigit()
        names = dash == "–" and not spaced and _is_name_before(text, match.start()) and after.isupper()
        unspaced_en = match[0] == "–"
        if not before.strip() or not after.strip() or stretch or names or unspaced_en:
            yield _Edit(*match.span(), None)
            continue
        left = " " if spaced and not _is_mark(before, "open", text, match.start() - 1) else ""
        right = " " if spaced and not _is_mark(after, "close", text, match.end()) else ""
        yield _Edit(*match.span(), left + dash + right)


def _is_name_before(text: str, end: int) -> bool:
    word = re.search(r"[\w.]*$", text[max(0, end - 40) : end])
    return bool(word and word[0][:1].isupper())


def _is_mark(character: str, side: str, text: str, at: int) -> bool:
    """Whether a quotation mark beside a dash belongs to it on this side, so that no blank comes between."""
    if character not in "\"“”'‘’":
        return False
    if character in "“‘":
        return side == "open"
    beyond = text[at - 1 : at] if side == "open" else text[at + 1 : at + 2]
    return not beyond.strip()


def _written(text: str, edits: Iterator[_Edit]) -> Typed:
    pieces: list[str] = []
    done = left_alone = 0
    for start, end, new in edits:
        pieces += (text[done:start], text[start:end] if new is None else new)
        left_alone += new is None
        done = end
    return Typed("".join((*pieces, text[done:])), left_alone)


def _marked(*marks: str) -> Callable[[str], Typed]:
    return lambda text: _written(text, _marks(text, Marks(*marks)))


def _dashed(dash: str, *, spaced: bool) -> Callable[[str], Typed]:
    return lambda text: _written(text, _dashes(text, dash, spaced=spaced))


def _swapped(pattern: str, new: str) -> Callable[[str], Typed]:
    return lambda text: Typed(re.sub(pattern, new, text), 0)


def _apostrophes(apostrophe: str) -> Callable[[str], Typed]:
    return _swapped(r"(?<=[^\W\d_])['’](?=[^\W\d_])", apostrophe)


STYLES: dict[str, Callable[[str], Typed]] = {
    "straight": _marked('"', '"', "'", "'", "'"),
    "curly": _marked("“", "”", "‘", "’", "’"),
    "TeX": _marked("``", "''", "`", "'", "'"),
    "TeX closing": _marked("''", "''", "'", "'", "'"),
    "guillemets": _marked("«", "»", "‹", "›", "’"),
    "French guillemets": _marked("«\u202f", "\u202f»", "‹\u202f", "\u202f›", "’"),
    "low and high": _marked("„", "“", "‚", "‘", "’"),
    "UK single curly": _marked("‘", "’", "“", "”", "’"),
    "UK single straight": _marked("'", "'", '"', '"', "'"),
    "backtick apostrophes": _apostrophes("`"),
    "acute apostrophes": _apostrophes("´"),
    "em dash": _dashed("—", spaced=False),
    "em dash spaced": _dashed("—", spaced=True),
    "en dash": _dashed("–", spaced=False),
    "en dash spaced": _dashed("–", spaced=True),
    "double hyphen": _dashed("--", spaced=False),
    "double hyphen spaced": _dashed("--", spaced=True),
    "nested marks apart": _swapped(r"(?<=\w[.,!?]['’])(?=[\"”](?!\w))|(?<=[\"“])(?=['‘]\w)", "\u2009"),
    "three dots": _swapped("…", "..."),
    "spaced dots": _swapped(r"(?<!\.)\.\.\.(?!\.)|…", ". . ."),
    "ellipsis": _swapped(r"(?<!\.)\.\.\.(?!\.)", "…"),
    "no-break spaces": _swapped(" ", "\u00a0"),
    "narrow no-break spaces": _swapped(" ", "\u202f"),
    "no-break hyphens": _swapped(r"(?<=\w)-(?=\w)", "\u2011"),
    "soft hyphens": _swapped(r"(?<=[^\W\d_]{3})(?=[^\W\d_]{3})", "\u00ad"),
    "zero-width spaces": _swapped(r"(?<=[^\W\d_]{4})(?=[^\W\d_]{4})", "\u200b"),
    "NFD": lambda text: Typed(unicodedata.normalize("NFD", text), 0),
}


def retyped(text: str, style: str) -> Typed:
    """`text` in one of the `STYLES`."""
    return STYLES[style](text)
