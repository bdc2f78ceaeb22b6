"""Repair of typographic damage before anything else: a list of small `str -> str` steps."""

import html
import re
import unicodedata
from collections.abc import Callable

from analysis.text.cleaning import markup

__all__ = ["STEPS", "repair"]

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ODD = "\x00-\x08\x0e-\x1b\x7f"
_INVISIBLE = re.compile(f"[{_ODD}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# Joiners have a meaning in Persian, Indic scripts and emoji, but none next to Latin letters or spaces.
_JOINER = re.compile(r"(?:^|(?<=[\s\x00-\u024f]))[\u200c\u200d]|[\u200c\u200d](?=[\s\x00-\u024f]|$)")
# Every pattern by which ftfy recognises mojibake contains one of these: two characters in a row that are not
# ASCII and not both of one plain alphabet, a C1 control character, one of four letters, one of two pairs.
_MARK = "\x80-\u036f\u2000-\u25ff\uf8ff\ufb01\ufb02\ufffd"
_GREEK_OR_CYRILLIC = "\u0370-\u052f"
_SIGN = re.compile(  # alternatives at the start would take five times as long
    f"[^\x00-\x7f](?:(?<=[{_MARK}])[{_MARK}{_GREEK_OR_CYRILLIC}]|(?<=[{_GREEK_OR_CYRILLIC}])[{_MARK}]"
    "|(?<=[\x80-\x9fŒœÂÃ])|(?<=[вВ])Ђ)"
)
_AROUND = 8  # no pattern of ftfy is longer
_C1 = re.compile("[\x80-\x9f]")
_BACKTICK = re.compile("(?<!`)`(?!`)")
_ACUTE = re.compile(r"(?<=[^\W\d_])\u00b4(?=[^\W\d_])")


def mojibake(text: str) -> str:
    """Decode UTF-8 again that was decoded in another encoding, line by line.

    ftfy does not change lines that its own `is_bad` accepts, so they are not given to it. Its other repairs
    are switched off: they would change clean text.
    """
    parts, done = list[str](), 0
    for sign in _SIGN.finditer(text):
        if sign.start() < done or not _is_bad(text[max(done, sign.start() - _AROUND) : sign.end() + _AROUND]):
            continue
        start = text.rfind("\n", done, sign.start()) + 1 or done
        end = text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        parts += [text[done:start], _decode_again(text[start:end])]
        done = end
    return "".join([*parts, text[done:]]) if parts else text


def _is_bad(piece: str) -> bool:
    from ftfy.badness import is_bad  # noqa: PLC0415 - slow to import, and most texts never need it

    return is_bad(piece) or bool(_C1.search(piece))


def _decode_again(line: str) -> str:
    import ftfy  # noqa: PLC0415

    return ftfy.fix_text_segment(
        line,
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        fix_line_breaks=False,
        normalization="NFC",
    )


def line_ends(text: str) -> str:
    """Replace every kind of line end by a newline."""
    return "\n".join(f"{text}\n".splitlines())


def entities(text: str) -> str:
    """Replace HTML entities by their characters, also where they were escaped twice."""
    return _unescape(_unescape(text)) if "&" in text else text


def _unescape(text: str) -> str:
    return _ENTITY.sub(_character, text)


def _character(entity: re.Match[str]) -> str:
    # An escaped line end or control character must not change the numbers of the lines.
    character = html.unescape(entity[0])
    return " " if character.isspace() and character != "\u00a0" else character


def invisible_characters(text: str) -> str:
    """Remove soft hyphens, zero-width and direction marks, and control characters."""
    text = _INVISIBLE.sub("", text)
    return _JOINER.sub("", text) if "\u200c" in text or "\u200d" in text else text


def apostrophes(text: str) -> str:
    """Replace a single backtick, and an acute accent between letters, by the apostrophe that was meant."""
    text = _BACKTICK.sub("'", text) if "`" in text else text
    return _ACUTE.sub("'", text) if "\u00b4" in text else text


def accents(text: str) -> str:
    """Compose accents with their letters (Unicode NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


STEPS: tuple[Callable[[str], str], ...] = (
    mojibake,
    line_ends,
    markup.tags,
    entities,
    invisible_characters,
    apostrophes,
    accents,
)


def repair(text: str) -> str:
    """Repair the typographic damage of a text, line by line; clean text is returned unchanged.

    Quotation marks, dashes and spaces stay as they were typed. No step joins or splits lines, except
    in a text with markup (see `markup`).

    >>> repair("The mayorâ€™s caf&eacute;")
    'The mayor’s café'
    """
    for step in STEPS:
        text = step(text)
    return text
