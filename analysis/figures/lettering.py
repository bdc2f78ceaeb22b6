"""Lettering: which characters can be drawn, how wide they are, and how to make them fit.

All widths are millimetres. Text is measured in the font and size it is drawn in, so that a figure can be
laid out before anything is drawn.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from unicodedata import category, normalize

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

from analysis.figures.style import FONT, POINT, TEXT

__all__ = ["MISSING", "drawable", "explain", "labels", "shorten", "widest", "width", "wrapped"]

MISSING = "□"  # stands for a character that the font lacks; better seen than dropped
_EXPLANATION = f"{MISSING}: a character that the figure's font lacks; names are in full in the CSV file."
_LEFT_TO_RIGHT = "\u200e"  # a mark that is not seen
_RTL = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"  # letters of Hebrew, Arabic and their neighbours
_NAME = re.compile(f"{_RTL}(?:[^A-Za-z]*{_RTL})?")
_JOINERS = "\u200c\u200d"  # invisible, but part of the spelling in Persian and in Indian scripts


def drawable(text: str) -> str:
    """`text` on one line, without control characters, with a box for each character that the font lacks."""
    line = " ".join(normalize("NFC", text).split())
    visible = [c for c in line if c in _JOINERS or not category(c).startswith("C")]
    return "".join(c if ord(c) in _glyphs() else MISSING for c in visible)


@cache
def _glyphs() -> frozenset[int]:
    """The code points that the font has, upright and bold."""
    upright, bold = (
        set(get_font(findfont(FontProperties(family=FONT, weight=weight))).get_charmap())
        for weight in ("normal", "bold")
    )
    return frozenset(upright & bold)


@lru_cache(maxsize=10_000)
def width(text: str, size: float = TEXT, weight: str = "normal") -> float:
    """The width of a drawable `text` in millimetres; `size` in points."""
    font = FontProperties(family=FONT, size=size, weight=weight)
    return float(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]) * POINT


def widest(texts: Iterable[str], size: float = TEXT, weight: str = "normal") -> float:
    """The width of the widest of `texts`; 0 for none."""
    return max((width(text, size, weight) for text in texts), default=0.0)


def shorten(text: str, most: float, *, weight: str = "normal", keep_end: int = 0) -> str:
    """A drawable `text`, cut to `most` millimetres before its last `keep_end` characters."""
    if width(text, TEXT, weight) <= most:
        return text
    for kept in range(min(len(text), int(most / 0.5)), 0, -1):  # no letter is narrower than half a millimetre
        tail = max(0, min(keep_end, kept - 4))
        cut = f"{text[: kept - tail].rstrip()}…{text[len(text) - tail :].lstrip()}"
        if width(cut, TEXT, weight) <= most:
            return cut
    return "…"


def labels(names: Sequence[str], most: float, *, marks: Sequence[str] = (), keep_end: int = 0) -> list[str]:
    """Names as drawn: at most `most` millimetres wide; those that come out the same get their numbers.

    Args:
        names: of rows or columns, in their order.
        most: millimetres.
        marks: written behind each name, and never cut.
        keep_end: characters at the end that are kept, for names that differ only at their ends.
    """
    whole = [drawable(name) for name in names]
    behind = marks or [""] * len(whole)
    short = [_cut(name, mark, most, keep_end) for name, mark in zip(whole, behind, strict=True)]
    times = Counter(short)
    return [
        cut if times[cut] == 1 else _cut(name, f" ({i}){mark}", most, keep_end)
        for i, (name, mark, cut) in enumerate(zip(whole, behind, short, strict=True), 1)
    ]


def _cut(name: str, mark: str, most: float, keep_end: int) -> str:
    return _directed(shorten(name, most - width(mark), keep_end=keep_end) + mark)


def _directed(line: str) -> str:
    """A line that reads from left to right, whatever the direction of the names in it.

    Without the marks, what stands beside an Arabic or Hebrew name changes places with it.
    """
    return _NAME.sub(f"{_LEFT_TO_RIGHT}\\g<0>{_LEFT_TO_RIGHT}", line)


def wrapped(text: str, most: float, size: float = TEXT, weight: str = "normal") -> list[str]:
    """`text` as drawn, in lines of at most `most` millimetres, broken between words where there are any."""
    lines: list[str] = []
    for word in drawable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if width(longer, size, weight) <= most:
            lines[-1:] = [longer]
        else:
            lines += _pieces(word, most, size, weight)
    return [_directed(line) for line in lines]


def _pieces(word: str, most: float, size: float, weight: str) -> list[str]:
    """A word in pieces that fit a line: mostly it is one."""
    pieces = [""]
    for character in word if width(word, size, weight) > most else [word]:
        longer = pieces[-1] + character
        if pieces[-1] and width(longer, size, weight) > most:
            pieces.append(character)
        else:
            pieces[-1] = longer
    return pieces


def explain(note: str, drawn: Iterable[str]) -> str:
    """`note`, with a word on the boxes where any of the `drawn` texts has one."""
    if _EXPLANATION in note or not any(MISSING in drawable(text) for text in drawn):
        return note
    return f"{note} {_EXPLANATION}".strip()
