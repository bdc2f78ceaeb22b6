"""Which code page the bytes of a text are in, judged by the neighbours of its rare characters.

Nearly every byte is a character in every code page, so decoding decides nothing. What decides is where a
character stands: read in the wrong code page, "Wałęsa" has a superscript inside a word, "café" ends with a
low quotation mark, and "£2" has a letter before a digit. Such misfits are counted per code page.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

__all__ = ["CODE_PAGES", "choose_code_page", "count_misfits"]

# The first of several that fit equally well is chosen.
CODE_PAGES = (
    *("cp1252", "cp1250", "iso8859_2", "iso8859_15", "mac_roman", "cp1254", "cp1257"),
    *("cp1251", "koi8_r", "cp1253", "cp850", "cp866"),
)
_ALPHABETS = Path(__file__).with_name("data") / "alphabets.toml"
_MOST = 5_000  # words with a rare character; more would show nothing new
_MOST_MISFITS = 0.1  # of the rare characters; in a text with more, the code page is not among these

_RARE = re.compile(r"[^\x00-\x7f]")
_SIGNS = "¹²³¼½¾ªºµƒˆ"  # letters and digits to Unicode, but no part of a word
_WORD = re.compile(rf"(?>(?![{_SIGNS}])[^\W\d_])+")
_LOW = frozenset("„‚¿¡")  # open a quotation or a sentence
_ANYWHERE = frozenset("’…–—•†‡·®™©µ\xa0\xad")
_AFTER = frozenset("¹²³¼½¾ºª°")  # after a word or number, not before a word: m², 3½, 1º
_DEGREES = frozenset("CF")
_CURRENCY = frozenset("£€¥¢")
_NO_WORD = re.compile(r"(?:k|m|bn|mn|tn|million|billion|trillion)?(?![^\W\d_])")
_NEVER = frozenset("\ufffd¤¦¨¯¸ˆ˜¬´")  # undefined bytes, and signs of terminals and typewriters


def choose_code_page(data: bytes) -> tuple[str, bool]:
    """The code page with the fewest misfits; cp1252 among equals.

    Returns:
        Its name, and whether it fits: if not, the text is in none of `CODE_PAGES`.

    >>> choose_code_page("Roe’s plan costs £3 million.".encode("cp1252"))
    ('cp1252', True)
    >>> choose_code_page("Lech Wałęsa spoke in Gdańsk.".encode("cp1250"))
    ('cp1250', True)
    """
    words = b" ".join([word for word in data.split() if not word.isascii()][:_MOST])
    misfits: dict[str, int] = {}
    for name in CODE_PAGES:
        misfits[name] = count_misfits(words.decode(name, "replace"))
        if not misfits[name]:
            break
    best = min(misfits, key=misfits.__getitem__)
    return best, misfits[best] <= _MOST_MISFITS * sum(byte > 127 for byte in words)


def count_misfits(text: str) -> int:
    """How many characters beyond ASCII stand where no writer puts them.

    >>> count_misfits("“It’s over,” said Zoë: £2 million"), count_misfits("itÕs over, cafŽ, Ł2 million")
    (0, 3)
    """
    in_words = sum(_count_in_word(text, word) for word in _WORD.finditer(text) if not word[0].isascii())
    return in_words + sum(not _fits(text, sign.start()) for sign in _RARE.finditer(text))


def _count_in_word(text: str, word: re.Match[str]) -> int:
    """The misfits among the letters of a word: letters that no language combines, digits beside, odd case."""
    letters = word[0]
    rare = _RARE.findall(letters.lower())
    touched = text[word.start() - 1 : word.start()] + text[word.end() : word.end() + 1]
    if any(map(str.isdecimal, touched)) or not _has_language(frozenset(rare)):
        return len(rare)
    return sum(letter > "\x7f" and _is_odd(letters, at) for at, letter in enumerate(letters))


def _is_odd(letters: str, at: int) -> bool:
    """Whether the case of a letter does not go with its neighbours: ``itÕs``, ``ÒWe``."""
    letter, before, after, second = letters[at], *(letters[at + n : at + n + 1] for n in (-1, 1, 2))
    if letter.isupper():
        return before.islower() or (after.isupper() and second.islower())
    return letter != "ß" and after.isupper()


@cache
def _has_language(letters: frozenset[str]) -> bool:
    """Whether one language has all of these letters."""
    return any(letters <= alphabet for alphabet in _read_alphabets())


@cache
def _read_alphabets() -> tuple[frozenset[str], ...]:
    languages = tomllib.loads(_ALPHABETS.read_text(encoding="utf-8"))
    return tuple(frozenset(letters) for letters in languages.values())


def _fits(text: str, at: int) -> bool:
    """Whether a sign can stand between its neighbours; letters are judged by their word."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in _ANYWHERE or _WORD.match(sign):
        return True
    if sign in _NEVER or "\u2500" <= sign <= "\u259f" or not sign.isprintable():  # boxes of terminals
        return False
    if sign in _LOW:
        return not before.isalnum() and not after.isspace() and bool(after)
    if sign in _CURRENCY:
        return not before.islower() and bool(_NO_WORD.match(text, at + 1))
    if sign in _AFTER:
        return not after.isalpha() or (sign == "°" and after in _DEGREES)
    return not (before.isalpha() and after.isalpha())
