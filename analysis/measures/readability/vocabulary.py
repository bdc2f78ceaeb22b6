"""Which words a reader is expected to know: Dale and Chall's familiar, Gunning's hard words."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from analysis.errors import FeaturesError
from analysis.text.syllables import syllables

__all__ = ["easy_words", "is_familiar", "is_hard"]

_CONTRACTED = re.compile(r"(?:n't|'(?:s|d|m|ll|re|ve)?)\Z")
_PART = re.compile(r"[^-/–]+")
_DOUBLED = re.compile(r"(?<=[^aeio][aeiou])([bdglmnprt])\1\Z")
# Endings that are words of the list as well, or inflect one: what has them is derived, not a compound.
_DERIVED = re.compile(r"(?:able|age|ant|ate|fully|hood|ice|ised|ises|ising|less|lessly|ship|some|ward)s?\Z")
# -ed, -es and -ing where they add a syllable.
_SPOKEN_ENDINGS = ("ing", "ted", "ded", "ses", "xes", "zes", "ces", "ges", "ches", "shes")
_LONGEST_HEAD = 13  # the longest word of the list


def _read_words(path: Path) -> frozenset[str]:
    """A list of words, one per line."""
    return frozenset(map(str.strip, path.read_text(encoding="utf-8").splitlines()))


_DATA = Path(__file__).resolve().parent / "data"
# Adjectives of the list that compare with -er and -est. Other words in -er are nouns ("speaker"),
# which the authors count as unfamiliar unless they are listed themselves.
_COMPARED = _read_words(_DATA / "compared.txt")
# Words of the list as they are spelled in Britain: the same words.
_BRITISH = _read_words(_DATA / "british.txt")


@cache
def easy_words() -> frozenset[str]:
    """Dale and Chall's list of familiar words, lower case, as textstat ships it: 2,941 forms.

    Read from the installed package without importing it, which would load nltk.

    Raises:
        FeaturesError: textstat is not installed.
    """
    spec = find_spec("textstat")
    if spec is None or spec.origin is None:
        raise FeaturesError("textstat is not installed", todo="make env")
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return _read_words(path)


def is_familiar(form: str) -> bool:
    """Whether a word counts as familiar by the rules of Dale and Chall (1948).

    Familiar are the words of the list, figures, possessives, contractions and regular inflections
    of listed words (-s, -ed, -ing, -ly; -er and -est of adjectives), and hyphenated words of which
    every part is familiar. A listed word in British spelling is the listed word.
    Names are familiar too, but take a text to be known: see `proper_names`.
    """
    word = form.lower()
    if _is_known(word):
        return True
    parts = _PART.findall(word)
    return len(parts) > 1 and all(map(_is_known, parts))


def is_hard(form: str) -> bool:
    """Whether a word is hard by the rules of Gunning (1952): three syllables or more.

    Not counted are figures, compounds of easy words (hyphenated, or two words of the familiar list
    written as one), and words that reach three syllables only with -ed, -es or -ing. Capitalized
    words are not counted either, but take a text to be known: see `proper_names`.
    """
    return syllables(form) >= 3 and any(map(_is_hard_part, _PART.findall(form)))


def _is_hard_part(part: str) -> bool:
    word = part.lower()
    if not word.isalpha():
        word = _CONTRACTED.sub("", word)
    if not word.isalpha() or syllables(word) - word.endswith(_SPOKEN_ENDINGS) < 3:
        return False
    return not _is_compound(word)


def _is_compound(word: str) -> bool:
    """Whether two words of the list, the second perhaps inflected, are written as one."""
    easy = easy_words()
    for split in range(3, min(len(word) - 2, _LONGEST_HEAD + 1)):
        tail = word[split:]
        if word[:split] in easy and (tail in easy or (len(tail) > 3 and _is_known(tail))):
            return not _DERIVED.search(word)
    return False


@cache
def _listed() -> frozenset[str]:
    return easy_words() | _BRITISH


def _is_known(word: str) -> bool:
    easy = _listed()
    if word in easy or f"{word}." in easy:
        return True
    if not word.isalpha():
        if any(map(str.isdigit, word)):
            return True
        word = _CONTRACTED.sub("", word)
    return not easy.isdisjoint(_stems(word)) or not _COMPARED.isdisjoint(_compared_stems(word))


def _stems(word: str) -> list[str]:
    """What a word may be a regular inflection of, the word itself first."""
    if word.endswith("s"):
        return [word] if word.endswith("ss") else [word, word[:-1], *_stems_before(word, "es")]
    if word.endswith("ly"):
        return [word, word[:-2]]
    return [word, *_stems_before(word, "ed"), *_stems_before(word, "ing")]


def _compared_stems(word: str) -> list[str]:
    return _stems_before(word, "er") + _stems_before(word, "est")


def _stems_before(word: str, ending: str) -> list[str]:
    """The stems before an ending: bare, with its silent e, its y or its single consonant back."""
    if not word.endswith(ending) or len(word) < len(ending) + 2:
        return []
    stem = word.removesuffix(ending)
    back_to_y = [f"{stem[:-1]}y"] if stem.endswith("i") and ending != "ing" else []
    return [stem, f"{stem}e", *back_to_y, _DOUBLED.sub(r"\1", stem)]
