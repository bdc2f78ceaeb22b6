"""What a word is, and where the words of a text are.

A word is the longest possible run of letters and digits. It may contain the combining marks of scripts that
have them; apostrophes, hyphens, ``&``, ``@`` and ``_`` between letters or digits; full stops as in "U.S.",
"3.5" and "washingtonpost.com"; commas, colons and slashes between digits. Everything else separates words: a
space, a dash, a slash between letters, and a full stop before a capital where a space is missing: after two
small letters ("end.Next"), or after two capitals or a digit if a small letter follows ("NATO.The", "5.The").

The form of a word goes from its first to its last letter or digit: "U.S." has the form "U.S", "officials'"
the form "officials", "$3.5" and "3.5%" the form "3.5". In a script without spaces (Chinese, Thai) each
unbroken run is one word.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Tokens", "tokens", "word_spans"]

# `re` counts letters and digits as word characters, but not the marks that belong to letters:
# Latin and Cyrillic accents that no composed letter has, Hebrew, Arabic, the scripts of India, Thai.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0981-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e"
)
_CAPITAL, _SMALL, _LOW = "[A-ZÀ-ÖØ-Þ]", "[a-zß-öø-ÿ]", r"[a-z\dß-öø-ÿ]"
# Most words are followed by a space or nothing: then none of the signs inside words is tried.
_WORD = re.compile(
    rf"""
    [^\W_]++
    (?> (?:
      (?! \s | \Z )
      (?:
        (?: ['&@_-]
          | \. (?: - | '(?=s\b) | (?!{_CAPITAL})
              | (?! (?<={_LOW}{_LOW}\.) | (?: (?<=[A-Z][A-Z]\.) | (?<=\d\.) ) {_CAPITAL}{_SMALL} )
            )
          | [,:/] (?<=\d.) (?=\d)
        ) [^\W_]++
      | [{_MARKS}]++ [^\W_]*+
      )
    )* )
    """,
    re.VERBOSE,
)
_MEMO_LIMIT = 1 << 18
_LONGEST_PIECE = 80


class Tokens(NamedTuple):
    """Words in reading order, as three lists of one length: the written form and its offsets."""

    forms: list[str]
    starts: list[int]
    ends: list[int]


def tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    """The words of several stretches of a text, with offsets in the text; in linear time.

    >>> text = "U.S. officials' $3.5 offer"
    >>> tokens(text, [(0, len(text))]).forms
    ['U.S', 'officials', '3.5', 'offer']
    """
    forms, starts, ends = found = Tokens([], [], [])
    for start, end in spans:
        at = start
        for piece in text[start:end].split(" "):
            for form, first, last in _PIECES[piece]:
                forms.append(form)
                starts.append(at + first)
                ends.append(at + last)
            at += len(piece) + 1
    return found


class _Pieces(dict[str, tuple[tuple[str, int, int], ...]]):
    """A piece of text without spaces -> its words, with their offsets in it.

    No word contains a space, so a piece has the same words everywhere: each is segmented once.
    """

    def __missing__(self, piece: str) -> tuple[tuple[str, int, int], ...]:
        found = tuple((match[0], *match.span()) for match in _WORD.finditer(piece))
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        if len(piece) <= _LONGEST_PIECE:
            self[piece] = found
        return found


_PIECES = _Pieces()


def word_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of ``text[start:end]`` as offsets in `text`, in reading order, in linear time."""
    found = tokens(text, [(start, end)])
    return list(zip(found.starts, found.ends, strict=True))
